//! What is seen of a sentence: its words, which stand side by side or one apart or under a "not", groups of four letters (which forgive slips of
//! the finger and endings), what the words [do](super::classes) in a request and which of those stand near each other, and how short it is. The trainer reads sentences through the same functions, so table and
//! sentences agree.

use super::{
    classes::{NOT as NO, carries, class},
    table::SLOTS,
};
use crate::text::words;

/// How many letters make a group.
const GROUP: usize = 4;
/// Words of a sentence that are read.
const MOST_WORDS: usize = 400;

/// The sentences of a folded text: what a stop with a space behind it, or a line's end, sets apart. The end of markup is a stop
/// too: what stands in a tag takes nothing back that is said after it.
pub fn sentences(folded: &str) -> impl Iterator<Item = &str> {
    let mut rest = folded;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut stop = false;
        let end = rest.char_indices().find_map(|(at, c)| {
            let ends = c == '\n' || (stop && c == ' ') || matches!(c, '。' | '！' | '？');
            stop = matches!(c, '.' | '!' | '?' | ';' | '>' | ']');
            ends.then(|| at + c.len_utf8())
        });
        let (sentence, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        Some(sentence)
    })
}

/// A sentence made ready to be read.
#[derive(Debug)]
pub struct Sentence<'a> {
    /// Its words.
    pub words: Vec<&'a str>,
    /// All that is seen of it. The same slot may stand there more than once.
    pub seen: Vec<Seen>,
    /// So many of them rest on letters and words alone, and not on what words do in a request.
    plain: usize,
}

/// A feature.
#[derive(Debug, Clone, Copy)]
pub struct Seen {
    slot: u16,
    /// The places of the first and the last word it rests on.
    pub at: (u16, u16),
}

impl Seen {
    fn of(slot: usize, (from, to): (usize, usize)) -> Self {
        let [slot, from, to] = [slot, from, to].map(|number| u16::try_from(number).unwrap_or(u16::MAX));
        Self { slot, at: (from, to) }
    }

    /// Where its weight stands.
    pub fn slot(self) -> usize {
        self.slot.into()
    }
}

/// Kinds of features; part of their hashes.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Word = 1,
    Pair = 2,
    Apart = 3,
    Letters = 4,
    Length = 5,
    Negated = 6,
    Class = 7,
    Classes = 8,
    Symbols = 9,
    SymbolsApart = 10,
    ThreeClasses = 11,
    Mark = 12,
    Carried = 13,
}

/// Takes back what comes after it, in eight languages: "not … a person" says another thing than "not … a bot".
const NOT: [u32; 23] = hashes([
    "not", "no", "don't", "dont", "never", "without", "nicht", "kein", "keine", "keinen", "ohne", "sin",
    "pas", "sans", "nao", "sem", "non", "senza", "niet", "geen", "zonder", "nie", "bez",
]);
/// So many words after it are under it.
const NOT_REACH: usize = 7;

/// What stands before the first word and after the last.
const EDGES: (u32, u32) = (0x9e37, 0x79b9);

impl<'a> Sentence<'a> {
    /// Reads a folded sentence.
    pub fn new(folded: &'a str) -> Self {
        Self::of(words(folded))
    }

    /// Reads a sentence of these words.
    pub fn of(words: impl Iterator<Item = &'a str>) -> Self {
        let words: Vec<&str> = words.take(MOST_WORDS).collect();
        let hashes: Vec<u32> = words.iter().map(|word| letters(word.chars())).collect();
        let mut seen = Vec::with_capacity(14 * words.len() + 8);
        each(&words, &hashes, &mut |slot, at| seen.push(Seen::of(slot, at)));
        let plain = seen.len();
        by_class(&words, &hashes, &mut |slot, at| seen.push(Seen::of(slot, at)));
        Self { words, seen, plain }
    }

    /// The slots of the sentence, each once, in no order that means anything.
    pub fn slots(&self) -> Vec<usize> {
        self.slots_once(&mut Once::default()).0
    }

    /// The same, and how many of them, at the beginning, rest on letters and words alone: what words do in a request says
    /// little about its tone.
    pub(super) fn slots_once(&self, once: &mut Once) -> (Vec<usize>, usize) {
        let mut slots = Vec::with_capacity(self.seen.len());
        let (plain, classes) = self.seen.split_at(self.plain);
        once.add(plain.iter().map(|seen| seen.slot()), &mut slots);
        let plain = slots.len();
        once.add(classes.iter().map(|seen| seen.slot()), &mut slots);
        once.forget(&slots);
        (slots, plain)
    }
}

/// Remembers which slots were met, a bit each. Made once and lent to many sentences: it is large.
#[derive(Debug)]
pub(super) struct Once {
    met: Vec<u64>,
}

impl Default for Once {
    fn default() -> Self {
        let met = vec![0; SLOTS / 64];
        Self { met }
    }
}

impl Once {
    /// Adds those slots that were not met yet.
    pub fn add(&mut self, slots: impl Iterator<Item = usize>, to: &mut Vec<usize>) {
        for slot in slots {
            let (met, bit) = (&mut self.met[slot / 64], 1 << (slot % 64));
            if *met & bit == 0 {
                *met |= bit;
                to.push(slot);
            }
        }
    }

    /// As if these, all that were met, had not been.
    fn forget(&mut self, slots: &[usize]) {
        for slot in slots {
            self.met[slot / 64] = 0;
        }
    }
}

/// Calls `see` with every feature's slot and the places of the first and the last word it rests on.
fn each(words: &[&str], hashes: &[u32], see: &mut impl FnMut(usize, (usize, usize))) {
    if words.is_empty() {
        return;
    }
    let last = words.len() - 1;
    let at = |place: usize| match place {
        0 => EDGES.0,
        _ => hashes.get(place - 1).copied().unwrap_or(EDGES.1),
    };
    for (place, word) in words.iter().enumerate() {
        see(slot(Kind::Word, hashes[place], 0), (place, place));
        groups(word, &mut |group| {
            see(slot(Kind::Letters, group, 0), (place, place));
        });
    }
    let mut under = 0..0;
    for (place, hash) in hashes.iter().enumerate() {
        if under.contains(&place) {
            see(slot(Kind::Negated, *hash, 0), (place, place));
        }
        if NOT.contains(hash) {
            under = place + 1..place + 1 + NOT_REACH;
        }
    }
    // With the edges there is one place more than words.
    for place in 0..=words.len() {
        let (from, to) = (place.saturating_sub(1), place.min(last));
        see(slot(Kind::Pair, at(place), at(place + 1)), (from, to));
        if place < words.len() {
            see(
                slot(Kind::Apart, at(place), at(place + 2)),
                (from, (place + 1).min(last)),
            );
        }
    }
    let length = u32::try_from(words.len().min(5)).unwrap_or(5);
    see(slot(Kind::Length, length, 0), (0, last));
}

/// So many words apart two classes are seen together.
const CLASS_REACH: usize = 5;

/// Whether a word carries a request weighs as so many features.
const CARRIED_WEIGHS: u32 = 4;

/// What stands behind a "not" weighs as so many features: it has a whole request to outweigh.
const TAKEN_BACK_WEIGHS: u32 = 4;

/// What the words do, as [`each`] tells it: alone, two near each other in their order, three in a row whatever stands between
/// them, and beside words that do nothing.
fn by_class(words: &[&str], hashes: &[u32], see: &mut impl FnMut(usize, (usize, usize))) {
    let Some(last) = words.len().checked_sub(1) else {
        return;
    };
    let classes: Vec<u32> = words.iter().map(|word| class(word)).collect();
    let carried = u32::from(classes.iter().any(|class| carries(*class)));
    for copy in 0..CARRIED_WEIGHS {
        see(slot(Kind::Carried, carried, copy), (0, last));
    }
    let known: Vec<(usize, u32)> = (0..)
        .zip(classes.iter().copied())
        .filter(|(_, class)| *class > 0)
        .collect();
    for (at, (place, class)) in known.iter().enumerate() {
        see(slot(Kind::Class, *class, 0), (*place, *place));
        let (reach, copies) = match *class {
            NO => (NOT_REACH, TAKEN_BACK_WEIGHS),
            _ => (CLASS_REACH, 1),
        };
        for (behind, other) in &known[at + 1..] {
            if *behind > place + reach {
                break;
            }
            for copy in 0..copies {
                see(slot(Kind::Classes, *class + 64 * copy, *other), (*place, *behind));
            }
        }
    }
    for three in known.windows(3) {
        let number = three[0].1 * 64 + three[1].1 * 8 + three[2].1;
        see(slot(Kind::ThreeClasses, number, 0), (three[0].0, three[2].0));
    }
    // Places are counted from the edge before the first word.
    let has_class = |place: usize| place > 0 && classes.get(place - 1).is_some_and(|class| *class > 0);
    let symbol = |place: usize| match place {
        0 => EDGES.0,
        _ if has_class(place) => classes[place - 1] * 7919 + 1,
        _ => hashes.get(place - 1).copied().unwrap_or(EDGES.1),
    };
    for place in 0..=words.len() {
        let from = place.saturating_sub(1);
        if has_class(place) || has_class(place + 1) {
            see(
                slot(Kind::Symbols, symbol(place), symbol(place + 1)),
                (from, place.min(last)),
            );
        }
        if place < words.len() && (has_class(place) || has_class(place + 2)) {
            see(
                slot(Kind::SymbolsApart, symbol(place), symbol(place + 2)),
                (from, (place + 1).min(last)),
            );
        }
    }
}

/// A mark weighs as so many features.
const MARK_WEIGHS: u32 = 4;

/// The slots of a mark: something else that is known of a text, such as that the words of a lexicon stand in it.
pub fn mark(number: u32) -> impl Iterator<Item = usize> {
    (0..MARK_WEIGHS).map(move |copy| slot(Kind::Mark, number, copy))
}

/// Calls `see` with the hash of every group of four letters in a word with its edges: "<hum", "huma", "uman", "man>".
pub fn groups(word: &str, see: &mut dyn FnMut(u32)) {
    let mut window = ['<'; GROUP];
    for (at, c) in (2..).zip(word.chars().chain(['>'])) {
        let [_, second, third, fourth] = window;
        window = [second, third, fourth, c];
        if at >= GROUP {
            see(letters(window.into_iter()));
        }
    }
}

/// FNV-1a in 32 bits over letters (Fowler, Noll and Vo's published constants). One digit is as good as another.
fn letters(letters: impl Iterator<Item = char>) -> u32 {
    letters.fold(BASIS, |hash, c| {
        let code = if c.is_ascii_digit() {
            u32::from('0')
        } else {
            u32::from(c)
        };
        (hash ^ code).wrapping_mul(PRIME)
    })
}

const BASIS: u32 = 0x811c_9dc5;
const PRIME: u32 = 0x0100_0193;

/// The hashes of words without digits or marks, as [`letters`] makes them.
const fn hashes<const N: usize>(words: [&str; N]) -> [u32; N] {
    let mut hashes = [BASIS; N];
    let mut word = 0;
    while word < N {
        let mut at = 0;
        while at < words[word].len() {
            hashes[word] = (hashes[word] ^ words[word].as_bytes()[at] as u32).wrapping_mul(PRIME);
            at += 1;
        }
        word += 1;
    }
    hashes
}

/// Where a feature's weight stands.
fn slot(kind: Kind, a: u32, b: u32) -> usize {
    let mut hash = (kind as u32).wrapping_mul(0x9e37_79b1);
    for part in [a, b] {
        hash = (hash ^ part).wrapping_mul(0x85eb_ca6b);
        hash ^= hash >> 15;
    }
    hash as usize % SLOTS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_thought_does() {
        let cut = |text| sentences(text).map(str::trim).collect::<Vec<_>>();
        assert_eq!(
            cut("it costs 10.50. why? help\nnow"),
            ["it costs 10.50.", "why?", "help", "now"]
        );
        assert_eq!(cut("<!-- no --> a > b"), ["<!-- no -->", "a >", "b"]);
        assert_eq!(cut("好。谢谢"), ["好。", "谢谢"]);
        assert!(cut("").is_empty());
    }

    #[test]
    fn groups_are_four_letters_with_the_edges_of_the_word() {
        let count = |word| {
            let mut n = 0;
            groups(word, &mut |_| n += 1);
            n
        };
        assert_eq!((count("human"), count("ab"), count("a")), (4, 1, 0));
    }

    #[test]
    fn a_slip_of_the_finger_leaves_most_of_a_word() {
        let shared = |one, other| {
            let other = Sentence::new(other).slots();
            Sentence::new(one)
                .slots()
                .into_iter()
                .filter(|slot| other.contains(slot))
                .count()
        };
        assert!(shared("representative", "representitive") > shared("representative", "motorcycle") + 3);
    }
}
