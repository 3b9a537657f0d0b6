//! The limits of HTTP connections and bodies, and the trusted proxies.

use std::time::Duration;

use crate::http::client_address::TrustedProxies;

/// The limits of HTTP, which hold before anything is known of a client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HttpConfig {
    /// The reverse proxies in front. They have no limit of connections.
    pub trusted_proxies: TrustedProxies,
    /// How many connections one address may have open.
    pub connections_per_address: u32,
    /// How long a connection may stay open between two requests.
    pub keep_alive: Duration,
    /// How long the head of a request may take.
    pub request_head: Duration,
    /// How long a body may pause.
    pub body_pause: Duration,
    /// How long a body may take in all.
    pub body_duration: Duration,
    /// How many bytes a second a body must have on average, once the first pause that is allowed is over.
    pub body_bytes_per_second: u32,
    /// How many bytes of all bodies together are in memory at once. Bodies of clients that have not signed in have an
    /// eighth of that besides, so that strangers do not take the place of editors.
    pub body_memory_bytes: u32,
}

impl Default for HttpConfig {
    /// A body of 1 MiB may come over a line of 100 kbit/s, which takes a minute and a half.
    fn default() -> Self {
        Self {
            trusted_proxies: TrustedProxies::default(),
            connections_per_address: 256,
            keep_alive: Duration::from_secs(75),
            request_head: Duration::from_secs(10),
            body_pause: Duration::from_secs(20),
            body_duration: Duration::from_secs(600),
            body_bytes_per_second: 1 << 10,
            body_memory_bytes: 32 << 20,
        }
    }
}
