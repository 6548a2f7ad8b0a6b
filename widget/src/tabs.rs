//! Several tabs of one visitor: one thread, one draft, one unread count, and one sound for a reply.
//!
//! They meet in the frame's storage, whose changes a browser tells the other tabs of. Where it keeps nothing, each tab
//! stands alone.

use shared::ids::Seq;

use crate::{
    digits::digits,
    model::Line,
    platform::{self, socket::Socket},
    session::Session,
    view::composer,
};

impl Session {
    /// Another tab changed what is kept: follows it.
    pub fn elsewhere(self) {
        let app = self.app();
        let known = app.storage.known();
        // None is a moment between two conversations: the next one follows.
        if known.is_some() && known != *app.key.borrow() {
            return self.start_over(None);
        }
        let draft = app.storage.draft();
        if *app.text.borrow() != draft {
            composer::fill(&draft);
            app.text.replace(draft);
        }
        let due = {
            let mut model = app.model.borrow_mut();
            model.join(app.storage.outbox()) && model.line == Line::Open
        };
        // Sent from here too: the other tab may be closed by now, and the edge takes each id once.
        if due {
            self.flush();
        }
        self.changed();
    }

    /// The tab came to the front or left it.
    pub fn turned(self) {
        if platform::in_front() {
            self.socket(Socket::nudge);
        }
        self.changed();
    }

    /// Whether the visitor has the thread before them.
    pub fn seen(self) -> bool {
        self.app().visible.get() && platform::in_front()
    }

    /// A person replied: sounds in one tab, unless the visitor reads it in one or wants no sound.
    pub fn ring(self, reply: Seq) {
        let app = self.app();
        let name = ["baton:", &app.boot.site, ":", &digits(reply.0)].concat();
        platform::ring(&name, self.seen() || !app.storage.sounds());
    }

    /// Switches the sound of replies.
    pub fn mute(self) {
        let storage = &self.app().storage;
        storage.keep_sounds(!storage.sounds());
        self.redraw();
    }
}
