//! Lists of terms for editors, with their usage counts.

use diesel::define_sql_function;
use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Text, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use domain::{Limit, Term, TermId, TermKind};

use super::is_active;
use super::rows::TermRow;
use crate::delivery::terms::TermPosition;
use crate::page;
use crate::schema::editorial::terms;
use crate::{EditorialConn, Error};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermUsage {
    pub term: Term,
    /// The number of drafts whose newest revision names it.
    pub draft_count: i64,
    /// Whether it has live articles.
    pub is_public: bool,
}

/// Finds a term by its id, or by the id of a term that was merged into it.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Unavailable`].
pub async fn find(conn: &mut EditorialConn, id: TermId) -> Result<TermUsage, Error> {
    let current = sql::<SqlUuid>("(SELECT coalesce(merged_into, id) FROM editorial.terms WHERE id = ");
    let current = terms::id.eq(current.bind::<SqlUuid, _>(id.0).sql(")"));
    let found = terms::table.filter(current).filter(is_active()).select(TermUsageRow::as_select());
    TermUsage::try_from(found.first(conn.inner()).await?)
}

/// One page of the terms of a kind whose name or slug contains a text, by slug, and whether there are more in the
/// direction that was read.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn list(
    conn: &mut EditorialConn,
    kind: TermKind,
    text: Option<&str>,
    position: Option<&TermPosition>,
    limit: Limit,
) -> Result<(Vec<TermUsage>, bool), Error> {
    let of_kind = terms::table.filter(terms::kind.eq(kind.as_str())).filter(is_active());
    let mut query = of_kind.select(TermUsageRow::as_select()).limit(limit.get() + 1).into_boxed();
    if let Some(text) = text {
        let in_name = strpos(lower(terms::name), lower(text)).gt(0);
        query = query.filter(in_name.or(strpos(terms::slug, lower(text)).gt(0)));
    }
    query = match position {
        Some(TermPosition { slug, before: true }) => {
            query.filter(terms::slug.lt(slug)).order(terms::slug.desc())
        }
        Some(TermPosition { slug, before: false }) => {
            query.filter(terms::slug.gt(slug)).order(terms::slug.asc())
        }
        None => query.order(terms::slug.asc()),
    };
    let mut rows: Vec<TermUsageRow> = query.load(conn.inner()).await?;
    let more = page::truncate(&mut rows, limit);
    if position.is_some_and(|position| position.before) {
        rows.reverse();
    }
    Ok((rows.into_iter().map(TermUsage::try_from).collect::<Result<_, _>>()?, more))
}

define_sql_function!(fn lower(text: Text) -> Text);
define_sql_function!(fn strpos(text: Text, part: Text) -> Integer);

#[derive(Queryable, Selectable)]
#[diesel(table_name = terms, check_for_backend(Pg))]
struct TermUsageRow {
    #[diesel(embed)]
    term: TermRow,
    #[diesel(select_expression = sql(DRAFT_COUNT), select_expression_type = SqlLiteral<BigInt>)]
    draft_count: i64,
    #[diesel(select_expression = sql(IS_PUBLIC), select_expression_type = SqlLiteral<Bool>)]
    is_public: bool,
}

impl TryFrom<TermUsageRow> for TermUsage {
    type Error = Error;

    fn try_from(TermUsageRow { term, draft_count, is_public }: TermUsageRow) -> Result<Self, Error> {
        Ok(Self { term: Term::try_from(term)?, draft_count, is_public })
    }
}

const DRAFT_COUNT: &str = "(
    SELECT count(DISTINCT drafts.id)
    FROM editorial.terms AS same
    JOIN editorial.revision_terms ON revision_terms.term_id = same.id
    JOIN editorial.drafts ON drafts.id = revision_terms.draft_id AND drafts.revision = revision_terms.number
    WHERE same.id = terms.id OR same.merged_into = terms.id
)";

const IS_PUBLIC: &str = "EXISTS (SELECT FROM delivery.placements WHERE placements.term_id = terms.id)";
