//! Where it happens: an edge of its own with a site, its pages, a model that writes slowly, and so many agents.

use std::collections::BTreeMap;
use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use shared::conversation::{Envelope, Inside};
use shared::ids::{ConversationId, MemberId};

use crate::api::{Answer, Api};
use crate::edge::{Document, SITE, TestEdge};
use crate::model::{ModelServer, Piece, Reply};
use crate::wait::{must, until};

const PASSWORD: &str = "correct horse battery";

const PAGES: [Document<'_>; 2] = [
    Document {
        url: "https://shop.example/help/shipping",
        title: "Shipping",
        markdown: "# Shipping\n\n## How long does delivery take?\n\nDelivery takes two working days.\n\n\
                   ## What does shipping cost?\n\nShipping is free for orders over 50 euros.",
    },
    Document {
        url: "https://shop.example/help/returns",
        title: "Returns",
        markdown: "# Returns\n\n## Can I send something back?\n\nReturns are free within 30 days.\n\n\
                   ## Which cards do you take?\n\nWe take the usual debit and credit cards.",
    },
];

/// A member with a session.
#[derive(Debug, Clone)]
pub struct Member {
    /// Who.
    pub id: MemberId,
    /// Their session.
    pub cookie: String,
}

/// The edge and who works at it.
pub struct Stage {
    /// The edge.
    pub edge: TestEdge,
    /// The agents.
    pub agents: Vec<Member>,
    /// Who reads everything afterwards.
    pub archive: Archive,
    // Held for its drop, which ends it.
    _model: ModelServer,
}

/// The owner, who takes no part.
pub struct Archive {
    /// Their session.
    pub owner: Member,
    api: Api,
    operator: Api,
}

impl Stage {
    /// Sets everything up.
    pub async fn open(agents: u64) -> Self {
        let model = ModelServer::start().await;
        model.always(slow_answer());
        let edge = TestEdge::with_model(&model);
        let created = edge.put_site_settings(SITE, &settings()).await;
        edge.put_documents(SITE, &PAGES).await;
        let owner_api = edge
            .set_up_owner(&created, "Ada", "ada@shop.example", PASSWORD)
            .await;
        let me = owner_api.get("/api/v1/me").await.expect_ok();
        let owner = member(&me, &owner_api);
        let mut joined = Vec::new();
        for number in 0..agents {
            joined.push(join(&edge, &owner_api, number).await);
        }
        let operator = edge.admin();
        Self {
            edge,
            agents: joined,
            archive: Archive {
                owner,
                api: owner_api,
                operator,
            },
            _model: model,
        }
    }
}

impl Archive {
    /// What the edge's own sweep finds: a line for each conversation that was left alone.
    pub async fn sweep(&self) -> BTreeMap<ConversationId, String> {
        let mut found = BTreeMap::new();
        loop {
            let answer = until("a sweep", async || {
                let asked = self.operator.request(Method::POST, "/api/v1/sweep");
                let answer = self.operator.try_send(asked).await.ok();
                answer.filter(|answer| answer.status == 200)
            });
            let report = answer.await.json();
            for orphan in report["orphans"].as_array().into_iter().flatten() {
                let id = orphan["conversation"].as_str().unwrap_or_default();
                let what = format!("the sweep found {}", orphan["found"]);
                found
                    .entry(must("an id", ConversationId::new(id)))
                    .or_insert(what);
            }
            if report["left"] == 0 {
                return found;
            }
        }
    }

    /// The whole log of a conversation, as it is exported.
    pub async fn log(&self, conversation: &ConversationId) -> Vec<Envelope<Inside>> {
        let path = format!("/api/v1/conversations/{conversation}");
        let answer = until("an exported log", async || {
            let asked = self.api.try_send(self.api.request(Method::GET, &path)).await;
            asked
                .ok()
                .filter(|answer| answer.status == 200 || answer.status == 404)
        });
        let answer = answer.await;
        if answer.status == 404 {
            return Vec::new();
        }
        let events = answer.text.lines().map(serde_json::from_str);
        must("an exported log", events.collect())
    }
}

/// Time runs faster than for people, so that leases lapse and alarms ring within the minute; what comes after the last
/// step of waiting does not, so that there is peace at the end.
fn settings() -> Value {
    let times = json!({
        "turn_ms": 4_000, "lease_ms": 2_500, "alert_ms": 2_000, "offer_details_ms": 4_000, "overdue_ms": 600_000,
    });
    json!({
        "name": "Acme Support",
        "origins": ["https://shop.example"],
        "policy": { "times": times },
    })
}

/// A model that takes half a second for its answer, so that turns are under way when something happens.
fn slow_answer() -> Reply {
    let pause = || Piece::Pause(Duration::from_millis(170));
    Reply::answer([
        "Delivery takes ".into(),
        pause(),
        "two working ".into(),
        pause(),
        "days, and returns ".into(),
        pause(),
        "are free within 30 days.".into(),
    ])
}

async fn join(edge: &TestEdge, owner: &Api, number: u64) -> Member {
    let email = format!("agent{number}@shop.example");
    let invitation = json!({ "email": email, "role": "agent" });
    let invited = owner.post("/api/v1/invitations", &invitation).await.expect_ok();
    let link = invited["link"].as_str().unwrap_or_default();
    let token = link.split_once("token=").map_or("", |(_, token)| token);
    let name = format!("Agent {number}");
    let account = json!({ "token": token, "name": name, "email": email, "password": PASSWORD });
    let answer: Answer = edge.api().post("/api/v1/join", &account).await;
    let api = answer.signed_in(&edge.address());
    member(&answer.json(), &api)
}

fn member(me: &Value, api: &Api) -> Member {
    let id = me["member"]["id"].as_str().unwrap_or_default();
    Member {
        id: must("a member's id", MemberId::new(id)),
        cookie: api.cookie().unwrap_or_default().to_owned(),
    }
}
