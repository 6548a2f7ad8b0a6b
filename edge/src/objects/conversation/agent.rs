//! Frames from members.

use shared::{
    conversation::{Command, Floor, Member, Presence},
    ids::{ClientId, Seq},
    protocol::{AgentFrame, ServerFrame, ToAgentFrame, VERSION},
};
use worker::WebSocket;

use super::{
    peer::{Greeting, Peer, attach},
    room::{Asker, Room, tell, tell_applied, tell_erased, tell_refused, tell_unreadable},
};
use crate::{clock, problem::Outcome};

impl Room {
    /// One frame from an agent's socket.
    pub async fn agent_frame(&self, socket: &WebSocket, peer: &Peer, by: &Member, text: &str) -> Outcome<()> {
        let Ok(frame) = serde_json::from_str::<AgentFrame>(text) else {
            tell_refused(
                socket,
                None,
                "unknown_frame",
                "This was not understood. Load the page again.",
            );
            return Ok(());
        };
        if let AgentFrame::Reply { id, .. } | AgentFrame::Close { id, .. } = &frame
            && tell_unreadable(socket, id, text)
        {
            return Ok(());
        }
        let by = by.clone();
        let (id, command) = match frame {
            AgentFrame::Hello { v, last } => return self.agent_hello(socket, peer, v, last).await,
            _ if peer.greeted.is_none() => {
                tell_refused(socket, None, "hello_first", "The first frame is hello.");
                return Ok(());
            }
            AgentFrame::Typing => return self.agent_types(&by),
            AgentFrame::Claim { id } => (id.clone(), Command::Claim { id, by }),
            AgentFrame::TakeOver { id } => (id.clone(), Command::TakeOver { id, by }),
            AgentFrame::Reply { id, epoch, text } => (id.clone(), Command::Reply { id, by, epoch, text }),
            AgentFrame::HandBack { id } => (id.clone(), Command::HandBack { id, by }),
            AgentFrame::Close {
                id,
                category,
                outcome,
            } => (
                id.clone(),
                Command::Close {
                    id,
                    by,
                    category,
                    outcome,
                },
            ),
        };
        self.agent_asks(socket, peer, &id, &command).await
    }

    async fn agent_asks(
        &self,
        socket: &WebSocket,
        peer: &Peer,
        id: &ClientId,
        command: &Command,
    ) -> Outcome<()> {
        let identity = peer.identity();
        let asker = Asker::of(&identity, Presence::Unknown);
        let applied = self.apply(&asker, command)?;
        tell_applied(self, socket, id, &applied)?;
        self.follow_up(&identity, &applied).await
    }

    async fn agent_hello(&self, socket: &WebSocket, peer: &Peer, v: u16, last: Seq) -> Outcome<()> {
        if v != VERSION {
            tell_refused(
                socket,
                None,
                "version",
                "This page is of another version. Load it again.",
            );
            return Ok(socket.close(Some(4403), Some("version"))?);
        }
        if self.is_before(last)? {
            return Ok(tell_erased(socket)?);
        }
        attach(
            socket,
            &Peer {
                greeted: Some(Greeting::default()),
                ..peer.clone()
            },
        )?;
        let (events, live) = (self.log.after(last)?, self.live(true)?);
        tell::<ToAgentFrame>(
            socket,
            &ServerFrame::Welcome {
                v: VERSION,
                now: clock::now(),
                events,
                live,
            },
        );
        self.tell_viewers();
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
