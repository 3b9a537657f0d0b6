//! How a handler reads: what is public, or what a preview shows. It is the same for the handler.

use store::{DeliveryConn, Store};

use crate::preview::Previewing;
use crate::problem::Problem;

/// A way to read.
#[derive(Clone)]
pub(crate) struct Reader {
    pub(super) store: Store,
    pub(super) previewing: Option<Previewing>,
}

impl Reader {
    /// Reads what there is to be seen.
    pub(crate) async fn read<T>(
        &self,
        read: impl AsyncFnOnce(&mut DeliveryConn) -> Result<T, store::Error>,
    ) -> Result<T, Problem> {
        let found = match &self.previewing {
            None => self.store.read(read).await,
            Some(Previewing { editions, at }) => self.store.read_preview(editions, *at, read).await,
        };
        Ok(found?)
    }
}
