//! Does this need a person? Signals in, one decision out, in code: policy beats model.
//!
//! Each kind of signal is a module that can be read and tested alone. [`evaluate()`] puts them together; it is called
//! before any model is asked and again before an answer is committed. A model may write words; it decides nothing.

pub mod confidence;
mod decision;
mod evaluate;
pub mod explicit;
pub mod keyword;
pub mod mood;
pub mod promise;
pub mod repetition;
pub mod signals;
pub mod tally;
pub mod topic;

pub use decision::{Decision, Reason, ReasonCode, Verdict};
pub use evaluate::{Input, evaluate};
pub use signals::Signals;
