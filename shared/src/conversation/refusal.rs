//! Why a command is refused: a closed list, each with a code for programs and a sentence for people.

use std::fmt;

use crate::ids::Millis;

/// Why a command was refused. Nothing was appended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The message has no visible character.
    Empty,
    /// The message has more characters than this.
    TooLong {
        /// The limit, in characters.
        limit: usize,
    },
    /// The id was accepted before with something else.
    IdReused,
    /// The turn was ended or replaced, or the floor changed hands: the assistant's work is dropped.
    StaleTurn,
    /// The floor changed hands since the member last looked.
    StaleEpoch,
    /// The floor changed hands since the member decided to give it back or to close.
    StaleAct,
    /// There is no open offer.
    NoOffer,
    /// This is not an address that mail can be sent to.
    BadEmail,
    /// No question waits for an answer.
    NothingAsked,
    /// The conversation is another person's.
    OtherPerson,
    /// There is no open escalation.
    NothingOpen,
    /// Another member has the floor.
    HeldBy {
        /// Their name.
        name: String,
    },
    /// The member does not have the floor.
    NotHolder,
    /// The conversation is closed.
    Closed,
    /// There is no open chat that the visitor could end.
    OverAlready,
    /// Nothing happened in the conversation yet.
    NotStarted,
    /// A category or an outcome is missing.
    Unfiled,
    /// There is no such queue.
    UnknownQueue,
    /// The member is not available to take it.
    NotAvailable,
    /// It is with this member already.
    SameHands,
    /// It was passed on too often without a reply.
    Bounced,
    /// The visitor waits for a reply; that comes first.
    ReplyFirst,
    /// This is no moment to come back at.
    BadTime,
    /// Messages come faster than a person writes.
    TooFast {
        /// When the next is taken.
        again_at: Millis,
    },
}

impl Refusal {
    /// The code, stable over versions.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong { .. } => "too_long",
            Self::IdReused => "id_reused",
            Self::StaleTurn => "stale_turn",
            Self::StaleEpoch | Self::StaleAct => "stale_epoch",
            Self::NoOffer => "no_offer",
            Self::BadEmail => "bad_email",
            Self::NothingAsked => "nothing_asked",
            Self::OtherPerson => "identity_other",
            Self::NothingOpen => "nothing_open",
            Self::HeldBy { .. } => "held_by_another",
            Self::NotHolder => "not_holder",
            Self::Closed => "closed",
            Self::OverAlready => "over_already",
            Self::NotStarted => "not_started",
            Self::Unfiled => "unfiled",
            Self::UnknownQueue => "unknown_queue",
            Self::NotAvailable => "not_available",
            Self::SameHands => "same_hands",
            Self::Bounced => "bounced",
            Self::ReplyFirst => "reply_first",
            Self::BadTime => "bad_time",
            Self::TooFast { .. } => "too_fast",
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("There is nothing to send yet."),
            Self::TooLong { limit } => {
                write!(
                    f,
                    "This is longer than {limit} characters. Shorten it or send it in parts."
                )
            }
            Self::IdReused => f.write_str("This was sent before with other words. Send it as a new message."),
            Self::StaleTurn => f.write_str("The assistant's turn is over."),
            Self::StaleEpoch => {
                f.write_str("Somebody else took the conversation meanwhile. Your words are kept.")
            }
            Self::StaleAct => f.write_str(
                "The conversation changed hands since you pressed this. Look at it, then press again if it still fits.",
            ),
            Self::NoOffer => f.write_str("There is no open offer to answer."),
            Self::BadEmail => f.write_str(
                "This does not look like an e-mail address. Check it, for example name@example.com.",
            ),
            Self::NothingAsked => f.write_str("No question waits for an answer any more."),
            Self::OtherPerson => f.write_str("This conversation is another person's."),
            Self::NothingOpen => f.write_str("Nobody is waiting here."),
            Self::HeldBy { name } => write!(f, "{name} has this conversation already."),
            Self::NotHolder => f.write_str("You do not have this conversation. Take it over first."),
            Self::Closed => {
                f.write_str("This conversation is closed. It opens again when the visitor writes.")
            }
            Self::OverAlready => f.write_str("This chat is over already. Write to start again."),
            Self::NotStarted => f.write_str("The visitor has not written anything here."),
            Self::Unfiled => f.write_str("Choose a category and an outcome."),
            Self::UnknownQueue => f.write_str("There is no such team any more. Choose another one."),
            Self::NotAvailable => {
                f.write_str("They are not available now. Choose their team instead: whoever is in will see it.")
            }
            Self::SameHands => f.write_str("You have it already. Choose a team or a colleague."),
            Self::Bounced => f.write_str(
                "It was passed on several times and nobody has replied. Reply to the visitor first, then pass it on.",
            ),
            Self::ReplyFirst => f.write_str("The visitor waits for your reply. Reply first, then put it away."),
            Self::BadTime => f.write_str("Choose a time to come, at most 90 days from now."),
            Self::TooFast { .. } => {
                f.write_str("That was a lot of messages at once. Wait a moment, then send it again.")
            }
        }
    }
}

impl std::error::Error for Refusal {}
