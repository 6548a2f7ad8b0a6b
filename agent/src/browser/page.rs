//! The document itself: its boot data, title, query, focus and clipboard.

use leptos::{
    ev,
    prelude::{RwSignal, Set, document, on_cleanup, window, window_event_listener},
};
use serde::Deserialize;
use shared::link::read;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    FocusOptions, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, UrlSearchParams,
    VisibilityState,
};

/// What the Worker wrote into the page.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Boot {
    /// The site whose members sign in here.
    #[serde(default)]
    pub site: String,
}

/// The boot data; empty when the page holds none.
pub fn boot() -> Boot {
    let text = document()
        .get_element_by_id("boot")
        .and_then(|element| element.text_content());
    text.and_then(|text| read(&text).ok()).unwrap_or_default()
}

/// The path of the address.
pub fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// The scheme and host of the address, such as `https://edge.example`.
pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// The scheme and host as sockets want it.
pub fn socket_origin() -> String {
    origin().replacen("http", "ws", 1)
}

/// One parameter of the query.
pub fn query(name: &str) -> Option<String> {
    let search = window().location().search().ok()?;
    UrlSearchParams::new_with_str(&search)
        .ok()?
        .get(name)
        .filter(|value| !value.is_empty())
}

/// Goes to another page of this edge.
pub fn go(path: &str) {
    // Only refused by a sandbox, where there is nobody to navigate for.
    let _ = window().location().set_href(path);
}

/// Loads the page anew.
pub fn reload() {
    let _ = window().location().reload();
}

/// Whether a reload may help: not again within a minute of the last one that this asked for.
pub fn may_reload() -> bool {
    const KEY: &str = "baton:agent:reloaded";
    let now = super::clock::now();
    let last = super::storage::value(KEY).unwrap_or_default();
    super::storage::keep(KEY, &now);
    now.since(last) > 60_000
}

/// Sets the title.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Whether the agent can see the page now.
pub fn is_visible() -> bool {
    document().visibility_state() == VisibilityState::Visible
}

/// Whether the agent can see the page, now and from now on.
pub fn watch_in_front() -> RwSignal<bool> {
    let in_front = RwSignal::new(is_visible());
    let listener = window_event_listener(ev::visibilitychange, move |_| in_front.set(is_visible()));
    on_cleanup(move || listener.remove());
    in_front
}

/// Whether the browser counts somebody as having touched the page; taken as so where it does not say.
pub fn was_touched() -> bool {
    let activation = js_sys::Reflect::get(&window().navigator(), &"userActivation".into());
    let active = activation.and_then(|activation| js_sys::Reflect::get(&activation, &"hasBeenActive".into()));
    active.ok().and_then(|active| active.as_bool()).unwrap_or(true)
}

/// Whether somebody is typing into a field: shortcuts must then keep out of the way.
pub fn is_typing() -> bool {
    let Some(element) = document().active_element() else {
        return false;
    };
    matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
}

/// Whether a dialog is open.
pub fn dialog_open() -> bool {
    document().query_selector("dialog[open]").ok().flatten().is_some()
}

/// Whether the pointer is a finger: the Return key then makes a new line, for there is no Shift to hold.
pub fn by_touch() -> bool {
    window()
        .match_media("(pointer: coarse)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches())
}

/// Takes the focus out of the field. Returns whether there was one.
pub fn leave_field() -> bool {
    let field = document()
        .active_element()
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    field.is_some_and(|field| field.blur().is_ok())
}

/// Whether the focus is on something that Enter presses.
pub fn on_control() -> bool {
    document()
        .active_element()
        .is_some_and(|element| matches!(element.tag_name().as_str(), "BUTTON" | "A" | "SUMMARY"))
}

/// Moves the focus to the element with this id, and brings it into view.
pub fn focus_on(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Whether the element with this id has the focus.
pub fn has_focus(id: &str) -> bool {
    document()
        .active_element()
        .is_some_and(|element| element.id() == id)
}

/// Moves the focus to the element with this id when the present change of the page is done, and scrolls nothing. With `lost`
/// only if it is nowhere then: whoever moved it meanwhile wants it there.
pub fn focus_later(id: String, lost: bool) {
    leptos::prelude::request_animation_frame(move || {
        let nowhere = || {
            document()
                .active_element()
                .is_none_or(|element| element.tag_name() == "BODY")
        };
        let still = FocusOptions::new();
        still.set_prevent_scroll(true);
        if let Some(element) = element(&id).filter(|_| !lost || nowhere()) {
            let _ = element.focus_with_options(&still);
        }
    });
}

fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus to the element with this id, when the present change of the page is done.
pub fn focus_soon(id: &'static str) {
    leptos::prelude::request_animation_frame(move || {
        if let Some(element) = element(id) {
            // An element that cannot take the focus leaves it where it was.
            let _ = element.focus();
        }
    });
}

/// Brings an element into view and lights it up for a moment.
pub fn show(id: &str) {
    let Some(element) = element(id) else { return };
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Smooth);
    options.set_block(ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    let _ = element.class_list().add_1("lit");
    let _ = element.focus();
    leptos::prelude::set_timeout(
        move || {
            let _ = element.class_list().remove_1("lit");
        },
        std::time::Duration::from_millis(2_400),
    );
}

/// Puts a text into the clipboard. Returns whether that worked.
pub async fn copy(text: &str) -> bool {
    // Absent on an insecure origin, where the property is undefined.
    let navigator = window().navigator();
    let absent =
        js_sys::Reflect::get(&navigator, &"clipboard".into()).map_or(true, |value| value.is_undefined());
    !absent
        && JsFuture::from(navigator.clipboard().write_text(text))
            .await
            .is_ok()
}
