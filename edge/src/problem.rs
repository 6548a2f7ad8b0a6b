//! What goes wrong, in two layers. A [`Problem`] is what the other side may know: a code for programs, a sentence for
//! people, a status. An error of the platform becomes [`Code::Internal`] and is written to the log where it happens;
//! nothing of it goes outside.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The result of anything that can be refused.
pub type Outcome<T> = Result<T, Problem>;

/// Why a request was refused, stable over versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// The body is not JSON, or not of the right shape.
    InvalidJson,
    /// One field has a value that cannot be taken.
    InvalidField,
    /// The e-mail address or the password is wrong; which one is not said.
    WrongCredentials,
    /// The operator's token is missing or wrong.
    WrongAdminToken,
    /// Nobody is signed in.
    SignedOut,
    /// The link was used, has expired or never existed.
    LinkExpired,
    /// Only an owner may do this.
    OwnersOnly,
    /// The request comes from a page of another origin.
    WrongOrigin,
    /// There is no site of this name.
    UnknownSite,
    /// There is no such member.
    UnknownMember,
    /// There is no such address.
    NotFound,
    /// The address exists, for other methods.
    MethodNotAllowed,
    /// A site keeps at least one owner.
    LastOwner,
    /// A member has this e-mail address already.
    EmailTaken,
    /// There are as many identity keys as may be.
    TooManyKeys,
    /// The body is longer than this address takes.
    TooLarge,
    /// The address speaks WebSocket only.
    UpgradeRequired,
    /// Too many failed tries: wait.
    TooManyTries,
    /// Something of ours failed.
    Internal,
}

impl Code {
    /// The HTTP status that goes with the code.
    pub fn status(self) -> u16 {
        match self {
            Self::InvalidJson | Self::InvalidField => 400,
            Self::WrongCredentials | Self::WrongAdminToken | Self::SignedOut => 401,
            Self::OwnersOnly | Self::WrongOrigin => 403,
            Self::UnknownSite | Self::UnknownMember | Self::NotFound => 404,
            Self::MethodNotAllowed => 405,
            Self::LastOwner | Self::EmailTaken | Self::TooManyKeys => 409,
            Self::LinkExpired => 410,
            Self::TooLarge => 413,
            Self::UpgradeRequired => 426,
            Self::TooManyTries => 429,
            Self::Internal => 500,
        }
    }

    /// The code a WebSocket is closed with, from the range that is the application's own: 4000 and the HTTP status.
    pub fn close_code(self) -> u16 {
        4000 + self.status()
    }

    /// The sentence that is said when nothing more exact is known.
    fn sentence(self) -> &'static str {
        match self {
            Self::InvalidJson => "The request is not valid JSON.",
            Self::TooManyKeys => {
                "There are two identity keys already. Remove the one that is not in use any more."
            }
            Self::InvalidField => "A field has a value that cannot be used.",
            Self::WrongCredentials => "This e-mail address and password do not belong together.",
            Self::WrongAdminToken => "This needs the operator's token in the Authorization header.",
            Self::SignedOut => "You are signed out. Sign in and try again.",
            Self::LinkExpired => "This link was used or has expired. Ask for a new one.",
            Self::OwnersOnly => "Only an owner of this site may do this.",
            Self::WrongOrigin => "This request comes from a page that may not make it.",
            Self::UnknownSite => "There is no site of this name here.",
            Self::UnknownMember => "There is no such member.",
            Self::NotFound => "There is nothing at this address.",
            Self::MethodNotAllowed => "This address does not take this method.",
            Self::LastOwner => "The last owner cannot be removed. Make somebody else an owner first.",
            Self::EmailTaken => "A member with this e-mail address exists already.",
            Self::TooLarge => "The request is too large.",
            Self::UpgradeRequired => "This address is for WebSocket connections.",
            Self::TooManyTries => "Too many tries. Wait a little and try again.",
            Self::Internal => "Something went wrong on our side. Nothing you did is lost; try again.",
        }
    }
}

/// A refusal, as it is sent: `{"code", "message"}` and what helps to mend it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// For programs.
    pub code: Code,
    /// For people.
    pub message: String,
    /// Which field of the request is meant, such as `origins.0`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// When trying again makes sense, in seconds from now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after_s: Option<u64>,
}

impl Problem {
    /// A problem with a sentence of its own.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            field: None,
            retry_after_s: None,
        }
    }

    /// One field of the request cannot be used; `rule` completes the sentence "`field` …".
    pub fn field(field: impl Into<String>, rule: &str) -> Self {
        let field = field.into();
        Self {
            field: Some(field.clone()),
            ..Self::new(Code::InvalidField, format!("`{field}` {rule}."))
        }
    }

    /// Too many tries; the next one is looked at after `ms` milliseconds.
    pub fn wait(ms: u64) -> Self {
        Self {
            retry_after_s: Some(ms.div_ceil(1_000).max(1)),
            ..Code::TooManyTries.into()
        }
    }

    /// Something of ours failed: `cause` goes to the log and nowhere else.
    pub fn internal(cause: &dyn fmt::Display) -> Self {
        worker::console_error!("internal: {cause}");
        Code::Internal.into()
    }
}

impl From<Code> for Problem {
    fn from(code: Code) -> Self {
        Self::new(code, code.sentence())
    }
}

impl From<worker::Error> for Problem {
    fn from(error: worker::Error) -> Self {
        Self::internal(&error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_shows_its_code_and_sentence_and_only_what_it_has() {
        let shown = serde_json::to_value(Problem::from(Code::SignedOut)).unwrap();
        assert_eq!(
            shown,
            serde_json::json!({"code": "signed_out", "message": "You are signed out. Sign in and try again."})
        );
        let wait = serde_json::to_value(Problem::wait(1_001)).unwrap();
        assert_eq!(
            (wait["code"].as_str(), wait["retry_after_s"].as_u64()),
            (Some("too_many_tries"), Some(2))
        );
    }

    #[test]
    fn a_field_is_named_for_programs_and_in_the_sentence() {
        let problem = Problem::field("origins.0", "must be an origin");
        assert_eq!(problem.field.as_deref(), Some("origins.0"));
        assert_eq!(problem.message, "`origins.0` must be an origin.");
    }
}
