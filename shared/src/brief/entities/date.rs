//! Days: in figures (`2025-03-05`, `5.3.2025`, `3/5`) and with the name of a month, in eight languages.

use std::ops::Range;

use super::{Kind, tokens::Token};

/// Months by name, folded. Names that are words of their own ("may", "mai", "sept") need a number beside them, as all do.
#[rustfmt::skip]
const MONTHS: &[&str] = &[
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    "januar", "februar", "marz", "mai", "juni", "juli", "oktober", "dezember",
    "janvier", "fevrier", "mars", "avril", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre", "janeiro", "fevereiro", "marco", "maio", "junho", "julho", "setembro", "outubro", "novembro",
    "dezembro", "gennaio", "febbraio", "aprile", "maggio", "giugno", "luglio", "settembre", "ottobre", "dicembre",
    "januari", "februari", "maart", "mei", "augustus", "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca",
    "lipca", "sierpnia", "wrzesnia", "pazdziernika", "listopada", "grudnia",
];

/// The days.
pub(super) fn dates(tokens: &[Token<'_>]) -> Vec<(Kind, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let length = length(&tokens[at..]);
        if length > 0 {
            found.push((Kind::Date, tokens[at].at.start..tokens[at + length - 1].at.end));
        }
        at += length.max(1);
    }
    found
}

/// How many tokens a day that begins here takes.
fn length(tokens: &[Token<'_>]) -> usize {
    let first = &tokens[0];
    if in_figures(first.text) {
        return 1;
    }
    // A point after a day ends no sentence: "3. März".
    let near = |n: usize| {
        tokens
            .get(n)
            .filter(|_| !tokens[n - 1].ends || is_day(tokens[n - 1].text))
    };
    let year = |n: usize| usize::from(near(n).is_some_and(|token| is_year(token.text)));
    if is_day(first.text) {
        let of = usize::from(near(1).is_some_and(|token| matches!(token.folded.as_str(), "of" | "de")));
        if near(1 + of).is_some_and(|token| is_month(&token.folded)) {
            let last = 2 + of;
            let of = usize::from(near(last).is_some_and(|token| token.folded == "de"));
            let year = year(last + of);
            return last + if year > 0 { of + year } else { 0 };
        }
    } else if is_month(&first.folded) && near(1).is_some_and(|token| is_day(token.text)) {
        return 2 + year(2);
    }
    0
}

fn is_month(folded: &str) -> bool {
    MONTHS.contains(&folded)
}

/// `3`, `03`, `3rd`, `1er`.
fn is_day(text: &str) -> bool {
    let figures = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let suffix = &text[figures.len()..];
    matches!(suffix, "" | "st" | "nd" | "rd" | "th" | "er" | "e")
        && figures.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse::<u16>().is_ok_and(|year| (1900..2200).contains(&year))
}

/// `2025-03-05`, `05.03.2025`, `3/5/25`; two numbers only with a slash and both small, such as `3/5`.
fn in_figures(text: &str) -> bool {
    for sign in ['-', '.', '/'] {
        let parts: Vec<&str> = text.split(sign).collect();
        let numbers: Vec<u16> = parts.iter().filter_map(|part| part.parse().ok()).collect();
        if numbers.len() != parts.len() || parts.iter().any(|part| part.len() > 4) {
            continue;
        }
        let small = |n: u16| (1..=31).contains(&n);
        let fits = match numbers.as_slice() {
            [year, month, day] if is_year(parts[0]) => *year > 0 && (1..=12).contains(month) && small(*day),
            [a, b, _] => {
                small(*a) && small(*b) && (*a <= 12 || *b <= 12) && (parts[2].len() == 2 || is_year(parts[2]))
            }
            _ => false,
        };
        if fits {
            return true;
        }
    }
    false
}
