//! One visitor in one frame: what they do goes out through the outbox, what the edge says comes in through the model.

use std::time::Duration;

use leptos::prelude::*;
use shared::{
    conversation::{From, Page},
    ids::{ClientId, Seq},
    protocol::{ToVisitorFrame, VERSION, VisitorFrame},
    triggers::explicit,
};

use crate::{
    boot::Boot,
    model::{Line, Model},
    outbox::{Ask, Item, Outbox, Progress},
    platform::{
        clock,
        host::{FromHost, Host},
        mint, online, root,
        socket::{Sign, Socket},
        storage::{Key, Storage},
        touch, window,
    },
    words::{self, Words},
};

/// The edge is told at most this often that the visitor is writing.
const TYPING_EVERY: u64 = 3_000;
/// A sign that somebody is writing is believed this long.
const TYPING_LASTS: Duration = Duration::from_secs(6);
/// After the thread is restored, so long until what comes is announced as new.
const SETTLES: Duration = Duration::from_millis(400);
/// With the panel closed and nothing awaited, the line is given up after this.
const IDLE: Duration = Duration::from_secs(60);

/// The widget's state and everything it can do. Cheap to copy: it is a handle.
#[derive(Clone, Copy)]
pub struct Session {
    /// What is known.
    pub model: RwSignal<Model>,
    /// The text in the composer.
    pub text: RwSignal<String>,
    /// Whether the visitor opened or dismissed the details form; none when they did neither.
    pub details: RwSignal<Option<bool>>,
    /// Whether what is added to the log is new, and to be announced.
    pub settled: RwSignal<bool>,
    /// Whether the panel is open.
    pub visible: RwSignal<bool>,
    /// Grows with everything the visitor sends: the thread scrolls to its end.
    pub sent: RwSignal<u32>,
    /// The site.
    pub boot: StoredValue<Boot>,
    /// The language.
    pub words: &'static Words,
    parts: StoredValue<Parts, LocalStorage>,
}

/// What is not shown.
struct Parts {
    storage: Storage,
    key: Option<Key>,
    socket: Option<Socket>,
    host: Option<Host>,
    page: Option<Page>,
    typed_at: u64,
    told_live: Option<bool>,
    told_unread: usize,
    typing_ends: Option<TimeoutHandle>,
}

impl Session {
    /// A session that does nothing yet.
    pub fn new(boot: Boot) -> Self {
        let storage = Storage::open(&boot.site);
        let words = words::of(&window().navigator().language().unwrap_or_default());
        let parts = Parts {
            key: None,
            socket: None,
            host: Host::find(),
            page: None,
            typed_at: 0,
            told_live: None,
            told_unread: 0,
            typing_ends: None,
            storage,
        };
        Self {
            model: RwSignal::new(Model::default()),
            text: RwSignal::new(String::new()),
            details: RwSignal::new(None),
            settled: RwSignal::new(false),
            visible: RwSignal::new(false),
            sent: RwSignal::new(0),
            boot: StoredValue::new(boot),
            words,
            parts: StoredValue::new_local(parts),
        }
    }

    /// Listens to the page and the network. Framed, the launcher says when to begin; alone, it begins at once.
    pub fn start(self) {
        let socket = Socket::new(move |sign| self.sign(sign));
        self.parts.update_value(|parts| parts.socket = Some(socket));
        for name in ["online", "offline"] {
            window_event_listener_untyped(name, move |_| self.network());
        }
        match self.parts.with_value(|parts| parts.host.clone()) {
            Some(host) => host.listen(move |said| self.host(said)),
            None => {
                self.begin(None);
                self.show(true);
            }
        }
    }

    fn host(self, said: FromHost) {
        if let Some(page) = said.page {
            self.moved(page);
        }
        match said.kind.as_str() {
            "init" => {
                self.theme(said.theme.as_deref());
                self.begin(said.resume.as_deref());
                self.show(said.visible);
            }
            "visible" => self.show(said.visible),
            "theme" => self.theme(said.theme.as_deref()),
            "reset" => self.reset(),
            _ => {}
        }
    }

    fn theme(self, theme: Option<&str>) {
        if let Some(root) = root() {
            // A valid name and any value: cannot fail.
            let _ = root.set_attribute("data-theme", theme.unwrap_or_default());
        }
    }

    /// Takes up whose conversation this is and what was left unsent.
    fn begin(self, resume: Option<&str>) {
        let (outbox, draft) = self
            .parts
            .try_update_value(|parts| {
                parts.key = parts.storage.key(resume);
                if let (true, Some(host), Some(key)) = (parts.storage.is_memory(), &parts.host, &parts.key) {
                    host.resume(Some(&key.text()));
                }
                (parts.storage.outbox(), parts.storage.draft())
            })
            .unwrap_or_default();
        self.text.set(draft);
        self.model.update(|model| {
            model.outbox = Outbox::restored(outbox);
            model.line = if online() { Line::Idle } else { Line::Offline };
        });
        self.connect();
    }

    fn connect(self) {
        self.parts.with_value(|parts| {
            let (Some(socket), Some(key)) = (&parts.socket, &parts.key) else { return };
            let location = window().location();
            let secure = location.protocol().is_ok_and(|protocol| protocol == "https:");
            let host = location.host().unwrap_or_default();
            let site = self.boot.with_value(|boot| boot.site.clone());
            let scheme = if secure { "wss://" } else { "ws://" };
            let path = ["/api/v1/sites/", &site, "/conversations/", key.id.as_str(), "/visitor"].concat();
            socket.open(&[scheme, &host, &path].concat());
        });
    }

    fn network(self) {
        if online() {
            self.model.update(|model| model.line = Line::Lost);
            self.connect();
        } else {
            self.model.update(|model| model.line = Line::Offline);
        }
    }

    /// The panel was opened or closed.
    fn show(self, visible: bool) {
        self.visible.set(visible);
        if visible {
            self.connect();
            self.look();
            if !touch() {
                crate::view::composer::focus();
            }
        } else {
            set_timeout(move || self.rest(), IDLE);
        }
    }

    /// Gives the line up when nobody looks and nothing is awaited.
    fn rest(self) {
        if !self.visible.get_untracked() && !self.model.with_untracked(Model::live) {
            self.with_socket(Socket::close);
        }
    }

    fn moved(self, page: Page) {
        let told = self.parts.try_update_value(|parts| parts.page.replace(page.clone()));
        let fresh = told.flatten().is_some_and(|before| before.url != page.url);
        if fresh && self.model.with_untracked(|model| model.talk.opened_at.is_some()) {
            self.frame(&VisitorFrame::Page { page });
        }
    }

    /// Forgets the visitor: another one may sit here now.
    fn reset(self) {
        self.with_socket(Socket::close);
        self.parts.update_value(|parts| {
            parts.storage.clear();
            parts.key = None;
            if let Some(host) = &parts.host {
                host.resume(None);
            }
        });
        self.model.set(Model::default());
        self.settled.set(false);
        self.details.set(None);
        self.begin(None);
    }

    fn sign(self, sign: Sign) {
        match sign {
            Sign::Open => self.hello(),
            Sign::Text(text) => self.hear(&text),
            Sign::Lost => self.model.update(|model| {
                model.draft = None;
                model.typing = None;
                model.line = if online() { Line::Lost } else { Line::Offline };
            }),
        }
    }

    fn hello(self) {
        let last = self.model.with_untracked(|model| model.talk.last);
        let hello = self.parts.with_value(|parts| {
            let key = parts.key.as_ref()?;
            Some(VisitorFrame::Hello {
                v: VERSION,
                secret: key.secret.clone(),
                last,
                page: parts.page.clone(),
                locale: window().navigator().language(),
            })
        });
        if let Some(hello) = hello {
            self.frame(&hello);
        }
    }

    fn hear(self, text: &str) {
        // A frame of a later version may not be known here; what it changed comes with the next welcome.
        let Ok(frame) = serde_json::from_str::<ToVisitorFrame>(text) else { return };
        let typing = matches!(frame, ToVisitorFrame::Typing { .. });
        let Some(heard) = self.model.try_update(|model| model.hear(frame)) else { return };
        self.parts.with_value(|parts| heard.settled.iter().for_each(|id| parts.storage.drop(id)));
        if heard.gap {
            self.with_socket(Socket::renew);
            return;
        }
        if heard.welcomed {
            self.with_socket(Socket::welcomed);
            self.flush();
            set_timeout(move || self.settled.set(true), SETTLES);
        }
        if typing {
            self.typing_fades();
        }
        self.parts.with_value(|parts| {
            let host = parts.host.iter();
            host.for_each(|host| heard.news.iter().for_each(|name| host.event(name)));
        });
        self.look();
    }

    fn typing_fades(self) {
        let ends = set_timeout_with_handle(move || self.model.update(|model| model.typing = None), TYPING_LASTS);
        let before = self.parts.try_update_value(|parts| std::mem::replace(&mut parts.typing_ends, ends.ok()));
        if let Some(before) = before.flatten() {
            before.clear();
        }
    }

    /// Tells the launcher what it shows or keeps: how much is unread, whether to listen on the next page.
    fn look(self) {
        let visible = self.visible.get_untracked();
        self.parts.update_value(|parts| {
            self.model.with_untracked(|model| {
                if visible {
                    parts.storage.keep_read(model.talk.last);
                }
                let read = parts.storage.read();
                let unread = if visible { 0 } else { unread(model, read) };
                let live = model.live();
                let Some(host) = &parts.host else { return };
                if std::mem::replace(&mut parts.told_unread, unread) != unread {
                    host.unread(unread);
                }
                if parts.told_live.replace(live) != Some(live) {
                    host.live(live);
                }
            });
        });
    }

    /// Sends what the edge has not acknowledged.
    fn flush(self) {
        let due: Vec<VisitorFrame> = self.model.with_untracked(|model| model.outbox.due().map(Item::frame).collect());
        for frame in due {
            self.frame(&frame);
        }
    }

    fn frame(self, frame: &VisitorFrame) {
        if let Ok(text) = serde_json::to_string(frame) {
            self.with_socket(|socket| {
                socket.send(&text);
            });
        }
    }

    fn with_socket(self, act: impl FnOnce(&Socket)) {
        if let Some(socket) = self.parts.with_value(|parts| parts.socket.clone()) {
            act(&socket);
        }
    }
}

/// What the visitor does.
impl Session {
    /// Puts something into the outbox, on the screen and on the line.
    pub fn ask(self, ask: Ask) {
        let item = Item { id: mint::client_id(), made: clock::now().0, ask, progress: Progress::Sending };
        self.parts.with_value(|parts| parts.storage.keep(&item));
        self.settled.set(true);
        let welcomed = self.model.with_untracked(|model| model.line == Line::Open);
        let frame = item.frame();
        self.model.update(|model| {
            model.refused = None;
            model.outbox.push(item);
        });
        self.sent.update(|sent| *sent += 1);
        // Before the welcome nothing may go out; the welcome sends it.
        if welcomed {
            self.frame(&frame);
        } else {
            self.connect();
        }
        self.look();
    }

    /// Sends a message, with what the detector found in it.
    pub fn say(self, text: &str) {
        let calls = !self.model.with_untracked(Model::held) && explicit::detect(text).is_some();
        self.ask(Ask::Say { text: text.to_owned(), calls });
    }

    /// Calls a person, unless one is called already.
    pub fn call(self) {
        let called = self.model.with_untracked(|model| model.case().is_some() || model.calling());
        if !called {
            self.ask(Ask::Person);
        }
    }

    /// Sends a refused message again.
    pub fn again(self, id: &str) {
        let frame = self.model.try_update(|model| {
            let id = ClientId::new(id).ok()?;
            model.outbox.again(&id).map(Item::frame)
        });
        if let Some(frame) = frame.flatten() {
            self.frame(&frame);
        }
    }

    /// The composer's text changed.
    pub fn typed(self, text: String) {
        self.parts.update_value(|parts| parts.storage.keep_draft(&text));
        let held = self.model.with_untracked(Model::held);
        let now = clock::now().0;
        let due = self.parts.with_value(|parts| now.saturating_sub(parts.typed_at) > TYPING_EVERY);
        if held && due && !text.is_empty() {
            self.parts.update_value(|parts| parts.typed_at = now);
            self.frame(&VisitorFrame::Typing);
        }
        self.text.set(text);
    }

    /// Closes the panel.
    pub fn close(self) {
        self.parts.with_value(|parts| parts.host.iter().for_each(|host| host.say("close")));
    }

    /// Loads the widget anew, for another version of it.
    pub fn reload(self) {
        let _ = window().location().reload();
    }

    /// Whether there is a panel that can be closed.
    pub fn framed(self) -> bool {
        self.parts.with_value(|parts| parts.host.is_some())
    }
}

fn unread(model: &Model, read: Seq) -> usize {
    let speaks = |from: &From| matches!(from, From::Agent(_) | From::Assistant);
    model.talk.thread.iter().filter(|entry| entry.seq > read && speaks(&entry.from)).count()
}
