//! Repeats rendering and writing while a term changes in between.

use domain::Refusal;

use crate::Error;

/// Whether editions were refused because a term changed after they were rendered.
#[must_use]
pub fn is_superseded(error: &Error) -> bool {
    matches!(error, Error::Refused(Refusal::SourceSuperseded))
}

/// Runs `render_and_write` until its result is not superseded, at most `attempts` times, and returns the last result.
pub async fn retry_superseded<R, Fut: Future<Output = R>>(
    attempts: usize,
    mut render_and_write: impl FnMut() -> Fut,
    is_superseded: impl Fn(&R) -> bool,
) -> R {
    for _ in 1..attempts {
        let result = render_and_write().await;
        if !is_superseded(&result) {
            return result;
        }
    }
    render_and_write().await
}
