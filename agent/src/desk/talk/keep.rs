//! What is kept in the browser's storage for a conversation: the field and the outbox. Under the member's id, so that
//! another member at the same machine does not find it.

use leptos::prelude::*;
use shared::{
    ids::{ConversationId, MemberId},
    link::Outbox,
};

use super::{Reply, Talk};
use crate::browser::storage;

const TEXT: &str = "text";
const NOTE: &str = "note";
const OUTBOX: &str = "outbox";
/// The list of conversations whose outbox is not empty, so that it is emptied without anybody opening them.
const UNSENT: &str = "unsent";

fn key(member: &MemberId, conversation: &ConversationId, what: &str) -> String {
    format!("baton:agent:{member}:{conversation}:{what}")
}

fn unsent_key(member: &MemberId) -> String {
    format!("baton:agent:{member}:{UNSENT}")
}

/// What was in the field.
pub fn text(member: &MemberId, conversation: &ConversationId) -> String {
    storage::text(&key(member, conversation, TEXT)).unwrap_or_default()
}

/// What was in the field for notes.
pub fn note(member: &MemberId, conversation: &ConversationId) -> String {
    storage::text(&key(member, conversation, NOTE)).unwrap_or_default()
}

/// What was in the outbox.
pub fn outbox(member: &MemberId, conversation: &ConversationId) -> Outbox<Reply> {
    storage::value(&key(member, conversation, OUTBOX)).unwrap_or_default()
}

/// The conversations with something in their outbox.
pub fn unsent(member: &MemberId) -> Vec<ConversationId> {
    storage::value(&unsent_key(member)).unwrap_or_default()
}

/// Keeps fields and outbox as they change.
pub fn keep(talk: Talk) {
    let (member, id) = (talk.desk().my_id(), talk.id.get_value());
    Effect::new({
        let key = key(&member, &id, TEXT);
        move || talk.text.with(|text| storage::keep_text(&key, text))
    });
    Effect::new({
        let key = key(&member, &id, NOTE);
        move || talk.note().with(|text| storage::keep_text(&key, text))
    });
    // At once and not in an effect: between a press of Send and the next frame the page may be gone.
    keep_outbox(talk);
}

/// Keeps the outbox as it is now.
pub fn keep_outbox(talk: Talk) {
    let (member, id) = (talk.desk().my_id(), talk.id.get_value());
    let key = key(&member, &id, OUTBOX);
    let empty = talk.outbox.with_untracked(Outbox::is_empty);
    if empty {
        storage::forget(&key);
    } else {
        talk.outbox.with_untracked(|outbox| storage::keep(&key, outbox));
    }
    let mut list = unsent(&member);
    let listed = list.contains(&id);
    if listed == empty {
        list.retain(|other| *other != id);
        if !empty {
            list.push(id);
        }
        storage::keep(&unsent_key(&member), &list);
    }
}
