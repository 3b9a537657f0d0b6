//! The effect of attacks on other clients. Readers request cached articles at a steady rate, first alone (the
//! baseline), then during one attack after the other; the ratio is the readers' p99 during the attack over the
//! baseline. The server runs in its own process with the settings of an installation. Attackers connect from 127.0.0.2,
//! readers from 127.0.0.1.

mod anonymous;
mod authenticated;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::contender::Contender;
use crate::load::{self, Connection, LoadRequest};
use crate::publications::Publication;
use crate::report::{Goal, Plot, Report, Row, Table};

/// How long readers are measured, alone and during each attack.
const SAMPLE_DURATION: Duration = Duration::from_secs(10);
/// The number of readers, and the interval between two requests of each.
const READERS: usize = 8;
const INTERVAL: Duration = Duration::from_millis(20);
/// The maximum ratio of the readers' p99 to the baseline.
const MAX_SLOWDOWN: f64 = 3.0;
/// The memory that an attack may take in addition to an idle server and its caches, in MiB.
const ATTACK_MEMORY_MIB: f64 = 64.0;
/// The maximum size of the caches in MiB: 32 of responses, as configured here, and 32 of drafts rendered for previews.
const CACHE_MIB: f64 = 64.0;
/// The maximum latency of `/livez` in milliseconds.
const MAX_LIVEZ_MS: f64 = 1_000.0;

/// An attack: its name, and the tasks that run it until they are told to stop.
struct Attack {
    name: &'static str,
    run: Box<dyn FnOnce(SocketAddr, watch::Receiver<bool>) -> JoinSet<()> + Send>,
}

/// What readers and the operator see while they are measured.
struct ReaderImpact {
    p50: f64,
    p99: f64,
    slowest: f64,
    failed: usize,
    slowest_live: f64,
    memory: f64,
}

/// Runs every attack against one server.
pub async fn compare(publication: &Publication, articles: usize, report: &mut Report) -> Result<()> {
    let [owner, reader] = publication.urls.as_slice() else {
        anyhow::bail!("expected an owner and a reader URL")
    };
    tests::seed_people(&publication.database).await;
    let server = Contender::start("installed", &[owner.clone(), reader.clone(), "32".to_owned()])?;
    let slugs = publication.slugs(articles, 100);
    let requests = LoadRequest::from_paths(slugs.iter().map(|slug| format!("/v1/articles/{slug}")));
    load::load(server.address, &requests, 4, Duration::from_secs(1)).await?;
    let attacks = anonymous::attacks().into_iter().chain(authenticated::attacks(server.address).await?);
    let attacks: Vec<Attack> = attacks.collect();
    let idle = server.memory()? as f64 / 1024.0;
    let baseline = measure_readers(&server, &requests).await?;
    let mut rows = vec![baseline.row("readers alone", &baseline)];
    let mut goals = Vec::new();
    for Attack { name, run } in attacks {
        let (stop, stopped) = watch::channel(false);
        let mut attackers = run(server.address, stopped);
        let impact = measure_readers(&server, &requests).await?;
        stop.send_replace(true);
        attackers.abort_all();
        while attackers.join_next().await.is_some() {}
        wait_until_recovered(server.address).await?;
        rows.push(impact.row(name, &baseline));
        let subject = |what: &str| format!("{what} during {name}");
        goals.push(Goal::at_most(
            MAX_SLOWDOWN,
            "of baseline",
            &subject("readers' p99"),
            impact.p99 / baseline.p99,
        ));
        goals.push(Goal::at_most(0.0, "requests", &subject("failed reads"), impact.failed as f64));
        goals.push(Goal::at_most(MAX_LIVEZ_MS, "ms", &subject("slowest /livez"), impact.slowest_live));
        let room = idle + CACHE_MIB + ATTACK_MEMORY_MIB;
        goals.push(Goal::at_most(room, "MiB", &subject("memory"), impact.memory));
    }
    report.show(Table {
        title: "attacks".to_owned(),
        about: format!("{READERS} readers, each requesting a cached article every {INTERVAL:?}, {SAMPLE_DURATION:?} each; idle {idle:.0} MiB"),
        legend: "ratio: p99 to that of readers alone; bar: p99 in ms".to_owned(),
        columns: ["p50 ms", "p99 ms", "slowest ms", "failed", "slowest /livez ms", "MiB"].map(str::to_owned).to_vec(),
        rows,
        goals,
        notes: Vec::new(),
        plot: Plot::None,
    });
    Ok(())
}

impl ReaderImpact {
    fn row(&self, name: &str, baseline: &Self) -> Row {
        let Self { p50, p99, slowest, failed, slowest_live, memory } = self;
        let cells = [
            format!("{p50:.2}"),
            format!("{p99:.2}"),
            format!("{slowest:.1}"),
            failed.to_string(),
            format!("{slowest_live:.1}"),
            format!("{memory:.0}"),
        ];
        Row { name: name.to_owned(), ratio: Some(p99 / baseline.p99), bar: *p99, cells: cells.to_vec() }
    }
}

/// Reads at a steady rate, and samples `/livez` and the memory meanwhile.
async fn measure_readers(server: &Contender, requests: &Arc<Vec<LoadRequest>>) -> Result<ReaderImpact> {
    let end = Instant::now() + SAMPLE_DURATION;
    let mut readers = JoinSet::new();
    for number in 0..READERS {
        readers.spawn(read(server.address, requests.clone(), number, end));
    }
    let live = tokio::spawn(read(server.address, LoadRequest::from_paths(["/livez".to_owned()]), 0, end));
    let mut memory: f64 = 0.0;
    while Instant::now() < end {
        memory = memory.max(server.memory()? as f64 / 1024.0);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let (mut times, mut failed) = (Vec::new(), 0);
    while let Some(read) = readers.join_next().await {
        let (some, lost) = read?;
        times.extend(some);
        failed += lost;
    }
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times.get((times.len() as f64 * share) as usize).copied();
    let (p50, p99) = at(0.5).zip(at(0.99)).context("nobody was answered")?;
    let slowest = times.last().copied().unwrap_or_default();
    let (live, not_live) = live.await?;
    let slowest_live = if not_live > 0 { f64::INFINITY } else { live.into_iter().fold(0.0, f64::max) };
    Ok(ReaderImpact { p50, p99, slowest, failed, slowest_live, memory })
}

/// The latency of each response in milliseconds, and the number of failed requests. Latency counts from when the
/// request was due (no coordinated omission): a server that stalls for a second delays many requests, not one.
async fn read(
    address: SocketAddr,
    requests: Arc<Vec<LoadRequest>>,
    number: usize,
    end: Instant,
) -> (Vec<f64>, usize) {
    let (mut times, mut failed) = (Vec::new(), 0);
    let mut connection = Connection::open(address).await.ok();
    let mut due = Instant::now();
    for requests in requests.iter().cycle().skip(number * 13) {
        due += INTERVAL;
        tokio::time::sleep_until(due.into()).await;
        if due > end {
            break;
        }
        if connection.is_none() {
            connection = Connection::open(address).await.ok();
        }
        let response = async { Some(connection.as_mut()?.send(requests).await.ok()?.status().is_success()) };
        match tokio::time::timeout(Duration::from_secs(5), response).await {
            Ok(Some(true)) => times.push(due.elapsed().as_secs_f64() * 1e3),
            Ok(Some(false)) => failed += 1,
            Ok(None) | Err(_) => {
                failed += 1;
                connection = None;
                due = due.max(Instant::now());
            }
        }
    }
    (times, failed)
}

/// Waits until the server is as fast as an idle one, so that an attack does not affect the next one.
async fn wait_until_recovered(address: SocketAddr) -> Result<()> {
    let mut quick = 0;
    let begun = Instant::now();
    while quick < 20 {
        anyhow::ensure!(begun.elapsed() < Duration::from_secs(120), "the server did not recover");
        let requests = Instant::now();
        let answered =
            tokio::time::timeout(Duration::from_secs(5), load::get_response(address, "/livez")).await;
        quick = match answered {
            Ok(Ok(_)) if requests.elapsed() < Duration::from_millis(20) => quick + 1,
            Ok(_) | Err(_) => 0,
        };
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Ok(())
}

/// An attack with this many concurrent attackers, each in a loop until it is told to stop. Their starts are spread over
/// the first second, so that attacks paced to once a second do not coincide.
fn repeating_attack<W>(
    name: &'static str,
    count: usize,
    one: impl Fn(SocketAddr, usize) -> W + Clone + Send + Sync + 'static,
) -> Attack
where
    W: Future<Output = ()> + Send + 'static,
{
    let run = move |address, stopped: watch::Receiver<bool>| {
        let mut attackers = JoinSet::new();
        for number in 0..count {
            let (one, stopped) = (one.clone(), stopped.clone());
            let start = Duration::from_secs(1) * u32::try_from(number).unwrap_or(0)
                / u32::try_from(count).unwrap_or(1);
            attackers.spawn(async move {
                tokio::time::sleep(start).await;
                while !*stopped.borrow() {
                    one(address, number).await;
                }
            });
        }
        attackers
    };
    Attack { name, run: Box::new(run) }
}
