//! WebSocket upgrades: who asks is checked here, and told to the object in headers that only the Worker can set.
//!
//! A browser hides the body of a refused upgrade from the page. So a socket that is refused is accepted all the same,
//! is told why in one frame, and is closed with a code of ours: 4000 and the HTTP status.

use std::fmt::Write as _;

use serde::Serialize;
use shared::{
    conversation::ToVisitor,
    ids::{ConversationId, SiteId},
    protocol::ServerFrame,
};
use worker::{Env, Request, Response, Stub, WebSocketPair};

use crate::{
    api::account::{Session, signed_in},
    objects::{self, call::ask, queue::calls::Opens, site::calls::About},
    problem::{Code, Outcome, Problem},
    request::Incoming,
};

/// Tells an object which site the socket is for.
pub const SITE_HEADER: &str = "x-baton-site";
/// Tells a conversation its id.
pub const CONVERSATION_HEADER: &str = "x-baton-conversation";
/// Tells an object which member holds the socket: JSON of [`crate::objects::site::calls::Member`]. Visitors have none.
pub const MEMBER_HEADER: &str = "x-baton-member";
/// Tells an object which session the socket was opened in: the fingerprint of its secret. Ends with it.
pub const SESSION_HEADER: &str = "x-baton-session";
/// What every header of ours begins with. Clients may send none.
const OURS: &str = "x-baton-";

/// A visitor's socket. The object checks the conversation's secret, which comes in the first frame.
pub async fn visitor(
    env: &Env,
    incoming: &Incoming,
    site: &SiteId,
    id: &ConversationId,
) -> Outcome<Response> {
    must_upgrade(incoming)?;
    let forwarded = async {
        visitor_admitted(env, incoming, site).await?;
        let headers = [
            (SITE_HEADER, site.to_string()),
            (CONVERSATION_HEADER, id.to_string()),
        ];
        forward(&objects::conversation(env, site, id)?, incoming, &headers).await
    };
    forwarded.await.or_else(|problem| refuse(&problem))
}

/// An agent's socket to one conversation.
pub async fn agent(env: &Env, incoming: &Incoming, id: &ConversationId) -> Outcome<Response> {
    must_upgrade(incoming)?;
    let forwarded = async {
        let session = admitted(env, incoming).await?;
        let headers = [
            (SITE_HEADER, session.site().to_string()),
            (CONVERSATION_HEADER, id.to_string()),
            (MEMBER_HEADER, ascii_json(&session.who.member)?),
            (SESSION_HEADER, session.token.fingerprint()),
        ];
        opens(env, &session, id).await?;
        forward(
            &objects::conversation(env, session.site(), id)?,
            incoming,
            &headers,
        )
        .await
    };
    forwarded.await.or_else(|problem| refuse(&problem))
}

/// A member is about to open a conversation. Said before it is open, so that who signs out then is sent away from it too.
pub async fn opens(env: &Env, session: &Session, id: &ConversationId) -> Outcome<()> {
    let opens = Opens {
        conversation: id.clone(),
        member: session.who.member.id.clone(),
        session: session.token.fingerprint(),
    };
    ask(&objects::queue(env, session.site())?, &opens).await
}

/// An agent's socket to the queue.
pub async fn desk(env: &Env, incoming: &Incoming) -> Outcome<Response> {
    must_upgrade(incoming)?;
    let forwarded = async {
        let session = admitted(env, incoming).await?;
        let headers = [
            (SITE_HEADER, session.site().to_string()),
            (MEMBER_HEADER, ascii_json(&session.who.member)?),
            (SESSION_HEADER, session.token.fingerprint()),
        ];
        forward(&objects::queue(env, session.site())?, incoming, &headers).await
    };
    forwarded.await.or_else(|problem| refuse(&problem))
}

/// Refuses a visitor's line that does not come from our own frame, or is to no site of ours.
pub async fn visitor_admitted(env: &Env, incoming: &Incoming, site: &SiteId) -> Outcome<()> {
    incoming.must_be_own()?;
    ask(&objects::site(env, site)?, &About {}).await.map(drop)
}

/// Refuses an agent's line that does not come from our own page, or from nobody who is signed in.
pub async fn admitted(env: &Env, incoming: &Incoming) -> Outcome<Session> {
    incoming.must_be_own()?;
    signed_in(env, incoming).await
}

fn must_upgrade(incoming: &Incoming) -> Outcome<()> {
    let upgrade = incoming
        .header("upgrade")
        .is_some_and(|value| value.eq_ignore_ascii_case("websocket"));
    if upgrade {
        Ok(())
    } else {
        Err(Code::UpgradeRequired.into())
    }
}

/// Passes the upgrade on, without what only the Worker needs to see and with what only the Worker may say.
async fn forward(stub: &Stub, incoming: &Incoming, ours: &[(&str, String)]) -> Outcome<Response> {
    let mut request: Request = incoming.request.clone_mut()?;
    let headers = request.headers_mut()?;
    let foreign: Vec<String> = headers.keys().filter(|name| name.starts_with(OURS)).collect();
    for name in foreign
        .iter()
        .map(String::as_str)
        .chain(["cookie", "authorization"])
    {
        headers.delete(name)?;
    }
    for (name, value) in ours {
        headers.set(name, value)?;
    }
    Ok(stub.fetch_with_request(request).await?)
}

fn refuse(problem: &Problem) -> Outcome<Response> {
    let pair = WebSocketPair::new()?;
    pair.server.accept()?;
    pair.server.send(&refusal(problem)?)?;
    pair.server
        .close(Some(problem.code.close_code()), Some(code(problem)?))?;
    Ok(Response::from_websocket(pair.client)?)
}

/// The frame that says why a line is refused. The refusals of all lines have one form; the visitor's stands for them.
pub fn refusal(problem: &Problem) -> Outcome<ServerFrame<ToVisitor>> {
    Ok(ServerFrame::Refused {
        id: None,
        code: code(problem)?,
        message: problem.message.clone(),
    })
}

fn code(problem: &Problem) -> Outcome<String> {
    let code = serde_json::to_value(problem.code).map_err(|error| Problem::internal(&error))?;
    Ok(code.as_str().unwrap_or_default().to_owned())
}

/// JSON in ASCII: a header takes no other letters, and names have them.
fn ascii_json<T: Serialize>(value: &T) -> Outcome<String> {
    let json = serde_json::to_string(value).map_err(|error| Problem::internal(&error))?;
    let mut ascii = String::with_capacity(json.len());
    for unit in json.encode_utf16() {
        match u8::try_from(unit) {
            Ok(letter @ b' '..=b'~') => ascii.push(char::from(letter)),
            // Writing to a String cannot fail.
            _ => drop(write!(ascii, "\\u{unit:04x}")),
        }
    }
    Ok(ascii)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_any_letters_fits_into_a_header_and_reads_back() {
        for name in ["Ada", "Jörg \"Ö\" Müller", "さくら", "🦀", "a\u{7f}\nb"] {
            let json = ascii_json(&name).unwrap();
            assert!(json.bytes().all(|b| (b' '..=b'~').contains(&b)), "{json}");
            assert_eq!(serde_json::from_str::<String>(&json).unwrap(), name);
        }
    }

    #[test]
    fn a_refusal_closes_with_a_code_of_ours() {
        let problem = Problem::from(Code::WrongOrigin);
        assert_eq!(code(&problem).unwrap(), "wrong_origin");
        assert_eq!(problem.code.close_code(), 4403);
    }
}
