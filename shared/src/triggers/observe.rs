//! From a conversation to what is observed about its present turn. Reads words and counts; weighs nothing.

use super::{
    assent::assent,
    buying, confidence, explicit, mood,
    mood::Mood,
    needs, promise, refusal,
    repetition::{reaction, reaction_in},
    replay::phrases,
    signals::{Past, Seen, Signals, Told, Tried},
    tally,
    topic::{self, Scored},
};
use crate::{
    conversation::{Attempt, Entry, From, State},
    knowledge::{Passage, quote, terms},
    policy::Policy,
    text::{fold, words},
};

/// So many messages back the question that a correction is about is looked for.
const EARLIER: usize = 4;

/// Observes the turn under way. Of the policy only the owner's phrases are read.
pub fn observe(policy: &Policy, state: &State, attempt: Option<&Attempt>) -> Signals {
    let asked: Vec<&Entry> = state.asked().collect();
    let mut signals = of_words(policy, &asked, last_words(state));
    let answered = state.put_to_them.and_then(|_| answer_to_offer(&asked));
    let answered_only = answered.is_some() && asked.len() == 1;
    if answered.is_some() {
        // "No" to the offer is not "no, that's wrong" about an answer.
        signals.reaction = None;
    }
    signals.accepts = answered.and_then(|(yes, seen)| yes.then_some(seen));
    let past = tally::turns(state);
    let question = joined(&asked);
    let answer = attempt.and_then(would_say);
    let now = tally::Now {
        question: &question,
        told: signals.reaction.as_ref(),
        topic: signals.topics.first().map(|scored| scored.topic),
        answer: answer.as_deref(),
    };
    let counts = tally::count(&past, now);
    signals.past = Past {
        offered: tally::offered(&past),
        ..counts
    };
    let mut moods: Vec<Mood> = tally::moods(&past);
    moods.extend(signals.moods.iter().cloned());
    signals.heat = mood::heat(&moods);
    signals.needs = needs::open(&question, &signals.topics, &tally::unresolved(&past));
    let bare = signals.reaction.as_ref().is_some_and(|told| told.bare);
    let bare = bare || answered_only;
    signals.attempt = attempt.map(|attempt| tried(attempt, &question, bare));
    signals
}

/// What the messages answer to the offer before them, if they answer it.
fn answer_to_offer(asked: &[&Entry]) -> Option<(bool, Seen)> {
    asked.iter().find_map(|entry| {
        let seen = Seen {
            message: entry.seq,
            words: fold(&entry.text),
        };
        assent(&entry.text).map(|yes| (yes, seen))
    })
}

/// The words to look up for the turn under way. Of a message that only says "no, that's wrong", those of the question before
/// it: a model may do better with the same pages.
pub fn wanted(state: &State) -> Vec<String> {
    let asked: Vec<&Entry> = state.asked().collect();
    let bare = |entry: &&Entry| reaction(&entry.text).is_some_and(|(_, words)| is_bare(&entry.text, &words));
    if asked.is_empty() || !asked.iter().all(&bare) {
        return terms(&joined(&asked));
    }
    let earlier = state.thread.iter().rev().filter(|entry| {
        entry.seq > state.boundary && entry.from == From::Visitor && !state.unanswered.contains(&entry.seq)
    });
    earlier
        .take(EARLIER)
        .find(|entry| !bare(entry))
        .map_or_else(Vec::new, |entry| terms(&entry.text))
}

/// What the message says about the answer before it.
fn told(entry: &Entry, before: &str) -> Option<Told> {
    let by_itself = reaction(&entry.text);
    // What only the question before it makes a correction says something of its own: it is looked up.
    let bare = by_itself
        .as_ref()
        .is_some_and(|(_, words)| is_bare(&entry.text, words));
    let (reaction, words) = by_itself.or_else(|| reaction_in(&entry.text, before))?;
    Some(Told {
        message: entry.seq,
        reaction,
        words,
        bare,
    })
}

/// The assistant's last words in this chapter.
fn last_words(state: &State) -> &str {
    let since = state
        .thread
        .iter()
        .rev()
        .take_while(|entry| entry.seq > state.boundary);
    let mut said = since.filter(|entry| entry.from == From::Assistant);
    said.next().map_or("", |entry| entry.text.as_str())
}

/// What the messages say by themselves, and about the assistant's words `before` them.
fn of_words(policy: &Policy, asked: &[&Entry], before: &str) -> Signals {
    let mut signals = Signals {
        message: asked.last().map(|entry| entry.seq),
        keywords: phrases(policy, asked),
        ..Signals::default()
    };
    for entry in asked {
        let seen = |words: String| Seen {
            message: entry.seq,
            words,
        };
        let text = entry.text.as_str();
        let (request, probe) = explicit::read(text);
        signals.explicit = signals.explicit.or(request.map(|found| seen(found.words)));
        signals.probe = signals.probe.or(probe.map(|found| seen(found.words)));
        if signals.buying.is_none() {
            signals.buying = buying::detect(text).map(seen);
        }
        if let Some(told) = told(entry, before) {
            signals.reaction = Some(told);
        }
        signals.moods.push(mood::read(text));
        merge(&mut signals.topics, topic::classify(text));
    }
    signals
}

/// Every topic once, with the surest score, the surest first.
fn merge(topics: &mut Vec<Scored>, more: Vec<Scored>) {
    for scored in more {
        match topics.iter_mut().find(|known| known.topic == scored.topic) {
            Some(known) if known.percent >= scored.percent => {}
            Some(known) => *known = scored,
            None => topics.push(scored),
        }
    }
    topics.sort_by(|a, b| b.percent.cmp(&a.percent).then(a.topic.cmp(&b.topic)));
}

/// Whether a reaction is all that the message holds: what remains without its words asks for nothing.
fn is_bare(text: &str, matched: &[String]) -> bool {
    let told: Vec<&str> = matched.iter().flat_map(|phrase| words(phrase)).collect();
    terms(text).iter().all(|term| told.contains(&term.as_str()))
}

fn joined(asked: &[&Entry]) -> String {
    let texts: Vec<&str> = asked.iter().map(|entry| entry.text.as_str()).collect();
    texts.join("\n")
}

/// What an attempt would say, if it is committed.
fn would_say(attempt: &Attempt) -> Option<String> {
    match attempt {
        Attempt::Quote { passages } => quote(passages).map(|(text, _)| text),
        Attempt::Written { text, .. } => Some(text.trim().to_owned()),
        Attempt::Declined { .. } | Attempt::Refused | Attempt::Failed { .. } => None,
    }
}

fn tried(attempt: &Attempt, question: &str, bare: bool) -> Tried {
    match attempt {
        Attempt::Quote { passages } => Tried::Quoted {
            support: supported(question, passages, bare),
        },
        Attempt::Written { passages, text } => Tried::Written {
            grounded: confidence::grounded(text, passages),
            promise: promise::detect(text),
            refusal: refusal::detect(text),
        },
        Attempt::Declined { .. } => Tried::NoAnswer,
        Attempt::Refused => Tried::Refused,
        Attempt::Failed { .. } => Tried::Failed,
    }
}

/// "Hello", "thanks" and "no, that's wrong" ask for nothing that a page could answer.
fn supported(question: &str, passages: &[Passage], bare: bool) -> Option<u32> {
    let nothing_asked = bare || (passages.is_empty() && terms(&fold(question)).is_empty());
    (!nothing_asked).then(|| confidence::support(question, passages))
}
