//! What changed for readers, in the order of the acts, and what there was at one of them: how a copy elsewhere is made
//! and kept true. Not here: how a server learns which of its answers are old (`acts`).

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::{Limit, Locale};
use uuid::Uuid;

use crate::schema::delivery::{changes, history};
use crate::statement_cache::prepared;
use crate::{DeliveryConn, Error, cache_tags};

/// Something that changed for readers.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = changes, check_for_backend(diesel::pg::Pg))]
pub struct Change {
    /// The act.
    pub sequence: i64,
    /// Its place among what the act did.
    pub ordinal: i32,
    /// When.
    pub at: DateTime<Utc>,
    /// What happened, as the tables spell it: published, changed, moved, withdrawn, taken_down, renamed, merged.
    pub kind: String,
    /// The article; none where it happened to a term.
    pub article_id: Option<Uuid>,
    /// The article's locale.
    pub locale: Option<String>,
    /// The slug that the article or term has since; none of what was taken down.
    pub slug: Option<String>,
    /// The slug that an article had before, where that was another one.
    pub previous_slug: Option<String>,
    /// What it made stale ([`crate::cache_tags`]).
    pub tags: Vec<String>,
}

/// A place in the order of all changes: after this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ChangePosition {
    /// Its act.
    pub sequence: i64,
    /// Its place among what the act did.
    pub ordinal: i32,
}

/// A place among what there was: after this article in this locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SnapshotPosition {
    /// The article.
    pub article: Uuid,
    /// Its locale.
    pub locale: Locale,
}

impl Change {
    /// The place after it.
    #[must_use]
    pub fn position(&self) -> ChangePosition {
        ChangePosition { sequence: self.sequence, ordinal: self.ordinal }
    }
}

impl ChangePosition {
    /// After all that an act did.
    #[must_use]
    pub fn after_act(sequence: i64) -> Self {
        Self { sequence, ordinal: i32::MAX }
    }
}

/// What changed after a place, at most so many. Acts are numbered as they are committed: nothing appears before what
/// was seen already.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn since(
    conn: &mut DeliveryConn,
    after: ChangePosition,
    limit: Limit,
) -> Result<Vec<Change>, Error> {
    let ChangePosition { sequence, ordinal } = after;
    // As a range of the key, whose first column alone says where to begin.
    let later = changes::sequence.gt(sequence).or(changes::ordinal.gt(ordinal));
    let query = changes::table.filter(changes::sequence.ge(sequence)).filter(later);
    let query = query.order((changes::sequence, changes::ordinal)).limit(limit.get());
    Ok(query.select(Change::as_select()).load(conn.inner()).await?)
}

/// What readers saw when an act was the newest, by article and locale, after a place; at most so many. Each as the
/// publishing of it, with the place after it. What was taken down since is left out.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn snapshot(
    conn: &mut DeliveryConn,
    sequence: i64,
    after: Option<&SnapshotPosition>,
    limit: Limit,
) -> Result<Vec<(Change, SnapshotPosition)>, Error> {
    let still = history::closed_sequence.is_null().or(history::closed_sequence.gt(sequence));
    let mut query = history::table.filter(history::opened_sequence.le(sequence)).filter(still).into_boxed();
    if let Some(SnapshotPosition { article, locale }) = after {
        let later = history::article_id.gt(*article).or(history::locale.gt(locale.as_str()));
        query = query.filter(history::article_id.ge(*article)).filter(later);
    }
    let query = query.order((history::article_id, history::locale)).limit(limit.get());
    let rows: Vec<SnapshotRow> = prepared(query.select(SnapshotRow::as_select())).load(conn.inner()).await?;
    rows.into_iter().map(<(Change, SnapshotPosition)>::try_from).collect()
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = history, check_for_backend(diesel::pg::Pg))]
struct SnapshotRow {
    article_id: Uuid,
    locale: String,
    opened_sequence: i64,
    opened_at: DateTime<Utc>,
    slug: String,
}

impl TryFrom<SnapshotRow> for (Change, SnapshotPosition) {
    type Error = Error;

    fn try_from(row: SnapshotRow) -> Result<Self, Error> {
        let SnapshotRow { article_id, locale, opened_sequence, opened_at, slug } = row;
        let after = SnapshotPosition { article: article_id, locale: locale.clone().try_into()? };
        let change = Change {
            sequence: opened_sequence,
            ordinal: 0,
            at: opened_at,
            kind: "published".to_owned(),
            article_id: Some(article_id),
            locale: Some(locale),
            slug: Some(slug),
            previous_slug: None,
            tags: vec![cache_tags::article(article_id)],
        };
        Ok((change, after))
    }
}
