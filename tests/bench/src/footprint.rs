//! How little it takes: the memory of a server that was asked nothing yet, and of one that keeps all it may; and how long
//! it takes from its start to its first answer. The server has the settings of an installation, in a process of its own.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use fastrand::Rng;
use hyper::StatusCode;
use store::{roles, testing};
use tests::eventually;
use tokio::task::JoinSet;

use crate::contender::Contender;
use crate::load::{self, Asked, Line};
use crate::measured::median;
use crate::publications::Publication;
use crate::report::{Goal, Plot, Report, Row, Table};
use crate::settings::Settings;

/// What an installation keeps unless it is told otherwise, in MiB, and less.
const BOUNDS: [u64; 2] = [32, 256];
/// What a server may take besides what it keeps, and one that keeps nothing yet, in MiB.
const BESIDE: u64 = 64;
const IDLE: u64 = 40;
/// How long a server is asked for what it keeps.
const AGAIN: Duration = Duration::from_secs(2);
/// How long a start may take, in milliseconds, and how many times as long among more articles.
const START: f64 = 300.0;
const THE_SAME: f64 = 1.2;
/// How many times more is asked for than is kept.
const OVERFLOW: u64 = 3;

/// How many connections fill it, since compressing is work, and how many answers they ask for at a time.
const FILLING: usize = 4;
const CHUNK: usize = 1_000;

/// The forms of a body, and the ways to compress it.
const FORMS: [&str; 4] = ["html", "markdown", "blocks", "text"];
const ENCODINGS: [Option<&str>; 4] = [None, Some("gzip"), Some("br"), Some("zstd")];

/// Asks all of it.
pub async fn compare(settings: &Settings, publications: &[Publication], report: &mut Report) -> Result<()> {
    let (first, last) = publications.first().zip(publications.last()).context("there is one")?;
    // In this order: the first start ever makes an account, and hashing its password takes memory that is not given back.
    report.show(starts(settings.rounds, [first, last]).await?);
    report.show(memory(settings, first).await?);
    Ok(())
}

async fn memory(settings: &Settings, publication: &Publication) -> Result<Table> {
    let (idle, most) = {
        let owner = publication.database.access(roles::OWNER);
        let before = testing::texts(&owner, SERVERS).await?;
        let server = installed(publication, BOUNDS[1])?;
        // What it does by itself has begun when it has said so.
        eventually(async || testing::texts(&owner, SERVERS).await.ok().filter(|now| *now != before)).await;
        // What it needed to start is given back by then.
        tokio::time::sleep(AGAIN).await;
        let held = Held { all: mebibytes(server.memory()?), program: mebibytes(server.program_memory()?) };
        (held, mebibytes(server.peak_memory()?))
    };
    let started = format!("nothing; starting took {most:.1} MiB");
    let mut rows = vec![idle.row("nothing asked yet", IDLE, started)];
    let mut goals =
        vec![Goal::at_most(IDLE as f64, "MiB", "memory of a server that was asked nothing", idle.all)];
    let mut notes = Vec::new();
    for bound in BOUNDS {
        let server = installed(publication, bound)?;
        let Answered { count, bytes, refused } =
            overflow(&server, settings, publication, bound << 20).await?;
        let held =
            Held { all: mebibytes(server.peak_memory()?), program: mebibytes(server.program_memory()?) };
        let asked = format!("{count} answers of {} MiB, {refused} refused", bytes >> 20);
        rows.push(held.row(&format!("keeps {bound} MiB"), bound + BESIDE, asked));
        if bytes >> 20 < bound {
            notes.push(format!("There are too few articles to fill {bound} MiB."));
        }
        let subject = format!("memory of a server that keeps {bound} MiB");
        goals.push(Goal::at_most((bound + BESIDE) as f64, "MiB", &subject, held.all));
    }
    Ok(Table {
        title: "memory".to_owned(),
        about: format!(
            "the server's own process: what it holds when it has served nothing for {AGAIN:?}; or the most it ever held \
             while {FILLING} connections asked for articles in every form and encoding, each once, and then {} for some of them again",
            settings.connections
        ),
        legend: "ratio: beside what it may take; bar: MiB".to_owned(),
        columns: ["MiB", "of it program", "may take", "asked for"].map(str::to_owned).to_vec(),
        rows,
        goals,
        notes,
        plot: Plot::None,
    })
}

/// The servers that there are and were, by their names.
const SERVERS: &str = "SELECT id::text AS text FROM operations.instances ORDER BY id";

/// What a process holds, and how much of that is the program as it lies on disk, in MiB.
struct Held {
    all: f64,
    program: f64,
}

impl Held {
    fn row(&self, name: &str, most: u64, asked: String) -> Row {
        let Self { all, program } = self;
        let cells = vec![format!("{all:.1}"), format!("{program:.1}"), most.to_string(), asked];
        Row { name: name.to_owned(), ratio: Some(all / most as f64), bar: *all, cells }
    }
}

fn mebibytes(kibibytes: u64) -> f64 {
    kibibytes as f64 / 1024.0
}

/// What came of asking for much.
#[derive(Default)]
struct Answered {
    /// Answers, each in all encodings.
    count: usize,
    /// How many bytes they are, one encoding after the other.
    bytes: u64,
    /// How often the server said that it has too much to do.
    refused: usize,
}

/// Asks for much more than is kept, each answer in one encoding after the other.
async fn overflow(
    server: &Contender,
    settings: &Settings,
    publication: &Publication,
    bound: u64,
) -> Result<Answered> {
    let slugs = publication.slugs(settings.articles, publication.articles);
    let forms: Vec<String> = (1..1 << FORMS.len()).map(forms).collect();
    let mut paths = Vec::with_capacity(slugs.len() * forms.len());
    for slug in &slugs {
        paths.extend(forms.iter().map(|forms| format!("/v1/articles/{slug}?body={forms}")));
    }
    Rng::with_seed(7).shuffle(&mut paths);
    let mut all = Answered::default();
    let mut next = paths.chunks(CHUNK);
    while let Some(some) = next.next().filter(|_| all.bytes < OVERFLOW * bound) {
        let mut asking = JoinSet::new();
        for mine in some.chunks(some.len().div_ceil(FILLING)) {
            asking.spawn(ask(server.address, mine.to_vec()));
        }
        while let Some(asked) = asking.join_next().await {
            let Answered { count, bytes, refused } = asked??;
            all = Answered {
                count: all.count + count,
                bytes: all.bytes + bytes,
                refused: all.refused + refused,
            };
        }
    }
    // As readers do: over and over, many at a time, some of what is kept.
    let again = Asked::all(paths.iter().take(CHUNK / 10).cloned());
    for asked in again.iter() {
        Line::open(server.address).await?.fetch(asked).await?;
    }
    load::load(server.address, &again, settings.connections, AGAIN).await?;
    Ok(all)
}

/// Asks for each in every encoding.
async fn ask(address: SocketAddr, paths: Vec<String>) -> Result<Answered> {
    let mut line = Line::open(address).await?;
    let mut all = Answered::default();
    for path in paths {
        for encoding in ENCODINGS {
            let answer = line.ask(&Asked { path: path.clone(), known: None, encoding }).await?;
            match answer.status() {
                StatusCode::OK => all.bytes += u64::try_from(answer.body().len())?,
                StatusCode::SERVICE_UNAVAILABLE => all.refused += 1,
                status => anyhow::bail!("{path} was answered with {status}"),
            }
        }
        all.count += 1;
    }
    Ok(all)
}

/// Those whose bit is set.
fn forms(some: usize) -> String {
    let wanted = FORMS.iter().enumerate().filter(|(place, _)| some >> place & 1 == 1);
    wanted.map(|(_, form)| *form).collect::<Vec<_>>().join(",")
}

async fn starts(rounds: usize, publications: [&Publication; 2]) -> Result<Table> {
    let mut times: [Vec<f64>; 2] = Default::default();
    // Once before: whoever starts first makes the keys and the first account.
    for round in 0..=rounds {
        for (publication, times) in publications.iter().zip(&mut times) {
            let slug = publication.slugs(publications[0].articles, 1).pop().context("there is one")?;
            let begun = Instant::now();
            let server = installed(publication, BOUNDS[1])?;
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
        let subject = format!("start to first answer among {} articles", publications[place].articles);
        Goal::at_most(START, "ms", &subject, medians[place])
    };
    Ok(Table {
        title: "from the start to the first answer".to_owned(),
        about: format!(
            "{rounds} starts each, in turn, on a Postgres that runs, from a new process to an article"
        ),
        legend: "ratio: beside the smallest; bar: ms".to_owned(),
        columns: ["ms", "shortest", "longest"].map(str::to_owned).to_vec(),
        rows: rows.collect(),
        goals: vec![
            goal(0),
            goal(1),
            Goal::at_most(
                THE_SAME,
                "of the smallest",
                "start among the most articles",
                medians[1] / medians[0],
            ),
        ],
        notes: Vec::new(),
        plot: Plot::None,
    })
}

fn installed(publication: &Publication, mebibytes: u64) -> Result<Contender> {
    let [owner, reader] = publication.urls.as_slice() else { anyhow::bail!("two ways in") };
    Contender::start("installed", &[owner.clone(), reader.clone(), mebibytes.to_string()])
}
