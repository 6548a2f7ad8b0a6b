//! What the conversation says: events are folded, answers settle what was asked.

use leptos::prelude::*;
use shared::{
    conversation::{Envelope, Event, evolve},
    ids::ClientId,
    link::read,
    protocol::{AgentFrame, ServerFrame, ToAgentFrame, VERSION},
};

use super::{Talk, Talks, Writer, keep::keep_outbox};
use crate::{
    browser::{
        alert,
        line::{Heard, Line},
        page,
    },
    desk::{queue_line::outdated, state::Link},
};

impl Talk {
    /// Opens the line for as long as the conversation is kept.
    pub(super) fn connect(self, talks: Talks) {
        let url = format!(
            "{}/api/v1/conversations/{}/agent",
            page::socket_origin(),
            self.id.get_value()
        );
        let line = Line::open(url, move |heard| match heard {
            Heard::Open => {
                let last = self.state.with_untracked(|state| state.last);
                self.send(&AgentFrame::Hello { v: VERSION, last });
            }
            Heard::Text(text) => {
                // A frame this version does not know is for a later one.
                if let Ok(frame) = read(&text) {
                    self.take(frame);
                    talks.drop_if_done(self);
                }
            }
            Heard::Lost { .. } => self.link.set(Link::Lost),
        });
        self.line.set_value(Some(line));
        let line = self.line;
        on_cleanup(move || {
            line.with_value(|line| {
                if let Some(line) = line {
                    line.close();
                }
            });
        });
    }

    fn take(self, frame: ToAgentFrame) {
        match frame {
            ServerFrame::Welcome { now, events, .. } => {
                self.desk().set_clock(now);
                self.fold(&events);
                self.link.set(Link::Open);
                self.loaded.set(true);
                self.send_pending();
            }
            ServerFrame::Events { events } => {
                self.fold(&events);
                self.attend_to(&events);
            }
            ServerFrame::Accepted { id, .. } => self.answered(&id),
            ServerFrame::Refused { id: None, code, .. } if code == "version" => outdated(self.desk()),
            ServerFrame::Refused { id, message, .. } => self.refuse(id.as_ref(), message),
            ServerFrame::Draft { turn, text } => {
                if self
                    .state
                    .with_untracked(|state| state.turn.is_some_and(|now| now.id == turn))
                {
                    self.draft.set(Some((turn, text)));
                }
            }
            ServerFrame::Typing { name } => self.see_typing(name.map_or(Writer::Visitor, Writer::Member)),
            // The place in line is the visitor's to know; who else looks comes from the queue.
            ServerFrame::Live { .. } => {}
        }
    }

    fn fold(self, events: &[Envelope]) {
        let mut gap = false;
        self.state.update(|state| {
            for envelope in events {
                let known = envelope.seq <= state.last;
                gap |= !evolve(state, envelope) && !known;
            }
        });
        if gap {
            // Something between was missed: a new connection brings everything after the last event held.
            self.line.with_value(|line| {
                if let Some(line) = line {
                    line.again();
                }
            });
        }
        let turn = self.state.with_untracked(|state| state.turn.map(|turn| turn.id));
        if self
            .draft
            .with_untracked(|draft| draft.as_ref().is_some_and(|(drafted, _)| Some(*drafted) != turn))
        {
            self.draft.set(None);
        }
        self.settle();
    }

    /// Takes out of the outbox what the thread holds.
    fn settle(self) {
        let here: Vec<ClientId> = self.outbox.with_untracked(|outbox| {
            let known = |id: &ClientId| self.state.with_untracked(|state| state.accepted.has(id));
            outbox
                .all()
                .iter()
                .map(|pending| pending.id.clone())
                .filter(known)
                .collect()
        });
        if !here.is_empty() {
            self.outbox.update(|outbox| {
                for id in &here {
                    outbox.acknowledge(id);
                }
            });
            keep_outbox(self);
        }
        let done = |(id, _): &(ClientId, AgentFrame)| self.state.with_untracked(|s| s.accepted.has(id));
        if self
            .asked
            .with_untracked(|asked| asked.as_ref().is_some_and(done))
        {
            self.asked.set(None);
        }
    }

    /// The edge accepted something. A reply stays in the outbox until its event is in the thread, so that it is
    /// always shown in one of the two.
    fn answered(self, id: &ClientId) {
        if self
            .asked
            .with_untracked(|asked| asked.as_ref().is_some_and(|(asked, _)| asked == id))
        {
            self.asked.set(None);
        }
        self.settle();
    }

    /// The edge does not take something. Words go back into their field: unchanged, they would be refused again.
    fn refuse(self, id: Option<&ClientId>, message: String) {
        if self
            .asked
            .with_untracked(|asked| asked.as_ref().is_some_and(|(asked, _)| Some(asked) == id))
        {
            self.asked.set(None);
        }
        let reply = id.filter(|id| {
            self.outbox
                .with_untracked(|outbox| outbox.all().iter().any(|p| p.id == **id))
        });
        if let Some(id) = reply {
            self.take_back(id);
            self.refused.set(Some(format!(
                "Not sent. {message} Your words are back in the field."
            )));
        } else {
            self.refused.set(Some(message));
        }
    }

    /// New words of the visitor to this member: a tone when nobody is looking.
    fn attend_to(self, events: &[Envelope]) {
        let said = events
            .iter()
            .any(|envelope| matches!(envelope.event, Event::Said { .. }));
        if said {
            self.typing.set(None);
            if !page::is_visible() && untrack(|| self.is_mine()) {
                alert::tone();
            }
        }
    }
}
