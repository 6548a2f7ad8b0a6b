//! Signing in with a password, in two steps: the Worker asks how to hash, hashes, and asks whether that is right.
//!
//! A try counts as failed from its beginning, so that many side by side wait like many in a row. Unknown addresses wait,
//! and are answered, like known ones.

use serde::Deserialize;

use super::{
    Store,
    calls::{FinishSignIn, SignedIn},
    delay, rules,
};
use crate::{
    problem::{Code, Outcome, Problem},
    secrets::{password::Recipe, token::fingerprint},
};

impl Store<'_> {
    /// Counts a try and answers how to hash; or refuses without looking at the password.
    pub fn begin_sign_in(&self, email: &str) -> Outcome<Recipe> {
        let Ok(email) = rules::email(email) else {
            return Err(Code::WrongCredentials.into());
        };
        let (failed, last_ms) = self.failed_tries(&email)?;
        match delay::left(failed, last_ms, self.now) {
            0 => self.count_failure(&email, failed)?,
            left => return Err(Problem::wait(left)),
        }
        match self.member_by_email(&email)? {
            Some(account) => Ok(account.password().recipe),
            None => Ok(Recipe::for_nobody(self.most_iterations()?)?),
        }
    }

    /// Opens a session when the hash is right.
    pub fn finish_sign_in(&self, finish: &FinishSignIn) -> Outcome<SignedIn> {
        let email = rules::email(&finish.email).map_err(|_| Code::WrongCredentials)?;
        let account = self.member_by_email(&email)?;
        let account = account.filter(|account| account.password().matches(&finish.proof));
        let member = account.ok_or(Code::WrongCredentials)?.member;
        self.sql
            .run("DELETE FROM tries WHERE email = ?", [fingerprint(&email).into()])?;
        self.open_session(&member)
    }

    /// How often in a row it failed for this address, and when last.
    fn failed_tries(&self, email: &str) -> Outcome<(u32, u64)> {
        #[derive(Deserialize)]
        struct Row {
            failed: u32,
            last_ms: u64,
        }
        self.sql.run(
            "DELETE FROM tries WHERE last_ms <= ?",
            [self.now.saturating_sub(delay::FORGOTTEN_MS).into()],
        )?;
        let query = "SELECT failed, last_ms FROM tries WHERE email = ?";
        let row: Option<Row> = self.sql.first(query, [fingerprint(email).into()])?;
        Ok(row.map_or((0, 0), |row| (row.failed, row.last_ms)))
    }

    /// Addresses are kept as fingerprints: what strangers type here is nobody's to read, and has one length.
    fn count_failure(&self, email: &str, failed: u32) -> Outcome<()> {
        self.sql.run(
            "INSERT INTO tries (email, failed, last_ms) VALUES (?, ?, ?)
             ON CONFLICT (email) DO UPDATE SET failed = excluded.failed, last_ms = excluded.last_ms",
            [
                fingerprint(email).into(),
                failed.saturating_add(1).into(),
                self.now.into(),
            ],
        )
    }

    /// The most work a member's password takes here: what one of nobody has to take too.
    fn most_iterations(&self) -> Outcome<Option<u32>> {
        #[derive(Deserialize)]
        struct Row {
            most: Option<u32>,
        }
        let row: Option<Row> = self
            .sql
            .first("SELECT max(iterations) AS most FROM members", [])?;
        Ok(row.and_then(|row| row.most))
    }
}
