//! The door: signing in, and turning a set-up or invitation link into an account.

mod account;
mod fields;
mod sign_in;

use leptos::prelude::*;

use crate::{browser::page, icons};

pub use account::{Account, Welcome};
pub use sign_in::SignIn;

/// The frame of every page at the door.
#[component]
pub fn Door(children: Children) -> impl IntoView {
    view! {
        <div class="door">
            <header class="brand">
                {icons::mark()} <span class="name">"Baton"</span>
                <span class="site">{site()}</span>
            </header>
            <main class="card">{children()}</main>
        </div>
    }
}

/// The site to sign in to: from the address, else the edge's default.
fn site() -> String {
    page::query("site").unwrap_or_else(|| page::boot().site)
}
