//! After the call: the owner's questions, what is captured, what is not kept, and a visitor who needs nobody any more.

use serde_json::json;
use shared::brief::{self, Label};
use shared::queue::Stage;

use crate::scene::{ANSWERED, Scene};

#[tokio::test(flavor = "multi_thread")]
async fn the_owners_questions_are_asked_once_a_person_is_called_and_never_what_was_said() {
    let policy = json!({
        "entities": [{ "name": "Serial number", "pattern": "SN-####" }],
        "intake": [
            { "ask": "What is your order number?", "kind": "order" },
            { "ask": "Which serial number?", "kind": "Serial number" },
            { "ask": "Which browser do you use?" },
        ],
        "pages": { "drop_query": true },
    });
    let scene = Scene::with_policy(&policy).await;
    let mut visitor = scene.visitor().await;
    let said = visitor.says("Mine is sn-4711, and it is broken").await;
    visitor.reads_assistant(said).await;
    visitor
        .goes_to("https://shop.example/help?token=page-secret#top", "Help")
        .await;
    let called = visitor.presses_person().await;
    let asked = visitor
        .reads("the first question", called, |entry| {
            entry.text == "What is your order number?"
        })
        .await;
    visitor.skips().await;
    let asked = visitor
        .reads("the next one that was not answered", asked.seq, |entry| {
            entry.text.starts_with("Which")
        })
        .await;
    assert_eq!(
        asked.text, "Which browser do you use?",
        "the serial number was said"
    );
    visitor.says("Firefox").await;

    let ada = scene.ada(&visitor.key.conversation).await;
    let case = ada.state.case.as_ref().expect("a call");
    let lines = brief::lines(&ada.state, case);
    let line = |label| {
        lines
            .iter()
            .find(|line| line.label == label)
            .and_then(|line| line.text.clone())
            .unwrap_or_default()
    };
    assert_eq!(
        line(Label::Facts),
        "serial number sn-4711, which browser do you use? Firefox"
    );
    assert!(
        line(Label::Page).contains("https://shop.example/help"),
        "{}",
        line(Label::Page)
    );
    assert!(
        !scene.edge.storage_holds("page-secret"),
        "what the owner drops is nowhere in the storage"
    );
    assert!(
        scene.edge.storage_holds("shop.example/help"),
        "the storage is looked at"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_whose_matter_is_solved_ends_the_call_with_a_yes_and_with_nothing_less() {
    let scene = Scene::open().await;
    let mut desk = scene.desk().await;
    let mut visitor = scene.calling_visitor().await;
    let conversation = visitor.key.conversation.clone();
    let said = visitor.says("It's solved, thanks!").await;
    let asked = visitor.reads_notice(said).await;
    assert!(
        asked.text.contains("Shall I tell the team that it is solved?"),
        "{}",
        asked.text
    );
    visitor.says_solved(false).await;
    assert!(visitor.state.case.is_some(), "they keep their place");

    let said = visitor.says("never mind, it works now").await;
    visitor.reads_notice(said).await;
    visitor.says_solved(true).await;
    assert!(visitor.state.case.is_none());
    desk.until("the call gone from the queue", |desk| {
        let item = desk.items.get(&conversation)?;
        (item.stage == Stage::Assistant).then_some(())
    })
    .await;
    let ada = scene.ada(&conversation).await;
    assert!(ada.state.ended.as_ref().is_some_and(|case| case.solved));
    // The assistant goes on.
    let said = visitor.says(ANSWERED).await;
    visitor.reads_assistant(said).await;
}
