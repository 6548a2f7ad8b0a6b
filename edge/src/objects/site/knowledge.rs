//! The site's knowledge: passages in a full-text index, replaced as a whole, looked up at the start of each turn.

use serde::Deserialize;
use shared::knowledge::{Found, Lookup, MOST_FOUND, Passage, index};

use super::{Store, calls::Counted, rules, settings};
use crate::{
    knowledge::{Document, passages},
    problem::Outcome,
};

impl Store<'_> {
    /// Replaces the whole knowledge, or changes nothing.
    pub fn replace_documents(&self, documents: &[Document]) -> Outcome<Counted> {
        rules::documents(documents)?;
        let pieces: Vec<_> = documents.iter().flat_map(passages).collect();
        self.sql.transaction(|| {
            self.sql.run("DELETE FROM passages", [])?;
            for piece in &pieces {
                self.sql.run(
                    index::INSERT,
                    [&piece.title, &piece.heading, &piece.body, &piece.url].map(Into::into),
                )?;
            }
            Ok(())
        })?;
        Ok(Counted {
            documents: documents.len(),
            passages: pieces.len(),
        })
    }

    /// What a turn starts from: the policy, when the asker holds another, and the passages that fit the words best.
    pub fn look_up(&self, lookup: &Lookup) -> Outcome<Found> {
        let settings = self.settings()?;
        let policy = settings::policy(&settings);
        let policy_hash = policy.hash();
        let policy = (lookup.policy_hash.as_deref() != Some(&policy_hash)).then_some(policy);
        let passages = match index::match_string(&lookup.terms) {
            Some(words) => self.best_passages(&words)?,
            None => Vec::new(),
        };
        Ok(Found {
            site_name: settings.name,
            policy_hash,
            policy,
            passages,
        })
    }

    fn best_passages(&self, words: &str) -> Outcome<Vec<Passage>> {
        #[derive(Deserialize)]
        struct Row {
            title: String,
            heading: String,
            url: String,
            body: String,
            rank: f64,
        }
        let rows: Vec<Row> = self
            .sql
            .rows(index::BEST, [words.into(), (MOST_FOUND as u64).into()])?;
        let passage = |row: Row| Passage {
            title: row.title,
            heading: row.heading,
            url: row.url,
            body: row.body,
            score: -row.rank,
        };
        Ok(rows.into_iter().map(passage).collect())
    }
}
