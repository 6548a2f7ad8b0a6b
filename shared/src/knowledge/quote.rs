//! The built-in assistant's answer: the best passage in its own words, with its source.

use super::Passage;
use crate::{conversation::Source, text::FENCE};

/// How many characters an answer quotes at most, listings aside; more is what the source link is for. About 70 words.
const LONGEST_QUOTE: usize = 420;
/// A longer listing is for the page, not for a bubble.
const LONGEST_LISTING: usize = 500;
/// How many sources are listed.
const MOST_SOURCES: usize = 3;

/// The words of the best passage, cut at a paragraph or sentence when long, and the sources of the best passages, each
/// page once. None when there is no passage.
pub fn quote(passages: &[Passage]) -> Option<(String, Vec<Source>)> {
    let best = passages.first()?;
    Some((shorten(&best.body, LONGEST_QUOTE), sources(passages)))
}

/// The sources of these passages, each page once, the best first.
pub fn sources(passages: &[Passage]) -> Vec<Source> {
    let mut found: Vec<Source> = Vec::new();
    for passage in passages {
        let page = page_of(&passage.url);
        if found.len() < MOST_SOURCES && !found.iter().any(|source| page_of(&source.url) == page) {
            found.push(Source {
                title: passage.title.clone(),
                url: passage.url.clone(),
            });
        }
    }
    found
}

fn page_of(url: &str) -> &str {
    url.split('#').next().unwrap_or(url)
}

/// The text up to `limit` characters, listings not counted: the first that follows what is kept goes along, where it is short.
fn shorten(text: &str, limit: usize) -> String {
    let mut kept = String::new();
    let mut room = limit;
    for (at, part) in text.trim().split(FENCE).enumerate() {
        if at % 2 == 1 {
            if part.chars().count() > LONGEST_LISTING {
                break;
            }
            kept = format!("{kept}{FENCE}{part}{FENCE}");
            continue;
        }
        let length = part.chars().count();
        if length > room {
            let more = cut(part, room);
            // After a listing, whole sentences or nothing.
            if kept.is_empty() || !more.ends_with('…') {
                kept.push_str(&more);
            }
            break;
        }
        room -= length;
        kept.push_str(part);
    }
    kept.trim_end().to_owned()
}

/// The text up to `limit` characters, to the end of a sentence if one ends past the first third.
fn cut(text: &str, limit: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(limit) else {
        return text.to_owned();
    };
    let head = &text[..end];
    let at_sentence = [". ", ".\n", "\n\n", "? ", "! "]
        .iter()
        .filter_map(|mark| head.rfind(mark))
        .max();
    match at_sentence.filter(|at| *at > limit / 3) {
        Some(at) => head[..=at].trim_end().to_owned(),
        None => format!("{}…", head.rfind(' ').map_or(head, |at| &head[..at])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passage(title: &str, url: &str, body: &str) -> Passage {
        Passage {
            title: title.into(),
            heading: String::new(),
            url: url.into(),
            body: body.into(),
            score: 1.0,
        }
    }

    #[test]
    fn the_best_passage_is_quoted_and_each_page_named_once() {
        let found = [
            passage("A", "/a#x", "First."),
            passage("A", "/a#y", "Second."),
            passage("B", "/b", "Third."),
        ];
        let (text, sources) = quote(&found).unwrap();
        assert_eq!(text, "First.");
        assert_eq!(
            sources.iter().map(|s| s.url.as_str()).collect::<Vec<_>>(),
            ["/a#x", "/b"]
        );
        assert_eq!(quote(&[]), None);
    }

    #[test]
    fn a_long_passage_ends_with_a_sentence() {
        let long = "A sentence of some length stands here. ".repeat(40);
        let (text, _) = quote(&[passage("A", "/a", &long)]).unwrap();
        assert!(text.len() <= LONGEST_QUOTE && text.ends_with("here."), "{text}");
        let (text, _) = quote(&[passage("A", "/a", &"word ".repeat(400))]).unwrap();
        assert!(text.ends_with("word…"));
    }

    #[test]
    fn a_short_listing_goes_along_and_stays_whole() {
        let sentence = "A sentence of some length stands here. ".repeat(10);
        let body = format!("{sentence}\n\n```\nrun. this\n```\n\nAnd that is all there is to say. Or is it?");
        let (text, _) = quote(&[passage("A", "/a", &body)]).unwrap();
        assert!(text.ends_with("```\nrun. this\n```"), "{text}");
        let long = format!("Run this:\n\n```\n{}\n```", "step\n".repeat(200));
        let (text, _) = quote(&[passage("A", "/a", &long)]).unwrap();
        assert_eq!(text, "Run this:");
    }
}
