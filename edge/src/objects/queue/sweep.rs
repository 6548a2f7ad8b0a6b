//! The sweep of one site: asks every conversation that may have an open escalation how it stands, compares that with what
//! is listed here, and mends what is wrong.
//!
//! Which conversations those are does not rest on what the sweep looks for. A conversation is on the watch list from the
//! moment it asks who is there to come, which is before it can call anybody; so one whose notice was lost is found.

use futures_util::{StreamExt, stream};
use shared::{
    ids::{ConversationId, Millis, SiteId},
    protocol::ToDeskFrame,
    queue::{
        Item,
        sweep::{Account, Orphan, examine},
    },
};

use super::{
    calls::{Found, Sweep, Swept},
    desk::Desk,
    store::Watched,
};
use crate::{
    clock,
    objects::{
        self,
        call::ask,
        conversation::calls::{GiveAccount, Rouse},
    },
    problem::Outcome,
};

/// So many conversations are asked side by side; the platform allows six connections at once.
const AT_ONCE: usize = 6;
/// Who asked who is there so long ago, in milliseconds, and called nobody, is not watched any longer. Longer than a turn.
const WATCHED_MS: u64 = 10 * 60 * 1000;

impl Desk {
    /// Looks at those that were not looked at for longest.
    pub async fn sweep(&self, sweep: &Sweep) -> Outcome<Swept> {
        let began = clock::now();
        let watched = self.store.to_sweep(sweep.most)?;
        let checked = u32::try_from(watched.len()).unwrap_or(u32::MAX);
        let looks = watched.into_iter().map(|one| self.look_at(&sweep.site, one));
        let found: Vec<Outcome<Option<Found>>> =
            stream::iter(looks).buffer_unordered(AT_ONCE).collect().await;
        let orphans = found.into_iter().filter_map(Outcome::transpose);
        Ok(Swept {
            checked,
            left: self.store.unswept_since(began)?,
            orphans: orphans.collect::<Outcome<_>>()?,
        })
    }

    async fn look_at(&self, site: &SiteId, watched: Watched) -> Outcome<Option<Found>> {
        let id = &watched.conversation;
        let (mut account, mut found) = self.ask_twice(site, id).await?;
        let mut healed = true;
        let first = found.clone();
        if !found.is_empty() {
            self.heal(site, id, account.as_ref(), &found).await?;
            (account, found) = self.ask_twice(site, id).await?;
            healed = found.is_empty();
        }
        let is_open = account
            .as_ref()
            .and_then(|account| account.item.as_ref())
            .is_some_and(Item::is_open);
        let now = clock::now();
        if found.is_empty() && !is_open && now.since(watched.asked) > WATCHED_MS {
            self.store.unwatch(&watched)?;
        } else {
            self.store.mark_swept(id, now)?;
        }
        let conversation = watched.conversation;
        Ok((!first.is_empty()).then_some(Found {
            conversation,
            wrong: first,
            healed,
        }))
    }

    /// A notice may be on its way while the conversation is asked. What is wrong is still wrong when asked again.
    async fn ask_twice(&self, site: &SiteId, id: &ConversationId) -> Outcome<(Option<Account>, Vec<Orphan>)> {
        let first = self.ask_once(site, id).await?;
        if first.1.is_empty() {
            return Ok(first);
        }
        let (account, second) = self.ask_once(site, id).await?;
        Ok((
            account,
            second.into_iter().filter(|one| first.1.contains(one)).collect(),
        ))
    }

    async fn ask_once(&self, site: &SiteId, id: &ConversationId) -> Outcome<(Option<Account>, Vec<Orphan>)> {
        let asked = ask(&objects::conversation(&self.env, site, id)?, &GiveAccount {}).await;
        let Ok(account) = asked else {
            return Ok((None, vec![Orphan::Silent]));
        };
        // Read after the answer came, so that what was told meanwhile is in it.
        let found = examine(&account, self.store.item(id)?.as_ref(), clock::now());
        Ok((Some(account), found))
    }

    async fn heal(
        &self,
        site: &SiteId,
        id: &ConversationId,
        account: Option<&Account>,
        found: &[Orphan],
    ) -> Outcome<()> {
        let here = |orphan: &Orphan| {
            matches!(
                orphan,
                Orphan::Unlisted | Orphan::Outdated | Orphan::Ahead | Orphan::Vanished
            )
        };
        if let Some(account) = account
            && found.iter().any(here)
        {
            self.restore(site, id, account.item.as_ref())?;
        }
        if !found.iter().all(here) {
            // Whether it helped is asked afterwards.
            ask(&objects::conversation(&self.env, site, id)?, &Rouse {})
                .await
                .ok();
        }
        Ok(())
    }

    /// The conversation has the truth: lists it as that says, whatever was listed here.
    fn restore(&self, site: &SiteId, id: &ConversationId, item: Option<&Item>) -> Outcome<()> {
        self.store.set_site(site)?;
        self.store.forget(id)?;
        // A desk that holds a later item than this one would not take it for news.
        self.tell(&ToDeskFrame::Gone {
            conversation: id.clone(),
        });
        if let Some(item) = item {
            self.store.keep(item)?;
            self.tell(&ToDeskFrame::Item {
                item: item.clone(),
                now: clock::now(),
                alert: item.is_open(),
            });
        }
        Ok(())
    }
}

impl Watched {
    /// A conversation on the watch list.
    pub fn new(conversation: ConversationId, asked: Millis) -> Self {
        Self { conversation, asked }
    }
}
