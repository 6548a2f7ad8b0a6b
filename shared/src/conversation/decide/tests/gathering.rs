//! After the call: the owner's questions, and a visitor who needs nobody any more; who they are.

use super::story::Story;
use crate::{
    brief::{self, Label},
    conversation::{Command, Event, Person},
    policy::Policy,
};

fn asking() -> Story {
    let mut story = Story::new();
    story.policy = Policy::from_toml(
        r#"
        [[intake]]
        ask = "What is your order number?"
        kind = "order"
        [[intake]]
        ask = "Where can we reach you?"
        kind = "email"
        [[intake]]
        ask = "Which browser do you use?"
        "#,
    )
    .unwrap();
    story
}

fn last(story: &Story) -> &str {
    story.state.thread.last().map_or("", |entry| &entry.text)
}

impl Story {
    fn skips(&mut self) -> Result<Vec<&'static str>, crate::conversation::Refusal> {
        let id = self.id();
        self.apply(&Command::Skip { id })
    }

    fn solves(&mut self, yes: bool) -> Result<Vec<&'static str>, crate::conversation::Refusal> {
        let id = self.id();
        self.apply(&Command::Solve { id, yes })
    }

    fn facts(&self) -> String {
        let case = self.state.case.as_ref().or(self.state.ended.as_ref()).unwrap();
        let lines = brief::lines(&self.state, case);
        let facts = lines.into_iter().find(|line| line.label == Label::Facts);
        facts.and_then(|line| line.text).unwrap_or_default()
    }
}

#[test]
fn the_owners_questions_follow_the_call_and_delay_nothing() {
    let mut story = asking();
    assert_eq!(story.presses().unwrap(), ["opened", "escalated", "asked"]);
    assert_eq!(last(&story), "What is your order number?");
    // An answer is taken, and is no question to the assistant.
    assert_eq!(story.says("it's 4711").unwrap(), ["said", "told", "asked"]);
    assert!(story.state.unanswered.is_empty());
    // What is no answer is a message like any other; the question stays.
    assert_eq!(
        story.says("How long does delivery take?").unwrap(),
        ["said", "turn"]
    );
    story.finds("Delivery takes two working days.").unwrap();
    assert_eq!(
        story.state.asked.as_ref().unwrap().text,
        "Where can we reach you?"
    );
    assert_eq!(story.skips().unwrap(), ["skipped", "asked"]);
    assert_eq!(story.says("Firefox, I think").unwrap(), ["said", "told"]);
    assert_eq!(story.skips().unwrap_err().code(), "nothing_asked");
    assert_eq!(
        story.facts(),
        "what is your order number? 4711, which browser do you use? Firefox, I think"
    );
}

#[test]
fn nothing_that_was_said_is_asked_again() {
    let mut story = asking();
    story
        .says("My order 10433 is late, write to ada@example.com")
        .unwrap();
    story.finds_nothing().unwrap();
    assert_eq!(story.presses().unwrap(), ["escalated", "asked"]);
    assert_eq!(last(&story), "Which browser do you use?");
    story.claims("Ada").unwrap();
    assert!(story.state.asked.is_none(), "from here on a person asks");
    assert_eq!(story.says("Firefox").unwrap(), ["said"]);
}

#[test]
fn an_answer_that_holds_the_next_one_too_answers_both() {
    let mut story = asking();
    story.says("can I talk to a human please").unwrap();
    assert_eq!(story.finds_nothing().unwrap(), ["escalated", "asked"]);
    assert_eq!(
        story.says("Order 10433, mail me at ada@example.com").unwrap(),
        ["said", "told", "asked"]
    );
    assert_eq!(last(&story), "Which browser do you use?");
}

#[test]
fn whoever_says_that_it_is_solved_is_asked_and_ends_the_call_themselves() {
    let mut story = Story::new();
    story.presses().unwrap();
    story.says("It's solved, thanks!").unwrap();
    assert_eq!(story.finds_nothing().unwrap(), ["solved_heard"]);
    assert!(story.state.case.is_some(), "nothing ends without a yes");
    assert_eq!(story.solves(false).unwrap(), ["not_solved"]);
    assert_eq!(story.solves(true).unwrap_err().code(), "nothing_asked");

    story.says("Never mind, it works now").unwrap();
    story.finds_nothing().unwrap();
    assert_eq!(story.solves(true).unwrap(), ["solved"]);
    assert!(story.state.case.is_none());
    assert!(story.state.ended.as_ref().is_some_and(|case| case.solved));
    assert_eq!(
        story.next_alarm(),
        Vec::<&str>::new(),
        "nobody is alerted any more"
    );
    // The assistant goes on; a person can be called again.
    assert_eq!(story.says("Thanks").unwrap(), ["said", "turn"]);
    assert_eq!(story.presses().unwrap(), ["escalated"]);
}

#[test]
fn a_person_who_is_there_already_ends_it_and_not_a_late_press() {
    let mut story = Story::new();
    story.presses().unwrap();
    story.says("it's solved, thanks").unwrap();
    story.finds_nothing().unwrap();
    story.claims("Ada").unwrap();
    assert_eq!(story.solves(true).unwrap_err().code(), "nothing_asked");
    let mut story = Story::new();
    story.says("It's solved, thanks!").unwrap();
    let ended = story.finds_nothing().unwrap();
    assert_ne!(ended, ["solved_heard"], "nobody was called");
}

#[test]
fn who_they_are_holds_and_nobody_else_takes_it_over() {
    let mut story = Story::new();
    let person = |id: &str, name: &str| Person {
        id: id.to_owned(),
        name: Some(name.to_owned()),
        email: None,
        attributes: [("plan".to_owned(), "pro".to_owned())].into(),
    };
    let identify = |story: &mut Story, person| story.apply(&Command::Identify { person });
    assert_eq!(
        identify(&mut story, person("u1", "Ada")).unwrap(),
        [] as [&str; 0],
        "nothing is stored yet"
    );
    story.says("Hello").unwrap();
    assert_eq!(identify(&mut story, person("u1", "Ada")).unwrap(), ["identified"]);
    assert_eq!(
        identify(&mut story, person("u1", "Ada")).unwrap(),
        [] as [&str; 0]
    );
    assert_eq!(
        identify(&mut story, person("u1", "Ada L.")).unwrap(),
        ["identified"]
    );
    let other = identify(&mut story, person("u2", "Eve")).unwrap_err();
    assert_eq!(other.code(), "identity_other");
    story.presses().unwrap();
    let case = story.state.case.as_ref().unwrap();
    let lines = brief::lines(&story.state, case);
    let visitor = lines.iter().find(|line| line.label == Label::Visitor).unwrap();
    let text = visitor.text.as_deref().unwrap();
    assert!(text.starts_with("Ada L., verified · id u1 · plan pro"), "{text}");
    for envelope in &story.log {
        let copy = serde_json::to_string(&envelope.to_visitor()).unwrap();
        assert!(!copy.contains("u1"), "the owner's words are for the team: {copy}");
        assert!(!matches!(envelope.event, Event::Identified { .. }) || copy.contains("null"));
    }
}

#[test]
fn what_an_owner_does_not_want_of_an_address_is_never_stored() {
    let mut story = Story::new();
    story.policy = Policy::from_toml("[pages]\ndrop_query = true\n").unwrap();
    story.says("Hello").unwrap();
    let page = crate::conversation::Page {
        url: "https://shop.example/a?token=secret#x".to_owned(),
        ..Default::default()
    };
    assert_eq!(
        story.apply(&Command::Move { page: page.clone() }).unwrap(),
        ["moved"]
    );
    assert_eq!(
        story.apply(&Command::Move { page }).unwrap(),
        [] as [&str; 0],
        "still the same page"
    );
    assert!(!serde_json::to_string(&story.log).unwrap().contains("secret"));
}
