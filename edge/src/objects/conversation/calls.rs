//! What the Worker asks a conversation, beside passing sockets on.

use serde::{Deserialize, Serialize};
use shared::{
    conversation::{Envelope, Source},
    ids::{ConversationId, MemberId, Seq, SiteId},
    queue::sweep::Account,
};

use crate::objects::call::Call;

/// A visitor without the widget sent the plain form: store the message and call a person.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Form {
    /// The site.
    pub site: SiteId,
    /// This conversation's id, minted by the Worker.
    pub conversation: ConversationId,
    /// What they wrote.
    pub message: String,
    /// Where an answer reaches them.
    pub email: String,
    /// Their language, by its tag.
    #[serde(default)]
    pub locale: Option<String>,
}

/// The form was taken.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Taken {
    /// What the conversation told the visitor: one sentence or more, a paragraph each.
    pub told: Vec<String>,
}

/// Erase the conversation everywhere: its log, its brief, its entry in the queue. One that never was is no mistake.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Erase {
    /// The site.
    pub site: SiteId,
    /// This conversation's id.
    pub conversation: ConversationId,
}

/// From a member who has it open: what may I write?
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Suggest {
    /// Their name, as visitors see it.
    pub name: String,
}

/// What they may write.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Suggested {
    /// The last event that was known of.
    pub last: Seq,
    /// To begin with; empty while nothing has happened.
    pub opener: String,
    /// To answer with; none where the knowledge holds nothing that fits.
    pub reply: Option<SuggestedReply>,
}

/// A reply from the knowledge.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SuggestedReply {
    /// The words.
    pub text: String,
    /// The pages they rest on.
    pub sources: Vec<Source>,
}

/// Everything that ever happened in the conversation, in order; nothing of one that never was.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Export {}

/// From the queue: what the visitor may know about their place changed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Place {
    /// The place in line, 1 is next; none when not waiting.
    pub position: Option<u32>,
    /// Whether anybody is available to come.
    pub attended: bool,
}

/// From the queue: these sockets are closed, for whoever holds them may no longer read along.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Dismiss {
    /// Whose.
    pub who: Leaving,
}

/// Who has to go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Leaving {
    /// A member who was removed. What they hold goes back to its queue.
    Member(MemberId),
    /// A session that ended, by its fingerprint: its member signed out. They may sign in again, so what they hold is theirs
    /// until its lease ends.
    Session(String),
}

/// From the sweep: how do things stand? Only looks: neither wakes anything nor sets an alarm.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct GiveAccount {}

/// From the sweep: do what is due, tell the queue, set the alarm.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Rouse {}

impl Call for GiveAccount {
    const PATH: &'static str = "/account";
    type Answer = Account;
}

impl Call for Rouse {
    const PATH: &'static str = "/rouse";
    type Answer = ();
}

impl Call for Suggest {
    const PATH: &'static str = "/suggest";
    type Answer = Suggested;
}

impl Call for Place {
    const PATH: &'static str = "/place";
    type Answer = ();
}

impl Call for Export {
    const PATH: &'static str = "/export";
    type Answer = Vec<Envelope>;
}

impl Call for Dismiss {
    const PATH: &'static str = "/dismiss";
    type Answer = ();
}

impl Call for Form {
    const PATH: &'static str = "/form";
    type Answer = Taken;
}

impl Call for Erase {
    const PATH: &'static str = "/erase";
    type Answer = ();
}
