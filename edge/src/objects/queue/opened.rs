//! What the queue remembers of open conversations: who opened which in which session, and from which of them somebody is still to
//! be sent away. Both survive this process.

use serde::Deserialize;
use shared::ids::{ConversationId, Millis, SiteId};

use super::{calls::Opens, leaving::Left, store::Store};
use crate::{
    objects::{conversation::calls::Leaving, site::SESSION_LASTS_MS},
    problem::{Outcome, Problem},
};

impl Store {
    /// A member is about to open a conversation. What was opened in sessions that must be over by now is forgotten.
    pub fn opens(&self, opens: &Opens, now: Millis) -> Outcome<()> {
        self.prepare()?;
        self.sql.run(
            "DELETE FROM opened WHERE at < ?",
            [now.0.saturating_sub(SESSION_LASTS_MS).into()],
        )?;
        let opened = "INSERT OR REPLACE INTO opened (session, conversation, member, at) VALUES (?, ?, ?, ?)";
        self.sql.run(
            opened,
            [
                opens.session.as_str().into(),
                opens.conversation.as_str().into(),
                opens.member.as_str().into(),
                now.0.into(),
            ],
        )
    }

    /// Writes down what somebody who has to go is to be sent away from: what they opened, and for a removed member also
    /// what they hold.
    pub fn leave(&self, site: &SiteId, who: &Leaving) -> Outcome<()> {
        self.prepare()?;
        let json = serde_json::to_string(who).map_err(|error| Problem::internal(&error))?;
        let (id, found, done) = match who {
            Leaving::Member(member) => (
                member.to_string(),
                "SELECT conversation FROM opened WHERE member = ?1
                 UNION SELECT conversation FROM items WHERE open = 1 AND json_extract(item, '$.stage.held.by.id') = ?1",
                "DELETE FROM opened WHERE member = ?",
            ),
            Leaving::Session(session) => (
                session.clone(),
                "SELECT conversation FROM opened WHERE session = ?1",
                "DELETE FROM opened WHERE session = ?",
            ),
        };
        self.sql.transaction(|| {
            let leaving =
                format!("INSERT OR IGNORE INTO leaving (conversation, who, site) SELECT conversation, ?2, ?3 FROM ({found})");
            let bound = [id.as_str().into(), json.into(), site.as_str().into()];
            self.sql.run(&leaving, bound)?;
            self.sql.run(done, [id.into()])
        })
    }

    /// From where somebody is still to be sent away.
    pub fn left(&self, most: u32) -> Outcome<Vec<Left>> {
        #[derive(Deserialize)]
        struct Row {
            conversation: String,
            who: String,
            site: String,
        }
        if self.is_new()? {
            return Ok(Vec::new());
        }
        let query = "SELECT conversation, who, site FROM leaving LIMIT ?";
        let rows: Vec<Row> = self.sql.rows(query, [most.into()])?;
        let left = |row: Row| {
            Some(Left {
                site: SiteId::new(row.site).ok()?,
                conversation: ConversationId::new(row.conversation).ok()?,
                who: serde_json::from_str(&row.who).ok()?,
            })
        };
        Ok(rows.into_iter().filter_map(left).collect())
    }

    /// Whether somebody is still to be sent away from somewhere.
    pub fn is_leaving(&self) -> Outcome<bool> {
        Ok(!self.left(1)?.is_empty())
    }

    /// They are gone from there.
    pub fn has_left(&self, left: &Left) -> Outcome<()> {
        let who = serde_json::to_string(&left.who).map_err(|error| Problem::internal(&error))?;
        self.sql.run(
            "DELETE FROM leaving WHERE conversation = ? AND who = ?",
            [left.conversation.as_str().into(), who.into()],
        )
    }

    /// A conversation was erased: so is who opened it.
    pub fn unopen(&self, conversation: &ConversationId) -> Outcome<()> {
        if self.is_new()? {
            return Ok(());
        }
        self.sql.run(
            "DELETE FROM opened WHERE conversation = ?",
            [conversation.as_str().into()],
        )
    }
}
