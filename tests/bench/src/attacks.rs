//! What one stranger's requests cost everybody else. Readers ask for cached articles at a steady rate, first alone, then
//! beside one attack after the other; the ratio is the readers' p99 beside the attack over their p99 alone. The server has
//! the settings of an installation, in a process of its own. Attackers come from 127.0.0.2, readers from 127.0.0.1.

mod editors;
mod strangers;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::contender::Contender;
use crate::load::{self, Asked, Line};
use crate::publications::Publication;
use crate::report::{Goal, Plot, Report, Row, Table};

/// How long readers are measured, alone and beside each attack.
const STRETCH: Duration = Duration::from_secs(10);
/// How many readers there are, and how often each asks.
const READERS: usize = 8;
const INTERVAL: Duration = Duration::from_millis(20);
/// How many times longer the slowest percent of readers may wait beside an attack.
const SLOWER: f64 = 3.0;
/// How much memory attacks may take besides what an idle server holds and what it caches, in MiB.
const BESIDE: f64 = 64.0;
/// How much the caches may hold, in MiB: 32 of responses, as they are configured here, and 32 of drafts rendered for previews.
const CACHES: f64 = 64.0;
/// How long `/livez` may take, in milliseconds.
const LIVE: f64 = 1_000.0;

/// An attack: its name, and what it does until it is told to stop.
struct Attack {
    name: &'static str,
    run: Box<dyn FnOnce(SocketAddr, watch::Receiver<bool>) -> JoinSet<()> + Send>,
}

/// What readers and the operator notice during a stretch.
struct Noticed {
    p50: f64,
    p99: f64,
    slowest: f64,
    failed: usize,
    slowest_live: f64,
    memory: f64,
}

/// Runs every attack against one server.
pub async fn compare(publication: &Publication, articles: usize, report: &mut Report) -> Result<()> {
    let [owner, reader] = publication.urls.as_slice() else { anyhow::bail!("two ways in") };
    tests::seed_people(&publication.database).await;
    let server = Contender::start("installed", &[owner.clone(), reader.clone(), "32".to_owned()])?;
    let slugs = publication.slugs(articles, 100);
    let asked = Asked::all(slugs.iter().map(|slug| format!("/v1/articles/{slug}")));
    load::load(server.address, &asked, 4, Duration::from_secs(1)).await?;
    let attacks = strangers::attacks().into_iter().chain(editors::attacks(server.address).await?);
    let attacks: Vec<Attack> = attacks.collect();
    let idle = server.memory()? as f64 / 1024.0;
    let quiet = notice(&server, &asked).await?;
    let mut rows = vec![quiet.row("readers alone", &quiet)];
    let mut goals = Vec::new();
    for Attack { name, run } in attacks {
        let (stop, stopped) = watch::channel(false);
        let mut attackers = run(server.address, stopped);
        let noticed = notice(&server, &asked).await?;
        stop.send_replace(true);
        attackers.abort_all();
        while attackers.join_next().await.is_some() {}
        recover(server.address).await?;
        rows.push(noticed.row(name, &quiet));
        let subject = |what: &str| format!("{what} beside {name}");
        goals.push(Goal::at_most(SLOWER, "of alone", &subject("readers' p99"), noticed.p99 / quiet.p99));
        goals.push(Goal::at_most(0.0, "answers", &subject("readers refused"), noticed.failed as f64));
        goals.push(Goal::at_most(LIVE, "ms", &subject("slowest /livez"), noticed.slowest_live));
        let room = idle + CACHES + BESIDE;
        goals.push(Goal::at_most(room, "MiB", &subject("memory"), noticed.memory));
    }
    report.show(Table {
        title: "attacks".to_owned(),
        about: format!("{READERS} readers, each asking every {INTERVAL:?} for a cached article, {STRETCH:?} each; idle {idle:.0} MiB"),
        legend: "ratio: p99 beside that of readers alone; bar: ms".to_owned(),
        columns: ["p50 ms", "p99 ms", "slowest ms", "failed", "slowest /livez ms", "MiB"].map(str::to_owned).to_vec(),
        rows,
        goals,
        notes: Vec::new(),
        plot: Plot::None,
    });
    Ok(())
}

impl Noticed {
    fn row(&self, name: &str, quiet: &Self) -> Row {
        let Self { p50, p99, slowest, failed, slowest_live, memory } = self;
        let cells = [
            format!("{p50:.2}"),
            format!("{p99:.2}"),
            format!("{slowest:.1}"),
            failed.to_string(),
            format!("{slowest_live:.1}"),
            format!("{memory:.0}"),
        ];
        Row { name: name.to_owned(), ratio: Some(p99 / quiet.p99), bar: *p99, cells: cells.to_vec() }
    }
}

/// Reads at a steady rate, watches `/livez` and the memory meanwhile.
async fn notice(server: &Contender, asked: &Arc<Vec<Asked>>) -> Result<Noticed> {
    let end = Instant::now() + STRETCH;
    let mut readers = JoinSet::new();
    for number in 0..READERS {
        readers.spawn(read(server.address, asked.clone(), number, end));
    }
    let live = tokio::spawn(read(server.address, Asked::all(["/livez".to_owned()]), 0, end));
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
    Ok(Noticed { p50, p99, slowest, failed, slowest_live, memory })
}

/// Milliseconds of each answer, and how many requests had none. The time counts from when the request was due, so that
/// a server that answers nothing for a second is not measured as one slow answer.
async fn read(address: SocketAddr, asked: Arc<Vec<Asked>>, number: usize, end: Instant) -> (Vec<f64>, usize) {
    let (mut times, mut failed) = (Vec::new(), 0);
    let mut line = Line::open(address).await.ok();
    let mut due = Instant::now();
    for asked in asked.iter().cycle().skip(number * 13) {
        due += INTERVAL;
        tokio::time::sleep_until(due.into()).await;
        if due > end {
            break;
        }
        if line.is_none() {
            line = Line::open(address).await.ok();
        }
        let answer = async { Some(line.as_mut()?.ask(asked).await.ok()?.status().is_success()) };
        match tokio::time::timeout(Duration::from_secs(5), answer).await {
            Ok(Some(true)) => times.push(due.elapsed().as_secs_f64() * 1e3),
            Ok(Some(false)) => failed += 1,
            Ok(None) | Err(_) => {
                failed += 1;
                line = None;
                due = due.max(Instant::now());
            }
        }
    }
    (times, failed)
}

/// Waits until the server answers in the time of a quiet one: the next attack is not to suffer from the last.
async fn recover(address: SocketAddr) -> Result<()> {
    let mut quick = 0;
    let begun = Instant::now();
    while quick < 20 {
        anyhow::ensure!(begun.elapsed() < Duration::from_secs(120), "the server did not recover");
        let asked = Instant::now();
        let answered = tokio::time::timeout(Duration::from_secs(5), load::whole(address, "/livez")).await;
        quick = match answered {
            Ok(Ok(_)) if asked.elapsed() < Duration::from_millis(20) => quick + 1,
            Ok(_) | Err(_) => 0,
        };
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Ok(())
}

/// How attacks are run for `compare`: so many at once, again and again, until they are told to stop. Within the first
/// second they start one after the other, so that those who attack once a second do not attack at the same moment.
fn repeating<W>(
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
