//! The first conversation, end to end: a visitor in one window, an agent in another, nothing between them but the edge.

use serde_json::json;
use tests::browser::Browser;
use tests::wait::until;

use crate::scene::{ADA, ANSWERED, ASKS, HEARD, Shop, UNANSWERED, holds, open_first, set_up};

/// Notes every line of Baton's own that the thread shows from now on, in order.
const NOTE_LINES: &str = "
    window.lines = [];
    const note = () => {
        const text = [...document.querySelectorAll('[data-from=system]')].at(-1)?.innerText;
        if (text && text !== lines.at(-1)) lines.push(text);
    };
    new MutationObserver(note).observe(document.body, { childList: true, subtree: true, characterData: true });";

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_is_answered_handed_over_helped_and_finds_it_all_again() {
    let shop = Shop::open().await;
    let agent = set_up(shop.setup_link()).await;
    agent.press("switch", "Available").await;
    holds(
        &agent,
        "the switch on",
        "document.querySelector('.switch[role=switch]').ariaChecked === 'true'",
    )
    .await;

    let visitor = shop.chatting().await;
    is_answered_or_offered_a_person(&visitor).await;
    calls_a_person(&visitor).await;
    takes_the_call(&agent).await;
    they_talk(&visitor, &agent).await;
    it_is_closed(&visitor, &agent).await;
    comes_back(&visitor, &agent).await;
}

async fn is_answered_or_offered_a_person(visitor: &Browser) {
    visitor.send(ANSWERED).await;
    let answer = visitor
        .message("assistant", "Delivery takes two working days.")
        .await;
    assert_eq!(
        answer.links,
        ["https://shop.example/help/shipping#how-long-does-delivery-take"]
    );
    assert!(answer.seq.is_some(), "{answer:?}");

    visitor.send(UNANSWERED).await;
    visitor
        .message("assistant", "I found nothing about this in our help pages.")
        .await;
    visitor.find("button", "Yes, get a person").await;
    visitor.press("button", "No, keep going").await;
    visitor.gone("button", "Yes, get a person").await;
}

async fn calls_a_person(visitor: &Browser) {
    visitor.run(NOTE_LINES).await;
    visitor.send(ASKS).await;
    let called = visitor
        .message_where("the edge's own call", |message| {
            message.from == "system" && message.seq.is_some() && message.text.contains("I'm calling")
        })
        .await;
    let lines = visitor.run("return window.lines").await;
    assert_eq!(
        lines,
        json!([HEARD, called.text]),
        "the widget's own line first, and the edge's in its place"
    );
    visitor.find_text("status", "Calling a person").await;
}

async fn takes_the_call(agent: &Browser) {
    holds(agent, "a number in the title", "document.title === '(1) Baton'").await;
    agent.find("list", "Queue").await;
    open_first(agent).await;
    until("a brief that says why", async || {
        let brief = agent.find("region", "Brief").await.text().await.ok()?;
        (brief.contains("Asked for a person") && brief.contains("talk to a human")).then_some(())
    })
    .await;
    agent.message("visitor", ANSWERED).await;
    agent.message("visitor", ASKS).await;
    agent.press("button", "Claim").await;
    agent.find("button", "Send reply").await;
}

async fn they_talk(visitor: &Browser, agent: &Browser) {
    visitor.find_text("status", ADA[0]).await;
    agent
        .type_into("textbox", "Reply", "Hello, which bicycle is it?")
        .await;
    agent.press("button", "Send reply").await;
    visitor.message("agent", "Hello, which bicycle is it?").await;
    let named = visitor
        .run("return document.querySelector('.row.agent').innerText")
        .await;
    assert!(
        named.as_str().is_some_and(|text| text.contains(ADA[0])),
        "{named}"
    );

    visitor.send("The red one.").await;
    agent.message("visitor", "The red one.").await;
}

async fn it_is_closed(visitor: &Browser, agent: &Browser) {
    agent.press("button", "Close conversation").await;
    agent.choose("Category", "Question").await;
    agent.choose("Outcome", "Solved").await;
    agent.press("button", "Close").await;
    visitor.message("system", "closed this conversation").await;
    visitor.find_text("status", "Closed").await;
    agent.find_text("status", "Closed by Ada Quill").await;
}

async fn comes_back(visitor: &Browser, agent: &Browser) {
    let before = visitor.messages().await;
    visitor.leave_frame().await;
    visitor.reload().await;
    visitor.open_chat().await;
    visitor.message("system", "closed this conversation").await;
    assert_eq!(visitor.messages().await, before, "the thread is as it was");

    visitor.send("Can I send something back?").await;
    visitor
        .message("assistant", "Returns are free within 30 days.")
        .await;
    visitor.find_text("status", "Assistant").await;
    // The same conversation, on the agent's side too: its thread goes on where it was closed.
    agent.message("visitor", "The red one.").await;
    agent.message("visitor", "Can I send something back?").await;
}
