//! What the operator does, with the operator's token: make and change sites, upload documents.

use serde::Serialize;
use shared::ids::SiteId;
use worker::{Env, Response};

use super::account::link;
use crate::{
    config,
    http::{body, reply},
    objects::{
        self,
        call::ask,
        directory::List,
        site::calls::{Configure, LinkKind, ReplaceDocuments},
    },
    problem::Outcome,
    request::Incoming,
};

#[derive(Serialize)]
struct Stored<'a> {
    site: &'a SiteId,
    setup_link: Option<String>,
}

/// `PUT /api/v1/sites/SITE`
pub async fn configure(env: &Env, mut incoming: Incoming, site: &SiteId) -> Outcome<Response> {
    config::admit_operator(env, incoming.header("authorization").as_deref())?;
    let settings = body::json(&mut incoming.request, body::SMALL).await?;
    // Before the site is there: one that is listed and does not exist costs the sweep nothing.
    ask(&objects::directory(env)?, &List { site: site.clone() }).await?;
    let configured = ask(&objects::site(env, site)?, &Configure { settings }).await?;
    let setup_link = configured
        .setup
        .map(|secret| link(&incoming, LinkKind::Setup, site, &secret));
    reply::json(&Stored { site, setup_link })
}

/// `PUT /api/v1/sites/SITE/documents`
pub async fn documents(env: &Env, mut incoming: Incoming, site: &SiteId) -> Outcome<Response> {
    config::admit_operator(env, incoming.header("authorization").as_deref())?;
    let documents = body::json(&mut incoming.request, body::DOCUMENTS).await?;
    reply::json(&ask(&objects::site(env, site)?, &ReplaceDocuments { documents }).await?)
}
