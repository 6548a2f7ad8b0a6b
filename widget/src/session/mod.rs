//! One visitor in one frame: what they do goes out through the outbox, what the edge says comes in through the model.
//!
//! There is one state and one way to show it: [`Session::changed`] draws the whole view again, and Leptos' renderer
//! touches what differs. Signals would draw less each time, but their machinery is a third of what a visitor would
//! download, and a chat changes a few times a second at most.

mod visit;

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use leptos::prelude::{queue_microtask, set_timeout, window_event_listener_untyped};
use shared::{
    conversation::Page,
    mask::mask,
    protocol::{ToVisitorFrame, VERSION, VisitorFrame},
};

use crate::{
    boot::Boot,
    model::{Model, Over},
    platform::{
        clock,
        host::Host,
        online, root,
        socket::{Sign, Socket},
        storage::{Key, Storage},
        window,
    },
    view, wire,
    words::Words,
};

/// A sign that somebody is writing is believed this long.
const TYPING_LASTS: u64 = 6_000;
/// After the thread is restored, so long until what comes is announced as new.
const SETTLES: Duration = Duration::from_millis(400);
/// The widget's state and everything it can do: a handle, cheap to copy into what is pressed.
#[derive(Clone, Copy)]
pub struct Session {
    /// The language.
    pub words: Words,
}

thread_local! {
    /// What is behind the handle. A frame holds one widget, so there is one.
    static APP: RefCell<Option<Rc<App>>> = const { RefCell::new(None) };
}

/// Behind the handle.
pub struct App {
    /// The site.
    pub boot: Boot,
    /// What is known.
    pub model: RefCell<Model>,
    /// The text in the composer.
    pub text: RefCell<String>,
    /// Whether the visitor opened or dismissed the details form; none when they did neither.
    pub details: Cell<Option<bool>>,
    /// Whether the visitor is asked if the chat is to end.
    pub ending: Cell<bool>,
    /// Whether the address in the details form was found not to be one.
    pub bad_email: Cell<bool>,
    /// Whether what is added to the log is new, and to be announced.
    pub settled: Cell<bool>,
    /// Whether the thread is scrolled to its end.
    pub at_end: Cell<bool>,
    /// Where things are kept.
    pub storage: Storage,
    /// The page around the frame; none when the widget was opened by itself.
    pub host: Option<Host>,
    pub(crate) typed_at: Cell<u64>,
    due: Cell<bool>,
    taken_up: Cell<bool>,
    pub(crate) visible: Cell<bool>,
    pub(crate) key: RefCell<Option<Key>>,
    socket: RefCell<Option<Socket>>,
    page: RefCell<Option<Page>>,
    identity: RefCell<Option<String>>,
    heard_typing: Cell<u64>,
    told_live: Cell<Option<bool>>,
    told_unread: Cell<u32>,
}

impl Session {
    /// A session that does nothing yet.
    pub fn new(boot: Boot) -> Self {
        let words = Words::new(boot.words.clone());
        let app = App {
            storage: Storage::open(&boot.site),
            boot,
            model: RefCell::default(),
            text: RefCell::default(),
            details: Cell::default(),
            ending: Cell::default(),
            bad_email: Cell::default(),
            settled: Cell::default(),
            at_end: Cell::new(true),
            host: Host::find(),
            typed_at: Cell::default(),
            due: Cell::default(),
            taken_up: Cell::default(),
            visible: Cell::default(),
            key: RefCell::default(),
            socket: RefCell::default(),
            page: RefCell::default(),
            identity: RefCell::default(),
            heard_typing: Cell::default(),
            told_live: Cell::default(),
            told_unread: Cell::default(),
        };
        APP.set(Some(Rc::new(app)));
        Self { words }
    }

    /// What is behind the handle.
    #[expect(clippy::unused_self, reason = "the handle is what says that there is one")]
    pub fn app(self) -> Rc<App> {
        // Set by `new`, before there is a handle, and never taken.
        APP.with_borrow(|app| {
            app.clone()
                .unwrap_or_else(|| unreachable!("a session without an app"))
        })
    }

    /// Draws again soon: once for all changes of one event, and never from within the handler that is drawn anew.
    pub fn redraw(self) {
        if !self.app().due.replace(true) {
            queue_microtask(move || {
                self.app().due.set(false);
                view::draw(self);
            });
        }
    }

    /// What is known changed: draws it, and tells the launcher what it shows or keeps.
    pub fn changed(self) {
        self.redraw();
        self.tell();
    }

    /// What is written changed.
    pub fn written(self, text: String) {
        let app = self.app();
        app.storage
            .keep_draft(mask(&text).as_ref().map_or(&text, |(masked, _)| masked));
        app.text.replace(text);
        self.redraw();
    }

    /// Listens to the page and the network. Framed, the launcher says when to begin; alone, it begins at once.
    pub fn start(self) {
        let app = self.app();
        app.socket.replace(Some(Socket::new(move |sign| self.sign(sign))));
        for name in ["online", "offline"] {
            window_event_listener_untyped(name, move |_| self.network());
        }
        // Less room, as when a keyboard comes up: what was in sight at the end stays so.
        window_event_listener_untyped("resize", move |_| view::follow(self));
        window_event_listener_untyped("storage", move |_| self.elsewhere());
        window_event_listener_untyped("visibilitychange", move |_| self.turned());
        if let Some(host) = &app.host {
            host.listen(move |said| self.host(said));
        } else {
            self.begin(None, false);
            self.show(true);
        }
    }

    /// Makes the line, or looks whether the one there is still alive.
    pub fn connect(self) {
        let app = self.app();
        let (socket, key) = (app.socket.borrow().clone(), app.key.borrow());
        let (Some(socket), Some(key)) = (socket, &*key) else {
            return;
        };
        let location = window().location();
        let origin = location.origin().unwrap_or_default();
        // "http" becomes "ws", "https" becomes "wss".
        let origin = origin.strip_prefix("http").unwrap_or_default();
        let parts = [
            "ws",
            origin,
            "/api/v1/sites/",
            &app.boot.site,
            "/conversations/",
            key.id.as_str(),
            "/visitor",
        ];
        socket.open(&parts.concat());
    }

    /// The browser lost or found a network. A line from before may look alive for long; it is not to be trusted.
    fn network(self) {
        self.app().model.borrow_mut().lost(online());
        self.changed();
        if online() {
            self.socket(Socket::renew);
        }
    }

    fn sign(self, sign: Sign) {
        match sign {
            Sign::Open => self.hello(),
            Sign::Text(text) => self.hear(&text),
            Sign::Lost => {
                self.app().model.borrow_mut().lost(online());
                self.changed();
            }
        }
    }

    fn hello(self) {
        let app = self.app();
        if let Some(key) = &*app.key.borrow() {
            let last = app.model.borrow().talk.last;
            let page = app.page.borrow().clone();
            let secret = key.secret.clone();
            self.frame(&VisitorFrame::Hello {
                v: VERSION,
                secret,
                last,
                page,
                locale: Some(language()),
                timezone: timezone(),
                identity: app.identity.borrow().clone(),
            });
        }
    }

    fn hear(self, text: &str) {
        let app = self.app();
        let Some(frame) = wire::read(text) else {
            // A peer of another version, then.
            app.model.borrow_mut().stale = true;
            return self.changed();
        };
        if matches!(frame, ToVisitorFrame::Typing { .. }) {
            self.typing_fades();
        }
        let heard = app.model.borrow_mut().hear(frame);
        heard.settled.iter().for_each(|id| app.storage.drop(id));
        if let Some(failed) = &heard.failed {
            app.storage.keep(failed);
        }
        if let (Some(why), Some(host)) = (&heard.warning, &app.host) {
            host.warn(why);
        }
        match heard.over {
            Some(Over::Erased) => {
                // What was typed and not sent belongs to the next conversation. Another tab may have begun it already.
                if app.storage.known() == *app.key.borrow() {
                    app.storage.forget();
                }
                let refused = app.model.borrow_mut().refused.take();
                return self.start_over(refused);
            }
            Some(Over::OfAnother) => {
                self.forget();
                return self.start_over(None);
            }
            None => {}
        }
        if heard.gap {
            return self.socket(Socket::lost);
        }
        if heard.welcomed {
            self.take_up();
            self.socket(Socket::welcomed);
            self.flush();
            set_timeout(move || self.settle(), SETTLES);
        }
        if let Some(reply) = heard.reply {
            self.ring(reply);
        }
        if let Some(host) = &app.host {
            heard.news.iter().for_each(|name| host.event(name));
        }
        self.changed();
    }

    /// From here on, what is added to the log is new.
    pub fn settle(self) {
        if !self.app().settled.replace(true) {
            self.redraw();
        }
    }

    fn typing_fades(self) {
        let app = self.app();
        let now = clock::now().0;
        app.heard_typing.set(now);
        let fade = move || {
            if self.app().heard_typing.get() == now {
                self.app().model.borrow_mut().typing = None;
                self.changed();
            }
        };
        set_timeout(fade, Duration::from_millis(TYPING_LASTS));
    }

    fn tell(self) {
        let app = self.app();
        let model = app.model.borrow();
        let seen = self.seen();
        // Looking at an older state than another tab's makes nothing unread.
        if seen && model.restored && app.storage.read() < model.talk.last {
            app.storage.keep_read(model.talk.last);
        }
        let Some(host) = &app.host else { return };
        let unread = if seen { 0 } else { model.unread(app.storage.read()) };
        if app.told_unread.replace(unread) != unread {
            host.unread(unread);
        }
        let live = model.live();
        if app.told_live.replace(Some(live)) != Some(live) {
            host.live(live);
        }
    }

    /// Sends what the edge has not acknowledged.
    pub(crate) fn flush(self) {
        let app = self.app();
        for item in app.model.borrow().outbox.due() {
            self.frame(&item.frame());
        }
    }

    /// Sends a frame, if there is a line.
    pub fn frame(self, frame: &VisitorFrame) {
        self.socket(|socket| {
            socket.send(&wire::write(frame));
        });
    }

    pub(crate) fn socket(self, act: impl FnOnce(&Socket)) {
        let socket = self.app().socket.borrow().clone();
        if let Some(socket) = socket {
            act(&socket);
        }
    }
}

/// What the page's first script found out.
fn timezone() -> Option<String> {
    root()?.get_attribute("data-tz")
}

fn language() -> String {
    window().navigator().language().unwrap_or_default()
}
