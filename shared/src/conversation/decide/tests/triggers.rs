//! Each trigger as a visitor would provoke it: what is done about the turn, why, and in which words.

use super::story::{Story, passage};
use crate::{
    conversation::Attempt,
    policy::{Because, Keyword, Text, Then, TopicThen},
    triggers::{Decision, ReasonCode, Verdict, judge, replay, topic::Topic, wanted},
};

const SHIPPING: &str = "How long does delivery take? It takes two working days. How is an order tracked? By the link in the mail.";

/// The decision of the last turn.
fn decided(story: &Story) -> &Decision {
    let last = story
        .state
        .thread
        .iter()
        .rev()
        .find_map(|entry| entry.decision.as_deref());
    last.expect("a turn was decided")
}

fn says(story: &Story, text: Text) -> &str {
    story.policy.text(text, None)
}

fn told(story: &Story) -> &str {
    &story.state.thread.last().unwrap().text
}

/// One message, about which the pages hold nothing.
#[track_caller]
fn misses(story: &mut Story, said: &str, event: &str, code: ReasonCode) {
    story.says(said).unwrap();
    assert_eq!(story.finds_nothing().unwrap(), [event], "{said}");
    assert_eq!(
        decided(story).first(),
        Some(code),
        "{said}: {:?}",
        decided(story).reasons
    );
}

#[test]
fn a_person_is_offered_once_for_the_same_reason() {
    let mut story = Story::new();
    misses(
        &mut story,
        "Do you sell bicycles?",
        "offered",
        ReasonCode::NoSource,
    );
    story.answers_offer(false).unwrap();
    misses(
        &mut story,
        "Is there a loyalty card?",
        "answered",
        ReasonCode::NoSource,
    );
    assert!(decided(&story).reasons[0].offered_before);
    assert_eq!(told(&story), says(&story, Text::NothingAgain));
}

#[test]
fn what_only_says_that_an_answer_was_wrong_is_about_that_answer() {
    let mut story = Story::new();
    for said in ["How long does delivery take?", "no, that's not what I asked"] {
        story.says(said).unwrap();
        story.finds(SHIPPING).unwrap();
    }
    story.says("that's wrong again").unwrap();
    story.finds(SHIPPING).unwrap();
    let last = decided(&story);
    assert_eq!(last.topic, None, "{last:?}");
    let codes: Vec<_> = last.reasons.iter().map(|reason| reason.code).collect();
    assert!(codes.contains(&ReasonCode::Repeated), "{codes:?}");
}

#[test]
fn yes_please_to_being_told_where_a_person_is_calls_one() {
    let mut story = Story::new();
    misses(
        &mut story,
        "Do you sell bicycles?",
        "offered",
        ReasonCode::NoSource,
    );
    story.answers_offer(false).unwrap();
    misses(
        &mut story,
        "Is there a loyalty card?",
        "answered",
        ReasonCode::NoSource,
    );
    story.says("yes please").unwrap();
    assert_eq!(story.finds_nothing().unwrap(), ["escalated"]);
    assert_eq!(decided(&story).first(), Some(ReasonCode::OfferAccepted));
}

#[test]
fn no_thanks_to_being_told_where_a_person_is_goes_on_without_one() {
    let mut story = Story::new();
    misses(
        &mut story,
        "Do you sell bicycles?",
        "offered",
        ReasonCode::NoSource,
    );
    story.answers_offer(false).unwrap();
    misses(
        &mut story,
        "Is there a loyalty card?",
        "answered",
        ReasonCode::NoSource,
    );
    story.says("no thanks").unwrap();
    assert_eq!(story.finds_nothing().unwrap(), ["answered"]);
    assert_eq!(told(&story), says(&story, Text::Idle));
    story.says("yes please").unwrap();
    assert_eq!(story.finds_nothing().unwrap(), ["answered"]);
}

#[test]
fn a_loop_is_offered_on_the_third_ask_and_escalated_on_the_fourth() {
    let mut story = Story::new();
    for _ in 0..2 {
        story.says("How long does delivery take?").unwrap();
        assert_eq!(story.finds(SHIPPING).unwrap(), ["answered"]);
    }
    story.says("How long does the delivery take?").unwrap();
    assert_eq!(story.finds(SHIPPING).unwrap(), ["offered"]);
    assert_eq!(decided(&story).first(), Some(ReasonCode::Repeated));
    story.says("how long does delivery take???").unwrap();
    assert_eq!(story.finds(SHIPPING).unwrap(), ["escalated"]);
    assert_eq!(decided(&story).first(), Some(ReasonCode::Repeated));
}

#[test]
fn misses_on_different_needs_add_up_to_an_offer() {
    let mut story = Story::new();
    misses(
        &mut story,
        "Do you sell bicycles?",
        "offered",
        ReasonCode::NoSource,
    );
    misses(
        &mut story,
        "Is there a loyalty card?",
        "answered",
        ReasonCode::NoSource,
    );
    misses(
        &mut story,
        "Where is your museum?",
        "answered",
        ReasonCode::NoSource,
    );
    misses(&mut story, "Who paints the walls?", "offered", ReasonCode::Risk);
}

#[test]
fn what_was_offered_for_counts_anew_after_a_person_had_the_conversation() {
    let mut story = Story::new();
    misses(
        &mut story,
        "Do you sell bicycles?",
        "offered",
        ReasonCode::NoSource,
    );
    story.answers_offer(true).unwrap();
    story.claims("Ada").unwrap();
    story.hands_back("Ada").unwrap();
    misses(
        &mut story,
        "Is there a loyalty card?",
        "offered",
        ReasonCode::NoSource,
    );
}

#[test]
fn yes_in_words_accepts_the_offer_and_no_goes_on() {
    let mut story = Story::new();
    misses(
        &mut story,
        "Do you sell bicycles?",
        "offered",
        ReasonCode::NoSource,
    );
    misses(
        &mut story.clone(),
        "yes please",
        "escalated",
        ReasonCode::OfferAccepted,
    );
    story.says("no thanks").unwrap();
    assert_eq!(story.finds_nothing().unwrap(), ["answered"]);
    assert_eq!(told(&story), says(&story, Text::Idle));
    story.says("ok").unwrap();
    assert_eq!(
        story.finds_nothing().unwrap(),
        ["answered"],
        "nothing is offered any more"
    );
}

#[test]
fn an_owners_phrase_calls_and_its_place_in_the_list_says_nothing() {
    let keyword = |phrase: &str, then, because| Keyword {
        phrase: phrase.into(),
        then,
        queue: None,
        because,
    };
    let rules = [
        keyword("price match", Then::Offer, None),
        keyword("make an exception", Then::Escalate, Some(Because::NeedsJudgement)),
    ];
    let mut verdicts = Vec::new();
    for rules in [rules.to_vec(), rules.iter().rev().cloned().collect()] {
        let mut story = Story::new();
        story.policy.keywords = rules;
        story
            .says("Could you make an exception or do a price match?")
            .unwrap();
        assert_eq!(story.finds(SHIPPING).unwrap(), ["escalated"]);
        verdicts.push((decided(&story).reasons.clone(), decided(&story).queue.clone()));
    }
    assert_eq!(verdicts[0], verdicts[1]);
    assert_eq!(verdicts[0].0[0].code, ReasonCode::NeedsJudgement);
}

#[test]
fn no_more_answers_than_the_owner_allows_are_given() {
    let mut story = Story::new();
    story.policy.thresholds.most_answers = 2;
    for (asked, found) in [
        (
            "How long does delivery take?",
            "How long does delivery take? Two days.",
        ),
        (
            "How is an order tracked?",
            "How is an order tracked? By the link in the mail.",
        ),
    ] {
        story.says(asked).unwrap();
        assert_eq!(story.finds(found).unwrap(), ["answered"]);
    }
    story.says("What does a gift voucher cost?").unwrap();
    let voucher = "What does a gift voucher cost? As much as it is worth.";
    assert_eq!(story.finds(voucher).unwrap(), ["offered"]);
    assert_eq!(decided(&story).first(), Some(ReasonCode::TurnCap));
    story.says("Where is your shop in Berlin?").unwrap();
    let shop = "Where is your shop in Berlin? Near the station.";
    assert_eq!(story.finds(shop).unwrap(), ["answered"]);
    assert!(
        told(&story).contains("can't help further"),
        "the third answer is never given"
    );
}

#[test]
fn the_same_answer_again_is_an_attempt_that_failed_in_whatever_words_it_was_asked_for() {
    let mut story = Story::new();
    for asked in [
        "How long does delivery take?",
        "How is an order tracked?",
        "Is it two working days?",
    ] {
        story.says(asked).unwrap();
        story.finds(SHIPPING).unwrap();
    }
    assert_eq!(decided(&story).verdict, Verdict::Offer);
    assert_eq!(decided(&story).first(), Some(ReasonCode::Repeated));
}

#[test]
fn a_model_that_declines_offers_a_person_instead_of_a_bare_refusal() {
    let refusal = Attempt::Written {
        passages: vec![passage(SHIPPING)],
        text: "I'm sorry, but I can't help with that request.".into(),
    };
    for attempt in [Attempt::Refused, refusal] {
        let mut story = Story::new();
        story.says("How do I open the parcel of my neighbour?").unwrap();
        assert_eq!(story.settles(attempt).unwrap(), ["offered"]);
        assert!(
            decided(&story)
                .reasons
                .iter()
                .any(|r| r.code == ReasonCode::PolicyBlock)
        );
    }
}

#[test]
fn a_stored_turn_judged_again_gives_the_same_decision() {
    let mut story = Story::new();
    for said in [
        "How long does delivery take?",
        "this is useless!!! I was charged twice, answer by tomorrow",
        "are you a robot?",
    ] {
        story.says(said).unwrap();
        story.finds(SHIPPING).unwrap();
    }
    let mut judged = 0;
    for decision in story
        .state
        .thread
        .iter()
        .filter_map(|entry| entry.decision.as_deref())
    {
        if let Some(signals) = &decision.signals {
            let stored = serde_json::to_string(signals).unwrap();
            let read = serde_json::from_str(&stored).unwrap();
            assert_eq!(&judge(&story.policy, "test", &read), decision);
            judged += 1;
        }
    }
    assert!(judged >= 2, "{judged}");
}

#[test]
fn a_log_replayed_under_its_own_policy_changes_nothing_and_under_another_says_what() {
    let mut story = Story::new();
    story.says("How long does delivery take?").unwrap();
    story.finds(SHIPPING).unwrap();
    misses(
        &mut story,
        "Is there a price match?",
        "offered",
        ReasonCode::NoSource,
    );
    let same = replay(&story.policy, "test", &story.log);
    assert_eq!(same.len(), 2);
    assert!(same.iter().all(|turn| turn.exact && turn.was == turn.would));

    let mut other = story.policy.clone();
    other.keywords.push(Keyword {
        phrase: "price match".into(),
        then: Then::Escalate,
        queue: None,
        because: None,
    });
    let turns = replay(&other, "other", &story.log);
    let changed: Vec<_> = turns.iter().filter(|turn| turn.changed()).collect();
    assert_eq!(changed.len(), 1);
    assert_eq!(changed[0].asked, ["Is there a price match?"]);
    assert_eq!(changed[0].would.first(), Some(ReasonCode::Keyword));
}

#[test]
fn every_signal_can_be_switched_off_alone() {
    let mut story = Story::new();
    story.policy.triggers.explicit = false;
    story
        .says("I want to talk to a human about the delivery days")
        .unwrap();
    story.finds(SHIPPING).unwrap();
    assert_ne!(decided(&story).first(), Some(ReasonCode::ExplicitRequest));

    let mut story = Story::new();
    story.policy.triggers.confidence = false;
    story.says("Do you sell bicycles?").unwrap();
    assert_eq!(story.finds_nothing().unwrap(), ["answered"]);
    assert_eq!(
        told(&story),
        says(&story, Text::NothingAgain),
        "and still nothing is invented"
    );
}

#[test]
fn a_topic_for_people_is_never_answered_however_well_the_pages_know_it() {
    for topic in Topic::ALL {
        let mut story = Story::new();
        let rule = story.policy.topics.get_mut(&topic).unwrap();
        rule.then = TopicThen::Escalate;
        // What the classifier says of words is tested where it lives; here only what is done about it.
        story.says("How long does delivery take?").unwrap();
        story.finds(SHIPPING).unwrap();
        let mut signals = (**decided(&story).signals.as_ref().unwrap()).clone();
        signals.topics = vec![crate::triggers::topic::Scored {
            topic,
            percent: 80,
            words: vec!["x".into()],
        }];
        let decision = judge(&story.policy, "test", &signals);
        assert_eq!(decision.verdict, Verdict::Escalate, "{topic:?}");
        assert_eq!(decision.topic, Some(topic));
    }
}

#[test]
fn a_courtesy_is_returned_and_neither_quoted_nor_counted() {
    let mut story = Story::new();
    story.policy.thresholds.most_answers = 2;
    let mut says_and_reads = |said: &str, text: Text| {
        story.says(said).unwrap();
        assert!(wanted(&story.state).is_empty(), "{said}: nothing is looked up");
        assert_eq!(story.finds_nothing().unwrap(), ["answered"], "{said}");
        assert_eq!(told(&story), says(&story, text), "{said}");
        assert_eq!(decided(&story).reasons, [], "{said}");
        story.clone()
    };
    says_and_reads("Hello there", Text::Idle);
    says_and_reads("thanks", Text::Idle);
    let mut story = says_and_reads("ok, bye", Text::Bye);
    story.policy.thresholds.most_answers = 20;
    story.says("How long does delivery take?").unwrap();
    assert_eq!(story.finds(SHIPPING).unwrap(), ["answered"]);
    for said in ["thanks, that helps", "Vielen Dank!", "ótimo, obrigado"] {
        let mut story = story.clone();
        story.says(said).unwrap();
        assert_eq!(story.finds_nothing().unwrap(), ["answered"], "{said}");
        assert_eq!(told(&story), says(&story, Text::Glad), "{said}");
        assert_eq!(decided(&story).signals.as_ref().unwrap().past.failures, 0);
    }
    story
        .says("thanks! and how long does delivery take to Spain?")
        .unwrap();
    assert!(
        !wanted(&story.state).is_empty(),
        "a question with thanks is a question"
    );
}
