//! What a message asks for, made ready to be compared with other messages of the conversation: what its words stand for
//! in any language, else their stems, the more telling the heavier; and what is to be done about it. "How do I cancel my
//! order" and "how do I change my order" share a word and not a need.

use crate::{
    text::{fold, words},
    triggers::{
        concepts::{self, Concept},
        confidence::{GLUE, stem, weight},
    },
};

/// So many words of a message are compared at most.
const MOST: usize = 80;
/// What a word weighs that stands for something known.
const KNOWN: u32 = 20;
/// What a word weighs that tells how something is asked or what is the matter with it.
const TURN: u32 = 8;
/// Of the likeness, in percent, what is left when two messages want different things done.
const OTHER_DEED: u32 = 55;
/// The same, when only one wants something done: "where is my order", "cancel my order".
const ONE_DEED: u32 = 80;
/// The same, when each says something telling that the other does not: "the address on my invoice", "the date on my invoice".
const BOTH_OWN: u32 = 80;

/// A message made ready to be compared.
#[derive(Debug, Clone, Default)]
pub struct Need {
    /// What stands in it, with its weight: sorted, each once.
    parts: Vec<(u64, u32)>,
    /// What is to be done, a bit each.
    deeds: u16,
}

impl Need {
    /// What a message asks for.
    pub fn of(text: &str) -> Self {
        let folded = fold(text);
        Self::of_words(words(&folded).map(|word| (word, concepts::of(word))))
    }

    /// The same, of the folded words with what each stands for.
    pub fn of_words<'a>(words: impl Iterator<Item = (&'a str, Option<Concept>)>) -> Self {
        let mut need = Self::default();
        for (word, concept) in words.take(MOST) {
            match concept {
                Some(concept) => need.add_concept(concept),
                None => need.add_word(word),
            }
        }
        need.parts.sort_unstable();
        need.parts.dedup_by_key(|(part, _)| *part);
        need
    }

    fn add_concept(&mut self, concept: Concept) {
        let deed = DEEDS.iter().position(|known| *known == concept);
        if let Some(deed) = deed {
            self.deeds |= 1 << deed;
        }
        let weight = if deed.is_some() || concept.is_content() {
            KNOWN
        } else if TURNS.contains(&concept) {
            TURN
        } else {
            return;
        };
        self.parts.push((concept as u64, weight));
    }

    fn add_word(&mut self, word: &str) {
        let word = word.strip_suffix("'s").unwrap_or(word).as_bytes();
        let stemmed = stem(word);
        let weight = weight(word, stemmed);
        if weight > GLUE {
            self.parts.push((stemmed, weight));
        }
    }

    /// How alike two needs are, 0 to 100; [`SAME_NEED`] and above means the same one.
    pub fn alike(&self, other: &Self) -> u32 {
        let mut common = 0;
        let mut own = 0;
        for part in &self.parts {
            if other.has(part.0) {
                common += part.1;
            } else {
                own = own.max(part.1);
            }
        }
        let theirs = other.parts.iter().filter(|part| !self.has(part.0));
        let theirs = theirs.map(|(_, weight)| *weight).max().unwrap_or(0);
        let mut percent = 200 * common / (self.weight() + other.weight()).max(1);
        if own.min(theirs) >= TURN {
            percent = percent * BOTH_OWN / 100;
        }
        let differ = self.deeds != 0 && other.deeds != 0 && self.deeds & other.deeds == 0;
        if differ {
            percent * OTHER_DEED / 100
        } else if (self.deeds == 0) != (other.deeds == 0) {
            percent * ONE_DEED / 100
        } else {
            percent
        }
    }

    fn has(&self, part: u64) -> bool {
        self.parts
            .binary_search_by_key(&part, |(known, _)| *known)
            .is_ok()
    }

    fn weight(&self) -> u32 {
        self.parts.iter().map(|(_, weight)| weight).sum()
    }
}

/// From this likeness on, in percent, two messages ask for the same thing.
pub const SAME_NEED: u32 = 70;

/// What people want done. Two messages that name different ones have different needs.
const DEEDS: [Concept; 14] = [
    Concept::Cancel,
    Concept::Change,
    Concept::Refund,
    Concept::Return,
    Concept::Swap,
    Concept::Delete,
    Concept::Reset,
    Concept::Buy,
    Concept::Register,
    Concept::Transfer,
    Concept::Complain,
    Concept::Track,
    Concept::Stop,
    Concept::Share,
];

/// What turns a need without naming one.
const TURNS: &[Concept] = &[
    Concept::When,
    Concept::Why,
    Concept::Who,
    Concept::Problem,
    Concept::Work,
    Concept::Check,
    Concept::Status,
    Concept::Send,
    Concept::Report,
    Concept::Policy,
    Concept::Service,
    Concept::Use,
    Concept::Ways,
    Concept::Days,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn compare(pairs: &[(&str, &str)], same: bool) {
        let wrong: Vec<_> = pairs
            .iter()
            .map(|(one, other)| (one, other, Need::of(one).alike(&Need::of(other))))
            .filter(|(_, _, alike)| (*alike >= SAME_NEED) != same)
            .collect();
        assert!(wrong.is_empty(), "not {same}: {wrong:#?}");
    }

    #[test]
    fn the_same_need_in_other_words() {
        compare(
            &[
                ("How do I cancel my order?", "I want to cancel the order I placed"),
                ("I forgot my password", "can't remember my password"),
                ("I want my money refunded", "please refund my money"),
                ("Can I get an invoice?", "where do I find my invoices"),
                ("my parcel has not arrived", "the package hasn't arrived yet"),
                ("delete my account", "how can I delete this account please"),
                ("Does it work with WordPress?", "is there something for wordpress"),
                ("track my parcel", "where can I track the package"),
                ("¿cómo cancelo mi pedido?", "quiero cancelar el pedido"),
                ("Wo ist meine Rechnung?", "Ich brauche die Rechnung"),
                ("je veux annuler ma commande", "comment annuler une commande ?"),
                ("quero cancelar a assinatura", "como cancelo a minha assinatura"),
                ("vorrei la fattura", "dove trovo la mia fattura"),
                ("mijn pakket is niet aangekomen", "pakket nog niet aangekomen"),
            ],
            true,
        );
    }

    #[test]
    fn different_needs_with_words_in_common() {
        compare(
            &[
                ("How do I cancel my order?", "How do I change my order?"),
                ("delete my account", "register an account"),
                ("refund my order", "track my order"),
                ("change my password", "change my address"),
                ("my card was stolen", "my card was declined"),
                ("What are your opening hours?", "What are your prices?"),
                ("do you deliver to Spain", "do you have discounts for students"),
                ("how do I pay by card", "how do I block my card"),
                ("quiero cancelar mi pedido", "quiero cambiar mi pedido"),
                ("Bestellung stornieren", "Bestellung verfolgen"),
                (
                    "change the delivery address on my invoice",
                    "change the delivery date on my invoice",
                ),
                ("where is order 411?", "cancel order 411"),
                ("", "hello"),
                ("", ""),
                ("thanks", "thank you"),
            ],
            false,
        );
    }

    #[test]
    fn likeness_goes_both_ways() {
        let (one, other) = (Need::of("my parcel is late"), Need::of("late parcel from Spain"));
        assert_eq!(one.alike(&other), other.alike(&one));
        assert_eq!(one.alike(&one), 100);
    }
}
