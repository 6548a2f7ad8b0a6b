//! A visitor who ends the chat, and one who says whether it helped.

use super::story::Story;
use crate::{
    conversation::{Floor, State},
    ids::ConversationId,
    queue::{Stage, item},
};

fn helped(state: &State) -> Option<bool> {
    state.closing.as_ref().and_then(|closing| closing.helped)
}

fn last(story: &Story) -> &str {
    story.state.thread.last().map_or("", |entry| &entry.text)
}

#[test]
fn whoever_ends_the_chat_is_called_on_no_more_and_begins_again_by_writing() {
    let mut story = Story::new();
    assert_eq!(story.ends().unwrap_err().code(), "over_already", "nothing began");
    story.says("How do I install the tag?").unwrap();
    assert_eq!(story.ends().unwrap(), ["ended"]);
    assert_eq!(last(&story), "You ended this chat. Write here to start again.");
    assert_eq!(story.state.floor(), Floor::Nobody);
    assert!(story.state.turn.is_none(), "the assistant's work is over too");
    assert!(story.finds("Install the tag before the body ends.").is_err());
    assert_eq!(story.ends().unwrap_err().code(), "over_already");
    let closing = story.state.closing.as_ref().unwrap();
    assert_eq!((&closing.by, closing.category.as_str()), (&None, ""));

    assert_eq!(
        story.says("One more thing").unwrap(),
        ["reopened", "said", "turn"]
    );
    assert_eq!(story.state.floor(), Floor::Assistant);
    assert_eq!(story.ends().unwrap(), ["ended"], "each chapter ends once");
}

#[test]
fn a_call_a_claim_or_a_promise_ends_with_the_chat() {
    let calls: [fn(&mut Story); 3] = [
        |_| {},
        |story| drop(story.claims("Ada").unwrap()),
        |story| drop(story.leaves("ada@example.com").unwrap()),
    ];
    for goes_on in calls {
        let mut story = Story::new();
        story.presses().unwrap();
        goes_on(&mut story);
        let epoch = story.state.epoch;
        assert_eq!(story.ends().unwrap(), ["ended"]);
        assert!(story.state.case.is_none());
        assert!(story.state.ended.is_some(), "what was known stays to be read");
        assert!(story.state.epoch > epoch, "who had the floor cannot write on");
        assert_eq!(
            story.next_alarm(),
            Vec::<&str>::new(),
            "nobody is alerted any more"
        );
        assert_eq!(story.replies("Ada", epoch, "Hello").unwrap_err().code(), "closed");
        let line = item(&ConversationId::new("k").unwrap(), &story.state, story.now);
        assert_eq!((line.stage, line.due), (Stage::Closed, None));
    }
}

#[test]
fn a_chat_that_is_over_is_judged_once_a_chapter() {
    let mut story = Story::new();
    story.presses().unwrap();
    story.claims("Ada").unwrap();
    assert_eq!(
        story.judges(true).unwrap_err().code(),
        "nothing_asked",
        "still open"
    );
    story.closes("Ada").unwrap();
    assert_eq!(story.judges(true).unwrap(), ["judged"]);
    assert_eq!(helped(&story.state), Some(true));
    assert_eq!(last(&story), "Thank you. Good to hear that this helped.");
    assert_eq!(story.judges(false).unwrap_err().code(), "nothing_asked");
    assert_eq!(story.state.floor(), Floor::Nobody, "a judgement opens nothing");

    story.says("It broke again").unwrap();
    assert_eq!(story.judges(false).unwrap_err().code(), "nothing_asked");
    story.ends().unwrap();
    assert_eq!(story.judges(false).unwrap(), ["judged"]);
    assert_eq!(helped(&story.state), Some(false));
    assert!(last(&story).starts_with("Thank you for saying that this did not help"));
}

#[test]
fn calling_and_ending_in_turn_is_stopped_before_it_is_a_nuisance() {
    let mut story = Story::new();
    let refused = (0..40).find_map(|_| {
        story.presses().unwrap();
        story.ends().err()
    });
    assert_eq!(refused.unwrap().code(), "too_fast");
}
