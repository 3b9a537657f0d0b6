//! Write throughput: saves and publishes compared with sequential commits of one row on a durable cluster. A commit is
//! the lower bound set by the disk; how much Masthead adds relative to it depends on the disk. So everything is
//! measured on the local disk, and again with 4 ms more per flush, as on network storage.

pub mod write_bench;
pub mod writer;

use std::time::{Duration, Instant};

use anyhow::Result;
use tokio::task::JoinSet;

use crate::load::LoadSample;
use crate::measurement::{Measurement, with_cost};
use crate::report::{Ratio, Report, Table};
use crate::writing::write_bench::{WorkingDraft, WriteBench};
use crate::writing::writer::{WritePath, Writer};

const SAMPLE_DURATION: Duration = Duration::from_millis(700);
const WARM_UP: Duration = Duration::from_millis(300);

/// The operation that is repeated.
#[derive(Debug, Clone, Copy)]
pub enum Operation {
    /// Saves the same draft again and again.
    Save,
    /// Publishes live drafts again, each with new content.
    Publish,
}

/// Compares saves and publishes, by one client and by several with their own drafts, with the commits of one client.
pub async fn compare(rounds: usize, clients: usize, report: &mut Report) -> Result<()> {
    let bench = WriteBench::open(clients).await?;
    for disk in ["this disk", "a disk that takes 4 ms more"] {
        for (operation, name) in [(Operation::Save, "saves"), (Operation::Publish, "publishes")] {
            for count in [1, clients] {
                let title = if count == 1 { "one client".to_owned() } else { format!("{count} clients") };
                report
                    .show(run(&bench, operation, &format!("{name}, {title}, {disk}"), rounds, count).await?);
            }
        }
        bench.slow_down().await?;
    }
    Ok(())
}

async fn run(
    bench: &WriteBench,
    operation: Operation,
    title: &str,
    rounds: usize,
    clients: usize,
) -> Result<Table> {
    let mut measured: Vec<Measurement> =
        WritePath::ALL.iter().map(|write_path| Measurement::new(write_path.name())).collect::<Result<_>>()?;
    for round in 0..=rounds {
        for (write_path, measured) in WritePath::ALL.into_iter().zip(&mut measured) {
            let copies = bench.working_drafts(operation, write_path).await?;
            let mut all = Vec::new();
            // The reference is one commit after the other.
            let writer_count = if matches!(write_path, WritePath::Commit) { 1 } else { clients };
            for number in 0..writer_count {
                let mine = copies.iter().skip(number).step_by(writer_count).cloned().collect();
                all.push((Writer::new(bench, write_path).await?, mine));
            }
            let time = if round == 0 { WARM_UP } else { SAMPLE_DURATION };
            let (stretch, cost) = with_cost(&bench.masthead, run_writers(all, operation, time)).await?;
            if round > 0 {
                measured.add(&stretch, write_path.is_http().then_some(cost))?;
            }
        }
    }
    let about = format!(
        "{rounds} rounds of {SAMPLE_DURATION:?} each, in turn, on a cluster with fsync and synchronous_commit"
    );
    Ok(Table::comparing(title, &about, &measured, Ratio::EachOfFirst))
}

/// Runs all writers concurrently for some time, or until no draft is left.
async fn run_writers(
    all: Vec<(Writer, Vec<WorkingDraft>)>,
    operation: Operation,
    time: Duration,
) -> Result<LoadSample> {
    let begun = Instant::now();
    let mut working = JoinSet::new();
    for (writer, copies) in all {
        working.spawn(run_writer(writer, copies, operation, begun + time));
    }
    let mut latencies = Vec::new();
    while let Some(done) = working.join_next().await {
        latencies.extend(done??);
    }
    Ok(LoadSample { latencies, refused: 0, elapsed: begun.elapsed() })
}

async fn run_writer(
    mut writer: Writer,
    copies: Vec<WorkingDraft>,
    operation: Operation,
    end: Instant,
) -> Result<Vec<u64>> {
    let mut latencies = Vec::new();
    let mut copies = copies.into_iter();
    let mut copy = copies.next();
    while let Some(mut this) = copy.take().filter(|_| Instant::now() < end) {
        let begun = Instant::now();
        match operation {
            Operation::Save => writer.save(&mut this).await?,
            Operation::Publish => writer.publish(&this).await?,
        }
        latencies.push(u64::try_from(begun.elapsed().as_nanos())?);
        copy = match operation {
            Operation::Save => Some(this),
            Operation::Publish => copies.next(),
        };
    }
    Ok(latencies)
}
