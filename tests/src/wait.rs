//! Waiting for something to become true, without fixed sleeps.

use std::fmt::Display;
use std::time::Duration;

use tokio::time::{Instant, sleep};

/// How long anything in a story may take before it counts as not happening. Generous: machines of tests are slow.
pub const PATIENCE: Duration = Duration::from_secs(15);

/// How often a condition is looked at.
const POLL: Duration = Duration::from_millis(25);

/// Asks again and again until `look` finds something, and returns it; panics with `what` when patience ends.
pub async fn until<T>(what: &str, look: impl AsyncFnMut() -> Option<T>) -> T {
    until_within(PATIENCE, what, look).await
}

/// [`until`], with a patience of its own.
#[allow(
    clippy::disallowed_methods,
    reason = "tests run natively, where there is a clock"
)]
pub async fn until_within<T>(patience: Duration, what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let end = Instant::now() + patience;
    loop {
        if let Some(found) = look().await {
            return found;
        }
        assert!(
            Instant::now() < end,
            "waited {} s in vain for: {what}",
            patience.as_secs()
        );
        sleep(POLL).await;
    }
}

/// Lets a future finish, or panics with `what` when it takes longer than [`PATIENCE`].
pub async fn within<T>(what: &str, future: impl Future<Output = T>) -> T {
    let outcome = tokio::time::timeout(PATIENCE, future).await;
    outcome.unwrap_or_else(|_| panic!("waited {} s in vain for: {what}", PATIENCE.as_secs()))
}

/// The value, or a panic that says what was being done and what went wrong.
pub fn must<T, E: Display>(what: &str, outcome: Result<T, E>) -> T {
    outcome.unwrap_or_else(|error| {
        let error = error.to_string();
        // What follows in ChromeDriver's errors is its own stack, in bare addresses.
        panic!("{what}: {}", error.split("#0 0x").next().unwrap_or_default())
    })
}
