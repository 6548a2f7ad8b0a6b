//! Many visitors at once, each writing again as soon as they were answered.

use tests::client::VisitorClient;
use tokio::task::JoinSet;
use tokio::time::Instant;
use xtask::bench::Row;

use crate::shop::{Shop, question};

const AT_ONCE: u32 = 16;
/// Each visitor may write 20 messages a minute, and has written one to begin with.
const MESSAGES: u32 = 18;
/// One after the other, with new conversations.
const ROUNDS: u32 = 2;

pub async fn measure(shop: &Shop) -> Vec<Row> {
    let mut seconds = 0.0;
    for _ in 0..ROUNDS {
        let mut visitors = Vec::new();
        for _ in 0..AT_ONCE {
            visitors.push(shop.served_visitor().await);
        }
        let start = Instant::now();
        let talks: JoinSet<()> = visitors.into_iter().map(talk).collect();
        talks.join_all().await;
        seconds += start.elapsed().as_secs_f64();
    }
    vec![Row {
        what: format!("visitors' messages taken and answered, {AT_ONCE} conversations at once"),
        found: f64::from(AT_ONCE * MESSAGES * ROUNDS) / seconds,
        wanted: None,
        limit: None,
        unit: "a second".into(),
    }]
}

async fn talk(mut visitor: VisitorClient) {
    for at in (1..).take(MESSAGES as usize) {
        let asked = visitor.says(question(at)).await;
        visitor.reads_assistant(asked).await;
    }
}
