//! The edge's index on a database in memory: the same table, the same query, the same cutting into passages.

// The very files that the edge is compiled from: what is measured is what is shipped.
#[path = "../../../../../edge/src/knowledge/mod.rs"]
mod knowledge;

use rusqlite::{Connection, params};
use shared::knowledge::{MOST_FOUND, Passage, index, look_up_terms};
use shared::policy::Policy;
use shared::triggers::confidence::{best_first, support};

use super::super::case::{Judged, Wanted};
use super::ANSWER;
use super::pairs::{Document, Question};
use crate::fault::{Fault, Outcome};

/// Ends the address of a page, so that no heading adds its own: an address names its document.
const OWN_ANCHOR: &str = "#/";

/// Documents, ready to be looked up.
pub struct Index {
    database: Connection,
    answer_from: u32,
}

impl Index {
    /// Cuts documents into passages and indexes them.
    pub fn of(documents: &[Document]) -> Outcome<Self> {
        let index = Self {
            database: Connection::open_in_memory()?,
            answer_from: Policy::default().thresholds.offer_below,
        };
        index.database.execute_batch("BEGIN")?;
        index.database.execute_batch(index::TABLE)?;
        index.add(documents)?;
        index.database.execute_batch("COMMIT")?;
        Ok(index)
    }

    fn add(&self, documents: &[Document]) -> Outcome {
        let mut insert = self.database.prepare(index::INSERT)?;
        for piece in documents
            .iter()
            .map(page)
            .flat_map(|page| knowledge::passages(&page))
        {
            insert.execute(params![piece.title, piece.heading, piece.body, piece.url])?;
        }
        Ok(())
    }

    /// What would be done about a question that comes alone.
    pub fn judge(&self, question: &Question) -> Outcome<Judged> {
        let passages = best_first(&question.text, self.look_up(&question.text)?);
        let percent = support(&question.text, &passages);
        let found = passages.iter().any(|passage| {
            let id = passage.url.trim_end_matches(OWN_ANCHOR);
            question.gold_doc_ids.iter().any(|gold| gold == id)
        });
        Ok(Judged {
            label: if question.answerable {
                "answerable"
            } else {
                "not_answerable"
            }
            .to_owned(),
            wanted: if question.answerable {
                Wanted::OneOf(&[ANSWER])
            } else {
                Wanted::NoneOf(&[ANSWER])
            },
            outcome: if percent >= self.answer_from {
                ANSWER
            } else {
                "offer"
            },
            because: format!(
                "support {percent}, the right page {}",
                if found { "found" } else { "not found" }
            ),
        })
    }

    fn look_up(&self, question: &str) -> Outcome<Vec<Passage>> {
        let Some(words) = index::match_string(&look_up_terms(question)) else {
            return Ok(Vec::new());
        };
        let mut best = self.database.prepare(index::BEST)?;
        let rows = best.query_map(
            params![words, i64::try_from(MOST_FOUND).unwrap_or(i64::MAX)],
            |row| {
                Ok(Passage {
                    title: row.get("title")?,
                    heading: row.get("heading")?,
                    url: row.get("url")?,
                    body: row.get("body")?,
                    score: -row.get::<_, f64>("rank")?,
                })
            },
        )?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

/// A document as its owner would have written the page. Example questions are all that is known of some: they stand in
/// for its text.
fn page(document: &Document) -> knowledge::Document {
    let text = format!("{}\n\n{}", document.text, document.example_questions.join("\n\n"));
    let (title, markdown) = match &document.entity {
        Some(entity) => (entity.clone(), format!("## {}\n\n{text}", document.title)),
        None => (document.title.clone(), text),
    };
    knowledge::Document {
        url: format!("{}{OWN_ANCHOR}", document.doc_id),
        title,
        markdown,
    }
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        Self::new(format!("the index failed: {error}"))
    }
}
