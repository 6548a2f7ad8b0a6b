//! `train request` and `train probe`: the weights by which `shared::triggers::explicit` hears a request for a person, and the
//! question what one is talking to.
//!
//! From `explicit_human.jsonl` and, for what is neither, three more files of the data folder; and from the seeds beside this
//! file: sentences written by hand in eight languages, in rounds apart from each other, for the data are nearly all
//! English; and from frames in which all kinds of people are asked for. One linear machine a table. Of a request in several sentences it is not known which one asks: the machine
//! itself picks the surest, and learns again. Then only the strongest features are kept, because visitors download them,
//! and it learns a last time with those.

mod frames;
mod seeds;

use std::collections::BTreeMap;
use std::path::Path;

use shared::text::fold;
use shared::triggers::explicit::features::{Sentence, sentences};
use shared::triggers::explicit::table::SLOTS;

use super::machine::{self, Row};
use super::pack;
use crate::fault::{Fault, Outcome};
use crate::lines;

/// Times the examples are gone through.
const ROUNDS: usize = 15;
/// How dear a mistake is. Low, for what fits these authors less fits others more.
const COST: f64 = 0.07;
/// How much dearer it is to miss what is looked for than to hear it where it is not.
const MISSED: f64 = 1.4;
/// How much a line of the data weighs beside a seed: most of what people write asks for nobody, and the data are most of that.
const DATA_WEIGHS: f64 = 2.2;
/// So many lines of one author and label weigh this much each; more weigh less each.
const AUTHORS_LINES: f64 = 1_500.0;
/// Features kept of a table that stays at the edge. One that visitors download is cut to so many first, too: of two cuts with
/// learning between them, what is left says more than of one.
const MANY: usize = 20_000;
/// Features kept of a table that visitors download.
const FEW: usize = 6_200;
/// Of the data's lines that are taken for requests, so many in a thousand are: the sum at which a sentence asks is set by this, for
/// rounding so many weights moves it by more than a seed does.
const PRECISE: usize = 960;

/// What people write who ask for nobody, of authors that the other files lack.
const ORDINARY: [&str; 3] = ["topics.jsonl", "sentiment.jsonl", "correction_repeat.jsonl"];

/// What a line asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Asks {
    /// For a person.
    Request,
    /// What it is talking to.
    Probe,
    /// Neither.
    Neither,
}

/// A text to learn from.
struct Example {
    /// Its sentences, each as its slots.
    sentences: Vec<Vec<usize>>,
    asks: Asks,
    weight: f64,
    /// Whether it is of the data, and no seed.
    is_data: bool,
}

/// The bytes of the request table.
pub fn make_request(folder: &Path) -> Outcome<Vec<u8>> {
    let examples = examples(folder)?;
    let mut learnt = make(&examples, Asks::Request, FEW);
    learnt.bias = precise(&learnt, &examples);
    Ok(learnt.bytes())
}

/// The bytes of the probe table.
pub fn make_probe(folder: &Path) -> Outcome<Vec<u8>> {
    Ok(make(&examples(folder)?, Asks::Probe, MANY).bytes())
}

/// The highest bias with which [`PRECISE`] in a thousand of the data's lines that ask by the table do ask.
fn precise(table: &pack::Whole, examples: &[Example]) -> i16 {
    let sum = |sentence: &Vec<usize>| sentence.iter().map(|slot| i32::from(table.weights[*slot])).sum();
    let mut sums: Vec<(i32, bool)> = examples
        .iter()
        .filter(|example| example.is_data)
        .filter_map(|example| {
            Some((
                example.sentences.iter().map(sum).max()?,
                example.asks == Asks::Request,
            ))
        })
        .collect();
    sums.sort_unstable_by_key(|(sum, _)| -sum);
    let (mut right, mut all, mut lowest) = (0, 0, None);
    for same in sums.chunk_by(|one, next| one.0 == next.0) {
        all += same.len();
        right += same.iter().filter(|(_, asks)| *asks).count();
        if right * 1_000 >= PRECISE * all {
            lowest = Some(same[0].0);
        }
    }
    // A sentence asks above 0.
    lowest.map_or(table.bias, |sum| i16::try_from(1 - sum).unwrap_or(table.bias))
}

fn make(examples: &[Example], wanted: Asks, keep: usize) -> pack::Whole {
    let mut learning = Learning::of(examples, wanted);
    let mut scales = vec![1.0; SLOTS];
    let mut learnt = learning.learn(&scales);
    for keep in [MANY, keep] {
        learning.pick(&learnt.weights);
        learnt = learning.learn(&scales);
        scales = pack::strongest(&learnt.weights, keep);
    }
    learnt = learning.learn(&scales);
    pack::whole(&learnt, &scales)
}

fn examples(folder: &Path) -> Outcome<Vec<Example>> {
    let mut labelled = Vec::new();
    let what = "`text`, `label` and `source`";
    for (_, line) in lines::read::<lines::Labelled>(&folder.join("explicit_human.jsonl"), what)? {
        let asks = match line.label.as_str() {
            _ if line.strength.as_deref() == Some("weak") => continue,
            "human_request" => Asks::Request,
            "are_you_human" => Asks::Probe,
            "hard_negative" | "other" => Asks::Neither,
            _ => continue,
        };
        labelled.push((line.text, asks, line.source));
    }
    for file in ORDINARY {
        for (_, line) in lines::read::<lines::Labelled>(&folder.join(file), what)? {
            labelled.push((line.text, Asks::Neither, line.source));
        }
    }
    if labelled.is_empty() {
        return Err(Fault::new("there is nothing to learn from"));
    }
    let mut counts: BTreeMap<(String, Asks), f64> = BTreeMap::new();
    let author = |source: &str| source.split(':').next().unwrap_or_default().to_owned();
    for (_, asks, source) in &labelled {
        *counts.entry((author(source), *asks)).or_default() += 1.0;
    }
    let of_data = labelled.iter().map(|(text, asks, source)| {
        let count = counts.get(&(author(source), *asks)).copied().unwrap_or(1.0);
        let weight = DATA_WEIGHS * (AUTHORS_LINES / count).sqrt().min(1.0);
        let is_data = true;
        Example {
            is_data,
            ..example(text, *asks, weight)
        }
    });
    let of_seeds = seeds::lines().map(|line| line.map(|(asks, text, weight)| example(text, asks, weight)));
    let of_frames = frames::examples()?
        .into_iter()
        .map(|(asks, text)| Ok(example(&text, asks, frames::WEIGHT)));
    of_data.map(Ok).chain(of_seeds).chain(of_frames).collect()
}

fn example(text: &str, asks: Asks, weight: f64) -> Example {
    let folded = fold(text);
    let read = sentences(&folded).map(Sentence::new);
    Example {
        sentences: read
            .filter(|sentence| !sentence.words.is_empty())
            .map(|sentence| sentence.slots())
            .collect(),
        asks,
        weight,
        is_data: false,
    }
}

/// The sentences that are learnt from.
struct Learning {
    inputs: Vec<Vec<usize>>,
    rows: Vec<Row>,
    /// Inputs of which it is not known which sentence asks, with all of them.
    open: Vec<(usize, Vec<Vec<usize>>)>,
}

impl Learning {
    fn of(examples: &[Example], wanted: Asks) -> Self {
        let mut learning = Self {
            inputs: Vec::new(),
            rows: Vec::new(),
            open: Vec::new(),
        };
        for example in examples {
            if example.asks == wanted {
                let mut all: Vec<usize> = example.sentences.concat();
                all.sort_unstable();
                all.dedup();
                if example.sentences.len() > 1 {
                    learning
                        .open
                        .push((learning.inputs.len(), example.sentences.clone()));
                }
                learning.add(all, true, example.weight * MISSED);
            } else {
                for sentence in &example.sentences {
                    learning.add(sentence.clone(), false, example.weight);
                }
            }
        }
        learning
    }

    fn add(&mut self, input: Vec<usize>, wanted: bool, weight: f64) {
        self.rows.push(Row {
            at: self.inputs.len(),
            wanted,
            cost: COST * weight,
        });
        self.inputs.push(input);
    }

    fn learn(&self, scales: &[f64]) -> machine::Machine {
        machine::train(&self.inputs, &self.rows, scales, ROUNDS)
    }

    /// Of a text whose sentences are open, takes the one that these weights find the surest.
    fn pick(&mut self, weights: &[f64]) {
        for (at, sentences) in &self.open {
            let sum = |sentence: &Vec<usize>| sentence.iter().map(|slot| weights[*slot]).sum::<f64>();
            let surest = sentences.iter().max_by(|a, b| sum(a).total_cmp(&sum(b)));
            if let Some(surest) = surest {
                self.inputs[*at].clone_from(surest);
            }
        }
    }
}
