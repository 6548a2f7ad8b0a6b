//! Reads the fields of a table over what holds already, and collects everything that is wrong on the way. A field that
//! is wrong or absent leaves its default in place.

use std::{collections::BTreeMap, ops::RangeInclusive};

use super::{Problem, nearest::nearest, tree::Tree};
use crate::ids::QueueId;

/// The fields of one table.
pub(super) struct Fields<'a, 'p> {
    path: String,
    entries: &'a BTreeMap<String, Tree>,
    known: Vec<&'static str>,
    problems: &'p mut Vec<Problem>,
}

/// Reads a table; what nobody asked for in it is a problem.
pub(super) fn table(
    tree: &Tree,
    path: &str,
    problems: &mut Vec<Problem>,
    read: impl FnOnce(&mut Fields<'_, '_>),
) {
    let Tree::Table(entries) = tree else {
        problems.push(expected(path, "a table of settings", tree));
        return;
    };
    let mut fields = Fields {
        path: path.to_owned(),
        entries,
        known: Vec::new(),
        problems,
    };
    read(&mut fields);
    fields.refuse_unknown();
}

fn expected(path: &str, what: &str, found: &Tree) -> Problem {
    Problem::new(path, format!("must be {what}, not {}", found.kind()))
}

/// `a.b`, or `b` at the top.
pub(super) fn under(path: &str, key: &str) -> String {
    if path.is_empty() {
        key.to_owned()
    } else {
        format!("{path}.{key}")
    }
}

impl<'a> Fields<'a, '_> {
    /// Takes a field, if it is there.
    fn take(&mut self, key: &'static str) -> Option<(String, &'a Tree)> {
        self.known.push(key);
        let tree = self.entries.get(key)?;
        Some((under(&self.path, key), tree))
    }

    /// States a problem with a field.
    pub(super) fn say(&mut self, key: &str, message: impl Into<String>) {
        let path = under(&self.path, key);
        self.problems.push(Problem::new(&path, message));
    }

    /// States a problem with the table itself.
    pub(super) fn say_here(&mut self, message: impl Into<String>) {
        self.problems.push(Problem::new(&self.path, message));
    }

    /// Whether the field is there, right or wrong.
    pub(super) fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// Whether the field, if it is there, is exactly this.
    pub(super) fn is(&mut self, key: &'static str, wanted: &Tree) -> bool {
        self.take(key).is_none_or(|(_, tree)| tree == wanted)
    }

    /// A whole number in a range; `unit` says what it counts.
    pub(super) fn number<N>(&mut self, key: &'static str, unit: &str, range: RangeInclusive<N>, into: &mut N)
    where
        N: Copy + PartialOrd + TryFrom<i64> + std::fmt::Display,
    {
        let Some((path, tree)) = self.take(key) else {
            return;
        };
        let what = || {
            format!(
                "a whole number from {} to {} ({unit})",
                range.start(),
                range.end()
            )
        };
        match tree {
            Tree::Number(number) => match N::try_from(*number) {
                Ok(number) if range.contains(&number) => *into = number,
                _ => self
                    .problems
                    .push(Problem::new(&path, format!("must be {}, not {number}", what()))),
            },
            other => self.problems.push(expected(&path, &what(), other)),
        }
    }

    /// True or false.
    pub(super) fn flag(&mut self, key: &'static str, into: &mut bool) {
        match self.take(key) {
            Some((_, Tree::Flag(flag))) => *into = *flag,
            Some((path, other)) => self.problems.push(expected(&path, "true or false", other)),
            None => {}
        }
    }

    /// One line or more of text, trimmed, of at most so many characters. An empty one is refused unless it may be.
    pub(super) fn text(&mut self, key: &'static str, longest: usize, may_be_empty: bool) -> Option<String> {
        let (path, tree) = self.take(key)?;
        let Tree::Text(text) = tree else {
            self.problems.push(expected(&path, "a text", tree));
            return None;
        };
        let text = text.trim();
        let wrong = if text.is_empty() && !may_be_empty {
            "must not be empty".to_owned()
        } else if text.chars().count() > longest {
            format!("must have at most {longest} characters")
        } else if text.chars().any(|c| c.is_control() && c != '\n') {
            "must not have control characters in it".to_owned()
        } else {
            return Some(text.to_owned());
        };
        self.problems.push(Problem::new(&path, wrong));
        None
    }

    /// A text that must be there; `what` it is completes "is missing: …".
    pub(super) fn needed(&mut self, key: &'static str, what: &str, longest: usize) -> Option<String> {
        if !self.has(key) {
            self.say(key, format!("is missing: {what}"));
        }
        self.text(key, longest, false)
    }

    /// A list of texts of 1 to `longest` characters, at most 50.
    pub(super) fn texts(&mut self, key: &'static str, longest: usize) -> Option<Vec<String>> {
        const MOST: usize = 50;
        let (path, tree) = self.take(key)?;
        let Tree::List(items) = tree else {
            self.problems.push(expected(&path, "a list of texts", tree));
            return None;
        };
        if items.len() > MOST {
            self.problems
                .push(Problem::new(&path, format!("must have at most {MOST} entries")));
        }
        let mut read = Vec::new();
        for (at, item) in items.iter().enumerate() {
            match item {
                Tree::Text(text) if (1..=longest).contains(&text.trim().chars().count()) => {
                    read.push(text.trim().to_owned());
                }
                _ => {
                    let rule = format!("must be a text of 1 to {longest} characters");
                    self.problems
                        .push(Problem::new(&under(&path, &at.to_string()), rule));
                }
            }
        }
        Some(read)
    }

    /// One of a closed list of words.
    pub(super) fn choice<C: Copy>(&mut self, key: &'static str, choices: &[(&'static str, C)], into: &mut C) {
        let Some((path, tree)) = self.take(key) else {
            return;
        };
        let names: Vec<_> = choices.iter().map(|(name, _)| *name).collect();
        let all = names
            .iter()
            .map(|name| format!("\"{name}\""))
            .collect::<Vec<_>>()
            .join(" or ");
        let Tree::Text(text) = tree else {
            self.problems.push(expected(&path, &all, tree));
            return;
        };
        if let Some((_, choice)) = choices.iter().find(|(name, _)| name == text) {
            *into = *choice;
        } else {
            let hint = nearest(text, names.iter().copied())
                .map_or_else(String::new, |name| format!("; did you mean \"{name}\"?"));
            self.problems.push(Problem::new(
                &path,
                format!("must be {all}, not \"{}\"{hint}", clip(text)),
            ));
        }
    }

    /// The id of a queue. Whether there is one of that id is known only when all is read.
    pub(super) fn queue_id(&mut self, key: &'static str) -> Option<QueueId> {
        let (path, tree) = self.take(key)?;
        let id = match tree {
            Tree::Text(text) => QueueId::new(text.as_str()).ok(),
            _ => None,
        };
        if id.is_none() {
            self.problems.push(Problem::new(
                &path,
                "must be a queue's id: 1 to 64 of a-z, 0-9, \"-\" and \"_\"",
            ));
        }
        id
    }

    /// A table below this one.
    pub(super) fn table(&mut self, key: &'static str, read: impl FnOnce(&mut Fields<'_, '_>)) {
        if let Some((path, tree)) = self.take(key) {
            table(tree, &path, self.problems, read);
        }
    }

    /// A list of tables: each is read by itself and named by its place, from 0.
    pub(super) fn tables(&mut self, key: &'static str, mut read: impl FnMut(&mut Fields<'_, '_>)) {
        match self.take(key) {
            Some((path, Tree::List(items))) => {
                for (at, item) in items.iter().enumerate() {
                    table(item, &under(&path, &at.to_string()), self.problems, &mut read);
                }
            }
            Some((path, other)) => self.problems.push(expected(&path, "a list", other)),
            None => {}
        }
    }

    /// A table with keys of the owner's choice, each with a table below it.
    pub(super) fn named_tables(
        &mut self,
        key: &'static str,
        mut read: impl FnMut(&str, &mut Fields<'_, '_>),
    ) {
        match self.take(key) {
            Some((path, Tree::Table(entries))) => {
                for (name, item) in entries {
                    table(item, &under(&path, name), self.problems, |fields| {
                        read(name, fields);
                    });
                }
            }
            Some((path, other)) => self.problems.push(expected(&path, "a table", other)),
            None => {}
        }
    }

    /// A table with keys of the owner's choice, each with a text.
    pub(super) fn named_texts(
        &mut self,
        key: &'static str,
        longest: usize,
    ) -> Option<BTreeMap<String, String>> {
        let (path, tree) = self.take(key)?;
        let Tree::Table(entries) = tree else {
            self.problems.push(expected(&path, "a table of texts", tree));
            return None;
        };
        let mut read = BTreeMap::new();
        for (name, item) in entries {
            let path = under(&path, name);
            match item {
                Tree::Text(text) if text.trim().is_empty() || text.chars().count() > longest => {
                    let rule = format!("must be a text of 1 to {longest} characters");
                    self.problems.push(Problem::new(&path, rule));
                }
                Tree::Text(text) => {
                    read.insert(name.clone(), text.trim().to_owned());
                }
                other => self.problems.push(expected(&path, "a text", other)),
            }
        }
        Some(read)
    }

    /// Whatever was not asked for is not known: most often a slip of the finger.
    fn refuse_unknown(self) {
        let known = &self.known;
        for key in self.entries.keys().filter(|key| !known.contains(&key.as_str())) {
            let hint = nearest(key, known.iter().copied()).map_or_else(
                || format!("here are {}", some_of(known)),
                |name| format!("did you mean `{name}`?"),
            );
            self.problems.push(Problem::new(
                &under(&self.path, &clip(key)),
                format!("is no setting; {hint}"),
            ));
        }
    }
}

/// The names, or the first dozen of them.
fn some_of(names: &[&str]) -> String {
    const SOME: usize = 12;
    match names.len().checked_sub(SOME) {
        Some(more @ 1..) => format!("{} and {more} more", names[..SOME].join(", ")),
        _ => names.join(", "),
    }
}

/// What is repeated of a mistake: enough to find it.
fn clip(text: &str) -> String {
    crate::text::clip(text, 40)
}
