//! Measures what Baton promises about time, on a real workerd and in a real Chromium, and prints one
//! [`Row`] a line as JSON. `cargo xtask bench` runs it; by itself: `cargo run -p tests --bin measure`.
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
    let shop = Shop::open().await;
    print(answers::measure(&shop).await);
    print(desk::measure(&shop).await);
    print(throughput::measure(&shop).await);
    print(page::measure().await);
    print(rules::measure().await);
    // An edge of its own: the queue is to hold only what is opened.
    print(opening::measure(&Shop::open().await).await);
    // A page that hangs for good takes this task with it, and nothing that was measured before.
    let crowd = Box::pin(async { crowd::measure(&Shop::open().await).await });
    let alone = LocalSet::new();
    let crowd = alone.run_until(async { spawn_local(crowd).await }).await;
    print(crowd.unwrap_or_else(|_| crowd::hung()));
}

fn print(rows: Vec<Row>) {
    for row in rows {
        println!("{}", must("a measure as JSON", serde_json::to_string(&row)));
    }
}
