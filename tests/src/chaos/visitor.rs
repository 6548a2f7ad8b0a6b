//! A visitor's minute: questions, impatience, a person called, the page loaded again in the middle of it.

use std::sync::Arc;
use std::time::Duration;

use shared::conversation::{Page, ToVisitor};
use shared::ids::Seq;
use shared::protocol::{VERSION, VisitorFrame};

use super::browser::{Browser, now};
use super::chance::Chance;
use super::link::{self, Link, Target};
use super::tally::Tally;
use crate::client::Key;

/// What visitors say, in turn: answered by the pages, not answered by them, a call for a person, small talk.
const SAID: [&str; 8] = [
    "How long does delivery take?",
    "Do you repair bicycles?",
    "Can I send something back?",
    "What does shipping cost?",
    "Can I talk to a person please?",
    "Thank you, that helps",
    "Which cards do you take?",
    "That did not answer my question",
];

/// A visitor says at most so much: the edge takes twenty messages in a minute, and refuses the rest.
const MOST_SAID: usize = 14;

/// A visitor.
pub struct Visitor {
    /// What opens the conversation.
    pub key: Key,
    /// Their browser.
    pub browser: Browser<ToVisitor, VisitorFrame>,
    chance: Chance,
    tally: Arc<Tally>,
    number: u64,
    said: usize,
}

impl Visitor {
    /// The visitor with this number, who has not come yet.
    pub fn new(number: u64, key: Key, origin: &str, seed: u64, tally: &Arc<Tally>) -> Self {
        let browser = browser(&format!("v{number}"), &key, origin, seed, number, tally);
        Self {
            key,
            browser,
            chance: Chance::of(seed, "visitor", number),
            tally: Arc::clone(tally),
            number,
            said: 0,
        }
    }

    /// Comes within the first third of the time and does things until it is over.
    pub async fn stays(&mut self, time: Duration) {
        let end = now() + time;
        let all = u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        tokio::time::sleep(Duration::from_millis(self.chance.below(all / 3))).await;
        let pause = (all / 16).max(100);
        self.says().await;
        while now() < end {
            let pause = self.chance.between(20, pause * 2);
            self.browser.lives(pause).await;
            self.does_something().await;
        }
    }

    /// Lives on until everything asked was answered. Returns whether it was.
    pub async fn settles(&mut self, patience: Duration) -> bool {
        self.browser.until(patience, Browser::is_settled).await
    }

    async fn does_something(&mut self) {
        let state = &self.browser.talk.state;
        let (called, offered) = (state.case.is_some(), state.offer.is_some());
        match self.chance.below(100) {
            0..12 if !called => {
                self.tally.acts.one();
                self.browser.asks(|id| VisitorFrame::Person { id }).await;
            }
            0..30 if offered => {
                self.tally.acts.one();
                let accept = self.chance.happens(700);
                self.browser.asks(|id| VisitorFrame::Offer { id, accept }).await;
            }
            30..38 => self.browser.reloads(),
            38..46 => self.goes_on().await,
            46..54 => self.browser.mentions(&VisitorFrame::Typing).await,
            // Two in one breath: the second must not overtake the first.
            54..64 => {
                self.says().await;
                self.says().await;
            }
            _ => self.says().await,
        }
    }

    async fn says(&mut self) {
        if self.said == MOST_SAID {
            return;
        }
        self.said += 1;
        self.tally.said.one();
        let at = self.chance.below(SAID.len() as u64);
        let words = SAID[usize::try_from(at).unwrap_or_default()];
        let text = format!("{words} ({}-{})", self.number, self.said);
        self.browser.asks(|id| VisitorFrame::Say { id, text }).await;
    }

    async fn goes_on(&mut self) {
        let page = page(self.chance.below(9));
        self.browser.mentions(&VisitorFrame::Page { page }).await;
    }
}

/// A browser with the widget open.
pub fn browser(
    name: &str,
    key: &Key,
    origin: &str,
    seed: u64,
    number: u64,
    tally: &Arc<Tally>,
) -> Browser<ToVisitor, VisitorFrame> {
    let target = Target {
        origin: origin.to_owned(),
        path: key.path(),
        cookie: None,
        carrier: link::carrier(number),
    };
    let secret = key.secret.clone();
    let hello = move |last: Seq| VisitorFrame::Hello {
        v: VERSION,
        secret: secret.clone(),
        last,
        page: Some(page(0)),
        locale: Some("en-GB".to_owned()),
        timezone: None,
        identity: None,
    };
    Browser::new(
        name,
        Link::new(target, Chance::of(seed, name, number)),
        tally,
        hello,
    )
}

fn page(number: u64) -> Page {
    Page {
        url: format!("https://shop.example/shelf/{number}"),
        title: format!("Shelf {number}"),
        ..Page::default()
    }
}
