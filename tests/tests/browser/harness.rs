//! The harness itself: what it says it finds, it finds.

use tests::browser::Browser;
use tests::host::{HostSite, Page};

#[tokio::test(flavor = "multi_thread")]
async fn finds_things_by_role_and_name_in_any_corner() {
    let host = HostSite::start().await;
    let url = host.put(
        "/",
        Page::new(
            "<!doctype html><html lang=en><meta name=viewport content='width=device-width'><title>x</title><main><div id=host></div>\
             <label>Email <input type=email></label><div role=status>All is well</div>\
             <button aria-label='Send reply' hidden>x</button></main>\
             <script>const root = host.attachShadow({mode: 'open'});\
             root.innerHTML = '<button aria-label=\"Open chat\">x</button>';\
             root.firstChild.onclick = () => document.title = matchMedia('(prefers-color-scheme: dark)').matches + ' ' + innerWidth;\
             </script>",
        ),
    );
    let browser = Browser::start().await;
    browser.size(390, 844).await;
    browser.dark(true).await;
    browser.open(&url).await;
    browser.press("button", "Open chat").await;
    assert_eq!(browser.run("return document.title").await, "true 390");
    browser.type_into("textbox", "Email", "someone@example.com").await;
    browser.find_text("status", "All is well").await;
    assert!(
        browser.find_now("button", "Send reply").await.is_none(),
        "what is hidden is not there"
    );
}
