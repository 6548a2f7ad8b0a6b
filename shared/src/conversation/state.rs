//! What a conversation is now: the fold of its events.

use serde::{Deserialize, Serialize};

use super::{
    accepted::AcceptedList,
    audience::{Audience, Inside},
    event::{Call, Member, Page, Source, WaitStep},
    person::Device,
};
use crate::ids::{ClientId, Epoch, Millis, Seq, TurnId};

/// The fold of a conversation's events. `State::default()` is a conversation in which nothing happened yet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct State<R: Audience = Inside> {
    /// The number of the last event folded.
    pub last: Seq,
    /// When the first event was appended.
    pub opened_at: Option<Millis>,
    /// The browser's language tag.
    pub locale: Option<String>,
    /// The browser's time zone, by its name.
    pub timezone: Option<String>,
    /// What kind of device it runs on.
    pub device: Option<Device>,
    /// Who the visitor is, if the owner's server vouched for it.
    pub person: Option<Vouched<R>>,
    /// The pages the visitor was on, in order; the last is where they are.
    pub pages: Vec<Visit>,
    /// Grows each time the right to speak changes hands.
    pub epoch: Epoch,
    /// The turn under way.
    pub turn: Option<Turn>,
    /// How many turns were started.
    pub turns: TurnId,
    /// An offer of a person that the visitor has not answered yet.
    pub offer: Option<Seq>,
    /// The offer that the messages of the turn under way may answer in words.
    pub put_to_them: Option<Seq>,
    /// The owner's question that waits for an answer.
    pub asked: Option<Asked>,
    /// What was answered since the last call.
    pub told: Vec<Told>,
    /// The visitor was asked here whether it is solved, and has not said.
    pub solved_asked: Option<Seq>,
    /// The open escalation.
    pub case: Option<Case<R>>,
    /// How many escalations there were.
    pub cases: u32,
    /// The escalation that ended last: what was known then stays to be read.
    pub ended: Option<Case<R>>,
    /// How the last chapter ended, while no next one has begun.
    pub closing: Option<Closing>,
    /// What is shown, in order.
    pub thread: Vec<Entry<R>>,
    /// Everything accepted from clients.
    pub accepted: AcceptedList,
    /// Triggers count what came after this event: the start, a hand-back or a close.
    pub boundary: Seq,
    /// When the visitor asked for a person again while one was called, the newest last.
    pub asked_again: Vec<Millis>,
    /// Visitor messages that no ended turn has dealt with.
    pub unanswered: Vec<Seq>,
    /// What is known among members.
    pub asides: R::Asides,
}

/// Who the visitor is.
#[derive(Debug, Clone, PartialEq)]
pub struct Vouched<R: Audience = Inside> {
    /// The event that said so.
    pub seq: Seq,
    /// Who.
    pub person: R::Person,
}

/// One of the owner's questions, put to the visitor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Its place in the policy, from 0.
    pub number: u32,
    /// The question.
    pub text: String,
}

/// An answer to one of the owner's questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The question.
    pub question: String,
    /// The message that answers it.
    pub message: Seq,
    /// The part of it that does.
    pub words: String,
}

/// A visit to a page of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// The event that told it.
    pub seq: Seq,
    /// When the page was entered, as far as is known.
    pub at: Millis,
    /// Which page.
    pub page: Page,
}

/// A turn of the assistant that has not ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// Its number.
    pub id: TurnId,
    /// When it is ended if nothing else ends it.
    pub deadline: Millis,
}

/// An open escalation.
#[derive(Debug, Clone, PartialEq)]
pub struct Case<R: Audience = Inside> {
    /// The event that opened it.
    pub opened: Seq,
    /// When.
    pub since: Millis,
    /// Queue, priority, times.
    pub call: Call,
    /// Where it stands.
    pub standing: Standing,
    /// What the agent reads first.
    pub brief: R::Brief,
    /// Why it was opened.
    pub decision: R::Decision,
    /// The address the visitor left.
    pub email: Option<String>,
    /// What was said after this event led to it.
    pub chapter: Seq,
    /// The event that ended it; none while it is open.
    pub ended: Option<Seq>,
    /// Whether the visitor said that it is solved.
    pub solved: bool,
    /// How often it was passed on since a member last replied.
    pub bounces: u32,
    /// When it began to wait where it is: the steps of waiting are counted from there.
    pub waits_from: Millis,
}

/// Where an open escalation stands. Each variant has an owner or a next action with its time: an orphan cannot be
/// written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// In the queue, nobody has it.
    Waiting {
        /// The last step done while waiting.
        done: Option<WaitStep>,
        /// When the next is due.
        next_at: Millis,
    },
    /// A member has it, and the floor.
    Held {
        /// Who.
        by: Member,
        /// Their reply is due by then: the first one, later the one to what the visitor wrote. None when nothing
        /// the visitor wrote is without one.
        reply_by: Option<Millis>,
    },
    /// The visitor left an address and was promised an answer.
    Promised {
        /// The answer is due by then.
        by: Millis,
        /// When the team is alerted next.
        next_at: Millis,
    },
}

/// How a chapter ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// When.
    pub at: Millis,
    /// Who closed it; none when the visitor did.
    pub by: Option<Member>,
    /// What it was about; empty when the visitor ended it.
    pub category: String,
    /// How it ended; empty when the visitor ended it.
    pub outcome: String,
    /// Whether it helped, once the visitor has said so.
    pub helped: Option<bool>,
}

/// Who has the right to speak to the visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Floor<'a> {
    /// The assistant.
    Assistant,
    /// A member.
    Agent(&'a Member),
    /// Nobody: the conversation is closed.
    Nobody,
}

/// Whose words an entry holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum From {
    /// The visitor.
    Visitor,
    /// The assistant.
    Assistant,
    /// A member.
    Agent(Member),
    /// Baton itself: what happens and what comes next.
    System,
}

/// One element of the thread.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry<R: Audience = Inside> {
    /// Its event.
    pub seq: Seq,
    /// When.
    pub at: Millis,
    /// Who speaks.
    pub from: From,
    /// The words, plain text.
    pub text: String,
    /// What they rest on.
    pub sources: Vec<Source>,
    /// The id the writer's client minted.
    pub id: Option<ClientId>,
    /// The decision behind it, if there was one.
    pub decision: Option<R::Decision>,
    /// Whether the assistant wrote it while the visitor was waiting for a person.
    pub while_waiting: bool,
}

#[cfg(test)]
impl Entry {
    /// A visitor's first message, for tests of what is made of its words.
    pub(crate) fn of_visitor(text: &str) -> Self {
        Self {
            seq: Seq(1),
            at: Millis(1),
            from: From::Visitor,
            text: text.to_owned(),
            sources: Vec::new(),
            id: None,
            decision: None,
            while_waiting: false,
        }
    }
}

impl<R: Audience> State<R> {
    /// Who has the right to speak.
    pub fn floor(&self) -> Floor<'_> {
        match &self.case {
            Some(Case {
                standing: Standing::Held { by, .. },
                ..
            }) => Floor::Agent(by),
            _ if self.closing.is_some() => Floor::Nobody,
            _ => Floor::Assistant,
        }
    }

    /// The escalation that ended with the chapter that is over, if one was open then.
    pub fn ended_with_it(&self) -> Option<&Case<R>> {
        let with_it = |case: &&Case<R>| case.ended == Some(self.boundary);
        self.closing.as_ref()?;
        self.ended.as_ref().filter(with_it)
    }

    /// The page the visitor is on.
    pub fn page(&self) -> Option<&Page> {
        self.pages.last().map(|visit| &visit.page)
    }

    /// The entry of one event.
    pub fn entry(&self, seq: Seq) -> Option<&Entry<R>> {
        let at = self.thread.binary_search_by_key(&seq, |entry| entry.seq).ok()?;
        self.thread.get(at)
    }

    /// The visitor's messages that the turn under way is about, oldest first.
    pub fn asked(&self) -> impl Iterator<Item = &Entry<R>> {
        self.unanswered.iter().filter_map(|seq| self.entry(*seq))
    }
}
