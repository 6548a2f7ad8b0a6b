//! What can be asked of a conversation, and what deciding about it needs to know.

use super::{
    aside::Rating,
    event::{Event, Member, Page},
    person::{Device, Person},
};
use crate::{
    ids::{ClientId, Epoch, MemberId, Millis, QueueId, Seq, TurnId},
    knowledge::Passage,
    policy::Policy,
};

/// Something asked of the conversation: by the visitor, a member, the assistant's shell, or time.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// The visitor wrote.
    Say {
        /// Minted by their browser.
        id: ClientId,
        /// Their words.
        text: String,
    },
    /// The visitor pressed **Talk to a person**.
    CallPerson {
        /// Minted by their browser.
        id: ClientId,
    },
    /// The visitor answered the offer of a person.
    AnswerOffer {
        /// Minted by their browser.
        id: ClientId,
        /// Whether they want a person.
        accept: bool,
    },
    /// The visitor would rather not answer the owner's question.
    Skip {
        /// Minted by their browser.
        id: ClientId,
    },
    /// The visitor said whether it is solved.
    Solve {
        /// Minted by their browser.
        id: ClientId,
        /// Whether nobody is needed any more.
        yes: bool,
    },
    /// The visitor ends the chat.
    End {
        /// Minted by their browser.
        id: ClientId,
    },
    /// The visitor says whether a chat that is over helped.
    Judge {
        /// Minted by their browser.
        id: ClientId,
        /// Whether it did.
        helped: bool,
    },
    /// The visitor left an address.
    LeaveDetails {
        /// Minted by their browser.
        id: ClientId,
        /// The address.
        email: String,
    },
    /// A visitor without the widget sent the plain form: message, call and address in one.
    Form {
        /// Minted by the Worker.
        id: ClientId,
        /// Their words.
        text: String,
        /// Their address.
        email: String,
    },
    /// The visitor is on another page.
    Move {
        /// Which.
        page: Page,
    },
    /// The owner's server vouched for who the visitor is.
    Identify {
        /// Who.
        person: Person,
    },
    /// The assistant's work on a turn is done, or failed.
    Settle {
        /// Which turn.
        turn: TurnId,
        /// The owner epoch in which the work began.
        epoch: Epoch,
        /// What came of it.
        attempt: Attempt,
    },
    /// A member wants the waiting or promised escalation.
    Claim {
        /// Minted by their browser.
        id: ClientId,
        /// Who.
        by: Member,
    },
    /// A member wants the floor, from whoever has it but another member.
    TakeOver {
        /// Minted by their browser.
        id: ClientId,
        /// Who.
        by: Member,
    },
    /// The member who has the floor writes.
    Reply {
        /// Minted by their browser.
        id: ClientId,
        /// Who.
        by: Member,
        /// The owner epoch they believe in.
        epoch: Epoch,
        /// Their words.
        text: String,
    },
    /// The member who has the floor gives it to the assistant.
    HandBack {
        /// Minted by their browser.
        id: ClientId,
        /// Who.
        by: Member,
        /// The owner epoch they believe in, unless their page is too old to say.
        epoch: Option<Epoch>,
    },
    /// A member ends the conversation.
    Close {
        /// Minted by their browser.
        id: ClientId,
        /// Who.
        by: Member,
        /// The owner epoch they believe in, unless their page is too old to say.
        epoch: Option<Epoch>,
        /// What it was about.
        category: String,
        /// How it ended.
        outcome: String,
    },
    /// The member who has the floor gives the escalation to another team or member.
    Transfer {
        /// Minted by their browser.
        id: ClientId,
        /// Who.
        by: Member,
        /// The owner epoch they believe in.
        epoch: Epoch,
        /// To whom.
        to: Destination,
        /// What colleagues are to know; may be empty.
        note: String,
    },
    /// A member writes a note for colleagues.
    Note {
        /// Minted by their browser.
        id: ClientId,
        /// Who.
        by: Member,
        /// Their words.
        text: String,
    },
    /// The member who has the floor puts the conversation away for a while, or takes it up again.
    Snooze {
        /// Minted by their browser.
        id: ClientId,
        /// Who.
        by: Member,
        /// It comes back then; none to end a snooze.
        until: Option<Millis>,
    },
    /// A member says how good the last handoff was.
    Rate {
        /// Minted by their browser.
        id: ClientId,
        /// Who.
        by: Member,
        /// How good.
        rating: Rating,
    },
    /// A model was asked for a summary and answered. What of it holds is added to the brief.
    Summarise {
        /// The event that opened the escalation it was asked about.
        escalation: Seq,
        /// The model's words, as they came.
        answer: String,
    },
    /// A member left the site for good: what they hold goes back to its queue.
    Release {
        /// Who.
        member: MemberId,
    },
    /// Time passed: do what is due.
    Tick,
}

/// To whom an escalation is passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// A team's queue.
    Queue(QueueId),
    /// A member, as they were found.
    Member {
        /// Who was meant.
        id: MemberId,
        /// Who they are, if they are available now.
        there: Option<Member>,
    },
}

/// What came of the assistant's work on a turn.
#[derive(Debug, Clone, PartialEq)]
pub enum Attempt {
    /// The built-in assistant: these passages were found, best first, and the best is quoted if it supports an answer.
    Quote {
        /// What the knowledge holds on it.
        passages: Vec<Passage>,
    },
    /// A model wrote an answer from these passages.
    Written {
        /// What the knowledge holds on it.
        passages: Vec<Passage>,
        /// The model's words.
        text: String,
    },
    /// The model said that these passages do not hold the answer.
    Declined {
        /// What the knowledge holds on it.
        passages: Vec<Passage>,
    },
    /// The model declined for reasons of its own.
    Refused,
    /// There is no answer to consider.
    Failed {
        /// Why.
        why: Failure,
    },
}

impl Attempt {
    /// The passages found, best first.
    pub fn passages(&self) -> &[Passage] {
        match self {
            Self::Quote { passages } | Self::Written { passages, .. } | Self::Declined { passages } => {
                passages
            }
            Self::Refused | Self::Failed { .. } => &[],
        }
    }
}

/// Why there is no answer to consider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// The model did not answer in time.
    Timeout,
    /// The model refused the call or broke off.
    Model,
    /// The site's knowledge could not be reached.
    Knowledge,
    /// The turn's deadline passed without a result.
    Deadline,
}

/// Who is there to come, as far as is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// This many members are available. 0 means that nobody will come now, and the visitor is told so.
    Known(u32),
    /// The queue could not be asked. Nothing is promised then.
    Unknown,
}

/// What deciding needs beyond state and command.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The moment.
    pub now: Millis,
    /// The owner's rules.
    pub policy: &'a Policy,
    /// Their hash, stored with every decision.
    pub policy_hash: &'a str,
    /// Who is there to come.
    pub presence: Presence,
    /// The browser's language tag, for the first event.
    pub locale: Option<&'a str>,
    /// The page the visitor is on, for the first event.
    pub page: Option<&'a Page>,
    /// What else is known around the conversation.
    pub about: About<'a>,
}

/// What is known around a conversation that is not in it.
#[derive(Debug, Clone, Copy, Default)]
pub struct About<'a> {
    /// Headings of the owner's pages that may name what the visitor means.
    pub names: &'a [String],
    /// Who the visitor is, if the owner's server vouched for it.
    pub person: Option<&'a Person>,
    /// The browser's time zone, for the first event.
    pub timezone: Option<&'a str>,
    /// What kind of device it runs on, for the first event.
    pub device: Option<Device>,
}

/// What a command came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// These events are to be appended, all in one write.
    Append(Vec<Event>),
    /// The same thing was accepted before, as this event: the first acknowledgement holds.
    Already(Seq),
    /// Nothing to do, and nothing wrong.
    Nothing,
}
