//! The limits of HTTP connections and bodies, and the trusted proxies.

use std::time::Duration;

use crate::http::client_address::TrustedProxies;

/// The limits that apply to every client, whether it has signed in or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HttpConfig {
    /// The reverse proxies in front of the server. The number of their connections is not limited.
    pub trusted_proxies: TrustedProxies,
    /// The maximum number of open connections of an address.
    pub connections_per_address: u32,
    /// How long a connection may stay open between two requests.
    pub keep_alive: Duration,
    /// How long a client may take to send the head of a request.
    pub request_head: Duration,
    /// The maximum pause between two parts of a body.
    pub body_pause: Duration,
    /// The maximum duration of a body.
    pub body_duration: Duration,
    /// The minimum average speed of a body, once `body_pause` has passed.
    pub body_bytes_per_second: u32,
    /// The memory for the bodies of signed-in clients together. Bodies of anonymous clients have an eighth of it in
    /// addition, so that they cannot lock out editors.
    pub body_memory_bytes: u32,
}

impl Default for HttpConfig {
    /// A body of 1 MiB over a line of 100 kbit/s takes a minute and a half.
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
