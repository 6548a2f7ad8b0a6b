//! Inviting and removing: who belongs to a site, and what ends with it.

use serde_json::{Value, json};
use shared::conversation::{Event, Floor};
use shared::queue::Stage;
use tests::client::{AgentClient, DeskClient};

use crate::scene::{PASSWORD, Scene};

async fn id_of(scene: &Scene, name: &str) -> String {
    let members = scene.owner().await.get("/api/v1/members").await.expect_ok();
    let found = members
        .as_array()
        .into_iter()
        .flatten()
        .find(|member| member["name"] == name)
        .cloned();
    found.unwrap_or_else(|| panic!("no {name} in {members}"))["id"]
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_is_for_one_address_and_works_once() {
    let scene = Scene::open().await;
    let ada = scene.owner().await;
    let invitation = json!({ "email": "grace@shop.example", "role": "agent" });
    let link = ada.post("/api/v1/invitations", &invitation).await.expect_ok()["link"].clone();
    let link = link.as_str().unwrap_or_default().to_owned();
    assert!(
        link.starts_with(&format!("{}/agent/join?token=acme.", scene.edge.address())),
        "{link}"
    );
    let token = link.split_once("token=").map_or("", |(_, token)| token);
    let account =
        |email: &str| json!({ "token": token, "name": "Grace", "email": email, "password": PASSWORD });
    let other = scene
        .edge
        .api()
        .post("/api/v1/join", &account("mallory@evil.example"))
        .await;
    assert_eq!((other.status, &other.json()["field"]), (400, &json!("email")));
    let joined = scene
        .edge
        .api()
        .post("/api/v1/join", &account("grace@shop.example"))
        .await;
    let grace = joined.signed_in(&scene.edge.address());
    assert_eq!(joined.json()["member"]["role"], "agent");
    let again = scene
        .edge
        .api()
        .post("/api/v1/join", &account("grace@shop.example"))
        .await;
    assert_eq!((again.status, again.code().as_str()), (410, "link_expired"));

    let known = ada.post("/api/v1/invitations", &invitation).await;
    assert_eq!((known.status, known.code().as_str()), (409, "email_taken"));
    let by_agent = grace
        .post(
            "/api/v1/invitations",
            &json!({ "email": "x@shop.example", "role": "owner" }),
        )
        .await;
    assert_eq!((by_agent.status, by_agent.code().as_str()), (403, "owners_only"));
    let names: Vec<Value> = grace
        .get("/api/v1/members")
        .await
        .expect_ok()
        .as_array()
        .cloned()
        .unwrap_or_default();
    assert_eq!(names.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_removed_is_out_at_once_and_what_they_held_goes_back_to_the_queue() {
    let scene = Scene::open().await;
    let grace = scene.member("Grace", "agent").await;
    let mut graces_desk = DeskClient::opens(&scene.edge, &grace).await;
    graces_desk.becomes_available(true).await;
    let mut visitor = scene.calling_visitor().await;
    let conversation = visitor.key.conversation.clone();
    let mut second = scene.calling_visitor().await;
    second
        .until("that Grace is in", |v| {
            (v.live.attended == Some(true)).then_some(())
        })
        .await;
    let mut thread = AgentClient::opens(&scene.edge, &grace, "grace", &conversation).await;
    thread.claims().await;
    let replied = thread.replies("Hello, I am Grace").await;
    let mut desk = scene.desk().await;

    let path = format!("/api/v1/members/{}", id_of(&scene, "Grace").await);
    assert_eq!(grace.delete(&path).await.code(), "owners_only");
    scene.owner().await.delete(&path).await.expect_ok();

    assert_eq!(thread.is_sent_away().await, Some(4401));
    assert_eq!(graces_desk.is_sent_away().await, Some(4401));
    let me = grace.get("/api/v1/me").await;
    assert_eq!((me.status, me.code().as_str()), (401, "signed_out"));
    let lapse = |event: &Event<_>| matches!(event, Event::Lapsed { .. }).then_some(());
    visitor.sees("that Grace had to leave", replied, lapse).await;
    desk.waits_for("it waiting again", &conversation, |item| {
        item.stage == Stage::Waiting
    })
    .await;
    visitor
        .until("that nobody is in", |v| {
            (v.live.attended == Some(false)).then_some(())
        })
        .await;
    second
        .until("that nobody is in, as who waited all the time", |v| {
            (v.live.attended == Some(false)).then_some(())
        })
        .await;
    let mut ada = scene.ada(&conversation).await;
    ada.claims().await;
    ada.replies("Ada here, I go on").await;
    visitor
        .reads("Ada", replied, |entry| entry.text == "Ada here, I go on")
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_keeps_an_owner() {
    let scene = Scene::open().await;
    let ada = scene.owner().await;
    let path = format!("/api/v1/members/{}", id_of(&scene, "Ada").await);
    let last = ada.delete(&path).await;
    assert_eq!((last.status, last.code().as_str()), (409, "last_owner"));
    let unknown = ada.delete("/api/v1/members/nobody").await;
    assert_eq!((unknown.status, unknown.code().as_str()), (404, "unknown_member"));
    scene.member("Grace", "owner").await;
    ada.delete(&path).await.expect_ok();
    assert_eq!(ada.get("/api/v1/me").await.code(), "signed_out");
}

#[tokio::test(flavor = "multi_thread")]
async fn members_of_one_site_are_nobody_on_another() {
    let scene = Scene::open().await;
    let visitor = scene.calling_visitor().await;
    let other = scene.edge.put_site("other", &[]).await;
    let mallory = scene
        .edge
        .set_up_owner(&other, "Mallory", "mallory@other.example", PASSWORD)
        .await;
    let desk = DeskClient::opens(&scene.edge, &mallory).await;
    assert!(desk.items.is_empty());
    let thread = AgentClient::opens(&scene.edge, &mallory, "mallory", &visitor.key.conversation).await;
    assert!(
        thread.log.is_empty(),
        "the same id, asked for by another site, is another conversation"
    );
    let erased = mallory
        .delete(&format!("/api/v1/conversations/{}", visitor.key.conversation))
        .await;
    erased.expect_ok();
    assert!(
        scene
            .log(&visitor.key.conversation)
            .await
            .to_string()
            .contains("escalated"),
        "it is still there"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_signs_out_is_gone_at_once_and_keeps_what_they_hold_until_its_lease_ends() {
    let scene = Scene::with_policy(&json!({ "times": { "lease_ms": 1_500 } })).await;
    let office = scene.member("Grace", "agent").await;
    let home = json!({ "site": "acme", "email": "grace@shop.example", "password": PASSWORD });
    let home = scene.edge.api().post("/api/v1/sign-in", &home).await;
    let home = home.signed_in(&scene.edge.address());
    let mut visitor = scene.calling_visitor().await;
    let conversation = visitor.key.conversation.clone();
    let mut second = scene.calling_visitor().await;

    let mut desk = DeskClient::opens(&scene.edge, &office).await;
    desk.becomes_available(true).await;
    let mut thread = AgentClient::opens(&scene.edge, &office, "office", &conversation).await;
    let mut other = AgentClient::opens(&scene.edge, &office, "other", &second.key.conversation).await;
    let mut ada = scene.ada(&conversation).await;
    let mut home_thread = AgentClient::opens(&scene.edge, &home, "home", &conversation).await;
    second
        .until("that somebody is in", |v| {
            (v.live.attended == Some(true)).then_some(())
        })
        .await;
    let claimed = thread.claims().await;

    office.post("/api/v1/sign-out", &json!({})).await.expect_ok();
    assert_eq!(desk.is_sent_away().await, Some(4401));
    assert_eq!(thread.is_sent_away().await, Some(4401));
    assert_eq!(
        other.is_sent_away().await,
        Some(4401),
        "what she only looked at too"
    );
    assert_eq!(office.get("/api/v1/me").await.code(), "signed_out");
    second
        .until("that nobody is in", |v| {
            (v.live.attended == Some(false)).then_some(())
        })
        .await;
    // Where she is signed in as well, nothing happened; and she may still come back to what she holds.
    assert_eq!(home.get("/api/v1/me").await.status, 200);
    home_thread.types().await;
    ada.until("Grace at home", |ada| {
        ada.typing.contains(&Some("Grace".to_owned())).then_some(())
    })
    .await;
    assert_eq!(ada.live.viewers, ["Ada", "Grace"]);
    let lapse = |event: &Event<_>| matches!(event, Event::Lapsed { .. }).then_some(());
    visitor.sees("the end of her lease", claimed, lapse).await;
    ada.until("the lapse", |ada| {
        matches!(ada.state.floor(), Floor::Assistant).then_some(())
    })
    .await;
    ada.claims().await;
}
