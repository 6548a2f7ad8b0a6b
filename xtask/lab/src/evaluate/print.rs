//! A report as tables for people, or as one JSON object for programs.

use super::report::{ClassRow, LabelRow, Report, Target};
use crate::fault::{Fault, Outcome};

/// How much of a text is shown in a list.
const SHOWN: usize = 160;

/// One JSON object.
pub fn json(report: &Report) -> Outcome {
    let text = serde_json::to_string(report)
        .map_err(|error| Fault::new(format!("the report could not be written: {error}")))?;
    println!("{text}");
    Ok(())
}

/// Tables, the targets last.
pub fn tables(report: &Report) {
    println!("{}, {} lines", report.kind, report.lines);
    println!(
        "\n{:<30} {:<5} {:>6} {:>8}  decided as",
        "label", "lang", "lines", "right"
    );
    for row in &report.labels {
        label(row, row.lang.as_deref().unwrap_or_default());
    }
    println!(
        "\n{:<20} {:<5} {:>7} {:>7} {:>7} {:>9} {:>8} {:>8} {:>15}",
        "what fires", "lang", "wanted", "fired", "hit", "precision", "recall", "F1", "false positives"
    );
    report.classes.iter().for_each(class);
    if !report.sources.is_empty() {
        println!(
            "\n{:<30} {:>12} {:>8}  decided as; source",
            "label", "lines", "right"
        );
    }
    for row in &report.sources {
        label(row, "");
        println!("    {}", row.source.as_deref().unwrap_or_default());
    }
    for wrong in &report.wrong {
        let text: String = wrong.text.chars().take(SHOWN).collect();
        println!(
            "\n{} {} decided as {} [{}]\n    {}",
            wrong.place,
            wrong.label,
            wrong.outcome,
            wrong.because.chars().take(SHOWN).collect::<String>(),
            text.replace('\n', " ")
        );
    }
    for (label, lines) in &report.unknown_labels {
        println!("\nlabel `{label}` means nothing here: {lines} lines left out");
    }
    println!("\n{:<50} {:>15} {:>8}", "target", "bound", "found");
    report.targets.iter().for_each(target);
}

fn label(row: &LabelRow, lang: &str) {
    let outcomes: Vec<String> = row
        .outcomes
        .iter()
        .map(|(name, count)| format!("{name} {count}"))
        .collect();
    println!(
        "{:<30} {lang:<5} {:>6} {:>8}  {}",
        row.label,
        row.lines,
        percent(row.right),
        outcomes.join(", ")
    );
}

fn class(row: &ClassRow) {
    println!(
        "{:<20} {:<5} {:>7} {:>7} {:>7} {:>9} {:>8} {:>8} {:>15}",
        row.class,
        row.lang,
        row.wanted,
        row.fired,
        row.hit,
        percent(row.precision),
        percent(row.recall),
        percent(row.f1),
        percent(row.false_positives)
    );
}

fn target(target: &Target) {
    let bound = format!(
        "{} {:.2}",
        if target.at_least { "at least" } else { "at most" },
        target.bound
    );
    let found = target.found.map_or("–".to_owned(), |found| format!("{found:.3}"));
    let met = match target.met {
        Some(true) => "met",
        Some(false) => "missed",
        None => "no line tells",
    };
    println!("{:<50} {bound:>15} {found:>8}  {met}", target.name);
}

fn percent(share: Option<f64>) -> String {
    share.map_or("–".to_owned(), |share| format!("{:.1} %", share * 100.0))
}
