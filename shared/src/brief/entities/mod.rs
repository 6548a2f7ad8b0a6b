//! Things a visitor named that an agent will need: addresses, numbers, amounts, dates. Each exactly as written, with its
//! message. What a number belongs to is told by the words before it; a number without such words is a reference.

mod contact;
mod date;
mod money;
mod number;
pub mod pattern;
mod tokens;

use std::{collections::BTreeSet, ops::Range};

use serde::{Deserialize, Serialize};

use crate::{
    conversation::Entry,
    ids::Seq,
    policy::EntityRule,
    text::{fold, words},
};
use tokens::{Token, tokens};

/// A heading of more words is a sentence, not a name.
const MOST_WORDS: usize = 5;
/// So many are kept of one message; a pasted table is not a list of facts.
const MOST_OF_ONE: usize = 24;

/// One thing named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// What it is.
    pub kind: Kind,
    /// Exactly as written.
    pub text: String,
    /// The message it stands in.
    pub message: Seq,
}

/// What kind of thing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// What an owner's pattern finds, by the owner's name for it.
    Own(String),
    /// A mail address.
    Email,
    /// A phone number.
    Phone,
    /// The number of an order, a booking or a reservation.
    Order,
    /// The number of an invoice.
    Invoice,
    /// The number of a parcel.
    Tracking,
    /// A number or code that is not said to be any of these.
    Reference,
    /// An amount of money with its currency.
    Amount,
    /// A day.
    Date,
    /// An address on the web.
    Url,
    /// A product or subject, by a heading of the owner's pages.
    Product,
}

impl Kind {
    /// The kinds that questions can ask for, by their names in policies.
    pub const NAMES: [(&'static str, Self); 9] = [
        ("email", Self::Email),
        ("phone", Self::Phone),
        ("order", Self::Order),
        ("invoice", Self::Invoice),
        ("tracking", Self::Tracking),
        ("reference", Self::Reference),
        ("amount", Self::Amount),
        ("date", Self::Date),
        ("url", Self::Url),
    ];

    /// The kind of that name in a policy: a known one, else one of the owner's.
    pub fn named(name: &str) -> Self {
        let known = Self::NAMES.into_iter().find(|(known, _)| *known == name);
        known.map_or_else(|| Self::Own(name.to_owned()), |(_, kind)| kind)
    }

    /// As agents read it.
    pub fn words(&self) -> &str {
        match self {
            Self::Own(name) => name,
            Self::Email => "E-mail",
            Self::Phone => "Phone",
            Self::Order => "Order",
            Self::Invoice => "Invoice",
            Self::Tracking => "Tracking",
            Self::Reference => "Reference",
            Self::Amount => "Amount",
            Self::Date => "Date",
            Self::Url => "Link",
            Self::Product => "Product",
        }
    }
}

/// What one text names, in the order of the text, each once. `own` are the owner's patterns, `names` headings of
/// their pages.
pub fn find(text: &str, own: &[EntityRule], names: &[String]) -> Vec<(Kind, Range<usize>)> {
    let mut found: Vec<(Kind, Range<usize>)> = Vec::new();
    for rule in own {
        if let Ok(pattern) = pattern::Pattern::parse(&rule.pattern) {
            let theirs = |at| (Kind::Own(rule.name.clone()), at);
            add(&mut found, pattern.find(text).into_iter().map(theirs).collect());
        }
    }
    common(text, &mut found);
    add(&mut found, products(text, names));
    in_order(text, found)
}

/// What anybody's numbers and addresses look like. The surer first: what one of them took, the next does not look at.
fn common(text: &str, found: &mut Vec<(Kind, Range<usize>)>) {
    let tokens = tokens(text);
    add(found, contact::addresses(&tokens));
    add(found, money::amounts(&tokens));
    add(found, number::named(&tokens));
    add(found, date::dates(&tokens));
    add(found, contact::phones(text, &tokens));
    add(found, number::references(text, &tokens));
}

fn in_order(text: &str, mut found: Vec<(Kind, Range<usize>)>) -> Vec<(Kind, Range<usize>)> {
    found.sort_unstable_by_key(|(_, at)| at.start);
    let mut seen: Vec<String> = Vec::new();
    found.retain(|(_, at)| {
        let folded = fold(&text[at.clone()]);
        let new = !seen.contains(&folded);
        seen.push(folded);
        new
    });
    found.truncate(MOST_OF_ONE);
    found
}

/// What these messages name, the oldest first, each once.
pub fn of<'a>(said: impl Iterator<Item = &'a Entry>, own: &[EntityRule], names: &[String]) -> Vec<Entity> {
    gather(said, |text| find(text, own, names))
}

/// The same without patterns and names: where the policy is not at hand.
pub fn plain<'a>(said: impl Iterator<Item = &'a Entry>) -> Vec<Entity> {
    gather(said, |text| {
        let mut found = Vec::new();
        common(text, &mut found);
        in_order(text, found)
    })
}

fn gather<'a>(
    said: impl Iterator<Item = &'a Entry>,
    find: impl Fn(&str) -> Vec<(Kind, Range<usize>)>,
) -> Vec<Entity> {
    let mut all: Vec<Entity> = Vec::new();
    let mut seen = BTreeSet::new();
    for entry in said {
        for (kind, at) in find(&entry.text) {
            let text = entry.text[at].to_owned();
            if seen.insert(fold(&text)) {
                all.push(Entity {
                    kind,
                    text,
                    message: entry.seq,
                });
            }
        }
    }
    all
}

fn add(found: &mut Vec<(Kind, Range<usize>)>, more: Vec<(Kind, Range<usize>)>) {
    for (kind, at) in more {
        let free = |(_, taken): &(Kind, Range<usize>)| at.end <= taken.start || taken.end <= at.start;
        if !at.is_empty() && found.iter().all(free) {
            found.push((kind, at));
        }
    }
}

/// Headings that stand in the text word for word. A heading of one plain word is one only where it is written as a name
/// is, with a capital inside a sentence: "shipping" is what everybody asks about, and the name of a page.
fn products(text: &str, names: &[String]) -> Vec<(Kind, Range<usize>)> {
    let there = super::phrases::words(text);
    let mut found = Vec::new();
    for name in names.iter().filter(|name| !name.contains('?')) {
        let folded = fold(name);
        let wanted: Vec<&str> = words(&folded).collect();
        if wanted.is_empty() || wanted.len() > MOST_WORDS {
            continue;
        }
        let telling = wanted.len() > 1 || folded.contains(|c: char| c.is_ascii_digit());
        let stands = |run: &&[super::phrases::Word]| {
            let same = run.iter().zip(&wanted).all(|(word, want)| word.folded == *want);
            same && (telling || is_written_as_a_name(text, run[0].at.start))
        };
        if let Some(run) = there.windows(wanted.len()).find(stands) {
            found.push((Kind::Product, run[0].at.start..run[run.len() - 1].at.end));
        }
    }
    found
}

fn is_written_as_a_name(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    let inside = !before.is_empty() && !before.ends_with(['.', '!', '?', ':', ';']);
    inside && text[at..].starts_with(char::is_uppercase)
}

/// A token that ends before the sentence does, and the ones after it: for looking ahead.
fn rest<'t, 'a>(tokens: &'t [Token<'a>], at: usize) -> &'t [Token<'a>] {
    tokens.get(at + 1..).unwrap_or_default()
}

#[cfg(test)]
mod tests;
