//! What members do about members and conversations: list, invite, remove, erase.

use serde::{Deserialize, Serialize};
use shared::ids::{ConversationId, MemberId, QueueId};
use worker::{Env, Response};

use super::account::{link, signed_in};
use crate::{
    http::{body, reply},
    objects::{
        self,
        call::ask,
        conversation::calls::{Erase, Export, Leaving},
        queue::calls::SendAway,
        site::calls::{ChangeMember, Invite, LinkKind, ListMembers, RemoveMember, Role},
    },
    problem::{Code, Outcome, Problem},
    request::Incoming,
};

/// `GET /api/v1/members`
pub async fn list(env: &Env, incoming: &Incoming) -> Outcome<Response> {
    let session = signed_in(env, incoming).await?;
    reply::json(&ask(&objects::site(env, session.site())?, &ListMembers {}).await?)
}

#[derive(Serialize)]
struct Link {
    link: String,
}

/// `POST /api/v1/invitations`
pub async fn invite(env: &Env, mut incoming: Incoming) -> Outcome<Response> {
    incoming.must_be_own()?;
    let session = signed_in(env, &incoming).await?;
    session.must_own()?;
    let invite: Invite = body::json(&mut incoming.request, body::SMALL).await?;
    let made = ask(&objects::site(env, session.site())?, &invite).await?;
    reply::json(&Link {
        link: link(&incoming, LinkKind::Join, session.site(), &made.secret),
    })
}

/// `DELETE /api/v1/members/ID`: their sessions end, and so does what they have open. Asked again, when that failed half
/// way, it ends what is left.
pub async fn remove(env: &Env, incoming: &Incoming, id: MemberId) -> Outcome<Response> {
    incoming.must_be_own()?;
    let session = signed_in(env, incoming).await?;
    session.must_own()?;
    let removed = ask(
        &objects::site(env, session.site())?,
        &RemoveMember { id: id.clone() },
    )
    .await;
    let gone = removed
        .as_ref()
        .map_or_else(|problem| problem.code == Code::UnknownMember, |()| true);
    if gone {
        let away = SendAway {
            site: session.site().clone(),
            who: Leaving::Member(id),
        };
        ask(&objects::queue(env, session.site())?, &away).await?;
    }
    removed?;
    reply::json(&serde_json::json!({}))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    #[serde(default)]
    role: Option<Role>,
    #[serde(default)]
    queues: Option<Vec<QueueId>>,
}

/// `PATCH /api/v1/members/ID`: what they may do holds from their next request on.
pub async fn change(env: &Env, mut incoming: Incoming, id: MemberId) -> Outcome<Response> {
    incoming.must_be_own()?;
    let session = signed_in(env, &incoming).await?;
    session.must_own()?;
    let Change { role, queues } = body::json(&mut incoming.request, body::SMALL).await?;
    let change = ChangeMember { id, role, queues };
    reply::json(&ask(&objects::site(env, session.site())?, &change).await?)
}

/// `GET /api/v1/conversations/ID`: the log, one event a line. For a copy to keep, and for replaying it under another policy.
pub async fn export(env: &Env, incoming: &Incoming, conversation: &ConversationId) -> Outcome<Response> {
    let session = signed_in(env, incoming).await?;
    let log = ask(
        &objects::conversation(env, session.site(), conversation)?,
        &Export {},
    )
    .await?;
    if log.is_empty() {
        return Err(Problem::new(Code::NotFound, "There is no such conversation."));
    }
    reply::lines(&log)
}

/// `DELETE /api/v1/conversations/ID`
pub async fn erase(env: &Env, incoming: &Incoming, conversation: &ConversationId) -> Outcome<Response> {
    incoming.must_be_own()?;
    let session = signed_in(env, incoming).await?;
    session.must_own()?;
    let erase = Erase {
        site: session.site().clone(),
        conversation: conversation.clone(),
    };
    ask(&objects::conversation(env, session.site(), conversation)?, &erase).await?;
    reply::json(&serde_json::json!({}))
}
