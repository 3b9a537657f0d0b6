//! Prepared and pipelined statements.
//!
//! **Prepared**: Postgres parses a prepared statement once per connection. diesel prepares statements of its DSL
//! automatically, but not raw SQL and multi-row inserts, whose text it cannot know to be constant.
//!
//! **Pipelined**: functions that take a shared connection do not wait for each other's responses when they are polled
//! together and in order, as `tokio::try_join!(biased; …)` does. Postgres still executes the statements one after the
//! other, each with a snapshot of its own. When one fails, those after it are skipped, and its error is the one that
//! is returned. Such a function must send all of its statements on the first poll, so that they execute in the order
//! of the arguments.

use std::marker::PhantomData;

use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_query;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use crate::Error;

/// A statement that may be cached as a prepared statement.
pub(crate) struct Prepared<Q> {
    statement: Q,
    is_cacheable: bool,
}

/// Caches a statement. Its SQL text must be constant: all values are bound.
pub(crate) fn prepared<Q>(statement: Q) -> Prepared<Q> {
    Prepared { statement, is_cacheable: true }
}

/// Caches a multi-row insert only for few rows, because each number of rows is another SQL text.
pub(crate) fn prepared_if_few<Q>(statement: Q, rows: usize) -> Prepared<Q> {
    Prepared { statement, is_cacheable: rows <= FEW_ROWS }
}

/// Keeps generic plans for the rest of the transaction if it affects few rows: planning statements with array
/// parameters takes longer than executing them. For many rows a custom plan pays, because it knows the number of
/// rows.
pub(crate) async fn force_generic_plans(mut conn: &AsyncPgConnection, rows: usize) -> Result<(), Error> {
    if rows <= FEW_ROWS {
        let keep = "SELECT set_config('plan_cache_mode', 'force_generic_plan', true)";
        prepared(sql_query(keep)).execute(&mut conn).await?;
    }
    Ok(())
}

const FEW_ROWS: usize = 16;

/// How many different SQL texts a kind of statement has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StatementVariety {
    /// Some hundreds at most.
    Few,
    /// Unbounded: clients determine the number.
    Many,
}

/// Caches a statement unless its kind has many SQL texts. A prepared statement takes memory in the client and in
/// Postgres for as long as the connection lives.
pub(crate) fn prepared_by_variety<Q>(statement: Q, texts: StatementVariety) -> Prepared<Q> {
    Prepared { statement, is_cacheable: texts == StatementVariety::Few }
}

/// Raw SQL with the types of its columns, which are read by position: one column as a value, several as a tuple.
pub(crate) struct Typed<ST, Q> {
    statement: Q,
    columns: PhantomData<ST>,
}

/// Declares the types of the columns of raw SQL, for results that need no names.
pub(crate) fn typed<ST, Q>(statement: Q) -> Typed<ST, Q> {
    Typed { statement, columns: PhantomData }
}

impl<ST, Q> QueryId for Typed<ST, Q> {
    // Identified by its SQL text.
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<ST, Q> Query for Typed<ST, Q> {
    type SqlType = ST;
}

impl<ST, Q, Conn> diesel::RunQueryDsl<Conn> for Typed<ST, Q> {}

impl<ST, Q: QueryFragment<Pg>> QueryFragment<Pg> for Typed<ST, Q> {
    fn walk_ast<'b>(&'b self, out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.statement.walk_ast(out)
    }
}

impl<Q> QueryId for Prepared<Q> {
    // Identified by its SQL text.
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
