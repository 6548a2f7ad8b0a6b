//! Labelled lines as examples: what each is about, what is not known of it, and how much it weighs.

use std::collections::BTreeMap;

use shared::triggers::topic::Topic;
use shared::triggers::topic::features::Kind;

use crate::fault::{Fault, Outcome};
use crate::lines::Labelled;

/// Who wrote an example, as a number; the seeds are [`SEEDS`].
pub(super) type Group = u64;
/// Written by hand, beside this file.
pub(super) const SEEDS: Group = 0;

/// A text to learn from.
#[derive(Debug)]
pub(super) struct Example {
    /// Its features, each once.
    pub features: Vec<(u64, Kind)>,
    /// The topics it is about, one bit each.
    pub about: u16,
    /// The topics of which it is known whether it is about them.
    pub known: u16,
    /// How much it counts.
    pub weight: f64,
    /// Who wrote it.
    pub group: Group,
}

/// All topics.
pub(super) const ALL: u16 = (1 << Topic::ALL.len()) - 1;

/// The bit of a topic.
pub(super) fn bit(topic: Topic) -> u16 {
    1 << (topic as u16)
}

fn bits(topics: &[Topic]) -> u16 {
    topics.iter().fold(0, |bits, topic| bits | bit(*topic))
}

/// The lines whose label says anything about topics. An author's hundred lines of a label weigh 100, his four hundred
/// 200: large sources teach more, but do not drown the others.
pub(super) fn labelled(lines: impl Iterator<Item = Labelled>) -> Outcome<Vec<Example>> {
    let mut examples = Vec::new();
    let mut counts: BTreeMap<(Group, String), f64> = BTreeMap::new();
    let mut labels = Vec::new();
    for line in lines {
        let Some((about, known)) = meaning(&line.label)? else {
            continue;
        };
        let owner = line.source.split('/').next().unwrap_or_default();
        let group = shared::text::fingerprint(&[owner]).max(SEEDS + 1);
        *counts.entry((group, line.label.clone())).or_default() += 1.0;
        labels.push(line.label);
        examples.push(Example {
            features: super::of(&line.text),
            about,
            known,
            weight: 1.0,
            group,
        });
    }
    for (example, label) in examples.iter_mut().zip(labels) {
        let count = counts.get(&(example.group, label)).copied().unwrap_or(1.0);
        example.weight = (100.0 / count).sqrt();
    }
    Ok(examples)
}

/// Lines written for training by others than those of the seeds, labelled as the data are, in rounds apart from each other.
const APART: [(&str, &str); 4] = [
    ("apart", include_str!("seeds/apart.tsv")),
    ("apart2", include_str!("seeds/apart2.tsv")),
    ("apart3", include_str!("seeds/apart3.tsv")),
    ("apart4", include_str!("seeds/apart4.tsv")),
];
/// How much a line of theirs weighs, beside one of the data.
const APART_WEIGHS: f64 = 10.0;

/// The lines of [`APART`] as examples.
pub(super) fn apart() -> Outcome<Vec<Example>> {
    let lines = APART
        .iter()
        .flat_map(|(round, lines)| lines.lines().map(move |line| (*round, line)));
    let lines = lines.map(|(round, line)| {
        let (label, text) = line
            .split_once('\t')
            .ok_or_else(|| Fault::new(format!("a line without a label: {line}")))?;
        Ok(Labelled {
            text: text.to_owned(),
            label: label.to_owned(),
            lang: String::new(),
            source: round.to_owned(),
            strength: None,
            context: Vec::new(),
        })
    });
    let mut examples = labelled(lines.collect::<Outcome<Vec<_>>>()?.into_iter())?;
    for example in &mut examples {
        example.weight *= APART_WEIGHS;
    }
    Ok(examples)
}

/// What a label says: the topics it is about and those of which that is known; none when it says nothing. Labels are
/// one a line, so of a neighbour ("refund" beside a wrong charge) they say neither yes nor no.
fn meaning(label: &str) -> Outcome<Option<(u16, u16)>> {
    use Topic::{
        AccountAccess, ActionNeeded, BillingDispute, Cancellation, Complaint, DamagedOrMissing,
        FraudSecurity, IdentityNeeded, Legal, PricingSales, PrivacyRequest, Refund,
    };
    let (about, open): (&[Topic], &[Topic]) = match label {
        "billing_issue" | "unlabelled_oos" => return Ok(None),
        // Their authors had no such labels: "where is my order" is among the others.
        "other" | "billing_info" => (&[], &[DamagedOrMissing, IdentityNeeded, ActionNeeded]),
        "billing_dispute" => (&[BillingDispute], &[Refund, FraudSecurity, IdentityNeeded]),
        "refund" => (
            &[Refund],
            &[BillingDispute, DamagedOrMissing, IdentityNeeded, ActionNeeded],
        ),
        "cancellation" => (&[Cancellation], &[ActionNeeded, PrivacyRequest]),
        "account_access" => (&[AccountAccess], &[FraudSecurity, IdentityNeeded, ActionNeeded]),
        "fraud_security" => (&[FraudSecurity], &[BillingDispute, ActionNeeded]),
        "complaint" => (&[Complaint], &[Legal]),
        "compliance_privacy" => (&[PrivacyRequest], &[Legal]),
        // Some authors tell law from personal data.
        "legal" => (&[Legal], &[PrivacyRequest, Complaint]),
        "damaged_missing" => (
            &[DamagedOrMissing],
            &[Refund, Complaint, IdentityNeeded, ActionNeeded],
        ),
        "pricing_sales" => (&[PricingSales], &[]),
        other => return Err(Fault::new(format!("the label `{other}` is not known"))),
    };
    Ok(Some((bits(about), ALL & !bits(open))))
}
