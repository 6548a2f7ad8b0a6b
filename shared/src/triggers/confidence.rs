//! How well the retrieved passages support an answer, in percent.
//!
//! An absolute BM25 score says little (with one matching document it is near zero), so support is measured by what can
//! be explained: which share of the question's words the best passages speak of, where the rarer a word is among the
//! passages found, the more it weighs; and whether a title or heading speaks of it.

use crate::{
    knowledge::{Passage, all_terms, terms},
    text::{fold, words},
};

/// So many of the best passages count as support together.
const SUPPORT: usize = 2;

/// When at least one in so many of the question's words is unknown to every passage, support is capped.
const UNKNOWN_SHARE: usize = 3;
/// The cap, in percent.
const WITH_UNKNOWN: u32 = 40;

/// The support for answering `question` from `passages`, 0 to 100. 0 when there is no passage or nothing to look up.
pub fn support(question: &str, passages: &[Passage]) -> u32 {
    let wanted: Vec<String> = terms(question).iter().map(|word| stem(word)).collect();
    if wanted.is_empty() || passages.is_empty() {
        return 0;
    }
    let found: Vec<(Vec<String>, Vec<String>)> = passages.iter().map(stems).collect();
    let texts = &found[..found.len().min(SUPPORT)];
    let best = texts
        .iter()
        .map(|(heads, body)| covered(&wanted, heads, body))
        .max()
        .unwrap_or(0);
    let spoken_of = wanted
        .iter()
        .filter(|word| texts.iter().any(|(h, b)| h.contains(word) || b.contains(word)));
    let together = percent(spoken_of.count(), wanted.len());
    let score = best.midpoint(together.min(best + 20)).min(100);
    // Of a word that no passage found speaks of, the knowledge knows nothing: "reset my router" is not "reset".
    let known = |word: &&String| {
        found
            .iter()
            .any(|(heads, body)| heads.contains(word) || body.contains(word))
    };
    let unknown = wanted.iter().filter(|word| !known(word)).count();
    if unknown * UNKNOWN_SHARE >= wanted.len() {
        score.min(WITH_UNKNOWN)
    } else {
        score
    }
}

/// How much of a written answer stands in the passages it was given, in percent: the share of its content words that
/// occur in any of them. 0 when it says nothing.
pub fn grounded(answer: &str, passages: &[Passage]) -> u32 {
    let said: Vec<String> = all_terms(answer).iter().map(|word| stem(word)).collect();
    if said.is_empty() {
        return 0;
    }
    let texts: Vec<(Vec<String>, Vec<String>)> = passages.iter().map(stems).collect();
    let stands = said
        .iter()
        .filter(|word| texts.iter().any(|(h, b)| h.contains(word) || b.contains(word)));
    percent(stands.count(), said.len())
}

/// The share of wanted words in one passage. A word in the title or headings counts half as much again: the passage is
/// about it, and does not merely mention it.
fn covered(wanted: &[String], heads: &[String], body: &[String]) -> u32 {
    let points: usize = wanted
        .iter()
        .map(|word| match (heads.contains(word), body.contains(word)) {
            (true, _) => 3,
            (false, true) => 2,
            (false, false) => 0,
        })
        .sum();
    percent(points, wanted.len() * 2).min(100)
}

fn percent(part: usize, whole: usize) -> u32 {
    u32::try_from(part * 100 / whole.max(1)).unwrap_or(100)
}

fn stems(passage: &Passage) -> (Vec<String>, Vec<String>) {
    let of = |text: &str| words(&fold(text)).map(stem).collect();
    (
        of(&format!("{} {}", passage.title, passage.heading)),
        of(&passage.body),
    )
}

/// A word without its commonest English endings, so that "installing" and "install" meet.
fn stem(word: &str) -> String {
    for (ending, left) in [
        ("ations", 4),
        ("ation", 4),
        ("ings", 4),
        ("ing", 4),
        ("ies", 3),
        ("ed", 4),
        ("es", 4),
        ("s", 3),
    ] {
        if let Some(root) = word.strip_suffix(ending)
            && root.len() >= left
        {
            return root.trim_end_matches('e').to_owned();
        }
    }
    if word.len() > 4 {
        word.trim_end_matches('e').to_owned()
    } else {
        word.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passage(title: &str, body: &str) -> Passage {
        Passage {
            title: title.into(),
            heading: String::new(),
            url: "/x".into(),
            body: body.into(),
            score: 1.0,
        }
    }

    #[test]
    fn support_follows_what_the_passages_speak_of() {
        let install = passage(
            "Install the tag",
            "Paste the script tag before the end of the body of your page.",
        );
        let high = support("How do I install the script tag?", std::slice::from_ref(&install));
        let low = support(
            "Do you sell bicycles with a basket?",
            std::slice::from_ref(&install),
        );
        assert!(high >= 90, "{high}");
        assert!(low <= 10, "{low}");
        assert_eq!(support("how are you?", &[install]), 0);
        assert_eq!(support("anything", &[]), 0);
    }

    #[test]
    fn an_answer_is_grounded_in_what_it_was_given_or_not() {
        let install = passage(
            "Install the tag",
            "Paste the script tag before the end of the body of your page.",
        );
        let passages = [install];
        assert!(grounded("You paste the script tag before the end of the body.", &passages) >= 90);
        assert!(grounded("Our bicycles ship worldwide within three weeks.", &passages) <= 10);
        assert_eq!(grounded("  ", &passages), 0);
    }
}
