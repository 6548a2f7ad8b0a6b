//! Browsers that keep nothing in the chat's frame, or nothing at all: the chat works, and says what will not last.

use tests::browser::Browser;

use crate::scene::{ANSWERED, Shop, holds, looks_right};

/// Storage throws, as it does where it is blocked, in the documents for which this is true.
fn throws_where(condition: &str) -> String {
    format!(
        "if ({condition}) Object.defineProperty(window, 'localStorage', {{
             get() {{ throw new DOMException('Access is denied for this document.', 'SecurityError'); }} }});"
    )
}

async fn chatting(shop: &Shop, blocked: &str) -> Browser {
    let visitor = Browser::start().await;
    visitor.before_load(&throws_where(blocked)).await;
    visitor.open(&shop.page).await;
    visitor.open_chat().await;
    visitor
}

async fn comes_back(visitor: &Browser) {
    visitor.leave_frame().await;
    visitor.reload().await;
    visitor.open_chat().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_frame_may_keep_nothing_the_page_keeps_the_key_and_what_is_unsent_says_so() {
    let mut shop = Shop::open().await;
    let visitor = chatting(&shop, "location.pathname.startsWith('/frame/')").await;
    visitor.send(ANSWERED).await;
    visitor
        .message("assistant", "Delivery takes two working days.")
        .await;
    comes_back(&visitor).await;
    visitor
        .message("assistant", "Delivery takes two working days.")
        .await;
    holds(
        &visitor,
        "no word of forgetting, for the thread is kept",
        "!document.body.innerText.includes('keeps nothing')",
    )
    .await;

    // What is not sent is only in this page.
    shop.edge.kill();
    visitor.find_text("status", "Reconnecting").await;
    visitor.send("And to Norway?").await;
    holds(
        &visitor,
        "what to do about it",
        "document.body.innerText.includes('Keep this page open.')",
    )
    .await;
    looks_right(&visitor, "widget-unkept").await;
    shop.edge.restart();
    visitor
        .message_where("the message sent", |message| {
            message.text.contains("And to Norway?") && message.state.as_deref() == Some("sent")
        })
        .await;
    holds(
        &visitor,
        "nothing to do any more",
        "!document.body.innerText.includes('Keep this page open')",
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nothing_at_all_is_kept_the_chat_works_and_says_that_it_will_not_be_found_again() {
    let shop = Shop::open().await;
    let visitor = chatting(&shop, "true").await;
    visitor
        .message(
            "system",
            "This browser keeps nothing for this chat. If you leave this page, it cannot be found again.",
        )
        .await;
    visitor.send(ANSWERED).await;
    visitor
        .message("assistant", "Delivery takes two working days.")
        .await;
    looks_right(&visitor, "widget-forgetful").await;
    comes_back(&visitor).await;
    visitor
        .message("system", "This browser keeps nothing for this chat")
        .await;
    let thread = visitor.messages().await;
    assert!(
        thread.iter().all(|message| message.from != "visitor"),
        "{thread:#?}"
    );
    visitor.send(ANSWERED).await;
    visitor
        .message("assistant", "Delivery takes two working days.")
        .await;
}
