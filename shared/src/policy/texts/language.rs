//! The sentences of one language.

use std::{collections::BTreeMap, sync::OnceLock};

use serde::{Deserialize, Serialize};

use super::names::{LEAD, Line, OFFER, SAID};

/// Baton's own languages, with their sentences.
pub(super) const LANGUAGES: [(&str, &str); 8] = [
    ("en", include_str!("en.toml")),
    ("es", include_str!("es.toml")),
    ("de", include_str!("de.toml")),
    ("fr", include_str!("fr.toml")),
    ("pt", include_str!("pt.toml")),
    ("it", include_str!("it.toml")),
    ("nl", include_str!("nl.toml")),
    ("pl", include_str!("pl.toml")),
];

/// The sections that have a name.
pub(super) const SECTIONS: [&str; 4] = [LEAD[0], LEAD[1], OFFER[0], OFFER[1]];

/// Sentences by section and name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Language {
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    lead: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    lead_about: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    offer: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    offer_about: BTreeMap<String, String>,
    #[serde(flatten)]
    said: BTreeMap<String, String>,
}

impl Language {
    /// A section's sentences; none for a section that there is not.
    pub(super) fn section(&self, name: &str) -> &BTreeMap<String, String> {
        static NONE: BTreeMap<String, String> = BTreeMap::new();
        let sections = [&self.lead, &self.lead_about, &self.offer, &self.offer_about];
        let named = SECTIONS
            .into_iter()
            .zip(sections)
            .find(|(known, _)| *known == name);
        match named {
            Some((_, section)) => section,
            None if name == SAID => &self.said,
            None => &NONE,
        }
    }

    pub(super) fn get(&self, Line(section, name): Line) -> Option<&str> {
        self.section(section).get(name).map(String::as_str)
    }

    pub(super) fn set(&mut self, Line(section, name): Line, text: String) {
        let map = match SECTIONS.iter().position(|known| *known == section) {
            Some(0) => &mut self.lead,
            Some(1) => &mut self.lead_about,
            Some(2) => &mut self.offer,
            Some(3) => &mut self.offer_about,
            _ => &mut self.said,
        };
        map.insert(name.to_owned(), text);
    }

    /// Every sentence there is, section by section.
    pub(super) fn lines(&'static self) -> impl Iterator<Item = (Line, &'static str)> {
        [SAID].into_iter().chain(SECTIONS).flat_map(|section| {
            let entries = self.section(section).iter();
            entries.map(move |(name, text)| (Line(section, name), text.as_str()))
        })
    }
}

/// Baton's own sentences in a language, if it has that language.
pub(super) fn built_in(tag: &str) -> Option<&'static Language> {
    static READ: [OnceLock<Language>; LANGUAGES.len()] = [const { OnceLock::new() }; LANGUAGES.len()];
    let at = LANGUAGES.iter().position(|(known, _)| *known == tag)?;
    Some(READ[at].get_or_init(|| {
        let read = toml::from_str(LANGUAGES[at].1);
        // A file of this folder, which a test reads.
        read.unwrap_or_else(|error| unreachable!("texts/{tag}.toml: {error}"))
    }))
}

/// The reference: which sentences there are.
pub(super) fn english() -> &'static Language {
    static NOTHING: OnceLock<Language> = OnceLock::new();
    built_in(super::ENGLISH).unwrap_or_else(|| NOTHING.get_or_init(Language::default))
}
