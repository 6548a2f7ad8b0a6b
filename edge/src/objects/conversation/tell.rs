//! Who listens, what they are told, and in which words something is refused.

use shared::{
    conversation::{Audience, Envelope, Inside, ToVisitor},
    ids::{ClientId, Seq},
    protocol::{Live, ServerFrame, ToAgentFrame, ToVisitorFrame, VERSION},
};

use super::{
    calls::Place,
    peer::{AGENTS, Peer, VISITORS},
    room::{Applied, Room},
};
use crate::{
    clock,
    objects::line::{End, FromLog},
    problem::{Outcome, Problem},
};

impl Room {
    /// Every line with this tag, whether it said hello or not.
    pub fn ends(&self, tag: &str) -> impl Iterator<Item = (End, Peer)> {
        let sockets = self
            .state
            .get_websockets_with_tag(tag)
            .into_iter()
            .map(End::Socket);
        let polls = self.polls.callers().into_iter().map(End::from);
        sockets
            .chain(polls)
            .filter_map(|end| end.attached::<Peer>().map(|peer| (end, peer)))
            .filter(move |(_, peer)| peer.tag() == tag)
    }

    /// Every line that said hello, with who is there.
    fn listeners(&self, tag: &str) -> impl Iterator<Item = (End, Peer)> {
        self.ends(tag).filter(|(_, peer)| peer.greeted.is_some())
    }

    /// Sends to every visitor's line.
    pub fn tell_visitors(&self, frame: &ToVisitorFrame) {
        self.listeners(VISITORS).for_each(|(end, _)| end.send(frame));
    }

    /// Sends to every agent's line.
    pub fn tell_agents(&self, frame: &ToAgentFrame) {
        self.listeners(AGENTS).for_each(|(end, _)| end.send(frame));
    }

    /// The first act settled whose conversation this is. Whoever greeted it before with another secret hears nothing of it.
    pub fn send_strangers_away(&self, secret: Option<&str>) {
        for (end, peer) in self.listeners(VISITORS) {
            if peer
                .greeted
                .is_some_and(|greeting| Some(greeting.secret.as_str()) != secret)
            {
                self.left(&end);
                turn_away(
                    &end,
                    "wrong_secret",
                    "This conversation belongs to somebody else.",
                );
            }
        }
    }

    /// Sends what was appended to everyone.
    pub fn tell_events(&self, envelopes: &[Envelope]) {
        let events = envelopes.iter().map(Envelope::to_visitor).collect();
        let to_visitor: ToVisitorFrame = ServerFrame::Events { events };
        self.listeners(VISITORS)
            .for_each(|(end, _)| end.send_appended(&to_visitor));
        let events = envelopes.to_vec();
        let to_agent: ToAgentFrame = ServerFrame::Events { events };
        self.listeners(AGENTS)
            .for_each(|(end, _)| end.send_appended(&to_agent));
    }

    /// Somebody said hello who holds everything up to `last`. Over a socket they are welcomed with the rest at once; over
    /// HTTP it is read for the answer, and a line that was welcomed before is not welcomed again.
    pub fn catch_up(&self, end: &End, peer: &Peer, last: Seq, new: bool) -> Outcome<()> {
        let from_log = FromLog {
            after: last,
            welcome: new,
            news: self.look(|memory| memory.state.last > last)?,
        };
        match end {
            End::Socket(_) => end.send_text(&self.missed(peer, from_log)?),
            End::Poll(caller) => caller.follow(from_log),
        }
        Ok(())
    }

    /// What somebody missed, as the frame that tells it.
    pub fn missed(&self, peer: &Peer, from_log: FromLog) -> Outcome<String> {
        let (events, live) = (self.log.after(from_log.after)?, self.live(peer.member.is_some())?);
        if peer.member.is_some() {
            return caught_up::<Inside>(from_log, events, live);
        }
        let events = events.iter().map(Envelope::to_visitor).collect();
        caught_up::<ToVisitor>(from_log, events, live)
    }

    /// What is not an event, as a visitor or an agent sees it now.
    pub fn live(&self, for_agents: bool) -> Outcome<Live> {
        let mut live = self.look(|memory| memory.live.clone())?;
        if for_agents {
            live.viewers = self
                .listeners(AGENTS)
                .filter_map(|(_, peer)| Some(peer.member?.name))
                .collect();
            live.viewers.sort();
            live.viewers.dedup();
        }
        Ok(live)
    }

    /// Tells agents who has the conversation open.
    pub fn tell_viewers(&self) {
        if let Ok(live) = self.live(true) {
            self.tell_agents(&ServerFrame::Live { live });
        }
    }

    /// The queue says how the place in line is now.
    pub fn place(&self, place: &Place) {
        let live = Live {
            position: place.position,
            attended: Some(place.attended),
            viewers: Vec::new(),
        };
        let changed = self.with_memory(|memory| std::mem::replace(&mut memory.live, live.clone()) != live);
        if matches!(changed, Ok(true)) {
            self.tell_visitors(&ServerFrame::Live { live });
            self.tell_viewers();
        }
    }

    /// A line is gone.
    pub fn left(&self, end: &End) {
        let Some(mut peer) = end.attached::<Peer>() else {
            return;
        };
        // Out of the list before the others are told.
        peer.greeted = None;
        end.attach(&peer).ok();
        end.leave();
        if peer.member.is_some() {
            self.tell_viewers();
        }
    }
}

fn caught_up<R: Audience>(from_log: FromLog, events: Vec<Envelope<R>>, live: Live) -> Outcome<String> {
    let frame = if from_log.welcome {
        ServerFrame::Welcome {
            v: VERSION,
            now: clock::now(),
            events,
            live,
        }
    } else {
        ServerFrame::Events { events }
    };
    serde_json::to_string(&frame).map_err(|error| Problem::internal(&error))
}

/// Says that something asked was refused.
pub fn tell_refused(end: &End, id: Option<&ClientId>, code: &str, message: &str) {
    let (id, code, message) = (id.cloned(), code.to_owned(), message.to_owned());
    // A refusal is the same for every audience.
    end.send::<ServerFrame<ToVisitor>>(&ServerFrame::Refused { id, code, message });
}

/// Refuses a line for good: says why, then ends it with the code of ours for "not allowed".
pub fn turn_away(end: &End, code: &str, message: &str) {
    tell_refused(end, None, code, message);
    end.close(4403, code);
}

/// Says that the conversation was erased, and ends the line: what its client holds is of no use any more.
pub fn tell_erased(end: &End) {
    tell_refused(end, None, "erased", "This conversation was deleted.");
    end.close(4410, "erased");
}

/// Refuses words that hold a character which could not be read. The platform has put U+FFFD in the place of bytes that were no
/// UTF-8 before we see them, so storing them would store something nobody wrote. Returns whether it did.
pub fn tell_unreadable(end: &End, id: &ClientId, frame: &str) -> bool {
    let unreadable = frame.contains(char::REPLACEMENT_CHARACTER);
    if unreadable {
        let message =
            "This holds a character that could not be read (\u{fffd}). Remove it and send it again.";
        tell_refused(end, Some(id), "not_utf8", message);
    }
    unreadable
}

/// Says that something of ours failed.
pub fn tell_problem(end: &End, problem: &Problem) {
    tell_refused(end, None, "internal", &problem.message);
}

/// Says what became of a command to the one who asked.
pub fn tell_applied(room: &Room, end: &End, id: &ClientId, applied: &Applied) -> Outcome<()> {
    let seq = match applied {
        Applied::Refused(refusal) => {
            tell_refused(end, Some(id), refusal.code(), &refusal.to_string());
            return Ok(());
        }
        Applied::Already(seq) => Some(*seq),
        Applied::New { .. } | Applied::Nothing => room.accepted(id)?,
    };
    if let Some(seq) = seq {
        end.send::<ServerFrame<Inside>>(&ServerFrame::Accepted { id: id.clone(), seq });
    }
    Ok(())
}
