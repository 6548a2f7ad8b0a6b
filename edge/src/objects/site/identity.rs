//! The keys with which the owner's server signs identity tokens. Two at most: the one in use and the next, so that a key can
//! be changed without a moment in which good tokens are refused. They are kept as they are, for a signature is checked with
//! the key itself; they never leave the object again after they were shown once.

use serde::Deserialize;

use super::{
    Store,
    calls::{Checked, IdentityKey, NewIdentityKey},
};
use crate::{
    problem::{Code, Outcome, Problem},
    secrets::{identity, random_hex},
};

/// So many keys are good at a time.
const MOST: usize = 2;
/// Random bytes in a key: as many as the hash has.
const KEY_BYTES: usize = 32;
/// Random bytes in a key's id.
const ID_BYTES: usize = 6;

#[derive(Deserialize)]
struct Row {
    id: String,
    secret: String,
    created_ms: u64,
}

impl Store<'_> {
    /// Makes a key and shows its secret, this once.
    pub fn make_identity_key(&self) -> Outcome<NewIdentityKey> {
        if self.identity_rows()?.len() >= MOST {
            return Err(Code::TooManyKeys.into());
        }
        let key = NewIdentityKey {
            id: random_hex::<ID_BYTES>()?,
            secret: random_hex::<KEY_BYTES>()?,
        };
        self.sql.run(
            "INSERT INTO identity_keys (id, secret, created_ms) VALUES (?, ?, ?)",
            [(&key.id).into(), (&key.secret).into(), self.now.into()],
        )?;
        Ok(key)
    }

    /// The keys without their secrets, the oldest first.
    pub fn identity_keys(&self) -> Outcome<Vec<IdentityKey>> {
        let rows = self.identity_rows()?.into_iter();
        let shown = rows.map(|row| IdentityKey {
            id: row.id,
            created_ms: row.created_ms,
        });
        Ok(shown.collect())
    }

    /// Removes a key: tokens signed with it are refused from now on.
    pub fn remove_identity_key(&self, id: &str) -> Outcome<()> {
        if !self.identity_rows()?.iter().any(|row| row.id == id) {
            return Err(Problem::new(Code::NotFound, "There is no such identity key."));
        }
        self.sql
            .run("DELETE FROM identity_keys WHERE id = ?", [id.into()])
    }

    /// Whom a token vouches for, or why it is refused.
    pub fn check_identity(&self, token: &str) -> Outcome<Checked> {
        let keys: Vec<String> = self.identity_rows()?.into_iter().map(|row| row.secret).collect();
        Ok(match identity::verify(token, &keys, self.now) {
            Ok(person) => Checked::Person(person),
            Err(refused) => Checked::Refused {
                code: refused.code().to_owned(),
                message: refused.sentence(),
            },
        })
    }

    fn identity_rows(&self) -> Outcome<Vec<Row>> {
        let all = "SELECT id, secret, created_ms FROM identity_keys ORDER BY created_ms, rowid";
        self.sql.rows(all, [])
    }
}
