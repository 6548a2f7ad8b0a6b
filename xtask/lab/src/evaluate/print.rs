//! A report as tables for people, or as one JSON object for programs.

use super::report::{ClassRow, LabelRow, Report, Target, Wrong};
use crate::fault::{Fault, Outcome};

/// How much of a text is shown in a list.
const SHOWN: usize = 160;

/// One JSON object.
pub fn json(report: &Report) -> Outcome<String> {
    serde_json::to_string(report)
        .map(|text| text + "\n")
        .map_err(|error| Fault::new(format!("the report could not be written: {error}")))
}

/// Tables, the targets last.
pub fn tables(report: &Report) -> String {
    let mut lines = vec![format!("{}, {} lines", report.kind, report.lines)];
    lines.push(String::new());
    lines.push(label("label", "lang", ["lines", "right"], "decided as"));
    let rows = report.labels.iter();
    lines.extend(rows.map(|row| counted(row, row.lang.as_deref().unwrap_or_default())));
    lines.push(String::new());
    lines.push(class([
        "what fires",
        "lang",
        "wanted",
        "fired",
        "hit",
        "precision",
        "recall",
        "F1",
        "false positives",
    ]));
    lines.extend(report.classes.iter().map(measured));
    if !report.sources.is_empty() {
        lines.push(String::new());
        lines.push(label("label in one source", "", ["lines", "right"], "decided as"));
    }
    for row in &report.sources {
        lines.push(counted(row, ""));
        lines.push(format!("    {}", row.source.as_deref().unwrap_or_default()));
    }
    lines.extend(report.wrong.iter().map(wrong));
    for (label, count) in &report.unknown_labels {
        lines.push(format!(
            "\nlabel `{label}` means nothing here: {count} lines left out"
        ));
    }
    lines.push(format!("\n{:<50} {:>15} {:>8}", "target", "bound", "found"));
    lines.extend(report.targets.iter().map(target));
    lines.join("\n") + "\n"
}

fn counted(row: &LabelRow, lang: &str) -> String {
    let outcomes = row.outcomes.iter().map(|(name, count)| format!("{name} {count}"));
    let outcomes: Vec<String> = outcomes.collect();
    let (lines, right) = (row.lines.to_string(), percent(row.right));
    label(&row.label, lang, [&lines, &right], &outcomes.join(", "))
}

fn label(label: &str, lang: &str, [lines, right]: [&str; 2], outcomes: &str) -> String {
    format!("{label:<30} {lang:<5} {lines:>6} {right:>8}  {outcomes}")
}

fn measured(row: &ClassRow) -> String {
    class([
        row.class,
        &row.lang,
        &row.wanted.to_string(),
        &row.fired.to_string(),
        &row.hit.to_string(),
        &percent(row.precision),
        &percent(row.recall),
        &percent(row.f1),
        &percent(row.false_positives),
    ])
}

fn class([name, lang, wanted, fired, hit, precision, recall, f1, falsely]: [&str; 9]) -> String {
    format!(
        "{name:<20} {lang:<5} {wanted:>7} {fired:>7} {hit:>7} {precision:>9} {recall:>8} {f1:>8} {falsely:>15}"
    )
}

fn wrong(wrong: &Wrong) -> String {
    let shown = |text: &str| text.chars().take(SHOWN).collect::<String>().replace('\n', " ");
    let Wrong {
        place,
        label,
        outcome,
        ..
    } = wrong;
    format!(
        "\n{place} {label} decided as {outcome} [{}]\n    {}",
        shown(&wrong.because),
        shown(&wrong.text)
    )
}

fn target(target: &Target) -> String {
    let side = if target.at_least { "at least" } else { "at most" };
    let bound = format!("{side} {:.2}", target.bound);
    let found = target.found.map_or("–".to_owned(), |found| format!("{found:.3}"));
    let met = match target.met {
        Some(true) => "met",
        Some(false) => "missed",
        None => "no line tells",
    };
    format!("{:<50} {bound:>15} {found:>8}  {met}", target.name)
}

fn percent(share: Option<f64>) -> String {
    share.map_or("–".to_owned(), |share| format!("{:.1} %", share * 100.0))
}
