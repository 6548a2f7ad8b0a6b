//! The bar over the desk: the site, the Available switch, the sound, the account; and the line that says when the
//! connection is not what it should be.

use leptos::{prelude::*, task::spawn_local};

use super::{
    dialog::Modal,
    members::Members,
    queue_line::QueueLine,
    state::{DeskState, Link},
};
use crate::{
    api::{self, Role},
    app::SessionSignal,
    browser::{alert, page},
    icons,
    lean::{flag, on, part, part_if, text},
};

/// The bar over the desk.
#[component]
pub fn Bar() -> impl IntoView {
    let desk = expect_context::<DeskState>();
    let site = desk.me.with_value(|me| me.site_name.clone());
    view! {
        <header class="bar">
            <h1 class="brand">
                {icons::mark()} <span class="name">"Baton"</span>
                <span class="site">{site}</span>
            </h1>
            <div class="tools">
                <Availability />
                <Sound />
                <AccountMenu />
            </div>
        </header>
    }
}

#[component]
fn Availability() -> impl IntoView {
    let desk = expect_context::<DeskState>();
    let line = expect_context::<QueueLine>();
    let is_on = move || desk.available.get() == Some(true);
    let press = move |_| {
        alert::ask_to_notify();
        line.set_available(desk, !is_on());
    };
    view! {
        <button
            class="switch"
            role="switch"
            aria-checked=text(move || is_on().to_string())
            disabled=flag(move || desk.link.get() != Link::Open)
            title="While you are available, visitors are told that somebody is in"
            on:click=on(press)
        >
            "Available"
            <span class="track" aria-hidden="true"><span class="knob"></span></span>
        </button>
    }
}

#[component]
fn Sound() -> impl IntoView {
    let muted = RwSignal::new(alert::is_muted());
    let press = move |_| {
        let mute = !muted.get_untracked();
        alert::set_muted(mute);
        muted.set(mute);
        if !mute {
            alert::ask_to_notify();
            // So that it is known how it sounds.
            alert::tone();
        }
    };
    view! {
        <button
            class="icon"
            aria-label="Sound"
            aria-pressed=text(move || (!muted.get()).to_string())
            title=text(move || if muted.get() { "Sound is off" } else { "Sound is on" })
            on:click=on(press)
        >
            {part(move || if muted.get() { icons::bell_off().into_any() } else { icons::bell().into_any() })}
        </button>
    }
}

#[component]
fn AccountMenu() -> impl IntoView {
    let desk = expect_context::<DeskState>();
    let session = expect_context::<SessionSignal>();
    let members = RwSignal::new(false);
    let keys = expect_context::<super::keys::KeysOpen>();
    let single = expect_context::<super::keys::SingleKeys>();
    let problem = RwSignal::new(None::<String>);
    let me = desk.me.with_value(|me| me.member.clone());
    let is_owner = me.role == Role::Owner;
    let sign_out = move |_| {
        spawn_local(async move {
            match api::sign_out().await {
                Ok(()) => session.left(),
                Err(why) if why.is_signed_out() => session.left(),
                Err(why) => problem.set(Some(why.message)),
            }
        });
    };
    view! {
        <button class="account" popovertarget="account-menu" aria-label=format!("Account: {}", me.name)>
            // Initials are a picture: the button's name is the whole name.
            <span class="disc" aria-hidden="true" data-initials=initials(&me.name)></span>
        </button>
        <div class="menu" id="account-menu" popover="auto">
            <div class="me">
                <b>{me.name.clone()}</b>
                <p class="small quiet">{me.email.clone()} " · " {me.role.words()}</p>
            </div>
            {is_owner
                .then(|| {
                    view! {
                        <button popovertarget="account-menu" popovertargetaction="hide" on:click=on(move |_| members.set(true))>
                            "Members and invitations"
                        </button>
                    }
                })}
            <button popovertarget="account-menu" popovertargetaction="hide" on:click=on(move |_| keys.0.set(true))>
                "Keyboard shortcuts" <kbd>"?"</kbd>
            </button>
            <button
                role="switch"
                aria-label="Single-key shortcuts"
                aria-checked=text(move || single.are_on().to_string())
                on:click=on(move |_| single.switch())
            >
                "Single-key shortcuts" <span class="quiet">{text(move || if single.are_on() { "On" } else { "Off" })}</span>
            </button>
            <button on:click=on(sign_out)>"Sign out"</button>
            {part_if(move || problem.get().map(|words| view! { <p class="small bad-words" role="alert">{words}</p> }.into_any()))}
        </div>
        <Modal open=members title="Members">
            <Members />
        </Modal>
    }
}

/// The first letters of the first and the last name. The style sheet makes them capitals.
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| word.chars().next());
    let (first, last) = (words.next(), words.next_back());
    first.into_iter().chain(last).collect()
}

/// Says when the line to the queue is not open. Nothing while it is.
#[component]
pub fn LinkBar() -> impl IntoView {
    let desk = expect_context::<DeskState>();
    let line = expect_context::<QueueLine>();
    let words = move || match desk.link.get() {
        Link::Lost => view! {
            <span>"Connection lost. What you write is kept and goes out by itself."</span>
            <button class="text-btn" on:click=on(move |_| line.try_now())>"Try now"</button>
        }
        .into_any(),
        Link::Outdated => view! {
            <span>"Baton was updated. This page is of the version before."</span>
            <button class="text-btn" on:click=on(|_| page::reload())>"Load it anew"</button>
        }
        .into_any(),
        Link::Opening | Link::Open => ().into_any(),
    };
    let quiet = move || matches!(desk.link.get(), Link::Opening | Link::Open);
    // Always there, so that screen readers hear its words change; without height while it has none.
    view! { <div class="link" class:none=flag(quiet) role="status">{part(words)}</div> }
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_are_of_the_first_and_the_last_name() {
        for (name, expect) in [
            ("mara lind", "ml"),
            ("Jo", "J"),
            ("Ana de la Cruz", "AC"),
            ("", ""),
            ("Élan V", "ÉV"),
        ] {
            assert_eq!(initials(name), expect);
        }
    }
}
