//! What a visitor sees, frame by frame, without a browser: the log, the outbox and the strip together.

use serde_json::{Value, json};
use shared::{
    ids::{ClientId, Millis},
    protocol::{ToVisitorFrame, VERSION},
    words::Word,
};

use crate::{
    model::{Heard, Line, Model, Over},
    outbox::{Ask, Item, Outbox, Progress},
    rows::{Caption, Row, rows},
    strip::{Action, strip},
    words::Words,
};

/// A visitor's widget: frames come in, what is shown comes out.
#[derive(Default)]
struct Widget {
    model: Model,
    seq: u64,
}

impl Widget {
    fn open(events: &[Value]) -> Self {
        let mut widget = Self::default();
        let events = widget.numbered(events);
        let live = json!({"position": null, "attended": true});
        widget.frame(json!({"welcome": {"v": VERSION, "now": 0, "events": events, "live": live}}));
        widget
    }

    fn frame(&mut self, frame: Value) -> Heard {
        self.model
            .hear(serde_json::from_value::<ToVisitorFrame>(frame).unwrap())
    }

    fn events(&mut self, events: &[Value]) -> Heard {
        let events = self.numbered(events);
        self.frame(json!({"events": {"events": events}}))
    }

    fn numbered(&mut self, events: &[Value]) -> Vec<Value> {
        let number = |event: &Value| {
            self.seq += 1;
            json!({"seq": self.seq, "at": self.seq * 1000, "event": event})
        };
        events.iter().map(number).collect()
    }

    fn ask(&mut self, id: &str, ask: Ask) {
        let id = ClientId::new(id).unwrap();
        self.model.outbox.push(Item {
            id,
            made: 0,
            ask,
            progress: Progress::Sending,
        });
    }

    fn say(&mut self, id: &str, text: &str, calls: bool) {
        self.ask(
            id,
            Ask::Say {
                text: text.to_owned(),
                calls,
            },
        );
    }

    fn rows(&self) -> Vec<Row> {
        rows(&self.model, "Hello.", Words::of("en"))
    }

    /// Each row in a line, without the greeting.
    fn shown(&self) -> Vec<String> {
        let line = |row: &Row| {
            let state = row.state.map(|state| format!(" ({state})")).unwrap_or_default();
            format!("{}{state}: {}", row.side.name(), row.text)
        };
        self.rows().iter().skip(1).map(line).collect()
    }

    fn strip(&self) -> (String, Action) {
        let strip = strip(&self.model, Words::of("en"), |at: Millis| format!("<{}>", at.0));
        (
            format!("{} {}", strip.who, strip.next).trim().to_owned(),
            strip.action,
        )
    }
}

fn english(word: Word) -> &'static str {
    Words::of("en").get(word)
}

fn said(id: &str, text: &str) -> Value {
    json!({"said": {"id": id, "text": text}})
}

fn escalated(id: Option<&str>, attended: bool) -> Value {
    let call = json!({"number": 1, "queue": "general", "team": "the billing team", "priority": 0, "respond_by": 9,
        "next_at": 9, "attended": attended});
    json!({"escalated": {"id": id, "turn": null, "call": call, "notice": "Calling.", "decision": null, "brief": null}})
}

fn claimed() -> Value {
    json!({"claimed": {"id": "k", "by": {"id": "m", "name": "Zoe"}, "reply_by": 9, "notice": "Zoe has joined."}})
}

#[test]
fn a_message_is_shown_at_once_and_promoted_where_it_stands() {
    let mut widget = Widget::open(&[]);
    widget.say("a", "Hi", false);
    assert_eq!(widget.shown(), ["visitor (sending): Hi"]);
    let key = widget.rows()[1].key.clone();
    widget.frame(json!({"accepted": {"id": "a", "seq": 2}}));
    assert_eq!(widget.shown(), ["visitor (sent): Hi"]);
    let heard = widget.events(&[json!({"opened": {"locale": null, "page": null}}), said("a", "Hi")]);
    assert_eq!(widget.shown(), ["visitor (sent): Hi"]);
    assert_eq!(widget.rows()[1].key, key);
    assert_eq!(heard.settled, [ClientId::new("a").unwrap()]);
    assert!(widget.model.outbox.items().is_empty());
}

#[test]
fn events_that_come_twice_are_shown_once_and_a_hole_is_noticed() {
    let mut widget = Widget::open(&[said("a", "One")]);
    widget.seq = 0;
    assert!(!widget.events(&[said("a", "One"), said("b", "Two")]).gap);
    assert_eq!(widget.shown(), ["visitor (sent): One", "visitor (sent): Two"]);
    widget.seq = 7;
    assert!(widget.events(&[said("c", "Three")]).gap);
    assert_eq!(widget.shown().len(), 2);
}

#[test]
fn a_request_for_a_person_is_answered_at_once_and_then_by_the_edge() {
    let mut widget = Widget::open(&[]);
    widget.say("a", "a human please", true);
    let local = format!("system: {}", english(Word::Calling));
    assert_eq!(widget.shown(), ["visitor (sending): a human please", &local]);
    assert_eq!(widget.strip(), ("Calling a person".to_owned(), Action::None));
    widget.events(&[said("a", "a human please"), escalated(None, true)]);
    assert_eq!(
        widget.shown(),
        ["visitor (sent): a human please", "system: Calling."]
    );
    assert_eq!(widget.strip(), ("Calling a person".to_owned(), Action::Details));
    widget.frame(json!({"live": {"live": {"position": 2, "attended": true}}}));
    assert_eq!(widget.strip().0, "Calling a person · 2nd in line");
}

#[test]
fn without_a_network_the_call_is_promised_and_nothing_is_said_to_be_sent() {
    let mut widget = Widget::open(&[]);
    widget.model.lost(false);
    widget.ask("p", Ask::Person);
    widget.say("a", "Hello?", false);
    let local = format!("system: {}", english(Word::CallingLater));
    assert_eq!(widget.shown(), ["visitor (sending): Hello?", &local]);
    assert_eq!(
        widget.rows()[1].caption,
        Caption::Quiet(english(Word::WillBeSent))
    );
    assert_eq!(widget.strip().0, "Offline · messages will be sent");
}

#[test]
fn a_refused_message_says_why_and_a_refused_press_does_so_apart() {
    let mut widget = Widget::open(&[]);
    widget.say("a", "Hi", false);
    widget.ask("p", Ask::Offer(true));
    for id in ["a", "p"] {
        widget.frame(json!({"refused": {"id": id, "code": "too_fast", "message": "Wait."}}));
    }
    assert_eq!(widget.shown(), ["visitor (failed): Hi"]);
    assert_eq!(
        widget.rows()[1].caption,
        Caption::Failed("Not sent. Wait.".to_owned())
    );
    assert_eq!(widget.model.refused.as_deref(), Some("Wait."));
}

#[test]
fn a_refused_message_outlives_the_page_as_refused_and_is_forgotten_with_its_conversation() {
    let refuses = |widget: &mut Widget| {
        widget.frame(json!({"refused": {"id": "a", "code": "too_fast", "message": "Wait."}}))
    };
    let mut widget = Widget::open(&[]);
    widget.say("a", "Hi", false);
    let heard = refuses(&mut widget);
    assert!(heard.settled.is_empty(), "it is kept");
    let kept = heard.failed.expect("to be kept as refused").stored();

    // The page is loaded again.
    let mut widget = Widget::open(&[said("b", "Before")]);
    widget.model.outbox = Outbox::restored(Item::restored(&kept).into_iter().collect());
    assert_eq!(widget.shown(), ["visitor (sent): Before", "visitor (failed): Hi"]);
    let caption = widget.rows().pop().map(|row| row.caption);
    assert_eq!(caption, Some(Caption::Failed("Not sent. Wait.".to_owned())));
    assert_eq!(widget.model.outbox.due().count(), 0, "nothing goes out by itself");
    assert!(!widget.model.live(), "nor is anything awaited");
    assert!(!widget.model.sends(), "so what is asked is shown");

    // Tried again, it is kept as any other that is on its way.
    let again = widget.model.outbox.again(&ClientId::new("a").unwrap());
    let kept = again.map(Item::stored).unwrap();
    assert_eq!(
        Item::restored(&kept).map(|item| item.progress),
        Some(Progress::Sending)
    );
    assert!(widget.model.live());
    refuses(&mut widget);
    widget.say("c", "After", false);
    let heard = widget.frame(json!({"refused": {"id": null, "code": "erased", "message": "Deleted."}}));
    assert_eq!(heard.over, Some(Over::Erased));
    assert_eq!(
        heard.settled,
        [ClientId::new("a").unwrap()],
        "what is on its way goes on"
    );
}

#[test]
fn the_strip_says_who_has_the_floor() {
    let mut widget = Widget::open(&[]);
    assert_eq!(
        widget.strip(),
        ("Assistant · from our help pages".to_owned(), Action::Person)
    );
    widget.events(&[escalated(Some("p"), false)]);
    assert_eq!(widget.strip(), ("Calling a person".to_owned(), Action::Details));
    widget.frame(json!({"live": {"live": {"position": null, "attended": false}}}));
    assert_eq!(
        widget.strip(),
        ("Nobody is in right now".to_owned(), Action::Details)
    );
    widget.events(&[
        json!({"details_left": {"id": "d", "email": "a@b.example", "promise_by": 5, "notice": "Thanks."}}),
    ]);
    assert_eq!(
        widget.strip(),
        ("We'll answer by e-mail before <5>".to_owned(), Action::None)
    );
    widget.events(&[claimed()]);
    assert_eq!(
        widget.strip(),
        ("Zoe from the billing team is here".to_owned(), Action::None)
    );
    widget.model.lost(true);
    assert_eq!(
        widget.strip(),
        ("Reconnecting · nothing is lost".to_owned(), Action::None)
    );
    widget.model.line = Line::Open;
    let by = json!({"id": "m", "name": "Zoe"});
    widget.events(&[
        json!({"closed": {"id": "x", "by": by, "category": "", "outcome": "", "notice": "Closed."}}),
    ]);
    assert_eq!(
        widget.strip(),
        ("Closed · write to start again".to_owned(), Action::Person)
    );
}

#[test]
fn a_speaker_is_named_once_per_group() {
    let reply = |id: &str| json!({"replied": {"id": id, "by": "m", "text": "t"}});
    let widget = Widget::open(&[
        said("a", "1"),
        said("b", "2"),
        escalated(None, true),
        claimed(),
        reply("r"),
        reply("s"),
    ]);
    let leads: Vec<bool> = widget.rows().iter().skip(1).map(|row| row.lead).collect();
    assert_eq!(leads, [true, false, true, false, true, false]);
    let last = widget.rows().pop().unwrap();
    assert_eq!((last.name.as_str(), last.team.as_str()), ("Zoe", "billing team"));
}

#[test]
fn a_draft_ends_with_its_turn_whichever_way() {
    let turn = |n: u32| json!({"turn_started": {"turn": n, "deadline": 9}});
    let draft = |n: u32| json!({"draft": {"turn": n, "text": "So far"}});
    let mut widget = Widget::open(&[said("a", "1"), turn(1)]);
    widget.frame(draft(1));
    assert!(widget.model.draft.is_some());
    widget.events(&[claimed()]);
    assert!(widget.model.draft.is_none());
    // A take-over calls and claims at once: somebody has the floor when the turn has ended.
    let mut widget = Widget::open(&[said("a", "1"), turn(1)]);
    widget.frame(draft(1));
    assert!(widget.model.draft.is_some());
    widget.events(&[escalated(None, true), claimed()]);
    assert!(widget.model.held());
    assert!(
        widget.model.draft.is_none(),
        "a draft of a turn that a person ended"
    );
    widget.frame(draft(1));
    assert!(widget.model.draft.is_none(), "and one that comes late");
    let mut widget = Widget::open(&[said("a", "1"), turn(1), said("b", "2"), turn(2)]);
    widget.frame(draft(1));
    assert!(
        widget.model.draft.is_none(),
        "a draft of a turn that was replaced"
    );
}

#[test]
fn a_peer_of_another_version_is_told_from_a_refusal() {
    let mut widget = Widget::default();
    widget.frame(json!({"refused": {"id": null, "code": "version", "message": "Reload."}}));
    assert!(widget.model.stale);
    let mut widget = Widget::default();
    widget.frame(json!({"welcome": {"v": VERSION + 1, "now": 0, "events": [], "live": {}}}));
    assert!(widget.model.stale);
}

#[test]
fn what_was_there_before_is_no_news_and_what_comes_is() {
    let mut widget = Widget::open(&[said("a", "1"), escalated(None, true)]);
    assert_eq!(widget.model.unread(shared::ids::Seq(0)), 0);
    let heard = widget.events(&[claimed(), json!({"replied": {"id": "r", "by": "m", "text": "t"}})]);
    assert_eq!(heard.news, ["agent_joined", "message"]);
    assert_eq!(widget.model.unread(shared::ids::Seq(2)), 1);
}

#[test]
fn what_another_tab_put_on_its_way_is_shown_here_once() {
    let item = |id: &str| Item {
        id: ClientId::new(id).unwrap(),
        made: 0,
        ask: Ask::Say {
            text: id.to_owned(),
            calls: false,
        },
        progress: Progress::Sending,
    };
    let failed = |id: &str| Item {
        progress: Progress::Failed("Wait.".to_owned()),
        ..item(id)
    };
    let mut widget = Widget::open(&[said("a", "a")]);
    assert!(widget.model.join(vec![item("a"), item("b")]));
    assert!(!widget.model.join(vec![item("b")]), "known already");
    assert_eq!(widget.shown(), ["visitor (sent): a", "visitor (sending): b"]);
    assert!(!widget.model.join(vec![failed("a"), failed("b"), failed("c")]));
    assert_eq!(
        widget.shown(),
        ["visitor (sent): a", "visitor (failed): b", "visitor (failed): c"]
    );
    assert!(
        widget.model.join(vec![failed("b"), item("c")]),
        "tried again there"
    );
    assert_eq!(
        widget.shown(),
        ["visitor (sent): a", "visitor (failed): b", "visitor (sending): c"]
    );
}

#[test]
fn where_nothing_is_kept_the_thread_says_so_and_what_is_unsent_says_what_to_do() {
    let mut widget = Widget::open(&[]);
    widget.model.unkept = true;
    widget.say("a", "Hi", false);
    assert_eq!(
        widget.shown(),
        ["visitor (sending): Hi"],
        "the page around keeps the key"
    );
    assert_eq!(widget.rows()[1].caption, Caption::Quiet(english(Word::KeepOpen)));
    widget.model.forgets = true;
    assert_eq!(widget.shown()[0], format!("system: {}", english(Word::Forgets)));
}

#[test]
fn a_reply_that_comes_is_to_be_heard_and_one_that_was_there_is_not() {
    let reply = |id: &str| json!({"replied": {"id": id, "by": "m", "text": "t"}});
    let mut widget = Widget::open(&[said("a", "1"), escalated(None, true), claimed(), reply("r")]);
    let heard = widget.events(&[reply("s")]);
    assert_eq!(heard.reply, Some(shared::ids::Seq(5)));
    assert_eq!(widget.events(&[said("b", "2")]).reply, None);
    let mut fresh = Widget::default();
    let events = fresh.numbered(&[said("a", "1"), escalated(None, true), claimed(), reply("r")]);
    let heard = fresh.frame(json!({"welcome": {"v": VERSION, "now": 0, "events": events, "live": {}}}));
    assert_eq!(heard.reply, None);
}

#[test]
fn a_chat_is_ended_once_and_then_judged_once() {
    let mut widget = Widget::open(&[]);
    assert!(!widget.model.ends(), "nothing began");
    widget.events(&[json!({"opened": {"locale": null, "page": null}}), said("a", "Hi")]);
    assert!(widget.model.ends());
    widget.ask("e", Ask::End);
    assert!(!widget.model.ends(), "it is on its way already");
    let heard = widget.events(&[json!({"ended": {"id": "e", "notice": "Over."}})]);
    assert_eq!(heard.news, ["closed"]);
    assert!(!widget.model.ends() && !widget.model.sends());
    assert_eq!(widget.strip().0, "Closed \u{b7} write to start again");
    let (asks, answer) = widget.model.asks().unwrap();
    assert_eq!((asks[0], answer(false)), (Word::Judge, Ask::Judge(false)));
    widget.events(&[json!({"judged": {"id": "j", "helped": false, "notice": "Thanks."}})]);
    assert!(widget.model.asks().is_none());
    widget.events(&[json!("reopened"), said("b", "Again")]);
    assert!(widget.model.ends());
}
