//! What does the message say about the answer before it; and, of two messages, do they ask for the same thing?

use shared::text::Reading;
use shared::triggers::explicit::Sentences;
use shared::triggers::repetition::{Need, Reaction, SAME_NEED, hear};

use super::case::{Class, Judged, Wanted};
use super::report::{Report, Target};
use crate::lines::Labelled;

const CORRECTION: &str = "correction";
const UNHELPFUL: &str = "unhelpful";
const ASK_AGAIN: &str = "ask_again";
const SAME: &str = "same";

/// The labels whose recall is a target.
const CORRECTIONS: [&str; 2] = ["slot_correction", "correction_or_wrong_answer"];

/// What fires.
pub const CLASSES: &[Class] = &[
    Class {
        name: CORRECTION,
        outcomes: &[CORRECTION],
    },
    Class {
        name: UNHELPFUL,
        outcomes: &[UNHELPFUL],
    },
    Class {
        name: ASK_AGAIN,
        outcomes: &[ASK_AGAIN],
    },
    Class {
        name: SAME,
        outcomes: &[SAME],
    },
];

/// What the detectors make of a line.
pub fn judge(line: &Labelled) -> Judged {
    let (outcome, because) = match line.label.as_str() {
        "rephrase_pair" | "different_question_pair" => of_pair(line),
        _ => of_reaction(line),
    };
    let wanted = match line.label.as_str() {
        "slot_correction" | "correction_or_wrong_answer" => Wanted::OneOf(&[CORRECTION]),
        "unhelpful_failed_resolution" => Wanted::OneOf(&[UNHELPFUL]),
        "ask_to_repeat_or_clarify" => Wanted::OneOf(&[ASK_AGAIN]),
        "not_correction" => Wanted::NoneOf(&[CORRECTION]),
        "rephrase_pair" => Wanted::OneOf(&[SAME]),
        "different_question_pair" => Wanted::NoneOf(&[SAME]),
        _ => Wanted::UnknownLabel,
    };
    Judged {
        label: line.label.clone(),
        wanted,
        outcome,
        because,
    }
}

fn of_reaction(line: &Labelled) -> (&'static str, String) {
    let before = line.context.last().filter(|turn| turn.role == "assistant");
    let (read, before) = (
        Reading::of(&line.text),
        Reading::of(before.map_or("", |turn| turn.text.as_str())),
    );
    let sentences = Sentences::of(&read);
    let heard = hear(&read, &sentences, &sentences.plain_slots(), &before);
    match heard.by_itself.or(heard.in_context) {
        Some((Reaction::Correction, words)) => (CORRECTION, words.join(" ")),
        Some((Reaction::Unhelpful, words)) => (UNHELPFUL, words.join(" ")),
        Some((Reaction::AskAgain, words)) => (ASK_AGAIN, words.join(" ")),
        None => ("nothing", String::new()),
    }
}

fn of_pair(line: &Labelled) -> (&'static str, String) {
    let before = line.context.last().map_or("", |turn| turn.text.as_str());
    let alike = Need::of(&line.text).alike(&Need::of(before));
    let outcome = if alike >= SAME_NEED { SAME } else { "different" };
    (outcome, format!("alike {alike}: {before}"))
}

/// What is to be reached.
pub fn targets(report: &Report) -> Vec<Target> {
    let recall = report.share_of_all(&CORRECTIONS, &[CORRECTION]);
    let taken = report.share("not_correction", &[CORRECTION]);
    let same = report.share("rephrase_pair", &[SAME]);
    let different = report.share("different_question_pair", &[SAME]);
    vec![
        Target::at_least("rephrase_pair found alike", same, 0.75),
        Target::at_most("different_question_pair found alike", different, 0.05),
        Target::at_least("recall of corrections", recall, 0.85),
        Target::at_most("not_correction taken for a correction", taken, 0.05),
    ]
}
