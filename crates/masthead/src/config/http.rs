//! The settings of the HTTP server: limits and trusted proxies.

use std::ops::RangeInclusive;

use api::{HttpConfig, TrustedProxies};

use crate::cli::Settings;
use crate::config::ConfigErrors;

/// The range of the memory for bodies in MiB: the largest body must fit, and the number of bytes must fit into 32 bits.
const BODY_MEBIBYTES: RangeInclusive<u32> = 8..=4_095;

/// Zero is refused for all limits: it would refuse every request.
pub(super) fn http(settings: &Settings, errors: &mut ConfigErrors) -> HttpConfig {
    let proxies = settings.trusted_proxies.as_deref().unwrap_or_default();
    let proxies = TrustedProxies::parse(proxies, settings.forwarded_header.into());
    let trusted_proxies = errors.check("MASTHEAD_TRUSTED_PROXIES", proxies).unwrap_or_default();
    let mut number = |name, text: &str| errors.number(name, text, 1..=u32::MAX);
    let connections_per_address =
        number("MASTHEAD_CONNECTIONS_PER_ADDRESS", &settings.connections_per_address);
    let body_bytes_per_second = number("MASTHEAD_BODY_BYTES_PER_SECOND", &settings.body_bytes_per_second);
    let mebibytes = errors.number("MASTHEAD_BODY_MEBIBYTES", &settings.body_mebibytes, BODY_MEBIBYTES);
    let mut seconds = |name, text: &str| errors.seconds(name, text, 1);
    HttpConfig {
        trusted_proxies,
        connections_per_address,
        keep_alive: seconds("MASTHEAD_KEEP_ALIVE_SECONDS", &settings.keep_alive_seconds),
        request_head: seconds("MASTHEAD_REQUEST_HEAD_SECONDS", &settings.request_head_seconds),
        body_pause: seconds("MASTHEAD_BODY_PAUSE_SECONDS", &settings.body_pause_seconds),
        body_duration: seconds("MASTHEAD_BODY_SECONDS", &settings.body_seconds),
        body_bytes_per_second,
        body_memory_bytes: mebibytes << 20,
    }
}
