//! Who a visitor is: what the owner's server vouches for, and nothing less. Tokens are minted by another language's library.

use serde_json::{Value, json};
use shared::brief::{self, Label};
use tests::api::Api;
use tests::client::VisitorClient;
use tests::token::{expired, mint, with_header};

use crate::scene::Scene;

async fn key(owner: &Api) -> (String, String) {
    let made = owner.post("/api/v1/identity-keys", &json!({})).await.expect_ok();
    let text = |name: &str| made[name].as_str().unwrap_or_default().to_owned();
    (text("id"), text("secret"))
}

fn grace() -> Value {
    json!({ "sub": "u-7", "name": "Grace", "email": "grace@visitor.example", "plan": "pro" })
}

/// The same visitor, whose page now has this token.
async fn identifies(visitor: &mut VisitorClient, scene: &Scene, token: &str) {
    visitor.identity = Some(token.to_owned());
    visitor.comes_back(&scene.edge).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_the_owners_server_vouches_for_is_shown_as_verified_with_what_it_said() {
    let scene = Scene::open().await;
    let (_, secret) = key(scene.owner().await).await;
    let mut visitor = scene.visitor().await;
    visitor.says("My order number is 4711").await;
    identifies(&mut visitor, &scene, &mint(&secret, &grace())).await;
    visitor.presses_person().await;

    let ada = scene.ada(&visitor.key.conversation).await;
    let person = &ada.state.person.as_ref().expect("identified").person;
    assert_eq!((person.id.as_str(), person.called()), ("u-7", "Grace"));
    let case = ada.state.case.as_ref().expect("a call");
    let lines = brief::lines(&ada.state, case);
    let line = lines
        .iter()
        .find(|line| line.label == Label::Visitor)
        .and_then(|line| line.text.clone());
    let line = line.unwrap_or_default();
    assert!(
        line.starts_with("Grace, verified · grace@visitor.example · id u-7 · plan pro"),
        "{line}"
    );
    assert!(line.contains("Europe/London"), "{line}");
    let desk = scene.desk().await;
    assert_eq!(
        desk.items[&visitor.key.conversation].verified.as_deref(),
        Some("Grace")
    );
    for raw in &visitor.raw {
        assert!(
            !raw.contains("plan") && !raw.contains("u-7"),
            "the owner's words are for the team: {raw}"
        );
    }

    // Known from the first word on, where the page has the token from the beginning; and after a restart.
    let mut second = scene.visitor().await;
    identifies(&mut second, &scene, &mint(&secret, &grace())).await;
    second.says("Hello there").await;
    let ada = scene.ada(&second.key.conversation).await;
    assert_eq!(ada.state.person.as_ref().map(|vouched| vouched.seq.0), Some(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_or_expired_token_is_refused_in_words_and_never_shown_as_identity() {
    let scene = Scene::open().await;
    let (_, secret) = key(scene.owner().await).await;
    let good = mint(&secret, &grace());
    let parts: Vec<&str> = good.split('.').collect();
    let none = with_header(&secret, &grace(), &json!({ "alg": "none" }), "sha256");
    let unsigned = none
        .rsplit_once('.')
        .map(|(signed, _)| format!("{signed}."))
        .unwrap_or_default();
    let other_claims = mint("another key", &json!({ "sub": "u-1" }));
    let swapped = format!(
        "{}.{}.{}",
        parts[0],
        other_claims.split('.').nth(1).unwrap_or_default(),
        parts[2]
    );
    for (token, code) in [
        (expired(&secret, &grace()), "identity_expired"),
        (mint("another key", &grace()), "identity_refused"),
        (
            with_header(&secret, &grace(), &json!({ "alg": "HS512" }), "sha512"),
            "identity_refused",
        ),
        (none, "identity_refused"),
        (unsigned, "identity_refused"),
        (swapped, "identity_refused"),
        (good[..good.len() - 4].to_owned(), "identity_refused"),
        (mint(&secret, &json!({ "name": "Nobody" })), "identity_refused"),
        (
            mint(&secret, &json!({ "sub": "u-7", "exp": "tomorrow" })),
            "identity_refused",
        ),
        (
            mint(&secret, &json!({ "sub": "u-7", "long": "x".repeat(5_000) })),
            "identity_refused",
        ),
        ("nonsense".to_owned(), "identity_refused"),
    ] {
        let mut visitor = scene.visitor().await;
        identifies(&mut visitor, &scene, &token).await;
        let refused = visitor.refused.last().expect("a refusal");
        assert_eq!(refused.code, code, "{refused} for {token}");
        assert!(refused.message.contains("token was refused"), "{refused}");
        // The visitor is served all the same.
        visitor.presses_person().await;
        let ada = scene.ada(&visitor.key.conversation).await;
        assert!(ada.state.person.is_none(), "{token}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conversation_that_one_person_had_is_never_shown_to_another() {
    let scene = Scene::open().await;
    let (_, secret) = key(scene.owner().await).await;
    let mut visitor = scene.visitor().await;
    identifies(&mut visitor, &scene, &mint(&secret, &grace())).await;
    visitor.says("My secret order is 4711").await;

    // The same browser, so the same key, and somebody else signed in to the page.
    let other = mint(&secret, &json!({ "sub": "u-8" }));
    let (refused, frames) = VisitorClient::turned_away(&scene.edge, visitor.key.clone(), &other).await;
    assert_eq!(refused, "identity_other");
    assert!(frames.iter().all(|frame| !frame.contains("4711")), "{frames:?}");

    // The first one's next token has another end and another plan: still the same person.
    let renewed = mint(&secret, &json!({ "sub": "u-7", "name": "Grace", "plan": "team" }));
    identifies(&mut visitor, &scene, &renewed).await;
    let ada = scene.ada(&visitor.key.conversation).await;
    let person = &ada.state.person.as_ref().expect("identified").person;
    assert_eq!(person.attributes.get("plan").map(String::as_str), Some("team"));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_keys_are_good_at_once_so_that_one_can_be_changed() {
    let scene = Scene::open().await;
    let owner = scene.owner().await;
    let (old, old_secret) = key(owner).await;
    let (new, new_secret) = key(owner).await;
    assert_eq!(
        owner.post("/api/v1/identity-keys", &json!({})).await.code(),
        "too_many_keys"
    );
    let listed = owner.get("/api/v1/identity-keys").await;
    let ids: Vec<String> = listed
        .expect_ok()
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|key| Some(key["id"].as_str()?.to_owned()))
        .collect();
    assert_eq!(ids, [old.clone(), new]);
    assert!(!listed.text.contains(&old_secret), "a secret is shown once");

    let known = async |secret: &str| {
        let mut visitor = scene.visitor().await;
        identifies(&mut visitor, &scene, &mint(secret, &grace())).await;
        visitor.refused.is_empty()
    };
    assert!(known(&old_secret).await && known(&new_secret).await);
    owner
        .delete(&format!("/api/v1/identity-keys/{old}"))
        .await
        .expect_ok();
    assert!(!known(&old_secret).await && known(&new_secret).await);
    assert_eq!(
        owner.delete(&format!("/api/v1/identity-keys/{old}")).await.code(),
        "not_found"
    );

    let agent = scene.member("Bob", "agent").await;
    assert_eq!(
        agent.post("/api/v1/identity-keys", &json!({})).await.code(),
        "owners_only"
    );
    assert_eq!(agent.get("/api/v1/identity-keys").await.code(), "owners_only");
    assert_eq!(
        scene.edge.api().get("/api/v1/identity-keys").await.code(),
        "signed_out"
    );
    let foreign = owner.clone().from_origin(Some("https://evil.example"));
    assert_eq!(
        foreign.post("/api/v1/identity-keys", &json!({})).await.code(),
        "wrong_origin"
    );
}
