//! What the visitor can do. Each act is seen at once and goes out when it can.

use std::time::Duration;

use leptos::prelude::set_timeout;
use shared::{
    ids::{ClientId, Seq},
    mask::mask,
    protocol::VisitorFrame,
    triggers::explicit,
};

use crate::{
    model::{Line, Model},
    outbox::{Ask, Item, Progress},
    platform::{self, clock, mint},
    rows,
    session::Session,
    view::{composer, tail},
};

/// The edge is told at most this often that the visitor is writing. In milliseconds.
const TYPING_EVERY: u64 = 3_000;

impl Session {
    /// Puts something into the outbox, on the screen and on the line.
    pub fn ask(self, ask: Ask) {
        let app = self.app();
        let item = Item {
            id: mint::client_id(),
            made: clock::now().0,
            ask,
            progress: Progress::Sending,
        };
        let frame = item.frame();
        app.storage.keep(&item);
        app.at_end.set(true);
        app.ending.set(false);
        self.settle();
        {
            let mut model = app.model.borrow_mut();
            model.refused = None;
            model.outbox.push(item);
        }
        self.post(&frame);
    }

    /// Sends what was just put on its way. Before the welcome nothing may go out; the welcome sends it.
    fn post(self, frame: &VisitorFrame) {
        let welcomed = self.app().model.borrow().line == Line::Open;
        if welcomed {
            self.frame(frame);
        } else {
            self.connect();
        }
        self.changed();
    }

    /// Sends a message, with what the detector found in it, and says what was hidden before it left.
    pub fn say(self, text: &str) {
        let (text, hidden) = mask(text).unwrap_or_else(|| (text.to_owned(), String::new()));
        let calls = !self.app().model.borrow().held() && explicit::asks(&text);
        self.ask(Ask::Say { text, calls });
        if !hidden.is_empty() {
            self.app().model.borrow_mut().refused = Some(self.words.hidden(&hidden));
        }
    }

    /// Sends what is in the composer, and empties it.
    pub fn send(self) {
        let text = self.app().text.borrow().trim().to_owned();
        if composer::sendable(&text) {
            self.say(&text);
            composer::fill("");
            self.written(String::new());
            composer::focus();
        }
    }

    /// Calls a person, unless one is called already.
    pub fn call(self) {
        let called = {
            let app = self.app();
            let model = app.model.borrow();
            model.case().is_some() || model.calling()
        };
        if !called {
            self.ask(Ask::Person);
        }
    }

    /// Sends a refused message again.
    pub fn again(self, id: &str) {
        let Ok(id) = ClientId::new(id) else { return };
        let app = self.app();
        let frame = app.model.borrow_mut().outbox.again(&id).map(|item| {
            app.storage.keep(item);
            item.frame()
        });
        if let Some(frame) = frame {
            self.post(&frame);
        }
    }

    /// The composer's text changed under the visitor's hands.
    pub fn typed(self, text: String) {
        let app = self.app();
        let now = clock::now().0;
        let due = now.saturating_sub(app.typed_at.get()) > TYPING_EVERY;
        if due && !text.is_empty() && app.model.borrow().held() {
            app.typed_at.set(now);
            self.frame(&VisitorFrame::Typing);
        }
        self.written(text);
    }

    /// Opens or dismisses the details form.
    pub fn details(self, open: bool) {
        let app = self.app();
        app.details.set(Some(open));
        app.bad_email.set(false);
        app.at_end.set(app.at_end.get() || open);
        self.changed();
    }

    /// Asks whether the chat is to end, or asks it no more.
    pub fn ending(self, asks: bool) {
        let app = self.app();
        app.ending.set(asks);
        app.at_end.set(app.at_end.get() || asks);
        self.redraw();
        // Once the menu has given the focus back, and the question is there.
        set_timeout(if asks { tail::focus } else { composer::focus }, Duration::ZERO);
    }

    /// Gives the visitor a file of what was said.
    pub fn save(self) {
        let app = self.app();
        let mut text = String::new();
        for row in rows::rows(&app.model.borrow(), app.boot.greeting(self.words), self.words) {
            text.push_str(&row.name);
            if let Some(at) = row.at {
                text.push_str(if row.name.is_empty() { "" } else { ", " });
                text.push_str(&clock::stamp(at));
            }
            for part in ["\n", &row.text, "\n"] {
                text.push_str(part);
            }
            for source in row.sources {
                text.push_str(&source.url);
                text.push('\n');
            }
            text.push('\n');
        }
        platform::script("save", &text);
    }

    /// Leaves an address, if it is one.
    pub fn leave(self, email: &str, fits: bool) {
        self.app().bad_email.set(!fits);
        if fits {
            self.ask(Ask::Details(email.to_owned()));
        } else {
            self.changed();
        }
    }

    /// The thread is at its end, or not any more.
    pub fn at_end(self, is: bool) {
        if self.app().at_end.replace(is) != is {
            self.redraw();
        }
    }

    /// Closes the panel.
    pub fn close(self) {
        if let Some(host) = &self.app().host {
            host.say("close");
        }
    }
}

impl Model {
    /// How many messages came after the last event that was seen.
    pub fn unread(&self, read: Seq) -> u32 {
        use shared::conversation::From::{Agent, Assistant};
        let new = self.talk.thread.iter().filter(|entry| entry.seq > read);
        let count = new
            .filter(|entry| matches!(entry.from, Agent(_) | Assistant))
            .count();
        u32::try_from(count).unwrap_or(u32::MAX)
    }
}
