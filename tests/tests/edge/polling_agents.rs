//! Agents where no WebSocket gets through: what they were promised, request by request.

use serde_json::{Value, json};
use shared::conversation::{Audience, From, State};
use shared::ids::{ClientId, Epoch, Seq};
use shared::link::Carrier;
use shared::protocol::{AgentFrame, VERSION};
use tests::api::Api;
use tests::client::{AgentClient, Line, Polled};

use crate::scene::Scene;

/// An agent's requests, one by one.
struct Asking {
    line: Line,
    last: u64,
}

impl Asking {
    fn new(scene: &Scene, member: &Api, path: &str) -> Self {
        let edge = scene.edge.address();
        let line = Line::new(&format!("{edge}{path}"), Some(&edge), member.cookie());
        Self { line, last: 0 }
    }

    fn with(&self, frames: &[AgentFrame]) -> Vec<String> {
        let hello = AgentFrame::Hello {
            v: VERSION,
            last: Seq(self.last),
        };
        let all = std::iter::once(&hello).chain(frames);
        all.map(|frame| serde_json::to_string(frame).expect("a frame"))
            .collect()
    }

    /// Asks with the last number held, and holds what came.
    async fn asks(&mut self, frames: &[AgentFrame]) -> Polled {
        let answer = self.line.asks(&self.with(frames)).await;
        self.last = answer.events().last().copied().unwrap_or(self.last);
        answer
    }

    /// Asks, and goes on asking until so many frames of a kind came.
    async fn is_told(&mut self, kind: &str, count: usize, frames: &[AgentFrame]) -> Vec<Value> {
        let mut told = self.asks(frames).await.of(kind);
        while told.len() < count {
            told.extend(self.asks(&[]).await.of(kind));
        }
        told
    }
}

/// What was said by those whom `is` recognises, in order.
fn said<R: Audience>(state: &State<R>, is: impl Fn(&From) -> bool) -> Vec<&str> {
    let entries = state.thread.iter().filter(|entry| is(&entry.from));
    entries.map(|entry| entry.text.as_str()).collect()
}

fn reply(epoch: Epoch, id: &str, text: &str) -> AgentFrame {
    AgentFrame::Reply {
        id: ClientId::new(id).expect("an id"),
        epoch,
        text: text.to_owned(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_comes_back_is_welcomed_with_all_they_missed_in_order() {
    let scene = Scene::open().await;
    let mut visitor = scene.calling_visitor().await;
    let id = visitor.key.conversation.clone();
    let owner = scene.owner().await;
    let mut ada = AgentClient::opens_by(Carrier::Poll, &scene.edge, owner, "ada", &id).await;
    ada.claims().await;
    ada.replies("One").await;

    ada.drops();
    let written = ada.reply(ada.state.epoch, "Written in a tunnel");
    ada.sends(written).await;
    visitor.says("Two").await;
    let missed = visitor.says("Three").await;
    ada.comes_back(&scene.edge).await;
    // What is not in the welcome would come with the next answer, for its request says the same last number.
    let held = &ada.state;
    assert!(held.last >= missed, "not in the welcome: {:#?}", held.thread);
    ada.until("nothing on its way", |ada| (ada.pending() == 0).then_some(()))
        .await;
    ada.reads_words("Written in a tunnel").await;
    visitor.reads_words("Written in a tunnel").await;
    let all = ["One", "Two", "Three", "Written in a tunnel"];
    assert_eq!(said(&ada.state, |from| *from != From::System), all);
    assert_eq!(said(&visitor.state, |from| *from != From::System), all);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_twice_under_one_id_is_accepted_once_on_whichever_line() {
    let scene = Scene::open().await;
    let mut visitor = scene.calling_visitor().await;
    let mut ada = scene.ada(&visitor.key.conversation).await;
    ada.claims().await;
    let epoch = ada.state.epoch;
    let once = || reply(epoch, "twin", "Once");
    let owner = scene.owner().await;
    let path = format!("/api/v1/conversations/{}/agent", visitor.key.conversation);

    let mut asking = Asking::new(&scene, owner, &path);
    let twice = asking.is_told("accepted", 2, &[once(), once()]).await;
    assert_eq!(twice[0], twice[1], "one event");
    // Her page was loaded again before it heard of that, and sends what it kept.
    let mut fresh = Asking::new(&scene, owner, &path);
    let again = fresh.is_told("accepted", 1, &[once()]).await;
    assert_eq!(again[0], twice[0], "the same one");
    let other = [reply(epoch, "twin", "Twice")];
    let refused = fresh.is_told("refused", 1, &other).await;
    assert_eq!(refused[0]["code"], "id_reused");

    ada.replies("And that is all").await;
    visitor.reads_words("And that is all").await;
    let replies = said(&visitor.state, |from| matches!(from, From::Agent(_)));
    assert_eq!(replies, ["Once", "And that is all"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_signs_out_has_what_is_held_ended_at_once_and_hears_nothing_more() {
    let scene = Scene::open().await;
    let (owner, grace) = (scene.owner().await, scene.member("Grace", "agent").await);
    let mut visitor = scene.calling_visitor().await;
    visitor
        .until("their place, so that the queue was told", |v| v.live.position)
        .await;
    let id = visitor.key.conversation.clone();
    let mut ada = AgentClient::opens_by(Carrier::Poll, &scene.edge, owner, "ada", &id).await;
    let conversation = format!("/api/v1/conversations/{id}/agent");
    let mut open = Vec::new();
    for path in [conversation.as_str(), "/api/v1/desk"] {
        let mut asking = Asking::new(&scene, &grace, path);
        let welcome = asking.asks(&[]).await;
        assert_eq!(welcome.of("welcome").len(), 1, "{path}: {welcome:?}");
        let hello = asking.with(&[]);
        let held = asking.line.is_held(&hello).await;
        open.push((path, asking, held));
    }

    grace.post("/api/v1/sign-out", &json!({})).await.expect_ok();
    // News for whoever is there still, at a desk and in the conversation.
    visitor.says("After she has gone").await;
    ada.reads_words("After she has gone").await;
    for (path, mut asking, held) in open {
        let (status, frames) = (401, Vec::new());
        assert_eq!(held.answer().await, Polled { status, frames }, "{path}");
        asking.line.had_answer();
        let next = asking.asks(&[]).await;
        assert_eq!((next.status, next.events()), (401, Vec::new()), "{path}");
        assert_eq!(next.of("refused")[0]["code"], "signed_out", "{path}");
    }
}
