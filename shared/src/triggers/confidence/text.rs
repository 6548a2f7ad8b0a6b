//! The words of a text as bytes, with where its lines and sentences end. Plain letters without marks, which most pages
//! are made of, are lowered in place; anything else is folded first.

use crate::text::{fold, words};

/// Longer runs of letters are no words; only so much of them is read.
const LONGEST: usize = 48;

/// Calls back with every word, lowered, and whether a line or sentence ended since the one before.
pub(super) fn each_word(text: &str, mut with: impl FnMut(&[u8], bool)) {
    if !text.is_ascii() {
        for line in fold(text).split(['\n', '.', '?', '!']) {
            let mut first = true;
            for word in words(line) {
                with(plain(word.as_bytes()), std::mem::take(&mut first));
            }
        }
        return;
    }
    let mut word = [0; LONGEST];
    let mut length = 0;
    let mut new_line = true;
    for &byte in text.as_bytes().iter().chain(b"\n") {
        if byte.is_ascii_alphanumeric() || (byte == b'\'' && length > 0) {
            if length < LONGEST {
                word[length] = byte.to_ascii_lowercase();
                length += 1;
            }
            continue;
        }
        if length > 0 {
            with(plain(&word[..length]), std::mem::take(&mut new_line));
            length = 0;
        }
        new_line |= matches!(byte, b'\n' | b'.' | b'?' | b'!');
    }
}

/// Without the apostrophes around it and a genitive's ending.
fn plain(word: &[u8]) -> &[u8] {
    let end = word
        .iter()
        .rposition(|byte| *byte != b'\'')
        .map_or(0, |at| at + 1);
    let word = &word[..end];
    word.strip_suffix(b"'s").unwrap_or(word)
}
