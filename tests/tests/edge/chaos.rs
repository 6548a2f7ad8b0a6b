//! A small storm over a real workerd: a bad network and two power cuts. `cargo xtask chaos` is the large one.

use tests::chaos::{Options, run};

#[tokio::test(flavor = "multi_thread")]
async fn in_a_storm_nothing_acknowledged_is_lost_doubled_reordered_or_talked_over_and_nobody_waits_in_vain() {
    let options = Options {
        seed: 7,
        conversations: 12,
        agents: 4,
        seconds: 5,
        kills: 2,
    };
    let report = run(&options).await;
    assert!(report.is_clean(), "{report}");
}
