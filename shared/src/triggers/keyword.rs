//! The owner's own words and phrases: matched without case and marks, on word borders, in any script.

use crate::{
    policy::Keyword,
    text::{Reading, fold, words},
};

/// The phrases of the owner's that stand in the text as whole words, in order and side by side.
///
/// In scripts that put no spaces between words (Chinese, Japanese, Thai) a run is one word, so there a phrase may stand
/// anywhere in a run.
pub fn standing<'a>(keywords: &'a [Keyword], text: &Reading<'_>) -> Vec<&'a str> {
    if keywords.is_empty() {
        return Vec::new();
    }
    let there: Vec<&str> = text.words().collect();
    let phrases = keywords.iter().map(|keyword| keyword.phrase.as_str());
    phrases.filter(|phrase| stands_in(phrase, &there)).collect()
}

fn stands_in(phrase: &str, there: &[&str]) -> bool {
    let phrase = fold(phrase);
    let wanted: Vec<&str> = words(&phrase).collect();
    match wanted[..] {
        [] => false,
        [run] if run.chars().any(unspaced) => there.iter().any(|word| word.contains(run)),
        _ => there.windows(wanted.len()).any(|window| window == wanted),
    }
}

/// Letters of scripts written without spaces: Thai, Hiragana to Han, Hangul is spaced and not among them.
fn unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Then;

    #[test]
    fn whole_words_in_any_script() {
        for (phrase, text, stands) in [
            ("cancel subscription", "Please CANCEL   subscription now", true),
            ("cancel subscription", "cancel my subscription", false),
            ("art", "start the party", false),
            ("kündigen", "Ich will KUNDIGEN!", true),
            ("возврат", "Хочу возврат.", true),
            ("退款", "我想要退款谢谢", true),
            ("환불", "환불 해주세요", true),
            ("!!", "anything", false),
        ] {
            let keyword = Keyword {
                phrase: phrase.to_owned(),
                then: Then::Escalate,
                queue: None,
                because: None,
            };
            let found = !standing(&[keyword], &Reading::of(text)).is_empty();
            assert_eq!(found, stands, "{phrase} in {text}");
        }
    }
}
