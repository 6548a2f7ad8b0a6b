//! The seeds, one a line: `+` asks for a person, `?` asks what it is talking to, `-` does neither. `!` before one of these
//! marks what turns on one small word ("I do not want an agent"): such a line weighs more.

use super::Asks;
use crate::fault::{Fault, Outcome};

const FILES: &[(&str, &str)] = &[
    ("de.txt", include_str!("seeds/de.txt")),
    ("de2.txt", include_str!("seeds/de2.txt")),
    ("de3.txt", include_str!("seeds/de3.txt")),
    ("de4.txt", include_str!("seeds/de4.txt")),
    ("de5.txt", include_str!("seeds/de5.txt")),
    ("de6.txt", include_str!("seeds/de6.txt")),
    ("de7.txt", include_str!("seeds/de7.txt")),
    ("en.txt", include_str!("seeds/en.txt")),
    ("en10.txt", include_str!("seeds/en10.txt")),
    ("en11.txt", include_str!("seeds/en11.txt")),
    ("en12.txt", include_str!("seeds/en12.txt")),
    ("en2.txt", include_str!("seeds/en2.txt")),
    ("en3.txt", include_str!("seeds/en3.txt")),
    ("en4.txt", include_str!("seeds/en4.txt")),
    ("en5.txt", include_str!("seeds/en5.txt")),
    ("en6.txt", include_str!("seeds/en6.txt")),
    ("en7.txt", include_str!("seeds/en7.txt")),
    ("en8.txt", include_str!("seeds/en8.txt")),
    ("en9.txt", include_str!("seeds/en9.txt")),
    ("es.txt", include_str!("seeds/es.txt")),
    ("es2.txt", include_str!("seeds/es2.txt")),
    ("es3.txt", include_str!("seeds/es3.txt")),
    ("es4.txt", include_str!("seeds/es4.txt")),
    ("es5.txt", include_str!("seeds/es5.txt")),
    ("es6.txt", include_str!("seeds/es6.txt")),
    ("es7.txt", include_str!("seeds/es7.txt")),
    ("fr.txt", include_str!("seeds/fr.txt")),
    ("fr2.txt", include_str!("seeds/fr2.txt")),
    ("fr3.txt", include_str!("seeds/fr3.txt")),
    ("fr4.txt", include_str!("seeds/fr4.txt")),
    ("fr5.txt", include_str!("seeds/fr5.txt")),
    ("fr6.txt", include_str!("seeds/fr6.txt")),
    ("fr7.txt", include_str!("seeds/fr7.txt")),
    ("it.txt", include_str!("seeds/it.txt")),
    ("it2.txt", include_str!("seeds/it2.txt")),
    ("it3.txt", include_str!("seeds/it3.txt")),
    ("it4.txt", include_str!("seeds/it4.txt")),
    ("it5.txt", include_str!("seeds/it5.txt")),
    ("it6.txt", include_str!("seeds/it6.txt")),
    ("it7.txt", include_str!("seeds/it7.txt")),
    ("more.txt", include_str!("seeds/more.txt")),
    ("nl.txt", include_str!("seeds/nl.txt")),
    ("nl2.txt", include_str!("seeds/nl2.txt")),
    ("nl3.txt", include_str!("seeds/nl3.txt")),
    ("nl4.txt", include_str!("seeds/nl4.txt")),
    ("nl5.txt", include_str!("seeds/nl5.txt")),
    ("nl6.txt", include_str!("seeds/nl6.txt")),
    ("nl7.txt", include_str!("seeds/nl7.txt")),
    ("ordinary.txt", include_str!("seeds/ordinary.txt")),
    ("ordinary2.txt", include_str!("seeds/ordinary2.txt")),
    ("phrasings_de.txt", include_str!("seeds/phrasings_de.txt")),
    ("phrasings_en.txt", include_str!("seeds/phrasings_en.txt")),
    ("phrasings_es.txt", include_str!("seeds/phrasings_es.txt")),
    ("phrasings_fr.txt", include_str!("seeds/phrasings_fr.txt")),
    ("phrasings_it.txt", include_str!("seeds/phrasings_it.txt")),
    ("phrasings_nl.txt", include_str!("seeds/phrasings_nl.txt")),
    ("phrasings_pl.txt", include_str!("seeds/phrasings_pl.txt")),
    ("phrasings_pt.txt", include_str!("seeds/phrasings_pt.txt")),
    ("pl.txt", include_str!("seeds/pl.txt")),
    ("pl2.txt", include_str!("seeds/pl2.txt")),
    ("pl3.txt", include_str!("seeds/pl3.txt")),
    ("pl4.txt", include_str!("seeds/pl4.txt")),
    ("pl5.txt", include_str!("seeds/pl5.txt")),
    ("pl6.txt", include_str!("seeds/pl6.txt")),
    ("pl7.txt", include_str!("seeds/pl7.txt")),
    ("pt.txt", include_str!("seeds/pt.txt")),
    ("pt2.txt", include_str!("seeds/pt2.txt")),
    ("pt3.txt", include_str!("seeds/pt3.txt")),
    ("pt4.txt", include_str!("seeds/pt4.txt")),
    ("pt5.txt", include_str!("seeds/pt5.txt")),
    ("pt6.txt", include_str!("seeds/pt6.txt")),
    ("pt7.txt", include_str!("seeds/pt7.txt")),
];

/// How much a marked line weighs.
const MARKED: f64 = 16.0;

/// Every seed, with its weight.
pub(super) fn lines() -> impl Iterator<Item = Outcome<(Asks, &'static str, f64)>> {
    FILES.iter().flat_map(|(name, file)| {
        let lines = file
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.starts_with('#'));
        lines.map(move |(at, line)| {
            read(line).ok_or_else(|| Fault::new(format!("{name}, line {}: no `+`, `?` or `-`", at + 1)))
        })
    })
}

/// What a line asks, its text and its weight.
pub(super) fn read(line: &'static str) -> Option<(Asks, &'static str, f64)> {
    let plain = line.trim_start_matches('!');
    let weight = if plain.len() < line.len() { MARKED } else { 1.0 };
    let (kind, text) = plain.split_once(' ')?;
    let asks = match kind {
        "+" => Asks::Request,
        "?" => Asks::Probe,
        "-" => Asks::Neither,
        _ => return None,
    };
    Some((asks, text, weight))
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_seed_says_what_it_is() {
        for line in super::lines() {
            assert!(line.is_ok(), "{line:?}");
        }
    }
}
