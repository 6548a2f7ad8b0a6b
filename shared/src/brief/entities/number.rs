//! Numbers of orders, invoices and parcels, told by the words before them; and other references, told by how they look.

use std::ops::Range;

use super::{Kind, tokens::Token};
use crate::mask::DOTS;

/// So many tokens before a number its name is looked for: "order number is: 10433", "le numéro de ma commande est".
const BEFORE: usize = 5;

#[rustfmt::skip]
const ORDER: &[&str] = &[
    "order", "orders", "booking", "reservation", "purchase", "bestellung", "bestellnummer", "auftrag", "auftragsnummer",
    "bestellungen", "buchung", "commande", "reservations", "pedido", "orden", "reserva", "encomenda", "ordine",
    "prenotazione", "bestelling", "bestelnummer", "ordernummer", "ordernumber", "zamowienie", "zamowienia", "zamowieniu",
];
#[rustfmt::skip]
const INVOICE: &[&str] = &[
    "invoice", "invoices", "bill", "receipt", "rechnung", "rechnungsnummer", "facture", "factura", "fatura", "fattura",
    "factuur", "factuurnummer", "faktura", "faktury", "fakture",
];
#[rustfmt::skip]
const TRACKING: &[&str] = &[
    "tracking", "parcel", "package", "shipment", "sendung", "sendungsnummer", "paket", "paketnummer", "colis", "suivi",
    "seguimiento", "rastreio", "rastreamento", "spedizione", "zending", "pakket", "przesylka", "przesylki", "paczka",
];

/// Numbers that are called what they are.
pub(super) fn named(tokens: &[Token<'_>]) -> Vec<(Kind, Range<usize>)> {
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if is_parcel(token.text) {
            found.push((Kind::Tracking, token.at.clone()));
        } else if is_code(token) {
            found.extend(called(&tokens[at.saturating_sub(BEFORE)..at]).map(|kind| (kind, token.at.clone())));
        }
    }
    found
}

/// What the nearest name before a number says, in the same sentence.
fn called(before: &[Token<'_>]) -> Option<Kind> {
    before
        .iter()
        .rev()
        .take_while(|token| !token.ends)
        .find_map(|token| {
            // "order#" and "order:" too.
            let word = token.folded.trim_end_matches(|c: char| !c.is_alphanumeric());
            let kinds = [
                (ORDER, Kind::Order),
                (INVOICE, Kind::Invoice),
                (TRACKING, Kind::Tracking),
            ];
            kinds
                .into_iter()
                .find(|(names, _)| names.contains(&word))
                .map(|(_, kind)| kind)
        })
}

/// Numbers and codes that nothing names but that look like nothing else. The end of a card number that was hidden names
/// nothing.
pub(super) fn references(text: &str, tokens: &[Token<'_>]) -> Vec<(Kind, Range<usize>)> {
    let hidden = |token: &Token<'_>| text[..token.at.start].trim_end().ends_with(DOTS);
    let looks = tokens
        .iter()
        .filter(|token| looks_like_one(token) && !hidden(token));
    looks.map(|token| (Kind::Reference, token.at.clone())).collect()
}

/// What may be the number of something where the words say so: three characters or more, a digit among them.
fn is_code(token: &Token<'_>) -> bool {
    let text = token.text.trim_start_matches('#');
    let plain = text
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/' | '.'));
    let digits = token.digits();
    let hash = token.text.starts_with('#') && digits > 0;
    plain
        && digits > 0
        && (hash || (text.len() >= 3 && (digits >= 3 || has_capital(text))))
        && !is_ordinal(text)
}

fn looks_like_one(token: &Token<'_>) -> bool {
    let text = token.text.trim_start_matches('#');
    let hash = token.text.len() > text.len();
    let plain = text
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    let digits = token.digits();
    let letters = text.len() - digits;
    let year = digits == 4 && letters == 0 && !hash && (text.starts_with("19") || text.starts_with("20"));
    let mixed =
        has_capital(text) && !text.bytes().any(|b| b.is_ascii_lowercase()) && text.len() >= 5 && digits >= 1;
    let snake = text.contains('_') && digits >= 2;
    plain && !year && !is_ordinal(text) && (digits >= 4 || (hash && digits >= 1) || mixed || snake)
}

fn has_capital(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_uppercase())
}

/// "1st", "24h", "15kg": a number with a few small letters behind it.
fn is_ordinal(text: &str) -> bool {
    let behind = text.trim_start_matches(|c: char| c.is_ascii_digit());
    behind.len() < text.len()
        && !behind.is_empty()
        && behind.len() <= 3
        && behind.bytes().all(|b| b.is_ascii_lowercase())
}

/// The two forms that parcels have all over the world: UPS, and the postal union's (S10).
fn is_parcel(text: &str) -> bool {
    let bytes = text.as_bytes();
    let ups = text.len() == 18 && text.starts_with("1Z") && bytes.iter().all(u8::is_ascii_alphanumeric);
    let post = bytes.len() == 13
        && bytes[..2].iter().chain(&bytes[11..]).all(u8::is_ascii_uppercase)
        && bytes[2..11].iter().all(u8::is_ascii_digit);
    ups || post
}
