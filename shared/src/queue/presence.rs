//! Who is looking at which conversation, and who is writing there: what keeps two agents from answering at once.
//!
//! It is not stored and is no event. Each desk says what it has before it and says so again every [`RENEW_MS`]; what it
//! said is believed for [`LEASE_MS`]. A desk that falls silent, behind a closed lid or in a tunnel, is not looking.

use serde::{Deserialize, Serialize};

use crate::{
    conversation::Member,
    ids::{ConversationId, Millis},
};

/// A desk says again what it has before it after so long.
pub const RENEW_MS: u64 = 20_000;
/// What it said is believed for so long: two renewals may be missed.
pub const LEASE_MS: u64 = 50_000;

/// What a desk said that it has before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Glance {
    /// Which conversation.
    pub conversation: ConversationId,
    /// Whether something is being written there.
    pub writing: bool,
    /// When it said so.
    pub at: Millis,
}

/// A member who is looking at a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Looker {
    /// Who.
    pub by: Member,
    /// Whether they are writing.
    pub writing: bool,
}

impl Glance {
    /// Whether it is still to be believed.
    pub fn holds(&self, now: Millis) -> bool {
        now.since(self.at) < LEASE_MS
    }
}

/// Who is looking at a conversation, by name; each member once, however many desks they have open.
pub fn lookers<'a>(
    conversation: &ConversationId,
    desks: impl Iterator<Item = (&'a Member, &'a Glance)>,
    now: Millis,
) -> Vec<Looker> {
    let mut found: Vec<Looker> = Vec::new();
    for (by, glance) in desks.filter(|(_, glance)| glance.conversation == *conversation && glance.holds(now))
    {
        match found.iter_mut().find(|looker| looker.by.id == by.id) {
            Some(looker) => looker.writing |= glance.writing,
            None => found.push(Looker {
                by: by.clone(),
                writing: glance.writing,
            }),
        }
    }
    found.sort_by(|a, b| (&a.by.name, &a.by.id).cmp(&(&b.by.name, &b.by.id)));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::MemberId;

    fn member(name: &str) -> Member {
        Member {
            id: MemberId::new(name.to_lowercase()).unwrap(),
            name: name.to_owned(),
        }
    }

    fn glance(conversation: &str, writing: bool, at: u64) -> Glance {
        Glance {
            conversation: ConversationId::new(conversation).unwrap(),
            writing,
            at: Millis(at),
        }
    }

    #[track_caller]
    fn check(desks: &[(Member, Glance)], now: u64, expect: &[(&str, bool)]) {
        let conversation = ConversationId::new("c1").unwrap();
        let found = lookers(
            &conversation,
            desks.iter().map(|(by, glance)| (by, glance)),
            Millis(now),
        );
        let found: Vec<_> = found
            .iter()
            .map(|one| (one.by.name.as_str(), one.writing))
            .collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn each_member_is_named_once_and_writes_if_one_of_their_desks_does() {
        let desks = [
            (member("Grace"), glance("c1", false, 0)),
            (member("Ada"), glance("c1", true, 0)),
            (member("Ada"), glance("c1", false, 0)),
            (member("Ida"), glance("c2", true, 0)),
        ];
        check(&desks, 1, &[("Ada", true), ("Grace", false)]);
    }

    #[test]
    fn who_falls_silent_is_not_looking_any_more() {
        let desks = [
            (member("Ada"), glance("c1", true, 0)),
            (member("Grace"), glance("c1", false, RENEW_MS)),
        ];
        check(&desks, LEASE_MS - 1, &[("Ada", true), ("Grace", false)]);
        check(&desks, LEASE_MS, &[("Grace", false)]);
        check(&desks, LEASE_MS + RENEW_MS, &[]);
    }
}
