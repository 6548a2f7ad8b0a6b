//! Who acts and with which words: few, so that every order of their acts can be tried.

use shared::{
    conversation::{Attempt, Failure, Member},
    ids::MemberId,
    knowledge::Passage,
    policy::Policy,
};

/// The address a visitor leaves.
pub const EMAIL: &str = "ada@example.com";

/// A member of the team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Who {
    /// The one.
    Ada,
    /// The other.
    Bob,
}

impl Who {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Ada, Self::Bob];

    /// The colleague.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Ada => Self::Bob,
            Self::Bob => Self::Ada,
        }
    }

    /// As the thread shows them.
    pub fn member(self) -> Member {
        let (id, name) = match self {
            Self::Ada => ("ada", "Ada"),
            Self::Bob => ("bob", "Bob"),
        };
        Member {
            id: MemberId::new(id).expect("a literal of ascii letters is an id"),
            name: name.to_owned(),
        }
    }
}

/// What the visitor writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Words {
    /// Something that the pages may answer.
    Question,
    /// A person is asked for, which no answer may pass over.
    Person,
}

impl Words {
    /// The words themselves.
    pub fn text(self) -> &'static str {
        match self {
            Self::Question => "How do I install the tag?",
            Self::Person => "agent please",
        }
    }
}

/// What comes of the assistant's work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Work {
    /// A passage that answers.
    Found,
    /// No passage.
    Nothing,
    /// The model broke off.
    Broken,
    /// A model's words that promise a person.
    Promised,
}

impl Work {
    /// Every result.
    pub const ALL: [Self; 4] = [Self::Found, Self::Nothing, Self::Broken, Self::Promised];

    /// As the assistant's shell hands it in.
    pub fn attempt(self) -> Attempt {
        let passages = vec![Passage {
            title: "Help".into(),
            heading: String::new(),
            url: "/help".into(),
            body: "Install the tag before the body ends.".into(),
            score: 1.0,
        }];
        match self {
            Self::Found => Attempt::Quote { passages },
            Self::Nothing => Attempt::Quote { passages: Vec::new() },
            Self::Broken => Attempt::Failed { why: Failure::Model },
            Self::Promised => Attempt::Written {
                passages,
                text: "Install the tag. I'll transfer you to an agent.".into(),
            },
        }
    }
}

/// The owner's rules: the default ones, with or without an assistant that helps while the visitor waits.
pub fn policy(help_while_waiting: bool) -> Policy {
    Policy {
        help_while_waiting,
        ..Policy::default()
    }
}
