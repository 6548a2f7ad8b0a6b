//! Files of labelled lines: JSON objects, one a line, with fields as the data's own README names them. A field that is not
//! known is left alone; one that is missing or of another kind is told with its line.

use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::fault::{Fault, Outcome};

/// A labelled text.
#[derive(Debug, Clone, Deserialize)]
pub struct Labelled {
    /// What somebody wrote.
    pub text: String,
    /// What its author says it is.
    pub label: String,
    /// Its language, as a code such as `en`.
    #[serde(default = "unknown")]
    pub lang: String,
    /// Who says so: measures on what one did not develop with are told apart by this.
    #[serde(default = "unknown")]
    pub source: String,
    /// How plainly the text says what its label claims; `weak` when only its author knows.
    #[serde(default)]
    pub strength: Option<String>,
    /// The turns before it; of a pair, the other text.
    #[serde(default)]
    pub context: Vec<Turn>,
}

/// What was said before.
#[derive(Debug, Clone, Deserialize)]
pub struct Turn {
    /// `user` or `assistant`.
    pub role: String,
    /// The words; none where only an action is known.
    #[serde(default)]
    pub text: String,
}

fn unknown() -> String {
    "unknown".to_owned()
}

/// The lines of one file with their numbers; `wanted` says in words what a line must hold.
pub fn read<T: DeserializeOwned>(file: &Path, wanted: &str) -> Outcome<Vec<(usize, T)>> {
    let text = fs::read_to_string(file)
        .map_err(|error| Fault::new(format!("{} could not be read: {error}", file.display())))?;
    parse(&text, wanted).map_err(|fault| Fault::new(format!("{}, {fault}", file.display())))
}

/// Reads lines; empty ones do not count, but have their number.
fn parse<T: DeserializeOwned>(text: &str, wanted: &str) -> Outcome<Vec<(usize, T)>> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(at, line)| {
            let number = at + 1;
            let read = serde_json::from_str(line).map_err(|error| {
                Fault::new(format!(
                    "line {number}: {error}\n  a line is one JSON object with {wanted}"
                ))
            })?;
            Ok((number, read))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_line_is_told_with_its_number_and_what_would_be_right() {
        let good = r#"{"text": "hello", "label": "other", "more": 1}"#;
        let text = format!("{good}\n\n{{\"text\": \"hello\"}}\n");
        let fault = parse::<Labelled>(&text, "`text` and `label`").unwrap_err();
        assert_eq!(
            fault.to_string(),
            "line 3: missing field `label` at line 1 column 17\n  a line is one JSON object with `text` and `label`"
        );
        let lines: Vec<(usize, Labelled)> = parse(good, "").unwrap();
        assert_eq!((lines[0].1.lang.as_str(), lines.len()), ("unknown", 1));
    }
}
