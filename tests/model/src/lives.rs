//! Lives lived at random: a list of numbers chooses what happens next, and when it is over the lines heal, and everything
//! that was promised must have come true.

use proptest::{
    collection::vec,
    prelude::any,
    test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner},
};
use shared::{
    conversation::{Audience, Command},
    ids::ClientId,
    policy::Policy,
};

use crate::{
    cast::{self, Who, Work},
    check,
    client::{Client, Down},
    object::fold,
    rule::{Broken, Held, Rule, demand},
    wire::{Peer, Wire},
};

/// Steps of the longest life.
const LONGEST: usize = 48;

/// Lives so many lives; the same seed lives the same ones. The shortest that breaks a rule is what fails.
///
/// # Errors
/// The breach, with the numbers that lead to it.
pub fn lives(count: u32, seed: u8) -> Result<(), String> {
    let config = Config {
        cases: count,
        failure_persistence: None,
        ..Config::default()
    };
    let policies = [cast::policy(true), cast::policy(false)];
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let outcome = runner.run(&vec(any::<u32>(), 4..LONGEST), |choices| {
        let policy = &policies[usize::from(choices[0] & 1 == 0)];
        live(&choices, policy).map_err(|broken| TestCaseError::fail(broken.to_string()))
    });
    outcome.map_err(|error| match error {
        TestError::Fail(why, choices) => format!("{why}\nafter {choices:?}"),
        TestError::Abort(why) => why.to_string(),
    })
}

/// One life.
///
/// # Errors
/// The rule it breaks.
pub fn live(choices: &[u32], policy: &Policy) -> Result<(), Broken> {
    let mut wire = Wire::default();
    for peer in Peer::ALL {
        wire.connects(peer);
    }
    for choice in choices {
        step(&mut wire, *choice, policy)?;
    }
    check::state(&wire.object, policy)?;
    settles_down(&mut wire, policy)
}

/// One step. The low digits choose what, the higher ones with whom and how.
fn step(wire: &mut Wire, choice: u32, policy: &Policy) -> Held {
    let (what, how) = (choice % 32, choice / 32);
    let peer = Peer::ALL[(how % 3) as usize];
    let pick = |len: usize| (how / 4) as usize % len;
    // Whether what arrives arrives once more later, and whether it is lost instead.
    let (again, lost) = (how & 1 == 0, how % 11 == 0);
    match what {
        0..=3 => wire.visits(how),
        4..=7 => wire.helps(if how & 1 == 0 { Who::Ada } else { Who::Bob }, how / 2),
        8..=15 if !wire.up.is_empty() => {
            let at = pick(wire.up.len());
            let frame = if again {
                wire.up[at].clone()
            } else {
                wire.up.remove(at)
            };
            if !lost {
                wire.arrives(frame, policy)?;
            }
        }
        16..=20 => match peer {
            Peer::Visitor => arrives(&mut wire.visitor, how, again, lost)?,
            Peer::Agent(who) => arrives(&mut wire.agents[who as usize], how, again, lost)?,
        },
        21 => wire.begins_work(),
        22 | 23 if !wire.work.is_empty() => {
            let at = pick(wire.work.len());
            let work = if again {
                wire.work[at]
            } else {
                wire.work.remove(at)
            };
            wire.ends_work(work, Work::ALL[(how % 4) as usize], policy)?;
        }
        24 => wire.applies(&Command::Tick, policy).map(drop)?,
        25 => passes(wire, how),
        26 => wire.connects(peer),
        27 => match peer {
            Peer::Visitor => wire.visitor.reload(),
            Peer::Agent(who) => wire.agents[who as usize].reload(),
        },
        28 => wire.evict(again),
        29 => wire.tells_queue(),
        30 if !wire.items.is_empty() => {
            let at = pick(wire.items.len());
            let item = if again {
                wire.items[at].clone()
            } else {
                wire.items.remove(at)
            };
            wire.queue_hears(&item, !lost)?;
        }
        31 if how % 16 == 0 => {
            let member = Who::Ada.member().id;
            wire.applies(&Command::Release { member }, policy).map(drop)?;
        }
        _ => {}
    }
    Ok(())
}

fn arrives<R: Audience>(client: &mut Client<R>, how: u32, again: bool, lost: bool) -> Held {
    if client.down.is_empty() {
        return Ok(());
    }
    let at = (how / 4) as usize % client.down.len();
    let frame: Down<R> = if again {
        client.down[at].clone()
    } else {
        client.down.remove(at)
    };
    if lost { Ok(()) } else { client.receives(&frame) }
}

/// A while passes: a little, to the alarm, just before it, or far beyond it.
fn passes(wire: &mut Wire, how: u32) {
    let now = wire.object.now;
    let due = wire.object.due().unwrap_or(now).max(now);
    wire.object.now = match how % 5 {
        0 => now.plus(u64::from(how) % 30_000),
        1 | 2 => due,
        3 => now.plus(due.since(now).saturating_sub(1)),
        _ => due.plus(u64::from(how) % check::LATE),
    };
}

/// The lines heal. Everything under way arrives, then nothing may be missing anywhere.
fn settles_down(wire: &mut Wire, policy: &Policy) -> Held {
    for _ in 0..3 {
        for peer in Peer::ALL {
            wire.connects(peer);
        }
        for frame in std::mem::take(&mut wire.up) {
            wire.arrives(frame, policy)?;
        }
        drain(&mut wire.visitor)?;
        wire.agents.iter_mut().try_for_each(drain)?;
        wire.tells_queue();
        for item in std::mem::take(&mut wire.items) {
            wire.queue_hears(&item, true)?;
        }
        // And then time goes on.
        if let Some(due) = wire.object.due() {
            wire.object.now = wire.object.now.max(due);
            wire.applies(&Command::Tick, policy)?;
        }
    }
    drain(&mut wire.visitor)?;
    wire.agents.iter_mut().try_for_each(drain)?;
    wire.tells_queue();
    for item in std::mem::take(&mut wire.items) {
        wire.queue_hears(&item, true)?;
    }
    promises(wire, policy)
}

fn drain<R: Audience>(client: &mut Client<R>) -> Held {
    let frames = std::mem::take(&mut client.down);
    frames.iter().try_for_each(|frame| client.receives(frame))
}

/// What must be true in the end.
fn promises(wire: &Wire, policy: &Policy) -> Held {
    check::state(&wire.object, policy)?;
    let state = &wire.object.state;
    let known = wire.queue.as_ref().map(|item| item.version.0).unwrap_or_default();
    demand(Rule::QueueCatchesUp, known == state.last.0 && !wire.mark, || {
        format!("{known} of {}", state.last)
    })?;
    shows_all(&wire.visitor, wire)?;
    wire.agents.iter().try_for_each(|agent| shows_all(agent, wire))?;
    for id in &wire.asked {
        let waits = |id: &ClientId| {
            let visitors = wire.visitor.outbox.all().iter();
            let agents = wire.agents.iter().flat_map(|agent| agent.outbox.all());
            visitors.chain(agents).any(|pending| pending.id == *id)
        };
        let kept = state.accepted.has(id) || waits(id);
        demand(Rule::NothingLost, kept, || format!("{id} is nowhere"))?;
    }
    Ok(())
}

fn shows_all<R: Audience>(client: &Client<R>, wire: &Wire) -> Held {
    let whole = fold(wire.object.log.iter().map(|envelope| &**envelope));
    let same = check::alike(&whole, &client.page);
    demand(Rule::VisitorsCopy, same, || {
        format!("{:?} is not {whole:?}", client.page)
    })?;
    let sending = client.outbox.to_send().next();
    demand(Rule::NothingLost, sending.is_none(), || {
        format!("{sending:?} was never answered")
    })?;
    for (id, seq) in &client.told {
        let stored = whole.accepted.get(id).map(|one| one.seq);
        demand(Rule::Acknowledged, stored == Some(*seq), || {
            format!("{id}: told {seq}, stored {stored:?}")
        })?;
    }
    Ok(())
}
