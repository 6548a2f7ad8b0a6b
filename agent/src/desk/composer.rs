//! Where a member writes. Locked, with the reason, while the floor is not theirs; what is in it is kept.

use leptos::{ev::KeyboardEvent, html, prelude::*};
use shared::conversation::AGENT_LIMIT;

use super::talk::Talk;
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
    });
    let is_locked = Memo::new(move |_| locked.with(Option::is_some));
    let length = Memo::new(move |_| talk.text.with(|text| text.trim().chars().count()));
    let by_touch = page::by_touch();
    // Whoever just took the floor wants to write.
    Effect::new(move |before: Option<bool>| {
        let locked = is_locked.get();
        if before == Some(true) && !locked && !page::dialog_open() && !by_touch {
            page::focus_soon("reply");
        }
        locked
    });
    let keydown = move |event: KeyboardEvent| {
        let plain = !event.shift_key() && !event.alt_key() && !event.is_composing();
        if event.key() == "Enter" && plain && (event.ctrl_key() || event.meta_key() || !by_touch) {
            event.prevent_default();
            talk.reply();
        }
    };
    let input = move |event| {
        talk.text.set(event_target_value(&event));
        talk.show_typing();
    };
    view! {
        <div class="composer">
            <Refused talk />
            <div class="write" class:locked=flag(move || is_locked.get())>
                <textarea
                    id="reply"
                    aria-label="Reply"
                    aria-describedby="reply-under"
                    rows=text(move || if is_locked.get() { "1" } else { "2" })
                    placeholder=text(move || locked.get().unwrap_or_else(|| "Write a reply…".to_owned()))
                    readonly=flag(move || is_locked.get())
                    node_ref=field
                    prop:value=text(move || talk.text.get())
                    on:input=on(input)
                    on:keydown=on(keydown)
                ></textarea>
                <p class="under" class:bad=flag(move || { length.get() > AGENT_LIMIT }) id="reply-under">
                    {maybe(move || under(locked.get(), length.get(), by_touch))}
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
                                    "Send reply"
                                </button>
                            }.into_any()
                        })
                })}
            </div>
        </div>
    }
}

/// The line under the field: why it is locked though there are words in it, how much is left, or how to send.
fn under(locked: Option<String>, length: usize, by_touch: bool) -> Option<String> {
    match locked {
        Some(why) if length > 0 => Some(format!("{why} Your words are kept.")),
        Some(_) => None,
        None if length > AGENT_LIMIT => Some(format!(
            "{} characters too many. Shorten it, or send it in parts.",
            length - AGENT_LIMIT
        )),
        None if length >= COUNT_FROM => Some(format!("{} characters left", AGENT_LIMIT - length)),
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
        assert_eq!(under(None, 0, true), None);
        assert_eq!(under(None, 9_000, false).as_deref(), Some("1000 characters left"));
        assert_eq!(under(None, 10_000, false).as_deref(), Some("0 characters left"));
        let over = under(None, 10_002, false);
        assert_eq!(
            over.as_deref(),
            Some("2 characters too many. Shorten it, or send it in parts.")
        );
    }

    #[test]
    fn words_in_a_locked_field_are_said_to_be_kept() {
        assert_eq!(under(Some("Closed.".to_owned()), 0, false), None);
        let kept = under(Some("Closed.".to_owned()), 3, false);
        assert_eq!(kept.as_deref(), Some("Closed. Your words are kept."));
    }
}
