//! Who writes the assistant's words. The built-in assistant quotes the best passage and needs no key; a model, where one is
//! configured, writes from the passages it is given. Neither decides anything: its words are weighed by
//! `shared::triggers` before they are committed.

pub mod model;
mod pace;
pub mod prompt;
mod stream;

use worker::Env;

pub use model::{Model, Reply};

use crate::config::variable;

/// The assistant of this edge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Assistant {
    /// Quotes the best passage, with its source.
    BuiltIn,
    /// An OpenAI-compatible model writes.
    Model(Model),
}

impl Assistant {
    /// What whoever runs the edge configured. Address and model are needed; a key only where the endpoint wants one.
    pub fn configured(env: &Env) -> Self {
        match (variable(env, "BATON_MODEL_URL"), variable(env, "BATON_MODEL")) {
            (Some(url), Some(name)) => Self::Model(Model {
                url,
                name,
                key: variable(env, "BATON_MODEL_KEY"),
            }),
            _ => Self::BuiltIn,
        }
    }
}
