//! From a question to the words to look up: content words, each once, without the words that every question has.

mod alike;
mod common;
mod courtesy;

pub(crate) use alike::{alike, opposite};
pub(crate) use common::common;
use common::is_common;
pub use courtesy::{Courtesy, courtesy};

use crate::text::{fold, words};

/// How many words a look-up takes at most; a long message is about its first ones.
const MOST_TERMS: usize = 24;

/// The words of a question to look up, folded, in order, each once. None of a [`courtesy`]: it asks for nothing.
pub fn terms(question: &str) -> Vec<String> {
    if courtesy(question).is_some() {
        return Vec::new();
    }
    let mut found = all_terms(question);
    found.truncate(MOST_TERMS);
    found
}

/// The words to look a question up by: its [`terms`]. One alone, such as the product's name, stands on every page; then how it is
/// asked ("what does it do") tells the pages apart, and those words are looked up too.
pub fn look_up_terms(question: &str) -> Vec<String> {
    let mut found = terms(question);
    if found.len() == 1 {
        let folded = fold(question);
        let others = words(&folded).filter(|word| *word != found[0]).take(MOST_TERMS);
        let others: Vec<String> = others.map(str::to_owned).collect();
        found.extend(others);
    }
    found
}

/// Every content word of a text, folded, in order, each once.
pub fn all_terms(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let folded = fold(text);
    for word in words(&folded) {
        let word = word.strip_suffix("'s").unwrap_or(word);
        if word.chars().count() > 1 && !is_common(word) && !found.iter().any(|w| w == word) {
            found.push(word.to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_alone_is_looked_up_with_how_it_is_asked() {
        assert_eq!(
            look_up_terms("What does Baton do?"),
            ["baton", "what", "does", "do"]
        );
        assert_eq!(look_up_terms("install the tag"), ["install", "tag"]);
        assert!(look_up_terms("how are you").is_empty());
    }

    #[test]
    fn content_words_remain_each_once() {
        assert_eq!(
            terms("How do I add the script tag, the TAG, to my site?"),
            ["add", "script", "tag", "site"]
        );
        assert!(terms("hi, how are you?").is_empty());
        assert!(terms("thanks, that helps").is_empty());
        assert_eq!(terms("thanks! and how do I delete it?"), ["delete"]);
        assert_eq!(terms("¿Cómo puedo cancelar mi pedido?"), ["cancelar", "pedido"]);
        assert_eq!(terms("Wo finde ich meine Rechnung?"), ["rechnung"]);
        assert_eq!(
            terms("Est-ce que je peux annuler ma commande ?"),
            ["annuler", "commande"]
        );
        assert_eq!(terms("gdzie jest moja paczka"), ["paczka"]);
    }
}
