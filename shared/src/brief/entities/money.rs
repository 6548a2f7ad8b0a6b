//! Amounts of money: a number with the sign, code or name of a currency.

use std::ops::Range;

use super::{Kind, rest, tokens::Token};

const SIGNS: [char; 4] = ['$', '€', '£', '¥'];

/// Codes and names of currencies, folded.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "usd", "eur", "gbp", "chf", "pln", "brl", "jpy", "cad", "aud", "sek", "nok", "dkk", "czk", "mxn", "inr",
    "dollar", "dollars", "bucks", "euro", "euros", "pound", "pounds", "quid", "zl", "zloty", "zlotych", "zlote",
    "franken", "francs", "reais", "real", "pesos", "cents", "cent", "yen", "kr", "kronor", "rupees",
];

/// The amounts.
pub(super) fn amounts(tokens: &[Token<'_>]) -> Vec<(Kind, Range<usize>)> {
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let bare = token.text.trim_matches(SIGNS);
        let next = rest(tokens, at).first().filter(|_| !token.ends);
        let end = if bare.len() < token.text.len() && is_number(bare) {
            Some(token.at.end)
        } else if is_number(token.text) {
            next.filter(|next| {
                is_currency(&next.folded) || SIGNS.iter().any(|sign| next.text == sign.to_string())
            })
            .map(|next| next.at.end)
        } else if glued(&token.folded) {
            Some(token.at.end)
        } else if is_currency(&token.folded) {
            // "EUR 20": only codes stand before.
            next.filter(|next| token.folded.len() == 3 && is_number(next.text))
                .map(|next| next.at.end)
        } else {
            None
        };
        found.extend(end.map(|end| (Kind::Amount, token.at.start..end)));
    }
    found
}

fn is_currency(folded: &str) -> bool {
    NAMES.contains(&folded)
}

/// "50usd", "20eur".
fn glued(folded: &str) -> bool {
    let letters = folded.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ',');
    letters.len() < folded.len() && is_currency(letters)
}

/// Digits with points, commas or apostrophes between.
fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
        && text.ends_with(|c: char| c.is_ascii_digit())
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '\''))
        && text.len() <= 16
}
