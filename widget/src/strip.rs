//! The strip: who has the floor, and what happens next.

use shared::{
    conversation::{Case, Standing, ToVisitor},
    ids::Millis,
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
pub fn strip(model: &Model, words: &Words, moment: impl Fn(Millis) -> String) -> Strip {
    let told = standing(model, words, moment);
    let parts = match model.line {
        Line::Offline => ("offline", &words.strip.offline),
        Line::Lost => ("offline", &words.strip.reconnecting),
        Line::Idle | Line::Open => return told,
    };
    Strip {
        action: told.action,
        ..fixed(parts.0, parts.1, told.action)
    }
}

fn fixed(mood: &'static str, [who, next]: &[&'static str; 2], action: Action) -> Strip {
    Strip {
        mood,
        who: (*who).to_owned(),
        next: (*next).to_owned(),
        action,
    }
}

fn standing(model: &Model, words: &Words, moment: impl Fn(Millis) -> String) -> Strip {
    let texts = &words.strip;
    let Some(case) = model.case() else {
        if model.calling() {
            return fixed("calling", &texts.calling, Action::None);
        }
        let closed = model.talk.closing.is_some();
        let (mood, text) = if closed {
            ("closed", &texts.closed)
        } else {
            ("assistant", &texts.assistant)
        };
        return fixed(mood, text, Action::Person);
    };
    match &case.standing {
        Standing::Held { by, .. } => Strip {
            mood: "person",
            who: by.name.clone(),
            next: words.is_here(&case.call.team),
            action: Action::None,
        },
        Standing::Promised { by, .. } => {
            let mut strip = fixed("calling", &texts.promised, Action::None);
            strip.next = [&strip.next, " ", &moment(*by)].concat();
            strip
        }
        Standing::Waiting { .. } => waiting(case, model, words),
    }
}

fn waiting(case: &Case<ToVisitor>, model: &Model, words: &Words) -> Strip {
    if !model.live.attended.unwrap_or(case.call.attended) {
        return fixed("away", &words.strip.nobody, Action::Details);
    }
    let mut strip = fixed("calling", &words.strip.calling, Action::Details);
    if let Some(position) = model.live.position {
        strip.next = words.place(position);
    }
    strip
}
