//! Whatever anybody writes, no detector panics and each says the same again; and in whatever order an owner wrote their
//! rules, the decision is the same.

#[path = "../benches/triggers/talk.rs"]
#[allow(dead_code, reason = "the benchmark uses more of it")]
mod talk;

use proptest::prelude::*;
use shared::conversation::{Attempt, VISITOR_LIMIT};
use shared::knowledge::{Passage, terms};
use shared::policy::{Keyword, Policy, Then};
use shared::text::{Reading, clip, fold};
use shared::triggers::repetition::{Need, reaction, reaction_in};
use shared::triggers::{Decision, confidence, explicit, keyword, mood, promise, refusal, topic};
use talk::Talk;

/// Pieces of which real and unreal messages are made: words that detectors know, marks, letters that fold in odd ways,
/// scripts that run the other way, joined emoji, what is not to be seen.
const PIECES: &[&str] = &[
    "human",
    "agent",
    "persona",
    "Mitarbeiter",
    "człowiekiem",
    "quelqu'un",
    "not",
    "kein",
    "sans",
    "robot",
    "refund",
    "Rechnung",
    "cancel",
    "idiot",
    "again",
    "no",
    "wrong",
    "urgent",
    "to",
    "with",
    "I",
    "i",
    "a",
    "@",
    "#",
    "_",
    "-",
    "!!!",
    "?",
    "…",
    ".",
    ",",
    "'",
    "’",
    "\"",
    " ",
    "\n",
    "\r\n",
    "\t",
    "\u{a0}",
    "\u{200b}",
    "\u{200d}",
    "\u{202e}",
    "\u{feff}",
    "\u{0}",
    "İ",
    "ı",
    "ß",
    "ẞ",
    "ﬁ",
    "Ｈ",
    "é",
    "e\u{301}",
    "\u{301}",
    "Å",
    "Ǆ",
    "人工",
    "客服",
    "شخص",
    "אדם",
    "человек",
    "ฉัน",
    "👩‍💻",
    "🇩🇪",
    "99%",
    "\u{10ffff}",
];

/// Anything: pieces run together or apart, any characters at all, one thing over and over.
fn message() -> impl Strategy<Value = String> {
    let pieces = || prop::collection::vec(prop::sample::select(PIECES), 0..40);
    prop_oneof![
        pieces().prop_map(|pieces| pieces.concat()),
        pieces().prop_map(|pieces| pieces.join(" ")),
        any::<String>(),
        (prop::sample::select(PIECES), 0usize..1_500).prop_map(|(piece, times)| piece.repeat(times)),
        (any::<char>(), 0usize..1_500).prop_map(|(any, times)| any.to_string().repeat(times)),
    ]
}

/// Everything that reads a text, and what it says.
fn read(text: &str, other: &str) -> impl PartialEq + std::fmt::Debug {
    let passage = Passage {
        title: other.to_owned(),
        heading: text.to_owned(),
        url: "/x".to_owned(),
        body: format!("{other} {text}"),
        score: 1.0,
    };
    let passages = [passage];
    (
        (fold(text), clip(text, 7), terms(text)),
        (explicit::detect(text), explicit::probe(text)),
        (mood::read(text), topic::classify(text)),
        (reaction(text), reaction_in(text, other)),
        Need::of(text).alike(&Need::of(other)),
        (promise::detect(text), refusal::detect(text)),
        (
            confidence::support(text, &passages),
            confidence::grounded(text, &passages),
        ),
    )
}

fn decisions(policy: Policy, said: &[String]) -> Vec<Decision> {
    let mut talk = Talk::new(policy);
    let mut found = Vec::new();
    for text in said {
        if talk.say(text) {
            found.extend(talk.decisions(&talk::attempt()));
            found.extend(talk.decisions(&Attempt::Refused));
            talk.settle();
        }
    }
    found
}

/// What must not depend on the order of rules. (A rule is named by its place, which does.)
fn outcome(decision: &Decision) -> impl PartialEq + std::fmt::Debug {
    let reasons = decision.reasons.iter();
    let mut reasons: Vec<_> = reasons
        .map(|reason| (reason.code, reason.matched.clone()))
        .collect();
    reasons.sort();
    (decision.verdict, decision.priority, reasons)
}

fn keywords() -> impl Strategy<Value = Vec<Keyword>> {
    let one = (prop::sample::select(PIECES), any::<bool>()).prop_map(|(phrase, offer)| Keyword {
        phrase: phrase.to_owned(),
        then: if offer { Then::Offer } else { Then::Escalate },
        queue: None,
        because: None,
    });
    prop::collection::vec(one, 0..6)
}

proptest! {
    #[test]
    fn no_text_makes_a_detector_panic_or_change_its_mind(text in message(), other in message()) {
        prop_assert_eq!(read(&text, &other), read(&text, &other));
        let _ = keyword::standing(&[], &Reading::of(&text));
    }

    #[test]
    fn no_conversation_makes_the_decider_panic_or_change_its_mind(said in prop::collection::vec(message(), 1..5)) {
        let first = decisions(Policy::default(), &said);
        prop_assert_eq!(first, decisions(Policy::default(), &said));
    }

    #[test]
    fn the_order_of_an_owners_rules_decides_nothing(
        (rules, shuffled) in keywords().prop_flat_map(|rules| (Just(rules.clone()), Just(rules).prop_shuffle())),
        said in prop::collection::vec(message(), 1..4),
    ) {
        let with = |keywords| Policy { keywords, ..Policy::default() };
        let (one, other) = (decisions(with(rules), &said), decisions(with(shuffled), &said));
        let outcomes = |all: &[Decision]| all.iter().map(|one| format!("{:?}", outcome(one))).collect::<Vec<_>>();
        prop_assert_eq!(outcomes(&one), outcomes(&other));
    }
}

#[test]
fn what_is_far_longer_than_allowed_is_read_too() {
    for piece in ["agent ", "no, ", "x", "é", "'", "👩‍💻", "please "] {
        let text = piece.repeat(5 * VISITOR_LIMIT / piece.len());
        let _ = read(&text, "one");
    }
}
