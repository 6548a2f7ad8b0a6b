//! A text cut into words with what is known of each, its clauses apart; and how loud it is.

use super::lexicon::{Entry, Kind, lexicon};
use crate::text::Reading;

/// Words read of one text. Longer texts are rare and say in their beginning how they are meant; the rest is not read,
/// so that a megabyte costs little.
const MOST_WORDS: usize = 1_000;

/// One word.
pub(super) struct Token<'a> {
    pub(super) word: &'a str,
    pub(super) hash: u64,
    pub(super) entry: Entry,
    /// Number of its clause. Nothing reaches over the end of a clause.
    pub(super) clause: u32,
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

/// The words of a text that was [unmasked](unmask).
pub(super) fn tokens<'a>(text: &'a Reading<'_>) -> Vec<Token<'a>> {
    let lexicon = lexicon();
    let mut tokens = Vec::with_capacity(text.spots().len() + 8);
    for spot in text.spots() {
        for word in elided(text.word(spot)) {
            if tokens.len() == MOST_WORDS {
                return tokens;
            }
            let (entry, hash) = lexicon.find(word);
            tokens.push(Token {
                word,
                hash,
                entry,
                clause: spot.clause,
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
/// stands three times or more stands once ("ugggh"). None when there is nothing to undo.
pub(super) fn unmask(folded: &str) -> Option<String> {
    let bytes = folded.as_bytes();
    let stretched =
        |three: &[u8]| three[0] == three[1] && three[1] == three[2] && three[0].is_ascii_alphabetic();
    if !bytes.contains(&b'*') && !bytes.windows(3).any(stretched) {
        return None;
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
    Some(plain)
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
    /// Pictures of laughter and love.
    pub(super) laughs: bool,
}

/// Capital letters a shouted text has at least; abbreviations have fewer.
const SHOUTED_LETTERS: usize = 6;

/// Only letters without marks are counted: they are enough to tell.
pub(super) fn volume(text: &str) -> Volume {
    let bytes = text.as_bytes();
    let upper = bytes.iter().filter(|byte| byte.is_ascii_uppercase()).count();
    let lower = bytes.iter().filter(|byte| byte.is_ascii_lowercase()).count();
    let capitals = |three: &[u8]| three.iter().all(u8::is_ascii_uppercase);
    let marks = |two: &[u8]| two.iter().all(|byte| matches!(byte, b'!' | b'?'));
    let shouted = upper >= SHOUTED_LETTERS && upper >= lower * 3;
    let marks = bytes.windows(2).any(marks);
    let mut volume = Volume {
        shouted,
        stressed: !shouted && upper >= 3 && lower > upper && bytes.windows(3).any(capitals),
        marks,
        only_marks: marks && bytes.iter().all(|byte| matches!(byte, b'!' | b'?' | b'.' | b' ')),
        laughs: bytes.windows(2).any(|two| matches!(two, b":)" | b":D" | b";)")),
        ..Volume::default()
    };
    if !text.is_ascii() {
        for c in text.chars().filter(|c| *c >= '\u{1f000}') {
            match c {
                '😡' | '😠' | '😤' | '👿' | '🤬' | '💢' => volume.angry_faces += 1,
                '🖕' | '🤡' => volume.rude_signs += 1,
                '😂' | '🤣' | '😆' | '😄' | '😁' | '😊' | '😉' | '😍' | '🥰' | '🙂' => {
                    volume.laughs = true;
                }
                _ => {}
            }
        }
    }
    volume
}
