//! Frames from members.

use shared::{
    conversation::{Command, Floor, Member, Presence},
    ids::{ClientId, Seq},
    protocol::{AgentFrame, ServerFrame, VERSION},
};

use super::{
    peer::{Greeting, Peer},
    room::{Asker, Room},
    tell::{tell_applied, tell_erased, tell_refused, tell_unreadable, turn_away},
};
use crate::{objects::line::End, problem::Outcome};

impl Room {
    /// One frame from an agent.
    pub async fn agent_frame(&self, end: &End, peer: &Peer, by: &Member, text: &str) -> Outcome<()> {
        let Ok(frame) = serde_json::from_str::<AgentFrame>(text) else {
            tell_refused(
                end,
                None,
                "unknown_frame",
                "This was not understood. Load the page again.",
            );
            return Ok(());
        };
        if let AgentFrame::Reply { id, .. }
        | AgentFrame::Close { id, .. }
        | AgentFrame::Note { id, .. }
        | AgentFrame::Transfer { id, .. } = &frame
            && tell_unreadable(end, id, text)
        {
            return Ok(());
        }
        if let AgentFrame::Hello { v, last } = frame {
            return self.agent_hello(end, peer, by, v, last).await;
        }
        let by = by.clone();
        let (id, command) = match frame {
            AgentFrame::Hello { .. } => return Ok(()),
            _ if peer.greeted.is_none() => {
                tell_refused(end, None, "hello_first", "The first frame is hello.");
                return Ok(());
            }
            AgentFrame::Typing => return self.agent_types(&by),
            AgentFrame::Claim { id } => (id.clone(), Command::Claim { id, by }),
            AgentFrame::TakeOver { id } => (id.clone(), Command::TakeOver { id, by }),
            AgentFrame::Reply { id, epoch, text } => (id.clone(), Command::Reply { id, by, epoch, text }),
            AgentFrame::HandBack { id, epoch } => (id.clone(), Command::HandBack { id, by, epoch }),
            AgentFrame::Transfer { id, epoch, to, note } => {
                return self.transfer(end, peer, &id, (by, epoch), (to, note)).await;
            }
            AgentFrame::Note { id, text } => (id.clone(), Command::Note { id, by, text }),
            AgentFrame::Snooze { id, until } => (id.clone(), Command::Snooze { id, by, until }),
            AgentFrame::Rate { id, rating } => (id.clone(), Command::Rate { id, by, rating }),
            AgentFrame::Close {
                id,
                epoch,
                category,
                outcome,
            } => (
                id.clone(),
                Command::Close {
                    id,
                    by,
                    epoch,
                    category,
                    outcome,
                },
            ),
        };
        let asked = (&id, &command);
        self.agent_asks(end, peer, asked, Presence::Unknown).await
    }

    /// Decides about what a member asked, tells them, and does what follows.
    pub(super) async fn agent_asks(
        &self,
        end: &End,
        peer: &Peer,
        (id, command): (&ClientId, &Command),
        presence: Presence,
    ) -> Outcome<()> {
        let identity = peer.identity();
        let asker = Asker::of(&identity, presence);
        let applied = self.apply(&asker, command)?;
        tell_applied(self, end, id, &applied)?;
        self.follow_up(&identity, &applied).await
    }

    async fn agent_hello(&self, end: &End, peer: &Peer, by: &Member, v: u16, last: Seq) -> Outcome<()> {
        if v != VERSION {
            turn_away(end, "version", "This page is of another version. Load it again.");
            return Ok(());
        }
        if self.is_before(last)? {
            tell_erased(end);
            return Ok(());
        }
        let new = end.greeted(&["member ", by.id.as_str()].concat());
        end.attach(&Peer {
            greeted: Some(Greeting::default()),
            ..peer.clone()
        })?;
        self.catch_up(end, peer, last, new)?;
        if new {
            self.tell_viewers();
        }
        self.resume(&peer.identity()).await
    }

    /// Only who has the floor is shown as writing to the visitor; colleagues see everyone.
    fn agent_types(&self, by: &Member) -> Outcome<()> {
        let holds = self.look(|memory| matches!(memory.state.floor(), Floor::Agent(m) if m.id == by.id))?;
        let name = Some(by.name.clone());
        if holds {
            self.tell_visitors(&ServerFrame::Typing { name: name.clone() });
        }
        self.tell_agents(&ServerFrame::Typing { name });
        Ok(())
    }
}
