//! Memory of an idle server and of one with a full cache, and the time from start to the first response. The server
//! runs in its own process with the settings of an installation.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use fastrand::Rng;
use hyper::StatusCode;
use store::{roles, testing};
use tests::eventually;
use tokio::task::JoinSet;

use crate::contender::Contender;
use crate::load::{self, Connection, LoadRequest};
use crate::measurement::median;
use crate::publications::Publication;
use crate::report::{Goal, Plot, Report, Row, Table};
use crate::settings::Settings;

/// Cache sizes in MiB: a small one, and the default of an installation.
const CACHE_SIZES_MIB: [u64; 2] = [32, 256];
/// The memory in MiB that a server may take in addition to its cache, and an idle server in total.
const OVERHEAD_MIB: u64 = 64;
const IDLE_MIB: u64 = 40;
/// How long a server with a full cache is put under load.
const LOAD_DURATION: Duration = Duration::from_secs(2);
/// The maximum time to the first response in milliseconds, and the maximum ratio between the largest and the smallest
/// publication.
const MAX_START_MS: f64 = 300.0;
const MAX_START_RATIO: f64 = 1.2;
/// How many times the cache size is requested.
const OVERFLOW: u64 = 3;

/// The connections that fill the cache (few, because compression is expensive), and the number of responses per batch.
const FILL_CONNECTIONS: usize = 4;
const CHUNK: usize = 1_000;

/// The body formats and content encodings.
const FORMS: [&str; 4] = ["html", "markdown", "blocks", "text"];
const ENCODINGS: [Option<&str>; 4] = [None, Some("gzip"), Some("br"), Some("zstd")];

/// Measures starts and memory.
pub async fn compare(settings: &Settings, publications: &[Publication], report: &mut Report) -> Result<()> {
    let (first, last) = publications.first().zip(publications.last()).context("there is one")?;
    // Measure starts first. The very first start hashes the password of the first account, and that memory is not
    // returned to the system, so memory is measured in a later process.
    report.show(start_times(settings.rounds, [first, last]).await?);
    report.show(memory(settings, first).await?);
    Ok(())
}

async fn memory(settings: &Settings, publication: &Publication) -> Result<Table> {
    let (idle, most) = {
        let owner = publication.database.access(roles::OWNER);
        let before = testing::texts(&owner, INSTANCES_QUERY).await?;
        let server = start_installed(publication, CACHE_SIZES_MIB[1])?;
        // The background tasks run once the server has registered its instance.
        eventually(async || testing::texts(&owner, INSTANCES_QUERY).await.ok().filter(|now| *now != before))
            .await;
        // By then, memory needed for starting has been released.
        tokio::time::sleep(LOAD_DURATION).await;
        let held =
            ProcessMemory { all: mebibytes(server.memory()?), program: mebibytes(server.program_memory()?) };
        (held, mebibytes(server.peak_memory()?))
    };
    let started = format!("nothing; starting took {most:.1} MiB");
    let mut rows = vec![idle.row("idle", IDLE_MIB, started)];
    let mut goals = vec![Goal::at_most(IDLE_MIB as f64, "MiB", "memory of an idle server", idle.all)];
    let mut notes = Vec::new();
    for bound in CACHE_SIZES_MIB {
        let server = start_installed(publication, bound)?;
        let FillResult { count, bytes, refused } =
            fill_cache(&server, settings, publication, bound << 20).await?;
        let held = ProcessMemory {
            all: mebibytes(server.peak_memory()?),
            program: mebibytes(server.program_memory()?),
        };
        let asked = format!("{count} responses of {} MiB, {refused} refused", bytes >> 20);
        rows.push(held.row(&format!("cache of {bound} MiB"), bound + OVERHEAD_MIB, asked));
        if bytes >> 20 < bound {
            notes.push(format!("There are too few articles to fill {bound} MiB."));
        }
        let subject = format!("memory with a cache of {bound} MiB");
        goals.push(Goal::at_most((bound + OVERHEAD_MIB) as f64, "MiB", &subject, held.all));
    }
    Ok(Table {
        title: "memory".to_owned(),
        about: format!(
            "the server's own process: what it holds when it has served nothing for {LOAD_DURATION:?}; or the most it ever held \
             while {FILL_CONNECTIONS} connections asked for articles in every form and encoding, each once, and then {} for some of them again",
            settings.connections
        ),
        legend: "ratio: share of the limit; bar: MiB".to_owned(),
        columns: ["MiB", "of it executable", "limit MiB", "requested"].map(str::to_owned).to_vec(),
        rows,
        goals,
        notes,
        plot: Plot::None,
    })
}

/// The registered instances by id.
const INSTANCES_QUERY: &str = "SELECT id::text AS text FROM operations.instances ORDER BY id";

/// The resident memory of a process, and the part mapped from the executable, in MiB.
struct ProcessMemory {
    all: f64,
    program: f64,
}

impl ProcessMemory {
    fn row(&self, name: &str, most: u64, asked: String) -> Row {
        let Self { all, program } = self;
        let cells = vec![format!("{all:.1}"), format!("{program:.1}"), most.to_string(), asked];
        Row { name: name.to_owned(), ratio: Some(all / most as f64), bar: *all, cells }
    }
}

fn mebibytes(kibibytes: u64) -> f64 {
    kibibytes as f64 / 1024.0
}

/// Totals of filling the cache.
#[derive(Default)]
struct FillResult {
    /// Responses, each counted once for all encodings.
    count: usize,
    /// The bytes of all encodings.
    bytes: u64,
    /// How many requests got 503.
    refused: usize,
}

/// Requests several times the cache size, each path in every encoding.
async fn fill_cache(
    server: &Contender,
    settings: &Settings,
    publication: &Publication,
    bound: u64,
) -> Result<FillResult> {
    let slugs = publication.slugs(settings.articles, publication.articles);
    let forms: Vec<String> = (1..1 << FORMS.len()).map(selected_forms).collect();
    let mut paths = Vec::with_capacity(slugs.len() * forms.len());
    for slug in &slugs {
        paths.extend(forms.iter().map(|forms| format!("/v1/articles/{slug}?body={forms}")));
    }
    Rng::with_seed(7).shuffle(&mut paths);
    let mut all = FillResult::default();
    let mut next = paths.chunks(CHUNK);
    while let Some(some) = next.next().filter(|_| all.bytes < OVERFLOW * bound) {
        let mut asking = JoinSet::new();
        for mine in some.chunks(some.len().div_ceil(FILL_CONNECTIONS)) {
            asking.spawn(request_all_encodings(server.address, mine.to_vec()));
        }
        while let Some(asked) = asking.join_next().await {
            let FillResult { count, bytes, refused } = asked??;
            all = FillResult {
                count: all.count + count,
                bytes: all.bytes + bytes,
                refused: all.refused + refused,
            };
        }
    }
    // Then load some of the cached paths with many connections.
    let again = LoadRequest::from_paths(paths.iter().take(CHUNK / 10).cloned());
    for asked in again.iter() {
        Connection::open(server.address).await?.fetch(asked).await?;
    }
    load::load(server.address, &again, settings.connections, LOAD_DURATION).await?;
    Ok(all)
}

/// Requests each path in every encoding.
async fn request_all_encodings(address: SocketAddr, paths: Vec<String>) -> Result<FillResult> {
    let mut connection = Connection::open(address).await?;
    let mut all = FillResult::default();
    for path in paths {
        for encoding in ENCODINGS {
            let response = connection.send(&LoadRequest { path: path.clone(), etag: None, encoding }).await?;
            match response.status() {
                StatusCode::OK => all.bytes += u64::try_from(response.body().len())?,
                StatusCode::SERVICE_UNAVAILABLE => all.refused += 1,
                status => anyhow::bail!("{path} was answered with {status}"),
            }
        }
        all.count += 1;
    }
    Ok(all)
}

/// The formats whose bit is set, separated by commas.
fn selected_forms(some: usize) -> String {
    let wanted = FORMS.iter().enumerate().filter(|(place, _)| some >> place & 1 == 1);
    wanted.map(|(_, form)| *form).collect::<Vec<_>>().join(",")
}

async fn start_times(rounds: usize, publications: [&Publication; 2]) -> Result<Table> {
    let mut times: [Vec<f64>; 2] = Default::default();
    // One extra round first, because the first start creates the signing keys and the first account.
    for round in 0..=rounds {
        for (publication, times) in publications.iter().zip(&mut times) {
            let slug = publication.slugs(publications[0].articles, 1).pop().context("there is one")?;
            let begun = Instant::now();
            let server = start_installed(publication, CACHE_SIZES_MIB[1])?;
            load::get(server.address, &format!("/v1/articles/{slug}")).await?;
            if round > 0 {
                times.push(begun.elapsed().as_secs_f64() * 1e3);
            }
        }
    }
    let medians = times.each_ref().map(|times| median(times.iter().copied()));
    let rows = publications.iter().zip(&times).zip(medians).map(|((publication, times), median)| {
        let [least, most] = [times.iter().copied().reduce(f64::min), times.iter().copied().reduce(f64::max)];
        let cells = [Some(median), least, most].map(|time| format!("{:.0}", time.unwrap_or_default()));
        let name = format!("{} articles", publication.articles);
        Row { name, ratio: Some(median / medians[0]), bar: median, cells: cells.to_vec() }
    });
    let goal = |place: usize| {
        let subject = format!("start to first response with {} articles", publications[place].articles);
        Goal::at_most(MAX_START_MS, "ms", &subject, medians[place])
    };
    Ok(Table {
        title: "start to first response".to_owned(),
        about: format!(
            "{rounds} starts each, in turn, on a Postgres that runs, from a new process to an article"
        ),
        legend: "ratio: to the smallest publication; bar: ms".to_owned(),
        columns: ["ms", "shortest", "longest"].map(str::to_owned).to_vec(),
        rows: rows.collect(),
        goals: vec![
            goal(0),
            goal(1),
            Goal::at_most(
                MAX_START_RATIO,
                "of the smallest",
                "start with the most articles",
                medians[1] / medians[0],
            ),
        ],
        notes: Vec::new(),
        plot: Plot::None,
    })
}

fn start_installed(publication: &Publication, mebibytes: u64) -> Result<Contender> {
    let [owner, reader] = publication.urls.as_slice() else {
        anyhow::bail!("expected an owner and a reader URL")
    };
    Contender::start("installed", &[owner.clone(), reader.clone(), mebibytes.to_string()])
}
