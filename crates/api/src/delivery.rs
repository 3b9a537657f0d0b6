//! The delivery API: what readers may read, without credentials.

pub(crate) mod archive;
pub(crate) mod articles;
mod broadcaster;
mod change_log;
pub(crate) mod changes;
mod changes_sse;
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

pub(crate) use crate::delivery::list::live_count;
pub use crate::delivery::state::PublicApi;
