//! What a member asks of the whole site while they work: to whom a conversation may be passed on (the site's teams, its
//! members, and which of them are in), which conversations hold some words, how handoffs went.

use futures_util::future::join3;
use serde::Serialize;
use shared::{
    ids::{MemberId, QueueId},
    policy::{Policy, Quiet},
    queue::handoff::Tally,
};
use worker::{Env, Response};

use super::account::signed_in;
use crate::{
    http::reply,
    objects::{
        self,
        call::ask,
        queue::calls::{HowTheyWent, Search, WhoIsIn},
        site::calls::{About, ListMembers},
    },
    problem::Outcome,
    request::Incoming,
};

#[derive(Serialize)]
struct Team {
    queues: Vec<Queue>,
    members: Vec<Colleague>,
}

#[derive(Serialize)]
struct Queue {
    id: QueueId,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    quiet: Option<Quiet>,
}

#[derive(Serialize)]
struct Colleague {
    id: MemberId,
    name: String,
    available: bool,
}

/// `GET /api/v1/team`
pub async fn team(env: &Env, incoming: &Incoming) -> Outcome<Response> {
    let session = signed_in(env, incoming).await?;
    let (site, queue) = (
        objects::site(env, session.site())?,
        objects::queue(env, session.site())?,
    );
    let (about, list) = (About {}, ListMembers {});
    let asked = join3(ask(&site, &about), ask(&site, &list), ask(&queue, &WhoIsIn {})).await;
    let (settings, members, is_in) = (asked.0?, asked.1?, asked.2?);
    let (policy, _) = Policy::read(&settings.policy);
    let queues = [&policy.queue].into_iter().chain(&policy.queues);
    reply::json(&Team {
        queues: queues
            .map(|queue| Queue {
                id: queue.id.clone(),
                name: queue.name.clone(),
                quiet: queue.quiet,
            })
            .collect(),
        members: members
            .into_iter()
            .map(|member| Colleague {
                available: is_in.contains(&member.id),
                id: member.id,
                name: member.name,
            })
            .collect(),
    })
}

#[derive(Serialize)]
struct Handoffs {
    reasons: Vec<Tally>,
}

/// `GET /api/v1/handoffs`
pub async fn handoffs(env: &Env, incoming: &Incoming) -> Outcome<Response> {
    let session = signed_in(env, incoming).await?;
    let reasons = ask(&objects::queue(env, session.site())?, &HowTheyWent {}).await?;
    reply::json(&Handoffs { reasons })
}

/// `GET /api/v1/conversations?search=WORDS`
pub async fn search(env: &Env, incoming: &Incoming) -> Outcome<Response> {
    let session = signed_in(env, incoming).await?;
    let typed = incoming.query("search").unwrap_or_default();
    reply::json(&ask(&objects::queue(env, session.site())?, &Search { typed }).await?)
}
