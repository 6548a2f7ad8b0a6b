//! What in the passages speaks for an answer.

use super::{
    common::weight,
    question::{OPPOSITE, Question},
    stem::stem,
    text::each_word,
};
use crate::{knowledge::Passage, text::FENCE};

/// So many of the best passages are read.
const MOST: usize = 6;
/// A line under a heading that has the word counts so much, in percent, of one that has it itself.
const UNDER_HEADING: u32 = 85;
/// So many lines agreeing are looked for.
const AGREEING: usize = 3;

/// What was found, in thousandths unless said otherwise.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Evidence {
    /// What the question's words tell that one passage speaks of.
    pub(super) covered: u32,
    /// The same of one passage's title and headings.
    pub(super) headed: u32,
    /// How alike the question and one line are, all words counted, from both sides.
    pub(super) alike: u32,
    /// Neighbours in the question that are neighbours in one line.
    pub(super) pairs: u32,
    /// What the third best line speaks of: several places agree.
    pub(super) agreed: u32,
    /// What no passage speaks of.
    pub(super) unknown: u32,
    /// How many telling words the question has, itself.
    pub(super) words: u32,
    /// How alike the question and one passage's heading are, or its title where it has none.
    pub(super) headline: u32,
    /// Whether that says the opposite of what is asked.
    pub(super) against: bool,
}

/// Reads the passages.
pub(super) fn evidence(question: &Question, passages: &[Passage]) -> Evidence {
    let whole = question.weigh(question.telling());
    let mut found = Evidence {
        words: question.telling().count_ones(),
        ..Evidence::default()
    };
    if whole == 0 {
        return found;
    }
    let share = |words: u64| thousandths(question.weigh(words & question.telling()), whole);
    let mut known = 0;
    let mut best = [0; AGREEING];
    for passage in passages.iter().take(MOST) {
        let mut lines = Lines::of(question);
        lines.read(&passage.title);
        let page = std::mem::take(&mut lines.alike);
        lines.read(&passage.heading);
        let headline = if passage.heading.is_empty() {
            page
        } else {
            lines.alike
        };
        lines.alike = lines.alike.max(page);
        found.headline = found.headline.max(headline);
        let heads = lines.seen;
        found.against |= heads >> OPPOSITE & 1 == 1 && heads & question.sided != question.sided;
        found.headed = found.headed.max(share(heads));
        // One letter is sooner found than three, and most bodies have no listing.
        if passage.body.contains('`') {
            for (at, part) in passage.body.split(FENCE).enumerate() {
                if at % 2 == 0 {
                    lines.read(part);
                } else {
                    lines.pass(part);
                }
            }
        } else {
            lines.read(&passage.body);
        }
        found.covered = found.covered.max(share(lines.seen));
        found.alike = found.alike.max(lines.alike);
        found.pairs = found.pairs.max(lines.pairs);
        known |= lines.seen;
        for line in lines.told {
            let told = share(line).max(share(line | heads) * UNDER_HEADING / 100);
            keep(&mut best, told);
        }
    }
    found.agreed = best[AGREEING - 1];
    found.unknown = 1000 - share(known);
    found
}

/// Reads texts line by line.
struct Lines<'a> {
    question: &'a Question,
    whole: u32,
    /// The question's words seen so far.
    seen: u64,
    /// Those of each line that has any.
    told: Vec<u64>,
    alike: u32,
    pairs: u32,
}

impl<'a> Lines<'a> {
    fn of(question: &'a Question) -> Self {
        Self {
            question,
            whole: question.whole(),
            seen: 0,
            told: Vec::with_capacity(16),
            alike: 0,
            pairs: 0,
        }
    }

    fn read(&mut self, text: &str) {
        let question = self.question;
        let (mut line, mut others, mut pairs) = (0_u64, 0, 0);
        let mut before: Option<usize> = None;
        each_word(text, |word, new_line| {
            if new_line {
                self.end(line, others, pairs);
                (line, others, pairs, before) = (0, 0, 0, None);
            }
            let stemmed = stem(word);
            let at = question.index(stemmed);
            match at {
                Some(OPPOSITE) => {
                    line |= 1 << OPPOSITE;
                    others += weight(word, stemmed);
                }
                Some(at) => line |= 1 << at,
                None => others += weight(word, stemmed),
            }
            if let (Some(first), Some(second)) = (before, at) {
                pairs += u32::from(question.follows(first, second));
            }
            before = at;
        });
        self.end(line, others, pairs);
    }

    /// Reads a listing: what stands there is spoken of, but an example is no sentence that answers.
    fn pass(&mut self, text: &str) {
        each_word(text, |word, _| {
            if let Some(at) = self.question.index(stem(word)) {
                self.seen |= 1 << at;
            }
        });
    }

    fn end(&mut self, line: u64, others: u32, pairs: u32) {
        if line == 0 {
            return;
        }
        self.seen |= line;
        self.told.push(line);
        let common = self.question.weigh(line);
        self.alike = self
            .alike
            .max(thousandths(2 * common, self.whole + common + others));
        self.pairs = self
            .pairs
            .max(thousandths(pairs.min(self.question.pairs), self.question.pairs));
    }
}

fn keep(best: &mut [u32], value: u32) {
    let at = best.partition_point(|known| *known >= value);
    if at < best.len() {
        best[at..].rotate_right(1);
        best[at] = value;
    }
}

fn thousandths(part: u32, whole: u32) -> u32 {
    part * 1000 / whole.max(1)
}
