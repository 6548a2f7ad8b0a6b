//! Making a brief by rules.

use std::collections::BTreeMap;

use super::{
    Brief,
    entities::{self, Entity},
    field::{Field, Words},
    fields::{Fields, Heat, Intent, Temper, Trend},
    phrases::sentence,
    wishes,
};
use crate::{
    conversation::{Entry, From, State},
    ids::Seq,
    policy::Policy,
    triggers::{
        Decision, Signals, explicit,
        mood::{self, Mood},
        only_answers,
        topic::{self, Topic},
    },
};

/// How many characters of a message a field quotes.
const QUOTED: usize = 220;
/// How many things named are kept; the thread has the rest.
const MOST_ENTITIES: usize = 16;
/// A message as urgent as this says so.
const URGENT_FROM: u32 = 60;
/// A difference in heat that is a trend.
const TREND: u32 = 15;
/// A message that shows at least this much feeling is evidence of it.
const SHOWS: u32 = 20;

/// The brief of an escalation that is about to be written because of `decision`. `names` are headings of the owner's pages.
pub fn make(state: &State, decision: &Decision, policy: &Policy, names: &[String]) -> Brief {
    let said: Vec<&Entry> = chapter(state)
        .filter(|entry| entry.from == From::Visitor)
        .collect();
    let heard = heard(state, decision, &said);
    let fields = Fields {
        intent: intent(state, decision, &heard),
        need: need(state).map_or(Field::Unknown, |entry| quote(state, entry, 0..entry.text.len())),
        outcome: newest(state, &said, wishes::wish),
        tried: newest(state, &said, wishes::attempt),
        entities: named(state, &said, policy, names),
        mood: temper(state, &heard),
        urgency: urgency(state, &heard),
    };
    Brief {
        fields,
        lines: Vec::new(),
    }
}

/// What a stored brief claims to know and its evidence does not hold, by the name of the field. Empty for every brief that
/// [`make`] made.
pub fn flaws(state: &State, brief: &Brief) -> Vec<&'static str> {
    let fields = &brief.fields;
    let held = [
        ("intent", fields.intent.holds(state)),
        ("need", fields.need.holds(state)),
        ("outcome", fields.outcome.holds(state)),
        ("tried", fields.tried.holds(state)),
        ("entities", fields.entities.holds(state)),
        ("mood", fields.mood.holds(state)),
        ("urgency", fields.urgency.holds(state)),
    ];
    held.into_iter()
        .filter(|(_, holds)| !holds)
        .map(|(name, _)| name)
        .collect()
}

/// What was said since the last hand-back or close.
fn chapter(state: &State) -> impl DoubleEndedIterator<Item = &Entry> {
    let start = state.thread.partition_point(|entry| entry.seq <= state.boundary);
    state.thread[start..].iter()
}

/// The visitor's latest words that are more than a call for a person and more than an answer: what it is about.
pub fn need(state: &State) -> Option<&Entry> {
    chapter(state).rev().find(|entry| {
        let bare = |asked: explicit::Match| entry.text.chars().count() <= 2 * asked.words.chars().count();
        entry.from == From::Visitor
            && !only_answers(&entry.text)
            && !explicit::detect(&entry.text).is_some_and(bare)
    })
}

fn quote(state: &State, entry: &Entry, at: std::ops::Range<usize>) -> Field<Words> {
    let text = entry.text[at].trim();
    let end = text.char_indices().nth(QUOTED).map_or(text.len(), |(end, _)| end);
    Field::of(state, Words(text[..end].to_owned()), [entry.seq])
}

/// What the newest message that says it says.
fn newest(
    state: &State,
    said: &[&Entry],
    find: impl Fn(&str) -> Option<std::ops::Range<usize>>,
) -> Field<Words> {
    let found = said
        .iter()
        .rev()
        .find_map(|entry| find(&entry.text).map(|at| (*entry, at)));
    found.map_or(Field::Unknown, |(entry, at)| quote(state, entry, at))
}

/// A message of the visitor's with its mood and topics, the surest topic first.
struct Heard<'a> {
    entry: &'a Entry,
    mood: Mood,
    topics: Vec<Topic>,
}

/// What was heard in each message. Reading them is the dearest of all that is done here, so what a turn kept of its one
/// message is taken from there; a turn about several kept their topics together, and those are read again.
fn heard<'a>(state: &State, decision: &Decision, said: &[&'a Entry]) -> Vec<Heard<'a>> {
    let decisions = chapter(state).filter_map(|entry| entry.decision.as_deref());
    let kept: BTreeMap<Seq, (&Signals, &Mood)> = decisions
        .chain([decision])
        .filter_map(|decision| decision.signals.as_deref())
        .filter_map(|signals| match signals.moods.as_slice() {
            [mood] => signals.message.map(|message| (message, (signals, mood))),
            _ => None,
        })
        .collect();
    let hear = |entry: &'a Entry| {
        let (mood, topics) = match kept.get(&entry.seq) {
            Some((signals, mood)) => ((*mood).clone(), signals.topics.clone()),
            None => (mood::read(&entry.text), topic::classify(&entry.text)),
        };
        let topics = topics.iter().map(|scored| scored.topic).collect();
        Heard { entry, mood, topics }
    };
    said.iter().copied().map(hear).collect()
}

/// The topic it was decided by, in the messages that name it; else that of the newest message that names one.
fn intent(state: &State, decision: &Decision, heard: &[Heard<'_>]) -> Field<Intent> {
    let newest = || heard.iter().rev().find_map(|heard| heard.topics.first().copied());
    let Some(topic) = decision.topic.or_else(newest) else {
        return Field::Unknown;
    };
    let names = heard.iter().filter(|heard| heard.topics.contains(&topic));
    Field::of(state, Intent(topic), names.map(|heard| heard.entry.seq))
}

fn named(state: &State, said: &[&Entry], policy: &Policy, names: &[String]) -> Field<Vec<Entity>> {
    // The pages that were cited are known from the log, also where the look-up is long forgotten.
    let cited = chapter(state).flat_map(|entry| entry.sources.iter().map(|source| source.title.clone()));
    let names: Vec<String> = names.iter().cloned().chain(cited).collect();
    let mut all = entities::of(said.iter().copied(), &policy.entities, &names);
    // What was said last is the likelier to be what it is about.
    let surplus = all.len().saturating_sub(MOST_ENTITIES);
    all.drain(..surplus);
    let evidence: Vec<_> = all.iter().map(|entity| entity.message).collect();
    Field::of(state, all, evidence)
}

fn temper(state: &State, heard: &[Heard<'_>]) -> Field<Temper> {
    let heat_of = |heard: &[Heard<'_>]| mood::heat(heard.iter().map(|heard| &heard.mood));
    let heat = heat_of(heard);
    let trend = (heard.len() > 1).then(|| {
        let before = heat_of(&heard[..heard.len().div_ceil(2)]);
        match (heat.checked_sub(before), before.checked_sub(heat)) {
            (Some(more), _) if more >= TREND => Trend::Rising,
            (_, Some(less)) if less >= TREND => Trend::Falling,
            _ => Trend::Steady,
        }
    });
    let shows = |heard: &&Heard<'_>| heard.mood.anger.max(heard.mood.insult) >= SHOWS;
    let mut evidence: Vec<Seq> = heard.iter().filter(shows).map(|heard| heard.entry.seq).collect();
    if evidence.is_empty() {
        evidence.extend(heard.last().map(|heard| heard.entry.seq));
    }
    let heat = Heat::of(heat);
    Field::of(state, Temper { heat, trend }, evidence)
}

/// The sentence of the newest message that names a deadline, or all of it where no sentence does alone.
fn urgency(state: &State, heard: &[Heard<'_>]) -> Field<Words> {
    let mut newest = heard.iter().rev();
    let Some(Heard { entry, .. }) = newest.find(|heard| heard.mood.urgency >= URGENT_FROM) else {
        return Field::Unknown;
    };
    let urgent = |text: &str| mood::read(text).urgency >= URGENT_FROM;
    let text = entry.text.as_str();
    let mut from = 0;
    while from < text.len() {
        let at = sentence(text, from, QUOTED);
        if urgent(&text[at.clone()]) {
            return quote(state, entry, at);
        }
        // On to the next sentence, by whole characters.
        let next = at.end.max(from) + text[at.end.max(from)..].chars().next().map_or(1, char::len_utf8);
        from = next;
    }
    quote(state, entry, 0..text.len())
}
