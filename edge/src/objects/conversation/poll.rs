//! Requests of visitors and agents over HTTP. Their frames go where a socket's frames go; what is special is the waiting.

use std::rc::Rc;

use shared::protocol::BYE;

use super::{peer::Peer, room::Room};
use crate::{
    objects::line::{End, Poll, Polled},
    problem::Outcome,
};

impl Room {
    /// Takes the frames of one request, and answers when there is something to say, or after a while.
    ///
    /// Frames are begun with in their order, each like a message of a socket: what one started, such as a turn of the
    /// assistant, goes on when the request has been answered.
    pub async fn poll(self: &Rc<Self>, poll: Poll<Peer>) -> Outcome<Polled> {
        let caller = Rc::new(self.polls.caller(poll.place));
        let end = End::Poll(caller.clone());
        end.attach(&poll.who)?;
        caller.begins(poll.frames.len().saturating_sub(1));
        for (number, text) in poll.frames.into_iter().enumerate() {
            let (room, end, caller) = (self.clone(), end.clone(), caller.clone());
            self.state.wait_until(async move {
                if text == BYE {
                    room.left(&end);
                    end.close(1000, BYE);
                } else {
                    room.frame(&end, &text).await;
                }
                if number > 0 {
                    caller.did_one();
                }
            });
        }
        if !caller.hold().await {
            return Ok(Polled::default());
        }
        let frames = caller.answer(|from_log| self.missed(&poll.who, from_log))?;
        Ok(Polled {
            ended: caller.mail().ended(),
            frames,
        })
    }
}
