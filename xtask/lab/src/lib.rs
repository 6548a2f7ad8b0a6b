//! Measures what decides, on labelled text: `cargo xtask evaluate`, `cargo xtask train`.
//!
//! A crate of its own, compiled optimised, because the files are long; it uses the very functions that are shipped. Text
//! it reads stays where it is: nothing of it is written anywhere but to the terminal.

pub mod evaluate;
pub mod fault;
pub mod lines;
pub mod policy;
pub mod replay;
pub mod train;
