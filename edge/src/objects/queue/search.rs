//! Searching conversations: an index of what was said in them, kept beside the queue's items. Bounded in every direction,
//! and gone with the conversation.

use serde::{Deserialize, Serialize};
use shared::{
    ids::{ConversationId, Seq},
    queue::{Item, search::terms},
    text::clip,
};

use super::{
    calls::{Hit, Words},
    store::{Store, parse_item},
};
use crate::problem::Outcome;

/// Tables of the index. Deleted words are overwritten, not only marked: erased means erased.
pub const TABLES: &str = "CREATE TABLE said (
         id INTEGER PRIMARY KEY, conversation TEXT NOT NULL, seq INTEGER NOT NULL, UNIQUE (conversation, seq));
     CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
     INSERT INTO words (words, rank) VALUES ('secure-delete', 1);";

/// So many characters of a message are indexed.
const LONGEST: usize = 2_000;
/// So many messages of a conversation are; the oldest give way.
const MOST_OF_ONE: u64 = 500;
/// So many messages of a site are; the oldest give way.
const MOST: u64 = 200_000;
/// So many conversations are found at most.
const MOST_HITS: u64 = 30;

/// The place of what is known about the visitor: before everything that was said.
const ABOUT: Seq = Seq(0);

#[derive(Deserialize)]
struct Id {
    id: u64,
}

impl Store {
    /// Indexes what is new in a conversation. What is indexed already stays as it is, so being told twice does no harm.
    pub fn index(&self, item: &Item, words: &[Words]) -> Outcome<()> {
        let conversation = item.conversation.as_str();
        self.sql.transaction(|| {
            self.unindex(conversation, "seq = 0")?;
            self.index_one(conversation, ABOUT, &about(item))?;
            for said in words {
                self.index_one(conversation, said.seq, &said.text)?;
            }
            // The newest so many, and the row that says who.
            let older = format!(
                "seq > 0 AND seq <= (SELECT seq FROM said WHERE conversation = ?1 ORDER BY seq DESC LIMIT 1 OFFSET {MOST_OF_ONE})"
            );
            self.unindex(conversation, &older)?;
            self.keep_to_the_limit()
        })
    }

    fn index_one(&self, conversation: &str, seq: Seq, text: &str) -> Outcome<()> {
        let insert = "INSERT INTO said (conversation, seq) VALUES (?, ?) ON CONFLICT DO NOTHING RETURNING id";
        let new: Option<Id> = self.sql.first(insert, [conversation.into(), seq.0.into()])?;
        match new {
            Some(Id { id }) => self.sql.run(
                "INSERT INTO words (rowid, text) VALUES (?, ?)",
                [id.into(), clip(text, LONGEST).into()],
            ),
            None => Ok(()),
        }
    }

    /// Takes rows of a conversation out of the index; `which` is ours and never holds anybody's words.
    fn unindex(&self, conversation: &str, which: &str) -> Outcome<()> {
        let rows = format!("SELECT id FROM said WHERE conversation = ?1 AND {which}");
        self.sql.run(
            &format!("DELETE FROM words WHERE rowid IN ({rows})"),
            [conversation.into()],
        )?;
        self.sql.run(
            &format!("DELETE FROM said WHERE conversation = ?1 AND {which}"),
            [conversation.into()],
        )
    }

    /// Ids grow, so the oldest are the lowest.
    fn keep_to_the_limit(&self) -> Outcome<()> {
        let newest: Option<Id> = self
            .sql
            .first("SELECT max(id) AS id FROM said HAVING id IS NOT NULL", [])?;
        let Some(last) = newest.and_then(|newest| newest.id.checked_sub(MOST)) else {
            return Ok(());
        };
        self.sql
            .run("DELETE FROM words WHERE rowid <= ?", [last.into()])?;
        self.sql.run("DELETE FROM said WHERE id <= ?", [last.into()])
    }

    /// Takes a whole conversation out of the index.
    pub(super) fn forget_words(&self, conversation: &ConversationId) -> Outcome<()> {
        self.unindex(conversation.as_str(), "1")
    }

    /// The conversations that hold every word somewhere, the latest touched first, each with the words around one.
    pub fn search(&self, typed: &str) -> Outcome<Vec<Hit>> {
        #[derive(Deserialize)]
        struct Row {
            item: String,
        }
        let terms = terms(typed);
        if terms.is_empty() || self.is_new()? {
            return Ok(Vec::new());
        }
        self.prepare()?;
        let each = "SELECT conversation FROM said WHERE id IN (SELECT rowid FROM words WHERE words MATCH (SELECT value FROM \
                    json_each(?1) LIMIT 1 OFFSET ";
        let all: Vec<String> = (0..terms.len()).map(|at| format!("{each}{at}))")).collect();
        let query = format!(
            "SELECT item FROM items WHERE conversation IN ({}) ORDER BY touched DESC LIMIT ?2",
            all.join(" INTERSECT ")
        );
        let list = serde_json::to_string(&terms).unwrap_or_default();
        let rows: Vec<Row> = self.sql.rows(&query, [list.into(), MOST_HITS.into()])?;
        let any = terms.join(" OR ");
        let hit = |item: Item| {
            Ok(Hit {
                line: self.around(&item.conversation, &any)?,
                item,
            })
        };
        rows.iter()
            .filter_map(|row| parse_item(&row.item))
            .map(hit)
            .collect()
    }

    /// The words around the best place; empty when that is about the visitor, which the item shows already.
    fn around(&self, conversation: &ConversationId, any: &str) -> Outcome<String> {
        #[derive(Deserialize)]
        struct Row {
            line: String,
        }
        let query = "SELECT snippet(words, 0, '', '', '…', 16) AS line FROM words WHERE words MATCH ?1 AND rowid IN \
                     (SELECT id FROM said WHERE conversation = ?2 AND seq > 0) ORDER BY rank LIMIT 1";
        let row: Option<Row> = self
            .sql
            .first(query, [any.into(), conversation.as_str().into()])?;
        Ok(row.map(|row| row.line).unwrap_or_default())
    }
}

/// What is known about the visitor, as one text.
fn about(item: &Item) -> String {
    let page = item.page.iter().flat_map(|page| [&page.title, &page.url]);
    let known = item.verified.iter().chain(&item.email).chain(page);
    known.map(String::as_str).collect::<Vec<_>>().join("\n")
}

/// What a search found.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Hits {
    /// The conversations, the latest touched first.
    pub hits: Vec<Hit>,
}
