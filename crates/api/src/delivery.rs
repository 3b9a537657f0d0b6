//! The delivery API: what readers may read, without credentials.

pub(crate) mod archive;
pub(crate) mod articles;
pub(crate) mod broadcaster;
pub(crate) mod changes;
pub(crate) mod changes_sse;
pub(crate) mod config;
pub(crate) mod feeds;
mod item;
mod list;
mod parameters;
pub(crate) mod read_source;
pub(crate) mod resolve;
pub(crate) mod search;
pub(crate) mod site;
pub(crate) mod sitemap;
mod state;
pub(crate) mod teasers;
pub(crate) mod terms;

pub use crate::delivery::config::{CacheTagHeader, DatabaseTimeouts, DeliveryConfig, FeedText, StaleTtl};
pub(crate) use crate::delivery::list::live_count;
pub use crate::delivery::state::PublicApi;
pub use crate::response_cache::database_health::{Outage, OutageReason};
pub(crate) use crate::response_cache::disk_snapshot::serve as respond_from_snapshot;
pub use crate::response_cache::disk_snapshot::{StaleSnapshot, Startup};
pub(crate) use parameters::{flag, id, limit};
