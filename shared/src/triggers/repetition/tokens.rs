//! A message as clauses of tokens: contractions taken apart, so that "that's", "thats" and "that is" read alike.

use crate::text::{Reading, word_hash};

/// So many words of a message are read at most: a reaction stands near its beginning or is not one.
const MOST_WORDS: usize = 120;

/// A word, or a part of one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'a> {
    /// Its hash, by which patterns know it.
    pub(super) id: u64,
    /// The word it stands in, as it was written, folded.
    pub(super) word: &'a str,
    /// A clause begins with it.
    pub(super) opens: bool,
    /// A clause ends with it.
    pub(super) closes: bool,
}

/// The tokens of a text that was read.
pub(super) fn tokens<'a>(text: &'a Reading<'_>) -> Vec<Token<'a>> {
    let mut found: Vec<Token<'_>> = Vec::with_capacity(text.spots().len() + 8);
    for clause in text.spots().chunk_by(|one, next| one.clause == next.clause) {
        let from = found.len();
        for spot in clause {
            let word = text.word(spot);
            parts(word, spot.hash, |id| {
                found.push(Token {
                    id,
                    word,
                    opens: false,
                    closes: false,
                });
            });
        }
        if let [first, ..] = &mut found[from..] {
            first.opens = true;
        }
        if let [.., last] = &mut found[from..] {
            last.closes = true;
        }
        if found.len() > MOST_WORDS {
            break;
        }
    }
    found
}

/// The name of a token, by which it is compared (64 bits: no two words of a language meet). All numbers are one: `#`.
pub(super) fn id(token: &str) -> u64 {
    id_of(token, word_hash(token))
}

/// The same, of a token whose hash is known.
fn id_of(token: &str, hash: u64) -> u64 {
    if token.starts_with(|c: char| c.is_ascii_digit()) {
        word_hash("#")
    } else {
        hash
    }
}

/// English contractions by what they stand for; of French and Italian ones the parts ("j'ai", "l'ho"). Each by its name.
fn parts(word: &str, hash: u64, mut push: impl FnMut(u64)) {
    // All of them begin and end with few letters.
    let glued = word.len() <= LONGEST_GLUED
        && word.starts_with(['c', 'd', 'h', 'i', 't', 'w', 'y'])
        && word.ends_with(['e', 'm', 's', 't']);
    if glued && let Ok(at) = GLUED.binary_search_by_key(&word, |(glued, _)| glued) {
        for part in GLUED[at].1 {
            push(id(part));
        }
        return;
    }
    let Some((head, tail)) = word.split_once('\'') else {
        return push(id_of(word, hash));
    };
    if tail == "t"
        && let Some(verb) = head.strip_suffix('n')
    {
        push(id(match verb {
            "ca" => "can",
            "wo" => "will",
            _ => verb,
        }));
        return push(id("not"));
    }
    push(id(head));
    push(id(match tail {
        "s" => "is",
        "m" => "am",
        "re" => "are",
        "ve" => "have",
        "d" => "would",
        "ll" => "will",
        _ => tail,
    }));
}

/// No word of [`GLUED`] is longer, in bytes.
const LONGEST_GLUED: usize = 8;

/// Contractions typed without their apostrophe. Sorted.
const GLUED: &[(&str, &[&str])] = &[
    ("cannot", &["can", "not"]),
    ("cant", &["can", "not"]),
    ("couldnt", &["could", "not"]),
    ("didint", &["did", "not"]),
    ("didnt", &["did", "not"]),
    ("doesent", &["does", "not"]),
    ("doesnt", &["does", "not"]),
    ("dont", &["do", "not"]),
    ("dosent", &["does", "not"]),
    ("dosnt", &["does", "not"]),
    ("hasnt", &["has", "not"]),
    ("havent", &["have", "not"]),
    ("im", &["i", "am"]),
    ("isnt", &["is", "not"]),
    ("its", &["it", "is"]),
    ("ive", &["i", "have"]),
    ("thats", &["that", "is"]),
    ("wasnt", &["was", "not"]),
    ("whats", &["what", "is"]),
    ("wont", &["will", "not"]),
    ("wouldnt", &["would", "not"]),
    ("youre", &["you", "are"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contractions_read_as_what_they_stand_for() {
        let read = |text: &str| {
            tokens(&Reading::of(text))
                .iter()
                .map(|t| t.id)
                .collect::<Vec<_>>()
        };
        for (one, other) in [
            ("that's not it", "thats not it"),
            ("that isn't it", "that is not it"),
            ("i can't", "i cannot"),
            ("won't", "will not"),
        ] {
            assert_eq!(read(one), read(other), "{one}");
        }
        assert!(GLUED.is_sorted_by_key(|(glued, _)| glued));
        assert!(GLUED.iter().all(|(glued, _)| glued.len() <= LONGEST_GLUED));
        for (glued, parts) in GLUED {
            let apart: Vec<u64> = parts.iter().map(|part| id(part)).collect();
            assert_eq!(read(glued), apart, "{glued}");
        }
    }

    #[test]
    fn clauses_open_and_close() {
        let reading = Reading::of("no, the blue one.");
        let found = tokens(&reading);
        let flags: Vec<_> = found.iter().map(|t| (t.opens, t.closes)).collect();
        assert_eq!(
            flags,
            [(true, true), (true, false), (false, false), (false, true)]
        );
        assert!(tokens(&Reading::of("?! ...")).is_empty());
    }
}
