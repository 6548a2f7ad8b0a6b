//! A dialog: the browser's own, which holds the focus, closes on Escape and gives the focus back.

use leptos::{html, prelude::*};

use crate::{
    icons,
    lean::{on, part_if},
};

/// A dialog over the desk, shown while `open` is true.
#[component]
pub fn Modal(
    /// Whether it is shown.
    open: RwSignal<bool>,
    /// Its title.
    title: &'static str,
    /// What is in it; made anew each time it is opened.
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        let Some(dialog) = dialog.get() else { return };
        if open.get() && !dialog.open() {
            // Fails only when it is shown already.
            let _ = dialog.show_modal();
        } else if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    view! {
        <dialog node_ref=dialog aria-label=title on:close=on(move |_| open.set(false))>
            {part_if(move || {
                open.get()
                    .then(|| {
                        view! {
                            <div class="top">
                                <h2>{title}</h2>
                                <button class="icon" type="button" aria-label="Dismiss" on:click=on(move |_| open.set(false))>
                                    {icons::cross()}
                                </button>
                            </div>
                            {children()}
                        }.into_any()
                    })
            })}
        </dialog>
    }
}
