//! Measures what Baton promises about time, on a real workerd and in a real Chromium, and prints one
//! [`Row`] a line as JSON. `cargo xtask bench` runs it; by itself: `cargo run -p tests --bin measure`,
//! with the names of groups behind it (`-- crowd`) for those alone.
//!
//! Nothing here fails for being slow: how fast a machine is today is no test.

#![allow(
    clippy::disallowed_methods,
    reason = "it runs natively, where there is a clock"
)]

mod answers;
mod crowd;
mod desk;
mod opening;
mod page;
mod rules;
mod sample;
mod shop;
mod throughput;

use shop::Shop;
use tests::wait::must;
use tokio::task::{LocalSet, spawn_local};
use xtask::bench::Row;

#[tokio::main]
async fn main() {
    // Each group by its name, or all of them.
    let named: Vec<String> = std::env::args().skip(1).collect();
    let wanted = |group: &str| named.is_empty() || named.iter().any(|name| name == group);
    if wanted("talk") {
        let shop = Shop::open().await;
        print(answers::measure(&shop).await);
        print(desk::measure(&shop).await);
        print(throughput::measure(&shop).await);
    }
    if wanted("page") {
        print(page::measure().await);
    }
    if wanted("rules") {
        print(rules::measure().await);
    }
    if wanted("opening") {
        // An edge of its own: the queue is to hold only what is opened.
        print(opening::measure(&Shop::open().await).await);
    }
    if wanted("crowd") {
        // A page that hangs for good ends this task, and takes nothing with it that was measured before.
        let crowd = Box::pin(async { Box::pin(crowd::measure(&Shop::open().await)).await });
        let alone = LocalSet::new();
        let crowd = alone.run_until(async { spawn_local(crowd).await }).await;
        match crowd {
            Ok(rows) => print(rows),
            Err(_) => eprintln!(
                "the desk's longest tasks were not measured: the lines above say what it waited for"
            ),
        }
    }
}

fn print(rows: Vec<Row>) {
    for row in rows {
        println!("{}", must("a measure as JSON", serde_json::to_string(&row)));
    }
}
