//! Sessions: a secret in the member's cookie, its fingerprint here. A session ends 30 days after its last use, at
//! sign-out, and with its member.

use serde::Deserialize;

use super::{
    Store,
    calls::{Member, SignedIn, Who},
};
use crate::{
    problem::{Code, Outcome},
    secrets::{
        random_hex,
        token::{TOKEN_BYTES, fingerprint},
    },
};

/// How long a session lasts after its last use, in milliseconds.
pub const LASTS_MS: u64 = 30 * DAY_MS;
const DAY_MS: u64 = 24 * 60 * 60 * 1_000;

impl Store<'_> {
    /// Opens a session for a member.
    pub fn open_session(&self, member: &Member) -> Outcome<SignedIn> {
        let secret = random_hex::<TOKEN_BYTES>()?;
        self.sql
            .run("DELETE FROM sessions WHERE expires_ms <= ?", [self.now.into()])?;
        self.sql.run(
            "INSERT INTO sessions (fingerprint, member, expires_ms) VALUES (?, ?, ?)",
            [
                fingerprint(&secret).into(),
                member.id.as_str().into(),
                (self.now + LASTS_MS).into(),
            ],
        )?;
        Ok(SignedIn {
            secret,
            who: self.who(member.clone())?,
        })
    }

    /// Who has the session; using it makes it last longer.
    pub fn who_is(&self, fingerprint: &str) -> Outcome<Who> {
        #[derive(Deserialize)]
        struct Row {
            #[serde(flatten)]
            member: Member,
            expires_ms: u64,
        }
        let row: Option<Row> = self.sql.first(
            "SELECT id, name, email, role, queues, expires_ms FROM sessions JOIN members ON members.id = sessions.member
             WHERE fingerprint = ? AND expires_ms > ?",
            [fingerprint.into(), self.now.into()],
        )?;
        let row = row.ok_or(Code::SignedOut)?;
        // Once a day is exact enough, and spares a write at every request.
        if row.expires_ms < self.now + LASTS_MS - DAY_MS {
            self.sql.run(
                "UPDATE sessions SET expires_ms = ? WHERE fingerprint = ?",
                [(self.now + LASTS_MS).into(), fingerprint.into()],
            )?;
        }
        self.who(row.member)
    }

    /// Ends a session. One that is over already is no mistake.
    pub fn sign_out(&self, fingerprint: &str) -> Outcome<()> {
        self.sql
            .run("DELETE FROM sessions WHERE fingerprint = ?", [fingerprint.into()])
    }

    fn who(&self, member: Member) -> Outcome<Who> {
        Ok(Who {
            site_name: self.settings()?.name,
            member,
        })
    }
}
