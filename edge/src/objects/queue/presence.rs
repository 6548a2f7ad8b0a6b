//! Who is looking at what: kept with the desks' sockets, told to all desks when it changes, believed for a while only.

use super::desk::{Desk, Seat};
use crate::{clock, objects::line::End, problem::Outcome};
use shared::{
    conversation::Member,
    ids::ConversationId,
    protocol::ToDeskFrame,
    queue::presence::{Glance, lookers},
};

impl Desk {
    /// A desk says what it has before it.
    pub fn looks(&self, end: &End, mut seat: Seat, at: Option<ConversationId>, writing: bool) -> Outcome<()> {
        let glance = at.map(|conversation| Glance {
            conversation,
            writing,
            at: clock::now(),
        });
        let what = |glance: &Option<Glance>| {
            let told = glance.as_ref();
            told.map(|told| (told.conversation.clone(), told.writing))
        };
        let is_news = what(&seat.glance) != what(&glance);
        let touched =
            [&seat.glance, &glance].map(|glance| what(glance).map(|(conversation, _)| conversation));
        seat.glance = glance;
        end.attach(&seat)?;
        let mut changed = self.lapsed();
        changed.extend(touched.into_iter().flatten().filter(|_| is_news));
        self.tell_looking(changed);
        Ok(())
    }

    /// A desk said hello: tells it who looks at what.
    pub fn tell_all_looking(&self, end: &End) {
        let mut known: Vec<ConversationId> = self
            .seats()
            .filter_map(|(_, seat)| Some(seat.glance?.conversation))
            .collect();
        known.sort();
        known.dedup();
        for frame in known.into_iter().map(|conversation| self.looking(conversation)) {
            end.send(&frame);
        }
    }

    /// Tells all desks who is looking at these conversations now.
    pub fn tell_looking(&self, mut conversations: Vec<ConversationId>) {
        conversations.sort();
        conversations.dedup();
        for conversation in conversations {
            self.tell(&self.looking(conversation));
        }
    }

    fn looking(&self, conversation: ConversationId) -> ToDeskFrame {
        let desks: Vec<(Member, Glance)> = self
            .seats()
            .filter_map(|(_, seat)| Some((seat.by(), seat.glance?)))
            .collect();
        let desks = desks.iter().map(|(by, glance)| (by, glance));
        let who = lookers(&conversation, desks, clock::now());
        ToDeskFrame::Looking { conversation, who }
    }

    /// Forgets what is not to be believed any more; returns which conversations that was about.
    fn lapsed(&self) -> Vec<ConversationId> {
        let now = clock::now();
        let mut changed = Vec::new();
        for (end, mut seat) in self.seats() {
            if let Some(glance) = seat.glance.take_if(|glance| !glance.holds(now)) {
                end.attach(&seat).ok();
                changed.push(glance.conversation);
            }
        }
        changed
    }
}
