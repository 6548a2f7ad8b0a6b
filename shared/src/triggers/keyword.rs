//! The owner's own words and phrases: matched without case and marks, on word borders, in any script.

use crate::{
    policy::Keyword,
    text::{fold, words},
};

/// Whether the phrase stands in the text as whole words, in order and side by side.
///
/// In scripts that put no spaces between words (Chinese, Japanese, Thai) a run is one word, so there the phrase may
/// stand anywhere in a run.
pub fn stands_in(phrase: &str, text: &str) -> bool {
    let (phrase, text) = (fold(phrase), fold(text));
    let wanted: Vec<&str> = words(&phrase).collect();
    let there: Vec<&str> = words(&text).collect();
    if wanted.is_empty() {
        return false;
    }
    if let [run] = wanted[..]
        && run.chars().any(unspaced)
    {
        return there.iter().any(|word| word.contains(run));
    }
    there.windows(wanted.len()).any(|window| window == wanted)
}

/// The first of the owner's keywords that stands in the text, with its place in the policy.
pub fn first<'a>(keywords: &'a [Keyword], text: &str) -> Option<(usize, &'a Keyword)> {
    keywords
        .iter()
        .enumerate()
        .find(|(_, keyword)| stands_in(&keyword.phrase, text))
}

/// Letters of scripts written without spaces: Thai, Hiragana to Han, Hangul is spaced and not among them.
fn unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use super::stands_in;

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
            assert_eq!(stands_in(phrase, text), stands, "{phrase} in {text}");
        }
    }
}
