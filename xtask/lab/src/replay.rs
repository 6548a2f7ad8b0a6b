//! `cargo xtask replay POLICY LOG…`: what another policy would have decided about conversations that were had.
//!
//! A log is what `GET /api/v1/conversations/ID` gives: one event a line. Several logs may stand in one file; each begins with
//! the event number 1.

use std::{
    fs,
    path::{Path, PathBuf},
};

use shared::{
    conversation::Envelope,
    text::clip,
    triggers::{Decision, Replayed, Verdict, replay},
};

use crate::fault::{Fault, Outcome};

/// How many characters of a message are printed.
const QUOTED: usize = 70;

/// Replays the logs. Gives every turn that would come out otherwise, and the counts.
pub fn run(policy: &Path, logs: &[PathBuf]) -> Outcome<String> {
    let policy = crate::policy::read(policy)?;
    let hash = policy.hash();
    let mut turns = Vec::new();
    let mut conversations = 0;
    for path in logs {
        for log in read_logs(path)? {
            conversations += 1;
            turns.extend(replay(&policy, &hash, &log));
        }
    }
    let mut lines: Vec<String> = turns.iter().filter(|turn| turn.changed()).map(told).collect();
    lines.push(counts(conversations, &turns));
    Ok(lines.join("\n") + "\n")
}

/// The logs of one file.
fn read_logs(path: &Path) -> Outcome<Vec<Vec<Envelope>>> {
    let mut logs: Vec<Vec<Envelope>> = Vec::new();
    for (number, line) in (1..).zip(read(path)?.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        let envelope: Envelope = serde_json::from_str(line)
            .map_err(|e| Fault::new(format!("{}, line {number} is no event: {e}", path.display())))?;
        match logs.last_mut() {
            Some(log) if envelope.seq.0 != 1 => log.push(envelope),
            _ => logs.push(vec![envelope]),
        }
    }
    Ok(logs)
}

fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|e| Fault::new(format!("{} could not be read: {e}", path.display())))
}

fn told(turn: &Replayed) -> String {
    let about = if turn.exact {
        ""
    } else {
        " (signals were not stored: read again)"
    };
    format!(
        "“{}”{about}\n    was   {}\n    would {}",
        clip(&turn.asked.join(" / "), QUOTED),
        in_words(&turn.was),
        in_words(&turn.would),
    )
}

fn in_words(decision: &Decision) -> String {
    let reasons: Vec<String> = decision
        .reasons
        .iter()
        .map(shared::triggers::Reason::told)
        .collect();
    let done = match decision.verdict {
        Verdict::Answer => "answer",
        Verdict::Offer => "offer",
        Verdict::Escalate => "escalate",
    };
    if reasons.is_empty() {
        return format!("{done}, queue {}", decision.queue);
    }
    format!("{done}, queue {}: {}", decision.queue, reasons.join("; "))
}

fn counts(conversations: usize, turns: &[Replayed]) -> String {
    let all = |verdict: Verdict, of: fn(&Replayed) -> &Decision| {
        turns.iter().filter(|turn| of(turn).verdict == verdict).count()
    };
    let mut lines = vec![format!(
        "{conversations} conversations, {} turns, {} would come out otherwise",
        turns.len(),
        turns.iter().filter(|turn| turn.changed()).count()
    )];
    for (name, verdict) in [
        ("answer", Verdict::Answer),
        ("offer", Verdict::Offer),
        ("escalate", Verdict::Escalate),
    ] {
        let (was, would) = (all(verdict, |turn| &turn.was), all(verdict, |turn| &turn.would));
        lines.push(format!("  {name:<9} was {was:>5}   would be {would:>5}"));
    }
    lines.join("\n")
}
