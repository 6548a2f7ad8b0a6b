//! What is heard between the words: anger without an angry word, a correction or a complaint that no phrase foresaw.
//!
//! Linear tables over what [`explicit`](super::explicit) sees of sentences, trained on sentences that their authors labelled
//! (`cargo xtask train anger|correction|unhelpful DATA_FOLDER`). They stand behind the lexicon and the phrases, which can be
//! read and which the trainer knows: a table adds what those miss. They stay at the edge.

use super::explicit::{Sentences, table::Table};

/// Anger and insults.
pub(super) static ANGER: Table = Table::of(include_bytes!("tone/anger.bin"));
/// The answer was about something else.
pub(super) static CORRECTION: Table = Table::of(include_bytes!("tone/correction.bin"));
/// The answer was no help.
pub(super) static UNHELPFUL: Table = Table::of(include_bytes!("tone/unhelpful.bin"));

/// How loud a tone is, in [`UNIT`](super::explicit::table::UNIT)ths, and the words that carry it.
#[derive(Debug)]
pub(super) struct Tone {
    pub loud: i32,
    pub words: String,
}

/// Whether a message has the tone of a table. `slots` are those of all its sentences, with marks if there are any; it has it
/// when it is louder than `least`.
pub(super) fn hear(table: &Table, least: i32, sentences: &Sentences<'_>, slots: &[usize]) -> Option<Tone> {
    let loud = table.sum(slots);
    (loud > least).then(|| Tone {
        loud,
        words: sentences.telling(table),
    })
}
