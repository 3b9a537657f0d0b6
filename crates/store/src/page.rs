//! Pages of lists: each query reads one row more than the limit, which tells whether there are more.

use domain::Limit;

/// Removes the row beyond the limit, and returns whether there was one.
pub(crate) fn truncate<T>(rows: &mut Vec<T>, limit: Limit) -> bool {
    let more = rows.len() > limit.as_usize();
    rows.truncate(limit.as_usize());
    more
}
