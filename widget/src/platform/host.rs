//! The page around the frame, reached through the launcher's messages. Each side names the other's origin and checks
//! it on everything that arrives.

use js_sys::JSON;
use leptos::prelude::window_event_listener_untyped;
use serde::{Deserialize, Serialize};
use shared::conversation::Page;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Window};

use super::window;

/// What the launcher says. `kind` names it; which of the rest is there follows from that.
#[derive(Debug, Clone, Deserialize)]
pub struct FromHost {
    /// "init", "page", "visible", "theme", "reset".
    #[serde(rename = "type")]
    pub kind: String,
    /// Where the visitor is.
    #[serde(default)]
    pub page: Option<Page>,
    /// The key that the launcher kept for us.
    #[serde(default)]
    pub resume: Option<String>,
    /// The page's own choice of light or dark.
    #[serde(default)]
    pub theme: Option<String>,
    /// Whether the panel is open.
    #[serde(default)]
    pub visible: bool,
}

/// What we say to the launcher.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ToHost<'a> {
    baton: u8,
    #[serde(rename = "type")]
    kind: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
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
        let parent = window.parent().ok().flatten().filter(|parent| *parent != window)?;
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
        let from_parent = event.source().is_some_and(|source| *source == **self.parent.unchecked_ref::<js_sys::Object>());
        if !from_parent || event.origin() != self.origin {
            return None;
        }
        let text = JSON::stringify(&event.data()).ok()?.as_string()?;
        serde_json::from_str(&text).ok()
    }

    /// A message without content: "ready", "close".
    pub fn say(&self, kind: &str) {
        self.send(&ToHost { kind, ..ToHost::default() });
    }

    /// How many messages were not seen.
    pub fn unread(&self, count: usize) {
        self.send(&ToHost { kind: "unread", count: Some(count), ..ToHost::default() });
    }

    /// Whether to listen on the next page without being asked.
    pub fn live(&self, on: bool) {
        self.send(&ToHost { kind: "live", value: on.then_some("1"), ..ToHost::default() });
    }

    /// The key to keep for us; none forgets.
    pub fn resume(&self, value: Option<&str>) {
        self.send(&ToHost { kind: "resume", value, ..ToHost::default() });
    }

    /// Something the page may have asked to hear of.
    pub fn event(&self, name: &str) {
        self.send(&ToHost { kind: "event", name: Some(name), ..ToHost::default() });
    }

    fn send(&self, message: &ToHost<'_>) {
        let text = serde_json::to_string(&ToHost { baton: 1, ..message.clone() }).unwrap_or_default();
        let data = JSON::parse(&text).unwrap_or(JsValue::NULL);
        // Throws only for an origin that is not one; then nobody is there to be told.
        let _ = self.parent.post_message(&data, &self.origin);
    }
}
