//! Everything without a pointer.

use tests::browser::Browser;
use thirtyfour::{Key, TypingData};

use crate::scene::{ANSWERED, Shop, holds};

async fn strikes(browser: &Browser, keys: impl Into<TypingData>) {
    browser
        .web()
        .action_chain()
        .send_keys(keys)
        .perform()
        .await
        .expect("keys");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conversation_is_had_by_keyboard_and_escape_gives_the_focus_back() {
    let shop = Shop::open().await;
    let visitor = shop.visitor().await;
    visitor.find("button", "Open chat").await;
    strikes(&visitor, Key::Tab + "").await;
    let on_button = "document.querySelector('baton-chat').shadowRoot.activeElement?.ariaLabel";
    holds(
        &visitor,
        "the focus on the button",
        &format!("{on_button} === 'Open chat'"),
    )
    .await;
    strikes(&visitor, Key::Return + "").await;
    visitor.enter_chat().await;
    holds(
        &visitor,
        "the cursor in the field",
        "document.hasFocus() && document.activeElement.id === 'message'",
    )
    .await;
    strikes(&visitor, ANSWERED).await;
    strikes(&visitor, Key::Return + "").await;
    visitor
        .message("assistant", "Delivery takes two working days.")
        .await;
    holds(
        &visitor,
        "the cursor still in the field",
        "document.activeElement.id === 'message'",
    )
    .await;

    strikes(&visitor, Key::Escape + "").await;
    visitor.leave_frame().await;
    holds(
        &visitor,
        "the focus on the button again",
        &format!("{on_button} === 'Open chat'"),
    )
    .await;
    visitor.gone("button", "Close chat").await;
}
