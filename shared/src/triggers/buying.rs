//! Wants to buy: asks for a quote, a demonstration, many seats. Not every question about prices: those are answered from the
//! owner's pages.

use crate::text::{PhraseList, Reading};

/// The words that show a wish to buy, if the text does.
pub fn detect(text: &Reading<'_>) -> Option<String> {
    let there: Vec<&str> = text.words().collect();
    let found = const { &PhraseList::new(PHRASES) }.among(&there);
    found.map(|phrase| phrase.trim_end_matches('*').to_owned())
}

/// Sorted, folded. English, Spanish, German, French, Portuguese, Italian, Dutch, Polish.
const PHRASES: &[&str] = &[
    "agendar uma demonstra*",
    "agendar una demo*",
    "angebot anfordern",
    "angebot erhalten",
    "angebot fur",
    "angebot machen",
    "arrange a demo*",
    "book a call with sales",
    "book a demo*",
    "bulk discount*",
    "bulk order*",
    "bulk price",
    "bulk pricing",
    "buy a license for",
    "buy for our",
    "buy in bulk",
    "cena hurtowa",
    "chcemy kupic",
    "chcialbym kupic dla",
    "compra al por mayor",
    "contact sales",
    "cotizacion para",
    "custom pricing",
    "custom quote",
    "demande de devis",
    "demo aanvragen",
    "demo anfordern",
    "demo buchen",
    "demo vereinbaren",
    "desconto por volume",
    "descuento por volumen",
    "devis pour",
    "enterprise agreement*",
    "enterprise contract*",
    "enterprise license*",
    "enterprise plan*",
    "enterprise price*",
    "enterprise pricing",
    "enterprise quote",
    "faire un devis",
    "fazer um orcamento",
    "get a demo",
    "get a quote",
    "give me a quote",
    "gros volume",
    "grossbestellung*",
    "grote bestelling",
    "grotere aantallen",
    "interested in buying",
    "interested in purchasing",
    "kupic licencje",
    "large order",
    "licences pour notre",
    "lizenzen fur unser*",
    "mengenrabatt*",
    "need a quote",
    "odbyc demo*",
    "oferta dla firmy",
    "offerta per",
    "offerte aanvragen",
    "offerte voor",
    "orcamento para",
    "order in bulk",
    "ordine all'ingrosso",
    "place a large order",
    "presupuesto para",
    "preventivo per",
    "price for our team",
    "pricing for our team",
    "prix de gros",
    "purchase licenses",
    "quantity discount*",
    "queremos comprar",
    "quote for",
    "ready to buy",
    "ready to order",
    "ready to purchase",
    "ready to sign up",
    "request a demo*",
    "request a quote",
    "reseller",
    "richiedere un preventivo",
    "sales call",
    "sales team",
    "schedule a demo*",
    "sconto quantita",
    "speak to sales",
    "speak with sales",
    "staffelpreis*",
    "talk to sales",
    "talk with sales",
    "una demo personal*",
    "uzyskac wycene",
    "vogliamo acquistare",
    "volume discount*",
    "volume licens*",
    "volume pricing",
    "volumekorting",
    "want to buy",
    "want to purchase",
    "we would like to buy",
    "wholesale",
    "willen kopen",
    "wollen kaufen",
    "wycena dla",
    "zakup hurtowy",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_so_that_it_can_be_searched() {
        let wrong = PHRASES.windows(2).find(|pair| pair[0] >= pair[1]);
        assert_eq!(wrong, None);
    }

    #[test]
    fn a_wish_to_buy_is_told_from_a_question_about_prices() {
        for text in [
            "Can I get a quote for 50 seats?",
            "We want to buy licences for our school",
            "Is there a volume discount?",
            "Können Sie uns ein Angebot machen?",
            "Queremos comprar 20 licencias",
        ] {
            assert!(detect(&Reading::of(text)).is_some(), "{text}");
        }
        for text in [
            "How much is the basic plan?",
            "I bought a lamp",
            "What is a demo?",
            "",
        ] {
            assert_eq!(detect(&Reading::of(text)), None, "{text}");
        }
    }
}
