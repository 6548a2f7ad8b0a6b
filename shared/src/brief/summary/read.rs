//! Reading a model's answer: a statement a line, then brackets with a number and quoted words. What has another form is
//! no line.

use super::{Quote, Told};
use crate::ids::Seq;

/// What quoted words are between, opening and closing. Models change them at will.
const MARKS: [(char, char); 4] = [('"', '"'), ('“', '”'), ('„', '“'), ('«', '»')];

/// The lines that have the form.
pub(super) fn lines(answer: &str) -> impl Iterator<Item = Told> {
    answer.lines().filter_map(line)
}

fn line(line: &str) -> Option<Told> {
    let (text, mut rest) = line.split_at(line.find('[')?);
    let mut quotes = Vec::new();
    while let Some(inner) = rest.strip_prefix('[') {
        let (quote, after) = quote(inner)?;
        quotes.push(quote);
        rest = after.trim_start_matches([' ', ',', ';', '.']);
    }
    let text = unlisted(text.trim()).to_owned();
    (rest.trim().is_empty() && !text.is_empty()).then_some(Told { text, quotes })
}

/// What stands in a bracket, and what follows it.
fn quote(inner: &str) -> Option<(Quote, &str)> {
    let inner = inner.trim_start_matches('#');
    let digits = inner.find(|c: char| !c.is_ascii_digit())?;
    let message = Seq(inner[..digits].parse().ok()?);
    let quoted = inner[digits..].trim_start_matches([' ', ':', ',']);
    let first = quoted.chars().next()?;
    let quoted = &quoted[first.len_utf8()..];
    let ends = MARKS.iter().filter(|(opening, _)| *opening == first);
    let ends = ends.filter_map(|(_, closing)| quoted.find(&format!("{closing}]")).map(|at| (at, *closing)));
    let (at, closing) = ends.min()?;
    let words = quoted[..at].to_owned();
    Some((Quote { message, words }, &quoted[at + closing.len_utf8() + 1..]))
}

/// Without the sign or number of a list before it.
fn unlisted(text: &str) -> &str {
    let signs = text.trim_start_matches(['-', '*', '•', ' ']);
    let number = signs.trim_start_matches(|c: char| c.is_ascii_digit());
    match number.strip_prefix(['.', ')']) {
        Some(rest) if number.len() < signs.len() && rest.starts_with(' ') => rest.trim_start(),
        _ => signs,
    }
}
