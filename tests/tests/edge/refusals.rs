//! Bad input: each gets a clear refusal with a code of its own, and nothing of it is stored.

use reqwest::header::{self, HeaderName};
use serde_json::{Value, json};
use shared::conversation::Event;
use shared::ids::Seq;
use shared::protocol::MAX_FRAME_BYTES;
use tests::client::{Key, Wire};
use tests::edge::SITE;

use crate::scene::Scene;

impl Scene {
    async fn wire(&self, path: &str, origin: Option<&str>, cookie: Option<&str>) -> Wire {
        let address = format!("{}{path}", self.edge.socket_address());
        Wire::open(&address, origin, cookie)
            .await
            .expect("the upgrade is accepted, whatever comes then")
    }

    async fn visitors_wire(&self, key: &Key) -> Wire {
        self.wire(&key.path(), Some(&self.edge.address()), None).await
    }

    /// Greeted, and past the welcome.
    async fn greeted(&self, key: &Key) -> Wire {
        let mut wire = self.visitors_wire(key).await;
        wire.text(&hello(key).to_string()).await;
        assert!(wire.json().await["welcome"].is_object());
        wire
    }

    async fn nothing_is_stored(&self, key: &Key) {
        let log = self.log(&key.conversation).await;
        assert_eq!(log, json!([]));
    }
}

fn hello(key: &Key) -> Value {
    json!({ "hello": { "v": 1, "secret": key.secret, "last": 0, "page": null, "locale": null } })
}

#[tokio::test(flavor = "multi_thread")]
async fn messages_that_cannot_be_taken_are_refused_and_the_next_one_is_taken() {
    let scene = Scene::open().await;
    let mut visitor = scene.visitor().await;
    for (text, code) in [
        ("", "empty"),
        (" \n\t", "empty"),
        (&"é".repeat(4_001), "too_long"),
    ] {
        assert_eq!(visitor.cannot_say(text).await, code);
    }
    assert_eq!(visitor.state.last, Seq(0), "nothing of it is stored");
    visitor.says(&"é".repeat(4_000)).await;
    visitor.presses_person().await;

    let mut ada = scene.ada(&visitor.key.conversation).await;
    ada.claims().await;
    let last = ada.state.last;
    for (text, code) in [("", "empty"), ("  ", "empty"), (&"🦀".repeat(10_001), "too_long")] {
        assert_eq!(ada.cannot_reply(text).await, code);
    }
    assert_eq!(ada.replies(&"🦀".repeat(10_000)).await, last.next());
}

#[tokio::test(flavor = "multi_thread")]
async fn frames_that_make_no_sense_are_refused_one_by_one_and_the_line_stays() {
    let scene = Scene::open().await;
    let key = Key::fresh(SITE);
    let mut wire = scene.greeted(&key).await;
    let said = json!({ "say": { "id": "Not An Id", "text": "Hello" } }).to_string();
    let foreign = json!({ "claim": { "id": "a" } }).to_string();
    for (frame, code) in [
        ("", "unknown_frame"),
        ("{", "unknown_frame"),
        ("not json at all", "unknown_frame"),
        ("null", "unknown_frame"),
        (r#"{"shout":{"text":"Hello"}}"#, "unknown_frame"),
        (r#"{"say":{"id":"a"}}"#, "unknown_frame"),
        (&said, "unknown_frame"),
        (&foreign, "unknown_frame"),
    ] {
        wire.text(frame).await;
        assert_eq!(wire.refusal().await, code, "{frame}");
    }
    wire.binary(b"\x00\x01\x02").await;
    assert_eq!(wire.refusal().await, "not_text");
    let large = json!({ "say": { "id": "a", "text": "x".repeat(MAX_FRAME_BYTES) } }).to_string();
    wire.text(&large).await;
    assert_eq!(wire.refusal().await, "too_large");
    scene.nothing_is_stored(&key).await;

    wire.text(r#"{"say":{"id":"a","text":"And now a good one"}}"#)
        .await;
    assert!(wire.json().await["events"].is_object());
    assert_eq!(wire.json().await["accepted"]["id"], "a");
}

#[tokio::test(flavor = "multi_thread")]
async fn text_that_is_no_utf_8_is_not_stored_as_something_else() {
    let scene = Scene::open().await;
    let key = Key::fresh(SITE);
    let mut wire = scene.greeted(&key).await;
    let mut frame = br#"{"say":{"id":"a","text":"caf"#.to_vec();
    frame.extend_from_slice(b"\xff\xfe\"}}");
    wire.text_of_bytes(&frame).await;
    let refused = wire.json().await;
    assert_eq!(
        (&refused["refused"]["code"], &refused["refused"]["id"]),
        (&json!("not_utf8"), &json!("a"))
    );
    scene.nothing_is_stored(&key).await;
    // A page's title may hold such a character, and nobody is shut out for it.
    let page = json!({ "url": "https://shop.example", "title": "Caf\u{fffd}", "referrer": "" });
    wire.text(&json!({ "page": { "page": page } }).to_string()).await;
    wire.text(r#"{"say":{"id":"b","text":"caf\u00e9"}}"#).await;
    assert!(wire.json().await["events"].is_object());
}

#[tokio::test(flavor = "multi_thread")]
async fn before_hello_nothing_is_taken_and_a_peer_of_another_version_is_sent_away() {
    let scene = Scene::open().await;
    let visitor = scene.calling_visitor().await;
    let own = scene.edge.address();
    let agents = format!("/api/v1/conversations/{}/agent", visitor.key.conversation);
    let cookie = scene.owner().await.cookie().map(str::to_owned);
    let key = Key::fresh(SITE);
    let other_version =
        json!({ "hello": { "v": 2, "secret": key.secret, "last": 0, "page": null, "locale": null } });
    for (path, cookie, early, late) in [
        (
            key.path(),
            None,
            json!({ "say": { "id": "a", "text": "Hello" } }),
            other_version,
        ),
        (
            agents,
            cookie.as_deref(),
            json!({ "claim": { "id": "a" } }),
            json!({ "hello": { "v": 2, "last": 0 } }),
        ),
        (
            "/api/v1/desk".into(),
            cookie.as_deref(),
            json!({ "available": { "on": true } }),
            json!({ "hello": { "v": 2 } }),
        ),
    ] {
        let mut wire = scene.wire(&path, Some(&own), cookie).await;
        wire.text(&early.to_string()).await;
        assert_eq!(wire.refusal().await, "hello_first", "{path}");
        wire.text(&late.to_string()).await;
        assert_eq!(wire.refusal().await, "version", "{path}");
        assert_eq!(wire.end().await, Some(4403), "{path}");
    }
    scene.nothing_is_stored(&key).await;
    assert!(
        !scene
            .log(&visitor.key.conversation)
            .await
            .to_string()
            .contains("claimed")
    );
    let mut desk = scene.desk().await;
    desk.waits_for("the one who waits", &visitor.key.conversation, |_| true)
        .await;
    assert!(!desk.available);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_its_secret_a_conversation_stays_shut() {
    let scene = Scene::open().await;
    let mut visitor = scene.visitor().await;
    visitor.says("My order number is 4711").await;
    for secret in ["", "short", "a-secret-that-is-long-enough-but-wrong"] {
        let mut key = visitor.key.clone();
        key.secret = secret.to_owned();
        let mut wire = scene.visitors_wire(&key).await;
        wire.text(&hello(&key).to_string()).await;
        assert_eq!(wire.refusal().await, "wrong_secret", "{secret}");
        assert_eq!(wire.end().await, Some(4403));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_socket_from_elsewhere_or_for_nowhere_is_told_why_and_closed() {
    let scene = Scene::open().await;
    let own = scene.edge.address();
    let key = Key::fresh(SITE);
    let agents = format!("/api/v1/conversations/{}/agent", key.conversation);
    let cookie = scene.owner().await.cookie().map(str::to_owned);
    let nowhere = Key::fresh("nowhere").path();
    let desk = "/api/v1/desk";
    for (path, origin, cookie, code, close) in [
        (key.path().as_str(), None, None, "wrong_origin", 4403),
        (
            &key.path(),
            Some("https://shop.example"),
            None,
            "wrong_origin",
            4403,
        ),
        (&key.path(), Some("null"), None, "wrong_origin", 4403),
        (&nowhere, Some(own.as_str()), None, "unknown_site", 4404),
        (&agents, Some(&own), None, "signed_out", 4401),
        (
            &agents,
            Some(&own),
            Some("baton_session=acme.0000"),
            "signed_out",
            4401,
        ),
        (
            &agents,
            Some("https://evil.example"),
            cookie.as_deref(),
            "wrong_origin",
            4403,
        ),
        (desk, Some(&own), None, "signed_out", 4401),
        (desk, None, cookie.as_deref(), "wrong_origin", 4403),
    ] {
        let mut wire = scene.wire(path, origin, cookie).await;
        assert_eq!(wire.refusal().await, code, "{path} from {origin:?}");
        assert_eq!(wire.end().await, Some(close), "{path} from {origin:?}");
    }
    scene.nothing_is_stored(&key).await;
    let plain = scene.edge.api().get(&key.path()).await;
    assert_eq!((plain.status, plain.code().as_str()), (426, "upgrade_required"));
}

#[tokio::test(flavor = "multi_thread")]
async fn headers_that_only_the_worker_may_say_are_not_believed() {
    let scene = Scene::open().await;
    let visitor = scene.calling_visitor().await;
    let member =
        json!({ "id": "m", "name": "Mallory", "email": "m@evil.example", "role": "owner" }).to_string();
    let address = format!("{}{}", scene.edge.socket_address(), visitor.key.path());
    let own = scene.edge.address();
    let headers = [
        (header::ORIGIN, own.as_str()),
        (HeaderName::from_static("x-baton-member"), &member),
    ];
    let mut wire = Wire::open_with(&address, &headers)
        .await
        .expect("the upgrade, as a visitor's");
    wire.text(&json!({ "hello": { "v": 1, "last": 0 } }).to_string())
        .await;
    assert_eq!(
        wire.refusal().await,
        "unknown_frame",
        "an agent's hello means nothing on a visitor's socket"
    );
    let ada = scene.ada(&visitor.key.conversation).await;
    assert_eq!(ada.live.viewers, ["Ada"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_script_that_floods_is_slowed_down_and_told_so() {
    let scene = Scene::open().await;
    let mut visitor = scene.visitor().await;
    for number in 0..20 {
        visitor.says(&format!("Message {number}")).await;
    }
    assert_eq!(visitor.cannot_say("One too many").await, "too_fast");
    visitor.presses_person().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_with_an_absurd_address_shuts_nobody_out_and_a_flood_of_pages_fills_no_log() {
    let scene = Scene::open().await;
    let mut visitor = scene.visitor().await;
    let absurd = format!("https://shop.example/?{}", "x".repeat(30_000));
    visitor.goes_to(&absurd, &"Title ".repeat(4_000)).await;
    visitor.drops();
    visitor.comes_back(&scene.edge).await;
    visitor.says("Am I here?").await;
    let page = visitor.state.page().expect("a page").clone();
    assert!(
        page.url.starts_with("https://shop.example/?xxx") && page.url.len() < 3_000,
        "{}",
        page.url.len()
    );
    assert!(page.title.len() < 500, "{}", page.title.len());

    for number in 0..40 {
        visitor
            .goes_to(&format!("https://shop.example/{number}"), "")
            .await;
    }
    visitor.says("And now?").await;
    let moves = visitor
        .log
        .iter()
        .filter(|e| matches!(e.event, Event::Moved { .. }))
        .count();
    assert!((1..=20).contains(&moves), "{moves}");
}
