//! How long the rules take to read a message, natively. Prints one measure a line, as JSON, for `cargo xtask bench`.
//!
//! The messages are put together here from everyday words of four languages, the same ones in every run. Some ask for a
//! person, most do not.

use std::hint::black_box;
use std::time::Instant;

use serde_json::json;
use shared::conversation::{
    Attempt, Command, Context, Envelope, Outcome, Presence, State, VISITOR_LIMIT, decide, evolve,
};
use shared::ids::{ClientId, Millis, Seq};
use shared::knowledge::Passage;
use shared::policy::Policy;
use shared::triggers::{Input, evaluate, explicit};

/// How many messages are read.
const MESSAGES: usize = 20_000;
/// How many turns the conversation has behind it when its next message is judged.
const TURNS: usize = 8;

const WORDS: [&str; 48] = [
    "where",
    "is",
    "my",
    "order",
    "the",
    "parcel",
    "never",
    "arrived",
    "and",
    "nobody",
    "can",
    "tell",
    "me",
    "why",
    "I",
    "want",
    "to",
    "talk",
    "a",
    "human",
    "please",
    "wo",
    "ist",
    "meine",
    "Bestellung",
    "mit",
    "einem",
    "Menschen",
    "sprechen",
    "möchte",
    "ich",
    "kann",
    "dónde",
    "está",
    "el",
    "pedido",
    "quiero",
    "hablar",
    "con",
    "una",
    "persona",
    "je",
    "voudrais",
    "parler",
    "à",
    "quelqu'un",
    "la",
    "livraison",
];
const ENDS: [&str; 5] = [".", "?", " -", ", well", ""];

fn main() {
    let mut dice = Dice(7);
    let messages: Vec<String> = (0..MESSAGES).map(|_| message(&mut dice)).collect();
    let detecting = messages
        .iter()
        .map(|text| timed(|| explicit::detect(text)))
        .collect();
    print("explicit request found in a message, p99", p99(detecting));
    let longest: Vec<String> = (0..200).map(|_| longest(&mut dice)).collect();
    let detecting = longest
        .iter()
        .map(|text| timed(|| explicit::detect(text)))
        .collect();
    print("— in one of 4,000 characters, p99", p99(detecting));

    let policy = Policy::default();
    let state = conversation(&policy);
    let passages = vec![passage()];
    let deciding = messages.iter().map(|text| {
        let mut state = state.clone();
        apply(&mut state, &policy, &say("measured", text));
        let attempt = Attempt::Quote {
            passages: passages.clone(),
        };
        let input = |attempt| Input {
            policy: &policy,
            policy_hash: "measured",
            state: &state,
            attempt,
        };
        timed(|| (evaluate(input(None)), evaluate(input(Some(&attempt)))))
    });
    print(
        "a turn decided, before and after the answer, p99",
        p99(deciding.collect()),
    );
}

#[allow(
    clippy::disallowed_methods,
    reason = "a benchmark runs natively, where there is a clock"
)]
fn timed<T>(work: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    black_box(work());
    start.elapsed().as_secs_f64() * 1e6
}

fn p99(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[(times.len() * 99).div_ceil(100) - 1]
}

fn print(what: &str, micros: f64) {
    println!("{}", json!({ "what": what, "found": micros, "unit": "µs" }));
}

/// Numbers without a pattern that matters here, the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % bound
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }
}

/// One to three sentences of up to twenty words.
fn message(dice: &mut Dice) -> String {
    let sentences = 1 + dice.below(3);
    (0..sentences)
        .map(|_| sentence(dice))
        .collect::<Vec<_>>()
        .join(" ")
}

fn sentence(dice: &mut Dice) -> String {
    let length = 1 + dice.below(20);
    let words: Vec<&str> = (0..length).map(|_| dice.of(&WORDS)).collect();
    words.join(" ") + dice.of(&ENDS)
}

fn longest(dice: &mut Dice) -> String {
    let mut text = String::new();
    while text.chars().count() < VISITOR_LIMIT {
        text += &sentence(dice);
        text += " ";
    }
    text.chars().take(VISITOR_LIMIT).collect()
}

/// A conversation with some answered turns.
fn conversation(policy: &Policy) -> State {
    let mut state = State::default();
    for turn in 0..TURNS {
        apply(
            &mut state,
            policy,
            &say(&format!("turn-{turn}"), "How long does delivery take?"),
        );
        if let Some(running) = state.turn {
            let attempt = Attempt::Quote {
                passages: vec![passage()],
            };
            let settle = Command::Settle {
                turn: running.id,
                epoch: state.epoch,
                attempt,
            };
            apply(&mut state, policy, &settle);
        }
    }
    state
}

fn apply(state: &mut State, policy: &Policy, command: &Command) {
    // A minute after the last thing, so that nobody writes too fast.
    let now = Millis((state.last.0 + 1) * 60_000);
    let context = Context {
        now,
        policy,
        policy_hash: "measured",
        presence: Presence::Known(1),
        locale: None,
        page: None,
    };
    match decide(state, command, &context) {
        Ok(Outcome::Append(events)) => {
            for event in events {
                let envelope = Envelope {
                    seq: Seq(state.last.0 + 1),
                    at: now,
                    event,
                };
                assert!(evolve(state, &envelope), "a gap at {}", envelope.seq);
            }
        }
        other => panic!("{command:?} came to {other:?}"),
    }
}

fn say(id: &str, text: &str) -> Command {
    Command::Say {
        id: ClientId::new(id).unwrap_or_else(|_| panic!("{id} is no id")),
        text: text.to_owned(),
    }
}

fn passage() -> Passage {
    Passage {
        title: "Shipping".to_owned(),
        heading: "How long does delivery take?".to_owned(),
        url: "https://shop.example/help/shipping".to_owned(),
        body: "Delivery takes two working days. An order that has left is tracked by the link in the mail."
            .to_owned(),
        score: 4.0,
    }
}
