//! Deletes what is kept for a while only, in batches, until nothing is left of it.

use store::operations::retention;

use crate::jobs::{Failure, Job};

/// How much is deleted of each kind at once: no statement takes long.
const BATCH: i64 = 1_000;

/// Doing it again finds nothing more to delete.
pub(super) async fn perform(job: Job) -> Result<(), Failure> {
    loop {
        let mut conn = job.store().operations().await?;
        if retention::prune(&mut conn, BATCH).await? == 0 {
            return Ok(());
        }
    }
}
