//! What a message is about, where that decides who should deal with it.
//!
//! Unknown is a value: a message about none of these gives an empty list. Asking for information about billing is not
//! disputing a bill.

mod names;

use serde::{Deserialize, Serialize};

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

/// The topics of a message, the surest first; empty when it is about none of them.
pub fn classify(_text: &str) -> Vec<Scored> {
    Vec::new()
}
