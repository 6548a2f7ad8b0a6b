//! What is for the team alone does not reach the visitor, in no frame and under no name.

use serde_json::Value;
use shared::conversation::{Event, From};
use shared::ids::Seq;
use tests::client::VisitorClient;
use tests::edge::SITE;

use crate::scene::{ANSWERED, Scene, UNANSWERED};

/// Every key of a frame that has a value, however deep.
fn keys(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (key, inner) in fields {
                if !inner.is_null() {
                    found.push(key.clone());
                }
                keys(inner, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| keys(item, found)),
        _ => {}
    }
}

fn holds_no_secret(visitor: &VisitorClient) {
    for raw in &visitor.raw {
        let mut found = Vec::new();
        keys(&serde_json::from_str(raw).expect("frames are JSON"), &mut found);
        for secret in [
            "brief",
            "decision",
            "reasons",
            "matched",
            "confidence",
            "policy",
            "viewers",
            "fields",
            "lines",
        ] {
            let shown = found.iter().any(|key| key == secret) && !raw.contains("\"viewers\":[]");
            assert!(!shown, "{secret} in {raw}");
        }
        for words in [
            "billing-secret",
            "filed-secret",
            "outcome-secret",
            "ada@shop.example",
            "no_source",
        ] {
            assert!(!raw.contains(words), "{words} in {raw}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_visitors_copy_has_no_brief_no_decision_and_no_filing() {
    let keyword = serde_json::json!({ "phrase": "billing-secret", "then": "escalate" });
    let scene = Scene::with_policy(&serde_json::json!({ "keywords": [keyword] })).await;
    let mut visitor = scene.visitor().await;
    let said = visitor.says(ANSWERED).await;
    visitor.reads_assistant(said).await;
    let said = visitor.says(UNANSWERED).await;
    visitor.reads_assistant(said).await;
    visitor.answers_offer(true).await;
    let mut ada = scene.ada(&visitor.key.conversation).await;
    ada.claims().await;
    ada.replies("Hello.").await;
    let closed = ada.closes("filed-secret", "outcome-secret").await;
    visitor.reads_notice(Seq(closed.0 - 1)).await;
    holds_no_secret(&visitor);

    // What comes after a reload is made anew from the log.
    let again = VisitorClient::opens(&scene.edge, visitor.key.clone()).await;
    holds_no_secret(&again);
    assert_eq!(again.log, visitor.log, "both copies are the same");
    let kept = ada
        .log
        .iter()
        .any(|e| matches!(&e.event, Event::Closed { category, .. } if category == "filed-secret"));
    assert!(kept && ada.state.cases == 1, "the team has it all");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_id_alone_opens_nothing() {
    let scene = Scene::open().await;
    let mut visitor = scene.visitor().await;
    visitor.says("My order number is 4711").await;

    // The same id at another site is another conversation, which has not begun.
    scene.edge.put_site("other", &[]).await;
    let mut key = visitor.key.clone();
    key.site = "other".to_owned();
    let elsewhere = VisitorClient::opens(&scene.edge, key).await;
    assert!(elsewhere.log.is_empty());

    // A second widget of the same visitor hears everything.
    let mut second_tab = VisitorClient::opens(&scene.edge, visitor.key.clone()).await;
    assert_eq!(
        second_tab.state.thread.first().map(|entry| entry.text.as_str()),
        Some("My order number is 4711")
    );
    let said = visitor.says(ANSWERED).await;
    second_tab
        .reads("the other tab", Seq(said.0 - 1), |entry| {
            entry.from == From::Visitor
        })
        .await;
    assert_eq!(second_tab.key.site, SITE);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_greet_an_unused_id_the_first_to_act_owns_it() {
    let scene = Scene::open().await;
    let mut first = scene.visitor().await;
    let mut key = first.key.clone();
    key.secret = "another-secret-of-some-length".to_owned();
    let mut second = VisitorClient::opens(&scene.edge, key).await;
    first.says(ANSWERED).await;
    assert_eq!(second.is_told_off().await.code, "wrong_secret");
    assert_eq!(second.is_sent_away().await, Some(4403));
    assert!(
        second.log.is_empty(),
        "what was said after the other's first act is not for them"
    );
    assert!(first.says("Still here").await > Seq(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_number_that_a_client_does_not_mask_is_not_stored() {
    let scene = Scene::open().await;
    let mut visitor = scene.visitor().await;
    visitor
        .says("Was 4111 1111 1111 1111 charged? My password: swordfish")
        .await;
    let stored = scene.log(&visitor.key.conversation).await.to_string();
    assert!(stored.contains("Was •••• 1111 charged?"), "{stored}");
    for secret in ["4111", "swordfish"] {
        assert!(!stored.contains(secret), "{secret} in {stored}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nor_is_one_that_comes_through_the_plain_form() {
    let scene = Scene::open().await;
    let mut desk = scene.desk().await;
    let own = scene.edge.address();
    let sent =
        "message=Was+4111+1111+1111+1111+charged%3F+My+password%3A+swordfish&email=grace%40visitor.example";
    let page = scene.posts(SITE, Some(&own), sent).await;
    assert_eq!(page.status, 200, "{}", page.text);
    let item = desk
        .until("the message", |desk| desk.items.values().next().cloned())
        .await;
    let stored = scene.log(&item.conversation).await.to_string();
    assert!(stored.contains("Was •••• 1111 charged?"), "{stored}");
    for secret in ["4111 1111", "swordfish"] {
        assert!(!stored.contains(secret), "{secret} in {stored}");
        assert!(
            !scene.edge.storage_holds(secret),
            "{secret} is nowhere in the storage"
        );
    }
    assert!(
        scene.edge.storage_holds("1111 charged?"),
        "the storage is looked at"
    );
}
