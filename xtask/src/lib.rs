//! Every developer command of Baton, as a library, so that the tests start the edge the same way `serve` does.
//!
//! Entry points: [`serve::serve`], [`check::test`], [`build::build`], [`bench::bench`]; each prints what it does and
//! returns a [`problem::Problem`] that says what to type when it cannot go on.

pub mod bench;
pub mod build;
pub mod chaos;
pub mod check;
pub mod command;
pub mod lab;
pub mod layout;
pub mod model;
pub mod problem;
pub mod say;
pub mod serve;
pub mod setup;
pub mod stamp;
pub mod sweep;
pub mod workerd;
