//! The page around the frame, reached through the launcher's messages. Each side names the other's origin and checks
//! it on everything that arrives.

use leptos::prelude::window_event_listener_untyped;
use shared::conversation::Page;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Window};

use super::{object, window};

/// What the launcher says. `kind` names it; which of the rest is there follows from that.
#[derive(Debug, Clone)]
pub struct FromHost {
    /// "init", "page", "visible", "theme", "identify", "reset".
    pub kind: String,
    /// Where the visitor is.
    pub page: Option<Page>,
    /// The key that the launcher kept for us.
    pub resume: Option<String>,
    /// Whether the page's own storage keeps anything.
    pub keeps: bool,
    /// The page's own choice of light or dark.
    pub theme: Option<String>,
    /// The token that says who the visitor is.
    pub identity: Option<String>,
    /// Whether the panel is open.
    pub visible: bool,
}

/// The launcher's window and origin.
#[derive(Debug, Clone)]
pub struct Host {
    parent: Window,
    origin: String,
}

impl Host {
    /// The launcher, or none when the page was opened by itself. The launcher states its origin behind the `#`; a wrong
    /// one only means that nothing we say arrives.
    pub fn find() -> Option<Self> {
        let window = window();
        let parent = window
            .parent()
            .ok()
            .flatten()
            .filter(|parent| *parent != window)?;
        let origin = window.location().hash().ok()?.strip_prefix('#')?.to_owned();
        Some(Self { parent, origin })
    }

    /// Calls `hear` with what the launcher says, and says that we are ready.
    pub fn listen(&self, hear: impl Fn(FromHost) + 'static) {
        let me = self.clone();
        // For as long as the frame lives: nobody removes it.
        window_event_listener_untyped("message", move |event| {
            if let Some(said) = event.dyn_ref().and_then(|event| me.read(event)) {
                hear(said);
            }
        });
        self.say("ready");
    }

    fn read(&self, event: &MessageEvent) -> Option<FromHost> {
        let from_parent = event
            .source()
            .is_some_and(|source| *source == **self.parent.unchecked_ref::<js_sys::Object>());
        if !from_parent || event.origin() != self.origin {
            return None;
        }
        let data = event.data();
        let page = object::get(&data, "page");
        let part = |name| object::text(&page, name).unwrap_or_default();
        let url = part("url");
        Some(FromHost {
            kind: object::text(&data, "type")?,
            page: (!url.is_empty()).then(|| Page {
                url,
                title: part("title"),
                referrer: part("referrer"),
            }),
            resume: object::text(&data, "resume"),
            // Nothing was kept: null. Nothing can be kept: undefined.
            keeps: !object::get(&data, "resume").is_undefined(),
            theme: object::text(&data, "theme"),
            identity: object::text(&data, "token"),
            visible: object::get(&data, "visible").is_truthy(),
        })
    }

    /// A message without content: "ready", "close".
    pub fn say(&self, kind: &str) {
        self.send(kind, "", &JsValue::UNDEFINED);
    }

    /// How many messages were not seen.
    pub fn unread(&self, count: u32) {
        self.send("unread", "count", &count.into());
    }

    /// Whether to listen on the next page without being asked.
    pub fn live(&self, on: bool) {
        self.send("live", "value", &on.into());
    }

    /// The key to keep for us; none forgets.
    pub fn resume(&self, value: Option<&str>) {
        self.send("resume", "value", &value.map_or(JsValue::NULL, JsValue::from_str));
    }

    /// Something for whoever wrote the page.
    pub fn warn(&self, why: &str) {
        self.send("warn", "value", &why.into());
    }

    /// Something the page may have asked to hear of.
    pub fn event(&self, name: &str) {
        self.send("event", "name", &name.into());
    }

    fn send(&self, kind: &str, name: &str, value: &JsValue) {
        let data = object::new(&[("baton", &1.into()), ("type", &kind.into()), (name, value)]);
        // Throws only for an origin that is not one; then nobody is there to be told.
        let _ = self.parent.post_message(&data, &self.origin);
    }
}
