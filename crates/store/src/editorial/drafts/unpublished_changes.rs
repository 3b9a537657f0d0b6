//! Whether a draft differs from what is live or scheduled. The content is compared, not the revision number: an edit
//! may have been reverted, and publishing leaves unchanged content alone.

use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::sql_types::Bool;

/// The SQL condition, for queries that join drafts with their newest revisions and standings. A raw SQL literal is
/// cached as a prepared statement only where that is requested ([`crate::statement_cache`]).
pub(super) fn differs() -> SqlLiteral<Bool> {
    sql(DIFFERS)
}

const DIFFERS: &str = include_str!("../../sql/draft_differs.sql");
