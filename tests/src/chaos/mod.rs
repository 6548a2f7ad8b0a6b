//! Chaos on the real runtime: many visitors and agents talk over a bad network to a workerd that is killed and started again;
//! afterwards nothing acknowledged may be missing, doubled, out of order or talked over, and nobody may wait in vain.
//!
//! [`run`] is one such run. It asserts no times: what is waited for is waited for by condition, with patience.

mod aftermath;
mod agent;
mod asked;
mod browser;
mod chance;
mod desk;
mod judge;
mod link;
mod proxy;
mod report;
mod stage;
mod tally;
mod visitor;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinHandle;
use tokio::time::sleep;

pub use judge::Wrong;
pub use report::Report;

use self::aftermath::Thread;
use self::agent::Agent;
use self::chance::Chance;
use self::judge::Fault;
use self::proxy::Proxy;
use self::stage::Stage;
use self::tally::Tally;
use self::visitor::Visitor;
use crate::client::Key;
use crate::edge::{SITE, TestEdge};

/// After the storm, the time until everything asked must have been answered.
const SETTLING: Duration = Duration::from_mins(1);

/// How much of it.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// What chance begins with.
    pub seed: u64,
    /// Visitors, each with a conversation.
    pub conversations: u64,
    /// Agents.
    pub agents: u64,
    /// How long it storms.
    pub seconds: u64,
    /// How often workerd is killed meanwhile.
    pub kills: u64,
}

impl Default for Options {
    /// The run whose figures are in `docs/reliability.md`.
    fn default() -> Self {
        Self {
            seed: 1,
            conversations: 200,
            agents: 20,
            seconds: 60,
            kills: 5,
        }
    }
}

/// Runs it, and says what was tried and what was found.
pub async fn run(options: &Options) -> Report {
    let tally = Arc::new(Tally::default());
    let mut stage = Stage::open(options.agents).await;
    let proxy = Proxy::start(stage.edge.port(), options.seed, Arc::clone(&tally)).await;
    let time = Duration::from_secs(options.seconds);
    let visitors = visitors(options, &proxy, time, &tally);
    let agents = agents(options, &stage, &proxy, time, &tally);
    storm(options, &mut stage.edge, &tally).await;
    proxy.calm();

    let origin = proxy.address();
    let archive = &stage.archive;
    let looking = async {
        let mut faults = Vec::new();
        let visitors = gather(visitors, "visitor", &mut faults).await;
        let agents = gather(agents, "agent", &mut faults).await;
        let threads = threads(visitors, agents);
        let findings = aftermath::look(archive, &origin, threads, &tally).await;
        (findings, faults)
    };
    let (findings, faults) = tokio::select! {
        found = looking => found,
        () = watch(&mut stage.edge, &tally, Duration::MAX) => unreachable!("it watches for ever"),
    };
    Report {
        options: *options,
        tally,
        findings,
        faults,
        log: stage.edge.log(),
    }
}

fn visitors(
    options: &Options,
    proxy: &Proxy,
    time: Duration,
    tally: &Arc<Tally>,
) -> Vec<JoinHandle<(Visitor, bool)>> {
    let arrive = |number| {
        let key = Key::fresh(SITE);
        let mut visitor = Visitor::new(number, key, &proxy.address(), options.seed, tally);
        tokio::spawn(async move {
            visitor.stays(time).await;
            let settled = visitor.settles(SETTLING).await;
            (visitor, settled)
        })
    };
    (0..options.conversations).map(arrive).collect()
}

fn agents(
    options: &Options,
    stage: &Stage,
    proxy: &Proxy,
    time: Duration,
    tally: &Arc<Tally>,
) -> Vec<JoinHandle<(Agent, bool)>> {
    let arrive = |(member, number): (&stage::Member, u64)| {
        let session = (proxy.address(), member.cookie.clone());
        let session = (session.0.as_str(), session.1.as_str());
        let mut agent = Agent::new(number, member.id.clone(), session, options.seed, tally);
        tokio::spawn(async move {
            agent.works(time).await;
            let settled = agent.settles(SETTLING).await;
            (agent, settled)
        })
    };
    stage.agents.iter().zip(0..).map(arrive).collect()
}

/// Kills workerd now and then, and lets it lie for a moment, until the time is over.
async fn storm(options: &Options, edge: &mut TestEdge, tally: &Tally) {
    let mut chance = Chance::of(options.seed, "storm", 0);
    let part = options.seconds * 1_000 / (options.kills + 1);
    for _ in 0..options.kills {
        let down = chance.between(0, 800.min(part / 2));
        watch(edge, tally, Duration::from_millis(part - down)).await;
        tally.kills.one();
        edge.kill();
        sleep(Duration::from_millis(down)).await;
        tokio::task::block_in_place(|| edge.restart());
    }
    watch(edge, tally, Duration::from_millis(part)).await;
}

/// Starts workerd again should it end by itself, for so long.
async fn watch(edge: &mut TestEdge, tally: &Tally, time: Duration) {
    let watching = async {
        loop {
            sleep(Duration::from_millis(100)).await;
            if edge.has_ended() {
                tally.crashes.one();
                tokio::task::block_in_place(|| edge.restart());
            }
        }
    };
    // Being over is what it waits for.
    let _: Result<(), _> = tokio::time::timeout(time, watching).await;
}

async fn gather<T>(tasks: Vec<JoinHandle<(T, bool)>>, who: &str, faults: &mut Vec<Fault>) -> Vec<T> {
    let mut all = Vec::new();
    for (number, task) in tasks.into_iter().enumerate() {
        match task.await {
            Ok((one, settled)) => {
                if !settled {
                    let what = format!("{who} {number} waits for answers in vain");
                    faults.push(Fault::new(Wrong::Lost, what));
                }
                all.push(one);
            }
            Err(error) => faults.push(Fault::new(Wrong::Broken, format!("{who} {number}: {error}"))),
        }
    }
    all
}

fn threads(visitors: Vec<Visitor>, agents: Vec<Agent>) -> Vec<Thread> {
    let mut windows: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (conversation, window) in agents.into_iter().flat_map(|agent| agent.windows) {
        windows.entry(conversation).or_default().push(window);
    }
    let thread = |visitor: Visitor| {
        let agents = windows.remove(&visitor.key.conversation).unwrap_or_default();
        Thread { visitor, agents }
    };
    visitors.into_iter().map(thread).collect()
}
