//! A model's summary in the brief: added when it holds, for members only, and never in anybody's way.

use serde_json::json;
use shared::brief::{self, Label};
use shared::conversation::Event;
use shared::ids::Seq;
use tests::client::{AgentClient, VisitorClient};
use tests::model::{ModelServer, Reply};

use crate::scene::{ANSWERED, Scene, UNANSWERED};

const GOOD: &str = "Delivery takes two working days.";

/// A visitor whose question was answered. Returns it with question and answer.
async fn answered(model: &ModelServer, scene: &Scene) -> (VisitorClient, Seq, Seq) {
    model.then(Reply::text(GOOD));
    let mut visitor = scene.visitor().await;
    let asked = visitor.says(ANSWERED).await;
    let answer = visitor.reads_assistant(asked).await.seq;
    (visitor, asked, answer)
}

/// What members do goes on, and the brief is the one that the rules made.
async fn goes_on_without(visitor: &mut VisitorClient, ada: &mut AgentClient) {
    ada.claims().await;
    let replied = ada.replies("I am here.").await;
    visitor.says("Thanks.").await;
    ada.until("the thanks", |ada| (ada.state.last > replied).then_some(()))
        .await;
    assert_eq!(ada.state.asides.summary, None);
    let case = ada.state.case.as_ref().expect("an open escalation");
    let lines = brief::lines(&ada.state, case);
    let wants = lines.iter().find(|line| line.label == Label::Wants);
    assert!(
        wants.is_some_and(|line| line.text.as_ref().is_some_and(|text| text.contains(ANSWERED))),
        "{lines:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_holds_reaches_the_agent_and_never_the_visitor() {
    let model = ModelServer::start().await;
    let scene = Scene::with_model(&model, &json!({})).await;
    let (mut visitor, asked, answer) = answered(&model, &scene).await;
    model.summarises(Reply::text(&format!(
        "Seems to need zebra-fast delivery. [{asked} \"long does delivery take\"]\n\
         Was told of two working days. [{answer} \"TWO working days\"] [{asked} \"delivery\"]\n\
         Zebra threatens to sue. [{asked} \"my lawyer\"]\n\
         Zebra wants 500 EUR. [{asked} \"delivery\"]\n\
         <b>Zebra</b> [{asked} \"delivery\"]"
    )));
    let mut ada = scene.ada(&visitor.key.conversation).await;
    visitor.presses_person().await;
    let summary = ada
        .until("the summary", |ada| ada.state.asides.summary.clone())
        .await;
    let case = ada.state.case.as_ref().expect("an open escalation");
    assert_eq!(summary.escalation, case.opened);
    let texts: Vec<_> = summary.lines.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(
        texts,
        [
            "Seems to need zebra-fast delivery.",
            "Was told of two working days."
        ]
    );
    let quoted: Vec<_> = summary.lines[1]
        .quotes
        .iter()
        .map(|quote| quote.message)
        .collect();
    assert_eq!(quoted, [answer, asked]);

    // What the model was given, and how.
    let request = model.summary(1).await;
    let messages = request.body["messages"].as_array().expect("messages").clone();
    assert_eq!(messages.len(), 2);
    let material = messages[1]["content"].as_str().unwrap_or_default();
    assert!(
        material.starts_with(&format!(
            "<message number=\"{asked}\" from=\"visitor\">\n{ANSWERED}\n"
        )),
        "{material}"
    );
    assert_eq!(model.summaries().len(), 1);

    // It was written after the call, and the visitor has its number and nothing else: on the open line, and on a new one.
    let said = visitor.says(UNANSWERED).await;
    visitor.reads_notice(said).await;
    let again = VisitorClient::opens(&scene.edge, visitor.key.clone()).await;
    for seen in [&*visitor, &*again] {
        let aside = seen
            .log
            .iter()
            .find(|envelope| matches!(envelope.event, Event::Aside(_)));
        assert!(aside.is_some_and(|aside| aside.seq > case.opened));
        assert!(seen.raw.iter().all(|raw| !raw.to_lowercase().contains("zebra")));
        assert!(!format!("{:?}", seen.state).contains("zebra"));
    }
    // It outlives the process, and what comes after the call asks for no other.
    let reader = scene.ada(&visitor.key.conversation).await;
    assert_eq!(reader.state.asides.summary, Some(summary));
    assert_eq!(model.summaries().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_in_words_is_summarised_too() {
    let model = ModelServer::start().await;
    let scene = Scene::with_model(&model, &json!({})).await;
    let (mut visitor, asked, _) = answered(&model, &scene).await;
    model.summarises(Reply::text(&format!("About delivery. [{asked} \"delivery\"]")));
    visitor.says("I want to speak to a real person").await;
    let mut ada = scene.ada(&visitor.key.conversation).await;
    let summary = ada
        .until("the summary", |ada| ada.state.asides.summary.clone())
        .await;
    assert_eq!(summary.lines.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_said_nothing_is_not_summarised_nor_where_there_is_no_model() {
    let model = ModelServer::start().await;
    let scene = Scene::with_model(&model, &json!({})).await;
    let mut visitor = scene.calling_visitor().await;
    let said = visitor.says(UNANSWERED).await;
    visitor.reads_notice(said).await;
    assert!(model.summaries().is_empty());
}

/// The model does this; everything goes on meanwhile, and it is given up.
async fn is_left(reply: Reply) {
    let model = ModelServer::start().await;
    let scene = Scene::with_model(&model, &json!({})).await;
    let (mut visitor, ..) = answered(&model, &scene).await;
    model.summarises(reply);
    let mut desk = scene.desk().await;
    visitor.presses_person().await;
    let conversation = visitor.key.conversation.clone();
    desk.waits_for("the call", &conversation, |_| true).await;
    model.summary(1).await;
    let mut ada = scene.ada(&conversation).await;
    goes_on_without(&mut visitor, &mut ada).await;
    model.is_given_up(1).await;
    assert_eq!(model.summaries().len(), 1, "it is not asked again");
    let reader = scene.ada(&conversation).await;
    assert_eq!(reader.state.asides.summary, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_model_that_says_nothing_is_left_and_nothing_waits_for_it() {
    is_left(Reply::Silence).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_model_that_writes_and_writes_is_left_and_nothing_waits_for_it() {
    is_left(Reply::Endless).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_model_that_fails_or_talks_nonsense_adds_nothing() {
    for (reply, tries) in [
        (Reply::Status(500), 2),
        (Reply::Status(401), 1),
        (Reply::Nonsense, 2),
        (Reply::text("I am sorry, I cannot help with that."), 1),
        (Reply::text("Wants a refund. [2 \"give me my money back\"]"), 1),
    ] {
        let model = ModelServer::start().await;
        let scene = Scene::with_model(&model, &json!({})).await;
        let (mut visitor, ..) = answered(&model, &scene).await;
        model.summarises(reply);
        visitor.presses_person().await;
        model.summary(tries).await;
        let mut ada = scene.ada(&visitor.key.conversation).await;
        goes_on_without(&mut visitor, &mut ada).await;
        assert_eq!(model.summaries().len(), tries);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edge_that_ends_while_the_model_writes_has_the_brief_and_no_summary() {
    let model = ModelServer::start().await;
    let mut scene = Scene::with_model(&model, &json!({})).await;
    let (mut visitor, ..) = answered(&model, &scene).await;
    model.summarises(Reply::Silence);
    visitor.presses_person().await;
    model.summary(1).await;
    scene.edge.restart();
    visitor.comes_back(&scene.edge).await;
    let mut ada = scene.ada(&visitor.key.conversation).await;
    goes_on_without(&mut visitor, &mut ada).await;
    assert_eq!(model.summaries().len(), 1, "it is not asked again");
}
