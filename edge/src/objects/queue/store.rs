//! What the queue remembers: the newest item of each conversation, and who switched Available on.

use serde::Deserialize;
use shared::{
    ids::{ConversationId, MemberId, Seq, SiteId},
    queue::{Item, Stage},
};

use crate::{
    objects::sql::Sql,
    problem::{Outcome, Problem},
};

const MIGRATIONS: &[&str] = &["CREATE TABLE items (
         conversation TEXT PRIMARY KEY, version INTEGER NOT NULL, touched INTEGER NOT NULL, open INTEGER NOT NULL,
         item TEXT NOT NULL);
     CREATE INDEX items_by_time ON items (open, touched);
     CREATE TABLE available (member TEXT PRIMARY KEY);
     CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);"];

/// So many conversations without an open escalation are listed beside the open ones.
const MOST_OTHERS: u64 = 100;

/// The queue's storage.
#[derive(Debug)]
pub struct Store {
    sql: Sql,
}

#[derive(Deserialize)]
struct Row {
    item: String,
}

impl Store {
    /// The storage of this object.
    pub fn new(sql: Sql) -> Self {
        Self { sql }
    }

    /// Makes the tables, at the first thing worth storing.
    pub fn prepare(&self) -> Outcome<()> {
        self.sql.migrate(MIGRATIONS)
    }

    fn is_new(&self) -> Outcome<bool> {
        self.sql.is_empty()
    }

    /// Keeps an item unless a newer one is known. Returns whether it was kept.
    pub fn keep(&self, item: &Item) -> Outcome<bool> {
        #[derive(Deserialize)]
        struct Known {
            version: u64,
        }
        self.prepare()?;
        let id = item.conversation.as_str();
        let known: Option<Known> = self
            .sql
            .first("SELECT version FROM items WHERE conversation = ?", [id.into()])?;
        if !item.replaces(known.map(|known| Seq(known.version))) {
            return Ok(false);
        }
        let json = serde_json::to_string(item).map_err(|error| Problem::internal(&error))?;
        let bound = [
            id.into(),
            item.version.0.into(),
            item.touched.0.into(),
            is_open(item).into(),
            json.into(),
        ];
        self.sql.run(
            "INSERT OR REPLACE INTO items (conversation, version, touched, open, item) VALUES (?, ?, ?, ?, ?)",
            bound,
        )?;
        Ok(true)
    }

    /// Every conversation with an open escalation.
    pub fn open(&self) -> Outcome<Vec<Item>> {
        if self.is_new()? {
            return Ok(Vec::new());
        }
        Ok(parse(self.sql.rows("SELECT item FROM items WHERE open = 1", [])?))
    }

    /// Every open one, and the others that something happened in last.
    pub fn listed(&self) -> Outcome<Vec<Item>> {
        let mut items = self.open()?;
        if !self.is_new()? {
            let others = "SELECT item FROM items WHERE open = 0 ORDER BY touched DESC LIMIT ?";
            items.extend(parse(self.sql.rows(others, [MOST_OTHERS.into()])?));
        }
        Ok(items)
    }

    /// Forgets a conversation.
    pub fn forget(&self, conversation: &ConversationId) -> Outcome<()> {
        if self.is_new()? {
            return Ok(());
        }
        self.sql.run(
            "DELETE FROM items WHERE conversation = ?",
            [conversation.as_str().into()],
        )
    }

    /// Remembers what a member's switch says, over reconnects and restarts.
    pub fn set_available(&self, member: &MemberId, on: bool) -> Outcome<()> {
        self.prepare()?;
        let statement = if on {
            "INSERT OR REPLACE INTO available (member) VALUES (?)"
        } else {
            "DELETE FROM available WHERE member = ?"
        };
        self.sql.run(statement, [member.as_str().into()])
    }

    /// Everyone whose switch is on, whether their desk is open or not.
    pub fn available(&self) -> Outcome<Vec<MemberId>> {
        #[derive(Deserialize)]
        struct One {
            member: String,
        }
        if self.is_new()? {
            return Ok(Vec::new());
        }
        let rows: Vec<One> = self.sql.rows("SELECT member FROM available", [])?;
        Ok(rows
            .into_iter()
            .filter_map(|row| MemberId::new(row.member).ok())
            .collect())
    }

    /// Remembers which site this is the queue of.
    pub fn set_site(&self, site: &SiteId) -> Outcome<()> {
        self.prepare()?;
        self.sql.run(
            "INSERT OR IGNORE INTO facts (name, value) VALUES ('site', ?)",
            [site.as_str().into()],
        )
    }

    /// Which site this is the queue of, once it has been told.
    pub fn site(&self) -> Outcome<Option<SiteId>> {
        #[derive(Deserialize)]
        struct One {
            value: String,
        }
        if self.is_new()? {
            return Ok(None);
        }
        let row: Option<One> = self
            .sql
            .first("SELECT value FROM facts WHERE name = 'site'", [])?;
        Ok(row.and_then(|row| SiteId::new(row.value).ok()))
    }
}

fn is_open(item: &Item) -> bool {
    !matches!(item.stage, Stage::Assistant | Stage::Closed)
}

/// An item that cannot be read is left out, not in the way: its conversation has the truth and tells it again.
fn parse(rows: Vec<Row>) -> Vec<Item> {
    rows.into_iter()
        .filter_map(|row| serde_json::from_str(&row.item).ok())
        .collect()
}
