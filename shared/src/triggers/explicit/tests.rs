//! What asks and what does not, as stories; how often the tables are right is measured by `cargo xtask evaluate explicit`.

use super::{detect, probe};

#[track_caller]
fn asks(texts: &[&str]) {
    let missed: Vec<&&str> = texts.iter().filter(|text| detect(text).is_none()).collect();
    assert!(missed.is_empty(), "should ask: {missed:#?}");
    assert!(
        texts.iter().all(|text| super::asks(text)),
        "the same without words"
    );
}

#[track_caller]
fn does_not(texts: &[&str]) {
    let heard = texts.iter().filter_map(|text| Some((text, detect(text)?.words)));
    assert_eq!(heard.collect::<Vec<_>>(), [], "should not ask");
    assert!(
        !texts.iter().any(|text| super::asks(text)),
        "the same without words"
    );
}

#[test]
fn english() {
    asks(&[
        "can I talk to a human please",
        "I WANT TO SPEAK WITH A REAL PERSON",
        "agent",
        "human pls!!",
        "router dead again, third time, put me through to somebody",
        "get me a live agent now",
        "I don't want a bot. Let me talk to someone.",
        "is there a way to talk to a person",
        "taslk to agnet",
        "is anyone there who can help me?",
        "can someone call me back",
    ]);
    does_not(&[
        "no need for a person, just tell me the opening hours",
        "I don't want to talk to a person",
        "how do I add a person to my plan",
        "my estate agent sent me the keys",
        "who works in human resources",
        "what does the operator in this formula do",
        "are you a human?",
        "how many people can join a call",
        "When does Baton escalate to a person?",
        "How do I make a certain word call a person?",
        "Can the assistant talk over an agent?",
        "what does the agent see in the brief",
    ]);
}

#[test]
fn other_languages() {
    asks(&[
        "Quiero hablar con una persona",
        "pásame con un asesor",
        "Ich möchte mit einem Menschen sprechen",
        "Kann ich mit einem Mitarbeiter sprechen?",
        "Je veux parler à un conseiller",
        "passez-moi quelqu'un",
        "Quero falar com um atendente",
        "Vorrei parlare con un operatore",
        "Ik wil een medewerker spreken",
        "Chcę rozmawiać z człowiekiem",
        "proszę połączyć z konsultantem",
    ]);
    does_not(&[
        "Ich will keinen Mitarbeiter sprechen",
        "Wie viele Mitarbeiter hat die Firma?",
        "¿Cómo agrego una persona a mi plan?",
        "Comment ajouter une personne à mon compte ?",
        "Como adiciono um usuário?",
        "Quanto costa la spedizione?",
        "Wat zijn de openingstijden?",
        "Jak zmienić hasło?",
    ]);
}

#[test]
fn asking_what_one_talks_to_is_heard_and_is_no_request() {
    for text in [
        "are you a human?",
        "am I talking to a bot",
        "Bist du ein Mensch?",
        "¿Eres un robot?",
        "Êtes-vous un robot ?",
        "Sei una persona vera?",
        "Ben je een robot?",
        "Czy jesteś człowiekiem?",
    ] {
        assert!(probe(text).is_some(), "{text}");
        assert_eq!(detect(text), None, "{text}");
    }
    for text in [
        "how do I install it",
        "my robot vacuum is broken",
        "I talked to a person yesterday",
    ] {
        assert_eq!(probe(text), None, "{text}");
    }
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
    assert!(asked.words.contains("through to SOMEBODY"), "{}", asked.words);
    let asked = probe("Hm. Are you a robot?").unwrap();
    assert!(asked.words.contains("you a robot"), "{}", asked.words);
}

#[test]
fn they_are_told_as_they_were_written_and_hold_who_is_asked_for() {
    for (text, holds) in [
        ("Ich möchte mit einem MENSCHEN reden, bitte!", "MENSCHEN reden"),
        ("Je veux parler à quelqu’un’", "parler à quelqu’un"),
        ("bitte einen Mitarbeiter", "Mitarbeiter"),
        ("Please, please, please: a human", "a human"),
    ] {
        let asked = detect(text).unwrap_or_else(|| panic!("{text}"));
        assert!(asked.words.contains(holds), "{}", asked.words);
        assert!(text.contains(&asked.words), "{}", asked.words);
    }
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
