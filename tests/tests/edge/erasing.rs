//! Erasing a conversation erases it everywhere.

use serde_json::json;
use shared::ids::Seq;
use shared::protocol::VisitorFrame;
use tests::client::{VisitorClient, Wire};

use crate::scene::{ANSWERED, Scene};

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_it_is_left_for_visitor_team_or_a_restarted_edge() {
    let mut scene = Scene::open().await;
    let mut desk = scene.desk().await;
    let mut visitor = scene.visitor().await;
    visitor.says("My card number is 4711").await;
    visitor.presses_person().await;
    visitor.leaves_details("grace@visitor.example").await;
    let key = visitor.key.clone();
    let mut ada = scene.ada(&key.conversation).await;
    desk.waits_for("it", &key.conversation, |item| item.email.is_some())
        .await;
    let mut away = VisitorClient::opens(&scene.edge, key.clone()).await;
    away.drops();

    let path = format!("/api/v1/conversations/{}", key.conversation);
    let grace = scene.member("Grace", "agent").await;
    assert_eq!(grace.delete(&path).await.code(), "owners_only");
    scene.owner().await.delete(&path).await.expect_ok();

    desk.until("it gone", |desk| {
        (!desk.items.contains_key(&key.conversation)).then_some(())
    })
    .await;
    assert_eq!(visitor.is_told_off().await.code, "erased");
    assert_eq!(visitor.is_sent_away().await, Some(4410));
    assert_eq!(ada.is_sent_away().await, Some(4410));
    assert_eq!(scene.log(&key.conversation).await, json!([]));
    scene.owner().await.delete(&path).await.expect_ok();

    scene.edge.restart();
    assert!(!scene.desk().await.items.contains_key(&key.conversation));
    assert_eq!(scene.log(&key.conversation).await, json!([]));
    // Whoever was away holds events that are no more. They are told, for what they sent now would be lost on them.
    let address = format!("{}{}", scene.edge.socket_address(), key.path());
    let mut line = Wire::open(&address, Some(&scene.edge.address()), None)
        .await
        .expect("a socket");
    line.text(&serde_json::to_string(&away.hello()).expect("a frame"))
        .await;
    assert_eq!(line.refusal().await, "erased");
    assert_eq!(line.end().await, Some(4410));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_turn_that_is_under_way_brings_nothing_back() {
    let model = tests::model::ModelServer::start().await;
    let gate = tests::model::Gate::new();
    model.then(tests::model::Reply::answer([
        "Delivery ".into(),
        (&gate).into(),
        "takes two working days.".into(),
    ]));
    let scene = Scene::with_model(&model, &json!({})).await;
    let mut visitor = scene.visitor().await;
    visitor
        .sends(|id| VisitorFrame::Say {
            id,
            text: ANSWERED.to_owned(),
        })
        .await;
    model.request(1).await;
    let path = format!("/api/v1/conversations/{}", visitor.key.conversation);
    scene.owner().await.delete(&path).await.expect_ok();
    gate.open();
    let mut fresh = VisitorClient::opens(&scene.edge, visitor.key.clone()).await;
    assert_eq!(fresh.state.last, Seq(0));
    model.then(tests::model::Reply::text("Delivery takes two working days."));
    let said = fresh.says(ANSWERED).await;
    assert_eq!(said, Seq(2), "a new log begins");
    fresh.reads_assistant(said).await;
    let desk = scene.desk().await;
    assert!(desk.items.len() <= 1);
}
