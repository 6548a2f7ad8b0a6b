//! After the storm: everybody catches up, and what they hold is compared with each other, with a fresh copy and with
//! what the edge exports; then the queue is asked what it knows.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream;
use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::conversation::{Audience, Envelope, Inside, State, ToVisitor, due, evolve};
use shared::ids::{ConversationId, Millis, Seq};
use shared::link::Carrier;
use shared::protocol::{AgentFrame, VisitorFrame};
use shared::queue;
use tokio::time::sleep;

use super::asked::Asks;
use super::browser::{Browser, now};
use super::chance::Chance;
use super::desk::Desk;
use super::judge::{self, Fault, Side, Wrong};
use super::stage::Archive;
use super::tally::Tally;
use super::visitor::{self, Visitor};

/// How long anything may take until it counts as not happening. Nothing is said about how long it should.
const PATIENCE: Duration = Duration::from_secs(30);
/// So many conversations are looked at side by side.
const AT_ONCE: usize = 8;

/// One conversation and everybody who had a part in it.
pub struct Thread {
    /// Its visitor.
    pub visitor: Visitor,
    /// Its agents.
    pub agents: Vec<Browser<Inside, AgentFrame>>,
}

/// What was found in one conversation.
pub struct Finding {
    /// Which.
    pub conversation: ConversationId,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
    /// What was exported.
    pub log: Vec<Envelope<Inside>>,
}

/// Has the edge sweep, looks at every conversation, then at the queue.
pub async fn look(archive: &Archive, origin: &str, threads: Vec<Thread>, tally: &Arc<Tally>) -> Vec<Finding> {
    // Before anybody comes back: whoever does, sets alarms that were missing.
    let swept = archive.sweep().await;
    let looks = threads
        .into_iter()
        .map(|thread| look_at(archive, origin, thread, tally));
    let mut findings: Vec<Finding> = stream::iter(looks).buffer_unordered(AT_ONCE).collect().await;
    findings.sort_by(|a, b| a.conversation.cmp(&b.conversation));
    for finding in &mut findings {
        let orphan = swept.get(&finding.conversation);
        finding
            .faults
            .extend(orphan.map(|what| Fault::new(Wrong::Orphan, what.clone())));
    }
    queue_agrees(archive, origin, &mut findings).await;
    findings
}

async fn look_at(archive: &Archive, origin: &str, mut thread: Thread, tally: &Arc<Tally>) -> Finding {
    let key = thread.visitor.key.clone();
    let conversation = key.conversation.clone();
    let end = now() + PATIENCE;
    let mut fresh = visitor::browser("fresh", &key, origin, 0, 0, tally);
    let (log, mut faults) = loop {
        // Whoever comes back wakes the conversation: what the killed process had not done yet is taken up.
        let log = archive.log(&conversation).await;
        let last = log.last().map_or(Seq(0), |event| event.seq);
        catches_up(&mut thread.visitor.browser, last).await;
        catches_up(&mut fresh, last).await;
        for agent in &mut thread.agents {
            catches_up(agent, last).await;
        }
        let unrest = unrest(&log);
        let again = archive.log(&conversation).await;
        if (again.len() == log.len() && unrest.is_none()) || now() > end {
            break (log, unrest.into_iter().collect::<Vec<_>>());
        }
        sleep(Duration::from_millis(100)).await;
    };
    faults.extend(compare(&log, &thread, &fresh));
    let (visitor, agents) = (&thread.visitor.browser, &thread.agents);
    let sides: Vec<Side> = agents.iter().map(side).collect();
    let visitors = side(visitor);
    count(tally, &log, std::iter::once(&visitors).chain(&sides));
    faults.extend(judge::numbers(&log));
    faults.extend(judge::one_speaker(&log));
    faults.extend(judge::winners(&log, &sides));
    for side in std::iter::once(&visitors).chain(&sides) {
        faults.extend(judge::once_in_order(&log, side));
    }
    let over = visitor.drafts_over + agents.iter().map(|agent| agent.drafts_over).sum::<u64>();
    if over > 0 {
        let what = format!("{over} drafts were shown while an agent had the floor");
        faults.push(Fault::new(Wrong::TalkOver, what));
    }
    Finding {
        conversation,
        faults,
        log,
    }
}

async fn catches_up<R, F>(browser: &mut Browser<R, F>, last: Seq)
where
    R: Audience,
    F: Serialize + DeserializeOwned + Clone + std::fmt::Debug,
{
    browser
        .until(PATIENCE, |browser| {
            browser.is_settled() && browser.talk.state.last >= last
        })
        .await;
    browser.rests();
}

/// What should have been done by now and has not been.
fn unrest(log: &[Envelope<Inside>]) -> Option<Fault> {
    let state = fold(log);
    let late = due(&state).filter(|due| *due <= clock())?;
    let what = match state.turn {
        Some(turn) => format!("turn {} was to be ended at {late:?}", turn.id.0),
        None => format!(
            "the next step was due at {late:?}: {:?}",
            state.case.map(|c| c.standing)
        ),
    };
    Some(Fault::new(Wrong::Orphan, what))
}

/// Visitor, fresh visitor, agents and export hold the same.
fn compare(
    log: &[Envelope<Inside>],
    thread: &Thread,
    fresh: &Browser<ToVisitor, VisitorFrame>,
) -> Vec<Fault> {
    let copy: Vec<Envelope<ToVisitor>> = log.iter().map(Envelope::to_visitor).collect();
    let mut faults = Vec::new();
    let mut must_be = |same: bool, who: &str, last: Seq| {
        if !same {
            let what = format!("{who} ends with {last}, and holds something else than the export");
            faults.push(Fault::new(Wrong::Differs, what));
        }
    };
    let (visitor, fresh) = (&thread.visitor.browser.talk, &fresh.talk);
    must_be(visitor.log == copy, "the visitor", visitor.state.last);
    must_be(fresh.log == copy, "a fresh visitor", fresh.state.last);
    must_be(
        visitor.state == fresh.state,
        "the visitor's thread",
        visitor.state.last,
    );
    let whole = fold(log);
    for agent in &thread.agents {
        let talk = &agent.talk;
        must_be(
            talk.log == log && talk.state == whole,
            "an agent",
            talk.state.last,
        );
    }
    faults
}

fn side<R, F>(browser: &Browser<R, F>) -> Side
where
    R: Audience,
    F: Asks,
{
    Side {
        asked: browser.asked.iter().map(|(id, frame)| frame.asked(id)).collect(),
        answered: browser.talk.answered.clone(),
    }
}

fn count<'a>(tally: &Tally, log: &[Envelope<Inside>], sides: impl Iterator<Item = &'a Side>) {
    let state = fold(log);
    for side in sides {
        for asked in &side.asked {
            let answers = || side.answered.iter().filter(|(id, _)| *id == asked.id);
            let refused = answers().find_map(|(_, answer)| answer.as_ref().err());
            let stored = state.accepted.has(&asked.id);
            match refused {
                _ if stored && refused.is_some() => tally.late_claims.one(),
                Some(refused) => {
                    tally.refused.one();
                    tally.outrun.add(u64::from(refused.code == "held_by_another"));
                }
                None => {}
            }
            if stored || answers().any(|(_, answer)| answer.is_ok()) {
                tally.acknowledged.one();
            }
        }
    }
}

/// The queue lists every open escalation as its conversation has it, and nothing else as open.
async fn queue_agrees(archive: &Archive, origin: &str, findings: &mut [Finding]) {
    let mut desk = Desk::new(
        origin,
        &archive.owner.cookie,
        Carrier::Socket,
        Chance::of(0, "owner", 0),
    );
    let end = now() + PATIENCE;
    let told = loop {
        desk.lives(200).await;
        if !desk.welcomed && now() < end {
            continue;
        }
        let mut told = BTreeMap::new();
        for finding in findings.iter_mut() {
            if let Some(what) = disagrees(&desk, finding) {
                told.insert(finding.conversation.clone(), what);
                // Time goes on: another step of waiting may have been done since it was looked at.
                finding.log = archive.log(&finding.conversation).await;
            }
        }
        if told.is_empty() || now() > end {
            break told;
        }
    };
    for finding in findings {
        if let Some(what) = told.get(&finding.conversation) {
            finding.faults.push(Fault::new(Wrong::Orphan, what.clone()));
        }
    }
}

fn disagrees(desk: &Desk, finding: &Finding) -> Option<String> {
    let state = fold(&finding.log);
    let own = queue::item(&finding.conversation, &state, Millis(0));
    match desk.items.get(&finding.conversation) {
        Some(item) if item.version == own.version && item.stage == own.stage => None,
        // Of those that are not open, the queue lists the latest only.
        None if state.case.is_none() => None,
        item => {
            let known = item.map(|item| (item.version, &item.stage));
            Some(format!(
                "the queue has {known:?}, the conversation is {:?}",
                (own.version, &own.stage)
            ))
        }
    }
}

fn fold(log: &[Envelope<Inside>]) -> State<Inside> {
    let mut state = State::default();
    for envelope in log {
        evolve(&mut state, envelope);
    }
    state
}

#[allow(
    clippy::disallowed_methods,
    reason = "tests run natively, where there is a clock"
)]
fn clock() -> Millis {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    Millis(since.map_or(0, |since| u64::try_from(since.as_millis()).unwrap_or(u64::MAX)))
}
