//! Knowledge: from an owner's documents in Markdown to passages that can be found and quoted alone. Pure; storing and
//! searching them is the Site object's.

mod anchor;
mod flatten;
mod passages;
mod split;

pub use passages::{Document, passages};
