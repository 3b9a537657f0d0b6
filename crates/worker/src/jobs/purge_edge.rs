//! Tells a cache in front of the servers what to forget: the tags that acts touched, act after act, until it has confirmed
//! all of them.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use reqwest::{Client, Method};
use serde::Deserialize;
use store::operations::{cdn_purges, change_log, instances};

use crate::jobs::{Failure, Job};

#[derive(Deserialize)]
struct Payload {
    edge: String,
}

/// How many acts are told of at once.
const MOST_ACTS: i64 = 500;

/// The longest header that is sent, in bytes: caches take 8 KiB and more.
const LONGEST_HEADER: usize = 6 << 10;

/// How long an edge may take to answer, and servers to hear of an act.
const PATIENCE: Duration = Duration::from_secs(5);

/// How often to look whether they have.
const BETWEEN_LOOKS: Duration = Duration::from_millis(10);

/// Doing it again tells the edge once more what it has forgotten already.
pub(super) async fn perform(client: Client, job: Job) -> Result<(), Failure> {
    let Payload { edge } = job.payload()?;
    loop {
        let mut conn = job.store().operations().await?;
        let Some(purged) = cdn_purges::purged(&mut conn, &edge).await? else { return Ok(()) };
        let acts = change_log::since(&mut conn, purged, MOST_ACTS).await?.acts;
        drop(conn);
        let Some(last) = acts.last().map(|act| act.sequence) else { return Ok(()) };
        let all_know = until_servers_know(&job, last).await?;
        let tags: BTreeSet<&str> = acts.iter().flat_map(|act| &act.tags).map(String::as_str).collect();
        for header in headers(&tags) {
            purge(&client, &edge, &header).await?;
        }
        if !all_know {
            return Err(Failure::Other(
                "a server did not hear of the act: the edge may get old answers there".to_owned(),
            ));
        }
        cdn_purges::confirm(&mut job.store().operations().await?, &edge, last).await?;
    }
}

/// Waits until every server that is there knows of an act: what an edge forgot before, it would get there once more as it
/// was. False when that takes too long; then the edge is told again.
async fn until_servers_know(job: &Job, sequence: i64) -> Result<bool, Failure> {
    let begun = Instant::now();
    loop {
        let all = instances::list(&mut job.store().operations().await?).await?;
        if !all.iter().any(|instance| instance.is_alive && instance.applied < sequence) {
            return Ok(true);
        }
        if begun.elapsed() > PATIENCE {
            return Ok(false);
        }
        tokio::time::sleep(BETWEEN_LOOKS).await;
    }
}

/// The tags in as few headers as they fit into.
fn headers(tags: &BTreeSet<&str>) -> Vec<String> {
    let mut headers: Vec<String> = Vec::new();
    for tag in tags {
        match headers.last_mut().filter(|header| header.len() + tag.len() < LONGEST_HEADER) {
            Some(header) => {
                header.push(' ');
                header.push_str(tag);
            }
            None => headers.push((*tag).to_owned()),
        }
    }
    headers
}

async fn purge(client: &Client, edge: &str, keys: &str) -> Result<(), Failure> {
    let method = Method::from_bytes(b"PURGE").map_err(|error| Failure::Other(error.to_string()))?;
    let sent = client.request(method, edge).header("surrogate-key", keys).timeout(PATIENCE).send().await;
    // The address may hold a secret.
    let answer = sent.map_err(|error| Failure::Other(error.without_url().to_string()))?;
    match answer.status() {
        status if status.is_success() => Ok(()),
        status => Err(Failure::Other(format!("the edge answered {status}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tag_is_told_in_headers_that_are_not_too_long() {
        let names: Vec<String> = (0..1_000).map(|number| format!("article:{number:036}")).collect();
        let tags: BTreeSet<&str> = names.iter().map(String::as_str).collect();
        let headers = headers(&tags);
        assert!(headers.iter().all(|header| header.len() < LONGEST_HEADER), "{headers:?}");
        let told: Vec<&str> = headers.iter().flat_map(|header| header.split(' ')).collect();
        assert_eq!(told, tags.into_iter().collect::<Vec<_>>());
        assert!(super::headers(&BTreeSet::new()).is_empty());
    }
}
