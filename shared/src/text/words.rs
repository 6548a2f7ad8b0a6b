//! Words of a folded text, and cutting a text short where a word ends.

/// The words of a text that was [folded](super::fold()): runs of letters and digits, with an apostrophe inside kept
/// ("don't"). Scripts without spaces come out as one word a run.
pub fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|c: char| !(is_letter(c) || c == '\''))
        .map(|word| word.trim_matches('\''))
        .filter(|word| !word.is_empty())
}

/// Letters and digits of any script, and the marks on them: whatever is not a sign. Signs are few and lie together;
/// the tables of all letters would be downloaded by every visitor.
#[allow(clippy::match_same_arms)] // one arm a family of signs
pub(super) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        // Latin, Hebrew, Arabic, Indic signs.
        '\u{80}'..='\u{a9}'
        | '\u{ab}'..='\u{b4}'
        | '\u{b6}'..='\u{b9}'
        | '\u{bb}'..='\u{bf}'
        | '\u{d7}'
        | '\u{f7}' => false,
        '\u{37e}'
        | '\u{387}'
        | '\u{55a}'..='\u{55f}'
        | '\u{589}'
        | '\u{58a}'
        | '\u{5be}'
        | '\u{5c0}'
        | '\u{5c3}' => false,
        '\u{5f3}'
        | '\u{5f4}'
        | '\u{600}'..='\u{60f}'
        | '\u{61b}'..='\u{61f}'
        | '\u{66a}'..='\u{66d}'
        | '\u{6d4}' => false,
        '\u{964}'
        | '\u{965}'
        | '\u{970}'
        | '\u{e4f}'
        | '\u{e5a}'
        | '\u{e5b}'
        | '\u{10fb}'
        | '\u{1360}'..='\u{1368}' => false,
        // Punctuation, arrows, symbols; signs between East Asian letters; their wide forms; pictures.
        '\u{2000}'..='\u{2bff}'
        | '\u{2e00}'..='\u{2e7f}'
        | '\u{3000}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}'
        | '\u{30fb}' => false,
        '\u{fe10}'..='\u{fe1f}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff01}'..='\u{ff0f}'
        | '\u{ff1a}'..='\u{ff20}' => false,
        '\u{ff3b}'..='\u{ff40}'
        | '\u{ff5b}'..='\u{ff65}'
        | '\u{fff0}'..='\u{ffff}'
        | '\u{1f000}'..='\u{1faff}' => false,
        _ => true,
    }
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
