//! Where in the desk somebody is, kept in the address after `#`: a reload, the browser's own Back and a shared link
//! lead to the same place.

use shared::ids::ConversationId;

/// What is open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Address {
    /// The queue alone.
    #[default]
    Queue,
    /// A conversation.
    Thread(ConversationId),
    /// A conversation, on a narrow screen with its brief in front.
    Brief(ConversationId),
}

impl Address {
    /// Reads what stands after `#`. What is not understood is the queue.
    pub fn parse(hash: &str) -> Self {
        let mut parts = hash
            .trim_start_matches('#')
            .split('/')
            .filter(|part| !part.is_empty());
        let Some(id) = parts.next().and_then(|id| ConversationId::new(id).ok()) else {
            return Self::Queue;
        };
        match parts.next() {
            Some("brief") => Self::Brief(id),
            _ => Self::Thread(id),
        }
    }

    /// The text after `#`.
    pub fn hash(&self) -> String {
        match self {
            Self::Queue => "/".to_owned(),
            Self::Thread(id) => format!("/{id}"),
            Self::Brief(id) => format!("/{id}/brief"),
        }
    }

    /// The conversation that is open.
    pub fn conversation(&self) -> Option<&ConversationId> {
        match self {
            Self::Queue => None,
            Self::Thread(id) | Self::Brief(id) => Some(id),
        }
    }

    /// The part that a narrow screen shows: the value of `data-part`.
    pub fn part(&self) -> &'static str {
        match self {
            Self::Queue => "queue",
            Self::Thread(_) => "thread",
            Self::Brief(_) => "brief",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_survives_the_address_bar() {
        let id = ConversationId::new("c-1").unwrap();
        for address in [Address::Queue, Address::Thread(id.clone()), Address::Brief(id)] {
            assert_eq!(Address::parse(&format!("#{}", address.hash())), address);
        }
    }

    #[test]
    fn what_is_not_an_address_is_the_queue() {
        for hash in ["", "#", "#/", "#/Not An Id", "#//", "#/%20"] {
            assert_eq!(Address::parse(hash), Address::Queue, "{hash}");
        }
    }
}
