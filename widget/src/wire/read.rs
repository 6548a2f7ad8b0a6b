//! Reads frames of the protocol: what `serde_json` would read, for the frames that a visitor gets. What it does not
//! know it ignores in an object and refuses as a variant, as `shared::protocol` does.

use shared::{
    conversation::{Call, Envelope, Event, Member, Page, Source, ToVisitor, WaitStep, Withheld},
    ids::{ClientId, MemberId, Millis, QueueId, Seq, TurnId},
    protocol::{Live, ToVisitorFrame},
};

use super::value::Value;

/// The frame that a text is; none for any other text.
pub fn read(text: &str) -> Option<ToVisitorFrame> {
    let (name, mut of) = Value::parse(text)?.variant()?;
    Some(match name.as_str() {
        "welcome" => ToVisitorFrame::Welcome {
            v: u16::try_from(of.number("v")?).ok()?,
            now: millis(&mut of, "now")?,
            events: of.list("events", envelope)?,
            live: live(of.take("live")),
        },
        "events" => ToVisitorFrame::Events {
            events: of.list("events", envelope)?,
        },
        "accepted" => ToVisitorFrame::Accepted {
            id: client(&mut of)?,
            seq: seq(&mut of)?,
        },
        "refused" => ToVisitorFrame::Refused {
            id: client(&mut of),
            code: of.text("code")?,
            message: of.text("message")?,
        },
        "draft" => ToVisitorFrame::Draft {
            turn: turn(&mut of)?,
            text: of.text("text")?,
        },
        "typing" => ToVisitorFrame::Typing {
            name: of.text("name"),
        },
        "live" => ToVisitorFrame::Live {
            live: live(of.take("live")),
        },
        _ => return None,
    })
}

fn envelope(mut of: Value) -> Option<Envelope<ToVisitor>> {
    let (seq, at) = (seq(&mut of)?, millis(&mut of, "at")?);
    let (name, held) = of.take("event").variant()?;
    Some(Envelope {
        seq,
        at,
        event: event(&name, held)?,
    })
}

fn event(name: &str, mut of: Value) -> Option<Event<ToVisitor>> {
    let of = &mut of;
    let decision = Withheld;
    Some(match name {
        "opened" => Event::Opened {
            locale: of.text("locale"),
            page: page(of.take("page")),
            timezone: None,
            device: None,
        },
        "reopened" => Event::Reopened,
        "moved" => Event::Moved {
            page: page(of.take("page"))?,
        },
        "said" => Event::Said {
            id: client(of)?,
            text: of.text("text")?,
        },
        "turn_started" => Event::TurnStarted {
            turn: turn(of)?,
            deadline: millis(of, "deadline")?,
        },
        "answered" => Event::Answered {
            turn: turn(of)?,
            text: of.text("text")?,
            sources: of.list("sources", source)?,
            decision,
        },
        "offered" => Event::Offered {
            turn: turn(of)?,
            text: of.text("text")?,
            sources: of.list("sources", source)?,
            decision,
        },
        "passed" => Event::Passed {
            turn: turn(of)?,
            notice: notice(of)?,
            decision,
        },
        "declined" => Event::Declined { id: client(of)? },
        "reply_due" => Event::ReplyDue {
            reply_by: millis(of, "reply_by")?,
        },
        "asked_again" => Event::AskedAgain { id: client(of)? },
        "escalated" => Event::Escalated {
            id: client(of),
            turn: turn(of),
            call: call(of.take("call"))?,
            notice: notice(of)?,
            decision,
            brief: Withheld,
        },
        "waited" => Event::Waited {
            step: step(of)?,
            next_at: millis(of, "next_at")?,
            notice: notice(of),
        },
        "details_left" => Event::DetailsLeft {
            id: client(of)?,
            email: of.text("email")?,
            promise_by: millis(of, "promise_by")?,
            notice: notice(of)?,
        },
        "claimed" => Event::Claimed {
            id: client(of)?,
            by: member(of, "by")?,
            reply_by: millis(of, "reply_by")?,
            notice: notice(of)?,
        },
        "lapsed" => Event::Lapsed {
            by: member(of, "by")?,
            next_at: millis(of, "next_at")?,
            notice: notice(of)?,
        },
        "replied" => Event::Replied {
            id: client(of)?,
            by: MemberId::new(of.text("by")?).ok()?,
            text: of.text("text")?,
        },
        "handed_back" => Event::HandedBack {
            id: client(of)?,
            by: member(of, "by")?,
            notice: notice(of)?,
        },
        "transferred" => Event::Transferred {
            id: client(of)?,
            by: member(of, "by")?,
            call: call(of.take("call"))?,
            to: member(of, "to"),
            notice: notice(of)?,
        },
        "aside" => Event::Aside(Withheld),
        "closed" => Event::Closed {
            id: client(of)?,
            by: member(of, "by")?,
            category: of.text("category")?,
            outcome: of.text("outcome")?,
            notice: notice(of)?,
        },
        _ => return question(name, of),
    })
}

/// Who they are, what Baton asks after a call and after the end, and what comes of it.
fn question(name: &str, of: &mut Value) -> Option<Event<ToVisitor>> {
    Some(match name {
        "identified" => Event::Identified { person: Withheld },
        "asked" => Event::Asked {
            number: small(of, "number")?,
            text: of.text("text")?,
        },
        // The words stand in the message; here it counts that it was answered.
        "told" => Event::Told {
            number: small(of, "number")?,
            question: String::new(),
            message: Seq(of.number("message")?),
            words: String::new(),
        },
        "skipped" => Event::Skipped { id: client(of)? },
        "solved_heard" => Event::SolvedHeard {
            turn: turn(of)?,
            text: of.text("text")?,
            decision: Withheld,
        },
        "not_solved" => Event::NotSolved { id: client(of)? },
        "solved" => Event::Solved {
            id: client(of)?,
            notice: notice(of)?,
        },
        "ended" => Event::Ended {
            id: client(of)?,
            notice: notice(of)?,
        },
        "judged" => Event::Judged {
            id: client(of)?,
            helped: of.flag("helped")?,
            notice: notice(of)?,
        },
        _ => return None,
    })
}

fn client(of: &mut Value) -> Option<ClientId> {
    ClientId::new(of.text("id")?).ok()
}

fn seq(of: &mut Value) -> Option<Seq> {
    of.number("seq").map(Seq)
}

fn millis(of: &mut Value, name: &str) -> Option<Millis> {
    of.number(name).map(Millis)
}

fn small(of: &mut Value, name: &str) -> Option<u32> {
    u32::try_from(of.number(name)?).ok()
}

fn turn(of: &mut Value) -> Option<TurnId> {
    small(of, "turn").map(TurnId)
}

fn notice(of: &mut Value) -> Option<String> {
    of.text("notice")
}

fn member(of: &mut Value, name: &str) -> Option<Member> {
    let mut of = of.take(name);
    Some(Member {
        id: MemberId::new(of.text("id")?).ok()?,
        name: of.text("name")?,
    })
}

fn step(of: &mut Value) -> Option<WaitStep> {
    match of.text("step")?.as_str() {
        "alert" => Some(WaitStep::Alert),
        "widen" => Some(WaitStep::Widen),
        "offer_details" => Some(WaitStep::OfferDetails),
        "overdue" => Some(WaitStep::Overdue),
        _ => None,
    }
}

fn page(mut of: Value) -> Option<Page> {
    let mut part = |name| of.text(name).unwrap_or_default();
    let (title, referrer) = (part("title"), part("referrer"));
    Some(Page {
        url: of.text("url")?,
        title,
        referrer,
    })
}

fn source(mut of: Value) -> Option<Source> {
    Some(Source {
        title: of.text("title")?,
        url: of.text("url")?,
    })
}

fn call(mut of: Value) -> Option<Call> {
    let of = &mut of;
    Some(Call {
        spoken: None,
        number: small(of, "number")?,
        queue: QueueId::new(of.text("queue")?).ok()?,
        team: of.text("team")?,
        priority: u8::try_from(of.number("priority")?).ok()?,
        respond_by: millis(of, "respond_by")?,
        next_at: millis(of, "next_at")?,
        attended: of.flag("attended")?,
    })
}

fn live(mut of: Value) -> Live {
    // Viewers are for members.
    Live {
        position: small(&mut of, "position"),
        attended: of.flag("attended"),
        viewers: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use serde_json::{Value, json};
    use shared::{conversation::Event, protocol::ToVisitorFrame};

    /// What `serde_json` reads, this reads the same.
    #[track_caller]
    fn same(frame: &Value) {
        let text = frame.to_string();
        let expected = serde_json::from_str::<ToVisitorFrame>(&text).unwrap();
        assert_eq!(read(&text).unwrap(), expected);
        assert_eq!(
            read(&serde_json::to_string_pretty(frame).unwrap()).unwrap(),
            expected
        );
        // And what the edge writes of it, this reads the same.
        assert_eq!(
            read(&serde_json::to_string(&expected).unwrap()).unwrap(),
            expected
        );
    }

    /// One of each kind of event. A kind that is added to the protocol stops this from compiling.
    fn events() -> Vec<Value> {
        let by = json!({"id": "m1", "name": "Zo\u{eb} \"Q\" \u{1f600}\n\\"});
        let page = json!({"url": "https://a.example/", "title": "A", "referrer": ""});
        let call = json!({"number": 1, "queue": "general", "team": "the team", "priority": 0, "respond_by": 5,
            "next_at": 6, "attended": false});
        let source = json!({"title": "T", "url": "/t"});
        let events = vec![
            json!({"opened": {"locale": null, "page": {"url": "https://a.example/", "title": "A"}}}),
            json!("reopened"),
            json!({"moved": {"page": page}}),
            json!({"said": {"id": "c1", "text": ""}}),
            json!({"turn_started": {"turn": 1, "deadline": 9_007_199_254_740_991_u64}}),
            json!({"answered": {"turn": 1, "text": "x", "sources": [source], "decision": null}}),
            json!({"offered": {"turn": 1, "text": "x", "sources": [], "decision": {"score": -0.5}}}),
            json!({"passed": {"turn": 1, "notice": "n", "decision": null}}),
            json!({"declined": {"id": "c"}}),
            json!({"asked_again": {"id": "c"}}),
            json!({"reply_due": {"reply_by": 5}}),
            json!({"waited": {"step": "widen", "next_at": 9, "notice": null}}),
            json!({"identified": {"person": null}}),
            json!({"asked": {"number": 0, "text": "Which?"}}),
            json!({"told": {"number": 0, "question": "", "message": 3, "words": ""}}),
            json!({"skipped": {"id": "c"}}),
            json!({"solved_heard": {"turn": 1, "text": "t", "decision": {"a": 1}}}),
            json!({"not_solved": {"id": "c"}}),
            json!({"solved": {"id": "c", "notice": "n"}}),
            json!({"ended": {"id": "c", "notice": "n"}}),
            json!({"judged": {"id": "c", "helped": false, "notice": "n"}}),
            json!({"escalated": {"id": null, "turn": null, "call": call, "notice": "n", "decision": {"a": [{}]}, "brief": null}}),
            json!({"escalated": {"id": "p", "turn": 2, "call": call, "notice": "n", "decision": null, "brief": null}}),
            json!({"waited": {"step": "offer_details", "next_at": 9, "notice": null}}),
            json!({"waited": {"step": "alert", "next_at": 9, "notice": "x"}}),
            json!({"waited": {"step": "overdue", "next_at": 9, "notice": "x"}}),
            json!({"details_left": {"id": "d", "email": "a@b.example", "promise_by": 3, "notice": "n"}}),
            json!({"claimed": {"id": "k", "by": by, "reply_by": 4, "notice": "joined"}}),
            json!({"lapsed": {"by": by, "next_at": 4, "notice": "left"}}),
            json!({"replied": {"id": "r", "by": "m1", "text": "t"}}),
            json!({"handed_back": {"id": "h", "by": by, "notice": "n"}}),
            json!({"transferred": {"id": "t", "by": by, "call": call, "to": null, "notice": "n"}}),
            json!({"transferred": {"id": "t", "by": by, "call": call, "to": by, "notice": "n"}}),
            json!({"aside": null}),
            json!({"closed": {"id": "x", "by": by, "category": "", "outcome": "", "notice": "n"}}),
        ];
        let known = |event: Event| match event {
            Event::Reopened
            | Event::Opened { .. }
            | Event::Moved { .. }
            | Event::Said { .. }
            | Event::TurnStarted { .. }
            | Event::Answered { .. }
            | Event::Offered { .. }
            | Event::Passed { .. }
            | Event::Declined { .. }
            | Event::AskedAgain { .. }
            | Event::Identified { .. }
            | Event::Asked { .. }
            | Event::Told { .. }
            | Event::Skipped { .. }
            | Event::SolvedHeard { .. }
            | Event::NotSolved { .. }
            | Event::Solved { .. }
            | Event::Ended { .. }
            | Event::Judged { .. }
            | Event::ReplyDue { .. }
            | Event::Escalated { .. }
            | Event::Waited { .. }
            | Event::DetailsLeft { .. }
            | Event::Claimed { .. }
            | Event::Lapsed { .. }
            | Event::Replied { .. }
            | Event::HandedBack { .. }
            | Event::Transferred { .. }
            | Event::Aside(_)
            | Event::Closed { .. } => {}
        };
        known(Event::Reopened);
        events
    }

    #[test]
    fn every_kind_of_frame_reads_as_it_was_written() {
        let live = json!({"position": 2, "attended": true, "viewers": [], "later": {"a": [1, -2.5e3, "}"]}});
        let event = |(at, event): (usize, Value)| json!({"seq": at + 1, "at": 7, "event": event});
        let events: Vec<Value> = events().into_iter().enumerate().map(event).collect();
        same(&json!({"welcome": {"v": 1, "now": 3, "events": events, "live": live}}));
        same(&json!({"welcome": {"v": 1, "now": 3, "events": [], "live": {}}}));
        same(&json!({"events": {"events": events}}));
        same(&json!({"accepted": {"id": "c1", "seq": 4}}));
        same(&json!({"refused": {"id": null, "code": "x", "message": "m"}}));
        same(&json!({"refused": {"id": "c1", "code": "x", "message": "m"}}));
        same(&json!({"draft": {"turn": 1, "text": "so far"}}));
        same(&json!({"typing": {"name": null}}));
        same(&json!({"typing": {"name": "A"}}));
        same(&json!({"live": {"live": live}}));
    }

    #[test]
    fn what_is_cut_or_of_another_shape_is_refused() {
        let whole = json!({"events": {"events": [{"seq": 1, "at": 2, "event": "reopened"}]}}).to_string();
        for end in 0..whole.len() {
            assert!(read(&whole[..end]).is_none(), "{}", &whole[..end]);
        }
        let later = r#"{"events":{"events":[{"seq":1,"at":2,"event":"later"}]}}"#;
        for bad in [
            "null",
            "[]",
            "{}",
            "\"x\"",
            "{\"later\":{}}",
            "{\"events\":{\"events\":7}}",
            later,
        ] {
            assert!(read(bad).is_none(), "{bad}");
        }
    }
}
