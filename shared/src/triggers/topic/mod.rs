//! What a message is about, where that decides who should deal with it.
//!
//! Unknown is a value: a message about none of these gives an empty list. Asking for information about billing is not
//! disputing a bill.

pub mod features;
mod names;
pub mod table;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use super::concepts::Concept;
use crate::text::Reading;
use features::Token;
use table::{SLOTS, TOPICS, UNIT};

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
    classify_tokens(&features::tokens(&Reading::of(text)))
}

/// The topics of a message whose words were looked up.
pub fn classify_tokens(tokens: &[Token<'_>]) -> Vec<Scored> {
    let hits = hits(tokens);
    let found = sums(tokens, &hits);
    let mut found: Vec<Scored> = found
        .map(|(topic, sum)| Scored {
            topic,
            percent: percent(sum),
            words: reasons(topic as usize, &hits, tokens),
        })
        .collect();
    found.sort_by(|a, b| b.percent.cmp(&a.percent).then(a.topic.cmp(&b.topic)));
    found
}

/// The surest topic of these words with its percentage: the first that [`classify_tokens`] gives, without its words.
pub fn surest(tokens: &[Token<'_>]) -> Option<(Topic, u32)> {
    let hits = hits(tokens);
    let told = sums(tokens, &hits).map(|(topic, sum)| (topic, percent(sum)));
    told.min_by_key(|(topic, percent)| (std::cmp::Reverse(*percent), *topic))
}

/// The topics that are likelier than not, by their sums, in their order.
fn sums(tokens: &[Token<'_>], hits: &[Hit]) -> impl Iterator<Item = (Topic, i32)> + use<> {
    // Words that only turn a sentence round may add up to a topic; what is to be done may be anything: "move my appointment".
    let telling = tokens
        .iter()
        .any(|token| token.concept.is_some_and(Concept::is_content));
    let mut sums = table::biases();
    for hit in hits {
        for (sum, weight) in sums.iter_mut().zip(hit.weights) {
            *sum += i32::from(weight);
        }
    }
    Topic::ALL.into_iter().zip(sums).filter(move |(topic, sum)| {
        let enough = if telling || *topic == Topic::ActionNeeded {
            0
        } else {
            UNTOLD
        };
        *sum > enough
    })
}

/// A margin of nothing is even odds, of one (where the trainer wanted every example to be) certainty.
fn percent(sum: i32) -> u32 {
    let percent = 50 + sum * 50 / UNIT;
    u32::try_from(percent.clamp(0, 100)).unwrap_or(0)
}

/// A feature of the message that the table knows.
struct Hit {
    weights: [i8; TOPICS],
    at: (usize, usize),
}

/// Each known feature once, however often it stands in the message.
fn hits(tokens: &[Token<'_>]) -> Vec<Hit> {
    let mut seen = vec![0_u64; SLOTS / 64];
    let mut hits = Vec::with_capacity(4 * tokens.len());
    features::each(tokens, |feature| {
        if let Some((slot, weights)) = table::find(feature.key) {
            let (word, bit) = (&mut seen[slot / 64], 1 << (slot % 64));
            if *word & bit == 0 {
                *word |= bit;
                hits.push(Hit {
                    weights,
                    at: feature.at,
                });
            }
        }
    });
    hits
}

/// The words that spoke loudest for a topic, each with its share of the features it is part of, in their order of
/// weight. Words that only turn a sentence round ("I", "how") are not named.
fn reasons(topic: usize, hits: &[Hit], tokens: &[Token<'_>]) -> Vec<String> {
    let mut shares = vec![0_i32; tokens.len()];
    for hit in hits {
        let weight = i32::from(hit.weights[topic]);
        shares[hit.at.0] += weight;
        shares[hit.at.1] += weight;
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
