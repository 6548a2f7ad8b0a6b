//! An agent's browser with one conversation open.

use std::ops::{Deref, DerefMut};

use shared::conversation::Inside;
use shared::ids::{ConversationId, Epoch, Seq};
use shared::link::Carrier;
use shared::protocol::{AgentFrame, TransferTo, VERSION};

use super::talk::Talk;
use super::wire::Wire;
use crate::api::Api;
use crate::edge::TestEdge;

/// An agent with one conversation open.
pub struct AgentClient {
    talk: Talk<Inside, AgentFrame>,
    conversation: ConversationId,
    cookie: String,
    carrier: Carrier,
}

impl AgentClient {
    /// A signed-in member opens a conversation. `name` tells this client's ids from other clients'.
    pub async fn opens(edge: &TestEdge, member: &Api, name: &str, conversation: &ConversationId) -> Self {
        Self::opens_by(Carrier::Socket, edge, member, name, conversation).await
    }

    /// [`AgentClient::opens`] on a network where this carries lines.
    pub async fn opens_by(
        carrier: Carrier,
        edge: &TestEdge,
        member: &Api,
        name: &str,
        conversation: &ConversationId,
    ) -> Self {
        let cookie = member.cookie().unwrap_or_default().to_owned();
        let mut agent = Self {
            talk: Talk::new(name),
            conversation: conversation.clone(),
            cookie,
            carrier,
        };
        agent.comes_back(edge).await;
        agent
    }

    /// Opens a new line from the last event held; what is not acknowledged is sent again.
    pub async fn comes_back(&mut self, edge: &TestEdge) {
        let path = format!("/api/v1/conversations/{}/agent", self.conversation);
        let line = Wire::by(self.carrier, edge, &path, Some(&self.cookie)).await;
        let hello = AgentFrame::Hello {
            v: VERSION,
            last: self.talk.state.last,
        };
        self.talk.greet(line, &hello).await;
    }

    /// Which conversation it is.
    pub fn conversation(&self) -> &ConversationId {
        &self.conversation
    }

    /// Claims the conversation.
    pub async fn claims(&mut self) -> Seq {
        self.talk.does(|id| AgentFrame::Claim { id }).await
    }

    /// Takes the floor from the assistant.
    pub async fn takes_over(&mut self) -> Seq {
        self.talk.does(|id| AgentFrame::TakeOver { id }).await
    }

    /// Writes to the visitor, in the epoch this client believes in.
    pub async fn replies(&mut self, text: &str) -> Seq {
        let frame = self.reply(self.talk.state.epoch, text);
        self.talk.does(frame).await
    }

    /// Writes to the visitor, and is refused with this code.
    pub async fn cannot_reply(&mut self, text: &str) -> String {
        let frame = self.reply(self.talk.state.epoch, text);
        self.talk.is_refused(frame).await
    }

    /// A reply in an epoch of the story's choice, for [`Talk::asks`] and its like.
    pub fn reply(
        &self,
        epoch: Epoch,
        text: &str,
    ) -> impl FnOnce(shared::ids::ClientId) -> AgentFrame + use<> {
        let text = text.to_owned();
        move |id| AgentFrame::Reply { id, epoch, text }
    }

    /// Gives the floor back.
    pub async fn hands_back(&mut self) -> Seq {
        let frame = Self::hand_back(self.talk.state.epoch);
        self.talk.does(frame).await
    }

    /// A hand-back in an epoch of the story's choice, for [`Talk::asks`] and its like.
    pub fn hand_back(epoch: Epoch) -> impl FnOnce(shared::ids::ClientId) -> AgentFrame + use<> {
        move |id| AgentFrame::HandBack {
            id,
            epoch: Some(epoch),
        }
    }

    /// A close in an epoch of the story's choice.
    pub fn close(
        epoch: Epoch,
        category: &str,
        outcome: &str,
    ) -> impl FnOnce(shared::ids::ClientId) -> AgentFrame + use<> {
        let (category, outcome) = (category.to_owned(), outcome.to_owned());
        move |id| AgentFrame::Close {
            id,
            epoch: Some(epoch),
            category,
            outcome,
        }
    }

    /// Passes the conversation on, in the epoch this client believes in.
    pub async fn transfers(&mut self, to: TransferTo, note: &str) -> Seq {
        let frame = self.transfer(to, note);
        self.talk.does(frame).await
    }

    /// A transfer, for [`Talk::asks`] and its like.
    pub fn transfer(
        &self,
        to: TransferTo,
        note: &str,
    ) -> impl FnOnce(shared::ids::ClientId) -> AgentFrame + use<> {
        let (epoch, note) = (self.talk.state.epoch, note.to_owned());
        move |id| AgentFrame::Transfer { id, epoch, to, note }
    }

    /// Writes a note for colleagues.
    pub async fn notes(&mut self, text: &str) -> Seq {
        let text = text.to_owned();
        self.talk.does(|id| AgentFrame::Note { id, text }).await
    }

    /// Closes the conversation.
    pub async fn closes(&mut self, category: &str, outcome: &str) -> Seq {
        let frame = Self::close(self.talk.state.epoch, category, outcome);
        self.talk.does(frame).await
    }

    /// Begins to write.
    pub async fn types(&mut self) {
        self.talk.send(&AgentFrame::Typing).await;
    }
}

impl Deref for AgentClient {
    type Target = Talk<Inside, AgentFrame>;
    fn deref(&self) -> &Self::Target {
        &self.talk
    }
}

impl DerefMut for AgentClient {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.talk
    }
}
