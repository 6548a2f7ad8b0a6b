//! Mail addresses, web addresses, phone numbers.

use std::ops::Range;

use super::{Kind, tokens::Token};

/// A phone number has at least so many digits.
const FEWEST: usize = 7;
/// And at most so many (ITU E.164).
const MOST: usize = 15;

/// Words before a phone number.
const PHONE: &[&str] = &[
    "phone",
    "tel",
    "telephone",
    "mobile",
    "cell",
    "call",
    "number",
    "telefon",
    "handy",
    "rufnummer",
    "telefono",
    "movil",
    "celular",
    "portable",
    "telefone",
    "telemovel",
    "cellulare",
    "telefoon",
    "mobiel",
    "numer",
    "telefonu",
];

/// Mail and web addresses.
pub(super) fn addresses(tokens: &[Token<'_>]) -> Vec<(Kind, Range<usize>)> {
    let mut found = Vec::new();
    for token in tokens {
        if is_url(&token.folded) {
            found.push((Kind::Url, token.at.clone()));
        } else if let Some(at) = email(token) {
            found.push((Kind::Email, at));
        }
    }
    found
}

fn is_url(folded: &str) -> bool {
    let rest = ["https://", "http://", "www."]
        .iter()
        .find_map(|start| folded.strip_prefix(start));
    rest.is_some_and(|rest| rest.contains('.') || rest.starts_with("localhost"))
}

/// The address in a token such as `mailto:ada@example.com` or `ada@example.com/`.
fn email(token: &Token<'_>) -> Option<Range<usize>> {
    let text = token.text;
    let middle = text.find('@')?;
    let name = |c: char| c.is_alphanumeric() || "._%+-".contains(c);
    let start = text[..middle]
        .rfind(|c: char| !name(c))
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let host = &text[middle + 1..];
    let end = host
        .find(|c: char| !(c.is_alphanumeric() || c == '.' || c == '-'))
        .unwrap_or(host.len());
    let host = host[..end].trim_end_matches(['.', '-']);
    let fits = start < middle && host.contains('.') && !host.starts_with('.');
    fits.then(|| token.at.start + start..token.at.start + middle + 1 + host.len())
}

/// Phone numbers: one token or several in a row, of digits and what stands between them in phone numbers.
pub(super) fn phones(text: &str, tokens: &[Token<'_>]) -> Vec<(Kind, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let mut end = at;
        while end < tokens.len() && is_part(tokens[end].text) && (end == at || !tokens[end - 1].ends) {
            end += 1;
        }
        if end > at {
            let run = tokens[at].at.start..tokens[end - 1].at.end;
            let called = tokens[at.saturating_sub(4)..at]
                .iter()
                .any(|token| PHONE.contains(&token.folded.trim_end_matches(':')));
            if is_phone(&text[run.clone()], called) {
                found.push((Kind::Phone, run));
            }
        }
        at = end.max(at + 1);
    }
    found
}

fn is_part(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || "+()-./".contains(c))
}

fn is_phone(text: &str, called: bool) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let grouped = text.contains([' ', '-', '.', '/', ')']);
    let marked = text.starts_with('+') || text.starts_with('(') || (text.starts_with('0') && digits >= 9);
    (FEWEST..=MOST).contains(&digits) && (marked || called || (grouped && digits >= 10))
}
