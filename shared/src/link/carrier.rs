//! What carries the frames: a WebSocket, or where none gets through, HTTP.
//!
//! Networks that block `WebSocket`s refuse them, swallow them, or let them open and nothing through. What they have in
//! common: a try ends without a word from the edge. After [`MISSES`] such tries in a row the next one goes over HTTP.
//! An edge that is away looks the same, so a try over HTTP that fails leads back to the socket; and while frames go over
//! HTTP, a socket is tried out beside them now and then, so that nobody stays there whom nothing blocks.

use crate::ids::Millis;

/// So many sockets in a row without a word are enough to go over HTTP.
const MISSES: u8 = 2;
/// The first socket is tried out so long after the first word over HTTP: an edge that was away is back by then.
const FIRST_PROBE_MS: u64 = 20_000;
/// Every other so long after the one before.
const PROBE_MS: u64 = 5 * 60_000;

/// What carries frames.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Carrier {
    /// A WebSocket.
    #[default]
    Socket,
    /// HTTP requests that the edge holds until there is something to say.
    Poll,
}

/// One line's choice between them, from what its tries have shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Choice {
    carrier: Carrier,
    misses: u8,
    probe_at: Option<Millis>,
}

impl Choice {
    /// A line of a page that knows already whether sockets are blocked here.
    pub fn new(blocked: bool) -> Self {
        let carrier = if blocked { Carrier::Poll } else { Carrier::Socket };
        Self {
            carrier,
            ..Self::default()
        }
    }

    /// What carries the next try.
    pub fn carrier(self) -> Carrier {
        self.carrier
    }

    /// A try ended without a word from the edge.
    pub fn missed(&mut self) {
        self.misses = self.misses.saturating_add(1);
        self.probe_at = None;
        self.carrier = match self.carrier {
            Carrier::Socket if self.misses >= MISSES => Carrier::Poll,
            // One more miss of a socket leads back here: who is blocked and offline tries both in turn.
            Carrier::Socket | Carrier::Poll => Carrier::Socket,
        };
    }

    /// The edge spoke, at this moment of the browser's clock. Returns whether a socket is to be tried out now, beside the
    /// line that is there.
    pub fn heard(&mut self, now: Millis) -> bool {
        self.misses = 0;
        if self.carrier == Carrier::Socket {
            return false;
        }
        let due = self.probe_at.is_some_and(|at| at <= now);
        if due || self.probe_at.is_none() {
            let wait = if due { PROBE_MS } else { FIRST_PROBE_MS };
            self.probe_at = Some(now.plus(wait));
        }
        due
    }

    /// A socket that was tried out spoke, or the browser is on another network: the next try is by socket.
    pub fn passes(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Plays a line's life: `x` a try without a word, `w` a word, digits minutes that pass, `o` another network. Written
    /// down before each of them and at the end is what carries the next try, `S` or `P`; `!` is a socket tried out.
    fn played(blocked: bool, life: &str) -> String {
        let (mut choice, mut now) = (Choice::new(blocked), Millis(1));
        let mut seen = String::new();
        let shown = |choice: Choice| match choice.carrier() {
            Carrier::Socket => 'S',
            Carrier::Poll => 'P',
        };
        for step in life.chars() {
            seen.push(shown(choice));
            match step {
                'x' => choice.missed(),
                'w' if choice.heard(now) => seen.push('!'),
                'w' => {}
                'o' => choice.passes(),
                minutes => now = now.plus(60_000 * u64::from(minutes.to_digit(10).unwrap())),
            }
        }
        seen.push(shown(choice));
        seen
    }

    #[test]
    fn two_sockets_without_a_word_lead_to_http_and_a_word_in_between_does_not() {
        for (life, expected) in [
            ("", "S"),
            ("x", "SS"),
            ("xx", "SSP"),
            ("xwx", "SSSS"),
            ("wwxx", "SSSSP"),
            ("xwxwxwx", "SSSSSSSS"),
        ] {
            assert_eq!(played(false, life), expected, "{life}");
        }
    }

    #[test]
    fn with_nobody_there_both_are_tried_in_turn() {
        assert_eq!(played(false, "xxxxxxx"), "SSPSPSPS");
        assert_eq!(played(true, "xxxx"), "PSPSP");
    }

    #[test]
    fn over_http_a_socket_is_tried_out_soon_and_then_every_five_minutes() {
        for (life, expected) in [
            ("xxw", "SSPP"),
            ("xxww", "SSPPP"),
            ("xxw1w", "SSPPP!P"),
            ("xxw1w1w3w", "SSPPP!PPPPP"),
            ("xxw1w5w", "SSPPP!PP!P"),
            ("xxw1w9w9w", "SSPPP!PP!PP!P"),
            ("xxw1wox", "SSPPP!PSS"),
        ] {
            assert_eq!(played(false, life), expected, "{life}");
        }
    }

    proptest! {
        /// Whoever is blocked comes to HTTP within three tries whatever was before, and whoever is not is back on a socket
        /// within two tries and the next probe.
        #[test]
        fn wherever_a_line_begins_it_finds_what_works(
            blocked: bool,
            life in "[xwo0-9]{0,40}",
            sockets_pass: bool,
        ) {
            let mut choice = Choice::new(blocked);
            let mut now = Millis(1);
            for step in life.chars() {
                match step {
                    'x' => choice.missed(),
                    'w' => drop(choice.heard(now)),
                    'o' => choice.passes(),
                    minutes => now = now.plus(60_000 * u64::from(minutes.to_digit(10).unwrap_or(0))),
                }
            }
            if sockets_pass {
                let mut probed = choice.carrier() == Carrier::Socket;
                for _ in 0..2 {
                    now = now.plus(PROBE_MS);
                    probed |= choice.heard(now);
                }
                prop_assert!(probed);
                choice.passes();
                prop_assert_eq!(choice.carrier(), Carrier::Socket);
            } else {
                let tries = (0..3).take_while(|_| {
                    let there = choice.carrier() == Carrier::Poll;
                    if !there {
                        choice.missed();
                    }
                    !there
                });
                prop_assert!(tries.count() < 3);
            }
        }
    }
}
