//! What the agent view shows, worked out without a browser: words, times, rows. Pure, and tested natively.

pub mod address;
pub mod canned;
pub mod decided;
pub mod filing;
pub mod password;
pub mod place;
pub mod presence;
pub mod rated;
pub mod talk_words;
pub mod thread;
pub mod time;
pub mod waiting;
pub mod window;
