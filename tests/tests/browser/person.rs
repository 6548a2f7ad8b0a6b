//! The way to a person that needs no assistant: the button, nobody in, an address, the network gone.

use tests::client::{AgentClient, DeskClient};
use tests::wait::until;

use crate::scene::{ASKS, Shop, holds, looks_right};

/// The widget's own line for a call made without a network.
const HEARD_OFFLINE: &str = "You asked for a person. You're offline; the call goes out by itself.";

#[tokio::test(flavor = "multi_thread")]
async fn the_button_calls_a_person_before_a_word_is_written_and_takes_an_address_when_nobody_is_in() {
    let shop = Shop::open().await;
    let ada = shop.ada().await;
    let visitor = shop.chatting().await;
    visitor.press("button", "Talk to a person").await;
    visitor.find_text("status", "Nobody is in right now").await;
    visitor.message("system", "Leave an e-mail address").await;

    for no_address in ["", "not an address"] {
        visitor.type_into("textbox", "E-mail", no_address).await;
        visitor.press("button", "Send details").await;
        visitor.find_text("alert", "Enter an e-mail address").await;
        holds(
            &visitor,
            "the cursor in the field",
            "document.activeElement.id === 'email'",
        )
        .await;
    }
    visitor.run("document.getElementById('email').value = ''").await;
    visitor
        .type_into("textbox", "E-mail", "grace@visitor.example")
        .await;
    visitor.press("button", "Send details").await;
    visitor.message("system", "has your address").await;
    visitor.find_text("status", "We'll answer by e-mail").await;
    visitor.gone("button", "Send details").await;

    let desk = DeskClient::opens(&shop.edge, &ada).await;
    let emails: Vec<_> = desk.items.values().map(|item| item.email.as_deref()).collect();
    assert_eq!(emails, [Some("grace@visitor.example")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn asked_for_a_person_without_a_network_the_widget_says_so_at_once_and_calls_later() {
    let mut shop = Shop::open().await;
    let ada = shop.ada().await;
    let visitor = shop.chatting().await;
    // A first word, so that there is a line to lose.
    visitor.send("Hello").await;
    visitor
        .message_where("an answer", |message| {
            message.from == "assistant" && message.seq.is_some()
        })
        .await;

    visitor.offline(true).await;
    shop.edge.kill();
    visitor.find_text("status", "Offline").await;
    visitor.send(ASKS).await;
    visitor.message("system", HEARD_OFFLINE).await;
    let unsent = visitor.message("visitor", ASKS).await;
    assert_eq!((unsent.seq, unsent.state.as_deref()), (None, Some("sending")));
    looks_right(&visitor, "widget-offline").await;

    shop.edge.restart();
    visitor.offline(false).await;
    let called = visitor
        .message_where("the edge's own call", |message| {
            message.from == "system" && message.seq.is_some()
        })
        .await;
    assert!(called.text.contains("Of course."), "{called:?}");
    let thread = visitor.messages().await;
    let asked: Vec<_> = thread
        .iter()
        .filter(|message| message.text.contains(ASKS))
        .collect();
    assert!(
        matches!(asked[..], [message] if message.state.as_deref() == Some("sent")),
        "{thread:?}"
    );

    let desk = DeskClient::opens(&shop.edge, &ada).await;
    let waiting: Vec<_> = desk.items.keys().collect();
    let [conversation] = waiting[..] else {
        panic!("one conversation waits: {waiting:?}");
    };
    let reader = AgentClient::opens(&shop.edge, &ada, "ada", conversation).await;
    let said = reader
        .state
        .thread
        .iter()
        .filter(|entry| entry.text == ASKS)
        .count();
    assert_eq!(said, 1, "the message is in the log once");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_accepted_offer_is_a_call() {
    let shop = Shop::open().await;
    let ada = shop.ada().await;
    let mut desk = shop.desk(&ada).await;
    let visitor = shop.chatting().await;
    visitor.send(crate::scene::UNANSWERED).await;
    visitor.press("button", "Yes, get a person").await;
    visitor.find_text("status", "Calling a person").await;
    visitor.gone("button", "Yes, get a person").await;
    desk.until("the call at the desk", |desk| {
        desk.items.values().any(|item| item.due.is_some()).then_some(())
    })
    .await;
    // Whoever called a person on one page hears of the reply on the next one, without opening the chat.
    let conversation = desk.items.keys().next().cloned().expect("one conversation");
    visitor.leave_frame().await;
    visitor.reload().await;
    let mut agent = AgentClient::opens(&shop.edge, &ada, "ada", &conversation).await;
    agent.claims().await;
    agent.replies("Which bicycle is it?").await;
    until("a count on the button", async || {
        visitor.find_now("button", "Open chat, 1 unread").await
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_erased_conversation_is_over_and_the_next_one_begins_by_itself() {
    let shop = Shop::open().await;
    let ada = shop.ada().await;
    let visitor = shop.chatting().await;
    visitor.send("Can I talk to a person?").await;
    visitor.message("system", "Of course.").await;
    let desk = DeskClient::opens(&shop.edge, &ada).await;
    let id = desk.items.keys().next().map(ToString::to_string);
    let path = format!("/api/v1/conversations/{}", id.unwrap_or_default());
    ada.delete(&path).await.expect_ok();

    holds(
        &visitor,
        "an empty thread",
        "!document.querySelector('[data-from=visitor]')",
    )
    .await;
    visitor.send("Another matter").await;
    visitor
        .message_where("the next conversation's first message", |message| {
            message.from == "visitor" && message.seq.is_some()
        })
        .await;
}
