//! Postgres: what is kept, what is found, what is changed.
//!
//! The rule of the house: free functions, connection first, one transaction each. The groups are private and their
//! modules re-exported, so that one says `store::editions::list` and `store::publishing::publish`.
//! The wall is in the types: what readers see takes a [`DeliveryConn`], which only the delivery pool gives.
//! Not here: HTTP, rendering, what an article is.

pub mod acting;
mod config;
mod delivery;
mod editorial;
mod error;

pub mod migrations;
pub mod moments;
mod operations;
mod overlay;
mod pool;
mod prepared;
pub mod publishing;
mod replica;
pub mod roles;
pub mod safety;
mod schema;
pub mod schema_check;
pub mod tags;
#[cfg(feature = "testing")]
pub mod testing;
pub mod time_zone;
mod tls;

pub use config::{Access, Config, PoolSizes};
pub use delivery::{archive, changes, editions, resolve, search, sitemap, terms as public_terms};
pub use editorial::{addresses, audit, drafts, imports, people, previews, redirects, sessions, terms};
pub use error::{Error, OpenError};
pub use operations::{
    acts, due, edges, epochs, instances, jobs, listener, locale_usage, pruning, signing_keys,
};
pub use overlay::PreviewEdition;
pub use pool::{DeliveryConn, EditorialConn, OperationsConn, Store};
