//! Messages that say nothing of their own: a yes or a no, thanks, "that's wrong". What somebody wants stands in others.

use super::{assent::assent, repetition::reaction};
use crate::{
    knowledge::{courtesy, terms},
    text::{fold, words},
};

/// Whether a message only answers what was said before it.
pub(crate) fn only_answers(text: &str) -> bool {
    assent(text).is_some()
        || courtesy(text).is_some()
        || reaction(text).is_some_and(|(_, matched)| is_bare(text, &matched))
}

/// Whether a reaction is all that the message holds: what remains without its words asks for nothing.
pub(super) fn is_bare(text: &str, matched: &[String]) -> bool {
    let matched: Vec<String> = matched.iter().map(|phrase| fold(phrase)).collect();
    let told: Vec<&str> = matched.iter().flat_map(|phrase| words(phrase)).collect();
    terms(text).iter().all(|term| told.contains(&term.as_str()))
}

#[cfg(test)]
mod tests {
    use super::only_answers;

    #[test]
    fn what_only_answers_says_nothing_of_its_own() {
        for text in [
            "yes please",
            "wrong again",
            "thanks!",
            "nein danke",
            "that's not what I asked",
        ] {
            assert!(only_answers(text), "{text}");
        }
        for text in [
            "yes please send the invoice again",
            "wrong again, I meant the blue lamp",
            "where is my order?",
        ] {
            assert!(!only_answers(text), "{text}");
        }
    }
}
