//! The keyboard: moving in the queue, claiming, replying, going back; and the list of these keys.
//!
//! No single letter does anything while somebody types, or with Ctrl, Alt or Meta held.

use leptos::{ev, prelude::*};
use shared::ids::ConversationId;

use super::{dialog::Modal, state::DeskState};
use crate::{
    browser::{address, page},
    model::{address::Address, talk_words::Act, waiting::is_open},
};

/// Whether the list of keys is shown.
#[derive(Clone, Copy)]
pub struct KeysOpen(pub RwSignal<bool>);

/// What the keys do, as the list shows it.
const LIST: [(&[&str], &str); 7] = [
    (&["j", "k"], "next and previous in the queue"),
    (&["Enter"], "open the conversation"),
    (&["c"], "claim the conversation"),
    (&["r"], "write a reply"),
    (&["Esc"], "leave the field, then back to the queue"),
    (&["1", "2", "3"], "show Waiting, Mine, All"),
    (&["?"], "show this list"),
];

/// Listens for the keys and shows their list.
#[component]
pub fn Keys() -> impl IntoView {
    let desk = expect_context::<DeskState>();
    let open = expect_context::<KeysOpen>().0;
    let listener = window_event_listener(ev::keydown, move |event| {
        let held = event.ctrl_key() || event.alt_key() || event.meta_key();
        if !held && !event.is_composing() && !page::dialog_open() && press(desk, open, &event.key()) {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
    let row = |(keys, does): (&'static [&'static str], &'static str)| {
        view! {
            <span>{keys.iter().map(|key| view! { <kbd>{*key}</kbd> " " }.into_any()).collect_view()}</span>
            <span>{does}</span>
        }
        .into_any()
    };
    view! {
        <Modal open title="Keyboard shortcuts">
            <div class="body short">{LIST.into_iter().map(row).collect_view()}</div>
        </Modal>
    }
}

/// Does what a key stands for. Returns whether it stands for anything here.
fn press(desk: DeskState, list: RwSignal<bool>, key: &str) -> bool {
    use super::state::Tab::{All, Mine, Waiting};
    if page::is_typing() {
        // The one key that is no letter: out of the field.
        return key == "Escape" && page::leave_field();
    }
    match key {
        "j" => step(desk, 1),
        "k" => step(desk, -1),
        "Enter" => open_picked(desk),
        "c" => claim(desk),
        "r" => page::focus_soon("reply"),
        "1" => desk.tab.set(Waiting),
        "2" => desk.tab.set(Mine),
        "3" => desk.tab.set(All),
        "?" => list.set(true),
        "Escape" => return back(desk),
        _ => return false,
    }
    // Enter on a button or a link is theirs.
    key != "Enter"
}

fn step(desk: DeskState, by: isize) {
    let list = untrack(|| desk.listed(desk.tab.get(), desk.now.get()));
    let at = desk
        .picked
        .with_untracked(|picked| list.iter().position(|id| Some(id) == picked.as_ref()));
    let next = match at {
        Some(at) => at.saturating_add_signed(by).min(list.len().saturating_sub(1)),
        None => 0,
    };
    if let Some(id) = list.get(next) {
        desk.picked.set(Some(id.clone()));
        page::focus_on(&format!("item-{id}"));
    }
}

fn open_picked(desk: DeskState) {
    if !page::on_control()
        && let Some(id) = desk.picked.get_untracked()
    {
        desk.open(&id);
    }
}

/// Claims what the keyboard is on, or what is open.
fn claim(desk: DeskState) {
    let open = desk
        .address
        .with_untracked(|address| address.conversation().cloned());
    let candidates = [open, desk.picked.get_untracked()];
    let claimable = |id: &ConversationId| {
        desk.items
            .with_untracked(|items| items.get(id).is_some_and(is_open))
    };
    if let Some(id) = candidates.into_iter().flatten().find(claimable) {
        desk.open_to(&id, Act::Claim);
    }
}

fn back(desk: DeskState) -> bool {
    let to = match desk.address.get_untracked() {
        Address::Queue => return false,
        Address::Thread(_) => Address::Queue,
        Address::Brief(id) => Address::Thread(id),
    };
    address::open(&to);
    true
}
