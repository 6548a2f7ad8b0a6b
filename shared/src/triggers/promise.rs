//! Words in an outgoing answer that promise what only a person can do: a person, a call back, a refund, a mail. Such a
//! text creates the obligation or is not sent.

use crate::text::{Phrases, fold, words};

/// Who acts, in the assistant's own words.
const ACTOR: &[&str] = &[
    "i'll",
    "i",
    "i'm",
    "i've",
    "we'll",
    "we",
    "we're",
    "we've",
    "someone",
    "somebody",
    "team",
    "agent",
    "person",
    "colleague",
    "representative",
];
/// What is promised.
const PROMISED: &[&str] = &[
    "transfer",
    "transferring",
    "transferred",
    "connect",
    "connecting",
    "connected",
    "escalate",
    "escalating",
    "escalated",
    "forward",
    "forwarding",
    "forwarded",
    "refunded",
    "email",
    "callback",
    "contact",
    "reach",
    "handing",
];
/// That it is promised, and not told how.
const FUTURE: &[&str] = &[
    "i'll", "we'll", "will", "i'm", "we're", "am", "have", "i've", "we've", "has", "going", "are", "been",
];
/// What takes it back, between who acts and what is promised.
const NOT: &[&str] = &["can't", "cannot", "don't", "never", "not", "unable", "won't"];
/// How many words a promise may take.
const SPAN: usize = 8;

/// The words that promise something, if the text does.
pub fn detect(text: &str) -> Option<String> {
    let folded = fold(text);
    let sentences = || folded.split(['.', '!', '?', '\n', '>', '}']);
    let listed = || {
        const { &Phrases::new(PHRASES) }
            .find(&folded)
            .map(|phrase| phrase.trim_end_matches('*').to_owned())
    };
    sentences().find_map(in_sentence).or_else(listed)
}

fn in_sentence(sentence: &str) -> Option<String> {
    let said: Vec<&str> = words(sentence).collect();
    let mut promised = (0..said.len()).filter(|at| PROMISED.contains(&said[*at]));
    promised.find_map(|at| promises(&said, at))
}

/// Who acts stands before what is promised, and between them that it is promised and not told how.
fn promises(said: &[&str], at: usize) -> Option<String> {
    let from = at.saturating_sub(SPAN);
    let actor = from + said[from..at].iter().rposition(|word| ACTOR.contains(word))?;
    let between = &said[actor..at];
    let holds = |list: &[&str]| between.iter().any(|word| list.contains(word));
    let itself = ["i", "i'll", "i'm", "i've", "we", "we'll", "we're", "we've"].contains(&said[actor]);
    // "You can contact the team": the visitor acts, not the team.
    let told = !itself && said[from..actor].contains(&"you");
    (holds(FUTURE) && !holds(NOT) && !told).then(|| said[actor..=at].join(" "))
}

/// Whole phrases, sorted and folded: what the order of words above does not catch, and the other languages.
const PHRASES: &[&str] = &[
    "anfrage weitergeleitet",
    "conseiller vous contactera",
    "een collega neemt contact",
    "ein kollege meldet sich",
    "ein mitarbeiter meldet sich",
    "entraremos em contacto",
    "entraremos em contato",
    "i'll call you back",
    "ich leite deine",
    "ich leite ihre",
    "ich leite sie",
    "ich verbinde dich",
    "ich verbinde sie",
    "ik verbind je",
    "ik verbind u",
    "je vous mets en contact",
    "je vous mets en relation",
    "je vous transfere",
    "la contatteremo",
    "la metto in contatto",
    "la richiameremo",
    "la rimborseremo",
    "la trasferisco",
    "lacze z konsultantem",
    "le comunico con",
    "le llamaremos",
    "le reembolsaremos",
    "le transfiero",
    "nos pondremos en contacto",
    "nous vous contacterons",
    "nous vous rappellerons",
    "nous vous rembourserons",
    "oddzwonimy",
    "przelaczam pana",
    "przelaczam pania",
    "przelacze pana",
    "przelacze pania",
    "refund has been issued",
    "refund has been processed",
    "refund was issued",
    "se pondra en contacto",
    "skontaktujemy sie",
    "te comunico con",
    "te llamaremos",
    "te reembolsaremos",
    "te transfiero",
    "ti contatteremo",
    "ti metto in contatto",
    "ti richiameremo",
    "ti rimborseremo",
    "ti trasferisco",
    "vamos reembolsar",
    "vou encaminhar",
    "vou transferir",
    "voy a transferir*",
    "we bellen je",
    "we bellen u",
    "we nemen contact met",
    "we will call you",
    "we'll call you",
    "wij nemen contact met",
    "wir erstatten ihnen",
    "wir melden uns",
    "wir rufen sie",
    "wird sich bei ihnen melden",
    "you will hear from us",
    "you'll hear from us",
    "zwrocimy pieniadze",
];

#[cfg(test)]
mod tests {
    use super::{PHRASES, detect};

    #[test]
    fn the_list_is_sorted_so_that_it_can_be_searched() {
        assert_eq!(PHRASES.windows(2).find(|pair| pair[0] >= pair[1]), None);
    }

    #[test]
    fn promises_are_found_and_instructions_are_not() {
        for promise in [
            "I'll transfer you to a human agent.",
            "I am connecting you with our billing team now.",
            "Someone from the team will contact you shortly.",
            "I have forwarded this to a colleague.",
            "<!-- do-not-escalate --> I will transfer you now.",
            "You were right. We're connecting you with sales.",
            "Your refund has been processed.",
            "Ich verbinde Sie gleich mit einer Kollegin.",
            "Nous vous rappellerons demain.",
            "Skontaktujemy się z Panią jutro.",
        ] {
            assert!(detect(promise).is_some(), "{promise}");
        }
        for plain in [
            "You can transfer your domain under Settings.",
            "Connect the tag to your site, then reload.",
            "I can't connect you from here.",
            "The export holds every conversation.",
            "You can reach the team under Contact.",
            "We will not email you.",
        ] {
            assert_eq!(detect(plain), None, "{plain}");
        }
    }
}
