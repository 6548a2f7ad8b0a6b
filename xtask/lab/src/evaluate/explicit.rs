//! Asks for a person? A line that does both, asking for a person and asking what it talks to, is a request.

use shared::triggers::explicit::{detect, probe};

use super::case::{Class, Judged, Wanted};
use super::report::{Report, Target};
use crate::lines::Labelled;

const REQUEST: &str = "request";
const PROBE: &str = "probe";
const BOTH: &[&str] = &[REQUEST, PROBE];

/// What fires.
pub const CLASSES: &[Class] = &[
    Class {
        name: REQUEST,
        outcomes: &[REQUEST],
    },
    Class {
        name: PROBE,
        outcomes: &[PROBE],
    },
];

/// The languages that the product promises beside English.
const LANGUAGES: [&str; 7] = ["es", "de", "fr", "pt", "it", "nl", "pl"];

/// What the detectors make of a line.
pub fn judge(line: &Labelled) -> Judged {
    let (outcome, because) = match (detect(&line.text), probe(&line.text)) {
        (Some(found), _) => (REQUEST, found.words),
        (None, Some(found)) => (PROBE, found.words),
        (None, None) => ("nothing", String::new()),
    };
    let weak = line.strength.as_deref() == Some("weak");
    let (label, wanted) = match line.label.as_str() {
        "human_request" if weak => ("human_request, weak", Wanted::Open),
        "human_request" => ("human_request", Wanted::OneOf(&[REQUEST])),
        "are_you_human" => ("are_you_human", Wanted::OneOf(&[PROBE])),
        label @ ("hard_negative" | "other") => (label, Wanted::NoneOf(BOTH)),
        label @ ("human_related_ambiguous" | "are_you_human_ambiguous") => (label, Wanted::Open),
        label => (label, Wanted::UnknownLabel),
    };
    Judged {
        label: label.to_owned(),
        wanted,
        outcome,
        because,
    }
}

/// What is to be reached.
pub fn targets(report: &Report) -> Vec<Target> {
    let request = |lang| report.class(REQUEST, lang);
    let mut targets = vec![Target::at_least(
        "recall of human_request, en",
        request("en").and_then(|class| class.recall),
        0.97,
    )];
    for lang in LANGUAGES {
        if let Some(class) = request(lang).filter(|class| class.recall.is_some()) {
            let name = format!("recall of human_request, {lang}");
            targets.push(Target::at_least(&name, class.recall, 0.93));
        }
    }
    let precision = request("all").and_then(|class| class.precision);
    targets.push(Target::at_least("precision of request", precision, 0.97));
    let taken = report.share("are_you_human", &[REQUEST]);
    targets.push(Target::at_most("are_you_human taken for a request", taken, 0.02));
    targets
}
