//! The delay until a publish is visible on three servers with one database: from the response to the act until the last
//! server returns the new content. Compared with the round trip of one NOTIFY, measured between the acts. How long the
//! acts themselves take is measured by `writing`.

use std::net::SocketAddr;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use futures_util::future::try_join_all;
use store::testing::NotifyRoundTrip;
use tokio::task::spawn_blocking;

use crate::contender::Contender;
use crate::load::{Connection, LoadRequest, LoadSample};
use crate::measurement::Measurement;
use crate::report::{Curve, Goal, Plot, Report, Row, Table};
use crate::writing::Operation;
use crate::writing::write_bench::{WorkingDraft, WriteBench};
use crate::writing::writer::{WritePath, Writer};

const SERVERS: usize = 3;
/// Acts per round.
const ACTS: usize = 100;
/// The pause between two polls. Polling without a pause would take CPU time from the servers.
const POLL_INTERVAL: Duration = Duration::from_micros(100);
/// A delay beyond this is an error and not a measurement.
const TIMEOUT: Duration = Duration::from_secs(10);

/// Publishes repeatedly and measures each delay.
pub async fn compare(rounds: usize, report: &mut Report) -> Result<()> {
    let bench = WriteBench::open(1).await?;
    let others =
        (1..SERVERS).map(|_| Contender::start("masthead", &bench.urls)).collect::<Result<Vec<_>>>()?;
    let servers: Vec<SocketAddr> =
        others.iter().chain([&bench.masthead]).map(|server| server.address).collect();
    let mut echo = NotifyRoundTrip::start(&bench.access()).await?;
    let mut writer = Writer::new(&bench, WritePath::Http).await?;
    let [mut notify, mut visible] =
        [Measurement::new("one NOTIFY, there and back")?, Measurement::new("the last of three servers")?];
    let mut copies = Vec::new();
    // The first round is a warm-up.
    for round in 0..=rounds {
        let begun = Instant::now();
        let (mut trips, mut delays) = (Vec::with_capacity(ACTS), Vec::with_capacity(ACTS));
        for _ in 0..ACTS {
            if copies.is_empty() {
                copies = bench.working_drafts(Operation::Publish, WritePath::Http).await?;
            }
            let Some(copy) = copies.pop() else { anyhow::bail!("there is nothing to publish") };
            trips.push(u64::try_from(echo.round_trip().await?.as_nanos())?);
            delays.push(u64::try_from(publish(&mut writer, &copy, &servers).await?.as_nanos())?);
        }
        if round > 0 {
            let elapsed = begun.elapsed();
            notify.add(&LoadSample { latencies: trips, refused: 0, elapsed }, None)?;
            visible.add(&LoadSample { latencies: delays, refused: 0, elapsed }, None)?;
        }
    }
    report.show(table(rounds, [notify, visible]));
    Ok(())
}

fn table(rounds: usize, all: [Measurement; 2]) -> Table {
    let row = |measured: &Measurement| Row {
        name: measured.name.clone(),
        ratio: Some(measured.p99_to_p50_ratio(&all[0])),
        bar: measured.at(0.99),
        cells: [0.5, 0.9, 0.99, 1.0].map(|share| format!("{:.0}", measured.at(share))).to_vec(),
    };
    let ratio = all[1].p99_to_p50_ratio(&all[0]);
    Table {
        title: "delay from a publish until three servers return it".to_owned(),
        about: format!(
            "{} acts over HTTP, one after the other, each after one NOTIFY; one reader asks all servers at \
             once, and those again after {POLL_INTERVAL:?} that have not given the new bytes yet",
            rounds * ACTS
        ),
        legend: "ratio: p99 beside the p50 of one NOTIFY, the median of the rounds; bar: p99".to_owned(),
        columns: ["p50 µs", "p90 µs", "p99 µs", "longest µs"].map(str::to_owned).to_vec(),
        rows: all.iter().map(row).collect(),
        goals: vec![Goal::at_most(
            10.0,
            "NOTIFYs",
            "publish to visible on the last of three servers, p99",
            ratio,
        )],
        notes: vec![format!("The p99 is {:.1} times that of one NOTIFY.", all[1].p99_ratio(&all[0]))],
        plot: Plot::Spread(all.iter().map(Curve::from_measurement).collect()),
    }
}

/// Publishes a draft, and returns the time from the response until every server returns the new content.
async fn publish(writer: &mut Writer, copy: &WorkingDraft, servers: &[SocketAddr]) -> Result<Duration> {
    let request = LoadRequest::new(&format!("/v1/articles/{}", copy.slug));
    let mut connections = Vec::with_capacity(servers.len());
    for server in servers {
        let mut connection = Connection::open(*server).await?;
        let before = connection.fetch(&request).await?.into_body();
        ensure!(!contains_headline(&before, copy), "{} was published already", copy.slug);
        connections.push(connection);
    }
    writer.publish(copy).await?;
    let begun = Instant::now();
    while !connections.is_empty() {
        ensure!(begun.elapsed() < TIMEOUT, "{} is not seen after {TIMEOUT:?}", copy.slug);
        let asking = connections.into_iter().map(async |mut connection| {
            let is_new = contains_headline(connection.fetch(&request).await?.body(), copy);
            if !is_new {
                // Tokio's timer has a resolution of a millisecond.
                spawn_blocking(|| sleep(POLL_INTERVAL)).await?;
            }
            Ok::<_, anyhow::Error>((!is_new).then_some(connection))
        });
        connections = try_join_all(asking).await?.into_iter().flatten().collect();
    }
    Ok(begun.elapsed())
}

fn contains_headline(body: &[u8], copy: &WorkingDraft) -> bool {
    let headline = format!("\"headline\":\"{}\"", copy.headline());
    body.windows(headline.len()).any(|window| window == headline.as_bytes())
}
