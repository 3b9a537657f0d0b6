//! Responses kept in memory: lookup, storage, validity, and what tells that an entry is stale.

pub(crate) mod change_listener;
pub(crate) mod database_health;
pub(crate) mod disk_snapshot;
pub(crate) mod lookup;
pub(crate) mod storage;
pub(crate) mod validity;
