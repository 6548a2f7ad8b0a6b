//! A visitor who reads another language: buttons, line and thread speak it, and what was never translated is not shown half.

use tests::browser::Browser;

use crate::scene::{Look, Shop, UNANSWERED, holds};

async fn chatting_in(shop: &Shop, languages: &str) -> Browser {
    let visitor = Browser::start_in(languages).await;
    // What fades in would count as too faint.
    visitor.calm().await;
    visitor.open(&shop.page).await;
    visitor.press("button", "Open chat").await;
    visitor.enter_chat_frame().await;
    visitor
}

#[tokio::test(flavor = "multi_thread")]
async fn the_chat_speaks_the_browsers_language() {
    let mut look = Look::default();
    let shop = Shop::open().await;
    let ada = shop.ada().await;
    let visitor = chatting_in(&shop, "de-AT,de,en").await;
    assert_eq!(visitor.run("return document.documentElement.lang").await, "de");
    visitor.find_text("status", "Assistent").await;
    visitor.find("log", "Gespräch").await;
    visitor.type_into("textbox", "Nachricht", UNANSWERED).await;
    visitor.press("button", "Senden").await;
    visitor.find("button", "Ja, jemanden holen").await;
    look.at(&visitor, "widget-german-offer").await;
    visitor.press("button", "Ja, jemanden holen").await;
    visitor.find_text("status", "Gerade ist niemand da").await;
    look.at(&visitor, "widget-german-nobody").await;
    visitor.press("button", "Nicht jetzt").await;

    let mut agent = shop.opens_first(&ada).await;
    agent.claims().await;
    agent.replies("Guten Tag, ich sehe es mir an.").await;
    visitor.find_text("status", "ist da · unser Team").await;
    look.at(&visitor, "widget-german-agent").await;
    agent.closes("question", "solved").await;
    visitor.find_text("status", "Hat das geholfen?").await;
    visitor.press("button", "Menü").await;
    visitor.find("button", "Gespräch speichern").await;
    look.at(&visitor, "widget-german-menu").await;
    // The pictures were taken in windows of several sizes, the last with less room: what was in sight at the end still is.
    let room = "document.getElementById('scroll').getBoundingClientRect().bottom";
    let card = "document.getElementById('card').getBoundingClientRect().bottom";
    holds(&visitor, "the question in sight", &format!("{card} <= {room}")).await;
    visitor.press("button", "Ton ausschalten").await;
    visitor.press("button", "Ja, es hat geholfen").await;
    visitor.message("system", "Schön, dass es geholfen hat.").await;
    look.found_nothing();
}

#[tokio::test(flavor = "multi_thread")]
async fn each_language_fits_its_line_and_says_where_things_stand() {
    let shop = Shop::open().await;
    for (languages, calls) in [
        ("es", "Hablar con una persona"),
        ("fr-CA,fr", "Parler à une personne"),
        ("it", "Parlare con una persona"),
        ("nl", "Medewerker spreken"),
        ("pl", "Rozmowa z człowiekiem"),
        ("pt-BR,pt", "Falar com uma pessoa"),
        // Of none of ours: English.
        ("sv", "Talk to a person"),
    ] {
        let visitor = chatting_in(&shop, languages).await;
        visitor.size(390, 844).await;
        visitor.find("button", calls).await;
        let cut = "const [who] = document.querySelectorAll('.strip p > *'); return who.scrollWidth > who.clientWidth";
        assert_eq!(
            visitor.run(cut).await,
            false,
            "{languages}: its first part is cut"
        );
        let tag = languages.get(..2).unwrap_or_default();
        visitor.picture(&format!("widget-in-{tag}-light-390")).await;
        assert_eq!(
            visitor.accessibility_findings().await,
            Vec::<String>::new(),
            "{languages}"
        );
    }
}
