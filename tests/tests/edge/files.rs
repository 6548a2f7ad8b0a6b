//! Static files: the right type, cached as long as their names allow, small on the wire; and addresses that lead nowhere.

use reqwest::Method;
use tests::api::{Answer, Api};

use crate::scene::Scene;

async fn get(api: &Api, path: &str, accepts: &str) -> Answer {
    api.send(api.request(Method::GET, path).header("accept-encoding", accepts))
        .await
}

/// The hashed names that the page refers to.
fn assets(page: &str) -> Vec<String> {
    let parts = page.split('"').filter(|part| part.starts_with("/assets/"));
    parts.map(str::to_owned).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn hashed_files_are_kept_for_ever_and_come_compressed_to_who_takes_it() {
    let scene = Scene::open().await;
    let api = scene.edge.api();
    for page in ["/frame/acme", "/agent"] {
        let names = assets(&api.get(page).await.text);
        assert!(names.len() >= 3, "{page} names script, Wasm and style: {names:?}");
        for name in &names {
            let plain = get(&api, name, "identity").await;
            assert_eq!(
                (plain.status, plain.header("content-encoding")),
                (200, None),
                "{name}"
            );
            assert_eq!(
                plain.header("cache-control"),
                Some("public, max-age=31536000, immutable"),
                "{name}"
            );
            assert_eq!(plain.header("vary"), Some("accept-encoding"), "{name}");
            let expected = match name.rsplit_once('.').map(|(_, ending)| ending) {
                Some("js") => "text/javascript; charset=utf-8",
                Some("css") => "text/css; charset=utf-8",
                Some("wasm") => "application/wasm",
                other => panic!("{name} ends with {other:?}"),
            };
            assert_eq!(plain.header("content-type"), Some(expected), "{name}");
            let packed = api
                .request(Method::GET, name)
                .header("accept-encoding", "gzip, br")
                .send()
                .await;
            let packed = packed.expect("an answer");
            assert_eq!(
                packed
                    .headers()
                    .get("content-encoding")
                    .and_then(|v| v.to_str().ok()),
                Some("br"),
                "{name}"
            );
            let size = packed.bytes().await.expect("a body").len();
            assert!(size > 0, "{name}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_launcher_is_asked_for_anew_and_not_sent_again_when_it_is_the_same() {
    let scene = Scene::open().await;
    let api = scene.edge.api();
    let launcher = get(&api, "/baton.js", "identity").await;
    assert_eq!(
        launcher.header("content-type"),
        Some("text/javascript; charset=utf-8")
    );
    assert_eq!(
        launcher.header("cache-control"),
        Some("public, max-age=300, stale-while-revalidate=86400")
    );
    assert_eq!(launcher.header("access-control-allow-origin"), Some("*"));
    let etag = launcher.header("etag").expect("a tag").to_owned();
    let request = api
        .request(Method::GET, "/baton.js")
        .header("accept-encoding", "identity");
    let again = api.send(request.header("if-none-match", &etag)).await;
    assert_eq!((again.status, again.text.as_str()), (304, ""));
}

#[tokio::test(flavor = "multi_thread")]
async fn addresses_that_lead_nowhere_say_so_to_programs_and_to_people() {
    let scene = Scene::open().await;
    let api = scene.edge.api();
    for path in [
        "/nothing",
        "/assets/none-1a2b.js",
        "/assets/../frame.html",
        "/frame.html",
        "/assets/x.js.br",
        "/api/v1",
    ] {
        let answer = api.get(path).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (404, "not_found"),
            "{path}"
        );
    }
    let page = api
        .send(api.request(Method::GET, "/nothing").header("accept", "text/html"))
        .await;
    assert!(
        page.status == 404 && page.text.contains("<h1>Nothing here</h1>"),
        "{}",
        page.text
    );
    let method = api.delete("/healthz").await;
    assert_eq!(
        (method.status, method.code().as_str()),
        (405, "method_not_allowed")
    );
    assert_eq!(method.header("allow"), Some("GET"));
    let root = api.get("/").await;
    assert!(
        (300..400).contains(&root.status) && root.header("location").is_some_and(|to| to.ends_with("/agent"))
    );
    let agent = api.get("/agent/setup?token=x").await;
    assert!(
        agent
            .header("content-security-policy")
            .is_some_and(|csp| csp.ends_with("frame-ancestors 'none'"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_operator_makes_sites_and_a_setting_that_cannot_be_meant_is_named() {
    let scene = Scene::open().await;
    let settings = serde_json::json!({ "name": "Shop", "origins": [], "suggestions": [] });
    let api = scene.edge.api();
    for caller in [api.clone(), api.with_token("guess"), scene.owner().await.clone()] {
        let answer = caller.put("/api/v1/sites/shop", &settings).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (401, "wrong_admin_token")
        );
        let answer = caller
            .put("/api/v1/sites/shop/documents", &serde_json::json!([]))
            .await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (401, "wrong_admin_token")
        );
    }
    for (field, value) in [
        ("origins.0", serde_json::json!({ "origins": ["shop.example"] })),
        ("accent", serde_json::json!({ "accent": "red" })),
        (
            "policy.thresholds.offer_below",
            serde_json::json!({ "policy": { "thresholds": { "offer_below": 101 } } }),
        ),
        (
            "policy.times.lease_ms",
            serde_json::json!({ "policy": { "times": { "lease_ms": 0 } } }),
        ),
        (
            "policy.times.leasems",
            serde_json::json!({ "policy": { "times": { "leasems": 1 } } }),
        ),
    ] {
        let mut changed = settings.clone();
        for (key, inner) in value.as_object().into_iter().flatten() {
            changed[key] = inner.clone();
        }
        let answer = scene.edge.admin().put("/api/v1/sites/shop", &changed).await;
        assert_eq!(
            (answer.status, &answer.json()["field"]),
            (400, &serde_json::json!(field)),
            "{}",
            answer.text
        );
    }
    assert_eq!(
        scene.edge.api().get("/frame/shop").await.status,
        404,
        "nothing was stored"
    );
}
