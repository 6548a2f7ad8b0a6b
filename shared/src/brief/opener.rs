//! How a member may begin: in the visitor's language, with what the visitor wrote, so that nobody has to say it twice. A
//! proposal: it is put into the field, and sent by nobody but the member.

use super::need;
use crate::{
    conversation::State,
    policy::{Policy, Text, fill},
    text::clip,
};

/// How many characters of the visitor's words are quoted.
const QUOTED: usize = 160;

/// The proposal for a member of this name.
pub fn opener(state: &State, policy: &Policy, name: &str) -> String {
    let locale = state.locale.as_deref();
    match need(state) {
        Some(entry) => {
            let need = clip(&entry.text, QUOTED);
            fill(
                policy.text(Text::Opener, locale),
                &[("name", name), ("need", &need)],
            )
        }
        None => fill(policy.text(Text::OpenerPlain, locale), &[("name", name)]),
    }
}

#[cfg(test)]
mod tests {
    use super::opener;
    use crate::{
        conversation::{Entry, State},
        policy::Policy,
    };

    fn said(text: &str, locale: &str) -> State {
        State {
            locale: Some(locale.to_owned()),
            thread: vec![Entry::of_visitor(text)],
            ..State::default()
        }
    }

    #[test]
    fn it_names_what_the_visitor_wrote_in_their_language() {
        let policy = Policy::default();
        for (text, locale, expected) in [
            (
                "I was charged twice. See {name}!",
                "en-GB",
                "Hello, I'm Ada. I've read what you wrote: “I was charged twice. See {name}!” Let me look at it.",
            ),
            (
                "Mein Paket fehlt",
                "de",
                "Guten Tag, ich bin Ada. Ich habe gelesen, was Sie geschrieben haben: „Mein Paket fehlt“ Ich kümmere mich darum.",
            ),
            (
                "agent please",
                "en",
                "Hello, I'm Ada. I've read this conversation. How can I help?",
            ),
        ] {
            assert_eq!(opener(&said(text, locale), &policy, "Ada"), expected);
        }
        let long = opener(&said(&"word ".repeat(200), "en"), &policy, "Ada");
        assert!(long.chars().count() < 260, "{long}");
    }
}
