//! Everything the Site object can be asked, and what it answers. Caller and object share these types.

use serde::{Deserialize, Deserializer, Serialize};
use shared::{
    conversation::Person,
    ids::{MemberId, QueueId},
    knowledge::{Found, Lookup},
    policy::Tree,
};

use crate::{
    knowledge::Document,
    objects::call::Call,
    secrets::password::{Hashed, Recipe},
};

/// What an owner sets about their site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// What visitors read above the conversation.
    pub name: String,
    /// The origins that may frame the widget.
    pub origins: Vec<String>,
    /// The owner's colour, as `#rrggbb`.
    #[serde(default)]
    pub accent: Option<String>,
    /// The first words in an empty conversation.
    #[serde(default)]
    pub greeting: Option<String>,
    /// Questions to start from.
    #[serde(default)]
    pub suggestions: Vec<String>,
    /// The rules, as the owner wrote them: what differs from the defaults.
    #[serde(default)]
    pub policy: Tree,
}

/// What a member may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Helps visitors.
    Agent,
    /// Helps visitors and changes the site.
    Owner,
}

impl Role {
    /// As it is stored and sent.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::Owner => "owner",
        }
    }
}

/// Somebody who belongs to the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Their id.
    pub id: MemberId,
    /// Their name, as visitors see it.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// What they may do.
    pub role: Role,
    /// The queues they serve; all of them, if none is named.
    #[serde(default, deserialize_with = "queues")]
    pub queues: Vec<QueueId>,
}

/// A list, or the JSON text of one, as the column holds it.
fn queues<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<QueueId>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Stored {
        List(Vec<QueueId>),
        Column(String),
    }
    Ok(match Stored::deserialize(from)? {
        Stored::List(list) => list,
        Stored::Column(json) => serde_json::from_str(&json).unwrap_or_default(),
    })
}

/// A text that members pick instead of writing it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Canned {
    /// What it is picked by.
    pub name: String,
    /// The words; `{visitor}`, `{agent}`, `{team}` and `{page}` are filled in when it is picked.
    pub text: String,
}

/// A link that makes an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// For the first member, from the operator.
    Setup,
    /// For further members, from an owner.
    Join,
}

impl LinkKind {
    /// As it is stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Setup => "setup",
            Self::Join => "join",
        }
    }
}

/// Store these settings; the first time, this makes the site.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Configure {
    /// The settings, checked by the object.
    pub settings: Settings,
}

/// The site's settings are stored.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Configured {
    /// While the site has no member: the secret of a fresh set-up link.
    pub setup: Option<String>,
}

/// What are the site's settings?
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct About {}

/// May this caller send the plain form now? Counts it when they may.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AdmitForm {
    /// The network address, as the platform says it; none where it does not.
    pub address: Option<String>,
}

/// Replace the whole knowledge.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ReplaceDocuments {
    /// The documents.
    pub documents: Vec<Document>,
}

/// What was stored.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Counted {
    /// How many documents.
    pub documents: usize,
    /// How many passages they made.
    pub passages: usize,
}

/// Somebody wants to sign in: how is their password hashed? Counts as a failed try until [`FinishSignIn`] succeeds, so
/// that tries side by side wait like tries in a row. Answers for unknown addresses too, so that nothing shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct BeginSignIn {
    /// The address they gave.
    pub email: String,
}

/// Does this hash open a session?
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FinishSignIn {
    /// The address they gave.
    pub email: String,
    /// Their password, hashed by the recipe from [`BeginSignIn`].
    pub proof: Hashed,
}

/// Keep a stronger hash of the same password.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Rehash {
    /// Whose.
    pub member: MemberId,
    /// The hash they just signed in with; another one stored meanwhile stays.
    pub old: Hashed,
    /// The stronger one.
    pub new: Hashed,
}

/// Does this link work?
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CheckLink {
    /// Of the link's secret.
    pub fingerprint: String,
    /// What kind of link it should be.
    pub kind: LinkKind,
}

/// Use up a link: make the account and open a session.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Accept {
    /// Of the link's secret.
    pub fingerprint: String,
    /// What kind of link it should be.
    pub kind: LinkKind,
    /// The new member's name.
    pub name: String,
    /// The new member's address.
    pub email: String,
    /// The new member's password.
    pub password: Hashed,
}

/// A session was opened.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SignedIn {
    /// The session's secret.
    pub secret: String,
    /// Whose it is.
    pub who: Who,
}

/// Who has the session with this fingerprint?
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WhoIs {
    /// Of the session's secret.
    pub fingerprint: String,
}

/// Somebody is signed in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Who {
    /// The site's name.
    pub site_name: String,
    /// The member.
    pub member: Member,
}

/// End the session with this fingerprint, if there is one.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SignOut {
    /// Of the session's secret.
    pub fingerprint: String,
}

/// Make an invitation.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Invite {
    /// Whom.
    pub email: String,
    /// As what.
    pub role: Role,
}

/// An invitation was made.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Invitation {
    /// The secret of its link.
    pub secret: String,
}

/// Who belongs to the site?
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ListMembers {}

/// Change what a member may do, or which queues they serve.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ChangeMember {
    /// Whom.
    pub id: MemberId,
    /// What they may do from now on, if that changes.
    pub role: Option<Role>,
    /// The queues they serve from now on, if that changes.
    pub queues: Option<Vec<QueueId>>,
}

/// Which canned replies are there?
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ListCanned {}

/// Replace all canned replies.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ReplaceCanned {
    /// From now on.
    pub replies: Vec<Canned>,
}

/// Remove a member and end their sessions.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RemoveMember {
    /// Whom.
    pub id: MemberId,
}

/// Make a key for identity tokens.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MakeIdentityKey {}

/// A key, with its secret: shown this once.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NewIdentityKey {
    /// What it is removed by.
    pub id: String,
    /// What tokens are signed with, as text.
    pub secret: String,
}

/// Which keys for identity tokens are there?
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ListIdentityKeys {}

/// A key without its secret.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct IdentityKey {
    /// What it is removed by.
    pub id: String,
    /// When it was made, in milliseconds since 1970.
    pub created_ms: u64,
}

/// Remove a key for identity tokens.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RemoveIdentityKey {
    /// Which.
    pub id: String,
}

/// Whom does this identity token vouch for?
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CheckIdentity {
    /// The token.
    pub token: String,
}

/// What an identity token came to.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Checked {
    /// It is good.
    Person(Person),
    /// It is not.
    Refused {
        /// For programs.
        code: String,
        /// For whoever wrote the page.
        message: String,
    },
}

macro_rules! calls {
    ($($call:ty => $path:literal, $answer:ty;)*) => {
        $(impl Call for $call {
            const PATH: &'static str = $path;
            type Answer = $answer;
        })*

        #[cfg(test)]
        const PATHS: &[&str] = &[$($path),*];
    };
}

calls! {
    Configure => "/configure", Configured;
    About => "/about", Settings;
    AdmitForm => "/forms/admit", ();
    ReplaceDocuments => "/documents", Counted;
    Lookup => "/turn", Found;
    BeginSignIn => "/sign-in/begin", Recipe;
    FinishSignIn => "/sign-in/finish", SignedIn;
    Rehash => "/rehash", ();
    CheckLink => "/links/check", ();
    Accept => "/links/accept", SignedIn;
    WhoIs => "/who-is", Who;
    SignOut => "/sign-out", ();
    Invite => "/invite", Invitation;
    ListMembers => "/members", Vec<Member>;
    RemoveMember => "/members/remove", ();
    MakeIdentityKey => "/identity/make", NewIdentityKey;
    ListIdentityKeys => "/identity/keys", Vec<IdentityKey>;
    RemoveIdentityKey => "/identity/remove", ();
    CheckIdentity => "/identity/check", Checked;
    ChangeMember => "/members/change", Member;
    ListCanned => "/canned", Vec<Canned>;
    ReplaceCanned => "/canned/replace", Vec<Canned>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_has_a_path_of_its_own() {
        let mut paths = PATHS.to_vec();
        paths.sort_unstable();
        assert!(
            paths.windows(2).all(|pair| pair[0] != pair[1]) && paths.iter().all(|path| path.starts_with('/'))
        );
    }

    #[test]
    fn settings_have_defaults_for_what_an_owner_leaves_out() {
        let settings: Settings = serde_json::from_str(r#"{"name": "Shop", "origins": []}"#).unwrap();
        assert_eq!(settings.policy, Tree::default());
        assert!(settings.suggestions.is_empty() && settings.accent.is_none());
    }
}
