//! A conversation to judge turns in: questions and answers, then one more message.

use shared::brief::{Brief, make};
use shared::conversation::{
    About, Attempt, Command, Context, Envelope, Outcome, Presence, State, decide, evolve,
};
use shared::ids::{ClientId, Millis, Seq};
use shared::knowledge::Passage;
use shared::policy::Policy;
use shared::triggers::{Decision, Input, evaluate};

/// A conversation under some policy.
#[derive(Debug, Clone)]
pub struct Talk {
    policy: Policy,
    state: State,
}

impl Talk {
    /// A conversation in which nothing was said.
    pub fn new(policy: Policy) -> Self {
        let state = State::default();
        Self { policy, state }
    }

    /// The visitor says something. False when it is refused, as what is empty or too long is.
    pub fn say(&mut self, text: &str) -> bool {
        let Ok(id) = ClientId::new(format!("said-{}", self.state.last.0)) else {
            return false;
        };
        let text = text.to_owned();
        self.apply(&Command::Say { id, text })
    }

    /// The same with so many turns behind it.
    #[must_use]
    pub fn after(mut self, turns: usize) -> Self {
        for _ in 0..turns {
            self.say("How long does delivery take?");
            self.settle();
        }
        self
    }

    /// The assistant's turn, if one is under way, ends with the page on delivery.
    pub fn settle(&mut self) {
        if let Some(running) = &self.state.turn {
            let settle = Command::Settle {
                turn: running.id,
                epoch: self.state.epoch,
                attempt: attempt(),
            };
            self.apply(&settle);
        }
    }

    /// What is decided about the turn under way, before the assistant is asked and after.
    pub fn decisions(&self, attempt: &Attempt) -> [Decision; 2] {
        [None, Some(attempt)].map(|attempt| self.decision(attempt))
    }

    /// What is decided about the turn under way: one evaluation.
    pub fn decision(&self, attempt: Option<&Attempt>) -> Decision {
        evaluate(Input {
            policy: &self.policy,
            policy_hash: "measured",
            state: &self.state,
            attempt,
        })
    }

    /// The brief of an escalation for this reason.
    #[allow(
        dead_code,
        reason = "this file is used by two programs, and one of them makes no briefs"
    )]
    pub fn brief(&self, decision: &Decision) -> Brief {
        make(&self.state, decision, &self.policy, &[])
    }

    fn apply(&mut self, command: &Command) -> bool {
        // A minute after the last thing, so that nobody writes too fast.
        let now = Millis((self.state.last.0 + 1) * 60_000);
        let context = Context {
            now,
            policy: &self.policy,
            policy_hash: "measured",
            presence: Presence::Known(1),
            locale: None,
            page: None,
            about: About::default(),
        };
        let Ok(Outcome::Append(events)) = decide(&self.state, command, &context) else {
            return false;
        };
        for event in events {
            let seq = Seq(self.state.last.0 + 1);
            let envelope = Envelope { seq, at: now, event };
            assert!(evolve(&mut self.state, &envelope), "a gap at {seq}");
        }
        true
    }
}

/// What the assistant comes up with: the page on delivery.
pub fn attempt() -> Attempt {
    let passage = Passage {
        title: "Shipping".to_owned(),
        heading: "How long does delivery take?".to_owned(),
        url: "https://shop.example/help/shipping".to_owned(),
        body: "Delivery takes two working days. An order that has left is tracked by the link in the mail."
            .to_owned(),
        score: 4.0,
    };
    Attempt::Quote {
        passages: vec![passage],
    }
}
