//! When a job that failed is tried again, if it is.

use std::time::Duration;

/// How often a job may fail before somebody must look at it.
pub const MOST_FAILURES: i32 = 20;

/// The longest wait.
const CAP: Duration = Duration::from_secs(3_600);

/// How long to wait after so many failures: a random part of a time that doubles with each, so that what failed
/// together does not come back together. `None`: it failed too often. `fraction` is from 0 to 1, and random.
#[must_use]
pub fn after(failures: i32, fraction: f64) -> Option<Duration> {
    if failures >= MOST_FAILURES {
        return None;
    }
    let doubled = u32::try_from(failures).ok().and_then(|failures| 2_u64.checked_pow(failures));
    let longest = doubled.map_or(CAP, Duration::from_secs).min(CAP);
    Some(longest.mul_f64(fraction.clamp(0.0, 1.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_wait_doubles_up_to_an_hour_and_ends_after_twenty_failures() {
        let seconds = |failures| after(failures, 1.0).map(|wait| wait.as_secs());
        let all: Vec<Option<u64>> = (1..=21).map(seconds).collect();
        let mut expected: Vec<Option<u64>> = (1..=11).map(|n| Some(1 << n)).collect();
        expected.extend([Some(3_600); 8]);
        expected.extend([None, None]);
        assert_eq!(all, expected);
    }

    #[test]
    fn every_part_of_the_longest_wait_may_come_up() {
        for (fraction, milliseconds) in [(0.0, 0), (0.25, 2_000), (0.5, 4_000), (1.0, 8_000), (7.0, 8_000)] {
            assert_eq!(after(3, fraction), Some(Duration::from_millis(milliseconds)));
        }
    }
}
