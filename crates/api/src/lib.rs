//! The HTTP server: the delivery API, the editorial API, their OpenAPI documents and the documentation site.
//!
//! `routes` lists everything that is served. Handlers only extract parameters, call `store` or `markup`, and build the
//! response. The rules of the content model are in `domain`, SQL is in `store`, rendering is in `markup`, and the command
//! line is in `masthead`.
#![deny(missing_docs)]

mod auth;
mod config;
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
mod routes;
mod server;

pub use crate::auth::login_throttle::SignInLimits;
pub use crate::auth::signing_keys::{SigningKeysError, rotate as rotate_signing_keys};
pub use crate::docs_site::SecurityContacts;
pub use crate::http::client_address::{ForwardedHeader, TrustedProxies};
pub use auth::{Secret, SecretError, check_password_strength, hash_password, random_token};
pub use config::{CacheTagHeader, DatabaseTimeouts, DeliveryConfig, FeedText, StaleTtl};
pub use delivery::PublicApi;
pub use editorial::{EditorialApi, EditorialConfig};
pub use health::Health;
pub use markup::evict_unused_grammars;
pub use response_cache::database_health::{Outage, OutageReason};
pub use response_cache::disk_snapshot::StaleSnapshot;
pub use response_cache::startup::Startup;
pub use server::{HttpConfig, RunningServer, ServerParts, serve, serve_startup};
