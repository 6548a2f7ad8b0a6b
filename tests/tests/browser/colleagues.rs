//! Several agents: each sees who else is looking at a conversation and who is writing there; the visitor sees who answers
//! them is writing.

use serde_json::json;
use shared::protocol::DeskFrame;
use tests::api::Api;
use tests::browser::Browser;
use tests::client::{AgentClient, DeskClient, VisitorClient};
use tests::edge::SITE;
use tests::network::Network;
use tests::wait::until;

use crate::scene::{ANSWERED, ASKS, Shop, UNANSWERED, holds, looks_right, open_first, set_up};

/// Grace, whom Ada invited.
async fn grace(shop: &Shop, ada: &Browser) -> Api {
    let invite = "return fetch('/api/v1/invitations', { method: 'POST', headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'grace@shop.example', role: 'agent' }) }).then((answer) => answer.json())";
    let made = ada.run(invite).await;
    let token = made["link"]
        .as_str()
        .and_then(|link| link.split_once("token="))
        .expect("a link")
        .1;
    let account = serde_json::json!({
        "token": token, "name": "Grace", "email": "grace@shop.example", "password": "correct horse battery",
    });
    let joined = shop.edge.api().post("/api/v1/join", &account).await;
    joined.signed_in(&shop.edge.address())
}

#[tokio::test(flavor = "multi_thread")]
async fn agents_see_who_is_looking_and_who_is_writing_and_the_visitor_sees_who_writes_to_them() {
    let shop = Shop::open().await;
    let ada = set_up(shop.setup_link()).await;
    let grace = grace(&shop, &ada).await;
    let visitor = shop.chatting().await;
    visitor.send(ANSWERED).await;
    visitor.send(ASKS).await;
    visitor.message("system", "Of course.").await;

    // What Ada's browser tells, as Grace's desk hears it.
    let mut desk = DeskClient::opens(&shop.edge, &grace).await;
    open_first(&ada).await;
    let (id, who) = desk
        .until("Ada looking", |desk| {
            desk.looking
                .iter()
                .next()
                .map(|(id, who)| (id.clone(), who.clone()))
        })
        .await;
    assert_eq!(who, [("Ada Quill".to_owned(), false)]);

    // What Grace's desk tells, as Ada reads it: in the queue and over the thread.
    let looking = |writing| DeskFrame::Looking {
        at: Some(id.clone()),
        writing,
    };
    for (frame, words) in [
        (looking(false), "Grace is looking"),
        (looking(true), "Grace is writing"),
    ] {
        desk.send(&frame).await;
        for place in ["[aria-label=Queue] .item", ".strip"] {
            let there = format!("document.querySelector('{place}').innerText.includes('{words}')");
            holds(&ada, &format!("{words} in {place}"), &there).await;
        }
    }
    looks_right(&ada, "agent-colleague").await;

    // Grace has the floor and writes; both read so in the thread.
    let mut holder = AgentClient::opens(&shop.edge, &grace, "grace", &id).await;
    holder.claims().await;
    visitor.find_text("status", "Grace").await;
    until("Grace is writing, for the visitor", async || {
        holder.types().await;
        let shown = visitor
            .run("return document.querySelector('.typing').innerText")
            .await;
        (shown == "Grace is writing").then_some(())
    })
    .await;
    until("Grace is writing, for Ada", async || {
        holder.types().await;
        let shown = ada
            .run("return document.querySelector('.typing').innerText")
            .await;
        (shown == "Grace is writing\u{2026}").then_some(())
    })
    .await;
    holder.hands_back().await;

    // Ada takes over and writes; Grace's desk and the visitor hear of it.
    ada.press("button", "Take over").await;
    ada.find("button", "Send reply").await;
    ada.type_into("textbox", "Reply", "Good mor").await;
    desk.until("Ada writing", |desk| {
        desk.looking[&id]
            .contains(&("Ada Quill".to_owned(), true))
            .then_some(())
    })
    .await;

    // Whoever goes is not looking any more.
    drop(desk);
    holds(
        &ada,
        "nobody else",
        "!document.querySelector('.desk').innerText.includes('Grace is')",
    )
    .await;
    let mut desk = DeskClient::opens(&shop.edge, &grace).await;
    desk.until("Ada still there", |desk| {
        desk.looking.contains_key(&id).then_some(())
    })
    .await;
    ada.run("location.hash = ''").await;
    desk.until("nobody looking", |desk| {
        desk.looking[&id].is_empty().then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_outrun_in_a_claim_reads_who_has_it_and_gets_no_field_to_write_in() {
    let shop = Shop::open().await;
    let network = Network::before(shop.edge.port()).await;
    let ada = set_up(&network.through(shop.setup_link())).await;
    let grace = grace(&shop, &ada).await;
    let mut visitor = shop.waiting(ANSWERED).await;
    open_first(&ada).await;
    ada.find("button", "Claim").await;

    // Ada, in a tunnel, presses what Grace has pressed.
    ada.offline(true).await;
    network.cut();
    ada.find_text("status", "Connection lost").await;
    let mut holder = AgentClient::opens(&shop.edge, &grace, "grace", &visitor.key.conversation).await;
    holder.claims().await;
    ada.press("button", "Claim").await;

    network.heal();
    ada.offline(false).await;
    ada.find_text("alert", "Grace has this conversation already.")
        .await;
    ada.find_text("status", "Grace has the floor").await;
    ada.gone("button", "Claim").await;
    holds(
        &ada,
        "a locked field",
        "document.getElementById('reply').readOnly",
    )
    .await;
    assert!(ada.find_now("button", "Send reply").await.is_none());

    holder.replies("Hello, I'm Grace.").await;
    ada.message("agent", "Hello, I'm Grace.").await;
    visitor.reads_words("Hello, I'm Grace.").await;
    assert!(ada.find_now("button", "Send reply").await.is_none());
}

/// Takes the desktop's notifications, whose words it keeps.
const KEEP_NOTICES: &str = "
    window.notices = [];
    window.Notification = class {
        static permission = 'granted';
        constructor(title, { body }) { notices.push(body); }
    };";

#[tokio::test(flavor = "multi_thread")]
async fn in_a_teams_quiet_hours_what_waits_is_listed_and_disturbs_nobody() {
    let shop = Shop::open().await;
    let ada = shop.ada().await;
    let agent = shop.ada_signs_in().await;
    // From an hour ago to an hour on, by the agent's own clock.
    let hour = agent
        .run("return new Date().getHours()")
        .await
        .as_u64()
        .unwrap_or_default();
    let quiet = format!("{:02}:00-{:02}:59", (hour + 23) % 24, (hour + 1) % 24);
    let teams = json!([{ "id": "night", "name": "the night team" }]);
    let quiet_policy = json!({ "queue": { "id": "general", "name": "the team", "quiet": quiet }, "queues": teams,
        "keywords": [{ "phrase": "burst pipe", "queue": "night" }] });
    shop.change(&quiet_policy).await;
    let team = ada.get("/api/v1/team").await.expect_ok();
    assert_eq!(team["queues"][0]["quiet"], json!(quiet));
    agent.reload().await;
    agent.press("switch", "Available").await;
    agent.run(KEEP_NOTICES).await;
    let _quietly = shop.waiting(UNANSWERED).await;
    holds(&agent, "one who waits", "document.title === '(1) Baton'").await;
    let mut loud = VisitorClient::arrives(&shop.edge, SITE).await;
    loud.says("I have a burst pipe").await;
    holds(&agent, "two who wait", "document.title === '(2) Baton'").await;
    holds(&agent, "a notice for the other team", "notices.length > 0").await;
    assert_eq!(agent.run("return notices").await, json!(["I have a burst pipe"]));
}
