//! Members sign in and out; strangers do not, and learn nothing by trying.

use std::time::Duration;

use futures_util::future::join_all;
use serde_json::{Value, json};
use tests::api::Answer;
use tests::edge::SITE;
use tests::wait::until;

use crate::scene::{ADA, PASSWORD, Scene};

const EMAIL: &str = "ada@shop.example";

fn credentials(email: &str, password: &str) -> Value {
    json!({ "site": SITE, "email": email, "password": password })
}

impl Scene {
    async fn sign_in(&self, email: &str, password: &str) -> Answer {
        self.edge
            .api()
            .post("/api/v1/sign-in", &credentials(email, password))
            .await
    }

    /// Tries wrong passwords until one is not looked at any more. On a slow machine the first wait may be over before
    /// the second try. Returns the first refusal, and the one that says to wait.
    async fn fails_until_it_has_to_wait(&self, email: &str) -> (Answer, Answer) {
        let first = self.sign_in(email, "not the password").await;
        assert_eq!((first.status, first.code().as_str()), (401, "wrong_credentials"));
        let wait = until("a wait", async || {
            let next = self.sign_in(email, "not the password").await;
            (next.status == 429).then_some(next)
        });
        let wait = wait.await;
        assert_eq!(wait.code(), "too_many_tries");
        (first, wait)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_session_is_a_cookie_out_of_reach_of_scripts_and_over_when_signed_out() {
    let scene = Scene::open().await;
    scene.owner().await;
    let answer = scene.sign_in(EMAIL, PASSWORD).await;
    let me = answer.expect_ok();
    assert_eq!(
        (&me["site"], &me["site_name"]),
        (&json!(SITE), &json!("Acme Support"))
    );
    assert_eq!(
        (&me["member"]["name"], &me["member"]["role"]),
        (&json!(ADA), &json!("owner"))
    );
    assert!(!answer.text.contains("password") && !answer.text.contains("hash"));

    let cookie = answer.header("set-cookie").expect("a cookie").to_owned();
    for flag in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age="] {
        assert!(cookie.contains(flag), "{flag} in {cookie}");
    }
    assert!(
        cookie.starts_with("baton_session=acme.") && !cookie.contains("Secure"),
        "on localhost: {cookie}"
    );
    assert_eq!(answer.header("cache-control"), Some("no-store"));

    let ada = answer.signed_in(&scene.edge.address());
    assert_eq!(ada.get("/api/v1/me").await.expect_ok(), me);
    let out = ada.post("/api/v1/sign-out", &json!({})).await;
    out.expect_ok();
    assert!(
        out.header("set-cookie")
            .is_some_and(|cookie| cookie.contains("Max-Age=0"))
    );
    let after = ada.get("/api/v1/me").await;
    assert_eq!(
        (after.status, after.code().as_str()),
        (401, "signed_out"),
        "a copy of the cookie is worth nothing"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_passwords_wait_longer_each_time_and_say_no_more_for_members_than_for_strangers() {
    let scene = Scene::open().await;
    scene.owner().await;
    let mut said = Vec::new();
    for email in [EMAIL, "nobody@shop.example"] {
        let (refused, wait) = scene.fails_until_it_has_to_wait(email).await;
        assert_eq!(
            wait.header("retry-after"),
            wait.json()["retry_after_s"]
                .as_u64()
                .map(|s| s.to_string())
                .as_deref()
        );
        said.push((refused.text, wait.code(), wait.json()["message"].clone()));
    }
    assert_eq!(said[0], said[1]);

    until("a longer wait", async || {
        let wait = scene.sign_in(EMAIL, "still not the password").await;
        wait.json()["retry_after_s"]
            .as_u64()
            .filter(|seconds| *seconds > 1)
    })
    .await;
    let right = scene.sign_in(EMAIL, PASSWORD).await;
    assert_eq!(
        (right.status, right.code().as_str()),
        (429, "too_many_tries"),
        "right or wrong, it waits"
    );
    until("the end of the wait", async || {
        (scene.sign_in(EMAIL, PASSWORD).await.status == 200).then_some(())
    })
    .await;
    scene.sign_in(EMAIL, PASSWORD).await.expect_ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn tries_side_by_side_wait_like_tries_in_a_row() {
    let scene = Scene::open().await;
    scene.owner().await;
    let guesses: Vec<String> = (0..8).map(|number| format!("guess number {number}")).collect();
    let answers = join_all(guesses.iter().map(|guess| scene.sign_in(EMAIL, guess))).await;
    let looked_at = answers
        .iter()
        .filter(|answer| answer.code() == "wrong_credentials")
        .count();
    assert_eq!(looked_at, 1, "one guess is looked at, the others wait");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_set_up_link_makes_one_owner_and_a_weak_password_does_not_use_it_up() {
    let scene = Scene::open().await;
    let token = scene.setup_token().to_owned();
    let account =
        |password: &str| json!({ "token": token, "name": ADA, "email": EMAIL, "password": password });
    let weak = scene.edge.api().post("/api/v1/setup", &account("short")).await;
    assert_eq!((weak.status, weak.code().as_str()), (400, "invalid_field"));
    assert_eq!(weak.json()["field"], "password");
    let joined = scene.edge.api().post("/api/v1/join", &account(PASSWORD)).await;
    assert_eq!(
        (joined.status, joined.code().as_str()),
        (410, "link_expired"),
        "it is no invitation"
    );
    scene
        .edge
        .api()
        .post("/api/v1/setup", &account(PASSWORD))
        .await
        .expect_ok();
    let again = scene.edge.api().post("/api/v1/setup", &account(PASSWORD)).await;
    assert_eq!((again.status, again.code().as_str()), (410, "link_expired"));
    let created = scene.edge.put_site(SITE, &["https://shop.example"]).await;
    assert_eq!(
        created.setup_link, None,
        "a site with a member needs no other first one"
    );
    for forged in ["", "acme", "acme.0000", "nowhere.0000"] {
        let forged = json!({ "token": forged, "name": ADA, "email": EMAIL, "password": PASSWORD });
        assert_eq!(
            scene.edge.api().post("/api/v1/setup", &forged).await.code(),
            "link_expired"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_change_needs_the_edges_own_origin() {
    let scene = Scene::open().await;
    let ada = scene.owner().await;
    let invitation = json!({ "email": "grace@shop.example", "role": "agent" });
    for origin in [
        None,
        Some("https://shop.example"),
        Some("null"),
        Some("http://localhost:1"),
    ] {
        let foreign = ada.clone().from_origin(origin);
        for (path, body) in [
            ("/api/v1/sign-in", credentials(EMAIL, PASSWORD)),
            ("/api/v1/sign-out", json!({})),
            ("/api/v1/invitations", invitation.clone()),
            ("/api/v1/setup", json!({})),
            ("/api/v1/join", json!({})),
        ] {
            let answer = foreign.post(path, &body).await;
            assert_eq!(
                (answer.status, answer.code().as_str()),
                (403, "wrong_origin"),
                "{path} from {origin:?}"
            );
        }
        let id = "0123456789abcdef0123456789abcdef";
        for path in [
            format!("/api/v1/conversations/{id}"),
            format!("/api/v1/members/{id}"),
        ] {
            assert_eq!(
                foreign.delete(&path).await.code(),
                "wrong_origin",
                "{path} from {origin:?}"
            );
        }
    }
    ada.get("/api/v1/me").await.expect_ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn bodies_that_cannot_be_read_are_refused_with_the_field_named() {
    let scene = Scene::open().await;
    let api = scene.edge.api();
    let post = |body: Vec<u8>| {
        let request = api
            .request(reqwest::Method::POST, "/api/v1/sign-in")
            .timeout(Duration::from_secs(10));
        api.send(request.header("content-type", "application/json").body(body))
    };
    for (body, code, field) in [
        (b"".to_vec(), "invalid_json", Value::Null),
        (b"{".to_vec(), "invalid_json", Value::Null),
        (
            b"{\"email\":\"\xff\",\"password\":\"\"}".to_vec(),
            "invalid_json",
            Value::Null,
        ),
        (
            br#"{"email":"a@b.c"}"#.to_vec(),
            "invalid_json",
            json!("password"),
        ),
        (
            br#"{"email":"a@b.c","password":"x","site":"A B"}"#.to_vec(),
            "invalid_json",
            json!("site"),
        ),
        (vec![b' '; 70 * 1024], "too_large", Value::Null),
    ] {
        let answer = post(body).await;
        assert_eq!(answer.code(), code, "{}", answer.text);
        if !field.is_null() {
            assert_eq!(answer.json()["field"], field, "{}", answer.text);
        }
    }
}
