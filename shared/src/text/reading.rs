//! A text read once, for everything that wants to know its words: folded, cut into words, each with the clause and the
//! sentence it stands in. Whoever asks about a message is lent the same reading.

use std::ops::{Range, RangeInclusive};

use super::{
    fold::{fold_char, is_mark},
    words::is_letter,
};

/// A text, its folded copy and its words.
#[derive(Debug, Clone)]
pub struct Reading<'a> {
    text: &'a str,
    folded: String,
    spots: Vec<Spot>,
}

/// Where a word stands.
#[derive(Debug, Clone, Copy)]
pub struct Spot {
    /// In the folded copy: from, and up to.
    at: (u32, u32),
    /// Where it begins in the text as it was written, in bytes.
    pub written: u32,
    /// Number of its clause, which a mark or a line's end closes. Not every number has words.
    pub clause: u32,
    /// Number of its sentence: what a stop with a space behind it, or a line's end, sets apart.
    pub sentence: u32,
    /// [`word_hash`] of it.
    pub hash: u64,
}

/// The hash of a folded word: FNV-1a in 64 bits (Fowler, Noll and Vo's published constants).
pub fn word_hash(word: &str) -> u64 {
    word.bytes().fold(BASIS, step)
}

const BASIS: u64 = 0xcbf2_9ce4_8422_2325;

fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
}

impl<'a> Reading<'a> {
    /// Reads a text.
    pub fn of(text: &'a str) -> Self {
        let mut reader = Reader {
            folded: String::with_capacity(text.len() + 8),
            spots: Vec::with_capacity(text.len() / 5 + 4),
            open: None,
            clause: 0,
            sentence: 0,
            stopped: false,
        };
        for (at, c) in text.char_indices() {
            fold_char(c, |folded| reader.see(folded, at));
        }
        reader.close();
        Self {
            text,
            folded: reader.folded,
            spots: reader.spots,
        }
    }

    /// The text as it was written.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Its [folded](super::fold()) copy.
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// Where its words stand.
    pub fn spots(&self) -> &[Spot] {
        &self.spots
    }

    /// The word at a spot.
    pub fn word(&self, spot: &Spot) -> &str {
        let (from, to) = spot.at;
        self.folded.get(from as usize..to as usize).unwrap_or_default()
    }

    /// Its words, the same as [`words`](super::words()) gives of the folded copy.
    pub fn words(&self) -> impl ExactSizeIterator<Item = &str> {
        self.spots.iter().map(|spot| self.word(spot))
    }

    /// The words at these places and what stands between them, as they were written.
    pub fn written(&self, places: RangeInclusive<usize>) -> &'a str {
        let at = |place: usize| self.spots.get(place).map(|spot| spot.written as usize);
        let Some((from, last)) = at(*places.start()).zip(at(*places.end())) else {
            return "";
        };
        let rest = self.text.get(last..).unwrap_or_default();
        let is_word = |c: char| is_letter(c) || is_mark(c) || c == '\u{2019}';
        let to = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        let words = self.text.get(from..last + to).unwrap_or_default();
        words.trim_end_matches(['\'', '\u{2019}'])
    }

    /// The spots of the words that begin in these bytes of the text as it was written.
    pub fn within(&self, written: &Range<usize>) -> Range<usize> {
        let before = |bound: usize| self.spots.partition_point(|spot| (spot.written as usize) < bound);
        before(written.start)..before(written.end)
    }
}

/// A word that is being read.
struct Open {
    from: usize,
    /// Behind its last letter: an apostrophe after it is no part of it.
    to: usize,
    written: usize,
    clause: u32,
    sentence: u32,
    hash: u64,
    /// The hash up to `to`.
    hash_to: u64,
}

struct Reader {
    folded: String,
    spots: Vec<Spot>,
    open: Option<Open>,
    clause: u32,
    sentence: u32,
    stopped: bool,
}

impl Reader {
    /// Sees one folded letter or sign that was written at `written`.
    fn see(&mut self, c: char, written: usize) {
        let at = self.folded.len();
        self.folded.push(c);
        if c.is_ascii_alphanumeric() || (c != '\'' && is_letter(c)) {
            let open = self.open.get_or_insert(Open {
                from: at,
                to: at,
                written,
                clause: self.clause,
                sentence: self.sentence,
                hash: BASIS,
                hash_to: BASIS,
            });
            open.hash = match u8::try_from(c) {
                Ok(byte) if byte.is_ascii() => step(open.hash, byte),
                _ => self.folded[at..].bytes().fold(open.hash, step),
            };
            (open.to, open.hash_to) = (self.folded.len(), open.hash);
            self.stopped = false;
            return;
        }
        if c == '\'' {
            if let Some(open) = &mut self.open {
                open.hash = step(open.hash, b'\'');
            }
            self.stopped = false;
            return;
        }
        self.close();
        self.clause += u32::from(matches!(c, '.' | '!' | '?' | ';' | '\n' | ',' | ':' | '(' | ')'));
        let ends = c == '\n' || (self.stopped && c == ' ') || matches!(c, '。' | '！' | '？');
        self.sentence += u32::from(ends);
        self.stopped = matches!(c, '.' | '!' | '?' | ';' | '>' | ']');
    }

    fn close(&mut self) {
        let narrow = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        if let Some(open) = self.open.take() {
            self.spots.push(Spot {
                at: (narrow(open.from), narrow(open.to)),
                written: narrow(open.written),
                clause: open.clause,
                sentence: open.sentence,
                hash: open.hash_to,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::{fold, words};
    use crate::triggers::explicit::features::sentences;

    #[test]
    fn clauses_and_sentences_are_told_apart() {
        let reading = Reading::of("No, it’s 10.50… Why? Help\nnow (please)");
        let told: Vec<_> = reading
            .spots()
            .iter()
            .map(|spot| (reading.word(spot), spot.clause, spot.sentence))
            .collect();
        assert_eq!(
            told,
            [
                ("no", 0, 0),
                ("it's", 1, 0),
                ("10", 1, 0),
                ("50", 2, 0),
                ("why", 5, 1),
                ("help", 6, 2),
                ("now", 7, 3),
                ("please", 8, 3)
            ]
        );
    }

    proptest! {
        #[test]
        fn reads_the_words_that_the_folded_copy_has(text in "(\\PC|[a-z' .,!?\\n]){0,60}") {
            let (reading, folded) = (Reading::of(&text), fold(&text));
            prop_assert_eq!(reading.folded(), &folded);
            prop_assert_eq!(reading.words().collect::<Vec<_>>(), words(&folded).collect::<Vec<_>>());
            for (spot, word) in reading.spots().iter().zip(words(&folded)) {
                prop_assert_eq!(spot.hash, word_hash(word));
            }
            let apart: Vec<Vec<&str>> = sentences(&folded).map(|part| words(part).collect()).filter(|part: &Vec<_>| !part.is_empty()).collect();
            let read: Vec<Vec<&str>> = reading.spots().chunk_by(|one, next| one.sentence == next.sentence)
                .map(|part| part.iter().map(|spot| reading.word(spot)).collect()).collect();
            prop_assert_eq!(read, apart);
            let clauses = |c: char| matches!(c, '.' | '!' | '?' | ';' | '\n' | ',' | ':' | '(' | ')');
            let apart: Vec<Vec<&str>> = folded.split(clauses).map(|part| words(part).collect()).filter(|part: &Vec<_>| !part.is_empty()).collect();
            let read: Vec<Vec<&str>> = reading.spots().chunk_by(|one, next| one.clause == next.clause)
                .map(|part| part.iter().map(|spot| reading.word(spot)).collect()).collect();
            prop_assert_eq!(read, apart);
        }

        #[test]
        fn what_was_folded_reads_the_same(text in "\\PC{0,40}") {
            let folded = fold(&text);
            let again = Reading::of(&folded);
            prop_assert_eq!(again.folded(), &folded);
        }
    }
}
