//! The chat's own words in the visitor's language, as the edge sent them beside the widget; and what is made of them. What the
//! edge says comes in events and is not here.

use shared::{
    mask::DOTS,
    words::{NAMES, Word},
};

use crate::digits::digits;

/// The words of one language, by their places: a handle, as small as one can be, for it is copied into everything that is
/// pressed.
#[derive(Debug, Clone, Copy)]
pub struct Words(&'static [&'static str; NAMES.len()]);

impl Words {
    /// A language as it came: its texts in the order of [`NAMES`]. They stay for as long as the frame.
    pub fn new(texts: Vec<String>) -> Self {
        let mut places = [""; NAMES.len()];
        for (place, text) in places.iter_mut().zip(texts) {
            *place = text.leak();
        }
        Self(Box::leak(Box::new(places)))
    }

    /// One of them.
    pub fn get(self, word: Word) -> &'static str {
        self.0[word as usize]
    }

    /// One of them, with something put into its place.
    pub fn with(self, word: Word, value: &str) -> String {
        let text = self.get(word);
        let (before, after) = text.split_once('{').unwrap_or((text, ""));
        // Behind it stands the other brace.
        [before, value, after.get(1..).unwrap_or_default()].concat()
    }

    /// The place in the queue.
    pub fn place(self, position: u32) -> String {
        match position {
            1 => self.get(Word::StripNext).to_owned(),
            n => {
                let mut endings = self.get(Word::Ordinals).split(' ');
                let ending = endings.nth(ending(n)).unwrap_or_default();
                self.with(Word::StripPlace, &[&digits(u64::from(n)), ending].concat())
            }
        }
    }

    /// What was hidden before a message left, as it is shown.
    pub fn hidden(self, shown: &str) -> String {
        if shown == DOTS {
            self.get(Word::PasswordHidden).to_owned()
        } else {
            self.with(Word::CardHidden, shown)
        }
    }

    /// How much of the limit is used.
    pub fn used(self, count: usize, limit: usize) -> String {
        [
            &self.thousands(count),
            self.get(Word::UsedOf),
            &self.thousands(limit),
        ]
        .concat()
    }

    /// A team's name ("the billing team") as a label ("billing team"; the style sheet capitalises it).
    pub fn team(self, name: &str) -> &str {
        name.strip_prefix(self.get(Word::Article)).unwrap_or(name)
    }

    fn thousands(self, n: usize) -> String {
        let mut text = digits(n as u64);
        if let Some(at @ 1..) = text.len().checked_sub(3) {
            text.insert_str(at, self.get(Word::Thousands));
        }
        text
    }
}

/// Which of the four endings a number has: that of 1, 2, 3 or all others.
fn ending(n: u32) -> usize {
    match (n % 10, n % 100) {
        (_, 11..=13) => 3,
        (1, _) => 0,
        (2, _) => 1,
        (3, _) => 2,
        _ => 3,
    }
}

#[cfg(test)]
impl Words {
    /// A language as a story needs it.
    pub fn of(tag: &str) -> Self {
        Self::new(shared::words::table(tag).to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::{Word, Words};

    #[test]
    fn numbers_read_as_english() {
        let english = Words::of("en");
        assert_eq!(english.place(1), "\u{b7} you're next");
        for (n, text) in [
            (2, "2nd"),
            (3, "3rd"),
            (4, "4th"),
            (11, "11th"),
            (21, "21st"),
            (112, "112th"),
        ] {
            assert_eq!(english.place(n), format!("\u{b7} {text} in line"));
        }
        assert_eq!(english.used(3_605, 4_000), "3,605 of 4,000");
        assert_eq!(english.team("the billing team"), "billing team");
        assert_eq!(english.used(0, 999), "0 of 999");
        assert_eq!(english.team(""), "");
    }

    #[test]
    fn each_language_puts_its_numbers_and_names_where_it_has_them() {
        for (tag, second, used, writes) in [
            ("de", "· 2. in der Reihe", "3.605 von 4.000", "Ada schreibt"),
            (
                "fr",
                "· 2e dans la file",
                "3\u{a0}605 sur 4\u{a0}000",
                "Ada est en train d'écrire",
            ),
        ] {
            let words = Words::of(tag);
            assert_eq!(words.place(2), second);
            assert_eq!(words.used(3_605, 4_000), used);
            assert_eq!(words.with(Word::Writing, "Ada"), writes);
        }
        assert_eq!(
            Words::new(Vec::new()).get(Word::Send),
            "",
            "nothing breaks for want of words"
        );
    }
}
