//! What is checked about a new password before it is sent. The edge checks again.

/// The fewest characters.
pub const SHORTEST: usize = 10;

/// Why the password will not do, or none.
pub fn weakness(password: &str, name: &str, email: &str) -> Option<&'static str> {
    // Without the tables for the capitals of all scripts, which are large; the edge looks more closely.
    let lower = password.to_ascii_lowercase();
    let contains = |part: &str| part.chars().count() > 3 && lower.contains(&part.to_ascii_lowercase());
    if password.chars().count() < SHORTEST {
        Some("This password is too short. Take at least 10 characters; a few words in a row are good.")
    } else if lower.chars().all(|c| lower.starts_with(c)) {
        Some("This password is one character over and over. Take a few words in a row.")
    } else if contains(email) || contains(name) || contains(email.split('@').next().unwrap_or_default()) {
        Some("This password holds your name or address. Take something others do not know.")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(password: &str, weak: bool) {
        assert_eq!(
            weakness(password, "Jo", "johanna@example.com").is_some(),
            weak,
            "{password}"
        );
    }

    #[test]
    fn short_and_guessable_passwords_are_weak() {
        check("", true);
        check("123456789", true);
        check("äöüäöüäöü", true);
        check("aaaaaaaaaaaa", true);
        check("johanna-2026", true);
        check("JOHANNA@example.com", true);
        check("äöüäöüäöüä", false);
        check("a journey of jokes", false);
    }
}
