//! Waits for asynchronous effects: a job, a schedule, another server.

use std::time::Duration;

/// The timeout of [`eventually`].
const LONGEST: Duration = Duration::from_secs(20);

/// Polls until the closure returns `Some`, and returns the value. Panics after the timeout.
pub async fn eventually<T>(mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let looking = async {
        loop {
            if let Some(seen) = look().await {
                return seen;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(LONGEST, looking).await.expect("it did not come")
}
