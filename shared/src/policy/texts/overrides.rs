//! What an owner words otherwise than Baton would, by language.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{
    fill::places,
    language::{LANGUAGES, Language, SECTIONS, built_in, english},
    names::{Line, SAID},
};
use crate::policy::fields::Fields;

/// The longest sentence, in characters.
const LONGEST: usize = 500;

/// The owner's own sentences by language tag, in lower case. What is not among them Baton says in its own words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Overrides(BTreeMap<String, Language>);

impl Overrides {
    pub(super) fn language(&self, tag: &str) -> Option<&Language> {
        self.0.get(tag)
    }
}

/// A language tag in the one form in which tags are compared.
pub(in crate::policy) fn canonical_tag(tag: &str) -> String {
    tag.trim().replace('_', "-").to_ascii_lowercase()
}

/// Reads the table `texts`.
pub(in crate::policy) fn read(fields: &mut Fields<'_, '_>, into: &mut Overrides) {
    fields.named_tables("texts", |tag, fields| {
        let tag = canonical_tag(tag);
        let (of_baton, own) = (known(&tag), into.0.entry(tag).or_default());
        let mut missing = Vec::new();
        for (line, reference) in english().lines().filter(|(line, _)| line.0 == SAID) {
            sentence(fields, line, reference, own, &mut missing);
        }
        for section in SECTIONS {
            if !fields.has(section) {
                missing.push(section);
            }
            fields.table(section, |fields| {
                for (line, reference) in english().lines().filter(|(line, _)| line.0 == section) {
                    sentence(fields, line, reference, own, &mut missing);
                }
            });
        }
        if !of_baton && !missing.is_empty() {
            let rule = format!(
                "is a language of which Baton has no words of its own (it has {}), so it must be said whole: {} {} missing",
                LANGUAGES.map(|(tag, _)| tag).join(", "),
                missing.join(", "),
                if missing.len() == 1 { "is" } else { "are" },
            );
            fields.say_here(rule);
        }
    });
}

/// Whether Baton has words in the language, or in the one that it is a kind of.
fn known(tag: &str) -> bool {
    super::tags(tag).any(|tag| built_in(&tag).is_some())
}

fn sentence(
    fields: &mut Fields<'_, '_>,
    line: Line,
    reference: &str,
    own: &mut Language,
    missing: &mut Vec<&'static str>,
) {
    if !fields.has(line.1) {
        missing.push(line.1);
    }
    // What opens an escalation may be left out; a sentence that stands alone may not.
    let Some(text) = fields.text(line.1, LONGEST, line.0.starts_with("lead")) else {
        return;
    };
    let known = places(reference);
    let unknown: Vec<_> = places(&text)
        .into_iter()
        .filter(|place| !known.contains(place))
        .collect();
    if unknown.is_empty() {
        own.set(line, text);
        return;
    }
    let list = |places: &[&str]| {
        places
            .iter()
            .map(|place| format!("{{{place}}}"))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let may = if known.is_empty() {
        "nothing".to_owned()
    } else {
        list(&known)
    };
    let rule = format!(
        "has {} in it, which is not filled in here; what is: {may}",
        list(&unknown)
    );
    fields.say(line.1, rule);
}
