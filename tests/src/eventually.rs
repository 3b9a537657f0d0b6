//! Waiting for what somebody else does: a job, a schedule, another server.

use std::time::Duration;

/// How long anything may take that a test waits for.
const LONGEST: Duration = Duration::from_secs(20);

/// Looks again and again until there is something to see, and gives that. Fails when it takes too long.
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
