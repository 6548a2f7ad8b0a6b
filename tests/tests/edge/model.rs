//! A model for an assistant: its words are shown as they come, and count only when the rules have weighed them.

use serde_json::json;
use shared::conversation::{Envelope, Event, From, ToVisitor};
use shared::ids::Seq;
use shared::triggers::ReasonCode;
use tests::model::{Gate, KEY, ModelServer, Piece, Recorded, Reply};

use crate::scene::{ANSWERED, Scene, UNANSWERED};

/// The events that ended a turn.
fn ends(log: &[Envelope<ToVisitor>]) -> impl Iterator<Item = Seq> {
    let ended = log.iter().filter(|envelope| {
        matches!(
            envelope.event,
            Event::Answered { .. } | Event::Offered { .. } | Event::Passed { .. }
        )
    });
    ended.map(|envelope| envelope.seq)
}

/// What a request gives the model in this role, in order.
fn given<'a>(request: &'a Recorded, role: &str) -> Vec<&'a str> {
    let messages = request.body["messages"].as_array().into_iter().flatten();
    messages
        .filter(|message| message["role"] == role)
        .filter_map(|message| message["content"].as_str())
        .collect()
}

const GOOD: &str = "Delivery takes two working days.";

#[tokio::test(flavor = "multi_thread")]
async fn its_words_are_drafts_until_the_answer_is_whole() {
    let model = ModelServer::start().await;
    let gate = Gate::new();
    model.then(Reply::answer([
        "Delivery takes ".into(),
        (&gate).into(),
        "two working days.".into(),
    ]));
    let scene = Scene::with_model(&model, &json!({})).await;
    let mut visitor = scene.visitor().await;
    let asked = visitor.says(ANSWERED).await;
    visitor
        .until("a draft", |visitor| {
            visitor
                .drafts
                .contains(&"Delivery takes ".to_owned())
                .then_some(())
        })
        .await;
    assert!(visitor.state.turn.is_some(), "the turn is under way");
    gate.open();
    let answer = visitor.reads_assistant(asked).await;
    assert_eq!(answer.text, GOOD);
    assert_eq!(
        answer.sources.first().map(|source| source.title.as_str()),
        Some("Shipping")
    );

    let request = model.request(1).await;
    assert_eq!(request.authorization, Some(format!("Bearer {KEY}")));
    assert_eq!(
        (&request.body["model"], &request.body["stream"]),
        (&json!("scripted"), &json!(true))
    );
    let messages = request.body["messages"].to_string();
    assert!(
        messages.contains("two working days") && messages.contains(ANSWERED),
        "{messages}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_asks_for_a_person_in_words_gets_one_and_the_model_is_not_asked() {
    let model = ModelServer::start().await;
    model.always(Reply::text(GOOD));
    let scene = Scene::with_model(&model, &json!({})).await;
    let mut visitor = scene.visitor().await;
    let said = visitor
        .says("How long does delivery take? I want to speak to a real person")
        .await;
    visitor
        .sees("the call", said, |event| {
            matches!(event, Event::Escalated { .. }).then_some(())
        })
        .await;
    let said = visitor.says(UNANSWERED).await;
    visitor.reads_notice(said).await;
    assert_eq!(
        model.requests().len(),
        0,
        "nor for what the pages hold nothing about"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_promise_of_a_person_is_not_sent_but_kept() {
    let model = ModelServer::start().await;
    let gate = Gate::new();
    let promise = "Delivery takes two working days. I'll transfer you to a human agent now.";
    model.then(Reply::answer([
        promise.into(),
        (&gate).into(),
        " Wait a moment.".into(),
    ]));
    let scene = Scene::with_model(&model, &json!({})).await;
    let mut visitor = scene.visitor().await;
    let said = visitor.says(ANSWERED).await;
    model.request(1).await;
    gate.open();
    visitor
        .sees("the call", said, |event| {
            matches!(event, Event::Escalated { .. }).then_some(())
        })
        .await;
    assert!(
        !visitor.raw.iter().any(|raw| raw.contains("transfer you")),
        "the text is not sent, not as a draft either"
    );
    let ada = scene.ada(&visitor.key.conversation).await;
    let reason = &ada
        .state
        .case
        .as_ref()
        .expect("a person is called")
        .decision
        .reasons[0];
    assert_eq!(reason.code, ReasonCode::Promise);
    assert!(reason.matched[0].contains("transfer"), "{reason:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_was_under_way_when_a_person_took_over_never_appears() {
    let model = ModelServer::start().await;
    let gate = Gate::new();
    // All the words are there before the gate: only the rules can still drop them.
    model.then(Reply::answer([GOOD.into(), (&gate).into()]));
    let scene = Scene::with_model(&model, &json!({})).await;
    let mut visitor = scene.visitor().await;
    let asked = visitor.says(ANSWERED).await;
    visitor
        .until("a draft", |visitor| visitor.drafts.last().cloned())
        .await;
    let mut ada = scene.ada(&visitor.key.conversation).await;
    let taken = ada.takes_over().await;
    gate.open();
    ada.replies("I am here myself.").await;
    visitor
        .reads("Ada", taken, |entry| matches!(entry.from, From::Agent(_)))
        .await;
    // Handing back and asking again passes through everything that the old turn could still have left behind.
    ada.hands_back().await;
    model.then(Reply::text("Shipping is free for orders over 50 euros."));
    let again = visitor.says("What does shipping cost?").await;
    let answer = visitor.reads_assistant(again).await;
    assert_eq!(answer.text, "Shipping is free for orders over 50 euros.");
    let ended: Vec<Seq> = ends(&visitor.log).filter(|seq| *seq > asked).collect();
    assert_eq!(ended, [answer.seq], "{:#?}", visitor.state.thread);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_while_the_model_works_is_folded_into_one_answer() {
    let model = ModelServer::start().await;
    let gate = Gate::new();
    model.then(Reply::answer([
        "Delivery takes two days, working ones.".into(),
        (&gate).into(),
    ]));
    model.then(Reply::text(
        "Delivery takes two working days, and returns are free within 30 days.",
    ));
    let scene = Scene::with_model(&model, &json!({})).await;
    let mut visitor = scene.visitor().await;
    let first = visitor.says(ANSWERED).await;
    model.request(1).await;
    // Its words find another page than those of the first.
    let second = "And can I send something back?";
    visitor.says(second).await;
    let both = model.request(2).await;
    assert_eq!(given(&both, "user"), [ANSWERED, second], "both are asked");
    let passages = given(&both, "system").concat();
    for passage in [
        "Delivery takes two working days.",
        "Returns are free within 30 days.",
    ] {
        assert!(passages.contains(passage), "both are looked up: {passages}");
    }
    gate.open();
    let answer = visitor.reads_assistant(first).await;
    assert!(
        answer.text.starts_with("Delivery takes two working days, and"),
        "{}",
        answer.text
    );
    // Whatever the first turn could still leave behind comes before the next one ends.
    let third = visitor.says(UNANSWERED).await;
    visitor.reads_assistant(third).await;
    assert_eq!(
        ends(&visitor.log).filter(|seq| *seq < third).collect::<Vec<_>>(),
        [answer.seq]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_waits_for_the_model_and_it_is_asked_once_a_turn() {
    let model = ModelServer::start().await;
    let gate = Gate::new();
    model.then(Reply::answer([
        "Delivery takes ".into(),
        (&gate).into(),
        "two working days.".into(),
    ]));
    let scene = Scene::with_model(&model, &json!({})).await;
    let mut desk = scene.desk().await;
    let mut visitor = scene.visitor().await;
    let asked = visitor.says(ANSWERED).await;
    model.request(1).await;

    visitor.goes_to("https://shop.example/checkout", "Checkout").await;
    visitor
        .sees("the page", asked, |event| {
            matches!(event, Event::Moved { .. }).then_some(())
        })
        .await;
    let pressed = visitor.presses_person().await;
    let conversation = visitor.key.conversation.clone();
    desk.waits_for("the call, while the model is at work", &conversation, |item| {
        item.due.is_some()
    })
    .await;
    assert!(visitor.state.turn.is_some(), "the model is at work still");

    gate.open();
    let answer = visitor.reads_assistant(Seq(pressed.0)).await;
    assert!(answer.while_waiting, "it goes on helping while the visitor waits");
    visitor.leaves_details("grace@visitor.example").await;
    assert_eq!(
        model.requests().len(),
        1,
        "what is asked beside a turn does not start it again"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn words_that_come_by_the_letter_are_shown_by_the_handful_and_the_last_of_them_too() {
    let model = ModelServer::start().await;
    let gate = Gate::new();
    let letters: Vec<String> = "Delivery takes two working days. "
        .repeat(30)
        .chars()
        .map(String::from)
        .collect();
    let mut pieces: Vec<Piece> = letters.iter().map(|letter| letter.as_str().into()).collect();
    // The stream stays open, so what was not shown yet can only be shown because time passed.
    pieces.push((&gate).into());
    pieces.push("And that is all.".into());
    model.then(Reply::answer(pieces));
    let scene = Scene::with_model(&model, &json!({})).await;
    let mut visitor = scene.visitor().await;
    let mut ada = scene.ada(&visitor.key.conversation).await;
    let asked = visitor.says(ANSWERED).await;
    let whole = letters.concat();
    visitor
        .until("all the letters", |visitor| {
            (visitor.drafts.last() == Some(&whole)).then_some(())
        })
        .await;
    gate.open();
    visitor.reads_assistant(asked).await;
    let end = format!("{whole}And that is all.");
    assert_eq!(visitor.drafts.last(), Some(&end), "the last words too");
    assert!(
        visitor.drafts.len() < letters.len() / 4,
        "{} drafts of {} letters",
        visitor.drafts.len(),
        letters.len()
    );
    ada.reads_assistant(asked).await;
    assert_eq!(ada.drafts, visitor.drafts, "colleagues see the same");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_drafted_before_a_member_took_over_is_not_shown_after() {
    let model = ModelServer::start().await;
    let gate = Gate::new();
    model.then(Reply::answer([
        "Delivery takes ".into(),
        (&gate).into(),
        "two working days.".into(),
    ]));
    let scene = Scene::with_model(&model, &json!({})).await;
    let mut visitor = scene.visitor().await;
    visitor.says(ANSWERED).await;
    visitor
        .until("a draft", |visitor| (!visitor.drafts.is_empty()).then_some(()))
        .await;
    let mut ada = scene.ada(&visitor.key.conversation).await;
    let taken = ada.takes_over().await;
    gate.open();
    ada.replies("Ada here").await;
    visitor
        .reads("Ada", taken, |entry| entry.text == "Ada here")
        .await;
    assert!(visitor.state.turn.is_none(), "no turn, so its draft is withdrawn");
    assert_eq!(visitor.drafts, ["Delivery takes "]);
}
