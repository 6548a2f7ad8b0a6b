//! What happens, told one conversation at a time.

use super::story::{Story, member};
use crate::{
    brief::{self, Label},
    conversation::{Attempt, Command, Failure, Floor, Presence, Refusal, Standing, WaitStep, due},
    ids::Epoch,
    triggers::{ReasonCode, Verdict},
};

#[test]
fn a_question_is_answered_with_its_source() {
    let mut story = Story::new();
    assert_eq!(
        story.says("How do I install the tag?").unwrap(),
        ["opened", "said", "turn"]
    );
    assert_eq!(
        story
            .finds("Install the tag before the end of the body.")
            .unwrap(),
        ["answered"]
    );
    let answer = story.state.thread.last().unwrap();
    assert_eq!(answer.sources[0].url, "/help");
    assert_eq!(answer.decision.as_ref().unwrap().verdict, Verdict::Answer);
    assert!(story.state.turn.is_none() && story.state.unanswered.is_empty());
}

#[test]
fn greeting_and_thanking_are_no_questions() {
    let mut story = Story::new();
    for said in ["hello", "Thanks!", "ok"] {
        story.says(said).unwrap();
        assert_eq!(story.finds_nothing().unwrap(), ["answered"], "{said}");
    }
    assert!(
        story
            .state
            .thread
            .last()
            .unwrap()
            .text
            .contains("here if you have a question")
    );
}

#[test]
fn no_source_is_offered_a_person_and_the_visitor_chooses() {
    let mut story = Story::new();
    story.says("Do you sell bicycles?").unwrap();
    assert_eq!(story.finds_nothing().unwrap(), ["offered"]);
    assert_eq!(story.answers_offer(false).unwrap(), ["declined"]);
    assert_eq!(story.answers_offer(true), Err(Refusal::NoOffer));

    let mut story = Story::new();
    story.says("Do you sell bicycles?").unwrap();
    story.finds_nothing().unwrap();
    assert_eq!(story.answers_offer(true).unwrap(), ["escalated"]);
    let case = story.state.case.as_ref().unwrap();
    assert_eq!(case.decision.reasons[0].code, ReasonCode::OfferAccepted);
    assert!(case.call.attended);
}

#[test]
fn asking_for_a_person_escalates_in_the_same_turn_and_is_never_answered() {
    let mut story = Story::new();
    story.says("where is my order 10433").unwrap();
    story.finds("Your order is shown under Orders.").unwrap();
    story.says("can I talk to a human please").unwrap();
    assert_eq!(
        story.finds("Talk to a human please: a perfect match.").unwrap(),
        ["escalated"]
    );
    let case = story.state.case.as_ref().unwrap();
    assert_eq!(case.decision.reasons[0].code, ReasonCode::ExplicitRequest);
    assert!(case.decision.reasons[0].matched[0].contains("talk to a human"));
    let lines = brief::lines(&story.state, case);
    assert_eq!(lines.len(), 9);
    let line = |label| lines.iter().find(|line| line.label == label).unwrap();
    assert_eq!(
        line(Label::Wants).text.as_deref(),
        Some("needs identity · “where is my order 10433”")
    );
    assert_eq!(line(Label::Facts).text.as_deref(), Some("order 10433"));
    assert_eq!(line(Label::Page).text, None, "nothing is invented");
}

#[test]
fn what_the_visitor_is_told_is_true_of_who_is_there() {
    for (presence, words, attended) in [
        (Presence::Known(2), "I'm calling the team", true),
        (Presence::Known(0), "Nobody is in right now", false),
        (Presence::Unknown, "Your question is with the team now", false),
    ] {
        let mut story = Story::new();
        story.presence = presence;
        assert_eq!(story.presses().unwrap(), ["opened", "escalated"]);
        assert!(
            story.state.thread[0].text.contains(words),
            "{}",
            story.state.thread[0].text
        );
        assert_eq!(story.state.case.as_ref().unwrap().call.attended, attended);
    }
}

#[test]
fn asking_again_while_called_changes_nothing_and_is_acknowledged() {
    let mut story = Story::new();
    story.presses().unwrap();
    let opened = story.state.case.as_ref().unwrap().opened;
    let id = story.id();
    let press = Command::CallPerson { id };
    assert_eq!(story.apply(&press).unwrap(), ["asked_again"]);
    assert_eq!(story.state.case.as_ref().unwrap().opened, opened);
    story.says("agent please").unwrap();
    assert_eq!(story.finds_nothing().unwrap(), ["passed"]);
    assert_eq!(story.state.cases, 1);
    // The acknowledgement was lost, the escalation is over, the press is sent again: nobody is called by it.
    story.claims("Ada").unwrap();
    story.hands_back("Ada").unwrap();
    assert_eq!(story.apply(&press).unwrap(), [""; 0]);
    assert!(story.state.case.is_none());
}

#[test]
fn the_assistant_helps_while_the_visitor_waits_and_never_after_a_claim() {
    let mut story = Story::new();
    story.presses().unwrap();
    story.says("How do I install the tag?").unwrap();
    let late = story.clone();
    assert_eq!(
        story.finds("Install the tag before the body ends.").unwrap(),
        ["answered"]
    );
    assert!(story.state.thread.last().unwrap().while_waiting);

    let mut story = late;
    let (turn, epoch) = (story.state.turn.unwrap().id, story.state.epoch);
    story.claims("Ada").unwrap();
    let attempt = Attempt::Quote {
        passages: vec![super::story::passage("Install the tag.")],
    };
    assert_eq!(
        story.apply(&Command::Settle { turn, epoch, attempt }),
        Err(Refusal::StaleTurn)
    );
    assert_eq!(
        story.says("hello?").unwrap(),
        ["said"],
        "no turn begins while a member has the floor"
    );
}

#[test]
fn one_member_has_the_floor_and_only_they_speak() {
    let mut story = Story::new();
    story.presses().unwrap();
    story.claims("Ada").unwrap();
    let epoch = story.state.epoch;
    assert_eq!(story.claims("Bob"), Err(Refusal::HeldBy { name: "Ada".into() }));
    assert_eq!(
        story.replies("Bob", epoch, "hi"),
        Err(Refusal::HeldBy { name: "Ada".into() })
    );
    assert_eq!(
        story.replies("Ada", Epoch(epoch.0 - 1), "hi"),
        Err(Refusal::StaleEpoch)
    );
    assert_eq!(story.replies("Ada", epoch, "hi").unwrap(), ["replied"]);
    assert_eq!(story.state.floor(), Floor::Agent(&member("Ada")));
    assert_eq!(story.closes("Ada").unwrap(), ["closed"]);
    assert_eq!(
        story.replies("Ada", story.state.epoch, "one more"),
        Err(Refusal::Closed)
    );
    assert_eq!(
        story.says("thanks, another thing").unwrap(),
        ["reopened", "said", "turn"]
    );
    assert_eq!(story.state.floor(), Floor::Assistant);
}

#[test]
fn taking_over_opens_an_escalation_with_everything_that_belongs_to_it() {
    let mut story = Story::new();
    assert_eq!(story.takes_over("Ada"), Err(Refusal::NotStarted));
    story.says("hm").unwrap();
    assert_eq!(story.takes_over("Ada").unwrap(), ["escalated", "claimed"]);
    assert_eq!(
        story.takes_over("Bob"),
        Err(Refusal::HeldBy { name: "Ada".into() })
    );
    assert_eq!(story.hands_back("Ada").unwrap(), ["handed_back"]);
    assert_eq!(story.claims("Bob"), Err(Refusal::NothingOpen));
    // Triggers count from the hand-back: what failed before does not call a person now.
    assert_eq!(story.says("How do I install the tag?").unwrap(), ["said", "turn"]);
    assert_eq!(
        story.finds("Install the tag before the body ends.").unwrap(),
        ["answered"]
    );
}

#[test]
fn a_silent_member_is_released_and_the_visitor_told() {
    let mut story = Story::new();
    story.presses().unwrap();
    story.claims("Ada").unwrap();
    assert_eq!(story.next_alarm(), ["lapsed"]);
    let case = story.state.case.as_ref().unwrap();
    assert!(matches!(case.standing, Standing::Waiting { .. }));
    assert_eq!(case.call.priority, 1, "who was let down comes earlier");
    assert!(
        story
            .state
            .thread
            .last()
            .unwrap()
            .text
            .contains("Ada had to leave")
    );
    assert_eq!(
        story.replies("Ada", story.state.epoch, "sorry"),
        Err(Refusal::NotHolder)
    );
}

#[test]
fn who_replied_once_and_then_falls_silent_is_released_too() {
    let mut story = Story::new();
    story.presses().unwrap();
    story.claims("Ada").unwrap();
    story.replies("Ada", story.state.epoch, "hi").unwrap();
    assert_eq!(due(&story.state), None, "nothing the visitor wrote waits for Ada");
    assert_eq!(story.says("It still fails").unwrap(), ["said", "reply_due"]);
    let first = due(&story.state).unwrap();
    assert_eq!(first, story.now.plus(story.policy.times.next_reply_ms));
    assert_eq!(story.says("Are you there?").unwrap(), ["said"]);
    assert_eq!(
        due(&story.state),
        Some(first),
        "measured from the first message without a reply"
    );

    let mut answered = story.clone();
    answered.replies("Ada", answered.state.epoch, "Looking.").unwrap();
    assert_eq!(due(&answered.state), None);
    assert_eq!(answered.says("Thanks").unwrap(), ["said", "reply_due"]);

    assert_eq!(story.next_alarm(), ["lapsed"]);
    assert_eq!(story.now, first);
    assert_eq!(story.state.case.as_ref().unwrap().call.priority, 1);
    assert!(
        story
            .state
            .thread
            .last()
            .unwrap()
            .text
            .contains("Ada had to leave")
    );
}

#[test]
fn a_wait_goes_on_in_steps_and_is_never_forgotten() {
    let mut story = Story::new();
    story.presses().unwrap();
    let begun = story.now;
    let mut steps = Vec::new();
    for _ in 0..5 {
        assert_eq!(story.next_alarm(), ["waited"]);
        if let Standing::Waiting { done: Some(done), .. } = story.state.case.as_ref().unwrap().standing {
            steps.push((done, story.now.since(begun) / 1000));
        }
    }
    assert_eq!(
        steps,
        [
            (WaitStep::Alert, 30),
            (WaitStep::Widen, 90),
            (WaitStep::OfferDetails, 300),
            (WaitStep::Overdue, 900),
            (WaitStep::Overdue, 1500),
        ]
    );
    assert!(
        story
            .state
            .thread
            .iter()
            .any(|entry| entry.text.contains("leave an e-mail address"))
    );
    assert_eq!(
        story.apply(&Command::Tick).unwrap(),
        [""; 0],
        "ringing twice does no harm"
    );
    let id = story.id();
    let email = "ada@example.com".to_owned();
    story.apply(&Command::LeaveDetails { id, email }).unwrap();
    assert!(matches!(
        story.state.case.as_ref().unwrap().standing,
        Standing::Promised { .. }
    ));
    assert_eq!(story.next_alarm(), ["waited"]);
    assert_eq!(
        story.claims("Ada").unwrap(),
        ["claimed"],
        "a promise can be taken up any time"
    );
}

#[test]
fn a_turn_always_ends() {
    let mut story = Story::new();
    story.says("How do I install the tag?").unwrap();
    assert_eq!(story.next_alarm(), ["offered"]);
    let decision = story.state.thread.last().unwrap().decision.clone().unwrap();
    assert_eq!(decision.reasons[0].code, ReasonCode::AssistantUnavailable);

    story.says("a human, please").unwrap();
    assert_eq!(
        story.settles(Attempt::Failed { why: Failure::Model }).unwrap(),
        ["escalated"],
        "asking outweighs"
    );
}

#[test]
fn a_second_message_is_folded_into_a_new_turn_and_the_first_answer_dropped() {
    let mut story = Story::new();
    story.says("How do I install the tag?").unwrap();
    let (turn, epoch) = (story.state.turn.unwrap().id, story.state.epoch);
    assert_eq!(story.says("on two sites").unwrap(), ["said", "turn"]);
    let attempt = Attempt::Quote { passages: Vec::new() };
    assert_eq!(
        story.apply(&Command::Settle { turn, epoch, attempt }),
        Err(Refusal::StaleTurn)
    );
    assert_eq!(story.state.asked().count(), 2);
    story
        .finds("Install the tag on each of your sites, two or more.")
        .unwrap();
    assert!(story.state.unanswered.is_empty());
}

#[test]
fn a_promise_in_a_models_words_becomes_an_escalation() {
    let mut story = Story::new();
    story.says("I was charged twice").unwrap();
    let passages = vec![super::story::passage(
        "Charged twice: transfer to an agent of billing.",
    )];
    let text = "I'll transfer you to an agent of billing.".to_owned();
    assert_eq!(
        story.settles(Attempt::Written { passages, text }).unwrap(),
        ["escalated"]
    );
    assert!(
        story
            .state
            .thread
            .iter()
            .all(|entry| !entry.text.contains("I'll transfer"))
    );
}
