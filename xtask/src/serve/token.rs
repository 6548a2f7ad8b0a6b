//! The admin token of this machine's edge: made up once, kept in `.baton/`, readable by its owner only.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::Path;

use crate::problem::{Explain, Outcome, Problem};
use crate::stamp::hex;

/// 256 bits, which nobody guesses.
const BYTES: usize = 32;

/// The kept token, or a new one.
pub fn keep(state: &Path) -> Outcome<String> {
    let file = state.join("admin-token");
    if let Ok(kept) = fs::read_to_string(&file)
        && kept.len() == 2 * BYTES
    {
        return Ok(kept);
    }
    let token = random()?;
    let told = || format!("{} could not be written", file.display());
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
        .open(&file)
        .explain(told)?
        .write_all(token.as_bytes())
        .explain(told)?;
    Ok(token)
}

fn random() -> Outcome<String> {
    let mut bytes = [0_u8; BYTES];
    getrandom::fill(&mut bytes)
        .map_err(|error| Problem::new("No random numbers could be had").because(error))?;
    Ok(hex(&bytes))
}
