//! Pages: the widget's document, the agent view's, and the plain ones that the Worker writes itself.

mod frame;
mod message;
mod template;

use serde::Serialize;
use worker::{Env, Response};

use crate::{
    assets,
    http::{csp, reply},
    problem::Outcome,
    request::Incoming,
};

pub use frame::{form, frame};
pub use message::{Message, problem, shown, style};

/// What the agent view starts from.
#[derive(Debug, Serialize)]
struct AgentBoot<'a> {
    /// Where members sign in, unless the address says otherwise.
    site: &'a str,
    /// The wire's version.
    v: u16,
}

/// The agent view. It is the same document for every address under `/agent`: the page itself tells them apart.
pub async fn agent_view(env: &Env, incoming: &Incoming) -> Outcome<Response> {
    let asked = incoming
        .query("site")
        .and_then(|text| shared::ids::SiteId::new(text).ok());
    let site = match asked {
        Some(site) => site,
        None => crate::config::default_site(env)?,
    };
    let boot = AgentBoot {
        site: site.as_str(),
        v: shared::protocol::VERSION,
    };
    let html = template::fill(
        &assets::template(env, "agent.html").await?,
        &[
            ("site", &template::escaped(site.as_str())),
            ("name", "Baton"),
            ("lang", "en"),
            ("boot", &template::json(&boot)?),
        ],
    );
    reply::page(html, &csp::agent_view(&incoming.url), 200)
}
