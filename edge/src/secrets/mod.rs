//! What must not be guessed or read: random tokens, their fingerprints, passwords. Only fingerprints are ever stored.

pub mod password;
mod platform;
pub mod token;

pub use platform::random_hex;
