//! Each kind of wrong is seen where it is, and nothing is seen where nothing is.

use serde_json::{Value, json};

use super::*;
use crate::chaos::asked::{Asked, Kind};

fn log(events: &[Value]) -> Vec<Envelope> {
    let numbered = events.iter().zip(1..);
    let read = |(event, seq): (&Value, u64)| {
        serde_json::from_value(json!({ "seq": seq, "at": 1_000 + seq, "event": event })).unwrap()
    };
    numbered.map(read).collect()
}

fn said(id: &str, text: &str) -> Value {
    json!({ "said": { "id": id, "text": text } })
}

fn claimed(id: &str, who: &str) -> Value {
    json!({ "claimed": { "id": id, "by": { "id": who, "name": who }, "reply_by": 9_000, "notice": "" } })
}

fn replied(id: &str, who: &str) -> Value {
    json!({ "replied": { "id": id, "by": who, "text": "Hello" } })
}

fn handed_back(who: &str) -> Value {
    json!({ "handed_back": { "id": "h", "by": { "id": who, "name": who }, "notice": "" } })
}

fn asked(id: &str, kind: Kind, words: Option<&str>) -> Asked {
    Asked {
        id: ClientId::new(id).unwrap(),
        kind,
        words: words.map(str::to_owned),
    }
}

fn message(id: &str) -> Asked {
    asked(id, Kind::Message, Some("Hi"))
}

fn accepted(id: &str, seq: u64) -> (ClientId, Result<Seq, Refused>) {
    (ClientId::new(id).unwrap(), Ok(Seq(seq)))
}

fn refused(id: &str) -> (ClientId, Result<Seq, Refused>) {
    let (code, message) = ("too_fast".to_owned(), String::new());
    (ClientId::new(id).unwrap(), Err(Refused { code, message }))
}

#[track_caller]
fn check(
    log_of: &[Value],
    asked: Vec<Asked>,
    answered: Vec<(ClientId, Result<Seq, Refused>)>,
    expected: &[Wrong],
) {
    let found = once_in_order(&log(log_of), &Side { asked, answered });
    let kinds: Vec<Wrong> = found.iter().map(|fault| fault.wrong).collect();
    assert_eq!(kinds, expected, "{found:?}");
}

#[test]
fn what_is_acknowledged_is_there_once_and_in_order() {
    let (a, b) = (|| message("a"), || message("b"));
    let both = [said("a", "Hi"), said("b", "Hi")];
    check(
        &both,
        vec![a(), b()],
        vec![accepted("a", 1), accepted("b", 2)],
        &[],
    );
    check(
        &both,
        vec![a(), b()],
        vec![accepted("a", 1), accepted("a", 1)],
        &[],
    );
    check(&both, vec![b(), a()], vec![], &[Wrong::Reordered]);
    check(&both[..1], vec![a(), b()], vec![accepted("b", 2)], &[Wrong::Lost]);
    check(&both[..1], vec![a(), b()], vec![], &[Wrong::Lost]);
    check(&both[..1], vec![a(), b()], vec![refused("b")], &[]);
    check(&both, vec![a(), b()], vec![refused("b")], &[Wrong::Doubled]);
    check(&[said("a", "Ha")], vec![a()], vec![], &[Wrong::Lost]);
    let twice = [said("a", "Hi"), said("a", "Hi")];
    check(&twice, vec![a()], vec![accepted("a", 1)], &[Wrong::Doubled]);
    check(
        &twice,
        vec![a()],
        vec![accepted("a", 1), accepted("a", 2)],
        &[Wrong::Doubled, Wrong::Doubled],
    );
}

#[test]
fn a_missing_number_is_seen() {
    let mut events = log(&[said("a", "Hi"), said("b", "Hi"), said("c", "Hi")]);
    assert_eq!(numbers(&events), []);
    events.remove(1);
    assert_eq!(numbers(&events).len(), 1);
}

#[track_caller]
fn check_floor(events: &[Value], expected: &[Wrong]) {
    let found = one_speaker(&log(events));
    let kinds: Vec<Wrong> = found.iter().map(|fault| fault.wrong).collect();
    assert_eq!(kinds, expected, "{found:?}");
}

#[test]
fn one_speaks_at_a_time() {
    let decision = json!({
        "verdict": "answer", "reasons": [], "queue": "general", "priority": 0, "confidence": null, "policy": "p",
    });
    let answered =
        json!({ "answered": { "turn": 1, "text": "Two days.", "sources": [], "decision": decision } });
    let (ada, bob) = (claimed("c", "ada"), claimed("d", "bob"));
    let (hers, his, back) = (replied("r", "ada"), replied("s", "bob"), handed_back("ada"));
    check_floor(&[answered.clone(), ada.clone(), hers.clone(), back.clone()], &[]);
    check_floor(&[ada.clone(), answered.clone()], &[Wrong::TalkOver]);
    check_floor(&[ada.clone(), back.clone(), answered.clone(), bob.clone()], &[]);
    check_floor(&[ada.clone(), bob.clone(), his.clone()], &[Wrong::TwoWinners]);
    check_floor(&[ada.clone(), his], &[Wrong::TalkOver]);
    check_floor(&[hers], &[Wrong::TalkOver]);
    check_floor(&[answered.clone(), answered], &[Wrong::Doubled]);
}

#[test]
fn who_is_told_that_they_won_has_the_claim() {
    let events = log(&[claimed("c", "ada")]);
    let side = |id: &str| Side {
        asked: vec![asked(id, Kind::Claim, None)],
        answered: vec![accepted(id, 1)],
    };
    assert_eq!(winners(&events, &[side("c")]), []);
    assert_eq!(winners(&events, &[side("c"), side("d")]).len(), 1);
}
