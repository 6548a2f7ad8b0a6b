//! "It's solved, thanks": the visitor who waits for a person does not need one any more. In eight languages. Only ever a
//! reason to ask: whoever is heard wrong says no, and keeps their place.

use crate::text::{PhraseList, fold, words};

/// A message of more words has more to say than that it is over.
const LONGEST: usize = 16;

/// The words by which a message says that its matter is settled; none when it says anything else.
pub fn detect(text: &str) -> Option<&'static str> {
    let folded = fold(text);
    let said: Vec<&str> = words(&folded).collect();
    let doubts = || said.iter().any(|word| DOUBTS.binary_search(word).is_ok());
    if said.len() > LONGEST || text.contains('?') || doubts() {
        return None;
    }
    const { &PhraseList::new(SOLVED) }.find(&folded)
}

/// Sorted, folded: what takes it back.
const DOUBTS: &[&str] = &[
    "aber", "again", "ainda", "allora", "although", "ancora", "aun", "but", "didn't", "encore", "hasn't",
    "if", "isn't", "jamais", "kein", "keine", "ma", "mais", "mas", "nao", "nicht", "nie", "niet", "no",
    "noch", "nog", "non", "not", "pas", "pero", "still", "until", "wasn't", "wenn", "when", "yet",
];

/// Sorted, folded.
#[rustfmt::skip]
const SOLVED: &[&str] = &[
    "agora funciona", "all good now", "all set now", "all sorted", "c'est regle", "c'est resolu",
    "ca marche maintenant", "das problem ist gelost", "dziala juz", "e resolvido", "e risolto",
    "es funktioniert jetzt", "es geht jetzt", "esta resolvido", "esta resuelto", "figured it out", "found it myself",
    "found the answer", "funktioniert jetzt", "funziona ora", "geht jetzt", "gelost danke", "hat sich erledigt",
    "hat sich geklart", "het is opgelost", "het werkt nu", "i solved it", "is fixed now", "is opgelost",
    "is resolved", "is solved", "ist erledigt", "ist gelost", "it works now", "it's fixed", "it's resolved",
    "it's solved", "it's sorted", "it's working now", "ja consegui", "ja esta resolvido", "je l'ai resolu",
    "juz dziala", "juz rozwiazane", "mi sono arrangiato", "never mind it works", "ora funziona", "probleem opgelost",
    "problem gelost", "problem rozwiazany", "problem solved", "problema resolvido", "problema resuelto",
    "problema risolto", "probleme resolu", "resolu merci", "resolved now", "resolvido obrigada", "resolvido obrigado",
    "resuelto gracias", "risolto grazie", "solved it", "solved now", "solved thank", "solved thanks", "sorted now",
    "sorted thanks", "sprawa rozwiazana", "werkt nu", "works now", "ya esta resuelto", "ya funciona", "ya lo resolvi",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_so_that_they_can_be_searched() {
        for list in [SOLVED, DOUBTS] {
            assert_eq!(list.windows(2).find(|pair| pair[0] >= pair[1]), None);
        }
    }

    #[test]
    fn what_is_over_is_heard_in_every_language() {
        for text in [
            "It's solved, thanks!",
            "Never mind, it works now",
            "Hat sich erledigt, danke",
            "Problem gelöst.",
            "C'est réglé, merci",
            "Ya está resuelto, gracias",
            "Já está resolvido",
            "Risolto, grazie",
            "Het is opgelost",
            "Już działa, dziękuję",
        ] {
            assert!(detect(text).is_some(), "{text}");
        }
    }

    #[test]
    fn what_is_not_over_is_not_heard() {
        for text in [
            "It's not solved",
            "is it solved?",
            "it works now but the invoice is still wrong",
            "Das Problem ist noch nicht gelöst",
            "I need this solved today",
            "Ce n'est pas résolu",
            "thanks",
            "",
        ] {
            assert_eq!(detect(text), None, "{text}");
        }
    }
}
