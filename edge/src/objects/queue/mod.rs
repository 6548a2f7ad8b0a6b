//! The `EscalationQueue` object: orders, times and shows the conversations of one site. What it knows it was told; the
//! conversations have the truth and tell it at least once.

pub mod calls;
mod desk;
mod presence;
mod store;

use shared::protocol::{MAX_FRAME_BYTES, PING, PONG};
use worker::{
    DurableObject, Env, Request, Response, Result, State, WebSocket, WebSocketIncomingMessage, WebSocketPair,
    durable_object,
};
use worker_sys::WebSocketRequestResponsePair;

use self::{
    calls::{DismissMember, Forget, Notice, There, WhoIsThere},
    desk::{Desk, Seat},
    store::Store,
};
use crate::{
    objects::{
        call::{Call, answer, question},
        close,
        conversation::{attach, attached},
        sql::Sql,
    },
    problem::{Outcome, Problem},
};

/// The object.
#[durable_object]
pub struct EscalationQueue {
    desk: Desk,
}

impl DurableObject for EscalationQueue {
    fn new(state: State, env: Env) -> Self {
        if let Ok(pair) = WebSocketRequestResponsePair::new(PING, PONG) {
            state.set_websocket_auto_response(&pair);
        }
        let store = Store::new(Sql::of(&state));
        Self {
            desk: Desk { state, env, store },
        }
    }

    async fn fetch(&self, mut request: Request) -> Result<Response> {
        let desk = &self.desk;
        match request.path().as_str() {
            Notice::PATH => {
                let notice = question::<Notice>(&mut request).await;
                answer::<Notice>(notice.and_then(|notice| desk.notice(&notice)))
            }
            WhoIsThere::PATH => answer::<WhoIsThere>(desk.there().map(|available| There { available })),
            Forget::PATH => {
                let forget = question::<Forget>(&mut request).await;
                answer::<Forget>(forget.and_then(|forget| desk.forget(forget.conversation)))
            }
            DismissMember::PATH => {
                let dismiss = question::<DismissMember>(&mut request).await;
                answer::<DismissMember>(dismiss.and_then(|dismiss| desk.dismiss(&dismiss.member)))
            }
            _ => accept(desk, &request)
                .or_else(|problem| Ok(Response::from_json(&problem)?.with_status(problem.code.status()))),
        }
    }

    async fn alarm(&self) -> Result<Response> {
        Response::empty()
    }

    async fn websocket_message(&self, socket: WebSocket, message: WebSocketIncomingMessage) -> Result<()> {
        let Some(seat) = attached::<Seat>(&socket) else {
            return socket.close(Some(1008), Some("unknown socket"));
        };
        let text = match message {
            WebSocketIncomingMessage::String(text) if text == PING => return socket.send_with_str(PONG),
            WebSocketIncomingMessage::String(text) if text.len() <= MAX_FRAME_BYTES => text,
            _ => {
                desk::refuse(
                    &socket,
                    "unknown_frame",
                    "This was not understood. Load the page again.",
                );
                return Ok(());
            }
        };
        if let Err(problem) = self.desk.frame(&socket, seat, &text) {
            desk::refuse(&socket, "internal", &problem.message);
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
        self.desk.left(&socket);
        Ok(())
    }

    async fn websocket_error(&self, socket: WebSocket, _error: worker::Error) -> Result<()> {
        self.desk.left(&socket);
        Ok(())
    }
}

fn accept(desk: &Desk, request: &Request) -> Outcome<Response> {
    let seat = Seat::from_headers(request.headers())?;
    let pair = WebSocketPair::new().map_err(Problem::from)?;
    desk.state.accept_web_socket(&pair.server);
    attach(&pair.server, &seat)?;
    Ok(Response::from_websocket(pair.client)?)
}
