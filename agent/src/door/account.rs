//! Turning a set-up or invitation link into an account.

use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

use super::{
    Door,
    fields::{PasswordField, ProblemLine, TextField},
};
use crate::{
    api::{self, NewAccount},
    browser::page,
    lean::{flag, on, part, text},
    model::password::weakness,
};

/// Whose link it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Welcome {
    /// The first member of a site: its owner.
    First,
    /// Somebody an owner invited.
    Invited,
}

impl Welcome {
    fn door(self) -> &'static str {
        match self {
            Self::First => "setup",
            Self::Invited => "join",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::First => "Create the first account",
            Self::Invited => "Create your account",
        }
    }

    fn lead(self) -> &'static str {
        match self {
            Self::First => {
                "You become the owner of this site: you answer visitors, and you may invite others."
            }
            Self::Invited => "You were invited to answer visitors of this site.",
        }
    }

    /// What to do about a link that is no good any more.
    fn remedy(self) -> &'static str {
        match self {
            Self::First => {
                "A set-up link creates one account. If it was you, sign in. If not, whoever runs the edge can see \
                 who used it and make a new one."
            }
            Self::Invited => {
                "An invitation creates one account and is good for 7 days. If you made yours, sign in. If not, ask \
                 an owner of the site for a new link."
            }
        }
    }
}

/// The page behind a set-up or invitation link.
#[component]
pub fn Account(welcome: Welcome) -> impl IntoView {
    let expired = RwSignal::new(false);
    let page = move || match page::query("token") {
        Some(token) if !expired.get() => view! { <Form welcome token expired /> }.into_any(),
        _ => view! { <NoLonger welcome /> }.into_any(),
    };
    view! { <Door>{part(page)}</Door> }
}

#[component]
fn NoLonger(welcome: Welcome) -> impl IntoView {
    view! {
        <div role="alert">
            <h1>"This link was used, has expired or is incomplete"</h1>
            <p class="lead">{welcome.remedy()}</p>
        </div>
        <a class="btn main wide" href="/agent">"Sign in"</a>
    }
}

#[component]
fn Form(welcome: Welcome, token: String, expired: RwSignal<bool>) -> impl IntoView {
    let (name, email, password) = (
        RwSignal::new(String::new()),
        RwSignal::new(String::new()),
        RwSignal::new(String::new()),
    );
    let problem = RwSignal::new(None::<Fault>);
    let busy = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (name, email, password) = (
            name.get_untracked(),
            email.get_untracked(),
            password.get_untracked(),
        );
        let (name, email) = (name.trim().to_owned(), email.trim().to_owned());
        problem.set(missing(&name, &email, &password));
        if busy.get_untracked() || problem.with_untracked(Option::is_some) {
            return;
        }
        busy.set(true);
        let token = token.clone();
        spawn_local(async move {
            let account = NewAccount {
                token: &token,
                name: &name,
                email: &email,
                password: &password,
            };
            let answer = api::create_account(welcome.door(), &account).await;
            busy.set(false);
            match answer {
                // The link goes out of the address bar and the history with it.
                Ok(_) => page::go("/agent"),
                Err(why) if why.code == "link_expired" => expired.set(true),
                Err(why) => problem.set(Some(Fault::other(why.message))),
            }
        });
    };
    let weak = move || problem.with(|fault| fault.as_ref().is_some_and(|fault| fault.about_password));
    let words = move || problem.with(|fault| fault.as_ref().map(|fault| fault.words.clone()));
    view! {
        <div>
            <h1>{welcome.title()}</h1>
            <p class="lead">{welcome.lead()}</p>
        </div>
        <form on:submit=on(submit) novalidate>
            <TextField label="Your name" id="name" autocomplete="name" hint="Visitors see it when you answer." value=name />
            <TextField label="Email" id="email" kind="email" autocomplete="username" value=email />
            <PasswordField
                value=password
                autocomplete="new-password"
                invalid=Signal::derive(weak)
                hint="At least 10 characters; a few words in a row are good."
            />
            <ProblemLine message=Signal::derive(words) />
            <button class="btn main wide" disabled=flag(move || busy.get())>
                {text(move || if busy.get() { "Creating…" } else { "Create account" })}
            </button>
        </form>
    }
}

/// What is wrong with the form.
#[derive(Clone)]
struct Fault {
    words: String,
    about_password: bool,
}

impl Fault {
    fn other(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            about_password: false,
        }
    }
}

/// What is wrong with the fields, before anything is sent.
fn missing(name: &str, email: &str, password: &str) -> Option<Fault> {
    if name.is_empty() {
        return Some(Fault::other(
            "Your name is missing. Visitors see it when you answer.",
        ));
    }
    if !email.contains('@') || email.starts_with('@') || email.ends_with('@') {
        return Some(Fault::other(
            "This does not look like an e-mail address. Check it, then try again.",
        ));
    }
    weakness(password, name, email).map(|words| Fault {
        words: words.to_owned(),
        about_password: true,
    })
}
