//! How long the rules take to read a message and to make a brief, natively. Prints one measure a line, as JSON, for `cargo xtask bench`.

mod messages;
mod talk;

use std::hint::black_box;
use std::time::Instant;

use messages::{Dice, message, sentence};
use serde_json::json;
use shared::conversation::VISITOR_LIMIT;
use shared::policy::Policy;
use shared::triggers::explicit;
use talk::Talk;

/// How many messages are read.
const MESSAGES: usize = 20_000;
/// How many turns the conversation has behind it when its next message is judged.
const TURNS: usize = 8;
/// How many turns, of a message and an answer each, the conversation has of which a brief is made.
const BRIEFED: usize = 100;

fn main() {
    let mut dice = Dice(7);
    let messages: Vec<String> = (0..MESSAGES).map(|_| message(&mut dice)).collect();
    let detecting = messages.iter().map(|text| timed(|| explicit::detect(text)));
    let detecting = p99(detecting.collect());
    print("explicit request found in a message, p99", detecting, None);
    let longest: Vec<String> = (0..200).map(|_| longest(&mut dice)).collect();
    let detecting = longest.iter().map(|text| timed(|| explicit::detect(text)));
    let detecting = p99(detecting.collect());
    print("— in one of 4,000 characters, p99", detecting, None);

    let (talk, attempt) = (Talk::new(Policy::default()).after(TURNS), talk::attempt());
    let deciding = |text: &String| {
        let mut talk = talk.clone();
        assert!(talk.say(text), "refused: {text}");
        timed(|| talk.decisions(&attempt))
    };
    let once = |text: &String| {
        let mut talk = talk.clone();
        assert!(talk.say(text), "refused: {text}");
        timed(|| talk.decision(Some(&attempt)))
    };
    let evaluated = p99(messages.iter().map(once).collect());
    print("a turn evaluated, with the answer, p99", evaluated, Some(100.0));
    let both = p99(messages.iter().map(deciding).collect());
    // With a model a turn is evaluated twice; the built-in assistant needs it once.
    print("a turn decided, before and after the answer, p99", both, None);
    let longest = p99(longest.iter().map(deciding).collect());
    print("— about a message of 4,000 characters, p99", longest, None);

    let mut long = Talk::new(Policy::default());
    for text in messages.iter().take(BRIEFED) {
        assert!(long.say(text), "refused: {text}");
        long.settle();
    }
    let decision = long.decision(None);
    let making = p99((0..200).map(|_| timed(|| long.brief(&decision))).collect());
    print(
        "the brief of 200 messages made by rules, p99",
        making,
        Some(5_000.0),
    );
}

/// As long as a message may be.
fn longest(dice: &mut Dice) -> String {
    let mut text = String::new();
    while text.chars().count() < VISITOR_LIMIT {
        text += &sentence(dice);
        text += " ";
    }
    text.chars().take(VISITOR_LIMIT).collect()
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

fn print(what: &str, micros: f64, wanted: Option<f64>) {
    println!(
        "{}",
        json!({ "what": what, "found": micros, "wanted": wanted, "unit": "µs" })
    );
}
