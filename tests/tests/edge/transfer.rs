//! Passing a conversation on: to a team, to a colleague; nothing is lost and nobody is told what is not so.

use serde_json::json;
use shared::conversation::{Floor, From};
use shared::ids::{MemberId, QueueId, Seq};
use shared::protocol::TransferTo;
use shared::queue::Stage;
use tests::client::{AgentClient, DeskClient};

use crate::scene::{ANSWERED, Scene};

fn queue(id: &str) -> TransferTo {
    TransferTo::Queue(QueueId::new(id).expect("an id"))
}

async fn scene() -> Scene {
    let billing = json!({ "id": "billing", "name": "Billing" });
    Scene::with_policy(&json!({ "queues": [billing] })).await
}

#[tokio::test(flavor = "multi_thread")]
async fn to_a_team_it_waits_there_with_its_brief_and_the_visitor_is_told() {
    let scene = scene().await;
    let mut desk = scene.desk().await;
    desk.becomes_available(true).await;
    let mut visitor = scene.visitor().await;
    visitor.says("I was charged twice on order 10433").await;
    visitor.presses_person().await;
    let conversation = visitor.key.conversation.clone();
    let mut ada = scene.ada(&conversation).await;
    ada.claims().await;
    let brief = ada.state.case.as_ref().map(|case| case.brief.clone());

    let alerts = desk.alerts.len();
    let passed = ada
        .transfers(queue("billing"), "Two charges, see the receipt.")
        .await;
    let told = visitor
        .reads("who comes", Seq(passed.0 - 1), |entry| entry.from == From::System)
        .await;
    assert_eq!(
        told.text,
        "I'm passing you to Billing; they have everything you wrote."
    );
    let item = desk
        .waits_for("it with billing", &conversation, |item| {
            item.stage == Stage::Waiting && item.queue.as_ref().is_some_and(|id| id.as_str() == "billing")
        })
        .await;
    assert_eq!((item.team.as_str(), item.bounces), ("Billing", 1));
    assert!(desk.alerts.len() > alerts, "billing hears of it");
    let case = ada.state.case.as_ref().expect("still open");
    assert_eq!(Some(&case.brief), brief.as_ref(), "the brief stays");
    assert_eq!(
        ada.state.asides.notes.last().map(|note| note.text.as_str()),
        Some("Two charges, see the receipt.")
    );
    assert_eq!(ada.cannot_reply("One more thing").await, "not_holder");

    let grace = scene.member("Grace", "agent").await;
    let mut grace = AgentClient::opens(&scene.edge, &grace, "grace", &conversation).await;
    grace.claims().await;
    grace.replies("I refunded the second charge.").await;
    visitor
        .reads("Grace", passed, |entry| entry.text.contains("refunded"))
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn to_a_colleague_only_while_they_are_available() {
    let scene = scene().await;
    let grace = scene.member("Grace", "agent").await;
    let team = scene.owner().await.get("/api/v1/team").await.expect_ok();
    let queues: Vec<_> = team["queues"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|q| q["id"].as_str())
        .collect();
    assert_eq!(queues, [Some("general"), Some("billing")]);
    let found = team["members"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|m| m["name"] == "Grace");
    let found = found.expect("Grace is a member");
    assert_eq!(found["available"], false);
    let id = found["id"].as_str().and_then(|id| MemberId::new(id).ok());
    let to = TransferTo::Member(id.expect("an id"));

    let mut visitor = scene.visitor().await;
    visitor.says(ANSWERED).await;
    let conversation = visitor.key.conversation.clone();
    let mut ada = scene.ada(&conversation).await;
    ada.takes_over().await;
    let frame = ada.transfer(to.clone(), "");
    let refused = ada.asks(frame).await.expect_err("Grace is not there");
    assert_eq!(refused.code, "not_available");
    assert!(
        refused.message.contains("Choose their team instead"),
        "{}",
        refused.message
    );
    let frame = ada.transfer(queue("nobody"), "");
    assert_eq!(ada.is_refused(frame).await, "unknown_queue");

    let mut desk = DeskClient::opens(&scene.edge, &grace).await;
    desk.becomes_available(true).await;
    let passed = ada.transfers(to, "").await;
    let told = visitor
        .reads("who comes", Seq(passed.0 - 1), |entry| entry.from == From::System)
        .await;
    assert_eq!(
        told.text,
        "I'm passing you to Grace; they have everything you wrote."
    );
    assert!(matches!(visitor.state.floor(), Floor::Agent(by) if by.name == "Grace"));
    desk.waits_for(
        "it as hers",
        &conversation,
        |item| matches!(&item.stage, Stage::Held { by } if by.name == "Grace"),
    )
    .await;
    assert!(desk.alerts.contains(&conversation), "Grace hears of it");
    let mut grace = AgentClient::opens(&scene.edge, &grace, "grace", &conversation).await;
    grace.replies("Hello, I'm Grace.").await;
    visitor
        .reads("Grace", passed, |entry| entry.text == "Hello, I'm Grace.")
        .await;
}
