//! Logs that released versions wrote fold today: stored events are a promise.
//!
//! A log is never edited. When an event or field is added, the next release adds a log that holds it.

use shared::{
    conversation::{Envelope, Floor, Rating, Standing, State, evolve},
    triggers::ReasonCode,
};

fn folded(log: &str) -> State {
    let mut state = State::default();
    for line in log.lines() {
        let envelope: Envelope = serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"));
        assert!(evolve(&mut state, &envelope), "{line}");
    }
    state
}

#[test]
fn the_first_release() {
    let state = folded(include_str!("golden/0.1.0.jsonl"));
    assert_eq!(state.last.0, 24);
    assert_eq!((state.cases, state.turns.0), (2, 4));
    assert_eq!(state.floor(), Floor::Assistant);
    let case = state.case.as_ref().unwrap();
    assert_eq!(case.decision.reasons[0].code, ReasonCode::ExplicitRequest);
    assert_eq!(case.email.as_deref(), Some("ada@example.com"));
    assert_eq!(case.brief.lines.len(), 7);
}

/// Added since: signals stored with decisions, a wait that is widened, a call asked for again, a next reply that is due.
#[test]
fn what_the_next_release_adds() {
    let state = folded(include_str!("golden/0.2.0.jsonl"));
    assert_eq!((state.last.0, state.cases, state.turns.0), (19, 1, 1));
    assert_eq!(state.asked_again.len(), 1);
    let case = state.case.as_ref().unwrap();
    assert_eq!(case.call.priority, 1, "the first member fell silent");
    let Standing::Held { by, reply_by } = &case.standing else {
        panic!("{:?}", case.standing);
    };
    assert_eq!(by.name, "Bob");
    let said = state.thread.last().unwrap();
    assert_eq!(*reply_by, Some(said.at.plus(600_000)));
}

/// Added since: notes, a snooze and its end, a transfer, a rating.
#[test]
fn what_agents_do_among_themselves() {
    let state = folded(include_str!("golden/0.3.0-desk.jsonl"));
    let notes: Vec<_> = state.asides.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(notes, ["Known from last week.", "Needs a specialist."]);
    assert_eq!(state.asides.snoozed_until, None);
    assert_eq!(state.asides.ratings, [(1, Rating::Useful)]);
    let closing = state.closing.as_ref().unwrap();
    let closed_by = closing.by.as_ref().map(|member| member.name.as_str());
    assert_eq!((closed_by, state.floor()), (Some("Bob"), Floor::Nobody));
    assert!(
        state
            .thread
            .iter()
            .all(|entry| !notes.contains(&entry.text.as_str()))
    );
}

/// Added since: a visitor who ends the chat, and says whether it helped.
#[test]
fn how_a_visitor_leaves() {
    let state = folded(include_str!("golden/0.3.0-leaving.jsonl"));
    let closing = state.closing.as_ref().unwrap();
    assert_eq!((&closing.by, closing.helped), (&None, Some(true)));
    assert_eq!(state.floor(), Floor::Nobody);
    assert!(state.case.is_none() && state.turn.is_none());
    let standing = state.ended.as_ref().map(|case| &case.standing);
    assert!(matches!(standing, Some(Standing::Held { .. })), "{standing:?}");
}

/// Added since: fields in a brief, and what a model adds to it.
#[test]
fn what_a_model_adds_to_a_brief() {
    let state = folded(include_str!("golden/0.3.0-summary.jsonl"));
    let case = state.case.as_ref().unwrap();
    assert!(case.brief.fields.need.value().is_some());
    let summary = state.asides.summary.as_ref().unwrap();
    assert_eq!(summary.escalation, case.opened);
    let [line] = summary.lines.as_slice() else {
        panic!("{summary:?}");
    };
    assert_eq!(line.text, "One of two lamps of order 10433 arrived broken.");
    assert_eq!(line.quotes[1].words, "one of them was in pieces");
}
