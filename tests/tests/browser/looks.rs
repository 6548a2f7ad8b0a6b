//! Every state looked at: axe-core finds nothing in it, and its pictures are in `target/screenshots` for people to judge.

use tests::client::AgentClient;

use crate::scene::{ADA, ANSWERED, Look, Shop, UNANSWERED, holds, looks_right_now, set_up};

/// Somebody is writing, as the visitor reads it.
pub const WRITES: &str = "document.querySelector('.typing')?.innerText.includes('is writing')";

#[tokio::test(flavor = "multi_thread")]
async fn the_widget_in_all_its_states() {
    let mut look = Look::default();
    let shop = Shop::open().await;
    let ada = shop.ada().await;
    let mut desk = shop.desk(&ada).await;
    let visitor = shop.visitor().await;
    visitor.find("button", "Open chat").await;
    look.at(&visitor, "launcher").await;

    visitor.open_chat().await;
    look.at(&visitor, "widget-empty").await;
    visitor.send(ANSWERED).await;
    visitor
        .message("assistant", "Delivery takes two working days.")
        .await;
    look.at(&visitor, "widget-answered").await;
    visitor.send(UNANSWERED).await;
    visitor.find("button", "Yes, get a person").await;
    look.at(&visitor, "widget-offer").await;

    visitor.press("button", "Yes, get a person").await;
    visitor.find_text("status", "Calling a person").await;
    let conversation = desk
        .until("the conversation", |desk| desk.items.keys().next().cloned())
        .await;
    look.at(&visitor, "widget-waiting").await;
    visitor.press("button", "Leave details").await;
    visitor.find("textbox", "E-mail").await;
    look.at(&visitor, "widget-details").await;
    visitor.press("button", "Not now").await;

    let mut agent = AgentClient::opens(&shop.edge, &ada, "ada", &conversation).await;
    agent.claims().await;
    agent
        .replies("Hello, I look after repairs. Which bicycle is it, and what is wrong with it?")
        .await;
    visitor.message("agent", "Which bicycle is it").await;
    visitor
        .send("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft 7, the red one.")
        .await;
    agent
        .replies("https://shop.example/a/very/long/address/that/no/line/of/a/narrow/panel/could/ever/hold/in/one/piece")
        .await;
    visitor.message("agent", "in/one/piece").await;
    look.at(&visitor, "widget-agent").await;
    visitor.send("مرحبا، كم تستغرق إصلاح دراجة حمراء؟").await;
    visitor.find_text("log", "دراجة").await;
    agent.types().await;
    holds(&visitor, "Ada writing", WRITES).await;
    looks_right_now(&visitor, "widget-agent-writing").await;
    look.at(&visitor, "widget-right-to-left").await;
    visitor.leave_frame().await;
    visitor.press("button", "Close chat").await;
    agent.replies("About a week.").await;
    visitor.find("button", "Open chat, 1 unread").await;
    look.at(&visitor, "launcher-unread").await;
    visitor.press("button", "Open chat, 1 unread").await;
    visitor.enter_chat_frame().await;
    agent.closes("question", "solved").await;
    visitor.find_text("status", "Closed").await;
    visitor.find_text("status", "Did this help?").await;
    look.at(&visitor, "widget-closed").await;
    visitor.press("button", "Yes, it helped").await;
    visitor.message("system", "Good to hear that this helped").await;
    look.at(&visitor, "widget-judged").await;
    look.found_nothing();
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_in_looks_right_too() {
    let mut look = Look::default();
    let shop = Shop::open().await;
    let visitor = shop.chatting().await;
    visitor.press("button", "Talk to a person").await;
    visitor.find_text("status", "Nobody is in right now").await;
    look.at(&visitor, "widget-nobody").await;
    visitor.type_into("textbox", "E-mail", "grace").await;
    visitor.press("button", "Send details").await;
    visitor.find_text("alert", "Enter an e-mail address").await;
    look.at(&visitor, "widget-bad-address").await;
    visitor.type_into("textbox", "E-mail", "@visitor.example").await;
    visitor.press("button", "Send details").await;
    visitor.find_text("status", "We'll answer by e-mail").await;
    look.at(&visitor, "widget-promised").await;
    look.found_nothing();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_agent_view_in_all_its_states() {
    let mut look = Look::default();
    let shop = Shop::open().await;
    let agent = tests::browser::Browser::start().await;
    agent.open(shop.setup_link()).await;
    agent.find("button", "Create account").await;
    look.at(&agent, "agent-set-up").await;
    drop(agent);

    let agent = set_up(shop.setup_link()).await;
    look.at(&agent, "agent-empty").await;
    agent.press("switch", "Available").await;
    let mut first = shop
        .waiting("My parcel with order 10433 has not arrived. It was due on Monday.")
        .await;
    let _second = shop.waiting(UNANSWERED).await;
    holds(&agent, "two who wait", "document.title === '(2) Baton'").await;
    look.at(&agent, "agent-queue").await;

    holds(
        &agent,
        "the item opened",
        "[...document.querySelectorAll('[aria-label=Queue] .open')].find((item) => item.innerText.includes('10433'))?.click() ?? true",
    )
    .await;
    agent.message("visitor", "10433").await;
    look.at(&agent, "agent-thread").await;
    agent.press("button", "Claim").await;
    agent.find("button", "Send reply").await;
    agent.type_into("textbox", "Reply", "I am looking into it.").await;
    agent.press("button", "Send reply").await;
    first.says("Thank you").await;
    agent.message("visitor", "Thank you").await;
    look.at(&agent, "agent-held").await;
    agent.press("button", "Close conversation").await;
    agent.find("dialog", "Close conversation").await;
    look.at(&agent, "agent-close").await;
    agent.choose("Category", "Problem").await;
    agent.choose("Outcome", "Solved").await;
    agent.press("button", "Close").await;
    agent.find_text("status", "Closed by").await;
    look.at(&agent, "agent-closed").await;

    agent.press("button", &format!("Account: {}", ADA[0])).await;
    look.at(&agent, "agent-menu").await;
    agent.press("button", "Sign out").await;
    agent.find("button", "Sign in").await;
    look.at(&agent, "agent-sign-in").await;
    // Of their own will: nothing has ended that they would have to be told of.
    let told = "return document.body.innerText.includes('Your session has ended')";
    assert_eq!(agent.run(told).await, false);
    agent.type_into("textbox", "Email", ADA[1]).await;
    agent.type_into("textbox", "Password", "not the password").await;
    agent.press("button", "Sign in").await;
    agent.find_text("alert", "password").await;
    look.at(&agent, "agent-wrong-password").await;
    look.found_nothing();
}
