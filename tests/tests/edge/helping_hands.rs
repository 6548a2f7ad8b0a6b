//! What agents need not write or look for themselves: an opener, a reply from the pages, canned replies; and which
//! queues they serve.

use serde_json::{Value, json};

use crate::scene::{ANSWERED, Scene, UNANSWERED};

#[tokio::test(flavor = "multi_thread")]
async fn an_opener_and_a_reply_with_its_sources_are_proposed_and_nothing_is_sent() {
    let scene = Scene::open().await;
    let mut visitor = scene.visitor().await;
    visitor.says(ANSWERED).await;
    visitor.presses_person().await;
    let conversation = visitor.key.conversation.clone();
    let mut ada = scene.ada(&conversation).await;
    ada.claims().await;
    let path = format!("/api/v1/conversations/{conversation}/suggestions");
    let proposed = scene.owner().await.get(&path).await.expect_ok();
    assert_eq!(
        proposed["opener"],
        format!("Hello, I'm Ada. I've read what you wrote: “{ANSWERED}” Let me look at it.")
    );
    let reply = &proposed["reply"];
    assert_eq!(reply["text"], "Delivery takes two working days.");
    assert_eq!(reply["sources"][0]["title"], "Shipping");

    // Only what the pages hold, and of what is asked now.
    ada.replies("Two working days.").await;
    visitor.says(UNANSWERED).await;
    let proposed = scene.owner().await.get(&path).await.expect_ok();
    assert_eq!(proposed["reply"], Value::Null);
    let last = ada.state.last;
    let after = scene.ada(&conversation).await.state.last;
    assert!(after.0 <= last.0 + 2, "what was said, and that a reply is due");
    assert_eq!(scene.edge.api().get(&path).await.code(), "signed_out");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_owner_keeps_canned_replies_for_everybody() {
    let scene = Scene::open().await;
    let (ada, grace) = (scene.owner().await, scene.member("Grace", "agent").await);
    let path = "/api/v1/replies";
    assert_eq!(grace.get(path).await.expect_ok(), json!({ "replies": [] }));
    let replies = json!({ "replies": [
        { "name": "Greeting", "text": "Hello {visitor}, this is {agent}." },
        { "name": "Courier", "text": "The courier has it." },
    ] });
    assert_eq!(grace.put(path, &replies).await.code(), "owners_only");
    ada.put(path, &replies).await.expect_ok();
    assert_eq!(grace.get(path).await.expect_ok(), replies);
    let twice = json!({ "replies": [{ "name": "A", "text": "x" }, { "name": "A", "text": "y" }] });
    let refused = ada.put(path, &twice).await;
    assert_eq!(refused.json()["field"], "replies.1.name");
    assert_eq!(grace.get(path).await.expect_ok(), replies, "nothing changed");
    assert_eq!(scene.edge.api().get(path).await.code(), "signed_out");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_owner_sets_what_a_member_may_do_and_which_queues_they_serve() {
    let billing = json!({ "id": "billing", "name": "Billing" });
    let scene = Scene::with_policy(&json!({ "queues": [billing] })).await;
    let (ada, grace) = (scene.owner().await, scene.member("Grace", "agent").await);
    let me = |api: Value| api["member"].clone();
    let id = me(grace.get("/api/v1/me").await.expect_ok())["id"].clone();
    let path = format!("/api/v1/members/{}", id.as_str().unwrap_or_default());
    let change = json!({ "queues": ["billing"] });
    assert_eq!(grace.patch(&path, &change).await.code(), "owners_only");
    ada.patch(&path, &change).await.expect_ok();
    let changed = me(grace.get("/api/v1/me").await.expect_ok());
    assert_eq!(
        (&changed["queues"], &changed["role"]),
        (&json!(["billing"]), &json!("agent"))
    );

    let refused = ada.patch(&path, &json!({ "queues": ["nobody"] })).await;
    assert_eq!(refused.json()["field"], "queues.0");
    ada.patch(&path, &json!({ "role": "owner" })).await.expect_ok();
    assert_eq!(me(grace.get("/api/v1/me").await.expect_ok())["role"], "owner");
    let own = me(ada.get("/api/v1/me").await.expect_ok())["id"].clone();
    let own = format!("/api/v1/members/{}", own.as_str().unwrap_or_default());
    grace.patch(&own, &json!({ "role": "agent" })).await.expect_ok();
    assert_eq!(
        ada.get("/api/v1/members").await.expect_ok()[1]["queues"],
        json!(["billing"])
    );
    // Grace is the last owner now.
    let last = grace.patch(&path, &json!({ "role": "agent" })).await;
    assert_eq!(last.code(), "last_owner");
}
