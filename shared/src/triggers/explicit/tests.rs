//! What asks and what does not, one phrasing a line in `phrasings/`, a file for each language; and what the tables
//! cannot say.

use super::{detect, probe};

/// `+` asks for a person, `-` does neither, `?` asks what it is talking to; `!` before one of these: not found yet.
#[track_caller]
fn holds(phrasings: &str) {
    let lines = phrasings.lines().filter(|line| !line.starts_with(['#', '!']));
    let wrong: Vec<&str> = lines
        .filter(|line| {
            let (kind, text) = line.split_at(2);
            let verdict = (detect(text).is_some(), probe(text).is_some());
            match kind {
                "+ " => !verdict.0,
                "- " => verdict != (false, false),
                "? " => verdict != (false, true),
                _ => true,
            }
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn english() {
    holds(include_str!("phrasings/en.txt"));
}

#[test]
fn spanish() {
    holds(include_str!("phrasings/es.txt"));
}

#[test]
fn german() {
    holds(include_str!("phrasings/de.txt"));
}

#[test]
fn french() {
    holds(include_str!("phrasings/fr.txt"));
}

#[test]
fn portuguese() {
    holds(include_str!("phrasings/pt.txt"));
}

#[test]
fn italian() {
    holds(include_str!("phrasings/it.txt"));
}

#[test]
fn dutch() {
    holds(include_str!("phrasings/nl.txt"));
}

#[test]
fn polish() {
    holds(include_str!("phrasings/pl.txt"));
}

#[test]
fn other_scripts() {
    for asks in [
        "转人工",
        "我要人工客服",
        "オペレーターに繋いでください",
        "상담원 연결",
        "Хочу поговорить с человеком",
        "з'єднайте мене з оператором",
    ] {
        assert!(detect(asks).is_some(), "{asks}");
    }
    for not in [
        "我的订单在哪里",
        "荷物はどこですか",
        "배송 언제 와요",
        "Где мой заказ?",
    ] {
        assert_eq!(detect(not), None, "{not}");
    }
}

#[test]
fn the_words_that_made_it_fire_are_told() {
    let asked = detect("Router dead again, third time. Put me through to SOMEBODY, please!").unwrap();
    assert_eq!(asked.words, "put me through to somebody");
    assert_eq!(probe("Hm. Are you a robot?").unwrap().words, "are you a robot");
}

#[test]
fn any_text_is_read_to_its_end() {
    for text in [
        "", " ", "?!", "'", "''''", "l'", "🤖", "e\u{301}", "שלום", "a\u{0}b",
    ] {
        assert_eq!(detect(text), None, "{text}");
    }
    for word in [
        "human ",
        "to ",
        "talk ",
        "not ",
        "a",
        "人工",
        "agnet ",
        "there a ",
        "is there ",
    ] {
        detect(&word.repeat(2000));
        probe(&word.repeat(2000));
    }
}
