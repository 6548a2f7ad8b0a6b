//! What is right and what is wrong with one conversation, given its log and what each client asked and was told. Reads
//! the events themselves and does not ask `evolve`, whose mistakes it would share.

use std::collections::BTreeMap;
use std::fmt;

use shared::conversation::{Envelope, Event, Inside};
use shared::ids::{ClientId, MemberId, Seq, TurnId};

use super::asked::{Asked, Kind};
use crate::client::Refused;

/// What must not happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wrong {
    /// Acknowledged and not in the log, never answered, or a number is missing.
    Lost,
    /// In the log more than once, acknowledged as two things, or refused and stored all the same.
    Doubled,
    /// In another order than its client asked.
    Reordered,
    /// The assistant, or an agent without the floor, spoke while somebody else had it.
    TalkOver,
    /// Two had the floor at once.
    TwoWinners,
    /// An escalation or a turn without an owner and without a next step, or unknown to the queue.
    Orphan,
    /// Two sides hold different things.
    Differs,
    /// A client could not go on.
    Broken,
}

impl Wrong {
    /// All of them, with the word that the report counts them under.
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::Lost, "lost"),
        (Self::Doubled, "doubled"),
        (Self::Reordered, "reordered"),
        (Self::TalkOver, "talk-over"),
        (Self::TwoWinners, "two winners"),
        (Self::Orphan, "orphans"),
        (Self::Differs, "differing"),
        (Self::Broken, "broken"),
    ];
}

/// One thing that went wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What kind.
    pub wrong: Wrong,
    /// What exactly.
    pub what: String,
}

impl Fault {
    /// A fault, in words.
    pub fn new(wrong: Wrong, what: impl Into<String>) -> Self {
        let what = what.into();
        Self { wrong, what }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {}", self.wrong, self.what)
    }
}

/// What one client asked and was told.
#[derive(Debug, Clone, Default)]
pub struct Side {
    /// Everything it asked, in order.
    pub asked: Vec<Asked>,
    /// Every answer it heard, in order.
    pub answered: Vec<(ClientId, Result<Seq, Refused>)>,
}

/// The first number is 1 and none is missing.
pub fn numbers(log: &[Envelope]) -> Vec<Fault> {
    let wrong = log.iter().zip(1..).find(|(event, number)| event.seq.0 != *number);
    let fault = wrong.map(|(event, number)| {
        Fault::new(
            Wrong::Lost,
            format!("event {} stands at place {number}", event.seq),
        )
    });
    fault.into_iter().collect()
}

/// Everything acknowledged is there once, as what it was acknowledged as, in the order asked; nothing refused is there.
pub fn once_in_order(log: &[Envelope], side: &Side) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut before: Option<(Seq, &ClientId)> = None;
    for asked in &side.asked {
        let events: Vec<&Envelope> = log
            .iter()
            .filter(|event| of(&event.event).is_some_and(|(id, _)| *id == asked.id))
            .collect();
        let answers: Vec<&Result<Seq, Refused>> = side
            .answered
            .iter()
            .filter(|(id, _)| *id == asked.id)
            .map(|(_, answer)| answer)
            .collect();
        faults.extend(once(asked, &events, &answers));
        // What may be refused for how things stand just now may be taken later, when it is sent again.
        let kept = matches!(asked.kind, Kind::Message | Kind::Call);
        if let Some(event) = events.first().filter(|_| kept) {
            if let Some((seq, id)) = before.filter(|(seq, _)| *seq > event.seq) {
                let what = format!(
                    "{id} was asked before {} and is {seq} after {}",
                    asked.id, event.seq
                );
                faults.push(Fault::new(Wrong::Reordered, what));
            }
            before = Some((event.seq, &asked.id));
        }
    }
    faults
}

fn once(asked: &Asked, events: &[&Envelope], answers: &[&Result<Seq, Refused>]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut add = |wrong, what: String| faults.push(Fault::new(wrong, format!("{}: {what}", asked.id)));
    if events.len() > 1 {
        add(Wrong::Doubled, format!("{} events", events.len()));
    }
    if let (Some(event), Some(words)) = (events.first(), &asked.words)
        && of(&event.event).and_then(|(_, words)| words) != Some(words.as_str())
    {
        add(
            Wrong::Lost,
            format!("asked with {words:?}, and the log has other words"),
        );
    }
    let mut accepted: Vec<Seq> = answers
        .iter()
        .filter_map(|answer| answer.as_ref().ok().copied())
        .collect();
    accepted.dedup();
    if let [first, second, ..] = accepted[..] {
        add(Wrong::Doubled, format!("acknowledged as {first} and as {second}"));
    }
    for seq in accepted {
        let there = events.iter().any(|event| event.seq == seq);
        if !there {
            add(
                Wrong::Lost,
                format!("acknowledged as {seq}, which is something else"),
            );
        }
    }
    let refused = answers.iter().any(|answer| answer.is_err());
    // A claim's copy that comes late, when nobody has the floor any more, is a claim.
    if refused && !events.is_empty() && asked.kind == Kind::Message {
        add(Wrong::Doubled, "refused, and stored all the same".to_owned());
    }
    if answers.is_empty() && events.is_empty() {
        add(Wrong::Lost, "never answered".to_owned());
    }
    faults
}

/// One speaker at a time: who has the floor is followed from claim to release.
pub fn one_speaker(log: &[Envelope]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let (mut holder, mut open): (Option<&MemberId>, bool) = (None, false);
    let mut turns: BTreeMap<TurnId, Seq> = BTreeMap::new();
    for Envelope { seq, event, .. } in log {
        let mut add = |wrong, what: String| faults.push(Fault::new(wrong, format!("{seq}: {what}")));
        match event {
            Event::Claimed { by, .. } => {
                if let Some(holder) = holder {
                    add(
                        Wrong::TwoWinners,
                        format!("{} claimed what {holder} had", by.name),
                    );
                }
                holder = Some(&by.id);
            }
            Event::Answered { .. } | Event::Offered { .. } if holder.is_some() => {
                add(
                    Wrong::TalkOver,
                    "the assistant spoke while an agent had the floor".to_owned(),
                );
            }
            Event::Replied { by, .. } if holder != Some(by) => {
                add(Wrong::TalkOver, format!("{by} spoke without the floor"));
            }
            Event::Escalated { .. } if open => {
                add(Wrong::Doubled, "an escalation in an open one".to_owned());
            }
            Event::Lapsed { .. } => holder = None,
            Event::Transferred { to, .. } => holder = to.as_ref().map(|member| &member.id),
            Event::HandedBack { .. } | Event::Closed { .. } => (holder, open) = (None, false),
            _ => {}
        }
        if matches!(event, Event::Escalated { .. }) {
            open = true;
        }
        if let Some(turn) = ended(event)
            && let Some(first) = turns.insert(turn, *seq)
        {
            add(
                Wrong::Doubled,
                format!("ends turn {}, which {first} ended", turn.0),
            );
        }
    }
    faults
}

/// Of all who claimed, those who were told that they have it each have an event of their own.
pub fn winners(log: &[Envelope], agents: &[Side]) -> Vec<Fault> {
    let mut won: BTreeMap<Seq, &ClientId> = BTreeMap::new();
    let mut faults = Vec::new();
    for agent in agents {
        let claims = agent.asked.iter().filter(|asked| asked.kind == Kind::Claim);
        for claim in claims {
            let told = agent
                .answered
                .iter()
                .filter(|(id, _)| *id == claim.id)
                .filter_map(|(_, answer)| answer.as_ref().ok());
            for seq in told {
                let theirs = log.iter().any(|e| {
                    e.seq == *seq && matches!(&e.event, Event::Claimed { id, .. } if *id == claim.id)
                });
                let other = won.insert(*seq, &claim.id).filter(|id| **id != claim.id);
                if let (false, _) | (_, Some(_)) = (theirs, other) {
                    let what = format!("{} was told that it won as {seq}", claim.id);
                    faults.push(Fault::new(Wrong::TwoWinners, what));
                }
            }
        }
    }
    faults
}

/// The id that a client asked for this event with, and the words it asked for.
fn of(event: &Event<Inside>) -> Option<(&ClientId, Option<&str>)> {
    match event {
        Event::Said { id, text } | Event::Replied { id, text, .. } => Some((id, Some(text))),
        Event::Escalated { id: Some(id), .. }
        | Event::AskedAgain { id }
        | Event::Declined { id }
        | Event::DetailsLeft { id, .. }
        | Event::Claimed { id, .. }
        | Event::HandedBack { id, .. }
        | Event::Transferred { id, .. }
        | Event::Closed { id, .. } => Some((id, None)),
        _ => None,
    }
}

fn ended(event: &Event<Inside>) -> Option<TurnId> {
    match event {
        Event::Answered { turn, .. }
        | Event::Offered { turn, .. }
        | Event::Passed { turn, .. }
        | Event::Escalated { turn: Some(turn), .. } => Some(*turn),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
