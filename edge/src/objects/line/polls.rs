//! The lines over HTTP that an object knows, and the requests on them.
//!
//! Promises: a request is an end of its own until its hello was taken; only then does it take over the line that its client
//! had before, so that nobody reads or disturbs another's. The newest request of a line is the one that is held. A line on
//! which nothing is asked for [`LEASE_MS`] has nobody at its end.

use std::{
    cell::{Cell, RefCell},
    pin::pin,
    rc::Rc,
    time::Duration,
};

use futures_util::future::{Either, select};
use serde::{Deserialize, Serialize};
use shared::ids::Millis;
use worker::Delay;

use super::mail::{FromLog, Mail};
use crate::{clock, problem::Outcome};

/// So long a request is held when there is nothing to say. Below what proxies allow, and below what clients wait before
/// they ask for a sign of life.
const HOLD: Duration = Duration::from_secs(18);
/// So long a line lasts without a request.
const LEASE_MS: u64 = 60_000;

/// What a request's own mail is ended with when the request has joined a line.
const GOING_ON: u16 = 1000;

/// The lines of one object.
#[derive(Debug, Default)]
pub struct Polls(RefCell<Vec<(String, Rc<Mail>)>>);

/// Which line a request is on, and where on it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Place {
    /// The line's name, minted by the client.
    pub line: String,
    /// The request's number on it, from 1.
    pub request: u64,
    /// How many answers the client had on it.
    pub answers: u64,
}

/// One request on a line.
#[derive(Debug)]
pub struct Caller {
    polls: Rc<Polls>,
    place: Place,
    mail: RefCell<Rc<Mail>>,
    request: Cell<u64>,
    doing: Cell<usize>,
    carries: Cell<bool>,
}

impl Polls {
    /// A request on a line, as it says of itself.
    pub fn caller(self: &Rc<Self>, place: Place) -> Caller {
        Caller {
            polls: self.clone(),
            place,
            mail: RefCell::default(),
            request: Cell::default(),
            doing: Cell::default(),
            carries: Cell::default(),
        }
    }

    /// Everyone who is there, as an end to speak to.
    pub fn callers(self: &Rc<Self>) -> Vec<Caller> {
        let now = clock::now();
        let lines = self.0.borrow();
        let there = lines.iter().filter(|(_, mail)| lives(mail, now));
        there
            .map(|(_, mail)| Caller {
                mail: RefCell::new(mail.clone()),
                ..self.caller(Place::default())
            })
            .collect()
    }

    /// Lets go of lines at whose end nobody is any more.
    pub fn sweep(&self) {
        let now = clock::now();
        self.0.borrow_mut().retain(|(_, mail)| lives(mail, now));
    }

    /// When the next line lapses if nothing is asked on it, if there is one.
    pub fn lapses_at(&self) -> Option<Millis> {
        let now = clock::now();
        let lines = self.0.borrow();
        lines
            .iter()
            .map(|(_, mail)| mail.seen(now).plus(LEASE_MS + 1))
            .min()
    }

    /// The line of this name, which takes the place of its client's earlier one. Returns whether it is new.
    fn join(&self, name: String, mail: &RefCell<Rc<Mail>>) -> bool {
        self.sweep();
        let mut lines = self.0.borrow_mut();
        if let Some((_, known)) = lines.iter().find(|(known, _)| *known == name) {
            mail.replace(known.clone());
            return false;
        }
        lines.push((name, mail.borrow().clone()));
        true
    }

    fn leave(&self, gone: &Rc<Mail>) {
        self.0.borrow_mut().retain(|(_, mail)| !Rc::ptr_eq(mail, gone));
    }
}

fn lives(mail: &Mail, now: Millis) -> bool {
    mail.ended().is_none() && mail.seen(now).plus(LEASE_MS) >= now
}

impl Caller {
    /// What waits for this client.
    pub fn mail(&self) -> Rc<Mail> {
        self.mail.borrow().clone()
    }

    /// Its hello was taken: `owner` is who it has shown to be, and nobody else has lines of that name. Returns whether the
    /// line is new.
    pub fn greeted(&self, owner: &str) -> bool {
        let (before, now) = (self.mail(), clock::now());
        let Place {
            line,
            request,
            answers,
        } = &self.place;
        let new = self.polls.join([owner, "/", line].concat(), &self.mail);
        self.mail().begin(*request, *answers, now);
        self.request.set(*request);
        if !new {
            // Whoever holds this request looks at the line it is on now.
            before.end(GOING_ON);
        }
        new
    }

    /// The client holds this of the log, and is to get the rest. Of an overtaken request it is old.
    pub fn follow(&self, log: FromLog) {
        let mail = self.mail();
        if mail.request() == self.request.get() {
            mail.follow(log);
        }
    }

    /// So many frames beside hello are begun with. Who waits to be heard with the next ones is not held: the request is
    /// answered when they are done with, be it with nothing.
    pub fn begins(&self, frames: usize) {
        self.doing.set(frames);
        self.carries.set(frames > 0);
    }

    /// One of them is done with.
    pub fn did_one(&self) {
        self.doing.set(self.doing.get().saturating_sub(1));
        if self.doing.get() == 0 {
            self.mail().wake();
        }
    }

    /// Ends the line: the client hears what was put in, and this code.
    pub fn end(&self, code: u16) {
        let mail = self.mail();
        self.polls.leave(&mail);
        mail.end(code);
    }

    /// Nobody is at the end of the line any more.
    pub fn leave(&self) {
        self.polls.leave(&self.mail());
    }

    /// Holds the request until there is something to answer, or for long enough. Returns whether it is still the newest of
    /// its line: another is answered with nothing.
    pub async fn hold(&self) -> bool {
        let mut timer = pin!(Delay::from(HOLD));
        loop {
            let mail = self.mail();
            if mail.request() != self.request.get() {
                return false;
            }
            let done = self.carries.get() && self.doing.get() == 0;
            if mail.is_ready() || done {
                return true;
            }
            match select(mail.changed(), timer.as_mut()).await {
                Either::Left(_) => {}
                Either::Right(_) => return mail.request() == self.request.get(),
            }
        }
    }

    /// The answer: what `read` reads from the log, if there is something to read, and what waits.
    pub fn answer(&self, read: impl FnOnce(FromLog) -> Outcome<String>) -> Outcome<Vec<String>> {
        let mail = self.mail();
        let from_log = match mail.take_from_log() {
            Some(log) if mail.ended().is_none() => Some(read(log)?),
            _ => None,
        };
        Ok(mail.give(from_log, clock::now()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_lives_as_long_as_its_lease_and_not_beyond_its_end() {
        let mail = Mail::default();
        mail.begin(1, 0, Millis(1));
        assert!(lives(&mail, Millis(LEASE_MS + 1)));
        assert!(!lives(&mail, Millis(LEASE_MS + 2)));
        let waits = mail.changed();
        assert!(lives(&mail, Millis(9 * LEASE_MS)), "a held request is somebody");
        drop(waits);
        mail.end(4401);
        assert!(!lives(&mail, Millis(1)));
    }
}
