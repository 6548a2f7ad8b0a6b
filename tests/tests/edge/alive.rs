//! The edge answers, and does so again after a power cut.

use tests::edge::TestEdge;

#[tokio::test(flavor = "multi_thread")]
async fn answers_with_its_version_before_and_after_a_kill() {
    let mut edge = TestEdge::start();
    let version = edge.api().get("/healthz").await.expect_ok();
    assert_eq!(version["version"], env!("CARGO_PKG_VERSION"));
    edge.restart();
    assert_eq!(edge.api().get("/healthz").await.expect_ok(), version);
}
