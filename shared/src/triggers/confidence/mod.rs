//! How well the retrieved passages support an answer, in percent.
//!
//! An absolute BM25 score says little (with one matching document it is near zero), so support is weighed from what can
//! be explained: which share of the question one passage speaks of, the rarer a word the more it counts; how like the
//! question one line is; whether other lines agree; whether title or headings speak of it; and what nothing speaks of.

mod common;
mod evidence;
mod question;
mod rank;
mod stem;
mod text;

pub(crate) use common::{GLUE, weight};
pub(crate) use stem::stem;

use std::collections::BTreeSet;

use crate::knowledge::{MOST_PASSAGES, Passage, all_terms};
use evidence::{Evidence, evidence};
use question::Question;

/// Points for each thousandth of what was found.
const COVERED: i64 = 24;
/// See [`COVERED`].
const HEADED: i64 = 6;
/// See [`COVERED`].
const ALIKE: i64 = 47;
/// See [`COVERED`].
const PAIRS: i64 = 20;
/// See [`COVERED`].
const AGREED: i64 = 16;
/// Taken away when any telling word is unknown to all passages.
const ANY_UNKNOWN: i64 = 11_000;
/// For each telling word of the question, up to [`MOST_WORDS`]: that many words meet by chance less easily.
const EACH_WORD: i64 = 4_000;
/// See [`EACH_WORD`].
const MOST_WORDS: u32 = 6;
/// So many points make an even chance, and are shown as [`EVEN`] percent.
const EVEN_POINTS: i64 = 54_600;
/// The percentage of an even chance, which is the policy's bound for an answer as it comes.
const EVEN: i64 = 45;
/// So many points are one percent more, or less.
const POINT_PERCENT: i64 = 900;

/// The support for answering `question` from `passages`, 0 to 100. 0 when there is no passage, nothing to look up, or
/// nothing found of it.
pub fn support(question: &str, passages: &[Passage]) -> u32 {
    let found = evidence(&Question::of(question), passages);
    if found.covered == 0 { 0 } else { percent_of(&found) }
}

/// The passages in the order in which they answer `question`, the best first; of equal ones the order stays. An index ranks by
/// words alone; what is quoted is the first of these. At most [`MOST_PASSAGES`] remain.
pub fn best_first(question: &str, passages: Vec<Passage>) -> Vec<Passage> {
    let asked = Question::of(question);
    let top = passages.iter().map(|passage| passage.score).fold(0.0, f64::max);
    let mut ranked: Vec<(i64, Passage)> = passages
        .into_iter()
        .map(|passage| {
            let found = evidence(&asked, std::slice::from_ref(&passage));
            (rank::points(&found, rank::of_best(passage.score, top)), passage)
        })
        .collect();
    ranked.sort_by_key(|(points, _)| -points);
    let kept = ranked.into_iter().take(MOST_PASSAGES);
    kept.map(|(_, passage)| passage).collect()
}

fn percent_of(found: &Evidence) -> u32 {
    let percent = EVEN + (points(found) - EVEN_POINTS).div_euclid(POINT_PERCENT);
    u32::try_from(percent.clamp(1, 100)).unwrap_or(100)
}

fn points(found: &Evidence) -> i64 {
    let unknown = if found.unknown > 0 { ANY_UNKNOWN } else { 0 };
    COVERED * i64::from(found.covered)
        + HEADED * i64::from(found.headed)
        + ALIKE * i64::from(found.alike)
        + PAIRS * i64::from(found.pairs)
        + AGREED * i64::from(found.agreed)
        + EACH_WORD * i64::from(found.words.min(MOST_WORDS))
        - unknown
}

/// How much of a written answer stands in the passages it was given, in percent: the share of its content words that
/// occur in any of them. 0 when it says nothing.
pub fn grounded(answer: &str, passages: &[Passage]) -> u32 {
    let said = all_terms(answer);
    if said.is_empty() {
        return 0;
    }
    let mut known: BTreeSet<u64> = BTreeSet::new();
    for passage in passages {
        for text in [&passage.title, &passage.heading, &passage.body] {
            text::each_word(text, |word, _| {
                known.insert(stem(word));
            });
        }
    }
    let stands = said.iter().filter(|word| known.contains(&stem(word.as_bytes())));
    u32::try_from(stands.count() * 100 / said.len()).unwrap_or(100)
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
        assert!(high >= 70, "{high}");
        assert!(low <= 10, "{low}");
        assert_eq!(support("how are you?", &[install]), 0);
        assert_eq!(support("anything", &[]), 0);
    }

    #[test]
    fn what_answers_the_question_comes_before_what_only_names_its_words() {
        let names = passage(
            "Router",
            "Install the plugin. The site moves its tag between views when it is large.",
        );
        let answers = passage(
            "Install",
            "How do I install the tag on my site?\nPaste it before the end.",
        );
        let ranked = best_first(
            "How do I install the tag on my site?",
            vec![names, answers.clone()],
        );
        assert_eq!(ranked[0], answers);
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
