//! What fires which topic and what fires none, as tables; sentences of our own, none of which the table was trained on.

use super::{Scored, Topic, classify};

/// What owners have called to a person, whoever asks.
fn escalates(topic: Topic) -> bool {
    !matches!(topic, Topic::IdentityNeeded | Topic::ActionNeeded)
}

#[track_caller]
fn is(topic: Topic, texts: &[&str]) {
    for text in texts {
        let found = classify(text);
        assert_eq!(
            found.first().map(|scored| scored.topic),
            Some(topic),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn a_charge_that_is_wrong_is_a_billing_dispute() {
    is(
        Topic::BillingDispute,
        &[
            "My card was billed two times for one pair of shoes",
            "There's a payment on my statement that I don't recognise",
            "The invoice you sent us is wrong, we have 5 seats and not 50",
            "Me cobraron dos veces la misma compra",
            "Auf meiner Kreditkarte wurde doppelt abgebucht",
            "J'ai été débité deux fois ce mois-ci",
            "Fui cobrado duas vezes pelo mesmo pedido",
            "Mi è stato addebitato due volte lo stesso importo",
            "Er is twee keer geld afgeschreven",
            "Pobrano opłatę dwa razy",
        ],
    );
}

#[test]
fn money_back_is_a_refund() {
    is(
        Topic::Refund,
        &[
            "I'd like my money back please",
            "Still waiting for my refund",
            "what's your refund policy?",
            "Quiero que me devuelvan el dinero",
            "Ich will mein Geld zurück",
            "Je demande un remboursement",
            "Queria o reembolso do meu pedido",
            "Chiedo il rimborso dell'ordine",
            "Ik wil mijn geld terug",
            "Proszę o zwrot pieniędzy",
        ],
    );
}

#[test]
fn ending_something_is_a_cancellation() {
    is(
        Topic::Cancellation,
        &[
            "Please cancel my order",
            "I want to end my membership today",
            "how can I close the account of my shop?",
            "Quiero darme de baja",
            "Ich möchte mein Abo kündigen",
            "Je souhaite résilier mon abonnement",
            "Quero cancelar minha assinatura",
            "Vorrei disdire l'abbonamento",
            "Ik wil mijn abonnement opzeggen",
            "Chcę anulować zamówienie",
        ],
    );
}

#[test]
fn being_locked_out_is_account_access() {
    is(
        Topic::AccountAccess,
        &[
            "I can't log in to my account",
            "I forgot the password of my account again",
            "my account has been locked since yesterday",
            "No puedo entrar en mi cuenta",
            "Ich kann mich nicht einloggen",
            "Je n'arrive plus à me connecter à mon compte",
            "Esqueci a minha senha",
            "Ho dimenticato la password",
            "Ik ben mijn wachtwoord vergeten",
            "Nie mogę się zalogować",
        ],
    );
}

#[test]
fn theft_and_deceit_are_fraud() {
    is(
        Topic::FraudSecurity,
        &[
            "Somebody hacked my account",
            "my credit card was stolen",
            "I think this is a scam, someone bought things with my card",
            "Me han robado la tarjeta",
            "Meine Karte wurde gestohlen",
            "Mon compte a été piraté",
            "Minha conta foi hackeada",
            "Mi hanno rubato la carta di credito",
            "Mijn kaart is gestolen",
            "Skradziono mi kartę",
        ],
    );
}

#[test]
fn displeasure_with_the_service_is_a_complaint() {
    is(
        Topic::Complaint,
        &[
            "I want to file a complaint about your staff",
            "this is the worst service I have ever seen",
            "Your driver was extremely rude",
            "Quiero poner una queja",
            "Ich möchte mich über Ihren Service beschweren",
            "Votre service est scandaleux",
            "O atendimento é péssimo",
            "Il vostro servizio è pessimo",
            "Ik wil een klacht indienen",
            "Chcę złożyć skargę",
        ],
    );
}

#[test]
fn law_and_personal_data_have_topics_of_their_own() {
    is(
        Topic::Legal,
        &[
            "You will hear from my attorney",
            "I am going to sue you",
            "Can you sign our data processing agreement?",
            "Mein Anwalt wird sich bei Ihnen melden",
            "Mi abogado los va a demandar",
        ],
    );
    is(
        Topic::PrivacyRequest,
        &[
            "Delete all personal data you have about me",
            "Do you sell my information to third parties?",
            "I request a copy of my data under the GDPR",
            "Welche Daten speichern Sie über mich?",
            "Supprimez toutes mes données personnelles",
            "Quiero que borren mis datos personales",
            "Proszę usunąć moje dane osobowe",
        ],
    );
}

#[test]
fn orders_prices_and_what_only_the_owner_of_an_account_may_know() {
    is(
        Topic::DamagedOrMissing,
        &[
            "The lamp arrived broken",
            "my parcel never came",
            "You sent me the wrong item",
            "Mein Paket ist nicht angekommen",
            "Mon colis est arrivé cassé",
        ],
    );
    is(
        Topic::PricingSales,
        &[
            "How much does the enterprise plan cost?",
            "Can I get a quote for 200 users",
            "I'd like to talk to sales",
            "¿Cuánto cuesta el plan anual?",
            "Was kostet eine Lizenz?",
        ],
    );
    is(
        Topic::IdentityNeeded,
        &[
            "Where is my order?",
            "Wo ist mein Paket?",
            "¿Dónde está mi pedido?",
        ],
    );
    is(
        Topic::ActionNeeded,
        &[
            "Please change the delivery address on my order",
            "could you move my appointment to Friday",
        ],
    );
}

#[test]
fn ordinary_questions_escalate_nothing() {
    for text in [
        "What time do you open on Sundays?",
        "Do you ship to Norway?",
        "How do I put the script tag into my page?",
        "Does it work with WordPress?",
        "Is the jacket available in green?",
        "What is the bounce rate?",
        "How do I track outbound links?",
        "When is my bill due?",
        "Where can I download my invoice?",
        "Which payment methods do you take?",
        "How long does shipping take?",
        "Can I pay with PayPal?",
        "How do I add a team member?",
        "Do you have a changelog?",
        "My dashboard shows no visitors, what can I do?",
        "How can I exclude my own visits?",
        "What material is the sofa made of?",
        "Is there parking near the shop?",
        "Can I gift wrap it?",
        "How do I import old statistics?",
        "I wasn't sure, and I still feel the same way",
        "that is precisely what I meant",
        "thanks, that helped!",
        "Hello",
        "Wie richte ich das Plugin ein?",
        "¿Hacen envíos a Canarias?",
        "Quels sont vos horaires d'ouverture ?",
        "Onde encontro a minha fatura?",
        "Quali metodi di pagamento accettate?",
        "Wat zijn jullie openingstijden?",
        "Jakie są metody dostawy?",
    ] {
        let found = classify(text);
        assert!(
            !found.iter().any(|scored| escalates(scored.topic)),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn a_message_with_two_needs_has_two_topics() {
    let found = classify("You charged me twice and I want a refund");
    let topics: Vec<Topic> = found.iter().map(|scored| scored.topic).collect();
    assert!(
        topics.contains(&Topic::BillingDispute) && topics.contains(&Topic::Refund),
        "{found:?}"
    );
}

#[test]
fn a_topic_says_how_sure_it_is_and_by_which_words() {
    let found = classify("Please CANCEL my Subscription!");
    let [
        Scored {
            topic,
            percent,
            words,
        },
    ] = &found[..]
    else {
        panic!("{found:?}");
    };
    assert_eq!(*topic, Topic::Cancellation);
    assert!((80..=100).contains(percent), "{percent}");
    assert!(words.contains(&"cancel".to_owned()), "{words:?}");
}

#[test]
fn any_text_gets_a_verdict() {
    let long = "refund 🙂 my order, ".repeat(60_000);
    for text in [
        "",
        " ",
        "'",
        "🙂🙂",
        "مرحبا، أريد استرداد أموالي",
        "我要退款",
        "\u{202e}abc",
        "1 2 3",
        &long,
    ] {
        let found = classify(text);
        assert!(found.len() <= Topic::ALL.len());
        assert!(found.iter().all(|scored| (50..=100).contains(&scored.percent)));
        assert!(
            found.is_sorted_by_key(|scored| std::cmp::Reverse(scored.percent)),
            "the surest first"
        );
    }
}
