//! A line that is kept, as the browsers of visitors and agents keep theirs: made again with growing pauses when it breaks, and
//! asked for a sign of life when it has been quiet.

use std::pin::Pin;
use std::time::Duration;

use shared::link::{Carrier, backoff};
use shared::protocol::{PING, PONG};
use tokio::time::{Instant, sleep_until, timeout};

use super::chance::Chance;
use crate::client::{Heard, Wire};

/// After so long without a word the edge is asked for one. Browsers wait 20 s and more; here a minute stands for many.
const QUIET: Duration = Duration::from_millis(900);
/// So long it may take to answer, or to make the line. Long enough for a busy machine, which is not what is looked for.
const PATIENCE: Duration = Duration::from_millis(1_800);
/// The waits between tries are the browsers' own, divided by this.
const HASTE: u32 = 5;

/// What happened on the line.
#[derive(Debug)]
pub enum Sign {
    /// It is there.
    Open,
    /// The edge said this.
    Text(String),
    /// It broke, and is being made again.
    Lost,
}

/// Where to, and as whom.
#[derive(Debug, Clone)]
pub struct Target {
    /// `http://…`, the origin of the page.
    pub origin: String,
    /// The socket's path.
    pub path: String,
    /// The session, for members.
    pub cookie: Option<String>,
    /// What carries the line.
    pub carrier: Carrier,
}

/// One of four browsers is on a network that lets no socket through.
pub fn carrier(number: u64) -> Carrier {
    if number % 4 == 3 {
        Carrier::Poll
    } else {
        Carrier::Socket
    }
}

type Opening = Pin<Box<dyn Future<Output = Option<Wire>> + Send>>;

enum Line {
    /// Nobody wants it.
    Off,
    /// It is tried again then.
    Down(Instant),
    /// It is being made.
    Opening(Opening),
    /// It is there. When something was last heard; when a sign of life was asked for.
    Up(Box<Wire>, Instant, Option<Instant>),
}

/// A line that is kept.
pub struct Link {
    target: Target,
    line: Line,
    attempt: u32,
    chance: Chance,
}

impl Link {
    /// A line that is made as soon as somebody listens.
    pub fn new(target: Target, chance: Chance) -> Self {
        Self {
            target,
            line: Line::Off,
            attempt: 0,
            chance,
        }
    }

    /// Lets go of the line without a goodbye. Listening makes it again.
    pub fn rest(&mut self) {
        self.line = Line::Off;
        self.attempt = 0;
    }

    /// The edge accepted us: the next loss is a first one.
    pub fn welcomed(&mut self) {
        self.attempt = 0;
    }

    /// Sends a text, if there is a line.
    pub async fn send(&mut self, text: &str) {
        if let Line::Up(wire, ..) = &mut self.line {
            wire.text(text).await;
        }
    }

    /// The next thing that happens. A wait that is given up loses nothing.
    pub async fn next(&mut self) -> Sign {
        loop {
            match &mut self.line {
                Line::Off => self.line = Line::Opening(open(self.target.clone())),
                Line::Down(until) => {
                    sleep_until(*until).await;
                    self.line = Line::Opening(open(self.target.clone()));
                }
                Line::Opening(opening) => match opening.await {
                    Some(wire) => {
                        // No hello is answered faster than this: the welcome, too, is waited for only so long.
                        self.line = Line::Up(Box::new(wire), now(), Some(now()));
                        return Sign::Open;
                    }
                    None => return self.lost(),
                },
                Line::Up(wire, heard, asked) => {
                    let limit = match asked {
                        Some(asked) => *asked + PATIENCE,
                        None => *heard + QUIET,
                    };
                    // What is here already is heard before its lateness is complained about.
                    let sign = tokio::select! {
                        biased;
                        sign = wire.hear() => Some(sign),
                        () = sleep_until(limit) => None,
                    };
                    match (sign, asked.is_some()) {
                        (Some(Heard::Text(text)), _) => {
                            (*heard, *asked) = (now(), None);
                            if text != PONG {
                                return Sign::Text(text);
                            }
                        }
                        (Some(Heard::Closed(_)), _) | (None, true) => return self.lost(),
                        (None, false) => {
                            *asked = Some(now());
                            wire.text(PING).await;
                        }
                    }
                }
            }
        }
    }

    fn lost(&mut self) -> Sign {
        let wait = backoff::wait_ms(self.attempt, self.chance.unit());
        self.attempt += 1;
        self.line = Line::Down(now() + Duration::from_millis(wait) / HASTE);
        Sign::Lost
    }
}

fn open(target: Target) -> Opening {
    Box::pin(async move {
        let address = format!("{}{}", target.origin, target.path);
        if target.carrier == Carrier::Poll {
            return Some(Wire::polling(
                &address,
                Some(&target.origin),
                target.cookie.as_deref(),
            ));
        }
        let address = address.replacen("http", "ws", 1);
        let opening = Wire::try_open(&address, Some(&target.origin), target.cookie.as_deref());
        timeout(PATIENCE, opening).await.ok()?.ok()
    })
}

#[allow(
    clippy::disallowed_methods,
    reason = "tests run natively, where there is a clock"
)]
fn now() -> Instant {
    Instant::now()
}
