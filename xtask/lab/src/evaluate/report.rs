//! The numbers of one evaluation. Their names in `--json` are these fields; shares are 0 to 1.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Options;
use super::case::{Case, Class};

/// Everything that is printed.
#[derive(Debug, Serialize)]
pub struct Report {
    /// What was evaluated.
    pub kind: &'static str,
    /// How many lines.
    pub lines: usize,
    /// Each label in each language.
    pub labels: Vec<LabelRow>,
    /// Each thing that can fire, in each language and in `all`.
    pub classes: Vec<ClassRow>,
    /// Each source and label, when asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<LabelRow>,
    /// Labels that mean nothing here, with their lines.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub unknown_labels: BTreeMap<String, usize>,
    /// The lines decided wrong, when asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub wrong: Vec<Wrong>,
    /// What is to be reached.
    pub targets: Vec<Target>,
}

/// What became of the lines of one label.
#[derive(Debug, Default, Serialize)]
pub struct LabelRow {
    /// The label.
    pub label: String,
    /// The language; none in a row of a source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// The source; none in a row of a language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// How many lines.
    pub lines: usize,
    /// How many were decided as what.
    pub outcomes: BTreeMap<&'static str, usize>,
    /// The share decided right: of a label that asks for an outcome its recall, of one that forbids some 1 less the
    /// false alarms. None where nothing is asked.
    pub right: Option<f64>,
    #[serde(skip)]
    rights: (usize, usize),
}

/// How good one thing that fires is.
#[derive(Debug, Serialize)]
pub struct ClassRow {
    /// Its name.
    pub class: &'static str,
    /// The language, or `all`.
    pub lang: String,
    /// How many lines want it.
    pub wanted: usize,
    /// How many of all that are scored got it.
    pub fired: usize,
    /// How many of them rightly.
    pub hit: usize,
    /// hit / fired.
    pub precision: Option<f64>,
    /// hit / wanted.
    pub recall: Option<f64>,
    /// The harmonic mean of both.
    pub f1: Option<f64>,
    /// Of the scored lines that do not want it, the share that got it.
    pub false_positives: Option<f64>,
}

/// A line decided wrong.
#[derive(Debug, Serialize)]
pub struct Wrong {
    /// Its file and number.
    pub place: String,
    /// Its label.
    pub label: String,
    /// What was decided.
    pub outcome: &'static str,
    /// By which words.
    pub because: String,
    /// Its text.
    pub text: String,
}

/// A number that is to be reached.
#[derive(Debug, Serialize)]
pub struct Target {
    /// What is measured.
    pub name: String,
    /// The bound, 0 to 1.
    pub bound: f64,
    /// Whether the bound is the least or the most.
    pub at_least: bool,
    /// What was found; none when no line tells.
    pub found: Option<f64>,
    /// Whether it is reached; none when no line tells.
    pub met: Option<bool>,
}

impl Target {
    /// Reached from the bound on.
    pub fn at_least(name: &str, found: Option<f64>, bound: f64) -> Self {
        Self::new(name, found, bound, true)
    }

    /// Reached up to the bound.
    pub fn at_most(name: &str, found: Option<f64>, bound: f64) -> Self {
        Self::new(name, found, bound, false)
    }

    fn new(name: &str, found: Option<f64>, bound: f64, at_least: bool) -> Self {
        Self {
            name: name.to_owned(),
            bound,
            at_least,
            found,
            met: found.map(|found| if at_least { found >= bound } else { found <= bound }),
        }
    }
}

impl Report {
    /// Counts.
    pub fn of(kind: &'static str, classes: &[Class], cases: &[Case], options: &Options) -> Self {
        let (known, unknown): (Vec<&Case>, Vec<&Case>) = cases.iter().partition(|case| case.known());
        let mut unknown_labels = BTreeMap::new();
        for case in unknown {
            *unknown_labels.entry(case.judged.label.clone()).or_default() += 1;
        }
        let sources = if options.by_source {
            rows(&known, |case| (None, Some(case.source.clone())))
        } else {
            Vec::new()
        };
        let wrong = known
            .iter()
            .filter(|case| options.wrong && case.right() == Some(false));
        Self {
            kind,
            lines: cases.len(),
            labels: rows(&known, |case| (Some(case.lang.clone()), None)),
            classes: class_rows(classes, &known),
            sources,
            unknown_labels,
            wrong: wrong.map(|case| Wrong::of(case)).collect(),
            targets: Vec::new(),
        }
    }

    /// How good a class is in a language, or in `all`.
    pub fn class(&self, name: &str, lang: &str) -> Option<&ClassRow> {
        self.classes
            .iter()
            .find(|row| row.class == name && row.lang == lang)
    }

    /// The share of a label's lines, in all languages, that were decided as one of these outcomes.
    pub fn share(&self, label: &str, outcomes: &[&str]) -> Option<f64> {
        self.share_of_all(&[label], outcomes)
    }

    /// The same of several labels' lines.
    pub fn share_of_all(&self, labels: &[&str], outcomes: &[&str]) -> Option<f64> {
        let rows = || {
            self.labels
                .iter()
                .filter(|row| labels.contains(&row.label.as_str()))
        };
        let found = rows().flat_map(|row| &row.outcomes);
        let found = found
            .filter(|(name, _)| outcomes.contains(name))
            .map(|(_, count)| count);
        ratio(found.sum(), rows().map(|row| row.lines).sum())
    }
}

impl Wrong {
    fn of(case: &Case) -> Self {
        Self {
            place: case.place.clone(),
            label: case.judged.label.clone(),
            outcome: case.judged.outcome,
            because: case.judged.because.clone(),
            text: case.text.clone(),
        }
    }
}

fn rows(cases: &[&Case], by: fn(&Case) -> (Option<String>, Option<String>)) -> Vec<LabelRow> {
    let mut rows: BTreeMap<_, LabelRow> = BTreeMap::new();
    for case in cases {
        let (lang, source) = by(case);
        let label = case.judged.label.clone();
        let row = rows
            .entry((label.clone(), lang.clone(), source.clone()))
            .or_insert_with(|| LabelRow {
                label,
                lang,
                source,
                ..LabelRow::default()
            });
        row.lines += 1;
        *row.outcomes.entry(case.judged.outcome).or_default() += 1;
        if let Some(right) = case.right() {
            row.rights.0 += usize::from(right);
            row.rights.1 += 1;
        }
    }
    let finish = |mut row: LabelRow| {
        row.right = ratio(row.rights.0, row.rights.1);
        row
    };
    rows.into_values().map(finish).collect()
}

fn class_rows(classes: &[Class], cases: &[&Case]) -> Vec<ClassRow> {
    let mut langs: Vec<&str> = cases.iter().map(|case| case.lang.as_str()).collect();
    langs.sort_unstable();
    langs.dedup();
    let langs = std::iter::once("all").chain(langs);
    let rows = langs.flat_map(|lang| classes.iter().map(move |class| (class, lang)));
    rows.map(|(class, lang)| class_row(class, lang, cases))
        .filter(|row| row.wanted + row.fired > 0)
        .collect()
}

fn class_row(class: &Class, lang: &str, cases: &[&Case]) -> ClassRow {
    let scored = cases
        .iter()
        .filter(|case| (lang == "all" || case.lang == lang) && case.judged.wanted.counts());
    let (mut all, mut wanted, mut fired, mut hit) = (0, 0, 0, 0);
    for case in scored {
        let asked = case.judged.wanted.wants(class);
        let given = class.has(case.judged.outcome);
        all += 1;
        wanted += usize::from(asked);
        fired += usize::from(given);
        hit += usize::from(asked && given);
    }
    let (precision, recall) = (ratio(hit, fired), ratio(hit, wanted));
    ClassRow {
        class: class.name,
        lang: lang.to_owned(),
        wanted,
        fired,
        hit,
        precision,
        recall,
        f1: ratio(2 * hit, fired + wanted),
        false_positives: ratio(fired - hit, all - wanted),
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of lines are small")]
fn ratio(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}
