//! The widget's document: for the site's own pages only; and the form for browsers that cannot run the widget.

use reqwest::Method;
use shared::conversation::{From, Page};
use shared::queue::Stage;
use shared::triggers::ReasonCode;
use tests::api::Answer;
use tests::edge::SITE;

use crate::scene::Scene;

impl Scene {
    /// Sends the plain form, from a page of this origin.
    pub async fn posts(&self, site: &str, origin: Option<&str>, body: impl Into<reqwest::Body>) -> Answer {
        let api = self.edge.api().from_origin(origin);
        let form = "application/x-www-form-urlencoded";
        let request = api.request(Method::POST, &format!("/frame/{site}"));
        api.send(request.header("content-type", form).body(body)).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_frame_is_for_the_sites_origins_and_runs_nothing_inline() {
    let scene = Scene::open().await;
    let frame = scene.edge.api().get("/frame/acme").await;
    assert_eq!(frame.status, 200);
    let policy = frame.header("content-security-policy").expect("a policy");
    assert!(
        policy.ends_with("frame-ancestors https://shop.example http://localhost:4321"),
        "{policy}"
    );
    assert!(
        policy.contains("script-src 'self' 'wasm-unsafe-eval';") && !policy.contains("unsafe-inline"),
        "{policy}"
    );
    assert!(policy.starts_with("default-src 'none';"), "{policy}");
    assert!(frame.text.contains("Acme Support") && frame.text.contains("action=\"/frame/acme\""));
    assert!(!frame.text.contains("{{"), "every place is filled in");
    assert_eq!(frame.header("x-content-type-options"), Some("nosniff"));

    scene.edge.put_site("closed", &[]).await;
    let closed = scene.edge.api().get("/frame/closed").await;
    let policy = closed.header("content-security-policy").expect("a policy");
    assert!(policy.ends_with("frame-ancestors 'none'"), "{policy}");

    let unknown = scene.edge.api().get("/frame/nowhere").await;
    assert_eq!(unknown.status, 404);
    assert!(
        unknown.text.contains("This chat is not set up"),
        "{}",
        unknown.text
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_owner_writes_is_text_in_the_page() {
    let scene = Scene::open().await;
    let name = "<script>alert(1)</script> & Söhne";
    let settings = serde_json::json!({ "name": name, "origins": [], "suggestions": ["</script><b>"], "greeting": "\"hi\"" });
    scene.edge.put_site_settings("quoted", &settings).await;
    let frame = scene.edge.api().get("/frame/quoted").await;
    assert!(
        !frame.text.contains("<script>alert") && !frame.text.contains("</script><b>"),
        "{}",
        frame.text
    );
    assert!(frame.text.contains("&lt;script&gt;alert(1)"), "{}", frame.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_plain_form_reaches_a_person_and_says_what_happens_next() {
    let scene = Scene::open().await;
    let mut desk = scene.desk().await;
    let own = scene.edge.address();
    let sent = "message=Where+is+my+order+4711%3F%0D%0A%3Cb%3E&email=grace%40visitor.example";
    let page = scene.posts(SITE, Some(&own), sent).await;
    assert_eq!(page.status, 200, "{}", page.text);
    assert!(
        page.text.contains("Your message has arrived") && page.text.contains("within 24 hours"),
        "{}",
        page.text
    );
    assert!(!page.text.contains("<b>"));

    let item = desk
        .until("the message", |desk| desk.items.values().next().cloned())
        .await;
    assert_eq!(
        (item.stage, item.reason),
        (Stage::Promised, Some(ReasonCode::Form))
    );
    assert_eq!(item.email.as_deref(), Some("grace@visitor.example"));
    let ada = scene.ada(&item.conversation).await;
    let first = ada.state.thread.first().expect("the message");
    assert_eq!(
        (&first.from, first.text.as_str()),
        (&From::Visitor, "Where is my order 4711?\n<b>")
    );
    assert_eq!(
        ada.state.page(),
        Some(&Page {
            title: "Plain form".into(),
            ..Page::default()
        })
    );
    assert!(
        ada.state.turn.is_none(),
        "nobody would read an answer of the assistant"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_cannot_be_answered_is_refused_in_words_and_stores_nothing() {
    let scene = Scene::open().await;
    let own = scene.edge.address();
    let long = format!("message={}&email=a%40b.example", "x".repeat(4_001));
    for (body, words) in [
        ("message=&email=a%40b.example", "The message is empty."),
        ("message=Hello&email=nobody", "does not look like one"),
        ("message=Hello", "does not look like one"),
        (&long, "longer than 4,000 characters"),
    ] {
        let page = scene.posts(SITE, Some(&own), body.to_owned()).await;
        assert_eq!(page.status, 400);
        assert!(
            page.text.contains(words) && page.text.contains("What you wrote is still there"),
            "{}",
            page.text
        );
        let typed = body
            .strip_prefix("message=")
            .and_then(|rest| rest.split('&').next());
        let kept = format!(">\n{}</textarea>", typed.unwrap_or_default());
        assert!(page.text.contains(&kept), "it is: {}", page.text);
    }
    let broken = scene
        .posts(SITE, Some(&own), b"message=\xff\xfe&email=a%40b.example".to_vec())
        .await;
    assert_eq!(broken.status, 400, "{}", broken.text);
    for origin in [None, Some("https://evil.example"), Some("null")] {
        let foreign = scene
            .posts(SITE, origin, "message=Hello&email=a%40b.example")
            .await;
        assert_eq!(foreign.status, 403, "from {origin:?}");
    }
    assert_eq!(
        scene
            .posts("nowhere", Some(&own), "message=Hello&email=a%40b.example")
            .await
            .status,
        404
    );
    assert!(scene.desk().await.items.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_sends_form_after_form_waits_and_loses_no_word_of_it() {
    let scene = Scene::open().await;
    let own = scene.edge.address();
    let send = async |from: &str, message: &str| {
        let api = scene.edge.api().from_origin(Some(&own));
        let request = api
            .request(Method::POST, "/frame/acme")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("cf-connecting-ip", from)
            .body(format!("message={message}&email=grace%40visitor.example"));
        api.send(request).await
    };
    for number in 1..=5 {
        let page = send("203.0.113.7", &format!("Message+{number}")).await;
        assert_eq!(page.status, 200, "{}", page.text);
    }
    let page = send("203.0.113.7", "One+more+%3Cb%3E+%26+long%0D%0Awith+lines").await;
    assert_eq!(page.status, 429);
    let seconds = page
        .header("retry-after")
        .and_then(|after| after.parse::<u64>().ok());
    assert!(
        seconds.is_some_and(|seconds| (1..=600).contains(&seconds)),
        "{seconds:?}"
    );
    for words in [
        "This one was not sent",
        "then press Send again",
        ">\nOne more &lt;b&gt; &amp; long\nwith lines</textarea>",
        "value=\"grace@visitor.example\"",
        "action=\"/frame/acme\"",
    ] {
        assert!(page.text.contains(words), "{words} in {}", page.text);
    }
    let policy = page.header("content-security-policy").expect("a policy");
    assert!(
        policy.contains("form-action 'self'")
            && policy.ends_with("https://shop.example http://localhost:4321"),
        "{policy}"
    );
    // What cannot be answered does not count, and another caller does not wait.
    assert_eq!(send("203.0.113.8", "").await.status, 400);
    assert_eq!(send("203.0.113.8", "Hello").await.status, 200);
    // One home has very many addresses of the new kind.
    for number in 1..=5 {
        assert_eq!(send(&format!("2001:db8::{number}"), "Hello").await.status, 200);
    }
    assert_eq!(send("2001:db8::99", "Hello").await.status, 429);
    assert_eq!(send("2001:db8:0:1::1", "Hello").await.status, 200);
    let desk = scene.desk().await;
    assert_eq!(desk.items.len(), 5 + 1 + 5 + 1, "what was refused is nowhere");
}
