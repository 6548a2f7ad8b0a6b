//! From what an owner wrote to a policy: each field over the default, and everything that is wrong at once.

use super::{
    Because, Keyword, Policy, Problem, Queue, Quiet, Then, TopicRule, TopicThen,
    fields::{Fields, table},
    gather, texts,
    tree::Tree,
};
use crate::triggers::topic::Topic;

/// The version of the format that is read here.
const VERSION: u32 = 1;
/// The longest team name or phrase, in characters.
const LONGEST_NAME: usize = 80;
/// Where a priority ends: an agent tells ten steps apart, not more.
const HIGHEST_PRIORITY: u8 = 9;
/// A year, in milliseconds.
const LONGEST_MS: u64 = 365 * 24 * 3_600_000;

/// Reads what was written over `policy`.
pub(super) fn policy(tree: &Tree, policy: &mut Policy, problems: &mut Vec<Problem>) {
    table(tree, "", problems, |fields| {
        version(fields, policy);
        fields.table("queue", |fields| queue(fields, &mut policy.queue, false));
        if fields.has("queues") {
            policy.queues.clear();
        }
        fields.tables("queues", |fields| {
            let mut read = policy.queue.clone();
            read.names.clear();
            read.quiet = None;
            queue(fields, &mut read, true);
            if fields.has("id") {
                policy.queues.push(read);
            }
        });
        if fields.has("keywords") {
            policy.keywords.clear();
        }
        fields.tables("keywords", |fields| policy.keywords.extend(keyword(fields)));
        gather::read(fields, policy);
        fields.table("topics", |fields| {
            for topic in Topic::ALL {
                if let Some(rule) = policy.topics.get_mut(&topic) {
                    fields.table(topic.as_str(), |fields| topic_rule(fields, rule));
                }
            }
        });
        fields.table("triggers", |fields| triggers(fields, policy));
        fields.table("thresholds", |fields| thresholds(fields, policy));
        fields.table("times", |fields| times(fields, policy));
        fields.flag("help_while_waiting", &mut policy.help_while_waiting);
        texts::read(fields, &mut policy.texts);
    });
}

fn version(fields: &mut Fields<'_, '_>, policy: &mut Policy) {
    if !fields.is("version", &Tree::Number(VERSION.into())) {
        let rule = format!("must be {VERSION}: this Baton reads no other version of the format");
        fields.say("version", rule);
    }
    policy.version = VERSION;
}

fn queue(fields: &mut Fields<'_, '_>, queue: &mut Queue, whole: bool) {
    for key in ["id", "name"] {
        if whole && !fields.has(key) {
            fields.say(key, "is missing: each team has an `id` and a `name`");
        }
    }
    if let Some(id) = fields.queue_id("id") {
        queue.id = id;
    }
    if let Some(name) = fields.text("name", LONGEST_NAME, false) {
        queue.name = name;
    }
    if let Some(names) = fields.named_texts("names", LONGEST_NAME) {
        queue.names = names
            .into_iter()
            .map(|(tag, name)| (texts::canonical_tag(&tag), name))
            .collect();
    }
    if let Some(span) = fields.text("quiet", LONGEST_NAME, false) {
        queue.quiet = Quiet::parse(&span);
        if queue.quiet.is_none() {
            fields.say("quiet", "must be two times of a day, such as \"20:00-07:00\"");
        }
    }
}

fn keyword(fields: &mut Fields<'_, '_>) -> Option<Keyword> {
    if !fields.has("phrase") {
        fields.say("phrase", "is missing: the words that the visitor writes");
    }
    let phrase = fields.text("phrase", LONGEST_NAME, false);
    let mut then = Then::default();
    let choices = [("escalate", Then::Escalate), ("offer", Then::Offer)];
    fields.choice("then", &choices, &mut then);
    let queue = fields.queue_id("queue");
    let mut because = None;
    let choices = [("needs_judgement", Some(Because::NeedsJudgement))];
    fields.choice("because", &choices, &mut because);
    Some(Keyword {
        phrase: phrase?,
        then,
        queue,
        because,
    })
}

fn topic_rule(fields: &mut Fields<'_, '_>, rule: &mut TopicRule) {
    let choices = [
        ("answer_first", TopicThen::AnswerFirst),
        ("offer", TopicThen::Offer),
        ("escalate", TopicThen::Escalate),
    ];
    fields.choice("then", &choices, &mut rule.then);
    if let Some(queue) = fields.queue_id("queue") {
        rule.queue = Some(queue);
    }
    if fields.has("offer_below") {
        let mut below = rule.offer_below.unwrap_or_default();
        fields.number("offer_below", "percent", 0..=100, &mut below);
        rule.offer_below = Some(below);
    } else {
        fields.number("offer_below", "percent", 0..=100, &mut 0);
    }
    fields.number("priority", "steps", 0..=HIGHEST_PRIORITY, &mut rule.priority);
}

fn triggers(fields: &mut Fields<'_, '_>, policy: &mut Policy) {
    let on = &mut policy.triggers;
    for (key, switch) in [
        ("explicit", &mut on.explicit),
        ("probe", &mut on.probe),
        ("topics", &mut on.topics),
        ("keywords", &mut on.keywords),
        ("mood", &mut on.mood),
        ("urgency", &mut on.urgency),
        ("repetition", &mut on.repetition),
        ("confidence", &mut on.confidence),
        ("caps", &mut on.caps),
        ("refusal", &mut on.refusal),
        ("complexity", &mut on.complexity),
        ("risk", &mut on.risk),
        ("intent_to_buy", &mut on.intent_to_buy),
        ("identity", &mut on.identity),
        ("approval", &mut on.approval),
    ] {
        fields.flag(key, switch);
    }
}

fn thresholds(fields: &mut Fields<'_, '_>, policy: &mut Policy) {
    let to = &mut policy.thresholds;
    for (key, unit, range, into) in [
        ("offer_below", "percent", 0..=100, &mut to.offer_below),
        ("escalate_below", "percent", 0..=100, &mut to.escalate_below),
        (
            "offer_after_failures",
            "attempts",
            1..=20,
            &mut to.offer_after_failures,
        ),
        (
            "escalate_after_failures",
            "attempts",
            1..=20,
            &mut to.escalate_after_failures,
        ),
        ("most_answers", "answers", 1..=1_000, &mut to.most_answers),
        (
            "most_answers_per_topic",
            "answers",
            1..=1_000,
            &mut to.most_answers_per_topic,
        ),
        ("mood_offer_from", "percent", 1..=100, &mut to.mood_offer_from),
        (
            "mood_escalate_from",
            "percent",
            1..=100,
            &mut to.mood_escalate_from,
        ),
        ("urgent_from", "percent", 1..=100, &mut to.urgent_from),
        ("risk_offer_from", "points", 1..=1_000, &mut to.risk_offer_from),
        ("needs_offer_from", "needs", 2..=20, &mut to.needs_offer_from),
    ] {
        fields.number(key, unit, range, into);
    }
}

fn times(fields: &mut Fields<'_, '_>, policy: &mut Policy) {
    let times = &mut policy.times;
    for (key, into) in [
        ("turn_ms", &mut times.turn_ms),
        ("respond_ms", &mut times.respond_ms),
        ("alert_ms", &mut times.alert_ms),
        ("offer_details_ms", &mut times.offer_details_ms),
        ("widen_ms", &mut times.widen_ms),
        ("overdue_ms", &mut times.overdue_ms),
        ("lease_ms", &mut times.lease_ms),
        ("next_reply_ms", &mut times.next_reply_ms),
        ("promise_ms", &mut times.promise_ms),
    ] {
        fields.number(key, "milliseconds", 1..=LONGEST_MS, into);
    }
}
