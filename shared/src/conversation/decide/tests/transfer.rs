//! Passing an escalation on: to a team, to a colleague, once too often.

use super::story::{Story, member, queue};
use crate::{
    conversation::{Command, Destination, Envelope, Event, Floor, Presence, Refusal, Standing, ToVisitor},
    ids::{ConversationId, Epoch},
    policy::Policy,
    queue::{Stage, item},
    triggers::ReasonCode,
};

const TEAMS: &str = "
    [[queues]]
    id = 'billing'
    name = 'the billing team'
    [[queues]]
    id = 'repairs'
    name = 'Repairs'";

/// Ada has a conversation of a site with three teams.
fn held() -> Story {
    let mut story = Story::new();
    story.policy = Policy::from_toml(TEAMS).unwrap();
    story.presses().unwrap();
    story.claims("Ada").unwrap();
    story
}

fn to(name: &str, is_in: bool) -> Destination {
    let member = member(name);
    Destination::Member {
        id: member.id.clone(),
        there: is_in.then_some(member),
    }
}

fn told(story: &Story) -> &str {
    &story.state.thread.last().unwrap().text
}

#[test]
fn to_another_team_it_waits_there_with_brief_reason_and_thread_and_the_visitor_is_told() {
    let mut story = held();
    story
        .replies("Ada", story.state.epoch, "That is for our billing team.")
        .unwrap();
    let (before, epoch) = (story.state.case.clone().unwrap(), story.state.epoch);
    story.now = story.now.plus(60_000);
    let events = story
        .transfers("Ada", queue("billing"), "They paid twice.")
        .unwrap();
    assert_eq!(events, ["transferred", "noted"]);
    assert_eq!(
        told(&story),
        "I'm passing you to the billing team; they have everything you wrote."
    );
    let case = story.state.case.clone().unwrap();
    assert_eq!(case.call.queue.as_str(), "billing");
    assert_eq!((&case.brief, &case.decision), (&before.brief, &before.decision));
    assert_eq!(case.decision.reasons[0].code, ReasonCode::Button);
    assert!(story.state.epoch > epoch, "the floor changed hands");
    assert_eq!(story.state.asides.notes[0].text, "They paid twice.");
    assert!(matches!(case.standing, Standing::Waiting { .. }));
    assert_eq!(
        case.call.respond_by,
        story.now.plus(story.policy.times.respond_ms)
    );
    story.claims("Bob").unwrap();
    assert!(matches!(story.state.floor(), Floor::Agent(by) if by.name == "Bob"));
}

#[test]
fn the_steps_of_waiting_begin_anew_where_it_was_passed_to() {
    let mut story = held();
    story.now = story.now.plus(120_000);
    story.transfers("Ada", queue("billing"), "").unwrap();
    let passed = story.now;
    let mut after = Vec::new();
    for _ in 0..3 {
        story.next_alarm();
        after.push(story.now.since(passed));
    }
    let times = &story.policy.times;
    assert_eq!(after, [times.alert_ms, times.widen_ms, times.offer_details_ms]);
}

#[test]
fn to_a_colleague_who_is_in_it_is_theirs_and_their_reply_is_due() {
    let mut story = held();
    story.transfers("Ada", to("Bob", true), "").unwrap();
    assert_eq!(
        told(&story),
        "I'm passing you to Bob; they have everything you wrote."
    );
    let Some(Standing::Held { by, reply_by }) = story.state.case.as_ref().map(|case| &case.standing) else {
        panic!("{:?}", story.state.case);
    };
    assert_eq!(by.name, "Bob");
    assert_eq!(*reply_by, Some(story.now.plus(story.policy.times.lease_ms)));
    let late = story.replies("Ada", story.state.epoch, "One more thing");
    assert_eq!(late, Err(Refusal::HeldBy { name: "Bob".into() }));
    // Bob does not come: it goes back to the queue it was in.
    story.next_alarm();
    assert!(matches!(
        story.state.case.as_ref().map(|case| &case.standing),
        Some(Standing::Waiting { .. })
    ));
}

#[test]
fn what_cannot_be_done_is_refused_in_words() {
    let mut story = held();
    let epoch = Epoch(story.state.epoch.0 - 1);
    let stale = Command::Transfer {
        id: story.id(),
        by: member("Ada"),
        epoch,
        to: queue("billing"),
        note: String::new(),
    };
    assert_eq!(story.apply(&stale), Err(Refusal::StaleEpoch));
    for (who, to, why) in [
        ("Ada", queue("nobody"), Refusal::UnknownQueue),
        ("Ada", to("Bob", false), Refusal::NotAvailable),
        ("Ada", to("Ada", true), Refusal::SameHands),
        ("Bob", queue("billing"), Refusal::HeldBy { name: "Ada".into() }),
    ] {
        assert_eq!(story.transfers(who, to, ""), Err(why));
    }
    let long = "x".repeat(10_001);
    let refused = story.transfers("Ada", queue("billing"), &long);
    assert_eq!(refused, Err(Refusal::TooLong { limit: 10_000 }));
    story.closes("Ada").unwrap();
    assert_eq!(story.transfers("Ada", queue("billing"), ""), Err(Refusal::Closed));
}

#[test]
fn passed_on_three_times_without_a_reply_it_stays_with_the_first_queue_before_others() {
    let mut story = held();
    let bounces = |story: &Story| story.state.case.as_ref().map(|case| case.bounces);
    story.transfers("Ada", queue("billing"), "").unwrap();
    story.claims("Bob").unwrap();
    story.transfers("Bob", queue("repairs"), "").unwrap();
    assert_eq!(bounces(&story), Some(2));
    story.claims("Cat").unwrap();
    story.transfers("Cat", to("Ada", true), "Not ours.").unwrap();
    let call = story.state.case.as_ref().map(|case| case.call.clone()).unwrap();
    assert_eq!((call.queue.as_str(), call.priority), ("general", 1));
    let conversation = crate::ids::ConversationId::new("c").unwrap();
    let listed = item(&conversation, &story.state, story.now);
    assert_eq!((listed.bounces, listed.stage), (3, Stage::Waiting));

    story.claims("Dan").unwrap();
    assert_eq!(
        story.transfers("Dan", queue("billing"), ""),
        Err(Refusal::Bounced)
    );
    story
        .replies("Dan", story.state.epoch, "I am on it: billing has to see this.")
        .unwrap();
    assert_eq!(bounces(&story), Some(0));
    story.transfers("Dan", queue("billing"), "").unwrap();
}

#[test]
fn where_nobody_is_in_the_visitor_is_told_so() {
    let mut story = held();
    story.presence = Presence::Known(0);
    story.transfers("Ada", queue("billing"), "").unwrap();
    assert!(told(&story).contains("Nobody is in right now; the billing team will see it."));
}

#[test]
fn what_the_visitor_wrote_to_the_member_before_is_not_the_assistants_to_answer() {
    let mut story = held();
    story.says("How do I install the tag?").unwrap();
    story.transfers("Ada", queue("billing"), "").unwrap();
    assert!(story.state.unanswered.is_empty());
    assert!(
        story
            .log
            .iter()
            .all(|envelope| !matches!(envelope.event, Event::TurnStarted { .. }))
    );
}

#[test]
fn a_team_has_its_name_among_members_and_another_to_a_visitor_of_another_language() {
    let mut story = Story::new();
    story.policy = Policy::from_toml(
        "[[queues]]\nid = 'billing'\nname = 'the billing team'\nnames = { de = 'unsere Buchhaltung' }",
    )
    .unwrap();
    story.locale = "de-AT";
    story.presses().unwrap();
    story.claims("Ada").unwrap();
    story.transfers("Ada", queue("billing"), "").unwrap();
    let calls = |log: &[Envelope<ToVisitor>]| {
        let team = |envelope: &Envelope<ToVisitor>| match &envelope.event {
            Event::Escalated { call, .. } | Event::Transferred { call, .. } => Some(call.team.clone()),
            _ => None,
        };
        log.iter().filter_map(team).collect::<Vec<_>>()
    };
    let copies: Vec<_> = story.log.iter().map(Envelope::to_visitor).collect();
    assert_eq!(calls(&copies), ["unser Team", "unsere Buchhaltung"]);
    let case = story.state.case.as_ref().unwrap();
    assert_eq!(case.call.team, "the billing team");
    assert_eq!(
        item(&ConversationId::new("k").unwrap(), &story.state, story.now).team,
        "the billing team"
    );
}
