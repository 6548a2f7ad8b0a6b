//! Searching conversations: what somebody typed, as terms of the full-text index.

/// More words than this narrow nothing further.
const MOST_WORDS: usize = 6;
/// Of a longer word the beginning is looked up.
const LONGEST_WORD: usize = 64;

/// What was typed as terms of FTS5, each of which a conversation must hold somewhere. Every word counts as the beginning of
/// one, so that results come while typing; an address is its parts in a row. Nothing of it is syntax: each term is quoted.
/// Empty when nothing that can be found was typed.
pub fn terms(typed: &str) -> Vec<String> {
    let findable = |word: &&str| word.chars().any(char::is_alphanumeric);
    let term = |word: &str| {
        let word: String = word.chars().take(LONGEST_WORD).filter(|c| *c != '"').collect();
        // A star after punctuation would stand alone: the index drops what is no word.
        let end = word.rfind(char::is_alphanumeric).unwrap_or_default();
        let last = word[end..].chars().next().map_or(0, char::len_utf8);
        format!("\"{}\"*", &word[..end + last])
    };
    typed
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(findable)
        .take(MOST_WORDS)
        .map(term)
        .filter(|term| term.len() > 3)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::terms;

    #[test]
    fn what_is_typed_is_quoted_word_by_word() {
        for (typed, expected) in [
            ("", &[][..]),
            (" ?! ", &[]),
            ("refund", &["\"refund\"*"]),
            ("  Refund  order-10433. ", &["\"Refund\"*", "\"order-10433\"*"]),
            ("ada@shop.example", &["\"ada@shop.example\"*"]),
            ("a\" OR \"b", &["\"a\"*", "\"OR\"*", "\"b\"*"]),
            ("NEAR(x", &["\"NEAR(x\"*"]),
            ("straße,", &["\"straße\"*"]),
            (
                "a b c d e f g h",
                &["\"a\"*", "\"b\"*", "\"c\"*", "\"d\"*", "\"e\"*", "\"f\"*"],
            ),
        ] {
            assert_eq!(terms(typed), expected, "{typed}");
        }
        let long = terms(&"x".repeat(500));
        assert_eq!(long[0].len(), 64 + 3);
    }
}
