//! Puts the languages together: the words that can do the same on one line, each word once.

use std::collections::{BTreeMap, BTreeSet};

use super::{WORDS, de, en, es, fr, further, it, nl, pl, pt};

const LANGUAGES: [&str; 9] = [
    en::WORDS,
    es::WORDS,
    de::WORDS,
    fr::WORDS,
    pt::WORDS,
    it::WORDS,
    nl::WORDS,
    pl::WORDS,
    further::WORDS,
];

fn merged() -> String {
    let mut words: BTreeMap<&str, (BTreeSet<char>, bool)> = BTreeMap::new();
    for line in LANGUAGES.iter().flat_map(|words| words.lines()) {
        let (letters, listed) = line.split_once(' ').unwrap();
        for word in listed.split(' ') {
            let entry = words.entry(word.trim_end_matches('~')).or_default();
            entry.0.extend(letters.chars());
            entry.1 |= word.ends_with('~');
        }
    }
    let mut lines: BTreeMap<String, String> = BTreeMap::new();
    for (word, (letters, key)) in words {
        let line = lines.entry(letters.into_iter().collect()).or_default();
        *line += " ";
        *line += word;
        *line += if key { "~" } else { "" };
    }
    lines
        .into_iter()
        .map(|(letters, words)| letters + &words + "\n")
        .collect()
}

#[test]
fn what_ships_is_the_languages_put_together() {
    assert!(
        merged() == WORDS.replace('\r', ""),
        "run cargo test -p shared merge_the_languages -- --ignored"
    );
}

#[test]
#[ignore = "writes merged.txt"]
fn merge_the_languages() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/src/triggers/explicit/lexicon/merged.txt"
    );
    std::fs::write(file, merged()).unwrap();
}
