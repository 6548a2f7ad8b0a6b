//! What members do among themselves stays among them: notes, snoozes, ratings.

use serde_json::json;
use shared::conversation::Rating;
use shared::ids::Seq;
use shared::link::Carrier;
use shared::protocol::AgentFrame;
use shared::queue::Stage;
use tests::client::VisitorClient;
use tests::model::{ModelServer, Reply};

use crate::scene::{ANSWERED, Scene};

const NOTE: &str = "note-secret: asked for a refund three times";

#[tokio::test(flavor = "multi_thread")]
async fn a_note_reaches_no_visitor_and_no_model() {
    let model = ModelServer::start().await;
    model.always(Reply::text("Delivery takes two working days."));
    let scene = Scene::with_model(&model, &json!({})).await;
    let mut visitor = scene.visitor().await;
    let said = visitor.says(ANSWERED).await;
    visitor.reads_assistant(said).await;
    let conversation = visitor.key.conversation.clone();
    let mut ada = scene.ada(&conversation).await;
    // Before, while and after she has the floor.
    ada.notes(NOTE).await;
    ada.takes_over().await;
    ada.notes(NOTE).await;
    ada.replies("Hello.").await;
    let noted = ada.notes(NOTE).await;
    ada.hands_back().await;
    assert_eq!(ada.state.asides.notes.len(), 3);

    // The assistant goes on, and its model is given everything it is ever given.
    let asked = visitor.says("How much does shipping cost for delivery?").await;
    visitor.reads_assistant(asked).await;
    assert!(noted < asked);
    let requests = model.requests();
    assert!(requests.len() >= 2, "the model was asked again");
    assert!(
        requests
            .iter()
            .all(|request| !request.body.to_string().contains("note-secret"))
    );

    // The socket that was open all along, one that comes back in the middle, and one that begins anew.
    let mut back = VisitorClient::opens(&scene.edge, visitor.key.clone()).await;
    back.drops();
    back.comes_back(&scene.edge).await;
    // And one for whom no socket gets through.
    let polling = VisitorClient::opens_by(Carrier::Poll, &scene.edge, visitor.key.clone()).await;
    let closed = {
        ada.takes_over().await;
        ada.closes("question", "solved").await
    };
    visitor.reads_notice(Seq(closed.0 - 1)).await;
    for seen in [&visitor, &back, &polling] {
        assert!(seen.raw.iter().all(|raw| !raw.contains("note-secret")));
        assert!(!format!("{:?}", seen.state).contains("note-secret"));
    }
    // The export is for members.
    let path = format!("/api/v1/conversations/{conversation}");
    assert_eq!(scene.edge.api().get(&path).await.code(), "signed_out");
    let exported = scene.owner().await.get(&path).await.text;
    assert_eq!(exported.matches("note-secret").count(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_colleague_sees_a_note_at_once_and_it_outlives_a_restart() {
    let mut scene = Scene::open().await;
    let visitor = scene.calling_visitor().await;
    let conversation = visitor.key.conversation.clone();
    let mut ada = scene.ada(&conversation).await;
    let mut desk = scene.ada(&conversation).await;
    let noted = ada.notes("Wait for the courier.").await;
    desk.until("the note", |desk| {
        (desk.state.asides.notes.len() == 1).then_some(())
    })
    .await;
    scene.edge.restart();
    let reader = scene.ada(&conversation).await;
    assert_eq!(
        reader.state.asides.notes.first().map(|note| note.seq),
        Some(noted)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_snoozed_conversation_comes_back_at_its_time_and_with_the_visitors_next_word() {
    let scene = Scene::open().await;
    let mut desk = scene.desk().await;
    let mut visitor = scene.calling_visitor().await;
    let conversation = visitor.key.conversation.clone();
    let mut ada = scene.ada(&conversation).await;
    ada.claims().await;
    let until = ada.log.last().map(|envelope| envelope.at.plus(3_600_000));
    let too_early = ada.is_refused(|id| AgentFrame::Snooze { id, until }).await;
    assert_eq!(too_early, "reply_first");
    ada.replies("I'll ask the warehouse.").await;
    ada.does(|id| AgentFrame::Snooze { id, until }).await;
    desk.waits_for("it put away", &conversation, |item| item.snoozed == until)
        .await;
    visitor.says("Any news?").await;
    desk.waits_for("it back", &conversation, |item| item.snoozed.is_none())
        .await;

    let replied = ada.replies("In a second.").await;
    let at = ada
        .log
        .iter()
        .find(|envelope| envelope.seq == replied)
        .map(|envelope| envelope.at);
    // A second is enough for the request to arrive, and soon over.
    let until = at.map(|at| at.plus(1_000));
    ada.does(|id| AgentFrame::Snooze { id, until }).await;
    let alerts = desk.alerts.len();
    desk.waits_for("it put away again", &conversation, |item| item.snoozed.is_some())
        .await;
    desk.waits_for("it back by itself", &conversation, |item| {
        item.snoozed.is_none() && matches!(item.stage, Stage::Held { .. })
    })
    .await;
    assert!(desk.alerts.len() > alerts, "with an alert");
    assert!(visitor.raw.iter().all(|raw| !raw.contains("snooze")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rating_is_kept_with_the_conversation_and_exported() {
    let scene = Scene::open().await;
    let visitor = scene.calling_visitor().await;
    let conversation = visitor.key.conversation.clone();
    let mut ada = scene.ada(&conversation).await;
    ada.claims().await;
    ada.closes("question", "solved").await;
    let rating = Rating::WrongQueue;
    ada.does(|id| AgentFrame::Rate { id, rating }).await;
    assert_eq!(ada.state.asides.ratings, [(1, rating)]);
    let path = format!("/api/v1/conversations/{conversation}");
    let exported = scene.owner().await.get(&path).await.text;
    assert!(exported.contains(r#""rating":"wrong_queue""#), "{exported}");
}

#[tokio::test(flavor = "multi_thread")]
async fn handoffs_are_counted_by_reason_for_members_and_forgotten_with_their_conversation() {
    let mut scene = Scene::open().await;
    let mut desk = scene.desk().await;
    let mut kept = Vec::new();
    for (rating, helped) in [
        (Rating::Useful, true),
        (Rating::TooLate, false),
        (Rating::Useful, true),
    ] {
        let mut visitor = scene.calling_visitor().await;
        let conversation = visitor.key.conversation.clone();
        let mut ada = scene.ada(&conversation).await;
        ada.claims().await;
        ada.closes("question", "solved").await;
        ada.does(|id| AgentFrame::Rate { id, rating }).await;
        let judged = visitor.judges(helped).await;
        desk.waits_for("the queue's knowing", &conversation, |item| {
            item.version >= judged
        })
        .await;
        kept.push(conversation);
    }
    // One more, of which nobody has said anything; and one without a person.
    let open = scene.calling_visitor().await.key.conversation.clone();
    desk.waits_for("the open call", &open, |item| item.stage == Stage::Waiting)
        .await;
    scene.visitor().await.says(ANSWERED).await;
    let expected = json!({ "reasons": [{
        "reason": "button", "title": "Pressed “Talk to a person”", "called": 4,
        "rated": [{ "rating": "useful", "count": 2 }, { "rating": "too_late", "count": 1 }],
        "helped": 2, "not_helped": 1,
    }] });
    scene.edge.restart();
    let path = "/api/v1/handoffs";
    assert_eq!(scene.owner().await.get(path).await.expect_ok(), expected);
    assert_eq!(scene.edge.api().get(path).await.code(), "signed_out");

    let erased = format!("/api/v1/conversations/{}", kept[1]);
    scene.owner().await.delete(&erased).await.expect_ok();
    let left = scene.owner().await.get(path).await.expect_ok();
    assert_eq!(left["reasons"][0]["called"], 3, "{left}");
    assert_eq!(left["reasons"][0]["not_helped"], 0, "{left}");
}
