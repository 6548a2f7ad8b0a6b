//! What was tried, counted by whoever did it.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

/// A number that many tasks raise.
#[derive(Debug, Default)]
pub struct Count(AtomicU64);

impl Count {
    /// One more.
    pub fn one(&self) {
        self.add(1);
    }

    /// So many more.
    pub fn add(&self, more: u64) {
        self.0.fetch_add(more, Ordering::Relaxed);
    }

    /// How many.
    pub fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}

/// Everything that was tried in one run.
#[derive(Debug, Default)]
pub struct Tally {
    /// Visitors' messages put into an outbox.
    pub said: Count,
    /// Agents' replies put into an outbox.
    pub replied: Count,
    /// Other things asked: presses, offers, claims, hand-backs, closes.
    pub acts: Count,
    /// Everything asked that was acknowledged, once each.
    pub acknowledged: Count,
    /// Everything asked that was refused with a reason.
    pub refused: Count,
    /// Frames sent again after a new welcome.
    pub resent: Count,
    /// Refusals that say that something of the edge's own failed.
    pub internal: Count,
    /// Pages that were loaded again, with nothing but what storage held.
    pub reloads: Count,
    /// Conversations passed to a queue by whoever held them.
    pub transfers: Count,
    /// Agents who left without giving back what they held.
    pub silent: Count,
    /// Claims refused because a colleague was first.
    pub outrun: Count,
    /// Claims refused and then accepted, because a copy of them came late when nobody held the conversation.
    pub late_claims: Count,
    /// Pieces of drafts that were shown.
    pub drafts: Count,
    /// Connections that the proxy took.
    pub connections: Count,
    /// Connections that it did not take.
    pub turned_away: Count,
    /// Frames held back for a while.
    pub delayed: Count,
    /// Frames delivered twice.
    pub doubled: Count,
    /// Frames that arrived after the line they came on was replaced.
    pub late: Count,
    /// Frames that arrived nowhere.
    pub swallowed: Count,
    /// Lines cut between a frame and its answer.
    pub answers_lost: Count,
    /// Lines cut in the middle of a frame.
    pub torn: Count,
    /// Lines that went deaf in one direction and stayed up.
    pub half_open: Count,
    /// Times that workerd was killed.
    pub kills: Count,
    /// Times that it ended by itself, and was started again.
    pub crashes: Count,
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "asked     {} messages, {} replies, {} other acts; {} acknowledged, {} refused with a reason",
            self.said, self.replied, self.acts, self.acknowledged, self.refused
        )?;
        writeln!(
            f,
            "clients   {} frames sent again, {} reloads, {} passed on, {} agents fell silent, {} claims outrun by a \
             colleague's, {} drafts shown, {} internal refusals, {} refused claims accepted late",
            self.resent,
            self.reloads,
            self.transfers,
            self.silent,
            self.outrun,
            self.drafts,
            self.internal,
            self.late_claims
        )?;
        writeln!(
            f,
            "frames    {} delayed, {} swallowed, {} delivered twice, {} delivered after their line was replaced",
            self.delayed, self.swallowed, self.doubled, self.late
        )?;
        write!(
            f,
            "lines     {} made, {} turned away, {} cut before the answer, {} cut in mid-frame, {} half-open; \
             workerd killed {} times, ended by itself {} times",
            self.connections,
            self.turned_away,
            self.answers_lost,
            self.torn,
            self.half_open,
            self.kills,
            self.crashes
        )
    }
}
