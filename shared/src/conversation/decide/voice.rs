//! What is said to a visitor: in their language, in the owner's words where the owner has some, and true at this moment.

use crate::{
    conversation::{
        command::{Context, Presence},
        event::Call,
        state::State,
    },
    policy::{Policy, Queue, Text, fill},
    triggers::{Decision, ReasonCode},
};

/// Speaks to the visitor of one conversation.
#[derive(Clone, Copy)]
pub(super) struct Voice<'a> {
    policy: &'a Policy,
    locale: Option<&'a str>,
}

impl<'a> Voice<'a> {
    /// In the language the conversation was opened in, which may be this very moment.
    pub fn to(state: &'a State, context: &Context<'a>) -> Self {
        Self {
            policy: context.policy,
            locale: state.locale.as_deref().or(context.locale),
        }
    }

    /// A sentence in which nothing is filled in.
    pub fn says(self, text: Text) -> String {
        self.policy.text(text, self.locale).to_owned()
    }

    /// A sentence with names or numbers in it.
    pub fn says_with(self, text: Text, values: &[(&str, &str)]) -> String {
        fill(self.policy.text(text, self.locale), values)
    }

    /// The team of an escalation, as this visitor reads it.
    pub fn team(self, call: &'a Call) -> &'a str {
        self.policy.team(&call.queue, &call.team, self.locale)
    }

    /// A team's name as this visitor reads it, where that is not the name itself.
    pub fn spoken(self, queue: &Queue) -> Option<String> {
        let team = self.policy.team(&queue.id, &queue.name, self.locale);
        (team != queue.name).then(|| team.to_owned())
    }

    /// An offer of a person, with the question. Without a reason the assistant has simply nothing to say.
    pub fn offers(self, decision: &Decision) -> String {
        let code = decision.first().unwrap_or(ReasonCode::AssistantUnavailable);
        self.policy.offer(code, decision.topic, self.locale).to_owned()
    }

    /// That a person is called: why, and what happens next.
    pub fn calls(self, decision: &Decision, queue: &Queue, presence: Presence) -> String {
        let next = match presence {
            Presence::Known(0) => Text::NobodyIn,
            Presence::Known(_) => Text::Calling,
            Presence::Unknown => Text::PassedOn,
        };
        let team = self.policy.team(&queue.id, &queue.name, self.locale);
        let next = self.says_with(next, &[("team", team)]);
        let code = decision.first().unwrap_or(ReasonCode::Keyword);
        match self.policy.lead(code, decision.topic, self.locale) {
            "" => next,
            lead => format!("{lead} {next}"),
        }
    }
}
