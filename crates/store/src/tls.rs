//! TLS for connections to a database over the network. Not used over a Unix socket.
//!
//! Certificates are always verified, against the system's trust store or the file in `SSL_CERT_FILE`. In the
//! connection string, `sslmode=require` requires TLS and `sslmode=disable` turns it off. Otherwise the server
//! decides, except on a loopback address, where TLS is not used: certificates there are seldom more than a
//! placeholder.

use std::error::Error as StdError;
use std::io;
use std::net::IpAddr;
use std::sync::{Arc, OnceLock};

use rustls::crypto::ring;
use rustls::{ClientConfig, RootCertStore};
use tokio_postgres::Config;
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres_rustls::MakeRustlsConnect;

/// The TLS connector, created once because reading the system's certificates is slow.
///
/// # Errors
/// None in practice: the provider knows the protocol versions. rustls' signature has one.
pub(crate) fn connector() -> Result<MakeRustlsConnect, rustls::Error> {
    static MADE: OnceLock<MakeRustlsConnect> = OnceLock::new();
    if let Some(made) = MADE.get() {
        return Ok(made.clone());
    }
    let mut roots = RootCertStore::empty();
    // Unreadable certificates are not trusted. The error appears when a server certificate is rejected.
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(MADE.get_or_init(|| MakeRustlsConnect::new(config)).clone())
}

/// Whether a TLS handshake failed because of the server's certificate. Decided by the type of the error in the chain, not by
/// its text.
pub(crate) fn is_certificate_error(error: &(dyn StdError + 'static)) -> bool {
    let mut next = Some(error);
    while let Some(error) = next {
        // The source of an `io::Error` skips the error that it wraps.
        let wrapped = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        let tls = match wrapped {
            Some(wrapped) => wrapped.downcast_ref::<rustls::Error>(),
            None => error.downcast_ref::<rustls::Error>(),
        };
        if matches!(tls, Some(rustls::Error::InvalidCertificate(_) | rustls::Error::NoCertificatesPresented))
        {
            return true;
        }
        next = error.source();
    }
    false
}

/// Turns TLS off for a database on this machine unless the connection string requires it.
pub(crate) fn leave_out_where_local(config: &mut Config) {
    let hosts_are_local = config.get_hosts().iter().all(is_local);
    let addresses_are_local = config.get_hostaddrs().iter().all(IpAddr::is_loopback);
    if config.get_ssl_mode() == SslMode::Prefer && hosts_are_local && addresses_are_local {
        config.ssl_mode(SslMode::Disable);
    }
}

fn is_local(host: &Host) -> bool {
    match host {
        Host::Unix(_) => true,
        Host::Tcp(name) => {
            name == "localhost" || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_error_is_found_in_the_chain() {
        let untrusted = rustls::Error::InvalidCertificate(rustls::CertificateError::UnknownIssuer);
        assert!(is_certificate_error(&io::Error::new(io::ErrorKind::InvalidData, untrusted.clone())));
        assert!(is_certificate_error(&untrusted));
        let refused = io::Error::from(io::ErrorKind::ConnectionRefused);
        assert!(!is_certificate_error(&refused));
        assert!(!is_certificate_error(&rustls::Error::General("certificate".to_owned())));
    }

    #[test]
    fn tls_is_disabled_only_for_local_connections() {
        for (url, mode) in [
            ("postgres://localhost/x", SslMode::Disable),
            ("postgres://127.0.0.1/x", SslMode::Disable),
            ("host=/run/postgresql", SslMode::Disable),
            ("postgres://localhost/x?sslmode=require", SslMode::Require),
            ("postgres://localhost,db.example/x", SslMode::Prefer),
            ("postgres://10.0.0.1/x", SslMode::Prefer),
            ("postgres://localhost.example/x", SslMode::Prefer),
            ("host=localhost hostaddr=10.0.0.1", SslMode::Prefer),
        ] {
            let mut config: Config = url.parse().unwrap();
            leave_out_where_local(&mut config);
            assert_eq!(config.get_ssl_mode(), mode, "{url}");
        }
    }
}
