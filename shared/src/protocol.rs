//! The wire: every frame between a browser and the edge, as JSON text over a WebSocket, or where none gets through, over
//! HTTP. No logic lives here.
//!
//! Over HTTP a client posts frames, one a line, to the address at which it would open the socket, with `?line=` and a name
//! that it minted for this line, `&r=`, the request's number on it from 1, and `&n=`, how many answers it had on it. The first frame of every request is hello. What
//! the edge has to say is the answer, one frame a line; while there is nothing, the request is held. A status other than
//! 200 is what closing a socket is: the line is over.
//!
//! A peer states its [`VERSION`] in its first frame; another version gets [`ServerFrame::Refused`] with the code
//! `version` and the browser loads the page again. The plain texts [`PING`] and [`PONG`] are not frames: they are
//! answered without waking the object, and tell a live socket from a half-open one.

use serde::{Deserialize, Serialize};

use crate::{
    conversation::{Audience, Envelope, Inside, Page, Rating, ToVisitor},
    ids::{ClientId, ConversationId, Epoch, MemberId, Millis, QueueId, Seq, TurnId},
    queue::{Item, presence::Looker},
};

/// The version of this file. Grows when a peer of the one before could not understand.
pub const VERSION: u16 = 1;
/// What a client sends to learn whether the line is alive.
pub const PING: &str = "ping";
/// What it gets back.
pub const PONG: &str = "pong";
/// What a client says at the end of a line over HTTP, where nothing closes.
pub const BYE: &str = "bye";
/// So many frames a client posts at once, beside hello.
pub const FRAMES_AT_ONCE: usize = 8;
/// The largest frame the edge reads, in bytes: an agent's longest message in four-byte characters, escaped, with room.
pub const MAX_FRAME_BYTES: usize = 128 * 1024;

/// From the visitor's widget to the conversation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VisitorFrame {
    /// The first frame on every socket.
    Hello {
        /// The sender's [`VERSION`].
        v: u16,
        /// The conversation's secret, minted with its id. Whoever first does something in it sets it; later it must match.
        secret: String,
        /// The last event the sender holds; it gets everything after.
        last: Seq,
        /// The page the visitor is on.
        page: Option<Page>,
        /// The browser's language tag.
        locale: Option<String>,
        /// The browser's time zone, by its name.
        #[serde(default)]
        timezone: Option<String>,
        /// What the page's server vouched for the visitor with: a signed token.
        #[serde(default)]
        identity: Option<String>,
    },
    /// A message.
    Say {
        /// Minted by the sender, kept until acknowledged.
        id: ClientId,
        /// The words.
        text: String,
    },
    /// **Talk to a person** was pressed.
    Person {
        /// Minted by the sender, kept until acknowledged.
        id: ClientId,
    },
    /// The offer of a person was answered.
    Offer {
        /// Minted by the sender, kept until acknowledged.
        id: ClientId,
        /// Whether they want a person.
        accept: bool,
    },
    /// The owner's question is not to be answered.
    Skip {
        /// Minted by the sender, kept until acknowledged.
        id: ClientId,
    },
    /// Whether it is solved, as was asked.
    Solved {
        /// Minted by the sender, kept until acknowledged.
        id: ClientId,
        /// Whether nobody is needed any more.
        yes: bool,
    },
    /// The chat is to end.
    End {
        /// Minted by the sender, kept until acknowledged.
        id: ClientId,
    },
    /// Whether the chat that is over helped.
    Judge {
        /// Minted by the sender, kept until acknowledged.
        id: ClientId,
        /// Whether it did.
        helped: bool,
    },
    /// An address was left.
    Details {
        /// Minted by the sender, kept until acknowledged.
        id: ClientId,
        /// The address.
        email: String,
    },
    /// The visitor is writing. Shown for a few seconds, never stored.
    Typing,
    /// The visitor went to another page.
    Page {
        /// Which.
        page: Page,
    },
}

/// From an agent's browser to one conversation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgentFrame {
    /// The first frame on every socket.
    Hello {
        /// The sender's [`VERSION`].
        v: u16,
        /// The last event the sender holds; it gets everything after.
        last: Seq,
    },
    /// Take the waiting or promised escalation.
    Claim {
        /// Minted by the sender.
        id: ClientId,
    },
    /// Take the floor from the assistant.
    TakeOver {
        /// Minted by the sender.
        id: ClientId,
    },
    /// A message to the visitor.
    Reply {
        /// Minted by the sender, kept until acknowledged.
        id: ClientId,
        /// The owner epoch the sender believes in.
        epoch: Epoch,
        /// The words.
        text: String,
    },
    /// Give the floor back to the assistant.
    HandBack {
        /// Minted by the sender.
        id: ClientId,
        /// The owner epoch the sender believes in. None from a page loaded before there was this field: then only who has
        /// the floor is looked at.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        epoch: Option<Epoch>,
    },
    /// End the conversation.
    Close {
        /// Minted by the sender.
        id: ClientId,
        /// The owner epoch the sender believes in. None from a page loaded before there was this field.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        epoch: Option<Epoch>,
        /// What it was about.
        category: String,
        /// How it ended.
        outcome: String,
    },
    /// Pass it to another team or member.
    Transfer {
        /// Minted by the sender.
        id: ClientId,
        /// The owner epoch the sender believes in.
        epoch: Epoch,
        /// To whom.
        to: TransferTo,
        /// What colleagues are to know; may be empty.
        note: String,
    },
    /// A note for colleagues, which no visitor ever gets.
    Note {
        /// Minted by the sender, kept until acknowledged.
        id: ClientId,
        /// The words.
        text: String,
    },
    /// Put the conversation away until then, or take it up again.
    Snooze {
        /// Minted by the sender.
        id: ClientId,
        /// It comes back then; none ends a snooze.
        until: Option<Millis>,
    },
    /// Say how good the last handoff was.
    Rate {
        /// Minted by the sender.
        id: ClientId,
        /// How good.
        rating: Rating,
    },
    /// The agent is writing. Shown for a few seconds, never stored.
    Typing,
}

/// To whom a conversation is passed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TransferTo {
    /// A team's queue.
    Queue(QueueId),
    /// A member who is available.
    Member(MemberId),
}

/// From a conversation to a visitor's or an agent's browser.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound = "", rename_all = "snake_case")]
pub enum ServerFrame<R: Audience> {
    /// The answer to hello: what is missing, and how things are.
    Welcome {
        /// The edge's [`VERSION`].
        v: u16,
        /// The edge's clock, to show waiting times by.
        now: Millis,
        /// Every event after the one stated, in order.
        events: Vec<Envelope<R>>,
        /// What is not an event.
        live: Live,
    },
    /// New events, in order.
    Events {
        /// The events.
        events: Vec<Envelope<R>>,
    },
    /// What this client asked was accepted, now or before.
    Accepted {
        /// The id it was asked with.
        id: ClientId,
        /// The event it became.
        seq: Seq,
    },
    /// What this client asked was refused; nothing was stored.
    Refused {
        /// The id it was asked with, if it had one.
        id: Option<ClientId>,
        /// A code, stable over versions.
        code: String,
        /// A sentence for people.
        message: String,
    },
    /// The assistant's words so far in the turn under way. Not an event: it ends with the turn, whichever way.
    Draft {
        /// Which turn.
        turn: TurnId,
        /// All the words so far.
        text: String,
    },
    /// Somebody is writing.
    Typing {
        /// The member's name; none when it is the visitor.
        name: Option<String>,
    },
    /// What is not an event changed.
    Live {
        /// How it is now.
        live: Live,
    },
}

/// A frame to the visitor.
pub type ToVisitorFrame = ServerFrame<ToVisitor>;
/// A frame to an agent.
pub type ToAgentFrame = ServerFrame<Inside>;

/// What is known about a conversation beyond its events; never stored in the log.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Live {
    /// The place in the queue, 1 is next; none when not waiting or not known.
    #[serde(default)]
    pub position: Option<u32>,
    /// Whether anybody is available to come; none when not known.
    #[serde(default)]
    pub attended: Option<bool>,
    /// The names of members who have the conversation open. Empty for visitors.
    #[serde(default)]
    pub viewers: Vec<String>,
}

/// From an agent's browser to the site's queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeskFrame {
    /// The first frame on every socket.
    Hello {
        /// The sender's [`VERSION`].
        v: u16,
    },
    /// The agent switched **Available**.
    Available {
        /// On or off.
        on: bool,
    },
    /// What the agent has before them. Said when it changes, and again every
    /// [`RENEW_MS`](crate::queue::presence::RENEW_MS); never stored.
    Looking {
        /// The conversation; none when none is open, or the page is in the background.
        at: Option<ConversationId>,
        /// Whether they are writing there.
        writing: bool,
    },
}

/// From the site's queue to an agent's browser.
#[allow(clippy::large_enum_variant)] // made, written to a socket and dropped: never kept in number
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ToDeskFrame {
    /// The answer to hello: everything open.
    Welcome {
        /// The edge's [`VERSION`].
        v: u16,
        /// The edge's clock, to show waiting times by.
        now: Millis,
        /// Whether this member is marked available.
        available: bool,
        /// Every conversation with an open escalation, and recent others.
        items: Vec<Item>,
    },
    /// One item is new or changed; it replaces the one of the same conversation.
    Item {
        /// The item.
        item: Item,
        /// The edge's clock.
        now: Millis,
        /// Whether the team is to be alerted: new, returned to the queue, or unclaimed for long.
        alert: bool,
    },
    /// Who has a conversation before them now; replaces what was said of it. After a welcome it is said of every
    /// conversation that somebody has before them.
    Looking {
        /// Which.
        conversation: ConversationId,
        /// Who, the receiver too; empty when nobody has.
        who: Vec<Looker>,
    },
    /// A conversation is gone: erased.
    Gone {
        /// Which.
        conversation: ConversationId,
    },
    /// Whether this member is marked available, as the queue has it now.
    Available {
        /// On or off.
        on: bool,
    },
    /// What this client asked was refused.
    Refused {
        /// A code, stable over versions.
        code: String,
        /// A sentence for people.
        message: String,
    },
}
