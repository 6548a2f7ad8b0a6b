//! The keyboard: moving in the queue, everything that is done to a conversation, and the list of these keys.
//!
//! No single letter does anything while somebody types, in a dialog, with Ctrl, Alt or Meta held, or for whoever switched
//! them off: a screen reader's own keys are letters too.

use leptos::{ev, prelude::*};
use shared::ids::ConversationId;

use super::{dialog::Modal, dialogs::Dialogs, find::SEARCH, state::DeskState, talk::Talk};
use crate::{
    browser::{address, page, storage},
    model::{address::Address, talk_words::Act, waiting::is_open},
};

/// Kept while single keys are off.
const OFF_KEY: &str = "baton:agent:keys-off";

/// Whether single keys do anything, in this browser.
#[derive(Clone, Copy)]
pub struct SingleKeys(RwSignal<bool>);

impl SingleKeys {
    /// As it was left.
    pub fn kept() -> Self {
        Self(RwSignal::new(storage::text(OFF_KEY).is_none()))
    }

    /// Whether they do.
    pub fn are_on(self) -> bool {
        self.0.get()
    }

    /// Switches them, and keeps that.
    pub fn switch(self) {
        let on = !self.0.get_untracked();
        storage::keep_text(OFF_KEY, if on { "" } else { "1" });
        self.0.set(on);
    }
}

/// Whether the list of keys is shown.
#[derive(Clone, Copy)]
pub struct KeysOpen(pub RwSignal<bool>);

/// What the keys do, as the list shows it.
const LIST: [(&[&str], &str); 15] = [
    (&["j", "k"], "next and previous in the queue"),
    (&["Enter"], "open the conversation"),
    (&["c"], "claim the conversation"),
    (&["r"], "write a reply"),
    (&["n"], "write a note to your team"),
    (&[";"], "pick a canned reply, in the field"),
    (&["t"], "transfer"),
    (&["h"], "hand back to the assistant"),
    (&["s"], "snooze"),
    (&["e"], "close the conversation"),
    (&["d"], "show every decision"),
    (&["/"], "search"),
    (&["Esc"], "leave the field, then back to the queue"),
    (&["1", "2", "3"], "show Waiting, Mine, All"),
    (&["?"], "show this list"),
];

/// Listens for the keys and shows their list.
#[component]
pub fn Keys() -> impl IntoView {
    let desk = expect_context::<DeskState>();
    let open = expect_context::<KeysOpen>().0;
    let dialogs = expect_context::<Dialogs>();
    let single = expect_context::<SingleKeys>();
    let listener = window_event_listener(ev::keydown, move |event| {
        let held = event.ctrl_key() || event.alt_key() || event.meta_key();
        let key = event.key();
        let off = key.chars().count() == 1 && !single.0.get_untracked();
        let free = !held && !off && !event.is_composing() && !page::dialog_open();
        if free && press(desk, dialogs, open, &key) {
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
            <p class="small quiet lone">"They can be switched off in the account menu."</p>
        </Modal>
    }
}

/// Does what a key stands for. Returns whether it stands for anything here.
fn press(desk: DeskState, dialogs: Dialogs, list: RwSignal<bool>, key: &str) -> bool {
    use super::state::Tab::{All, Mine, Waiting};
    if page::is_typing() {
        // The one key that is no letter: out of the field.
        return key == "Escape" && page::leave_field();
    }
    match key {
        "j" => desk.step(1),
        "k" => desk.step(-1),
        "Enter" => open_picked(desk),
        "c" => claim(desk),
        "r" => write(dialogs, false),
        "n" => write(dialogs, true),
        "d" => desk.decisions.update(|shown| *shown = !*shown),
        "t" => of_mine(desk, dialogs, |_| dialogs.transfer.set(true)),
        "e" => of_mine(desk, dialogs, |_| dialogs.close.set(true)),
        "s" => of_mine(desk, dialogs, |_| dialogs.snooze.set(true)),
        "h" => of_mine(desk, dialogs, |talk| talk.act(Act::HandBack)),
        "/" => page::focus_on(SEARCH),
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

fn write(dialogs: Dialogs, note: bool) {
    if let Some(talk) = dialogs.talk.get_untracked() {
        talk.noting().set(note);
        page::focus_soon("reply");
    }
}

/// Does something with the conversation that is open, if this member has it; else says what is missing.
fn of_mine(desk: DeskState, dialogs: Dialogs, act: impl FnOnce(Talk)) {
    match dialogs.talk.get_untracked() {
        Some(talk) if untrack(|| talk.is_mine()) => act(talk),
        Some(_) => desk.said.set("Claim the conversation first.".to_owned()),
        None => desk.said.set("Open a conversation first.".to_owned()),
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
    let claimable = |id: &ConversationId| untrack(|| desk.item(id)).is_some_and(|item| is_open(&item));
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
