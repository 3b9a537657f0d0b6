//! Rate limits for sign-in, token refresh and password reset, per account and per client address, by the generic cell
//! rate algorithm (`governor`).
//!
//! A client cannot get a fresh counter by varying its input: accounts are counted by their canonical address, IPv6
//! clients by their /64 network. The counters are in memory, so each instance counts for itself.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::http::client_address::limit_key;
use crate::problem::{Problem, ProblemKind};

/// The rate limits of sign-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignInLimits {
    /// The burst for one account: how many attempts may follow each other without a pause.
    pub per_account: u32,
    /// The burst for one client address.
    pub per_address: u32,
    /// After how many milliseconds an account gets one more attempt. An address gets one after a quarter of that.
    pub refill_milliseconds: u32,
}

impl Default for SignInLimits {
    fn default() -> Self {
        Self { per_account: 10, per_address: 60, refill_milliseconds: 6_000 }
    }
}

/// The rate limiters of one instance.
pub(crate) struct LoginThrottle {
    accounts: DefaultKeyedRateLimiter<String>,
    addresses: DefaultKeyedRateLimiter<IpAddr>,
    refreshes: DefaultKeyedRateLimiter<IpAddr>,
}

/// When a limiter tracks more keys than this, keys whose full burst is available again are evicted.
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

    /// Counts a sign-in attempt for an account. [`Self::count_address`] was called for the request before.
    ///
    /// # Errors
    /// 429 with `Retry-After` if the account has no attempts left.
    pub(crate) fn count_account(&self, account: &str) -> Result<(), Problem> {
        self.accounts.check_key(&account.to_owned()).map_err(|wait| too_many_attempts(&wait))?;
        self.evict_idle();
        Ok(())
    }

    /// Counts a sign-in or password reset from a client address.
    ///
    /// # Errors
    /// 429 with `Retry-After` if the address has no attempts left.
    pub(crate) fn count_address(&self, address: IpAddr) -> Result<(), Problem> {
        self.addresses.check_key(&limit_key(address)).map_err(|wait| too_many_attempts(&wait))?;
        self.evict_idle();
        Ok(())
    }

    /// Counts a token refresh from a client address. Refreshes have a limiter of their own with a larger quota: all editors
    /// of an office share one address and refresh regularly, and that must not keep anybody from signing in.
    ///
    /// # Errors
    /// 429 with `Retry-After` if the address has no refreshes left.
    pub(crate) fn count_refresh(&self, address: IpAddr) -> Result<(), Problem> {
        self.refreshes.check_key(&limit_key(address)).map_err(|wait| too_many_attempts(&wait))?;
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
    Problem::new(ProblemKind::TooManyTries, "Too many attempts. Wait before the next one.")
        .retry_after(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts_and_addresses_are_limited_separately_and_ipv6_by_network() {
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
    fn token_refreshes_have_a_separate_limit() {
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
