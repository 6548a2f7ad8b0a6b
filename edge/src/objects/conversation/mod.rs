//! The Conversation object: the only authority on what was said and who may speak. It carries frames to `decide`,
//! events to storage, and what was stored to everyone who listens.
//!
//! Promises: an acknowledgement is sent after the append, never before; everyone sees the same events in the same order; what
//! is in memory is only a copy of storage and is dropped when a write fails.

mod agent;
pub mod calls;
mod lane;
mod log;
mod outward;
pub mod peer;
mod poll;
mod room;
mod suggest;
mod summary;
mod tell;
mod transfer;
mod turn;
mod visitor;

use std::rc::Rc;

use shared::protocol::{MAX_FRAME_BYTES, PING, PONG};
use worker::{
    DurableObject, Env, Request, Response, Result, State, WebSocket, WebSocketIncomingMessage, WebSocketPair,
    durable_object, wasm_bindgen::JsValue,
};
use worker_sys::WebSocketRequestResponsePair;

use self::{
    calls::{Dismiss, Erase, Export, Form, GiveAccount, Place, Rouse, Suggest},
    log::Log,
    peer::Peer,
    room::Room,
};
use crate::{
    objects::{
        call::{Call, answer, question},
        close,
        line::{End, Poll},
        sql::Sql,
    },
    problem::{Outcome, Problem},
};

/// The object.
#[durable_object]
pub struct Conversation {
    room: Rc<Room>,
}

impl DurableObject for Conversation {
    fn new(state: State, env: Env) -> Self {
        // Answered by the platform without waking the object: an idle conversation costs nothing.
        if let Ok(pair) = WebSocketRequestResponsePair::new(PING, PONG) {
            state.set_websocket_auto_response(&pair);
        }
        let log = Log::new(Sql::of(&state));
        Self {
            room: Rc::new_cyclic(|me| Room::new(me.clone(), state, env, log)),
        }
    }

    async fn fetch(&self, mut request: Request) -> Result<Response> {
        let room = &self.room;
        match request.path().as_str() {
            Form::PATH => {
                let form = question::<Form>(&mut request).await;
                answer::<Form>(match form {
                    Ok(form) => room.form(form).await,
                    Err(problem) => Err(problem),
                })
            }
            Poll::<Peer>::PATH => {
                let poll = question::<Poll<Peer>>(&mut request).await;
                answer::<Poll<Peer>>(match poll {
                    Ok(poll) => room.poll(poll).await,
                    Err(problem) => Err(problem),
                })
            }
            Erase::PATH => {
                let erase = question::<Erase>(&mut request).await;
                answer::<Erase>(match erase {
                    Ok(erase) => room.erase(erase).await,
                    Err(problem) => Err(problem),
                })
            }
            Export::PATH => answer::<Export>(room.export()),
            GiveAccount::PATH => answer::<GiveAccount>(room.account().await),
            Rouse::PATH => answer::<Rouse>(room.wake().await),
            Suggest::PATH => {
                let suggest = question::<Suggest>(&mut request).await;
                answer::<Suggest>(match suggest {
                    Ok(suggest) => room.suggest(&suggest).await,
                    Err(problem) => Err(problem),
                })
            }
            Place::PATH => {
                let place = question::<Place>(&mut request).await;
                answer::<Place>(place.map(|place| room.place(&place)))
            }
            Dismiss::PATH => {
                let dismiss = question::<Dismiss>(&mut request).await;
                answer::<Dismiss>(match dismiss {
                    Ok(dismiss) => room.dismiss(&dismiss.who).await,
                    Err(problem) => Err(problem),
                })
            }
            _ => accept(room, &request)
                .or_else(|problem| Ok(Response::from_json(&problem)?.with_status(problem.code.status()))),
        }
    }

    async fn alarm(&self) -> Result<Response> {
        // An error makes the platform call again, with growing pauses.
        self.room
            .wake()
            .await
            .map_err(|problem| worker::Error::RustError(problem.message))?;
        Response::empty()
    }

    async fn websocket_message(&self, socket: WebSocket, message: WebSocketIncomingMessage) -> Result<()> {
        let end = End::Socket(socket);
        match message {
            WebSocketIncomingMessage::String(text) => self.room.frame(&end, &text).await,
            WebSocketIncomingMessage::Binary(_) => {
                tell::tell_refused(&end, None, "not_text", "Frames are JSON text.");
            }
        }
        Ok(())
    }

    async fn websocket_close(
        &self,
        socket: WebSocket,
        code: usize,
        reason: String,
        _clean: bool,
    ) -> Result<()> {
        close::echo(&socket, code, &reason);
        self.room.left(&End::Socket(socket));
        Ok(())
    }

    async fn websocket_error(&self, socket: WebSocket, _error: worker::Error) -> Result<()> {
        // A line that breaks is everyday life; the client comes back with the last number it has.
        self.room.left(&End::Socket(socket));
        Ok(())
    }
}

fn accept(room: &Room, request: &Request) -> Outcome<Response> {
    let peer = Peer::from_headers(request.headers())?;
    let pair = WebSocketPair::new()?;
    room.state.accept_websocket_with_tags(&pair.server, &[peer.tag()]);
    End::Socket(pair.server).attach(&peer)?;
    Ok(Response::from_websocket(pair.client)?)
}

impl Room {
    /// One frame from whoever is at the other end, whatever carried it.
    async fn frame(&self, end: &End, text: &str) {
        let Some(peer) = end.attached::<Peer>() else {
            return end.close(1008, "unknown line");
        };
        if text.len() > MAX_FRAME_BYTES {
            return tell::tell_refused(end, None, "too_large", "This is too large to send.");
        }
        if text == PING {
            return end.send_text(PONG);
        }
        let outcome = match &peer.member {
            Some(member) => self.agent_frame(end, &peer, member, text).await,
            None => self.visitor_frame(end, &peer, text).await,
        };
        if let Err(problem) = outcome {
            // Nothing was stored; the client keeps it in its outbox and tries again after reconnecting.
            tell::tell_problem(end, &problem);
        }
    }
}

impl From<JsValue> for Problem {
    fn from(value: JsValue) -> Self {
        Self::internal(&worker::Error::from(value))
    }
}
