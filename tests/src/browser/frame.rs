//! Going into the chat's frame and out of it again. Finding and reading happens where one is.

use thirtyfour::WebElement;

use super::Browser;
use crate::wait::{must, until};

/// The frame may stand in the launcher's shadow root.
const CHAT_FRAME: &str = "
    const find = (root) => {
        for (const element of root.querySelectorAll('*')) {
            if (element.matches('iframe[title=\"Chat\"]')) return element;
            const inner = element.shadowRoot && find(element.shadowRoot);
            if (inner) return inner;
        }
    };
    return find(document) ?? null;";

impl Browser {
    /// Presses **Open chat** on the host page, which may say how much is unread, and goes into the frame.
    pub async fn open_chat(&self) {
        self.leave_frame().await;
        self.press_beginning("button", "Open chat").await;
        self.enter_chat().await;
    }

    /// Goes into the frame titled **Chat**, once it is seen and its widget is there.
    pub async fn enter_chat(&self) {
        self.enter_chat_frame().await;
        self.find("textbox", "Message").await;
    }

    /// Goes into the frame titled **Chat** as soon as it is seen, whatever it holds.
    pub async fn enter_chat_frame(&self) {
        until("the frame titled “Chat”", async || {
            self.leave_frame().await;
            let frame = self.chat_frame().await?;
            // Inside, nothing knows that the panel around it is hidden.
            frame.is_displayed().await.ok().filter(|seen| *seen)?;
            frame.enter_frame().await.ok()
        })
        .await;
    }

    /// The frame's element, if there is one; look from the host page.
    pub async fn chat_frame(&self) -> Option<WebElement> {
        self.web()
            .execute(CHAT_FRAME, Vec::new())
            .await
            .ok()?
            .element()
            .ok()
    }

    /// Goes back to the host page.
    pub async fn leave_frame(&self) {
        must("leaving the frame", self.web().enter_default_frame().await);
    }
}
