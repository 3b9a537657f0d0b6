//! Encryption on the way to a database over the network. Unused over a Unix socket.
//!
//! A certificate is always verified, against those that the system trusts, or those in the file that `SSL_CERT_FILE`
//! names. `sslmode=require` in the connection string insists on encryption, `disable` goes without; otherwise the
//! database decides.

use std::sync::{Arc, OnceLock};

use rustls::crypto::ring;
use rustls::{ClientConfig, RootCertStore};
use tokio_postgres_rustls::MakeRustlsConnect;

/// What connections are encrypted with. Made once: reading the system's certificates takes a while.
///
/// # Errors
/// None in practice: the provider knows the protocol versions. rustls' signature has one.
pub(crate) fn connector() -> Result<MakeRustlsConnect, rustls::Error> {
    static MADE: OnceLock<MakeRustlsConnect> = OnceLock::new();
    if let Some(made) = MADE.get() {
        return Ok(made.clone());
    }
    let mut roots = RootCertStore::empty();
    // What cannot be read is not trusted; that is said when a certificate is not accepted.
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(MADE.get_or_init(|| MakeRustlsConnect::new(config)).clone())
}
