//! A visitor's browser.

use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicU32, Ordering};

use shared::conversation::{Page, ToVisitor};
use shared::ids::{ConversationId, Seq};
use shared::link::Carrier;
use shared::protocol::{VERSION, VisitorFrame};

use super::talk::Talk;
use super::wire::Wire;
use crate::edge::TestEdge;
use crate::wait::must;

/// What opens a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The site.
    pub site: String,
    /// The conversation's id.
    pub conversation: ConversationId,
    /// Its secret.
    pub secret: String,
}

impl Key {
    /// A key that nobody has used, for a conversation that has not begun.
    pub fn fresh(site: &str) -> Self {
        static MINTED: AtomicU32 = AtomicU32::new(1);
        let number = MINTED.fetch_add(1, Ordering::Relaxed);
        Self {
            site: site.to_owned(),
            conversation: must("an id", ConversationId::new(format!("{number:032x}"))),
            secret: format!("secret-of-conversation-{number:032x}"),
        }
    }

    /// The path of its visitors' socket.
    pub fn path(&self) -> String {
        format!(
            "/api/v1/sites/{}/conversations/{}/visitor",
            self.site, self.conversation
        )
    }
}

/// A visitor with the widget open.
pub struct VisitorClient {
    talk: Talk<ToVisitor, VisitorFrame>,
    /// What they hold of the conversation.
    pub key: Key,
    /// Where on the site they are.
    pub page: Option<Page>,
    /// What carries their line.
    pub carrier: Carrier,
    /// The token that says who they are, if the page has one.
    pub identity: Option<String>,
}

impl VisitorClient {
    /// A visitor who comes to the site for the first time.
    pub async fn arrives(edge: &TestEdge, site: &str) -> Self {
        Self::opens(edge, Key::fresh(site)).await
    }

    /// A visitor who holds a key: from another tab, from yesterday, or stolen.
    pub async fn opens(edge: &TestEdge, key: Key) -> Self {
        Self::opens_by(Carrier::Socket, edge, key).await
    }

    /// A visitor on a network where this carries lines.
    pub async fn opens_by(carrier: Carrier, edge: &TestEdge, key: Key) -> Self {
        let page = Page {
            url: "https://shop.example/cart".into(),
            title: "Cart".into(),
            ..Page::default()
        };
        let mut visitor = Self {
            talk: Talk::new("visitor"),
            key,
            page: Some(page),
            carrier,
            identity: None,
        };
        visitor.comes_back(edge).await;
        visitor
    }

    /// Somebody who holds a key, with a token of their own, and is refused for good. Returns the code and every frame.
    pub async fn turned_away(edge: &TestEdge, key: Key, identity: &str) -> (String, Vec<String>) {
        let mut visitor = Self {
            talk: Talk::new("stranger"),
            key,
            page: None,
            carrier: Carrier::Socket,
            identity: Some(identity.to_owned()),
        };
        let line = visitor.line(edge).await;
        let hello = visitor.hello();
        let code = visitor.talk.knocks(line, &hello).await;
        (code, std::mem::take(&mut visitor.talk.raw))
    }

    async fn line(&self, edge: &TestEdge) -> Wire {
        Wire::by(self.carrier, edge, &self.key.path(), None).await
    }

    /// Opens a new line from the last event held; what is not acknowledged is sent again.
    pub async fn comes_back(&mut self, edge: &TestEdge) {
        let line = self.line(edge).await;
        let hello = self.hello();
        self.talk.greet(line, &hello).await;
    }

    /// The first frame this visitor would send now.
    pub fn hello(&self) -> VisitorFrame {
        VisitorFrame::Hello {
            v: VERSION,
            secret: self.key.secret.clone(),
            last: self.talk.state.last,
            page: self.page.clone(),
            locale: Some("en-GB".to_owned()),
            timezone: Some("Europe/London".to_owned()),
            identity: self.identity.clone(),
        }
    }

    /// Writes a message, which is accepted.
    pub async fn says(&mut self, text: &str) -> Seq {
        self.talk
            .does(|id| VisitorFrame::Say {
                id,
                text: text.to_owned(),
            })
            .await
    }

    /// Writes a message, which is refused with this code.
    pub async fn cannot_say(&mut self, text: &str) -> String {
        self.talk
            .is_refused(|id| VisitorFrame::Say {
                id,
                text: text.to_owned(),
            })
            .await
    }

    /// Presses **Talk to a person**.
    pub async fn presses_person(&mut self) -> Seq {
        self.talk.does(|id| VisitorFrame::Person { id }).await
    }

    /// Presses **Yes, get a person**, or **No, keep going**.
    pub async fn answers_offer(&mut self, accept: bool) -> Seq {
        self.talk.does(|id| VisitorFrame::Offer { id, accept }).await
    }

    /// Presses **Skip this question**.
    pub async fn skips(&mut self) -> Seq {
        self.talk.does(|id| VisitorFrame::Skip { id }).await
    }

    /// Presses **Yes, it's solved**, or **No, I still need a person**.
    pub async fn says_solved(&mut self, yes: bool) -> Seq {
        self.talk.does(|id| VisitorFrame::Solved { id, yes }).await
    }

    /// Ends the chat.
    pub async fn ends(&mut self) -> Seq {
        self.talk.does(|id| VisitorFrame::End { id }).await
    }

    /// Presses **Yes, it helped**, or **No, it did not**.
    pub async fn judges(&mut self, helped: bool) -> Seq {
        self.talk.does(|id| VisitorFrame::Judge { id, helped }).await
    }

    /// Leaves an address.
    pub async fn leaves_details(&mut self, email: &str) -> Seq {
        self.talk
            .does(|id| VisitorFrame::Details {
                id,
                email: email.to_owned(),
            })
            .await
    }

    /// Goes to another page of the site.
    pub async fn goes_to(&mut self, url: &str, title: &str) {
        let page = Page {
            url: url.to_owned(),
            title: title.to_owned(),
            ..Page::default()
        };
        self.page = Some(page.clone());
        self.talk.send(&VisitorFrame::Page { page }).await;
    }

    /// Begins to write.
    pub async fn types(&mut self) {
        self.talk.send(&VisitorFrame::Typing).await;
    }
}

impl Deref for VisitorClient {
    type Target = Talk<ToVisitor, VisitorFrame>;
    fn deref(&self) -> &Self::Target {
        &self.talk
    }
}

impl DerefMut for VisitorClient {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.talk
    }
}
