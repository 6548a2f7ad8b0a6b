//! The `EscalationQueue` object: orders, times and shows the conversations of one site. What it knows it was told; the
//! conversations have the truth and tell it at least once.

pub mod calls;
mod desk;
mod handoffs;
mod leaving;
mod opened;
mod presence;
mod search;
mod store;
mod sweep;

pub use desk::Seat;

use std::rc::Rc;

use shared::protocol::{PING, PONG};
use worker::{
    DurableObject, Env, Request, Response, Result, State, WebSocket, WebSocketIncomingMessage, WebSocketPair,
    durable_object,
};
use worker_sys::WebSocketRequestResponsePair;

use self::{
    calls::{Forget, HowTheyWent, Notice, Opens, Search, SendAway, Sweep, There, WhoIsIn, WhoIsThere},
    desk::Desk,
    search::Hits,
    store::Store,
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
pub struct EscalationQueue {
    desk: Rc<Desk>,
}

impl DurableObject for EscalationQueue {
    fn new(state: State, env: Env) -> Self {
        if let Ok(pair) = WebSocketRequestResponsePair::new(PING, PONG) {
            state.set_websocket_auto_response(&pair);
        }
        let store = Store::new(Sql::of(&state));
        Self {
            desk: Rc::new(Desk {
                state,
                env,
                store,
                polls: Rc::default(),
            }),
        }
    }

    async fn fetch(&self, mut request: Request) -> Result<Response> {
        let desk = &self.desk;
        match request.path().as_str() {
            Notice::PATH => {
                let notice = question::<Notice>(&mut request).await;
                answer::<Notice>(notice.and_then(|notice| desk.notice(&notice)))
            }
            WhoIsThere::PATH => {
                let asked = question::<WhoIsThere>(&mut request).await;
                answer::<WhoIsThere>(asked.and_then(|asked| {
                    desk.watch(asked.conversation.as_ref())?;
                    desk.there().map(|available| There { available })
                }))
            }
            Sweep::PATH => {
                let sweep = question::<Sweep>(&mut request).await;
                answer::<Sweep>(match sweep {
                    Ok(sweep) => desk.sweep(&sweep).await,
                    Err(problem) => Err(problem),
                })
            }
            HowTheyWent::PATH => answer::<HowTheyWent>(desk.store.how_they_went()),
            WhoIsIn::PATH => answer::<WhoIsIn>(desk.who_is_in()),
            Search::PATH => {
                let search = question::<Search>(&mut request).await;
                let found = search.and_then(|search| desk.store.search(&search.typed));
                answer::<Search>(found.map(|hits| Hits { hits }))
            }
            Forget::PATH => {
                let forget = question::<Forget>(&mut request).await;
                answer::<Forget>(forget.and_then(|forget| desk.forget(forget.conversation)))
            }
            Poll::<Seat>::PATH => {
                let poll = question::<Poll<Seat>>(&mut request).await;
                answer::<Poll<Seat>>(match poll {
                    Ok(poll) => desk.poll(poll).await,
                    Err(problem) => Err(problem),
                })
            }
            Opens::PATH => {
                let opens = question::<Opens>(&mut request).await;
                answer::<Opens>(opens.and_then(|opens| desk.opens(&opens)))
            }
            SendAway::PATH => {
                let away = question::<SendAway>(&mut request).await;
                answer::<SendAway>(match away {
                    Ok(away) => desk.send_away(&away).await,
                    Err(problem) => Err(problem),
                })
            }
            _ => accept(desk, &request)
                .or_else(|problem| Ok(Response::from_json(&problem)?.with_status(problem.code.status()))),
        }
    }

    async fn alarm(&self) -> Result<Response> {
        // An error makes the platform call again, with growing pauses.
        self.desk
            .wake()
            .await
            .map_err(|problem| worker::Error::RustError(problem.message))?;
        Response::empty()
    }

    async fn websocket_message(&self, socket: WebSocket, message: WebSocketIncomingMessage) -> Result<()> {
        let end = End::Socket(socket);
        match message {
            WebSocketIncomingMessage::String(text) => self.desk.frame(&end, &text),
            WebSocketIncomingMessage::Binary(_) => desk::not_understood(&end),
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
        self.desk.left(&End::Socket(socket));
        Ok(())
    }

    async fn websocket_error(&self, socket: WebSocket, _error: worker::Error) -> Result<()> {
        self.desk.left(&End::Socket(socket));
        Ok(())
    }
}

fn accept(desk: &Desk, request: &Request) -> Outcome<Response> {
    let seat = Seat::from_headers(request.headers())?;
    let pair = WebSocketPair::new().map_err(Problem::from)?;
    desk.state.accept_web_socket(&pair.server);
    End::Socket(pair.server).attach(&seat)?;
    Ok(Response::from_websocket(pair.client)?)
}
