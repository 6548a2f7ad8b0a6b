//! The list of the queue: which conversations are shown, in which order, and which of them are on the page.

use std::collections::BTreeMap;

use leptos::prelude::*;
use shared::{
    ids::{ConversationId, Millis},
    queue::{Item, order},
};

use super::{
    find::{Finding, Found},
    state::{DeskState, Tab},
};
use crate::{
    api::Me,
    browser::{list, page},
    model::window::{self, ON_PAGE},
};

/// The order is worked out anew when items change and this often, because waiting raises priority.
const REORDER_MS: u64 = 30_000;

/// The conversations that are shown: what was found while something is looked for, else those of the list that pass the
/// filter, in the order in which they are to be served; what is put away last.
pub fn listed(
    me: StoredValue<Me>,
    items: RwSignal<BTreeMap<ConversationId, Item>>,
    tab: RwSignal<Tab>,
    finding: Finding,
    now: RwSignal<Millis>,
) -> Memo<Vec<ConversationId>> {
    let moment = Memo::new(move |_| now.get().0 / REORDER_MS);
    Memo::new(move |_| {
        moment.track();
        if let Some(found) = finding.found.with(|found| found.as_ref().map(Found::ids)) {
            return found;
        }
        let tab = tab.get();
        items.with(|items| {
            let listed =
                |item: &&Item| me.with_value(|me| tab.lists(&me.member, item)) && finding.passes(item);
            let mut items: Vec<&Item> = items.values().filter(listed).collect();
            order(&mut items, now.get_untracked());
            let away = |item: &Item| tab == Tab::Mine && item.snoozed.is_some();
            let part = |put_away| {
                let of_it = items.iter().filter(move |item| away(item) == put_away);
                of_it.map(|item| item.conversation.clone())
            };
            part(false).chain(part(true)).collect()
        })
    })
}

/// The id of the element that opens a conversation.
pub fn element(id: &ConversationId) -> String {
    format!("item-{id}")
}

impl DeskState {
    /// Where in the list the part begins that is on the page.
    pub fn begin(self) -> usize {
        let count = self.listed().with(Vec::len);
        self.finding().begin.get().min(count.saturating_sub(ON_PAGE))
    }

    /// The conversations that are on the page. What the keyboard is on is one of them wherever it is in the list: an
    /// element that is taken away loses the focus.
    pub fn on_page(self, ids: &[ConversationId]) -> Vec<String> {
        let begin = self.begin();
        let picked = self.picked.get();
        // Elements that change places lose it too.
        if let Some(element) = picked.as_ref().map(element).filter(|id| page::has_focus(id)) {
            page::focus_later(element, true);
        }
        let on = |(at, id): &(usize, &ConversationId)| {
            (begin..begin + ON_PAGE).contains(at) || Some(*id) == picked.as_ref()
        };
        ids.iter()
            .enumerate()
            .filter(on)
            .map(|(_, id)| id.to_string())
            .collect()
    }

    /// The place of a conversation in the list, the first is 0; 0 too for one that is just leaving it.
    pub fn place(self, id: &ConversationId) -> usize {
        let place = self
            .listed()
            .with(|ids| ids.iter().position(|listed| listed == id));
        place.unwrap_or_default()
    }

    /// Puts on the page what can be seen now.
    pub fn follow_scroll(self) {
        let (begin, count) = untrack(|| (self.begin(), self.listed().with(Vec::len)));
        if let Some(seen) = list::seen(count) {
            let next = window::begin(begin, &seen, count);
            if next != begin {
                self.finding().begin.set(next);
            }
        }
    }

    /// Moves the keyboard by so many items; to the first when it is on none.
    pub fn step(self, by: isize) {
        let next = untrack(|| {
            self.listed().with(|ids| {
                let at = self
                    .picked
                    .with(|picked| ids.iter().position(|id| Some(id) == picked.as_ref()));
                let next = match at {
                    Some(at) => at.saturating_add_signed(by).min(ids.len().saturating_sub(1)),
                    None => 0,
                };
                ids.get(next).map(|id| (next, id.clone(), ids.len()))
            })
        });
        if let Some((place, id, count)) = next {
            list::reveal(place, count);
            self.follow_scroll();
            page::focus_later(element(&id), false);
            self.picked.set(Some(id));
        }
    }
}
