//! Applications that build their page anew without loading one: the chat stays, once, and goes on where it was.

use serde_json::json;
use tests::browser::Browser;
use tests::edge::SITE;
use tests::network::Network;

use crate::scene::{ANSWERED, Shop, holds};

/// Baton's tag, as a page that is built anew runs it again.
fn run_the_tag_again(edge: &str) -> String {
    format!(
        "const tag = document.createElement('script');
         Object.assign(tag, {{ src: '{edge}/baton.js', async: true }}).dataset.site = '{SITE}';
         const ran = new Promise((done) => {{ tag.onload = done; }});
         document.body.append(tag);
         return ran.then(() => true);"
    )
}

/// What applications do to their page.
const NEW_BODY: &str = "
    const body = document.createElement('body');
    body.append('Another page');
    document.body.replaceWith(body);";
const NEW_CONTENT: &str = "
    const [head, body] = ['head', 'body'].map((name) => document.createElement(name));
    body.append('A third page');
    document.documentElement.replaceChildren(head, body);";
const NEW_ROOT: &str = "
    const root = document.createElement('html');
    const [head, body] = ['head', 'body'].map((name) => document.createElement(name));
    body.append('A fourth page');
    root.lang = 'en';
    root.append(head, body);
    document.documentElement.replaceWith(root);";

async fn there_is_one_chat(visitor: &Browser) {
    visitor.find("button", "Close chat").await;
    let chats = visitor
        .run("return document.querySelectorAll('baton-chat').length")
        .await;
    assert_eq!(chats, json!(1));
}

/// The thread, the open panel and what was half written are as they were.
async fn goes_on(visitor: &Browser) {
    visitor.leave_frame().await;
    there_is_one_chat(visitor).await;
    visitor.enter_chat().await;
    visitor
        .message("assistant", "Delivery takes two working days.")
        .await;
    holds(
        visitor,
        "the draft",
        "document.getElementById('message').value === 'And how'",
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_built_anew_around_the_chat_does_not_lose_it() {
    let shop = Shop::open().await;
    let again = run_the_tag_again(&shop.edge.address());
    let visitor = shop.chatting().await;
    visitor.send(ANSWERED).await;
    visitor
        .message("assistant", "Delivery takes two working days.")
        .await;
    visitor.type_into("textbox", "Message", "And how").await;
    visitor.run("window.sameDocument = true").await;

    for (page, keeps_frame) in [(NEW_BODY, true), (NEW_CONTENT, false), (NEW_ROOT, false)] {
        visitor.leave_frame().await;
        visitor.run(page).await;
        visitor.run(&again).await;
        goes_on(&visitor).await;
        if keeps_frame {
            holds(&visitor, "the same document", "window.sameDocument").await;
        }
    }

    // The page's own calls and its button still reach the one there is.
    visitor.leave_frame().await;
    visitor.run("Baton('close')").await;
    visitor.find("button", "Open chat").await;
    visitor.open_chat().await;
    visitor
        .message("assistant", "Delivery takes two working days.")
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_on_its_way_outlives_the_page_around_it() {
    let shop = Shop::open().await;
    let network = Network::before(shop.edge.port()).await;
    let visitor = Browser::start().await;
    visitor.open(&shop.page_behind(&network)).await;
    visitor.open_chat().await;
    visitor.send("Hello").await;
    visitor
        .message_where("the first answer", |message| {
            message.from == "assistant" && message.seq.is_some()
        })
        .await;
    network.lose_answers();
    visitor.send(ANSWERED).await;
    let unsent = visitor.message("visitor", ANSWERED).await;
    assert_eq!(unsent.state.as_deref(), Some("sending"));

    visitor.leave_frame().await;
    visitor.run(NEW_ROOT).await;
    there_is_one_chat(&visitor).await;
    visitor.enter_chat().await;
    visitor
        .message("assistant", "Delivery takes two working days.")
        .await;
    let thread = visitor.messages().await;
    let asked: Vec<_> = thread
        .iter()
        .filter(|message| message.text.contains(ANSWERED))
        .collect();
    assert!(
        matches!(asked[..], [one] if one.state.as_deref() == Some("sent")),
        "{thread:#?}"
    );
}
