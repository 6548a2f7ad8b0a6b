//! A visitor calls a person, an agent at their desk sees it, claims it, replies twice and closes: one after the other, all
//! through the day.

use shared::protocol::VisitorFrame;
use shared::queue::Stage;
use tests::client::{AgentClient, DeskClient, VisitorClient};
use tokio::time::Instant;
use xtask::bench::Row;

use crate::sample::Sample;
use crate::shop::Shop;

const CONVERSATIONS: usize = 110;
/// Taken as warm-up and not counted.
const WARM_UP: usize = 5;
const REPLIES: usize = 2;
const CALL_WANTED_MS: f64 = 100.0;
const REPLY_WANTED_MS: f64 = 30.0;

pub async fn measure(shop: &Shop) -> Vec<Row> {
    let mut desk = DeskClient::opens(&shop.edge, &shop.owner).await;
    desk.becomes_available(true).await;
    let (mut calls, mut replies) = (Sample::default(), Sample::default());
    for at in 0..WARM_UP + CONVERSATIONS {
        let (mut uncounted, mut uncounted_too) = (Sample::default(), Sample::default());
        let (calls, replies) = if at < WARM_UP {
            (&mut uncounted, &mut uncounted_too)
        } else {
            (&mut calls, &mut replies)
        };
        let mut visitor = shop.served_visitor().await;
        call(&mut visitor, &mut desk, calls).await;
        let conversation = visitor.key.conversation.clone();
        let mut agent = AgentClient::opens(&shop.edge, &shop.owner, "ada", &conversation).await;
        agent.claims().await;
        for number in 0..REPLIES {
            let text = format!("Reply {number} to conversation {at}");
            reply(&mut agent, &mut visitor, &text, replies).await;
        }
        agent.closes("Delivery", "Answered").await;
    }
    let mut rows = calls.rows("call for a person to the agents' queue", CALL_WANTED_MS);
    rows.extend(replies.rows("agent's reply to the visitor", REPLY_WANTED_MS));
    rows
}

async fn call(visitor: &mut VisitorClient, desk: &mut DeskClient, sample: &mut Sample) {
    let start = Instant::now();
    visitor.sends(|id| VisitorFrame::Person { id }).await;
    let waits = |item: &shared::queue::Item| item.stage == Stage::Waiting;
    desk.waits_for("the call", &visitor.key.conversation, waits).await;
    sample.since(start);
}

async fn reply(agent: &mut AgentClient, visitor: &mut VisitorClient, text: &str, sample: &mut Sample) {
    let (epoch, last) = (agent.state.epoch, visitor.state.last);
    let start = Instant::now();
    let frame = agent.reply(epoch, text);
    let id = agent.sends(frame).await;
    visitor.reads("the reply", last, |entry| entry.text == text).await;
    sample.since(start);
    let answer = agent.answer_to(&id).await;
    assert!(answer.is_ok(), "a reply was refused: {answer:?}");
}
