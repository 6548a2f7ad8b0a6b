//! What a line that breaks does to those at its ends: nothing is lost, nothing comes twice, and what is said of it is true.

use shared::conversation::{Audience, From, State};
use tests::browser::{Browser, Message};
use tests::client::{AgentClient, VisitorClient};
use tests::network::Network;
use tests::wait::until;

use crate::scene::{ANSWERED, ASKS, Shop, holds, looks_right, looks_right_now, open_first, signs_up};

/// The widget has noticed by then that a line went silent: it asks after 25 s, waits 8 s, and looks every 4 s.
const WIDGET_NOTICES_S: u32 = 41;
/// The agent view has: it asks after 20 s and waits 8 s.
const DESK_NOTICES_S: u32 = 28;
/// So long nobody speaks on a line that is well, seconds at a time. Each side asks four times at least.
const QUIET_S: u32 = 120;
/// Shorter than either side waits for an answer.
const STEP_S: u32 = 4;
/// Both have given up by then on a line that is not made: 8 s, and one look.
const GIVES_UP_S: u32 = 12;

/// In every document: its sockets, each with how often it was asked whether it is alive, and how often it answered.
const SOCKETS: &str = "{
    window.sockets = [];
    window.WebSocket = new Proxy(WebSocket, {
        construct(Real, [url]) {
            const socket = Object.assign(new Real(url), { pings: 0, pongs: 0 });
            socket.addEventListener('message', ({ data }) => { socket.pongs += data === 'pong'; });
            socket.send = (data) => {
                socket.pings += data === 'ping';
                Real.prototype.send.call(socket, data);
            };
            sockets.push(socket);
            return socket;
        },
    });
}";

/// Whatever is asked on a line that is there has been answered.
const IS_ANSWERED: &str =
    "sockets.every(({ readyState, pings, pongs }) => readyState !== 1 || pings === pongs)";

/// The lines to the conversation that were made so far: whether each is there, and how often it answered.
const LINES: &str = "return sockets.filter(({ url }) => url.includes('/conversations/'))
    .map(({ readyState, pongs }) => [readyState === 1, pongs])";

/// The words of those who wrote them, in order.
fn words<'a>(thread: &'a [Message], from: &str) -> Vec<&'a str> {
    let theirs = thread.iter().filter(|message| message.from == from);
    theirs.map(|message| message.text.trim()).collect()
}

/// How far the last messages of somebody are.
async fn are(browser: &Browser, from: &str, state: &str, texts: &[&str]) {
    let what = format!("{texts:?} of {from}, {state}");
    until(&what, async || {
        let thread = browser.messages().await;
        let found = thread
            .iter()
            .filter(|message| message.from == from && message.state.as_deref() == Some(state))
            .map(|message| message.text.trim());
        (found.collect::<Vec<_>>() == texts).then_some(())
    })
    .await;
}

/// Everything has its number, and stands in its order.
fn is_in_order(thread: &[Message]) {
    let seqs: Vec<_> = thread.iter().filter_map(|message| message.seq).collect();
    assert!(seqs.is_sorted_by(|a, b| a < b), "{thread:#?}");
}

/// A visitor behind a network, whom Ada is helping.
async fn helped(shop: &Shop, network: &Network, visitor: &Browser) -> AgentClient {
    let ada = shop.ada().await;
    visitor.open(&shop.page_behind(network)).await;
    visitor.open_chat().await;
    visitor.send(ASKS).await;
    visitor.message("system", "Of course.").await;
    let mut agent = shop.opens_first(&ada).await;
    agent.claims().await;
    visitor.find_text("status", "is here").await;
    agent
}

/// Ada's browser behind a network, in a conversation that she has claimed.
async fn helping(
    shop: &Shop,
    network: &Network,
    before: impl AsyncFnOnce(&Browser),
) -> (Browser, VisitorClient) {
    let visitor = shop.waiting(ANSWERED).await;
    let agent = Browser::start().await;
    before(&agent).await;
    signs_up(&agent, &network.through(shop.setup_link())).await;
    open_first(&agent).await;
    agent.press("button", "Claim").await;
    agent.find("button", "Send reply").await;
    (agent, visitor)
}

async fn reply(agent: &Browser, text: &str) {
    agent.type_into("textbox", "Reply", text).await;
    agent.enter("textbox", "Reply").await;
}

/// A browser whose time is held, and whose sockets are counted.
async fn is_watched(browser: &Browser) {
    browser.hold_time().await;
    browser.before_load(SOCKETS).await;
}

async fn lines_of(browser: &Browser) -> Vec<(bool, u64)> {
    serde_json::from_value(browser.run(LINES).await).expect("the page's lines")
}

/// Nobody says a word for a while. The line asks now and then, is answered, and is the same one afterwards.
async fn keeps_its_line(browser: &Browser) {
    let before = lines_of(browser).await;
    for _ in 0..QUIET_S / STEP_S {
        browser.pass_time(STEP_S).await;
        holds(browser, "what was asked answered", IS_ANSWERED).await;
    }
    let after = lines_of(browser).await;
    assert_eq!(after.len(), before.len(), "none was made anew: {after:?}");
    assert!(
        after.last().is_some_and(|(there, pongs)| *there && *pongs >= 3),
        "it was asked: {after:?}"
    );
}

/// Everything that somebody said, as the edge has it.
fn said<R: Audience>(state: &State<R>, by: fn(&From) -> bool) -> Vec<&str> {
    let theirs = state.thread.iter().filter(|entry| by(&entry.from));
    theirs.map(|entry| entry.text.as_str()).collect()
}

fn visitor_did(from: &From) -> bool {
    *from == From::Visitor
}

fn agent_did(from: &From) -> bool {
    matches!(from, From::Agent(_))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_whose_acknowledgement_is_lost_is_there_once_after_a_reload() {
    let shop = Shop::open().await;
    let network = Network::before(shop.edge.port()).await;
    let visitor = Browser::start().await;
    let mut agent = helped(&shop, &network, &visitor).await;

    network.lose_answers();
    visitor.send("The red one").await;
    agent.reads_words("The red one").await;
    are(&visitor, "visitor", "sending", &["The red one"]).await;
    looks_right_now(&visitor, "widget-sending").await;
    agent.replies("Thank you").await;

    visitor.leave_frame().await;
    visitor.reload().await;
    visitor.open_chat().await;
    visitor.message("agent", "Thank you").await;
    are(&visitor, "visitor", "sent", &[ASKS, "The red one"]).await;
    let thread = visitor.messages().await;
    assert_eq!(words(&thread, "visitor"), [ASKS, "The red one"]);
    is_in_order(&thread);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_whose_acknowledgement_is_lost_is_there_once_after_a_reload() {
    let shop = Shop::open().await;
    let network = Network::before(shop.edge.port()).await;
    let (agent, mut visitor) = helping(&shop, &network, async |_| {}).await;

    network.lose_answers();
    reply(&agent, "Which one is it?").await;
    visitor.reads_words("Which one is it?").await;
    are(&agent, "agent", "sending", &["Which one is it?"]).await;

    agent.reload().await;
    agent.find("button", "Send reply").await;
    are(&agent, "agent", "sent", &["Which one is it?"]).await;
    assert_eq!(words(&agent.messages().await, "agent"), ["Which one is it?"]);
    visitor.says("The red one").await;
    agent.message("visitor", "The red one").await;
    assert_eq!(said(&visitor.state, agent_did), ["Which one is it?"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_never_left_the_page_is_sent_after_a_reload() {
    let shop = Shop::open().await;
    let network = Network::before(shop.edge.port()).await;
    let visitor = Browser::start().await;
    let mut agent = helped(&shop, &network, &visitor).await;

    network.lose_questions();
    visitor.send("The red one").await;
    are(&visitor, "visitor", "sending", &["The red one"]).await;
    agent.replies("Which one is it?").await;
    visitor.message("agent", "Which one is it?").await;
    assert_eq!(said(&agent.state, visitor_did), [ASKS]);

    visitor.leave_frame().await;
    visitor.reload().await;
    visitor.open_chat().await;
    are(&visitor, "visitor", "sent", &[ASKS, "The red one"]).await;
    agent.reads_words("The red one").await;
    assert_eq!(said(&agent.state, visitor_did), [ASKS, "The red one"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_that_never_left_the_page_is_sent_after_a_reload() {
    let shop = Shop::open().await;
    let network = Network::before(shop.edge.port()).await;
    let (agent, mut visitor) = helping(&shop, &network, async |_| {}).await;

    network.lose_questions();
    reply(&agent, "Which one is it?").await;
    are(&agent, "agent", "sending", &["Which one is it?"]).await;
    visitor.says("Are you there?").await;
    agent.message("visitor", "Are you there?").await;
    assert!(said(&visitor.state, agent_did).is_empty());

    agent.reload().await;
    agent.find("button", "Send reply").await;
    are(&agent, "agent", "sent", &["Which one is it?"]).await;
    visitor.reads_words("Which one is it?").await;
    assert_eq!(said(&visitor.state, agent_did), ["Which one is it?"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_visitor_writes_offline_goes_out_in_order_and_what_was_said_meanwhile_comes_in() {
    let shop = Shop::open().await;
    let network = Network::before(shop.edge.port()).await;
    let visitor = Browser::start().await;
    let mut agent = helped(&shop, &network, &visitor).await;

    visitor.offline(true).await;
    network.cut();
    visitor.find_text("status", "Offline").await;
    let written = ["It is red.", "It has a basket.", "It squeaks."];
    for text in written {
        visitor.send(text).await;
    }
    are(&visitor, "visitor", "sending", &written).await;
    holds(
        &visitor,
        "the truth under each",
        "[...document.querySelectorAll('[data-state=sending]')].every((message) =>
            message.parentNode.innerText.includes('Not sent: you\\'re offline. It will go out by itself.'))",
    )
    .await;
    agent.replies("Which colour is it?").await;
    agent.replies("Are you there?").await;

    network.heal();
    visitor.offline(false).await;
    are(
        &visitor,
        "visitor",
        "sent",
        &[ASKS, written[0], written[1], written[2]],
    )
    .await;
    visitor.message("agent", "Are you there?").await;
    visitor.find_text("status", "is here").await;
    let thread = visitor.messages().await;
    assert_eq!(words(&thread, "agent"), ["Which colour is it?", "Are you there?"]);
    is_in_order(&thread);
    agent.reads_words(written[2]).await;
    assert_eq!(said(&agent.state, visitor_did), [&[ASKS][..], &written].concat());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_agent_writes_offline_goes_out_in_order_and_what_was_said_meanwhile_comes_in() {
    let shop = Shop::open().await;
    let network = Network::before(shop.edge.port()).await;
    let (agent, mut visitor) = helping(&shop, &network, async |_| {}).await;

    agent.offline(true).await;
    network.cut();
    agent.find_text("status", "Connection lost").await;
    let written = ["Good morning.", "Which one is it?", "Take your time."];
    for text in written {
        reply(&agent, text).await;
    }
    are(&agent, "agent", "sending", &written).await;
    looks_right(&agent, "agent-offline").await;
    holds(
        &agent,
        "the truth beside each",
        "[...document.querySelectorAll('[data-state=sending]')].every((message) => message.innerText.includes('not sent yet'))",
    )
    .await;
    for text in ["Hello?", "Is anybody there?"] {
        visitor.says(text).await;
    }

    network.heal();
    agent.offline(false).await;
    are(&agent, "agent", "sent", &written).await;
    agent.message("visitor", "Is anybody there?").await;
    let thread = agent.messages().await;
    assert_eq!(
        words(&thread, "visitor"),
        [ANSWERED, "Hello?", "Is anybody there?"]
    );
    is_in_order(&thread);
    visitor.reads_words(written[2]).await;
    assert_eq!(said(&visitor.state, agent_did), written);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_learns_that_the_line_went_silent_and_gets_what_they_missed() {
    let shop = Shop::open().await;
    let network = Network::before(shop.edge.port()).await;
    let visitor = Browser::start().await;
    visitor.hold_time().await;
    let mut agent = helped(&shop, &network, &visitor).await;

    network.go_silent();
    agent.replies("Which one is it?").await;
    visitor.send("Hello?").await;
    are(&visitor, "visitor", "sending", &["Hello?"]).await;
    visitor.pass_time(WIDGET_NOTICES_S).await;
    visitor.find_text("status", "Reconnecting").await;

    network.heal();
    visitor.pass_time(GIVES_UP_S).await;
    visitor.message("agent", "Which one is it?").await;
    are(&visitor, "visitor", "sent", &[ASKS, "Hello?"]).await;
    visitor.find_text("status", "is here").await;
    agent.reads_words("Hello?").await;
    assert_eq!(said(&agent.state, visitor_did), [ASKS, "Hello?"]);

    // The lid: ten minutes in which nothing runs here, and the line is gone when it opens.
    network.go_silent();
    agent.replies("I have to look that up.").await;
    visitor.sleep_through(600).await;
    network.heal();
    visitor.pass_time(GIVES_UP_S).await;
    visitor.message("agent", "I have to look that up.").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_agent_learns_that_the_line_went_silent_and_gets_what_they_missed() {
    let shop = Shop::open().await;
    let network = Network::before(shop.edge.port()).await;
    let (agent, mut visitor) = helping(&shop, &network, async |agent| agent.hold_time().await).await;

    network.go_silent();
    visitor.says("Hello?").await;
    reply(&agent, "Which one is it?").await;
    agent.pass_time(DESK_NOTICES_S).await;
    agent.find_text("status", "Connection lost").await;
    are(&agent, "agent", "sending", &["Which one is it?"]).await;

    network.heal();
    agent.pass_time(GIVES_UP_S).await;
    agent.message("visitor", "Hello?").await;
    are(&agent, "agent", "sent", &["Which one is it?"]).await;
    visitor.reads_words("Which one is it?").await;
    assert_eq!(said(&visitor.state, agent_did), ["Which one is it?"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visitors_line_that_is_quiet_and_well_is_asked_and_kept() {
    let shop = Shop::open().await;
    let network = Network::before(shop.edge.port()).await;
    let visitor = Browser::start().await;
    is_watched(&visitor).await;
    let mut agent = helped(&shop, &network, &visitor).await;
    keeps_its_line(&visitor).await;
    agent.replies("Which one is it?").await;
    visitor.message("agent", "Which one is it?").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_agents_line_that_is_quiet_and_well_is_asked_and_kept() {
    let shop = Shop::open().await;
    let network = Network::before(shop.edge.port()).await;
    let (agent, mut visitor) = helping(&shop, &network, is_watched).await;
    keeps_its_line(&agent).await;
    visitor.says("Are you there?").await;
    agent.message("visitor", "Are you there?").await;
}
