//! A visitor writes: how long until the edge has it for certain, and how long until the assistant's answer stands there.
//! One visitor at a time, who writes again when they were answered.

use shared::protocol::VisitorFrame;
use tests::client::VisitorClient;
use tests::edge::SITE;
use tests::wait::must;
use tokio::time::Instant;
use xtask::bench::Row;

use crate::sample::{Sample, row};
use crate::shop::{Shop, question};

/// Each visitor may write 20 messages a minute.
const CONVERSATIONS: usize = 24;
const MESSAGES: usize = 14;
const WANTED_MS: f64 = 15.0;

pub async fn measure(shop: &Shop) -> Vec<Row> {
    // Warms up what all conversations share: the Worker, the site, the queue.
    for _ in 0..3 {
        shop.served_visitor().await;
    }
    let (mut first, mut later, mut answers) = (Sample::default(), Sample::default(), Sample::default());
    for _ in 0..CONVERSATIONS {
        let mut visitor = VisitorClient::arrives(&shop.edge, SITE).await;
        ask(&mut visitor, question(0), &mut first, &mut Sample::default()).await;
        for at in 1..=MESSAGES {
            ask(&mut visitor, question(at), &mut later, &mut answers).await;
        }
    }
    let mut rows = later.rows("visitor's message to its acknowledgement", WANTED_MS);
    rows.push(row(
        "— the first of a conversation, p95",
        first.percentile(95),
        None,
    ));
    rows.push(row(
        "visitor's message to the built-in assistant's answer, p95",
        answers.percentile(95),
        None,
    ));
    rows
}

async fn ask(visitor: &mut VisitorClient, text: &str, taken: &mut Sample, answered: &mut Sample) {
    let text = text.to_owned();
    let start = Instant::now();
    let seq = visitor.asks(|id| VisitorFrame::Say { id, text }).await;
    taken.since(start);
    let seq = must("a question was to be accepted", seq);
    visitor.reads_assistant(seq).await;
    answered.since(start);
}
