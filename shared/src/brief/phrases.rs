//! Where phrases stand in a text, as places in the text itself: what is quoted is quoted as it was written.

use std::ops::Range;

use crate::text::fold;

/// A word of a text, folded, with its place.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Folded, without the signs around it.
    pub folded: String,
    /// Where it stands.
    pub at: Range<usize>,
}

/// The words of a text. Hyphens part words, apostrophes do not.
pub(super) fn words(text: &str) -> Vec<Word> {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’');
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (inside(c), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                start = None;
                words.push(Word {
                    folded: fold(&text[from..at]).trim_matches('\'').to_owned(),
                    at: from..at,
                });
            }
            _ => {}
        }
    }
    words
}

/// Where the first of these phrases begins. A phrase is folded words with one space between.
pub(super) fn first(words: &[Word], phrases: &[&str]) -> Option<usize> {
    let begins = |at: usize| {
        phrases.iter().any(|phrase| {
            let mut there = words[at..].iter();
            phrase
                .split(' ')
                .all(|want| there.next().is_some_and(|word| word.folded == want))
        })
    };
    (0..words.len())
        .find(|at| begins(*at))
        .map(|at| words[at].at.start)
}

/// From this place to the end of its sentence, at most so many characters, cut where a word ends.
pub(super) fn to_sentence_end(text: &str, from: usize, most: usize) -> Range<usize> {
    let rest = &text[from..];
    let end = sentence_end(rest);
    let end = match rest[..end].char_indices().nth(most) {
        Some((limit, _)) => rest[..limit].rfind(char::is_whitespace).unwrap_or(limit),
        None => end,
    };
    let length = rest[..end].trim_end_matches([' ', '\t', ',', ':']).len();
    from..from + length
}

/// The whole sentence around this place.
pub(super) fn sentence(text: &str, around: usize, most: usize) -> Range<usize> {
    let mut start = 0;
    while let Some(end) = Some(sentence_end(&text[start..])).filter(|end| start + end <= around) {
        let next = start + end;
        let rest = &text[next..];
        let skipped = rest.len()
            - rest
                .trim_start_matches(|c: char| c.is_whitespace() || is_stop(c))
                .len();
        if skipped == 0 || next + skipped > around {
            break;
        }
        start = next + skipped;
    }
    to_sentence_end(text, start, most)
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | ';' | '。' | '！' | '？')
}

/// Where the first sentence ends. A stop inside a word, such as in an address or a number, ends none.
fn sentence_end(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let last = chars
            .peek()
            .is_none_or(|(_, next)| next.is_whitespace() || is_stop(*next));
        if c == '\n' || (is_stop(c) && last && at > 0) {
            return at;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_found_where_it_was_written() {
        let text = "Hello. Je VOUDRAIS être remboursé ; merci";
        let at = first(&words(text), &["je voudrais"]).unwrap();
        assert_eq!(
            &text[to_sentence_end(text, at, 100)],
            "Je VOUDRAIS être remboursé"
        );
        assert_eq!(&text[to_sentence_end(text, at, 14)], "Je VOUDRAIS");
        assert_eq!(first(&words(text), &["voudrais je"]), None);
    }

    #[test]
    fn a_sentence_is_what_stands_between_stops() {
        let text = "Order 10.433 is late! I tried https://a.example/b. Twice.\nNo luck";
        for (word, whole) in [
            ("late", "Order 10.433 is late"),
            ("tried", "I tried https://a.example/b"),
            ("Twice", "Twice"),
            ("luck", "No luck"),
        ] {
            let around = text.find(word).unwrap();
            assert_eq!(&text[sentence(text, around, 100)], whole);
        }
    }
}
