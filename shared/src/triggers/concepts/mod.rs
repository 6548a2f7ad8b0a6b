//! What words stand for, whatever their language: "Rechnung", "facture" and "invoice" are one [`Concept`].
//!
//! English, Spanish, German, French, Portuguese, Italian, Dutch and Polish in one table, for a visitor's language is not
//! known before they write. A word has one concept at most; where two languages disagree ("die"), it has none, or the
//! one that serves customers' messages better. Written by hand: the words people use towards shops, banks and software.

use std::sync::OnceLock;

mod account;
mod money;
mod plain;

/// What a word stands for, named by the English word that stands for all of them.
#[allow(missing_docs)] // the names say it; the tables beside this file show it
#[rustfmt::skip]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Concept {
    // Money and orders.
    Money, Cash, Charge, Fee, Pay, Bill, Refund, Back, Return, Swap, Price, Quote, Discount, Buy, Plan, Sales, Trial,
    Order, Parcel, Delivery, Arrive, Track, Product, Broken, Late, Lost, Wrong, Twice, Balance, Transfer, Card, Bank,
    Currency, Much, Shop, Extra, Wait,
    // Accounts, crime, complaints, law, personal data.
    Account, Password, Login, Locked, Forgot, Reset, Code, Verify, Identity, Register, Email, Phone, Address, Stolen,
    Fraud, Hacked, Unknown, Cancel, Delete, Subscription, Contract, Complain, Bad, Unhappy, Rude, Manager, Company,
    Lawyer, Court, Claim, Law, Regulator, Data, Personal, Privacy, Share, Collect, Consent, Someone, Happy,
    // What turns a sentence round.
    Not, Never, My, I, Me, You, Your, How, When, Where, Why, What, Which, Who, Can, Want, Need, Help, Please, Thanks,
    Hello, Problem, Work, Change, Check, Status, Send, Stop, Report, Request, Policy, Service, Again, Already, Another,
    Urgent, Use, Ways, Days,
}

impl Concept {
    /// Whether the concept carries what a message is about; the others only turn it round ("not", "my", "when").
    pub fn is_content(self) -> bool {
        self < Self::Not
    }
}

/// What a [folded](crate::text::fold) word stands for; none for a word that is not in the table. French and Italian
/// elisions are looked through: "l'argent" is money.
pub fn of(word: &str) -> Option<Concept> {
    let index = INDEX.get_or_init(Index::new);
    index.find(word).or_else(|| {
        let (_, rest) = word.split_once('\'')?;
        index.find(rest)
    })
}

/// What a word that is not in the table may be a slip of the pen of: one letter wrong, missing, too many or two
/// swapped, after the first three. Only long words: short ones are too near each other.
pub fn near(word: &str) -> Option<Concept> {
    INDEX.get_or_init(Index::new).near(word)
}

static INDEX: OnceLock<Index> = OnceLock::new();

/// The tables, ordered by the first three bytes of their entries, so that a word is compared with a handful.
struct Index {
    entries: Vec<(&'static str, bool, Concept)>,
    starts: Vec<u16>,
}

/// Entries are spread over this many heaps. A power of two.
const HEAPS: usize = 1024;
/// No entry of the tables is shorter when it is a stem.
const HEAD: usize = 3;

impl Index {
    fn new() -> Self {
        let mut entries: Vec<_> = [money::WORDS, account::WORDS, plain::WORDS]
            .into_iter()
            .flatten()
            .flat_map(|(concept, line)| line.split(' ').map(|entry| (entry, *concept)))
            .map(|(entry, concept)| match entry.strip_suffix('*') {
                Some(stem) => (stem, true, concept),
                None => (entry, false, concept),
            })
            .collect();
        entries.sort_by_key(|(entry, _, _)| heap(entry));
        let starts = (0..=HEAPS)
            .map(|at| entries.partition_point(|(entry, _, _)| heap(entry) < at))
            .map(|at| u16::try_from(at).unwrap_or(u16::MAX))
            .collect();
        Self { entries, starts }
    }

    /// The concept of the whole word, else of its longest stem.
    fn find(&self, word: &str) -> Option<Concept> {
        let at = heap(word);
        let heap = &self.entries[usize::from(self.starts[at])..usize::from(self.starts[at + 1])];
        heap.iter()
            .filter(|(entry, stem, _)| word == *entry || (*stem && word.starts_with(entry)))
            .max_by_key(|(entry, stem, _)| (entry.len(), !stem))
            .map(|(_, _, concept)| *concept)
    }

    fn near(&self, word: &str) -> Option<Concept> {
        if word.len() < LONG {
            return None;
        }
        let at = heap(word);
        let heap = &self.entries[usize::from(self.starts[at])..usize::from(self.starts[at + 1])];
        heap.iter()
            .filter(|(entry, _, _)| entry.len() >= LONG)
            .find(|(entry, stem, _)| slipped(word.as_bytes(), entry.as_bytes(), *stem))
            .map(|(_, _, concept)| *concept)
    }
}

/// From so many letters on, a word with a slip in it is still told from others.
const LONG: usize = 7;

/// Whether one slip makes `word` out of `entry`, or out of a word that begins with it when it is a stem.
fn slipped(word: &[u8], entry: &[u8], stem: bool) -> bool {
    let same = word
        .iter()
        .zip(entry)
        .take_while(|(one, other)| one == other)
        .count();
    let (word, entry) = (&word[same..], &entry[same..]);
    let fits = |rest: &[u8], wanted: &[u8]| {
        if stem {
            rest.starts_with(wanted)
        } else {
            rest == wanted
        }
    };
    if word.is_empty() || entry.is_empty() {
        return word.len() + entry.len() == 1;
    }
    fits(&word[1..], &entry[1..])
        || fits(&word[1..], entry)
        || fits(word, &entry[1..])
        || (word.len() > 1
            && entry.len() > 1
            && (word[0], word[1]) == (entry[1], entry[0])
            && fits(&word[2..], &entry[2..]))
}

fn heap(word: &str) -> usize {
    let head = word.as_bytes();
    let mixed = head[..head.len().min(HEAD)].iter().fold(7_u32, |mixed, byte| {
        mixed.wrapping_mul(0x9e37).wrapping_add(u32::from(*byte))
    });
    mixed.wrapping_mul(0x9e37_79b1) as usize >> 7 & (HEAPS - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{fold, words};

    #[test]
    fn words_of_eight_languages_stand_for_the_same() {
        for (concept, line) in [
            (
                Concept::Refund,
                "refunds reembolso Rückerstattung remboursement rimborso terugbetaling zwrotu",
            ),
            (
                Concept::Cancel,
                "cancelling cancelar kündigen résilier disdire opzeggen anulować",
            ),
            (
                Concept::Bill,
                "invoice factura Rechnung facture fatura fattura factuur faktury",
            ),
            (
                Concept::Password,
                "password contraseña Passwort senha wachtwoord hasło",
            ),
            (
                Concept::Stolen,
                "stolen robado gestohlen volée roubado rubata gestolen skradziona",
            ),
            (
                Concept::Money,
                "money dinero Geld l'argent dinheiro soldi pieniądze",
            ),
            (Concept::Not, "don't nicht pas não niet nie"),
        ] {
            for word in words(&fold(line)) {
                assert_eq!(of(word), Some(concept), "{word}");
            }
        }
    }

    #[test]
    fn a_word_has_one_concept_and_every_entry_is_found() {
        let index = Index::new();
        for (at, (entry, stem, concept)) in index.entries.iter().enumerate() {
            assert_eq!(fold(entry), *entry, "entries are folded");
            assert!(!stem || entry.len() >= HEAD, "{entry}* is too short to be found");
            assert_eq!(of(entry), Some(*concept), "{entry}");
            let twin = index
                .entries
                .iter()
                .skip(at + 1)
                .find(|(other, _, _)| other == entry);
            assert!(twin.is_none(), "{entry} stands twice");
        }
    }

    #[test]
    fn other_words_stand_for_nothing() {
        for word in ["", "'", "wordpress", "ą", "人間", "tuesday", "l'", "🙂"] {
            assert_eq!(of(word), None, "{word}");
        }
    }

    #[test]
    fn a_slip_of_the_pen_in_a_long_word_is_forgiven() {
        for (word, concept) in [
            ("pasword", Some(Concept::Password)),
            ("passwrod", Some(Concept::Password)),
            ("cancelaltion", Some(Concept::Cancel)),
            ("subcsription", Some(Concept::Subscription)),
            ("invoce", None),
            ("wordpress", None),
            ("", None),
        ] {
            assert_eq!(of(word).or_else(|| near(word)), concept, "{word}");
        }
    }
}
