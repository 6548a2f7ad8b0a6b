//! Identity tokens as a customer's server mints them: by a JWT library for Node, which shares no code with Baton.

use std::process::Command;

use serde_json::Value;

use crate::wait::must;

const MINT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tokens/mint.mjs");

/// A token for these claims, good for an hour unless they say otherwise.
pub fn mint(secret: &str, claims: &Value) -> String {
    node(&[secret, &claims.to_string(), "3600"])
}

/// A token that was good until an hour ago.
pub fn expired(secret: &str, claims: &Value) -> String {
    node(&[secret, &claims.to_string(), "-3600"])
}

/// A token whose header says what it likes.
pub fn with_header(secret: &str, claims: &Value, header: &Value, hash: &str) -> String {
    node(&[secret, &claims.to_string(), "3600", &header.to_string(), hash])
}

fn node(arguments: &[&str]) -> String {
    let minted = must("node", Command::new("node").arg(MINT).args(arguments).output());
    assert!(
        minted.status.success(),
        "{}",
        String::from_utf8_lossy(&minted.stderr)
    );
    must("a token", String::from_utf8(minted.stdout))
}
