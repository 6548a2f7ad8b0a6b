//! An agent's queue over a bad network: the newest item of every conversation, made whole again by every welcome.

use std::collections::BTreeMap;
use std::time::Duration;

use shared::ids::{ConversationId, Millis};
use shared::link::Carrier;
use shared::protocol::{DeskFrame, ToDeskFrame, VERSION};
use shared::queue::{Item, Stage, order};
use tokio::time::sleep_until;

use super::browser::now;
use super::chance::Chance;
use super::link::{Link, Sign, Target};
use crate::wait::must;

/// A queue that is open.
pub struct Desk {
    /// The newest item of every conversation.
    pub items: BTreeMap<ConversationId, Item>,
    /// Whether the welcome of the present line was heard.
    pub welcomed: bool,
    link: Link,
    at: Millis,
}

impl Desk {
    /// A queue that was just opened, with the session's cookie.
    pub fn new(origin: &str, cookie: &str, carrier: Carrier, chance: Chance) -> Self {
        let target = Target {
            origin: origin.to_owned(),
            path: "/api/v1/desk".to_owned(),
            cookie: Some(cookie.to_owned()),
            carrier,
        };
        Self {
            items: BTreeMap::new(),
            welcomed: false,
            link: Link::new(target, chance),
            at: Millis(0),
        }
    }

    /// Lives for so long.
    pub async fn lives(&mut self, ms: u64) {
        let end = now() + Duration::from_millis(ms);
        loop {
            let sign = tokio::select! {
                sign = self.link.next() => sign,
                () = sleep_until(end) => return,
            };
            self.takes(sign).await;
        }
    }

    /// The line is let go of. Living on makes it again.
    pub fn rests(&mut self) {
        self.welcomed = false;
        self.link.rest();
    }

    /// Who waits, first the one who is next.
    pub fn waiting(&self) -> Vec<ConversationId> {
        self.in_stage(&Stage::Waiting)
    }

    /// Whom the assistant is talking to.
    pub fn with_assistant(&self) -> Vec<ConversationId> {
        self.in_stage(&Stage::Assistant)
    }

    fn in_stage(&self, stage: &Stage) -> Vec<ConversationId> {
        let mut items: Vec<Item> = self
            .items
            .values()
            .filter(|item| item.stage == *stage)
            .cloned()
            .collect();
        order(&mut items, self.at);
        items.into_iter().map(|item| item.conversation).collect()
    }

    async fn takes(&mut self, sign: Sign) {
        match sign {
            Sign::Open => {
                self.says(&DeskFrame::Hello { v: VERSION }).await;
            }
            Sign::Lost => self.welcomed = false,
            Sign::Text(text) => self.hears(&text).await,
        }
    }

    async fn hears(&mut self, text: &str) {
        match must("a frame we know", serde_json::from_str(text)) {
            ToDeskFrame::Welcome {
                now,
                items,
                available,
                ..
            } => {
                (self.at, self.welcomed) = (now, true);
                self.link.welcomed();
                let known = items.into_iter().map(|item| (item.conversation.clone(), item));
                self.items = known.collect();
                if !available {
                    self.says(&DeskFrame::Available { on: true }).await;
                }
            }
            ToDeskFrame::Item { item, now, .. } => {
                self.at = now;
                self.items.insert(item.conversation.clone(), item);
            }
            ToDeskFrame::Gone { conversation } => drop(self.items.remove(&conversation)),
            ToDeskFrame::Available { .. } | ToDeskFrame::Looking { .. } | ToDeskFrame::Refused { .. } => {}
        }
    }

    async fn says(&mut self, frame: &DeskFrame) {
        let text = must("a frame", serde_json::to_string(frame));
        self.link.send(&text).await;
    }
}
