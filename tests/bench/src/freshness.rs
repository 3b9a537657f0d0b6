//! How soon readers see what was published, wherever they ask: three servers on one database, and the time from the answer
//! to an act until the last of them gives the new bytes. Beside it, between the acts, how long one NOTIFY takes. Not here:
//! how long the acts themselves take (`writing`).

use std::net::SocketAddr;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use futures_util::future::try_join_all;
use store::testing::Echo;
use tokio::task::spawn_blocking;

use crate::contender::Contender;
use crate::load::{Asked, Line, Stretch};
use crate::measured::Measured;
use crate::report::{Curve, Goal, Plot, Report, Row, Table};
use crate::writing::Deed;
use crate::writing::desk::{Copy, Desk};
use crate::writing::hand::{Hand, How};

const SERVERS: usize = 3;
/// How many acts there are in each round.
const ACTS: usize = 100;
/// How long a reader waits before it asks again: one that does not keeps the processors from what it waits for.
const AGAIN: Duration = Duration::from_micros(100);
/// Where something is not seen after this long, it is not measured but broken.
const PATIENCE: Duration = Duration::from_secs(10);

/// Publishes over and over.
pub async fn compare(rounds: usize, report: &mut Report) -> Result<()> {
    let desk = Desk::open(1).await?;
    let others =
        (1..SERVERS).map(|_| Contender::start("masthead", &desk.urls)).collect::<Result<Vec<_>>>()?;
    let servers: Vec<SocketAddr> =
        others.iter().chain([&desk.masthead]).map(|server| server.address).collect();
    let mut echo = Echo::start(&desk.access()).await?;
    let mut hand = Hand::of(&desk, How::Http).await?;
    let [mut heard, mut seen] =
        [Measured::new("one NOTIFY, there and back")?, Measured::new("the last of three servers")?];
    let mut copies = Vec::new();
    // The first round is to warm up.
    for round in 0..=rounds {
        let begun = Instant::now();
        let (mut trips, mut delays) = (Vec::with_capacity(ACTS), Vec::with_capacity(ACTS));
        for _ in 0..ACTS {
            if copies.is_empty() {
                copies = desk.copies(Deed::Publish, How::Http).await?;
            }
            let Some(copy) = copies.pop() else { anyhow::bail!("there is nothing to publish") };
            trips.push(u64::try_from(echo.round_trip().await?.as_nanos())?);
            delays.push(u64::try_from(publish(&mut hand, &copy, &servers).await?.as_nanos())?);
        }
        if round > 0 {
            let elapsed = begun.elapsed();
            heard.add(&Stretch { latencies: trips, refused: 0, elapsed }, None)?;
            seen.add(&Stretch { latencies: delays, refused: 0, elapsed }, None)?;
        }
    }
    report.show(table(rounds, [heard, seen]));
    Ok(())
}

fn table(rounds: usize, all: [Measured; 2]) -> Table {
    let row = |measured: &Measured| Row {
        name: measured.name.clone(),
        ratio: Some(measured.tail_beside(&all[0])),
        bar: measured.at(0.99),
        cells: [0.5, 0.9, 0.99, 1.0].map(|share| format!("{:.0}", measured.at(share))).to_vec(),
    };
    let ratio = all[1].tail_beside(&all[0]);
    Table {
        title: "from the answer to an act until three servers give what it published".to_owned(),
        about: format!(
            "{} acts over HTTP, one after the other, each after one NOTIFY; one reader asks all servers at \
             once, and those again after {AGAIN:?} that have not given the new bytes yet",
            rounds * ACTS
        ),
        legend: "ratio: p99 beside the p50 of one NOTIFY, the median of the rounds; bar: p99".to_owned(),
        columns: ["p50 µs", "p90 µs", "p99 µs", "longest µs"].map(str::to_owned).to_vec(),
        rows: all.iter().map(row).collect(),
        goals: vec![Goal::at_most(10.0, "NOTIFYs", "act to fresh on the last of three, p99", ratio)],
        notes: vec![format!("The p99 is {:.1} times that of one NOTIFY.", all[1].slower_than(&all[0]))],
        plot: Plot::Spread(all.iter().map(Curve::of).collect()),
    }
}

/// Publishes a draft, and gives the time from the answer until every server gives what it says now.
async fn publish(hand: &mut Hand, copy: &Copy, servers: &[SocketAddr]) -> Result<Duration> {
    let asked = Asked::plainly(&format!("/v1/articles/{}", copy.slug));
    let mut lines = Vec::with_capacity(servers.len());
    for server in servers {
        let mut line = Line::open(*server).await?;
        let before = line.fetch(&asked).await?.into_body();
        ensure!(!says(&before, copy), "{} was published already", copy.slug);
        lines.push(line);
    }
    hand.publish(copy).await?;
    let begun = Instant::now();
    while !lines.is_empty() {
        ensure!(begun.elapsed() < PATIENCE, "{} is not seen after {PATIENCE:?}", copy.slug);
        let asking = lines.into_iter().map(async |mut line| {
            let is_new = says(line.fetch(&asked).await?.body(), copy);
            if !is_new {
                // The runtime's own clock ticks in milliseconds.
                spawn_blocking(|| sleep(AGAIN)).await?;
            }
            Ok::<_, anyhow::Error>((!is_new).then_some(line))
        });
        lines = try_join_all(asking).await?.into_iter().flatten().collect();
    }
    Ok(begun.elapsed())
}

fn says(body: &[u8], copy: &Copy) -> bool {
    let headline = format!("\"headline\":\"{}\"", copy.headline());
    body.windows(headline.len()).any(|window| window == headline.as_bytes())
}
