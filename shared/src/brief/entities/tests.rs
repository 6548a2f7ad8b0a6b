//! What is found in messages as people write them, and what is not.

use proptest::prelude::*;

use super::{Kind, find};
use crate::policy::Policy;

fn found(text: &str) -> Vec<(String, &str)> {
    let policy = Policy::from_toml("[[entities]]\nname = \"Serial\"\npattern = \"SN-####\"\n").unwrap();
    let names = ["Pocket Router X2".to_owned(), "Router".to_owned()];
    let found = find(text, &policy.entities, &names);
    found
        .into_iter()
        .map(|(kind, at)| (kind.words().to_lowercase(), &text[at]))
        .collect()
}

#[track_caller]
fn check(text: &str, expected: &[(&str, &str)]) {
    let found = found(text);
    let found: Vec<(&str, &str)> = found.iter().map(|(kind, text)| (kind.as_str(), *text)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn numbers_are_what_the_words_before_them_say() {
    check("My order number is #10433.", &[("order", "#10433")]);
    check(
        "Order 10433, invoice INV-2024/77",
        &[("order", "10433"), ("invoice", "INV-2024/77")],
    );
    check("Meine Bestellnummer lautet A-4711!", &[("order", "A-4711")]);
    check("le numéro de ma commande est 998877", &[("order", "998877")]);
    check("Nr zamówienia: 55512", &[("order", "55512")]);
    check(
        "tracking 1Z999AA10123456784",
        &[("tracking", "1Z999AA10123456784")],
    );
    check("parcel RR123456785DE", &[("tracking", "RR123456785DE")]);
    check(
        "It says EHGLP3 on the page. And user mia_li_3668",
        &[("reference", "EHGLP3"), ("reference", "mia_li_3668")],
    );
    check("I ordered it. 2 of 3 came on the 1st, 15kg, in 2024, at 3pm", &[]);
}

#[test]
fn addresses_amounts_and_days_are_found_as_written() {
    check(
        "Mail ada@example.com, or see https://example.com/a?b=1.",
        &[
            ("e-mail", "ada@example.com"),
            ("link", "https://example.com/a?b=1"),
        ],
    );
    check(
        "mailto:ada.l+x@mail.example.org>",
        &[("e-mail", "ada.l+x@mail.example.org")],
    );
    check(
        "49,90 € twice, $1,200.50, EUR 20 and 50 dollars; 30usd",
        &[
            ("amount", "49,90 €"),
            ("amount", "$1,200.50"),
            ("amount", "EUR 20"),
            ("amount", "50 dollars"),
            ("amount", "30usd"),
        ],
    );
    check(
        "on 3 March 2025, March 3rd, 2025-03-05, am 3. März, el 5 de mayo de 2024, 05.03.2025",
        &[
            ("date", "3 March 2025"),
            ("date", "March 3rd"),
            ("date", "2025-03-05"),
            ("date", "3. März"),
            ("date", "5 de mayo de 2024"),
            ("date", "05.03.2025"),
        ],
    );
    check("You may try 3 things, or maybe march on", &[]);
}

#[test]
fn phones_are_told_by_their_form_or_by_what_is_said_before() {
    check("+49 170 1234567", &[("phone", "+49 170 1234567")]);
    check("call (555) 123-4567.", &[("phone", "(555) 123-4567")]);
    check("my phone is 5551234", &[("phone", "5551234")]);
    check("0170/1234567", &[("phone", "0170/1234567")]);
    check("555-123-4567", &[("phone", "555-123-4567")]);
}

#[test]
fn the_owners_patterns_and_pages_name_things_too() {
    check(
        "serial sn-1234 of my pocket router x2",
        &[("serial", "sn-1234"), ("product", "pocket router x2")],
    );
    check("two routers", &[]);
    check("Router broken. a router is", &[]);
    check("my Router is broken", &[("product", "Router")]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_written_what_is_found_stands_in_it_and_nothing_overlaps(
        text in "([a-zA-Zäß#$€@+./:,()\n -]|[0-9]|order |March |invoice |USD ){0,120}"
    ) {
        let names = ["Router".to_owned()];
        let mut end = 0;
        for (kind, at) in find(&text, &[], &names) {
            prop_assert!(at.start >= end && text.get(at.clone()).is_some_and(|found| !found.is_empty()));
            prop_assert!(kind != Kind::Own(String::new()));
            end = at.end;
        }
    }
}
