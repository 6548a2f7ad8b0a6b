//! Logs that released versions wrote fold today: stored events are a promise.
//!
//! A log is never edited. When an event or field is added, the next release adds a log that holds it.

use shared::{
    conversation::{Envelope, Floor, State, evolve},
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
