//! The public change log: what changed, in the order of the acts, and a snapshot of what was live at a given act.
//! With both, a consumer builds a copy and keeps it up to date. Invalidation of the servers' own caches is in
//! `operations::act_log`.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::{Limit, Locale};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::schema::delivery::{changes, history};
use crate::statement_cache::prepared;
use crate::{DeliveryConn, Error, cache_tags};

/// One public change.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = changes, check_for_backend(diesel::pg::Pg))]
pub struct Change {
    /// The sequence number of the act.
    pub sequence: i64,
    /// The position of this change within its act.
    pub ordinal: i32,
    pub at: DateTime<Utc>,
    /// The kind, spelled as in the tables: published, changed, moved, withdrawn, taken_down, renamed, merged.
    pub kind: String,
    /// The article; `None` when a term changed.
    pub article_id: Option<Uuid>,
    pub locale: Option<String>,
    /// The slug of the article or term after the change; `None` after a takedown.
    pub slug: Option<String>,
    /// The previous slug of an article, when it moved.
    pub previous_slug: Option<String>,
    /// The cache tags it invalidated ([`crate::cache_tags`]).
    pub tags: Vec<String>,
}

/// A position in the change log; reading continues after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ChangePosition {
    pub sequence: i64,
    pub ordinal: i32,
}

/// A position in a snapshot; reading continues after this article in this locale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotPosition {
    pub article: Uuid,
    pub locale: Locale,
}

impl Change {
    /// The position of this change, to continue after it.
    #[must_use]
    pub fn position(&self) -> ChangePosition {
        ChangePosition { sequence: self.sequence, ordinal: self.ordinal }
    }
}

impl ChangePosition {
    /// The position after everything that an act changed.
    #[must_use]
    pub fn after_act(sequence: i64) -> Self {
        Self { sequence, ordinal: i32::MAX }
    }
}

/// Up to `limit` changes after a position. Sequence numbers are assigned in commit order, so no change can appear
/// later at a position that was already read.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn since(
    conn: &mut DeliveryConn,
    after: ChangePosition,
    limit: Limit,
) -> Result<Vec<Change>, Error> {
    let ChangePosition { sequence, ordinal } = after;
    // Written as a range on the first key column plus a condition, so that the index scan starts at the position.
    let later = changes::sequence.gt(sequence).or(changes::ordinal.gt(ordinal));
    let query = changes::table.filter(changes::sequence.ge(sequence)).filter(later);
    let query = query.order((changes::sequence, changes::ordinal)).limit(limit.get());
    Ok(query.select(Change::as_select()).load(conn.inner()).await?)
}

/// Up to `limit` articles that were live when act number `sequence` was the newest, ordered by article and locale,
/// each as a `published` change with the position after it. Articles taken down since are left out.
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
