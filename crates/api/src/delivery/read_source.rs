//! How a handler reads: what is public, or what a preview shows. It is the same for the handler.

use std::sync::atomic::Ordering;

use store::{DeliveryConn, Error};

use crate::delivery::Delivery;
use crate::preview::PreviewContext;
use crate::problem::Problem;

/// A way to read.
#[derive(Clone)]
pub(crate) struct ReadSource {
    pub(crate) delivery: Delivery,
    pub(crate) preview: Option<PreviewContext>,
}

impl ReadSource {
    /// Reads what there is to be seen: what knows of every act that this server knows of by now.
    pub(crate) async fn read<T>(
        &self,
        read: impl AsyncFnOnce(&mut DeliveryConn) -> Result<T, Error> + Clone,
    ) -> Result<T, Problem> {
        let Self { delivery, preview } = self;
        let Delivery { store, database_health, .. } = delivery;
        let shown = delivery.shown();
        let found = match preview {
            Some(preview) => return preview.read(read).await,
            None if database_health.outage().is_some() => store.read_replica(shown, read).await,
            None => store.read_shown(shown, read).await,
        };
        if matches!(found, Err(Error::Internal(_))) {
            delivery.schema_doubt.store(true, Ordering::Relaxed);
        }
        Ok(found?)
    }
}
