//! An agent's browser crashes in the middle of a conversation.

use serde_json::{Value, json};
use tests::browser::Browser;
use tests::client::VisitorClient;
use tests::edge::SITE;
use tests::wait::until;

use crate::scene::{ANSWERED, Shop, holds, open_first, set_up, settings};

/// Half a reply.
const DRAFT: &str = "Good morning, I am just look";

/// Ada claims, begins to write, and her tab crashes. Nothing of hers is open any more.
async fn crashes(shop: &Shop) -> (Browser, VisitorClient) {
    let visitor = shop.waiting(ANSWERED).await;
    let agent = set_up(shop.setup_link()).await;
    open_first(&agent).await;
    agent.press("button", "Claim").await;
    agent.find("button", "Send reply").await;
    agent.type_into("textbox", "Reply", DRAFT).await;
    let open = agent.run("return location.href").await;
    let tab = agent.tab().await;
    agent.new_tab().await;
    agent.crash(&tab).await;
    agent.open(open.as_str().expect("an address")).await;
    (agent, visitor)
}

async fn has_the_draft(agent: &Browser) {
    let value = || async { agent.run("return document.getElementById('reply')?.value").await };
    until("the draft", async || {
        (value().await == Value::String(DRAFT.to_owned())).then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn coming_back_the_draft_is_there_and_the_conversation_is_still_theirs() {
    let shop = Shop::open().await;
    let (agent, mut visitor) = crashes(&shop).await;
    agent.find_text("status", "a reply is due").await;
    has_the_draft(&agent).await;
    agent.type_into("textbox", "Reply", "ing").await;
    agent.press("button", "Send reply").await;
    visitor.reads_words(&format!("{DRAFT}ing")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn not_coming_back_the_conversation_goes_back_and_the_visitor_is_told_and_the_draft_is_kept() {
    let shop = Shop::open().await;
    let mut soon = settings(&shop.host);
    soon["policy"] = json!({ "times": { "lease_ms": 6_000 } });
    shop.edge.put_site_settings(SITE, &soon).await;
    let (agent, mut visitor) = crashes(&shop).await;
    let told = visitor
        .reads("why nobody is here", shared::ids::Seq(0), |entry| {
            entry.text.contains("had to leave")
        })
        .await;
    assert!(told.text.contains("You are next in line again"), "{}", told.text);
    agent.find("button", "Claim").await;
    has_the_draft(&agent).await;
    holds(
        &agent,
        "that it is kept",
        "document.body.innerText.includes('Your words are kept.')",
    )
    .await;
}

/// A module whose start traps, as a broken app does.
const TRAP: &str = "setTimeout(() => new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(
    [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 8, 1, 0, 10, 5, 1, 3, 0, 0, 11]))))";

#[tokio::test(flavor = "multi_thread")]
async fn when_the_agent_view_itself_breaks_the_page_says_so_and_what_to_do() {
    let shop = Shop::open().await;
    let agent = set_up(shop.setup_link()).await;
    assert!(agent.find_now("alert", "").await.is_none());
    agent.run(TRAP).await;
    let said = agent.find_text("alert", "Something broke on this page").await;
    assert!(said.contains("What you wrote is kept"), "{said}");
    agent.press("link", "Load the page anew").await;
    agent.find("switch", "Available").await;
}
