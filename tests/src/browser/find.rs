//! Finding and using what is on the page, by role and name. Every verb waits until the thing is there.

use thirtyfour::{Key, TypingData, WebElement};

use super::{Browser, computed};
use crate::wait::{must, until};

/// Looks through open shadow roots too: the launcher's button lives in one.
const CANDIDATES: &str = "
    const found = [];
    const visit = (root) => {
        for (const element of root.querySelectorAll('*')) {
            if (element.matches(arguments[0]) && element.checkVisibility({ visibilityProperty: true })) found.push(element);
            if (element.shadowRoot) visit(element.shadowRoot);
        }
    };
    visit(document);
    return found;";

impl Browser {
    /// Waits for an element with this role and exactly this name.
    pub async fn find(&self, role: &str, name: &str) -> WebElement {
        until(&format!("{role} “{name}”"), async || {
            self.find_now(role, name).await
        })
        .await
    }

    /// The element with this role and name, if it is there and visible at this moment.
    pub async fn find_now(&self, role: &str, name: &str) -> Option<WebElement> {
        self.find_named(role, |computed| computed == name).await
    }

    async fn find_named(&self, role: &str, fits: impl Fn(&str) -> bool) -> Option<WebElement> {
        for element in self.candidates(role).await {
            let is_named = computed::name(&element)
                .await
                .is_some_and(|computed| fits(computed.trim()));
            if is_named
                && computed::role(&element)
                    .await
                    .is_some_and(|computed| is_role(&computed, role))
            {
                return Some(element);
            }
        }
        None
    }

    /// Waits until no element with this role and name is visible any more.
    pub async fn gone(&self, role: &str, name: &str) {
        let what = format!("no {role} “{name}” any more");
        until(&what, async || {
            self.find_now(role, name).await.is_none().then_some(())
        })
        .await;
    }

    /// Waits for an element of this role whose text contains `words`, and returns its text.
    pub async fn find_text(&self, role: &str, words: &str) -> String {
        until(&format!("{role} with the words “{words}”"), async || {
            for element in self.candidates(role).await {
                if let Ok(text) = element.text().await
                    && text.contains(words)
                {
                    return Some(text);
                }
            }
            None
        })
        .await
    }

    /// Clicks it, once it is there and takes clicks.
    pub async fn press(&self, role: &str, name: &str) {
        until(&format!("a click on {role} “{name}”"), async || {
            self.find_now(role, name).await?.click().await.ok()
        })
        .await;
    }

    /// Clicks the one whose name begins so, such as a button that counts what is new.
    pub async fn press_beginning(&self, role: &str, beginning: &str) {
        until(&format!("a click on {role} “{beginning}…”"), async || {
            let found = self.find_named(role, |name| name.starts_with(beginning)).await;
            found?.click().await.ok()
        })
        .await;
    }

    /// Types into it, after what it holds already.
    pub async fn type_into(&self, role: &str, name: &str, text: &str) {
        let field = self.find(role, name).await;
        must("typing", field.send_keys(text).await);
    }

    /// Strikes keys, wherever the focus is.
    pub async fn strikes(&self, keys: impl Into<TypingData>) {
        let keys = self.web().action_chain().send_keys(keys);
        must("keys", keys.perform().await);
    }

    /// Presses Enter in it.
    pub async fn enter(&self, role: &str, name: &str) {
        let field = self.find(role, name).await;
        must("Enter", field.send_keys(Key::Enter + "").await);
    }

    /// Chooses an option of a select by its text.
    pub async fn choose(&self, name: &str, option: &str) {
        let field = self.find("combobox", name).await;
        must("choosing", field.send_keys(option).await);
    }

    async fn candidates(&self, role: &str) -> Vec<WebElement> {
        // A frame that is just being replaced answers with an error; the next look finds the new one.
        let Ok(found) = self.web().execute(CANDIDATES, vec![selector(role).into()]).await else {
            return Vec::new();
        };
        found.elements().unwrap_or_default()
    }
}

/// Which elements can have a role at all; the browser then says which do.
fn selector(role: &str) -> String {
    let native = match role {
        "button" => "button, summary, input[type=submit], input[type=button]",
        "textbox" | "searchbox" => "textarea, input",
        "link" => "a[href]",
        "list" => "ul, ol",
        "listitem" => "li",
        "heading" => "h1, h2, h3, h4, h5, h6",
        "checkbox" | "switch" | "radio" => "input, button",
        "combobox" => "select, input",
        "region" => "section",
        "dialog" => "dialog",
        "img" => "img, svg",
        "status" => "output",
        _ => "no-such-element",
    };
    format!("{native}, [role={role}]")
}

/// Chromium reports a few roles under their newer or broader names.
fn is_role(computed: &str, asked: &str) -> bool {
    computed == asked || matches!((asked, computed), ("img", "image") | ("textbox", "searchbox"))
}
