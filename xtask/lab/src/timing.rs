//! Work to be timed from outside, where the machine that runs it has no clock that advances while it works. The same
//! message again and again: what one time costs is a share of the whole.

use std::hint::black_box;

use shared::policy::Policy;
use shared::triggers::explicit;

use crate::messages::{Dice, message};
use crate::talk::{Talk, attempt};

/// How many turns the conversation has behind it when its next message is judged.
const TURNS: usize = 8;

/// Messages and a conversation to judge them in.
pub struct Bench {
    messages: Vec<String>,
    talk: Talk,
}

impl Bench {
    /// So many messages, the same in every run.
    pub fn new(messages: usize) -> Self {
        let mut dice = Dice(7);
        Self {
            messages: (0..messages).map(|_| message(&mut dice)).collect(),
            talk: Talk::new(Policy::default()).after(TURNS),
        }
    }

    /// Looks for an explicit request in a message, so many times.
    pub fn explicit(&self, message: usize, times: u32) {
        if let Some(text) = self.messages.get(message) {
            for _ in 0..times {
                black_box(explicit::detect(black_box(text)));
            }
        }
    }

    /// Decides about a turn, before and after the answer, so many times.
    pub fn turn(&self, message: usize, times: u32) {
        let (mut talk, attempt) = (self.talk.clone(), attempt());
        if self.messages.get(message).is_some_and(|text| talk.say(text)) {
            for _ in 0..times {
                black_box(black_box(&talk).decisions(&attempt));
            }
        }
    }
}
