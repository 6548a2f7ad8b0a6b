//! The sweep: what cannot be is looked for, found when it is all the same, and mended.

use serde_json::{Value, json};
use shared::ids::{ConversationId, Seq};
use shared::queue::{Item, Stage};
use tests::client::VisitorClient;

use crate::scene::{ANSWERED, Scene};

impl Scene {
    /// What the sweep finds: how many conversations it looked at, and of each that is wrong the id, what, and whether it was
    /// mended.
    async fn sweeps(&self) -> (u64, Value) {
        let report = self
            .edge
            .admin()
            .post("/api/v1/sweep", &json!({}))
            .await
            .expect_ok();
        assert_eq!((&report["left"], &report["unreachable"]), (&json!(0), &json!([])));
        (
            report["checked"].as_u64().unwrap_or_default(),
            report["orphans"].clone(),
        )
    }

    /// The edge goes down and comes back, and a conversation's alarm is lost on the way. Returns whether it had one.
    fn loses_the_alarm_of(&mut self, conversation: &ConversationId) -> bool {
        self.edge
            .restart_after(|storage| storage.loses_the_alarm_of(conversation))
    }
}

/// Something was looked at, and nothing is wrong.
#[track_caller]
fn nobody((checked, orphans): (u64, Value), when: &str) {
    assert!(checked > 0, "nothing was looked at {when}");
    assert_eq!(orphans, json!([]), "{when}");
}

/// Waits until the visitor has this place in line, which the queue says in answer to a notice: nothing is left to be told then.
async fn is_placed(visitor: &mut VisitorClient, position: Option<u32>) {
    visitor
        .until("a place in line, or none", |visitor| {
            (visitor.live.position == position).then_some(())
        })
        .await;
}

fn mended(conversation: &ConversationId, found: &str) -> Value {
    json!([{ "site": "acme", "conversation": conversation, "found": [found], "healed": true }])
}

#[tokio::test(flavor = "multi_thread")]
async fn at_every_step_of_a_conversation_somebody_has_it_or_something_will_wake_it() {
    let scene = Scene::open().await;
    let mut visitor = scene.visitor().await;
    let said = visitor.says(ANSWERED).await;
    visitor.reads_assistant(said).await;
    nobody(scene.sweeps().await, "after an answer");
    visitor.presses_person().await;
    nobody(scene.sweeps().await, "after a call");
    let mut ada = scene.ada(&visitor.key.conversation).await;
    ada.claims().await;
    nobody(scene.sweeps().await, "after a claim");
    ada.replies("Hello").await;
    nobody(scene.sweeps().await, "after a reply");
    visitor.says("Good, and now?").await;
    nobody(scene.sweeps().await, "after a message to Ada");
    ada.hands_back().await;
    nobody(scene.sweeps().await, "after a hand-back");
    visitor.presses_person().await;
    visitor.leaves_details("grace@visitor.example").await;
    nobody(scene.sweeps().await, "after an address");
    ada.claims().await;
    ada.closes("question", "solved").await;
    nobody(scene.sweeps().await, "after the close");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conversation_whose_alarm_was_never_set_is_found_and_gets_one() {
    let mut scene = Scene::open().await;
    // An alarm hours away, which cannot ring meanwhile by itself.
    let mut visitor = scene.calling_visitor().await;
    visitor.leaves_details("grace@visitor.example").await;
    let conversation = visitor.key.conversation.clone();
    assert!(scene.loses_the_alarm_of(&conversation), "it was set");
    assert_eq!(scene.sweeps().await.1, mended(&conversation, "no_alarm"));
    nobody(scene.sweeps().await, "once it is mended");
    assert!(scene.loses_the_alarm_of(&conversation), "it was set again");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_alarm_that_was_lost_is_set_again_by_whoever_comes_back() {
    let mut scene = Scene::open().await;
    scene.owner().await;
    let mut visitor = scene.calling_visitor().await;
    is_placed(&mut visitor, Some(1)).await;
    visitor.leaves_details("grace@visitor.example").await;
    is_placed(&mut visitor, None).await;
    let conversation = visitor.key.conversation.clone();

    assert!(scene.loses_the_alarm_of(&conversation), "it was set");
    visitor.comes_back(&scene.edge).await;
    nobody(scene.sweeps().await, "once the visitor is back");
    assert!(scene.loses_the_alarm_of(&conversation), "the visitor set it");
    let _ada = scene.ada(&conversation).await;
    nobody(scene.sweeps().await, "once an agent has opened it");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_platform_slept_through_is_found_and_done() {
    let mut scene = Scene::open().await;
    let conversation = scene.calling_visitor().await.key.conversation.clone();
    scene
        .edge
        .restart_after(|storage| storage.sleeps_through_the_alarm_of(&conversation));
    assert_eq!(scene.sweeps().await.1, mended(&conversation, "overdue"));
    let log = scene.log(&conversation).await.to_string();
    assert!(log.contains("\"step\":\"alert\""), "{log}");
    nobody(scene.sweeps().await, "once it is mended");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conversation_whose_notice_was_lost_is_found_and_the_team_is_told() {
    let mut scene = Scene::open().await;
    let visitor = scene.calling_visitor().await;
    let conversation = visitor.key.conversation.clone();
    scene
        .desk()
        .await
        .waits_for("the call", &conversation, |item| item.stage == Stage::Waiting)
        .await;
    scene
        .edge
        .restart_after(|storage| storage.loses_the_notice_of(&conversation));

    let mut desk = scene.desk().await;
    assert!(desk.items.is_empty(), "nobody would ever have seen it");
    assert_eq!(scene.sweeps().await.1, mended(&conversation, "unlisted"));
    let told = desk.waits_for("the call", &conversation, |item| item.stage == Stage::Waiting);
    told.await;
    assert_eq!(desk.alerts, [conversation]);
    nobody(scene.sweeps().await, "once it is mended");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_queue_that_knows_a_conversation_otherwise_than_it_is_believes_the_conversation() {
    let mut scene = Scene::open().await;
    let mut visitor = scene.calling_visitor().await;
    let conversation = visitor.key.conversation.clone();
    for (stage, later, found) in [("closed", 0, "outdated"), ("waiting", 5, "ahead")] {
        let last = visitor.state.last;
        let told = |item: &Item| item.version == last;
        scene
            .desk()
            .await
            .waits_for("the call", &conversation, told)
            .await;
        scene
            .edge
            .restart_after(|storage| storage.mistakes(&conversation, stage, last.0 + later));
        assert_eq!(scene.sweeps().await.1, mended(&conversation, found));
        let desk = scene.desk().await;
        let item = &desk.items[&conversation];
        assert_eq!((&item.stage, item.version), (&Stage::Waiting, last));
        visitor.comes_back(&scene.edge).await;
    }
    nobody(scene.sweeps().await, "once it is mended");

    let mut desk = scene.desk().await;
    visitor.drops();
    scene
        .edge
        .restart_after(|storage| storage.loses_all_of(&conversation));
    assert_eq!(desk.is_sent_away().await, None);
    let mut desk = scene.desk().await;
    assert_eq!(scene.sweeps().await.1, mended(&conversation, "vanished"));
    desk.until("it gone", |desk| desk.items.is_empty().then_some(()))
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_notice_does_not_replace_a_newer_one() {
    let mut scene = Scene::open().await;
    let mut visitor = scene.calling_visitor().await;
    let conversation = visitor.key.conversation.clone();
    is_placed(&mut visitor, Some(1)).await;
    // More than will have happened in it when the queue hears of it next.
    let newer = Seq(visitor.state.last.0 + 50);
    scene
        .edge
        .restart_after(|storage| storage.mistakes(&conversation, "waiting", newer.0));

    let mut desk = scene.desk().await;
    visitor.comes_back(&scene.edge).await;
    assert_eq!(visitor.live.position, None, "the queue was not asked yet");
    let said = visitor.says(ANSWERED).await;
    visitor.reads_assistant(said).await;
    is_placed(&mut visitor, Some(1)).await;
    assert_eq!(scene.sweeps().await.1, mended(&conversation, "ahead"));
    // Had the desk been told of what is older, it would have said so.
    desk.waits_for("it as it is", &conversation, |item| item.version < newer)
        .await;
    nobody(scene.sweeps().await, "once it is mended");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_trigger_sweeps_and_writes_what_it_found_to_the_log() {
    let mut scene = Scene::open().await;
    let mut visitor = scene.calling_visitor().await;
    visitor.leaves_details("grace@visitor.example").await;
    let conversation = visitor.key.conversation.clone();
    scene
        .edge
        .restart_after(|storage| storage.loses_the_alarm_of(&conversation));
    scene.edge.fires_the_trigger().await;
    let line =
        format!("sweep: acme/{conversation}: something is due, and nothing would have woken it; mended");
    tests::wait::until("the line in the log", async || {
        scene.edge.log().contains(&line).then_some(())
    })
    .await;
    nobody(scene.sweeps().await, "once it is mended");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_runs_the_edge_has_it_swept() {
    let scene = Scene::open().await;
    for (who, caller) in [
        ("a stranger", scene.edge.api()),
        ("an owner", scene.owner().await.clone()),
        ("a guesser", scene.edge.api().with_token("guess")),
    ] {
        let answer = caller.post("/api/v1/sweep", &json!({})).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (401, "wrong_admin_token"),
            "{who}"
        );
    }
    assert_eq!(scene.edge.admin().get("/api/v1/sweep").await.status, 405);
}
