//! Who has the floor, why a decision was made, why the composer is locked: in words.

use shared::{
    conversation::{Floor, Standing, State},
    ids::{MemberId, Millis},
    triggers::{Decision, Verdict},
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
    /// Whether this member may end the conversation now.
    pub may_close: bool,
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
        may_close: false,
    };
    if let Floor::Agent(holder) = state.floor() {
        return held(state, holder.id == *me, &holder.name);
    }
    if let Some(case) = &state.case {
        let claim = |text, clock| Strip {
            clock,
            act: Some(Act::Claim),
            locked: Some("Claim the conversation to write.".to_owned()),
            may_close: true,
            ..plain("wait", text)
        };
        return match case.standing {
            Standing::Promised { by, .. } => claim(
                format!("An answer by e-mail is promised before {}", moment(by)),
                None,
            ),
            _ => claim(
                "Waiting for a person".to_owned(),
                Some(Clock::Waited(case.since, case.call.respond_by)),
            ),
        };
    }
    if let Some(closing) = &state.closing {
        let category = words(&CATEGORIES, &closing.category);
        let outcome = words(&OUTCOMES, &closing.outcome);
        let text = format!("Closed by {} · {category} · {outcome}", closing.by.name);
        let locked = Some("Closed. It opens again when the visitor writes.".to_owned());
        return Strip {
            locked,
            ..plain("other", text)
        };
    }
    Strip {
        act: Some(Act::TakeOver),
        locked: Some("The assistant has the floor. Take over to write.".to_owned()),
        may_close: true,
        ..plain("", "The assistant has the floor".to_owned())
    }
}

fn held(state: &State, mine: bool, name: &str) -> Strip {
    let due = state.case.as_ref().and_then(|case| match case.standing {
        Standing::Held { reply_by, .. } => reply_by.map(Clock::Left),
        _ => None,
    });
    if mine {
        let text = if due.is_some() {
            "You have the floor · a reply is due"
        } else {
            "You have the floor"
        };
        Strip {
            dot: "on",
            text: text.to_owned(),
            clock: due,
            act: Some(Act::HandBack),
            locked: None,
            may_close: true,
        }
    } else {
        Strip {
            dot: "other",
            text: format!("{name} has the floor"),
            clock: None,
            act: None,
            locked: Some(format!("{name} has the floor. You can read along.")),
            may_close: false,
        }
    }
}

/// A decision as a thin row: what was done and why, with the numbers that were compared. None for a plain answer.
pub fn decision(decision: &Decision) -> Option<String> {
    let reasons: Vec<String> = decision
        .reasons
        .iter()
        .map(|reason| lower_first(&reason.told()))
        .collect();
    let done = match decision.verdict {
        Verdict::Answer if reasons.is_empty() => return None,
        Verdict::Answer => "Answered",
        Verdict::Offer => "Offered a person",
        Verdict::Escalate => "Called a person",
    };
    Some(if reasons.is_empty() {
        done.to_owned()
    } else {
        format!("{done}: {}", reasons.join("; "))
    })
}

fn lower_first(text: &str) -> String {
    let mut words = text.to_owned();
    // The words are ours and begin with an ASCII letter.
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{
        conversation::{Closing, Member},
        ids::QueueId,
        triggers::{Reason, ReasonCode},
    };

    fn me() -> MemberId {
        MemberId::new("me").unwrap()
    }

    fn decided(verdict: Verdict, reasons: Vec<Reason>) -> Decision {
        let queue = QueueId::new("support").unwrap();
        Decision {
            verdict,
            reasons,
            queue,
            priority: 0,
            confidence: None,
            topic: None,
            urgent: false,
            signals: None,
            policy: String::new(),
        }
    }

    #[test]
    fn a_decision_says_what_was_done_and_compares_its_numbers() {
        let low = Reason {
            score: Some(41),
            threshold: Some(55),
            ..Reason::plain(ReasonCode::LowConfidence, "confidence")
        };
        let asked = Reason {
            matched: vec!["human please".to_owned()],
            ..Reason::plain(ReasonCode::ExplicitRequest, "explicit")
        };
        assert_eq!(decision(&decided(Verdict::Answer, vec![])), None);
        assert_eq!(
            decision(&decided(Verdict::Offer, vec![low])).unwrap(),
            "Offered a person: the pages answer this too little · support\u{a0}41\u{a0}<\u{a0}55"
        );
        assert_eq!(
            decision(&decided(Verdict::Escalate, vec![asked])).unwrap(),
            "Called a person: asked for a person (“human please”)"
        );
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
        let closing = Closing {
            at: Millis(1),
            by,
            category: "billing".to_owned(),
            outcome: "solved".to_owned(),
        };
        let state = State {
            closing: Some(closing),
            ..State::default()
        };
        let strip = strip(&state, &me(), |_| String::new());
        assert_eq!(strip.text, "Closed by Jo · Billing · Solved");
        assert_eq!((strip.act, strip.may_close), (None, false));
    }
}
