//! A model that declines, in its own words: never shown bare; a person is offered instead.

use crate::text::{PhraseList, fold};

/// The words by which a model's text declines, if it does. Only how the text begins counts: an answer may well say later
/// what cannot be done.
pub fn detect(text: &str) -> Option<String> {
    let start: String = text.chars().take(LOOKED_AT).collect();
    let found = const { &PhraseList::new(PHRASES) }.find(&fold(&start));
    found.map(|phrase| phrase.trim_end_matches('*').to_owned())
}

/// How many characters of the answer are looked at.
const LOOKED_AT: usize = 160;

/// Sorted, folded: how models of today decline in the languages Baton speaks.
const PHRASES: &[&str] = &[
    "against my guidelines",
    "against our policy",
    "as an ai i can't",
    "as an ai i cannot",
    "as an ai i'm not able",
    "as an ai language model",
    "i am not able to assist",
    "i am not able to help",
    "i am unable to assist",
    "i am unable to help",
    "i can't assist with",
    "i can't discuss",
    "i can't help with",
    "i can't provide",
    "i cannot assist with",
    "i cannot discuss",
    "i cannot fulfill",
    "i cannot help with",
    "i cannot provide",
    "i must decline",
    "i won't be able to assist",
    "i won't be able to help",
    "i'm not able to assist",
    "i'm not able to discuss",
    "i'm not able to help",
    "i'm sorry but i can't",
    "i'm sorry but i cannot",
    "i'm unable to assist",
    "i'm unable to discuss",
    "i'm unable to help",
    "ich kann dabei nicht helfen",
    "ich kann dazu keine auskunft",
    "ich kann ihnen dabei nicht helfen",
    "ik kan u daar niet mee helpen",
    "je ne peux pas vous aider",
    "je ne suis pas en mesure",
    "lo siento pero no puedo",
    "mi dispiace ma non posso",
    "nao posso ajudar com",
    "nie moge pomoc w",
    "no puedo ayudar con",
    "no puedo ayudarte con",
    "non posso aiutarti con",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_so_that_it_can_be_searched() {
        let wrong = PHRASES.windows(2).find(|pair| pair[0] >= pair[1]);
        assert_eq!(wrong, None);
    }

    #[test]
    fn declining_is_told_from_saying_what_cannot_be_done() {
        assert!(detect("I’m sorry, but I can't help with that request.").is_some());
        assert!(detect("I cannot provide legal advice.").is_some());
        let answer = "Refunds take five days. The shop cannot refund gift cards.";
        assert_eq!(detect(answer), None);
        assert_eq!(detect(""), None);
    }
}
