//! From a question to the words to look up: content words, each once, without the words that every question has.

use crate::text::{fold, words};

/// How many words a look-up takes at most; a long message is about its first ones.
const MOST_TERMS: usize = 24;

/// Words that say how a question is asked, not what it is about.
const COMMON: &[&str] = &[
    "a",
    "about",
    "after",
    "again",
    "all",
    "also",
    "am",
    "an",
    "and",
    "any",
    "anyone",
    "are",
    "as",
    "at",
    "be",
    "been",
    "but",
    "by",
    "can",
    "can't",
    "cannot",
    "could",
    "did",
    "do",
    "does",
    "doesn't",
    "don't",
    "for",
    "from",
    "get",
    "give",
    "go",
    "got",
    "had",
    "has",
    "have",
    "hello",
    "help",
    "here",
    "hey",
    "hi",
    "how",
    "i",
    "i'd",
    "i'll",
    "i'm",
    "i've",
    "if",
    "in",
    "into",
    "is",
    "isn't",
    "it",
    "it's",
    "its",
    "just",
    "know",
    "like",
    "make",
    "many",
    "may",
    "me",
    "might",
    "more",
    "most",
    "much",
    "must",
    "my",
    "need",
    "no",
    "not",
    "now",
    "of",
    "off",
    "ok",
    "okay",
    "on",
    "one",
    "or",
    "our",
    "out",
    "please",
    "possible",
    "s",
    "shall",
    "should",
    "show",
    "so",
    "some",
    "something",
    "tell",
    "than",
    "thank",
    "thanks",
    "that",
    "that's",
    "the",
    "their",
    "them",
    "then",
    "there",
    "these",
    "they",
    "thing",
    "this",
    "those",
    "to",
    "too",
    "up",
    "us",
    "use",
    "very",
    "want",
    "was",
    "way",
    "we",
    "what",
    "what's",
    "when",
    "where",
    "which",
    "who",
    "why",
    "will",
    "with",
    "without",
    "work",
    "works",
    "would",
    "yes",
    "you",
    "your",
];

/// The words of a question to look up, folded, in order, each once.
pub fn terms(question: &str) -> Vec<String> {
    let mut found = all_terms(question);
    found.truncate(MOST_TERMS);
    found
}

/// Every content word of a text, folded, in order, each once.
pub fn all_terms(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let folded = fold(text);
    for word in words(&folded) {
        let word = word.strip_suffix("'s").unwrap_or(word);
        if word.chars().count() > 1
            && COMMON.binary_search(&word).is_err()
            && !found.iter().any(|w| w == word)
        {
            found.push(word.to_owned());
        }
    }
    found
}

/// The words that say how something is asked, folded, in all languages.
pub(crate) fn common() -> impl Iterator<Item = &'static str> {
    COMMON.iter().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_so_that_it_can_be_searched() {
        assert!(COMMON.is_sorted());
    }

    #[test]
    fn content_words_remain_each_once() {
        assert_eq!(
            terms("How do I add the script tag, the TAG, to my site?"),
            ["add", "script", "tag", "site"]
        );
        assert!(terms("hi, how are you?").is_empty());
    }
}
