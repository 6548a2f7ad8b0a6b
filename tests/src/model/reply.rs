//! What the scripted model does with one request.

use std::time::Duration;

use tokio::sync::watch;

/// Holds a stream back until a story opens it.
#[derive(Debug, Clone)]
pub struct Gate {
    open: watch::Sender<bool>,
}

impl Default for Gate {
    fn default() -> Self {
        Self::new()
    }
}

impl Gate {
    /// A closed gate.
    pub fn new() -> Self {
        Self {
            open: watch::Sender::new(false),
        }
    }

    /// Lets everything pass from now on.
    pub fn open(&self) {
        self.open.send_replace(true);
    }

    /// Returns once the gate is open.
    pub async fn passed(&self) {
        // The sender lives in `self`, so the wait cannot fail.
        let _ = self.open.subscribe().wait_for(|open| *open).await;
    }
}

/// A part of a streamed answer.
#[derive(Debug, Clone)]
pub enum Piece {
    /// Words, sent as one delta.
    Text(String),
    /// A pause that the story ends.
    Wait(Gate),
    /// A pause of this length.
    Pause(Duration),
}

impl From<&str> for Piece {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&Gate> for Piece {
    fn from(gate: &Gate) -> Self {
        Self::Wait(gate.clone())
    }
}

/// One scripted behaviour.
#[derive(Debug, Clone)]
pub enum Reply {
    /// A good answer, streamed piece by piece when the request asks for a stream.
    Answer(Vec<Piece>),
    /// A stream that breaks after these pieces: the connection closes without an end.
    CutAfter(Vec<Piece>),
    /// A refusal with this status and an error body, such as 401, 429 or 500.
    Status(u16),
    /// The request is taken, and nothing ever comes back.
    Silence,
    /// An answer that goes on for ever, a letter at a time.
    Endless,
    /// Status 200 and a body that is no answer at all.
    Nonsense,
}

impl Reply {
    /// An answer of these pieces: texts and gates, `Reply::answer(["Hello ".into(), (&gate).into(), "you.".into()])`.
    pub fn answer(pieces: impl IntoIterator<Item = Piece>) -> Self {
        Self::Answer(pieces.into_iter().collect())
    }

    /// An answer in one piece.
    pub fn text(text: &str) -> Self {
        Self::Answer(vec![text.into()])
    }

    /// A stream that breaks after these pieces.
    pub fn cut_after(pieces: impl IntoIterator<Item = Piece>) -> Self {
        Self::CutAfter(pieces.into_iter().collect())
    }
}
