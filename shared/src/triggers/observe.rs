//! From a conversation to what is observed about its present turn. Reads words and counts; weighs nothing.

use super::{
    asked::Asked,
    assent::assent,
    bare::is_bare,
    buying, confidence, explicit, mood, needs, promise,
    question::joined,
    refusal,
    repetition::{hear, reaction},
    replay::phrases,
    signals::{Past, Seen, Signals, Told, Tried},
    tally,
    topic::{Scored, Topic},
};
use crate::{
    conversation::{Attempt, Entry, From, State},
    knowledge::{Passage, look_up_terms, quote, terms},
    policy::Policy,
    text::{Reading, fold},
};

/// So many messages back the question that a correction is about is looked for.
const EARLIER: usize = 4;

/// Observes the turn under way. Of the policy only the owner's phrases are read.
pub fn observe(policy: &Policy, state: &State, attempt: Option<&Attempt>) -> Signals {
    let entries: Vec<&Entry> = state.asked().collect();
    let readings: Vec<Reading<'_>> = entries.iter().map(|entry| Reading::of(&entry.text)).collect();
    let asked: Vec<Asked<'_>> = entries
        .iter()
        .zip(&readings)
        .map(|(entry, read)| Asked::new(entry, read))
        .collect();
    let mut signals = of_words(policy, &asked, &Reading::of(last_words(state)));
    let put_to_them = state.put_to_them.is_some() || told_where(state);
    let answered = put_to_them.then(|| answer_to_offer(&asked)).flatten();
    let answered_only = answered.is_some() && asked.len() == 1;
    if answered.is_some() {
        // "No" to the offer is not "no, that's wrong" about an answer.
        signals.reaction = None;
    }
    signals.accepts = answered.and_then(|(yes, seen)| yes.then_some(seen));
    let past = tally::turns(state);
    let answer = attempt.and_then(would_say);
    let now = tally::Now {
        asked: &asked,
        told: signals.reaction.as_ref(),
        topic: signals.topics.first().map(|scored| scored.topic),
        answer: answer.as_deref(),
    };
    let counts = tally::count(&past, now);
    signals.past = Past {
        offered: tally::offered(&past),
        ..counts
    };
    signals.heat = mood::heat(tally::moods(&past).chain(&signals.moods));
    signals.needs = needs::open(&asked, &signals.topics, &tally::unresolved(&past));
    let bare = signals.reaction.as_ref().is_some_and(|told| told.bare);
    let bare = bare || answered_only;
    signals.attempt = attempt.map(|attempt| tried(attempt, &joined(&entries), bare));
    signals
}

/// What the messages answer to the offer before them, if they answer it.
fn answer_to_offer(asked: &[Asked<'_>]) -> Option<(bool, Seen)> {
    asked.iter().find_map(|asked| {
        let seen = Seen {
            message: asked.entry.seq,
            words: asked.read.folded().to_owned(),
        };
        assent(&asked.entry.text).map(|yes| (yes, seen))
    })
}

/// Whether the assistant's last words said, in place of an answer and of a second offer, where a person is to be had: a "yes,
/// please" to that is meant as it is to an offer.
fn told_where(state: &State) -> bool {
    let mut before = state
        .thread
        .iter()
        .rev()
        .take_while(|entry| entry.seq > state.boundary)
        .skip_while(|entry| state.unanswered.contains(&entry.seq));
    let decision = before.next().and_then(|entry| entry.decision.as_ref());
    decision.is_some_and(|decision| decision.withholds().is_some())
}

/// The words to look up for the turn under way. Of a message that only says "no, that's wrong", those of the question before
/// it: a model may do better with the same pages.
pub fn wanted(state: &State) -> Vec<String> {
    let asked: Vec<&Entry> = state.asked().collect();
    let bare = |entry: &&Entry| reaction(&entry.text).is_some_and(|(_, words)| is_bare(&entry.text, &words));
    if asked.is_empty() || !asked.iter().all(&bare) {
        return look_up_terms(&joined(&asked));
    }
    let earlier = state.thread.iter().rev().filter(|entry| {
        entry.seq > state.boundary && entry.from == From::Visitor && !state.unanswered.contains(&entry.seq)
    });
    earlier
        .take(EARLIER)
        .find(|entry| !bare(entry))
        .map_or_else(Vec::new, |entry| look_up_terms(&entry.text))
}

/// What the message says about the answer before it, if there is one: "still nothing works" may be all that was said yet.
fn told(asked: &Asked<'_>, before: &Reading<'_>) -> Option<Told> {
    if before.text().is_empty() {
        return None;
    }
    let heard = hear(asked.read, &asked.sentences, &asked.slots, before);
    // What only the question before it makes a correction says something of its own: it is looked up.
    let bare = heard
        .by_itself
        .as_ref()
        .is_some_and(|(_, words)| is_bare(&asked.entry.text, words));
    let (reaction, words) = heard.by_itself.or(heard.in_context)?;
    Some(Told {
        message: asked.entry.seq,
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
fn of_words(policy: &Policy, asked: &[Asked<'_>], before: &Reading<'_>) -> Signals {
    let mut signals = Signals {
        message: asked.last().map(|asked| asked.entry.seq),
        keywords: phrases(policy, asked.iter().map(|asked| (asked.entry.seq, asked.read))),
        ..Signals::default()
    };
    for asked in asked {
        let seen = |words: String| Seen {
            message: asked.entry.seq,
            words,
        };
        let (request, probe) = explicit::read(asked.read, &asked.sentences);
        signals.explicit = signals.explicit.or(request.map(|found| seen(found.words)));
        signals.probe = signals.probe.or(probe.map(|found| seen(found.words)));
        if signals.buying.is_none() {
            signals.buying = buying::detect(asked.read).map(seen);
        }
        let told = told(asked, before);
        let bare = told.as_ref().is_some_and(|told| told.bare);
        if told.is_some() {
            signals.reaction = told;
        }
        signals
            .moods
            .push(mood::of(asked.read, &asked.sentences, &asked.slots));
        let mut topics = asked.looked.topics();
        if bare {
            // "That's wrong again" is about the answer before it, and not about a charge.
            topics.retain(|scored| scored.topic == Topic::Complaint);
        }
        for word in topics.iter_mut().flat_map(|scored| &mut scored.words) {
            as_written(asked.read, word);
        }
        merge(&mut signals.topics, topics);
    }
    signals
}

/// Puts a word as it was written in the place of its folded copy.
fn as_written(read: &Reading<'_>, word: &mut String) {
    if let Some(place) = read.words().position(|folded| folded == word) {
        read.written(place..=place).clone_into(word);
    }
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
