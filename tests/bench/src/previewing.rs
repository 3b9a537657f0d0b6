//! Previews: what a first and a repeated request cost, and what publishers notice of preview readers.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use serde_json::json;
use store::testing;
use tests::Editor;
use tokio::task::JoinSet;

use crate::load::{Connection, LoadRequest, LoadSample};
use crate::measurement::Measurement;
use crate::report::{Goal, Plot, Report, Row, Table};
use crate::writing::Operation;
use crate::writing::write_bench::{WorkingDraft, WriteBench};
use crate::writing::writer::{WritePath, Writer};

/// The drafts of a preview.
const DRAFTS: usize = 10;
/// Preview requests of each kind per round.
const REQUESTS: usize = 10;
/// People who read a preview, and how often each sends a request.
const READERS: usize = 8;
const INTERVAL: Duration = Duration::from_millis(200);
/// Publishes per round and condition.
const PUBLISHES: usize = 40;

/// Measures the requests of previews, and publishes with and without preview readers.
pub async fn compare(rounds: usize, report: &mut Report) -> Result<()> {
    let bench = WriteBench::open(1).await?;
    let editor =
        Editor::sign_in_as(&format!("http://{}", bench.address()), "bench@example.org", tests::PASSWORD)
            .await;
    report.show(requests(&bench, &editor, rounds).await?);
    report.show(publishes(&bench, &editor, rounds).await?);
    Ok(())
}

async fn requests(bench: &WriteBench, editor: &Editor, rounds: usize) -> Result<Table> {
    let kinds = ["first request", "repeated request"];
    let mut measured = kinds.map(|name| (name, Vec::new(), 0_i64));
    for _ in 0..rounds {
        let copies = bench.working_drafts(Operation::Publish, WritePath::Http).await?;
        let copies = copies.get(..DRAFTS).context("enough drafts")?;
        for _ in 0..REQUESTS {
            let mut connection = Connection::open(bench.address()).await?;
            let request = LoadRequest::new(&create_preview(editor, copies).await?);
            for (_, latencies, wal) in &mut measured {
                let before = wal_position(bench).await?;
                let begun = Instant::now();
                connection.fetch(&request).await?;
                latencies.push(begun.elapsed().as_secs_f64() * 1e3);
                *wal += wal_position(bench).await? - before;
            }
        }
    }
    let rows: Vec<Row> =
        measured.iter_mut().map(|(name, latencies, wal)| request_row(name, latencies, *wal)).collect();
    let [.., (_, _, wal)] = measured;
    Ok(Table {
        title: format!("previews of {DRAFTS} drafts"),
        about: format!("{} requests of each kind for a list, one after the other", rounds * REQUESTS),
        legend: "bar: p50 in ms".to_owned(),
        columns: ["p50 ms", "p99 ms", "WAL bytes/request"].map(str::to_owned).to_vec(),
        rows,
        goals: vec![Goal::at_most(
            1_000.0,
            "bytes",
            "WAL of a repeated preview request",
            per_request(wal, rounds),
        )],
        notes: Vec::new(),
        plot: Plot::None,
    })
}

fn per_request(wal: i64, rounds: usize) -> f64 {
    wal as f64 / (rounds * REQUESTS) as f64
}

fn request_row(name: &str, latencies: &mut [f64], wal: i64) -> Row {
    latencies.sort_by(f64::total_cmp);
    let at =
        |share: f64| latencies.get((latencies.len() as f64 * share) as usize).copied().unwrap_or_default();
    let wal = wal as f64 / latencies.len() as f64;
    let cells = [format!("{:.2}", at(0.5)), format!("{:.2}", at(0.99)), format!("{wal:.0}")];
    Row { name: name.to_owned(), ratio: None, bar: at(0.5), cells: cells.to_vec() }
}

async fn publishes(bench: &WriteBench, editor: &Editor, rounds: usize) -> Result<Table> {
    let mut alone = Measurement::new("publishers alone")?;
    let mut beside = Measurement::new("beside preview readers")?;
    for _ in 0..rounds {
        let copies = bench.working_drafts(Operation::Publish, WritePath::Http).await?;
        let (previewed, rest) = copies.split_at(DRAFTS);
        let (first, second) = rest.get(..2 * PUBLISHES).context("enough drafts")?.split_at(PUBLISHES);
        alone.add(&publish(bench, first).await?, None)?;
        let path = create_preview(editor, previewed).await?;
        let mut readers = JoinSet::new();
        for number in 0..READERS {
            readers.spawn(read(bench.address(), LoadRequest::new(&path), number));
        }
        beside.add(&publish(bench, second).await?, None)?;
        readers.abort_all();
        while let Some(ended) = readers.join_next().await {
            if let Ok(failed) = ended {
                failed?;
            }
        }
    }
    let row = |measured: &Measurement| Row {
        name: measured.name.clone(),
        ratio: Some(measured.p50_ratio(&alone)),
        bar: measured.p50(),
        cells: [measured.p50(), measured.p99()].map(|time| format!("{time:.0}")).to_vec(),
    };
    Ok(Table {
        title: format!("publishes beside {READERS} preview readers"),
        about: format!(
            "{} publishes of each kind over HTTP, one after the other; each reader requests a preview of {DRAFTS} \
             drafts every {INTERVAL:?}",
            rounds * PUBLISHES
        ),
        legend: "ratio: p50 to that of publishers alone, the median of the rounds; bar: p50".to_owned(),
        columns: ["p50 µs", "p99 µs"].map(str::to_owned).to_vec(),
        rows: [&alone, &beside].map(row).into(),
        goals: vec![Goal::at_most(
            1.1,
            "of alone",
            "publish p50 beside preview readers",
            beside.p50_ratio(&alone),
        )],
        notes: Vec::new(),
        plot: Plot::None,
    })
}

/// Publishes drafts one after the other.
async fn publish(bench: &WriteBench, copies: &[WorkingDraft]) -> Result<LoadSample> {
    let mut writer = Writer::new(bench, WritePath::Http).await?;
    let begun = Instant::now();
    let mut latencies = Vec::new();
    for copy in copies {
        let begun = Instant::now();
        writer.publish(copy).await?;
        latencies.push(u64::try_from(begun.elapsed().as_nanos())?);
    }
    Ok(LoadSample { latencies, refused: 0, elapsed: begun.elapsed() })
}

/// Sends a request at a steady rate until the task is aborted.
async fn read(address: std::net::SocketAddr, request: LoadRequest, number: usize) -> Result<()> {
    let mut connection = Connection::open(address).await?;
    tokio::time::sleep(INTERVAL * u32::try_from(number)? / u32::try_from(READERS)?).await;
    let mut ticks = tokio::time::interval(INTERVAL);
    loop {
        ticks.tick().await;
        connection.fetch(&request).await?;
    }
}

/// Creates a preview, and returns the address of its list.
async fn create_preview(editor: &Editor, copies: &[WorkingDraft]) -> Result<String> {
    let drafts: Vec<String> = copies.iter().map(|copy| copy.id.to_string()).collect();
    let made = editor.post("/previews", json!({ "drafts": drafts })).send().await.expect(201);
    let token = made["token"].as_str().context("a preview has a token")?;
    Ok(format!("/preview/v1/teasers?preview_token={token}"))
}

async fn wal_position(bench: &WriteBench) -> Result<i64> {
    let position = "SELECT (pg_current_wal_insert_lsn() - '0/0')::bigint::text AS text";
    Ok(testing::texts(&bench.access(), position).await?.first().context("one row")?.parse()?)
}
