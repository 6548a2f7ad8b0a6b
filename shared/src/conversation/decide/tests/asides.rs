//! What members do among themselves, and that none of it reaches the visitor.

use super::story::{Story, member};
use crate::{
    conversation::{Aside, Command, Event, Rating, Refusal, State, ToVisitor, due, evolve},
    ids::{ConversationId, Millis},
    queue::item,
};

const HOUR: u64 = 3_600_000;

fn held() -> Story {
    let mut story = Story::new();
    story.says("agent please").unwrap();
    story.finds_nothing().unwrap();
    story.claims("Ada").unwrap();
    story
}

/// Held, and nothing is due.
fn answered() -> Story {
    let mut story = held();
    story
        .replies("Ada", story.state.epoch, "I'll ask the warehouse.")
        .unwrap();
    story
}

#[test]
fn a_visitors_copy_of_a_note_is_its_number_and_nothing_else() {
    let mut story = answered();
    story.notes("Bob", "Known to be difficult.").unwrap();
    let log: String = story
        .log
        .iter()
        .map(|envelope| serde_json::to_string(&envelope.to_visitor()).unwrap())
        .collect();
    assert!(!log.contains("difficult") && !log.contains("Bob"), "{log}");
    assert!(log.ends_with(r#""event":{"aside":null}}"#), "{log}");
    // Nor does it come back by reading the log as a visitor's.
    let mut state = State::<ToVisitor>::default();
    for envelope in &story.log {
        let json = serde_json::to_string(envelope).unwrap();
        assert!(evolve(&mut state, &serde_json::from_str(&json).unwrap()));
    }
    assert_eq!(state.last, story.state.last);
    assert!(!format!("{state:?}").contains("difficult"));
}

#[test]
fn a_note_is_no_part_of_the_thread_and_anybody_writes_one_at_any_time() {
    let mut story = answered();
    let (thread, epoch) = (story.state.thread.clone(), story.state.epoch);
    story.notes("Bob", "Saw this before.").unwrap();
    story.closes("Ada").unwrap();
    story.notes("Ada", "Refunded by hand.").unwrap();
    assert_eq!(story.state.thread[..thread.len()], thread);
    assert_eq!(story.state.thread.len(), thread.len() + 1, "only the close");
    let notes: Vec<_> = story
        .state
        .asides
        .notes
        .iter()
        .map(|note| (note.by.name.as_str(), note.text.as_str()))
        .collect();
    assert_eq!(notes, [("Bob", "Saw this before."), ("Ada", "Refunded by hand.")]);
    assert!(story.state.epoch > epoch, "by the close, not by a note");

    assert_eq!(story.notes("Ada", " \n"), Err(Refusal::Empty));
    let long = story.notes("Ada", &"x".repeat(10_001));
    assert_eq!(long, Err(Refusal::TooLong { limit: 10_000 }));
    assert_eq!(Story::new().notes("Ada", "x"), Err(Refusal::NotStarted));
}

#[test]
fn the_same_note_twice_is_one_and_its_id_is_good_for_no_other() {
    let mut story = answered();
    let (id, by) = (story.id(), member("Ada"));
    let note = |text: &str| Command::Note {
        id: id.clone(),
        by: by.clone(),
        text: text.to_owned(),
    };
    assert_eq!(story.apply(&note("One")).unwrap(), ["noted"]);
    assert!(story.apply(&note("One")).unwrap().is_empty());
    assert_eq!(story.apply(&note("Two")), Err(Refusal::IdReused));
}

#[test]
fn a_snooze_ends_at_its_time_and_is_seen_in_the_queue_until_then() {
    let mut story = answered();
    story.snoozes("Ada", Some(HOUR)).unwrap();
    let until = story.now.plus(HOUR);
    assert_eq!(due(&story.state), Some(until));
    let conversation = ConversationId::new("c").unwrap();
    assert_eq!(item(&conversation, &story.state, story.now).snoozed, Some(until));
    assert_eq!(story.next_alarm(), ["woken"]);
    assert_eq!(item(&conversation, &story.state, story.now).snoozed, None);
    assert_eq!(due(&story.state), None, "and rings once");
}

#[test]
fn whatever_needs_the_member_ends_a_snooze() {
    let snoozed = || {
        let mut story = answered();
        story.snoozes("Ada", Some(HOUR)).unwrap();
        story
    };
    let mut story = snoozed();
    story.says("Are you still there?").unwrap();
    assert_eq!(story.state.asides.snoozed_until, None);
    let mut story = snoozed();
    story.hands_back("Ada").unwrap();
    assert_eq!(story.state.asides.snoozed_until, None);
    let mut story = snoozed();
    assert_eq!(story.snoozes("Ada", None).unwrap(), ["woken"]);
    assert_eq!(story.state.asides.snoozed_until, None);
    assert!(story.snoozes("Ada", None).unwrap().is_empty(), "nothing to end");
}

#[test]
fn no_visitor_is_put_away_who_waits_for_a_reply() {
    let mut story = held();
    assert_eq!(story.snoozes("Ada", Some(HOUR)), Err(Refusal::ReplyFirst));
    let mut story = answered();
    assert_eq!(
        story.snoozes("Bob", Some(HOUR)),
        Err(Refusal::HeldBy { name: "Ada".into() })
    );
    for ms in [0, 91 * 24 * HOUR] {
        assert_eq!(story.snoozes("Ada", Some(ms)), Err(Refusal::BadTime));
    }
    story.says("And?").unwrap();
    assert_eq!(story.snoozes("Ada", Some(HOUR)), Err(Refusal::ReplyFirst));
}

#[test]
fn the_last_rating_of_a_handoff_counts_and_each_handoff_has_its_own() {
    let mut story = answered();
    story.closes("Ada").unwrap();
    let rate = |story: &mut Story, rating| {
        let (id, by) = (story.id(), member("Ada"));
        story.apply(&Command::Rate { id, by, rating }).unwrap()
    };
    rate(&mut story, Rating::Useful);
    assert_eq!(rate(&mut story, Rating::WrongQueue), ["rated"]);
    assert_eq!(story.state.asides.ratings, [(1, Rating::WrongQueue)]);
    story.now = Millis(story.now.0 + HOUR);
    story.says("agent please").unwrap();
    story.finds_nothing().unwrap();
    rate(&mut story, Rating::TooLate);
    assert_eq!(
        story.state.asides.ratings,
        [(1, Rating::WrongQueue), (2, Rating::TooLate)]
    );
    let stored = serde_json::to_value(&story.log.last().unwrap().event).unwrap();
    assert_eq!(stored["aside"]["rated"]["rating"], "too_late");
    assert!(matches!(
        story.log.last().unwrap().event,
        Event::Aside(Aside::Rated { case: 2, .. })
    ));

    let mut nobody = Story::new();
    nobody.says("How do I install the tag?").unwrap();
    let (id, by, rating) = (nobody.id(), member("Ada"), Rating::Useful);
    assert_eq!(
        nobody.apply(&Command::Rate { id, by, rating }),
        Err(Refusal::NothingOpen)
    );
}
