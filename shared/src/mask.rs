//! Card numbers and passwords do not leave the visitor's browser, and are not stored where one comes all the same.
//!
//! The widget masks a message before it keeps or sends it; the edge masks what it gets once more. Pure and deterministic:
//! the same message masked twice, or at both ends, is the same message, so that a resend is recognised. Everything looked
//! for is ASCII, and so it is looked for in bytes: visitors download this.

/// What stands for what was hidden.
pub const DOTS: &str = "••••";
/// The last of the dots with the space that a card number's end follows.
const DOT: &[u8] = "• ".as_bytes();
/// A card number has at most so many digits.
const MOST: u32 = 19;

/// The message without card numbers and passwords, and how what was hidden last is shown: [`DOTS`] for a password, and the
/// last four digits behind them for a card number. None when there is nothing to hide.
pub fn mask(text: &str) -> Option<(String, String)> {
    let bytes = text.as_bytes();
    let (mut masked, mut shown) = (String::new(), String::new());
    let (mut from, mut at) = (0, 0);
    while at < bytes.len() {
        let (card, password) = (card(bytes, at), password(bytes, at));
        let end = card.max(password);
        at += 1;
        if end > 0 {
            masked += text.get(from..at - 1)?;
            DOTS.clone_into(&mut shown);
            if card > 0 {
                let mut last = [b' '; 4];
                for byte in &bytes[at - 1..end] {
                    if byte.is_ascii_digit() {
                        last = [last[1], last[2], last[3], *byte];
                    }
                }
                shown.push(' ');
                for digit in last {
                    shown.push(char::from(digit));
                }
            }
            masked += &shown;
            (from, at) = (end, end);
        }
    }
    masked += text.get(from..)?;
    (from > 0).then_some((masked, shown))
}

/// The message as it may be kept.
pub fn masked(text: String) -> String {
    mask(&text).map_or(text, |(masked, _)| masked)
}

/// The end of a card number that begins exactly here, or 0: groups of digits with one space or dash between them.
fn card(bytes: &[u8], at: usize) -> usize {
    let before = &bytes[..at];
    // A plus begins a phone number; dots, what is left of a card number.
    if before.last().is_some_and(|b| b.is_ascii_digit() || *b == b'+') || before.ends_with(DOT) {
        return 0;
    }
    let (mut end, mut found, mut digits) = (at, 0, 0);
    while end < bytes.len() && digits <= MOST {
        let next = bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if bytes[end].is_ascii_digit() {
            digits += 1;
            if !next && is_card(&bytes[at..=end], digits) {
                found = end + 1;
            }
        } else if digits == 0 || !next || !matches!(bytes[end], b' ' | b'-') {
            break;
        }
        end += 1;
    }
    found
}

/// Lengths and first digits that the networks issue, and Luhn's check digit.
fn is_card(number: &[u8], digits: u32) -> bool {
    let (mut sum, mut odd) = (0, true);
    let (mut first, mut second) = (0, 0);
    for byte in number.iter().rev().filter(|b| b.is_ascii_digit()) {
        (first, second) = (byte - b'0', first);
        let value = if odd { first } else { first * 2 };
        sum += u32::from(if value > 9 { value - 9 } else { value });
        odd = !odd;
    }
    let issued = match digits {
        13 => first == 4,
        14 => first == 3 && matches!(second, 0 | 6 | 8 | 9),
        15 => first == 3 && matches!(second, 4 | 7),
        16..=MOST => (2..7).contains(&first),
        _ => false,
    };
    issued && sum.is_multiple_of(10)
}

/// What names a password; of letters with marks only the plain end.
const NAMES: &[&str] = &[
    "password",
    "passwort",
    "kennwort",
    "passcode",
    "passe",
    "contraseña",
    "senha",
    "wachtwoord",
    "hasło",
];
/// What stands between its name and a password.
const LINKS: &[&str] = &[" is", " was", " ist", " lautet", " es", " est", " to"];
/// What is said about passwords and is none.
const ABOUT: &[&str] = &[
    " wrong",
    " incorrect",
    " invalid",
    " expired",
    " lost",
    " correct",
    " blocked",
    " locked",
    " rejected",
    " missing",
    " weak",
];

/// The end of a password that begins exactly here, or 0: after its name and a colon, or after its name and "is".
fn password(bytes: &[u8], at: usize) -> usize {
    let mut head = trimmed(&bytes[..at], b" \n");
    if head.len() == at && !head.ends_with(b":") && !head.ends_with(b"=") {
        return 0;
    }
    let plain = trimmed(head, b":= ");
    let linked = plain.len() == head.len();
    if linked {
        let link = ends_with_one(head, LINKS);
        if link == 0 {
            return 0;
        }
        head = &head[..head.len() - link];
    } else {
        head = plain;
    }
    if ends_with_one(trimmed(head, b" "), NAMES) == 0 {
        return 0;
    }
    let rest = &bytes[at..];
    let length = rest
        .iter()
        .position(u8::is_ascii_whitespace)
        .unwrap_or(rest.len());
    let end = at + trimmed(&rest[..length], b".,!?;)").len();
    let word = &bytes[at..end];
    // After "is": what has more in it than small letters, or ends the sentence and says nothing about a password.
    let odd = word
        .iter()
        .skip(1)
        .any(|b| b.is_ascii() && !b.is_ascii_lowercase());
    let says = bytes.get(end) == Some(&b' ') || ends_with_one(&bytes[..end], ABOUT) > 0;
    let secret = word.len() > 3 && !word.starts_with(&DOT[..3]) && (!linked || odd || !says);
    if secret { end } else { 0 }
}

/// The bytes without these at their end.
fn trimmed<'a>(mut bytes: &'a [u8], signs: &[u8]) -> &'a [u8] {
    while let [rest @ .., last] = bytes
        && signs.contains(last)
    {
        bytes = rest;
    }
    bytes
}

/// How long the ending is that these bytes have, capital or small; 0 when they have none of them.
fn ends_with_one(bytes: &[u8], endings: &[&str]) -> usize {
    let has = |ending: &&&str| {
        let start = bytes.len().checked_sub(ending.len());
        start.is_some_and(|start| bytes[start..].eq_ignore_ascii_case(ending.as_bytes()))
    };
    endings.iter().find(has).map_or(0, |ending| ending.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, masked: &str, count: usize) {
        let (found, shown) = mask(text).unwrap_or_else(|| (text.to_owned(), String::new()));
        assert_eq!((found.as_str(), !shown.is_empty()), (masked, count > 0), "{text}");
        assert_eq!(mask(&found), None, "masked once is masked: {found}");
    }

    #[test]
    fn a_card_number_is_hidden_however_it_is_grouped() {
        check("4242424242424242", "•••• 4242", 1);
        check(
            "my card: 4242 4242 4242 4242, exp 12/28",
            "my card: •••• 4242, exp 12/28",
            1,
        );
        check("4242-4242-4242-4242 12 345", "•••• 4242 12 345", 1);
        check(
            "amex 3782 822463 10005 and 5555 5555 5555 4444!",
            "amex •••• 0005 and •••• 4444!",
            2,
        );
        check("card4111111111111111x", "card•••• 1111x", 1);
    }

    #[test]
    fn what_is_no_card_number_stays() {
        for text in [
            "order 10433, 4242 4242 4242 4241",
            "+49 1520 123 4567 89",
            "IMEI 490154203237518",
            "1234567890123456789012345678",
            "tracking 9400110200881234567890",
            "on 2025-03-05 at 12:30",
            "",
            "é4",
        ] {
            check(text, text, 0);
        }
    }

    #[test]
    fn a_password_is_hidden_and_talk_about_passwords_is_not() {
        check("my password is hunter2, thanks", "my password is ••••, thanks", 1);
        check("My password is swordfish.", "My password is ••••.", 1);
        check("Password: correct horse", "Password: •••• horse", 1);
        check("password=abcd", "password=••••", 1);
        check("Mein Passwort lautet geHeim!", "Mein Passwort lautet ••••!", 1);
        check("mot de passe : s3same", "mot de passe : ••••", 1);
        check("la contraseña es Abc-123", "la contraseña es ••••", 1);
        for text in [
            "my password is wrong",
            "My password is not accepted",
            "mein Passwort ist leider falsch gewesen",
            "I forgot my password. Is there a link?",
            "password reset is broken",
            "Can I change the password to something else please",
        ] {
            check(text, text, 0);
        }
    }

    proptest! {
        #[test]
        fn masking_twice_changes_nothing_more(text in "([0-9 -]|4242 4242|password|é|: |is |[a-z]){0,60}") {
            if let Some((masked, hidden)) = mask(&text) {
                prop_assert!(!hidden.is_empty());
                prop_assert_eq!(mask(&masked), None);
            }
        }

        #[test]
        fn every_valid_number_is_hidden_wherever_it_stands(
            number in "[2-6][0-9]{14}", before in "[a-zA-Z ,.]{0,10}", after in "[a-zA-Z,.][ -~]{0,10}"
        ) {
            let check = (0..10).find(|check| is_card(format!("{number}{check}").as_bytes(), 16)).unwrap();
            let number = format!("{number}{check}");
            let (masked, _) = mask(&format!("{before}{number}{after}")).unwrap();
            prop_assert!(!masked.contains(&number));
        }
    }
}
