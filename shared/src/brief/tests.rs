//! Stories about what an agent reads, and what holds for every brief: nothing in it that nobody said.

use proptest::prelude::*;

use super::{Brief, Label, Line, flaws, lines, make, unsaid};
use crate::{
    conversation::{
        About, Attempt, Command, Context, Envelope, From, Member, Outcome, Page, Presence, State, decide,
        evolve,
    },
    ids::{ClientId, MemberId, Millis},
    knowledge::Passage,
    policy::Policy,
};

/// A conversation under test.
pub(super) struct Talk {
    pub state: State,
    policy: Policy,
    now: Millis,
}

impl Talk {
    pub fn new() -> Self {
        Self {
            state: State::default(),
            policy: Policy::default(),
            now: Millis(1_000_000),
        }
    }

    pub fn act(&mut self, command: &Command) {
        self.now = self.now.plus(10_000);
        let page = Page {
            url: "https://shop.example/invoices".to_owned(),
            title: "Your invoices".to_owned(),
            referrer: "https://search.example/".to_owned(),
        };
        let context = Context {
            now: self.now,
            policy: &self.policy,
            policy_hash: "test",
            presence: Presence::Known(1),
            locale: Some("en-GB"),
            page: Some(&page),
            about: About::default(),
        };
        let Ok(Outcome::Append(events)) = decide(&self.state, command, &context) else {
            return;
        };
        for event in events {
            let (seq, at) = (self.state.last.next(), self.now);
            assert!(evolve(&mut self.state, &Envelope { seq, at, event }));
        }
    }

    fn id(&self) -> ClientId {
        ClientId::new(format!("c{}", self.now.0)).unwrap()
    }

    pub fn says(&mut self, text: &str) {
        let (id, text) = (self.id(), text.to_owned());
        self.act(&Command::Say { id, text });
    }

    pub fn finds(&mut self, body: Option<&str>) {
        let passage = |body: &str| Passage {
            title: "Invoices".to_owned(),
            heading: String::new(),
            url: "/invoices".to_owned(),
            body: body.to_owned(),
            score: 1.0,
        };
        let passages = body.map(passage).into_iter().collect();
        let Some(turn) = self.state.turn else { return };
        self.act(&Command::Settle {
            turn: turn.id,
            epoch: self.state.epoch,
            attempt: Attempt::Quote { passages },
        });
    }

    pub fn presses(&mut self) {
        let id = self.id();
        self.act(&Command::CallPerson { id });
    }

    pub fn by() -> Member {
        Member {
            id: MemberId::new("ada").unwrap(),
            name: "Ada".to_owned(),
        }
    }

    fn lines(&self) -> Vec<Line> {
        let case = self.state.case.as_ref().or(self.state.ended.as_ref()).unwrap();
        assert_eq!(flaws(&self.state, &case.brief), Vec::<&str>::new());
        lines(&self.state, case)
    }

    #[track_caller]
    fn line(&self, label: Label) -> (String, Vec<u64>) {
        let line = self.lines().into_iter().find(|line| line.label == label);
        let line = line.unwrap_or_else(|| panic!("no line {label:?}"));
        let text = line.text.unwrap_or_else(|| "unknown".to_owned());
        (text, line.evidence.into_iter().map(|seq| seq.0).collect())
    }
}

/// Asks, gets an answer that does not help, gets angry, calls.
pub(super) fn story() -> Talk {
    let mut talk = Talk::new();
    talk.says("Where do I find the invoice of order #10433?");
    talk.finds(Some(
        "Find the invoice of an order under Orders. Each order has one.",
    ));
    talk.says("I tried that already. I'd like the invoice by tomorrow, it is urgent! Mail ada@example.com");
    talk.finds(Some(
        "Find the invoice of an order under Orders. Each order has one.",
    ));
    talk.presses();
    talk
}

#[test]
fn ten_seconds_are_enough_to_know_who_what_why_and_what_next() {
    let talk = story();
    let (said, answered) = (2, 4);
    assert_eq!(talk.line(Label::Why).0, "Pressed “Talk to a person”");
    let (wants, from) = talk.line(Label::Wants);
    assert!(
        wants.contains("“I tried that already. I'd like the invoice by tomorrow"),
        "{wants}"
    );
    assert_eq!(from, [5]);
    assert_eq!(
        talk.line(Label::Outcome),
        (
            "“I'd like the invoice by tomorrow, it is urgent”".to_owned(),
            vec![5]
        )
    );
    let (tried, from) = talk.line(Label::Tried);
    assert!(
        tried.starts_with("they: “I tried that already”; the assistant: "),
        "{tried}"
    );
    assert!(
        tried
            .contains("from Invoices, last “Find the invoice of an order under Orders. Each order has one.”"),
        "{tried}"
    );
    assert!(from.contains(&answered) && from.contains(&5));
    assert_eq!(
        talk.line(Label::Facts),
        ("order #10433, e-mail ada@example.com".to_owned(), vec![said, 5])
    );
    assert!(
        talk.line(Label::Mood).0.ends_with(" · urgent"),
        "{:?}",
        talk.line(Label::Mood)
    );
    assert_eq!(
        talk.line(Label::Page),
        (
            "Your invoices · https://shop.example/invoices · came from https://search.example/".to_owned(),
            vec![1]
        )
    );
    assert_eq!(
        talk.line(Label::Visitor).0,
        "Not identified · browser language en-GB"
    );
    let (next, _) = talk.line(Label::Next);
    assert!(next.starts_with("Look up order #10433. Greet them"), "{next}");
    assert!(
        next.ends_with("because: pressed “talk to a person” · queue: the team"),
        "{next}"
    );
}

#[test]
fn what_nobody_said_is_unknown() {
    let mut talk = Talk::new();
    talk.presses();
    for label in [
        Label::Wants,
        Label::Outcome,
        Label::Tried,
        Label::Facts,
        Label::Mood,
    ] {
        assert_eq!(talk.line(label), ("unknown".to_owned(), vec![]), "{label:?}");
    }
    assert_eq!(
        talk.line(Label::Page).1,
        [1],
        "the page is known though nothing was said"
    );
}

#[test]
fn what_happened_since_the_call_is_told_and_stays_after_the_close() {
    let mut talk = story();
    assert!(talk.lines().iter().all(|line| line.label != Label::Since));
    talk.says("How long are orders kept?");
    talk.finds(Some("How long are orders kept? Orders are kept for a year."));
    talk.says("My number is 10 99 88 77 66");
    let (since, from) = talk.line(Label::Since);
    let asked =
        "asked “How long are orders kept?”, got “How long are orders kept? Orders are kept for a year.”";
    assert_eq!(
        since,
        format!("{asked}; wrote “My number is 10 99 88 77 66”, no answer")
    );
    assert_eq!(from.len(), 3);
    assert!(talk.line(Label::Facts).0.contains("phone 10 99 88 77 66"));
    let (id, by) = (talk.id(), Talk::by());
    talk.act(&Command::Claim { id, by });
    let (id, by, epoch) = (talk.id(), Talk::by(), talk.state.epoch);
    let text = "I am on it.".to_owned();
    talk.act(&Command::Reply { id, by, epoch, text });
    talk.says("Thank you, number 5554443 is mine");
    let (id, by, epoch) = (talk.id(), Talk::by(), talk.state.epoch);
    let before = talk.lines();
    let (category, outcome) = ("x".to_owned(), "y".to_owned());
    talk.act(&Command::Close {
        id,
        by,
        epoch: Some(epoch),
        category,
        outcome,
    });
    assert!(talk.state.case.is_none());
    assert_eq!(talk.lines(), before);
    assert!(
        !talk.line(Label::Since).0.contains("5554443"),
        "from here on a person reads along"
    );
    talk.says("Once more: where?");
    assert_eq!(
        talk.lines(),
        before,
        "the next chapter changes nothing about the last"
    );
}

#[test]
fn a_stored_brief_that_claims_what_nobody_said_is_found_out() {
    let talk = story();
    let case = talk.state.case.as_ref().unwrap();
    let json = serde_json::to_string(&case.brief).unwrap();
    for (is, other, field) in [
        ("\"text\":\"#10433\"", "\"text\":\"#99999\"", "entities"),
        ("I tried that already\"", "I never tried it\"", "tried"),
    ] {
        let forged = json.replacen(is, other, 1);
        assert_ne!(forged, json, "{json}");
        let forged: Brief = serde_json::from_str(&forged).unwrap();
        assert_eq!(flaws(&talk.state, &forged), [field]);
    }
}

/// What people write, in pieces.
fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zA-Zäöü€$#@.,!? 0-9\n]{0,30}",
        Just("I want my money back for order #10433 ".to_owned()),
        Just("ich möchte 49,90 € zurück, bis morgen! ".to_owned()),
        Just("I've tried it twice. ".to_owned()),
        Just("this is ridiculous!!! ".to_owned()),
        Just("write to ada@example.com or +49 170 1234567 ".to_owned()),
    ];
    prop::collection::vec(piece, 1..5).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn no_brief_of_any_conversation_holds_what_nobody_said(
        acts in prop::collection::vec((0u8..8, words()), 1..25)
    ) {
        let mut talk = Talk::new();
        for (kind, text) in acts {
            // Quotation marks of their own would end a quotation in the line early.
            let text = text.replace(['“', '”'], "");
            match kind {
                0..4 => talk.says(&text),
                4 => talk.finds(Some(text.trim()).filter(|text| !text.is_empty())),
                5 => talk.finds(None),
                6 => talk.presses(),
                _ => {
                    let (id, by, epoch) = (talk.id(), Talk::by(), talk.state.epoch);
                    talk.act(&Command::HandBack { id, by, epoch: Some(epoch) });
                }
            }
            let Some(case) = &talk.state.case else { continue };
            prop_assert_eq!(flaws(&talk.state, &case.brief), Vec::<&str>::new());
            let lines = lines(&talk.state, case);
            prop_assert!((5..=10).contains(&lines.len()));
            for line in &lines {
                // Reasons quote folded words and say so by their own rules.
                if !matches!(line.label, Label::Why | Label::Next) {
                    prop_assert_eq!(unsaid(&talk.state, line), None);
                }
                prop_assert!(line.text.is_some() || line.evidence.is_empty());
                for seq in &line.evidence {
                    let page = talk.state.pages.iter().any(|visit| visit.seq == *seq);
                    let message = talk.state.entry(*seq).is_some_and(|entry| entry.from != From::System);
                    prop_assert!(page || message, "{:?} rests on {}", line, seq);
                }
            }
        }
        // Made anew from the log, it is the same.
        if let Some(case) = &talk.state.case {
            let decision = (*case.decision).clone();
            let again = make(&talk.state, &decision, &talk.policy, &[]);
            prop_assert_eq!(flaws(&talk.state, &again), Vec::<&str>::new());
            // What turns kept of their messages is what reading the messages gives.
            let mut state = talk.state.clone();
            let mut decision = decision;
            decision.signals = None;
            for entry in &mut state.thread {
                entry.decision = entry.decision.take().map(|mut kept| {
                    kept.signals = None;
                    kept
                });
            }
            prop_assert_eq!(make(&state, &decision, &talk.policy, &[]), again);
        }
    }
}
