//! Signing in.

use std::time::Duration;

use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

use super::{
    Door,
    fields::{PasswordField, ProblemLine, TextField},
    site,
};
use crate::{
    api::{self, Problem},
    app::SessionSignal,
    lean::{flag, on, text},
};

/// The sign-in page, with a word on why somebody is here again.
#[component]
pub fn SignIn(why: Option<&'static str>) -> impl IntoView {
    let (email, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let problem = RwSignal::new(None::<Problem>);
    let busy = RwSignal::new(false);
    let wait_s = count_down(problem);
    let session = expect_context::<SessionSignal>();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() || wait_s.get_untracked() > 0 {
            return;
        }
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            let answer = api::sign_in(&site(), email.get_untracked().trim(), &password.get_untracked()).await;
            busy.set(false);
            match answer {
                Ok(me) => session.enter(me),
                Err(why) => problem.set(Some(why)),
            }
        });
    };
    let message = Memo::new(move |_| problem.get().map(|problem| words(problem, wait_s.get())));
    let wrong =
        move || problem.with(|problem| problem.as_ref().is_some_and(|p| p.code == "wrong_credentials"));
    view! {
        <Door>
            <div>
                <h1>"Sign in"</h1>
                {why.map(|why| view! { <p class="lead" role="status">{why}</p> })}
            </div>
            <form on:submit=on(submit) novalidate>
                <TextField label="Email" id="email" kind="email" autocomplete="username" value=email />
                <PasswordField
                    value=password
                    autocomplete="current-password"
                    invalid=Signal::derive(wrong)
                />
                <ProblemLine message=message />
                <button class="btn main wide" disabled=flag(move || busy.get() || (wait_s.get() > 0))>
                    {text(move || label(busy.get(), wait_s.get()))}
                </button>
            </form>
        </Door>
    }
}

fn label(busy: bool, wait_s: u32) -> String {
    match wait_s {
        _ if busy => "Signing in…".to_owned(),
        0 => "Sign in".to_owned(),
        seconds => format!("Try again in {seconds} s"),
    }
}

/// The seconds are on the button: an alert that changes every second is read out every second.
fn words(problem: Problem, wait_s: u32) -> String {
    match problem.code.as_str() {
        "too_many_tries" if wait_s > 0 => "Too many tries. The next one is taken in a moment.".to_owned(),
        "too_many_tries" => "You can try again now.".to_owned(),
        _ => problem.message,
    }
}

/// Seconds until another try is taken, counting down from what the last problem says.
fn count_down(problem: RwSignal<Option<Problem>>) -> RwSignal<u32> {
    let left = RwSignal::new(0);
    Effect::new(move || {
        left.set(
            problem
                .with(|p| p.as_ref().and_then(|p| p.retry_after_s))
                .unwrap_or(0),
        );
    });
    let tick = move || {
        if left.get_untracked() > 0 {
            left.update(|left| *left -= 1);
        }
    };
    if let Ok(timer) = set_interval_with_handle(tick, Duration::from_secs(1)) {
        on_cleanup(move || timer.clear());
    }
    left
}
