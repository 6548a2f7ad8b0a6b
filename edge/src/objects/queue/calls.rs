//! What the queue can be asked by conversations and the Worker.

use serde::{Deserialize, Serialize};
use shared::{
    conversation::Rating,
    ids::{ConversationId, MemberId, Seq, SiteId},
    queue::{
        Item,
        handoff::{Handoff, Tally},
        sweep::Orphan,
    },
};

use super::search::Hits;
use crate::objects::{call::Call, conversation::calls::Leaving};

/// A conversation changed. Told at least once; an older one than is known changes nothing.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Notice {
    /// The site, which the queue needs to find conversations again.
    pub site: SiteId,
    /// How it is now.
    pub item: Item,
    /// Whether the team is to be alerted.
    pub alert: bool,
    /// What was said since the queue last acknowledged, for the search.
    #[serde(default)]
    pub words: Vec<Words>,
    /// The last escalation.
    #[serde(default)]
    pub handoff: Option<Handoff>,
    /// How members rated its escalations, by their numbers.
    #[serde(default)]
    pub ratings: Vec<(u32, Rating)>,
}

/// Something that was said in a conversation.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Words {
    /// Its event.
    pub seq: Seq,
    /// The words.
    pub text: String,
}

/// Which conversations hold these words?
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Search {
    /// What was typed.
    pub typed: String,
}

/// A conversation that was found.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Hit {
    /// How it stands.
    pub item: Item,
    /// The words around what was found; empty when it was found by who the visitor is or where.
    pub line: String,
}

/// The queue has it.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Noticed {
    /// The conversation's place in line, 1 is next; none when it is not waiting.
    pub position: Option<u32>,
    /// How many members are available.
    pub available: u32,
}

/// How many members are available? Asked by a conversation before it may call somebody, so it is watched from here on.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WhoIsThere {
    /// Which asks. None from an object of an earlier version, during a deploy.
    #[serde(default)]
    pub conversation: Option<ConversationId>,
}

/// So many are.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct There {
    /// Members who switched Available on and have the desk open.
    pub available: u32,
}

/// How did handoffs go?
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct HowTheyWent {}

/// Who is available, by name?
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WhoIsIn {}

/// A conversation was erased.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Forget {
    /// Which.
    pub conversation: ConversationId,
}

/// A member is about to open a conversation.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Opens {
    /// Which.
    pub conversation: ConversationId,
    /// Who.
    pub member: MemberId,
    /// In which session, by its fingerprint.
    pub session: String,
}

/// Somebody has to go: their desks and the conversations they have open are closed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SendAway {
    /// The site, which a queue that was never told anything does not know.
    pub site: SiteId,
    /// Who.
    pub who: Leaving,
}

/// Look whether anybody was left alone.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Sweep {
    /// The site, which a queue that was never told anything does not know.
    pub site: SiteId,
    /// So many conversations at most.
    pub most: u32,
}

/// So it stands.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Swept {
    /// How many conversations were looked at.
    pub checked: u32,
    /// How many were not, for there were more.
    pub left: u32,
    /// What was found. Must be empty.
    pub orphans: Vec<Found>,
}

/// Something was wrong with a conversation.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Found {
    /// Which.
    pub conversation: ConversationId,
    /// What.
    pub wrong: Vec<Orphan>,
    /// Whether nothing is wrong any more.
    pub healed: bool,
}

impl Call for Sweep {
    const PATH: &'static str = "/sweep";
    type Answer = Swept;
}

impl Call for Notice {
    const PATH: &'static str = "/notice";
    type Answer = Noticed;
}

impl Call for WhoIsThere {
    const PATH: &'static str = "/who-is-there";
    type Answer = There;
}

impl Call for Search {
    const PATH: &'static str = "/search";
    type Answer = Hits;
}

impl Call for HowTheyWent {
    const PATH: &'static str = "/how-they-went";
    type Answer = Vec<Tally>;
}

impl Call for WhoIsIn {
    const PATH: &'static str = "/who-is-in";
    type Answer = Vec<MemberId>;
}

impl Call for Forget {
    const PATH: &'static str = "/forget";
    type Answer = ();
}

impl Call for Opens {
    const PATH: &'static str = "/opens";
    type Answer = ();
}

impl Call for SendAway {
    const PATH: &'static str = "/send-away";
    type Answer = ();
}
