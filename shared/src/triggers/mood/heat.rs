//! The trend of a conversation: one furious message heats at once, annoyance adds up, calm cools.

use super::Mood;

/// What is kept of the heat from message to message, in hundredths.
const KEPT: u32 = 75;
/// What a message adds to what is kept, in hundredths of its own feeling.
const ADDED: u32 = 60;
const MOST: u32 = 100;

/// The heat of a conversation after these messages, oldest first, 0 to 100.
///
/// For each message, with `m` the greater of its anger and insult:
///
/// `heat = max(m, heat × 0.75 + m × 0.60)`, at most 100, rounded down.
///
/// So one message is as hot as itself. Messages of 40 reach 50 with the second, of 30 with the fourth; messages of 20
/// never do (they tend to 48). A calm message (`m` = 0) takes a quarter of the heat away, three take more than half.
pub fn heat<'a>(messages: impl IntoIterator<Item = &'a Mood>) -> u32 {
    messages.into_iter().fold(0, |heat, mood| {
        let own = mood.anger.max(mood.insult).min(MOST);
        let trend = (heat * KEPT + own * ADDED) / MOST;
        own.max(trend).min(MOST)
    })
}
