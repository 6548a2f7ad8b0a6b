//! One line through the proxy: two directions, each a task's half, and what one of them may do to the other.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::sync::watch;
use tokio::time::sleep;

use super::Control;
use super::fault::{Down, Up};
use super::frames::{self, Frame};
use crate::chaos::chance::Chance;

/// After a client gave up a deaf line, the edge goes on believing in it for so long: nobody tells it.
const GHOST: Duration = Duration::from_secs(2);

/// What the two directions know of each other.
struct Fate {
    /// Set when the line is cut.
    cut: watch::Sender<bool>,
    /// Set when nothing goes back to the client any more.
    deaf: AtomicBool,
}

impl Fate {
    fn cut(&self) {
        self.cut.send_replace(true);
    }

    async fn is_cut(&self) {
        // The sender lives in `self`, so the wait cannot fail.
        let _ = self.cut.subscribe().wait_for(|cut| *cut).await;
    }
}

/// One end's bytes, handed on in whole frames, or in whole HTTP messages where they are no socket's.
struct Frames {
    from: OwnedReadHalf,
    bytes: Vec<u8>,
    is_socket: bool,
}

impl Frames {
    fn new(from: OwnedReadHalf) -> Self {
        let bytes = Vec::new();
        Self {
            from,
            bytes,
            is_socket: false,
        }
    }

    /// The HTTP head that every socket begins with, the client's as an upgrade and the edge's as its answer; empty where
    /// this is no socket.
    async fn head(&mut self) -> Option<Vec<u8>> {
        loop {
            if let Some(length) = frames::head(&self.bytes) {
                let head = String::from_utf8_lossy(&self.bytes[..length]).to_ascii_lowercase();
                self.is_socket = head.contains("upgrade: websocket");
                let length = if self.is_socket { length } else { 0 };
                return Some(self.bytes.drain(..length).collect());
            }
            self.more().await?;
        }
    }

    /// The next frame; none when this end is gone. What was read is kept when the wait is given up.
    async fn next(&mut self) -> Option<(Frame, Vec<u8>)> {
        loop {
            let whole = if self.is_socket {
                frames::first(&self.bytes)
            } else {
                frames::message(&self.bytes)
            };
            if let Some(frame) = whole {
                return Some((frame, self.bytes.drain(..frame.length).collect()));
            }
            self.more().await?;
        }
    }

    async fn more(&mut self) -> Option<()> {
        let read = self.from.read_buf(&mut self.bytes).await;
        matches!(read, Ok(1..)).then_some(())
    }
}

/// Carries one line until it ends, one way or another.
pub(super) async fn carry(client: TcpStream, upstream: TcpStream, number: u64, control: &Arc<Control>) {
    let fate = Arc::new(Fate {
        cut: watch::Sender::new(false),
        deaf: AtomicBool::new(false),
    });
    let (from_client, to_client) = client.into_split();
    let (from_edge, to_edge) = upstream.into_split();
    let up = Upward {
        from: Frames::new(from_client),
        to: to_edge,
        chance: Chance::of(control.seed, "up", number),
        fate: Arc::clone(&fate),
        control: Arc::clone(control),
    };
    let down = Downward {
        from: Frames::new(from_edge),
        to: to_client,
        chance: Chance::of(control.seed, "down", number),
        fate,
        control: Arc::clone(control),
    };
    // Two tasks: each end is let go of as soon as its own direction is over.
    tokio::join!(tokio::spawn(up.run()), tokio::spawn(down.run()))
        .0
        .ok();
}

/// From the client to the edge.
struct Upward {
    from: Frames,
    to: OwnedWriteHalf,
    chance: Chance,
    fate: Arc<Fate>,
    control: Arc<Control>,
}

impl Upward {
    async fn run(mut self) {
        let fate = Arc::clone(&self.fate);
        let late = tokio::select! {
            late = self.frames() => late.unwrap_or_default(),
            () = fate.is_cut() => None,
        };
        fate.cut();
        if let Some((after, bytes)) = late {
            // The client's end goes now; what it had sent is still somewhere on the way.
            drop(self.from);
            sleep(Duration::from_millis(after)).await;
            self.control.tally.late.one();
            self.to.write_all(&bytes).await.ok();
            sleep(Duration::from_millis(200)).await;
        }
    }

    /// Passes frames on until the line ends. Returns what is to arrive when the client is gone, and after how long.
    async fn frames(&mut self) -> io::Result<Option<(u64, Vec<u8>)>> {
        if let Some(head) = self.from.head().await {
            self.to.write_all(&head).await?;
        }
        let mut is_first = true;
        while let Some((frame, bytes)) = self.from.next().await {
            let tally = &self.control.tally;
            let fault = if frame.is_text && !self.control.is_calm() {
                Up::draw(&mut self.chance, is_first)
            } else {
                Up::Pass
            };
            is_first = false;
            match fault {
                Up::Pass => self.to.write_all(&bytes).await?,
                Up::Delay(ms) => {
                    tally.delayed.one();
                    sleep(Duration::from_millis(ms)).await;
                    self.to.write_all(&bytes).await?;
                }
                // A request that came twice would be answered twice, and no HTTP client takes that.
                Up::Twice if !self.from.is_socket => self.to.write_all(&bytes).await?,
                Up::Twice => {
                    tally.doubled.one();
                    self.to.write_all(&bytes).await?;
                    self.to.write_all(&bytes).await?;
                }
                Up::LoseAnswer => {
                    tally.answers_lost.one();
                    self.fate.deaf.store(true, Ordering::Relaxed);
                    self.to.write_all(&bytes).await?;
                    sleep(Duration::from_millis(self.chance.between(5, 150))).await;
                    return Ok(None);
                }
                Up::Tear => {
                    tally.torn.one();
                    self.to.write_all(&bytes[..bytes.len() / 2]).await?;
                    return Ok(None);
                }
                Up::Late(ms) => return Ok(Some((ms, bytes))),
                Up::Swallow => {
                    tally.half_open.one();
                    tally.swallowed.one();
                    return self.swallow().await;
                }
                Up::SwallowAnswers => {
                    tally.half_open.one();
                    self.fate.deaf.store(true, Ordering::Relaxed);
                    self.to.write_all(&bytes).await?;
                }
            }
        }
        if self.fate.deaf.load(Ordering::Relaxed) {
            sleep(GHOST).await;
        }
        Ok(None)
    }

    async fn swallow(&mut self) -> io::Result<Option<(u64, Vec<u8>)>> {
        while self.from.next().await.is_some() {
            self.control.tally.swallowed.one();
        }
        sleep(GHOST).await;
        Ok(None)
    }
}

/// From the edge to the client.
struct Downward {
    from: Frames,
    to: OwnedWriteHalf,
    chance: Chance,
    fate: Arc<Fate>,
    control: Arc<Control>,
}

impl Downward {
    async fn run(mut self) {
        let fate = Arc::clone(&self.fate);
        tokio::select! {
            _ = self.frames() => {}
            () = fate.is_cut() => {}
        }
        fate.cut();
    }

    async fn frames(&mut self) -> io::Result<()> {
        if let Some(head) = self.from.head().await {
            self.to.write_all(&head).await?;
        }
        while let Some((frame, bytes)) = self.from.next().await {
            let tally = &self.control.tally;
            if self.fate.deaf.load(Ordering::Relaxed) {
                tally.swallowed.one();
                continue;
            }
            let fault = if frame.is_text && !self.control.is_calm() {
                Down::draw(&mut self.chance)
            } else {
                Down::Pass
            };
            match fault {
                Down::Pass => self.to.write_all(&bytes).await?,
                Down::Delay(ms) => {
                    tally.delayed.one();
                    sleep(Duration::from_millis(ms)).await;
                    self.to.write_all(&bytes).await?;
                }
                Down::Lose => {
                    tally.answers_lost.one();
                    tally.swallowed.one();
                    return Ok(());
                }
                Down::Tear => {
                    tally.torn.one();
                    self.to.write_all(&bytes[..bytes.len() / 2]).await?;
                    return Ok(());
                }
            }
        }
        Ok(())
    }
}
