//! A bounded queue of lines that a dedicated thread writes. Adding a line never blocks: when the queue is full,
//! the new line is dropped and counted. So is a line that cannot be written.

use std::io::{ErrorKind, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// Lines, bounded by bytes.
pub(super) struct Queue {
    capacity: usize,
    state: Mutex<State>,
    /// Signalled when there are lines to be written.
    filled: Condvar,
    /// Signalled when all lines are written or lost.
    drained: Condvar,
    dropped: AtomicU64,
}

#[derive(Default)]
struct State {
    /// Whole lines, one after the other.
    waiting: Vec<u8>,
    /// Whether the thread is writing lines that it has taken out.
    is_writing: bool,
}

/// The delay before a write to a non-blocking descriptor is retried.
const RETRY: Duration = Duration::from_millis(20);

/// The buffer capacity that an idle queue keeps.
const IDLE_BYTES: usize = 64 << 10;

impl Queue {
    pub(super) fn new(capacity: usize) -> Self {
        let (state, filled, drained) = (Mutex::default(), Condvar::new(), Condvar::new());
        Self { capacity, state, filled, drained, dropped: AtomicU64::new(0) }
    }

    /// Adds a line, including its newline, or drops it if the queue is full.
    pub(super) fn push(&self, line: &[u8]) {
        let mut state = self.state();
        if state.waiting.len() + line.len() > self.capacity {
            self.dropped.fetch_add(1, Ordering::Relaxed);
            return;
        }
        state.waiting.extend_from_slice(line);
        self.filled.notify_one();
    }

    /// How many lines were dropped so far.
    pub(super) fn dropped_lines(&self) -> u64 {
        self.dropped.load(Ordering::Relaxed)
    }

    /// Waits until all lines are written or lost, or until the timeout.
    pub(super) fn flush(&self, timeout: Duration) {
        let until = Instant::now() + timeout;
        let mut state = self.state();
        while !state.waiting.is_empty() || state.is_writing {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return;
            }
            state = self.drained.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Writes lines as they are added, and never returns. When a write succeeds after lines were lost, `report` gets their
    /// number.
    pub(super) fn write_to(&self, writer: &mut impl Write, report: impl Fn(u64)) {
        let (mut batch, mut is_torn, mut reported) = (Vec::new(), false, 0);
        loop {
            self.take(&mut batch);
            let lost = write_lines(writer, &batch, &mut is_torn);
            if lost > 0 {
                self.dropped.fetch_add(lost, Ordering::Relaxed);
            } else if self.dropped_lines() > reported {
                let dropped = self.dropped_lines();
                report(dropped - reported);
                reported = dropped;
            }
            batch.clear();
            batch.shrink_to(IDLE_BYTES);
            let mut state = self.state();
            state.is_writing = false;
            if state.waiting.is_empty() {
                self.drained.notify_all();
            }
        }
    }

    /// Waits for lines, and swaps all of them for the empty buffer.
    fn take(&self, batch: &mut Vec<u8>) {
        let mut state = self.state();
        while state.waiting.is_empty() {
            state = self.filled.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        std::mem::swap(&mut state.waiting, batch);
        state.is_writing = true;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Writes lines and returns how many were lost. `is_torn`: the last write ended within a line, so a line break comes first.
fn write_lines(writer: &mut impl Write, lines: &[u8], is_torn: &mut bool) -> u64 {
    let mut left = lines;
    if *is_torn && write_all(writer, b"\n").is_empty() {
        *is_torn = false;
    }
    if !*is_torn {
        left = write_all(writer, lines);
        let written = lines.len() - left.len();
        *is_torn = !left.is_empty()
            && lines.get(..written).is_some_and(|whole| !matches!(whole.last(), None | Some(b'\n')));
    }
    let count = left.iter().filter(|byte| **byte == b'\n').count();
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// Writes as much as the writer accepts, and returns the rest.
fn write_all<'a>(writer: &mut impl Write, bytes: &'a [u8]) -> &'a [u8] {
    let mut left = bytes;
    while !left.is_empty() {
        match writer.write(left) {
            Ok(0) => break,
            Ok(written) => left = left.get(written..).unwrap_or_default(),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            // Another process that shares the descriptor has made it non-blocking; this thread may wait.
            Err(error) if error.kind() == ErrorKind::WouldBlock => thread::sleep(RETRY),
            Err(_) => break,
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::Arc;
    use std::sync::mpsc::{Receiver, Sender, channel};

    use super::*;

    /// A writer that accepts as many bytes as the test allows, and blocks otherwise.
    struct Slow {
        allowed: Receiver<io::Result<usize>>,
        written: Sender<Vec<u8>>,
    }

    impl Write for Slow {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let Ok(allowed) = self.allowed.recv() else {
                loop {
                    thread::park();
                }
            };
            let count = allowed?.min(bytes.len());
            self.written.send(bytes[..count].to_vec()).unwrap();
            Ok(count)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// A queue, the sender that lets its writer continue, the bytes that were written, and the losses that were reported.
    type Running = (Arc<Queue>, Sender<io::Result<usize>>, Receiver<Vec<u8>>, Receiver<u64>);

    fn running(capacity: usize) -> Running {
        let queue = Arc::new(Queue::new(capacity));
        let ((allow, allowed), (written, wrote), (report, reported)) = (channel(), channel(), channel());
        let writing = queue.clone();
        thread::spawn(move || {
            writing.write_to(&mut Slow { allowed, written }, |count| report.send(count).unwrap());
        });
        (queue, allow, wrote, reported)
    }

    #[test]
    fn lines_beyond_the_capacity_are_dropped_and_reported_when_writing_resumes() {
        let (queue, allow, wrote, reported) = running(20);
        queue.push(b"first\n");
        // Wait until the writer has taken the line and blocks.
        while !queue.state().waiting.is_empty() {
            thread::yield_now();
        }
        for line in [&b"second line\n"[..], b"third line\n", b"4\n", b"fifth line\n"] {
            queue.push(line);
        }
        assert_eq!(queue.dropped_lines(), 2);
        queue.flush(Duration::from_millis(1));
        for _ in 0..2 {
            allow.send(Ok(100)).unwrap();
        }
        queue.flush(Duration::from_secs(60));
        let lines: Vec<u8> = wrote.try_iter().flatten().collect();
        assert_eq!(lines, b"first\nsecond line\n4\n");
        assert_eq!(reported.try_iter().collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn lines_lost_to_write_errors_are_counted_and_partial_lines_are_terminated() {
        let (queue, allow, wrote, reported) = running(1_000);
        let full = || Err(io::Error::from(ErrorKind::StorageFull));
        for allowed in [Ok(3), full()] {
            allow.send(allowed).unwrap();
        }
        queue.push(b"first\n");
        queue.flush(Duration::from_secs(60));
        assert_eq!(queue.dropped_lines(), 1);
        // The next write fails because the disk is still full; the later ones succeed.
        for allowed in [full(), Ok(100), Err(ErrorKind::WouldBlock.into()), Ok(100)] {
            allow.send(allowed).unwrap();
        }
        for line in [b"lost\n", b"kept\n"] {
            queue.push(line);
            queue.flush(Duration::from_secs(60));
        }
        let lines: Vec<u8> = wrote.try_iter().flatten().collect();
        assert_eq!(lines, b"fir\nkept\n");
        assert_eq!(reported.try_iter().collect::<Vec<_>>(), [2]);
    }
}
