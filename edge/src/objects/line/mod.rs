//! A line to a browser as an object sees it, whatever carries it: a WebSocket, or requests over HTTP. What is said over
//! it, and what may be, is the same; only here is there a difference.

mod mail;
mod polls;

use std::rc::Rc;

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use worker::WebSocket;

pub use self::{
    mail::FromLog,
    polls::{Caller, Place, Polls},
};
use crate::{
    objects::call::Call,
    problem::{Outcome, Problem},
};

/// A request on a line over HTTP, as the Worker passes it on. `W` is who asks, which only the Worker says.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Poll<W> {
    /// Who is at the other end.
    pub who: W,
    /// Where on which line.
    pub place: Place,
    /// What the client says, in order.
    pub frames: Vec<String>,
}

/// The answer.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Polled {
    /// Why the line is over, as the code that a socket would be closed with; none while it lasts.
    pub ended: Option<u16>,
    /// What the edge says, in order.
    pub frames: Vec<String>,
}

impl<W: Serialize + DeserializeOwned> Call for Poll<W> {
    const PATH: &'static str = "/poll";
    type Answer = Polled;
}

/// The other end of a line.
#[derive(Debug, Clone)]
pub enum End {
    /// A socket.
    Socket(WebSocket),
    /// A client that asks over HTTP.
    Poll(Rc<Caller>),
}

impl End {
    /// Sends one frame. A line that breaks meanwhile is no error: its client asks for what it missed.
    pub fn send<T: Serialize>(&self, frame: &T) {
        match self {
            Self::Socket(socket) => drop(socket.send(frame)),
            Self::Poll(caller) => {
                if let Ok(text) = serde_json::to_string(frame) {
                    caller.mail().push(text);
                }
            }
        }
    }

    /// Sends bare text.
    pub fn send_text(&self, text: &str) {
        match self {
            Self::Socket(socket) => drop(socket.send_with_str(text)),
            Self::Poll(caller) => caller.mail().push(text.to_owned()),
        }
    }

    /// Sends what was appended to the log. Over HTTP it is read from there when there is somebody to answer.
    pub fn send_appended<T: Serialize>(&self, frame: &T) {
        match self {
            Self::Socket(_) => self.send(frame),
            Self::Poll(caller) => caller.mail().news(),
        }
    }

    /// Ends the line with a code of ours.
    pub fn close(&self, code: u16, reason: &str) {
        match self {
            Self::Socket(socket) => drop(socket.close(Some(code), Some(reason))),
            Self::Poll(caller) => caller.end(code),
        }
    }

    /// Its hello was taken: `owner` is who it has shown to be. Returns whether this is a new line, which is welcomed, or
    /// the next request on one that is.
    pub fn greeted(&self, owner: &str) -> bool {
        match self {
            Self::Socket(_) => true,
            Self::Poll(caller) => caller.greeted(owner),
        }
    }

    /// Nobody is at the other end any more.
    pub fn leave(&self) {
        if let Self::Poll(caller) = self {
            caller.leave();
        }
    }

    /// Keeps something with the line, so that it survives hibernation where the line does. As JSON text, which needs no
    /// care about what the platform's own format can hold.
    pub fn attach<T: Serialize>(&self, value: &T) -> Outcome<()> {
        let json = serde_json::to_string(value).map_err(|error| Problem::internal(&error))?;
        match self {
            Self::Socket(socket) => Ok(socket.serialize_attachment(json)?),
            Self::Poll(caller) => {
                caller.mail().set_who(json);
                Ok(())
            }
        }
    }

    /// What was kept with the line; none when it cannot be read, so that such a line counts as a stranger's.
    pub fn attached<T: DeserializeOwned>(&self) -> Option<T> {
        let json = match self {
            Self::Socket(socket) => socket.deserialize_attachment().ok().flatten()?,
            Self::Poll(caller) => caller.mail().who(),
        };
        serde_json::from_str(&json).ok()
    }
}

impl From<Caller> for End {
    fn from(caller: Caller) -> Self {
        Self::Poll(Rc::new(caller))
    }
}
