//! The conversation's storage: its events, and the few facts beside them. What one command changes is one transaction.

use serde::Deserialize;
use shared::{
    conversation::{Envelope, Event, State, evolve},
    ids::{ConversationId, Millis, Seq, SiteId},
    policy::Policy,
};

use crate::{
    objects::sql::Sql,
    problem::{Outcome, Problem},
};

const MIGRATIONS: &[&str] = &[
    "CREATE TABLE events (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, event TEXT NOT NULL);
     CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);",
];

/// Which conversation of which site this object is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The site.
    pub site: SiteId,
    /// The conversation.
    pub conversation: ConversationId,
}

/// A fact beside the events.
#[derive(Debug, Clone, Copy)]
pub enum Fact {
    /// The site's id.
    Site,
    /// The conversation's id.
    Conversation,
    /// The fingerprint of the visitor's secret.
    Secret,
    /// The hash of the policy that was last seen.
    PolicyHash,
    /// That policy, as JSON.
    Policy,
    /// Set while the queue has not acknowledged the last change: whether the team is to be alerted, "0" or "1".
    Unsent,
    /// Up to which event the queue has the words, for its search.
    Indexed,
}

impl Fact {
    fn name(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::Conversation => "conversation",
            Self::Secret => "secret",
            Self::PolicyHash => "policy_hash",
            Self::Policy => "policy",
            Self::Unsent => "unsent",
            Self::Indexed => "indexed",
        }
    }
}

/// The storage of one conversation. Nothing is created in it before the first event.
#[derive(Debug)]
pub struct Log {
    sql: Sql,
}

impl Log {
    /// The storage of this object.
    pub fn new(sql: Sql) -> Self {
        Self { sql }
    }

    /// Folds everything that was ever appended.
    pub fn load(&self) -> Outcome<State> {
        let mut state = State::default();
        for envelope in self.after(Seq(0))? {
            evolve(&mut state, &envelope);
        }
        Ok(state)
    }

    /// Every event after this one, in order.
    pub fn after(&self, last: Seq) -> Outcome<Vec<Envelope>> {
        #[derive(Deserialize)]
        struct Row {
            seq: u64,
            at: u64,
            event: String,
        }
        if self.sql.is_empty()? {
            return Ok(Vec::new());
        }
        let rows: Vec<Row> = self.sql.rows(
            "SELECT seq, at, event FROM events WHERE seq > ? ORDER BY seq",
            [last.0.into()],
        )?;
        rows.into_iter()
            .map(|row| {
                let event: Event = serde_json::from_str(&row.event).map_err(|e| Problem::internal(&e))?;
                Ok(Envelope {
                    seq: Seq(row.seq),
                    at: Millis(row.at),
                    event,
                })
            })
            .collect()
    }

    /// Appends events, and the facts that go with them, all or nothing.
    pub fn append(&self, envelopes: &[Envelope], facts: &[(Fact, String)]) -> Outcome<()> {
        self.sql.migrate(MIGRATIONS)?;
        let rows: Vec<(u64, u64, String)> = envelopes
            .iter()
            .map(|e| {
                Ok((
                    e.seq.0,
                    e.at.0,
                    serde_json::to_string(&e.event).map_err(|e| Problem::internal(&e))?,
                ))
            })
            .collect::<Outcome<_>>()?;
        self.sql.transaction(|| {
            for (seq, at, event) in &rows {
                let bound = [(*seq).into(), (*at).into(), event.into()];
                self.sql
                    .run("INSERT INTO events (seq, at, event) VALUES (?, ?, ?)", bound)?;
            }
            facts
                .iter()
                .try_for_each(|(fact, value)| self.write(*fact, value))
        })
    }

    /// Stores a fact. Only once there are events: a conversation in which nothing happened stores nothing.
    pub fn set(&self, fact: Fact, value: &str) -> Outcome<()> {
        if self.sql.is_empty()? {
            Ok(())
        } else {
            self.write(fact, value)
        }
    }

    fn write(&self, fact: Fact, value: &str) -> Outcome<()> {
        self.sql.run(
            "INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)",
            [fact.name().into(), value.into()],
        )
    }

    /// Forgets a fact.
    pub fn unset(&self, fact: Fact) -> Outcome<()> {
        if self.sql.is_empty()? {
            return Ok(());
        }
        self.sql
            .run("DELETE FROM facts WHERE name = ?", [fact.name().into()])
    }

    /// A fact, if it is known.
    pub fn fact(&self, fact: Fact) -> Outcome<Option<String>> {
        #[derive(Deserialize)]
        struct Row {
            value: String,
        }
        if self.sql.is_empty()? {
            return Ok(None);
        }
        let row: Option<Row> = self
            .sql
            .first("SELECT value FROM facts WHERE name = ?", [fact.name().into()])?;
        Ok(row.map(|row| row.value))
    }

    /// Which conversation this is, once it was stored.
    pub fn identity(&self) -> Outcome<Option<Identity>> {
        let (Some(site), Some(conversation)) = (self.fact(Fact::Site)?, self.fact(Fact::Conversation)?)
        else {
            return Ok(None);
        };
        match (SiteId::new(site), ConversationId::new(conversation)) {
            (Ok(site), Ok(conversation)) => Ok(Some(Identity { site, conversation })),
            _ => Err(Problem::internal(&"the stored identity is malformed")),
        }
    }

    /// The policy last seen, with its hash.
    pub fn policy(&self) -> Outcome<Option<(String, Policy)>> {
        let (Some(hash), Some(json)) = (self.fact(Fact::PolicyHash)?, self.fact(Fact::Policy)?) else {
            return Ok(None);
        };
        Ok(serde_json::from_str(&json).ok().map(|policy| (hash, policy)))
    }
}
