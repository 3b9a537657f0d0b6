//! The settings of the HTTP server: limits and trusted proxies.

use std::fmt::Display;
use std::time::Duration;

use api::{HttpConfig, TrustedProxies};

use crate::cli::Settings;
use crate::config::ConfigErrors;

/// The minimum memory for bodies in MiB: the largest body must fit.
const MIN_MEBIBYTES: u32 = 8;

/// The maximum: the number of bytes must fit into 32 bits.
const MAX_MEBIBYTES: u32 = 4_095;

pub(super) fn http(settings: &Settings, errors: &mut ConfigErrors) -> HttpConfig {
    let usual = HttpConfig::default();
    let proxies = settings.trusted_proxies.as_deref().unwrap_or_default();
    let proxies = TrustedProxies::parse(proxies, settings.forwarded_header.into());
    let mebibytes = number("MASTHEAD_BODY_MEBIBYTES", &settings.body_mebibytes, errors);
    if mebibytes.is_some_and(|count| !(MIN_MEBIBYTES..=MAX_MEBIBYTES).contains(&count)) {
        errors.push("MASTHEAD_BODY_MEBIBYTES", "it is a whole number from 8 to 4095");
    }
    let mut seconds =
        |name, text: &str| number(name, text, errors).map(|count| Duration::from_secs(count.into()));
    let keep_alive = seconds("MASTHEAD_KEEP_ALIVE_SECONDS", &settings.keep_alive_seconds);
    let request_head = seconds("MASTHEAD_REQUEST_HEAD_SECONDS", &settings.request_head_seconds);
    let body_pause = seconds("MASTHEAD_BODY_PAUSE_SECONDS", &settings.body_pause_seconds);
    let body_duration = seconds("MASTHEAD_BODY_SECONDS", &settings.body_seconds);
    let rate = number("MASTHEAD_BODY_BYTES_PER_SECOND", &settings.body_bytes_per_second, errors);
    let connections = number("MASTHEAD_CONNECTIONS_PER_ADDRESS", &settings.connections_per_address, errors);
    HttpConfig {
        trusted_proxies: errors.check("MASTHEAD_TRUSTED_PROXIES", proxies).unwrap_or_default(),
        connections_per_address: connections.unwrap_or(usual.connections_per_address),
        keep_alive: keep_alive.unwrap_or(usual.keep_alive),
        request_head: request_head.unwrap_or(usual.request_head),
        body_pause: body_pause.unwrap_or(usual.body_pause),
        body_duration: body_duration.unwrap_or(usual.body_duration),
        body_bytes_per_second: rate.unwrap_or(usual.body_bytes_per_second),
        body_memory_bytes: mebibytes.map_or(usual.body_memory_bytes, |count| count.min(MAX_MEBIBYTES) << 20),
    }
}

/// Parses a positive integer. Zero is refused: as a limit it would refuse every request.
fn number(name: &str, text: &str, errors: &mut ConfigErrors) -> Option<u32> {
    let count = text.parse::<u32>().ok().filter(|count| *count > 0);
    errors.check(name, count.ok_or("it is a whole number of at least 1"))
}

/// The effective settings, one line each.
pub(crate) fn lines(http: &HttpConfig) -> Vec<String> {
    let HttpConfig {
        trusted_proxies,
        connections_per_address,
        keep_alive,
        request_head,
        body_pause,
        body_duration,
        body_bytes_per_second,
        body_memory_bytes,
    } = http;
    let line = |name: &str, value: &dyn Display| format!("MASTHEAD_{name}={value}");
    vec![
        line("TRUSTED_PROXIES", trusted_proxies),
        line("FORWARDED_HEADER", &trusted_proxies.header()),
        line("CONNECTIONS_PER_ADDRESS", connections_per_address),
        line("KEEP_ALIVE_SECONDS", &keep_alive.as_secs()),
        line("REQUEST_HEAD_SECONDS", &request_head.as_secs()),
        line("BODY_PAUSE_SECONDS", &body_pause.as_secs()),
        line("BODY_SECONDS", &body_duration.as_secs()),
        line("BODY_BYTES_PER_SECOND", body_bytes_per_second),
        line("BODY_MEBIBYTES", &(body_memory_bytes >> 20)),
    ]
}
