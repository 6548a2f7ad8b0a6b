//! The strip: who has the floor, and what happens next.

use shared::{
    conversation::{Case, Standing, ToVisitor},
    ids::Millis,
    words::Word,
};

use crate::{
    model::{Line, Model},
    words::Words,
};

/// The strip's one action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Call a person.
    Person,
    /// Open the details form.
    Details,
    /// Nothing to do: a person is here, or their answer is promised, or the call is on its way.
    None,
}

/// What the strip shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strip {
    /// How it looks: the value of `data-mood`.
    pub mood: &'static str,
    /// Who.
    pub who: String,
    /// What happens next.
    pub next: String,
    /// What can be done.
    pub action: Action,
}

/// Works out the strip. `moment` writes a moment where the visitor is.
pub fn strip(model: &Model, words: Words, moment: impl Fn(Millis) -> String) -> Strip {
    let told = standing(model, words, moment);
    let parts = match model.line {
        Line::Offline => [Word::StripOffline, Word::StripOfflineNext],
        Line::Lost => [Word::StripReconnecting, Word::StripReconnectingNext],
        Line::Idle | Line::Open => return told,
    };
    Strip {
        action: told.action,
        ..fixed("offline", parts.map(|word| words.get(word)), told.action)
    }
}

fn fixed(mood: &'static str, [who, next]: [&str; 2], action: Action) -> Strip {
    Strip {
        mood,
        who: who.to_owned(),
        next: next.to_owned(),
        action,
    }
}

fn standing(model: &Model, words: Words, moment: impl Fn(Millis) -> String) -> Strip {
    let Some(case) = model.case() else {
        if model.calling() {
            return fixed("calling", [words.get(Word::StripCalling), ""], Action::None);
        }
        let closed = model.talk.closing.is_some();
        let (mood, text) = if closed {
            ("closed", [Word::StripClosed, Word::StripClosedNext])
        } else {
            ("assistant", [Word::StripAssistant, Word::StripAssistantNext])
        };
        return fixed(mood, text.map(|word| words.get(word)), Action::Person);
    };
    match &case.standing {
        Standing::Held { by, .. } => Strip {
            mood: "person",
            who: by.name.clone(),
            next: words.with(Word::StripHere, &case.call.team),
            action: Action::None,
        },
        Standing::Promised { by, .. } => {
            let next = words.with(Word::StripPromisedNext, &moment(*by));
            fixed("calling", [words.get(Word::StripPromised), &next], Action::None)
        }
        Standing::Waiting { .. } => waiting(case, model, words),
    }
}

fn waiting(case: &Case<ToVisitor>, model: &Model, words: Words) -> Strip {
    if !model.live.attended.unwrap_or(case.call.attended) {
        return fixed("away", [words.get(Word::StripNobody), ""], Action::Details);
    }
    let next = model.live.position.map(|position| words.place(position));
    let parts = [words.get(Word::StripCalling), next.as_deref().unwrap_or_default()];
    fixed("calling", parts, Action::Details)
}
