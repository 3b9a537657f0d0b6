//! Describes the machine that the benchmarks run on.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::thread;

use anyhow::Result;

/// Name and value of each fact, as far as Linux provides them.
pub fn describe(postgres: &str) -> Result<Vec<(String, String)>> {
    let cores = thread::available_parallelism()?;
    let cpu = first_line("/proc/cpuinfo", "model name").unwrap_or_else(|| "unknown".to_owned());
    let memory = first_line("/proc/meminfo", "MemTotal").unwrap_or_default();
    let kibibytes = memory.trim_end_matches("kB").trim().parse::<u64>().unwrap_or_default();
    let kernel = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let build = if cfg!(debug_assertions) { "debug: its figures say little" } else { "release" };
    let facts = [
        ("processor", format!("{cpu}, {cores} cores")),
        ("memory", format!("{:.1} GiB", kibibytes as f64 / f64::from(1 << 20))),
        ("disk", disk().unwrap_or_else(|| "unknown".to_owned())),
        ("kernel", kernel.trim().to_owned()),
        ("Postgres", format!("{postgres}, on the same machine, over a Unix socket")),
        ("build", build.to_owned()),
    ];
    Ok(facts.map(|(name, value)| (name.to_owned(), value)).to_vec())
}

/// The CPU time since boot in ticks, and the part of it that the hypervisor gave to other guests (steal time), which
/// explains differences between runs on shared machines.
#[derive(Debug, Clone, Copy, Default)]
pub struct Processors {
    all: u64,
    stolen: u64,
}

impl Processors {
    /// Reads the counters; zero where they are not available.
    pub fn now() -> Self {
        let line = fs::read_to_string("/proc/stat").unwrap_or_default();
        let mut words = line.lines().next().unwrap_or_default().split_whitespace().skip(1);
        // Guest time is included in user time, so only the first eight fields are summed.
        let ticks: Vec<u64> = words.by_ref().take(8).filter_map(|word| word.parse().ok()).collect();
        Self { all: ticks.iter().sum(), stolen: ticks.get(7).copied().unwrap_or_default() }
    }

    /// The steal time as a share of the time since an earlier reading.
    pub fn stolen_since(self, before: Self) -> f64 {
        let [stolen, all] = [(self.stolen, before.stolen), (self.all, before.all)];
        let since = |(now, before): (u64, u64)| now.saturating_sub(before) as f64;
        since(stolen) / since(all).max(1.0)
    }
}

fn first_line(path: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(path).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

/// The disk of the temporary directory, and whether it is rotational.
fn disk() -> Option<String> {
    let device = fs::metadata(std::env::temp_dir()).ok()?.dev();
    let (major, minor) = ((device >> 8) & 0xfff, (device & 0xff) | ((device >> 12) & 0xfff00));
    let link = fs::canonicalize(format!("/sys/dev/block/{major}:{minor}")).ok()?;
    // The attribute belongs to the disk, not to the partition.
    let whole = link.ancestors().find(|path| path.join("queue/rotational").exists())?;
    let turns = fs::read_to_string(whole.join("queue/rotational")).ok()?.trim() == "1";
    let name = whole.file_name()?.to_string_lossy().into_owned();
    Some(format!("{name}, {}", if turns { "rotational" } else { "solid state" }))
}
