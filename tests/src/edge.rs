//! A real edge of a story's own: workerd on a free port, with an empty folder, ended when dropped.

use serde::Deserialize;
use serde_json::{Value, json};
use tempfile::TempDir;
use xtask::layout::Layout;
use xtask::workerd::{Edge, Options};

use crate::api::{Answer, Api};
use crate::model::ModelServer;
use crate::storage::Storage;
use crate::wait::must;

/// Opens the owner's own API of every edge that stories start.
pub const ADMIN_TOKEN: &str = "admin-token-of-the-stories";

/// The site that stories use when they do not care which.
pub const SITE: &str = "acme";

/// A page of a site's knowledge.
#[derive(Debug, Clone, Copy)]
pub struct Document<'a> {
    /// Where a source link leads.
    pub url: &'a str,
    /// What a source link says.
    pub title: &'a str,
    /// Its text.
    pub markdown: &'a str,
}

/// What the edge says when a site was put.
#[derive(Debug, Clone, Deserialize)]
pub struct CreatedSite {
    /// Its id.
    pub site: String,
    /// Makes the first member, while there is none.
    pub setup_link: Option<String>,
}

/// A running edge.
pub struct TestEdge {
    edge: Edge,
    options: Options,
    // Held for its drop, which removes the folder.
    _folder: TempDir,
}

impl TestEdge {
    /// An edge whose assistant is the built-in one.
    pub fn start() -> Self {
        Self::start_with(Vec::new())
    }

    /// An edge whose assistant is the given model.
    pub fn with_model(model: &ModelServer) -> Self {
        Self::start_with(vec![
            ("BATON_MODEL_URL".to_owned(), model.url()),
            ("BATON_MODEL".to_owned(), "scripted".to_owned()),
            ("BATON_MODEL_KEY".to_owned(), crate::model::KEY.to_owned()),
        ])
    }

    /// An edge with environment variables of one's own choice.
    pub fn start_with(mut secrets: Vec<(String, String)>) -> Self {
        secrets.push(("BATON_ADMIN_TOKEN".to_owned(), ADMIN_TOKEN.to_owned()));
        let folder = must(
            "a temporary folder",
            tempfile::Builder::new().prefix("baton-").tempdir(),
        );
        let options = Options {
            port: 0,
            state: folder.path().to_path_buf(),
            secrets,
            show_log: false,
        };
        let edge = launch(&options);
        // A restart must be found where the first one was.
        let options = Options {
            port: edge.port(),
            ..options
        };
        Self {
            edge,
            options,
            _folder: folder,
        }
    }

    /// Whether workerd has ended by itself.
    pub fn has_ended(&mut self) -> bool {
        self.edge.ended().is_some()
    }

    /// Ends workerd without warning, as a power cut would.
    pub fn kill(&mut self) {
        self.edge.kill();
    }

    /// Ends workerd without warning and starts it again on the same storage and port.
    pub fn restart(&mut self) {
        self.edge.kill();
        self.edge = launch(&self.options);
    }

    /// Ends workerd without warning, lets something happen to its storage, and starts it again.
    pub fn restart_after<T>(&mut self, accident: impl FnOnce(&Storage<'_>) -> T) -> T {
        self.edge.kill();
        let what = accident(&Storage::new(&self.options.state.join("storage")));
        self.edge = launch(&self.options);
        what
    }

    /// The trigger of `wrangler.toml` fires. workerd has none, so it is started anew with a module in front of the Worker that
    /// fires it at a request of ours.
    pub async fn fires_the_trigger(&mut self) {
        self.edge.kill();
        self.edge = launch_with_trigger(&self.options);
        assert_eq!(self.api().get("/trigger").await.status, 200);
    }

    /// Whether these words stand in any file of the edge's storage, as they are.
    pub fn storage_holds(&self, words: &str) -> bool {
        files(&self.options.state).iter().any(|file| {
            let bytes = must("a file of the storage", std::fs::read(file));
            bytes
                .windows(words.len())
                .any(|window| window == words.as_bytes())
        })
    }

    /// `http://localhost:PORT`, which is also the edge's own origin.
    pub fn address(&self) -> String {
        self.edge.address()
    }

    /// The port it listens on, over every restart.
    pub fn port(&self) -> u16 {
        self.edge.port()
    }

    /// `ws://localhost:PORT`.
    pub fn socket_address(&self) -> String {
        self.address().replacen("http", "ws", 1)
    }

    /// The last lines that workerd printed.
    pub fn log(&self) -> String {
        self.edge.log()
    }

    /// The API as a browser on the edge's own origin uses it, signed out.
    pub fn api(&self) -> Api {
        Api::new(&self.address())
    }

    /// Creates or changes a site. `origins` may frame its widget.
    pub async fn put_site(&self, site: &str, origins: &[&str]) -> CreatedSite {
        let settings = json!({
            "name": "Acme Support",
            "origins": origins,
            "greeting": "Ask us anything.",
            "suggestions": ["How do I install it?"],
        });
        self.put_site_settings(site, &settings).await
    }

    /// [`TestEdge::put_site`] with every setting given.
    pub async fn put_site_settings(&self, site: &str, settings: &Value) -> CreatedSite {
        let answer = self.admin().put(&format!("/api/v1/sites/{site}"), settings).await;
        must("the created site", serde_json::from_value(answer.expect_ok()))
    }

    /// Replaces a site's knowledge; returns the number of passages.
    pub async fn put_documents(&self, site: &str, documents: &[Document<'_>]) -> u64 {
        let documents: Vec<Value> = documents
            .iter()
            .map(|page| json!({ "url": page.url, "title": page.title, "markdown": page.markdown }))
            .collect();
        let answer = self
            .admin()
            .put(&format!("/api/v1/sites/{site}/documents"), &json!(documents))
            .await;
        answer.expect_ok()["passages"].as_u64().unwrap_or_default()
    }

    /// The API with the admin token.
    pub fn admin(&self) -> Api {
        self.api().with_token(ADMIN_TOKEN)
    }

    /// Creates the first member of a site from its set-up link, and returns the API as that owner, signed in.
    pub async fn set_up_owner(&self, created: &CreatedSite, name: &str, email: &str, password: &str) -> Api {
        let link = created
            .setup_link
            .as_deref()
            .unwrap_or_else(|| panic!("{} has a member already", created.site));
        let token = link
            .split_once("token=")
            .unwrap_or_else(|| panic!("no token in {link}"))
            .1;
        let body = json!({ "token": token, "name": name, "email": email, "password": password });
        let answer: Answer = self.api().post("/api/v1/setup", &body).await;
        answer.signed_in(&self.address())
    }
}

impl Drop for TestEdge {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("--- the edge's last lines ---\n{}\n---", self.edge.log());
        }
    }
}

/// Calls the Worker's own handler, as the platform does.
const TRIGGER: &str = "\
import { WorkerEntrypoint } from 'cloudflare:workers';
import Edge from './index.js';
export { Conversation, Directory, EscalationQueue, Site } from './index.js';
export default class extends WorkerEntrypoint {
  async fetch(request) {
    const edge = new Edge(this.ctx, this.env);
    if (new URL(request.url).pathname !== '/trigger') return edge.fetch(request);
    await edge.scheduled({ cron: '*/5 * * * *', scheduledTime: Date.now(), type: 'scheduled' });
    return new Response('fired');
  }
}";

fn launch_with_trigger(options: &Options) -> Edge {
    let config = options.state.join("workerd.capnp");
    let text = must("the last configuration", std::fs::read_to_string(&config));
    let first = "(name = \"index.js\",";
    assert!(text.contains(first), "{text}");
    let module = format!("(name = \"trigger.js\", esModule = {TRIGGER:?}), {first}");
    let config = options.state.join("trigger.capnp");
    must(
        "a configuration with a trigger",
        std::fs::write(&config, text.replacen(first, &module, 1)),
    );
    Edge::start_on(&Layout::here(), &config, options).unwrap_or_else(|problem| panic!("{problem}"))
}

fn files(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = must("a folder of the storage", std::fs::read_dir(folder));
    entries
        .map(|entry| must("an entry of the storage", entry).path())
        .flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] })
        .collect()
}

fn launch(options: &Options) -> Edge {
    Edge::start(&Layout::here(), options)
        .unwrap_or_else(|problem| panic!("{problem}\n(Was it built? `cargo xtask build`)"))
}
