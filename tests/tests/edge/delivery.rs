//! Once, in order, with no gap: over twins, broken lines and power cuts.

use shared::conversation::{Event, From};
use shared::ids::{ClientId, Seq};
use shared::protocol::VisitorFrame;
use tests::client::VisitorClient;

use crate::scene::{ANSWERED, Scene};

fn say(id: &str, text: &str) -> VisitorFrame {
    VisitorFrame::Say {
        id: ClientId::new(id).expect("an id"),
        text: text.to_owned(),
    }
}

fn said(visitor: &VisitorClient) -> Vec<&str> {
    let mine = visitor
        .state
        .thread
        .iter()
        .filter(|entry| entry.from == From::Visitor);
    mine.map(|entry| entry.text.as_str()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_id_is_accepted_once_and_with_other_words_refused() {
    let scene = Scene::open().await;
    let mut visitor = scene.visitor().await;
    let id = ClientId::new("twin").expect("an id");
    visitor.send(&say("twin", "Once")).await;
    let first = visitor.answer_to(&id).await.expect("accepted");
    visitor.send(&say("twin", "Once")).await;
    assert_eq!(
        visitor.answer_to(&id).await,
        Ok(first),
        "the first acknowledgement holds"
    );
    visitor.send(&say("twin", "Twice")).await;
    let refused = visitor.answer_to(&id).await.expect_err("other words");
    assert_eq!(refused.code, "id_reused");
    visitor.says("Another").await;
    assert_eq!(said(&visitor), ["Once", "Another"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_messages_at_once_keep_their_order() {
    let scene = Scene::open().await;
    let mut visitor = scene.visitor().await;
    let mut last = None;
    let texts: Vec<String> = (0..10).map(|number| format!("Message {number}")).collect();
    for text in &texts {
        last = Some(
            visitor
                .sends(|id| VisitorFrame::Say {
                    id,
                    text: text.clone(),
                })
                .await,
        );
    }
    visitor
        .answer_to(&last.expect("ten were sent"))
        .await
        .expect("accepted");
    assert_eq!(said(&visitor), texts);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_line_is_resumed_after_the_last_event_held_and_what_was_written_meanwhile_arrives() {
    let scene = Scene::open().await;
    let mut visitor = scene.calling_visitor().await;
    let mut ada = scene.ada(&visitor.key.conversation).await;
    ada.claims().await;
    let before = ada.replies("One").await;
    visitor
        .reads("the first reply", Seq(before.0 - 1), |entry| entry.text == "One")
        .await;

    visitor.drops();
    ada.replies("Two").await;
    ada.replies("Three").await;
    visitor
        .sends(|id| VisitorFrame::Say {
            id,
            text: "Written in a tunnel".into(),
        })
        .await;
    assert_eq!(visitor.pending(), 1);
    visitor.comes_back(&scene.edge).await;
    visitor
        .until("the acknowledgement", |visitor| {
            (visitor.pending() == 0).then_some(())
        })
        .await;
    let written = ada
        .reads("the words from the tunnel", before, |e| {
            e.text == "Written in a tunnel"
        })
        .await;
    visitor
        .until("everything", |visitor| {
            (visitor.state.last >= written.seq).then_some(())
        })
        .await;

    ada.drops();
    visitor.says("Are you there?").await;
    ada.comes_back(&scene.edge).await;
    ada.reads("what was missed", written.seq, |entry| {
        entry.text == "Are you there?"
    })
    .await;
    let everything: Vec<&str> = visitor
        .state
        .thread
        .iter()
        .map(|entry| entry.text.as_str())
        .collect();
    let of_ada: Vec<&str> = ada.state.thread.iter().map(|entry| entry.text.as_str()).collect();
    assert_eq!(everything, of_ada);
    assert_eq!(
        everything[2..],
        ["One", "Two", "Three", "Written in a tunnel", "Are you there?"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_survives_a_power_cut_and_what_was_not_arrives_once() {
    let mut scene = Scene::open().await;
    let mut visitor = scene.calling_visitor().await;
    let mut ada = scene.ada(&visitor.key.conversation).await;
    ada.claims().await;
    let replied = ada.replies("Before the cut").await;
    let acknowledged = visitor.says("Acknowledged just before the cut").await;
    ada.until("all of it", |ada| (ada.state.last >= acknowledged).then_some(()))
        .await;
    let before = (visitor.log.clone(), ada.log.clone());

    scene.edge.kill();
    visitor.is_sent_away().await;
    visitor
        .sends(|id| VisitorFrame::Say {
            id,
            text: "Written while it was dark".into(),
        })
        .await;
    scene.edge.restart();

    let fresh = VisitorClient::opens(&scene.edge, visitor.key.clone()).await;
    assert_eq!(fresh.log, before.0, "the log is the same, event for event");
    visitor.comes_back(&scene.edge).await;
    visitor
        .until("the acknowledgement", |visitor| {
            (visitor.pending() == 0).then_some(())
        })
        .await;
    ada.is_sent_away().await;
    ada.comes_back(&scene.edge).await;
    ada.reads("what was dark", replied, |entry| {
        entry.text == "Written while it was dark"
    })
    .await;
    assert_eq!(ada.log[..before.1.len()], before.1);
    ada.replies("After the cut").await;
    visitor
        .reads("Ada, who kept the floor", replied, |entry| {
            entry.text == "After the cut"
        })
        .await;
    let times = said(&visitor)
        .iter()
        .filter(|text| **text == "Written while it was dark")
        .count();
    assert_eq!(times, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_that_is_closed_properly_is_answered_with_its_own_code() {
    let scene = Scene::open().await;
    let key = tests::client::Key::fresh(tests::edge::SITE);
    for code in [1000, 1001, 4000] {
        let address = format!("{}{}", scene.edge.socket_address(), key.path());
        let line = tests::client::Wire::open(&address, Some(&scene.edge.address()), None).await;
        let mut line = line.expect("a socket");
        line.text("ping").await;
        assert_eq!(line.hear().await, tests::client::Heard::Text("pong".to_owned()));
        assert_eq!(line.close(code).await, Some(code));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conversation_in_which_nothing_was_said_is_not_there() {
    let scene = Scene::open().await;
    let mut desk = scene.desk().await;
    let mut silent = scene.visitor().await;
    silent.types().await;
    silent.goes_to("https://shop.example/other", "Other").await;
    let mut speaking = scene.visitor().await;
    speaking.says(ANSWERED).await;
    desk.waits_for("the one who spoke", &speaking.key.conversation, |_| true)
        .await;
    assert!(!desk.items.contains_key(&silent.key.conversation));
    let opened = silent.says(ANSWERED).await;
    let first = silent.log.first().map(|envelope| envelope.event.clone());
    let page = match first {
        Some(Event::Opened { page: Some(page), .. }) => page,
        other => panic!("no page in {other:?}"),
    };
    assert_eq!(
        (opened, page.url.as_str()),
        (Seq(2), "https://shop.example/other")
    );
}
