//! The store: all access to Postgres.
//!
//! Functions are free functions. Reads take a connection; writes take the transaction that [`write::once`] opens, so that
//! several of them can be combined. A public path equals the file
//! path: `store::delivery::editions::list` is in `delivery/editions.rs`. Only `drafts`, `terms`, `jobs` and `publishing`
//! re-export what their private submodules define. Public reads take a [`DeliveryConn`], which
//! only the delivery pool returns, so the type system separates them from the editorial side. HTTP, rendering and
//! business rules are in other crates.

pub mod cache_tags;
mod config;
mod connection;
pub mod delivery;
pub mod editorial;
mod error;
pub mod migrations;
pub mod moments;
pub mod operations;
mod page;
mod pool;
mod preview_read;
pub mod publishing;
mod replica;
pub mod roles;
mod schema;
pub mod schema_check;
pub mod server_checks;
mod statement_cache;
#[cfg(feature = "testing")]
pub mod testing;
pub mod time_zone;
mod tls;
pub mod write;

pub use config::{Access, Config, PoolSizes};
pub use error::{Error, OpenError};
pub use pool::{DeliveryConn, EditorialConn, OperationsConn, Store};
pub use preview_read::{PreviewEdition, PreviewVersion};
