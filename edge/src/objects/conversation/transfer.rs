//! Passing a conversation on: what deciding about it has to know of queues and colleagues.

use futures_util::future::join;
use shared::{
    conversation::{Command, Destination, Member, Presence},
    ids::{ClientId, Epoch, MemberId},
    protocol::TransferTo,
};

use super::{log::Identity, peer::Peer, room::Room};
use crate::{
    objects::{self, call::ask, line::End, queue::calls::WhoIsIn, site::calls::ListMembers},
    problem::Outcome,
};

impl Room {
    /// A member passes the conversation on. The policy is brought up to date first, so that a new team is known.
    pub(super) async fn transfer(
        &self,
        end: &End,
        peer: &Peer,
        id: &ClientId,
        (by, epoch): (Member, Epoch),
        (to, note): (TransferTo, String),
    ) -> Outcome<()> {
        let identity = peer.identity();
        let (to, presence) = match to {
            TransferTo::Queue(queue) => (Destination::Queue(queue), self.prepare(&identity).await),
            TransferTo::Member(member) => {
                let there = self.colleague(&identity, &member).await;
                (Destination::Member { id: member, there }, Presence::Unknown)
            }
        };
        let command = Command::Transfer {
            id: id.clone(),
            by,
            epoch,
            to,
            note,
        };
        self.agent_asks(end, peer, (id, &command), presence).await
    }

    /// A member who is available now. None also when queue or site cannot be asked: then nobody is promised.
    async fn colleague(&self, identity: &Identity, member: &MemberId) -> Option<Member> {
        let who_is_in = async { ask(&objects::queue(&self.env, &identity.site)?, &WhoIsIn {}).await };
        let members = async { ask(&objects::site(&self.env, &identity.site)?, &ListMembers {}).await };
        let (who_is_in, members) = join(who_is_in, members).await;
        if !who_is_in.ok()?.contains(member) {
            return None;
        }
        let found = members.ok()?.into_iter().find(|there| there.id == *member)?;
        Some(Member {
            id: found.id,
            name: found.name,
        })
    }
}
