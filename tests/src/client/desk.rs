//! An agent's browser with the queue open.

use std::collections::BTreeMap;

use shared::ids::ConversationId;
use shared::link::Carrier;
use shared::protocol::{DeskFrame, ToDeskFrame, VERSION};
use shared::queue::Item;

use super::talk::Refused;
use super::wire::{Heard, Wire};
use crate::api::Api;
use crate::edge::TestEdge;
use crate::wait::{must, within};

/// An agent at their desk.
pub struct DeskClient {
    line: Wire,
    /// The newest item of every conversation.
    pub items: BTreeMap<ConversationId, Item>,
    /// Who was last said to look at each conversation, by name, and whether they write.
    pub looking: BTreeMap<ConversationId, Vec<(String, bool)>>,
    /// Conversations that the team was alerted about, in order.
    pub alerts: Vec<ConversationId>,
    /// What the switch **Available** says.
    pub available: bool,
    /// What was refused.
    pub refused: Vec<Refused>,
    /// How the line ended.
    pub ended: Option<Option<u16>>,
}

impl DeskClient {
    /// A signed-in member opens the queue.
    pub async fn opens(edge: &TestEdge, member: &Api) -> Self {
        Self::opens_by(Carrier::Socket, edge, member).await
    }

    /// [`DeskClient::opens`] on a network where this carries lines.
    pub async fn opens_by(carrier: Carrier, edge: &TestEdge, member: &Api) -> Self {
        let mut desk = Self {
            line: Wire::by(carrier, edge, "/api/v1/desk", member.cookie()).await,
            items: BTreeMap::new(),
            looking: BTreeMap::new(),
            alerts: Vec::new(),
            available: false,
            refused: Vec::new(),
            ended: None,
        };
        desk.send(&DeskFrame::Hello { v: VERSION }).await;
        let welcome = within("the desk's welcome", desk.hear()).await;
        assert!(
            matches!(welcome, Some(ToDeskFrame::Welcome { .. })),
            "{welcome:?}"
        );
        desk
    }

    /// Switches **Available**, and waits until the queue has it.
    pub async fn becomes_available(&mut self, on: bool) {
        self.send(&DeskFrame::Available { on }).await;
        self.until("the switch", |desk| (desk.available == on).then_some(()))
            .await;
    }

    /// Sends a frame and waits for nothing.
    pub async fn send(&mut self, frame: &DeskFrame) {
        self.line
            .text(&must("a frame", serde_json::to_string(frame)))
            .await;
    }

    /// Waits for an item of a conversation that `is` recognises.
    pub async fn waits_for(
        &mut self,
        what: &str,
        conversation: &ConversationId,
        is: impl Fn(&Item) -> bool,
    ) -> Item {
        self.until(what, |desk| {
            desk.items.get(conversation).filter(|item| is(item)).cloned()
        })
        .await
    }

    /// Waits for the edge to end the line; returns its code.
    pub async fn is_sent_away(&mut self) -> Option<u16> {
        self.until("the end of the line", |desk| desk.ended).await
    }

    /// Reads what comes until `see` finds something; panics with `what` when patience ends.
    pub async fn until<T>(&mut self, what: &str, mut see: impl FnMut(&mut Self) -> Option<T>) -> T {
        let reading = async {
            loop {
                if let Some(found) = see(self) {
                    return found;
                }
                self.hear().await;
            }
        };
        within(what, reading).await
    }

    async fn hear(&mut self) -> Option<ToDeskFrame> {
        if self.ended.is_some() {
            return std::future::pending().await;
        }
        match self.line.hear().await {
            Heard::Text(text) => {
                let frame: ToDeskFrame = must("a frame we know", serde_json::from_str(&text));
                self.take(frame.clone());
                Some(frame)
            }
            Heard::Closed(code) => {
                self.ended = Some(code);
                None
            }
        }
    }

    fn take(&mut self, frame: ToDeskFrame) {
        match frame {
            ToDeskFrame::Welcome { available, items, .. } => {
                self.available = available;
                self.items = items
                    .into_iter()
                    .map(|item| (item.conversation.clone(), item))
                    .collect();
            }
            ToDeskFrame::Item { item, alert, .. } => {
                let known = self.items.get(&item.conversation).map(|known| known.version);
                assert!(
                    known.is_none_or(|known| known < item.version),
                    "an older item came after a newer"
                );
                if alert {
                    self.alerts.push(item.conversation.clone());
                }
                self.items.insert(item.conversation.clone(), item);
            }
            ToDeskFrame::Looking { conversation, who } => {
                let who = who.into_iter().map(|one| (one.by.name, one.writing)).collect();
                self.looking.insert(conversation, who);
            }
            ToDeskFrame::Gone { conversation } => drop(self.items.remove(&conversation)),
            ToDeskFrame::Available { on } => self.available = on,
            ToDeskFrame::Refused { code, message } => self.refused.push(Refused { code, message }),
        }
    }
}
