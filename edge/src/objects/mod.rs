//! The objects, and how they are found and asked. Which object is called what is decided here and nowhere else.

pub mod call;
mod close;
pub mod conversation;
pub mod directory;
pub mod line;
pub mod queue;
pub mod site;
pub mod sql;

use shared::ids::{ConversationId, SiteId};
use worker::{Env, Stub};

use crate::problem::Outcome;

/// The Site object of a site.
pub fn site(env: &Env, site: &SiteId) -> Outcome<Stub> {
    Ok(env.durable_object("SITE")?.get_by_name(site.as_str())?)
}

/// The object of a conversation.
pub fn conversation(env: &Env, site: &SiteId, conversation: &ConversationId) -> Outcome<Stub> {
    Ok(env
        .durable_object("CONVERSATION")?
        .get_by_name(&conversation_name(site, conversation))?)
}

/// The queue of a site.
pub fn queue(env: &Env, site: &SiteId) -> Outcome<Stub> {
    Ok(env.durable_object("QUEUE")?.get_by_name(site.as_str())?)
}

/// The list of sites.
pub fn directory(env: &Env) -> Outcome<Stub> {
    Ok(env.durable_object("DIRECTORY")?.get_by_name("sites")?)
}

/// Conversations of different sites never share an object, whatever ids browsers mint: no id contains a slash.
fn conversation_name(site: &SiteId, conversation: &ConversationId) -> String {
    format!("{site}/{conversation}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_conversation_is_named_after_its_site() {
        let name = conversation_name(&SiteId::new("demo").unwrap(), &ConversationId::new("c1").unwrap());
        assert_eq!(name, "demo/c1");
    }
}
