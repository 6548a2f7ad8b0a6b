//! What the Worker asks a conversation, beside passing sockets on.

use serde::{Deserialize, Serialize};
use shared::ids::{ConversationId, SiteId};

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

impl Call for Form {
    const PATH: &'static str = "/form";
    type Answer = Taken;
}

impl Call for Erase {
    const PATH: &'static str = "/erase";
    type Answer = ();
}
