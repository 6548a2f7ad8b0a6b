//! What Baton says to visitors on the owner's behalf, by reason and by language. Each sentence says who, what and when,
//! and is true when it is sent. `{team}`, `{name}` and `{hours}` are filled in; nothing else is markup.
//!
//! Baton's own sentences are one file for each language beside this one; English is the reference for which there are
//! and which places they have. An owner words any of them otherwise, in any language.

mod fill;
mod language;
mod names;
mod overrides;

pub use fill::{fill, fill_as_is};
pub use names::Text;
pub use overrides::Overrides;
pub(super) use overrides::{canonical_tag, read};

use self::{language::built_in, names::Line};
use super::Policy;
use crate::{
    ids::QueueId,
    triggers::{ReasonCode, topic::Topic},
};

/// The language that is spoken where nothing nearer is known.
const ENGLISH: &str = "en";

impl Policy {
    /// A sentence in the visitor's language. `locale` is a language tag such as `pt-BR`: its own words are taken
    /// before those of `pt`, and those before English; in each, the owner's before Baton's.
    pub fn text(&self, text: Text, locale: Option<&str>) -> &str {
        self.line(names::said(text), locale).unwrap_or_default()
    }

    /// The sentence that opens an escalation: why a person is called. What happens next is said after it, by
    /// [`Text::Calling`], [`Text::NobodyIn`] or [`Text::PassedOn`]. May be empty, if the owner wants none.
    pub fn lead(&self, code: ReasonCode, topic: Option<Topic>, locale: Option<&str>) -> &str {
        self.by_reason(names::LEAD, code, topic, locale)
    }

    /// The sentences that offer a person, ending with the question.
    pub fn offer(&self, code: ReasonCode, topic: Option<Topic>, locale: Option<&str>) -> &str {
        if code == ReasonCode::AskedWhetherHuman {
            return self.text(Text::Probe, locale);
        }
        self.by_reason(names::OFFER, code, topic, locale)
    }

    /// A team as visitors of this language read it: `name` is how the escalation calls it.
    pub fn team<'a>(&'a self, id: &QueueId, name: &'a str, locale: Option<&str>) -> &'a str {
        let queue = self.queue(Some(id));
        let own = locale.and_then(|tag| tags(tag).find_map(|tag| queue.names.get(&tag)));
        match own {
            Some(own) => own,
            // Nobody named it: Baton's own word for a team is known in each language.
            None if name == Self::standard().queue.name => self.text(Text::Team, locale),
            None => name,
        }
    }

    fn by_reason(
        &self,
        [by_code, by_topic]: [&'static str; 2],
        code: ReasonCode,
        topic: Option<Topic>,
        locale: Option<&str>,
    ) -> &str {
        let line = match topic.filter(|_| names::is_about(code)) {
            Some(topic) => Line(by_topic, topic.as_str()),
            None => Line(by_code, names::of(code)),
        };
        self.line(line, locale).unwrap_or_default()
    }

    fn line(&self, line: Line, locale: Option<&str>) -> Option<&str> {
        let spoken = locale.into_iter().flat_map(tags).chain([ENGLISH.to_owned()]);
        spoken.into_iter().find_map(|tag| {
            let own = self.texts.language(&tag).and_then(|own| own.get(line));
            own.or_else(|| built_in(&tag)?.get(line))
        })
    }
}

/// A language tag and what it narrows: `pt-br`, `pt`. In lower case; nothing longer than any tag is looked at.
pub(super) fn tags(locale: &str) -> impl Iterator<Item = String> {
    const LONGEST: usize = 35;
    let tag = Some(locale).filter(|tag| tag.len() <= LONGEST).map(canonical_tag);
    std::iter::successors(tag, |tag| Some(tag.rsplit_once('-')?.0.to_owned()))
}

#[cfg(test)]
mod tests;
