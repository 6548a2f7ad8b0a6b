//! A text as tokens: runs without space, freed of the signs around them, each with its place.

use std::ops::Range;

use crate::text::fold;

/// One run.
#[derive(Debug, Clone)]
pub(super) struct Token<'a> {
    /// As written, without the signs around it.
    pub text: &'a str,
    /// Folded.
    pub folded: String,
    /// Its place.
    pub at: Range<usize>,
    /// Whether a sentence or line ends after it.
    pub ends: bool,
}

impl Token<'_> {
    /// How many digits it has.
    pub fn digits(&self) -> usize {
        self.text.bytes().filter(u8::is_ascii_digit).count()
    }
}

/// The runs of a text.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut from = 0;
    while let Some((start, end)) = run(text, from) {
        from = end;
        let whole = &text[start..end];
        let open = whole.trim_start_matches(|c: char| !(c.is_alphanumeric() || "#$€£¥+@(/".contains(c)));
        let core = open.trim_end_matches(|c: char| !(c.is_alphanumeric() || "$€£¥%/".contains(c)));
        let begin = start + (whole.len() - open.len());
        let tail = &open[core.len()..];
        let breaks = text[end..]
            .chars()
            .take_while(|c| c.is_whitespace())
            .any(|c| c == '\n');
        let ends = breaks || tail.contains(['.', '!', '?', ';']);
        if core.is_empty() {
            if let Some(last) = tokens.last_mut() {
                last.ends |= ends;
            }
            continue;
        }
        tokens.push(Token {
            text: core,
            folded: fold(core),
            at: begin..begin + core.len(),
            ends,
        });
    }
    tokens
}

fn run(text: &str, from: usize) -> Option<(usize, usize)> {
    let rest = &text[from..];
    let start = from + rest.find(|c: char| !c.is_whitespace())?;
    let end = text[start..]
        .find(char::is_whitespace)
        .map_or(text.len(), |at| start + at);
    Some((start, end))
}
