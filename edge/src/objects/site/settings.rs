//! Settings and policy: stored as the checked JSON that the owner wrote, named by the policy's hash.

use serde::Deserialize;

use super::{
    Store,
    calls::{Configured, LinkKind, Role, Settings},
    rules,
};
use crate::problem::{Code, Outcome, Problem};

impl Store<'_> {
    /// Stores settings. While the site has no member, mints a set-up link; earlier ones stay good until one is used.
    pub fn configure(&self, settings: Settings) -> Outcome<Configured> {
        let settings = rules::settings(settings)?;
        let policy = json(&settings.policy)?;
        self.sql.run(
            "INSERT INTO settings (id, settings, policy_hash) VALUES (1, ?, ?)
             ON CONFLICT (id) DO UPDATE SET settings = excluded.settings, policy_hash = excluded.policy_hash",
            [json(&settings)?.into(), settings.policy.hash(&policy).into()],
        )?;
        let setup = if self.has_members()? {
            None
        } else {
            Some(self.mint_link(LinkKind::Setup, None, Role::Owner)?)
        };
        Ok(Configured { setup })
    }

    /// The settings as they are stored.
    pub fn settings(&self) -> Outcome<Settings> {
        Ok(self.settings_and_hash()?.0)
    }

    /// The settings, and the hash of their policy.
    pub fn settings_and_hash(&self) -> Outcome<(Settings, String)> {
        #[derive(Deserialize)]
        struct Row {
            settings: String,
            policy_hash: String,
        }
        let row: Option<Row> = self.sql.first("SELECT settings, policy_hash FROM settings", [])?;
        let row = row.ok_or(Code::UnknownSite)?;
        let settings = serde_json::from_str(&row.settings).map_err(|error| Problem::internal(&error))?;
        Ok((settings, row.policy_hash))
    }
}

fn json<T: serde::Serialize>(value: &T) -> Outcome<String> {
    serde_json::to_string(value).map_err(|error| Problem::internal(&error))
}
