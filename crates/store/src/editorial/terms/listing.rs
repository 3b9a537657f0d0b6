//! Lists of terms for editors, with their usage counts.

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Bool, Jsonb, Nullable, Text, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use domain::{Limit, Name, Slug, Term, TermId, TermKind};
use serde_json::Value;
use uuid::Uuid;

use crate::delivery::terms::TermPosition;
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
    let row: TermUsageRow = sql_query(FIND).bind::<SqlUuid, _>(id.0).get_result(conn.inner()).await?;
    TermUsage::try_from(row)
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
    let backwards = position.is_some_and(|position| position.before);
    let query = sql_query(if backwards { LIST_BEFORE } else { LIST_AFTER });
    let query = query.bind::<Text, _>(kind.as_str()).bind::<Nullable<Text>, _>(text);
    let query = query.bind::<Nullable<Text>, _>(position.map(|position| position.slug.as_str()));
    let rows: Vec<TermUsageRow> = query.bind::<BigInt, _>(limit.get() + 1).load(conn.inner()).await?;
    let more = rows.len() > limit.as_usize();
    let mut used = rows
        .into_iter()
        .take(limit.as_usize())
        .map(TermUsage::try_from)
        .collect::<Result<Vec<_>, Error>>()?;
    if backwards {
        used.reverse();
    }
    Ok((used, more))
}

#[derive(QueryableByName)]
struct TermUsageRow {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Text)]
    slug: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Nullable<Text>)]
    description: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    url: Option<String>,
    #[diesel(sql_type = Nullable<Jsonb>)]
    picture: Option<Value>,
    #[diesel(sql_type = BigInt)]
    version: i64,
    #[diesel(sql_type = BigInt)]
    draft_count: i64,
    #[diesel(sql_type = Bool)]
    is_public: bool,
}

impl TryFrom<TermUsageRow> for TermUsage {
    type Error = Error;

    fn try_from(row: TermUsageRow) -> Result<Self, Error> {
        let TermUsageRow { id, kind, slug, name, description, url, picture, version, draft_count, is_public } =
            row;
        let picture = picture.map(serde_json::from_value).transpose().map_err(Error::internal)?;
        let (kind, slug, name) = (TermKind::try_from(kind)?, Slug::try_from(slug)?, Name::try_from(name)?);
        let term = Term { id: TermId(id), kind, slug, name, description, url, picture, version };
        Ok(Self { term, draft_count, is_public })
    }
}

const FIND: &str = "
WITH found AS (
    SELECT id, kind, slug, name, description, url, picture, version FROM editorial.terms
    WHERE ended_at IS NULL AND id = (SELECT coalesce(merged_into, id) FROM editorial.terms WHERE id = $1)
)
SELECT found.*, drafted.draft_count,
    EXISTS (SELECT FROM delivery.placements WHERE placements.term_id = found.id) AS is_public
FROM found
CROSS JOIN LATERAL (
    SELECT count(DISTINCT drafts.id) AS draft_count
    FROM editorial.terms AS same
    JOIN editorial.revision_terms ON revision_terms.term_id = same.id
    JOIN editorial.drafts ON drafts.id = revision_terms.draft_id AND drafts.revision = revision_terms.number
    WHERE same.id = found.id OR same.merged_into = found.id
) AS drafted";

const LIST_AFTER: &str = "
WITH found AS (
    SELECT id, kind, slug, name, description, url, picture, version FROM editorial.terms
    WHERE kind = $1 AND ended_at IS NULL
        AND ($2 IS NULL OR strpos(lower(name), lower($2)) > 0 OR strpos(slug, lower($2)) > 0)
        AND ($3 IS NULL OR slug > $3)
    ORDER BY slug ASC
    LIMIT $4
)
SELECT found.*, drafted.draft_count,
    EXISTS (SELECT FROM delivery.placements WHERE placements.term_id = found.id) AS is_public
FROM found
CROSS JOIN LATERAL (
    SELECT count(DISTINCT drafts.id) AS draft_count
    FROM editorial.terms AS same
    JOIN editorial.revision_terms ON revision_terms.term_id = same.id
    JOIN editorial.drafts ON drafts.id = revision_terms.draft_id AND drafts.revision = revision_terms.number
    WHERE same.id = found.id OR same.merged_into = found.id
) AS drafted
ORDER BY found.slug ASC";

const LIST_BEFORE: &str = "
WITH found AS (
    SELECT id, kind, slug, name, description, url, picture, version FROM editorial.terms
    WHERE kind = $1 AND ended_at IS NULL
        AND ($2 IS NULL OR strpos(lower(name), lower($2)) > 0 OR strpos(slug, lower($2)) > 0)
        AND ($3 IS NULL OR slug < $3)
    ORDER BY slug DESC
    LIMIT $4
)
SELECT found.*, drafted.draft_count,
    EXISTS (SELECT FROM delivery.placements WHERE placements.term_id = found.id) AS is_public
FROM found
CROSS JOIN LATERAL (
    SELECT count(DISTINCT drafts.id) AS draft_count
    FROM editorial.terms AS same
    JOIN editorial.revision_terms ON revision_terms.term_id = same.id
    JOIN editorial.drafts ON drafts.id = revision_terms.draft_id AND drafts.revision = revision_terms.number
    WHERE same.id = found.id OR same.merged_into = found.id
) AS drafted
ORDER BY found.slug DESC";
