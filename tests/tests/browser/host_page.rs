//! The launcher on somebody else's page: what it costs, what it may do there, where it is refused.

use serde_json::json;
use tests::browser::Browser;
use tests::client::DeskClient;
use tests::edge::SITE;
use tests::host::Page;

use crate::scene::{ANSWERED, Shop, holds, looks_right};

/// The most that the first open of the widget may transfer, in bytes: 75 KB.
const FIRST_OPEN_BYTES: u64 = 76_800;
/// The most requests it may take: document, script, Wasm, styles.
const FIRST_OPEN_REQUESTS: usize = 4;

/// Everything that the frame has loaded so far: names and encoded sizes.
const LOADED: &str = "
    return performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))
        .map((entry) => ({ name: entry.name, bytes: entry.encodedBodySize }));";

/// Put before the tag: keeps what the page's own policy refused and which tasks were long.
const WATCH: &str = "<script nonce=\"watch\">
    window.refused = [];
    window.long = [];
    addEventListener('securitypolicyviolation', (event) => refused.push(event.violatedDirective + ' ' + event.blockedURI));
    new PerformanceObserver((list) => long.push(...list.getEntries().map((entry) => Math.round(entry.duration))))
        .observe({ type: 'longtask', buffered: true });
    </script>";

fn watched(edge: &str) -> Page {
    Page::new(format!(
        "<!doctype html><html lang=\"en\"><meta name=\"viewport\" content=\"width=device-width\"><link rel=\"icon\" href=\"data:,\">\
         <title>A strict shop</title>{WATCH}<script async src=\"{edge}/baton.js\" data-site=\"{SITE}\"></script><h1>A strict shop</h1></html>"
    ))
}

async fn loaded(browser: &Browser) -> Vec<(String, u64)> {
    let entries = browser.run(LOADED).await;
    let entries = entries.as_array().cloned().unwrap_or_default();
    entries
        .iter()
        .map(|entry| {
            (
                entry["name"].as_str().unwrap_or_default().to_owned(),
                entry["bytes"].as_u64().unwrap_or_default(),
            )
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_strict_page_needs_to_allow_the_script_and_the_frame_and_nothing_else() {
    let shop = Shop::open().await;
    let edge = shop.edge.address();
    let policy = format!(
        "default-src 'none'; img-src data:; script-src {edge} 'nonce-watch'; frame-src {edge}; \
         require-trusted-types-for 'script'"
    );
    let page = watched(&edge).header("content-security-policy", &policy);
    let page = shop.host.put("/strict", page);
    let visitor = Browser::start().await;
    visitor.open(&page).await;
    visitor.open_chat().await;
    visitor.send(ANSWERED).await;
    visitor
        .message("assistant", "Delivery takes two working days.")
        .await;
    visitor.leave_frame().await;
    assert_eq!(visitor.run("return window.refused").await, json!([]));
    println!(
        "long tasks on the host page, in ms: {}",
        visitor.run("return window.long").await
    );
    let style = "const button = document.querySelector('baton-chat').shadowRoot.querySelector('button');
                 return getComputedStyle(button).position";
    assert_eq!(visitor.run(style).await, json!("fixed"), "its styles apply");
    assert_eq!(visitor.console_errors().await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_page_that_the_site_does_not_list_the_browser_refuses_the_frame_and_the_launcher_says_so() {
    let shop = Shop::open().await;
    let page = format!("{}/", shop.host.foreign_origin());
    let visitor = Browser::start().await;
    visitor.open(&page).await;
    visitor.press("button", "Open chat").await;
    visitor
        .find_text("status", "Chat can't be reached right now")
        .await;
    visitor.find("button", "Open chat").await;
    assert!(visitor.chat_frame().await.is_none(), "the empty frame is gone");
    let console = visitor.web().get_log("browser").await.expect("the console");
    let console: Vec<String> = console.into_iter().map(|entry| entry.message).collect();
    for words in ["frame-ancestors", "site's list of origins?"] {
        assert!(
            console.iter().any(|line| line.contains(words)),
            "{words}: {console:?}"
        );
    }
    looks_right(&visitor, "launcher-refused").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_open_stays_within_its_budget() {
    let shop = Shop::open().await;
    let visitor = shop.visitor().await;
    visitor.find("button", "Open chat").await;
    assert!(
        visitor.chat_frame().await.is_none(),
        "nothing is fetched before interest"
    );
    visitor.open_chat().await;
    let loaded = loaded(&visitor).await;
    let bytes: u64 = loaded.iter().map(|(_, bytes)| bytes).sum();
    println!("first open: {bytes} bytes in {} requests", loaded.len());
    assert!(loaded.iter().all(|(_, bytes)| *bytes > 0), "{loaded:?}");
    assert!(loaded.len() <= FIRST_OPEN_REQUESTS, "{loaded:?}");
    assert!(bytes <= FIRST_OPEN_BYTES, "{bytes} bytes: {loaded:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_talks_to_the_chat_before_and_after_it_has_loaded() {
    let shop = Shop::open().await;
    let edge = shop.edge.address();
    let page = format!(
        "<!doctype html><html lang=\"en\"><link rel=\"icon\" href=\"data:,\"><title>A shop</title><script>
         window.Baton = window.Baton || function () {{ (Baton.q = Baton.q || []).push(arguments) }};
         window.told = [];
         for (const name of ['open', 'close', 'message', 'escalated']) Baton('on', name, () => told.push(name));
         Baton('open');
         </script><script async src=\"{edge}/baton.js\" data-site=\"{SITE}\"></script></html>"
    );
    let page = shop.host.put("/calls", Page::new(page));
    let visitor = Browser::start().await;
    visitor.open(&page).await;
    visitor.enter_chat().await;
    visitor.press("button", "Talk to a person").await;
    visitor.find_text("status", "Nobody is in right now").await;
    visitor.leave_frame().await;
    holds(&visitor, "word of the call", "told.includes('escalated')").await;
    visitor.run("Baton('close')").await;
    visitor.find("button", "Open chat").await;
    let told = visitor.run("return told").await;
    assert!(
        told.as_array()
            .is_some_and(|told| told.first() == Some(&json!("open")) && told.last() == Some(&json!("close"))),
        "{told}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn where_wasm_cannot_run_a_plain_form_still_reaches_a_person() {
    let shop = Shop::open().await;
    let ada = shop.ada().await;
    let visitor = Browser::start().await;
    let without = json!({ "source": "delete globalThis.WebAssembly" });
    visitor
        .protocol("Page.addScriptToEvaluateOnNewDocument", without)
        .await;
    visitor.open(&shop.page).await;
    visitor.press("button", "Open chat").await;
    visitor.enter_chat_frame().await;
    visitor.type_into("textbox", "Message", "My parcel is lost").await;
    visitor
        .type_into("textbox", "E-mail", "grace@visitor.example")
        .await;
    looks_right(&visitor, "widget-without-wasm").await;
    visitor.press("button", "Send").await;
    holds(&visitor, "a page that says so", "!document.querySelector('form')").await;
    looks_right(&visitor, "widget-without-wasm-sent").await;
    let desk = DeskClient::opens(&shop.edge, &ada).await;
    let emails: Vec<_> = desk.items.values().map(|item| item.email.as_deref()).collect();
    assert_eq!(emails, [Some("grace@visitor.example")]);
}
