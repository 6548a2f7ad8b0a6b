//! A text cut into words with what is known of each, its clauses apart; and how loud it is.

use std::borrow::Cow;

use super::lexicon::{Entry, Kind, lexicon};
use crate::text::words;

/// Words read of one text. Longer texts are rare and say in their beginning how they are meant; the rest is not read,
/// so that a megabyte costs little.
const MOST_WORDS: usize = 1_000;

/// One word.
pub(super) struct Token<'a> {
    pub(super) word: &'a str,
    pub(super) entry: Entry,
    /// Number of its clause. Nothing reaches over the end of a clause.
    pub(super) clause: usize,
    /// Whether a phrase has taken it.
    pub(super) taken: bool,
}

impl Token<'_> {
    pub(super) fn is(&self, class: u16) -> bool {
        self.entry.classes & class != 0
    }

    /// Whether it stands alone for this: known, and not part of a phrase.
    pub(super) fn weighs(&self) -> bool {
        !self.taken && self.entry.kind != Kind::None
    }
}

/// Elided articles and pronouns of French and Italian: "j'attends" is two words.
const ELIDED: &[&str] = &[
    "l", "d", "c", "j", "n", "qu", "s", "t", "m", "un", "dell", "nell", "all", "dall", "sull", "quell",
    "quest", "e",
];

/// The words of a text that was folded and [unmasked](unmask).
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let lexicon = lexicon();
    let mut tokens = Vec::with_capacity(64);
    for (clause, part) in text
        .split(['.', '!', '?', ';', '\n', ',', ':', '(', ')'])
        .enumerate()
    {
        for word in words(part).flat_map(elided) {
            if tokens.len() == MOST_WORDS {
                return tokens;
            }
            tokens.push(Token {
                word,
                entry: lexicon.find(word),
                clause,
                taken: false,
            });
        }
    }
    tokens
}

fn elided(word: &str) -> impl Iterator<Item = &str> {
    let (first, rest) = match word.split_once('\'') {
        Some((first, rest)) if ELIDED.contains(&first) && word != "aujourd'hui" => (first, Some(rest)),
        _ => (word, None),
    };
    std::iter::once(first).chain(rest)
}

/// Undoes what hides or stretches a word: signs in place of letters become an `x` ("f**k" is "fxxk"), and a letter that
/// stands three times or more stands once ("ugggh").
pub(super) fn unmask(folded: &str) -> Cow<'_, str> {
    let bytes = folded.as_bytes();
    let stretched = |three: &[u8]| three[0] == three[1] && three[1] == three[2] && three[0] != b' ';
    if !bytes.contains(&b'*') && !bytes.windows(3).any(stretched) {
        return Cow::Borrowed(folded);
    }
    let mut plain = String::with_capacity(folded.len());
    let mut before = ['\0'; 2];
    for (at, c) in folded.char_indices() {
        let inside = at > 0 && bytes[at - 1].is_ascii_alphabetic();
        let masked = inside && c == '*' || before[0] == '*' && c == '*' && plain.ends_with('x');
        let thrice = before == [c, c] && c.is_ascii_alphabetic();
        if masked {
            plain.push('x');
        } else if thrice {
            while plain.ends_with([c]) && plain[..plain.len() - 1].ends_with([c]) {
                plain.pop();
            }
        } else {
            plain.push(c);
        }
        before = [c, before[0]];
    }
    Cow::Owned(plain)
}

/// How loud a text is: what capitals and signs add to a feeling that is there.
#[derive(Debug, Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools)] // four things that are there or not, no states
pub(super) struct Volume {
    /// Nearly all letters are capitals.
    pub(super) shouted: bool,
    /// A word among small letters stands in capitals.
    pub(super) stressed: bool,
    /// Two or more exclamation or question marks in a row, or both kinds mixed.
    pub(super) marks: bool,
    /// There is no word, only three or more such marks.
    pub(super) only_marks: bool,
    /// Pictures of anger.
    pub(super) angry_faces: u32,
    /// Pictures of contempt.
    pub(super) rude_signs: u32,
}

fn is_capital(c: char) -> bool {
    matches!(c, 'À'..='Þ' | 'Ą' | 'Ć' | 'Ę' | 'Ł' | 'Ń' | 'Ś' | 'Ź' | 'Ż')
}

/// Capital letters a shouted text has at least; abbreviations have fewer.
const SHOUTED_LETTERS: usize = 6;

pub(super) fn volume(text: &str) -> Volume {
    let mut volume = Volume::default();
    let (mut upper, mut lower, mut run, mut marks, mut signs) = (0usize, 0usize, 0usize, 0usize, 0usize);
    for c in text.chars() {
        let capital = c.is_ascii_uppercase() || (!c.is_ascii() && is_capital(c));
        let small =
            c.is_ascii_lowercase() || matches!(c, 'ß'..='ÿ' | 'ą' | 'ć' | 'ę' | 'ł' | 'ń' | 'ś' | 'ź' | 'ż');
        upper += usize::from(capital);
        lower += usize::from(small);
        run = if capital { run + 1 } else { 0 };
        volume.stressed |= run >= 3;
        marks = if matches!(c, '!' | '?') { marks + 1 } else { 0 };
        signs = signs.max(marks);
        if c >= '\u{1f000}' {
            volume.angry_faces += u32::from(matches!(c, '😡' | '😠' | '😤' | '👿' | '🤬' | '💢'));
            volume.rude_signs += u32::from(matches!(c, '🖕' | '🤡'));
        }
    }
    volume.shouted = upper >= SHOUTED_LETTERS && upper >= lower * 3;
    volume.stressed &= !volume.shouted && lower > upper;
    volume.marks = signs >= 2;
    volume.only_marks = signs >= 2 && upper + lower == 0 && !text.chars().any(|c| c.is_ascii_digit());
    volume
}
