//! What time does by itself: nobody who waits is forgotten.

use serde_json::json;
use shared::conversation::{Envelope, Event, From, Standing, ToVisitor, WaitStep};
use shared::ids::Seq;
use shared::queue::Stage;
use tests::client::DeskClient;

use crate::scene::{ANSWERED, Scene};

/// What was done while nobody came, in order.
fn steps(log: &[Envelope<ToVisitor>]) -> Vec<WaitStep> {
    let done = log.iter().filter_map(|envelope| match envelope.event {
        Event::Waited { step, .. } => Some(step),
        _ => None,
    });
    done.collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_claims_and_says_nothing_loses_it_and_the_visitor_is_next_in_line() {
    let scene = Scene::with_policy(&json!({ "times": { "lease_ms": 300 } })).await;
    let mut desk = scene.desk().await;
    let mut visitor = scene.calling_visitor().await;
    let conversation = visitor.key.conversation.clone();
    let mut ada = scene.ada(&conversation).await;
    let claimed = ada.claims().await;

    visitor
        .sees("the lapse", claimed, |event| {
            matches!(event, Event::Lapsed { .. }).then_some(())
        })
        .await;
    let notice = visitor
        .reads("why", claimed, |entry| entry.text.contains("had to leave"))
        .await;
    assert!(
        notice.text.contains("You are next in line again"),
        "{}",
        notice.text
    );
    let item = desk.waits_for("it waiting again", &conversation, |i| {
        i.stage == Stage::Waiting && i.priority == 1
    });
    item.await;
    assert!(
        desk.alerts.iter().filter(|id| **id == conversation).count() >= 2,
        "the team hears of it again"
    );
    ada.until("the lapse", |ada| (ada.state.last > claimed).then_some(()))
        .await;
    assert_eq!(ada.cannot_reply("Sorry, I was away").await, "not_holder");

    // Whoever replies in time keeps it.
    ada.claims().await;
    let replied = ada.replies("Here I am").await;
    let said = visitor.says("Good").await;
    assert!(replied < said);
    let held = &visitor.state.case.as_ref().expect("still open").standing;
    assert!(
        matches!(
            held,
            Standing::Held {
                reply_by: Some(_),
                ..
            }
        ),
        "what the visitor wrote is due a reply: {held:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn while_nobody_comes_the_team_is_alerted_and_the_visitor_offered_another_way() {
    let times = json!({ "alert_ms": 100, "widen_ms": 200, "offer_details_ms": 300, "overdue_ms": 150 });
    let scene = Scene::with_policy(&json!({ "times": times })).await;
    let mut desk = scene.desk().await;
    let mut visitor = scene.calling_visitor().await;
    let called = visitor.state.last;
    let due = [
        WaitStep::Alert,
        WaitStep::Widen,
        WaitStep::OfferDetails,
        WaitStep::Overdue,
        WaitStep::Overdue,
    ];
    visitor
        .until("every step", |visitor| {
            (steps(&visitor.log).get(..due.len())? == due).then_some(())
        })
        .await;
    let told = visitor.reads("the offer", called, |e| {
        e.from == From::System && e.text.contains("keep your place")
    });
    told.await;
    let conversation = visitor.key.conversation.clone();
    desk.waits_for("it shown to every team", &conversation, |item| item.widened)
        .await;
    let alerted = |d: &mut DeskClient| d.alerts.iter().filter(|id| **id == conversation).count();
    desk.until("four alerts", |desk| (alerted(desk) >= 4).then_some(()))
        .await;

    visitor.leaves_details("grace@visitor.example").await;
    let last = visitor.state.last;
    let mut ada = scene.ada(&conversation).await;
    ada.claims().await;
    visitor
        .reads("Ada, who came after all", last, |entry| {
            entry.text == "Ada has joined."
        })
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_waits_is_told_their_place_and_goes_on_being_helped() {
    let scene = Scene::open().await;
    let mut desk = scene.desk().await;
    let mut first = scene.calling_visitor().await;
    let mut second = scene.calling_visitor().await;
    first
        .until("the first place", |first| {
            (first.live.position == Some(1)).then_some(())
        })
        .await;
    second
        .until("the second place", |second| {
            (second.live.position == Some(2)).then_some(())
        })
        .await;
    assert_eq!(second.live.attended, Some(false));
    desk.becomes_available(true).await;
    second
        .until("that somebody came", |second| {
            (second.live.attended == Some(true)).then_some(())
        })
        .await;

    let said = second.says(ANSWERED).await;
    let answer = second.reads_assistant(said).await;
    assert!(answer.while_waiting && answer.text.contains("two working days"));
    let said = second.says("Can I talk to a human please").await;
    let notice = second.reads_notice(said).await;
    assert!(notice.text.starts_with("You are in line"), "{}", notice.text);
    assert_eq!(second.state.cases, 1, "a person is called once");

    let mut ada = scene.ada(&first.key.conversation).await;
    ada.claims().await;
    second
        .until("the first place", |second| {
            (second.live.position == Some(1)).then_some(())
        })
        .await;
    first
        .until("no place", |first| first.live.position.is_none().then_some(()))
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_due_while_the_edge_was_down_is_done_when_it_is_back() {
    let mut scene = Scene::with_policy(&json!({ "times": { "lease_ms": 400 } })).await;
    let mut visitor = scene.calling_visitor().await;
    let mut ada = scene.ada(&visitor.key.conversation).await;
    let claimed = ada.claims().await;
    scene.edge.restart();
    // Nobody connects before: the alarm itself has survived. The visitor only looks.
    visitor.is_sent_away().await;
    visitor.comes_back(&scene.edge).await;
    visitor
        .sees("the lapse", Seq(claimed.0), |event| {
            matches!(event, Event::Lapsed { .. }).then_some(())
        })
        .await;
}
