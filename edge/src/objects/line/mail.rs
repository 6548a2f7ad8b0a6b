//! What waits for one client that speaks over HTTP, between its requests and while one is held.
//!
//! A copy, like the buffer of a socket: when it is lost, the client's next hello says what it holds, and it is welcomed
//! with what is stored. Events are not even copied: what is kept is that there are new ones, and they are read from the
//! log for the answer, after the last one that the client says it holds. Everything else is given again until the client
//! has confirmed the answer it was in.

use std::cell::RefCell;

use futures_channel::oneshot::{self, Receiver, Sender};
use shared::ids::{Millis, Seq};

/// Of these only the newest is worth anything.
const REPLACED: [&str; 3] = [DRAFT, TYPING, "{\"live\""];
/// What these show is over when something is appended.
const PASSING: [&str; 2] = [DRAFT, TYPING];
const DRAFT: &str = "{\"draft\"";
const TYPING: &str = "{\"typing\"";
/// A client for which more than this waits is not there; should it come back, it is welcomed anew.
const MOST: usize = 500;

/// What waits for one client.
#[derive(Debug, Default)]
pub struct Mail(RefCell<Inner>);

#[derive(Debug, Default)]
struct Inner {
    who: String,
    unread: Vec<String>,
    given: Vec<String>,
    welcomed: bool,
    answers: u64,
    log: Option<FromLog>,
    ended: Option<u16>,
    request: u64,
    held: Option<Sender<()>>,
    seen: Millis,
}

/// What of a log the client is to get.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FromLog {
    /// Everything after this.
    pub after: Seq,
    /// Whether it is to be welcomed, which it is also with nothing.
    pub welcome: bool,
    /// Whether there is something after it.
    pub news: bool,
}

impl Mail {
    /// Who it is for, as was attached.
    pub fn who(&self) -> String {
        self.0.borrow().who.clone()
    }

    /// Attaches who it is for.
    pub fn set_who(&self, who: String) {
        self.0.borrow_mut().who = who;
    }

    /// Puts a frame in, and has a held request answered with it.
    pub fn push(&self, frame: String) {
        let mut inner = self.0.borrow_mut();
        if let Some(kind) = REPLACED.iter().find(|kind| frame.starts_with(**kind)) {
            inner.unread.retain(|other| !other.starts_with(kind));
        }
        inner.unread.push(frame);
        if inner.unread.len() > MOST {
            inner.end(1013);
        }
        inner.held = None;
    }

    /// Something was appended to the log.
    pub fn news(&self) {
        let mut inner = self.0.borrow_mut();
        inner.unread.retain(|frame| !is_passing(frame));
        if let Some(log) = &mut inner.log {
            log.news = true;
            inner.held = None;
        }
    }

    /// The client holds this of the log, and is to get the rest.
    pub fn follow(&self, log: FromLog) {
        let mut inner = self.0.borrow_mut();
        let welcome = log.welcome || std::mem::take(&mut inner.welcomed);
        inner.log = Some(FromLog { welcome, ..log });
        inner.held = None;
    }

    /// The line is over; the request that is held, or the next one, says so with this code.
    pub fn end(&self, code: u16) {
        self.0.borrow_mut().end(code);
    }

    /// The code the line was ended with.
    pub fn ended(&self) -> Option<u16> {
        self.0.borrow().ended
    }

    /// A request takes the place of the one before, which is answered with nothing; one that a newer request overtook on its
    /// way changes nothing. `answers` is how many the client had: what was in one it has not had waits again.
    pub fn begin(&self, request: u64, answers: u64, now: Millis) {
        let mut inner = self.0.borrow_mut();
        if request < inner.request {
            return;
        }
        if inner.answers == answers {
            inner.given.clear();
            inner.welcomed = false;
        }
        let mut again = std::mem::take(&mut inner.given);
        again.retain(|frame| !is_passing(frame));
        inner.unread.splice(0..0, again);
        (inner.request, inner.answers, inner.seen) = (request, answers, now);
        inner.held = None;
    }

    /// The number of the newest request.
    pub fn request(&self) -> u64 {
        self.0.borrow().request
    }

    /// Whether there is something to answer with.
    pub fn is_ready(&self) -> bool {
        let inner = self.0.borrow();
        let log = inner.log.is_some_and(|log| log.news || log.welcome);
        log || !inner.unread.is_empty() || inner.ended.is_some()
    }

    /// Has a held request looked at again.
    pub fn wake(&self) {
        self.0.borrow_mut().held = None;
    }

    /// Resolves when something changes. Whoever waited before waits in vain no longer.
    pub fn changed(&self) -> Receiver<()> {
        let (held, changed) = oneshot::channel();
        self.0.borrow_mut().held = Some(held);
        changed
    }

    /// What of the log the answer is to hold, which counts as told from here on.
    pub fn take_from_log(&self) -> Option<FromLog> {
        let mut inner = self.0.borrow_mut();
        let due = inner.log.filter(|log| log.news || log.welcome)?;
        inner.welcomed = due.welcome;
        inner.log = Some(FromLog {
            news: false,
            welcome: false,
            ..due
        });
        Some(due)
    }

    /// The frames of an answer: `from_log`, then everything that waits, which is kept until the next request confirms it.
    pub fn give(&self, from_log: Option<String>, now: Millis) -> Vec<String> {
        let mut inner = self.0.borrow_mut();
        inner.given = std::mem::take(&mut inner.unread);
        inner.answers += 1;
        inner.seen = now;
        from_log.into_iter().chain(inner.given.iter().cloned()).collect()
    }

    /// When its client was last seen: now, while a request is held.
    pub fn seen(&self, now: Millis) -> Millis {
        let inner = self.0.borrow();
        let waiting = inner.held.as_ref().is_some_and(|held| !held.is_canceled());
        if waiting { now } else { inner.seen }
    }
}

fn is_passing(frame: &str) -> bool {
    PASSING.iter().any(|kind| frame.starts_with(kind))
}

impl Inner {
    fn end(&mut self, code: u16) {
        self.ended.get_or_insert(code);
        self.held = None;
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::*;

    const NOW: Millis = Millis(1);

    fn with(frames: &[&str]) -> Mail {
        let mail = Mail::default();
        for frame in frames {
            mail.push((*frame).to_owned());
        }
        mail
    }

    fn follow(mail: &Mail, after: u64, news: bool, welcome: bool) {
        let after = Seq(after);
        mail.follow(FromLog { after, welcome, news });
    }

    #[test]
    fn what_was_in_an_answer_that_the_client_had_is_not_given_again_and_what_it_had_not_is() {
        let mail = with(&["a", "b"]);
        mail.begin(1, 0, NOW);
        assert_eq!(mail.give(None, NOW), ["a", "b"]);
        mail.push("c".to_owned());
        mail.begin(2, 0, NOW);
        assert_eq!(mail.give(None, NOW), ["a", "b", "c"], "the first answer was lost");
        mail.begin(3, 1, NOW);
        mail.begin(2, 0, NOW);
        assert!(!mail.is_ready(), "everything was confirmed");
        mail.push("d".to_owned());
        assert_eq!(mail.give(None, NOW), ["d"]);
    }

    #[test]
    fn a_welcome_is_due_until_it_was_had_and_news_until_they_were_read() {
        let mail = Mail::default();
        mail.begin(1, 0, NOW);
        follow(&mail, 0, false, true);
        assert!(mail.take_from_log().is_some_and(|log| log.welcome));
        mail.give(Some("welcome".to_owned()), NOW);
        mail.begin(2, 0, NOW);
        follow(&mail, 0, false, false);
        assert!(
            mail.take_from_log().is_some_and(|log| log.welcome),
            "it was lost on the way"
        );
        mail.give(Some("welcome".to_owned()), NOW);
        mail.begin(3, 1, NOW);
        follow(&mail, 4, false, false);
        assert!(!mail.is_ready());
        mail.news();
        let due = mail.take_from_log();
        assert_eq!(due.map(|log| (log.after, log.welcome)), Some((Seq(4), false)));
        assert!(!mail.is_ready(), "read once");
    }

    #[test]
    fn whatever_changes_ends_the_wait_and_the_newest_request_waits_alone() {
        let mail = Mail::default();
        mail.begin(1, 0, NOW);
        let waits = mail.changed();
        assert!(waits.now_or_never().is_none());
        for change in [
            (|mail: &Mail| mail.push("a".to_owned())) as fn(&Mail),
            |mail| mail.end(4403),
            |mail| mail.begin(2, 0, NOW),
            |mail| follow(mail, 0, true, false),
            Mail::news,
        ] {
            let waits = mail.changed();
            change(&mail);
            assert!(waits.now_or_never().is_some());
        }
        assert_eq!(mail.request(), 2);
    }

    #[test]
    fn of_what_is_worth_nothing_later_only_the_newest_is_kept() {
        let mail = with(&[r#"{"draft":1}"#, r#"{"typing":1}"#, "ack", r#"{"draft":2}"#]);
        assert_eq!(mail.give(None, NOW), [r#"{"typing":1}"#, "ack", r#"{"draft":2}"#]);
        let mail = with(&vec!["frame"; MOST + 1]);
        assert_eq!(mail.ended(), Some(1013), "nobody is there to read so much");
    }

    #[test]
    fn a_draft_is_not_shown_after_what_ended_it() {
        let mail = with(&[r#"{"draft":1}"#, "ack", r#"{"typing":1}"#]);
        mail.news();
        mail.begin(1, 0, NOW);
        mail.push(r#"{"draft":2}"#.to_owned());
        assert_eq!(mail.give(None, NOW), ["ack", r#"{"draft":2}"#]);
        mail.begin(1, 0, NOW);
        assert_eq!(mail.give(None, NOW), ["ack"], "nor given again");
    }

    #[test]
    fn who_waits_is_seen_now_and_who_does_not_when_they_last_did() {
        let mail = Mail::default();
        mail.begin(1, 0, NOW);
        let waits = mail.changed();
        assert_eq!(mail.seen(Millis(9)), Millis(9));
        drop(waits);
        assert_eq!(mail.seen(Millis(9)), NOW);
    }
}
