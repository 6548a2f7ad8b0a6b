//! "Yes, please" and "no, thanks" in words: an answer to the offer of a person, typed instead of pressed.

use crate::text::{fold, words};

/// An answer of more words says something of its own.
const LONGEST: usize = 6;

/// Whether a short message says yes or no; none when it says anything else. Only meant for the message after an offer.
pub fn assent(text: &str) -> Option<bool> {
    let folded = fold(text);
    let said: Vec<&str> = words(&folded).collect();
    if said.is_empty() || said.len() > LONGEST {
        return None;
    }
    let yes = said.iter().any(|word| YES.binary_search(word).is_ok());
    let no = said.iter().any(|word| NO.binary_search(word).is_ok());
    let only = said.iter().all(|word| {
        [YES, NO, ALONG]
            .iter()
            .any(|list| list.binary_search(word).is_ok())
    });
    // "No" wins: "no, it's ok" goes on without a person.
    (only && (yes || no)).then_some(!no)
}

/// Sorted, folded, in the languages Baton speaks.
const YES: &[&str] = &[
    "absolutely",
    "bitte",
    "certo",
    "claro",
    "d'accord",
    "dale",
    "definitely",
    "genau",
    "gerne",
    "go",
    "graag",
    "ja",
    "jasne",
    "jawohl",
    "jo",
    "k",
    "klar",
    "ok",
    "okay",
    "oki",
    "okidoki",
    "ouais",
    "oui",
    "please",
    "pls",
    "poprosze",
    "prosze",
    "si",
    "sim",
    "sure",
    "tak",
    "vale",
    "y",
    "ya",
    "yeah",
    "yep",
    "yes",
    "yess",
    "yup",
];
const NO: &[&str] = &[
    "doch", "later", "nah", "nao", "nee", "neen", "nein", "never", "nicht", "nie", "no", "non", "nope", "not",
];
/// May go along with either.
const ALONG: &[&str] = &[
    "a", "afraid", "agent", "ahead", "alla", "alles", "aub", "avec", "be", "bien", "ca", "chetnie", "course",
    "dank", "danke", "de", "do", "doch", "dziekuje", "een", "eine", "einen", "else", "est", "esta", "favor",
    "fine", "for", "get", "good", "gracias", "grazie", "great", "gut", "human", "i'd", "i'm", "is", "it",
    "it's", "je", "like", "love", "me", "merci", "now", "obrigada", "obrigado", "of", "one", "person",
    "plait", "please", "por", "prima", "que", "right", "s'il", "sehr", "seria", "so", "sounds", "svp", "t",
    "te", "thank", "thanks", "that", "that's", "the", "then", "thx", "to", "u", "um", "una", "vous", "wel",
    "works", "would", "yet", "you",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_so_that_they_can_be_searched() {
        for list in [YES, NO, ALONG] {
            assert_eq!(list.windows(2).find(|pair| pair[0] >= pair[1]), None);
        }
    }

    #[test]
    fn yes_and_no_are_read_and_everything_else_is_not() {
        for yes in [
            "yes",
            "Yes please!",
            "ok",
            "ja, gerne",
            "sí, por favor",
            "oui svp",
            "tak",
            "sure, go ahead",
            "Sim.",
        ] {
            assert_eq!(assent(yes), Some(true), "{yes}");
        }
        for no in ["no", "No thanks", "nein danke", "not now", "nee", "no, it's ok"] {
            assert_eq!(assent(no), Some(false), "{no}");
        }
        for other in [
            "",
            "yes but how much is it?",
            "where is my order",
            "no that is the wrong page",
            "what",
            "thanks",
        ] {
            assert_eq!(assent(other), None, "{other}");
        }
    }
}
