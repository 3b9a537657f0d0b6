//! Limits the open connections of each IP address. Trusted proxies are exempt: they carry the requests of all clients,
//! so one client could otherwise lock out all others.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::http::client_address::{TrustedProxies, limit_key};
use crate::server::HttpConfig;

/// The number of open connections of each address.
pub(super) struct ConnectionLimit {
    max_per_address: u32,
    proxies: TrustedProxies,
    open: Mutex<HashMap<IpAddr, u32>>,
    /// Limits how many refused connections get a response at the same time.
    refusals: Arc<Semaphore>,
}

/// The slot of a connection; released on drop.
pub(super) struct ConnectionSlot {
    limit: Arc<ConnectionLimit>,
    address: IpAddr,
}

/// Further refused connections are closed without a response, because each response holds a file descriptor.
const MAX_REFUSALS: usize = 256;

impl ConnectionLimit {
    pub(super) fn new(config: &HttpConfig) -> Arc<Self> {
        Arc::new(Self {
            max_per_address: config.connections_per_address,
            proxies: config.trusted_proxies.clone(),
            open: Mutex::default(),
            refusals: Arc::new(Semaphore::new(MAX_REFUSALS)),
        })
    }

    /// Reserves a slot for a connection from this address. Trusted proxies need none.
    ///
    /// # Errors
    /// When the address has as many connections as it may have.
    pub(super) fn admit(
        self: &Arc<Self>,
        peer: IpAddr,
    ) -> Result<Option<ConnectionSlot>, TooManyConnections> {
        if self.proxies.contains(peer) {
            return Ok(None);
        }
        let address = limit_key(peer);
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let count = open.entry(address).or_default();
        if *count >= self.max_per_address {
            return Err(TooManyConnections);
        }
        *count += 1;
        Ok(Some(ConnectionSlot { limit: self.clone(), address }))
    }

    /// A permit to send a response to a refused connection.
    pub(super) fn refusal(&self) -> Option<OwnedSemaphorePermit> {
        self.refusals.clone().try_acquire_owned().ok()
    }
}

/// The address has reached its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TooManyConnections;

impl Drop for ConnectionSlot {
    fn drop(&mut self) {
        let mut open = self.limit.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = open.get_mut(&self.address) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                open.remove(&self.address);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::client_address::ForwardedHeader;

    #[test]
    fn connections_are_limited_per_address_except_for_trusted_proxies() {
        let trusted_proxies = TrustedProxies::parse("127.0.0.1", ForwardedHeader::default()).unwrap();
        let config = HttpConfig { connections_per_address: 2, trusted_proxies, ..HttpConfig::default() };
        let limit = ConnectionLimit::new(&config);
        let admit = |address: &str| limit.admit(address.parse().unwrap());
        let (first, second) = (admit("2001:db8::1").unwrap(), admit("2001:db8::2").unwrap());
        assert!(admit("2001:db8::3").is_err());
        assert!(admit("2001:db8:0:1::3").is_ok());
        drop(first);
        assert!(admit("2001:db8::3").is_ok());
        drop(second);
        assert!(limit.open.lock().unwrap().is_empty(), "an address without connections is still counted");
        let proxied: Vec<_> = (0..10).map(|_| admit("127.0.0.1").unwrap()).collect();
        assert!(proxied.iter().all(Option::is_none));
    }
}
