//! What the shipped detectors make of messages that nothing was learnt from. The bounds lie a little under what was
//! measured (docs/triggers.md), so that a change that costs much is seen.

use lab::lines::{self, Labelled};
use shared::triggers::{explicit, topic::classify};

fn held_out(name: &str) -> Vec<Labelled> {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("held-out")
        .join(name);
    let read = lines::read(&file, "`text` and `label`").expect("the file is there");
    read.into_iter().map(|(_, line)| line).collect()
}

/// Recall and precision, in percent.
fn measured(lines: &[Labelled], label: &str, fires: impl Fn(&str) -> bool) -> (usize, usize) {
    let wanted = |line: &&Labelled| line.label == label;
    let heard: Vec<&Labelled> = lines.iter().filter(|line| fires(&line.text)).collect();
    let hit = heard.iter().filter(|line| wanted(line)).count();
    let all = lines.iter().filter(wanted).count();
    (hit * 100 / all.max(1), hit * 100 / heard.len().max(1))
}

#[test]
fn requests_for_a_person_and_probes() {
    let lines = held_out("explicit.jsonl");
    let (recall, precision) = measured(&lines, "human_request", |text| explicit::detect(text).is_some());
    assert!(recall >= 80 && precision >= 88, "request: {recall}, {precision}");
    let (recall, precision) = measured(&lines, "are_you_human", |text| explicit::probe(text).is_some());
    assert!(recall >= 75 && precision >= 92, "probe: {recall}, {precision}");
}

#[test]
fn ordinary_questions_are_about_nothing_that_calls_somebody() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/held-out/ordinary.txt"));
    let text = text.expect("the file is there");
    let policy = shared::policy::Policy::default();
    let calls = |line: &&str| {
        let rule = classify(line)
            .first()
            .and_then(|found| policy.topic(found.topic).cloned());
        explicit::detect(line).is_some()
            || rule.is_some_and(|rule| rule.then == shared::policy::TopicThen::Escalate)
    };
    let called: Vec<&str> = text.lines().filter(calls).collect();
    assert!(called.len() <= 2, "{called:#?}");
}
