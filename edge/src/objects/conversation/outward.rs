//! What goes on after an append: the assistant's turn, the news to the queue, the one alarm.
//!
//! The queue hears of every change at least once: a mark is written with the events and taken away when the queue has
//! acknowledged; until then the alarm tries again.

use std::{pin::pin, time::Duration};

use futures_util::future::{Either, join, select};
use shared::{
    conversation::{self, Command, Envelope, From, Presence},
    ids::{Millis, Seq},
    knowledge::{Found, Lookup, headings},
    queue::{self, sweep::Account},
};
use worker::Delay;

use super::{
    calls::{Erase, Leaving, Place},
    log::{Fact, Identity},
    peer::{AGENTS, VISITORS},
    room::{Applied, Asker, Room},
    tell::tell_erased,
};
use crate::{
    clock,
    objects::{
        self,
        call::ask,
        queue::calls::{Forget, Notice, WhoIsThere, Words},
    },
    problem::{Outcome, Problem},
};

/// When the queue could not be told, this long until the next try, in milliseconds.
const RETRY_MS: u64 = 2_000;
/// So many headings are remembered of what was looked up; the latest count.
const MOST_NAMES: usize = 60;
/// So long a call for a person waits to learn who is there to come, in milliseconds. Then it is made without knowing.
const PREPARING_MS: u64 = 3_000;

impl Room {
    /// Does what an accepted command started: runs the turn if there is one, tells the queue, sets the alarm. The alarm is set first:
    /// if this process ends in the middle, it takes up what is left.
    pub async fn follow_up(&self, identity: &Identity, applied: &Applied) -> Outcome<()> {
        let Applied::New { started } = applied else {
            return Ok(());
        };
        self.set_alarm().await?;
        // Only whoever started a turn works on it: what is asked meanwhile, such as a person, must not wait for a model.
        if let Some(turn) = started {
            let epoch = self.look(|memory| memory.state.epoch)?;
            self.run_turn(identity, *turn, epoch).await?;
        }
        self.pass_on(identity).await?;
        self.summarise_later(identity);
        Ok(())
    }

    /// Tells the queue and sets the alarm.
    pub async fn pass_on(&self, identity: &Identity) -> Outcome<()> {
        self.deliver(identity).await?;
        self.set_alarm().await
    }

    /// Somebody came back, perhaps after a restart that lost the alarm: sets it again.
    pub async fn resume(&self, identity: &Identity) -> Outcome<()> {
        // First the alarm: if telling the queue fails half-way, it takes up what is left.
        self.set_alarm().await?;
        if self.log.fact(Fact::Unsent)?.is_some() {
            self.pass_on(identity).await?;
        }
        Ok(())
    }

    /// The alarm rang: does what is due, and tries again to reach the queue. Being called twice does no harm.
    pub async fn wake(&self) -> Outcome<()> {
        self.waking.set(self.waking.get() + 1);
        let done = self.do_what_is_due().await;
        self.waking.set(self.waking.get().saturating_sub(1));
        done
    }

    async fn do_what_is_due(&self) -> Outcome<()> {
        // Of an agent who was here over HTTP nothing is heard when they go.
        self.polls.sweep();
        self.tell_viewers();
        let Some(identity) = self.log.identity()? else {
            return Ok(());
        };
        let due = self.look(|memory| conversation::due(&memory.state))?;
        if due.is_some_and(|due| due <= clock::now()) {
            let presence = self.prepare(&identity).await;
            let asker = Asker::of(&identity, presence);
            self.apply(&asker, &Command::Tick)?;
        }
        self.pass_on(&identity).await?;
        self.summarise_later(&identity);
        Ok(())
    }

    /// Brings the policy up to date and asks who is there to come. Neither may fail a visitor: what cannot be had is
    /// replaced by what was last known, or by promising nothing; so is what does not come in time.
    pub async fn prepare(&self, identity: &Identity) -> Presence {
        let asked = join(self.look_up(identity, Vec::new()), self.who_is_there(identity));
        let timer = Delay::from(Duration::from_millis(PREPARING_MS));
        match select(pin!(asked), timer).await {
            Either::Left(((_, presence), _)) => presence,
            Either::Right(_) => Presence::Unknown,
        }
    }

    /// Gets the policy for a conversation that never had one: its first turn is timed by the owner's rules too. Nothing else is
    /// let in meanwhile, so that messages keep their order. A site that cannot be asked stops nobody: the defaults stand in.
    pub async fn learn_policy(&self, identity: &Identity) -> Outcome<()> {
        if self.look(|memory| memory.policy.is_some())? {
            return Ok(());
        }
        let (env, site) = (self.env.clone(), identity.site.clone());
        let asked = async move {
            let lookup = Lookup {
                terms: Vec::new(),
                policy_hash: None,
            };
            Ok(async { ask(&objects::site(&env, &site)?, &lookup).await }.await)
        };
        if let Ok(found) = self.state.block_concurrency_while(asked).await? {
            let policy = found.policy.map(|policy| (found.policy_hash, policy));
            self.with_memory(|memory| memory.policy = memory.policy.take().or(policy))?;
        }
        Ok(())
    }

    /// Asks the site for passages on these words, and for the policy if it changed.
    pub async fn look_up(&self, identity: &Identity, terms: Vec<String>) -> Outcome<Found> {
        let policy_hash = self.look(|memory| memory.policy.as_ref().map(|(hash, _)| hash.clone()))?;
        let stub = objects::site(&self.env, &identity.site)?;
        let mut found = ask(&stub, &Lookup { terms, policy_hash }).await?;
        if let Some(policy) = found.policy.take() {
            let json = serde_json::to_string(&policy).map_err(|error| Problem::internal(&error))?;
            self.log.set(Fact::PolicyHash, &found.policy_hash)?;
            self.log.set(Fact::Policy, &json)?;
            self.with_memory(|memory| memory.policy = Some((found.policy_hash.clone(), policy)))?;
        }
        let names = headings(&found.passages);
        self.with_memory(|memory| {
            let new: Vec<String> = names
                .into_iter()
                .filter(|name| !memory.names.contains(name))
                .collect();
            memory.names.extend(new);
            let surplus = memory.names.len().saturating_sub(MOST_NAMES);
            memory.names.drain(..surplus);
        })?;
        Ok(found)
    }

    /// Asks the queue who is there to come.
    pub async fn who_is_there(&self, identity: &Identity) -> Presence {
        let who = WhoIsThere {
            conversation: Some(identity.conversation.clone()),
        };
        let asked = async { ask(&objects::queue(&self.env, &identity.site)?, &who).await };
        asked
            .await
            .map_or(Presence::Unknown, |there| Presence::Known(there.available))
    }

    /// Tells the queue how things stand, if it has not acknowledged the last change.
    async fn deliver(&self, identity: &Identity) -> Outcome<()> {
        let Some(mark) = self.log.fact(Fact::Unsent)? else {
            return Ok(());
        };
        let words = self.words()?;
        let notice = self.look(|memory| Notice {
            site: identity.site.clone(),
            item: queue::item(&identity.conversation, &memory.state, touched(&memory.state)),
            alert: mark == "1",
            words,
            handoff: queue::handoff::handoff(&memory.state),
            ratings: memory.state.asides.ratings.clone(),
        })?;
        let stub = objects::queue(&self.env, &identity.site)?;
        // A queue that is down is told later; the visitor's way is not blocked by it.
        let Ok(noticed) = ask(&stub, &notice).await else {
            return Ok(());
        };
        // Something may have been appended meanwhile: then the mark stays and the next delivery tells it.
        if self.look(|memory| memory.state.last)? == notice.item.version {
            self.log.unset(Fact::Unsent)?;
        }
        self.log.set(Fact::Indexed, &notice.item.version.0.to_string())?;
        self.place(&Place {
            position: noticed.position,
            attended: noticed.available > 0,
        });
        Ok(())
    }

    /// What was said since the queue last acknowledged: by anybody, and the notes of members, who are the ones that search.
    fn words(&self) -> Outcome<Vec<Words>> {
        let indexed = self.log.fact(Fact::Indexed)?.and_then(|seq| seq.parse().ok());
        let after = Seq(indexed.unwrap_or_default());
        self.look(|memory| {
            let state = &memory.state;
            let said = state.thread.iter().filter(|entry| entry.from != From::System);
            let said = said.map(|entry| (entry.seq, &entry.text));
            let noted = state.asides.notes.iter().map(|note| (note.seq, &note.text));
            said.chain(noted)
                .filter(|(seq, _)| *seq > after)
                .map(|(seq, text)| Words {
                    seq,
                    text: text.clone(),
                })
                .collect()
        })
    }

    /// Sets the one alarm to the next moment at which something is due.
    async fn set_alarm(&self) -> Outcome<()> {
        let due = self.look(|memory| conversation::due(&memory.state))?;
        let retry = self.log.fact(Fact::Unsent)?.map(|_| clock::now().plus(RETRY_MS));
        let storage = self.state.storage();
        match due.into_iter().chain(retry).chain(self.polls.lapses_at()).min() {
            Some(at) => {
                let offset = i64::try_from(at.since(clock::now())).unwrap_or(i64::MAX);
                Ok(storage.set_alarm(offset).await?)
            }
            None if storage.get_alarm().await?.is_some() => Ok(storage.delete_alarm().await?),
            None => Ok(()),
        }
    }

    /// Somebody has to go: their lines are ended, greeted or not. What a removed member held goes back to the queue.
    pub async fn dismiss(&self, who: &Leaving) -> Outcome<()> {
        for (end, peer) in self.ends(AGENTS) {
            if peer.is_of(who) {
                // First the code: who is held over HTTP is answered with it.
                end.close(4401, "signed_out");
                self.left(&end);
            }
        }
        let (Leaving::Member(member), Some(identity)) = (who, self.log.identity()?) else {
            return Ok(());
        };
        let release = Command::Release {
            member: member.clone(),
        };
        let applied = self.apply(&Asker::of(&identity, Presence::Unknown), &release)?;
        self.follow_up(&identity, &applied).await
    }

    /// How things stand, for the sweep. Changes nothing: a look that mends hides what is broken.
    pub async fn account(&self) -> Outcome<Account> {
        let alarm = self.state.storage().get_alarm().await?;
        let Some(identity) = self.log.identity()? else {
            return Ok(Account::default());
        };
        let untold = self.log.fact(Fact::Unsent)?.is_some();
        self.look(|memory| Account {
            item: Some(queue::item(
                &identity.conversation,
                &memory.state,
                touched(&memory.state),
            )),
            due: conversation::due(&memory.state),
            untold,
            alarm: alarm.map(|at| Millis(u64::try_from(at).unwrap_or_default())),
            working: self.waking.get() > 0,
        })
    }

    /// The whole log.
    pub fn export(&self) -> Outcome<Vec<Envelope>> {
        self.log.after(Seq(0))
    }

    /// Erases everything, here and in the queue. Whoever has it open is sent away.
    pub async fn erase(&self, erase: Erase) -> Outcome<()> {
        let stub = objects::queue(&self.env, &erase.site)?;
        ask(
            &stub,
            &Forget {
                conversation: erase.conversation,
            },
        )
        .await?;
        for (end, _) in self.ends(AGENTS).chain(self.ends(VISITORS)) {
            tell_erased(&end);
        }
        self.forget();
        self.state.storage().delete_alarm().await?;
        Ok(self.state.storage().delete_all().await?)
    }
}

/// When something last happened, as far as the thread shows.
fn touched(state: &conversation::State) -> Millis {
    state
        .thread
        .last()
        .map(|entry| entry.at)
        .or(state.opened_at)
        .unwrap_or_default()
}
