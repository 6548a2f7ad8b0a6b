//! The sweep over all sites: run by the scheduled trigger and by whoever has the operator's token. Its list must be empty.
//!
//! What it finds is a defect of ours or of the platform. It is mended where it is found, and told all the same.

use serde::Serialize;
use shared::{
    ids::{ConversationId, SiteId},
    queue::sweep::Orphan,
};
use worker::{Env, Response};

use crate::{
    config,
    http::reply,
    objects::{
        self,
        call::ask,
        directory::{Listed, MarkSwept},
        queue::calls::{Sweep, Swept},
    },
    problem::Outcome,
    request::Incoming,
};

/// So many conversations are looked at in one run: each costs a request to its object, of which a run has a thousand.
/// What is left comes first in the next one.
const MOST: u32 = 400;

/// What a run came to.
#[derive(Debug, Default, Serialize)]
pub struct Report {
    /// How many sites were looked at.
    sites: u32,
    /// How many conversations.
    checked: u32,
    /// How many are left for the next run.
    left: u32,
    /// Sites that could not be looked at.
    unreachable: Vec<SiteId>,
    /// What was found. Must be empty.
    orphans: Vec<Orphaned>,
}

#[derive(Debug, Serialize)]
struct Orphaned {
    site: SiteId,
    conversation: ConversationId,
    found: Vec<Orphan>,
    healed: bool,
}

/// `POST /api/v1/sweep`
pub async fn on_request(env: &Env, incoming: &Incoming) -> Outcome<Response> {
    config::admit_operator(env, incoming.header("authorization").as_deref())?;
    reply::json(&sweep(env).await?)
}

/// The trigger fired. What is found goes to the log, where whoever runs the edge is alerted from.
pub async fn on_schedule(env: &Env) -> Outcome<()> {
    let report = sweep(env).await?;
    for Orphaned {
        site,
        conversation,
        found,
        healed,
    } in &report.orphans
    {
        let words: Vec<&str> = found.iter().map(|orphan| orphan.words()).collect();
        let outcome = if *healed { "mended" } else { "not mended" };
        worker::console_error!("sweep: {site}/{conversation}: {}; {outcome}", words.join(", "));
    }
    for site in &report.unreachable {
        worker::console_error!("sweep: the queue of {site} could not be asked");
    }
    Ok(())
}

async fn sweep(env: &Env) -> Outcome<Report> {
    let directory = objects::directory(env)?;
    let mut report = Report::default();
    for site in ask(&directory, &Listed {}).await? {
        let most = MOST.saturating_sub(report.checked);
        let asked = Sweep {
            site: site.clone(),
            most,
        };
        let Ok(swept) = ask(&objects::queue(env, &site)?, &asked).await else {
            report.unreachable.push(site);
            continue;
        };
        if most > 0 {
            ask(&directory, &MarkSwept { site: site.clone() }).await?;
        }
        report.add(&site, swept);
    }
    Ok(report)
}

impl Report {
    fn add(&mut self, site: &SiteId, swept: Swept) {
        self.sites += 1;
        self.checked += swept.checked;
        self.left += swept.left;
        let orphaned = swept.orphans.into_iter().map(|one| Orphaned {
            site: site.clone(),
            conversation: one.conversation,
            found: one.wrong,
            healed: one.healed,
        });
        self.orphans.extend(orphaned);
    }
}
