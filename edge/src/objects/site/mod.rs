//! The Site object: what the owner wrote (settings, policy, knowledge) and who belongs to the site. One for each site.
//!
//! An object that was never configured stores nothing, whatever it is asked: a made-up site name costs no storage.

mod callers;
pub mod calls;
mod canned;
mod delay;
mod identity;
mod knowledge;
mod links;
mod members;
mod rules;
mod schema;
mod sessions;
mod settings;
mod sign_in;

use std::cell::Cell;

use shared::knowledge::Lookup;
use worker::{
    DurableObject, Env, Request, Response, Result, State, WebSocket, WebSocketIncomingMessage, durable_object,
};

use self::calls::{
    About, Accept, AdmitForm, BeginSignIn, ChangeMember, CheckIdentity, CheckLink, Configure, FinishSignIn,
    Invite, ListCanned, ListIdentityKeys, ListMembers, MakeIdentityKey, Rehash, RemoveIdentityKey,
    RemoveMember, ReplaceCanned, ReplaceDocuments, SignOut, WhoIs,
};
use crate::{
    clock,
    objects::{
        call::{Call, answer, question},
        sql::Sql,
    },
    problem::{Code, Outcome, Problem},
};

pub use rules::{email, password, person};
pub use sessions::LASTS_MS as SESSION_LASTS_MS;

/// The object.
#[durable_object]
pub struct Site {
    sql: Sql,
    /// Whether the tables are known to be up to date.
    ready: Cell<bool>,
}

impl DurableObject for Site {
    fn new(state: State, _env: Env) -> Self {
        Self {
            sql: Sql::of(&state),
            ready: Cell::new(false),
        }
    }

    async fn fetch(&self, mut request: Request) -> Result<Response> {
        let now = clock::now().0;
        let store = Store { sql: &self.sql, now };
        match request.path().as_str() {
            Configure::PATH => {
                let ready = self.migrate();
                serve(ready, &mut request, |call: Configure| {
                    store.configure(call.settings)
                })
                .await
            }
            About::PATH => self.serve(&mut request, |_: About| store.settings()).await,
            AdmitForm::PATH => {
                self.serve(&mut request, |call: AdmitForm| store.admit_form(&call))
                    .await
            }
            ReplaceDocuments::PATH => {
                self.serve(&mut request, |call: ReplaceDocuments| {
                    store.replace_documents(&call.documents)
                })
                .await
            }
            Lookup::PATH => {
                self.serve(&mut request, |call: Lookup| store.look_up(&call))
                    .await
            }
            BeginSignIn::PATH => {
                self.serve(&mut request, |call: BeginSignIn| store.begin_sign_in(&call.email))
                    .await
            }
            FinishSignIn::PATH => {
                self.serve(&mut request, |call: FinishSignIn| store.finish_sign_in(&call))
                    .await
            }
            Rehash::PATH => self.serve(&mut request, |call: Rehash| store.rehash(&call)).await,
            CheckLink::PATH => {
                self.serve(&mut request, |call: CheckLink| {
                    store.check_link(&call.fingerprint, call.kind)
                })
                .await
            }
            Accept::PATH => self.serve(&mut request, |call: Accept| store.accept(&call)).await,
            WhoIs::PATH => {
                self.serve(&mut request, |call: WhoIs| store.who_is(&call.fingerprint))
                    .await
            }
            SignOut::PATH => {
                self.serve(&mut request, |call: SignOut| store.sign_out(&call.fingerprint))
                    .await
            }
            Invite::PATH => self.serve(&mut request, |call: Invite| store.invite(&call)).await,
            ListMembers::PATH => self.serve(&mut request, |_: ListMembers| store.members()).await,
            RemoveMember::PATH => {
                self.serve(&mut request, |call: RemoveMember| store.remove(&call.id))
                    .await
            }
            MakeIdentityKey::PATH => {
                self.serve(&mut request, |_: MakeIdentityKey| store.make_identity_key())
                    .await
            }
            ListIdentityKeys::PATH => {
                self.serve(&mut request, |_: ListIdentityKeys| store.identity_keys())
                    .await
            }
            RemoveIdentityKey::PATH => {
                self.serve(&mut request, |call: RemoveIdentityKey| {
                    store.remove_identity_key(&call.id)
                })
                .await
            }
            CheckIdentity::PATH => {
                self.serve(&mut request, |call: CheckIdentity| {
                    store.check_identity(&call.token)
                })
                .await
            }
            ChangeMember::PATH => {
                self.serve(&mut request, |call: ChangeMember| store.change(&call))
                    .await
            }
            ListCanned::PATH => self.serve(&mut request, |_: ListCanned| store.canned()).await,
            ReplaceCanned::PATH => {
                self.serve(&mut request, |call: ReplaceCanned| store.replace_canned(&call))
                    .await
            }
            path => {
                let problem = Problem::internal(&format!("the Site object has no {path}"));
                Ok(Response::from_json(&problem)?.with_status(problem.code.status()))
            }
        }
    }

    async fn alarm(&self) -> Result<Response> {
        Response::empty()
    }

    async fn websocket_message(&self, socket: WebSocket, _message: WebSocketIncomingMessage) -> Result<()> {
        // Sockets lead to conversations and queues; none is ever accepted here.
        socket.close(Some(1008), Some("not a socket address"))
    }

    async fn websocket_close(
        &self,
        _socket: WebSocket,
        _code: usize,
        _reason: String,
        _clean: bool,
    ) -> Result<()> {
        Ok(())
    }

    async fn websocket_error(&self, _socket: WebSocket, _error: worker::Error) -> Result<()> {
        Ok(())
    }
}

impl Site {
    /// Answers one question of a site that exists.
    async fn serve<C: Call>(
        &self,
        request: &mut Request,
        handle: impl FnOnce(C) -> Outcome<C::Answer>,
    ) -> Result<Response> {
        let ready = self.exists();
        serve(ready, request, handle).await
    }

    fn exists(&self) -> Outcome<()> {
        if !self.ready.get() && self.sql.is_empty()? {
            Err(Code::UnknownSite.into())
        } else {
            self.migrate()
        }
    }

    fn migrate(&self) -> Outcome<()> {
        if !self.ready.get() {
            self.sql.migrate(schema::MIGRATIONS)?;
            self.ready.set(true);
        }
        Ok(())
    }
}

async fn serve<C: Call>(
    ready: Outcome<()>,
    request: &mut Request,
    handle: impl FnOnce(C) -> Outcome<C::Answer>,
) -> Result<Response> {
    let outcome = match ready {
        Ok(()) => question::<C>(request).await.and_then(handle),
        Err(problem) => Err(problem),
    };
    answer::<C>(outcome)
}

/// The object's database during one request. Its methods never wait, so nothing else happens in between.
#[derive(Clone, Copy)]
struct Store<'a> {
    sql: &'a Sql,
    /// When the request came, in milliseconds since 1970.
    now: u64,
}
