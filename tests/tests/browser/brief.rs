//! What the agent reads first: its lines lead to their messages, it stays after the close; and what never reaches it.

use serde_json::json;
use tests::browser::Browser;
use tests::client::{AgentClient, DeskClient};
use tests::token::{expired, mint};
use tests::wait::until;

use crate::scene::{ANSWERED, Look, Shop, holds, open_first, set_up};

/// A number that passes Luhn's check and belongs to nobody: the networks give it out for tests.
const CARD: &str = "4242 4242 4242 4242";

/// From here on every frame that leaves the widget is noted.
const NOTE_FRAMES: &str = "
    window.frames_sent = [];
    const send = WebSocket.prototype.send;
    WebSocket.prototype.send = function (data) { frames_sent.push(data); return send.call(this, data); };";

/// What the widget keeps in the browser, as one text.
const KEPT: &str = "return JSON.stringify({ ...localStorage })";

#[tokio::test(flavor = "multi_thread")]
async fn a_card_number_and_a_password_leave_no_browser_and_the_visitor_sees_that() {
    let shop = Shop::open().await;
    let visitor = shop.chatting().await;
    visitor.run(NOTE_FRAMES).await;
    let text = format!("Charged twice on {CARD}, my password is hunter2");
    visitor.type_into("textbox", "Message", &text).await;
    let draft = visitor.run(KEPT).await.to_string();
    assert!(
        draft.contains("Charged twice on •••• 4242"),
        "the draft is kept masked: {draft}"
    );

    visitor.press("button", "Send").await;
    visitor.find_text("alert", "Password hidden").await;
    let said = visitor
        .message("visitor", "Charged twice on •••• 4242, my password is ••••")
        .await;
    until("the message in the log", async || {
        let messages = visitor.messages().await;
        messages
            .into_iter()
            .find(|message| message.text == said.text && message.seq.is_some())
    })
    .await;
    visitor.send(&format!("Once more: {CARD}")).await;
    visitor.find_text("alert", "Card number hidden: •••• 4242").await;
    visitor
        .message_where("the second one in the log", |message| {
            message.text.contains("Once more: •••• 4242") && message.seq.is_some()
        })
        .await;

    let frames = visitor.run("return frames_sent.join()").await.to_string();
    let kept = visitor.run(KEPT).await.to_string();
    for place in [&frames, &kept, &draft] {
        let secret =
            place.contains("4242 4242") || place.contains("4242424242424242") || place.contains("hunter2");
        assert!(!secret, "{place}");
    }
    assert!(
        frames.contains("•••• 4242"),
        "the frames were looked at: {frames}"
    );
    assert!(
        shop.edge.storage_holds("Once more: •••• 4242"),
        "the storage is looked at"
    );
    for secret in [CARD, "4242424242424242", "hunter2"] {
        assert!(
            !shop.edge.storage_holds(secret),
            "{secret} is in the edge's storage"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_line_of_the_brief_leads_to_its_message_and_all_of_it_stays_after_the_close() {
    let shop = Shop::open().await;
    let agent = set_up(shop.setup_link()).await;
    let ada = shop.edge.api().with_cookie(&cookie(&agent).await);
    let visitor = shop.chatting().await;
    for text in [
        ANSWERED,
        "I tried that already. I'd like the invoice of order #10433 by tomorrow, it is urgent! Mail grace@visitor.example",
    ] {
        visitor.send(text).await;
        visitor
            .message_where("an answer", |message| {
                message.from == "assistant" && message.seq.is_some()
            })
            .await;
    }
    visitor.press("button", "Talk to a person").await;
    visitor.find_text("status", "Nobody is in").await;
    visitor.send("And do you deliver to islands?").await;

    open_first(&agent).await;
    let brief = until("the whole brief", async || {
        let text = agent.find("region", "Brief").await.text().await.ok()?;
        text.contains("And do you deliver to islands?").then_some(text)
    })
    .await;
    for words in [
        "Pressed “Talk to a person”",
        "“I'd like the invoice of order #10433 by tomorrow, it is urgent”",
        "they: “I tried that already”",
        "Order #10433",
        "E-mail grace@visitor.example",
        "urgent",
        "A shop · ",
        "Look up order #10433.",
        "queue: the team",
    ] {
        assert!(brief.contains(words), "{words} is not in the brief:\n{brief}");
    }
    let mut look = Look::default();
    look.at(&agent, "agent-brief").await;
    agent.size(1280, 900).await;

    // A press on a reference shows its message, with the focus on it.
    agent
        .run("[...document.querySelectorAll('.brief .named .cite')].at(-1).click()")
        .await;
    holds(
        &agent,
        "the message with the focus",
        "document.activeElement.innerText.includes('grace@visitor.example') && document.activeElement.id.startsWith('m')",
    )
    .await;

    let id = agent
        .run("return location.hash.replace('#/', '').split('/')[0]")
        .await;
    let id = serde_json::from_value(json!(id)).expect("a conversation is open");
    let mut other = AgentClient::opens(&shop.edge, &ada, "ada", &id).await;
    other.claims().await;
    other.closes("question", "solved").await;
    agent
        .find_text("region", "This was known at the last call.")
        .await;
    let after = agent
        .find("region", "Brief")
        .await
        .text()
        .await
        .unwrap_or_default();
    assert!(
        after.contains("Order #10433") && after.contains("they: “I tried that already”"),
        "{after}"
    );
    look.found_nothing();
}

async fn cookie(agent: &Browser) -> String {
    let cookie = agent
        .web()
        .get_named_cookie("baton_session")
        .await
        .expect("a session");
    format!("baton_session={}", cookie.value)
}

/// Identifies on the shop's page, as its own script would.
async fn identifies(page: &Browser, token: &str) {
    page.run(&format!("Baton('identify', {{ token: '{token}' }})"))
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_signs_in_to_the_page_is_known_and_never_finds_the_one_before_them() {
    let shop = Shop::open().await;
    let ada = shop.ada().await;
    let key = ada.post("/api/v1/identity-keys", &json!({})).await.expect_ok();
    let secret = key["secret"].as_str().expect("a secret");
    let grace = mint(secret, &json!({ "sub": "u-7", "name": "Grace", "plan": "pro" }));

    let visitor = shop.visitor().await;
    visitor.find("button", "Open chat").await;
    identifies(&visitor, &grace).await;
    visitor.open_chat().await;
    visitor.send("My order is 4711").await;
    visitor.press("button", "Talk to a person").await;
    visitor.find_text("status", "Nobody is in").await;
    visitor.type_into("textbox", "Message", "half written").await;
    let desk = DeskClient::opens(&shop.edge, &ada).await;
    let names: Vec<_> = desk.items.values().map(|item| item.verified.as_deref()).collect();
    assert_eq!(names, [Some("Grace")]);
    let before = visitor.run(KEPT).await.to_string();
    assert!(before.contains("half written"), "{before}");

    // Somebody else signs in on the same browser: nothing of hers is shown, or kept.
    visitor.leave_frame().await;
    identifies(&visitor, &mint(secret, &json!({ "sub": "u-8", "name": "Lin" }))).await;
    visitor.enter_chat().await;
    holds(
        &visitor,
        "an empty thread",
        "!document.querySelector('[data-from=visitor]')",
    )
    .await;
    holds(
        &visitor,
        "an empty composer",
        "document.getElementById('message').value === ''",
    )
    .await;
    let kept = visitor.run(KEPT).await.to_string();
    assert!(!kept.contains("half written"), "{kept}");
    visitor.send("Another matter").await;
    visitor
        .message_where("the next conversation's first message", |message| {
            message.from == "visitor" && message.seq.is_some()
        })
        .await;

    // A token that is over is told to whoever wrote the page, and the visitor is served.
    visitor.leave_frame().await;
    visitor.console_errors().await;
    identifies(&visitor, &expired(secret, &json!({ "sub": "u-8" }))).await;
    until("a loud refusal in the console", async || {
        let errors = visitor.console_errors().await;
        errors
            .iter()
            .any(|error| error.contains("token was refused: it has expired"))
            .then_some(())
    })
    .await;

    // A sign-out on a page where the chat was never opened is heard when it is.
    visitor.reload().await;
    visitor.find("button", "Open chat").await;
    visitor.run("Baton('reset')").await;
    visitor.open_chat().await;
    holds(
        &visitor,
        "an empty thread",
        "!document.querySelector('[data-from=visitor]')",
    )
    .await;
    visitor.send("A third matter").await;
    visitor.message("visitor", "A third matter").await;
    let messages = visitor.messages().await;
    assert!(
        messages
            .iter()
            .all(|message| !message.text.contains("Another matter")),
        "{messages:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_signs_out_with_the_chat_open_leaves_nothing_said_and_nothing_half_written() {
    let shop = Shop::open().await;
    let visitor = shop.chatting().await;
    visitor.send("My order is 4711").await;
    visitor
        .message_where("it in the log", |message| {
            message.from == "visitor" && message.seq.is_some()
        })
        .await;
    visitor.type_into("textbox", "Message", "half written").await;

    visitor.leave_frame().await;
    visitor.run("Baton('reset')").await;
    visitor.enter_chat().await;
    holds(
        &visitor,
        "an empty composer",
        "document.getElementById('message').value === ''",
    )
    .await;
    holds(
        &visitor,
        "an empty thread",
        "!document.querySelector('[data-from=visitor]')",
    )
    .await;
    let kept = visitor.run(KEPT).await.to_string();
    assert!(!kept.contains("half written"), "{kept}");

    // What comes next is another conversation, and stays so on the next page.
    visitor.send("Another matter").await;
    for again in [false, true] {
        if again {
            visitor.leave_frame().await;
            visitor.reload().await;
            visitor.open_chat().await;
        }
        visitor
            .message_where("the next conversation's first message", |message| {
                message.text.contains("Another matter") && message.seq.is_some()
            })
            .await;
        let messages = visitor.messages().await;
        assert!(
            messages.iter().all(|message| !message.text.contains("4711")),
            "{messages:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn questions_after_a_call_can_be_skipped_and_a_solved_matter_ends_it() {
    let shop = Shop::open().await;
    shop.change(&json!({ "intake": [{ "ask": "What is your order number?", "kind": "order" }] }))
        .await;
    let visitor = shop.chatting().await;
    visitor.press("button", "Talk to a person").await;
    visitor.message("system", "What is your order number?").await;
    let mut look = Look::default();
    look.at(&visitor, "widget-question").await;
    visitor.size(1280, 900).await;
    visitor.press("button", "Skip this question").await;
    visitor.gone("button", "Skip this question").await;

    visitor.send("It's solved, thanks").await;
    visitor
        .message("system", "Shall I tell the team that it is solved?")
        .await;
    visitor.find("button", "No, I still need a person").await;
    look.at(&visitor, "widget-solved").await;
    visitor.size(1280, 900).await;
    visitor.press("button", "Yes, it's solved").await;
    visitor.message("system", "knows that it is solved").await;
    visitor.gone("button", "Yes, it's solved").await;
    visitor.find_text("status", "Assistant").await;
    look.found_nothing();
}
