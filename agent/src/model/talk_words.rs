//! Who has the floor, why the composer is locked: in words.

use shared::{
    conversation::{BOUNCE_LIMIT, Closing, Floor, Standing, State},
    ids::{MemberId, Millis},
};

use super::filing::{CATEGORIES, OUTCOMES, words};

/// What the strip over the thread says and offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strip {
    /// The class of the dot: none for the assistant, `on` for oneself, `wait`, or `other`.
    pub dot: &'static str,
    /// Who has the floor.
    pub text: String,
    /// What runs beside it.
    pub clock: Option<Clock>,
    /// What can be done about it.
    pub act: Option<Act>,
    /// Why one cannot write, if one cannot.
    pub locked: Option<String>,
    /// Whether this member has it: they may pass it on, put it away and end it.
    pub mine: bool,
}

/// A span that runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// How long it has been since the first moment, of the time until the second.
    Waited(Millis, Millis),
    /// How long it is until the moment.
    Left(Millis),
}

/// What a member can do about the floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Take a waiting or promised escalation.
    Claim,
    /// Take the floor from the assistant.
    TakeOver,
    /// Give the floor to the assistant.
    HandBack,
}

/// The strip for a conversation as `me` sees it. `moment` names a moment where the agent is.
pub fn strip(state: &State, me: &MemberId, moment: impl Fn(Millis) -> String) -> Strip {
    let plain = |dot, text: String| Strip {
        dot,
        text,
        clock: None,
        act: None,
        locked: None,
        mine: false,
    };
    if let Floor::Agent(holder) = state.floor() {
        return held(state, holder.id == *me, &holder.name, moment);
    }
    if let Some(case) = &state.case {
        let claim = |text, clock| Strip {
            clock,
            act: Some(Act::Claim),
            locked: Some("Claim the conversation to write.".to_owned()),
            ..plain("wait", text)
        };
        return match case.standing {
            Standing::Promised { by, .. } => claim(
                format!("An answer by e-mail is promised before {}", moment(by)),
                None,
            ),
            _ => claim(
                waiting(case.bounces),
                Some(Clock::Waited(case.since, case.call.respond_by)),
            ),
        };
    }
    if let Some(closing) = &state.closing {
        let text = ended(closing) + judged(closing.helped);
        let locked = Some("Closed. It opens again when the visitor writes.".to_owned());
        return Strip {
            locked,
            ..plain("other", text)
        };
    }
    Strip {
        act: Some(Act::TakeOver),
        locked: Some("The assistant has the floor. Take over to write.".to_owned()),
        ..plain("", "The assistant has the floor".to_owned())
    }
}

/// Who closed it, and how.
fn ended(closing: &Closing) -> String {
    let Some(by) = &closing.by else {
        return "Ended by the visitor".to_owned();
    };
    let category = words(&CATEGORIES, &closing.category);
    let outcome = words(&OUTCOMES, &closing.outcome);
    format!("Closed by {} · {category} · {outcome}", by.name)
}

/// What the visitor says of it.
fn judged(helped: Option<bool>) -> &'static str {
    match helped {
        Some(true) => " · the visitor says it helped",
        Some(false) => " · the visitor says it did not help",
        None => "",
    }
}

/// That it waits, and whether it has been handed about.
fn waiting(bounces: u32) -> String {
    if bounces < BOUNCE_LIMIT {
        "Waiting for a person".to_owned()
    } else {
        format!("Waiting for a person · passed on {bounces} times without a reply")
    }
}

fn held(state: &State, mine: bool, name: &str, moment: impl Fn(Millis) -> String) -> Strip {
    let due = state.case.as_ref().and_then(|case| match case.standing {
        Standing::Held { reply_by, .. } => reply_by.map(Clock::Left),
        _ => None,
    });
    if mine {
        let text = match state.asides.snoozed_until {
            _ if due.is_some() => "You have the floor · a reply is due".to_owned(),
            Some(until) => format!("Snoozed until {} · you have the floor", moment(until)),
            None => "You have the floor".to_owned(),
        };
        Strip {
            dot: "on",
            text,
            clock: due,
            act: Some(Act::HandBack),
            locked: None,
            mine: true,
        }
    } else {
        Strip {
            dot: "other",
            text: format!("{name} has the floor"),
            clock: None,
            act: None,
            locked: Some(format!("{name} has the floor. You can read along.")),
            mine: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::conversation::Member;

    fn me() -> MemberId {
        MemberId::new("me").unwrap()
    }

    #[test]
    fn while_the_assistant_has_the_floor_one_takes_over_first() {
        let strip = strip(&State::default(), &me(), |_| String::new());
        assert_eq!(strip.act, Some(Act::TakeOver));
        assert_eq!(
            strip.locked.as_deref(),
            Some("The assistant has the floor. Take over to write.")
        );
    }

    #[test]
    fn a_closed_conversation_says_how_it_was_filed_and_offers_nothing() {
        let by = Member {
            id: me(),
            name: "Jo".to_owned(),
        };
        let mut closing = Closing {
            at: Millis(1),
            by: Some(by),
            category: "billing".to_owned(),
            outcome: "solved".to_owned(),
            helped: None,
        };
        let told = |closing: &Closing| {
            let state = State {
                closing: Some(closing.clone()),
                ..State::default()
            };
            let strip = strip(&state, &me(), |_| String::new());
            assert_eq!((strip.act, strip.mine), (None, false));
            strip.text
        };
        assert_eq!(told(&closing), "Closed by Jo · Billing · Solved");
        closing.helped = Some(true);
        assert_eq!(
            told(&closing),
            "Closed by Jo · Billing · Solved · the visitor says it helped"
        );
        (closing.by, closing.helped) = (None, Some(false));
        assert_eq!(
            told(&closing),
            "Ended by the visitor · the visitor says it did not help"
        );
    }
}
