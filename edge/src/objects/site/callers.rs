//! How often one caller may send the plain form. Each makes a conversation and calls a person, and there is no widget whose
//! pace could be watched, so it is counted by where it comes from.

use std::net::IpAddr;

use serde::Deserialize;

use super::{Store, calls::AdmitForm};
use crate::{
    problem::{Code, Outcome, Problem},
    secrets::token::fingerprint,
};

/// So many forms from one caller in [`WINDOW_MS`]: somebody who writes, thinks of something, and writes again.
const MOST: u32 = 5;
/// So many where the edge cannot tell callers apart, which is behind no network of Cloudflare's: all visitors together.
const MOST_UNKNOWN: u32 = 60;
/// The time they are counted in, in milliseconds.
const WINDOW_MS: u64 = 10 * 60 * 1_000;

/// What one caller is known by: an IPv4 address, or the network of an IPv6 address, of which one home has very many.
pub fn network(address: &str) -> Option<String> {
    match address.trim().parse().ok()? {
        IpAddr::V4(address) => Some(address.to_string()),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            Some(format!("{a:x}:{b:x}:{c:x}:{d:x}"))
        }
    }
}

impl Store<'_> {
    /// Counts a form, or says how long its caller has to wait. Callers are kept as fingerprints, and forgotten with the window.
    pub fn admit_form(&self, call: &AdmitForm) -> Outcome<()> {
        #[derive(Deserialize)]
        struct Row {
            sent: u32,
            since_ms: u64,
        }
        let (caller, most) = match call.address.as_deref().and_then(network) {
            Some(network) => (fingerprint(&network), MOST),
            None => (String::new(), MOST_UNKNOWN),
        };
        self.sql.run(
            "DELETE FROM forms WHERE since_ms <= ?",
            [self.now.saturating_sub(WINDOW_MS).into()],
        )?;
        let query = "SELECT sent, since_ms FROM forms WHERE caller = ?";
        let known: Option<Row> = self.sql.first(query, [caller.as_str().into()])?;
        if let Some(Row { since_ms, .. }) = known.filter(|row| row.sent >= most) {
            return Err(wait((since_ms + WINDOW_MS).saturating_sub(self.now)));
        }
        self.sql.run(
            "INSERT INTO forms (caller, sent, since_ms) VALUES (?, 1, ?)
             ON CONFLICT (caller) DO UPDATE SET sent = sent + 1",
            [caller.into(), self.now.into()],
        )
    }
}

fn wait(ms: u64) -> Problem {
    let minutes = ms.div_ceil(60_000).max(1);
    let plural = if minutes == 1 { "" } else { "s" };
    Problem {
        message: format!(
            "Many messages came from your connection in the last minutes. This one was not sent. \
             Wait {minutes} minute{plural}, then press Send again."
        ),
        retry_after_s: Some(ms.div_ceil(1_000).max(1)),
        ..Code::TooManyTries.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_home_is_one_caller_whatever_address_it_takes() {
        assert_eq!(network(" 203.0.113.7 ").as_deref(), Some("203.0.113.7"));
        let home = network("2001:db8:1:2:aaaa::1");
        assert_eq!(home.as_deref(), Some("2001:db8:1:2"));
        assert_eq!(network("2001:db8:1:2:bbbb::9"), home);
        assert_ne!(network("2001:db8:1:3::1"), home);
        assert_eq!(network("unknown"), None);
    }

    #[test]
    fn the_wait_is_said_in_whole_minutes() {
        let problem = wait(60_001);
        assert!(problem.message.contains("Wait 2 minutes,"), "{}", problem.message);
        assert_eq!(problem.retry_after_s, Some(61));
        assert!(wait(0).message.contains("Wait 1 minute,"));
    }
}
