//! Limits the concurrent requests for previews, by token and in total, and the memory of their Markdown. Requests
//! beyond the limits are refused at once: previews are computed one after the other, so waiting would only lengthen the
//! queue.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use domain::PreviewId;
use store::editorial::previews::PreviewedDraft;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::problem::{Problem, ProblemKind};

/// The maximum concurrent requests of one preview: a page of a frontend may send several.
const MAX_BY_PREVIEW: usize = 10;

/// The maximum concurrent requests of all previews.
const MAX_REQUESTS: usize = 20;

/// The Markdown, in MiB, whose renderings all running preview requests may hold together. A larger preview waits until it is
/// the only one. A rendered body takes about ten times as much memory as its Markdown.
const MAX_MEBIBYTES: u32 = 64;

/// The limits of this instance.
pub(crate) struct PreviewLimits {
    by_token: Mutex<HashMap<PreviewId, usize>>,
    requests: Arc<Semaphore>,
    mebibytes: Arc<Semaphore>,
}

/// The slot of a request; released on drop.
pub(crate) struct PreviewSlot {
    limits: Arc<PreviewLimits>,
    preview: PreviewId,
    _request: OwnedSemaphorePermit,
}

impl PreviewLimits {
    pub(crate) fn new() -> Arc<Self> {
        Arc::new(Self {
            by_token: Mutex::default(),
            requests: Arc::new(Semaphore::new(MAX_REQUESTS)),
            mebibytes: Arc::new(Semaphore::new(usize::try_from(MAX_MEBIBYTES).unwrap_or(usize::MAX))),
        })
    }

    /// Reserves a slot for a request.
    pub(super) fn enter(self: &Arc<Self>, preview: PreviewId) -> Result<PreviewSlot, Problem> {
        let request = self.requests.clone().try_acquire_owned();
        let request = request.map_err(|_| busy("Too many previews are being read."))?;
        let mut by_token = self.by_token.lock().unwrap_or_else(PoisonError::into_inner);
        let count = by_token.entry(preview).or_default();
        if *count >= MAX_BY_PREVIEW {
            return Err(busy(format!("This preview has {MAX_BY_PREVIEW} requests in progress.")));
        }
        *count = count.saturating_add(1);
        Ok(PreviewSlot { limits: self.clone(), preview, _request: request })
    }
}

impl PreviewSlot {
    /// Waits until there is memory for these drafts, and reserves it.
    pub(super) async fn hold(&self, drafts: &[PreviewedDraft]) -> Result<OwnedSemaphorePermit, Problem> {
        let bytes: i64 = drafts.iter().map(|draft| i64::from(draft.body_bytes)).sum();
        let mebibytes = u32::try_from(bytes >> 20).unwrap_or(MAX_MEBIBYTES).saturating_add(1);
        let permits = self.limits.mebibytes.clone().acquire_many_owned(mebibytes.min(MAX_MEBIBYTES));
        permits.await.map_err(|error| Problem::internal(error.to_string()))
    }
}

impl Drop for PreviewSlot {
    fn drop(&mut self) {
        let mut by_token = self.limits.by_token.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = by_token.get_mut(&self.preview) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                by_token.remove(&self.preview);
            }
        }
    }
}

fn busy(detail: impl Into<String>) -> Problem {
    Problem::new(ProblemKind::Busy, detail).retry_after(1)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn preview_requests_beyond_the_limits_are_refused_until_a_slot_is_free() {
        let limits = PreviewLimits::new();
        let [one, two, three] = [1, 2, 3].map(|number| PreviewId(Uuid::from_u128(number)));
        let enter = |preview, count: usize| -> Vec<PreviewSlot> {
            (0..count).map(|_| limits.enter(preview).unwrap()).collect()
        };
        let mut mine = enter(one, MAX_BY_PREVIEW);
        assert_eq!(limits.enter(one).err().map(|problem| problem.kind), Some(ProblemKind::Busy));
        let others = enter(two, MAX_REQUESTS - MAX_BY_PREVIEW);
        assert_eq!(limits.enter(three).err().map(|problem| problem.kind), Some(ProblemKind::Busy));
        mine.pop();
        mine.push(limits.enter(one).unwrap());
        drop((mine, others));
        assert!(limits.by_token.lock().unwrap().is_empty());
        assert_eq!(limits.requests.available_permits(), MAX_REQUESTS);
    }
}
