//! What must not be guessed or read: random tokens, their fingerprints, passwords. Only fingerprints are ever stored, but for the keys
//! of identity tokens, which are checked with the key itself.

pub mod identity;
pub mod password;
mod platform;
pub mod token;

pub use platform::random_hex;
