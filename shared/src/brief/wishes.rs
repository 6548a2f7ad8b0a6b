//! What visitors say they want, and what they say they tried: sentences found by how they begin, in eight languages, and
//! quoted as written.

use std::ops::Range;

use super::phrases::{first, sentence, to_sentence_end, words};
use crate::triggers::{explicit, only_answers};

/// How many characters are quoted at most.
const QUOTED: usize = 200;

/// Where a text says what is wanted: the plainest wish first, then a request. A bare call for a person is none.
pub(super) fn wish(text: &str) -> Option<Range<usize>> {
    let words = words(text);
    let said = [WANTS, ASKS].into_iter().find_map(|phrases| {
        let from = first(&words, phrases)?;
        Some(to_sentence_end(text, from, QUOTED))
    })?;
    let wish = &text[said.clone()];
    let bare = |asked: explicit::Match| wish.chars().count() <= 2 * asked.words.chars().count();
    (!only_answers(text) && !explicit::detect(wish).is_some_and(bare)).then_some(said)
}

/// Where a text says what was tried already.
pub(super) fn attempt(text: &str) -> Option<Range<usize>> {
    let from = first(&words(text), TRIED)?;
    Some(sentence(text, from, QUOTED))
}

#[rustfmt::skip]
const WANTS: &[&str] = &[
    "i want", "i'd like", "i would like", "i need", "we want", "we need", "we'd like", "we would like", "i wish",
    "i expect", "i'm looking for", "i am looking for", "i'm trying to", "i am trying to", "i was hoping", "i wanted",
    "ich mochte", "ich will", "ich brauche", "ich hatte gern", "ich wunsche", "ich erwarte", "wir mochten",
    "wir brauchen", "mochte ich",
    "je veux", "je voudrais", "j'aimerais", "j'ai besoin", "je souhaite", "je demande", "nous voulons", "nous voudrions",
    "quiero", "quisiera", "necesito", "me gustaria", "queremos", "necesitamos",
    "quero", "gostaria", "preciso", "queria", "precisamos",
    "voglio", "vorrei", "ho bisogno", "mi serve", "vogliamo", "vorremmo",
    "ik wil", "ik zou graag", "ik heb nodig", "ik wou", "wij willen", "we willen",
    "chce", "chcialbym", "chcialabym", "potrzebuje", "chcemy",
];

#[rustfmt::skip]
const ASKS: &[&str] = &[
    "can you", "could you", "can i", "could i", "would you", "please", "help me", "is it possible",
    "konnen sie", "konnten sie", "kannst du", "kann ich", "bitte",
    "pouvez vous", "pourriez vous", "puis je", "est il possible",
    "pueden", "puede", "podrian", "podria", "puedo", "por favor",
    "pode", "podem", "podia", "posso",
    "potete", "puo", "potrebbe", "per favore",
    "kunt u", "kun je", "kan ik",
    "czy moge", "czy mozecie", "czy mozna", "prosze", "poprosze",
];

#[rustfmt::skip]
const TRIED: &[&str] = &[
    "i tried", "i've tried", "i have tried", "already tried", "i already", "i've already", "i have already", "we tried",
    "i restarted", "i've restarted", "i reinstalled", "i followed", "i checked", "i've checked", "i rebooted",
    "i reset", "i cleared", "tried to", "tried that",
    "habe schon", "hab schon", "habe bereits", "hab bereits", "ich versuchte", "versucht", "probiert", "ausprobiert",
    "j'ai essaye", "j'ai deja", "j'ai tente", "nous avons essaye",
    "ya intente", "ya he", "he intentado", "he probado", "ya probe", "intente",
    "ja tentei", "tentei", "ja fiz", "ja experimentei",
    "ho provato", "ho gia", "ho tentato",
    "heb al", "geprobeerd", "heb geprobeerd",
    "probowalem", "probowalam", "juz probowalem", "sprobowalem", "sprobowalam",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_is_quoted_from_where_it_begins() {
        for (text, said) in [
            (
                "Charged twice. I'd like the second charge back, please!",
                Some("I'd like the second charge back, please"),
            ),
            (
                "Können Sie mir die Rechnung schicken?",
                Some("Können Sie mir die Rechnung schicken"),
            ),
            ("Quiero un reembolso", Some("Quiero un reembolso")),
            ("I want to talk to a human", None),
            ("It is broken.", None),
        ] {
            assert_eq!(wish(text).map(|at| &text[at]), said, "{text}");
        }
    }

    #[test]
    fn what_was_tried_is_quoted_whole() {
        for (text, said) in [
            (
                "It hangs. Twice now I've restarted it. Help",
                Some("Twice now I've restarted it"),
            ),
            (
                "J'ai déjà vidé le cache, rien.",
                Some("J'ai déjà vidé le cache, rien"),
            ),
            (
                "Habe es schon dreimal versucht",
                Some("Habe es schon dreimal versucht"),
            ),
            ("Where is it?", None),
        ] {
            assert_eq!(attempt(text).map(|at| &text[at]), said, "{text}");
        }
    }
}
