//! Finding conversations again by what was said in them; and that what is erased is not found.

use serde_json::json;
use shared::ids::ConversationId;
use tests::token::mint;
use tests::wait::until;

use crate::scene::{ANSWERED, Scene};

impl Scene {
    /// The conversations that a search finds, with the words around.
    async fn finds(&self, typed: &str) -> Vec<(String, String)> {
        let query = typed
            .bytes()
            .fold(String::new(), |query, byte| format!("{query}%{byte:02X}"));
        let path = format!("/api/v1/conversations?search={query}");
        let found = self.owner().await.get(&path).await.expect_ok();
        let hits = found["hits"].as_array().cloned().unwrap_or_default();
        let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        hits.iter()
            .map(|hit| (text(&hit["item"]["conversation"]), text(&hit["line"])))
            .collect()
    }

    async fn finds_soon(&self, typed: &str, conversation: &ConversationId) -> String {
        until(&format!("{typed} found"), async || {
            let found = self.finds(typed).await;
            found.into_iter().find(|(id, _)| id == conversation.as_str())
        })
        .await
        .1
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conversation_is_found_by_anything_that_was_said_in_it() {
    let scene = Scene::open().await;
    let mut visitor = scene.visitor().await;
    visitor
        .says("My parcel 10433 was damaged: a \"broken\" vase")
        .await;
    visitor.presses_person().await;
    visitor.leaves_details("grace@visitor.example").await;
    let conversation = visitor.key.conversation.clone();
    let mut other = scene.visitor().await;
    other.says(ANSWERED).await;
    let mut ada = scene.ada(&conversation).await;
    ada.claims().await;
    ada.replies("I have ordered a replacement.").await;
    ada.notes("The courier admitted the fault.").await;

    for typed in [
        "10433",
        "DAMAGED parcel",
        "replacement",
        "courier",
        "vas",
        "\"broken",
        // Who they are and where, also together with what was said.
        "grace@visitor.example",
        "grace vase",
        "Cart",
    ] {
        scene.finds_soon(typed, &conversation).await;
    }
    let line = scene.finds_soon("replacement", &conversation).await;
    assert_eq!(line, "I have ordered a replacement.");
    let found = scene.finds("delivery").await;
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, other.key.conversation.as_str());
    for nothing in ["", "?", "vase delivery", "10434", "vase) OR (zebra", "NOT"] {
        assert_eq!(scene.finds(nothing).await, [], "{nothing}");
    }
    let stranger = scene.edge.api().get("/api/v1/conversations?search=vase").await;
    assert_eq!(stranger.code(), "signed_out");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_who_was_vouched_for_is_found_by_name_and_address() {
    let scene = Scene::open().await;
    let owner = scene.owner().await;
    let key = owner.post("/api/v1/identity-keys", &json!({})).await.expect_ok();
    let person = json!({ "sub": "u-7", "name": "Grace Hall", "email": "grace@visitor.example" });
    let mut visitor = scene.visitor().await;
    visitor.says(ANSWERED).await;
    visitor.identity = Some(mint(key["secret"].as_str().unwrap_or_default(), &person));
    visitor.comes_back(&scene.edge).await;
    for typed in ["Hall", "grace hall delivery", "grace@visitor.example"] {
        scene.finds_soon(typed, &visitor.key.conversation).await;
    }
    assert_eq!(scene.finds("Grace Hill").await, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_erased_is_not_found_and_what_is_left_still_is() {
    let mut scene = Scene::open().await;
    let (mut gone, mut stays) = (scene.visitor().await, scene.visitor().await);
    gone.says("The secret word is xylophone").await;
    stays.says("We sell no xylophone here").await;
    let (id, other) = (gone.key.conversation.clone(), stays.key.conversation.clone());
    scene.finds_soon("xylophone", &id).await;
    scene.finds_soon("xylophone", &other).await;
    let path = format!("/api/v1/conversations/{id}");
    scene.owner().await.delete(&path).await.expect_ok();
    for restart in [false, true] {
        if restart {
            scene.edge.restart();
        }
        let found = scene.finds("xylophone").await;
        let ids: Vec<_> = found.iter().map(|(id, _)| id.as_str()).collect();
        assert_eq!(ids, [other.as_str()]);
        assert_eq!(scene.finds("secret").await, []);
    }
}
