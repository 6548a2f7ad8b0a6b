//! The Directory object: which sites there are. One for the whole edge; asked by the sweep, told when a site is configured,
//! and by nobody else, so that no visitor ever waits for it.

use serde::{Deserialize, Serialize};
use shared::ids::SiteId;
use worker::{
    DurableObject, Env, Request, Response, Result, State, WebSocket, WebSocketIncomingMessage, durable_object,
};

use super::{
    call::{Call, answer, question},
    sql::Sql,
};
use crate::{
    clock,
    problem::{Outcome, Problem},
};

const MIGRATIONS: &[&str] = &["CREATE TABLE sites (site TEXT PRIMARY KEY, swept_ms INTEGER NOT NULL)"];

/// Put this site into the list. It may be there already, and need not exist yet.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct List {
    /// The site.
    pub site: SiteId,
}

/// Every site, the one that was swept longest ago first.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Listed {}

/// This site was swept just now.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MarkSwept {
    /// The site.
    pub site: SiteId,
}

impl Call for List {
    const PATH: &'static str = "/list";
    type Answer = ();
}

impl Call for Listed {
    const PATH: &'static str = "/listed";
    type Answer = Vec<SiteId>;
}

impl Call for MarkSwept {
    const PATH: &'static str = "/swept";
    type Answer = ();
}

/// The object.
#[durable_object]
pub struct Directory {
    sql: Sql,
}

impl DurableObject for Directory {
    fn new(state: State, _env: Env) -> Self {
        Self { sql: Sql::of(&state) }
    }

    async fn fetch(&self, mut request: Request) -> Result<Response> {
        match request.path().as_str() {
            List::PATH => {
                let list = question::<List>(&mut request).await;
                answer::<List>(list.and_then(|list| self.list(&list.site)))
            }
            Listed::PATH => answer::<Listed>(self.listed()),
            MarkSwept::PATH => {
                let mark = question::<MarkSwept>(&mut request).await;
                answer::<MarkSwept>(mark.and_then(|mark| self.mark(&mark.site)))
            }
            path => {
                let problem = Problem::internal(&format!("the Directory object has no {path}"));
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

impl Directory {
    fn list(&self, site: &SiteId) -> Outcome<()> {
        self.sql.migrate(MIGRATIONS)?;
        self.sql.run(
            "INSERT OR IGNORE INTO sites (site, swept_ms) VALUES (?, 0)",
            [site.as_str().into()],
        )
    }

    fn listed(&self) -> Outcome<Vec<SiteId>> {
        #[derive(Deserialize)]
        struct Row {
            site: String,
        }
        if self.sql.is_empty()? {
            return Ok(Vec::new());
        }
        let rows: Vec<Row> = self
            .sql
            .rows("SELECT site FROM sites ORDER BY swept_ms, site", [])?;
        Ok(rows
            .into_iter()
            .filter_map(|row| SiteId::new(row.site).ok())
            .collect())
    }

    fn mark(&self, site: &SiteId) -> Outcome<()> {
        self.sql.run(
            "UPDATE sites SET swept_ms = ? WHERE site = ?",
            [clock::now().0.into(), site.as_str().into()],
        )
    }
}
