//! Exponential backoff with full jitter: when a failed job is retried, and after how many failures it is dead-lettered.

use std::time::Duration;

/// After this many failures a job is dead-lettered: it is not retried until an operator asks for it.
pub const MAX_FAILURES: i32 = 20;

const MAX_DELAY: Duration = Duration::from_secs(3_600);

/// The delay before the next attempt: `fraction` of a maximum that doubles with each failure, up to an hour. `fraction` is
/// a random number from 0 to 1 (full jitter), so that jobs that failed together are not retried together. `None` means
/// that the job has failed too often.
#[must_use]
pub fn delay(failures: i32, fraction: f64) -> Option<Duration> {
    if failures >= MAX_FAILURES {
        return None;
    }
    let doubled = u32::try_from(failures).ok().and_then(|failures| 2_u64.checked_pow(failures));
    let longest = doubled.map_or(MAX_DELAY, Duration::from_secs).min(MAX_DELAY);
    Some(longest.mul_f64(fraction.clamp(0.0, 1.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_maximum_delay_doubles_up_to_an_hour_and_ends_after_twenty_failures() {
        let seconds = |failures| delay(failures, 1.0).map(|delay| delay.as_secs());
        let all: Vec<Option<u64>> = (1..=21).map(seconds).collect();
        let mut expected: Vec<Option<u64>> = (1..=11).map(|n| Some(1 << n)).collect();
        expected.extend([Some(3_600); 8]);
        expected.extend([None, None]);
        assert_eq!(all, expected);
    }

    #[test]
    fn the_delay_is_the_given_fraction_of_the_maximum() {
        for (fraction, milliseconds) in [(0.0, 0), (0.25, 2_000), (0.5, 4_000), (1.0, 8_000), (7.0, 8_000)] {
            assert_eq!(delay(3, fraction), Some(Duration::from_millis(milliseconds)));
        }
    }
}
