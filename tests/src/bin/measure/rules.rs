//! How long the rules take where they run: a turn in workerd, the look for a request in the widget's browser. Natively
//! it is `shared/benches/` that measures.
//!
//! One message takes less than either clock can tell (workerd's does not even advance while it works), so each is judged
//! many times over and its time is a share of the whole: the slowest of a hundred messages counts, not the slowest moment.

use tests::lab::{Lab, LabPage};
use tests::wait::must;
use xtask::bench::Row;

use crate::sample::{Sample, row};

/// How many messages.
const MESSAGES: usize = 300;
/// How often each is judged in a row.
const TIMES: u32 = 100;
/// So many requests that judge nothing tell what a request costs.
const EMPTY: usize = 100;

/// Milliseconds, as the issue of the rules asks for them.
const TURN_IN_WORKERD: f64 = 1.0;
const EXPLICIT_IN_BROWSER: f64 = 0.5;

pub async fn measure() -> Vec<Row> {
    let lab = Lab::start();
    let page = LabPage::open(&lab).await;
    vec![turns(&lab).await, explicit(&page).await]
}

async fn turns(lab: &Lab) -> Row {
    lab.prepare(MESSAGES).await;
    let mut empty = Sample::default();
    for message in 0..EMPTY {
        empty.add(lab.turns(message, 0).await);
    }
    let request = empty.percentile(50);
    let mut turns = Sample::default();
    for message in 0..MESSAGES {
        turns.add(lab.turns(message, TIMES).await);
    }
    let turn = (turns.percentile(99) - request).max(0.0) / f64::from(TIMES);
    row(
        "a turn decided in workerd, before and after the answer, p99",
        turn,
        Some(TURN_IN_WORKERD),
    )
}

async fn explicit(page: &LabPage) -> Row {
    let script = format!(
        "const bench = new lab.Bench({MESSAGES});
         const times = [];
         for (let message = 0; message < {MESSAGES}; message++) {{
             const start = performance.now();
             bench.explicit(message, {TIMES});
             times.push((performance.now() - start) / {TIMES});
         }}
         return times.sort((a, b) => a - b)[Math.ceil({MESSAGES} * 0.99) - 1];"
    );
    let found = page.run(&script).await.as_f64();
    row(
        "explicit request found in a message in Chromium, p99",
        must("a time", found.ok_or("the page gave none")),
        Some(EXPLICIT_IN_BROWSER),
    )
}
