//! The demo page, from an origin of its own as a customer's website would be, and `docs/` as readable pages.

use std::fs;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use tiny_http::{Header, Request, Response, Server};

use super::Options;
use super::docs::Page;
use crate::layout::Layout;
use crate::problem::{Explain, Outcome, Problem};

/// A running demo website; it ends when this is dropped.
pub struct HostPage {
    server: Arc<Server>,
    thread: Option<JoinHandle<()>>,
}

/// What the website consists of.
struct Site {
    demo: String,
    frame: String,
    pages: Vec<Page>,
}

/// Starts to answer on 127.0.0.1.
pub fn start(layout: &Layout, options: &Options, edge: &str, pages: Vec<Page>) -> Outcome<HostPage> {
    let read = |name: &str| {
        let file = layout.at("xtask/demo").join(name);
        let text = fs::read_to_string(&file).explain(|| format!("{} could not be read", file.display()))?;
        Outcome::Ok(text.replace("{{edge}}", edge))
    };
    let site = Site {
        demo: read("index.html")?,
        frame: read("page.html")?,
        pages,
    };
    let server = Server::http((Ipv4Addr::LOCALHOST, options.host_page_port))
        .map_err(|error| Problem::new("The demo page could not be served").because(error))?;
    let server = Arc::new(server);
    let listening = Arc::clone(&server);
    let thread = thread::spawn(move || {
        for request in listening.incoming_requests() {
            site.answer(request);
        }
    });
    Ok(HostPage {
        server,
        thread: Some(thread),
    })
}

impl Drop for HostPage {
    fn drop(&mut self) {
        self.server.unblock();
        if let Some(thread) = self.thread.take() {
            // It holds nothing that a panic could have broken.
            let _ = thread.join();
        }
    }
}

impl Site {
    fn answer(&self, request: Request) {
        let path = request
            .url()
            .split(['?', '#'])
            .next()
            .unwrap_or_default()
            .to_owned();
        let (status, body) = match path.as_str() {
            "/" => (200, self.demo.clone()),
            "/docs" | "/docs/" => (200, self.page("Help pages", &self.contents())),
            other => match self.document(other) {
                Some(page) => (200, self.page(&page.title, &page.to_html())),
                None => (
                    404,
                    self.page(
                        "Not found",
                        "<h1>Not found</h1><p><a href=\"/docs\">All pages</a></p>",
                    ),
                ),
            },
        };
        let mut response = Response::from_string(body).with_status_code(status);
        if let Ok(html) = Header::from_bytes("Content-Type", "text/html; charset=utf-8") {
            response.add_header(html);
        }
        // Whoever asked may have gone; there is nobody else to tell.
        let _ = request.respond(response);
    }

    fn document(&self, path: &str) -> Option<&Page> {
        let name = path.strip_prefix("/docs/")?;
        self.pages.iter().find(|page| page.name == name)
    }

    fn contents(&self) -> String {
        let links = self.pages.iter().map(|page| {
            format!(
                "<li><a href=\"/docs/{}\">{}</a></li>",
                escaped(&page.name),
                escaped(&page.title)
            )
        });
        format!("<h1>Help pages</h1><ul>{}</ul>", links.collect::<String>())
    }

    fn page(&self, title: &str, body: &str) -> String {
        self.frame
            .replace("{{title}}", &escaped(title))
            .replace("{{body}}", body)
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
