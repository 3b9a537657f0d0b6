//! Reads the body of a request, and limits its size, its duration, and the memory of all bodies together.

use std::num::NonZero;
use std::rc::Rc;
use std::sync::Arc;
use std::thread::available_parallelism;
use std::time::Duration;

use actix_web::HttpRequest;
use actix_web::dev::Payload;
use actix_web::error::PayloadError;
use actix_web::http::header::CONTENT_LENGTH;
use futures_util::StreamExt;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::spawn_blocking;
use tokio::time::{Instant, timeout_at};

use crate::http::connection_state::ConnectionState;
use crate::problem::{Problem, ProblemError, ProblemKind};
use crate::server::config::HttpConfig;

/// The class of a client, which decides the limits of its bodies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BodyClass {
    /// A client with an access token.
    SignedIn,
    /// Any other client.
    Anonymous,
}

impl BodyClass {
    /// The maximum size of a body. For signed-in clients, 1 MiB of Markdown fits however it is escaped.
    pub(crate) const fn max_bytes(self) -> usize {
        match self {
            Self::SignedIn => 6 << 20,
            Self::Anonymous => 16 << 10,
        }
    }

    /// The maximum size as text.
    pub(crate) const fn max_text(self) -> &'static str {
        match self {
            Self::SignedIn => "6 MiB",
            Self::Anonymous => "16 KiB",
        }
    }
}

/// Larger bodies are parsed on the blocking pool: 6 MiB of JSON take hundreds of milliseconds.
const PARSED_AT_ONCE: usize = 64 << 10;

/// The limits and the memory budget that all requests share.
pub(crate) struct BodyLimits {
    pause: Duration,
    duration: Duration,
    bytes_per_second: u32,
    /// The remaining memory for bodies of signed-in clients, in bytes.
    signed_in: Arc<Semaphore>,
    /// The remaining memory for bodies of anonymous clients, in bytes.
    anonymous: Arc<Semaphore>,
    /// Limits how many large bodies are parsed at once.
    parsers: Arc<Semaphore>,
}

/// The memory that a body has reserved; released on drop.
pub(crate) type Reserved = Option<OwnedSemaphorePermit>;

impl BodyLimits {
    pub(crate) fn new(config: &HttpConfig) -> Self {
        let HttpConfig { body_pause, body_duration, body_bytes_per_second, body_memory_bytes, .. } = config;
        let bytes =
            |count: u32| Arc::new(Semaphore::new(usize::try_from(count).unwrap_or(Semaphore::MAX_PERMITS)));
        Self {
            pause: *body_pause,
            duration: *body_duration,
            bytes_per_second: (*body_bytes_per_second).max(1),
            signed_in: bytes(*body_memory_bytes),
            anonymous: bytes(*body_memory_bytes / 8),
            parsers: Arc::new(Semaphore::new(available_parallelism().map_or(1, NonZero::get))),
        }
    }

    /// Reads a body to its end.
    ///
    /// # Errors
    /// 413 if it is too large, 408 if it is too slow, 503 if there is no memory left for it, 400 if it is incomplete.
    pub(crate) async fn read(
        &self,
        request: &HttpRequest,
        mut payload: Payload,
        class: BodyClass,
    ) -> Result<(Vec<u8>, Reserved), Problem> {
        let max = class.max_bytes();
        let too_large =
            || Problem::new(ProblemKind::TooLarge, format!("The body has more than {}.", class.max_text()));
        let announced =
            request.headers().get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
        if announced.is_some_and(|length: usize| length > max) {
            return Err(too_large());
        }
        let mut bytes = Vec::with_capacity(announced.unwrap_or_default());
        let (begun, mut reserved) = (Instant::now(), None);
        loop {
            let deadline = self.deadline(begun, Instant::now(), bytes.len());
            let next = timeout_at(deadline, payload.next()).await.map_err(|_| self.too_slow())?;
            let Some(chunk) = next else { break };
            let chunk = chunk.map_err(|error| broken(&error))?;
            if bytes.len().saturating_add(chunk.len()) > max {
                return Err(too_large());
            }
            self.reserve(class, chunk.len(), &mut reserved)?;
            bytes.extend_from_slice(&chunk);
        }
        if let Some(connection) = request.conn_data::<Rc<ConnectionState>>() {
            connection.end_body();
        }
        Ok((bytes, reserved))
    }

    /// Parses a body, on the blocking pool if it is large.
    ///
    /// # Errors
    /// Those of `parse`.
    pub(crate) async fn parse<T: Send + 'static>(
        &self,
        bytes: Vec<u8>,
        parse: impl FnOnce(&[u8]) -> Result<T, Problem> + Send + 'static,
    ) -> Result<(T, Vec<u8>), Problem> {
        if bytes.len() <= PARSED_AT_ONCE {
            return Ok((parse(&bytes)?, bytes));
        }
        let permit = self.parsers.clone().acquire_owned().await.map_err(Problem::internal)?;
        // The task owns the permit, because it continues when the client disconnects.
        let parsing = spawn_blocking(move || {
            let parsed = parse(&bytes);
            drop(permit);
            parsed.map(|parsed| (parsed, bytes))
        });
        parsing.await.map_err(|error| Problem::internal(error.to_string()))?
    }

    /// The deadline of the next chunk: the allowed pause, or earlier if the average rate is too low.
    fn deadline(&self, begun: Instant, now: Instant, received: usize) -> Instant {
        let received = u64::try_from(received).unwrap_or(u64::MAX);
        let at_rate =
            Duration::from_millis(received.saturating_mul(1_000) / u64::from(self.bytes_per_second));
        let by_rate = begun + self.pause + at_rate;
        (now + self.pause).min(by_rate).min(begun + self.duration)
    }

    fn reserve(&self, class: BodyClass, bytes: usize, reserved: &mut Reserved) -> Result<(), Problem> {
        let full = || {
            let detail = "Too many request bodies are being read. Send the request again later.";
            Problem::new(ProblemKind::Busy, detail).retry_after(2)
        };
        let free = match class {
            BodyClass::SignedIn => &self.signed_in,
            BodyClass::Anonymous => &self.anonymous,
        };
        let bytes = u32::try_from(bytes).map_err(|_| full())?;
        let more = free.clone().try_acquire_many_owned(bytes).map_err(|_| full())?;
        match reserved {
            Some(before) => before.merge(more),
            None => *reserved = Some(more),
        }
        Ok(())
    }

    fn too_slow(&self) -> Problem {
        let detail = format!(
            "The request body did not arrive in time. It may pause for {} seconds, needs {} bytes per second on average, and may take {} seconds.",
            self.pause.as_secs_f32(),
            self.bytes_per_second,
            self.duration.as_secs_f32()
        );
        Problem::new(ProblemKind::RequestTimeout, detail)
    }
}

/// The problem for a body that ends early or is malformed.
fn broken(error: &PayloadError) -> Problem {
    let detail = match error {
        PayloadError::EncodingCorrupted => "The chunks of the body are malformed.",
        _ => "The body ended too early.",
    };
    Problem::invalid_body(vec![ProblemError::at_pointer("", "cut", detail)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_body_meets_its_deadline_at_100_kbit_per_second() {
        const BYTES_A_SECOND: usize = 100_000 / 8;
        let limits = BodyLimits::new(&HttpConfig::default());
        let begun = Instant::now();
        let seconds = u64::try_from(BodyClass::SignedIn.max_bytes() / BYTES_A_SECOND).unwrap();
        // What was sent already arrives within a second.
        for (second, received) in (0..=seconds).zip((0..).step_by(BYTES_A_SECOND)) {
            let now = begun + Duration::from_secs(second);
            assert!(limits.deadline(begun, now, received) > now + Duration::from_secs(1), "after {second} s");
        }
    }

    #[test]
    fn body_deadlines_limit_the_average_rate_the_pause_and_the_duration() {
        let limits = BodyLimits::new(&HttpConfig::default());
        let begun = Instant::now();
        let after = |seconds| begun + Duration::from_secs(seconds);
        assert_eq!(limits.deadline(begun, after(15), 15), begun + Duration::from_millis(20_014));
        assert_eq!(limits.deadline(begun, after(30), 1 << 20), after(50));
        assert_eq!(limits.deadline(begun, after(590), 6 << 20), after(600));
    }
}
