//! How fast editors' work is kept: saves and publishes beside commits of one small row, one after the other, on a
//! cluster that loses nothing. A commit is what the disk lets nobody go without; what is above it is Masthead's own, and
//! how much of the whole that is depends on the disk: so all is measured on the disk that there is, and once more as if
//! it took as long as one that is reached over a network.

pub mod desk;
pub mod hand;

use std::time::{Duration, Instant};

use anyhow::Result;
use tokio::task::JoinSet;

use crate::load::Stretch;
use crate::measured::{Measured, costing};
use crate::report::{Ratio, Report, Table};
use crate::writing::desk::{Copy, Desk};
use crate::writing::hand::{Hand, How};

const STRETCH: Duration = Duration::from_millis(700);
const WARM_UP: Duration = Duration::from_millis(300);

/// What is done over and over.
#[derive(Debug, Clone, Copy)]
pub enum Deed {
    /// One draft is saved, and saved again.
    Save,
    /// Drafts that are live are published again, each with other content.
    Publish,
}

/// Compares both deeds, by one client and by several, each with drafts of its own, with the commits of one.
pub async fn compare(rounds: usize, clients: usize, report: &mut Report) -> Result<()> {
    let desk = Desk::open(clients).await?;
    for disk in ["this disk", "a disk that takes 4 ms more"] {
        for (deed, name) in [(Deed::Save, "saves"), (Deed::Publish, "publishes")] {
            for count in [1, clients] {
                let title = if count == 1 { "one client".to_owned() } else { format!("{count} clients") };
                report.show(run(&desk, deed, &format!("{name}, {title}, {disk}"), rounds, count).await?);
            }
        }
        desk.slow_down().await?;
    }
    Ok(())
}

async fn run(desk: &Desk, deed: Deed, title: &str, rounds: usize, clients: usize) -> Result<Table> {
    let mut measured: Vec<Measured> =
        How::ALL.iter().map(|how| Measured::new(how.name())).collect::<Result<_>>()?;
    for round in 0..=rounds {
        for (how, measured) in How::ALL.into_iter().zip(&mut measured) {
            let copies = desk.copies(deed, how).await?;
            let mut all = Vec::new();
            // What is compared with is one commit after the other.
            let hands = if matches!(how, How::Commit) { 1 } else { clients };
            for number in 0..hands {
                let mine = copies.iter().skip(number).step_by(hands).cloned().collect();
                all.push((Hand::of(desk, how).await?, mine));
            }
            let time = if round == 0 { WARM_UP } else { STRETCH };
            let (stretch, cost) = costing(&desk.masthead, work(all, deed, time)).await?;
            if round > 0 {
                measured.add(&stretch, how.is_http().then_some(cost))?;
            }
        }
    }
    let about = format!(
        "{rounds} rounds of {STRETCH:?} each, in turn, on a cluster with fsync and synchronous_commit"
    );
    Ok(Table::comparing(title, &about, &measured, Ratio::EachOfFirst))
}

/// All at the same time, for a while, or until there is nothing left to do.
async fn work(all: Vec<(Hand, Vec<Copy>)>, deed: Deed, time: Duration) -> Result<Stretch> {
    let begun = Instant::now();
    let mut working = JoinSet::new();
    for (hand, copies) in all {
        working.spawn(work_alone(hand, copies, deed, begun + time));
    }
    let mut latencies = Vec::new();
    while let Some(done) = working.join_next().await {
        latencies.extend(done??);
    }
    Ok(Stretch { latencies, refused: 0, elapsed: begun.elapsed() })
}

async fn work_alone(mut hand: Hand, copies: Vec<Copy>, deed: Deed, end: Instant) -> Result<Vec<u64>> {
    let mut latencies = Vec::new();
    let mut copies = copies.into_iter();
    let mut copy = copies.next();
    while let Some(mut this) = copy.take().filter(|_| Instant::now() < end) {
        let begun = Instant::now();
        match deed {
            Deed::Save => hand.save(&mut this).await?,
            Deed::Publish => hand.publish(&this).await?,
        }
        latencies.push(u64::try_from(begun.elapsed().as_nanos())?);
        copy = match deed {
            Deed::Save => Some(this),
            Deed::Publish => copies.next(),
        };
    }
    Ok(latencies)
}
