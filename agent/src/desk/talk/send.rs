//! What a member does to a conversation. Each thing goes out under an id minted here, is sent again on every new
//! connection until it is answered, and so happens once.

use std::{cell::Cell, time::Duration};

use leptos::prelude::*;
use shared::{
    conversation::{AGENT_LIMIT, Rating},
    ids::{ClientId, Epoch, Millis},
    protocol::{AgentFrame, TransferTo},
};

use super::{Reply, Talk, Writer, keep::keep_outbox};
use crate::{
    browser::{clock, mint},
    model::talk_words::Act,
};

/// The visitor sees "is writing" for a few seconds after each signal; more often than this is waste.
const TYPING_EVERY_MS: u64 = 2_500;

impl Talk {
    /// Takes the floor or gives it away.
    pub fn act(self, act: Act) {
        let (id, epoch) = (mint(), self.epoch());
        self.ask(
            id.clone(),
            match act {
                Act::Claim => AgentFrame::Claim { id },
                Act::TakeOver => AgentFrame::TakeOver { id },
                Act::HandBack => AgentFrame::HandBack {
                    id,
                    epoch: Some(epoch),
                },
            },
        );
    }

    /// Ends the conversation, filed so.
    pub fn close(self, category: String, outcome: String) {
        let (id, epoch) = (mint(), self.epoch());
        self.ask(
            id.clone(),
            AgentFrame::Close {
                id,
                epoch: Some(epoch),
                category,
                outcome,
            },
        );
    }

    /// The owner epoch that this page shows, for what must not happen in a later one.
    fn epoch(self) -> Epoch {
        self.state.with_untracked(|state| state.epoch)
    }

    fn ask(self, id: ClientId, frame: AgentFrame) {
        if self.asked.with_untracked(Option::is_some) {
            return;
        }
        self.refused.set(None);
        // Before the thread is here there is nothing to ask about yet: the welcome sends it.
        if self.loaded.get_untracked() {
            self.send(&frame);
        }
        self.asked.set(Some((id, frame)));
    }

    /// Passes it on, as of now.
    pub fn transfer(self, to: TransferTo, note: String) {
        let (id, epoch) = (mint(), self.state.with_untracked(|state| state.epoch));
        self.ask(id.clone(), AgentFrame::Transfer { id, epoch, to, note });
    }

    /// Puts it away until then, or takes it up again.
    pub fn snooze(self, until: Option<Millis>) {
        let id = mint();
        self.ask(id.clone(), AgentFrame::Snooze { id, until });
    }

    /// Says how good the last handoff was.
    pub fn rate(self, rating: Rating) {
        let id = mint();
        self.ask(id.clone(), AgentFrame::Rate { id, rating });
    }

    /// Sends what is in the field that is shown. Nothing happens when it is empty or too long, or when it is a reply and
    /// the floor is not this member's.
    pub fn reply(self) {
        let note = self.noting().get_untracked();
        let field = if note { self.note() } else { self.text };
        let text = field.get_untracked().trim().to_owned();
        let allowed = note || untrack(|| self.is_mine());
        if text.is_empty() || text.chars().count() > AGENT_LIMIT || !allowed {
            return;
        }
        let (id, epoch) = (mint(), self.state.with_untracked(|state| state.epoch));
        let reply = Reply { epoch, text, note };
        let frame = reply.frame(id.clone());
        self.outbox.update(|outbox| {
            outbox.push(id, clock::now(), reply);
        });
        keep_outbox(self);
        field.set(String::new());
        self.refused.set(None);
        self.send(&frame);
    }

    /// Puts words that were not taken back into their field, before what is there.
    pub(super) fn take_back(self, id: &ClientId) {
        let taken = self.outbox.try_update(|outbox| outbox.take(id)).flatten();
        keep_outbox(self);
        if let Some(pending) = taken {
            let field = if pending.what.note { self.note() } else { self.text };
            self.noting().set(pending.what.note);
            field.update(|text| {
                let rest = std::mem::take(text);
                *text = pending.what.text;
                if !rest.trim().is_empty() {
                    text.push_str("\n\n");
                    text.push_str(&rest);
                }
            });
        }
    }

    /// Says that this member is writing, now and then.
    pub fn show_typing(self) {
        self.id.with_value(|id| self.desk().writes(id));
        thread_local! {
            static LAST: Cell<u64> = const { Cell::new(0) };
        }
        let now = clock::now().0;
        if now.saturating_sub(LAST.get()) >= TYPING_EVERY_MS && untrack(|| self.is_mine()) {
            LAST.set(now);
            self.send(&AgentFrame::Typing);
        }
    }

    /// Sends everything that is not answered yet, after a welcome.
    pub(super) fn send_pending(self) {
        if let Some((_, frame)) = self.asked.get_untracked() {
            self.send(&frame);
        }
        let frames: Vec<AgentFrame> = self.outbox.with_untracked(|outbox| {
            let frame = |pending: &shared::link::Pending<Reply>| pending.what.frame(pending.id.clone());
            outbox.to_send().map(frame).collect()
        });
        for frame in &frames {
            self.send(frame);
        }
    }

    pub(super) fn send(self, frame: &AgentFrame) {
        self.line
            .with_value(|line| line.as_ref().map(|line| line.send(frame)));
    }

    /// Tries to connect now instead of waiting.
    pub fn try_now(self) {
        self.line.with_value(|line| {
            if let Some(line) = line {
                line.try_now();
            }
        });
    }

    /// Shows that somebody is writing, until they stop for a while.
    pub(super) fn see_typing(self, who: Writer) {
        const SHOWN: Duration = Duration::from_secs(5);
        self.typing.set(Some(who));
        let until = clock::now().plus(4_500);
        self.typing_until.set_value(until);
        set_timeout(
            move || {
                if self.typing_until.try_get_value() == Some(until) {
                    self.typing.try_set(None);
                }
            },
            SHOWN,
        );
    }
}
