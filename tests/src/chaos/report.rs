//! What a run says: what was tried, what was found, and of what went wrong the conversation's log.

use std::fmt;
use std::sync::Arc;

use super::Options;
use super::aftermath::Finding;
use super::judge::{Fault, Wrong};
use super::tally::Tally;

/// Of each event so many characters are shown.
const SHOWN: usize = 220;
/// So many conversations are shown whole.
const MOST: usize = 3;

/// The end of a run.
pub struct Report {
    pub(super) options: Options,
    pub(super) tally: Arc<Tally>,
    pub(super) findings: Vec<Finding>,
    pub(super) faults: Vec<Fault>,
    pub(super) log: String,
}

impl Report {
    /// How often something went wrong in this way.
    pub fn count(&self, wrong: Wrong) -> usize {
        self.all().filter(|fault| fault.wrong == wrong).count()
    }

    /// Whether nothing went wrong in any way.
    pub fn is_clean(&self) -> bool {
        self.all().next().is_none()
    }

    fn all(&self) -> impl Iterator<Item = &Fault> {
        let found = self.findings.iter().flat_map(|finding| &finding.faults);
        found.chain(&self.faults)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Options {
            seed,
            conversations,
            agents,
            seconds,
            ..
        } = self.options;
        let events: usize = self.findings.iter().map(|finding| finding.log.len()).sum();
        writeln!(
            f,
            "chaos     seed {seed}, {conversations} conversations, {agents} agents, {seconds} s; {events} events"
        )?;
        writeln!(f, "{}", self.tally)?;
        write!(f, "found    ")?;
        for (wrong, word) in Wrong::ALL {
            write!(f, " {word} {}", self.count(wrong))?;
        }
        if self.is_clean() {
            return Ok(());
        }
        for fault in &self.faults {
            write!(f, "\n{fault}")?;
        }
        let wrong = self.findings.iter().filter(|finding| !finding.faults.is_empty());
        for finding in wrong.clone() {
            write!(f, "\n\n{}", finding.conversation)?;
            for fault in &finding.faults {
                write!(f, "\n  {fault}")?;
            }
        }
        for finding in wrong.take(MOST) {
            write!(f, "\n\nlog of {}", finding.conversation)?;
            for event in &finding.log {
                let json = serde_json::to_string(&event.event).unwrap_or_default();
                let shown: String = json.chars().take(SHOWN).collect();
                write!(f, "\n  {} at {} {shown}", event.seq, event.at.0)?;
            }
        }
        write!(f, "\n\nthe edge's last lines\n{}", self.log)
    }
}
