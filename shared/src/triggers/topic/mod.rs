//! What a message is about, where that decides who should deal with it.
//!
//! Unknown is a value: a message about none of these gives an empty list. Asking for information about billing is not
//! disputing a bill.

pub mod features;
mod names;
pub mod table;
#[cfg(test)]
mod tests;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::concepts::Concept;
use crate::text::Reading;
use features::{Kind, Token};
use table::{SLOTS, UNIT};

/// A subject that owners route by. A closed list; the order has no meaning beyond being stable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// A charge is wrong, double or not recognised.
    BillingDispute,
    /// Money back is wanted.
    Refund,
    /// An order, subscription or account is to be ended.
    Cancellation,
    /// Signing in, passwords, locked or lost accounts.
    AccountAccess,
    /// Fraud, theft, a stolen card, a taken-over account.
    FraudSecurity,
    /// Complains about the service or wants to file a complaint.
    Complaint,
    /// Lawyers, claims, courts, contracts, compliance duties.
    Legal,
    /// Personal data: see, correct, delete it, or what is done with it.
    PrivacyRequest,
    /// An order came broken, wrong, late or not at all.
    DamagedOrMissing,
    /// Prices, quotes, plans, a wish to buy.
    PricingSales,
    /// Asks what only the account's owner may know: where is my order, what is my balance.
    IdentityNeeded,
    /// Asks to have something done that changes the account or order, or needs somebody's approval.
    ActionNeeded,
}

/// A topic with how sure that is and which words say so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scored {
    /// Which.
    pub topic: Topic,
    /// How sure, 0 to 100. Only topics that are likelier than not are listed.
    pub percent: u32,
    /// The words that weighed most, folded.
    pub words: Vec<String>,
}

/// So many words are named as the reason.
const MOST_WORDS: usize = 4;
/// A word is a reason when it adds at least this share of the strongest one, in percent.
const WORTH_NAMING: i32 = 35;

/// A message without a word that stands for something of a topic's must be surer of it than by this, in [`UNIT`]ths.
const UNTOLD: i32 = UNIT / 4;

/// The topics of a message, the surest first; empty when it is about none of them.
pub fn classify(text: &str) -> Vec<Scored> {
    Looked::up(features::tokens(&Reading::of(text))).topics()
}

/// A message whose features were looked up once, for what is asked of it and of its parts.
#[derive(Debug)]
pub struct Looked<'a> {
    tokens: Vec<Token<'a>>,
    /// What the table knows, in the order of the first words it rests on. The same slot may stand there more than once.
    hits: Vec<Hit>,
}

impl<'a> Looked<'a> {
    /// Looks up the features of these words.
    pub fn up(tokens: Vec<Token<'a>>) -> Self {
        let mut hits = Vec::with_capacity(4 * tokens.len());
        features::each(&tokens, |feature| {
            if feature.kind != Kind::Length
                && let Some(slot) = table::find(feature.key)
            {
                hits.push(Hit::of(slot, feature.at));
            }
        });
        Self { tokens, hits }
    }

    /// The words.
    pub fn tokens(&self) -> &[Token<'a>] {
        &self.tokens
    }

    /// The topics of all of them, the surest first.
    pub fn topics(&self) -> Vec<Scored> {
        let all = 0..self.tokens.len();
        let (hits, sums) = self.sums(&all);
        let mut found: Vec<Scored> = sums
            .map(|(topic, sum)| Scored {
                topic,
                percent: percent(sum),
                words: reasons(topic as usize, &hits, &self.tokens),
            })
            .collect();
        found.sort_by(|a, b| b.percent.cmp(&a.percent).then(a.topic.cmp(&b.topic)));
        found
    }

    /// The surest topic of the words at these places, as if they were a message, with its percentage.
    pub fn surest(&self, part: Range<usize>) -> Option<(Topic, u32)> {
        let part = part.start.min(self.tokens.len())..part.end.min(self.tokens.len());
        let told = self.sums(&part).1.map(|(topic, sum)| (topic, percent(sum)));
        told.min_by_key(|(topic, percent)| (std::cmp::Reverse(*percent), *topic))
    }

    /// What the table knows of a part, each once; and the topics that are likelier than not, by their sums, in their order.
    fn sums(&self, part: &Range<usize>) -> (Vec<Hit>, impl Iterator<Item = (Topic, i32)> + use<>) {
        let from = self.hits.partition_point(|hit| hit.at().0 < part.start);
        let within = self.hits[from..]
            .iter()
            .take_while(|hit| hit.at().0 < part.end)
            .filter(|hit| hit.at().1 < part.end);
        let length = features::length(part.len()).and_then(table::find);
        let length = length.map(|slot| Hit::of(slot, (part.start, part.start)));
        let hits = once(within.copied().chain(length));
        let mut sums = table::biases();
        for hit in &hits {
            for (sum, weight) in sums.iter_mut().zip(table::weights(hit.slot())) {
                *sum += i32::from(weight);
            }
        }
        // Words that only turn a sentence round may add up to a topic; what is to be done may be anything: "move my
        // appointment".
        let content = |token: &Token<'_>| token.concept.is_some_and(Concept::is_content);
        let telling = self.tokens[part.clone()].iter().any(content);
        let likely = Topic::ALL.into_iter().zip(sums).filter(move |(topic, sum)| {
            let enough = if telling || *topic == Topic::ActionNeeded {
                0
            } else {
                UNTOLD
            };
            *sum > enough
        });
        (hits, likely)
    }
}

/// A margin of nothing is even odds, of one (where the trainer wanted every example to be) certainty.
fn percent(sum: i32) -> u32 {
    let percent = 50 + sum * 50 / UNIT;
    u32::try_from(percent.clamp(0, 100)).unwrap_or(0)
}

/// A feature of the message that the table knows.
#[derive(Debug, Clone, Copy)]
struct Hit {
    slot: u16,
    /// The places of the words it rests on: there are [few](features::MOST_WORDS).
    at: (u16, u16),
}

impl Hit {
    fn of(slot: usize, (from, to): (usize, usize)) -> Self {
        let [slot, from, to] = [slot, from, to].map(|number| u16::try_from(number).unwrap_or(u16::MAX));
        Self { slot, at: (from, to) }
    }

    fn slot(self) -> usize {
        self.slot.into()
    }

    /// The places of the first and the last word it rests on.
    fn at(self) -> (usize, usize) {
        (self.at.0.into(), self.at.1.into())
    }
}

/// Each slot once, however often it stands in the message.
fn once(hits: impl Iterator<Item = Hit>) -> Vec<Hit> {
    let mut seen = [0_u64; SLOTS / 64];
    let new = |hit: &Hit| {
        let (word, bit) = (&mut seen[hit.slot() / 64], 1 << (hit.slot() % 64));
        let new = *word & bit == 0;
        *word |= bit;
        new
    };
    hits.filter(new).collect()
}

/// The words that spoke loudest for a topic, each with its share of the features it is part of, in their order of
/// weight. Words that only turn a sentence round ("I", "how") are not named.
fn reasons(topic: usize, hits: &[Hit], tokens: &[Token<'_>]) -> Vec<String> {
    let mut shares = vec![0_i32; tokens.len()];
    for hit in hits {
        let weight = i32::from(table::weights(hit.slot())[topic]);
        let (from, to) = hit.at();
        shares[from] += weight;
        shares[to] += weight;
    }
    let mut order: Vec<usize> = (0..tokens.len()).filter(|at| tells(&tokens[*at])).collect();
    order.sort_by_key(|at| (-shares[*at], *at));
    let loudest = order.first().map_or(0, |at| shares[*at]);
    let mut words: Vec<String> = Vec::new();
    for at in order {
        let heard = shares[at] > 0 && shares[at] * 100 >= loudest * WORTH_NAMING;
        if !heard || words.len() == MOST_WORDS {
            break;
        }
        if words.iter().all(|word| word != tokens[at].word) {
            words.push(tokens[at].word.to_owned());
        }
    }
    words
}

/// Whether a reader would see a reason in the word.
fn tells(token: &Token<'_>) -> bool {
    token.concept.map_or(token.word.len() > 3, |concept| {
        concept.is_content() || concept == Concept::Not
    })
}
