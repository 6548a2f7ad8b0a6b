//! Words of a folded text, and cutting a text short where a word ends.

/// The words of a text that was [folded](super::fold()): runs of letters and digits, with an apostrophe inside kept
/// ("don't"). Scripts without spaces come out as one word a run.
pub fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|c: char| !(c.is_alphanumeric() || c == '\''))
        .map(|word| word.trim_matches('\''))
        .filter(|word| !word.is_empty())
}

/// At most `limit` characters of a text on one line, cut where a word ends, with an ellipsis when anything was cut.
pub fn clip(text: &str, limit: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= limit {
        return line;
    }
    let head: String = line.chars().take(limit.saturating_sub(1)).collect();
    let cut = head
        .rfind(' ')
        .filter(|at| at * 2 > head.len())
        .unwrap_or(head.len());
    format!("{}…", head[..cut].trim_end_matches([',', ';', ':', '.']))
}

#[cfg(test)]
mod tests {
    use super::{clip, words};

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        assert_eq!(
            words("don't, order #10433 'ok'").collect::<Vec<_>>(),
            ["don't", "order", "10433", "ok"]
        );
    }

    #[test]
    fn a_clip_ends_at_a_word_and_says_so() {
        assert_eq!(clip("short", 10), "short");
        assert_eq!(clip("one two  three four", 12), "one two…");
        assert_eq!(clip(&"x".repeat(30), 10), format!("{}…", "x".repeat(9)));
        assert_eq!(clip("日本語日本語", 4), "日本語…");
    }
}
