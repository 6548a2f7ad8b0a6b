//! Getting an agent's attention: a short tone, and a desktop notification where they allowed it.
//!
//! Browsers play nothing before somebody has touched the page; the tone is then left out, and the queue, the title and
//! the notification still say it.

use std::cell::RefCell;

use leptos::{ev, prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AudioContext, AudioContextState, Notification, NotificationOptions, NotificationPermission,
    OscillatorType,
};

use super::{page, storage};

const MUTED_KEY: &str = "baton:agent:muted";

thread_local! {
    // One for the page: browsers allow few. Made at the first touch, because only then may it sound.
    static AUDIO: RefCell<Option<AudioContext>> = const { RefCell::new(None) };
}

/// Makes sounds possible from the first touch of the page on.
pub fn prepare() {
    let wake = || {
        AUDIO.with_borrow_mut(|audio| {
            if audio.is_none() && page::was_touched() {
                *audio = AudioContext::new().ok();
            }
            if let Some(audio) = audio
                && audio.state() == AudioContextState::Suspended
            {
                // A refusal means no sound; the rest of the alert does not depend on it.
                let _ = audio.resume();
            }
        });
    };
    let pointer = window_event_listener(ev::pointerdown, move |_| wake());
    let key = window_event_listener(ev::keydown, move |_| wake());
    on_cleanup(move || {
        pointer.remove();
        key.remove();
    });
}

/// Whether the agent switched the sound off.
pub fn is_muted() -> bool {
    storage::text(MUTED_KEY).is_some()
}

/// Switches the sound off or on, and keeps that.
pub fn set_muted(muted: bool) {
    storage::keep_text(MUTED_KEY, if muted { "1" } else { "" });
}

/// Two short notes, a fifth apart; nothing when there is no sound to be had.
pub fn tone() {
    if is_muted() {
        return;
    }
    AUDIO.with_borrow(|audio| {
        if let Some(audio) = audio
            .as_ref()
            .filter(|audio| audio.state() == AudioContextState::Running)
        {
            let start = audio.current_time();
            let _ = note(audio, 587.3, start);
            let _ = note(audio, 880.0, start + 0.13);
        }
    });
}

fn note(audio: &AudioContext, hertz: f32, start: f64) -> Result<(), JsValue> {
    let (oscillator, gain) = (audio.create_oscillator()?, audio.create_gain()?);
    oscillator.set_type(OscillatorType::Sine);
    oscillator.frequency().set_value(hertz);
    // Swells and fades, so that it neither clicks nor startles.
    gain.gain().set_value_at_time(0.0, start)?;
    gain.gain().linear_ramp_to_value_at_time(0.14, start + 0.015)?;
    gain.gain()
        .exponential_ramp_to_value_at_time(0.0005, start + 0.28)?;
    oscillator.connect_with_audio_node(&gain)?;
    gain.connect_with_audio_node(&audio.destination())?;
    oscillator.start_with_when(start)?;
    oscillator.stop_with_when(start + 0.3)
}

/// Asks for leave to notify, if the agent was never asked. To be called from something they did.
pub fn ask_to_notify() {
    if notifications_exist() && Notification::permission() == NotificationPermission::Default {
        spawn_local(async {
            if let Ok(answer) = Notification::request_permission() {
                // Either answer is kept by the browser and read when there is something to say.
                let _ = JsFuture::from(answer).await;
            }
        });
    }
}

/// A desktop notification, where allowed; one per `tag`. A click brings the page to the front and runs `on_click`.
pub fn notify(title: &str, body: &str, tag: &str, on_click: impl Fn() + 'static) {
    if !notifications_exist() || Notification::permission() != NotificationPermission::Granted {
        return;
    }
    let options = NotificationOptions::new();
    options.set_body(body);
    options.set_tag(tag);
    // One line a conversation; told again, it sounds again.
    options.set_renotify(true);
    let Ok(notification) = Notification::new_with_options(title, &options) else {
        return;
    };
    let shown = notification.clone();
    let click = wasm_bindgen::closure::Closure::once_into_js(move || {
        let _ = window().focus();
        shown.close();
        on_click();
    });
    notification.set_onclick(Some(click.unchecked_ref()));
}

fn notifications_exist() -> bool {
    js_sys::Reflect::has(&window(), &"Notification".into()).unwrap_or(false)
}
