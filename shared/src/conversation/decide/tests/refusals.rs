//! What is refused, slowed down or taken once.

use super::story::{Story, member};
use crate::conversation::{AGENT_LIMIT, Command, Outcome, Refusal, VISITOR_LIMIT};

#[test]
fn bad_input_is_refused_in_words_and_nothing_happens() {
    let mut story = Story::new();
    assert_eq!(story.says(" \n\t"), Err(Refusal::Empty));
    assert_eq!(
        story.says(&"x".repeat(VISITOR_LIMIT + 1)),
        Err(Refusal::TooLong { limit: VISITOR_LIMIT })
    );
    assert_eq!(
        story.says(&"é".repeat(VISITOR_LIMIT)).unwrap().len(),
        3,
        "characters count, not bytes"
    );
    story.presses().unwrap();
    story.claims("Ada").unwrap();
    let epoch = story.state.epoch;
    let long = "x".repeat(AGENT_LIMIT + 1);
    assert_eq!(
        story.replies("Ada", epoch, &long),
        Err(Refusal::TooLong { limit: AGENT_LIMIT })
    );
    for bad in [
        "",
        "ada",
        "@example.com",
        "ada@host",
        "a b@example.com",
        "ada@example..com",
        "ada@x.y\nbcc@z.w",
    ] {
        let (id, email) = (story.id(), bad.to_owned());
        assert_eq!(
            story.apply(&Command::LeaveDetails { id, email }),
            Err(Refusal::BadEmail),
            "{bad}"
        );
    }
    let (id, by) = (story.id(), member("Ada"));
    let unfiled = Command::Close {
        epoch: None,
        id,
        by,
        category: " ".into(),
        outcome: "x".into(),
    };
    assert_eq!(story.apply(&unfiled), Err(Refusal::Unfiled));
}

#[test]
fn more_messages_than_a_person_writes_are_slowed_down() {
    let mut story = Story::new();
    let mut refused = None;
    for n in 0..30 {
        let id = story.id();
        let said = story.apply(&Command::Say {
            id,
            text: format!("message {n}"),
        });
        refused = refused.or(said.err().map(|refusal| (n, refusal)));
    }
    let (n, refusal) = refused.unwrap();
    assert_eq!((n, refusal.code()), (20, "too_fast"));
    story.now = story.now.plus(60_000);
    assert!(story.says("slower now").is_ok());
}

#[test]
fn the_same_id_is_accepted_once() {
    let mut story = Story::new();
    let id = story.id();
    let say = |text: &str| Command::Say {
        id: id.clone(),
        text: text.to_owned(),
    };
    story.apply(&say("hello there")).unwrap();
    let seq = story.state.accepted.get(&id).unwrap().seq;
    let context = crate::conversation::Context {
        now: story.now,
        policy: &story.policy,
        policy_hash: "test",
        presence: story.presence,
        locale: None,
        page: None,
        about: crate::conversation::About::default(),
    };
    assert_eq!(
        super::super::decide(&story.state, &say("hello there"), &context),
        Ok(Outcome::Already(seq))
    );
    assert_eq!(
        super::super::decide(&story.state, &say("other words"), &context),
        Err(Refusal::IdReused)
    );
}

#[test]
fn the_plain_form_is_one_append() {
    let mut story = Story::new();
    let id = story.id();
    let (text, email) = (
        "My order 4711 is missing".to_owned(),
        "ada@example.com".to_owned(),
    );
    let form = Command::Form { id, text, email };
    assert_eq!(
        story.apply(&form).unwrap(),
        ["opened", "said", "escalated", "details"]
    );
    let case = story.state.case.as_ref().unwrap();
    assert_eq!(case.email.as_deref(), Some("ada@example.com"));
    assert_eq!(
        crate::brief::lines(&story.state, case)[1].text.as_deref(),
        Some("damaged or missing order · “My order 4711 is missing”")
    );
    assert_eq!(story.apply(&form).unwrap(), [""; 0], "sent twice, taken once");
}

#[test]
fn what_was_pressed_before_the_floor_changed_hands_is_about_the_time_before() {
    let mut story = Story::new();
    story.presses().unwrap();
    story.claims("Ada").unwrap();
    let first = story.state.epoch;
    assert_eq!(story.next_alarm(), ["lapsed"]);
    assert_eq!(
        story.hands_back_in("Ada", Some(first)),
        Err(Refusal::NotHolder),
        "nobody has it"
    );
    story.claims("Ada").unwrap();
    assert_eq!(
        story.hands_back_in("Ada", Some(first)),
        Err(Refusal::StaleAct),
        "she has it again, and pressed it the first time"
    );
    assert_eq!(story.closes_in("Ada", first), Err(Refusal::StaleAct));
    assert_eq!(
        story.hands_back_in("Ada", None).unwrap(),
        ["handed_back"],
        "a page that cannot say which time is not held to it"
    );
}
