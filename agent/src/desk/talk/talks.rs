//! The conversations that are kept connected: the one that is open, and any in which something is still under way,
//! also from before a reload. What was sent goes out by itself, whichever conversation is looked at meanwhile.

use std::time::Duration;

use leptos::prelude::*;

use shared::ids::ConversationId;

use super::{Further, Talk, keep};
use crate::desk::state::{DeskState, Link};

/// A conversation that is kept, and what it owns.
struct Kept {
    id: ConversationId,
    owner: Owner,
    talk: Talk,
}

/// The conversations that are kept connected: few, so that they are looked through. A copyable handle, in the context.
#[derive(Clone, Copy)]
pub struct Talks {
    desk: StoredValue<DeskState>,
    /// Talks belong to the desk, not to the part of the page that shows one.
    owner: StoredValue<Owner>,
    kept: StoredValue<Vec<Kept>, LocalStorage>,
}

impl Talks {
    /// None yet, except those in which something was left unsent.
    pub fn new(desk: DeskState) -> Self {
        let owner = StoredValue::new(Owner::current().unwrap_or_default());
        let talks = Self {
            desk: StoredValue::new(desk),
            owner,
            kept: StoredValue::new_local(Vec::new()),
        };
        for id in keep::unsent(&desk.my_id()) {
            talks.get(&id);
        }
        talks
    }

    /// Opens a conversation to look at.
    pub fn watch(self, id: &ConversationId) -> Talk {
        let talk = self.get(id);
        talk.watched.set(true);
        talk
    }

    /// Nobody looks at it any more.
    pub fn unwatch(self, talk: Talk) {
        // When the whole desk goes, its conversations may have gone before the part that shows one.
        if talk.watched.try_set(false).is_none() {
            self.drop_if_done(talk);
        }
    }

    /// Lets go of a conversation in which nothing is under way and at which nobody looks.
    pub(super) fn drop_if_done(self, talk: Talk) {
        let Some(id) = talk.id.try_get_value() else { return };
        // Later: this may run inside the conversation's own line.
        set_timeout(
            move || {
                let done = |kept: &Kept| {
                    kept.id == id && !kept.talk.watched.get_untracked() && !kept.talk.is_pending()
                };
                let gone = self.kept.try_update_value(|kept| {
                    let at = kept.iter().position(done)?;
                    Some(kept.swap_remove(at))
                });
                if let Some(kept) = gone.flatten() {
                    kept.owner.cleanup();
                }
            },
            Duration::ZERO,
        );
    }

    fn get(self, id: &ConversationId) -> Talk {
        let known = self.kept.with_value(|kept| {
            let is_it = |kept: &&Kept| kept.id == *id;
            kept.iter().find(is_it).map(|kept| kept.talk)
        });
        if let Some(talk) = known {
            return talk;
        }
        let owner = self.owner.with_value(Owner::child);
        let talk = owner.with(|| self.make(id));
        let kept = Kept {
            id: id.clone(),
            owner,
            talk,
        };
        self.kept.update_value(|all| all.push(kept));
        talk
    }

    fn make(self, id: &ConversationId) -> Talk {
        let me = self.desk.get_value().my_id();
        let talk = Talk {
            desk: self.desk,
            id: StoredValue::new(id.clone()),
            state: RwSignal::default(),
            link: RwSignal::new(Link::Opening),
            loaded: RwSignal::new(false),
            draft: RwSignal::new(None),
            typing: RwSignal::new(None),
            typing_until: StoredValue::default(),
            outbox: RwSignal::new(keep::outbox(&me, id)),
            text: RwSignal::new(keep::text(&me, id)),
            asked: RwSignal::new(None),
            refused: RwSignal::new(None),
            further: StoredValue::new(Further {
                note: RwSignal::new(keep::note(&me, id)),
                noting: RwSignal::new(false),
                left_off: RwSignal::new(None),
            }),
            watched: RwSignal::new(false),
            line: StoredValue::new_local(None),
        };
        keep::keep(talk);
        talk.connect(self);
        talk
    }
}
