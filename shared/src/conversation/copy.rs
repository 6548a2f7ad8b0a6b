//! The visitor's copy of events: the same without what is for the team alone.

use super::{
    audience::{Inside, ToVisitor, Withheld},
    event::{Envelope, Event},
};

impl Envelope<Inside> {
    /// The visitor's copy.
    pub fn to_visitor(&self) -> Envelope<ToVisitor> {
        Envelope {
            seq: self.seq,
            at: self.at,
            event: self.event.to_visitor(),
        }
    }
}

impl Event<Inside> {
    /// The visitor's copy: the same event without what is for the team alone.
    #[allow(clippy::too_many_lines)] // one arm an event: none is passed on unread
    pub fn to_visitor(&self) -> Event<ToVisitor> {
        let decision = Withheld;
        match self.clone() {
            Self::Answered {
                turn, text, sources, ..
            } => Event::Answered {
                turn,
                text,
                sources,
                decision,
            },
            Self::Offered {
                turn, text, sources, ..
            } => Event::Offered {
                turn,
                text,
                sources,
                decision,
            },
            Self::Passed { turn, notice, .. } => Event::Passed {
                turn,
                notice,
                decision,
            },
            Self::Escalated {
                id,
                turn,
                call,
                notice,
                ..
            } => Event::Escalated {
                id,
                turn,
                call: call.to_visitor(),
                notice,
                decision,
                brief: Withheld,
            },
            // How a member files a conversation is the team's business.
            Self::Closed { id, by, notice, .. } => Event::Closed {
                id,
                by,
                category: String::new(),
                outcome: String::new(),
                notice,
            },
            // Their browser knows it.
            Self::Opened { locale, page, .. } => Event::Opened {
                locale,
                page,
                timezone: None,
                device: None,
            },
            Self::Identified { .. } => Event::Identified { person: Withheld },
            Self::Reopened => Event::Reopened,
            Self::Moved { page } => Event::Moved { page },
            Self::Said { id, text } => Event::Said { id, text },
            Self::TurnStarted { turn, deadline } => Event::TurnStarted { turn, deadline },
            Self::Declined { id } => Event::Declined { id },
            Self::ReplyDue { reply_by } => Event::ReplyDue { reply_by },
            Self::AskedAgain { id } => Event::AskedAgain { id },
            Self::Asked { number, text } => Event::Asked { number, text },
            // The words stand in their own message; to their widget it counts that it is answered.
            Self::Told { number, message, .. } => Event::Told {
                number,
                question: String::new(),
                message,
                words: String::new(),
            },
            Self::Skipped { id } => Event::Skipped { id },
            Self::SolvedHeard { turn, text, .. } => Event::SolvedHeard { turn, text, decision },
            Self::NotSolved { id } => Event::NotSolved { id },
            Self::Solved { id, notice } => Event::Solved { id, notice },
            Self::Ended { id, notice } => Event::Ended { id, notice },
            Self::Judged { id, helped, notice } => Event::Judged { id, helped, notice },
            Self::Waited {
                step,
                next_at,
                notice,
            } => Event::Waited {
                step,
                next_at,
                notice,
            },
            Self::DetailsLeft {
                id,
                email,
                promise_by,
                notice,
            } => Event::DetailsLeft {
                id,
                email,
                promise_by,
                notice,
            },
            Self::Claimed {
                id,
                by,
                reply_by,
                notice,
            } => Event::Claimed {
                id,
                by,
                reply_by,
                notice,
            },
            Self::Lapsed { by, next_at, notice } => Event::Lapsed { by, next_at, notice },
            Self::Replied { id, by, text } => Event::Replied { id, by, text },
            Self::HandedBack { id, by, notice } => Event::HandedBack { id, by, notice },
            Self::Transferred {
                id,
                by,
                call,
                to,
                notice,
            } => Event::Transferred {
                id,
                by,
                call: call.to_visitor(),
                to,
                notice,
            },
            Self::Aside(_) => Event::Aside(Withheld),
        }
    }
}
