//! One turn of the assistant, from the visitor's message to its end. Every way out of here ends the turn; and if this
//! process ends in the middle, the alarm at the turn's deadline does.

use futures_util::future::join;
use shared::{
    conversation::{Attempt, Command, Failure},
    ids::{Epoch, TurnId},
    knowledge::Passage,
    protocol::ServerFrame,
    triggers::{self, Verdict},
};

use super::{
    log::Identity,
    room::{Asker, Room},
};
use crate::{
    assistants::{Assistant, Model, Reply, prompt},
    problem::Outcome,
};

impl Room {
    /// Looks up what the knowledge holds, lets the assistant work, and settles the turn. When the turn was ended or replaced, or the
    /// floor changed hands meanwhile, the settling is refused and the work is dropped.
    pub async fn run_turn(&self, identity: &Identity, turn: TurnId, epoch: Epoch) -> Outcome<()> {
        let (wanted, question) =
            self.look(|memory| (triggers::wanted(&memory.state), triggers::question(&memory.state)))?;
        let (found, presence) = join(self.look_up(identity, wanted), self.who_is_there(identity)).await;
        let found = found.map(|mut found| {
            found.passages = triggers::confidence::best_first(&question, found.passages);
            found
        });
        let attempt = match (found, Assistant::configured(&self.env)) {
            (Err(_), _) => Attempt::Failed {
                why: Failure::Knowledge,
            },
            (Ok(found), Assistant::BuiltIn) => Attempt::Quote {
                passages: found.passages,
            },
            (Ok(found), Assistant::Model(model)) => {
                self.ask_model(&model, &found.site_name, found.passages, (turn, epoch))
                    .await?
            }
        };
        let settle = Command::Settle { turn, epoch, attempt };
        self.apply(&Asker::of(identity, presence), &settle)?;
        Ok(())
    }

    /// Lets the model write, unless the rules have decided already: then it is not even asked.
    async fn ask_model(
        &self,
        model: &Model,
        site: &str,
        passages: Vec<Passage>,
        (turn, epoch): (TurnId, Epoch),
    ) -> Outcome<Attempt> {
        let (verdict, messages) = self.look(|memory| {
            let fallback = shared::policy::Policy::default();
            let (policy_hash, policy) = memory
                .policy
                .as_ref()
                .map_or(("default", &fallback), |(hash, policy)| (hash.as_str(), policy));
            let state = &memory.state;
            let input = triggers::Input {
                policy,
                policy_hash,
                state,
                attempt: None,
            };
            (
                triggers::evaluate(input).verdict,
                prompt::messages(site, state, &passages),
            )
        })?;
        if verdict != Verdict::Answer || passages.is_empty() {
            return Ok(Attempt::Quote { passages });
        }
        let written = model
            .write(&messages, |text| self.show_draft((turn, epoch), text))
            .await;
        Ok(match written {
            Ok(Reply::Written(text)) if text.contains(prompt::NO_ANSWER) => Attempt::Declined { passages },
            Ok(Reply::Written(text)) => Attempt::Written { passages, text },
            Ok(Reply::Refused) => Attempt::Refused,
            Err(why) => Attempt::Failed { why },
        })
    }

    /// Shows the words so far, while the turn is still the one under way, in the epoch in which it began. Returns whether it is.
    fn show_draft(&self, (turn, epoch): (TurnId, Epoch), text: &str) -> bool {
        let current = self.look(|memory| {
            let running = memory.state.turn.is_some_and(|running| running.id == turn);
            running && memory.state.epoch == epoch
        });
        if !matches!(current, Ok(true)) {
            return false;
        }
        // The sign for "no answer" is not for showing, not even its first letters; nor is a promise or a refusal
        // that will not be sent.
        let sign = prompt::NO_ANSWER.starts_with(text.trim()) || text.contains(prompt::NO_ANSWER);
        let withheld = triggers::promise::detect(text).is_some() || triggers::refusal::detect(text).is_some();
        if sign || withheld {
            return true;
        }
        self.tell_visitors(&ServerFrame::Draft {
            turn,
            text: text.to_owned(),
        });
        self.tell_agents(&ServerFrame::Draft {
            turn,
            text: text.to_owned(),
        });
        true
    }
}
