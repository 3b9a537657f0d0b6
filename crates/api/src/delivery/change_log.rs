//! Reading the change log: a snapshot of everything that is live, then every change since, in order and in pages. Both the
//! pages of `changes` and the event streams of `changes_sse` are read here.

use chrono::{DateTime, Utc};
use domain::{Limit, Locale, Slug};
use serde::{Deserialize, Serialize};
use store::DeliveryConn;
use store::delivery::changes;
use store::delivery::changes::{Change, ChangePosition, SnapshotPosition};
use store::delivery::editions;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::http::cursor::CursorList;
use crate::http::query_params::NoQuery;
use crate::problem::Problem;

/// A change to published content.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct PublicChange {
    /// The sequence number of the change.
    #[schema(minimum = 1, example = 1207)]
    sequence: i64,
    /// When it happened.
    at: DateTime<Utc>,
    /// The kind of change.
    kind: ChangeKind,
    /// The article; `null` if a section, tag, author or series changed.
    article_id: Option<Uuid>,
    /// The article's locale.
    #[schema(value_type = Option<Locale>)]
    locale: Option<String>,
    /// The slug after the change; for a withdrawn article, its last slug; for a merged term, the slug of the term that
    /// it was merged into. `null` if the article was taken down.
    #[schema(value_type = Option<Slug>)]
    slug: Option<String>,
    /// The previous slug, if the article moved.
    #[schema(value_type = Option<Slug>, example = json!(null))]
    previous_slug: Option<String>,
    /// The cache tags of the responses that the change affects.
    #[schema(example = json!(["article:0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61", "lists", "section:engineering"]))]
    tags: Vec<String>,
}

/// What happened to an article in a locale, or to a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ChangeKind {
    /// The article was published, or is part of the snapshot.
    Published,
    /// The content of the article changed.
    Changed,
    /// The slug of the article changed, and perhaps its content.
    Moved,
    /// The article was withdrawn.
    Withdrawn,
    /// The article was taken down: erase your copy of it. Its earlier changes are removed from the log.
    TakenDown,
    /// The name, slug or description of a section, tag, author or series changed.
    Renamed,
    /// A section, tag, author or series was merged into another one.
    Merged,
}

/// Where reading begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum LogStart {
    /// With a snapshot of everything that is live.
    Start,
    /// After the newest act.
    Now,
    /// At the end of a page.
    At(ChangeCursor),
}

/// A position in the log, as encoded in cursors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum ChangeCursor {
    /// In the snapshot of what was live at an act.
    InSnapshot { act: i64, after: SnapshotPosition },
    /// In the changes since.
    InLog(ChangePosition),
}

/// A parsed request for the log.
pub(super) struct ChangeLogRequest {
    pub(super) begin: LogStart,
    pub(super) limit: Limit,
}

/// A change, and the position after it.
pub(super) type PositionedChange = (Change, ChangeCursor);

/// The log as cursors are bound to it. It has no filter.
pub(super) fn cursor_list(epoch: Uuid) -> CursorList {
    CursorList::new(epoch, "changes", &NoQuery {})
}

impl ChangeLogRequest {
    /// Pages of the maximum size.
    pub(super) fn pages_from(begin: LogStart) -> Self {
        Self { begin, limit: Limit::MAX }
    }

    /// Reads a page: each change with the position after it, and the position where the page ends. If the snapshot ends
    /// within the page, the changes since follow.
    pub(super) async fn read(
        &self,
        conn: &mut DeliveryConn,
    ) -> Result<(Vec<PositionedChange>, ChangeCursor), store::Error> {
        let (act, after) = match &self.begin {
            LogStart::At(ChangeCursor::InLog(after)) => {
                return fill_page(conn, *after, self.limit, Vec::new()).await;
            }
            LogStart::At(ChangeCursor::InSnapshot { act, after }) => (*act, Some(after)),
            LogStart::Now => {
                let newest = editions::log_position(conn).await?.sequence;
                return Ok((Vec::new(), ChangeCursor::InLog(ChangePosition::after_act(newest))));
            }
            LogStart::Start => (editions::log_position(conn).await?.sequence, None),
        };
        let copied = changes::snapshot(conn, act, after, self.limit).await?;
        let found: Vec<PositionedChange> = copied
            .into_iter()
            .map(|(change, after)| (change, ChangeCursor::InSnapshot { act, after }))
            .collect();
        match found.get(self.limit.as_usize() - 1) {
            Some((_, last)) => {
                let last = last.clone();
                Ok((found, last))
            }
            None => fill_page(conn, ChangePosition::after_act(act), self.limit, found).await,
        }
    }
}

/// Fills a page with the changes after a position.
async fn fill_page(
    conn: &mut DeliveryConn,
    after: ChangePosition,
    limit: Limit,
    mut page: Vec<PositionedChange>,
) -> Result<(Vec<PositionedChange>, ChangeCursor), store::Error> {
    let found = changes::since(conn, after, limit).await?;
    let room = limit.as_usize() - page.len();
    page.extend(found.into_iter().take(room).map(|change| {
        let position = ChangeCursor::InLog(change.position());
        (change, position)
    }));
    let last = page.last().map(|(_, after)| after).filter(|after| matches!(after, ChangeCursor::InLog(_)));
    let last = last.cloned().unwrap_or(ChangeCursor::InLog(after));
    Ok((page, last))
}

impl LogStart {
    /// The act after which reading continues.
    pub(super) fn act(&self) -> Option<i64> {
        match self {
            Self::Start | Self::Now => None,
            Self::At(
                ChangeCursor::InSnapshot { act, .. }
                | ChangeCursor::InLog(ChangePosition { sequence: act, .. }),
            ) => Some(*act),
        }
    }

    /// Whether it is before a position in the order of the changes.
    pub(super) fn is_before(&self, position: ChangePosition) -> bool {
        match self {
            Self::At(ChangeCursor::InLog(after)) => *after < position,
            // A client within the snapshot reads the changes since from the log.
            Self::Start | Self::Now | Self::At(ChangeCursor::InSnapshot { .. }) => false,
        }
    }
}

impl TryFrom<Change> for PublicChange {
    type Error = Problem;

    fn try_from(change: Change) -> Result<Self, Problem> {
        let Change { sequence, ordinal: _, at, kind, article_id, locale, slug, previous_slug, tags } = change;
        let kind = serde_json::from_value(kind.into())?;
        Ok(Self { sequence, at, kind, article_id, locale, slug, previous_slug, tags })
    }
}
