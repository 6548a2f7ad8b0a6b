//! What the owner wrote, as the assistant sees it: passages, the words to look them up by, and a quotation.

pub mod index;
mod query;
mod quote;

use serde::{Deserialize, Serialize};

pub(crate) use query::common;
pub use query::{Courtesy, all_terms, courtesy, terms};
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
    /// Its text, plain, paragraphs apart by blank lines.
    pub body: String,
    /// How the index ranked it: higher is better. Good for order within one look-up, not as a measure of support
    /// (an absolute BM25 score says little: see [`crate::triggers::confidence`]).
    pub score: f64,
}

/// What the conversation asks the site for at the start of a turn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lookup {
    /// The words to look up, from [`terms`]. Empty: only the policy is wanted.
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
    /// Passages, best first, at most [`MOST_PASSAGES`].
    pub passages: Vec<Passage>,
}

/// How many passages a look-up brings at most.
pub const MOST_PASSAGES: usize = 6;
