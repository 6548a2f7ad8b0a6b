//! The seeds: sentences written by hand, a topic's under its name. `(a|b)` stands for either; a line stands for all its
//! readings, of which so many are taken. "unknown" is about nothing that anybody is called for.

use shared::triggers::topic::Topic;

use super::examples::{ALL, Example, SEEDS, bit};
use crate::fault::{Fault, Outcome};

const FILES: [&str; 14] = [
    include_str!("seeds/account.txt"),
    include_str!("seeds/billing.txt"),
    include_str!("seeds/complaint.txt"),
    include_str!("seeds/de.txt"),
    include_str!("seeds/end.txt"),
    include_str!("seeds/es.txt"),
    include_str!("seeds/fr.txt"),
    include_str!("seeds/legal.txt"),
    include_str!("seeds/nl_pl.txt"),
    include_str!("seeds/orders.txt"),
    include_str!("seeds/plain.txt"),
    include_str!("seeds/pt_it.txt"),
    include_str!("seeds/sales.txt"),
    include_str!("seeds/security.txt"),
];

/// Readings of a line that are taken, evenly from all.
const MOST: usize = 60;
/// How much a line with one reading weighs; one with a hundred weighs ten times as much in all.
const WEIGHT: f64 = 4.0;
/// Every second reading also comes in one of these frames, which say nothing about the topic.
const EVERY: usize = 2;
const FRAMES: [(&str, &str); 16] = [
    ("hi, ", ""),
    ("hello, my name is Jo and ", ""),
    ("please help, ", ""),
    ("", " please"),
    ("can you help me? ", ""),
    ("", " what should I do?"),
    ("hey there ", " thanks"),
    ("I need help, ", ""),
    ("", " can you help me"),
    ("good morning, ", ""),
    ("it's been a long day and ", ""),
    ("I don't know what to do, ", ""),
    ("could you tell me ", ""),
    ("I have a question: ", ""),
    ("help me with this: ", ""),
    ("", " as soon as possible"),
];

/// All seeds.
pub(super) fn examples() -> Outcome<Vec<Example>> {
    let mut examples = Vec::new();
    for line in FILES.iter().flat_map(|file| parts(file)) {
        let (about, line) = line?;
        let readings = some(readings(line));
        #[expect(clippy::cast_precision_loss, reason = "a few dozen at most")]
        let weight = WEIGHT / (readings.len() as f64).sqrt();
        let mut add = |text: &str| {
            let features = super::of(text);
            examples.push(Example {
                features,
                about,
                known: ALL,
                weight,
                group: SEEDS,
            });
        };
        for (at, reading) in readings.iter().enumerate() {
            add(reading);
            if at % EVERY == EVERY - 1 {
                let (before, after) = FRAMES[(at / EVERY + reading.len()) % FRAMES.len()];
                add(&format!("{before}{reading}{after}"));
            }
        }
    }
    Ok(examples)
}

/// The lines of a file with the topics they stand under.
fn parts(file: &str) -> impl Iterator<Item = Outcome<(u16, &str)>> {
    let mut about = Ok(0);
    file.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .filter_map(move |line| {
            if let Some(names) = line.strip_prefix("# ") {
                about = topics(names);
                return about.as_ref().err().map(|fault| Err(fault.clone()));
            }
            Some(about.clone().map(|about| (about, line)))
        })
}

fn topics(names: &str) -> Outcome<u16> {
    names
        .split(' ')
        .filter(|name| *name != "unknown")
        .try_fold(0, |bits, name| {
            let topic = Topic::ALL.into_iter().find(|topic| topic.as_str() == name);
            let topic =
                topic.ok_or_else(|| Fault::new(format!("a seed is about `{name}`, which is no topic")))?;
            Ok(bits | bit(topic))
        })
}

/// Every way to read a line.
fn readings(line: &str) -> Vec<String> {
    let Some((before, rest)) = line.split_once('(') else {
        return vec![line.to_owned()];
    };
    let (choices, after) = rest.split_once(')').unwrap_or((rest, ""));
    let tails = readings(after);
    choices
        .split('|')
        .flat_map(|choice| tails.iter().map(move |tail| format!("{before}{choice}{tail}")))
        .collect()
}

/// At most [`MOST`], from everywhere among them; the steps differ, lest one choice of a bracket be met only.
fn some(readings: Vec<String>) -> Vec<String> {
    let all = readings.len();
    if all <= MOST {
        return readings;
    }
    let step = all / MOST;
    (0..MOST)
        .map(|at| readings[at * all / MOST + at * 7919 % step].clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_stands_for_all_its_readings() {
        assert_eq!(readings("(a|b) c (d|)"), ["a c d", "a c ", "b c d", "b c "]);
        assert_eq!(some(vec!["x".to_owned(); 1000]).len(), MOST);
    }

    #[test]
    fn every_seed_stands_under_topics_that_there_are() {
        let all = examples().unwrap();
        for topic in Topic::ALL {
            let count = all
                .iter()
                .filter(|example| example.about & bit(topic) != 0)
                .count();
            assert!(count > 100, "{topic:?}: {count}");
        }
    }
}
