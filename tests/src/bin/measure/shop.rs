//! Where everything is measured: an edge with one site, its knowledge and its owner.

use serde_json::json;
use tests::api::Api;
use tests::client::VisitorClient;
use tests::edge::{Document, SITE, TestEdge};

/// Every question that visitors ask here; the pages answer each.
const QUESTIONS: [&str; 4] = [
    "How long does delivery take?",
    "What does shipping cost?",
    "Can I send something back?",
    "Which cards do you take?",
];

const PAGES: [Document<'_>; 3] = [
    Document {
        url: "https://shop.example/help/shipping",
        title: "Shipping",
        markdown: "# Shipping\n\n## How long does delivery take?\n\nDelivery takes two working days.\n\n\
                   ## What does shipping cost?\n\nShipping is free for orders over 50 euros.",
    },
    Document {
        url: "https://shop.example/help/returns",
        title: "Returns",
        markdown: "# Returns\n\n## Can I send something back?\n\nYou can send anything back within 30 days, for free.",
    },
    Document {
        url: "https://shop.example/help/paying",
        title: "Paying",
        markdown: "# Paying\n\n## Which cards do you take?\n\nWe take the usual debit and credit cards.",
    },
];

/// A running edge with the site [`SITE`].
pub struct Shop {
    /// The edge.
    pub edge: TestEdge,
    /// The site's owner, signed in.
    pub owner: Api,
}

impl Shop {
    /// Starts it.
    pub async fn open() -> Self {
        let edge = TestEdge::start();
        // Few questions stand for many: a visitor who repeats them is not taken for one who gets nowhere.
        let patient = json!({ "repetition": false, "caps": false, "risk": false });
        let settings = json!({
            "name": "Acme Support",
            "origins": ["https://shop.example"],
            "policy": { "triggers": patient },
        });
        let created = edge.put_site_settings(SITE, &settings).await;
        edge.put_documents(SITE, &PAGES).await;
        let owner = edge.set_up_owner(&created, "Ada", "ada@shop.example", "correct horse battery");
        let owner = owner.await;
        Self { edge, owner }
    }

    /// A visitor who asked something and was answered, so that their conversation has begun.
    pub async fn served_visitor(&self) -> VisitorClient {
        let mut visitor = VisitorClient::arrives(&self.edge, SITE).await;
        let asked = visitor.says(question(0)).await;
        visitor.reads_assistant(asked).await;
        visitor
    }
}

/// The question that comes at this place in a conversation.
pub fn question(at: usize) -> &'static str {
    QUESTIONS[at % QUESTIONS.len()]
}
