//! The part of `wrangler.toml` that says what the Worker is and what it is bound to.

use std::collections::BTreeMap;
use std::fs;

use serde::Deserialize;

use crate::layout::Layout;
use crate::problem::{Explain, Outcome};

/// What `wrangler.toml` says. Keys that only a deployment needs are not read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Manifest {
    /// The runtime's behaviour is pinned to this day.
    pub compatibility_date: String,
    /// Exceptions from it.
    #[serde(default)]
    pub compatibility_flags: Vec<String>,
    /// Where the static files are, and the name they are bound to.
    pub assets: Assets,
    /// The objects.
    pub durable_objects: DurableObjects,
    /// Plain settings.
    #[serde(default)]
    pub vars: BTreeMap<String, String>,
}

/// The static files.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Assets {
    /// Their folder, relative to the top of the checkout.
    pub directory: String,
    /// The name the Worker knows them by.
    pub binding: String,
}

/// The table of objects.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct DurableObjects {
    /// One entry per class.
    pub bindings: Vec<ObjectBinding>,
}

/// One class of objects.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ObjectBinding {
    /// The name the Worker knows it by.
    pub name: String,
    /// The class it is an instance of.
    pub class_name: String,
}

impl Manifest {
    /// Reads the checkout's `wrangler.toml`.
    pub fn read(layout: &Layout) -> Outcome<Self> {
        let text = fs::read_to_string(layout.at("wrangler.toml"))
            .explain(|| "wrangler.toml could not be read".into())?;
        toml::from_str(&text).explain(|| "wrangler.toml could not be understood".into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checkouts_own_manifest_is_understood() {
        let manifest = Manifest::read(&Layout::here()).unwrap();
        let names: Vec<&str> = manifest
            .durable_objects
            .bindings
            .iter()
            .map(|object| object.name.as_str())
            .collect();
        assert_eq!(names, ["CONVERSATION", "QUEUE", "SITE", "DIRECTORY"]);
        assert_eq!(manifest.assets.binding, "ASSETS");
    }
}
