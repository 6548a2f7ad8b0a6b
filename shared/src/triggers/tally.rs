//! What adds up over a conversation since the last boundary: answers given, attempts that failed, what was offered.

use super::{
    Decision, ReasonCode, Verdict,
    asked::Asked,
    mood::Mood,
    repetition::{Need, SAME_NEED},
    signals::{Offer, Past, Told},
    topic::Topic,
};
use crate::conversation::{From, State};

/// So many turns back the same need is looked for; what lies further back was another matter, or a person was called.
const MEMORY: usize = 6;

/// One ended turn: what was asked and what was decided.
#[derive(Debug)]
pub(super) struct Turn<'a> {
    asked: Vec<&'a str>,
    decision: &'a Decision,
    /// What the assistant said.
    said: &'a str,
}

/// The ended turns since the last boundary, the newest first.
pub(super) fn turns(state: &State) -> Vec<Turn<'_>> {
    let start = state.thread.partition_point(|entry| entry.seq <= state.boundary);
    let mut turns: Vec<Turn<'_>> = Vec::new();
    let mut asked: Vec<&str> = Vec::new();
    for entry in &state.thread[start..] {
        match (&entry.from, &entry.decision) {
            (From::Visitor, _) if !state.unanswered.contains(&entry.seq) => asked.push(&entry.text),
            (From::Assistant, Some(decision)) => turns.push(Turn {
                asked: std::mem::take(&mut asked),
                decision,
                said: &entry.text,
            }),
            (From::Visitor, _) => {}
            // A call, a notice or a member's words: what was asked before is no longer the assistant's.
            _ => asked.clear(),
        }
    }
    turns.reverse();
    turns
}

/// What the present turn is, as far as counting needs it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Now<'a> {
    /// What is asked.
    pub asked: &'a [Asked<'a>],
    /// What it says about the last answer.
    pub told: Option<&'a Told>,
    /// What it is about.
    pub topic: Option<Topic>,
    /// What would be answered.
    pub answer: Option<&'a str>,
}

/// The counts, but for what was offered.
pub(super) fn count(past: &[Turn<'_>], now: Now<'_>) -> Past {
    let answered = |turn: &&Turn<'_>| turn.decision.verdict == Verdict::Answer && !missed(turn);
    let on_topic = |turn: &&Turn<'_>| now.topic.is_some() && turn.decision.topic == now.topic;
    Past {
        answers: number(past.iter().filter(answered).count()),
        answers_on_topic: number(past.iter().filter(answered).filter(on_topic).count()),
        failures: failures(past, now),
        misses: number(past.iter().take_while(|turn| missed(turn)).count()),
        offered: Vec::new(),
    }
}

/// Attempts on the present need that did not help. Walks back from the newest turn: one counts when the message after it
/// says that it was wrong or no help, when it was about the same need in other words, or when its answer would be
/// given again word for word: whoever asks on after an answer was not helped by it.
fn failures(past: &[Turn<'_>], now: Now<'_>) -> u32 {
    let mut same = Same::default();
    if !now.told.is_some_and(|told| told.bare) {
        same.needs.push(need_of(now.asked));
    }
    let mut complained = now.told.is_some();
    let mut failed = 0;
    for turn in past.iter().take(MEMORY) {
        let again = now.answer == Some(turn.said) && !missed(turn);
        if !complained && !again && !same.has(turn) {
            continue;
        }
        failed += 1;
        let told = turn.decision.signals.as_ref().and_then(|s| s.reaction.as_ref());
        complained = told.is_some();
        if !told.is_some_and(|told| told.bare) {
            same.turns.push(turn);
        }
    }
    failed
}

/// What was asked for the present need, in its different words. Those of turns are only read when something is compared
/// with them.
#[derive(Default)]
struct Same<'a> {
    needs: Vec<Need>,
    turns: Vec<&'a Turn<'a>>,
}

impl Same<'_> {
    /// Whether a turn was about it.
    fn has(&mut self, turn: &Turn<'_>) -> bool {
        self.needs.extend(self.turns.drain(..).map(Turn::need));
        let need = turn.need();
        self.needs.iter().any(|known| known.alike(&need) >= SAME_NEED)
    }
}

impl Turn<'_> {
    fn need(&self) -> Need {
        Need::of(&self.asked.join("\n"))
    }
}

fn need_of(asked: &[Asked<'_>]) -> Need {
    let tokens = asked.iter().flat_map(|asked| asked.looked.tokens());
    Need::of_words(tokens.map(|token| (token.word, token.exact)))
}

/// For what a person was offered already, each once.
pub(super) fn offered(past: &[Turn<'_>]) -> Vec<Offer> {
    let offers = past.iter().filter(|turn| turn.decision.verdict == Verdict::Offer);
    let mut offered: Vec<Offer> = offers
        .flat_map(|turn| &turn.decision.reasons)
        .map(|reason| Offer {
            code: reason.code,
            rule: reason.rule.clone(),
        })
        .collect();
    offered.sort();
    offered.dedup();
    offered
}

/// The moods of the messages before, oldest first.
pub(super) fn moods<'a>(past: &'a [Turn<'_>]) -> impl Iterator<Item = &'a Mood> {
    let signals = past
        .iter()
        .rev()
        .filter_map(|turn| turn.decision.signals.as_ref());
    signals.flat_map(|signals| &signals.moods)
}

/// The topics of turns that the assistant had no answer for.
pub(super) fn unresolved(past: &[Turn<'_>]) -> Vec<Topic> {
    let open = past.iter().filter(|turn| missed(turn));
    open.filter_map(|turn| turn.decision.topic).collect()
}

/// Whether the assistant had no answer.
fn missed(turn: &Turn<'_>) -> bool {
    turn.decision.reasons.iter().any(|reason| {
        matches!(
            reason.code,
            ReasonCode::NoSource
                | ReasonCode::LowConfidence
                | ReasonCode::AssistantUnavailable
                | ReasonCode::PolicyBlock
        )
    })
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
