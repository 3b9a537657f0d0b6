//! What makes statements cheap: connections keep them prepared, and send them together.
//!
//! **Prepared**: Postgres reads such a statement once for each connection, and not again each time. diesel has it do so with
//! what the DSL makes; of SQL of our own, and of inserts of many rows, it does not know that the text is the same.
//!
//! **Together**: functions that take a shared connection do not wait for each other's answers when they are polled
//! together, in order, as `tokio::try_join!(biased; …)` does. Postgres does what they ask one after the other all the
//! same, each statement with a snapshot of its own; where one fails those after it do nothing, and its error is the one
//! that is heard of. Such a function asks all that it has to ask at once, so that the order of the names is the order
//! of what happens.

use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_query;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use crate::Error;

/// A statement that connections may keep prepared.
pub(crate) struct Prepared<Q> {
    statement: Q,
    is_cacheable: bool,
}

/// Has connections keep a statement prepared. Its text is constant: whatever differs is bound.
pub(crate) fn prepared<Q>(statement: Q) -> Prepared<Q> {
    Prepared { statement, is_cacheable: true }
}

/// Has connections keep an insert prepared whose text says how many rows it has, unless those are many: every number is another
/// text.
pub(crate) fn prepared_if_few<Q>(statement: Q, rows: usize) -> Prepared<Q> {
    Prepared { statement, is_cacheable: rows <= FEW_ROWS }
}

/// Has Postgres keep the plans too until the transaction ends, where it is about few rows: to plan what is bound to
/// arrays anew each time takes longer than to do it. Of many, it plans anew: then it pays to know how many.
pub(crate) async fn force_generic_plans(mut conn: &AsyncPgConnection, rows: usize) -> Result<(), Error> {
    if rows <= FEW_ROWS {
        let keep = "SELECT set_config('plan_cache_mode', 'force_generic_plan', true)";
        prepared(sql_query(keep)).execute(&mut conn).await?;
    }
    Ok(())
}

const FEW_ROWS: usize = 16;

/// How many texts there are of statements like one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StatementVariety {
    /// Some hundreds at most.
    Few,
    /// As many as somebody cares to ask for.
    Many,
}

/// Has connections keep a statement prepared, unless there are many of its kind: each would be kept for as long as the
/// connection lives, by it and by Postgres.
pub(crate) fn prepared_by_variety<Q>(statement: Q, texts: StatementVariety) -> Prepared<Q> {
    Prepared { statement, is_cacheable: texts == StatementVariety::Few }
}

impl<Q> QueryId for Prepared<Q> {
    // It is known by its text.
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Q: Query> Query for Prepared<Q> {
    type SqlType = Q::SqlType;
}

impl<Q, Conn> diesel::RunQueryDsl<Conn> for Prepared<Q> {}

impl<Q: QueryFragment<Pg>> QueryFragment<Pg> for Prepared<Q> {
    fn walk_ast<'b>(&'b self, out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.statement.walk_ast(out)
    }

    fn is_safe_to_cache_prepared(&self, _: &Pg) -> QueryResult<bool> {
        Ok(self.is_cacheable)
    }
}
