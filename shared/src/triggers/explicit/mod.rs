//! Asks for a person, in words; and asks what it is talking to. Runs in the widget before any network answer and again
//! at the edge: the same code, the same verdict, in whole numbers.
//!
//! A linear model: what stands in a sentence ([`features`]) is looked up in a [`table`] of weights that was trained on
//! requests and on what merely sounds like one, in eight languages; a sentence asks when its weights add up to more than
//! nothing. A text asks when one of its sentences does, so that a request at the end of a long complaint is not lost in it.
//! The words that made it fire are those whose weights carry the sum. Time is linear in the text.

mod classes;
pub mod features;
pub mod table;

use std::rc::Rc;

use features::Sentence;
use table::Table;

use crate::text::{Reading, fold};

/// Where a text asks for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The words that ask, folded.
    pub words: String,
}

/// Whether the text asks for a person: what [`detect`] says, for those who need no words for it, such as the widget, which
/// then carries nothing that finds them.
pub fn asks(text: &str) -> bool {
    let folded = fold(text);
    let loud = |sentence| table::REQUEST.sum(&Sentence::new(sentence).slots()) > 0;
    features::sentences(&folded).any(loud) || REQUESTS.split(' ').any(|run| folded.contains(run))
}

/// Whether the text asks for a person, and with which words.
pub fn detect(text: &str) -> Option<Match> {
    let folded = fold(text);
    find(&folded, &table::REQUEST).or_else(|| run(&folded, REQUESTS))
}

/// Whether the text asks what it is talking to, a person or a machine, and with which words. Not a request for a person.
pub fn probe(text: &str) -> Option<Match> {
    let folded = fold(text);
    find(&folded, &table::PROBE).or_else(|| run(&folded, PROBES))
}

/// The sentences of a text that was read, with what is seen of each: read once, for every table.
#[derive(Debug)]
pub struct Sentences<'a>(Vec<(Rc<Sentence<'a>>, Vec<usize>)>);

impl<'a> Sentences<'a> {
    /// Reads the sentences.
    pub fn of(text: &'a Reading<'_>) -> Self {
        let sentences = text.spots().chunk_by(|one, next| one.sentence == next.sentence);
        let read = sentences.map(|sentence| {
            let sentence = Sentence::of(sentence.iter().map(|spot| text.word(spot)));
            let slots = sentence.slots();
            (Rc::new(sentence), slots)
        });
        Self(read.collect())
    }

    /// The slots of all sentences, each once.
    pub fn slots(&self) -> Vec<usize> {
        let mut all: Vec<usize> = self.0.iter().flat_map(|(_, slots)| slots).copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The words that speak the loudest for what a table says yes to; empty when there are none.
    pub fn telling(&self, table: &Table) -> String {
        let loudest = self.0.iter().max_by_key(|(_, slots)| table.sum(slots));
        loudest.map_or_else(String::new, |(sentence, _)| telling(sentence, table))
    }
}

/// Both at once, [`detect`] and [`probe`], of a text that was read.
pub fn read(text: &Reading<'_>, sentences: &Sentences<'_>) -> (Option<Match>, Option<Match>) {
    let (mut request, mut probe) = (Loudest::default(), Loudest::default());
    for (sentence, slots) in &sentences.0 {
        request.hear(table::REQUEST.sum(slots), sentence);
        probe.hear(table::PROBE.sum(slots), sentence);
    }
    let folded = text.folded();
    (
        request.told(&table::REQUEST).or_else(|| run(folded, REQUESTS)),
        probe.told(&table::PROBE).or_else(|| run(folded, PROBES)),
    )
}

fn find(folded: &str, table: &Table) -> Option<Match> {
    let mut loudest = Loudest::default();
    for sentence in features::sentences(folded) {
        let sentence = Rc::new(Sentence::new(sentence));
        loudest.hear(table.sum(&sentence.slots()), &sentence);
    }
    loudest.told(table)
}

/// The sentence that says so the loudest.
#[derive(Default)]
struct Loudest<'a>(Option<(i32, Rc<Sentence<'a>>)>);

impl<'a> Loudest<'a> {
    fn hear(&mut self, sum: i32, sentence: &Rc<Sentence<'a>>) {
        if sum > 0 && self.0.as_ref().is_none_or(|(most, _)| sum > *most) {
            self.0 = Some((sum, Rc::clone(sentence)));
        }
    }

    fn told(&self, table: &Table) -> Option<Match> {
        let (_, sentence) = self.0.as_ref()?;
        Some(Match {
            words: telling(sentence, table),
        })
    }
}

/// What rests on words farther apart says nothing about those between them.
const TELLING_REACH: u16 = 2;

/// The words in a row whose weights add up to the most.
fn telling(sentence: &Sentence<'_>, table: &Table) -> String {
    let mut weights = vec![0; sentence.words.len()];
    let near = |seen: &&features::Seen| seen.at.1 - seen.at.0 <= TELLING_REACH;
    for seen in sentence.seen.iter().filter(near) {
        let weight = table.weight(seen.slot());
        let (from, to) = (usize::from(seen.at.0), usize::from(seen.at.1));
        for word in weights.iter_mut().take(to + 1).skip(from) {
            *word += weight;
        }
    }
    let (mut best, mut from, mut to) = (i32::MIN, 0, 0);
    let (mut sum, mut start) = (0, 0);
    for (at, weight) in weights.iter().enumerate() {
        if sum <= 0 {
            (sum, start) = (0, at);
        }
        sum += weight;
        if sum > best {
            (best, from, to) = (sum, start, at);
        }
    }
    sentence.words.get(from..=to).unwrap_or_default().join(" ")
}

/// Of scripts that put no spaces between words: one of these runs within a word.
fn run(folded: &str, runs: &str) -> Option<Match> {
    let run = runs.split(' ').find(|run| folded.contains(*run))?;
    Some(Match {
        words: run.to_owned(),
    })
}

/// What asks for a person in Chinese, Japanese, Korean, Ukrainian and Russian: few, for no table was trained on them.
const REQUESTS: &str = "转人工 轉人工 人工客服 人工服务 真人客服 找人工 要人工 找客服 和人类 给人类 跟人说 オペレーターに オペレーターと 担当者と \
人間と話 人と話 有人チャット 상담원 상담사 사람과 оператор человеком людиною";

/// What asks there what one is talking to.
const PROBES: &str = "你是机器人 你是人 是真人吗 是机器人吗 是人吗 あなたは人間 人間ですか ロボットですか 사람인가요 로봇인가요";

#[cfg(test)]
mod tests;
