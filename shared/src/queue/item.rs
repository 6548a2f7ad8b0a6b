//! One line of the queue: what an agent sees before opening a conversation.

use serde::{Deserialize, Serialize};

use crate::{
    brief::need,
    conversation::{From, Member, Page, Standing, State, WaitStep},
    ids::{ConversationId, Millis, QueueId, Seq},
    text::clip,
    triggers::{Reason, ReasonCode, told, topic::Topic},
};

/// How many characters of the visitor's words an item shows.
const LONGEST_LINE: usize = 140;

/// A conversation as the queue knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Which conversation.
    pub conversation: ConversationId,
    /// The number of its last event when this was made; a lower one never replaces a higher.
    pub version: Seq,
    /// Where it stands.
    pub stage: Stage,
    /// The queue; none when no escalation is open.
    pub queue: Option<QueueId>,
    /// The team's name.
    pub team: String,
    /// 0 is normal, higher comes first.
    pub priority: u8,
    /// The first reason of the escalation.
    pub reason: Option<ReasonCode>,
    /// What it is about, where a topic is that reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<Topic>,
    /// The visitor's words that say what it is about.
    pub line: String,
    /// Whether members of every queue are to see it: nobody of its own came in time.
    #[serde(default)]
    pub widened: bool,
    /// The page the visitor is on.
    pub page: Option<Page>,
    /// The address the visitor left; else the one that the owner's server vouched for.
    pub email: Option<String>,
    /// What to call the visitor, where the owner's server vouched for who they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified: Option<String>,
    /// When the escalation was written; else when the conversation began.
    pub since: Millis,
    /// A reply is due by then.
    pub due: Option<Millis>,
    /// When something last happened.
    pub touched: Millis,
    /// How often it was passed on since a member last replied.
    #[serde(default)]
    pub bounces: u32,
    /// The member who has it put it away until then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub snoozed: Option<Millis>,
}

impl Item {
    /// Why a person is needed, in a few words; none when nobody was called.
    pub fn why(&self) -> Option<String> {
        Some(told::title(self.reason?, self.topic))
    }

    /// Whether an escalation is open: somebody waits, was promised an answer, or is being helped.
    pub fn is_open(&self) -> bool {
        !matches!(self.stage, Stage::Assistant | Stage::Closed)
    }

    /// Whether it replaces what is known of its conversation, up to that event. Told twice, or late, it does not: an older
    /// item never replaces a newer.
    pub fn replaces(&self, known: Option<Seq>) -> bool {
        known.is_none_or(|known| known < self.version)
    }
}

/// Where a conversation stands, as the queue lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// The assistant has the floor; no escalation is open.
    Assistant,
    /// Nobody has the escalation yet.
    Waiting,
    /// A member has it.
    Held {
        /// Who.
        by: Member,
    },
    /// The visitor left an address and was promised an answer.
    Promised,
    /// Closed.
    Closed,
}

/// The conversation's line for the queue, as of its last event at `touched`.
pub fn item(conversation: &ConversationId, state: &State, touched: Millis) -> Item {
    let case = state.case.as_ref();
    let (standing, due) = match case.map(|case| (&case.standing, &case.call)) {
        Some((Standing::Waiting { .. }, call)) => (Stage::Waiting, Some(call.respond_by)),
        Some((Standing::Held { by, reply_by }, _)) => (Stage::Held { by: by.clone() }, *reply_by),
        Some((Standing::Promised { by, .. }, _)) => (Stage::Promised, Some(*by)),
        None if state.closing.is_some() => (Stage::Closed, None),
        None => (Stage::Assistant, None),
    };
    let reason = case.and_then(|case| case.decision.reasons.first());
    let left = case.and_then(|case| case.email.as_ref());
    let vouched = state
        .person
        .as_ref()
        .and_then(|vouched| vouched.person.email.as_ref());
    Item {
        conversation: conversation.clone(),
        version: state.last,
        stage: standing,
        queue: case.map(|case| case.call.queue.clone()),
        team: case.map(|case| case.call.team.clone()).unwrap_or_default(),
        priority: case.map_or(0, |case| case.call.priority),
        reason: reason.map(|reason| reason.code),
        topic: reason.and_then(Reason::topic),
        line: clip(about(state), LONGEST_LINE),
        widened: case.is_some_and(|case| is_widened(&case.standing)),
        page: state.page().cloned(),
        email: left.or(vouched).cloned(),
        verified: state
            .person
            .as_ref()
            .map(|vouched| vouched.person.called().to_owned()),
        since: case.map(|case| case.since).or(state.opened_at).unwrap_or(touched),
        due,
        touched,
        bounces: case.map_or(0, |case| case.bounces),
        snoozed: state.asides.snoozed_until,
    }
}

fn is_widened(standing: &Standing) -> bool {
    let steps = WaitStep::Widen..;
    matches!(standing, Standing::Waiting { done: Some(done), .. } if steps.contains(done))
}

/// What it is about; where nothing but calls for a person was said, the last of them.
fn about(state: &State) -> &str {
    let last = || {
        state
            .thread
            .iter()
            .rev()
            .find(|entry| entry.from == From::Visitor)
    };
    need(state).or_else(last).map_or("", |entry| entry.text.as_str())
}
