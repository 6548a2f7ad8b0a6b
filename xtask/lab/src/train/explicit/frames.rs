//! The frames: sentences in which one of many people is asked for, or only spoken of. Whoever is asked for, it is the
//! sentence that asks.

use super::{Asks, seeds};
use crate::fault::{Fault, Outcome};

const FRAMES: &str = include_str!("seeds/frames_en.txt");

/// How much an example made of a frame weighs, beside a sentence that somebody wrote.
pub(super) const WEIGHT: f64 = 0.3;
/// So many of the people stand in each frame.
const EACH: usize = 10;
/// From frame to frame the people move on by so many; it shares no factor with their number.
const STEP: usize = 37;
/// What takes no article.
const BARE: [&str; 12] = [
    "a ", "an ", "the ", "one ", "some", "who", "acc", "dis", "tech", "head o", "cust", "second",
];

/// What every frame asks, and its texts.
pub(super) fn examples() -> Outcome<Vec<(Asks, String)>> {
    let mut people: Vec<&str> = Vec::new();
    let mut examples = Vec::new();
    let lines = FRAMES.lines().filter(|line| !line.starts_with('#'));
    let mut frames = 0;
    for line in lines {
        if let Some(named) = line.strip_prefix("= ") {
            people = named.split(", ").collect();
            continue;
        }
        let (asks, frame, _) = seeds::read(line)
            .ok_or_else(|| Fault::new(format!("a frame without `+`, `?` or `-`: {line}")))?;
        for turn in 0..EACH {
            let at = (frames * STEP + turn * people.len() / EACH) % people.len().max(1);
            let Some(person) = people.get(at) else { continue };
            let begins = frame.starts_with('@') && asks == Asks::Request;
            examples.push((asks, frame.replace('@', &named(person, frames + turn, begins))));
        }
        frames += 1;
    }
    Ok(examples)
}

/// A person with an article; now and then without one where the sentence begins with them ("dentist please").
fn named(person: &str, turn: usize, begins: bool) -> String {
    let bare = BARE.iter().any(|beginning| person.starts_with(beginning));
    if bare || (begins && turn.is_multiple_of(2)) {
        return person.to_owned();
    }
    let article = ["a", "the", "your"][turn % 3];
    format!("{article} {person}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_frame_is_filled_with_different_people() {
        let all = examples().unwrap();
        assert!(all.iter().all(|(_, text)| !text.contains('@')));
        let asking: Vec<&String> = all
            .iter()
            .filter(|(asks, _)| *asks == Asks::Request)
            .map(|(_, text)| text)
            .collect();
        assert!(asking.len() > 300, "{}", asking.len());
        let calls: std::collections::BTreeSet<&&String> = asking
            .iter()
            .filter(|text| text.starts_with("put me through to "))
            .collect();
        assert_eq!(calls.len(), EACH);
    }
}
