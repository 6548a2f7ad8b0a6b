//! The words and phrases a mood shows in, with how much each weighs: written by hand, one file a language, put into
//! hash tables on first use. Looking a word up costs the same however many there are.
//!
//! A form is a word ("angry"), the beginning of words ("wkurw*"), or a phrase. In a phrase `a|b` is either word, `~` up
//! to three words of any kind, `_` up to three that link or shade, `@span` a word of a [`class`], and `work*` the beginning of a word. All are folded: no
//! capitals, no marks.

mod classes;
mod de;
mod en;
mod en_words;
mod es;
mod fr;
mod it;
mod nl;
mod pl;
mod pt;
mod table;

use std::sync::OnceLock;

use table::Table;

/// How a form counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Tells nothing by itself; it has a class, or begins a phrase.
    None,
    /// How somebody feels: full weight for the visitor's own feeling, less for another's. A negation takes it back.
    Feel,
    /// What one thinks of a thing. A negation takes it back.
    Judge,
    /// A swear word. No negation takes it back; praise behind it does ("damn good").
    Swear,
    /// Names a person or a thing stupid: an insult to the assistant, anger about anything else.
    Slur,
    /// Anger whatever stands around it.
    Anger,
    /// An insult whatever stands around it.
    Insult,
    /// Urgent. A negation takes it back.
    Urgent,
    /// Annoyance if it is nearly all that was said.
    Curt,
    /// Looks like one of the above and is not: "kill switch".
    Exempt,
}

/// Classes of words, as bits.
pub(super) mod class {
    pub(crate) const NEGATION: u16 = 1;
    pub(crate) const BOOST: u16 = 1 << 1;
    pub(crate) const DAMPEN: u16 = 1 << 2;
    pub(crate) const GOOD: u16 = 1 << 3;
    pub(crate) const ME: u16 = 1 << 4;
    pub(crate) const YOU: u16 = 1 << 5;
    pub(crate) const BOT: u16 = 1 << 6;
    pub(crate) const GLUE: u16 = 1 << 7;
    /// A length of time: "weeks".
    pub(crate) const SPAN: u16 = 1 << 8;
    /// A number, in figures or words.
    pub(crate) const NUMBER: u16 = 1 << 9;
    /// Third or later: "fourth", "5th".
    pub(crate) const NTH: u16 = 1 << 10;
    /// A day by which something is due: "tomorrow".
    pub(crate) const DAY: u16 = 1 << 11;
    /// What leaves or begins without one: "flight".
    pub(crate) const EVENT: u16 = 1 << 12;
    /// Points to what the conversation is about: "this", "your", "service".
    pub(crate) const HERE: u16 = 1 << 13;
    /// Laughter in letters: "lol".
    pub(crate) const LAUGH: u16 = 1 << 14;

    /// The classes that phrases may begin with.
    pub(super) const BEGINS: u16 = YOU | ME | BOT | SPAN | NUMBER | NTH | DAY | EVENT;

    pub(super) fn by_name(name: &str) -> u16 {
        match name {
            "you" => YOU,
            "me" => ME,
            "bot" => BOT,
            "span" => SPAN,
            "number" => NUMBER,
            "nth" => NTH,
            "day" => DAY,
            "event" => EVENT,
            "good" => GOOD,
            _ => 0,
        }
    }
}

/// Forms that count alike: how, how much (0 to 100; what fires alone weighs [`super::FIRES`] or more), and the forms.
pub(super) struct Group(Kind, u8, &'static str);

/// What is known of a word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub(super) kind: Kind,
    pub(super) weight: u8,
    pub(super) classes: u16,
    /// The phrases that begin with it, as places in [`Lexicon::phrases`].
    phrases: (u16, u16),
}

impl Entry {
    /// Whether a phrase may begin with it.
    pub(super) fn begins_phrases(self) -> bool {
        self.phrases.0 != self.phrases.1 || self.classes & class::BEGINS != 0
    }
}

/// An unknown word.
pub(super) const UNKNOWN: Entry = Entry {
    kind: Kind::None,
    weight: 0,
    classes: 0,
    phrases: (0, 0),
};

/// One place of a phrase.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    Word(u64),
    Stem(&'static str),
    Class(u16),
    /// Up to three words of any kind.
    Gap,
    /// Up to three words that only link or shade: "are such a".
    Soft,
    /// One of these words, by their hashes in order, or of these other places.
    Any(Vec<u64>, Vec<Place>),
}

/// A phrase and how it counts.
pub(super) struct Phrase {
    first: Place,
    /// The places behind the first, as a place in [`Lexicon::tails`].
    tail: u16,
    /// How many places there are.
    pub(super) length: usize,
    pub(super) kind: Kind,
    pub(super) weight: u8,
}

/// All lists of forms.
const LANGUAGES: [&[Group]; 9] = [
    en::GROUPS,
    en_words::GROUPS,
    de::GROUPS,
    es::GROUPS,
    fr::GROUPS,
    pt::GROUPS,
    it::GROUPS,
    nl::GROUPS,
    pl::GROUPS,
];

/// All languages together.
pub(super) struct Lexicon {
    words: Table<Entry>,
    stems: Table<Entry>,
    phrases: Vec<Phrase>,
    tails: Vec<Vec<Place>>,
    /// The phrases that begin with a class.
    by_class: Vec<(u16, u16)>,
}

/// The lexicon, built when first asked for.
pub(super) fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(Lexicon::build)
}

impl Lexicon {
    fn build() -> Self {
        let mut lexicon = Self {
            words: Table::with_room(8192),
            stems: Table::with_room(2048),
            phrases: Vec::new(),
            tails: Vec::new(),
            by_class: Vec::new(),
        };
        for (bit, forms) in classes::CLASSES {
            for form in split(forms) {
                lexicon.entry(form).classes |= bit;
            }
        }
        for Group(kind, weight, forms) in LANGUAGES.into_iter().flatten() {
            for form in split(forms) {
                if form.contains(' ') {
                    lexicon.phrase(form, *kind, *weight);
                } else {
                    let entry = lexicon.entry(form);
                    if entry.kind == Kind::None {
                        (entry.kind, entry.weight) = (*kind, *weight);
                    }
                }
            }
        }
        lexicon.index();
        lexicon
    }

    fn entry(&mut self, form: &'static str) -> &mut Entry {
        match form.strip_suffix('*') {
            Some(stem) => self.stems.entry(table::hash(stem), UNKNOWN),
            None => self.words.entry(table::hash(form), UNKNOWN),
        }
    }

    /// Adds a phrase, once for each of its beginnings, for it is found by them.
    fn phrase(&mut self, form: &'static str, kind: Kind, weight: u8) {
        let mut parts = form.split_ascii_whitespace();
        let firsts = parts.next().unwrap_or_default();
        let tail: Vec<Place> = parts.map(one_of).collect();
        for first in firsts.split('|') {
            self.phrases.push(Phrase {
                first: place(first),
                tail: place_of(self.tails.len()),
                length: 1 + tail.len(),
                kind,
                weight,
            });
        }
        self.tails.push(tail);
    }

    /// Brings phrases with one beginning together, and tells the beginning where they are.
    fn index(&mut self) {
        self.phrases.sort_by(|a, b| a.first.cmp(&b.first));
        let mut from = 0;
        while from < self.phrases.len() {
            let first = self.phrases[from].first.clone();
            let same = self.phrases[from..]
                .iter()
                .take_while(|phrase| phrase.first == first)
                .count();
            let range = (place_of(from), place_of(from + same));
            match first {
                Place::Word(hash) => self.words.entry(hash, UNKNOWN).phrases = range,
                Place::Stem(stem) => self.stems.entry(table::hash(stem), UNKNOWN).phrases = range,
                Place::Class(_) => self.by_class.push(range),
                Place::Gap | Place::Soft | Place::Any(..) => {}
            }
            from += same;
        }
    }

    /// What is known of a folded word, of the word itself or else of the longest known beginning of it; and its hash.
    pub(super) fn find(&self, word: &str) -> (Entry, u64) {
        let (stem, hash) = self.stems.find_longest_prefix(word);
        let mut found = self.words.find(hash).unwrap_or(UNKNOWN);
        if found.kind == Kind::None
            && let Some(stem) = stem
        {
            (found.kind, found.weight) = (stem.kind, stem.weight);
            found.classes |= stem.classes;
            if found.phrases == UNKNOWN.phrases {
                found.phrases = stem.phrases;
            }
        }
        if found.classes == 0 && word.bytes().all(|byte| byte.is_ascii_digit()) {
            found.classes = class::NUMBER;
        }
        (found, hash)
    }

    /// The phrases that may begin with this word.
    pub(super) fn phrases(&self, entry: Entry) -> impl Iterator<Item = &Phrase> {
        let (from, to) = entry.phrases;
        let own = &self.phrases[usize::from(from)..usize::from(to)];
        let by_class = self.by_class.iter().flat_map(move |(from, to)| {
            let phrases = &self.phrases[usize::from(*from)..usize::from(*to)];
            let fits = match phrases[0].first {
                Place::Class(bit) => entry.classes & bit != 0,
                _ => false,
            };
            if fits { phrases } else { &[] }
        });
        own.iter().chain(by_class)
    }
}

/// The places of a phrase behind its first.
pub(super) fn tail(phrase: &Phrase) -> &'static [Place] {
    &lexicon().tails[usize::from(phrase.tail)]
}

fn split(forms: &'static str) -> impl Iterator<Item = &'static str> {
    forms.split(',').map(str::trim).filter(|form| !form.is_empty())
}

fn one_of(part: &'static str) -> Place {
    if part.contains('|') {
        let mut words = Vec::new();
        let mut others = Vec::new();
        for place in part.split('|').map(place) {
            match place {
                Place::Word(hash) => words.push(hash),
                other => others.push(other),
            }
        }
        words.sort_unstable();
        Place::Any(words, others)
    } else {
        place(part)
    }
}

fn place(word: &'static str) -> Place {
    if word == "~" {
        Place::Gap
    } else if word == "_" {
        Place::Soft
    } else if let Some(name) = word.strip_prefix('@') {
        Place::Class(class::by_name(name))
    } else if let Some(stem) = word.strip_suffix('*') {
        Place::Stem(stem)
    } else {
        Place::Word(table::hash(word))
    }
}

/// A place in the list of phrases; there are far fewer than fit, and a test counts them.
fn place_of(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests;
