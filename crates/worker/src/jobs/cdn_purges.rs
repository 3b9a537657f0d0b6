//! Purges a CDN: sends each endpoint the cache tags that acts touched, in batches of acts, until it has confirmed all of them.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use reqwest::{Client, Method};
use serde::Deserialize;
use store::operations::{act_log, cdn_purges, instances};

use crate::jobs::{Job, JobError};

#[derive(Deserialize)]
struct Payload {
    edge: String,
}

/// How many acts one round covers.
const BATCH: i64 = 500;

/// The maximum length of a `surrogate-key` header in bytes. Caches accept 8 KiB and more.
const MAX_HEADER_BYTES: usize = 6 << 10;

/// The timeout for a purge request, and for the servers to apply an act.
const TIMEOUT: Duration = Duration::from_secs(5);

/// The interval at which the servers' progress is polled.
const POLL_INTERVAL: Duration = Duration::from_millis(10);

/// Idempotent: a second run purges the same tags again.
pub(super) async fn run(client: Client, job: Job) -> Result<(), JobError> {
    let Payload { edge } = job.payload()?;
    loop {
        let mut conn = job.store().operations().await?;
        let Some(purged) = cdn_purges::confirmed_sequence(&mut conn, &edge).await? else { return Ok(()) };
        let acts = act_log::since(&mut conn, purged, BATCH).await?.acts;
        drop(conn);
        let Some(last) = acts.last().map(|act| act.sequence) else { return Ok(()) };
        let all_applied = wait_for_instances(&job, last).await?;
        let tags: BTreeSet<&str> = acts.iter().flat_map(|act| &act.tags).map(String::as_str).collect();
        for header in surrogate_keys(&tags) {
            purge(&client, &edge, &header).await?;
        }
        if !all_applied {
            return Err(JobError::Other(
                "a server has not applied the act yet: the edge may have cached its stale responses"
                    .to_owned(),
            ));
        }
        cdn_purges::record_confirmation(&mut job.store().operations().await?, &edge, last).await?;
    }
}

/// Waits until every live server has applied an act. Otherwise the edge could refill its cache with a stale response from
/// a server that lags behind. Returns false on timeout; the job then fails after the purge and is retried.
async fn wait_for_instances(job: &Job, sequence: i64) -> Result<bool, JobError> {
    let begun = Instant::now();
    loop {
        let all = instances::list(&mut job.store().operations().await?).await?;
        if !all.iter().any(|instance| instance.is_alive && instance.applied < sequence) {
            return Ok(true);
        }
        if begun.elapsed() > TIMEOUT {
            return Ok(false);
        }
        tokio::time::sleep(POLL_INTERVAL).await;
    }
}

/// Packs the tags into as few header values as possible.
fn surrogate_keys(tags: &BTreeSet<&str>) -> Vec<String> {
    let mut headers: Vec<String> = Vec::new();
    for tag in tags {
        match headers.last_mut().filter(|header| header.len() + tag.len() < MAX_HEADER_BYTES) {
            Some(header) => {
                header.push(' ');
                header.push_str(tag);
            }
            None => headers.push((*tag).to_owned()),
        }
    }
    headers
}

async fn purge(client: &Client, edge: &str, keys: &str) -> Result<(), JobError> {
    let method = Method::from_bytes(b"PURGE").map_err(|error| JobError::Other(error.to_string()))?;
    let sent = client.request(method, edge).header("surrogate-key", keys).timeout(TIMEOUT).send().await;
    // The URL may contain a secret, so it is left out of the error.
    let response = sent.map_err(|error| JobError::Other(error.without_url().to_string()))?;
    match response.status() {
        status if status.is_success() => Ok(()),
        status => Err(JobError::Other(format!("the edge cache answered the purge with {status}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_packed_into_headers_of_limited_length() {
        let names: Vec<String> = (0..1_000).map(|number| format!("article:{number:036}")).collect();
        let tags: BTreeSet<&str> = names.iter().map(String::as_str).collect();
        let headers = surrogate_keys(&tags);
        assert!(headers.iter().all(|header| header.len() < MAX_HEADER_BYTES), "{headers:?}");
        let sent: Vec<&str> = headers.iter().flat_map(|header| header.split(' ')).collect();
        assert_eq!(sent, tags.into_iter().collect::<Vec<_>>());
        assert!(surrogate_keys(&BTreeSet::new()).is_empty());
    }
}
