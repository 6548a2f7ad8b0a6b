//! What is a message about? Judged by the surest topic alone.

use shared::triggers::topic::{Topic, classify};

use super::case::{Class, Judged, Wanted};
use super::report::{Report, Target};
use crate::lines::Labelled;

/// The topics for which there are labels; each is an outcome of its own.
const LABELLED: &[&str] = &[
    "billing_dispute",
    "refund",
    "cancellation",
    "account_access",
    "fraud_security",
    "complaint",
    "compliance_privacy",
    "pricing_sales",
];

macro_rules! classes {
    ($($name:literal),* $(,)?) => { &[$(Class { name: $name, outcomes: &[$name] }),*] };
}

/// What fires. Topics without a label are counted as outcomes, but nothing says whether they are right.
pub const CLASSES: &[Class] = classes![
    "billing_dispute",
    "refund",
    "cancellation",
    "account_access",
    "fraud_security",
    "complaint",
    "compliance_privacy",
    "pricing_sales",
];

/// What the classifier makes of a line.
pub fn judge(line: &Labelled) -> Judged {
    let found = classify(&line.text);
    let best = found.first();
    let wanted = match line.label.as_str() {
        "billing_info" | "other" => Wanted::NoneOf(LABELLED),
        "billing_issue" | "unlabelled_oos" => Wanted::Open,
        label => CLASSES
            .iter()
            .find(|class| class.name == label)
            .map_or(Wanted::UnknownLabel, |class| Wanted::OneOf(class.outcomes)),
    };
    let because = found.iter().map(|scored| {
        format!(
            "{} {}: {}",
            outcome(scored.topic),
            scored.percent,
            scored.words.join(", ")
        )
    });
    Judged {
        label: line.label.clone(),
        wanted,
        outcome: best.map_or("nothing", |scored| outcome(scored.topic)),
        because: because.collect::<Vec<_>>().join("; "),
    }
}

/// A topic in the words of the labels, which tell legal matters and privacy not apart.
fn outcome(topic: Topic) -> &'static str {
    match topic {
        Topic::BillingDispute => "billing_dispute",
        Topic::Refund => "refund",
        Topic::Cancellation => "cancellation",
        Topic::AccountAccess => "account_access",
        Topic::FraudSecurity => "fraud_security",
        Topic::Complaint => "complaint",
        Topic::Legal | Topic::PrivacyRequest => "compliance_privacy",
        Topic::DamagedOrMissing => "damaged_or_missing",
        Topic::PricingSales => "pricing_sales",
        Topic::IdentityNeeded => "identity_needed",
        Topic::ActionNeeded => "action_needed",
    }
}

/// What is to be reached.
pub fn targets(report: &Report) -> Vec<Target> {
    let scores: Vec<f64> = CLASSES
        .iter()
        .filter_map(|class| report.class(class.name, "all"))
        .filter(|class| class.wanted > 0)
        .map(|class| class.f1.unwrap_or(0.0))
        .collect();
    #[expect(clippy::cast_precision_loss, reason = "eight at most")]
    let macro_f1 = (!scores.is_empty()).then(|| scores.iter().sum::<f64>() / scores.len() as f64);
    let taken = |label| {
        let name = format!("{label} taken for an escalating topic");
        Target::at_most(&name, report.share(label, LABELLED), 0.05)
    };
    vec![
        Target::at_least("macro F1 over the labelled topics", macro_f1, 0.85),
        taken("billing_info"),
        taken("other"),
    ]
}
