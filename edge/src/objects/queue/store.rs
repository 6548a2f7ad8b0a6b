//! What the queue remembers: the newest item of each conversation, and who switched Available on.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
};

use serde::Deserialize;
use shared::{
    ids::{ConversationId, MemberId, Millis, Seq, SiteId},
    queue::Item,
};

use super::{handoffs, search};
use crate::{
    objects::sql::Sql,
    problem::{Outcome, Problem},
};

const MIGRATIONS: &[&str] = &[
    "CREATE TABLE items (
         conversation TEXT PRIMARY KEY, version INTEGER NOT NULL, touched INTEGER NOT NULL, open INTEGER NOT NULL,
         item TEXT NOT NULL);
     CREATE INDEX items_by_time ON items (open, touched);
     CREATE TABLE available (member TEXT PRIMARY KEY);
     CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);",
    // Conversations that may have an open escalation, whether it was ever told here or not; and when the sweep saw each.
    "CREATE TABLE watched (conversation TEXT PRIMARY KEY, asked INTEGER NOT NULL, swept INTEGER NOT NULL);
     INSERT INTO watched (conversation, asked, swept) SELECT conversation, touched, 0 FROM items WHERE open = 1;",
    // Which conversations each session opened; and from which of them somebody is still to be sent away.
    "CREATE TABLE opened (session TEXT NOT NULL, conversation TEXT NOT NULL, member TEXT NOT NULL, at INTEGER NOT NULL,
         PRIMARY KEY (session, conversation));
     CREATE INDEX opened_by ON opened (member);
     CREATE TABLE leaving (conversation TEXT NOT NULL, who TEXT NOT NULL, site TEXT NOT NULL,
         PRIMARY KEY (conversation, who));",
    search::TABLES,
    handoffs::TABLE,
];

/// So many conversations without an open escalation are listed beside the open ones.
const MOST_OTHERS: u64 = 100;

/// The queue's storage.
#[derive(Debug)]
pub struct Store {
    pub(super) sql: Sql,
    /// Whether the tables are known to be up to date.
    ready: Cell<bool>,
    /// The items with an open escalation, as they are stored, once they were asked for: every change of one asks for all of
    /// them, and reading a thousand from their JSON each time kept visitors waiting.
    open: RefCell<Option<BTreeMap<ConversationId, Item>>>,
}

/// A conversation that may have an open escalation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watched {
    /// Which.
    pub conversation: ConversationId,
    /// When it was last about to call somebody.
    pub asked: Millis,
}

#[derive(Deserialize)]
struct Row {
    item: String,
}

impl Store {
    /// The storage of this object.
    pub fn new(sql: Sql) -> Self {
        Self {
            sql,
            ready: Cell::new(false),
            open: RefCell::default(),
        }
    }

    /// Makes the tables, at the first thing worth storing.
    pub fn prepare(&self) -> Outcome<()> {
        if !self.ready.get() {
            self.sql.migrate(MIGRATIONS)?;
            self.ready.set(true);
        }
        Ok(())
    }

    /// Whether nothing was ever stored. What an earlier version stored is brought up to date.
    pub(super) fn is_new(&self) -> Outcome<bool> {
        if !self.ready.get() && self.sql.is_empty()? {
            return Ok(true);
        }
        self.prepare()?;
        Ok(false)
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
            item.is_open().into(),
            json.into(),
        ];
        self.sql.run(
            "INSERT OR REPLACE INTO items (conversation, version, touched, open, item) VALUES (?, ?, ?, ?, ?)",
            bound,
        )?;
        if let Some(open) = self.open.borrow_mut().as_mut() {
            if item.is_open() {
                open.insert(item.conversation.clone(), item.clone());
            } else {
                open.remove(&item.conversation);
            }
        }
        if item.is_open() {
            let watched = "INSERT OR IGNORE INTO watched (conversation, asked, swept) VALUES (?, ?, 0)";
            self.sql.run(watched, [id.into(), item.touched.0.into()])?;
        }
        Ok(true)
    }

    /// What is listed of a conversation.
    pub fn item(&self, conversation: &ConversationId) -> Outcome<Option<Item>> {
        if self.is_new()? {
            return Ok(None);
        }
        let query = "SELECT item FROM items WHERE conversation = ?";
        Ok(parse(self.sql.rows(query, [conversation.as_str().into()])?).pop())
    }

    /// A conversation may have an open escalation from now on, whether that is told here or not.
    pub fn watch(&self, conversation: &ConversationId, now: Millis) -> Outcome<()> {
        self.prepare()?;
        self.sql.run(
            "INSERT INTO watched (conversation, asked, swept) VALUES (?, ?, 0)
             ON CONFLICT (conversation) DO UPDATE SET asked = excluded.asked",
            [conversation.as_str().into(), now.0.into()],
        )
    }

    /// Those on the watch list that were not looked at for longest.
    pub fn to_sweep(&self, most: u32) -> Outcome<Vec<Watched>> {
        #[derive(Deserialize)]
        struct Row {
            conversation: String,
            asked: u64,
        }
        if self.is_new()? {
            return Ok(Vec::new());
        }
        let query = "SELECT conversation, asked FROM watched ORDER BY swept, conversation LIMIT ?";
        let rows: Vec<Row> = self.sql.rows(query, [most.into()])?;
        let watched = |row: Row| {
            let conversation = ConversationId::new(row.conversation).ok()?;
            Some(Watched::new(conversation, Millis(row.asked)))
        };
        Ok(rows.into_iter().filter_map(watched).collect())
    }

    /// How many on the watch list were last looked at before this moment.
    pub fn unswept_since(&self, began: Millis) -> Outcome<u32> {
        #[derive(Deserialize)]
        struct Row {
            unswept: u32,
        }
        if self.is_new()? {
            return Ok(0);
        }
        let query = "SELECT count(*) AS unswept FROM watched WHERE swept < ?";
        let row: Option<Row> = self.sql.first(query, [began.0.into()])?;
        Ok(row.map_or(0, |row| row.unswept))
    }

    /// A conversation was looked at.
    pub fn mark_swept(&self, conversation: &ConversationId, now: Millis) -> Outcome<()> {
        self.sql.run(
            "UPDATE watched SET swept = ? WHERE conversation = ?",
            [now.0.into(), conversation.as_str().into()],
        )
    }

    /// Takes a conversation off the watch list, unless it asked again meanwhile.
    pub fn unwatch(&self, watched: &Watched) -> Outcome<()> {
        self.sql.run(
            "DELETE FROM watched WHERE conversation = ? AND asked = ?",
            [watched.conversation.as_str().into(), watched.asked.0.into()],
        )
    }

    /// What `of` makes of every conversation with an open escalation.
    pub fn of_open<T>(&self, of: impl FnOnce(&BTreeMap<ConversationId, Item>) -> T) -> Outcome<T> {
        if let Some(open) = self.open.borrow().as_ref() {
            return Ok(of(open));
        }
        let items = if self.is_new()? {
            Vec::new()
        } else {
            parse(self.sql.rows("SELECT item FROM items WHERE open = 1", [])?)
        };
        let by_id = items.into_iter().map(|item| (item.conversation.clone(), item));
        Ok(of(self.open.borrow_mut().insert(by_id.collect())))
    }

    /// Every open one, and the others that something happened in last.
    pub fn listed(&self) -> Outcome<Vec<Item>> {
        let mut items: Vec<Item> = self.of_open(|open| open.values().cloned().collect())?;
        if !self.is_new()? {
            let others = "SELECT item FROM items WHERE open = 0 ORDER BY touched DESC LIMIT ?";
            items.extend(parse(self.sql.rows(others, [MOST_OTHERS.into()])?));
        }
        Ok(items)
    }

    /// Forgets a conversation, and every word of it.
    pub fn forget(&self, conversation: &ConversationId) -> Outcome<()> {
        if self.is_new()? {
            return Ok(());
        }
        let id = conversation.as_str();
        // Read again from what is stored, whether this succeeds or not.
        self.open.take();
        self.sql.transaction(|| {
            self.forget_words(conversation)?;
            self.sql
                .run("DELETE FROM items WHERE conversation = ?", [id.into()])?;
            self.sql
                .run("DELETE FROM watched WHERE conversation = ?", [id.into()])
        })
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

/// An item that cannot be read is left out, not in the way: its conversation has the truth and tells it again.
fn parse(rows: Vec<Row>) -> Vec<Item> {
    rows.into_iter().filter_map(|row| parse_item(&row.item)).collect()
}

/// An item as it was stored.
pub(super) fn parse_item(json: &str) -> Option<Item> {
    serde_json::from_str(json).ok()
}
