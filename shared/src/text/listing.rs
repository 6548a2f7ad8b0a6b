//! Listings in a text: what stands between two lines of fence is shown as it is, letter by letter.

use super::place;

/// The line before and after a listing.
pub const FENCE: &str = "```";

/// The text in parts, without the fences: a part and whether it is a listing. What a fence says of its language is left out.
/// A text of nothing but fences is one part, as it is.
pub fn parts(text: &str) -> Vec<(&str, bool)> {
    let parts = text.split(FENCE).enumerate().map(|(at, part)| {
        let listing = at % 2 == 1;
        let part = match part.split_once('\n') {
            Some((_, code)) if listing => code,
            _ => part,
        };
        (part.trim_matches('\n'), listing)
    });
    let parts: Vec<_> = parts.filter(|(part, _)| !part.trim().is_empty()).collect();
    if parts.is_empty() {
        vec![(text, false)]
    } else {
        parts
    }
}

/// What stands before the first listing, the listing, and what follows: enough for an answer that quotes a page, in less code
/// than [`parts`]. A further listing stays in the last part as it is; a text of nothing but fences is the first part.
pub fn first(text: &str) -> [&str; 3] {
    let (before, rest) = around(text);
    let (code, after) = around(rest);
    let code = code.split_once('\n').map_or("", |(_, code)| code);
    let found = [before, code, after].map(|part| part.trim_matches('\n'));
    if found.concat().trim().is_empty() {
        [text, "", ""]
    } else {
        found
    }
}

/// What stands before the first fence, and after it.
fn around(text: &str) -> (&str, &str) {
    match place(text, FENCE) {
        Some(at) => (&text[..at], &text[at + FENCE.len()..]),
        None => (text, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::{first, parts};

    #[test]
    fn the_first_listing_is_told_from_what_is_around_it() {
        for (text, expected) in [
            ("One.\n\nTwo.", ["One.\n\nTwo.", "", ""]),
            (
                "Run:\n\n```sh\ncargo run\n  --now\n```\n\nLook.",
                ["Run:", "cargo run\n  --now", "Look."],
            ),
            ("```\na\n```\nb\n```\nc\n```", ["", "a", "b\n```\nc\n```"]),
            ("never ended:\n```\na", ["never ended:", "a", ""]),
            ("```", ["```", "", ""]),
        ] {
            assert_eq!(first(text), expected, "{text}");
        }
    }

    #[test]
    fn listings_are_told_from_sentences() {
        for (text, expected) in [
            ("One.\n\nTwo.", &[("One.\n\nTwo.", false)][..]),
            (
                "Run:\n\n```sh\ncargo run\n  --now\n```\n\nLook.",
                &[("Run:", false), ("cargo run\n  --now", true), ("Look.", false)],
            ),
            ("```\na\n```", &[("a", true)]),
            ("never ended:\n```\na", &[("never ended:", false), ("a", true)]),
            ("```", &[("```", false)]),
        ] {
            assert_eq!(parts(text), expected, "{text}");
        }
    }
}
