//! `evaluate briefs`: whole dialogues of other people, fed through the core; each ends with a call for a person if none came
//! before. Of every brief it is looked at whether all it claims stands in the messages it rests on, how many lines it has,
//! whether the reason is there, and what stayed unknown.

use std::fmt::Write as _;

use serde::Deserialize;
use shared::{
    brief::{self, Field, Label},
    conversation::{
        About, Attempt, Command, Context, Envelope, Outcome as Decided, Presence, State, decide, evolve,
    },
    ids::{ClientId, Millis},
    knowledge::Passage,
    policy::Policy,
};

use super::Options;
use crate::{
    fault::Outcome,
    lines::{self, Turn},
};

/// A dialogue, or one message that stands for one.
#[derive(Debug, Deserialize)]
struct Dialogue {
    #[serde(default)]
    turns: Vec<Turn>,
    #[serde(default)]
    text: String,
}

/// What was found over all of them.
#[derive(Debug, Default)]
struct Found {
    dialogues: usize,
    briefs: usize,
    flaws: Vec<String>,
    without_reason: usize,
    lines: (usize, usize),
    known: Vec<(&'static str, usize)>,
}

/// Feeds every dialogue of the files through the core.
pub fn evaluate(options: &Options) -> Outcome<String> {
    let mut found = Found {
        lines: (usize::MAX, 0),
        ..Found::default()
    };
    for file in &options.files {
        for (number, dialogue) in lines::read::<Dialogue>(file, "`turns` or `text`")? {
            found.dialogues += 1;
            let mut talk = Talk::default();
            let single = [Turn {
                role: "user".to_owned(),
                text: dialogue.text,
            }];
            let turns = if dialogue.turns.is_empty() {
                &single[..]
            } else {
                &dialogue.turns
            };
            for turn in turns.iter().filter(|turn| !turn.text.trim().is_empty()) {
                talk.takes(turn);
            }
            if talk.state.case.is_none() {
                talk.calls();
            }
            look(&talk, &format!("{}:{number}", file.display()), &mut found);
        }
    }
    Ok(found.told())
}

/// A dialogue under way.
#[derive(Debug, Default)]
struct Talk {
    state: State,
    policy: Policy,
}

impl Talk {
    /// One turn: the visitor's words, or the assistant's as a model would write them from a page that says so.
    fn takes(&mut self, turn: &Turn) {
        if turn.role == "user" {
            let (id, text) = (self.id(), turn.text.clone());
            self.act(&Command::Say { id, text });
        } else if let Some(running) = self.state.turn {
            let passage = Passage {
                title: "Help".to_owned(),
                heading: String::new(),
                url: "/help".to_owned(),
                body: turn.text.clone(),
                score: 1.0,
            };
            let (passages, text) = (vec![passage], turn.text.clone());
            self.act(&Command::Settle {
                turn: running.id,
                epoch: self.state.epoch,
                attempt: Attempt::Written { passages, text },
            });
        }
    }

    fn calls(&mut self) {
        let id = self.id();
        self.act(&Command::CallPerson { id });
    }

    fn id(&self) -> ClientId {
        ClientId::new(format!("c{}", self.state.last.0)).unwrap_or_else(|error| unreachable!("{error}"))
    }

    fn act(&mut self, command: &Command) {
        // A minute apart: nobody writes too fast.
        let now = Millis((self.state.last.0 + 1) * 60_000);
        let context = Context {
            now,
            policy: &self.policy,
            policy_hash: "measured",
            presence: Presence::Known(1),
            locale: Some("en"),
            page: None,
            about: About::default(),
        };
        if let Ok(Decided::Append(events)) = decide(&self.state, command, &context) {
            for event in events {
                let seq = self.state.last.next();
                evolve(&mut self.state, &Envelope { seq, at: now, event });
            }
        }
    }
}

fn look(talk: &Talk, place: &str, found: &mut Found) {
    let state = &talk.state;
    let Some(case) = &state.case else {
        found.flaws.push(format!("{place}: no escalation"));
        return;
    };
    found.briefs += 1;
    found.without_reason += usize::from(case.decision.reasons.is_empty());
    let flaws = brief::flaws(state, &case.brief);
    found
        .flaws
        .extend(flaws.iter().map(|field| format!("{place}: {field}")));
    let lines = brief::lines(state, case);
    found.lines = (found.lines.0.min(lines.len()), found.lines.1.max(lines.len()));
    for line in &lines {
        if let Some(quote) = brief::unsaid(state, line) {
            found
                .flaws
                .push(format!("{place}: “{quote}” in {}", line.label.words()));
        }
        if line.label == Label::Why && line.text.is_none() {
            found.without_reason += 1;
        }
    }
    found.count(&case.brief.fields);
}

fn known<T>(field: &Field<T>) -> usize {
    usize::from(matches!(field, Field::Known(_)))
}

impl Found {
    fn count(&mut self, fields: &brief::Fields) {
        let each = [
            ("intent", known(&fields.intent)),
            ("need", known(&fields.need)),
            ("outcome", known(&fields.outcome)),
            ("tried", known(&fields.tried)),
            ("entities", known(&fields.entities)),
            ("mood", known(&fields.mood)),
            ("urgency", known(&fields.urgency)),
        ];
        if self.known.is_empty() {
            self.known = each.map(|(name, _)| (name, 0)).to_vec();
        }
        for (sum, (_, one)) in self.known.iter_mut().zip(each) {
            sum.1 += one;
        }
    }

    fn told(&self) -> String {
        let mut text = format!(
            "{} dialogues, {} briefs\n  claims that stand in no message  {}\n  without a reason                 {}\n  \
             lines                            {} to {}\n  known of {}:",
            self.dialogues,
            self.briefs,
            self.flaws.len(),
            self.without_reason,
            self.lines.0,
            self.lines.1,
            self.briefs,
        );
        for (name, count) in &self.known {
            // A String takes whatever is written to it.
            let _ = write!(text, " {name} {count}");
        }
        for flaw in &self.flaws {
            let _ = write!(text, "\n  {flaw}");
        }
        text + "\n"
    }
}
