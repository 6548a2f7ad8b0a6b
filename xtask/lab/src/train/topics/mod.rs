//! `train topics`: the weights by which `shared::triggers::topic` tells what a message is about.
//!
//! From `topics.jsonl` of the data folder and from the seeds beside this file, sentences written by hand for what the data
//! lacks: law, personal data, broken parcels, seven more languages, ordinary questions to shops and software. One
//! linear machine a topic, every author's label weighed alike; the strongest features are kept, each as a byte.

mod examples;

mod seeds;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use shared::text::Reading;
use shared::triggers::topic::features::{self, Kind};
use shared::triggers::topic::table::{self, MOST_FEATURES, TOPICS, UNIT};

use super::machine::{self, Machine, Row};
use crate::fault::{Fault, Outcome};
use crate::lines;
use examples::{Example, Group};

/// Times the examples are gone through; more changes nothing that can be measured.
const ROUNDS: usize = 15;
/// How dear a mistake is. Low, for what fits these authors less fits others more.
const COST: f64 = 0.04;
/// A word, a pair of words or a group of letters of one author only says something about that author, unless it comes this often.
const RARE: usize = 3;

/// The bytes of the table.
pub fn make(folder: &Path) -> Outcome<Vec<u8>> {
    let labelled = lines::read(&folder.join("topics.jsonl"), "`text`, `label` and `source`")?;
    let mut all = examples::labelled(labelled.into_iter().map(|(_, line)| line))?;
    all.extend(examples::apart()?);
    all.extend(seeds::examples()?);
    let known = known(&all);
    let inputs: Vec<Vec<usize>> = all.iter().map(|example| indices(example, &known)).collect();
    let scales: Vec<f64> = known.values().map(|(_, kind)| scale(*kind)).collect();
    let machines: Vec<Machine> = (0..TOPICS)
        .map(|topic| machine::train(&inputs, &rows(&all, topic), &scales, ROUNDS))
        .collect();
    let biases = quantised(|topic| machines[topic].bias, i16::MAX.into());
    let mut features = Vec::new();
    for (key, (at, _)) in &known {
        let weights = quantised(|topic| machines[topic].weights[*at] * scales[*at], i8::MAX.into());
        features.push((
            *key,
            weights.map(|weight| i8::try_from(weight).unwrap_or(i8::MAX)),
        ));
    }
    features.sort_by_key(|(key, weights)| (-loudness(weights), *key));
    features.truncate(MOST_FEATURES);
    if features.is_empty() {
        return Err(Fault::new("there is nothing to learn from"));
    }
    Ok(table::write(
        &biases.map(|bias| i16::try_from(bias).unwrap_or(i16::MIN)),
        &features,
    ))
}

/// The features worth a weight, numbered by their keys.
fn known(all: &[Example]) -> BTreeMap<u64, (usize, Kind)> {
    let mut seen: BTreeMap<u64, (Kind, usize, BTreeSet<Group>)> = BTreeMap::new();
    for example in all {
        for (key, kind) in &example.features {
            let entry = seen.entry(*key).or_insert((*kind, 0, BTreeSet::new()));
            entry.1 += 1;
            entry.2.insert(example.group);
        }
    }
    seen.into_iter()
        .filter(|(_, (kind, times, groups))| match kind {
            Kind::Concept | Kind::Pair | Kind::Length => true,
            Kind::Word | Kind::Letters | Kind::Words | Kind::Symbols => *times >= RARE || groups.len() > 1,
        })
        .enumerate()
        .map(|(at, (key, (kind, _, _)))| (key, (at, kind)))
        .collect()
}

/// How much is believed of a kind of feature before any example is seen: words and concepts alone the most.
fn scale(kind: Kind) -> f64 {
    match kind {
        Kind::Word | Kind::Concept => 1.0,
        Kind::Words | Kind::Symbols => 0.7,
        Kind::Pair => 0.6,
        Kind::Length => 0.5,
        // A word has many, and most are nobody's stem.
        Kind::Letters => 0.4,
    }
}

fn indices(example: &Example, known: &BTreeMap<u64, (usize, Kind)>) -> Vec<usize> {
    let keys = example.features.iter();
    keys.filter_map(|(key, _)| known.get(key).map(|(at, _)| *at))
        .collect()
}

/// The examples of which it is known whether they are about the topic.
fn rows(all: &[Example], topic: usize) -> Vec<Row> {
    let bit = 1 << topic;
    let of = |(at, example): (usize, &Example)| Row {
        at,
        wanted: example.about & bit != 0,
        cost: COST * example.weight,
    };
    all.iter()
        .enumerate()
        .filter(|(_, example)| example.known & bit != 0)
        .map(of)
        .collect()
}

/// Each topic's number in the table's fixed-point units.
fn quantised(of: impl Fn(usize) -> f64, most: i32) -> [i32; TOPICS] {
    std::array::from_fn(|topic| {
        let scaled = (of(topic) * f64::from(UNIT)).round();
        #[expect(clippy::cast_possible_truncation, reason = "clamped to what an i32 holds")]
        let whole = scaled.clamp(f64::from(-most), f64::from(most)) as i32;
        whole
    })
}

fn loudness(weights: &[i8; TOPICS]) -> i32 {
    weights.iter().map(|weight| i32::from(*weight).abs()).sum()
}

/// The features of a text, each once.
fn of(text: &str) -> Vec<(u64, Kind)> {
    let read = Reading::of(text);
    let mut found = BTreeMap::new();
    features::each(&features::tokens(&read), |feature| {
        found.insert(feature.key, feature.kind);
    });
    found.into_iter().collect()
}
