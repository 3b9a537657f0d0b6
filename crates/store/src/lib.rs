//! Postgres: what is kept, what is found, what is changed.
//!
//! The rule of the house: free functions, connection first, one transaction each. A public path equals the file path:
//! `store::delivery::editions::list` is in `delivery/editions/list.rs` or `delivery/editions.rs`.
//! The wall is in the types: what readers see takes a [`DeliveryConn`], which only the delivery pool gives.
//! Not here: HTTP, rendering, what an article is.

pub mod cache_tags;
mod config;
pub mod delivery;
pub mod durability_check;
pub mod editorial;
mod error;
pub mod migrations;
pub mod moments;
pub mod operations;
mod pool;
mod preview_read;
pub mod publishing;
mod replica;
pub mod roles;
mod schema;
pub mod schema_check;
mod statement_cache;
#[cfg(feature = "testing")]
pub mod testing;
pub mod time_zone;
mod tls;
pub mod write;

pub use config::{Access, Config, PoolSizes};
pub use error::{Error, OpenError};
pub use pool::{DeliveryConn, EditorialConn, OperationsConn, Store};
pub use preview_read::PreviewEdition;
