//! HTTP: routes, protocol, problems, the API documents.
//!
//! `configure` is the table of contents of everything served. Handlers extract, call, answer; what an article is,
//! and what may be seen of it, is decided elsewhere. Not here: SQL, rendering, the command line.
#![deny(missing_docs)]

mod auth;
mod delivery;
mod docs_site;
mod editorial;
mod health;
mod http;
mod jwks;
pub mod openapi;
mod preview;
mod problem;
mod response_cache;
mod server;

use actix_web::middleware::from_fn;
use actix_web::web;
use utoipa_actix_web::scope;
use utoipa_actix_web::service_config::ServiceConfig;

pub use crate::auth::login_throttle::SignInLimits;
pub use crate::auth::signing_keys::{KeysError, succeed};
pub use crate::docs_site::SecurityContacts;
pub use crate::http::client_address::{ForwardedHeader, TrustedProxies};
pub use auth::{Secret, SecretError, check_password_strength, hash_password, random_text};
pub use delivery::{
    Delivery, DeliveryConfig, FeedText, LastKnown, Lost, Patience, Reason, StaleFor, Startup, TagHeader,
};
pub use editorial::{Editorial, EditorialConfig};
pub use health::Health;
pub use markup::forget_unused_grammars;
pub use server::{HttpConfig, Parts, Running, serve, serve_startup};

use crate::http::dry_run::mark_dry_run;

/// What anybody may read.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(scope::scope("/v1").configure(delivery::configure))
        .service(jwks::get_signing_keys)
        .service(health::live)
        .service(health::ready);
}

/// What editors do.
pub(crate) fn configure_editorial(config: &mut ServiceConfig<'_>) {
    let marked = from_fn(mark_dry_run);
    config.service(scope::scope("/editorial/v1").configure(editorial::configure).wrap(marked));
}

/// The delivery API once more, for whoever has the link of a preview.
pub(crate) fn configure_previews(config: &mut web::ServiceConfig) {
    preview::configure(config);
}

/// What is served besides the API itself: its documents, and pages for people.
pub(crate) fn configure_pages(config: &mut web::ServiceConfig) {
    docs_site::configure(config);
}
