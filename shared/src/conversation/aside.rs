//! What members do among themselves about a conversation: notes, a snooze, a rating of the handoff; and what a model tells
//! them about it.
//!
//! It is in the same log, so that it is numbered, replayed, exported and erased with everything else; and it is a type
//! that only [`super::Inside`] has. A visitor's copy of such an event is its number and nothing else. What is folded of it is
//! kept apart from the thread, which is what assistants are given and briefs are made of.

use serde::{Deserialize, Serialize};

use super::{audience::Withheld, event::Member};
use crate::{
    brief::summary::Told,
    ids::{ClientId, Millis, Seq},
    text::fingerprint,
};

/// Something among members. Stored for ever: a variant or field may be added, never changed or removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aside {
    /// A member wrote a note for colleagues.
    Noted {
        /// The id their browser minted; none when the note came with something else they did.
        id: Option<ClientId>,
        /// Who.
        by: Member,
        /// Their words, plain text.
        text: String,
    },
    /// The member who has the floor put the conversation away for a while.
    Snoozed {
        /// The id their browser minted.
        id: ClientId,
        /// Who.
        by: Member,
        /// It comes back then.
        until: Millis,
    },
    /// A snooze is over: its time came, or the member ended it.
    Woken {
        /// The id the member's browser minted; none when its time came.
        id: Option<ClientId>,
    },
    /// A member said how good the handoff was.
    Rated {
        /// The id their browser minted.
        id: ClientId,
        /// Who.
        by: Member,
        /// Which escalation of this conversation, counted from 1.
        case: u32,
        /// How good.
        rating: Rating,
    },
    /// A model added its summary to the brief of an escalation.
    Summarised {
        /// The event that opened the escalation.
        escalation: Seq,
        /// The lines that hold; never none.
        lines: Vec<Told>,
    },
}

/// How good a handoff was, for the member who dealt with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rating {
    /// It was right to call a person, and the brief helped.
    Useful,
    /// A person should have been called earlier.
    TooLate,
    /// No person was needed.
    Unneeded,
    /// It came to the wrong team.
    WrongQueue,
    /// The brief said something wrong.
    BriefWrong,
}

impl Rating {
    /// As it is stored and sent.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Useful => "useful",
            Self::TooLate => "too_late",
            Self::Unneeded => "unneeded",
            Self::WrongQueue => "wrong_queue",
            Self::BriefWrong => "brief_wrong",
        }
    }
}

/// What is known among members: the fold of asides.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asides {
    /// The notes, in order.
    pub notes: Vec<Note>,
    /// When the snooze ends, while there is one.
    pub snoozed_until: Option<Millis>,
    /// The last rating of each escalation that has one, in order of escalations.
    pub ratings: Vec<(u32, Rating)>,
    /// The last summary of a model's.
    pub summary: Option<Summary>,
}

/// A model's summary, as it was added to a brief.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// The event that opened the escalation.
    pub escalation: Seq,
    /// The lines, the most important first.
    pub lines: Vec<Told>,
}

/// A note for colleagues.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its event.
    pub seq: Seq,
    /// When.
    pub at: Millis,
    /// Who wrote it.
    pub by: Member,
    /// The words, plain text.
    pub text: String,
}

/// How an audience folds what is among members.
pub trait Overhears<A> {
    /// Folds one. Returns the id it was asked with and the fingerprint of what was asked, if it was asked by anybody.
    fn overhear(&mut self, at: (Seq, Millis), aside: &A) -> Option<(ClientId, u64)>;
    /// Something happened that ends a snooze: the visitor wrote, or the floor changed hands.
    fn disturb(&mut self);
    /// When the snooze ends, if there is one.
    fn snoozed_until(&self) -> Option<Millis>;
}

impl Overhears<Aside> for Asides {
    fn overhear(&mut self, (seq, at): (Seq, Millis), aside: &Aside) -> Option<(ClientId, u64)> {
        match aside {
            Aside::Noted { by, text, .. } => {
                let (by, text) = (by.clone(), text.clone());
                self.notes.push(Note { seq, at, by, text });
            }
            Aside::Snoozed { until, .. } => self.snoozed_until = Some(*until),
            Aside::Woken { .. } => self.snoozed_until = None,
            Aside::Rated { case, rating, .. } => {
                self.ratings.retain(|(rated, _)| rated != case);
                self.ratings.push((*case, *rating));
            }
            Aside::Summarised { escalation, lines } => {
                let (escalation, lines) = (*escalation, lines.clone());
                self.summary = Some(Summary { escalation, lines });
            }
        }
        let (id, print) = identity(aside);
        Some((id?.clone(), print))
    }

    fn disturb(&mut self) {
        self.snoozed_until = None;
    }

    fn snoozed_until(&self) -> Option<Millis> {
        self.snoozed_until
    }
}

/// A visitor keeps nothing of it.
impl Overhears<Withheld> for () {
    fn overhear(&mut self, _: (Seq, Millis), _: &Withheld) -> Option<(ClientId, u64)> {
        None
    }

    fn disturb(&mut self) {}

    fn snoozed_until(&self) -> Option<Millis> {
        None
    }
}

/// The id an aside was asked with, and the fingerprint of what was asked.
fn identity(aside: &Aside) -> (Option<&ClientId>, u64) {
    match aside {
        Aside::Noted { id, by, text } => (id.as_ref(), fingerprint(&["note", by.id.as_str(), text])),
        Aside::Snoozed { id, until, .. } => (Some(id), snooze_print(Some(*until))),
        Aside::Woken { id } => (id.as_ref(), snooze_print(None)),
        Aside::Rated { id, rating, .. } => (Some(id), fingerprint(&["rate", rating.as_str()])),
        Aside::Summarised { .. } => (None, 0),
    }
}

/// The fingerprint of a snooze, or of its end.
pub(super) fn snooze_print(until: Option<Millis>) -> u64 {
    fingerprint(&["snooze", &until.unwrap_or_default().0.to_string()])
}
