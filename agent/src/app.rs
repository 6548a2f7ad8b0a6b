//! Which page is shown: the door while nobody is signed in, then the desk.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    api::{self, Me, Problem},
    browser::{alert, page},
    desk::Desk,
    door::{Account, Door, SignIn, Welcome},
    lean::{on, part},
};

/// Who is here.
#[derive(Debug, Clone, PartialEq)]
pub enum Session {
    /// Not known yet.
    Asking,
    /// The edge could not be asked.
    Unknown(Problem),
    /// Nobody. With a word on why, if they were signed in a moment ago.
    Out(Option<&'static str>),
    /// This member.
    In(Me),
}

/// The session, for whoever finds out that it ended.
#[derive(Clone, Copy)]
pub struct SessionSignal(RwSignal<Session>);

impl SessionSignal {
    /// The member signed in.
    pub fn enter(self, me: Me) {
        self.0.set(Session::In(me));
    }

    /// The edge no longer knows the session. What was typed is kept and found again after signing in. Whoever has just
    /// signed out knows it: the lines that end with a session tell it once more.
    pub fn lost(self) {
        if self.0.with_untracked(|session| matches!(session, Session::In(_))) {
            self.0.set(Session::Out(Some(
                "Your session has ended. Sign in again; what you wrote is kept.",
            )));
        }
    }

    /// The member signed out.
    pub fn left(self) {
        self.0.set(Session::Out(None));
    }
}

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let session = SessionSignal(RwSignal::new(Session::Asking));
    provide_context(session);
    alert::prepare();
    let path = page::path();
    let door = path
        .trim_end_matches('/')
        .rsplit('/')
        .next()
        .and_then(|last| match last {
            "setup" => Some(Welcome::First),
            "join" => Some(Welcome::Invited),
            _ => None,
        });
    if let Some(welcome) = door {
        return view! { <Account welcome /> }.into_any();
    }
    ask(session);
    let page = move || match session.0.get() {
        Session::Asking => view! { <p class="wait-page">"Opening…"</p> }.into_any(),
        Session::Unknown(problem) => view! { <Unreachable problem session /> }.into_any(),
        Session::Out(why) => view! { <SignIn why /> }.into_any(),
        Session::In(me) => view! { <Desk me /> }.into_any(),
    };
    part(page).into_any()
}

fn ask(session: SessionSignal) {
    spawn_local(async move {
        session.0.set(match api::me().await {
            Ok(me) => Session::In(me),
            Err(problem) if problem.is_signed_out() => Session::Out(None),
            Err(problem) => Session::Unknown(problem),
        });
    });
}

#[component]
fn Unreachable(problem: Problem, session: SessionSignal) -> impl IntoView {
    view! {
        <Door>
            <div>
                <h1>"Baton cannot be opened now"</h1>
                <p class="lead" role="alert">{problem.message}</p>
            </div>
            <button class="btn main wide" on:click=on(move |_| ask(session))>"Try again"</button>
        </Door>
    }
}
