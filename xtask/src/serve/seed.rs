//! Fills the demo site through the same API that owners use: settings, and `docs/` as its knowledge.

use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};

use super::docs::Page;
use crate::problem::{Explain, Outcome, Problem};
use crate::say;

/// The demo site's id, which is also the edge's default site.
pub const SITE: &str = "demo";

/// The edge answers in milliseconds; the first request instantiates it.
const LIMIT: Duration = Duration::from_secs(20);

/// What a visitor may ask first; each is answered by a page of `docs/`.
const SUGGESTIONS: [&str; 3] = [
    "How do I install Baton on my site?",
    "When is a person called?",
    "How do I delete a conversation?",
];

#[derive(Deserialize)]
struct Seeded {
    setup_link: Option<String>,
}

#[derive(Deserialize)]
struct Learned {
    documents: usize,
    passages: usize,
}

/// Returns the one-time set-up link, while the site has no member.
pub fn seed(edge: &str, admin_token: &str, host_page_port: u16, pages: &[Page]) -> Outcome<Option<String>> {
    let host_page = |host: &str| format!("http://{host}:{host_page_port}");
    let settings = json!({
        "name": "Baton",
        "origins": [host_page("localhost"), host_page("127.0.0.1")],
        "greeting": "Ask anything about Baton. A person is one press away.",
        "suggestions": SUGGESTIONS,
        "policy": policy(),
    });
    let seeded: Seeded = put(&format!("{edge}/api/v1/sites/{SITE}"), admin_token, &settings)?;
    let documents: Vec<Value> = pages
        .iter()
        .filter(|page| page.is_knowledge())
        .map(|page| {
            let url = format!("{}/docs/{}", host_page("localhost"), page.name);
            json!({ "url": url, "title": page.title, "markdown": page.markdown })
        })
        .collect();
    let learned: Learned = put(
        &format!("{edge}/api/v1/sites/{SITE}/documents"),
        admin_token,
        &json!(documents),
    )?;
    say::step(&format!(
        "the demo site knows {} pages in {} passages",
        learned.documents, learned.passages
    ));
    Ok(seeded.setup_link)
}

/// The default rules, with two teams to show where a topic goes.
fn policy() -> Value {
    json!({
        "queues": [
            { "id": "billing", "name": "the billing team", "names": {
                "de": "das Rechnungsteam", "es": "el equipo de facturación", "fr": "l'équipe de facturation",
                "it": "il reparto fatturazione", "nl": "het facturatieteam", "pl": "dział rozliczeń",
                "pt": "o setor de faturamento",
            } },
            { "id": "sales", "name": "the sales team", "names": {
                "de": "das Verkaufsteam", "es": "el equipo de ventas", "fr": "l'équipe commerciale",
                "it": "il reparto vendite", "nl": "het verkoopteam", "pl": "dział sprzedaży",
                "pt": "o setor de vendas",
            } },
        ],
        "topics": {
            "billing_dispute": { "queue": "billing" },
            "refund": { "queue": "billing" },
            "pricing_sales": { "queue": "sales" },
        },
    })
}

fn put<T: for<'a> Deserialize<'a>>(url: &str, admin_token: &str, body: &Value) -> Outcome<T> {
    let told = || format!("The demo site could not be filled (PUT {url})");
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .timeout_global(Some(LIMIT))
        .http_status_as_error(false)
        .build()
        .into();
    let request = agent
        .put(url)
        .header("authorization", format!("Bearer {admin_token}"));
    let mut response = request.send_json(body).explain(told)?;
    let status = response.status();
    let text = response.body_mut().read_to_string().explain(told)?;
    if !status.is_success() {
        return Err(Problem::new(told()).because(format!("{status} {text}")));
    }
    serde_json::from_str(&text).explain(told)
}
