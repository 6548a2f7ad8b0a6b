//! Who signs out or is removed is gone at once: from the desk, and from every conversation they have open.
//!
//! Which conversations those are is written down before each is opened. Those to be closed are written down before the first is
//! asked, and crossed out when they have answered; until then the alarm tries again.

use shared::ids::{ConversationId, SiteId};

use super::{
    calls::{Opens, SendAway},
    desk::Desk,
};
use crate::{
    clock,
    objects::{
        self,
        call::ask,
        conversation::calls::{Dismiss, Leaving},
    },
    problem::Outcome,
};

/// When conversations are still to be asked, this long until the next try, in milliseconds.
pub const RETRY_MS: u64 = 2_000;
/// So many are closed in one go.
const AT_ONCE: u32 = 100;

/// A conversation that somebody is still to be sent away from.
#[derive(Debug, Clone)]
pub struct Left {
    /// The site.
    pub site: SiteId,
    /// Which.
    pub conversation: ConversationId,
    /// Who.
    pub who: Leaving,
}

impl Desk {
    /// A member is about to open a conversation.
    pub fn opens(&self, opens: &Opens) -> Outcome<()> {
        let now = clock::now();
        self.store.watch(&opens.conversation, now)?;
        self.store.opens(opens, now)
    }

    /// Somebody has to go.
    pub async fn send_away(&self, away: &SendAway) -> Outcome<()> {
        self.store.leave(&away.site, &away.who)?;
        let theirs: Vec<_> = self.ends().filter(|(_, seat)| seat.is_of(&away.who)).collect();
        for (end, _) in theirs {
            // First the code: who is held over HTTP is answered with it.
            end.close(4401, "signed_out");
            self.left(&end);
        }
        // After their desks: it is by the desk that goes that those who wait learn that nobody is in any more.
        if let Leaving::Member(member) = &away.who {
            self.store.set_available(member, false)?;
        }
        self.close_what_is_left().await
    }

    /// Asks conversations to close what is still to be closed.
    pub async fn close_what_is_left(&self) -> Outcome<()> {
        for left in self.store.left(AT_ONCE)? {
            let dismiss = Dismiss {
                who: left.who.clone(),
            };
            let stub = objects::conversation(&self.env, &left.site, &left.conversation)?;
            if ask(&stub, &dismiss).await.is_ok() {
                self.store.has_left(&left)?;
            }
        }
        self.set_alarm().await
    }
}
