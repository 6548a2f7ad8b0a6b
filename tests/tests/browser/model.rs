//! A model for an assistant, as a visitor sees it.

use tests::client::{AgentClient, VisitorClient};
use tests::edge::SITE;
use tests::model::{Gate, ModelServer, Reply};

use crate::looks::WRITES;
use crate::scene::{ANSWERED, Look, Shop, conversation_in, holds, looks_right_now, open_first, set_up};

#[tokio::test(flavor = "multi_thread")]
async fn its_answer_is_read_as_it_is_written() {
    let model = ModelServer::start().await;
    let (silent, gate) = (Gate::new(), Gate::new());
    model.then(Reply::answer([
        (&silent).into(),
        "Delivery takes ".into(),
        (&gate).into(),
        "two working days.".into(),
    ]));
    let shop = Shop::with_model(&model).await;
    let visitor = shop.chatting().await;
    visitor.send(ANSWERED).await;
    holds(&visitor, "that it is writing", WRITES).await;
    looks_right_now(&visitor, "widget-writing").await;
    silent.open();
    holds(
        &visitor,
        "the first words",
        "document.querySelector('.draft')?.innerText.trim() === 'Delivery takes'",
    )
    .await;
    looks_right_now(&visitor, "widget-streaming").await;
    gate.open();
    let answer = visitor
        .message("assistant", "Delivery takes two working days.")
        .await;
    assert!(answer.seq.is_some(), "{answer:?}");
    assert!(
        answer.links.iter().any(|link| link.contains("/help/shipping")),
        "{answer:?}"
    );
    holds(
        &visitor,
        "no draft any more",
        "!document.querySelector('.draft')?.innerText",
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_it_is_writing_is_gone_when_a_person_takes_over() {
    let model = ModelServer::start().await;
    let gate = Gate::new();
    model.then(Reply::answer([
        "Delivery takes ".into(),
        (&gate).into(),
        "two working days.".into(),
    ]));
    let shop = Shop::with_model(&model).await;
    let ada = shop.ada().await;
    let visitor = shop.chatting().await;
    visitor.send(ANSWERED).await;
    holds(
        &visitor,
        "the first words",
        "document.querySelector('.draft')?.innerText.trim() === 'Delivery takes'",
    )
    .await;
    let conversation = conversation_in(&visitor).await;
    let mut agent = AgentClient::opens(&shop.edge, &ada, "ada", &conversation).await;
    agent.takes_over().await;
    visitor.find_text("status", "is here").await;
    let no_draft = "!document.querySelector('.draft')?.innerText";
    holds(&visitor, "no draft any more", no_draft).await;

    // Whatever it goes on to write, nobody reads.
    gate.open();
    agent.replies("Hello, I'm Ada.").await;
    visitor.message("agent", "Hello, I'm Ada.").await;
    holds(&visitor, "no draft", no_draft).await;
    let thread = visitor.messages().await;
    assert!(
        thread
            .iter()
            .all(|message| message.from != "assistant" || message.seq.is_none()),
        "the assistant said something: {thread:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn when_it_fails_a_person_is_offered_and_nothing_half_said_stays() {
    let model = ModelServer::start().await;
    model.always(Reply::cut_after(["Delivery takes ".into()]));
    let shop = Shop::with_model(&model).await;
    let visitor = shop.chatting().await;
    visitor.send(ANSWERED).await;
    visitor
        .message("assistant", "I can't answer right now. Shall I get a person?")
        .await;
    visitor.find("button", "Yes, get a person").await;
    holds(
        &visitor,
        "no draft any more",
        "!document.querySelector('.draft')?.innerText",
    )
    .await;
    assert!(
        visitor
            .messages()
            .await
            .iter()
            .all(|message| !message.text.contains("Delivery takes")),
        "what broke off is gone"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn its_summary_stands_under_the_brief_as_its_own_and_leads_to_what_it_quotes() {
    let model = ModelServer::start().await;
    model.then(Reply::text("Delivery takes two working days."));
    model.summarises(Reply::text(
        "Asks how long a delivery takes, and calls a person. [2 \"long does delivery take\"]\n\
         Threatens to sue. [2 \"my lawyer\"]",
    ));
    let shop = Shop::with_model(&model).await;
    let mut visitor = VisitorClient::arrives(&shop.edge, SITE).await;
    let asked = visitor.says(ANSWERED).await;
    visitor.reads_assistant(asked).await;
    visitor.presses_person().await;
    let agent = set_up(shop.setup_link()).await;
    open_first(&agent).await;
    agent.find("heading", "Summary, by the model").await;
    holds(
        &agent,
        "the one line that quotes what was said",
        "[...document.querySelectorAll('.by-model li')].map((li) => li.innerText.trim()).join() \
         === 'Asks how long a delivery takes, and calls a person. #2'",
    )
    .await;
    let mut look = Look::default();
    look.at(&agent, "agent-summary").await;
    look.found_nothing();
}
