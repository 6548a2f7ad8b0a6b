//! What the page around says, and whose conversation this is: begun, taken up, forgotten, begun anew.

use std::time::Duration;

use leptos::prelude::set_timeout;
use shared::{conversation::Page, protocol::VisitorFrame};

use super::Session;
use crate::{
    model::{Line, Model},
    outbox::Outbox,
    platform::{host::FromHost, online, root, socket::Socket, touch},
    view,
};

/// With the panel closed and nothing awaited, the line is given up after this.
const IDLE: Duration = Duration::from_mins(1);

/// What the launcher keeps in the place of a key after a reset that the frame has not heard of.
const FORGET: &str = "-";

impl Session {
    pub(super) fn host(self, said: FromHost) {
        if let Some(page) = said.page {
            self.moved(page);
        }
        match said.kind.as_str() {
            "init" => {
                theme(said.theme.as_deref());
                self.app().identity.replace(said.identity);
                if said.resume.as_deref() == Some(FORGET) {
                    self.forget();
                }
                self.begin(said.resume.as_deref(), said.keeps);
                self.show(said.visible);
            }
            "visible" => self.show(said.visible),
            "theme" => theme(said.theme.as_deref()),
            "identify" => {
                self.app().identity.replace(said.identity);
                self.socket(Socket::renew);
            }
            "reset" => self.reset(),
            _ => {}
        }
    }

    /// Takes up whose conversation this is and what was left unsent. `keeps`: whether the page around can keep the key
    /// where the frame cannot.
    pub(super) fn begin(self, resume: Option<&str>, keeps: bool) {
        let app = self.app();
        let key = app.storage.key(resume);
        let unkept = app.storage.is_memory();
        if let (true, Some(host), Some(key)) = (unkept, &app.host, &key) {
            host.resume(Some(&key.text()));
        }
        app.key.replace(key);
        {
            let mut model = app.model.borrow_mut();
            model.unkept = unkept;
            model.forgets = unkept && !keeps;
            model.line = if online() { Line::Idle } else { Line::Offline };
        }
        // With a token it is not known yet whether what was left here is theirs: the welcome says so.
        let vouched = app.identity.borrow().is_some();
        app.taken_up.set(false);
        if !vouched {
            self.take_up();
        }
        self.changed();
    }

    /// Takes up what was left unsent.
    pub(super) fn take_up(self) {
        let app = self.app();
        if !app.taken_up.replace(true) {
            app.model.borrow_mut().outbox = Outbox::restored(app.storage.outbox());
            let draft = app.storage.draft();
            view::composer::fill(&draft);
            self.written(draft);
        }
    }

    /// The panel was opened or closed.
    pub(super) fn show(self, visible: bool) {
        self.app().visible.set(visible);
        if visible || self.app().model.borrow().live() || self.app().storage.read().0 > 0 {
            self.connect();
        }
        if visible {
            if !touch() {
                view::composer::focus();
            }
        } else {
            set_timeout(move || self.rest(), IDLE);
        }
        self.changed();
    }

    /// Gives the line up when nobody looks and nothing is awaited.
    fn rest(self) {
        let app = self.app();
        if !app.visible.get() && !app.model.borrow().live() {
            self.socket(Socket::close);
        }
    }

    fn moved(self, page: Page) {
        let app = self.app();
        let before = app.page.replace(Some(page.clone()));
        let other = before.is_some_and(|before| before.url != page.url);
        if other && app.model.borrow().talk.opened_at.is_some() {
            self.frame(&VisitorFrame::Page { page });
        }
    }

    /// Forgets the visitor: another one may sit here now.
    fn reset(self) {
        self.app().identity.replace(None);
        self.forget();
        self.start_over(None);
    }

    /// Lets go of everything kept in this browser, here and by the launcher.
    pub(super) fn forget(self) {
        let app = self.app();
        app.storage.clear();
        if let Some(host) = &app.host {
            host.resume(None);
        }
    }

    /// Begins another conversation, with `refused` said above the composer.
    pub(crate) fn start_over(self, refused: Option<String>) {
        let app = self.app();
        self.socket(Socket::close);
        let before = app.model.replace(Model {
            refused,
            ..Model::default()
        });
        app.settled.set(false);
        app.details.set(None);
        app.ending.set(false);
        self.begin(None, !before.forgets);
        self.show(app.visible.get());
    }
}

fn theme(theme: Option<&str>) {
    if let Some(root) = root() {
        // A valid name and any value: cannot fail.
        let _ = root.set_attribute("data-theme", theme.unwrap_or_default());
    }
}
