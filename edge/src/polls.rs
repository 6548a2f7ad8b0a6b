//! Lines over HTTP, for browsers on networks that let no WebSocket through. Who asks is checked with every request, as for
//! a socket when it is opened, and told to the object with it.
//!
//! Refusals have the form that they have on a socket, one frame; in the place of the code that a socket is closed with
//! there is the HTTP status.

use serde::{Serialize, de::DeserializeOwned};
use shared::{
    conversation::{Device, Member},
    ids::{ConversationId, SiteId},
    protocol::{FRAMES_AT_ONCE, MAX_FRAME_BYTES},
};
use worker::{Env, Response, Stub};

use crate::{
    http::{body, reply},
    objects::{
        self,
        call::ask,
        conversation::peer::Peer,
        line::{Place, Poll, Polled},
        queue::Seat,
    },
    problem::{Outcome, Problem},
    request::Incoming,
    sockets,
};

/// The most bytes of one request: hello and as many frames of the largest size as a client sends at once.
const LIMIT: usize = (FRAMES_AT_ONCE + 1) * MAX_FRAME_BYTES;
/// The longest name of a line.
const LONGEST_LINE: usize = 40;

/// A visitor's request. The object checks the conversation's secret, which comes in the first frame.
pub async fn visitor(env: &Env, incoming: Incoming, site: &SiteId, id: &ConversationId) -> Outcome<Response> {
    let answered = async {
        sockets::visitor_admitted(env, &incoming, site).await?;
        let who = Peer {
            device: incoming.header("user-agent").and_then(|agent| Device::of(&agent)),
            ..Peer::visitor(site, id)
        };
        pass_on(&objects::conversation(env, site, id)?, incoming, who).await
    };
    answered.await.or_else(|problem| refuse(&problem))
}

/// An agent's request to one conversation.
pub async fn agent(env: &Env, incoming: Incoming, id: &ConversationId) -> Outcome<Response> {
    let answered = async {
        let session = sockets::admitted(env, &incoming).await?;
        let member = Member {
            id: session.who.member.id.clone(),
            name: session.who.member.name.clone(),
        };
        // The first request of a line, or one whose answer did not arrive.
        if incoming.query("n").as_deref() == Some("0") {
            sockets::opens(env, &session, id).await?;
        }
        let who = Peer::agent(session.site(), id, member, session.token.fingerprint());
        pass_on(&objects::conversation(env, session.site(), id)?, incoming, who).await
    };
    answered.await.or_else(|problem| refuse(&problem))
}

/// An agent's request to the queue.
pub async fn desk(env: &Env, incoming: Incoming) -> Outcome<Response> {
    let answered = async {
        let session = sockets::admitted(env, &incoming).await?;
        let who = Seat::new(
            session.site(),
            &session.who.member,
            Some(session.token.fingerprint()),
        );
        pass_on(&objects::queue(env, session.site())?, incoming, who).await
    };
    answered.await.or_else(|problem| refuse(&problem))
}

async fn pass_on<W>(stub: &Stub, mut incoming: Incoming, who: W) -> Outcome<Response>
where
    W: Serialize + DeserializeOwned,
{
    let place = place(&incoming)?;
    let body = body::bytes(&mut incoming.request, LIMIT).await?;
    // What is no UTF-8 is refused with the frame that it is in, as it is on a socket.
    let text = String::from_utf8_lossy(&body);
    let frames = text.lines().filter(|text| !text.is_empty()).map(str::to_owned);
    let poll = Poll {
        who,
        place,
        frames: frames.collect(),
    };
    let Polled { ended, frames } = ask(stub, &poll).await?;
    reply::frames(&frames, ended.map_or(200, status))
}

fn place(incoming: &Incoming) -> Outcome<Place> {
    let line = incoming.query("line").filter(|line| is_name(line));
    let number = |name| {
        let text = incoming.query(name)?;
        text.parse().ok()
    };
    let (Some(line), Some(request), Some(answers)) = (line, number("r"), number("n")) else {
        let rule = "must be up to 40 letters and digits, with numbers for `r` and `n`";
        return Err(Problem::field("line", rule));
    };
    Ok(Place {
        line,
        request,
        answers,
    })
}

fn is_name(line: &str) -> bool {
    (1..=LONGEST_LINE).contains(&line.len()) && line.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// The status that says what a socket's closing code says: ours are 4000 and the status.
fn status(code: u16) -> u16 {
    match code {
        1000 => 200,
        4400..4600 => code - 4000,
        _ => 500,
    }
}

fn refuse(problem: &Problem) -> Outcome<Response> {
    let frame = sockets::refusal(problem)?;
    let text = serde_json::to_string(&frame).map_err(|error| Problem::internal(&error))?;
    reply::frames(&[text], problem.code.status())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_says_what_a_sockets_closing_code_says() {
        for (code, expected) in [
            (1000, 200),
            (4401, 401),
            (4403, 403),
            (4410, 410),
            (1013, 500),
            (4000, 500),
        ] {
            assert_eq!(status(code), expected, "{code}");
        }
    }

    #[test]
    fn a_lines_name_is_short_and_plain() {
        for (line, is) in [("a1Z", true), ("", false), ("a/b", false), ("\u{e9}", false)] {
            assert_eq!(is_name(line), is, "{line}");
        }
        assert!(is_name(&"a".repeat(LONGEST_LINE)) && !is_name(&"a".repeat(LONGEST_LINE + 1)));
    }
}
