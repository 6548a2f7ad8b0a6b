//! The counting, on lines made up for it.

use super::Options;
use super::case::{Case, Class, Judged, Wanted};
use super::report::{Report, Target};

const CLASSES: &[Class] = &[Class {
    name: "fire",
    outcomes: &["fire"],
}];

fn case(label: &str, wanted: Wanted, outcome: &'static str) -> Case {
    Case {
        place: "made-up:1".to_owned(),
        text: "smoke".to_owned(),
        lang: "en".to_owned(),
        source: "here".to_owned(),
        judged: Judged {
            label: label.to_owned(),
            wanted,
            outcome,
            because: String::new(),
        },
    }
}

#[track_caller]
fn near(found: Option<f64>, expected: f64) {
    let found = found.unwrap();
    assert!((found - expected).abs() < 1e-9, "{found}, not {expected}");
}

#[test]
fn hits_misses_false_alarms_and_what_is_left_out() {
    let burning = Wanted::OneOf(&["fire"]);
    let calm = Wanted::NoneOf(&["fire"]);
    let cases = [
        case("burning", burning, "fire"),
        case("burning", burning, "fire"),
        case("burning", burning, "nothing"),
        case("calm", calm, "fire"),
        case("calm", calm, "nothing"),
        case("smouldering", Wanted::Open, "fire"),
        case("drowning", Wanted::UnknownLabel, "fire"),
    ];
    let options = Options {
        wrong: true,
        ..Options::default()
    };
    let report = Report::of("made up", CLASSES, &cases, &options);
    let class = report.class("fire", "all").unwrap();
    assert_eq!((class.wanted, class.fired, class.hit), (3, 3, 2));
    near(class.precision, 2.0 / 3.0);
    near(class.recall, 2.0 / 3.0);
    near(class.f1, 2.0 / 3.0);
    near(class.false_positives, 0.5);
    near(report.share("calm", &["fire"]), 0.5);
    near(report.share_of_all(&["calm", "burning"], &["fire"]), 0.6);
    assert_eq!(report.share("nowhere", &["fire"]), None);
    assert_eq!(report.unknown_labels["drowning"], 1);
    assert_eq!(report.wrong.len(), 2);
}

#[test]
fn a_bound_itself_is_reached() {
    assert_eq!(Target::at_least("a", Some(0.97), 0.97).met, Some(true));
    assert_eq!(Target::at_most("b", Some(0.021), 0.02).met, Some(false));
    assert_eq!(Target::at_most("c", None, 0.02).met, None);
}
