//! What a member is proposed to write: an opener, and a reply from the knowledge with its sources. Nothing of it is an
//! event, and nothing of it is sent unless the member sends it.

use shared::{
    brief,
    conversation::{From, State},
    knowledge::{Passage, quote, sources, terms},
    policy::Policy,
    triggers::confidence::{best_first, support},
};

use super::{
    calls::{Suggest, Suggested, SuggestedReply},
    room::Room,
};
use crate::{
    assistants::{Assistant, Reply, prompt},
    problem::Outcome,
};

impl Room {
    /// What the member may write now. Where the knowledge holds nothing that fits, no reply is proposed.
    pub async fn suggest(&self, suggest: &Suggest) -> Outcome<Suggested> {
        let Some(identity) = self.log.identity()? else {
            return Ok(Suggested::default());
        };
        let (question, last) = self.look(|memory| (asked(&memory.state), memory.state.last))?;
        // Brings the policy up to date along the way; a site that cannot be asked proposes nothing.
        let found = self.look_up(&identity, terms(&question)).await;
        let (opener, needed) = self.look(|memory| {
            let fallback = Policy::default();
            let policy = memory.policy.as_ref().map_or(&fallback, |(_, policy)| policy);
            let opener = brief::opener(&memory.state, policy, &suggest.name);
            (opener, policy.thresholds.offer_below)
        })?;
        let reply = match found {
            Ok(found) if support(&question, &found.passages) >= needed => {
                let passages = best_first(&question, found.passages);
                self.propose(&found.site_name, passages).await?
            }
            _ => None,
        };
        Ok(Suggested { last, opener, reply })
    }

    /// In the model's words where there is one and it has an answer; else the best passage in its own.
    async fn propose(&self, site: &str, passages: Vec<Passage>) -> Outcome<Option<SuggestedReply>> {
        if let Assistant::Model(model) = Assistant::configured(&self.env) {
            let messages = self.look(|memory| prompt::messages(site, &memory.state, &passages))?;
            if let Ok(Reply::Written(text)) = model.write(&messages, |_| true).await
                && !text.contains(prompt::NO_ANSWER)
            {
                let sources = sources(&passages);
                return Ok(Some(SuggestedReply { text, sources }));
            }
        }
        Ok(quote(&passages).map(|(text, sources)| SuggestedReply { text, sources }))
    }
}

/// What the visitor asked and no member has replied to; where nothing is open, what the conversation is about.
fn asked(state: &State) -> String {
    let since = state.thread.iter().rev();
    let open: Vec<&str> = since
        .take_while(|entry| entry.seq > state.boundary && !matches!(entry.from, From::Agent(_)))
        .filter(|entry| entry.from == From::Visitor)
        .map(|entry| entry.text.as_str())
        .collect();
    match brief::need(state) {
        Some(need) if !open.is_empty() => need.text.clone(),
        _ => open.first().map_or_else(String::new, |text| (*text).to_owned()),
    }
}
