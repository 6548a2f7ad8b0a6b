//! One line to the edge, kept alive: it is made again when it is lost, and noticed when it is lost in silence. A WebSocket
//! carries it; where none gets through, HTTP does, as [`Choice`] has it.
//!
//! It carries text and knows nothing of frames. Nothing is queued here: what must arrive is in the outbox.

use std::{cell::RefCell, rc::Rc, time::Duration};

use js_sys::{Array, Function, Reflect};
use leptos::prelude::{TimeoutHandle, queue_microtask, set_interval, set_timeout_with_handle};
use shared::{
    ids::Millis,
    link::{Carrier, Choice, backoff},
    protocol::{PING, PONG},
};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, MessageEvent, WebSocket};

use super::{clock, object, storage, window};

/// How often the line is looked at, in milliseconds.
const LOOK: u64 = 4_000;
/// After so long without a word, the edge is asked for one. In milliseconds.
const QUIET: u64 = 25_000;
/// So long it may take to answer, or to make the line. In milliseconds.
const PATIENCE: u64 = 8_000;

/// What a line over HTTP says when a socket that it tried out got through.
const PASSES: &str = "socket";

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

/// A line that is kept.
#[derive(Clone)]
pub struct Socket(Rc<RefCell<Inner>>);

struct Inner {
    url: String,
    tell: Rc<dyn Fn(Sign)>,
    line: Option<WebSocket>,
    /// Held so that they live as long as the line that calls them.
    handlers: Vec<Closure<dyn FnMut(Event)>>,
    attempt: u32,
    retry: Option<TimeoutHandle>,
    heard: u64,
    asked: Option<u64>,
    wanted: bool,
    choice: Choice,
    /// Whether the edge spoke on the present line.
    spoken: bool,
}

impl Socket {
    /// A socket that is not open yet; `tell` hears what happens on it.
    pub fn new(tell: impl Fn(Sign) + 'static) -> Self {
        let inner = Inner {
            url: String::new(),
            tell: Rc::new(tell),
            line: None,
            handlers: Vec::new(),
            attempt: 0,
            retry: None,
            heard: 0,
            asked: None,
            wanted: false,
            choice: Choice::new(storage::is_blocked()),
            spoken: false,
        };
        let socket = Self(Rc::new(RefCell::new(inner)));
        let looked = socket.clone();
        set_interval(move || looked.look(), Duration::from_millis(LOOK));
        socket
    }

    /// Opens the line to this address, or makes a broken one again at once.
    pub fn open(&self, url: &str) {
        let mut inner = self.0.borrow_mut();
        inner.wanted = true;
        if inner.url != url {
            url.clone_into(&mut inner.url);
            inner.drop_line();
        }
        drop(inner);
        self.nudge();
    }

    /// Closes the line and leaves it closed.
    pub fn close(&self) {
        let mut inner = self.0.borrow_mut();
        inner.wanted = false;
        inner.drop_line();
    }

    /// Something suggests that the line should be looked at now: the network is back, the panel was opened.
    pub fn nudge(&self) {
        let (wanted, there) = {
            let inner = self.0.borrow();
            (inner.wanted, inner.line.is_some())
        };
        if wanted && there {
            self.ask();
        } else if wanted {
            self.0.borrow_mut().attempt = 0;
            self.connect();
        }
    }

    /// The edge accepted us: the next loss is a first one.
    pub fn welcomed(&self) {
        self.0.borrow_mut().attempt = 0;
    }

    /// Another network, or a way through the present one: makes the line anew, at once, and as a socket.
    pub fn renew(&self) {
        let wanted = {
            let mut inner = self.0.borrow_mut();
            inner.attempt = 0;
            inner.choice.passes();
            storage::keep_blocked(false);
            inner.wanted
        };
        if wanted {
            self.connect();
        }
    }

    /// Sends text; false when there is no line.
    pub fn send(&self, text: &str) -> bool {
        let inner = self.0.borrow();
        let open = inner
            .line
            .as_ref()
            .filter(|line| line.ready_state() == WebSocket::OPEN);
        open.is_some_and(|line| line.send_with_str(text).is_ok())
    }

    fn ask(&self) {
        if self.send(PING) {
            self.0.borrow_mut().asked.get_or_insert(clock::now().0);
        }
    }

    fn look(&self) {
        let (asked, heard) = {
            let inner = self.0.borrow();
            if inner.line.is_none() {
                return;
            }
            (inner.asked, inner.heard)
        };
        let now = clock::now().0;
        match asked {
            Some(since) if now.saturating_sub(since) >= PATIENCE => self.lost(),
            None if now.saturating_sub(heard) >= QUIET => self.ask(),
            _ => {}
        }
    }

    fn connect(&self) {
        let made = {
            let mut inner = self.0.borrow_mut();
            inner.drop_line();
            inner.asked = Some(clock::now().0);
            inner.spoken = false;
            match inner.choice.carrier() {
                Carrier::Socket => WebSocket::new(&inner.url).ok(),
                Carrier::Poll => poll(&inner.url),
            }
        };
        let Some(line) = made else { return self.lost() };
        let me = self.clone();
        let on_open = Closure::<dyn FnMut(Event)>::new(move |_| me.heard(Sign::Open));
        let me = self.clone();
        let on_text = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            let text = event
                .dyn_ref::<MessageEvent>()
                .and_then(|event| event.data().as_string());
            me.heard(Sign::Text(text.unwrap_or_default()));
        });
        let me = self.clone();
        let on_close = Closure::<dyn FnMut(Event)>::new(move |_| me.lost());
        line.set_onopen(Some(on_open.as_ref().unchecked_ref()));
        line.set_onmessage(Some(on_text.as_ref().unchecked_ref()));
        line.set_onclose(Some(on_close.as_ref().unchecked_ref()));
        // A socket that the browser itself refuses errs and is never closed.
        line.set_onerror(Some(on_close.as_ref().unchecked_ref()));
        let mut inner = self.0.borrow_mut();
        inner.line = Some(line);
        inner.handlers = vec![on_open, on_text, on_close];
    }

    fn heard(&self, sign: Sign) {
        let tell = {
            let mut inner = self.0.borrow_mut();
            let now = clock::now();
            inner.heard = now.0;
            if let Sign::Text(_) = sign {
                inner.asked = None;
                inner.told(now);
            } else if !inner.spoken {
                // A line that opens and lets nothing through is none.
                inner.asked = Some(now.0);
            }
            inner.tell.clone()
        };
        match &sign {
            Sign::Text(text) if text == PONG => {}
            Sign::Text(text) if text == PASSES => {
                // Later: this runs inside the handler that would be replaced.
                let me = self.clone();
                queue_microtask(move || me.renew());
            }
            _ => tell(sign),
        }
    }

    /// The line broke, or what came over it has a hole: makes it anew, later each time it happens.
    pub fn lost(&self) {
        let (tell, wait) = {
            let mut inner = self.0.borrow_mut();
            inner.drop_line();
            if !inner.spoken {
                inner.choice.missed();
            }
            let wait = backoff::wait_ms(inner.attempt, js_sys::Math::random());
            inner.attempt += 1;
            (inner.tell.clone(), wait)
        };
        tell(Sign::Lost);
        let me = self.clone();
        let retry = set_timeout_with_handle(move || me.connect(), Duration::from_millis(wait));
        self.0.borrow_mut().retry = retry.ok();
    }
}

impl Inner {
    /// The edge spoke.
    fn told(&mut self, now: Millis) {
        let first = !std::mem::replace(&mut self.spoken, true);
        if first && self.choice.carrier() == Carrier::Poll {
            storage::keep_blocked(true);
        }
        if self.choice.heard(now)
            && let Some(line) = &self.line
        {
            let probe = object::get(line, "probe");
            // Throws where the browser refuses sockets by itself: then none gets through.
            let _ = probe.dyn_ref::<Function>().map(|probe| probe.call0(line));
        }
    }

    fn drop_line(&mut self) {
        if let Some(retry) = self.retry.take() {
            retry.clear();
        }
        if let Some(line) = self.line.take() {
            silence(&line);
        }
    }
}

/// A line over HTTP (`shared/browser/poll.js`). It has a socket's face, and is called by it.
fn poll(url: &str) -> Option<WebSocket> {
    let class = object::get(&window(), "Poll");
    let made = Reflect::construct(class.dyn_ref::<Function>()?, &Array::of1(&url.into()));
    made.ok().map(JsCast::unchecked_into)
}

/// A line that is left must not speak again.
fn silence(line: &WebSocket) {
    line.set_onopen(None);
    line.set_onmessage(None);
    line.set_onclose(None);
    line.set_onerror(None);
    let _ = line.close();
}
