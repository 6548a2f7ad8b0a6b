//! The fields and messages of the forms at the door.

use leptos::prelude::*;

use crate::{
    icons,
    lean::{on, part_if, text},
};

/// A labelled one-line field.
#[component]
pub fn TextField(
    /// Its label.
    label: &'static str,
    /// Its id; the label points to it.
    id: &'static str,
    /// What is in it.
    value: RwSignal<String>,
    /// The input's type.
    #[prop(default = "text")]
    kind: &'static str,
    /// What password managers and browsers may fill in.
    autocomplete: &'static str,
    /// A remark under it.
    #[prop(optional)]
    hint: &'static str,
) -> impl IntoView {
    let described = (!hint.is_empty()).then(|| format!("{id}-hint"));
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input
                class="input"
                id=id
                name=id
                type=kind
                autocomplete=autocomplete
                aria-describedby=described
                required
                maxlength="200"
                prop:value=text(move || value.get())
                on:input=on(move |event| value.set(event_target_value(&event)))
            />
            {(!hint.is_empty()).then(|| view! { <span class="hint" id=format!("{id}-hint")>{hint}</span> })}
        </div>
    }
}

/// A password, which can be looked at.
#[component]
pub fn PasswordField(
    /// What is in it.
    value: RwSignal<String>,
    /// `current-password` or `new-password`.
    autocomplete: &'static str,
    /// Whether it was found wanting.
    #[prop(into)]
    invalid: Signal<bool>,
    /// A remark under it.
    #[prop(optional)]
    hint: &'static str,
) -> impl IntoView {
    let shown = RwSignal::new(false);
    let described = (!hint.is_empty()).then_some("password-hint");
    view! {
        <div class="field">
            <label for="password">"Password"</label>
            <div class="with-button">
                <input
                    class="input"
                    id="password"
                    name="password"
                    type=text(move || if shown.get() { "text" } else { "password" })
                    autocomplete=autocomplete
                    aria-describedby=described
                    aria-invalid=text(move || invalid.get().to_string())
                    required
                    maxlength="200"
                    prop:value=text(move || value.get())
                    on:input=on(move |event| value.set(event_target_value(&event)))
                />
                <button
                    type="button"
                    class="text-btn"
                    aria-pressed=text(move || shown.get().to_string())
                    aria-label="Show password"
                    on:click=on(move |_| shown.update(|shown| *shown = !*shown))
                >
                    {text(move || if shown.get() { "Hide" } else { "Show" })}
                </button>
            </div>
            {(!hint.is_empty()).then(|| view! { <span class="hint" id="password-hint">{hint}</span> })}
        </div>
    }
}

/// What went wrong, if anything did.
#[component]
pub fn ProblemLine(
    /// The sentence.
    #[prop(into)]
    message: Signal<Option<String>>,
) -> impl IntoView {
    // The element is always there, so that screen readers hear its words change.
    view! {
        <div role="alert">
            {part_if(move || {
                message.get().map(|message| view! { <p class="problem">{icons::warning()} <span>{message}</span></p> }.into_any())
            })}
        </div>
    }
}
