//! Several tabs of one visitor: one thread, one draft, one unread count, and one sound for a reply.

use serde_json::json;
use tests::api::Api;
use tests::browser::{Browser, Tab};
use tests::client::AgentClient;
use tests::network::Network;
use tests::wait::until;

use crate::scene::{ASKS, Shop, holds};

/// Counts the sounds that a document makes.
const LISTEN: &str = "
    window.sounds = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...when) { window.sounds += 1; return start.apply(this, when); };";

/// The count, once every reply that has come in so far has sounded or will not: a tab leaves others a moment first, and
/// what is set after that is due after it.
const SOUNDS: &str = "
    const later = new Promise((done) => setTimeout(done, 400));
    return later.then(() => navigator.locks?.query()).then(() => window.sounds);";

/// Browsers before Web Locks, and pages that are not served over TLS.
const NO_LOCKS: &str = "Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined });";

/// What the launcher's button is called, and what stands in its badge.
const BUTTON: &str = "document.querySelector('baton-chat').shadowRoot.querySelector('button').ariaLabel";
const BADGE: &str = "document.querySelector('baton-chat').shadowRoot.querySelector('b').innerText";

/// Counts the messages that the page around the chat is told of.
const COUNT_MESSAGES: &str = "window.heard = 0; Baton('on', 'message', () => { window.heard += 1; })";

/// Two tabs of one visitor, both with the chat open.
struct Two {
    browser: Browser,
    one: Tab,
    other: Tab,
}

impl Two {
    async fn open(page: &str, before: &str) -> Self {
        let browser = Browser::start().await;
        let one = browser.tab().await;
        open_chat_in(&browser, page, before).await;
        let other = browser.new_tab().await;
        open_chat_in(&browser, page, before).await;
        Self { browser, one, other }
    }

    /// Goes into the chat of a tab, and brings the tab to the front.
    async fn look_at(&self, tab: &Tab) -> &Browser {
        self.browser.look_at(tab).await;
        self.browser.enter_chat().await;
        &self.browser
    }

    /// Closes the chat in a tab; its page stays.
    async fn close_chat_in(&self, tab: &Tab) {
        self.browser.look_at(tab).await;
        self.browser.leave_frame().await;
        self.browser.press("button", "Close chat").await;
    }

    /// Waits until the button in a tab has this name, and its badge the number that is in it.
    async fn button(&self, tab: &Tab, name: &str) {
        self.browser.look_at(tab).await;
        self.browser.leave_frame().await;
        until(name, async || self.browser.find_now("button", name).await).await;
        let number: String = name.chars().filter(char::is_ascii_digit).collect();
        let badge = format!("{BADGE} === '{number}'");
        holds(&self.browser, &format!("“{number}” in the badge"), &badge).await;
    }

    /// Waits until the button in a tab has this name while the tab is behind.
    async fn button_behind(&self, tab: &Tab, name: &str) {
        let named = async || (self.browser.value_behind(tab, BUTTON).await == name).then_some(());
        until(&format!("“{name}” in the tab behind"), named).await;
    }

    /// How many sounds each tab has made so far.
    async fn sounds(&self) -> [u64; 2] {
        let mut sounds = [0, 0];
        for (tab, count) in [&self.one, &self.other].into_iter().zip(&mut sounds) {
            self.browser.look_at(tab).await;
            self.browser.leave_frame().await;
            let frame = self.browser.chat_frame().await.expect("the chat's frame");
            frame.enter_frame().await.expect("the chat's frame");
            *count = self.browser.run(SOUNDS).await.as_u64().unwrap_or_default();
        }
        sounds
    }
}

async fn open_chat_in(browser: &Browser, page: &str, before: &str) {
    browser.before_load(before).await;
    browser.open(page).await;
    browser.open_chat().await;
}

/// Has somebody touched the chat, so that the browser lets it sound.
async fn touches(browser: &Browser) {
    browser.type_into("textbox", "Message", "x\u{e003}").await;
}

async fn is_helped(shop: &Shop, ada: &Api, visitor: &Browser) -> AgentClient {
    visitor.send(ASKS).await;
    visitor.message("system", "Of course.").await;
    let mut agent = shop.opens_first(ada).await;
    agent.claims().await;
    visitor.find_text("status", "is here").await;
    agent
}

#[tokio::test(flavor = "multi_thread")]
async fn two_tabs_have_one_thread_one_draft_and_what_one_leaves_unsent_the_other_sends() {
    let shop = Shop::open().await;
    let network = Network::before(shop.edge.port()).await;
    let tabs = Two::open(&shop.page_behind(&network), LISTEN).await;
    let mut agent = is_helped(&shop, &shop.ada().await, tabs.look_at(&tabs.other).await).await;
    let one = tabs.look_at(&tabs.one).await;
    one.message("visitor", ASKS).await;

    one.type_into("textbox", "Message", "The red").await;
    let other = tabs.look_at(&tabs.other).await;
    holds(
        other,
        "the draft in the other tab",
        "document.getElementById('message').value === 'The red'",
    )
    .await;
    other.type_into("textbox", "Message", " one").await;
    other.press("button", "Send").await;
    let one = tabs.look_at(&tabs.one).await;
    one.message("visitor", "The red one").await;
    holds(
        one,
        "an empty field",
        "document.getElementById('message').value === ''",
    )
    .await;
    agent.reads_words("The red one").await;

    // Written where nothing goes out, seen in both, and sent by the one that is left.
    network.cut();
    one.find_text("status", "Reconnecting").await;
    one.send("It squeaks.").await;
    let other = tabs.look_at(&tabs.other).await;
    let unsent = other.message("visitor", "It squeaks.").await;
    assert_eq!(unsent.state.as_deref(), Some("sending"));
    tabs.browser.close_tab(&tabs.one).await;
    network.heal();
    let other = tabs.look_at(&tabs.other).await;
    other
        .message_where("the message sent", |message| {
            message.text.contains("It squeaks.") && message.state.as_deref() == Some("sent")
        })
        .await;
    agent.reads_words("It squeaks.").await;
    let said = agent
        .state
        .thread
        .iter()
        .filter(|entry| entry.text == "It squeaks.");
    assert_eq!(said.count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_sounds_in_one_tab_and_read_in_one_it_is_read_in_both() {
    let shop = Shop::open().await;
    let tabs = Two::open(&shop.page, LISTEN).await;
    touches(&tabs.browser).await;
    let ada = shop.ada().await;
    let mut agent = is_helped(&shop, &ada, &tabs.browser).await;
    touches(tabs.look_at(&tabs.one).await).await;

    // Read where it comes in, it makes no sound anywhere.
    agent.replies("Which one is it?").await;
    tabs.browser.message("agent", "Which one is it?").await;
    tabs.look_at(&tabs.other)
        .await
        .message("agent", "Which one is it?")
        .await;

    tabs.close_chat_in(&tabs.one).await;
    tabs.close_chat_in(&tabs.other).await;
    for (reply, unread) in [("Are you there?", 1), ("Hello?", 2)] {
        agent.replies(reply).await;
        for tab in [&tabs.one, &tabs.other] {
            tabs.button(tab, &format!("Open chat, {unread} unread")).await;
        }
        let what = format!("{unread} sounds in all");
        until(&what, async || {
            (tabs.sounds().await.iter().sum::<u64>() >= unread).then_some(())
        })
        .await;
    }
    let sounds = tabs.sounds().await;
    assert_eq!(sounds.iter().sum::<u64>(), 2, "each reply once: {sounds:?}");

    tabs.browser.look_at(&tabs.one).await;
    tabs.browser.leave_frame().await;
    tabs.browser.press("button", "Open chat, 2 unread").await;
    tabs.browser.enter_chat().await;
    tabs.browser.message("agent", "Hello?").await;
    // Two windows stand side by side as well: it is seen at once and not only by who looks at the other tab.
    tabs.button_behind(&tabs.other, "Open chat").await;
    tabs.button(&tabs.other, "Open chat").await;

    // Deleted, it is over in both, and both go on in the same next one.
    let path = format!("/api/v1/conversations/{}", agent.conversation());
    ada.delete(&path).await.expect_ok();
    let one = tabs.look_at(&tabs.one).await;
    holds(
        one,
        "an empty thread",
        "!document.querySelector('[data-from=visitor]')",
    )
    .await;
    one.send("Another matter").await;
    one.message_where("it sent", |message| {
        message.from == "visitor" && message.seq.is_some()
    })
    .await;
    tabs.browser.look_at(&tabs.other).await;
    tabs.browser.open_chat().await;
    tabs.browser.message("visitor", "Another matter").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chat_open_in_a_tab_behind_reads_nothing_until_it_is_looked_at() {
    let shop = Shop::open().await;
    let tabs = Two::open(&shop.page, "").await;
    let mut agent = is_helped(&shop, &shop.ada().await, &tabs.browser).await;
    tabs.browser.look_at(&tabs.one).await;
    tabs.browser.leave_frame().await;
    tabs.browser.run(COUNT_MESSAGES).await;
    tabs.close_chat_in(&tabs.other).await;

    for (reply, unread) in [("Which one is it?", 1), ("Are you there?", 2)] {
        agent.replies(reply).await;
        until("the reply in the tab behind", async || {
            let heard = tabs.browser.value_behind(&tabs.one, "heard").await;
            (heard.as_u64() == Some(unread)).then_some(())
        })
        .await;
        tabs.button(&tabs.other, &format!("Open chat, {unread} unread"))
            .await;
    }

    let one = tabs.look_at(&tabs.one).await;
    one.message("agent", "Are you there?").await;
    tabs.button_behind(&tabs.other, "Open chat").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_locks_a_reply_still_sounds_and_switched_off_it_does_not() {
    let shop = Shop::open().await;
    let visitor = Browser::start().await;
    open_chat_in(&visitor, &shop.page, &[LISTEN, NO_LOCKS].concat()).await;
    let mut agent = is_helped(&shop, &shop.ada().await, &visitor).await;
    visitor
        .run("document.querySelector('[aria-label=\"Close chat\"]').click()")
        .await;
    agent.replies("Which one is it?").await;
    holds(&visitor, "a sound", "window.sounds === 1").await;

    visitor
        .run("[...document.querySelectorAll('#menu button')].find((item) => item.textContent === 'Turn sound off').click()")
        .await;
    holds(
        &visitor,
        "the switch off",
        "document.querySelector('#menu').textContent.includes('Turn sound on')",
    )
    .await;
    agent.replies("Are you there?").await;
    holds(
        &visitor,
        "the reply",
        "document.body.textContent.includes('Are you there?')",
    )
    .await;
    assert_eq!(visitor.run(SOUNDS).await, json!(1));
}
