//! Everything that is decided about a text, as bytes to compare: natively, in workerd and in a browser they must be the same.

use std::path::Path;

use serde_json::Value;
use shared::conversation::VISITOR_LIMIT;
use shared::policy::Policy;
use shared::text::fingerprint;
use shared::triggers::repetition::{Need, reaction};
use shared::triggers::{explicit, mood, topic};

use crate::fault::Outcome;
use crate::lines;
use crate::talk::{Talk, attempt};

/// So many texts are one conversation after another: the first of a portion has nothing before it.
pub const PORTION: usize = 200;

/// The verdict on every text of a portion, as 16 hex digits each; a text's turn comes after one about the text before it.
pub fn digests(portion: &[String]) -> Vec<String> {
    befores(portion)
        .zip(portion)
        .map(|(before, text)| format!("{:016x}", fingerprint(&[&verdict(before, text)])))
        .collect()
}

/// What stands before each text of a portion.
pub fn befores(portion: &[String]) -> impl Iterator<Item = &str> {
    std::iter::once("").chain(portion.iter().map(String::as_str))
}

/// All signals of a text, and the decisions about its turn in a conversation in which `before` was said first, as JSON: request,
/// probe, topics, mood, reaction, likeness, decisions.
pub fn verdict(before: &str, text: &str) -> String {
    let words = |found: Option<explicit::Match>| found.map(|found| found.words);
    let mut talk = Talk::new(Policy::default());
    if talk.say(&sayable(before)) {
        talk.settle();
    }
    let decisions = talk.say(&sayable(text)).then(|| talk.decisions(&attempt()));
    // A list and not an object: an object's fields may come in another order where a dependency wants them kept.
    let all = (
        words(explicit::detect(text)),
        words(explicit::probe(text)),
        topic::classify(text),
        mood::read(text),
        reaction(text),
        Need::of(text).alike(&Need::of(before)),
        decisions,
    );
    serde_json::to_string(&all).unwrap_or_default()
}

/// As much of a text as a visitor may send.
fn sayable(text: &str) -> String {
    text.chars().take(VISITOR_LIMIT).collect()
}

/// Every text that somebody wrote in a file of JSON lines, whatever else the lines hold: `text`, the `text` of turns and
/// contexts, `example_questions`.
pub fn texts(file: &Path) -> Outcome<Vec<String>> {
    let lines: Vec<(usize, Value)> = lines::read(file, "any fields")?;
    let mut found = Vec::new();
    for (_, line) in &lines {
        for turns in ["context", "turns"] {
            collect(&line[turns], &mut found);
        }
        collect(&line["example_questions"], &mut found);
        collect(&line["text"], &mut found);
    }
    Ok(found)
}

fn collect(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| collect(value, found)),
        Value::Object(fields) => fields
            .get("text")
            .into_iter()
            .for_each(|text| collect(text, found)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_tells_everything_and_another_text_gets_another() {
        let said = [
            "I want to talk to a human".to_owned(),
            "I want to talk to a human".to_owned(),
        ];
        let found = digests(&said);
        assert_ne!(found[0], found[1], "the second stands after the first");
        let verdict: Value = serde_json::from_str(&verdict("", &said[0])).unwrap();
        assert_eq!(verdict[6][0]["verdict"], "escalate", "{verdict}");
        assert_eq!(verdict[0].as_str().map(str::is_empty), Some(false));
    }

    #[test]
    fn what_cannot_be_sent_has_a_verdict_too() {
        let verdict: Value = serde_json::from_str(&verdict("", " ")).unwrap();
        assert_eq!(verdict[6], Value::Null);
        assert_eq!(
            sayable(&"é".repeat(VISITOR_LIMIT + 1)).chars().count(),
            VISITOR_LIMIT
        );
    }

    #[test]
    fn finds_what_people_wrote() {
        let line = serde_json::json!({"text": "c", "context": [{"role": "user", "text": "a"}], "example_questions": ["b"], "lang": "en"});
        let mut found = Vec::new();
        collect(&line["context"], &mut found);
        collect(&line["example_questions"], &mut found);
        collect(&line["text"], &mut found);
        assert_eq!(found, ["a", "b", "c"]);
    }
}
