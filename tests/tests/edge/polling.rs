//! Where no WebSocket gets through: the same conversation over HTTP, with the same promises.

use serde_json::json;
use shared::conversation::From;
use shared::ids::{ClientId, Seq};
use shared::link::Carrier;
use shared::protocol::{AgentFrame, VERSION, VisitorFrame};
use tests::client::{AgentClient, DeskClient, Key, Line, Polled, VisitorClient};
use tests::edge::SITE;
use tests::wait::within;

use crate::scene::{ANSWERED, Scene};

/// A visitor's requests, one by one.
struct Asking {
    line: Line,
    key: Key,
    last: u64,
}

impl Asking {
    fn new(scene: &Scene, key: Key) -> Self {
        let address = format!("{}{}", scene.edge.address(), key.path());
        let line = Line::new(&address, Some(&scene.edge.address()), None);
        Self { line, key, last: 0 }
    }

    fn with(&self, frames: &[VisitorFrame]) -> Vec<String> {
        let hello = VisitorFrame::Hello {
            v: VERSION,
            secret: self.key.secret.clone(),
            last: Seq(self.last),
            page: None,
            locale: None,
            timezone: None,
            identity: None,
        };
        let all = std::iter::once(&hello).chain(frames);
        all.map(|frame| serde_json::to_string(frame).expect("a frame"))
            .collect()
    }

    /// Asks with the last number held, and holds what came.
    async fn asks(&mut self, frames: &[VisitorFrame]) -> Polled {
        let answer = self.line.asks(&self.with(frames)).await;
        self.last = answer.events().last().copied().unwrap_or(self.last);
        answer
    }
}

fn say(id: &str, text: &str) -> VisitorFrame {
    VisitorFrame::Say {
        id: ClientId::new(id).expect("an id"),
        text: text.to_owned(),
    }
}

async fn polling_visitor(scene: &Scene) -> VisitorClient {
    VisitorClient::opens_by(Carrier::Poll, &scene.edge, Key::fresh(SITE)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_conversation_from_the_first_answer_to_the_close_needs_no_socket() {
    let scene = Scene::open().await;
    let owner = scene.owner().await;
    let mut desk = DeskClient::opens_by(Carrier::Poll, &scene.edge, owner).await;
    desk.becomes_available(true).await;
    let mut visitor = polling_visitor(&scene).await;
    let id = visitor.key.conversation.clone();

    let asked = visitor.says(ANSWERED).await;
    visitor.reads_assistant(asked).await;
    let called = visitor.presses_person().await;
    desk.waits_for("the call", &id, |item| item.due.is_some()).await;
    visitor
        .until("somebody is there", |visitor| {
            (visitor.live.attended == Some(true)).then_some(())
        })
        .await;

    let mut ada = AgentClient::opens_by(Carrier::Poll, &scene.edge, owner, "ada", &id).await;
    ada.claims().await;
    ada.types().await;
    visitor
        .until("Ada writing", |visitor| visitor.typing.pop().flatten())
        .await;
    ada.replies("Hello, I am Ada").await;
    let reply = visitor
        .reads("the reply", called, |entry| entry.text == "Hello, I am Ada")
        .await;
    assert!(matches!(reply.from, From::Agent(_)));
    visitor.types().await;
    ada.until("the visitor writing", |ada| {
        ada.typing.contains(&None).then_some(())
    })
    .await;
    visitor.says("Thank you, Ada").await;
    ada.reads("the thanks", reply.seq, |entry| entry.text == "Thank you, Ada")
        .await;
    let closed = ada.closes("question", "solved").await;
    visitor
        .until("the close", |visitor| {
            (visitor.state.last >= closed).then_some(())
        })
        .await;
    let stored = scene.log(&id).await;
    assert_eq!(
        serde_json::to_value(&ada.log).expect("a log is JSON"),
        stored,
        "what the agent holds is what is stored"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_agent_on_a_socket_and_a_visitor_without_one_are_in_the_same_conversation() {
    let scene = Scene::open().await;
    let mut visitor = polling_visitor(&scene).await;
    visitor.presses_person().await;
    let mut ada = scene.ada(&visitor.key.conversation).await;
    ada.claims().await;
    let first = ada.replies("One").await;
    visitor
        .reads("the held request's answer", Seq(first.0 - 1), |e| e.text == "One")
        .await;

    visitor.drops();
    let missed = ada.replies("Two").await;
    visitor
        .sends(|id| VisitorFrame::Say {
            id,
            text: "Written in a tunnel".into(),
        })
        .await;
    // Out of the tunnel there is another network, which lets sockets through; and the other way round.
    for carrier in [Carrier::Poll, Carrier::Socket, Carrier::Poll] {
        visitor.carrier = carrier;
        visitor.comes_back(&scene.edge).await;
        let last = visitor.state.last;
        assert!(last >= missed, "welcomed with what was missed: {carrier:?}");
        visitor
            .until("nothing on its way", |visitor| {
                (visitor.pending() == 0).then_some(())
            })
            .await;
    }
    let written = ada
        .reads("the words", first, |entry| entry.text == "Written in a tunnel")
        .await;
    visitor
        .until("everything", |visitor| {
            (visitor.state.last >= written.seq).then_some(())
        })
        .await;
    let texts: Vec<&str> = visitor.state.thread[2..]
        .iter()
        .map(|e| e.text.as_str())
        .collect();
    assert_eq!(texts, ["One", "Two", "Written in a tunnel"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_power_cut_loses_nothing_of_a_line_over_http() {
    let mut scene = Scene::open().await;
    let mut visitor = polling_visitor(&scene).await;
    visitor.presses_person().await;
    let before = visitor.says("Before the cut").await;
    scene.edge.kill();
    visitor.is_sent_away().await;
    visitor
        .sends(|id| VisitorFrame::Say {
            id,
            text: "In the dark".into(),
        })
        .await;
    scene.edge.restart();
    visitor.comes_back(&scene.edge).await;
    visitor
        .reads("what was dark", before, |entry| entry.text == "In the dark")
        .await;
    visitor.says("After it").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_id_twice_is_accepted_once_and_old_news_are_told_again_to_who_has_not_had_them() {
    let scene = Scene::open().await;
    let mut asking = Asking::new(&scene, Key::fresh(SITE));
    let begun = asking.asks(&[say("twin", "Once"), say("twin", "Once")]).await;
    assert_eq!(begun.of("welcome").len(), 1, "{begun:?}");
    let mut acknowledged: Vec<u64> = seqs(&begun);
    while acknowledged.len() < 2 {
        acknowledged.extend(seqs(&asking.asks(&[]).await));
    }
    assert_eq!(acknowledged[0], acknowledged[1]);
    let twice = asking.asks(&[say("twin", "Twice")]).await;
    assert_eq!(twice.of("refused")[0]["code"], "id_reused");

    // An answer that got lost: the client says again what it holds, and that it had one answer fewer.
    let before = (asking.last, asking.line.answers);
    let sent = asking.asks(&[say("next", "Next")]).await;
    (asking.last, asking.line.answers) = before;
    let again = asking.asks(&[]).await;
    assert!(again.events().starts_with(&sent.events()), "{again:?}");
    assert_eq!(again.of("accepted")[0]["id"], "next", "its acknowledgement too");

    // Another line of the same visitor is welcomed with everything after the number it states, be it ever so old.
    let mut fresh = Asking::new(&scene, asking.key.clone());
    fresh.last = 2;
    let welcome = fresh.asks(&[]).await;
    assert_eq!(welcome.events().first(), Some(&3));
    assert_eq!(welcome.of("welcome").len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_requests_on_a_line_the_newer_is_held_and_the_older_answered_with_nothing() {
    let scene = Scene::open().await;
    let mut asking = Asking::new(&scene, Key::fresh(SITE));
    asking.asks(&[]).await;
    let mut newer = asking.line.clone();
    newer.requests += 1;
    let (older, frames) = (asking.line.clone(), asking.with(&[]));
    let held = tokio::spawn({
        let frames = frames.clone();
        async move { newer.posts(&frames).await }
    });
    // Whether it arrives before the newer one or was overtaken on its way makes no difference.
    let answer = within("the older one's answer", older.posts(&frames)).await;
    let nothing = Polled {
        status: 200,
        frames: Vec::new(),
    };
    assert_eq!(answer, Ok(nothing));
    asking.line.requests += 2;
    let answer = asking.asks(&[say("next", "Next")]).await;
    assert!(!answer.events().is_empty(), "{answer:?}");
    let held = within("the newer one's answer", held).await.expect("a task");
    assert!(
        held.expect("an answer").frames.is_empty(),
        "it was followed by another"
    );
}

fn seqs(answer: &Polled) -> Vec<u64> {
    let accepted = answer.of("accepted");
    accepted
        .iter()
        .filter_map(|frame| frame["seq"].as_u64())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_not_open_a_socket_may_not_ask_over_http_either() {
    let scene = Scene::open().await;
    let mut visitor = scene.visitor().await;
    visitor.says("A secret").await;
    let edge = scene.edge.address();
    let path = visitor.key.path();
    let hello = Asking::new(&scene, visitor.key.clone()).with(&[]);

    for origin in [None, Some("https://shop.example"), Some("null")] {
        let mut line = Line::new(&format!("{edge}{path}"), origin, None);
        assert_refused(&line.asks(&hello).await, 403, "wrong_origin");
    }
    let unknown = path.replace(&format!("/{SITE}/"), "/nobody/");
    let mut line = Line::new(&format!("{edge}{unknown}"), Some(&edge), None);
    assert_refused(&line.asks(&hello).await, 404, "unknown_site");

    let stolen = Key {
        secret: "a-guess-that-is-long-enough".into(),
        ..visitor.key.clone()
    };
    let mut thief = Asking::new(&scene, stolen);
    assert_refused(&thief.asks(&[say("x", "Let me in")]).await, 403, "wrong_secret");
    let mut silent = Line::new(&format!("{edge}{path}"), Some(&edge), None);
    let frame = serde_json::to_string(&say("y", "No hello")).expect("a frame");
    let told = silent.asks(&[frame]).await;
    assert_eq!(told.of("refused")[0]["code"], "hello_first");
    assert!(told.events().is_empty());

    let id = &visitor.key.conversation;
    for path in [
        format!("/api/v1/conversations/{id}/agent"),
        "/api/v1/desk".to_owned(),
    ] {
        let mut stranger = Line::new(&format!("{edge}{path}"), Some(&edge), None);
        assert_refused(&stranger.asks(&[agent_hello(Seq(0))]).await, 401, "signed_out");
        let cookie = scene.owner().await.cookie();
        let mut elsewhere = Line::new(&format!("{edge}{path}"), Some("https://evil.example"), cookie);
        assert_refused(&elsewhere.asks(&[agent_hello(Seq(0))]).await, 403, "wrong_origin");
    }
    assert_eq!(
        visitor.state.thread.len(),
        1 + answers(&visitor),
        "nothing was added"
    );
}

fn answers(visitor: &VisitorClient) -> usize {
    let assistant = visitor.state.thread.iter().filter(|e| e.from == From::Assistant);
    assistant.count()
}

#[track_caller]
fn assert_refused(answer: &Polled, status: u16, code: &str) {
    assert_eq!(answer.status, status, "{answer:?}");
    assert_eq!(answer.of("refused")[0]["code"], code, "{answer:?}");
    assert!(answer.events().is_empty(), "{answer:?}");
}

/// Of an agent who holds everything up to `last`.
fn agent_hello(last: Seq) -> String {
    let hello = AgentFrame::Hello { v: VERSION, last };
    serde_json::to_string(&hello).expect("a frame")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thief_with_the_name_of_a_line_gets_nothing_that_waits_in_it() {
    let scene = Scene::open().await;
    let mut asking = Asking::new(&scene, Key::fresh(SITE));
    asking.asks(&[say("mine", "Mine alone")]).await;
    let mut thief = Asking::new(&scene, asking.key.clone());
    thief.key.secret = "a-guess-that-is-long-enough".into();
    thief.line.name.clone_from(&asking.line.name);
    assert_refused(&thief.asks(&[]).await, 403, "wrong_secret");
    // And the line goes on as if nothing had been.
    let next = asking.asks(&[say("next", "Still here")]).await;
    assert_eq!((next.status, next.of("welcome").len()), (200, 0), "{next:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_colleague_with_the_name_of_a_line_gets_one_of_their_own() {
    let scene = Scene::open().await;
    let visitor = scene.calling_visitor().await;
    let edge = scene.edge.address();
    let bob = scene.member("Bob", "agent").await;
    let conversation = format!("/api/v1/conversations/{}/agent", visitor.key.conversation);
    for path in [conversation.as_str(), "/api/v1/desk"] {
        let address = format!("{edge}{path}");
        let cookies = [scene.owner().await.cookie(), bob.cookie()];
        let [mut hers, mut his] = cookies.map(|cookie| Line::new(&address, Some(&edge), cookie));
        his.name.clone_from(&hers.name);
        let hello = [agent_hello(Seq(0))];
        assert_eq!(hers.asks(&hello).await.of("welcome").len(), 1, "{path}: Ada");
        assert_eq!(his.asks(&hello).await.of("welcome").len(), 1, "{path}: Bob");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_leaves_says_so_and_is_not_there_any_more() {
    let scene = Scene::open().await;
    let owner = scene.owner().await;
    let mut visitor = scene.calling_visitor().await;
    let id = visitor.key.conversation.clone();
    let mut ada = scene.ada(&id).await;

    let bob = scene.member("Bob", "agent").await;
    let edge = scene.edge.address();
    let address = format!("{edge}/api/v1/conversations/{id}/agent");
    let mut looking = Line::new(&address, Some(&edge), bob.cookie());
    let welcome = looking.asks(&[agent_hello(Seq(0))]).await;
    assert_eq!(welcome.of("welcome")[0]["live"]["viewers"], json!(["Ada", "Bob"]));
    ada.until("Bob looking", |ada| {
        (ada.live.viewers == ["Ada", "Bob"]).then_some(())
    })
    .await;
    looking.asks(&[agent_hello(Seq(0)), "bye".to_owned()]).await;
    ada.until("Bob gone", |ada| (ada.live.viewers == ["Ada"]).then_some(()))
        .await;

    let address = format!("{edge}/api/v1/desk");
    let mut desk = Line::new(&address, Some(&edge), owner.cookie());
    let hello = json!({ "hello": { "v": VERSION } }).to_string();
    let on = json!({ "available": { "on": true } }).to_string();
    desk.asks(&[hello.clone(), on]).await;
    visitor
        .until("somebody is there", |v| {
            (v.live.attended == Some(true)).then_some(())
        })
        .await;
    desk.asks(&[hello, "bye".to_owned()]).await;
    visitor
        .until("nobody is there", |v| {
            (v.live.attended == Some(false)).then_some(())
        })
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_erased_or_dismissed_is_over_for_a_held_request_too() {
    let scene = Scene::open().await;
    let (owner, bob) = (scene.owner().await, scene.member("Bob", "agent").await);
    let mut visitor = scene.calling_visitor().await;
    visitor
        .until("their place, so that the queue was told", |v| v.live.position)
        .await;
    let edge = scene.edge.address();
    let conversation = format!("/api/v1/conversations/{}", visitor.key.conversation);
    let mut held = Vec::new();
    for path in [format!("{conversation}/agent"), "/api/v1/desk".to_owned()] {
        let mut line = Line::new(&format!("{edge}{path}"), Some(&edge), bob.cookie());
        line.asks(&[agent_hello(Seq(0))]).await;
        held.push(line.is_held(&[agent_hello(visitor.state.last)]).await);
    }
    let me = bob.get("/api/v1/me").await.expect_ok();
    let path = format!("/api/v1/members/{}", me["member"]["id"].as_str().expect("an id"));
    owner.delete(&path).await.expect_ok();
    // News for whoever is there still.
    let said = visitor.says(ANSWERED).await;
    for held in held {
        let (status, frames) = (401, Vec::new());
        assert_eq!(held.answer().await, Polled { status, frames });
    }

    visitor.reads_assistant(said).await;
    let mut asking = Asking::new(&scene, visitor.key.clone());
    asking.asks(&[]).await;
    let hello = asking.with(&[]);
    let held = asking.line.is_held(&hello).await;
    owner.delete(&conversation).await.expect_ok();
    assert_refused(&held.answer().await, 410, "erased");
}
