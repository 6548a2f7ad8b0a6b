//! What holds in every conversation, whatever happens in it and in which order.

use proptest::prelude::*;

use super::story::{Story, member, passage, queue};
use crate::{
    brief::{self, Label},
    conversation::{
        Attempt, Command, Destination, Envelope, Event, Failure, Floor, Presence, Rating, Standing, State,
        ToVisitor, due, evolve,
    },
    ids::{ClientId, Epoch, Millis, Seq, TurnId},
    policy::Policy,
};

/// One thing that may happen. Small numbers choose ids, turns and epochs, so that repeats and stale ones are frequent.
fn command() -> impl Strategy<Value = (Command, u64, u32)> {
    let id = (0u8..12).prop_map(|n| ClientId::new(format!("c{n}")).unwrap());
    let who = prop_oneof![Just("Ada"), Just("Bob")].prop_map(member);
    let words = prop_oneof![
        Just("How do I install the tag?"),
        Just("agent please"),
        Just("no"),
        Just("thanks"),
        Just("it's solved, thanks"),
        Just("order 10433 please"),
        Just(""),
    ]
    .prop_map(str::to_owned);
    let attempt = prop_oneof![
        Just(Attempt::Quote {
            passages: vec![passage("Install the tag before the body ends.")]
        }),
        Just(Attempt::Quote { passages: Vec::new() }),
        Just(Attempt::Failed { why: Failure::Model }),
    ];
    let (a, b, c) = (
        (id.clone(), words.clone()),
        (id.clone(), who.clone()),
        (id.clone(), any::<bool>()),
    );
    let epoch = proptest::option::of((0u32..6).prop_map(Epoch));
    let command = prop_oneof![
        4 => a.prop_map(|(id, text)| Command::Say { id, text }),
        1 => id.clone().prop_map(|id| Command::CallPerson { id }),
        1 => c.prop_map(|(id, accept)| Command::AnswerOffer { id, accept }),
        1 => (id.clone(), any::<bool>()).prop_map(|(id, yes)| Command::Solve { id, yes }),
        1 => (id.clone(), any::<bool>()).prop_map(|(id, helped)| Command::Judge { id, helped }),
        1 => id.clone().prop_map(|id| Command::End { id }),
        1 => id.clone().prop_map(|id| Command::Skip { id }),
        1 => id.clone().prop_map(|id| Command::LeaveDetails { id, email: "a@b.example".into() }),
        4 => (0u32..6, 0u32..6, attempt)
            .prop_map(|(turn, epoch, attempt)| Command::Settle { turn: TurnId(turn), epoch: Epoch(epoch), attempt }),
        2 => b.clone().prop_map(|(id, by)| Command::Claim { id, by }),
        1 => b.clone().prop_map(|(id, by)| Command::TakeOver { id, by }),
        3 => (b.clone(), 0u32..6, words)
            .prop_map(|((id, by), epoch, text)| Command::Reply { id, by, epoch: Epoch(epoch), text }),
        1 => (b.clone(), epoch.clone()).prop_map(|((id, by), epoch)| Command::HandBack { id, by, epoch }),
        1 => (b.clone(), epoch).prop_map(|((id, by), epoch)| {
            Command::Close { id, by, epoch, category: "x".into(), outcome: "y".into() }
        }),
        2 => (b.clone(), 0u32..6, destination())
            .prop_map(|((id, by), epoch, to)| Command::Transfer { id, by, epoch: Epoch(epoch), to, note: "n".into() }),
        1 => b.clone().prop_map(|(id, by)| Command::Note { id, by, text: "Between us.".into() }),
        1 => (b.clone(), any::<bool>())
            .prop_map(|((id, by), up)| Command::Snooze { id, by, until: up.then_some(Millis(1_300_000)) }),
        1 => b.prop_map(|(id, by)| Command::Rate { id, by, rating: Rating::Useful }),
        3 => Just(Command::Tick),
    ];
    (command, 0u64..400_000, 0u32..3)
}

/// With questions after a call, of each kind.
fn policy() -> Policy {
    let questions = "[[intake]]\nask = \"Order?\"\nkind = \"order\"\n[[intake]]\nask = \"Since when?\"\n";
    Policy::from_toml(questions).unwrap()
}

fn destination() -> impl Strategy<Value = Destination> {
    let colleague = prop_oneof![Just("Ada"), Just("Bob")].prop_map(|name| Destination::Member {
        id: member(name).id,
        there: Some(member(name)),
    });
    prop_oneof![Just(queue("general")), colleague]
}

fn live_through(commands: &[(Command, u64, u32)]) -> Story {
    let mut story = Story::new();
    story.policy = policy();
    for (command, passes, available) in commands {
        story.now = story.now.plus(*passes);
        story.presence = Presence::Known(*available);
        let before = story.state.clone();
        let outcome = story.apply(command);
        check_step(&before, &story, outcome.is_err());
    }
    story
}

/// What one command may and may not do.
fn check_step(before: &State, story: &Story, refused: bool) {
    let new = &story.log[usize::try_from(before.last.0).unwrap()..];
    assert!(!refused || new.is_empty(), "a refusal appends nothing");
    let mut state = before.clone();
    for envelope in new {
        let held_before = matches!(state.floor(), Floor::Agent(_));
        let spoke = matches!(
            envelope.event,
            Event::Answered { .. } | Event::Offered { .. } | Event::Passed { .. } | Event::TurnStarted { .. }
        );
        assert!(
            !(held_before && spoke),
            "the assistant speaks only when no member has the floor"
        );
        let epoch = state.epoch;
        let holder = match state.floor() {
            Floor::Agent(member) => Some(member.id.clone()),
            _ => None,
        };
        assert!(evolve(&mut state, envelope), "numbers have no gap");
        let holder_now = match state.floor() {
            Floor::Agent(member) => Some(member.id.clone()),
            _ => None,
        };
        assert!(
            holder == holder_now || state.epoch > epoch,
            "a new holder means a new epoch"
        );
        if let Event::Escalated {
            decision,
            notice,
            brief,
            ..
        } = &envelope.event
        {
            assert!(!decision.reasons.is_empty() && !notice.is_empty());
            assert_eq!(brief::flaws(&state, brief), Vec::<&str>::new());
            let case = state.case.as_ref().unwrap();
            let labels: Vec<Label> = brief::lines(&state, case).iter().map(|line| line.label).collect();
            assert!(
                (5..=10).contains(&labels.len()) && labels.is_sorted(),
                "{labels:?}"
            );
        }
    }
    assert_eq!(state, story.state, "the fold of the log is the state");
    if let Some(case) = &state.case {
        let owned = matches!(case.standing, Standing::Held { .. });
        assert!(
            owned || due(&state).is_some(),
            "an open escalation has an owner or a next action"
        );
    }
}

/// Everything a visitor's copy and the log agree on.
fn shape<R: crate::conversation::Audience>(state: &State<R>, asides: &[Seq]) -> String {
    let thread: Vec<_> = state
        .thread
        .iter()
        .map(|e| {
            (
                e.seq,
                e.from.clone(),
                e.text.clone(),
                e.id.clone(),
                e.while_waiting,
            )
        })
        .collect();
    let case = state
        .case
        .as_ref()
        .map(|case| (case.opened, case.standing.clone(), case.call.clone()));
    let counts = (state.last, state.epoch, state.turn, state.offer, state.boundary);
    // A visitor knows no ids of what members do among themselves.
    let accepted = state.accepted.iter();
    let accepted: Vec<_> = accepted.filter(|one| !asides.contains(&one.seq)).collect();
    format!("{thread:?} {case:?} {counts:?} {accepted:?}")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn nothing_breaks_in_any_order(commands in prop::collection::vec(command(), 1..60)) {
        let story = live_through(&commands);
        let ids: Vec<Seq> = story.state.accepted.iter().map(|one| one.seq).collect();
        let mut once = ids.clone();
        once.sort();
        once.dedup();
        prop_assert_eq!(ids.len(), once.len(), "each accepted id became an event of its own");
    }

    #[test]
    fn the_log_survives_storage_and_the_visitor_sees_the_same_conversation(
        commands in prop::collection::vec(command(), 1..60)
    ) {
        let story = live_through(&commands);
        let mut inside = State::default();
        let mut visitor: State<ToVisitor> = State::default();
        for envelope in &story.log {
            let json = serde_json::to_string(envelope).unwrap();
            let back: Envelope = serde_json::from_str(&json).unwrap();
            prop_assert_eq!(&back, envelope);
            evolve(&mut inside, &back);
            let json = serde_json::to_string(&envelope.to_visitor()).unwrap();
            prop_assert!(!["reasons", "lines", "fields", "Between us", "useful"].iter().any(|word| json.contains(word)), "{}", json);
            let back: Envelope<ToVisitor> = serde_json::from_str(&json).unwrap();
            evolve(&mut visitor, &back);
            // What comes twice, as after an overlapping resend, is folded once.
            prop_assert!(!evolve(&mut visitor, &back));
        }
        prop_assert_eq!(&inside, &story.state);
        let asides: Vec<Seq> = story.log.iter().filter(|e| matches!(e.event, Event::Aside(_))).map(|e| e.seq).collect();
        prop_assert!(visitor.accepted.iter().all(|one| !asides.contains(&one.seq)));
        prop_assert_eq!(shape(&visitor, &[]), shape(&inside, &asides));
    }
}
