//! Reading a conversation, in the widget or in the agent view, by the attributes that the contract names.

use serde::Deserialize;

use super::Browser;
use crate::wait::{must, until};

/// A message as it stands on the page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Message {
    /// `visitor`, `assistant`, `agent` or `system`.
    pub from: String,
    /// Its number, once the edge has accepted it.
    pub seq: Option<u64>,
    /// `sending`, `sent` or `failed`, on the visitor's own.
    pub state: Option<String>,
    /// Its text as it is shown; in the agent view, where more stands around it, its words.
    pub text: String,
    /// Where its source links lead.
    pub links: Vec<String>,
}

const MESSAGES: &str = "
    return [...document.querySelectorAll('[data-from]')].map((element) => ({
        from: element.dataset.from,
        seq: element.dataset.seq ? Number(element.dataset.seq) : null,
        state: element.dataset.state ?? null,
        text: (element.querySelector('.words') ?? element).innerText,
        links: [...element.querySelectorAll('a[href]')].map((link) => link.href),
    }));";

impl Browser {
    /// The conversation as it is shown now, in the current frame.
    pub async fn messages(&self) -> Vec<Message> {
        must("the messages", serde_json::from_value(self.run(MESSAGES).await))
    }

    /// Waits for a message from somebody that contains `words`.
    pub async fn message(&self, from: &str, words: &str) -> Message {
        self.message_where(&format!("a message from {from} with “{words}”"), |message| {
            message.from == from && message.text.contains(words)
        })
        .await
    }

    /// Waits for a message that fits.
    pub async fn message_where(&self, what: &str, fits: impl Fn(&Message) -> bool) -> Message {
        until(what, async || {
            self.messages().await.into_iter().find(|message| fits(message))
        })
        .await
    }

    /// Types into **Message** and presses **Send**.
    pub async fn send(&self, text: &str) {
        self.type_into("textbox", "Message", text).await;
        self.press("button", "Send").await;
    }
}
