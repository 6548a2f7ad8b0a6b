//! The full-text index of passages, as SQL: its table, how a passage goes in, and how the best ones come out. The edge
//! runs these on the Site object's storage, and whoever measures answers runs the same ones natively.

use super::alike;
use crate::triggers::confidence::stem;

/// The table. Part of a released migration of the edge: it never changes here; what comes later is a further entry there.
pub const TABLE: &str = "CREATE VIRTUAL TABLE passages USING fts5 (
    title, heading, body, url UNINDEXED,
    tokenize = 'porter unicode61 remove_diacritics 2'
);
";

/// Puts one passage in: title, heading, body, url.
pub const INSERT: &str = "INSERT INTO passages (title, heading, body, url) VALUES (?, ?, ?, ?)";

/// The passages that fit the words of [`match_string`] best: words, most passages. A word in a heading tells more about
/// a passage than one in its text. (`rank` is lower for better.)
pub const BEST: &str = "SELECT title, heading, url, body, bm25(passages, 3.0, 5.0, 1.0) AS rank
     FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?";

/// A query that finds passages with any of the words, or with what stands for the same; none when there is no word. The
/// query language has operators, and a visitor's words must never be taken for one: each is quoted.
pub fn match_string(terms: &[String]) -> Option<String> {
    let mut query = String::new();
    let mut or = |word: &str| {
        query.push_str(if query.is_empty() { "\"" } else { " OR \"" });
        query.push_str(&word.replace('"', "\"\""));
        query.push('"');
    };
    for term in terms
        .iter()
        .filter(|term| term.chars().any(char::is_alphanumeric))
    {
        let own = stem(term.as_bytes());
        or(term);
        if let Some(group) = alike(own) {
            let others = group.words.iter().zip(&group.stems);
            others
                .filter(|(_, other)| **other != own)
                .for_each(|(word, _)| or(word));
        }
    }
    (!query.is_empty()).then_some(query)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_quoted_so_that_none_is_an_operator() {
        let terms = [
            "page".into(),
            "NOT".into(),
            "a\" OR title:x".into(),
            "*".into(),
            String::new(),
        ];
        assert_eq!(
            match_string(&terms).unwrap(),
            r#""page" OR "NOT" OR "a"" OR title:x""#
        );
        assert_eq!(
            match_string(&["bots".into()]).unwrap(),
            r#""bots" OR "assistant" OR "chatbot" OR "ai""#
        );
        assert_eq!(match_string(&[]), None);
        assert_eq!(match_string(&["?".into()]), None);
    }
}
