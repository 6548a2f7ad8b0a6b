//! The end of a chat: the menu that holds it, the question before it, the question after it, a file of what was said.

use thirtyfour::Key;

use crate::scene::{ANSWERED, Shop, holds, looks_right, open_first};

const MENU_OPEN: &str = "document.querySelector('#menu:popover-open')";
const MENU_SHUT: &str = "!document.querySelector('#menu:popover-open')";

/// Keeps what would be saved, instead of saving it: the name, and the words in it.
const KEEP_FILES: &str = "
    window.files = [];
    let words;
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => { words = blob.text(); return createObjectURL(blob); };
    HTMLAnchorElement.prototype.click = function () { words.then((text) => files.push([this.download, text])); };";

#[tokio::test(flavor = "multi_thread")]
async fn a_chat_is_ended_after_a_question_and_judged_and_begins_again() {
    let shop = Shop::open().await;
    let ada = shop.ada().await;
    let _desk = shop.desk(&ada).await;
    let visitor = shop.chatting().await;
    visitor.press("button", "Menu").await;
    visitor.find("button", "Turn sound off").await;
    assert!(
        visitor.find_now("button", "End chat").await.is_none(),
        "nothing to end"
    );
    assert!(visitor.find_now("button", "Save transcript").await.is_none());
    visitor.press("button", "Turn sound off").await;
    holds(&visitor, "the menu shut", MENU_SHUT).await;
    visitor.press("button", "Menu").await;
    visitor.press("button", "Turn sound on").await;

    visitor.send(ANSWERED).await;
    visitor.message("assistant", "two working days").await;
    visitor.press("button", "Talk to a person").await;
    visitor.find_text("status", "Calling a person").await;
    visitor.press("button", "Menu").await;
    looks_right(&visitor, "widget-menu").await;
    visitor.press("button", "End chat").await;
    visitor
        .find_text("status", "End this chat? Nobody will come or write after that.")
        .await;
    looks_right(&visitor, "widget-ending").await;
    visitor.press("button", "Keep it open").await;
    visitor.gone("button", "Keep it open").await;
    visitor.find_text("status", "Calling a person").await;

    visitor.press("button", "Menu").await;
    visitor.press("button", "End chat").await;
    visitor.find("button", "Keep it open").await;
    visitor.press("button", "End chat").await;
    visitor.find_text("status", "Closed").await;
    visitor.message("system", "You ended this chat.").await;
    visitor.find_text("status", "Did this help?").await;
    looks_right(&visitor, "widget-rating").await;
    // The question is still there after a reload, and put once.
    visitor.leave_frame().await;
    visitor.reload().await;
    visitor.open_chat().await;
    visitor.press("button", "No, it did not").await;
    visitor
        .message("system", "Thank you for saying that this did not help")
        .await;
    visitor.gone("button", "Yes, it helped").await;
    looks_right(&visitor, "widget-rated").await;

    let agent = shop.ada_signs_in().await;
    agent.press_beginning("button", "All ").await;
    open_first(&agent).await;
    let told = agent.find_text("status", "Ended by the visitor").await;
    assert!(told.contains("the visitor says it did not help"), "{told}");
    looks_right(&agent, "agent-ended-by-visitor").await;

    visitor.send(ANSWERED).await;
    visitor.find_text("status", "Assistant").await;
    agent.find_text("status", "The assistant has the floor").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_menu_is_used_by_keyboard_and_escape_leaves_it_before_the_chat() {
    let shop = Shop::open().await;
    let visitor = shop.chatting().await;
    visitor.send(ANSWERED).await;
    visitor.message("assistant", "two working days").await;
    visitor.find("button", "Menu").await;
    visitor
        .run("document.querySelector('[popovertarget=menu]').focus()")
        .await;
    visitor.strikes(Key::Return + "").await;
    holds(&visitor, "the menu open", MENU_OPEN).await;
    visitor.strikes(Key::Escape + "").await;
    holds(&visitor, "the menu shut", MENU_SHUT).await;
    holds(
        &visitor,
        "the focus on its button",
        "document.activeElement.ariaLabel === 'Menu'",
    )
    .await;
    visitor.strikes(Key::Return + "").await;
    holds(&visitor, "the menu open again", MENU_OPEN).await;
    visitor.strikes(Key::Tab + Key::Tab + Key::Tab).await;
    holds(
        &visitor,
        "the focus on the last item",
        "document.activeElement.innerText === 'End chat'",
    )
    .await;
    visitor.strikes(Key::Return + "").await;
    holds(
        &visitor,
        "the focus on the question",
        "document.activeElement.id === 'card'",
    )
    .await;
    visitor.strikes(Key::Tab + Key::Tab + Key::Return).await;
    holds(
        &visitor,
        "the cursor in the field again",
        "document.activeElement.id === 'message'",
    )
    .await;
    visitor.gone("button", "Keep it open").await;
    assert!(visitor.messages().await.iter().all(|said| said.from != "system"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_said_can_be_kept_as_a_file() {
    let shop = Shop::open().await;
    let visitor = shop.chatting().await;
    visitor.send(ANSWERED).await;
    visitor.message("assistant", "two working days").await;
    visitor.run(KEEP_FILES).await;
    visitor.press("button", "Menu").await;
    visitor.press("button", "Save transcript").await;
    holds(&visitor, "a file", "files.length === 1").await;
    let file = visitor.run("return files[0]").await;
    assert_eq!(file[0], "Acme Support.txt");
    let text = file[1].as_str().unwrap_or_default();
    let parts = text.split("\n\n").map(|part| part.lines().collect::<Vec<_>>());
    let parts: Vec<_> = parts.filter(|lines| !lines.is_empty()).collect();
    let spoke = |part: &[&str], who: &str, words: &str| part[0].starts_with(who) && part[1].contains(words);
    let [hello, asked, answered] = &parts[..] else {
        panic!("{text}");
    };
    assert_eq!(hello[..], ["Assistant", "Ask us anything about the shop."]);
    assert!(spoke(asked, "You, ", ANSWERED), "{text}");
    assert!(spoke(answered, "Assistant, ", "two working days"), "{text}");
    assert!(
        answered[2].starts_with("https://shop.example/help/shipping"),
        "{text}"
    );
    visitor.leave_frame().await;
    assert_eq!(visitor.console_errors().await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_was_with_a_visitor_who_leaves_rates_the_handoff() {
    let shop = Shop::open().await;
    shop.ada().await;
    let agent = shop.ada_signs_in().await;
    agent.press("switch", "Available").await;
    let mut visitor = shop.waiting(ANSWERED).await;
    open_first(&agent).await;
    agent.press("button", "Claim").await;
    agent.find("button", "Send reply").await;
    visitor.ends().await;
    agent.find_text("status", "Ended by the visitor").await;
    agent.press("button", "Useful").await;
    agent.find_text("status", "Rated: 1 useful").await;
}
