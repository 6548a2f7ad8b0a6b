//! A line to the edge that comes back by itself: a WebSocket, or where none gets through, HTTP, as [`Choice`] has it.
//!
//! Promise: while the line is kept, it is open or a next try is scheduled. Tries are spaced by
//! [`backoff`](shared::link::backoff); a line that is open but dead is found out by asking `ping` and missing the
//! `pong`, at once when the page comes to the front, for a lid may have been closed meanwhile. When the browser says that
//! the network is gone the line counts as broken; when it says that it is back, the next try is made. What is sent while it is not open is not sent: the caller keeps it and sends it when told [`Heard::Open`].

use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
    time::Duration,
};

use js_sys::{Array, Function, Reflect};
use leptos::{
    ev,
    prelude::{TimeoutHandle, WindowListenerHandle, set_timeout_with_handle, window, window_event_listener},
};
use serde::Serialize;
use shared::{
    link::{Carrier, Choice, backoff},
    protocol::{PING, PONG},
};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{CloseEvent, Event, MessageEvent, WebSocket};

use super::{clock, page, storage};

/// A try that takes longer is given up: the network swallows it.
const CONNECT_MS: u64 = 8_000;
/// How often an open line is asked whether it is alive. Short enough to beat the idle limits of proxies.
const PING_MS: u64 = 20_000;
/// How long the answer may take.
const PONG_MS: u64 = 8_000;
/// What a line over HTTP says when a socket that it tried out got through.
const PASSES: &str = "socket";
/// A line that was open at least this long starts its back-off from the beginning.
const STEADY_MS: f64 = 5_000.0;

/// What the line tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// It is open: say hello, then send what is pending.
    Open,
    /// A frame.
    Text(String),
    /// It broke, or a try failed; the next try is on its way. `in_ms` says when it is made.
    Lost {
        /// Milliseconds until the next try.
        in_ms: u64,
    },
}

/// A line to the edge. Dropping the last clone closes it.
#[derive(Clone)]
pub struct Line(Rc<Inner>);

struct Inner {
    url: String,
    hear: Box<dyn Fn(Heard)>,
    socket: RefCell<Option<Socket>>,
    attempt: Cell<u32>,
    opened_at: Cell<Option<f64>>,
    choice: Cell<Choice>,
    /// Whether the edge spoke on the present connection.
    spoken: Cell<bool>,
    /// Told by the browser of the network and of the page; removed with the line.
    listeners: RefCell<Vec<WindowListenerHandle>>,
    /// One timer does all waiting: for the connection, for the next ping, for the pong, for the next try.
    timer: Cell<Option<TimeoutHandle>>,
}

type Listener<E> = Closure<dyn Fn(E)>;

/// A socket with the listeners that must live as long as it.
struct Socket {
    ws: WebSocket,
    _listeners: (Listener<Event>, Listener<MessageEvent>, Listener<CloseEvent>),
}

impl Drop for Socket {
    fn drop(&mut self) {
        self.ws.set_onopen(None);
        self.ws.set_onmessage(None);
        self.ws.set_onclose(None);
        self.ws.set_onerror(None);
        // Closing what is closed already is no failure; 1000 is the one code a page may always give.
        let _ = self.ws.close_with_code(1000);
    }
}

impl Line {
    /// Opens a line to `url`. `hear` is called for whatever it tells, never before this returns.
    pub fn open(url: String, hear: impl Fn(Heard) + 'static) -> Self {
        let line = Self(Rc::new(Inner {
            url,
            hear: Box::new(hear),
            socket: RefCell::default(),
            attempt: Cell::default(),
            opened_at: Cell::default(),
            choice: Cell::new(Choice::new(storage::is_blocked())),
            spoken: Cell::default(),
            listeners: RefCell::default(),
            timer: Cell::default(),
        }));
        line.0.listeners.replace(line.watch());
        line.0.connect();
        line
    }

    fn watch(&self) -> Vec<WindowListenerHandle> {
        let told = |act: fn(&Rc<Inner>)| {
            let me = Rc::downgrade(&self.0);
            move || {
                if let Some(me) = me.upgrade() {
                    act(&me);
                }
            }
        };
        let (gone, back, front) = (told(Inner::lost), told(Inner::connect), told(Inner::look));
        vec![
            window_event_listener(ev::offline, move |_| gone()),
            // A line from before may look alive for long; it is not to be trusted.
            window_event_listener(ev::online, move |_| back()),
            window_event_listener(ev::visibilitychange, move |_| front()),
        ]
    }

    /// Sends a frame if the line is open. Returns whether it was handed to the network; only the edge's answer says
    /// whether it arrived.
    pub fn send(&self, frame: &impl Serialize) -> bool {
        serde_json::to_string(frame).is_ok_and(|text| self.0.send(&text))
    }

    /// Tries again now instead of waiting.
    pub fn try_now(&self) {
        if self.0.opened_at.get().is_none() {
            self.0.connect();
        }
    }

    /// Gives up the present connection for a new one.
    pub fn again(&self) {
        self.0.connect();
    }

    /// Closes the line for good.
    pub fn close(&self) {
        self.0.unwatch();
        self.0.clear_timer();
        self.0.opened_at.set(None);
        self.0.socket.take();
    }
}

impl Inner {
    fn connect(self: &Rc<Self>) {
        self.opened_at.set(None);
        self.spoken.set(false);
        let made = match self.choice.get().carrier() {
            Carrier::Socket => WebSocket::new(&self.url).ok(),
            Carrier::Poll => poll(&self.url),
        };
        let Some(ws) = made else {
            // Later, so that nothing is heard before `open` returned.
            return self.set_timer(0, Self::lost);
        };
        let me = Rc::downgrade(self);
        let on_open = listen(&me, |me, _: Event| me.on_open());
        let on_message = listen(&me, |me, event: MessageEvent| me.on_message(&event));
        let on_close = listen(&me, |me, _: CloseEvent| me.lost());
        ws.set_onopen(Some(on_open.as_ref().unchecked_ref()));
        ws.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        ws.set_onclose(Some(on_close.as_ref().unchecked_ref()));
        // A socket that the browser itself refuses errs and is never closed.
        ws.set_onerror(Some(on_close.as_ref().unchecked_ref()));
        self.socket.replace(Some(Socket {
            ws,
            _listeners: (on_open, on_message, on_close),
        }));
        self.set_timer(CONNECT_MS, Self::lost);
    }

    /// Over HTTP this is called before every request: then hello is said again, and nothing else is new.
    fn on_open(self: &Rc<Self>) {
        if self.opened_at.get().is_none() {
            self.opened_at.set(Some(js_sys::Date::now()));
            // A line that opens and lets nothing through is none.
            self.set_timer(PONG_MS, Self::lost);
        }
        (self.hear)(Heard::Open);
    }

    fn on_message(self: &Rc<Self>, event: &MessageEvent) {
        // Any frame shows that the line is alive.
        self.set_timer(PING_MS, Self::ping);
        self.told();
        match event.data().as_string() {
            Some(text) if text == PONG => {}
            Some(text) if text == PASSES => self.renew(),
            Some(text) => (self.hear)(Heard::Text(text)),
            None => {}
        }
    }

    /// The edge spoke.
    fn told(&self) {
        let mut choice = self.choice.get();
        if !self.spoken.replace(true) && choice.carrier() == Carrier::Poll {
            storage::keep_blocked(true);
        }
        let probe = choice.heard(clock::now());
        self.choice.set(choice);
        if probe && let Some(Socket { ws, .. }) = &*self.socket.borrow() {
            // Throws where the browser refuses sockets by itself: then none gets through.
            let _ = Reflect::get(ws, &"probe".into())
                .and_then(JsCast::dyn_into::<Function>)
                .and_then(|probe| probe.call0(ws));
        }
    }

    /// Another network, or a way through the present one: the next connection is made now, and by socket.
    fn renew(self: &Rc<Self>) {
        let mut choice = self.choice.get();
        choice.passes();
        self.choice.set(choice);
        storage::keep_blocked(false);
        // Later: this runs inside one of the present connection's own listeners.
        self.set_timer(0, Self::connect);
    }

    /// The page came to the front or left it.
    fn look(self: &Rc<Self>) {
        if page::is_visible() && self.opened_at.get().is_some() {
            self.ping();
        }
    }

    fn unwatch(&self) {
        for listener in self.listeners.take() {
            listener.remove();
        }
    }

    fn ping(self: &Rc<Self>) {
        self.send(PING);
        self.set_timer(PONG_MS, Self::lost);
    }

    fn lost(self: &Rc<Self>) {
        let steady = self
            .opened_at
            .take()
            .is_some_and(|at| js_sys::Date::now() - at > STEADY_MS);
        let attempt = if steady { 0 } else { self.attempt.get() };
        self.attempt.set(attempt.saturating_add(1));
        if !self.spoken.get() {
            let mut choice = self.choice.get();
            choice.missed();
            self.choice.set(choice);
        }
        let in_ms = backoff::wait_ms(attempt, js_sys::Math::random());
        // Not dropped here but when replaced: this may run inside one of the socket's own listeners.
        if let Some(socket) = self.socket.borrow().as_ref() {
            socket.ws.set_onmessage(None);
            socket.ws.set_onclose(None);
            socket.ws.set_onerror(None);
            let _ = socket.ws.close_with_code(1000);
        }
        self.set_timer(in_ms, Self::connect);
        (self.hear)(Heard::Lost { in_ms });
    }

    fn send(&self, text: &str) -> bool {
        let socket = self.socket.borrow();
        let open = socket
            .as_ref()
            .filter(|socket| socket.ws.ready_state() == WebSocket::OPEN);
        open.is_some_and(|socket| socket.ws.send_with_str(text).is_ok())
    }

    fn set_timer(self: &Rc<Self>, ms: u64, then: impl Fn(&Rc<Self>) + 'static) {
        self.clear_timer();
        let me = Rc::downgrade(self);
        let run = move || {
            if let Some(me) = me.upgrade() {
                then(&me);
            }
        };
        self.timer
            .set(set_timeout_with_handle(run, Duration::from_millis(ms)).ok());
    }

    fn clear_timer(&self) {
        if let Some(timer) = self.timer.take() {
            timer.clear();
        }
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.unwatch();
        self.clear_timer();
    }
}

/// A line over HTTP (`shared/browser/poll.js`). It has a socket's face, and is called by it.
fn poll(url: &str) -> Option<WebSocket> {
    let class = Reflect::get(&window(), &"Poll".into()).ok()?;
    let made = Reflect::construct(class.dyn_ref::<Function>()?, &Array::of1(&url.into()));
    made.ok().map(JsCast::unchecked_into)
}

/// A listener that does not keep the line alive.
fn listen<E>(me: &Weak<Inner>, run: impl Fn(&Rc<Inner>, E) + 'static) -> Listener<E>
where
    E: wasm_bindgen::convert::FromWasmAbi + 'static,
{
    let me = me.clone();
    Closure::new(move |event| {
        if let Some(me) = me.upgrade() {
            run(&me, event);
        }
    })
}
