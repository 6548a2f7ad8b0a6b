//! A model's summary, added to the brief of an escalation that is written, acknowledged and told to the queue already. Nobody
//! waits for it, and it is asked for once: whatever comes between, down to the end of this process, there is just none.

use shared::{
    brief::summary::task,
    conversation::{Command, Presence},
    ids::Seq,
};

use super::{
    log::Identity,
    room::{Applied, Asker, Room},
};
use crate::{
    assistants::{Assistant, Model, Reply, prompt},
    problem::Outcome,
};

/// A summary that comes later than this comes too late: the agent has read the brief.
const WITHIN_MS: u64 = 3_000;

impl Room {
    /// When an escalation was written since this was last called, and there is a model, begins to ask it and returns.
    pub fn summarise_later(&self, identity: &Identity) {
        let (Some(escalation), Assistant::Model(model), Some(room)) = (
            self.called.take(),
            Assistant::configured(&self.env),
            self.me.upgrade(),
        ) else {
            return;
        };
        let identity = identity.clone();
        self.state.wait_until(async move {
            // What failed was written to the log where it did; the brief made by rules stands as it is.
            room.summarise(&identity, &model, escalation).await.ok();
        });
    }

    /// Asks, and adds what of the answer holds.
    async fn summarise(&self, identity: &Identity, model: &Model, escalation: Seq) -> Outcome<()> {
        let task = self.look(|memory| {
            let open = memory.state.case.as_ref();
            open.filter(|case| case.opened == escalation)
                .and_then(|case| task(&memory.state, case))
        })?;
        let Some(task) = task else {
            return Ok(());
        };
        let answer = match model.write_within(WITHIN_MS, &prompt::summary(task)).await {
            Ok(Reply::Written(answer)) => answer,
            Ok(Reply::Refused) => return Ok(()),
            Err(why) => {
                worker::console_warn!("summary: the model gave none: {why:?}");
                return Ok(());
            }
        };
        let command = Command::Summarise { escalation, answer };
        match self.apply(&Asker::of(identity, Presence::Unknown), &command)? {
            Applied::New { .. } => self.pass_on(identity).await,
            _ => Ok(()),
        }
    }
}
