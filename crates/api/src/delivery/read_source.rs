//! The source that a handler reads from: what is public, or what a preview shows. Handlers are the same for both.

use std::sync::Arc;

use store::{DeliveryConn, Error, Store};

use crate::preview::PreviewContext;
use crate::problem::Problem;
use crate::response_cache::change_listener::ChangeListener;

/// Where a handler reads from.
#[derive(Clone)]
pub(crate) struct ReadSource {
    pub(crate) store: Store,
    pub(crate) changes: Arc<ChangeListener>,
    pub(crate) preview: Option<PreviewContext>,
}

impl ReadSource {
    /// Reads a state that includes every act this instance has seen. During an outage, only a replica is read.
    pub(crate) async fn read<T>(
        &self,
        read: impl AsyncFnOnce(&mut DeliveryConn) -> Result<T, Error> + Clone,
    ) -> Result<T, Problem> {
        let Self { store, changes, preview } = self;
        let state = changes.read_state();
        let found = match preview {
            Some(preview) => return preview.read(read).await,
            None if changes.database_health().outage().is_some() => store.read_replica(state, read).await,
            None => store.read_at_least(state, read).await,
        };
        if matches!(found, Err(Error::Internal(_))) {
            changes.database_health().doubt_schema();
        }
        Ok(found?)
    }
}
