//! What the owner wrote, as the assistant sees it: passages, the words to look them up by, and a quotation.

pub mod index;
mod query;
mod quote;

use serde::{Deserialize, Serialize};

pub use query::{Courtesy, all_terms, courtesy, look_up_terms, terms};
pub(crate) use query::{alike, common, opposite};
pub use quote::{quote, sources};

/// A piece of a page that can be read alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Passage {
    /// The page's title.
    pub title: String,
    /// The headings above it, joined by " › "; empty at the top of a page.
    pub heading: String,
    /// The page's address with the heading's anchor.
    pub url: String,
    /// Its text, plain, paragraphs apart by blank lines, listings between lines of [`FENCE`](crate::text::FENCE).
    pub body: String,
    /// How the index ranked it: higher is better. Good for order within one look-up, not as a measure of support
    /// (an absolute BM25 score says little: see [`crate::triggers::confidence`]).
    pub score: f64,
}

/// What the conversation asks the site for at the start of a turn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lookup {
    /// The words to look up, from [`look_up_terms`]. Empty: only the policy is wanted.
    pub terms: Vec<String>,
    /// The hash of the policy the asker holds; none when it holds none.
    pub policy_hash: Option<String>,
}

/// The site's answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// The site's name.
    pub site_name: String,
    /// The policy's hash.
    pub policy_hash: String,
    /// The policy as JSON, when the asker's is another.
    pub policy: Option<crate::policy::Policy>,
    /// Passages, best first, at most [`MOST_FOUND`].
    pub passages: Vec<Passage>,
}

/// Headings of these passages, each once: what a visitor may name.
pub fn headings(passages: &[Passage]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for passage in passages {
        for name in [passage.title.as_str()]
            .into_iter()
            .chain(passage.heading.split(" › "))
        {
            if !name.is_empty() && !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
    }
    names
}

/// How many passages a look-up brings at most, to choose from.
pub const MOST_FOUND: usize = 10;
/// How many passages are kept at most, once [chosen](crate::triggers::confidence::best_first): what an answer rests on.
pub const MOST_PASSAGES: usize = 6;
