//! Which lines of a model's summary hold.

use super::{LONGEST_LINE, MOST_LINES, Told, chapter, read};
use crate::{
    conversation::{Case, State},
    text::fold,
    triggers::promise,
};

/// More of an answer is not looked at, in characters.
const LONGEST_ANSWER: usize = 6_000;
/// A quote of fewer bytes stands in nearly every message and proves nothing. A word of an East Asian script has more.
const SHORTEST_QUOTE: usize = 4;
/// Letters before this are written in words with spaces or signs between.
const SPACED: char = '\u{590}';

/// The lines of a model's answer that hold: their quotes stand in the messages they name, of this chapter; the numbers,
/// addresses and quoted words in them stand in one of these; and they promise nothing.
pub fn kept(state: &State, case: &Case, answer: &str) -> Vec<Told> {
    let end = answer.char_indices().nth(LONGEST_ANSWER);
    let answer = &answer[..end.map_or(answer.len(), |(end, _)| end)];
    let mut kept: Vec<Told> = Vec::new();
    for line in read::lines(answer) {
        if kept.len() == MOST_LINES {
            break;
        }
        let new = kept.iter().all(|known| plain(&known.text) != plain(&line.text));
        if new && holds(state, case, &line) {
            kept.push(line);
        }
    }
    kept
}

fn holds(state: &State, case: &Case, line: &Told) -> bool {
    let mut cited = Vec::new();
    for quote in &line.quotes {
        let Some(entry) = chapter(state, case).find(|entry| entry.seq == quote.message) else {
            return false;
        };
        let (said, words) = (plain(&entry.text), plain(&quote.words));
        let words = words.trim_matches(is_sign);
        if words.len() < SHORTEST_QUOTE || !stands(words, &said) {
            return false;
        }
        cited.push(said);
    }
    let text = plain(&line.text);
    let said = |words: &str| {
        let words = words.trim_matches(is_sign);
        words.is_empty() || cited.iter().any(|said| stands(words, said))
    };
    let pieces = text.split(' ').filter(|piece| tells(piece));
    !cited.is_empty()
        && line.text.chars().count() <= LONGEST_LINE
        && !line.text.contains(unfit)
        && text.matches('"').count().is_multiple_of(2)
        && text.split('"').skip(1).step_by(2).all(said)
        && pieces.into_iter().all(said)
        && promise::detect(&line.text).is_none()
}

/// Folded, on one line.
fn plain(text: &str) -> String {
    let folded = fold(text);
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether the words stand in the text as they are and not as a part of a longer word or number. Both are plain.
fn stands(words: &str, text: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + words.len()..]);
        let (first, last) = (words.chars().next(), words.chars().next_back());
        !joined(last, after.chars()) && !joined(first, before.chars().rev())
    })
}

/// Whether what stands next to this end of the words belongs to the same word or number.
fn joined(end: Option<char>, mut next: impl Iterator<Item = char>) -> bool {
    let is_letter = |c: char| c < SPACED && c.is_alphanumeric();
    let (Some(end), Some(beside)) = (end, next.next()) else {
        return false;
    };
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    // 49 does not stand in 49.99, nor 1,250 in 31,250.
    let inside = matches!(beside, '.' | ',' | ':' | '-') && digit(Some(end)) && digit(next.next());
    inside || (is_letter(end) && is_letter(beside))
}

/// Whether a piece between spaces tells a number or an address, in whatever form.
fn tells(piece: &str) -> bool {
    let piece = piece.trim_matches(is_sign);
    piece.contains(char::is_numeric) || piece.contains(['@', '.']) || piece.contains("//")
}

fn is_sign(c: char) -> bool {
    !c.is_alphanumeric()
}

/// What a statement has no use for: marks of markup, and signs that are not seen or turn the reading.
fn unfit(c: char) -> bool {
    matches!(
        c,
        '<' | '>' | '{' | '}' | ']' | '`' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
    ) || c.is_control()
}
