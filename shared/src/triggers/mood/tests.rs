//! Messages as customers write them: what must fire, what must not, and how conversations heat and cool.

use super::{FIRES, Mood, heat, read};

#[track_caller]
fn fire(messages: &[&str]) {
    for text in messages {
        let mood = read(text);
        assert!(mood.fires(), "should fire: {text}: {mood:?}");
        assert!(!mood.words.is_empty(), "no words told: {text}");
    }
}

#[track_caller]
fn calm(messages: &[&str]) {
    for text in messages {
        let mood = read(text);
        assert!(!mood.fires(), "should not fire: {text}: {mood:?}");
    }
}

#[test]
fn not_one_word_but_how_it_is_used() {
    fire(&[
        "this is ridiculous",
        "I'm angry",
        "This damn thing is broken again, I'm furious",
        "you people are sick, what is wrong with you",
        "Are you kidding me?",
        "this is not only annoying but insulting",
    ]);
    calm(&[
        "ridiculously good",
        "I'm not angry",
        "I am not annoyed at all, just curious",
        "the kill switch does not respond",
        "how do I kill a process",
        "damn good coffee",
        "that is fucking awesome, thanks",
        "sick beat",
        "this app is insanely great",
        "I'm an idiot, I typed the wrong address",
        "sorry for the stupid question",
        "how do I calm an angry customer?",
        "I hate to bother you",
        "the service was not bad at all",
        "would it be rude to ask for a discount?",
    ]);
}

#[test]
fn ordinary_messages_of_customers_do_not_fire() {
    calm(&[
        "the payment failed with error 500",
        "my screen is broken",
        "I need a refund",
        "I want to cancel my subscription",
        "How do I close my account?",
        "The app crashes when I open the camera",
        "I forgot my password and can't log in",
        "my order has not arrived yet",
        "I received the wrong size",
        "the box was damaged when it arrived",
        "someone stole my card, please block it",
        "where is my package",
        "can I speak to a human?",
        "Do you ship to Canada?",
        "there is an error in my invoice",
        "the export stops at 90 %",
        "is it bad for the battery to charge overnight?",
        "the link doesn't work",
        "What is your policy on abusive users?",
        "Is the garbage collector configurable?",
        "I'd be mad to cancel such a good plan",
        "I made a stupid typo in my email address",
        "el pedido todavía no ha llegado",
        "ainda não recebi a fatura",
        "non ho ancora ricevuto il pacco",
        "I was charged twice this month",
        "THE ORDER NUMBER IS AB12345",
        "hello??",
        "ok",
        "no",
        "",
        "wie kann ich mein Passwort andern?",
        "Das Display ist zu hell",
        "Ich möchte meine Bestellung stornieren",
        "quiero devolver el pedido",
        "¿cuánto cuesta el envío a México?",
        "je voudrais un remboursement",
        "l'écran est cassé, que faire ?",
        "quero cancelar a minha assinatura",
        "vorrei un rimborso per favore",
        "il pacco non è arrivato",
        "ik wil mijn abonnement opzeggen",
        "mijn scherm is kapot",
        "chcę zwrócić zamówienie",
        "nie mogę się zalogować",
    ]);
}

#[test]
fn anger_in_polite_words_fires() {
    fire(&[
        "I've been waiting for three weeks",
        "this is the third time I ask",
        "This is unacceptable.",
        "I give up",
        "what a waste of time",
        "still not working",
        "nobody is answering my emails",
        "I am very disappointed with your company",
        "you keep sending me the same link",
        "I have had enough of this",
        "thanks for nothing",
        "your chatbot is a joke",
        "Are you even reading what I write?",
        "never ordering from you again",
    ]);
}

#[test]
fn insults_are_told_from_swearing_about_the_product() {
    for text in [
        "you are useless",
        "stupid bot",
        "idiot",
        "you f***ing moron",
        "shut up",
        "go to hell",
        "du bist so dumm",
        "eres un inútil",
        "vous êtes vraiment nuls",
        "você é um lixo",
        "sei proprio uno stupido",
        "jullie zijn echt achterlijk",
        "jesteście beznadziejni",
    ] {
        assert!(read(text).insult >= FIRES, "{text}: {:?}", read(text));
    }
    for text in ["this fucking printer is shit", "the stupid update broke it"] {
        let mood = read(text);
        assert!(mood.anger >= FIRES && mood.insult < FIRES, "{text}: {mood:?}");
    }
}

#[test]
fn anger_fires_in_every_language() {
    fire(&[
        "Das ist eine Frechheit!",
        "Ich warte seit drei Wochen auf eine Antwort",
        "Ich bin stinksauer",
        "es funktioniert immer noch nicht",
        "Jetzt reicht es mir",
        "Esto es inaceptable",
        "llevo tres semanas esperando",
        "estoy harto de ustedes",
        "sigue sin funcionar",
        "C'est inadmissible",
        "j'attends depuis trois semaines",
        "j'en ai marre",
        "ça ne marche toujours pas",
        "Isso é um absurdo",
        "estou esperando há três semanas",
        "continua sem funcionar",
        "È una vergogna",
        "aspetto da tre settimane",
        "sono stufo",
        "Dit is belachelijk",
        "ik wacht al drie weken",
        "het werkt nog steeds niet",
        "To jest skandal",
        "czekam już trzy tygodnie",
        "mam tego dość",
        "nadal nie działa",
    ]);
}

#[test]
fn negations_take_feelings_back_in_every_language() {
    calm(&[
        "ich bin nicht sauer",
        "no estoy enojado",
        "je ne suis pas fâché",
        "não estou irritado",
        "non sono arrabbiato",
        "ik ben niet boos",
        "nie jestem zły",
    ]);
}

#[test]
fn urgency_is_read_and_taken_back() {
    for text in [
        "I need this by tomorrow",
        "my flight leaves in two hours",
        "asap please",
        "production is down",
        "it's an emergency",
        "ich brauche das dringend",
        "es urgente",
        "mon train part dans une heure",
        "preciso disso hoje",
        "entro domani",
        "het is dringend",
        "to pilne",
    ] {
        assert!(read(text).urgency >= FIRES, "{text}: {:?}", read(text));
        assert!(!read(text).fires(), "{text}: {:?}", read(text));
    }
    for text in [
        "no rush",
        "it's not urgent",
        "there is no hurry",
        "keine Eile",
        "no es urgente",
        "where do I change my emergency contact?",
        "I ordered it two weeks ago",
    ] {
        assert!(read(text).urgency < FIRES, "{text}: {:?}", read(text));
    }
}

#[test]
fn capitals_and_marks_raise_only_what_is_there() {
    assert!(read("THIS IS RIDICULOUS!!!").anger > read("this is ridiculous").anger);
    let neutral = read("WHERE DO I FIND MY INVOICE").anger;
    assert!((1..20).contains(&neutral), "{neutral}");
    assert_eq!(read("Where do I find my invoice?").anger, 0);
    assert!(read("???").anger > 0);
}

#[test]
fn the_heaviest_words_are_told() {
    let mood = read("Where is it? You are useless and I hate this damn bot");
    assert_eq!(mood.words[0], "you are useless");
}

#[test]
fn any_text_is_read() {
    for text in [
        "",
        "   ",
        "!?!?",
        "😡",
        "مرحبا",
        "***",
        "a*b*c",
        "'''",
        "ß\u{301}",
    ] {
        let mood = read(text);
        assert!(mood.anger <= 100 && mood.insult <= 100 && mood.urgency <= 100);
    }
    read(&"so angry ".repeat(100_000));
    read(&"a".repeat(1_000_000));
}

#[track_caller]
fn heats(messages: &[&str], hot: bool) {
    let moods: Vec<Mood> = messages.iter().map(|text| read(text)).collect();
    assert_eq!(
        heat(&moods) >= FIRES,
        hot,
        "{messages:?}: {} {moods:?}",
        heat(&moods)
    );
}

#[test]
fn a_conversation_heats_and_cools() {
    heats(&[], false);
    heats(&["hi", "where is my parcel?"], false);
    heats(&["hi", "I'm furious"], true);
    heats(&["that didn't work", "that didn't work", "wrong again"], true);
    heats(&["that didn't work", "ah, now it works", "thanks"], false);
    heats(
        &["this is ridiculous", "ok I found it", "thanks!", "great"],
        false,
    );
    heats(&["no", "that's wrong", "come on", "that's not it"], true);
}

#[test]
fn the_heat_follows_its_formula() {
    let of = |angers: &[u32]| {
        let moods: Vec<Mood> = angers
            .iter()
            .map(|&anger| Mood {
                anger,
                ..Mood::default()
            })
            .collect();
        heat(&moods)
    };
    for (angers, expected) in [
        (&[][..], 0),
        (&[80], 80),
        (&[80, 0], 60),
        (&[80, 0, 0, 0], 33),
        (&[30], 30),
        (&[30, 30, 30], 48),
        (&[30, 30, 30, 30], 54),
        (&[40, 40], 54),
        (&[100, 100], 100),
        (&[400], 100),
    ] {
        assert_eq!(of(angers), expected, "{angers:?}");
    }
    assert!(of(&[20; 50]) < FIRES);
}
