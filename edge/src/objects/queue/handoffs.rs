//! What was said of handoffs, kept beside the items so that it can be counted. Each escalation of a conversation is one
//! row, told at least once and written the same however often; it is gone with the conversation.

use serde::{Deserialize, de::DeserializeOwned};
use shared::{
    conversation::Rating,
    ids::ConversationId,
    queue::handoff::{Counted, Tally, tallies},
};

use super::{calls::Notice, store::Store};
use crate::problem::{Outcome, Problem};

/// The table. Reason and rating are as they are on the wire.
pub const TABLE: &str = "CREATE TABLE handoffs (
         conversation TEXT NOT NULL, number INTEGER NOT NULL, reason TEXT NOT NULL, rating TEXT, helped INTEGER,
         PRIMARY KEY (conversation, number));";

impl Store {
    /// Keeps what a notice says of its conversation's escalations.
    pub fn keep_handoffs(&self, notice: &Notice) -> Outcome<()> {
        let conversation = notice.item.conversation.as_str();
        if let Some(handoff) = &notice.handoff {
            let reason = name(&handoff.reason)?;
            let bound = [conversation.into(), handoff.number.into(), reason.into()];
            self.sql.run(
                "INSERT INTO handoffs (conversation, number, reason) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                bound,
            )?;
            if let Some(helped) = handoff.helped {
                self.sql.run(
                    "UPDATE handoffs SET helped = ? WHERE conversation = ? AND number = ?",
                    [helped.into(), conversation.into(), handoff.number.into()],
                )?;
            }
        }
        for (number, rating) in &notice.ratings {
            self.sql.run(
                "UPDATE handoffs SET rating = ? WHERE conversation = ? AND number = ?",
                [name(rating)?.into(), conversation.into(), (*number).into()],
            )?;
        }
        Ok(())
    }

    /// Forgets them with their conversation.
    pub fn forget_handoffs(&self, conversation: &ConversationId) -> Outcome<()> {
        if self.is_new()? {
            return Ok(());
        }
        let statement = "DELETE FROM handoffs WHERE conversation = ?";
        self.sql.run(statement, [conversation.as_str().into()])
    }

    /// How they went, by reason.
    pub fn how_they_went(&self) -> Outcome<Vec<Tally>> {
        #[derive(Deserialize)]
        struct Row {
            reason: String,
            rating: Option<String>,
            helped: Option<u8>,
            count: u32,
        }
        if self.is_new()? {
            return Ok(Vec::new());
        }
        let query =
            "SELECT reason, rating, helped, count(*) AS count FROM handoffs GROUP BY reason, rating, helped";
        let rows: Vec<Row> = self.sql.rows(query, [])?;
        // A reason or rating of another version is left out.
        let counted = |row: Row| {
            Some(Counted {
                reason: named(&row.reason)?,
                rating: row.rating.as_deref().and_then(named::<Rating>),
                helped: row.helped.map(|helped| helped != 0),
                count: row.count,
            })
        };
        let counted: Vec<Counted> = rows.into_iter().filter_map(counted).collect();
        Ok(tallies(&counted))
    }
}

/// A name on the wire, without its quotes.
fn name(value: &impl serde::Serialize) -> Outcome<String> {
    let json = serde_json::to_string(value).map_err(|error| Problem::internal(&error))?;
    Ok(json.trim_matches('"').to_owned())
}

fn named<T: DeserializeOwned>(name: &str) -> Option<T> {
    serde_json::from_value(name.into()).ok()
}
