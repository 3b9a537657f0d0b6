//! Standard output and standard error. Neither can block or stop the server: with an unread pipe, a full disk or a closed
//! pipe, lines are dropped, but requests and the shutdown go on.
//!
//! Standard error (the log and the notices of `serve`) goes through a bounded queue and a thread of its own, see
//! [`queue`]. Standard output is used by commands, which may wait for their reader.

mod queue;

use std::backtrace::{Backtrace, BacktraceStatus};
use std::fmt;
use std::fs::File;
use std::io::{self, ErrorKind, Write};
use std::os::fd::AsFd;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use tracing_subscriber::EnvFilter;

use crate::output::queue::Queue;

/// The queue in front of standard error, once [`init`] was called.
static STDERR: OnceLock<Arc<Queue>> = OnceLock::new();

/// The first error of standard output.
static STDOUT_ERROR: Mutex<Option<io::Error>> = Mutex::new(None);

/// The log filter unless `RUST_LOG` is set. actix's own start and stop messages and errors about malformed requests of clients
/// are left out.
const DEFAULT_LOG_FILTER: &str = "info,actix_server=warn,actix_http::h1=off";

/// The capacity of the queue in bytes: about 5,000 lines of 200 bytes.
const QUEUE_BYTES: usize = 1 << 20;

/// How long the process waits at exit for queued lines to be written.
const FLUSH_TIMEOUT: Duration = Duration::from_secs(1);

/// Sends the log, notices and panics through the queue.
///
/// # Errors
/// When there is no file descriptor or thread left.
pub(crate) fn init() -> Result<()> {
    // A duplicate descriptor: a thread that blocks in `write` must not hold the lock of `io::stderr`.
    let stderr = io::stderr().as_fd().try_clone_to_owned().context("duplicating standard error")?;
    let queue = Arc::new(Queue::new(QUEUE_BYTES));
    let (reading, mut stderr) = (queue.clone(), File::from(stderr));
    let report =
        |dropped: u64| tracing::error!(dropped, "log lines were lost: standard error was blocked or full");
    let thread = thread::Builder::new().name("log".to_owned());
    thread.spawn(move || reading.write_to(&mut stderr, report)).context("starting the log thread")?;
    let queue = STDERR.get_or_init(|| queue).clone();
    tracing_subscriber::fmt()
        .json()
        .log_internal_errors(false)
        .with_writer(move || LineWriter(queue.clone()))
        .with_env_filter(EnvFilter::try_from_default_env().unwrap_or_else(|_| DEFAULT_LOG_FILTER.into()))
        .init();
    // The default panic hook writes to standard error directly, which could block the panicking thread.
    std::panic::set_hook(Box::new(|panic| {
        let backtrace = Backtrace::capture();
        match backtrace.status() {
            BacktraceStatus::Captured => tracing::error!(%panic, %backtrace, "panic"),
            _ => tracing::error!(%panic, "panic"),
        }
    }));
    Ok(())
}

/// How many lines were dropped since the start.
pub(crate) fn dropped_lines() -> u64 {
    STDERR.get().map_or(0, |queue| queue.dropped_lines())
}

/// Writes a line to standard error.
pub(crate) fn eprint_line(text: impl fmt::Display) {
    match STDERR.get() {
        Some(queue) => queue.push(format!("{text}\n").as_bytes()),
        // Embedded in another process, `init` was not called.
        None => drop(writeln!(io::stderr(), "{text}")),
    }
}

/// Writes a line to standard output. The first error is reported by [`finish`].
pub(crate) fn print_line(text: impl fmt::Display) {
    print(format_args!("{text}\n"));
}

/// [`print_line`] without the end of the line.
pub(crate) fn print(text: impl fmt::Display) {
    record_stdout_error(write!(io::stdout(), "{text}"));
}

fn record_stdout_error(written: io::Result<()>) {
    if let Err(error) = written {
        STDOUT_ERROR.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(error);
    }
}

/// Flushes both streams and returns the exit code: 1 instead of 0 if standard output could not be written. A closed pipe
/// (`| head -1`) is not an error.
pub(crate) fn finish(code: ExitCode) -> ExitCode {
    record_stdout_error(io::stdout().flush());
    let error = STDOUT_ERROR.lock().unwrap_or_else(PoisonError::into_inner).take();
    let error = error.filter(|error| error.kind() != ErrorKind::BrokenPipe);
    let code = match error {
        Some(error) => {
            eprint_line(format_args!("masthead: standard output cannot be written: {error}"));
            if code == ExitCode::SUCCESS { ExitCode::from(1) } else { code }
        }
        None => code,
    };
    if let Some(queue) = STDERR.get() {
        queue.flush(FLUSH_TIMEOUT);
    }
    code
}

/// Writes log lines into the queue. It never fails.
struct LineWriter(Arc<Queue>);

impl Write for LineWriter {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.0.push(line);
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
