//! Words in an outgoing answer that promise what only a person can do: a person, a call back, a refund, a mail. Such a
//! text creates the obligation or is not sent.

use crate::text::{PhraseList, fold, words};

/// Who acts, in the assistant's own words, speaking of itself.
const ITSELF: &[&str] = &["i", "i'll", "i'm", "i've", "we", "we'll", "we're", "we've"];
/// Who else acts, or is to come.
const OTHERS: &[&str] = &[
    "someone",
    "somebody",
    "team",
    "agent",
    "person",
    "colleague",
    "colleagues",
    "representative",
    "specialist",
    "manager",
    "advisor",
    "adviser",
    "expert",
    "staff",
    "support",
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
/// What is promised when "you" stands at most [`NEAR`] words behind it: "will call you", "will get back to you".
const TO_YOU: &[&str] = &[
    "call", "calling", "ring", "phone", "message", "write", "reply", "respond", "get", "follow", "speak",
    "talk", "join",
];
/// What makes somebody expected when one of them stands at most [`NEAR`] words behind it: "I have asked our team".
const TO_THEM: &[&str] = &[
    "ask", "asked", "tell", "told", "inform", "informed", "notify", "notified", "alert", "alerted", "let",
    "get", "getting", "call", "called", "calling", "pass", "passed", "fetch",
];
/// See [`TO_YOU`] and [`TO_THEM`].
const NEAR: usize = 3;
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
        const { &PhraseList::new(PHRASES) }
            .find(&folded)
            .map(|phrase| phrase.trim_end_matches('*').to_owned())
    };
    sentences().find_map(in_sentence).or_else(listed)
}

fn in_sentence(sentence: &str) -> Option<String> {
    let said: Vec<&str> = words(sentence).collect();
    let mut promised = (0..said.len()).filter(|at| PROMISED.contains(&said[*at]));
    promised
        .find_map(|at| promises(&said, at, anybody))
        .or_else(|| (0..said.len()).find_map(|at| promises_somebody(&said, at)))
}

/// That somebody is to reach the visitor, or was told to.
fn promises_somebody(said: &[&str], at: usize) -> Option<String> {
    let behind = &said[at + 1..said.len().min(at + 1 + NEAR)];
    let to_you = TO_YOU.contains(&said[at]) && behind.contains(&"you");
    let to_them = TO_THEM.contains(&said[at]) && behind.iter().any(|word| OTHERS.contains(word));
    if to_them && let Some(found) = promises(said, at, itself) {
        return Some(found);
    }
    to_you.then(|| promises(said, at, anybody)).flatten()
}

fn itself(word: &str) -> bool {
    ITSELF.contains(&word)
}

fn anybody(word: &str) -> bool {
    itself(word) || OTHERS.contains(&word)
}

/// Somebody who `acts` stands before what is promised, and between them that it is promised and not told how.
fn promises(said: &[&str], at: usize, acts: fn(&str) -> bool) -> Option<String> {
    let from = at.saturating_sub(SPAN);
    let actor = from + said[from..at].iter().rposition(|word| acts(word))?;
    let between = &said[actor..at];
    let holds = |list: &[&str]| between.iter().any(|word| list.contains(word));
    // "You can contact the team": the visitor acts, not the team.
    let told = !itself(said[actor]) && said[from..actor].contains(&"you");
    (holds(FUTURE) && !holds(NOT) && !told).then(|| said[actor..=at].join(" "))
}

/// Whole phrases, sorted and folded: what the order of words above does not catch, and the other languages.
const PHRASES: &[&str] = &[
    "anfrage weitergeleitet",
    "belt je terug",
    "belt u terug",
    "conseiller vous contactera",
    "een collega neemt contact",
    "ein kollege meldet sich",
    "ein mitarbeiter meldet sich",
    "entrara em contacto",
    "entrara em contato",
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
    "la contattera",
    "la contatteremo",
    "la metto in contatto",
    "la richiamera",
    "la richiameremo",
    "la rimborseremo",
    "la trasferisco",
    "lacze z konsultantem",
    "le comunico con",
    "le llamara",
    "le llamaremos",
    "le reembolsaremos",
    "le transfiero",
    "meldet sich bei dir",
    "meldet sich bei ihnen",
    "neemt contact met je op",
    "neemt contact met u op",
    "nos pondremos en contacto",
    "nous vous contacterons",
    "nous vous rappellerons",
    "nous vous rembourserons",
    "oddzwoni do",
    "oddzwonimy",
    "prendra contact avec vous",
    "przelaczam pana",
    "przelaczam pania",
    "przelacze pana",
    "przelacze pania",
    "refund has been issued",
    "refund has been processed",
    "refund was issued",
    "ruft dich zuruck",
    "ruft sie zuruck",
    "se comunicara con usted",
    "se comunicara contigo",
    "se pondra en contacto",
    "skontaktuje sie z",
    "skontaktujemy sie",
    "te comunico con",
    "te llamara",
    "te llamaremos",
    "te rappellera",
    "te reembolsaremos",
    "te transfiero",
    "ti contattera",
    "ti contatteremo",
    "ti metto in contatto",
    "ti richiamera",
    "ti richiameremo",
    "ti rimborseremo",
    "ti trasferisco",
    "vai ligar para",
    "vamos reembolsar",
    "vou encaminhar",
    "vou transferir",
    "vous rappellera",
    "voy a transferir*",
    "we bellen je",
    "we bellen u",
    "we nemen contact met",
    "we will call you",
    "we'll be in touch",
    "we'll call you",
    "werden sie zuruckrufen",
    "wij nemen contact met",
    "will be in touch",
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
            "Baton has no plugin and needs none. A colleague will call you back shortly.",
            "I have asked our team to look at this.",
            "I've let a specialist know.",
            "Someone will get back to you within the hour.",
            "A manager will be in touch tomorrow.",
            "I'm getting somebody for you.",
            "Our support will reply to you by e-mail.",
            "Ein Kollege ruft Sie zurück.",
            "Un conseiller vous rappellera.",
            "Een collega belt u terug.",
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
            "You can ask the team under Contact.",
            "If no agent claims it, the team is alerted again after 30 seconds.",
            "Visitors can call a person at any time, and you will see it in the queue.",
            "We will write the exports to a folder.",
            "Agents get a sound when somebody writes to you.",
            "I have told you where the settings are.",
            "We support calling the function twice.",
        ] {
            assert_eq!(detect(plain), None, "{plain}");
        }
    }
}
