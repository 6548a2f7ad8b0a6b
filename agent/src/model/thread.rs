//! The thread as rows: messages grouped by speaker, with days, decisions and notices as thin rows between them.

use shared::{
    conversation::{Entry, From, Note, Source, State},
    ids::{ClientId, MemberId, Millis, Seq},
    triggers::Verdict,
};

use super::decided::{Decided, decided};

/// After this long a group of the same speaker begins anew, so that its time is seen.
const GROUP_MS: u64 = 5 * 60 * 1000;

/// One row of the thread. It never changes once it is there: what comes before it is fixed.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The number of its event.
    pub seq: Seq,
    /// When.
    pub at: Millis,
    /// The day, if it is the first row of one.
    pub day: Option<String>,
    /// The decision behind it, in words.
    pub decision: Option<Decided>,
    /// What it is.
    pub kind: Kind,
}

/// What a row is.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// What Baton told the visitor.
    Notice(String),
    /// A message.
    Message(Message),
    /// A note among members.
    Note {
        /// Who wrote it.
        by: String,
        /// The words, plain text.
        text: String,
    },
}

/// A message as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    /// Who speaks, as a name.
    pub by: String,
    /// The value of `data-from`.
    pub from: &'static str,
    /// Whether it begins a group, and so carries name and time.
    pub head: bool,
    /// The words, plain text.
    pub text: String,
    /// What they rest on.
    pub sources: Vec<Source>,
    /// A remark beside the name: how well the pages support the answer, that it was given while waiting.
    pub remark: Option<String>,
    /// The id its writer minted.
    pub id: Option<ClientId>,
}

/// A day where the agent is.
#[derive(Debug, Clone)]
pub struct Day {
    /// As people read it.
    pub name: String,
    /// When the next one begins.
    pub end: Millis,
}

/// The rows of a thread, with the notes among members where they were written. `day` tells the day of a moment; it is asked
/// once a day, because browsers take their time over dates.
pub fn rows(state: &State, me: &MemberId, day: impl Fn(Millis) -> Day) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::with_capacity(state.thread.len() + state.asides.notes.len());
    let mut end = Millis(0);
    let mut new_day = |at: Millis| {
        (at >= end).then(|| {
            let today = day(at);
            end = today.end;
            today.name
        })
    };
    let mut notes = state.asides.notes.iter().peekable();
    for entry in &state.thread {
        while let Some(written) = notes.next_if(|note| note.seq < entry.seq) {
            rows.push(note(written, me, new_day(written.at)));
        }
        let day = new_day(entry.at);
        let decision = entry.decision.as_deref().map(decided);
        let alone = day.is_some() || decision.as_ref().is_some_and(|decided| !decided.plain);
        let kind = match &entry.from {
            From::System => Kind::Notice(entry.text.clone()),
            from => Kind::Message(message(
                entry,
                from,
                me,
                alone || begins_group(rows.last(), entry, me),
            )),
        };
        rows.push(Row {
            seq: entry.seq,
            at: entry.at,
            day,
            decision,
            kind,
        });
    }
    rows.extend(notes.map(|written| note(written, me, new_day(written.at))));
    rows
}

fn note(note: &Note, me: &MemberId, day: Option<String>) -> Row {
    let by = if note.by.id == *me {
        "You".to_owned()
    } else {
        note.by.name.clone()
    };
    Row {
        seq: note.seq,
        at: note.at,
        day,
        decision: None,
        kind: Kind::Note {
            by,
            text: note.text.clone(),
        },
    }
}

fn message(entry: &Entry, from: &From, me: &MemberId, head: bool) -> Message {
    Message {
        by: name(from, me),
        from: data_from(from),
        head,
        text: entry.text.clone(),
        sources: entry.sources.clone(),
        remark: remark(entry),
        id: entry.id.clone(),
    }
}

fn begins_group(before: Option<&Row>, entry: &Entry, me: &MemberId) -> bool {
    let Some(Row {
        at,
        kind: Kind::Message(before),
        ..
    }) = before
    else {
        return true;
    };
    before.by != name(&entry.from, me)
        || before.from != data_from(&entry.from)
        || before.remark != remark(entry)
        || entry.at.since(*at) > GROUP_MS
}

fn name(from: &From, me: &MemberId) -> String {
    match from {
        From::Visitor => "Visitor".to_owned(),
        From::Assistant => "Assistant".to_owned(),
        From::Agent(member) if member.id == *me => "You".to_owned(),
        From::Agent(member) => member.name.clone(),
        From::System => String::new(),
    }
}

fn data_from(from: &From) -> &'static str {
    match from {
        From::Visitor => "visitor",
        From::Assistant => "assistant",
        From::Agent(_) => "agent",
        From::System => "system",
    }
}

fn remark(entry: &Entry) -> Option<String> {
    if entry.while_waiting {
        return Some("while waiting".to_owned());
    }
    let decision = entry
        .decision
        .as_deref()
        .filter(|decision| decision.verdict == Verdict::Answer)?;
    decision.confidence.map(|percent| format!("support {percent} %"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::conversation::Member;

    fn entry(seq: u64, minute: u64, from: From) -> Entry {
        Entry {
            seq: Seq(seq),
            at: Millis(minute * 60_000),
            from,
            text: "Words.".to_owned(),
            sources: Vec::new(),
            id: None,
            decision: None,
            while_waiting: false,
        }
    }

    fn member(id: &str) -> Member {
        Member {
            id: MemberId::new(id).unwrap(),
            name: id.to_owned(),
        }
    }

    fn outline(thread: Vec<Entry>) -> Vec<String> {
        told(&State {
            thread,
            ..State::default()
        })
    }

    fn told(state: &State) -> Vec<String> {
        let me = MemberId::new("me").unwrap();
        let day = |at: Millis| Day {
            name: String::new(),
            end: Millis((at.0 / 86_400_000 + 1) * 86_400_000),
        };
        rows(state, &me, day)
            .into_iter()
            .map(|row| {
                let day = if row.day.is_some() { "day " } else { "" };
                match row.kind {
                    Kind::Notice(_) => format!("{day}notice"),
                    Kind::Note { by, .. } => format!("{day}note of {by}"),
                    Kind::Message(m) => format!("{day}{}{}", if m.head { "+" } else { "" }, m.by),
                }
            })
            .collect()
    }

    #[test]
    fn messages_of_one_speaker_are_one_group_until_time_or_another_comes_between() {
        let thread = vec![
            entry(2, 0, From::Visitor),
            entry(3, 1, From::Visitor),
            entry(5, 2, From::Assistant),
            entry(6, 2, From::System),
            entry(7, 3, From::Agent(member("me"))),
            entry(8, 4, From::Agent(member("jo"))),
            entry(9, 20, From::Agent(member("jo"))),
            entry(10, 24 * 60, From::Agent(member("jo"))),
        ];
        let expect = [
            "day +Visitor",
            "Visitor",
            "+Assistant",
            "notice",
            "+You",
            "+jo",
            "+jo",
            "day +jo",
        ];
        assert_eq!(outline(thread), expect);
    }

    #[test]
    fn a_note_stands_where_it_was_written_and_begins_the_next_group() {
        let note = |seq: u64, by: &str| Note {
            seq: Seq(seq),
            at: Millis(0),
            by: member(by),
            text: "Between us.".to_owned(),
        };
        let mut state = State {
            thread: vec![entry(2, 0, From::Visitor), entry(5, 0, From::Visitor)],
            ..State::default()
        };
        state.asides.notes = vec![note(3, "me"), note(4, "jo"), note(9, "jo")];
        let expect = [
            "day +Visitor",
            "note of You",
            "note of jo",
            "+Visitor",
            "note of jo",
        ];
        assert_eq!(told(&state), expect);
    }
}
