//! What most stories begin with: an edge, a site with two help pages, a shop on another origin that carries the tag.

use serde_json::{Value, json};
use shared::ids::ConversationId;
use tests::api::Api;
use tests::browser::Browser;
use tests::client::{AgentClient, DeskClient, VisitorClient};
use tests::edge::{CreatedSite, Document, SITE, TestEdge};
use tests::host::{HostSite, Page};
use tests::model::ModelServer;
use tests::network::Network;
use tests::wait::until;

/// What the help pages answer.
pub const ANSWERED: &str = "How long does delivery take?";
/// What they do not.
pub const UNANSWERED: &str = "Do you repair bicycles?";
/// What the detector hears as a request for a person.
pub const ASKS: &str = "can I talk to a human please";
/// The widget's own line for it, said before anything comes back.
pub const HEARD: &str = "You asked for a person. I'm calling one.";
/// The owner's name, address and password.
pub const ADA: [&str; 3] = ["Ada Quill", "ada@shop.example", "correct horse battery"];

/// Screens that everything must look right on: a desk and a phone.
const SCREENS: [(u32, u32); 2] = [(390, 844), (1280, 900)];

/// Ends what moves and has an end, so that a picture shows where it comes to rest. Two frames later what a new screen or
/// scheme has set moving is there as well.
const REST: &str = "
    const frame = () => new Promise(requestAnimationFrame);
    return frame().then(frame).then(() => {
        const moving = document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime !== Infinity);
        moving.forEach((one) => one.finish());
        return moving.length === 0;
    });";

/// A running edge with the site [`SITE`], and a shop that carries its tag.
pub struct Shop {
    pub edge: TestEdge,
    pub host: HostSite,
    pub page: String,
    created: CreatedSite,
}

impl Shop {
    /// With the built-in assistant.
    pub async fn open() -> Self {
        Self::on(TestEdge::start()).await
    }

    /// With a model for an assistant.
    pub async fn with_model(model: &ModelServer) -> Self {
        Self::on(TestEdge::with_model(model)).await
    }

    async fn on(edge: TestEdge) -> Self {
        let host = HostSite::start().await;
        let page = host.put("/", Page::with_tag(&edge.address(), SITE));
        let created = edge.put_site_settings(SITE, &settings(&host)).await;
        edge.put_documents(SITE, &help_pages()).await;
        Self {
            edge,
            host,
            page,
            created,
        }
    }

    /// A visitor on the shop's page.
    pub async fn visitor(&self) -> Browser {
        let browser = Browser::start().await;
        browser.open(&self.page).await;
        browser
    }

    /// A visitor who has opened the chat and looks into its frame.
    pub async fn chatting(&self) -> Browser {
        let browser = self.visitor().await;
        browser.open_chat().await;
        browser
    }

    /// The shop's page, for who reaches the edge over this network.
    pub fn page_behind(&self, network: &Network) -> String {
        self.host.put("/", Page::with_tag(&network.address(), SITE))
    }

    /// Ada opens the only conversation there is, without a browser.
    pub async fn opens_first(&self, ada: &Api) -> AgentClient {
        let desk = DeskClient::opens(&self.edge, ada).await;
        let conversation = desk.items.keys().next().expect("a conversation");
        AgentClient::opens(&self.edge, ada, "ada", conversation).await
    }

    /// The owner changes the rules.
    pub async fn change(&self, policy: &Value) {
        let mut settings = settings(&self.host);
        settings["policy"] = policy.clone();
        self.edge.put_site_settings(SITE, &settings).await;
    }

    /// Where the owner makes their account.
    pub fn setup_link(&self) -> &str {
        self.created
            .setup_link
            .as_deref()
            .expect("a site without members")
    }

    /// Ada, who owns the site, signed in without a browser.
    pub async fn ada(&self) -> Api {
        let [name, email, password] = ADA;
        self.edge.set_up_owner(&self.created, name, email, password).await
    }

    /// The site gets these further teams.
    pub async fn with_teams(&self, teams: &Value) {
        let mut settings = settings(&self.host);
        settings["policy"] = json!({ "queues": teams });
        self.edge.put_site_settings(SITE, &settings).await;
    }

    /// Ada's own browser, signed in with her password.
    pub async fn ada_signs_in(&self) -> Browser {
        let browser = Browser::start().await;
        browser
            .open(&format!("{}/agent?site={SITE}", self.edge.address()))
            .await;
        browser.type_into("textbox", "Email", ADA[1]).await;
        browser.type_into("textbox", "Password", ADA[2]).await;
        browser.press("button", "Sign in").await;
        browser.find("switch", "Available").await;
        browser
    }

    /// A colleague of this name, signed in without a browser.
    pub async fn colleague(&self, ada: &Api, name: &str) -> Api {
        let email = "colleague@shop.example";
        let invitation = json!({ "email": email, "role": "agent" });
        let invited = ada.post("/api/v1/invitations", &invitation).await.expect_ok();
        let link = invited["link"].as_str().unwrap_or_default();
        let token = link.split_once("token=").map_or("", |(_, token)| token);
        let account = json!({ "token": token, "name": name, "email": email, "password": ADA[2] });
        let joined = self.edge.api().post("/api/v1/join", &account).await;
        joined.signed_in(&self.edge.address())
    }

    /// Ada at her desk without a browser, available.
    pub async fn desk(&self, ada: &Api) -> DeskClient {
        let mut desk = DeskClient::opens(&self.edge, ada).await;
        desk.becomes_available(true).await;
        desk
    }

    /// A visitor without a browser who waits for a person.
    pub async fn waiting(&self, question: &str) -> VisitorClient {
        let mut visitor = VisitorClient::arrives(&self.edge, SITE).await;
        visitor.says(question).await;
        visitor.presses_person().await;
        visitor
    }
}

/// Ada's browser, from the set-up link to her desk.
pub async fn set_up(link: &str) -> Browser {
    set_up_in(Browser::start().await, link).await
}

/// [`set_up`] in a browser of the story's own.
pub async fn set_up_in(browser: Browser, link: &str) -> Browser {
    signs_up(&browser, link).await;
    browser
}

/// Ada makes her account in this browser.
pub async fn signs_up(browser: &Browser, link: &str) {
    let [name, email, password] = ADA;
    browser.open(link).await;
    browser.type_into("textbox", "Your name", name).await;
    browser.type_into("textbox", "Email", email).await;
    browser.type_into("textbox", "Password", password).await;
    browser.press("button", "Create account").await;
    browser.find("switch", "Available").await;
}

/// Opens the first conversation of the queue.
pub async fn open_first(agent: &Browser) {
    // The item's own button carries all that is known about it in its name.
    until("the item opened", async || {
        agent
            .run("const item = document.querySelector('[aria-label=Queue] button'); item?.click(); return !!item")
            .await
            .as_bool()
            .filter(|found| *found)
    })
    .await;
}

/// Which conversation it is, as the chat's frame keeps it.
pub async fn conversation_in(visitor: &Browser) -> ConversationId {
    let key = visitor
        .run(&format!("return localStorage.getItem('baton:{SITE}')"))
        .await;
    let id = key.as_str().and_then(|key| key.split('.').next());
    ConversationId::new(id.unwrap_or_default()).expect("a conversation's key")
}

/// Waits until an expression of the current frame is true.
pub async fn holds(browser: &Browser, what: &str, expression: &str) {
    let script = format!("return Boolean({expression})");
    until(what, async || {
        (browser.run(&script).await == Value::Bool(true)).then_some(())
    })
    .await;
}

/// Prefers this scheme and no motion: what only now begins to fade in would count as too faint.
async fn still(browser: &Browser, dark: bool) {
    let scheme = if dark { "dark" } else { "light" };
    let features = json!([
        { "name": "prefers-color-scheme", "value": scheme },
        { "name": "prefers-reduced-motion", "value": "reduce" },
    ]);
    browser
        .protocol("Emulation.setEmulatedMedia", json!({ "features": features }))
        .await;
}

/// Looks at one state of a story about something else.
pub async fn looks_right(browser: &Browser, state: &str) {
    let mut look = Look::default();
    look.at(browser, state).await;
    look.found_nothing();
}

/// The same of a state that does not last: on the desk and in light only.
pub async fn looks_right_now(browser: &Browser, state: &str) {
    browser.picture(&format!("{state}-light-1280")).await;
    let lines = browser.accessibility_findings().await;
    assert!(
        lines.is_empty(),
        "axe-core found in {state}:\n{}",
        lines.join("\n")
    );
}

/// What was seen of a story's states.
#[derive(Default)]
pub struct Look {
    found: Vec<String>,
}

impl Look {
    /// Looks at a state on both screens, in light and in dark: a picture of each for people, and axe-core on the
    /// document of the current frame.
    pub async fn at(&mut self, browser: &Browser, state: &str) {
        for (width, height) in SCREENS {
            browser.size(width, height).await;
            for dark in [false, true] {
                still(browser, dark).await;
                until("everything at rest", async || {
                    (browser.run(REST).await == Value::Bool(true)).then_some(())
                })
                .await;
                let name = format!("{state}-{}-{width}", if dark { "dark" } else { "light" });
                browser.picture(&name).await;
                let lines = browser.accessibility_findings().await;
                self.found
                    .extend(lines.into_iter().map(|line| format!("{name}: {line}")));
            }
        }
        browser.dark(false).await;
    }

    /// Ends the story: axe-core must have found nothing anywhere.
    pub fn found_nothing(self) {
        assert!(
            self.found.is_empty(),
            "axe-core found:\n{}",
            self.found.join("\n")
        );
    }
}

pub fn settings(host: &HostSite) -> Value {
    json!({
        "name": "Acme Support",
        "origins": [host.origin()],
        "greeting": "Ask us anything about the shop.",
        "suggestions": [ANSWERED, "Can I send something back?"],
    })
}

fn help_pages() -> [Document<'static>; 2] {
    [
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
    ]
}
