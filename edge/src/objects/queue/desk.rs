//! The agents at their desks: who is there, what they are shown, and what waiting visitors are told of their place.

use serde::{Deserialize, Serialize};
use shared::{
    conversation::Member,
    ids::{ConversationId, MemberId, SiteId},
    protocol::{DeskFrame, ToDeskFrame, VERSION},
    queue::{Item, Stage, order, positions, presence::Glance},
};
use worker::{Env, Headers, State, WebSocket};

use super::{
    calls::{Notice, Noticed},
    store::Store,
};
use crate::{
    clock,
    objects::{
        self,
        call::ask,
        conversation::{
            attach, attached,
            calls::{Dismiss, Place},
        },
        site::calls,
    },
    problem::{Outcome, Problem},
    sockets::{MEMBER_HEADER, SITE_HEADER},
};

/// So many visitors are told when their place changes; further back a place says nothing.
const TOLD: usize = 30;

/// The object's parts.
pub struct Desk {
    /// The platform's handle.
    pub state: State,
    /// Bindings.
    pub env: Env,
    /// Storage.
    pub store: Store,
}

/// Who is at the other end of a desk's socket. Kept with the socket, so that it survives hibernation.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Seat {
    site: SiteId,
    member: MemberId,
    greeted: bool,
    /// What it has before it, and the name to say so by.
    #[serde(default)]
    name: String,
    #[serde(default)]
    pub(super) glance: Option<Glance>,
}

impl Seat {
    /// Who asks for this socket, as the Worker says in its headers.
    pub fn from_headers(headers: &Headers) -> Outcome<Self> {
        let text = |name| headers.get(name).ok().flatten();
        let missing = || Problem::internal(&"a desk came without its headers");
        let site = text(SITE_HEADER)
            .and_then(|site| SiteId::new(site).ok())
            .ok_or_else(missing)?;
        let member: calls::Member = text(MEMBER_HEADER)
            .and_then(|json| serde_json::from_str(&json).ok())
            .ok_or_else(missing)?;
        Ok(Self {
            site,
            member: member.id,
            greeted: false,
            name: member.name,
            glance: None,
        })
    }

    /// The member, by id and name.
    pub(super) fn by(&self) -> Member {
        Member {
            id: self.member.clone(),
            name: self.name.clone(),
        }
    }
}

impl Desk {
    /// One frame from a desk.
    pub fn frame(&self, socket: &WebSocket, seat: Seat, text: &str) -> Outcome<()> {
        match serde_json::from_str::<DeskFrame>(text) {
            Ok(DeskFrame::Hello { v }) if v != VERSION => {
                refuse(
                    socket,
                    "version",
                    "This page is of another version. Load it again.",
                );
                Ok(socket.close(Some(4403), Some("version"))?)
            }
            Ok(DeskFrame::Hello { .. }) => self.hello(socket, seat),
            Ok(DeskFrame::Available { on }) if seat.greeted => self.switch(&seat.member, on),
            Ok(DeskFrame::Looking { at, writing }) if seat.greeted => self.looks(socket, seat, at, writing),
            Ok(DeskFrame::Available { .. } | DeskFrame::Looking { .. }) => {
                refuse(socket, "hello_first", "The first frame is hello.");
                Ok(())
            }
            Err(_) => {
                refuse(
                    socket,
                    "unknown_frame",
                    "This was not understood. Load the page again.",
                );
                Ok(())
            }
        }
    }

    fn hello(&self, socket: &WebSocket, seat: Seat) -> Outcome<()> {
        self.store.set_site(&seat.site)?;
        let before = self.there()?;
        let available = self.store.available()?.contains(&seat.member);
        attach(
            socket,
            &Seat {
                greeted: true,
                ..seat
            },
        )?;
        let (now, mut items) = (clock::now(), self.store.listed()?);
        order(&mut items, now);
        socket.send(&ToDeskFrame::Welcome {
            v: VERSION,
            now,
            available,
            items,
        })?;
        self.tell_all_looking(socket);
        self.presence_changed(before)
    }

    fn switch(&self, member: &MemberId, on: bool) -> Outcome<()> {
        let before = self.there()?;
        self.store.set_available(member, on)?;
        for (socket, _) in self.seats().filter(|(_, seat)| seat.member == *member) {
            socket.send(&ToDeskFrame::Available { on }).ok();
        }
        self.presence_changed(before)
    }

    /// A desk is gone. Its member's switch stays as it was, for when they come back; but they are not there now.
    pub fn left(&self, socket: &WebSocket) {
        let Ok(before) = self.there() else { return };
        if let Some(mut seat) = attached::<Seat>(socket) {
            seat.greeted = false;
            let glance = seat.glance.take();
            attach(socket, &seat).ok();
            self.tell_looking(glance.into_iter().map(|glance| glance.conversation).collect());
        }
        self.presence_changed(before).ok();
    }

    /// A member was removed.
    pub fn dismiss(&self, member: &MemberId) -> Outcome<()> {
        let before = self.there()?;
        self.store.set_available(member, false)?;
        for socket in self.state.get_websockets() {
            if attached::<Seat>(&socket).is_some_and(|seat| seat.member == *member) {
                socket.close(Some(4401), Some("signed_out")).ok();
            }
        }
        self.presence_changed(before)?;
        let Some(site) = self.store.site()? else {
            return Ok(());
        };
        for item in self.store.listed()? {
            let dismiss = Dismiss {
                member: member.clone(),
            };
            let Ok(stub) = objects::conversation(&self.env, &site, &item.conversation) else {
                continue;
            };
            self.state.wait_until(async move {
                ask(&stub, &dismiss).await.ok();
            });
        }
        Ok(())
    }

    /// A conversation changed: keeps and shows it, and tells those whose place it moved.
    pub fn notice(&self, notice: &Notice) -> Outcome<Noticed> {
        let item = &notice.item;
        let before = self.places()?;
        if self.store.keep(item)? {
            self.store.set_site(&notice.site)?;
            self.tell(&ToDeskFrame::Item {
                item: item.clone(),
                now: clock::now(),
                alert: notice.alert,
            });
        }
        let (after, available) = (self.places()?, self.there()?);
        let moved = after
            .iter()
            .filter(|place| !before.contains(place) && place.0 != item.conversation);
        self.tell_places(moved.cloned(), available)?;
        let position = after
            .iter()
            .find(|(id, _)| *id == item.conversation)
            .map(|(_, position)| *position);
        Ok(Noticed { position, available })
    }

    /// A conversation was erased.
    pub fn forget(&self, conversation: ConversationId) -> Outcome<()> {
        self.store.forget(&conversation)?;
        self.tell(&ToDeskFrame::Gone { conversation });
        Ok(())
    }

    /// How many members are available: switched on, and with a desk open.
    pub fn there(&self) -> Outcome<u32> {
        let switched = self.store.available()?;
        let mut there: Vec<MemberId> = self.seats().map(|(_, seat)| seat.member).collect();
        there.retain(|member| switched.contains(member));
        there.sort();
        there.dedup();
        Ok(u32::try_from(there.len()).unwrap_or(u32::MAX))
    }

    /// When the first member comes or the last one goes, everyone who waits is told.
    fn presence_changed(&self, before: u32) -> Outcome<()> {
        let now = self.there()?;
        if (before > 0) != (now > 0) {
            self.tell_places(self.places()?.into_iter(), now)?;
        }
        Ok(())
    }

    fn places(&self) -> Outcome<Vec<(ConversationId, u32)>> {
        let waiting: Vec<Item> = self
            .store
            .open()?
            .into_iter()
            .filter(|item| item.stage == Stage::Waiting)
            .collect();
        Ok(positions(&waiting, clock::now()))
    }

    /// Tells conversations their place. Nothing is waited for: a conversation that misses it learns at its next change.
    fn tell_places(
        &self,
        places: impl Iterator<Item = (ConversationId, u32)>,
        available: u32,
    ) -> Outcome<()> {
        let Some(site) = self.store.site()? else {
            return Ok(());
        };
        for (conversation, position) in places.take(TOLD) {
            let stub = objects::conversation(&self.env, &site, &conversation)?;
            let place = Place {
                position: Some(position),
                attended: available > 0,
            };
            self.state.wait_until(async move {
                ask(&stub, &place).await.ok();
            });
        }
        Ok(())
    }

    pub(super) fn seats(&self) -> impl Iterator<Item = (WebSocket, Seat)> {
        let sockets = self.state.get_websockets().into_iter();
        sockets
            .filter_map(|socket| attached::<Seat>(&socket).map(|seat| (socket, seat)))
            .filter(|(_, s)| s.greeted)
    }

    pub(super) fn tell(&self, frame: &ToDeskFrame) {
        self.seats().for_each(|(socket, _)| {
            socket.send(frame).ok();
        });
    }
}

/// Says that something asked was refused.
pub fn refuse(socket: &WebSocket, code: &str, message: &str) {
    let (code, message) = (code.to_owned(), message.to_owned());
    socket.send(&ToDeskFrame::Refused { code, message }).ok();
}
