//! The line to the queue: folds what it tells into the desk, and alerts.

use leptos::{prelude::*, task::spawn_local};
use shared::{
    link::read,
    protocol::{DeskFrame, ToDeskFrame, VERSION},
    queue::{Item, Stage},
};

use super::state::{DeskState, Link};
use crate::{
    api,
    app::SessionSignal,
    browser::{
        alert,
        line::{Heard, Line},
        page,
    },
    model::waiting::{is_held_by, is_open, news},
};

/// The line to the queue.
#[derive(Clone, Copy)]
pub struct QueueLine(StoredValue<Line, LocalStorage>);

impl QueueLine {
    /// Opens the line for as long as the desk is there.
    pub fn open(desk: DeskState) -> Self {
        let session = expect_context::<SessionSignal>();
        let slot = StoredValue::new_local(None::<Line>);
        let url = format!("{}/api/v1/desk", page::socket_origin());
        let line = Line::open(url, move |heard| match heard {
            Heard::Open => {
                slot.with_value(|line| {
                    line.as_ref()
                        .map(|line| line.send(&DeskFrame::Hello { v: VERSION }))
                });
            }
            Heard::Text(text) => {
                // A frame this version does not know is for a later one.
                if let Ok(frame) = read(&text) {
                    take(desk, frame);
                }
            }
            Heard::Lost { .. } => {
                desk.link.set(Link::Lost);
                check_session(session);
            }
        });
        slot.set_value(Some(line.clone()));
        on_cleanup({
            let line = StoredValue::new_local(line.clone());
            move || line.with_value(Line::close)
        });
        Self(StoredValue::new_local(line))
    }

    /// Tells the queue whether this member is available. Shown at once; the queue's answer corrects it.
    pub fn set_available(self, desk: DeskState, on: bool) {
        if self.0.with_value(|line| line.send(&DeskFrame::Available { on })) {
            desk.available.set(Some(on));
        }
    }

    /// Tells the queue something that is said again anyway.
    pub fn send(self, frame: &DeskFrame) {
        self.0.with_value(|line| line.send(frame));
    }

    /// Tries to connect now instead of waiting.
    pub fn try_now(self) {
        self.0.with_value(Line::try_now);
    }
}

/// A browser does not say why a socket was refused; whether it was for the session, this finds out.
fn check_session(session: SessionSignal) {
    spawn_local(async move {
        if api::me().await.is_err_and(|problem| problem.is_signed_out()) {
            session.lost();
        }
    });
}

fn take(desk: DeskState, frame: ToDeskFrame) {
    match frame {
        ToDeskFrame::Welcome {
            now,
            available,
            items,
            ..
        } => {
            desk.set_clock(now);
            // The queue says it anew.
            desk.presence.update(|presence| presence.looking.clear());
            desk.link.set(Link::Open);
            desk.available.set(Some(available));
            // What came in while the line was broken is news; what was there when the page was opened is not.
            let news = desk.items.with_untracked(|known| {
                let fresh = |item: &&Item| {
                    is_open(item)
                        && desk.is_served(item)
                        && !known.get(&item.conversation).is_some_and(is_open)
                };
                let fresh = items.iter().find(fresh).cloned();
                fresh.filter(|_| desk.loaded.get_untracked())
            });
            desk.items.update(|known| {
                known.clear();
                // One by one: collecting sorts them first, with code of its own.
                for item in items {
                    known.insert(item.conversation.clone(), item);
                }
            });
            desk.loaded.set(true);
            learn_quiet(desk);
            if let Some(item) = news {
                alert_to(desk, &item, None);
            }
        }
        ToDeskFrame::Item { item, now, alert } => {
            desk.set_clock(now);
            let older = |known: &Item| known.version > item.version;
            if desk
                .items
                .with_untracked(|items| items.get(&item.conversation).is_some_and(older))
            {
                return;
            }
            let known = desk
                .items
                .try_update(|items| items.insert(item.conversation.clone(), item.clone()));
            let mine = is_held_by(&item, &desk.my_id());
            if alert && (mine || is_open(&item)) && desk.is_served(&item) {
                alert_to(desk, &item, known.flatten().as_ref());
            }
        }
        ToDeskFrame::Looking { conversation, who } => desk.presence.update(|presence| {
            presence.looking.insert(conversation, who);
        }),
        ToDeskFrame::Gone { conversation } => desk.items.update(|items| {
            items.remove(&conversation);
        }),
        ToDeskFrame::Available { on } => desk.available.set(Some(on)),
        ToDeskFrame::Refused { code, .. } if code == "version" => outdated(desk),
        ToDeskFrame::Refused { message, .. } => desk.said.set(message),
    }
}

/// Asks when which teams are not to be disturbed. Where that cannot be learnt, everything is announced.
fn learn_quiet(desk: DeskState) {
    spawn_local(async move {
        if let Ok(team) = api::team().await {
            let queues = team.queues.into_iter();
            let quiet = queues
                .filter_map(|queue| Some((queue.id, queue.quiet?)))
                .collect();
            desk.me.try_update_value(|me| me.quiet = quiet);
        }
    });
}

/// Another version of the edge: a fresh page fits it. If a fresh page did not help, the agent is told instead.
pub fn outdated(desk: DeskState) {
    desk.link.set(Link::Outdated);
    if page::may_reload() {
        page::reload();
    }
}

fn alert_to(desk: DeskState, item: &Item, known: Option<&Item>) {
    let why = match item.stage {
        Stage::Promised => "An answer by e-mail is promised".to_owned(),
        Stage::Held { .. } => "It is yours now".to_owned(),
        _ => item.why().unwrap_or_else(|| "A visitor is waiting".to_owned()),
    };
    desk.said.set(format!(
        "{}: {why}. {}",
        news(item, known, desk.now.get_untracked()),
        item.line
    ));
    // What is the member's already is theirs to know of at any hour.
    let waits = !matches!(item.stage, Stage::Held { .. });
    if desk.available.get_untracked() != Some(true) || (waits && desk.is_quiet(item)) {
        return;
    }
    alert::tone();
    let id = item.conversation.clone();
    alert::notify(&why, &item.line, item.conversation.as_str(), move || {
        desk.open(&id);
    });
}
