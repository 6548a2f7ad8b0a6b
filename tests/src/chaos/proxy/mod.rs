//! A bad network between clients and workerd: a proxy that knows where WebSocket frames begin and end, and delays,
//! doubles, tears, cuts and swallows them.
//!
//! What it does is what networks do. TCP loses nothing in the middle of a connection, so a frame is lost only together
//! with its line; a frame comes twice or out of order only because a client sends again on another line. It never
//! changes a byte. Calmed, it lets everything pass.

mod fault;
mod frames;
mod line;

use std::net::Ipv4Addr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio::time::sleep;

use super::chance::Chance;
use super::tally::Tally;
use crate::wait::must;

/// What every line of the proxy shares.
#[derive(Debug)]
pub(super) struct Control {
    seed: u64,
    upstream: u16,
    calm: AtomicBool,
    closed: AtomicBool,
    lines: AtomicU64,
    tally: Arc<Tally>,
}

impl Control {
    fn is_calm(&self) -> bool {
        self.calm.load(Ordering::Relaxed)
    }
}

/// A running proxy; it ends when dropped.
pub struct Proxy {
    port: u16,
    control: Arc<Control>,
    tasks: [JoinHandle<()>; 2],
}

impl Proxy {
    /// A proxy in front of this port of ours.
    pub async fn start(upstream: u16, seed: u64, tally: Arc<Tally>) -> Self {
        let listener = must("a free port", TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await);
        let port = must("the port's number", listener.local_addr()).port();
        let control = Arc::new(Control {
            seed,
            upstream,
            calm: AtomicBool::new(false),
            closed: AtomicBool::new(false),
            lines: AtomicU64::new(0),
            tally,
        });
        let tasks = [
            tokio::spawn(listen(listener, Arc::clone(&control))),
            tokio::spawn(doors(Arc::clone(&control))),
        ];
        Self { port, control, tasks }
    }

    /// `http://127.0.0.1:PORT`, the origin of what is asked through it.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// From now on everything passes, on lines that are still good. What went deaf stays deaf: that is for its client to
    /// notice.
    pub fn calm(&self) {
        self.control.calm.store(true, Ordering::Relaxed);
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.tasks.iter().for_each(JoinHandle::abort);
    }
}

async fn listen(listener: TcpListener, control: Arc<Control>) {
    while let Ok((client, _)) = listener.accept().await {
        let control = Arc::clone(&control);
        tokio::spawn(async move {
            let closed = control.closed.load(Ordering::Relaxed) && !control.is_calm();
            let upstream = if closed {
                None
            } else {
                TcpStream::connect((Ipv4Addr::LOCALHOST, control.upstream))
                    .await
                    .ok()
            };
            match upstream {
                Some(upstream) => {
                    control.tally.connections.one();
                    let number = control.lines.fetch_add(1, Ordering::Relaxed);
                    line::carry(client, upstream, number, &control).await;
                }
                // Dropped here: the client sees its connection closed.
                None => control.tally.turned_away.one(),
            }
        });
    }
}

/// Now and then nobody is let in for a while.
async fn doors(control: Arc<Control>) {
    let mut chance = Chance::of(control.seed, "doors", 0);
    while !control.is_calm() {
        sleep(Duration::from_millis(chance.between(2_000, 6_000))).await;
        control.closed.store(true, Ordering::Relaxed);
        sleep(Duration::from_millis(chance.between(100, 1_200))).await;
        control.closed.store(false, Ordering::Relaxed);
    }
}
