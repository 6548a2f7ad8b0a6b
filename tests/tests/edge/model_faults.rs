//! A model that fails: the visitor is offered a person, with the reason, and nothing half-said stays.

use serde_json::{Value, json};
use shared::conversation::From;
use shared::triggers::ReasonCode;
use tests::model::{Gate, ModelServer, Reply};
use tests::wait::until;

use crate::scene::{ANSWERED, Scene};

/// Asks what the pages answer, gets an offer for this reason, and finds that the model was asked so often.
async fn offers_a_person(reply: Reply, policy: Value, code: ReasonCode, asked: usize) {
    let model = ModelServer::start().await;
    let told = format!("{reply:?}");
    model.always(reply);
    let scene = Scene::with_model(&model, &policy).await;
    let mut visitor = scene.visitor().await;
    let said = visitor.says(ANSWERED).await;
    let offer = visitor.reads_assistant(said).await;
    assert!(
        offer.text.ends_with("Shall I get a person?"),
        "{told}: {}",
        offer.text
    );
    assert_eq!(visitor.state.offer, Some(offer.seq), "{told}");
    assert_eq!(model.requests().len(), asked, "{told}");
    let spoken = visitor
        .state
        .thread
        .iter()
        .filter(|entry| entry.from == From::Assistant)
        .count();
    assert_eq!(spoken, 1, "{told}");

    let ada = scene.ada(&visitor.key.conversation).await;
    let decision = ada
        .state
        .entry(offer.seq)
        .and_then(|entry| entry.decision.clone())
        .expect("a decision");
    assert_eq!(decision.reasons[0].code, code, "{told}");
    visitor.answers_offer(true).await;
    assert!(
        visitor.state.case.is_some(),
        "{told}: a person can be had all the same"
    );
}

const DOWN: ReasonCode = ReasonCode::AssistantUnavailable;

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_key_is_not_tried_twice() {
    offers_a_person(Reply::Status(401), json!({}), DOWN, 1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_busy_model_is_asked_once_more() {
    offers_a_person(Reply::Status(429), json!({}), DOWN, 2).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_model_is_asked_once_more() {
    offers_a_person(Reply::Status(500), json!({}), DOWN, 2).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_try_that_works_is_an_answer() {
    let model = ModelServer::start().await;
    model
        .then(Reply::Status(429))
        .then(Reply::text("Delivery takes two working days."));
    let scene = Scene::with_model(&model, &json!({})).await;
    let mut visitor = scene.visitor().await;
    let said = visitor.says(ANSWERED).await;
    assert_eq!(
        visitor.reads_assistant(said).await.text,
        "Delivery takes two working days."
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_silent_model_is_given_up_at_the_turns_deadline() {
    offers_a_person(Reply::Silence, json!({ "times": { "turn_ms": 400 } }), DOWN, 1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_turn_whose_edge_died_under_it_ends_at_its_deadline() {
    let model = ModelServer::start().await;
    model.always(Reply::Silence);
    let mut scene = Scene::with_model(&model, &json!({ "times": { "turn_ms": 4000 } })).await;
    let mut visitor = scene.visitor().await;
    let said = visitor.says(ANSWERED).await;
    until("the model asked", async || {
        (model.requests().len() == 1).then_some(())
    })
    .await;
    // Who was waiting for the model is gone with the process; nobody else knows of the turn but its alarm.
    scene.edge.restart();
    visitor.is_sent_away().await;
    visitor.comes_back(&scene.edge).await;
    let offer = visitor.reads_assistant(said).await;
    assert_eq!(visitor.state.offer, Some(offer.seq));
    assert_eq!(model.requests().len(), 1, "nothing else ended it");
}

#[tokio::test(flavor = "multi_thread")]
async fn half_an_answer_is_no_answer() {
    let model = ModelServer::start().await;
    let gate = Gate::new();
    model.then(Reply::cut_after([
        "Delivery takes two working days.".into(),
        (&gate).into(),
    ]));
    let scene = Scene::with_model(&model, &json!({})).await;
    let mut visitor = scene.visitor().await;
    let said = visitor.says(ANSWERED).await;
    visitor
        .until("a draft", |visitor| visitor.drafts.last().cloned())
        .await;
    gate.open();
    let offer = visitor.reads_assistant(said).await;
    assert!(
        !offer.text.contains("two working days"),
        "what was half said does not stay: {}",
        offer.text
    );
    assert_eq!(visitor.state.offer, Some(offer.seq));
    assert_eq!(
        model.requests().len(),
        1,
        "words were shown already: it is not tried again"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nonsense_is_no_answer() {
    offers_a_person(Reply::Nonsense, json!({}), DOWN, 2).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_answer_is_no_answer() {
    offers_a_person(Reply::text(" "), json!({}), DOWN, 1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_model_that_finds_no_answer_says_so_and_its_sign_is_not_shown() {
    offers_a_person(Reply::text("NO_ANSWER"), json!({}), ReasonCode::NoSource, 1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn words_that_do_not_stand_in_the_pages_are_not_an_answer() {
    let invented = Reply::text("Elephants gladly carry parcels across mountains every Tuesday morning.");
    offers_a_person(invented, json!({}), ReasonCode::LowConfidence, 1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_model_that_is_not_there_does_not_stop_a_visitor_from_reaching_a_person() {
    let model = ModelServer::start().await;
    let scene = Scene::with_model(&model, &json!({})).await;
    drop(model);
    let mut visitor = scene.visitor().await;
    let said = visitor.says(ANSWERED).await;
    visitor.reads_assistant(said).await;
    visitor.presses_person().await;
    assert!(visitor.state.case.is_some());
}
