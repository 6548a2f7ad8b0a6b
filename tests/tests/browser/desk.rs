//! An agent's day at the desk: notes, transfers, snoozes, searches; with the pointer and with the keyboard alone.

use serde_json::json;
use tests::browser::Browser;
use tests::client::{AgentClient, DeskClient, VisitorClient};
use thirtyfour::Key;

use crate::scene::{ADA, ANSWERED, Look, Shop, UNANSWERED, holds, set_up};

/// Ada's browser, available, with one visitor who waits.
async fn at_the_desk(shop: &Shop, question: &str) -> (Browser, VisitorClient) {
    let agent = set_up(shop.setup_link()).await;
    agent.press("switch", "Available").await;
    let visitor = shop.waiting(question).await;
    holds(&agent, "one who waits", "document.title === '(1) Baton'").await;
    (agent, visitor)
}

async fn opens_and_claims(agent: &Browser) {
    holds(
        agent,
        "the item opened",
        "document.querySelector('[aria-label=Queue] .open')?.click() ?? true",
    )
    .await;
    agent.press("button", "Claim").await;
    agent.find("button", "Send reply").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_day_by_keyboard() {
    let shop = Shop::open().await;
    let (agent, mut visitor) = at_the_desk(&shop, "My parcel 10433 is damaged.").await;
    agent.run("document.activeElement.blur()").await;
    agent.strikes("j").await;
    agent.strikes(Key::Return + "").await;
    agent.message("visitor", "10433").await;
    agent.strikes(Key::Escape + "").await;
    agent.strikes("j").await;
    agent.strikes("c").await;
    agent.find("button", "Send reply").await;
    holds(
        &agent,
        "the cursor in the field",
        "document.activeElement.id === 'reply'",
    )
    .await;
    // In the field a letter is a letter.
    agent.strikes("next to the counter?").await;
    agent.strikes(Key::Return + "").await;
    agent.message("agent", "next to the counter?").await;

    agent.strikes(Key::Escape + "").await;
    agent.strikes("n").await;
    agent.find("textbox", "Note").await;
    agent.strikes("Ask the courier.").await;
    agent.strikes(Key::Return + "").await;
    agent.message("note", "Ask the courier.").await;

    agent.strikes(Key::Escape + "").await;
    agent.strikes("s").await;
    agent.find("dialog", "Snooze").await;
    agent.strikes(Key::Escape + "").await;
    agent.strikes("t").await;
    agent.find("dialog", "Transfer").await;
    agent.strikes(Key::Escape + "").await;
    agent.strikes("e").await;
    agent.find("dialog", "Close conversation").await;
    agent.strikes(Key::Escape + "").await;
    agent.gone("dialog", "Close conversation").await;
    agent.strikes("?").await;
    agent.find("dialog", "Keyboard shortcuts").await;
    agent.strikes(Key::Escape + "").await;
    agent.strikes("/").await;
    holds(
        &agent,
        "the cursor in the search",
        "document.activeElement.id === 'search'",
    )
    .await;
    agent.strikes(Key::Escape + "").await;
    agent.strikes("h").await;
    agent.find("button", "Take over").await;
    let last = visitor.state.last;
    visitor
        .reads("that the assistant is back", last, |entry| {
            entry.text.contains("assistant is answering")
        })
        .await;
    assert!(visitor.raw.iter().all(|raw| !raw.contains("Ask the courier")));

    // Switched off, they do nothing.
    agent.press("button", &format!("Account: {}", ADA[0])).await;
    agent.press("switch", "Single-key shortcuts").await;
    agent.strikes(Key::Escape + "").await;
    agent.strikes("?").await;
    agent.strikes("/").await;
    holds(
        &agent,
        "nothing opened",
        "!document.querySelector('dialog[open]') && document.activeElement.id !== 'search'",
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_is_kept_apart_and_a_conversation_is_passed_on() {
    let mut look = Look::default();
    let shop = Shop::open().await;
    let ada = shop.ada().await;
    let teams = json!([{ "id": "billing", "name": "Billing" }]);
    shop.with_teams(&teams).await;
    let grace = shop.colleague(&ada, "Grace Hall").await;
    let mut desk = DeskClient::opens(&shop.edge, &grace).await;
    desk.becomes_available(true).await;
    let agent = shop.ada_signs_in().await;
    agent.press("switch", "Available").await;
    let mut visitor = shop.waiting("I was charged twice for order 10433.").await;
    opens_and_claims(&agent).await;

    agent.press("button", "Note").await;
    agent
        .type_into(
            "textbox",
            "Note",
            "Two charges on 3 March; the second one is ours.",
        )
        .await;
    look.at(&agent, "agent-noting").await;
    agent.press("button", "Add note").await;
    agent.message("note", "the second one is ours").await;
    look.at(&agent, "agent-note").await;
    agent.press("button", "Reply").await;
    agent.find("button", "Send reply").await;

    agent.press("button", "Transfer").await;
    agent.find("dialog", "Transfer").await;
    look.at(&agent, "agent-transfer").await;
    agent.press("button", "Pass on").await;
    agent.find_text("alert", "Choose a team or a colleague.").await;
    agent.choose("To", "Billing").await;
    agent
        .type_into("textbox", "Note for them", "Please refund one.")
        .await;
    agent.press("button", "Pass on").await;
    agent.gone("dialog", "Transfer").await;
    agent.message("system", "I'm passing you to Billing").await;
    agent.message("note", "Please refund one.").await;
    agent.gone("button", "Transfer").await;
    agent.gone("button", "Close conversation").await;
    agent.find("button", "Claim").await;
    look.at(&agent, "agent-passed-on").await;
    let last = visitor.state.last;
    visitor
        .reads("who comes", last, |entry| {
            entry.text.contains("passing you to Billing")
        })
        .await;

    // To Grace, who is in.
    agent.press("button", "Claim").await;
    agent.press("button", "Transfer").await;
    agent.choose("To", "Grace").await;
    agent.press("button", "Pass on").await;
    agent.find_text("status", "Grace Hall has the floor").await;
    let conversation = visitor.key.conversation.clone();
    let mut grace = AgentClient::opens(&shop.edge, &grace, "grace", &conversation).await;
    grace.replies("Hello, I'm Grace.").await;
    agent.message("agent", "Hello, I'm Grace.").await;
    assert!(
        visitor
            .raw
            .iter()
            .all(|raw| !raw.contains("the second one is ours") && !raw.contains("refund one"))
    );
    look.found_nothing();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_done_is_put_away_closed_rated_and_found_again() {
    let mut look = Look::default();
    let shop = Shop::open().await;
    let (agent, mut visitor) = at_the_desk(&shop, "My vase 10433 arrived broken.").await;
    opens_and_claims(&agent).await;
    agent.press("button", "Snooze").await;
    agent.find("dialog", "Snooze").await;
    look.at(&agent, "agent-snooze").await;
    holds(
        &agent,
        "an hour chosen",
        "document.querySelector('dialog[open] .choices button')?.click() ?? true",
    )
    .await;
    agent.find_text("alert", "Reply first").await;
    agent.strikes(Key::Escape + "").await;
    agent.type_into("textbox", "Reply", "I'll ask the courier.").await;
    agent.press("button", "Send reply").await;
    agent.message("agent", "courier").await;
    agent.press("button", "Snooze").await;
    holds(
        &agent,
        "an hour chosen",
        "document.querySelector('dialog[open] .choices button')?.click() ?? true",
    )
    .await;
    agent.find_text("status", "Snoozed until").await;
    agent.gone("dialog", "Snooze").await;
    look.at(&agent, "agent-snoozed").await;
    visitor.says("Any news?").await;
    agent.find("button", "Snooze").await;

    agent.press("button", "All decisions").await;
    look.at(&agent, "agent-decisions").await;
    agent.press("button", "Close conversation").await;
    agent.choose("Category", "Problem").await;
    agent.choose("Outcome", "Solved").await;
    agent.press("button", "Close").await;
    agent.press("button", "Too late").await;
    agent.find_text("status", "so far: 1. Rated: 1 too late.").await;
    look.at(&agent, "agent-rated").await;

    // On a phone the search is beside the queue, and not over a thread.
    agent.run("location.hash = '/'").await;
    agent
        .type_into("searchbox", "Search conversations", "broken va")
        .await;
    agent.find_text("status", "1 conversation found").await;
    look.at(&agent, "agent-search").await;
    agent.type_into("searchbox", "Search conversations", "xyz").await;
    agent.find_text("status", "Nothing was found").await;
    look.at(&agent, "agent-search-empty").await;
    look.found_nothing();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_need_not_be_written_is_proposed_and_picked() {
    let mut look = Look::default();
    let shop = Shop::open().await;
    let ada = shop.ada().await;
    let replies = json!({ "replies": [
        { "name": "Courier", "text": "Hello, this is {agent}. The courier has it; {visitor}" },
        { "name": "Refund", "text": "We refund it today." },
    ] });
    ada.put("/api/v1/replies", &replies).await.expect_ok();
    let agent = shop.ada_signs_in().await;
    agent.press("switch", "Available").await;
    let mut visitor = shop.waiting(ANSWERED).await;
    opens_and_claims(&agent).await;
    agent.find("button", "Insert opener").await;
    look.at(&agent, "agent-suggested").await;
    agent.strikes(Key::Tab + "").await;
    holds(
        &agent,
        "the suggestion in the field",
        "document.getElementById('reply').value.startsWith('Delivery takes two')",
    )
    .await;
    agent.run("document.getElementById('reply').select()").await;
    agent.strikes(Key::Delete + "").await;
    agent.press("button", "Insert opener").await;
    holds(
        &agent,
        "the opener in the field",
        "document.getElementById('reply').value.includes('How long does delivery take?')",
    )
    .await;
    agent.press("button", "Send reply").await;
    agent.message("agent", "I've read what you wrote").await;
    agent.gone("button", "Insert opener").await;

    agent.strikes(";").await;
    agent.find("dialog", "Canned replies").await;
    look.at(&agent, "agent-canned").await;
    agent.strikes("cour").await;
    agent.strikes(Key::Return + "").await;
    holds(
        &agent,
        "the canned reply, filled in",
        "document.getElementById('reply').value === 'Hello, this is Ada Quill. The courier has it; {visitor}'",
    )
    .await;
    let sent = agent
        .messages()
        .await
        .into_iter()
        .filter(|message| message.from == "agent")
        .count();
    assert_eq!(sent, 1, "nothing was sent by itself");
    let last = visitor.state.last;
    visitor
        .reads("the opener alone", last, |entry| entry.text.contains("I've read"))
        .await;
    look.found_nothing();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_agent_sees_the_queues_they_serve_and_the_owner_says_which() {
    let mut look = Look::default();
    let shop = Shop::open().await;
    let ada = shop.ada().await;
    shop.with_teams(&json!([{ "id": "billing", "name": "Billing" }]))
        .await;
    shop.colleague(&ada, "Grace Hall").await;
    let agent = shop.ada_signs_in().await;
    agent.press("button", &format!("Account: {}", ADA[0])).await;
    agent.press("button", "Members and invitations").await;
    agent.find("button", "Remove Grace Hall").await;
    look.at(&agent, "agent-members").await;
    // Ada's own row: she serves billing alone from now on.
    agent.press("checkbox", "Billing").await;
    holds(
        &agent,
        "it ticked",
        "document.querySelector('[role=checkbox][aria-checked=true]')?.innerText.includes('Billing')",
    )
    .await;
    agent.reload().await;
    agent.find("switch", "Available").await;
    let _waiting = shop.waiting(UNANSWERED).await;
    agent.press("button", "All 1").await;
    agent.press("button", "Waiting 0").await;
    holds(&agent, "no number in the title", "document.title === 'Baton'").await;
    look.found_nothing();
}
