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
mod peer;
mod room;
mod turn;
mod visitor;

pub use peer::{attach, attached};

use shared::protocol::{MAX_FRAME_BYTES, PING, PONG};
use worker::{
    DurableObject, Env, Request, Response, Result, State, WebSocket, WebSocketIncomingMessage, WebSocketPair,
    durable_object, wasm_bindgen::JsValue,
};
use worker_sys::WebSocketRequestResponsePair;

use self::{
    calls::{Dismiss, Erase, Export, Form, GiveAccount, Place, Rouse},
    log::Log,
    peer::Peer,
    room::Room,
};
use crate::{
    objects::{
        call::{Call, answer, question},
        close,
        sql::Sql,
    },
    problem::{Outcome, Problem},
};

/// The object.
#[durable_object]
pub struct Conversation {
    room: Room,
}

impl DurableObject for Conversation {
    fn new(state: State, env: Env) -> Self {
        // Answered by the platform without waking the object: an idle conversation costs nothing.
        if let Ok(pair) = WebSocketRequestResponsePair::new(PING, PONG) {
            state.set_websocket_auto_response(&pair);
        }
        let log = Log::new(Sql::of(&state));
        Self {
            room: Room::new(state, env, log),
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
            Place::PATH => {
                let place = question::<Place>(&mut request).await;
                answer::<Place>(place.map(|place| room.place(&place)))
            }
            Dismiss::PATH => {
                let dismiss = question::<Dismiss>(&mut request).await;
                answer::<Dismiss>(match dismiss {
                    Ok(dismiss) => room.dismiss(&dismiss.member).await,
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
        let Some(peer) = attached::<Peer>(&socket) else {
            return socket.close(Some(1008), Some("unknown socket"));
        };
        let outcome = match message {
            WebSocketIncomingMessage::String(text) if text.len() > MAX_FRAME_BYTES => {
                room::tell_refused(&socket, None, "too_large", "This is too large to send.");
                return Ok(());
            }
            WebSocketIncomingMessage::String(text) if text == PING => return socket.send_with_str(PONG),
            WebSocketIncomingMessage::String(text) => match &peer.member {
                Some(member) => self.room.agent_frame(&socket, &peer, member, &text).await,
                None => self.room.visitor_frame(&socket, &peer, &text).await,
            },
            WebSocketIncomingMessage::Binary(_) => {
                room::tell_refused(&socket, None, "not_text", "Frames are JSON text.");
                return Ok(());
            }
        };
        if let Err(problem) = outcome {
            // Nothing was stored; the client keeps it in its outbox and tries again after reconnecting.
            room::tell_problem(&socket, &problem);
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
        self.room.left(&socket);
        Ok(())
    }

    async fn websocket_error(&self, socket: WebSocket, _error: worker::Error) -> Result<()> {
        // A line that breaks is everyday life; the client comes back with the last number it has.
        self.room.left(&socket);
        Ok(())
    }
}

fn accept(room: &Room, request: &Request) -> Outcome<Response> {
    let peer = Peer::from_headers(request.headers())?;
    let pair = WebSocketPair::new()?;
    room.state.accept_websocket_with_tags(&pair.server, &[peer.tag()]);
    attach(&pair.server, &peer)?;
    Ok(Response::from_websocket(pair.client)?)
}

impl From<JsValue> for Problem {
    fn from(value: JsValue) -> Self {
        Self::internal(&worker::Error::from(value))
    }
}
