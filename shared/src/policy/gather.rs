//! What is gathered for the brief: the owner's own numbers, questions after the call, and how much of a page's address.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    Policy, Problem,
    fields::{Fields, under},
    nearest::nearest,
    texts::canonical_tag,
};
use crate::{
    brief::entities::{Kind, pattern},
    conversation::Page,
    ids::QueueId,
};

/// The longest name of a kind of number, in characters.
const LONGEST_NAME: usize = 40;
/// The longest question, in characters.
const LONGEST_QUESTION: usize = 200;
/// More patterns than these would slow every message down.
const MOST_PATTERNS: usize = 20;
/// More questions than these nobody answers while waiting.
const MOST_QUESTIONS: usize = 5;
/// The longest path that is hidden, in characters, and how many.
const LONGEST_PATH: usize = 200;

/// How one of the owner's own numbers looks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntityRule {
    /// What agents read before it: "Serial number".
    pub name: String,
    /// How it looks: see [`pattern`].
    pub pattern: String,
}

/// One question that a visitor is asked after the call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The question.
    pub ask: String,
    /// The same in other languages, by language tag in lower case.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub asks: BTreeMap<String, String>,
    /// What kind of thing answers it, where it is one that is captured: then it is not asked when it was said already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Only escalations to this queue ask it; none: all do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub queue: Option<QueueId>,
}

impl Question {
    /// The question in the visitor's language, else as the owner wrote it first.
    pub fn text(&self, locale: Option<&str>) -> &str {
        let own = locale.and_then(|tag| super::texts::tags(tag).find_map(|tag| self.asks.get(&tag)));
        own.unwrap_or(&self.ask)
    }
}

/// What is kept of a page's address. What is dropped is dropped before anything is stored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageRules {
    /// Drop what stands behind `?` and `#`.
    #[serde(default)]
    pub drop_query: bool,
    /// Of pages whose path begins with one of these, only the site is kept.
    #[serde(default)]
    pub hide: Vec<String>,
}

impl PageRules {
    /// A page as far as it may be kept.
    pub fn kept(&self, page: Page) -> Page {
        let (url, hidden) = self.address(page.url);
        Page {
            url,
            title: if hidden { String::new() } else { page.title },
            referrer: self.address(page.referrer).0,
        }
    }

    /// An address as far as it may be kept, and whether its path was hidden.
    fn address(&self, mut url: String) -> (String, bool) {
        if self.drop_query
            && let Some(end) = url.find(['?', '#'])
        {
            url.truncate(end);
        }
        let host = url.find("://").map_or(0, |at| at + 3);
        let path = url[host..].find('/').map_or(url.len(), |at| host + at);
        let hidden = self
            .hide
            .iter()
            .any(|hidden| url[path..].starts_with(hidden.as_str()));
        if hidden {
            url.truncate(path);
            url.push_str("/…");
        }
        (url, hidden)
    }
}

/// Reads the three parts.
pub(super) fn read(fields: &mut Fields<'_, '_>, policy: &mut Policy) {
    if fields.has("entities") {
        policy.entities.clear();
    }
    fields.tables("entities", |fields| policy.entities.extend(entity(fields)));
    if fields.has("intake") {
        policy.intake.clear();
    }
    fields.tables("intake", |fields| policy.intake.push(question(fields)));
    fields.table("pages", |fields| {
        fields.flag("drop_query", &mut policy.pages.drop_query);
        if let Some(hide) = fields.texts("hide", LONGEST_PATH) {
            policy.pages.hide = hide;
        }
    });
}

fn entity(fields: &mut Fields<'_, '_>) -> Option<EntityRule> {
    let name = fields.needed("name", "what agents read before it", LONGEST_NAME);
    let text = fields.needed("pattern", "how it looks, such as \"SN-####\"", pattern::LONGEST)?;
    if let Err(wrong) = pattern::Pattern::parse(&text) {
        fields.say("pattern", wrong);
        return None;
    }
    Some(EntityRule {
        name: name?,
        pattern: text,
    })
}

/// A question without words keeps its place, so that what is said of the others names theirs; it is never asked.
fn question(fields: &mut Fields<'_, '_>) -> Question {
    let ask = fields.needed("ask", "the question", LONGEST_QUESTION);
    let asks = fields.named_texts("asks", LONGEST_QUESTION).unwrap_or_default();
    let kind = fields.text("kind", LONGEST_NAME, false);
    let queue = fields.queue_id("queue");
    Question {
        ask: ask.unwrap_or_default(),
        asks: asks
            .into_iter()
            .map(|(tag, text)| (canonical_tag(&tag), text))
            .collect(),
        kind,
        queue,
    }
}

impl Policy {
    /// What the parts cannot know alone.
    pub(super) fn of_gathering(&self, found: &mut Vec<Problem>) {
        for (name, count, most) in [
            ("entities", self.entities.len(), MOST_PATTERNS),
            ("intake", self.intake.len(), MOST_QUESTIONS),
        ] {
            if count > most {
                found.push(Problem::new(
                    name,
                    format!("must have at most {most} entries, not {count}"),
                ));
            }
        }
        let own = self.entities.iter().map(|rule| rule.name.as_str());
        let kinds: Vec<&str> = Kind::NAMES.iter().map(|(name, _)| *name).chain(own).collect();
        for (at, question) in self.intake.iter().enumerate() {
            let path = under(&under("intake", &at.to_string()), "kind");
            if let Some(kind) = question.kind.as_deref().filter(|kind| !kinds.contains(kind)) {
                let hint = nearest(kind, kinds.iter().copied()).map_or_else(
                    || format!("there are: {}", kinds.join(", ")),
                    |near| format!("did you mean \"{near}\"?"),
                );
                found.push(Problem::new(
                    &path,
                    format!("is nothing that is captured (\"{kind}\"); {hint}"),
                ));
            }
        }
        for (at, path) in self
            .pages
            .hide
            .iter()
            .enumerate()
            .filter(|(_, path)| !path.starts_with('/'))
        {
            let rule = format!("must begin with \"/\": \"{path}\" is no path");
            found.push(Problem::new(&under("pages.hide", &at.to_string()), rule));
        }
    }
}
