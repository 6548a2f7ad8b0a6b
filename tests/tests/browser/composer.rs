//! What the visitor writes is not lost: not to a reload, not to a limit, not to an edge that refuses it.

use serde_json::json;
use tests::browser::{Browser, Message};
use tests::network::Network;

use crate::scene::{ANSWERED, Shop, conversation_in, holds, looks_right};

/// Notes every state that the last message goes through from now on.
const NOTE_STATES: &str = "
    window.states = [];
    const note = () => {
        const state = [...document.querySelectorAll('[data-from=visitor]')].at(-1)?.dataset.state;
        if (state && state !== (states.at(-1) ?? 'failed')) states.push(state);
    };
    new MutationObserver(note).observe(document.body, { childList: true, subtree: true, attributes: true });";

/// More than anyone types, faster than the edge takes it.
const TOO_MANY: &str = "
    const field = document.getElementById('message');
    for (let n = 1; n <= 21; n += 1) {
        field.value = 'Message ' + n;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.form.requestSubmit();
    }";

/// Why one of them was not taken stands on the page.
const SAYS_WHY: &str = "document.body.innerText.includes('Not sent. That was a lot of messages at once.')";

fn is_refused(message: &Message) -> bool {
    message.state.as_deref() == Some("failed")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_on_its_way_survives_a_reload_and_arrives_once() {
    let mut shop = Shop::open().await;
    let visitor = shop.chatting().await;
    visitor.send("Hello").await;
    visitor
        .message_where("the first answer", |message| {
            message.from == "assistant" && message.seq.is_some()
        })
        .await;
    // Stopped between the key and the acknowledgement: the edge is gone, and the page with it.
    shop.edge.kill();
    visitor.send(ANSWERED).await;
    let unsent = visitor.message("visitor", ANSWERED).await;
    assert_eq!(unsent.seq, None, "{unsent:?}");
    shop.edge.restart();
    visitor.leave_frame().await;
    visitor.reload().await;
    visitor.open_chat().await;
    visitor
        .message("assistant", "Delivery takes two working days.")
        .await;
    let thread = visitor.messages().await;
    let asked: Vec<_> = thread
        .iter()
        .filter(|message| message.from == "visitor" && message.text.contains(ANSWERED))
        .collect();
    assert!(
        matches!(asked[..], [message] if message.state.as_deref() == Some("sent")),
        "{thread:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_is_too_long_stays_and_is_counted_and_a_draft_outlives_the_page() {
    let shop = Shop::open().await;
    let visitor = shop.chatting().await;
    visitor
        .run(
            "const field = document.getElementById('message');
             field.value = 'word '.repeat(801);
             field.dispatchEvent(new Event('input', { bubbles: true }));",
        )
        .await;
    visitor.find_text("status", "4,005 of 4,000").await;
    visitor.enter("textbox", "Message").await;
    assert_eq!(
        visitor
            .run("return document.getElementById('message').value.length")
            .await,
        json!(4005),
        "nothing is cut off, nothing is sent"
    );
    holds(
        &visitor,
        "a button that cannot be pressed",
        "document.querySelector('[aria-label=Send]').disabled",
    )
    .await;
    assert!(
        visitor
            .messages()
            .await
            .iter()
            .all(|message| message.from != "visitor")
    );
    looks_right(&visitor, "widget-too-long").await;

    visitor.leave_frame().await;
    visitor.reload().await;
    visitor.open_chat().await;
    visitor.find_text("status", "4,005 of 4,000").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_message_says_why_and_can_be_tried_again() {
    let shop = Shop::open().await;
    let visitor = shop.chatting().await;
    visitor.run(TOO_MANY).await;
    let refused = visitor.message_where("a refused message", is_refused).await;
    assert_eq!((refused.seq, refused.text.trim()), (None, "Message 21"));
    holds(&visitor, "why", SAYS_WHY).await;
    looks_right(&visitor, "widget-failed").await;
    visitor.run(NOTE_STATES).await;
    visitor.press("button", "Try again").await;
    // It went out again, and was refused again: the minute is not over.
    holds(&visitor, "another try", "states.join() === 'sending,failed'").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_message_outlives_the_page_and_tried_again_it_is_there_once() {
    let mut shop = Shop::open().await;
    let network = Network::before(shop.edge.port()).await;
    let visitor = Browser::start().await;
    let page = shop.page_behind(&network);
    visitor.open(&page).await;
    visitor.open_chat().await;
    visitor.run(TOO_MANY).await;
    visitor.message_where("a refused message", is_refused).await;

    // They come back when the minute is over: it would be taken now, and waits for its writer all the same.
    let conversation = conversation_in(&visitor).await;
    visitor.leave_frame().await;
    visitor.open("about:blank").await;
    shop.edge
        .restart_after(|storage| storage.lets_time_pass_in(&conversation, 60));
    visitor.open(&page).await;
    visitor.open_chat().await;
    visitor
        .message_where("what was taken", |message| {
            message.text.trim() == "Message 20" && message.seq.is_some()
        })
        .await;
    let refused = visitor.message_where("what was refused", is_refused).await;
    assert_eq!((refused.seq, refused.text.trim()), (None, "Message 21"));
    holds(&visitor, "why", SAYS_WHY).await;

    // Tried again, it is on its way like any other, and the page may go before it arrives.
    network.lose_questions();
    visitor.press("button", "Try again").await;
    visitor
        .message_where("it on its way", |message| {
            message.text.trim() == "Message 21" && message.state.as_deref() == Some("sending")
        })
        .await;
    visitor.leave_frame().await;
    visitor.reload().await;
    visitor.open_chat().await;
    visitor
        .message_where("it taken", |message| {
            message.text.trim() == "Message 21" && message.state.as_deref() == Some("sent")
        })
        .await;
    let thread = visitor.messages().await;
    let same = thread
        .iter()
        .filter(|message| message.from == "visitor" && message.text.trim() == "Message 21");
    assert_eq!(same.count(), 1, "{thread:?}");
    assert!(!thread.iter().any(is_refused), "{thread:?}");
}
