//! Deletes expired rows (retention) in batches until none are left.

use store::operations::retention;

use crate::jobs::{Job, JobError};

/// How many rows of each kind one statement deletes, so that no statement runs long.
const BATCH: i64 = 1_000;

/// Idempotent: a second run finds nothing to delete.
pub(super) async fn run(job: Job) -> Result<(), JobError> {
    loop {
        let mut conn = job.store().operations().await?;
        if retention::prune(&mut conn, BATCH).await? == 0 {
            return Ok(());
        }
    }
}
