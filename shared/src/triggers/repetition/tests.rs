//! What is a reaction to the answer before, by language, and what only sounds like one.

use super::{Reaction, Reaction::*, reaction, reaction_in};

#[track_caller]
fn says(expected: Option<Reaction>, texts: &[&str]) {
    let wrong: Vec<_> = texts
        .iter()
        .map(|text| (text, reaction(text)))
        .filter(|(_, found)| found.as_ref().map(|(what, _)| *what) != expected)
        .collect();
    assert!(wrong.is_empty(), "not {expected:?}: {wrong:#?}");
}

#[test]
fn corrections() {
    says(
        Some(Correction),
        &[
            "no, that's not what I asked",
            "That isnt what i meant",
            "I meant the blue one",
            "wrong, I said Friday",
            "actually make that Tuesday",
            "No, the blue one.",
            "nope it should be the big one",
            "you misunderstood me",
            "My question was about parcels",
            "no, eso no es lo que pregunté",
            "me refería al pedido azul",
            "No, el martes",
            "Nein, das habe ich nicht gefragt",
            "Ich meinte den blauen",
            "das stimmt nicht",
            "non, ce n'est pas ce que j'ai demandé",
            "Je voulais dire mardi",
            "vous m'avez mal compris",
            "não foi isso que perguntei",
            "eu quis dizer terça-feira",
            "non è quello che ho chiesto",
            "intendevo quello blu",
            "no, martedì",
            "dat is niet wat ik vroeg",
            "ik bedoelde de blauwe",
            "nie o to pytałem",
            "Chodziło mi o niebieski",
        ],
    );
}

#[test]
fn answers_that_did_not_help() {
    says(
        Some(Unhelpful),
        &[
            "that did not help",
            "still not working",
            "that doesn't answer my question",
            "I already tried that",
            "no, it still doesn't work",
            "same problem",
            "none of those worked",
            "you didn't answer me",
            "that's useless",
            "eso no me ayuda",
            "sigue sin funcionar",
            "ya lo he probado",
            "Das hat nicht geholfen",
            "geht immer noch nicht",
            "habe ich schon versucht",
            "ça ne marche toujours pas",
            "ça ne m'aide pas",
            "j'ai déjà essayé",
            "isso não ajudou",
            "ainda não funciona",
            "já tentei isso",
            "non mi è stato utile",
            "ancora non funziona",
            "l'ho già provato",
            "dat helpt niet",
            "het werkt nog steeds niet",
            "to nie pomogło",
            "nadal nie działa",
        ],
    );
}

#[test]
fn answers_that_were_not_understood() {
    says(
        Some(AskAgain),
        &[
            "what?",
            "come again",
            "I don't understand",
            "what do you mean?",
            "sorry, I didn't get that, can you repeat it?",
            "Say that again please",
            "¿cómo?",
            "no entiendo",
            "¿puedes repetirlo?",
            "Wie bitte?",
            "das verstehe ich nicht",
            "bitte nochmal",
            "pardon ?",
            "je ne comprends pas",
            "pouvez-vous répéter ?",
            "não entendi",
            "pode repetir?",
            "non ho capito",
            "puoi ripetere?",
            "ik begrijp het niet",
            "wat bedoel je",
            "nie rozumiem",
            "jeszcze raz proszę",
        ],
    );
}

#[test]
fn what_is_no_reaction() {
    says(
        None,
        &[
            "",
            "?!",
            "my router is not working",
            "the login page does not work",
            "no thanks",
            "no, thank you",
            "no that's all",
            "No problem",
            "no internet since this morning",
            "actually, one more question",
            "actually that's perfect",
            "wait",
            "hold on",
            "yes, that's right",
            "that is correct",
            "what are your opening hours?",
            "what does the premium plan cost?",
            "how do I change my order?",
            "I want to change my delivery address",
            "can you repeat my last order?",
            "No, I don't have an account",
            "I was charged the wrong amount",
            "there is a wrong item in my parcel",
            "I don't understand this charge on my bill",
            "is it not possible to pay by card?",
            "no funciona mi router",
            "no puedo entrar en mi cuenta",
            "mein Router funktioniert nicht",
            "nein danke",
            "was kostet das?",
            "je ne peux pas me connecter",
            "non merci",
            "não consigo acessar minha conta pelo aplicativo",
            "não, obrigado",
            "non riesco ad accedere",
            "no grazie",
            "ik kan niet inloggen",
            "nee bedankt",
            "nie mogę się zalogować",
            "nie, dziękuję",
        ],
    );
}

#[test]
fn the_words_that_say_so_are_told() {
    assert_eq!(
        reaction("Hm, that's NOT what I asked!").unwrap().1,
        ["not what i asked"]
    );
    // What follows a "no" is what is wanted, and is looked up.
    assert_eq!(reaction("no, the blue one").unwrap().1, ["no"]);
}

#[test]
fn after_a_request_to_confirm_a_detail_is_a_correction_and_a_yes_is_not() {
    let asked = "A table for two at eight. Is that correct?";
    for (text, expected) in [
        ("I'd like a table for three.", Some(Correction)),
        ("three people", Some(Correction)),
        ("Yes, that's right.", None),
        ("sounds good", None),
        ("no thanks", None),
    ] {
        assert_eq!(reaction_in(text, asked).map(|(what, _)| what), expected, "{text}");
    }
    // To another question, "no" is an answer.
    let plain = "Do you see a red light on the router?";
    assert_eq!(reaction_in("No, it is green", plain), None);
    assert!(reaction_in("that did not help", plain).is_some());
}

#[test]
fn no_input_panics() {
    for text in ["no ", "'", "no''s", "n't", "no, ", "مرحبا", "🙃🙃", "no\u{301}"] {
        let _ = reaction(text);
        let _ = reaction_in(text, text);
    }
    let _ = reaction(&"no that's not ".repeat(5_000));
}
