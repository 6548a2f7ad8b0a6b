//! The keys for identity tokens, as owners make and remove them.

use worker::{Env, Response};

use super::account::{Session, signed_in};
use crate::{
    http::reply,
    objects::{
        self,
        call::ask,
        site::calls::{ListIdentityKeys, MakeIdentityKey, RemoveIdentityKey},
    },
    problem::Outcome,
    request::Incoming,
};

/// `GET /api/v1/identity-keys`
pub async fn list(env: &Env, incoming: &Incoming) -> Outcome<Response> {
    let session = signed_in(env, incoming).await?;
    session.must_own()?;
    reply::json(&ask(&objects::site(env, session.site())?, &ListIdentityKeys {}).await?)
}

/// `POST /api/v1/identity-keys`: the answer holds the secret, this once.
pub async fn make(env: &Env, incoming: &Incoming) -> Outcome<Response> {
    let session = owner(env, incoming).await?;
    reply::json(&ask(&objects::site(env, session.site())?, &MakeIdentityKey {}).await?)
}

/// `DELETE /api/v1/identity-keys/ID`
pub async fn remove(env: &Env, incoming: &Incoming, id: String) -> Outcome<Response> {
    let session = owner(env, incoming).await?;
    ask(&objects::site(env, session.site())?, &RemoveIdentityKey { id }).await?;
    reply::json(&serde_json::json!({}))
}

async fn owner(env: &Env, incoming: &Incoming) -> Outcome<Session> {
    incoming.must_be_own()?;
    let session = signed_in(env, incoming).await?;
    session.must_own()?;
    Ok(session)
}
