//! From words to a full-text query. The index's query language has operators; a visitor's words must never be taken for
//! one, so each is quoted.

/// A query that finds passages with any of the words; none when there is no word.
pub fn match_string(terms: &[String]) -> Option<String> {
    let quoted: Vec<String> = terms
        .iter()
        .filter(|term| term.chars().any(char::is_alphanumeric))
        .map(|term| format!("\"{}\"", term.replace('"', "\"\"")))
        .collect();
    (!quoted.is_empty()).then(|| quoted.join(" OR "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_quoted_so_that_none_is_an_operator() {
        let terms = [
            "add".into(),
            "NOT".into(),
            "a\" OR title:x".into(),
            "*".into(),
            String::new(),
        ];
        assert_eq!(
            match_string(&terms).unwrap(),
            r#""add" OR "NOT" OR "a"" OR title:x""#
        );
        assert_eq!(match_string(&[]), None);
        assert_eq!(match_string(&["?".into()]), None);
    }
}
