//! Where a member writes. Locked, with the reason, while the floor is not theirs; what is in it is kept.

use leptos::{ev::KeyboardEvent, html, prelude::*};
use shared::conversation::AGENT_LIMIT;

use super::{
    dialogs::Dialogs,
    helpers::{Helpers, Proposed, SuggestedWords},
    keys::SingleKeys,
    talk::Talk,
};
use crate::{
    browser::page,
    icons,
    lean::{flag, maybe, on, part_if, text},
    model::talk_words::Strip,
};

/// From so many characters on, what is left is counted.
const COUNT_FROM: usize = AGENT_LIMIT - 1_000;

/// The composer.
#[component]
pub fn Composer(talk: Talk, strip: Memo<Strip>) -> impl IntoView {
    let field = NodeRef::<html::Textarea>::new();
    let locked = Memo::new(move |_| {
        if talk.loaded.get() {
            strip.with(|strip| strip.locked.clone())
        } else {
            Some("Fetching the thread…".to_owned())
        }
        .filter(|_| !talk.noting().get() || !talk.loaded.get())
    });
    let is_locked = Memo::new(move |_| locked.with(Option::is_some));
    let length = Memo::new(move |_| in_field(talk).with(|text| text.trim().chars().count()));
    let by_touch = page::by_touch();
    let proposed = Proposed::to(talk);
    let dialogs = expect_context::<Dialogs>();
    let single = expect_context::<SingleKeys>();
    // Whoever just took the floor wants to write.
    let mine = Memo::new(move |_| strip.with(|strip| strip.mine));
    Effect::new(move |before: Option<bool>| {
        let mine = mine.get();
        if before == Some(false) && mine && talk.loaded.get_untracked() && !page::dialog_open() && !by_touch {
            talk.noting().set(false);
            page::focus_soon("reply");
        }
        mine
    });
    let keydown = move |event: KeyboardEvent| {
        if take_up(talk, proposed, (dialogs, single), &event) {
            event.prevent_default();
            return;
        }
        let plain = !event.shift_key() && !event.alt_key() && !event.is_composing();
        if event.key() == "Enter" && plain && (event.ctrl_key() || event.meta_key() || !by_touch) {
            event.prevent_default();
            talk.reply();
        }
    };
    let input = move |event| {
        untrack(|| in_field(talk)).set(event_target_value(&event));
        if !talk.noting().get_untracked() {
            talk.show_typing();
        }
    };
    let hint = move || match locked.get() {
        Some(why) => why,
        None if talk.noting().get() => "Write a note for your team…".to_owned(),
        None => "Write a reply…".to_owned(),
    };
    view! {
        <div class="composer">
            <Refused talk />
            <SuggestedWords talk proposed />
            <div class="over">
                <Tabs talk />
                <Helpers talk proposed />
            </div>
            <div class="write" class:locked=flag(move || is_locked.get()) class:note=flag(move || talk.noting().get())>
                <textarea
                    id="reply"
                    aria-label=text(move || if talk.noting().get() { "Note" } else { "Reply" })
                    aria-describedby="reply-under"
                    rows=text(move || if is_locked.get() { "1" } else { "2" })
                    placeholder=text(hint)
                    readonly=flag(move || is_locked.get())
                    node_ref=field
                    prop:value=text(move || in_field(talk).get())
                    on:input=on(input)
                    on:keydown=on(keydown)
                ></textarea>
                <p class="under" class:bad=flag(move || { length.get() > AGENT_LIMIT }) id="reply-under">
                    {maybe(move || under(locked.get(), length.get(), talk.noting().get(), by_touch))}
                </p>
                {part_if(move || {
                    (!is_locked.get())
                        .then(|| {
                            view! {
                                <button
                                    class="btn main"
                                    disabled=flag(move || !(1..=AGENT_LIMIT).contains(&length.get()))
                                    on:click=on(move |_| {
                                        talk.reply();
                                        page::focus_soon("reply");
                                    })
                                >
                                    {text(move || if talk.noting().get() { "Add note" } else { "Send reply" })}
                                </button>
                            }.into_any()
                        })
                })}
            </div>
        </div>
    }
}

/// Tab takes up what is proposed, and a semicolon picks a canned reply: in an empty field of whoever may write, and for
/// nobody who switched single keys off. Returns whether the key was one of these.
fn take_up(
    talk: Talk,
    proposed: Proposed,
    (dialogs, single): (Dialogs, SingleKeys),
    event: &KeyboardEvent,
) -> bool {
    let empty = untrack(|| in_field(talk)).with_untracked(String::is_empty);
    let held = event.shift_key() || event.ctrl_key() || event.alt_key() || event.meta_key();
    if !empty || held || !untrack(|| single.are_on() && talk.is_mine()) {
        return false;
    }
    match event.key().as_str() {
        "Tab" => proposed.use_reply(talk),
        ";" if !talk.noting().get_untracked() => {
            dialogs.canned.set(true);
            true
        }
        _ => false,
    }
}

/// What is being written: a reply or a note, each with words of its own.
fn in_field(talk: Talk) -> RwSignal<String> {
    if talk.noting().get() {
        talk.note()
    } else {
        talk.text
    }
}

/// Whether a reply is written or a note.
#[component]
fn Tabs(talk: Talk) -> impl IntoView {
    let tab = move |words: &'static str, note: bool| {
        view! {
            <button
                aria-pressed=text(move || (talk.noting().get() == note).to_string())
                on:click=on(move |_| {
                    talk.noting().set(note);
                    page::focus_soon("reply");
                })
            >
                {words}
            </button>
        }
        .into_any()
    };
    view! { <div class="kinds" role="group" aria-label="Write">{tab("Reply", false)} {tab("Note", true)}</div> }
}

/// The line under the field: why it is locked though there are words in it, how much is left, or how to send.
fn under(locked: Option<String>, length: usize, note: bool, by_touch: bool) -> Option<String> {
    match locked {
        Some(why) if length > 0 => Some(format!("{why} Your words are kept.")),
        Some(_) => None,
        None if length > AGENT_LIMIT => Some(format!(
            "{} characters too many. Shorten it, or send it in parts.",
            length - AGENT_LIMIT
        )),
        None if length >= COUNT_FROM => Some(format!("{} characters left", AGENT_LIMIT - length)),
        None if note => Some("Only your team sees this.".to_owned()),
        None if by_touch => None,
        None => Some("Enter sends, Shift and Enter make a new line".to_owned()),
    }
}

#[component]
fn Refused(talk: Talk) -> impl IntoView {
    view! {
        <div role="alert">
            {part_if(move || {
                talk.refused
                    .get()
                    .map(|words| {
                        view! {
                            <div class="refused">
                                {icons::warning()} <span>{words}</span>
                                <button class="text-btn" on:click=on(move |_| talk.refused.set(None))>"Dismiss"</button>
                            </div>
                        }.into_any()
                    })
            })}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_under_the_field_counts_near_the_limit() {
        assert_eq!(under(None, 0, false, true), None);
        assert_eq!(
            under(None, 0, true, true).as_deref(),
            Some("Only your team sees this.")
        );
        assert_eq!(
            under(None, 9_000, false, false).as_deref(),
            Some("1000 characters left")
        );
        assert_eq!(
            under(None, 10_000, false, false).as_deref(),
            Some("0 characters left")
        );
        let over = under(None, 10_002, false, false);
        assert_eq!(
            over.as_deref(),
            Some("2 characters too many. Shorten it, or send it in parts.")
        );
    }

    #[test]
    fn words_in_a_locked_field_are_said_to_be_kept() {
        assert_eq!(under(Some("Closed.".to_owned()), 0, false, false), None);
        let kept = under(Some("Closed.".to_owned()), 3, false, false);
        assert_eq!(kept.as_deref(), Some("Closed. Your words are kept."));
    }
}
