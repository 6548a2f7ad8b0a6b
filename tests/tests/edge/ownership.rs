//! Who may speak: one at a time, and whoever speaks knows it.

use futures_util::future::join_all;
use serde_json::json;
use shared::conversation::{Event, Floor, From};
use shared::ids::{Epoch, MemberId, Seq};
use shared::protocol::{AgentFrame, TransferTo};
use tests::api::Api;
use tests::client::{AgentClient, DeskClient};

use crate::scene::{ANSWERED, Scene};

#[tokio::test(flavor = "multi_thread")]
async fn of_fifty_claims_at_once_one_wins_and_the_others_learn_who() {
    let scene = Scene::open().await;
    let visitor = scene.calling_visitor().await;
    let conversation = &visitor.key.conversation;
    let (ada, grace) = (scene.owner().await.clone(), scene.member("Grace", "agent").await);
    let mut agents = Vec::new();
    for number in 0..50 {
        let member = [&ada, &grace][number % 2];
        agents.push(AgentClient::opens(&scene.edge, member, &format!("agent{number}"), conversation).await);
    }
    let claims = agents
        .iter_mut()
        .map(|agent| agent.asks(|id| AgentFrame::Claim { id }));
    let answers = join_all(claims).await;

    let winners: Vec<usize> = (0..50).filter(|at| answers[*at].is_ok()).collect();
    assert_eq!(winners.len(), 1, "{answers:?}");
    let winner = ["Ada", "Grace"][winners[0] % 2];
    for refused in answers.iter().filter_map(|answer| answer.as_ref().err()) {
        assert_eq!(refused.code, "held_by_another");
        assert_eq!(
            refused.message,
            format!("{winner} has this conversation already.")
        );
    }
    let log = scene.log(conversation).await.to_string();
    assert_eq!(log.matches("{\"claimed\":").count(), 1);
    let floor = agents[winners[0]].state.floor();
    assert!(
        matches!(floor, Floor::Agent(member) if member.name == winner),
        "{floor:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_has_the_floor_replies_closes_and_hands_back() {
    let scene = Scene::open().await;
    let mut visitor = scene.calling_visitor().await;
    let conversation = visitor.key.conversation.clone();
    let mut ada = scene.ada(&conversation).await;
    let grace = scene.member("Grace", "agent").await;
    let mut grace = AgentClient::opens(&scene.edge, &grace, "grace", &conversation).await;

    assert_eq!(ada.cannot_reply("Too early").await, "not_holder");
    ada.claims().await;
    grace
        .until("Ada's claim", |g| {
            matches!(g.state.floor(), Floor::Agent(_)).then_some(())
        })
        .await;
    assert_eq!(grace.cannot_reply("Not mine").await, "held_by_another");
    assert_eq!(
        grace.is_refused(|id| AgentFrame::TakeOver { id }).await,
        "held_by_another"
    );
    assert_eq!(
        grace.is_refused(AgentClient::hand_back(Epoch(1))).await,
        "held_by_another"
    );
    let close = |id| AgentFrame::Close {
        id,
        epoch: None,
        category: "x".into(),
        outcome: "x".into(),
    };
    assert_eq!(grace.is_refused(close).await, "held_by_another");
    let unfiled = |id| AgentFrame::Close {
        id,
        epoch: None,
        category: " ".into(),
        outcome: "x".into(),
    };
    assert_eq!(ada.is_refused(unfiled).await, "unfiled");

    ada.hands_back().await;
    assert_eq!(ada.cannot_reply("Too late").await, "not_holder");
    let said = visitor.says(ANSWERED).await;
    assert!(
        visitor
            .reads_assistant(said)
            .await
            .text
            .contains("two working days"),
        "the assistant is back"
    );
    assert_eq!(
        grace.is_refused(|id| AgentFrame::Claim { id }).await,
        "nothing_open"
    );
    let texts: Vec<&str> = visitor
        .state
        .thread
        .iter()
        .map(|entry| entry.text.as_str())
        .collect();
    assert!(
        !texts
            .iter()
            .any(|text| ["Too early", "Not mine", "Too late"].contains(text)),
        "{texts:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_in_an_epoch_that_is_over_is_refused_and_the_words_are_kept() {
    let scene = Scene::open().await;
    let visitor = scene.calling_visitor().await;
    let mut ada = scene.ada(&visitor.key.conversation).await;
    ada.claims().await;
    let believed = ada.state.epoch;
    ada.hands_back().await;
    ada.takes_over().await;
    assert!(ada.state.epoch > believed);
    // Written before the floor went to and fro, sent after: the holder is the same, the epoch is not.
    for epoch in [believed, Epoch(ada.state.epoch.0 + 1)] {
        let late = ada.reply(epoch, "Written in another epoch");
        let refused = ada.asks(late).await.expect_err("a stale epoch");
        assert_eq!(refused.code, "stale_epoch");
        assert!(
            refused.message.contains("Your words are kept"),
            "{}",
            refused.message
        );
    }
    ada.replies("Written in this one").await;
    let log = scene.log(&visitor.key.conversation).await.to_string();
    assert!(!log.contains("Written in another epoch"));
}

/// Where a transfer to this member goes.
async fn to(member: &Api) -> TransferTo {
    let me = member.get("/api/v1/me").await.expect_ok();
    let id = me["member"]["id"].as_str().and_then(|id| MemberId::new(id).ok());
    TransferTo::Member(id.expect("an id"))
}

/// Waits until the client sees that this member has the floor.
async fn has_it(agent: &mut AgentClient, name: &str) {
    agent
        .until("whose it is", |agent| {
            matches!(agent.state.floor(), Floor::Agent(by) if by.name == name).then_some(())
        })
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_written_before_a_transfer_is_refused_when_the_conversation_has_come_back() {
    let scene = Scene::open().await;
    let visitor = scene.calling_visitor().await;
    let conversation = visitor.key.conversation.clone();
    let (owner, member) = (scene.owner().await, scene.member("Grace", "agent").await);
    // From hand to hand, with no claim between: only who is there can be given it.
    let mut at_their_desks = [scene.desk().await, DeskClient::opens(&scene.edge, &member).await];
    for desk in &mut at_their_desks {
        desk.becomes_available(true).await;
    }
    let mut ada = scene.ada(&conversation).await;
    let mut grace = AgentClient::opens(&scene.edge, &member, "grace", &conversation).await;
    ada.claims().await;
    let believed = ada.state.epoch;

    ada.transfers(to(&member).await, "").await;
    let late = ada.reply(believed, "Written before Grace had it");
    assert_eq!(ada.is_refused(late).await, "held_by_another");
    has_it(&mut grace, "Grace").await;
    grace.replies("Grace here").await;
    grace.transfers(to(owner).await, "").await;
    has_it(&mut ada, "Ada").await;

    let late = ada.reply(believed, "Written before Grace had it");
    let refused = ada.asks(late).await.expect_err("it has changed hands twice");
    assert_eq!(refused.code, "stale_epoch");
    for stale in [
        ada.is_refused(AgentClient::hand_back(believed)).await,
        ada.is_refused(AgentClient::close(believed, "question", "solved"))
            .await,
    ] {
        assert_eq!(stale, "stale_epoch");
    }
    ada.replies("Ada again").await;
    let log = scene.log(&conversation).await.to_string();
    assert!(
        log.contains("Ada again") && !log.contains("Written before"),
        "{log}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn after_the_close_the_agent_is_refused_and_the_visitor_begins_the_next_chapter() {
    let scene = Scene::open().await;
    let mut visitor = scene.calling_visitor().await;
    let mut ada = scene.ada(&visitor.key.conversation).await;
    ada.claims().await;
    let closed = ada.closes("question", "solved").await;
    assert_eq!(ada.cannot_reply("One more thing").await, "closed");
    assert_eq!(ada.is_refused(|id| AgentFrame::Claim { id }).await, "closed");
    assert_eq!(ada.is_refused(|id| AgentFrame::TakeOver { id }).await, "closed");

    let said = visitor.says(ANSWERED).await;
    visitor.reads_assistant(said).await;
    ada.until("the next chapter", |ada| {
        (ada.state.floor() == Floor::Assistant).then_some(())
    })
    .await;
    ada.takes_over().await;
    ada.replies("Now I may").await;
    visitor
        .reads("Ada again", closed, |entry| matches!(entry.from, From::Agent(_)))
        .await;
    assert_eq!(visitor.state.cases, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_takes_over_what_nobody_called_for_and_colleagues_see_who_reads_along() {
    let scene = Scene::open().await;
    let mut visitor = scene.visitor().await;
    let conversation = visitor.key.conversation.clone();
    let mut ada = scene.ada(&conversation).await;
    assert_eq!(
        ada.is_refused(|id| AgentFrame::TakeOver { id }).await,
        "not_started"
    );
    let said = visitor.says(ANSWERED).await;
    visitor.reads_assistant(said).await;

    let grace = scene.member("Grace", "agent").await;
    let mut grace = AgentClient::opens(&scene.edge, &grace, "grace", &conversation).await;
    ada.until("Grace reading along", |ada| {
        (ada.live.viewers == ["Ada", "Grace"]).then_some(())
    })
    .await;
    grace.drops();
    ada.until("Grace gone", |ada| (ada.live.viewers == ["Ada"]).then_some(()))
        .await;

    let taken = ada.takes_over().await;
    let notice = visitor
        .reads("that Ada came", said, |entry| entry.text == "Ada has joined.")
        .await;
    assert_eq!(notice.seq, taken);
    ada.replies("May I help?").await;
    visitor
        .reads("Ada", Seq(taken.0), |entry| entry.text == "May I help?")
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_hands_back_or_closes_what_has_changed_hands_meanwhile_is_refused_in_words() {
    let scene = Scene::with_policy(&json!({ "times": { "lease_ms": 300 } })).await;
    let visitor = scene.calling_visitor().await;
    let conversation = visitor.key.conversation.clone();
    let mut ada = scene.ada(&conversation).await;
    let grace = scene.member("Grace", "agent").await;
    let mut grace = AgentClient::opens(&scene.edge, &grace, "grace", &conversation).await;
    let claimed = ada.claims().await;
    let first = ada.state.epoch;
    ada.sees("her lapse", claimed, |event| {
        matches!(event, Event::Lapsed { .. }).then_some(())
    })
    .await;

    // Her presses were on the way all the time. Grace has it by now.
    grace
        .until("the lapse", |grace| (grace.state.epoch > first).then_some(()))
        .await;
    grace.claims().await;
    grace.replies("Grace here").await;
    assert_eq!(
        ada.is_refused(AgentClient::hand_back(first)).await,
        "held_by_another"
    );
    assert_eq!(
        ada.is_refused(AgentClient::close(first, "question", "solved"))
            .await,
        "held_by_another"
    );

    // Then Ada has it again; what she pressed before that is still about the first time.
    grace.hands_back().await;
    ada.until("her turn", |ada| {
        (ada.state.floor() == Floor::Assistant).then_some(())
    })
    .await;
    ada.takes_over().await;
    ada.replies("Me again").await;
    let refused = ada
        .asks(AgentClient::hand_back(first))
        .await
        .expect_err("it is over");
    assert_eq!(refused.code, "stale_epoch");
    assert!(refused.message.contains("changed hands"), "{}", refused.message);
    assert_eq!(
        ada.is_refused(AgentClient::close(first, "question", "solved"))
            .await,
        "stale_epoch"
    );
    assert!(matches!(ada.state.floor(), Floor::Agent(_)), "she still has it");
    // A page from before there was this field says nothing, and is held to having the floor.
    ada.does(|id| AgentFrame::HandBack { id, epoch: None }).await;
}
