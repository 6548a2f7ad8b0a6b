//! The topics by name: in policies and on the wire, and in the words that agents read.

use super::Topic;

impl Topic {
    /// All, in their order.
    pub const ALL: [Self; 12] = [
        Self::BillingDispute,
        Self::Refund,
        Self::Cancellation,
        Self::AccountAccess,
        Self::FraudSecurity,
        Self::Complaint,
        Self::Legal,
        Self::PrivacyRequest,
        Self::DamagedOrMissing,
        Self::PricingSales,
        Self::IdentityNeeded,
        Self::ActionNeeded,
    ];

    /// The name in policies and on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::BillingDispute => "billing_dispute",
            Self::Refund => "refund",
            Self::Cancellation => "cancellation",
            Self::AccountAccess => "account_access",
            Self::FraudSecurity => "fraud_security",
            Self::Complaint => "complaint",
            Self::Legal => "legal",
            Self::PrivacyRequest => "privacy_request",
            Self::DamagedOrMissing => "damaged_or_missing",
            Self::PricingSales => "pricing_sales",
            Self::IdentityNeeded => "identity_needed",
            Self::ActionNeeded => "action_needed",
        }
    }

    /// The topic as agents read it.
    pub fn words(self) -> &'static str {
        match self {
            Self::BillingDispute => "billing dispute",
            Self::Refund => "refund",
            Self::Cancellation => "cancellation",
            Self::AccountAccess => "account access",
            Self::FraudSecurity => "fraud or security",
            Self::Complaint => "complaint",
            Self::Legal => "legal",
            Self::PrivacyRequest => "privacy request",
            Self::DamagedOrMissing => "damaged or missing order",
            Self::PricingSales => "pricing or sales",
            Self::IdentityNeeded => "needs identity",
            Self::ActionNeeded => "needs an action",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Topic;

    #[test]
    fn names_are_those_on_the_wire() {
        for topic in Topic::ALL {
            let wire = serde_json::to_value(topic).unwrap();
            assert_eq!(wire, topic.as_str());
        }
    }
}
