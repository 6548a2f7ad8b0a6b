//! Words in an outgoing answer that promise what only a person can do: a person, a call back, a refund, a mail. Such a
//! text creates the obligation or is not sent.

use crate::text::{fold, words};

/// Who acts, in the assistant's own words.
const ACTOR: &[&str] = &[
    "i'll",
    "i",
    "we'll",
    "we",
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
    "i'll", "we'll", "will", "i'm", "am", "have", "i've", "we've", "going", "are", "been",
];
/// How many words a promise may take.
const SPAN: usize = 8;

/// The words that promise something, if the text does.
pub fn detect(text: &str) -> Option<String> {
    let folded = fold(text);
    folded.split(['.', '!', '?', '\n']).find_map(|sentence| {
        let tokens: Vec<&str> = words(sentence).collect();
        tokens
            .iter()
            .enumerate()
            .filter(|(_, word)| PROMISED.contains(word))
            .find_map(|(at, _)| {
                let before = &tokens[at.saturating_sub(SPAN)..at];
                let told = before.contains(&"you")
                    && !before.iter().any(|w| ["i'll", "we'll", "i'm", "i"].contains(w));
                let promised = before.iter().any(|w| ACTOR.contains(w))
                    && before.iter().any(|w| FUTURE.contains(w))
                    && !before
                        .iter()
                        .any(|w| ["cannot", "can't", "not", "don't"].contains(w));
                (promised && !told).then(|| tokens[at.saturating_sub(SPAN)..=at].join(" "))
            })
    })
}

#[cfg(test)]
mod tests {
    use super::detect;

    #[test]
    fn promises_are_found_and_instructions_are_not() {
        for promise in [
            "I'll transfer you to a human agent.",
            "I am connecting you with our billing team now.",
            "Someone from the team will contact you shortly.",
            "I have forwarded this to a colleague.",
        ] {
            assert!(detect(promise).is_some(), "{promise}");
        }
        for plain in [
            "You can transfer your domain under Settings.",
            "Connect the tag to your site, then reload.",
            "I can't connect you from here.",
            "The export holds every conversation.",
        ] {
            assert_eq!(detect(plain), None, "{plain}");
        }
    }
}
