//! The thread as it is shown: what is in the log, then what is on its way.

use shared::{
    conversation::{Entry, From, Source, ToVisitor},
    ids::{Millis, Seq},
    words::Word,
};

use crate::{
    digits::digits,
    model::{Line, Model},
    outbox::{Ask, Item, Progress},
    words::Words,
};

/// After this long the same speaker is named again, so that the time is seen. In milliseconds.
const GROUP: u64 = 5 * 60 * 1000;

/// Who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The visitor.
    Visitor,
    /// The assistant.
    Assistant,
    /// A member.
    Agent,
    /// Baton itself.
    System,
}

impl Side {
    /// The value of `data-from`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Visitor => "visitor",
            Self::Assistant => "assistant",
            Self::Agent => "agent",
            Self::System => "system",
        }
    }
}

/// What stands under a visitor's message.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Caption {
    /// Nothing: a later message says how things are.
    #[default]
    None,
    /// A word.
    Quiet(&'static str),
    /// Why it was refused; it can be tried again.
    Failed(String),
}

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Stays the same while a message goes from "on its way" to "in the log".
    pub key: String,
    /// Who speaks.
    pub side: Side,
    /// Their name.
    pub name: String,
    /// An agent's team.
    pub team: String,
    /// Whether the speaker begins here.
    pub lead: bool,
    /// The words.
    pub text: String,
    /// What they rest on.
    pub sources: Vec<Source>,
    /// When; none for what has no moment.
    pub at: Option<Millis>,
    /// Its event, once there is one.
    pub seq: Option<Seq>,
    /// The value of `data-state`, on the visitor's own.
    pub state: Option<&'static str>,
    /// What stands under it.
    pub caption: Caption,
}

/// All rows, oldest first.
pub fn rows(model: &Model, greeting: &str, words: Words) -> Vec<Row> {
    let mut rows = Vec::with_capacity(model.talk.thread.len() + 2);
    rows.push(local(
        "hello",
        Side::Assistant,
        words.get(Word::Assistant),
        greeting,
    ));
    if model.forgets {
        rows.push(local("forgets", Side::System, "", words.get(Word::Forgets)));
    }
    rows.extend(model.talk.thread.iter().map(|entry| in_log(entry, model, words)));
    for item in model.outbox.items() {
        // Accepted, and its event came with other news: shown once.
        rows.extend(on_its_way(item, model, words));
    }
    if model.calling() {
        let text = if model.line == Line::Offline {
            words.get(Word::CallingLater)
        } else {
            words.get(Word::Calling)
        };
        rows.push(local("calling", Side::System, "", text));
    }
    for at in 1..rows.len() {
        rows[at].lead = leads(&rows[at - 1], &rows[at]);
    }
    caption_last(&mut rows, words);
    rows
}

fn local(key: &str, side: Side, name: &str, text: &str) -> Row {
    Row {
        key: key.to_owned(),
        side,
        name: name.to_owned(),
        team: String::new(),
        lead: true,
        text: text.to_owned(),
        sources: Vec::new(),
        at: None,
        seq: None,
        state: None,
        caption: Caption::None,
    }
}

fn in_log(entry: &Entry<ToVisitor>, model: &Model, words: Words) -> Row {
    let (side, name) = match &entry.from {
        From::Visitor => (Side::Visitor, words.get(Word::You)),
        From::Assistant if entry.while_waiting => (Side::Assistant, words.get(Word::AssistantWaiting)),
        From::Assistant => (Side::Assistant, words.get(Word::Assistant)),
        From::Agent(member) => (Side::Agent, member.name.as_str()),
        From::System => (Side::System, ""),
    };
    let key = match &entry.id {
        Some(id) => id.as_str().to_owned(),
        None => digits(entry.seq.0),
    };
    Row {
        team: if side == Side::Agent {
            words.team(team_at(model, entry.seq)).to_owned()
        } else {
            String::new()
        },
        sources: entry.sources.clone(),
        at: Some(entry.at),
        seq: Some(entry.seq),
        state: (side == Side::Visitor).then_some("sent"),
        ..local(&key, side, name, &entry.text)
    }
}

fn on_its_way(item: &Item, model: &Model, words: Words) -> Option<Row> {
    let Ask::Say { text, .. } = &item.ask else {
        return None;
    };
    let row = local(item.id.as_str(), Side::Visitor, words.get(Word::You), text);
    let (state, seq, caption) = match &item.progress {
        Progress::Sending => {
            let under = match (model.line == Line::Offline, model.unkept) {
                (_, true) => words.get(Word::KeepOpen),
                (true, _) => words.get(Word::WillBeSent),
                _ => words.get(Word::Sending),
            };
            ("sending", None, Caption::Quiet(under))
        }
        Progress::Sent(seq) => ("sent", Some(*seq), Caption::None),
        Progress::Failed(why) => (
            "failed",
            None,
            Caption::Failed([words.get(Word::NotSent), why].concat()),
        ),
    };
    Some(Row {
        state: Some(state),
        seq,
        caption,
        at: Some(Millis(item.made)),
        ..row
    })
}

/// The team that was called last before this event.
fn team_at(model: &Model, seq: Seq) -> &str {
    model
        .teams
        .iter()
        .rev()
        .find(|(called, _)| *called < seq)
        .map_or("", |(_, team)| team)
}

fn leads(before: &Row, row: &Row) -> bool {
    before.side != row.side || before.name != row.name || apart(before.at, row.at)
}

fn apart(before: Option<Millis>, at: Option<Millis>) -> bool {
    matches!((before, at), (Some(before), Some(at)) if at.since(before) > GROUP)
}

/// "Sent" stands under the visitor's last message only, and only while nobody has answered it.
fn caption_last(rows: &mut [Row], words: Words) {
    if let Some(row) = rows.iter_mut().rev().find(|row| row.side != Side::System)
        && row.state == Some("sent")
    {
        row.caption = Caption::Quiet(words.get(Word::Sent));
    }
}
