//! A customer's website, on an origin of its own: any page, any headers.

use std::collections::HashMap;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::wait::must;

/// One page of the website.
#[derive(Debug, Clone)]
pub struct Page {
    html: String,
    headers: Vec<(HeaderName, HeaderValue)>,
}

type Pages = Arc<Mutex<HashMap<String, Page>>>;

/// A running website; it ends when dropped.
pub struct HostSite {
    pages: Pages,
    port: u16,
    task: JoinHandle<()>,
}

impl Page {
    /// A page with exactly this document.
    pub fn new(html: impl Into<String>) -> Self {
        Self {
            html: html.into(),
            headers: Vec::new(),
        }
    }

    /// A plain page with Baton's one script tag.
    pub fn with_tag(edge: &str, site: &str) -> Self {
        Self::new(format!(
            "<!doctype html><html lang=\"en\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <link rel=\"icon\" href=\"data:,\"><title>A shop</title><script async src=\"{edge}/baton.js\" data-site=\"{site}\"></script>\
             <main><h1>A shop</h1><p>It sells things.</p></main></html>"
        ))
    }

    /// The same page with a response header more, for example `content-security-policy`.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((
            HeaderName::from_static(name),
            must("a header's value", HeaderValue::from_str(value)),
        ));
        self
    }
}

impl HostSite {
    /// A website without pages yet.
    pub async fn start() -> Self {
        let listener = must("a free port", TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await);
        let port = must("the port's number", listener.local_addr()).port();
        let pages = Pages::default();
        let router = Router::new().fallback(answer).with_state(Arc::clone(&pages));
        let task = tokio::spawn(async move {
            // It serves until the task is aborted.
            let _ = axum::serve(listener, router).await;
        });
        Self { pages, port, task }
    }

    /// Puts a page at a path such as `/`, and returns its address.
    pub fn put(&self, path: &str, page: Page) -> String {
        self.pages
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(path.to_owned(), page);
        format!("{}{path}", self.origin())
    }

    /// `http://localhost:PORT`.
    pub fn origin(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// The same website under the name that makes it a foreign site to the edge, not only a foreign origin.
    pub fn foreign_origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for HostSite {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn answer(State(pages): State<Pages>, uri: Uri) -> Response {
    let page = pages
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .get(uri.path())
        .cloned();
    let Some(page) = page else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut response = ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], page.html).into_response();
    response.headers_mut().extend(page.headers);
    response
}
