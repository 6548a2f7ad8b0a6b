//! One line a case: what asks, what does not.

use super::detect;

#[track_caller]
fn asks(text: &str) {
    assert!(detect(text).is_some(), "should ask: {text}");
}

#[track_caller]
fn does_not(text: &str) {
    assert_eq!(detect(text), None, "should not ask: {text}");
}

#[test]
fn english() {
    asks("can I talk to a human please");
    asks("I WANT TO SPEAK WITH A REAL PERSON");
    asks("agent");
    asks("human pls!!");
    asks("router dead again, third time, put me through to somebody");
    asks("get me a live agent now");
    asks("I don't want a bot. Let me talk to someone.");
    asks("transfer me to customer support representative");
    asks("is there a way to talk to a person");
    asks("how do I reach a human");
}

#[test]
fn other_languages() {
    asks("Quiero hablar con una persona");
    asks("Ich möchte mit einem Menschen sprechen");
    asks("Kann ich mit einem Mitarbeiter sprechen?");
    asks("Je veux parler à un conseiller");
    asks("Quero falar com um atendente");
    asks("Vorrei parlare con un operatore");
    asks("Ik wil een medewerker spreken");
    asks("Chcę rozmawiać z człowiekiem");
}

#[test]
fn negated_or_meant_otherwise() {
    does_not("no need for a person, just tell me the opening hours");
    does_not("I don't want to talk to a person");
    does_not("how do I add a person to my plan");
    does_not("my estate agent sent me the keys");
    does_not("who works in human resources");
    does_not("what does the operator in this formula do");
    does_not("are you a human?");
    does_not("how many people can join a call");
    does_not("I want the agent commission statement");
    does_not("Ich will keinen Mitarbeiter sprechen");
    does_not("When does Baton escalate to a person?");
    does_not("Can the assistant talk over an agent?");
    does_not("");
}
