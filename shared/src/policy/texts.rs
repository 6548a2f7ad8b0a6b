//! What Baton says to visitors on the owner's behalf. `{team}` and `{name}` are filled in; nothing else is markup.

use serde::{Deserialize, Serialize};

/// The sentences. Each says who, what and when, and is true when it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Texts {
    /// A person is called, and somebody is there to come.
    pub calling: String,
    /// A person is called, and nobody is there now.
    pub nobody_in: String,
    /// A person is called, and it is not known who is there.
    pub passed_on: String,
    /// The visitor greeted or thanked: nothing was asked.
    pub idle: String,
    /// The assistant knows no answer and offers a person.
    pub no_source: String,
    /// The assistant is not sure and offers a person.
    pub not_sure: String,
    /// The assistant did not get it right before and offers a person.
    pub again: String,
    /// The assistant is out of order and offers a person.
    pub unavailable: String,
    /// The model declined and a person is offered.
    pub declined_to_answer: String,
    /// The visitor asked whether they talk to a person: the honest answer, with an offer.
    pub probe: String,
    /// The same again, when a person was offered for that before.
    pub probe_again: String,
    /// Nothing was found again, and a person was offered for that before.
    pub nothing_again: String,
    /// Not sure again, and a person was offered for that before.
    pub not_sure_again: String,
    /// No answer may be given, and a person was offered for that before.
    pub no_more: String,
    /// The visitor said that the last answer was wrong, and nothing else.
    pub rephrase: String,
    /// A person is offered because of the topic, the mood or what adds up.
    pub better_a_person: String,
    /// The visitor wrote while waiting, and the pages hold nothing on it.
    pub noted: String,
    /// The visitor asked for a person again while one is called already.
    pub still_calling: String,
    /// Nobody came for long: the visitor may leave an address.
    pub offer_details: String,
    /// The visitor left an address.
    pub details_taken: String,
    /// A member takes over from the assistant without having been called.
    pub taking_over: String,
    /// A member took the floor.
    pub joined: String,
    /// The member did not reply in time.
    pub lapsed: String,
    /// The member gave the floor back.
    pub handed_back: String,
    /// The conversation was closed.
    pub closed: String,
}

impl Default for Texts {
    fn default() -> Self {
        let t = str::to_owned;
        Self {
            calling: t("A person should look at this. I'm calling {team}. You can keep asking me meanwhile."),
            nobody_in: t(
                "A person should look at this. Nobody is in right now; {team} will see it. Leave an e-mail address and they will get back to you.",
            ),
            passed_on: t(
                "A person should look at this. Your question is with {team} now. You can leave an e-mail address in case this takes long.",
            ),
            idle: t(
                "I'm here if you have a question. I answer from our help pages; a person is one press away.",
            ),
            no_source: t("I found nothing about this in our help pages. Shall I get a person?"),
            not_sure: t("I'm not sure our help pages answer this. These may help. Shall I get a person?"),
            again: t("I don't seem to get this right. Shall I get a person?"),
            unavailable: t("I can't answer right now. Shall I get a person?"),
            declined_to_answer: t("I can't answer this one. Shall I get a person?"),
            probe: t("No, I'm an assistant, a program. I answer from our help pages. Shall I get a person?"),
            probe_again: t("I'm an assistant, a program. A person is one press away, above."),
            nothing_again: t("I found nothing about this either. A person is one press away, above."),
            not_sure_again: t(
                "I'm not sure about this one either; these may help. A person is one press away, above.",
            ),
            no_more: t("I can't help further with this. A person is one press away, above."),
            rephrase: t(
                "Sorry, that missed it. Can you say it in other words? A person is one press away, above.",
            ),
            better_a_person: t("A person can help better with this. Shall I get one?"),
            noted: t("I have no answer to that. Whoever joins will see it."),
            still_calling: t("You are in line; {team} has been called. Nothing you wrote is lost."),
            offer_details: t(
                "This takes longer than it should. You can leave an e-mail address instead of waiting; you keep your place.",
            ),
            details_taken: t("Thank you. {team} has your address and will answer within {hours} hours."),
            taking_over: t("A person is joining this conversation."),
            joined: t("{name} has joined."),
            lapsed: t("{name} had to leave. You are next in line again with {team}."),
            handed_back: t(
                "{name} has left. The assistant is answering again; ask for a person at any time.",
            ),
            closed: t("{name} closed this conversation. Write here to start again."),
        }
    }
}

/// Fills `{team}`-like places in a sentence; a place that has no value stays as it is, so that a misspelling shows.
/// A sentence that begins with a filled-in value gets a capital letter.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let (before, from) = rest.split_at(open);
        filled.push_str(before);
        let place = from.find('}').map(|close| (&from[1..close], &from[close + 1..]));
        let value = place.and_then(|(name, after)| {
            values
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| (*value, after))
        });
        if let Some((value, after)) = value {
            let starts = filled.trim_end().is_empty() || filled.trim_end().ends_with(['.', '?', '!']);
            push_value(&mut filled, value, starts);
            rest = after;
        } else {
            filled.push('{');
            rest = &from[1..];
        }
    }
    filled.push_str(rest);
    filled
}

fn push_value(filled: &mut String, value: &str, capital: bool) {
    let mut chars = value.chars();
    match chars.next() {
        Some(first) if capital => filled.extend(first.to_uppercase().chain(chars)),
        _ => filled.push_str(value),
    }
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn places_are_filled_once_and_unknown_ones_stay() {
        let values = [("team", "the {name} team"), ("name", "Ada")];
        for (text, filled) in [
            ("Calling {team}.", "Calling the {name} team."),
            (
                "{team} was called. {name} comes.",
                "The {name} team was called. Ada comes.",
            ),
            ("{unknown} {", "{unknown} {"),
            ("a {b {name}", "a {b Ada"),
        ] {
            assert_eq!(fill(text, &values), filled);
        }
    }
}
