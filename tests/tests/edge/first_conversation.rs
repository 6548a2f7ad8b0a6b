//! The path that everything else is built on: asked, answered, offered, called, claimed, closed, opened again.

use shared::brief::{self, Label};
use shared::conversation::{Event, From, Member};
use shared::ids::Seq;
use shared::queue::Stage;
use shared::triggers::{ReasonCode, Verdict};
use tests::client::{AgentClient, VisitorClient};

use crate::scene::{ADA, ANSWERED, Scene, UNANSWERED};

fn is_adas(from: &From) -> bool {
    matches!(from, From::Agent(Member { name, .. }) if name == ADA)
}

#[tokio::test(flavor = "multi_thread")]
async fn from_the_first_question_to_the_next_chapter() {
    let scene = Scene::open().await;
    let mut desk = scene.desk().await;
    desk.becomes_available(true).await;
    let mut visitor = scene.visitor().await;
    let conversation = visitor.key.conversation.clone();

    answers_and_offers(&mut visitor).await;

    let called = visitor.answers_offer(true).await;
    let case = visitor.state.case.clone().expect("a person is called");
    assert!(case.call.attended, "Ada is there, and the visitor is told so");
    assert!(
        visitor
            .reads_notice(Seq(called.0 - 1))
            .await
            .text
            .contains("calling the team")
    );
    let item = desk
        .waits_for("the call", &conversation, |item| item.stage == Stage::Waiting)
        .await;
    assert_eq!(item.reason, Some(ReasonCode::OfferAccepted));
    assert_eq!(item.line, UNANSWERED, "what it is about now");
    assert!(desk.alerts.contains(&conversation));
    visitor
        .until("the place in line", |visitor| {
            (visitor.live.position == Some(1)).then_some(())
        })
        .await;

    let mut ada = scene.ada(&conversation).await;
    reads_the_brief(&ada);
    ada.claims().await;
    assert_eq!(visitor.reads_notice(called).await.text, "Ada has joined.");
    desk.waits_for("Ada's claim", &conversation, |item| {
        matches!(item.stage, Stage::Held { .. })
    })
    .await;

    they_chat(&mut visitor, &mut ada).await;

    let closed = ada.closes("repairs", "solved").await;
    let notice = visitor.reads_notice(Seq(closed.0 - 1)).await;
    assert_eq!(
        notice.text,
        "Ada closed this conversation. Write here to start again."
    );
    desk.waits_for("the close", &conversation, |item| item.stage == Stage::Closed)
        .await;

    let said = visitor.says(ANSWERED).await;
    assert!(
        visitor.state.closing.is_none(),
        "the next message starts the next chapter"
    );
    assert!(
        visitor
            .log
            .iter()
            .any(|e| e.seq > closed && e.event == Event::Reopened)
    );
    assert!(
        visitor
            .reads_assistant(said)
            .await
            .text
            .contains("two working days")
    );
    assert_eq!(
        visitor.state.thread.first().map(|first| first.text.as_str()),
        Some(ANSWERED),
        "of the same thread"
    );
}

async fn answers_and_offers(visitor: &mut VisitorClient) {
    let asked = visitor.says(ANSWERED).await;
    let answer = visitor.reads_assistant(asked).await;
    assert_eq!(answer.text, "Delivery takes two working days.");
    let source = answer.sources.first().expect("an answer names its source");
    assert_eq!(source.title, "Shipping");
    assert!(
        source.url.starts_with("https://shop.example/help/shipping#"),
        "{}",
        source.url
    );

    let asked = visitor.says(UNANSWERED).await;
    let offer = visitor.reads_assistant(asked).await;
    assert!(offer.text.ends_with("Shall I get a person?"), "{}", offer.text);
    assert_eq!(visitor.state.offer, Some(offer.seq));
    assert!(
        visitor.state.case.is_none(),
        "nobody is called before the visitor says so"
    );
}

fn reads_the_brief(ada: &AgentClient) {
    let case = ada.state.case.as_ref().expect("a person is called");
    let line = |label| {
        brief::lines(&ada.state, case)
            .into_iter()
            .find(|line| line.label == label)
            .and_then(|line| line.text)
    };
    assert_eq!(brief::flaws(&ada.state, &case.brief), Vec::<&str>::new());
    assert!(line(Label::Wants).is_some_and(|wants| wants.contains(UNANSWERED)));
    assert!(line(Label::Tried).is_some_and(|tried| tried.contains("Shipping")));
    assert!(line(Label::Page).is_some_and(|page| page.contains("https://shop.example/cart")));
    assert!(line(Label::Visitor).is_some_and(|visitor| visitor.contains("en-GB")));
    let decisions = ada
        .state
        .thread
        .iter()
        .filter_map(|entry| entry.decision.as_ref());
    let verdicts: Vec<Verdict> = decisions.map(|decision| decision.verdict).collect();
    assert_eq!(verdicts, [Verdict::Answer, Verdict::Offer, Verdict::Escalate]);
}

async fn they_chat(visitor: &mut VisitorClient, ada: &mut AgentClient) {
    ada.types().await;
    visitor
        .until("Ada writing", |v| {
            v.typing.contains(&Some(ADA.to_owned())).then_some(())
        })
        .await;
    let replied = ada.replies("Hello, which bicycle is it?").await;
    let reply = visitor
        .reads("Ada's reply", Seq(replied.0 - 1), |entry| is_adas(&entry.from))
        .await;
    assert_eq!(reply.text, "Hello, which bicycle is it?");

    visitor.types().await;
    ada.until("the visitor writing", |ada| {
        ada.typing.contains(&None).then_some(())
    })
    .await;
    let said = visitor.says("The red one. How long does delivery take?").await;
    ada.reads("the visitor's answer", Seq(said.0 - 1), |entry| {
        entry.from == From::Visitor
    })
    .await;
    assert!(
        visitor.state.turn.is_none(),
        "while a person has the floor the assistant is silent"
    );
    visitor
        .goes_to("https://shop.example/bikes/red", "The red bicycle")
        .await;
    ada.until("the page", |a| {
        a.state
            .page()
            .filter(|page| page.url.ends_with("/bikes/red"))
            .map(drop)
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_in_words_calls_a_person_in_the_same_turn_with_its_evidence() {
    let scene = Scene::open().await;
    let mut visitor = scene.visitor().await;
    let said = visitor.says("Hi there. Can I talk to a human please?").await;
    let called = visitor.sees("the call", said, |event| match event {
        Event::Escalated { turn, notice, .. } => Some((*turn, notice.clone())),
        Event::Answered { .. } | Event::Offered { .. } => panic!("answered instead: {event:?}"),
        _ => None,
    });
    let (turn, notice) = called.await;
    assert!(
        turn.is_some() && visitor.state.turn.is_none(),
        "the call ended the turn"
    );
    assert!(
        notice.contains("Nobody is in right now"),
        "nobody switched Available on: {notice}"
    );

    let ada = scene.ada(&visitor.key.conversation).await;
    let case = ada.state.case.as_ref().expect("a person is called");
    let reason = case.decision.reasons.first().expect("an escalation has a reason");
    assert_eq!(
        (reason.code, reason.message),
        (ReasonCode::ExplicitRequest, Some(said))
    );
    assert!(
        reason.matched.iter().any(|words| words.contains("human")),
        "{:?}",
        reason.matched
    );
    let mut lines = brief::lines(&ada.state, case).into_iter();
    let why = lines.find_map(|line| line.text).unwrap_or_default();
    assert!(why.starts_with("Asked for a person (“"), "{why}");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_presses_talk_to_a_person_first_of_all_is_told_the_truth_and_can_leave_an_address() {
    let scene = Scene::open().await;
    let mut desk = scene.desk().await;
    let mut visitor = scene.visitor().await;
    let conversation = visitor.key.conversation.clone();

    let pressed = visitor.presses_person().await;
    let notice = visitor.reads_notice(Seq(pressed.0 - 1)).await;
    assert!(notice.text.contains("Nobody is in right now"), "{}", notice.text);
    assert!(
        visitor
            .state
            .case
            .as_ref()
            .is_some_and(|case| !case.call.attended)
    );
    let again = visitor.presses_person().await;
    assert!(again > pressed, "pressing again is kept under its own id");
    assert_eq!(visitor.state.cases, 1, "and calls nobody a second time");

    for bad in [
        "",
        "ada",
        "ada@",
        "@shop.example",
        "a b@shop.example",
        "ada@localhost",
    ] {
        let details = |id| shared::protocol::VisitorFrame::Details {
            id,
            email: bad.to_owned(),
        };
        assert_eq!(visitor.is_refused(details).await, "bad_email", "{bad}");
    }
    let left = visitor.leaves_details("grace@visitor.example").await;
    let notice = visitor.reads_notice(Seq(left.0 - 1)).await;
    assert!(notice.text.contains("within 24 hours"), "{}", notice.text);
    let item = desk
        .waits_for("the promise", &conversation, |item| item.stage == Stage::Promised)
        .await;
    assert_eq!(item.email.as_deref(), Some("grace@visitor.example"));
    assert!(item.due.is_some(), "a promise has a time");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_can_be_declined_and_only_an_open_one_answered() {
    let scene = Scene::open().await;
    let mut visitor = scene.visitor().await;
    let asked = visitor.says(UNANSWERED).await;
    visitor.reads_assistant(asked).await;
    visitor.answers_offer(false).await;
    assert!(visitor.state.offer.is_none() && visitor.state.case.is_none());
    let again = |id| shared::protocol::VisitorFrame::Offer { id, accept: true };
    assert_eq!(visitor.is_refused(again).await, "no_offer");
}
