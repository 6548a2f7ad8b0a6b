//! Settings and policy: stored as the checked JSON that the owner wrote. What the owner left out is taken from the defaults
//! of the version that is running, so an improved default reaches every site that did not say otherwise.

use serde::Deserialize;
use shared::policy::Policy;

use super::{
    Store,
    calls::{Configured, LinkKind, Role, Settings},
    rules,
};
use crate::problem::{Code, Outcome, Problem};

impl Store<'_> {
    /// Stores settings. While the site has no member, mints a set-up link; earlier ones stay good until one is used.
    pub fn configure(&self, settings: Settings) -> Outcome<Configured> {
        let (settings, policy) = rules::settings(settings)?;
        self.sql.run(
            "INSERT INTO settings (id, settings, policy_hash) VALUES (1, ?, ?)
             ON CONFLICT (id) DO UPDATE SET settings = excluded.settings, policy_hash = excluded.policy_hash",
            [json(&settings)?.into(), policy.hash().into()],
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
        #[derive(Deserialize)]
        struct Row {
            settings: String,
        }
        let row: Option<Row> = self.sql.first("SELECT settings FROM settings", [])?;
        let row = row.ok_or(Code::UnknownSite)?;
        serde_json::from_str(&row.settings).map_err(|error| Problem::internal(&error))
    }
}

/// The whole policy behind what the owner wrote. It was checked when it was stored; what a later version no longer
/// knows is left out and logged, for it must not keep visitors from being served.
pub fn policy(settings: &Settings) -> Policy {
    let (policy, problems) = Policy::read(&settings.policy);
    for problem in problems {
        worker::console_error!("policy: {problem}");
    }
    policy
}

fn json<T: serde::Serialize>(value: &T) -> Outcome<String> {
    serde_json::to_string(value).map_err(|error| Problem::internal(&error))
}
