//! Does this message alone show anger or insult? (What decides in the product is the trend over messages.)

use shared::triggers::mood::read;

use super::case::{Class, Judged, Wanted};
use super::report::{Report, Target};
use crate::lines::Labelled;

const ANGER: &str = "anger";
const INSULT: &str = "insult";
const BOTH: &[&str] = &[ANGER, INSULT];

/// What fires: which of the two is shown more is only told.
pub const CLASSES: &[Class] = &[Class {
    name: "heated",
    outcomes: BOTH,
}];

/// What the reader makes of a line.
pub fn judge(line: &Labelled) -> Judged {
    let mood = read(&line.text);
    let outcome = match (mood.fires(), mood.insult > mood.anger) {
        (false, _) => "nothing",
        (true, true) => INSULT,
        (true, false) => ANGER,
    };
    let wanted = match line.label.as_str() {
        "angry_frustrated" | "insult_abuse" => Wanted::OneOf(BOTH),
        "neutral" | "positive" | "positive_or_other" => Wanted::NoneOf(BOTH),
        "dissatisfied_with_service" | "negative_other" => Wanted::Open,
        _ => Wanted::UnknownLabel,
    };
    Judged {
        label: line.label.clone(),
        wanted,
        outcome,
        because: format!(
            "anger {}, insult {}: {}",
            mood.anger,
            mood.insult,
            mood.words.join(", ")
        ),
    }
}

/// What is to be reached.
pub fn targets(report: &Report) -> Vec<Target> {
    let recall = |label| Target::at_least(&format!("recall of {label}"), report.share(label, BOTH), 0.80);
    let calm = |label| {
        Target::at_most(
            &format!("{label} taken for heated"),
            report.share(label, BOTH),
            0.05,
        )
    };
    vec![
        recall("angry_frustrated"),
        recall("insult_abuse"),
        calm("neutral"),
        calm("positive"),
    ]
}
