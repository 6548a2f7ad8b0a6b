//! Each trigger once, as a new visitor would provoke it, on the real edge: what is done, why, and that the log says so.

use serde_json::json;
use shared::conversation::{Envelope, Event};
use shared::triggers::{Decision, ReasonCode, Verdict, replay};

use crate::scene::{ANSWERED, Scene, UNANSWERED};

/// Every decision in a conversation's export, oldest first.
fn decisions(log: &[Envelope]) -> Vec<Decision> {
    let decided = |envelope: &Envelope| match &envelope.event {
        Event::Answered { decision, .. }
        | Event::Offered { decision, .. }
        | Event::Passed { decision, .. }
        | Event::Escalated { decision, .. } => Some((**decision).clone()),
        _ => None,
    };
    log.iter().filter_map(decided).collect()
}

/// What a visitor provokes who writes these messages, each after the answer to the one before. Returns the log as the owner
/// exports it.
async fn provoke(scene: &Scene, messages: &[&str]) -> Vec<Envelope> {
    let mut visitor = scene.visitor().await;
    for message in messages {
        let said = visitor.says(message).await;
        let ended = |event: &Event<_>| {
            matches!(
                event,
                Event::Answered { .. }
                    | Event::Offered { .. }
                    | Event::Passed { .. }
                    | Event::Escalated { .. }
            )
            .then_some(())
        };
        visitor.sees("the turn's end", said, ended).await;
    }
    let path = format!("/api/v1/conversations/{}", visitor.key.conversation);
    let export = scene.owner().await.get(&path).await;
    assert_eq!(export.status, 200, "{}", export.text);
    let lines = export.text.lines();
    lines
        .map(|line| serde_json::from_str(line).expect("a line of the export is an event"))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_trigger_fires_once_as_a_visitor_would_provoke_it() {
    use ReasonCode as Why;
    let policy = json!({
        "keywords": [{ "phrase": "purple llama" }],
        "thresholds": { "most_answers": 3 },
    });
    let scene = Scene::with_policy(&policy).await;
    let stories: &[(&[&str], Verdict, ReasonCode)] = &[
        (
            &["can i talk to a human pls"],
            Verdict::Escalate,
            Why::ExplicitRequest,
        ),
        (
            &["Are you a real person?"],
            Verdict::Offer,
            Why::AskedWhetherHuman,
        ),
        (&["I have a purple llama"], Verdict::Escalate, Why::Keyword),
        (
            &["I was charged twice for my order"],
            Verdict::Escalate,
            Why::Topic,
        ),
        (&[UNANSWERED], Verdict::Offer, Why::NoSource),
        (&[UNANSWERED, "yes please"], Verdict::Escalate, Why::OfferAccepted),
        (
            &["You are useless, this is a bloody joke!!!"],
            Verdict::Escalate,
            Why::Insult,
        ),
        (&[ANSWERED, ANSWERED, ANSWERED], Verdict::Offer, Why::Repeated),
        (
            &[ANSWERED, ANSWERED, ANSWERED, ANSWERED],
            Verdict::Escalate,
            Why::Repeated,
        ),
        (
            &[ANSWERED, "No, that's not what I asked", "that did not help"],
            Verdict::Offer,
            Why::Repeated,
        ),
        (
            &["We want to buy 200 licences, can we get a quote?"],
            Verdict::Offer,
            Why::HighIntent,
        ),
    ];
    for (messages, verdict, why) in stories {
        let log = provoke(&scene, messages).await;
        let decided = decisions(&log);
        let last = decided.last().expect("a decision");
        assert_eq!(decided.len(), messages.len(), "one decision a turn: {messages:?}");
        assert_eq!(last.verdict, *verdict, "{messages:?}: {:?}", last.reasons);
        let names = last.reasons.iter().any(|reason| reason.code == *why);
        assert!(names, "{messages:?}: {:?}", last.reasons);
        let early = decided[..decided.len() - 1]
            .iter()
            .find(|before| before.first() == Some(*why) && before.verdict == *verdict);
        assert_eq!(early, None, "{messages:?} fired early");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_edge_decided_is_decided_again_from_its_export() {
    let scene = Scene::open().await;
    let log = provoke(
        &scene,
        &[ANSWERED, UNANSWERED, "this is useless, answer by tomorrow!"],
    )
    .await;
    let policy = shared::policy::Policy::default();
    let hash = decisions(&log)[0].policy.clone();
    let turns = replay(&policy, &hash, &log);
    assert_eq!(turns.len(), 3);
    for turn in turns {
        assert!(turn.exact);
        assert_eq!(turn.was, turn.would, "{:?}", turn.asked);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_is_for_members_and_of_what_there_is() {
    let scene = Scene::open().await;
    let unknown = "/api/v1/conversations/0123456789abcdef";
    assert_eq!(scene.owner().await.get(unknown).await.code(), "not_found");
    let visitor = scene.calling_visitor().await;
    let path = format!("/api/v1/conversations/{}", visitor.key.conversation);
    assert_eq!(scene.edge.api().get(&path).await.code(), "signed_out");
    assert_eq!(scene.owner().await.get(&path).await.status, 200);
}
