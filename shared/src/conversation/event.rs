//! What can happen in a conversation. Stored for ever: a variant or field may be added, never changed or removed.

use serde::{Deserialize, Serialize};

use super::{
    audience::{Audience, Inside},
    person::Device,
};
use crate::ids::{ClientId, MemberId, Millis, QueueId, Seq, TurnId};

/// An event with its place in the log and the moment it was appended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct Envelope<R: Audience = Inside> {
    /// Its place; no gap, no twin.
    pub seq: Seq,
    /// When it was appended.
    pub at: Millis,
    /// What happened.
    pub event: Event<R>,
}

/// What happened. One command's events are appended in one write.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound = "", rename_all = "snake_case")]
pub enum Event<R: Audience = Inside> {
    /// The visitor did something for the first time.
    Opened {
        /// The browser's language tag, if it gave one.
        locale: Option<String>,
        /// Where on the site they were.
        page: Option<Page>,
        /// The browser's time zone, by its name.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        timezone: Option<String>,
        /// What kind of device it runs on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        device: Option<Device>,
    },
    /// The owner's server vouched for who the visitor is. Holds from here on, until another such event.
    Identified {
        /// Who.
        person: R::Person,
    },
    /// The visitor wrote again after a close: the next chapter of the same thread.
    Reopened,
    /// The visitor went to another page.
    Moved {
        /// Where they are now.
        page: Page,
    },
    /// The visitor wrote a message.
    Said {
        /// The id their browser minted.
        id: ClientId,
        /// Their words.
        text: String,
    },
    /// The assistant began to work on everything the visitor wrote since it last ended a turn. A turn that starts
    /// while another runs replaces it: what they wrote meanwhile is folded in.
    TurnStarted {
        /// Its number.
        turn: TurnId,
        /// When it is ended if nothing else ends it.
        deadline: Millis,
    },
    /// The turn ended with an answer.
    Answered {
        /// Which turn.
        turn: TurnId,
        /// The assistant's words, plain text.
        text: String,
        /// What they rest on.
        sources: Vec<Source>,
        /// Why an answer.
        decision: R::Decision,
    },
    /// The turn ended with the offer of a person.
    Offered {
        /// Which turn.
        turn: TurnId,
        /// What the assistant said.
        text: String,
        /// Passages that may help all the same.
        sources: Vec<Source>,
        /// Why an offer.
        decision: R::Decision,
    },
    /// The turn ended without words of the assistant, because a person is on the way already.
    Passed {
        /// Which turn.
        turn: TurnId,
        /// What the visitor is told.
        notice: String,
        /// Why nothing was answered.
        decision: R::Decision,
    },
    /// The visitor chose to go on without a person.
    Declined {
        /// The id their browser minted.
        id: ClientId,
    },
    /// The visitor asked for a person again while one is called. Nothing changes; stored because the id was accepted, so
    /// that a repeat that arrives after the escalation is over calls nobody.
    AskedAgain {
        /// The id of the press or choice.
        id: ClientId,
    },
    /// The visitor wrote to the member who has the floor, and nothing was due of them: from here it is.
    ReplyDue {
        /// The next reply is due by then, or the escalation goes back to its queue.
        reply_by: Millis,
    },
    /// A person is needed. Reason, queue, priority, brief and the words to the visitor are one event: none of them can
    /// exist without the others.
    Escalated {
        /// The id of the press or choice that asked for it; none when a turn or a member's act did.
        id: Option<ClientId>,
        /// The turn it ended, if it ended one.
        turn: Option<TurnId>,
        /// Queue, priority, times.
        call: Call,
        /// What the visitor is told: who comes, what happens next.
        notice: String,
        /// Why.
        decision: R::Decision,
        /// What the agent reads first.
        brief: R::Brief,
    },
    /// One of the owner's questions was put to the visitor.
    Asked {
        /// Its place in the policy, from 0.
        number: u32,
        /// What the visitor is asked.
        text: String,
    },
    /// The visitor answered it.
    Told {
        /// Which.
        number: u32,
        /// What was asked.
        question: String,
        /// The message that answers it.
        message: Seq,
        /// The part of it that does.
        words: String,
    },
    /// The visitor would rather not say.
    Skipped {
        /// The id their browser minted.
        id: ClientId,
    },
    /// The turn ended: the visitor said that it is solved, and is asked whether the call is to end.
    SolvedHeard {
        /// Which turn.
        turn: TurnId,
        /// What the visitor is asked.
        text: String,
        /// What was decided about the turn.
        decision: R::Decision,
    },
    /// The visitor needs a person all the same.
    NotSolved {
        /// The id their browser minted.
        id: ClientId,
    },
    /// The visitor needs nobody any more: the escalation ends, solved.
    Solved {
        /// The id their browser minted.
        id: ClientId,
        /// What the visitor is told.
        notice: String,
    },
    /// The visitor ended the chat, and with it the escalation that was open.
    Ended {
        /// The id their browser minted.
        id: ClientId,
        /// What they are told.
        notice: String,
    },
    /// The visitor said whether the chat that is over helped.
    Judged {
        /// The id their browser minted.
        id: ClientId,
        /// Whether it did.
        helped: bool,
        /// What they are told.
        notice: String,
    },
    /// Nobody has come yet: what was due while waiting was done, and the next thing is due then.
    Waited {
        /// What was done.
        step: WaitStep,
        /// When the next step is due.
        next_at: Millis,
        /// What the visitor is told, if this step tells them anything.
        notice: Option<String>,
    },
    /// The visitor left a way to be reached; an answer is promised.
    DetailsLeft {
        /// The id their browser minted.
        id: ClientId,
        /// Their address.
        email: String,
        /// The answer is due by then.
        promise_by: Millis,
        /// What the visitor is told.
        notice: String,
    },
    /// A member took the floor.
    Claimed {
        /// The id their browser minted.
        id: ClientId,
        /// Who.
        by: Member,
        /// Their first reply is due by then, or the escalation goes back to its queue.
        reply_by: Millis,
        /// What the visitor is told.
        notice: String,
    },
    /// The member who had the floor did not reply in time: back to the queue, with higher priority.
    Lapsed {
        /// Who had it.
        by: Member,
        /// When the next step of waiting is due.
        next_at: Millis,
        /// What the visitor is told.
        notice: String,
    },
    /// The member who has the floor wrote a message.
    Replied {
        /// The id their browser minted.
        id: ClientId,
        /// Who.
        by: MemberId,
        /// Their words, plain text.
        text: String,
    },
    /// The member gave the floor back to the assistant. What went before does not count towards new triggers.
    HandedBack {
        /// The id their browser minted.
        id: ClientId,
        /// Who.
        by: Member,
        /// What the visitor is told.
        notice: String,
    },
    /// The conversation was closed.
    Closed {
        /// The id their browser minted.
        id: ClientId,
        /// Who.
        by: Member,
        /// What it was about.
        category: String,
        /// How it ended.
        outcome: String,
        /// What the visitor is told.
        notice: String,
    },
    /// The member who has the floor gave the escalation to another team or member. Brief, reason and thread stay.
    Transferred {
        /// The id their browser minted.
        id: ClientId,
        /// Who.
        by: Member,
        /// Queue, priority and times from here on. Where a member got it, `next_at` is when their first reply is due.
        call: Call,
        /// The member who has it now; none when it waits in the queue.
        to: Option<Member>,
        /// What the visitor is told.
        notice: String,
    },
    /// Something among members; a visitor's copy is its number and nothing else.
    Aside(R::Aside),
}

/// How an escalation waits: where, how urgently, until when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// Which escalation of this conversation, counted from 1.
    pub number: u32,
    /// The queue.
    pub queue: QueueId,
    /// The team's name.
    pub team: String,
    /// The same as this visitor reads it, where their language has another; a visitor's copy has it in the place of `team`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spoken: Option<String>,
    /// 0 is normal, higher comes first.
    pub priority: u8,
    /// A first reply is due by then.
    pub respond_by: Millis,
    /// When the first step of waiting is due.
    pub next_at: Millis,
    /// Whether somebody was available when it was written, so that what the visitor was told was true.
    pub attended: bool,
}

impl Call {
    /// The visitor's copy.
    #[must_use]
    pub fn to_visitor(mut self) -> Self {
        if let Some(spoken) = self.spoken.take() {
            self.team = spoken;
        }
        self
    }
}

/// What is done, in this order, while nobody has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WaitStep {
    /// The team is alerted again.
    Alert,
    /// Members of other queues see it too.
    Widen,
    /// The visitor may leave an address instead of waiting.
    OfferDetails,
    /// The promised or due time has passed: the team is alerted again.
    Overdue,
}

/// A member as the thread shows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Their id.
    pub id: MemberId,
    /// Their name.
    pub name: String,
}

/// Where on the site the visitor is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Page {
    /// The address.
    pub url: String,
    /// The document's title.
    #[serde(default)]
    pub title: String,
    /// Where they came from.
    #[serde(default)]
    pub referrer: String,
}

/// A page that an answer rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The page's title.
    pub title: String,
    /// Its address.
    pub url: String,
}
