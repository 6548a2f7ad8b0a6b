//! What most stories begin with: an edge, a site with two help pages, its owner, visitors.

use serde_json::{Value, json};
use shared::ids::ConversationId;
use tests::api::Api;
use tests::client::{AgentClient, DeskClient, VisitorClient};
use tests::edge::{CreatedSite, Document, SITE, TestEdge};
use tests::model::ModelServer;
use tokio::sync::OnceCell;

/// What the help pages answer.
pub const ANSWERED: &str = "How long does delivery take?";
/// What they do not.
pub const UNANSWERED: &str = "Do you repair bicycles?";
/// The owner's name.
pub const ADA: &str = "Ada";
/// The password of every member.
pub const PASSWORD: &str = "correct horse battery";

/// A running edge with the site [`SITE`].
pub struct Scene {
    pub edge: TestEdge,
    created: CreatedSite,
    owner: OnceCell<Api>,
}

impl Scene {
    /// With the built-in assistant and the rules as they come.
    pub async fn open() -> Self {
        Self::on(TestEdge::start(), &json!({})).await
    }

    /// With rules of the story's own.
    pub async fn with_policy(policy: &Value) -> Self {
        Self::on(TestEdge::start(), policy).await
    }

    /// With a model for an assistant, and rules of the story's own.
    pub async fn with_model(model: &ModelServer, policy: &Value) -> Self {
        Self::on(TestEdge::with_model(model), policy).await
    }

    async fn on(edge: TestEdge, policy: &Value) -> Self {
        let created = edge.put_site_settings(SITE, &settings(policy)).await;
        let pages = [
            Document {
                url: "https://shop.example/help/shipping",
                title: "Shipping",
                markdown: "# Shipping\n\n## How long does delivery take?\n\nDelivery takes two working days.\n\n\
                           ## What does shipping cost?\n\nShipping is free for orders over 50 euros.",
            },
            Document {
                url: "https://shop.example/help/returns",
                title: "Returns",
                markdown: "# Returns\n\n## Can I send something back?\n\nReturns are free within 30 days.",
            },
        ];
        assert!(edge.put_documents(SITE, &pages).await >= 3);
        Self {
            edge,
            created,
            owner: OnceCell::new(),
        }
    }

    /// Ada, who owns the site, signed in.
    pub async fn owner(&self) -> &Api {
        let set_up = || {
            self.edge
                .set_up_owner(&self.created, ADA, "ada@shop.example", PASSWORD)
        };
        self.owner.get_or_init(set_up).await
    }

    /// The token of the owner's set-up link.
    pub fn setup_token(&self) -> &str {
        self.created
            .setup_link
            .as_deref()
            .and_then(|link| link.split_once("token="))
            .map_or("", |(_, token)| token)
    }

    /// A new member with this name, signed in.
    pub async fn member(&self, name: &str, role: &str) -> Api {
        let email = format!("{}@shop.example", name.to_lowercase());
        let invitation = json!({ "email": email, "role": role });
        let invited = self
            .owner()
            .await
            .post("/api/v1/invitations", &invitation)
            .await
            .expect_ok();
        let link = invited["link"].as_str().unwrap_or_default();
        let token = link
            .split_once("token=")
            .unwrap_or_else(|| panic!("no token in {link}"))
            .1;
        let account = json!({ "token": token, "name": name, "email": email, "password": PASSWORD });
        self.edge
            .api()
            .post("/api/v1/join", &account)
            .await
            .signed_in(&self.edge.address())
    }

    /// A visitor with the widget open.
    pub async fn visitor(&self) -> VisitorClient {
        VisitorClient::arrives(&self.edge, SITE).await
    }

    /// A visitor who has called a person.
    pub async fn calling_visitor(&self) -> VisitorClient {
        let mut visitor = self.visitor().await;
        visitor.presses_person().await;
        visitor
    }

    /// Ada with this conversation open.
    pub async fn ada(&self, conversation: &ConversationId) -> AgentClient {
        AgentClient::opens(&self.edge, self.owner().await, "ada", conversation).await
    }

    /// Ada at her desk.
    pub async fn desk(&self) -> DeskClient {
        DeskClient::opens(&self.edge, self.owner().await).await
    }

    /// The whole log of a conversation, as a member reads it.
    pub async fn log(&self, conversation: &ConversationId) -> Value {
        let reader = AgentClient::opens(&self.edge, self.owner().await, "reader", conversation).await;
        serde_json::to_value(&reader.log).expect("a log is JSON")
    }
}

fn settings(policy: &Value) -> Value {
    json!({
        "name": "Acme Support",
        "origins": ["https://shop.example", "http://localhost:4321"],
        "suggestions": [ANSWERED],
        "policy": policy,
    })
}
