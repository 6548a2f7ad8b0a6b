//! What the messages of a turn ask of the pages.

use super::explicit;
use crate::{
    conversation::{Entry, State},
    knowledge::terms,
};

/// What is asked in the turn under way, each message on a line, for looking up and choosing passages.
pub fn question(state: &State) -> String {
    joined(&state.asked().collect::<Vec<_>>())
}

/// "No need for a person, just tell me the opening hours" is about the opening hours: a clause that turns a person down is
/// left out, unless nothing would be left.
pub(super) fn joined(asked: &[&Entry]) -> String {
    let text = asked.iter().map(|entry| entry.text.as_str()).collect::<Vec<_>>();
    let text = text.join("\n");
    let clauses = text.split_inclusive(['.', ',', ';', '!', '?', '\n']);
    let rest: String = clauses.filter(|clause| !explicit::turns_down(clause)).collect();
    if rest.len() < text.len() && !terms(&rest).is_empty() {
        rest
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::joined;
    use crate::conversation::Entry;

    fn of(text: &str) -> String {
        joined(&[&Entry::of_visitor(text)])
    }

    #[test]
    fn who_turns_a_person_down_asks_for_the_rest() {
        for (text, asks) in [
            (
                "no need for a person, just tell me the opening hours",
                " just tell me the opening hours",
            ),
            (
                "Ich brauche keinen Mitarbeiter, wie lange dauert der Versand?",
                " wie lange dauert der Versand?",
            ),
            ("How do I add a person?", "How do I add a person?"),
            ("I don't want an agent", "I don't want an agent"),
        ] {
            assert_eq!(of(text), asks);
        }
    }
}
