//! Does this need a person? Signals in, one decision out, in code: policy beats model.
//!
//! Each kind of signal is a module that can be read and tested alone. [`evaluate()`] puts them together; it is called
//! before any model is asked and again before an answer is committed. A model may write words; it decides nothing.

mod asked;
mod assent;
mod bare;
mod buying;
pub mod concepts;
pub mod confidence;
mod decision;
mod evaluate;
pub mod explicit;
mod judge;
pub mod keyword;
pub mod mood;
mod needs;
mod observe;
pub mod promise;
mod question;
pub mod refusal;
pub mod repetition;
mod replay;
mod rules;
pub mod signals;
pub mod solved;
mod tally;
pub mod told;
mod tone;
pub mod topic;

pub(crate) use bare::only_answers;
pub use decision::{Decision, Reason, ReasonCode, Verdict};
pub use evaluate::{Input, evaluate};
pub use judge::judge;
pub use observe::{observe, wanted};
pub use question::question;
pub use replay::{Replayed, replay};
pub use signals::Signals;
