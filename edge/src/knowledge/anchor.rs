//! The anchor of a heading, as the common renderers of Markdown make it, so that a source's link lands on its section.

use std::collections::HashMap;

/// Makes the anchors of one document: equal headings get numbers.
#[derive(Debug, Default)]
pub struct Anchors {
    seen: HashMap<String, u32>,
}

impl Anchors {
    /// The anchor of the next heading; empty when the heading has no letter or digit.
    pub fn next(&mut self, heading: &str) -> String {
        let plain = slug(heading);
        if plain.is_empty() {
            return plain;
        }
        let times = self.seen.entry(plain.clone()).or_default();
        *times += 1;
        if *times == 1 {
            plain
        } else {
            format!("{plain}-{}", *times - 1)
        }
    }
}

/// Lower case; spaces become hyphens; everything but letters, digits, hyphens and underscores is dropped.
fn slug(heading: &str) -> String {
    let slug: String = heading
        .trim()
        .chars()
        .filter_map(|c| match c {
            ' ' => Some('-'),
            c if c.is_alphanumeric() || matches!(c, '-' | '_') => Some(c),
            _ => None,
        })
        .flat_map(char::to_lowercase)
        .collect();
    if slug.contains(char::is_alphanumeric) {
        slug
    } else {
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_what_renderers_make_of_headings() {
        let mut anchors = Anchors::default();
        for (heading, anchor) in [
            (
                "What must a password look like?",
                "what-must-a-password-look-like",
            ),
            ("`BATON_MODEL` & co.", "baton_model--co"),
            ("Größe", "größe"),
            ("Größe", "größe-1"),
            ("Größe", "größe-2"),
            ("???", ""),
            ("- -", ""),
        ] {
            assert_eq!(anchors.next(heading), anchor);
        }
    }
}
