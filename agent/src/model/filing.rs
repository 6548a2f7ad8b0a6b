//! How a closed conversation is filed: what it was about and how it ended. The codes are stored; the words are shown.

/// What a conversation was about: code and words.
pub const CATEGORIES: [(&str, &str); 8] = [
    ("question", "Question"),
    ("problem", "Problem or fault"),
    ("billing", "Billing"),
    ("account", "Account or access"),
    ("sales", "Sales"),
    ("complaint", "Complaint"),
    ("spam", "Spam or abuse"),
    ("other", "Something else"),
];

/// How a conversation ended: code and words.
pub const OUTCOMES: [(&str, &str); 5] = [
    ("solved", "Solved"),
    ("partly", "Solved in part"),
    ("follow_up", "To be followed up"),
    ("no_reply", "The visitor no longer answered"),
    ("unsolved", "Not solved"),
];

/// The words for a code; a code from elsewhere is shown as it is.
pub fn words<'a>(list: &'a [(&'a str, &'a str)], code: &'a str) -> &'a str {
    list.iter()
        .find(|(known, _)| *known == code)
        .map_or(code, |(_, words)| words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_from_elsewhere_is_shown_as_it_is() {
        assert_eq!(words(&CATEGORIES, "billing"), "Billing");
        assert_eq!(words(&OUTCOMES, "billing"), "billing");
    }
}
