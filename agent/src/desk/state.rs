//! What the desk knows: the queue, the link, the clock, where the agent is. One copyable handle, in the context.

use std::{collections::BTreeMap, time::Duration};

use leptos::prelude::*;
use shared::{
    ids::{ConversationId, MemberId, Millis, QueueId, Seq},
    policy::Quiet,
    queue::{Item, Stage},
};

use super::{find::Finding, listed::listed, presence::Presence};
use crate::{
    api::{Me, Member},
    browser::{address, clock},
    model::{
        address::Address,
        talk_words::Act,
        waiting::{is_held_by, is_open, serves},
    },
};

/// The list that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// Open escalations that nobody has.
    Waiting,
    /// What this member has.
    Mine,
    /// Everything the queue knows.
    All,
}

impl Tab {
    /// Whether an item belongs to this list of a member's.
    pub fn lists(self, member: &Member, item: &Item) -> bool {
        match self {
            Self::Waiting => is_open(item) && serves(member, item),
            Self::Mine => is_held_by(item, &member.id),
            Self::All => true,
        }
    }
}

/// The state of a line to the edge, as the page tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// The first connection is being made.
    Opening,
    /// All is well.
    Open,
    /// It broke; the next try is under way or comes by itself.
    Lost,
    /// The edge speaks another version; the page must be loaded anew.
    Outdated,
}

/// What the desk knows.
#[derive(Clone, Copy)]
pub struct DeskState {
    /// The member.
    pub me: StoredValue<Me>,
    /// The queue, by conversation.
    pub items: RwSignal<BTreeMap<ConversationId, Item>>,
    /// The state of the queue's line.
    pub link: RwSignal<Link>,
    /// Whether the queue was heard of at all.
    pub loaded: RwSignal<bool>,
    /// Whether this member is available; none until the queue said so.
    pub available: RwSignal<Option<bool>>,
    /// How far the edge's clock is ahead of this browser's, in milliseconds.
    pub ahead: RwSignal<i64>,
    /// The edge's clock, once a second: one timer for everything that counts.
    pub now: RwSignal<Millis>,
    /// Where the agent is.
    pub address: RwSignal<Address>,
    /// Which list is shown.
    pub tab: RwSignal<Tab>,
    /// What is looked for, and the conversations that are shown. Kept apart, so that the handle stays small.
    finding: StoredValue<(Finding, Memo<Vec<ConversationId>>)>,
    /// The item that the keyboard is on.
    pub picked: RwSignal<Option<ConversationId>>,
    /// What the agent asked to do with a conversation that is only just being opened.
    pub wish: RwSignal<Option<(ConversationId, Act)>>,
    /// Up to which event a conversation was seen here.
    pub seen: RwSignal<BTreeMap<ConversationId, Seq>>,
    /// Who is looking at what.
    pub presence: RwSignal<Presence>,
    /// Whether every decision is shown in the thread, plain answers too.
    pub decisions: RwSignal<bool>,
    /// What screen readers are told next.
    pub said: RwSignal<String>,
}

impl DeskState {
    /// An empty desk with its clock running.
    pub fn new(me: Me) -> Self {
        let (me, finding) = (StoredValue::new(me), Finding::default());
        let (items, tab) = (RwSignal::default(), RwSignal::new(Tab::Waiting));
        let now = RwSignal::new(clock::now());
        let state = Self {
            me,
            items,
            link: RwSignal::new(Link::Opening),
            loaded: RwSignal::new(false),
            available: RwSignal::new(None),
            ahead: RwSignal::new(0),
            now,
            address: address::watch(),
            tab,
            finding: StoredValue::new((finding, listed(me, items, tab, finding, now))),
            picked: RwSignal::new(None),
            wish: RwSignal::new(None),
            seen: RwSignal::default(),
            presence: RwSignal::default(),
            decisions: RwSignal::new(false),
            said: RwSignal::default(),
        };
        let tick = move || state.now.set(clock::edge_now(state.ahead.get_untracked()));
        if let Ok(timer) = set_interval_with_handle(tick, Duration::from_secs(1)) {
            on_cleanup(move || timer.clear());
        }
        state
    }

    /// What is looked for, and what was found.
    pub fn finding(self) -> Finding {
        self.finding.get_value().0
    }

    /// The conversations that are shown, in their order.
    pub fn listed(self) -> Memo<Vec<ConversationId>> {
        self.finding.get_value().1
    }

    /// The member's id.
    pub fn my_id(self) -> MemberId {
        self.me.with_value(|me| me.member.id.clone())
    }

    /// The edge's clock, as said with a frame from the edge.
    pub fn set_clock(self, edge: Millis) {
        self.ahead.set(clock::ahead(edge));
        self.now.set(edge);
    }

    /// Opens a conversation.
    pub fn open(self, id: &ConversationId) {
        self.picked.set(Some(id.clone()));
        address::open(&Address::Thread(id.clone()));
    }

    /// Opens a conversation and does something with it as soon as it is here.
    pub fn open_to(self, id: &ConversationId, act: Act) {
        self.wish.set(Some((id.clone(), act)));
        self.open(id);
    }

    /// Whether an item is this member's business: of a queue they serve, theirs, or waiting for so long that it is everybody's.
    pub fn is_served(self, item: &Item) -> bool {
        self.me.with_value(|me| serves(&me.member, item))
    }

    /// An item that is listed or was found.
    pub fn item(self, id: &ConversationId) -> Option<Item> {
        let listed = self.items.with(|items| items.get(id).cloned());
        listed.or_else(|| self.finding().found.with(|found| found.as_ref()?.item(id)))
    }

    /// How many conversations a list holds, without those that are put away.
    pub fn count(self, tab: Tab) -> usize {
        self.me.with_value(|me| {
            let counts =
                |item: &&Item| tab.lists(&me.member, item) && (tab != Tab::Mine || item.snoozed.is_none());
            self.items.with(|items| items.values().filter(counts).count())
        })
    }

    /// Whether this conversation is the one that is open.
    pub fn is_before(self, id: &ConversationId) -> bool {
        self.address.with(|address| address.conversation() == Some(id))
    }

    /// Whether something happened in a conversation this member has, since it was seen here.
    pub fn is_unread(self, item: &Item) -> bool {
        !self.is_before(&item.conversation)
            && matches!(item.stage, Stage::Held { .. })
            && is_held_by(item, &self.my_id())
            && self.seen.with(|seen| {
                seen.get(&item.conversation)
                    .is_none_or(|seen| *seen < item.version)
            })
    }

    /// Whether an item is of a queue that is not to disturb at this time of the day.
    pub fn is_quiet(self, item: &Item) -> bool {
        let minute = clock::minute_of_day();
        self.me.with_value(|me| {
            let its_own = |(queue, _): &&(QueueId, Quiet)| item.queue.as_ref() == Some(queue);
            let span = me.quiet.iter().find(its_own);
            span.is_some_and(|(_, span)| span.covers(minute))
        })
    }

    /// How many conversations want this member: those waiting, and unread ones of theirs.
    pub fn wanting(self) -> usize {
        self.items.with(|items| {
            items
                .values()
                .filter(|item| (is_open(item) && self.is_served(item)) || self.is_unread(item))
                .count()
        })
    }
}
