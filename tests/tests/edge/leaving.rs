//! A visitor who ends the chat, and one who says whether it helped.

use shared::ids::Seq;
use shared::protocol::{AgentFrame, VisitorFrame};
use shared::queue::Stage;

use crate::scene::{ANSWERED, Scene};

#[tokio::test(flavor = "multi_thread")]
async fn a_call_that_the_visitor_ends_leaves_the_queue_and_nobody_can_claim_it() {
    let scene = Scene::open().await;
    let mut desk = scene.desk().await;
    let mut visitor = scene.calling_visitor().await;
    let conversation = visitor.key.conversation.clone();
    desk.waits_for("the call", &conversation, |item| item.stage == Stage::Waiting)
        .await;
    let mut ada = scene.ada(&conversation).await;
    let ended = visitor.ends().await;
    assert_eq!(
        visitor.reads_notice(Seq(ended.0 - 1)).await.text,
        "You ended this chat. Write here to start again."
    );
    desk.waits_for("the end", &conversation, |item| item.stage == Stage::Closed)
        .await;
    assert_eq!(ada.is_refused(|id| AgentFrame::Claim { id }).await, "closed");
    assert_eq!(
        visitor.is_refused(|id| VisitorFrame::End { id }).await,
        "over_already"
    );

    let asked = visitor.says(ANSWERED).await;
    visitor.reads_assistant(asked).await;
    desk.waits_for("the next chapter", &conversation, |item| {
        item.stage == Stage::Assistant
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_helped_says_so_and_the_team_reads_it() {
    let mut scene = Scene::open().await;
    let mut visitor = scene.calling_visitor().await;
    let conversation = visitor.key.conversation.clone();
    let mut ada = scene.ada(&conversation).await;
    ada.claims().await;
    let judge = |id| VisitorFrame::Judge { id, helped: true };
    assert_eq!(
        visitor.is_refused(judge).await,
        "nothing_asked",
        "it is not over yet"
    );
    // While she writes, the visitor leaves: her words have nobody to go to.
    let epoch = ada.state.epoch;
    visitor.ends().await;
    ada.until("the end", |ada| ada.state.closing.as_ref().map(drop))
        .await;
    let text = "Here is what I found.".to_owned();
    assert_eq!(
        ada.is_refused(|id| AgentFrame::Reply { id, epoch, text }).await,
        "closed"
    );

    let judged = visitor.judges(false).await;
    let told = visitor.reads_notice(Seq(judged.0 - 1)).await.text;
    assert!(
        told.starts_with("Thank you for saying that this did not help"),
        "{told}"
    );
    assert_eq!(visitor.is_refused(judge).await, "nothing_asked", "once");
    scene.edge.restart();
    let ada = scene.ada(&conversation).await;
    let closing = ada.state.closing.as_ref().expect("a closed chat");
    assert_eq!((&closing.by, closing.helped), (&None, Some(false)));
    let path = format!("/api/v1/conversations/{conversation}");
    let exported = scene.owner().await.get(&path).await.text;
    assert!(
        exported.contains(r#""judged":{"id""#) && exported.contains(r#""helped":false"#),
        "{exported}"
    );
}
