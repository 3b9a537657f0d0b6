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
mod operations;
mod overlay;
mod pool;
mod prepared;
pub mod publishing;
mod replica;
pub mod roles;
pub mod safety;
mod schema;
pub mod tags;
#[cfg(feature = "testing")]
pub mod testing;
mod tls;

pub use config::{Access, Config, PoolSizes};
pub use delivery::{archive, changes, editions, search, sitemap, terms as public_terms};
pub use editorial::{audit, drafts, imports, people, previews, sessions, terms};
pub use error::{Error, OpenError};
pub use operations::{acts, due, edges, instances, jobs, listener, pruning, signing_keys};
pub use overlay::PreviewEdition;
pub use pool::{DeliveryConn, EditorialConn, OperationsConn, Store};
