//! Card numbers and passwords do not leave the visitor's browser, and are not stored where one comes all the same.
//!
//! The widget masks a message before it keeps or sends it; the edge masks what it gets once more. Pure and deterministic:
//! the same message masked twice, or at both ends, is the same message, so that a resend is recognised.

use std::ops::Range;

use crate::text::fold;

/// Something hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hidden {
    /// A card number; as it is shown, with its last four digits.
    Card(String),
    /// A password.
    Password,
}

/// What stands for a hidden character.
const DOTS: &str = "••••";
/// A card number has at least so many digits and at most [`MOST`].
const FEWEST: usize = 13;
/// See [`FEWEST`].
const MOST: usize = 19;

/// The message without card numbers and passwords, and what was hidden; none when there is nothing to hide.
pub fn mask(text: &str) -> Option<(String, Vec<Hidden>)> {
    let mut masked = String::new();
    let mut hidden = Vec::new();
    let mut from = 0;
    let mut at = 0;
    while at < text.len() {
        let found = card(text, at).or_else(|| password(text, at));
        if let Some((place, what)) = found {
            masked += &text[from..place.start];
            match &what {
                Hidden::Card(shown) => masked += shown,
                Hidden::Password => masked += DOTS,
            }
            (from, at) = (place.end, place.end);
            hidden.push(what);
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    masked += &text[from..];
    (!hidden.is_empty()).then_some((masked, hidden))
}

/// The message as it may be kept.
pub fn masked(text: String) -> String {
    mask(&text).map_or(text, |(masked, _)| masked)
}

/// A card number that begins exactly here: groups of digits with one space or dash between them.
fn card(text: &str, at: usize) -> Option<(Range<usize>, Hidden)> {
    let bytes = text.as_bytes();
    let before = at.checked_sub(1).map_or(b' ', |before| bytes[before]);
    // A plus begins a phone number; dots, what is left of a card number.
    if before.is_ascii_digit() || before == b'+' || text[..at].ends_with("• ") {
        return None;
    }
    let mut digits = Vec::new();
    let mut end = at;
    let mut found = None;
    while let Some(&byte) = bytes.get(end) {
        let next = bytes.get(end + 1);
        if byte.is_ascii_digit() {
            digits.push(byte - b'0');
        } else if digits.is_empty() || !matches!(byte, b' ' | b'-') || !next.is_some_and(u8::is_ascii_digit) {
            break;
        }
        end += 1;
        let whole = byte.is_ascii_digit() && !next.is_some_and(u8::is_ascii_digit);
        if whole && is_card(&digits) {
            let last: String = text[at..end].chars().filter(char::is_ascii_digit).collect();
            let shown = [DOTS, " ", &last[last.len() - 4..]].concat();
            found = Some((at..end, Hidden::Card(shown)));
        }
        if digits.len() > MOST {
            break;
        }
    }
    found
}

/// Lengths and first digits that the networks issue, and Luhn's check digit.
fn is_card(digits: &[u8]) -> bool {
    let first = digits.first().copied().unwrap_or_default();
    let second = digits.get(1).copied().unwrap_or_default();
    let issued = match digits.len() {
        FEWEST => first == 4,
        14 => first == 3 && matches!(second, 0 | 6 | 8 | 9),
        15 => first == 3 && matches!(second, 4 | 7),
        16..=MOST => (2..7).contains(&first),
        _ => false,
    };
    let sum: u32 = digits
        .iter()
        .rev()
        .zip([1, 2].into_iter().cycle())
        .map(|(digit, times)| u32::from(*digit) * times)
        .map(|value| value / 10 + value % 10)
        .sum();
    issued && sum.is_multiple_of(10)
}

/// What a word ends with that names a password, folded.
const NAMES: [&str; 9] = [
    "password",
    "passwort",
    "kennwort",
    "passcode",
    "passe",
    "contrasena",
    "senha",
    "wachtwoord",
    "haslo",
];
/// What stands between its name and a password.
const LINKS: [&str; 8] = ["is", "was", "ist", "lautet", "es", "est", "to", "e"];
/// What is said about passwords and is none.
const ABOUT: &str = " wrong incorrect invalid expired lost gone correct right blocked locked rejected broken missing weak old new same different secret safe ";

/// A password that begins exactly here: after its name and a colon, or after its name and "is".
fn password(text: &str, at: usize) -> Option<(Range<usize>, Hidden)> {
    let head = &text[..at];
    if !head.ends_with([' ', ':', '=', '\n']) {
        return None;
    }
    let rest = &text[at..];
    let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let word = rest[..length].trim_end_matches(['.', ',', '!', '?', ';', ')']);
    let head = head.trim_end();
    let named = head.trim_end_matches([':', '=']);
    let plain = if named.len() < head.len() {
        named.trim_end()
    } else {
        let link = head.rsplit(char::is_whitespace).next()?;
        if !LINKS.contains(&fold(link).as_str()) {
            return None;
        }
        head[..head.len() - link.len()].trim_end()
    };
    let name = fold(plain.rsplit(char::is_whitespace).next()?);
    let linked = plain.len() < named.len();
    let secret = word.len() > 3 && (!linked || is_secret(word, &rest[word.len()..]));
    let fits = secret && !word.contains('•') && NAMES.iter().any(|known| name.ends_with(known));
    fits.then(|| (at..at + word.len(), Hidden::Password))
}

/// After "is": what has more in it than small letters, or ends the sentence and says nothing about a password.
fn is_secret(word: &str, after: &str) -> bool {
    let odd = word
        .chars()
        .skip(1)
        .any(|c| !c.is_alphabetic() || c.is_uppercase());
    let ends = !after.starts_with(' ');
    let about = ABOUT.contains(&[" ", &fold(word), " "].concat());
    odd || (ends && !about)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, masked: &str, count: usize) {
        let (found, hidden) = mask(text).unwrap_or_else(|| (text.to_owned(), Vec::new()));
        assert_eq!((found.as_str(), hidden.len()), (masked, count), "{text}");
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
            let digits: Vec<u8> = number.bytes().map(|b| b - b'0').collect();
            let check = (0..10).find(|check| is_card(&[&digits[..], &[*check]].concat())).unwrap();
            let number = format!("{number}{check}");
            let (masked, _) = mask(&format!("{before}{number}{after}")).unwrap();
            prop_assert!(!masked.contains(&number));
        }
    }
}
