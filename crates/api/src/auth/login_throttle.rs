//! Guessing is slowed, for each account and for each address, by the generic cell rate algorithm (`governor`).
//!
//! Nothing that a client can vary makes a new account or address of an old one: accounts are counted in their canonical
//! form, IPv6 addresses by their /64.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::http::client_address::counted_as;
use crate::problem::{Problem, ProblemKind};

/// How often somebody may try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignInLimits {
    /// At once, for one account.
    pub per_account: u32,
    /// At once, from one address.
    pub per_address: u32,
    /// After how many milliseconds one more is allowed.
    pub refill_milliseconds: u32,
}

impl Default for SignInLimits {
    fn default() -> Self {
        Self { per_account: 10, per_address: 60, refill_milliseconds: 6_000 }
    }
}

/// The counters of one instance.
pub(crate) struct LoginThrottle {
    accounts: DefaultKeyedRateLimiter<String>,
    addresses: DefaultKeyedRateLimiter<IpAddr>,
    refreshes: DefaultKeyedRateLimiter<IpAddr>,
}

/// Beyond so many accounts or addresses, those that may try freely again are forgotten.
const MAX_TRACKED: usize = 50_000;

impl LoginThrottle {
    pub(crate) fn new(limits: SignInLimits) -> Self {
        let quota = |burst: u32, milliseconds: u32| {
            let period = Duration::from_millis(u64::from(milliseconds.max(1)));
            let quota = Quota::with_period(period).unwrap_or_else(|| Quota::per_second(NonZeroU32::MIN));
            quota.allow_burst(NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN))
        };
        Self {
            accounts: RateLimiter::keyed(quota(limits.per_account, limits.refill_milliseconds)),
            addresses: RateLimiter::keyed(quota(limits.per_address, limits.refill_milliseconds / 4)),
            refreshes: RateLimiter::keyed(quota(
                limits.per_address.saturating_mul(4),
                limits.refill_milliseconds / 16,
            )),
        }
    }

    /// Counts a try at an account, or refuses it. The address was counted before, by [`Self::count_address`].
    ///
    /// # Errors
    /// 429 with the seconds to wait.
    pub(crate) fn count_account(&self, account: &str) -> Result<(), Problem> {
        self.accounts.check_key(&account.to_owned()).map_err(|wait| too_many_attempts(&wait))?;
        self.evict_idle();
        Ok(())
    }

    /// Counts a guess from an address, or refuses it: whoever tries much is slowed, and nobody else.
    ///
    /// # Errors
    /// 429 with the seconds to wait.
    pub(crate) fn count_address(&self, address: IpAddr) -> Result<(), Problem> {
        self.addresses.check_key(&counted_as(address)).map_err(|wait| too_many_attempts(&wait))?;
        self.evict_idle();
        Ok(())
    }

    /// Counts a refresh from an address, or refuses it. These are counted apart, and more of them are allowed: every
    /// editor of an office refreshes all the time, and that must not keep the others from signing in.
    ///
    /// # Errors
    /// 429 with the seconds to wait.
    pub(crate) fn count_refresh(&self, address: IpAddr) -> Result<(), Problem> {
        self.refreshes.check_key(&counted_as(address)).map_err(|wait| too_many_attempts(&wait))?;
        self.evict_idle();
        Ok(())
    }

    fn evict_idle(&self) {
        if [self.accounts.len(), self.addresses.len(), self.refreshes.len()]
            .iter()
            .any(|count| *count > MAX_TRACKED)
        {
            self.accounts.retain_recent();
            self.addresses.retain_recent();
            self.refreshes.retain_recent();
        }
    }
}

fn too_many_attempts(until: &governor::NotUntil<<DefaultClock as Clock>::Instant>) -> Problem {
    let wait = until.wait_time_from(DefaultClock::default().now());
    let seconds = u32::try_from(wait.as_secs()).unwrap_or(u32::MAX).saturating_add(1);
    Problem::new(ProblemKind::TooManyTries, "There were many tries; wait before the next one.")
        .retry_after(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_and_an_address_run_out_apart_and_a_network_counts_as_one() {
        let limits = SignInLimits { per_account: 3, per_address: 5, refill_milliseconds: 600_000 };
        let login_throttle = LoginThrottle::new(limits);
        let address = |text: &str| -> IpAddr { text.parse().unwrap() };
        let count = |account: &str, from: &str| {
            login_throttle.count_address(address(from))?;
            login_throttle.count_account(account)
        };
        for _ in 0..3 {
            count("vera@example.org", "192.0.2.1").unwrap();
        }
        let refused = count("vera@example.org", "192.0.2.1").unwrap_err();
        assert_eq!(refused.kind, ProblemKind::TooManyTries);
        count("ivo@example.org", "192.0.2.1").unwrap();
        assert!(count("ada@example.org", "::ffff:192.0.2.1").is_err());
        for host in 1..=5 {
            count(&host.to_string(), &format!("2001:db8::{host}")).unwrap();
        }
        assert!(count("6", "2001:db8::6").is_err());
        count("7", "2001:db8:0:1::6").unwrap();
    }

    #[test]
    fn refreshes_take_nothing_from_signing_in_and_run_out_too() {
        let limits = SignInLimits { per_account: 3, per_address: 5, refill_milliseconds: 600_000 };
        let login_throttle = LoginThrottle::new(limits);
        let address: IpAddr = "192.0.2.1".parse().unwrap();
        for _ in 0..20 {
            login_throttle.count_refresh(address).unwrap();
        }
        assert!(login_throttle.count_refresh(address).is_err());
        login_throttle.count_address(address).unwrap();
    }
}
