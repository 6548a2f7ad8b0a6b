//! What an owner wrote, before it is known what it means: the same tree from TOML and from JSON. It is kept as it was
//! written, so that an owner's few changes stay changes when a later version of Baton has other defaults.

use std::{collections::BTreeMap, fmt};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, MapAccess, SeqAccess, Visitor},
};

/// A value with everything below it. Numbers are whole: nothing in a policy is anything else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tree {
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Tree>),
    /// A table.
    Table(BTreeMap<String, Tree>),
    /// What no policy can hold, as it is called when it is refused.
    Other(&'static str),
}

impl Default for Tree {
    fn default() -> Self {
        Self::Table(BTreeMap::new())
    }
}

impl Tree {
    /// What it is, as it is called when something else was expected.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Flag(_) => "true or false",
            Self::Number(_) => "a number",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Table(_) => "a table",
            Self::Other(kind) => kind,
        }
    }

    /// One spelling for one content: no order of keys, no layout. Each part says how long it is, so that two contents
    /// never run into the same spelling.
    pub(super) fn canonical(&self, into: &mut impl fmt::Write) -> fmt::Result {
        match self {
            Self::Flag(flag) => into.write_str(if *flag { "t" } else { "f" }),
            Self::Number(number) => write!(into, "n{number};"),
            Self::Text(text) => write!(into, "s{}:{text}", text.len()),
            Self::List(items) => {
                write!(into, "l{}:", items.len())?;
                items.iter().try_for_each(|item| item.canonical(into))
            }
            Self::Table(entries) => {
                write!(into, "m{}:", entries.len())?;
                entries.iter().try_for_each(|(key, item)| {
                    write!(into, "{}:{key}", key.len())?;
                    item.canonical(into)
                })
            }
            Self::Other(kind) => into.write_str(kind),
        }
    }
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Flag(flag) => to.serialize_bool(*flag),
            Self::Number(number) => to.serialize_i64(*number),
            Self::Text(text) => to.serialize_str(text),
            Self::List(items) => to.collect_seq(items),
            Self::Table(entries) => to.collect_map(entries),
            Self::Other(_) => to.serialize_unit(),
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Grow)
    }
}

struct Grow;

impl<'de> Visitor<'de> for Grow {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a policy")
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Tree, E> {
        Ok(Tree::Flag(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Tree, E> {
        Ok(Tree::Number(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Tree, E> {
        Ok(i64::try_from(number).map_or(Tree::Other("a number too large for anything"), Tree::Number))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Tree, E> {
        Ok(Tree::Other("a number with a fraction"))
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Tree, E> {
        Ok(Tree::Text(text))
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Other("null"))
    }

    fn visit_none<E>(self) -> Result<Tree, E> {
        Ok(Tree::Other("null"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Tree, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = from.next_element()? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Tree, A::Error> {
        let mut entries = BTreeMap::new();
        while let Some((key, item)) = from.next_entry::<String, Tree>()? {
            // JSON's null says "nothing here", which is what leaving the key out says too.
            if item == Tree::Other("null") {
                continue;
            }
            // How the reader of TOML hands over its dates and times.
            if key == "$__toml_private_datetime" {
                return Ok(Tree::Other("a date"));
            }
            if entries.contains_key(&key) {
                return Err(A::Error::custom(format_args!("`{key}` stands there twice")));
            }
            entries.insert(key, item);
        }
        Ok(Tree::Table(entries))
    }
}
