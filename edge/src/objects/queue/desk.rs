//! The agents at their desks: who is there, what they are shown, and what waiting visitors are told of their place.

use std::{collections::BTreeMap, rc::Rc};

use serde::{Deserialize, Serialize};
use shared::{
    conversation::Member,
    ids::{ConversationId, MemberId, SiteId},
    protocol::{BYE, DeskFrame, MAX_FRAME_BYTES, PING, PONG, ToDeskFrame, VERSION},
    queue::{order, positions, presence::Glance},
};
use worker::{Env, Headers, State};

use super::{
    calls::{Notice, Noticed},
    leaving::RETRY_MS,
    store::Store,
};
use crate::{
    clock,
    objects::{
        self,
        call::ask,
        conversation::calls::{Leaving, Place},
        line::{End, Poll, Polled, Polls},
        site::calls,
    },
    problem::{Outcome, Problem},
    sockets::{MEMBER_HEADER, SESSION_HEADER, SITE_HEADER},
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
    /// Lines over HTTP.
    pub polls: Rc<Polls>,
}

/// Who is at the other end of a desk's line. Kept with a socket itself, so that it survives hibernation.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Seat {
    site: SiteId,
    member: MemberId,
    #[serde(default)]
    session: Option<String>,
    greeted: bool,
    /// What it has before it, and the name to say so by.
    #[serde(default)]
    name: String,
    #[serde(default)]
    pub(super) glance: Option<Glance>,
}

impl Seat {
    /// A member of a site who has not said hello.
    pub fn new(site: &SiteId, member: &calls::Member, session: Option<String>) -> Self {
        Self {
            site: site.clone(),
            member: member.id.clone(),
            session,
            greeted: false,
            name: member.name.clone(),
            glance: None,
        }
    }

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
        Ok(Self::new(&site, &member, text(SESSION_HEADER)))
    }

    /// The member, by id and name.
    pub(super) fn by(&self) -> Member {
        Member {
            id: self.member.clone(),
            name: self.name.clone(),
        }
    }

    /// Whether it is the seat of somebody who is to go.
    pub fn is_of(&self, who: &Leaving) -> bool {
        match who {
            Leaving::Member(member) => self.member == *member,
            Leaving::Session(session) => self.session.as_ref() == Some(session),
        }
    }
}

impl Desk {
    /// One frame from a desk, whatever carried it.
    pub fn frame(&self, end: &End, text: &str) {
        let Some(seat) = end.attached::<Seat>() else {
            return end.close(1008, "unknown line");
        };
        if text == PING {
            return end.send_text(PONG);
        }
        if text == BYE {
            self.left(end);
            return end.close(1000, BYE);
        }
        if let Err(problem) = self.take(end, seat, text) {
            refuse(end, "internal", &problem.message);
        }
    }

    fn take(&self, end: &End, seat: Seat, text: &str) -> Outcome<()> {
        if text.len() > MAX_FRAME_BYTES {
            not_understood(end);
            return Ok(());
        }
        match serde_json::from_str::<DeskFrame>(text) {
            Ok(DeskFrame::Hello { v }) if v != VERSION => {
                refuse(end, "version", "This page is of another version. Load it again.");
                end.close(4403, "version");
            }
            Ok(DeskFrame::Hello { .. }) => self.hello(end, seat)?,
            Ok(DeskFrame::Available { on }) if seat.greeted => self.switch(&seat.member, on)?,
            Ok(DeskFrame::Looking { at, writing }) if seat.greeted => self.looks(end, seat, at, writing)?,
            Ok(DeskFrame::Available { .. } | DeskFrame::Looking { .. }) => {
                refuse(end, "hello_first", "The first frame is hello.");
            }
            Err(_) => not_understood(end),
        }
        Ok(())
    }

    /// Takes the frames of one request over HTTP, and answers when there is something to say, or after a while.
    pub async fn poll(self: &Rc<Self>, poll: Poll<Seat>) -> Outcome<Polled> {
        let caller = Rc::new(self.polls.caller(poll.place));
        let end = End::Poll(caller.clone());
        // What it has before it was said in an earlier request.
        let known = end.attached::<Seat>();
        let glance = known.and_then(|seat| seat.glance);
        end.attach(&Seat { glance, ..poll.who })?;
        caller.begins(poll.frames.len().saturating_sub(1));
        for (number, text) in poll.frames.iter().enumerate() {
            self.frame(&end, text);
            if number > 0 {
                caller.did_one();
            }
        }
        self.set_alarm().await?;
        if !caller.hold().await {
            return Ok(Polled::default());
        }
        // What is missing after a break comes with the welcome; there is no log to read.
        let frames = caller.answer(|_| Ok(String::new()))?;
        Ok(Polled {
            ended: caller.mail().ended(),
            frames,
        })
    }

    /// The alarm rang: of a desk over HTTP nothing is heard when it goes. When nobody is left, those who wait are told.
    pub async fn wake(&self) -> Outcome<()> {
        self.polls.sweep();
        if self.there()? == 0 {
            self.tell_places(self.places()?.into_iter(), 0)?;
        }
        self.close_what_is_left().await
    }

    /// Sets the one alarm to the next moment at which there is something to do.
    pub async fn set_alarm(&self) -> Outcome<()> {
        let retry = self.store.is_leaving()?.then(|| clock::now().plus(RETRY_MS));
        if let Some(at) = retry.into_iter().chain(self.polls.lapses_at()).min() {
            let offset = i64::try_from(at.since(clock::now())).unwrap_or(i64::MAX);
            self.state.storage().set_alarm(offset).await?;
        }
        Ok(())
    }

    fn hello(&self, end: &End, seat: Seat) -> Outcome<()> {
        self.store.set_site(&seat.site)?;
        let before = self.there()?;
        let new = end.greeted(seat.member.as_str());
        let available = self.store.available()?.contains(&seat.member);
        end.attach(&Seat {
            greeted: true,
            ..seat
        })?;
        if new {
            let (now, mut items) = (clock::now(), self.store.listed()?);
            order(&mut items, now);
            end.send(&ToDeskFrame::Welcome {
                v: VERSION,
                now,
                available,
                items,
            });
            self.tell_all_looking(end);
        }
        self.presence_changed(before)
    }

    fn switch(&self, member: &MemberId, on: bool) -> Outcome<()> {
        let before = self.there()?;
        self.store.set_available(member, on)?;
        for (end, _) in self.seats().filter(|(_, seat)| seat.member == *member) {
            end.send(&ToDeskFrame::Available { on });
        }
        self.presence_changed(before)
    }

    /// A desk is gone. Its member's switch stays as it was, for when they come back; but they are not there now.
    pub fn left(&self, end: &End) {
        let Ok(before) = self.there() else { return };
        let seat = end.attached::<Seat>();
        let glance = seat.and_then(|mut seat| {
            seat.greeted = false;
            let glance = seat.glance.take();
            end.attach(&seat).ok();
            glance
        });
        end.leave();
        self.tell_looking(glance.into_iter().map(|glance| glance.conversation).collect());
        self.presence_changed(before).ok();
    }

    /// A conversation changed: keeps and shows it, and tells those whose place it moved.
    pub fn notice(&self, notice: &Notice) -> Outcome<Noticed> {
        let item = &notice.item;
        let before: BTreeMap<ConversationId, u32> = self.places()?.into_iter().collect();
        if self.store.keep(item)? {
            self.store.set_site(&notice.site)?;
            self.store.index(item, &notice.words)?;
            self.store.keep_handoffs(notice)?;
            self.tell(&ToDeskFrame::Item {
                item: item.clone(),
                now: clock::now(),
                alert: notice.alert,
            });
        }
        let (after, available) = (self.places()?, self.there()?);
        let moved = after
            .iter()
            .filter(|(id, place)| before.get(id) != Some(place) && *id != item.conversation);
        self.tell_places(moved.cloned(), available)?;
        let position = after
            .iter()
            .find(|(id, _)| *id == item.conversation)
            .map(|(_, position)| *position);
        Ok(Noticed { position, available })
    }

    /// A conversation is about to do something of which the queue is to hear.
    pub fn watch(&self, conversation: Option<&ConversationId>) -> Outcome<()> {
        conversation.map_or(Ok(()), |id| self.store.watch(id, clock::now()))
    }

    /// A conversation was erased.
    pub fn forget(&self, conversation: ConversationId) -> Outcome<()> {
        self.store.forget(&conversation)?;
        self.store.forget_handoffs(&conversation)?;
        self.store.unopen(&conversation)?;
        self.tell(&ToDeskFrame::Gone { conversation });
        Ok(())
    }

    /// How many members are available: switched on, and with a desk open.
    pub fn there(&self) -> Outcome<u32> {
        Ok(u32::try_from(self.who_is_in()?.len()).unwrap_or(u32::MAX))
    }

    /// The members who are available.
    pub fn who_is_in(&self) -> Outcome<Vec<MemberId>> {
        let switched = self.store.available()?;
        let mut there: Vec<MemberId> = self.seats().map(|(_, seat)| seat.member).collect();
        there.retain(|member| switched.contains(member));
        there.sort();
        there.dedup();
        Ok(there)
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
        self.store.of_open(|open| positions(open.values(), clock::now()))
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

    /// Every desk's line, whether it said hello or not.
    pub fn ends(&self) -> impl Iterator<Item = (End, Seat)> {
        let sockets = self.state.get_websockets().into_iter().map(End::Socket);
        let polls = self.polls.callers().into_iter().map(End::from);
        sockets
            .chain(polls)
            .filter_map(|end| end.attached::<Seat>().map(|seat| (end, seat)))
    }

    /// The desks that said hello.
    pub(super) fn seats(&self) -> impl Iterator<Item = (End, Seat)> {
        self.ends().filter(|(_, seat)| seat.greeted)
    }

    /// Sends to everyone at a desk.
    pub fn tell(&self, frame: &ToDeskFrame) {
        self.seats().for_each(|(end, _)| end.send(frame));
    }
}

/// Says that something asked was refused.
pub fn refuse(end: &End, code: &str, message: &str) {
    let (code, message) = (code.to_owned(), message.to_owned());
    end.send(&ToDeskFrame::Refused { code, message });
}

/// Refuses what is no frame of ours.
pub fn not_understood(end: &End) {
    refuse(
        end,
        "unknown_frame",
        "This was not understood. Load the page again.",
    );
}
