//! Who is at the other end of a line. Kept with a socket itself, so that it survives hibernation.

use serde::{Deserialize, Serialize};
use shared::{
    conversation::{Device, Member, Page, Person},
    ids::{ConversationId, SiteId},
};
use worker::Headers;

use super::{calls::Leaving, log::Identity};
use crate::{
    objects::site::calls,
    problem::{Code, Outcome, Problem},
    sockets::{CONVERSATION_HEADER, MEMBER_HEADER, SESSION_HEADER, SITE_HEADER},
};

/// The tag of visitors' lines.
pub const VISITORS: &str = "visitor";
/// The tag of agents' lines.
pub const AGENTS: &str = "agent";

/// The longest address of a page, in characters; four-byte ones included, two of them fit beside a socket.
const LONGEST_ADDRESS: usize = 1_000;
/// The longest title of a page, in characters.
const LONGEST_TITLE: usize = 200;
/// The longest language tag, in bytes (RFC 5646, section 4.4.1, with room).
const LONGEST_LOCALE: usize = 64;

/// The other end of a line.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Peer {
    /// The site.
    pub site: SiteId,
    /// The conversation.
    pub conversation: ConversationId,
    /// The member; none for the visitor.
    pub member: Option<Member>,
    /// The session in which a member opened it. None on sockets from before there was this field.
    #[serde(default)]
    pub session: Option<String>,
    /// What hello said; none before.
    pub greeted: Option<Greeting>,
    /// What kind of device the browser says it runs on.
    #[serde(default)]
    pub device: Option<Device>,
}

/// What the first frame of a line said.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Greeting {
    /// The fingerprint of the secret that a visitor stated.
    pub secret: String,
    /// The browser's language tag.
    pub locale: Option<String>,
    /// The page the visitor is on.
    pub page: Option<Page>,
    /// The browser's time zone, by its name.
    #[serde(default)]
    pub timezone: Option<String>,
    /// Who the visitor is, if the owner's server vouched for it.
    #[serde(default)]
    pub person: Option<Person>,
}

impl Greeting {
    /// What a visitor's hello said, bounded: it is kept with the socket, where there is room for 16 KB, and the page and
    /// the language with the conversation.
    pub fn new(secret: String, locale: Option<String>, page: Option<Page>, timezone: Option<String>) -> Self {
        let short = |tag: &String| tag.len() <= LONGEST_LOCALE;
        Self {
            secret,
            locale: locale.filter(short),
            page: page.map(bounded),
            timezone: timezone.filter(short),
            person: None,
        }
    }
}

/// A page with nothing longer than a person would read. What is cut off an address is its end: a query's tokens.
pub fn bounded(page: Page) -> Page {
    let cut = |text: String, most: usize| match text.char_indices().nth(most) {
        Some((end, _)) => text[..end].to_owned(),
        None => text,
    };
    Page {
        url: cut(page.url, LONGEST_ADDRESS),
        title: cut(page.title, LONGEST_TITLE),
        referrer: cut(page.referrer, LONGEST_ADDRESS),
    }
}

impl Peer {
    /// The visitor, who has not said hello.
    pub fn visitor(site: &SiteId, conversation: &ConversationId) -> Self {
        Self {
            site: site.clone(),
            conversation: conversation.clone(),
            member: None,
            session: None,
            greeted: None,
            device: None,
        }
    }

    /// A member who has not said hello, in a session.
    pub fn agent(site: &SiteId, conversation: &ConversationId, member: Member, session: String) -> Self {
        Self {
            member: Some(member),
            session: Some(session),
            ..Self::visitor(site, conversation)
        }
    }

    /// Who asks for this socket, as the Worker says in its headers.
    pub fn from_headers(headers: &Headers) -> Outcome<Self> {
        let text = |name| headers.get(name).ok().flatten();
        let (Some(site), Some(conversation)) = (text(SITE_HEADER), text(CONVERSATION_HEADER)) else {
            return Err(Problem::internal(&"a socket came without its headers"));
        };
        let member: Option<calls::Member> = match text(MEMBER_HEADER) {
            Some(json) => Some(serde_json::from_str(&json).map_err(|error| Problem::internal(&error))?),
            None => None,
        };
        Ok(Self {
            site: SiteId::new(site).map_err(|_| Problem::from(Code::NotFound))?,
            conversation: ConversationId::new(conversation).map_err(|_| Problem::from(Code::NotFound))?,
            member: member.map(|member| Member {
                id: member.id,
                name: member.name,
            }),
            session: text(SESSION_HEADER),
            greeted: None,
            device: text("user-agent").and_then(|agent| Device::of(&agent)),
        })
    }

    /// Whether it is the line of somebody who is to go.
    pub fn is_of(&self, who: &Leaving) -> bool {
        match who {
            Leaving::Member(member) => self.member.as_ref().is_some_and(|there| there.id == *member),
            Leaving::Session(session) => self.session.as_ref() == Some(session),
        }
    }

    /// Which conversation the line is to.
    pub fn identity(&self) -> Identity {
        Identity {
            site: self.site.clone(),
            conversation: self.conversation.clone(),
        }
    }

    /// The tag its line is found by.
    pub fn tag(&self) -> &'static str {
        if self.member.is_some() { AGENTS } else { VISITORS }
    }
}
