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

use features::{Once, Sentence};
use table::Table;

use crate::text::{Reading, Spot, fold, place, words};

/// Where a text asks for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The words that ask, as they were written.
    pub words: String,
}

/// Whether the text asks for a person: what [`detect`] says, for those who need no words for it, such as the widget, which
/// then carries nothing that finds them.
pub fn asks(text: &str) -> bool {
    let folded = fold(text);
    let loud = |sentence| table::REQUEST.sum(&Sentence::new(sentence).slots()) > 0;
    features::sentences(&folded).any(loud) || REQUESTS.split(' ').any(|run| place(&folded, run).is_some())
}

/// Whether the text asks for a person, and with which words.
pub fn detect(text: &str) -> Option<Match> {
    let text = Reading::of(text);
    read(&text, &Sentences::of(&text)).0
}

/// Whether the text asks what it is talking to, a person or a machine, and with which words. Not a request for a person.
pub fn probe(text: &str) -> Option<Match> {
    let text = Reading::of(text);
    read(&text, &Sentences::of(&text)).1
}

/// So many words at most turn a person down; more say something besides.
const TURNING_DOWN: usize = 8;

/// Whether a clause turns a person down: "no need for a person".
pub(super) fn turns_down(clause: &str) -> bool {
    // Each such run is a word or more: most clauses are told to be too long without being folded.
    let says = |run: &&str| run.bytes().any(|byte| byte.is_ascii_alphanumeric());
    if clause.split_ascii_whitespace().filter(says).count() > TURNING_DOWN {
        return false;
    }
    let folded = fold(clause);
    let said: Vec<u32> = words(&folded).map(classes::class).collect();
    said.len() <= TURNING_DOWN && said.contains(&classes::NOT) && said.contains(&classes::PERSON)
}

/// The sentences of a text that was read, with what is seen of each: read once, for every table.
#[derive(Debug)]
pub struct Sentences<'a> {
    text: &'a Reading<'a>,
    all: Vec<Read<'a>>,
}

/// One of them.
#[derive(Debug)]
struct Read<'a> {
    /// The place of its first word among the text's.
    first: usize,
    sentence: Sentence<'a>,
    /// What is seen of it, each once.
    slots: Vec<usize>,
    /// So many of them, at the beginning, rest on letters and words alone.
    plain: usize,
}

impl Read<'_> {
    fn plain_slots(&self) -> &[usize] {
        self.slots.get(..self.plain).unwrap_or_default()
    }
}

impl<'a> Sentences<'a> {
    /// Reads the sentences.
    pub fn of(text: &'a Reading<'_>) -> Self {
        let (mut first, mut once) = (0, Once::default());
        let sentences = text.spots().chunk_by(|one, next| one.sentence == next.sentence);
        let read = |spots: &'a [Spot]| {
            let sentence = Sentence::of(spots.iter().map(|spot| text.word(spot)));
            let (slots, plain) = sentence.slots_once(&mut once);
            first += spots.len();
            Read {
                first: first - spots.len(),
                sentence,
                slots,
                plain,
            }
        };
        let all = sentences.map(read).collect();
        Self { text, all }
    }

    /// The slots of all sentences that rest on letters and words alone, each once: what the tables of tone read. What words do
    /// in a request says little about its tone.
    pub fn plain_slots(&self) -> Vec<usize> {
        if let [only] = self.all.as_slice() {
            return only.plain_slots().to_vec();
        }
        let of = |read: &Read<'_>| read.plain_slots().len();
        let mut all = Vec::with_capacity(self.all.iter().map(of).sum());
        let mut once = Once::default();
        for read in &self.all {
            once.add(read.plain_slots().iter().copied(), &mut all);
        }
        all
    }

    /// The words that speak the loudest for what a table says yes to, as they were written; empty when there are none.
    pub fn telling(&self, table: &Table) -> String {
        let loud = |read: &&Read<'_>| table.sum(read.plain_slots());
        let loudest = self.all.iter().max_by_key(loud);
        loudest.map_or_else(String::new, |read| self.quote(read, table, false))
    }

    /// The words with which the loudest sentence asks, if one does.
    fn asks(&self, table: &Table) -> Option<Match> {
        let sums = self.all.iter().map(|read| (table.sum(&read.slots), read));
        // The first of those that are as loud.
        let (_, read) = sums
            .filter(|(sum, _)| *sum > 0)
            .rev()
            .max_by_key(|(sum, _)| *sum)?;
        Some(Match {
            words: self.quote(read, table, true),
        })
    }

    fn quote(&self, read: &Read<'_>, table: &Table, carried: bool) -> String {
        let spots = self.text.spots();
        let clause = |at: usize| spots.get(read.first + at).map(|spot| spot.clause);
        let (from, to) = telling(&read.sentence, table, carried, &clause);
        self.text.written(read.first + from..=read.first + to).to_owned()
    }
}

/// Both at once, [`detect`] and [`probe`], of a text that was read.
pub fn read(text: &Reading<'_>, sentences: &Sentences<'_>) -> (Option<Match>, Option<Match>) {
    let folded = text.folded();
    (
        sentences.asks(&table::REQUEST).or_else(|| run(folded, REQUESTS)),
        sentences.asks(&table::PROBE).or_else(|| run(folded, PROBES)),
    )
}

/// What rests on words farther apart says nothing about those between them.
const TELLING_REACH: u16 = 2;

/// The first and the last of the words in a row, within one clause, whose weights add up to the most; if `carried`, of those rows that hold a
/// word which can [carry](classes::carries) a request, where there is one: "please" is said with much else.
fn telling(
    sentence: &Sentence<'_>,
    table: &Table,
    carried: bool,
    clause: &dyn Fn(usize) -> Option<u32>,
) -> (usize, usize) {
    let mut weights = vec![0; sentence.words.len()];
    let near = |seen: &&features::Seen| seen.at.1 - seen.at.0 <= TELLING_REACH;
    for seen in sentence.seen.iter().filter(near) {
        let weight = table.weight(seen.slot());
        let (from, to) = (usize::from(seen.at.0), usize::from(seen.at.1));
        for word in weights.iter_mut().take(to + 1).skip(from) {
            *word += weight;
        }
    }
    let holds = |at: &usize| classes::carries(classes::class(sentence.words[*at]));
    let mut through: Vec<usize> = (0..weights.len()).filter(|at| !carried || holds(at)).collect();
    if through.is_empty() {
        through = (0..weights.len()).collect();
    }
    let best = through.iter().map(|at| row_through(&weights, *at, clause));
    let best = best.rev().max_by_key(|(sum, _)| *sum);
    best.map_or((0, 0), |(_, row)| row)
}

/// The row through one word that weighs the most, and its first and last word.
fn row_through(weights: &[i32], at: usize, clause: &dyn Fn(usize) -> Option<u32>) -> (i32, (usize, usize)) {
    // How far a row goes on from the word, and what that adds.
    fn reach<'a>(weights: impl Iterator<Item = &'a i32>) -> (i32, usize) {
        let (mut sum, mut best) = (0, (0, 0));
        for (length, weight) in weights.enumerate() {
            sum += weight;
            if sum > best.0 {
                best = (sum, length + 1);
            }
        }
        best
    }
    let within = |place: &usize| clause(*place) == clause(at);
    let weigh = |place: usize| &weights[place];
    let before = reach((0..at).rev().take_while(within).map(weigh));
    let after = reach((at + 1..weights.len()).take_while(within).map(weigh));
    (before.0 + weights[at] + after.0, (at - before.1, at + after.1))
}

/// Of scripts that put no spaces between words: one of these runs within a word.
fn run(folded: &str, runs: &str) -> Option<Match> {
    if folded.is_ascii() {
        return None;
    }
    let run = runs.split(' ').find(|run| place(folded, run).is_some())?;
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
