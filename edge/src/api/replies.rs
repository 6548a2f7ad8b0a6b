//! What members need not write themselves: canned replies, and what is proposed for one conversation.

use serde::{Deserialize, Serialize};
use shared::ids::ConversationId;
use worker::{Env, Response};

use super::account::signed_in;
use crate::{
    http::{body, reply},
    objects::{
        self,
        call::ask,
        conversation::calls::Suggest,
        site::calls::{Canned, ListCanned, ReplaceCanned},
    },
    problem::Outcome,
    request::Incoming,
};

/// The most bytes of canned replies: a hundred long ones in four-byte characters.
const MOST: usize = 1024 * 1024;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Replies {
    replies: Vec<Canned>,
}

/// `GET /api/v1/replies`
pub async fn list(env: &Env, incoming: &Incoming) -> Outcome<Response> {
    let session = signed_in(env, incoming).await?;
    let replies = ask(&objects::site(env, session.site())?, &ListCanned {}).await?;
    reply::json(&Replies { replies })
}

/// `PUT /api/v1/replies`
pub async fn replace(env: &Env, mut incoming: Incoming) -> Outcome<Response> {
    incoming.must_be_own()?;
    let session = signed_in(env, &incoming).await?;
    session.must_own()?;
    let Replies { replies } = body::json(&mut incoming.request, MOST).await?;
    let replies = ask(&objects::site(env, session.site())?, &ReplaceCanned { replies }).await?;
    reply::json(&Replies { replies })
}

/// `GET /api/v1/conversations/ID/suggestions`
pub async fn suggest(env: &Env, incoming: &Incoming, conversation: &ConversationId) -> Outcome<Response> {
    let session = signed_in(env, incoming).await?;
    let name = session.who.member.name.clone();
    let stub = objects::conversation(env, session.site(), conversation)?;
    reply::json(&ask(&stub, &Suggest { name }).await?)
}
