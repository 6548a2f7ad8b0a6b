//! The wire between a browser and the edge, in a story's hands: it can be cut, go silent, or lose what comes back.
//!
//! It carries bytes of whatever is spoken, pages and sockets alike, and never changes one. The chaos proxy
//! ([`crate::chaos`]) breaks frames by chance; this one does exactly what the story says, when it says so.

use std::net::Ipv4Addr;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::wait::must;

/// In the head of a request that makes its line a socket.
const UPGRADE: &[u8] = b"upgrade: websocket";

/// New lines are let through.
const UP: u8 = 0;
/// New lines are turned away.
const CUT: u8 = 1;
/// New lines are made, and nothing is heard on them.
const SILENT: u8 = 2;

/// What happens to one line. Whatever it is, it stays so: a line that went deaf does not get well again.
struct Line {
    is_socket: AtomicBool,
    up_lost: AtomicBool,
    down_lost: AtomicBool,
    cut: watch::Sender<bool>,
}

#[derive(Default)]
struct Control {
    upstream: u16,
    mood: AtomicU8,
    lines: Mutex<Vec<Weak<Line>>>,
}

/// A network between one port of ours and whoever asks through it; it ends when dropped.
pub struct Network {
    port: u16,
    control: Arc<Control>,
    task: JoinHandle<()>,
}

impl Network {
    /// A good network in front of this port of ours.
    pub async fn before(upstream: u16) -> Self {
        let listener = must("a free port", TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await);
        let port = must("the port's number", listener.local_addr()).port();
        let control = Arc::new(Control {
            upstream,
            ..Control::default()
        });
        let task = tokio::spawn(listen(listener, Arc::clone(&control)));
        Self { port, control, task }
    }

    /// `http://localhost:PORT`, the edge's own origin for who comes this way.
    pub fn address(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// An address of the edge as it is reached this way.
    pub fn through(&self, address: &str) -> String {
        let upstream = format!("http://localhost:{}", self.control.upstream);
        address.replacen(&upstream, &self.address(), 1)
    }

    /// Every line ends, and no new one is made: the cable is out.
    pub fn cut(&self) {
        self.control.mood.store(CUT, Ordering::Relaxed);
        self.each(|line| {
            line.cut.send_replace(true);
        });
    }

    /// Nothing arrives any more in either direction, and nobody is told: the lid is closed, the way is forgotten. Lines
    /// made from now on are silent too.
    pub fn go_silent(&self) {
        self.control.mood.store(SILENT, Ordering::Relaxed);
        self.each(|line| {
            line.up_lost.store(true, Ordering::Relaxed);
            line.down_lost.store(true, Ordering::Relaxed);
        });
    }

    /// What is sent on the sockets that exist arrives, and nothing comes back on them. Pages are still fetched.
    pub fn lose_answers(&self) {
        self.each_socket(|line| line.down_lost.store(true, Ordering::Relaxed));
    }

    /// What is sent on the sockets that exist never arrives; what comes on them does. Pages are still fetched.
    pub fn lose_questions(&self) {
        self.each_socket(|line| line.up_lost.store(true, Ordering::Relaxed));
    }

    /// New lines are good again. What went deaf stays deaf: that is for its client to notice.
    pub fn heal(&self) {
        self.control.mood.store(UP, Ordering::Relaxed);
    }

    fn each_socket(&self, act: impl Fn(&Line)) {
        self.each(|line| {
            if line.is_socket.load(Ordering::Relaxed) {
                act(line);
            }
        });
    }

    fn each(&self, act: impl Fn(&Line)) {
        let mut lines = self.control.lines.lock().unwrap_or_else(PoisonError::into_inner);
        lines.retain(|line| line.strong_count() > 0);
        lines.iter().filter_map(Weak::upgrade).for_each(|line| act(&line));
    }
}

impl Drop for Network {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn listen(listener: TcpListener, control: Arc<Control>) {
    while let Ok((client, _)) = listener.accept().await {
        let control = Arc::clone(&control);
        tokio::spawn(async move {
            let mood = control.mood.load(Ordering::Relaxed);
            if mood == CUT {
                return;
            }
            let upstream = TcpStream::connect((Ipv4Addr::LOCALHOST, control.upstream)).await;
            let Ok(upstream) = upstream else { return };
            let silent = mood == SILENT;
            let line = Arc::new(Line {
                is_socket: AtomicBool::new(false),
                up_lost: AtomicBool::new(silent),
                down_lost: AtomicBool::new(silent),
                cut: watch::Sender::new(false),
            });
            control
                .lines
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(Arc::downgrade(&line));
            carry(client, upstream, &line).await;
        });
    }
}

/// Carries one line until an end of it is gone or it is cut.
async fn carry(client: TcpStream, upstream: TcpStream, line: &Line) {
    let (from_client, to_client) = client.into_split();
    let (from_edge, to_edge) = upstream.into_split();
    let mut cut = line.cut.subscribe();
    tokio::select! {
        () = pass(from_client, to_edge, &line.up_lost, |bytes| {
            let asks = bytes.windows(UPGRADE.len()).any(|some| some.eq_ignore_ascii_case(UPGRADE));
            line.is_socket.fetch_or(asks, Ordering::Relaxed);
        }) => {}
        () = pass(from_edge, to_client, &line.down_lost, |_| {}) => {}
        // The sender lives as long as the line, so the wait cannot fail.
        _ = cut.wait_for(|cut| *cut) => {}
    }
}

async fn pass(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, lost: &AtomicBool, see: impl Fn(&[u8])) {
    let mut bytes = vec![0; 16 * 1024];
    while let Ok(read @ 1..) = from.read(&mut bytes).await {
        see(&bytes[..read]);
        if !lost.load(Ordering::Relaxed) && to.write_all(&bytes[..read]).await.is_err() {
            return;
        }
    }
    // Of a lost direction, the other end does not hear of the end either.
    if lost.load(Ordering::Relaxed) {
        std::future::pending::<()>().await;
    }
}
