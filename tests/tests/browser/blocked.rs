//! A network that lets no WebSocket through: nobody notices, neither the visitor nor the agent, and when sockets pass
//! again nothing is lost or said twice.

use tests::browser::Browser;
use tests::wait::until;

use crate::scene::{ANSWERED, Shop, holds, open_first, set_up_in};

/// In every page and frame: sockets are counted, and while `blocked` is true they come to nothing, in the way of `block`.
fn network(block: &str) -> String {
    format!(
        "window.blocked = true;
         window.tried = 0;
         window.spoken = 0;
         window.WebSocket = new Proxy(WebSocket, {{
             construct(Real, [url]) {{
                 window.tried += 1;
                 if (window.blocked) {{ {block} }}
                 const socket = new Real(url);
                 socket.addEventListener('message', ({{ data }}) => window.spoken += data.startsWith('{{'));
                 return socket;
             }},
         }});"
    )
}

/// By a proxy that knows no upgrade and answers with a page: a socket that is closed before it opened.
const REFUSED: &str = "return new Real(new URL('/healthz', url));";
/// By an address that the page's own policy forbids: a socket that errs and is never closed.
const UNHEARD: &str = "return new Real('ws://127.0.0.1:9/');";
/// By the browser.
const FORBIDDEN: &str = "throw new DOMException('forbidden', 'SecurityError');";

/// Lets sockets through, and lets so much time pass that the page tries one out at the next word.
const PASS_LATER: &str = "
    window.blocked = false;
    const now = Date.now;
    Date.now = () => now() + 60000;";

/// Notes the number of every event that comes over HTTP.
const NOTE_TOLD: &str = "{
    window.told = [];
    const { text } = Response.prototype;
    Response.prototype.text = async function () {
        const said = await text.call(this);
        if (/\\/(visitor|agent)\\?line=/.test(this.url)) {
            const frames = said.split('\\n').filter((line) => line.startsWith('{'));
            const events = frames.flatMap((frame) => Object.values(JSON.parse(frame))[0]?.events ?? []);
            told.push(...events.map(({ seq }) => seq));
        }
        return said;
    };
}";

async fn behind(block: &str) -> Browser {
    let browser = Browser::start().await;
    browser.before_every_page(&network(block)).await;
    browser.before_every_page(NOTE_TOLD).await;
    browser
}

async fn number(browser: &Browser, expression: &str) -> u64 {
    let value = browser.run(&format!("return {expression}")).await;
    value
        .as_u64()
        .unwrap_or_else(|| panic!("{expression} is {value}"))
}

/// Each event was told once. A page that asks for what it has is answered at once, and asks again, without an end: who has
/// everything waits.
async fn is_told_once(page: &Browser) {
    let told = page.run("return window.told").await;
    let told: Vec<u64> = serde_json::from_value(told).expect("numbers of events");
    assert!(told.len() > 3, "events came over HTTP: {told:?}");
    assert!(told.is_sorted_by(|a, b| a < b), "each once, in order: {told:?}");
}

async fn takes_the_call(agent: &Browser) {
    open_first(agent).await;
    agent.press("button", "Claim").await;
    agent.find("button", "Send reply").await;
}

async fn replies(agent: &Browser, text: &str) {
    agent.type_into("textbox", "Reply", text).await;
    agent.press("button", "Send reply").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_is_answered_calls_a_person_and_is_helped_with_no_socket_on_either_side() {
    let shop = Shop::open().await;
    let agent = set_up_in(behind(FORBIDDEN).await, shop.setup_link()).await;
    holds(
        &agent,
        "the queue",
        "document.querySelector('.switch:not([disabled])')",
    )
    .await;
    agent.press("switch", "Available").await;
    holds(
        &agent,
        "the switch on",
        "document.querySelector('.switch[role=switch]').ariaChecked === 'true'",
    )
    .await;

    let visitor = behind(REFUSED).await;
    visitor.open(&shop.page).await;
    visitor.open_chat().await;
    visitor.send(ANSWERED).await;
    visitor
        .message("assistant", "Delivery takes two working days.")
        .await;
    visitor.press("button", "Talk to a person").await;
    visitor.find_text("status", "Calling a person").await;
    takes_the_call(&agent).await;
    replies(&agent, "Hello, what is it about?").await;
    visitor.message("agent", "Hello, what is it about?").await;
    visitor.send("A parcel").await;
    agent.message("visitor", "A parcel").await;
    assert!(number(&visitor, "window.tried").await >= 2);
    for page in [&visitor, &agent] {
        assert_eq!(
            number(page, "window.spoken").await,
            0,
            "nothing came over a socket"
        );
        is_told_once(page).await;
    }

    // The next page of the same session knows: it does not try in vain first.
    visitor.leave_frame().await;
    visitor.reload().await;
    visitor.open_chat().await;
    visitor.message("visitor", "A parcel").await;
    assert_eq!(number(&visitor, "window.tried").await, 0);

    sockets_pass(&visitor, &agent).await;
}

/// One side after the other changes over in the middle of a talk.
async fn sockets_pass(visitor: &Browser, agent: &Browser) {
    let mut said = vec!["A parcel".to_owned()];
    for (page, name) in [(visitor, "the visitor's"), (agent, "the agent's")] {
        page.run(PASS_LATER).await;
        let (question, answer) = (
            format!("Which, over {name} line?"),
            format!("This, over {name} line"),
        );
        replies(agent, &question).await;
        visitor.message("agent", &question).await;
        visitor.send(&answer).await;
        agent.message("visitor", &answer).await;
        until("words over a socket", async || {
            (number(page, "window.spoken").await > 0).then_some(())
        })
        .await;
        said.extend([question, answer]);
    }
    replies(agent, "It is on its way").await;
    visitor.message("agent", "It is on its way").await;
    said.push("It is on its way".to_owned());
    for page in [visitor, agent] {
        let messages = page.messages().await;
        let people = messages
            .iter()
            .filter(|message| matches!(&*message.from, "visitor" | "agent"));
        let texts: Vec<&str> = people.map(|message| message.text.as_str()).collect();
        let last = texts.len().saturating_sub(said.len());
        let in_order = texts[last..]
            .iter()
            .zip(&said)
            .all(|(text, said)| text.contains(said));
        assert!(in_order, "{texts:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_socket_that_only_errs_is_given_up_as_one_that_is_closed() {
    let shop = Shop::open().await;
    let visitor = behind(UNHEARD).await;
    visitor.open(&shop.page).await;
    visitor.open_chat().await;
    visitor.send(ANSWERED).await;
    visitor
        .message("assistant", "Delivery takes two working days.")
        .await;
}
