//! `train anger`, `train correction` and `train unhelpful`: the tables behind `shared::triggers::mood` and `::repetition`, for what their
//! words and phrases miss.
//!
//! From `sentiment.jsonl` or `correction_repeat.jsonl` of the data folder, from the sentences beside this file, which were
//! written for training by people who knew neither rules nor data, and, for what is none of it, from `topics.jsonl` and
//! `explicit_human.jsonl`. What the lexicon or the phrases make of a text is given to the machine as marks, so that it learns what they
//! do not say.

use std::collections::BTreeMap;
use std::path::Path;

use shared::triggers::explicit::table::SLOTS;
use shared::triggers::{mood, repetition};

use super::machine::{self, Row};
use super::pack;
use crate::fault::{Fault, Outcome};
use crate::lines::{self, Labelled};

/// Times the examples are gone through.
const ROUNDS: usize = 15;
/// How dear a mistake is.
const COST: f64 = 0.1;
/// How much dearer it is to miss what is looked for than to hear it where it is not.
const MISSED: f64 = 1.5;
/// How much a line of the data weighs at most, beside a seed: forums and other trades speak otherwise.
const DATA_WEIGHS: f64 = 0.3;
/// So many lines of one author weigh one each at most.
const AUTHORS_LINES: f64 = 2_000.0;
/// How much a line weighs that is about something else altogether.
const OTHER_WEIGHS: f64 = 0.3;
/// Features kept.
const KEPT: usize = 30_000;

/// What a table is trained for.
struct Kind {
    /// The seeds: a label and a text a line.
    seeds: &'static str,
    /// The file of the data.
    data: &'static str,
    /// Labels that are looked for.
    wanted: &'static [&'static str],
    /// Labels that are not, though they sound alike.
    others: &'static [&'static str],
    /// What is seen of a text, as slots.
    features: fn(&str) -> Vec<usize>,
}

const MOODS: &str = include_str!("seeds/mood.txt");
const REACTIONS: &str = include_str!("seeds/corrections.txt");

/// The bytes of the table for anger and insults.
pub fn make_anger(folder: &Path) -> Outcome<Vec<u8>> {
    make(
        folder,
        &Kind {
            seeds: MOODS,
            data: "sentiment.jsonl",
            wanted: &["angry", "insult", "angry_frustrated", "insult_abuse"],
            others: &["neutral", "positive", "positive_or_other"],
            features: mood::features,
        },
    )
}

/// The bytes of the table for corrections.
pub fn make_correction(folder: &Path) -> Outcome<Vec<u8>> {
    make(
        folder,
        &Kind {
            seeds: REACTIONS,
            data: "correction_repeat.jsonl",
            wanted: &["correction", "slot_correction", "correction_or_wrong_answer"],
            others: &[
                "no_help",
                "other",
                "not_correction",
                "unhelpful_failed_resolution",
                "ask_to_repeat_or_clarify",
            ],
            features: repetition::features,
        },
    )
}

/// The bytes of the table for answers that were no help.
pub fn make_unhelpful(folder: &Path) -> Outcome<Vec<u8>> {
    make(
        folder,
        &Kind {
            seeds: REACTIONS,
            data: "correction_repeat.jsonl",
            wanted: &["no_help", "unhelpful_failed_resolution"],
            others: &[
                "correction",
                "slot_correction",
                "correction_or_wrong_answer",
                "other",
                "not_correction",
                "ask_to_repeat_or_clarify",
            ],
            features: repetition::features,
        },
    )
}

/// What is learnt from.
#[derive(Default)]
struct Learning {
    inputs: Vec<Vec<usize>>,
    rows: Vec<Row>,
}

impl Learning {
    fn add(&mut self, mut input: Vec<usize>, wanted: bool, weight: f64) {
        input.sort_unstable();
        input.dedup();
        self.rows.push(Row {
            at: self.inputs.len(),
            wanted,
            cost: COST * weight * if wanted { MISSED } else { 1.0 },
        });
        self.inputs.push(input);
    }
}

fn make(folder: &Path, kind: &Kind) -> Outcome<Vec<u8>> {
    let mut learning = Learning::default();
    for line in kind.seeds.lines() {
        let (label, text) = line
            .split_once('\t')
            .ok_or_else(|| Fault::new(format!("a seed without a label: {line}")))?;
        let wanted = wanted(kind, label).ok_or_else(|| Fault::new(format!("no label is `{label}`")))?;
        learning.add((kind.features)(text), wanted, 1.0);
    }
    let lines = read(folder, kind.data)?;
    let mut counts: BTreeMap<String, f64> = BTreeMap::new();
    for line in &lines {
        if wanted(kind, &line.label).is_some() {
            *counts.entry(author(line)).or_default() += 1.0;
        }
    }
    for line in &lines {
        if let Some(wanted) = wanted(kind, &line.label) {
            let count = counts.get(&author(line)).copied().unwrap_or(1.0);
            let weight = (AUTHORS_LINES / count).min(DATA_WEIGHS);
            learning.add((kind.features)(&line.text), wanted, weight);
        }
    }
    for (file, labels) in [
        (
            "topics.jsonl",
            ["other", "billing_info", "pricing_sales"].as_slice(),
        ),
        ("explicit_human.jsonl", ["other", "hard_negative"].as_slice()),
    ] {
        for line in read(folder, file)? {
            if labels.contains(&line.label.as_str()) {
                learning.add((kind.features)(&line.text), false, OTHER_WEIGHS);
            }
        }
    }
    let scales = vec![1.0; SLOTS];
    let learnt = machine::train(&learning.inputs, &learning.rows, &scales, ROUNDS);
    let scales = pack::strongest(&learnt.weights, KEPT);
    let learnt = machine::train(&learning.inputs, &learning.rows, &scales, ROUNDS);
    Ok(pack::whole(&learnt, &scales).bytes())
}

fn read(folder: &Path, file: &str) -> Outcome<Vec<Labelled>> {
    let lines = lines::read(&folder.join(file), "`text`, `label` and `source`")?;
    Ok(lines.into_iter().map(|(_, line)| line).collect())
}

fn author(line: &Labelled) -> String {
    line.source.split(':').next().unwrap_or_default().to_owned()
}

/// Whether a label is looked for; none when it says neither yes nor no.
fn wanted(kind: &Kind, label: &str) -> Option<bool> {
    if kind.wanted.contains(&label) {
        return Some(true);
    }
    kind.others.contains(&label).then_some(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_seed_has_a_label_and_a_text() {
        for line in MOODS.lines().chain(REACTIONS.lines()) {
            let (label, text) = line.split_once('\t').unwrap();
            let known = [
                "angry",
                "insult",
                "neutral",
                "positive",
                "correction",
                "no_help",
                "other",
            ];
            assert!(known.contains(&label) && !text.is_empty(), "{line}");
        }
    }
}
