//! The source that a handler reads from: what is public, or what a preview shows. Handlers are the same for both.

use std::sync::Arc;

use store::{DeliveryConn, Error};

use crate::preview::PreviewContext;
use crate::problem::Problem;
use crate::response_cache::change_listener::ChangeListener;

/// Where a handler reads from.
#[derive(Clone)]
pub(crate) struct ReadSource {
    pub(crate) changes: Arc<ChangeListener>,
    pub(crate) preview: Option<PreviewContext>,
}

impl ReadSource {
    /// Reads a state that includes every act this instance has seen, or what the preview shows.
    pub(crate) async fn read<T>(
        &self,
        read: impl AsyncFnOnce(&mut DeliveryConn) -> Result<T, Error> + Clone,
    ) -> Result<T, Problem> {
        match &self.preview {
            Some(preview) => preview.read(read).await,
            None => Ok(self.changes.read(read).await?),
        }
    }
}
