//! What `serde_json` reads, this reads the same; what is broken it refuses.

use super::read;
use crate::protocol::ToVisitorFrame;
use serde_json::{Value, json};

/// What `serde_json` reads, this reads the same.
#[track_caller]
fn same(frame: &Value) {
    let text = frame.to_string();
    let expected = serde_json::from_str::<ToVisitorFrame>(&text).unwrap();
    assert_eq!(read::<ToVisitorFrame>(&text).unwrap(), expected);
    let spaced = serde_json::to_string_pretty(frame).unwrap();
    assert_eq!(read::<ToVisitorFrame>(&spaced).unwrap(), expected);
}

#[test]
fn every_kind_of_frame_reads_as_it_was_written() {
    let live = json!({"position": 2, "attended": true, "viewers": [], "later": {"a": [1, -2.5e3, "}"]}});
    let call = json!({"number": 1, "queue": "general", "team": "the team", "priority": 0, "respond_by": 5,
        "next_at": 6, "attended": false});
    let by = json!({"id": "m1", "name": "Zo\u{eb} \"Q\" \u{1f600}\n\\"});
    let events = [
        json!({"opened": {"locale": null, "page": {"url": "https://a.example/", "title": "A"}}}),
        json!("reopened"),
        json!({"said": {"id": "c1", "text": ""}}),
        json!({"answered": {"turn": 1, "text": "x", "sources": [{"title": "T", "url": "/t"}], "decision": null}}),
        json!({"escalated": {"id": null, "turn": 2, "call": call, "notice": "n", "decision": {"a": [{}]}, "brief": null}}),
        json!({"waited": {"step": "offer_details", "next_at": 9, "notice": null}}),
        json!({"claimed": {"id": "k", "by": by, "reply_by": 9_007_199_254_740_991_u64, "notice": "joined"}}),
    ];
    let events: Vec<Value> = events
        .iter()
        .enumerate()
        .map(|(at, event)| json!({"seq": at + 1, "at": 7, "event": event}))
        .collect();
    same(&json!({"welcome": {"v": 1, "now": 3, "events": events, "live": live}}));
    same(&json!({"events": {"events": []}}));
    same(&json!({"accepted": {"id": "c1", "seq": 4}}));
    same(&json!({"refused": {"id": null, "code": "x", "message": "m"}}));
    same(&json!({"draft": {"turn": 1, "text": "so far"}}));
    same(&json!({"typing": {"name": null}}));
    same(&json!({"live": {"live": live}}));
}

#[test]
fn escapes_are_undone() {
    assert_eq!(
        read::<String>(r#" "a\u00e9\ud83d\ude00\/\t\"\ud83dx" "#).unwrap(),
        "a\u{e9}\u{1f600}/\t\"\u{fffd}x"
    );
}

#[test]
fn what_is_cut_or_of_another_shape_is_refused() {
    let whole = json!({"events": {"events": [{"seq": 1, "at": 2, "event": "reopened"}]}}).to_string();
    for end in 0..whole.len() {
        assert!(
            read::<ToVisitorFrame>(&whole[..end]).is_err(),
            "{}",
            &whole[..end]
        );
    }
    for bad in [
        "",
        "null",
        "[]",
        "{}",
        "\"x\"",
        "{\"later\":{}}",
        "{\"events\":{\"events\":7}}",
        "{\"accepted\":{\"id\":\"A\",\"seq\":1}}",
    ] {
        assert!(read::<ToVisitorFrame>(bad).is_err(), "{bad}");
    }
}
