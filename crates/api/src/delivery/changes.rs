//! The change log: first a copy of everything that is live, then every change since, in order and in pages. A client
//! that reads to the end and continues with its cursor misses nothing. The event stream is in `changes_sse`.

use std::collections::BTreeSet;

use actix_web::{HttpRequest, HttpResponse, get, web};
use chrono::{DateTime, Utc};
use domain::{Invalid, Limit, Locale, Slug};
use serde::{Deserialize, Serialize};
use store::delivery::changes;
use store::delivery::changes::{Change, ChangePosition, SnapshotPosition};
use store::delivery::editions;
use store::{DeliveryConn, cache_tags};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::delivery::read_source::ReadSource;
use crate::delivery::{PublicApi, changes_sse, item, parameters};
use crate::http::cache_key::CacheKey;
use crate::http::cursor::{Cursor, NextPage};
use crate::http::pagination;
use crate::http::query_params::{ParamErrors, Query};
use crate::http::response::{Response, Vary};
use crate::problem::Problem;
use crate::response_cache::lookup::LookupRequest;

/// Something that changed for readers.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct PublicChange {
    /// The act that changed it.
    #[schema(minimum = 1, example = 1207)]
    sequence: i64,
    /// When.
    at: DateTime<Utc>,
    /// What happened.
    kind: ChangeKind,
    /// The article; `null` where it happened to a section, tag, author or series.
    article_id: Option<Uuid>,
    /// The article's locale.
    #[schema(value_type = Option<Locale>)]
    locale: Option<String>,
    /// The slug that the article has since, or had last; of a term the one it has since, or of the term it became. `null`
    /// where it was taken down.
    #[schema(value_type = Option<Slug>)]
    slug: Option<String>,
    /// The slug that the article had before it moved.
    #[schema(value_type = Option<Slug>, example = json!(null))]
    previous_slug: Option<String>,
    /// The cache tags of the answers that are other ones since.
    #[schema(example = json!(["article:0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61", "lists", "section:engineering"]))]
    tags: Vec<String>,
}

/// What happened to an article in a locale, or to a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ChangeKind {
    /// It can be read, and could not be before; or it is part of the copy.
    Published,
    /// It says something else.
    Changed,
    /// It has another slug, and perhaps says something else.
    Moved,
    /// It is not there any more.
    Withdrawn,
    /// It is not there any more, and never was: what was kept of it is to be erased. What happened to it before is not in
    /// the log any more.
    TakenDown,
    /// A section, tag, author or series has another name, slug or description.
    Renamed,
    /// A section, tag, author or series became part of another one.
    Merged,
}

/// One page of the change log.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct ChangePage {
    /// The changes, in order. None: nothing has changed since.
    data: Vec<PublicChange>,
    /// Where the log goes on: `next` is always there.
    page: NextPage,
}

/// From where.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ChangesQuery {
    /// `start`: everything that can be read, each article as published, and then what changed since. `now`: what changes
    /// from now on. `start` when absent.
    #[param(pattern = "^(start|now)$", example = "start")]
    from: Option<String>,
    /// What comes after this cursor, from `page.next`. It takes the place of `from`.
    after: Option<String>,
    /// How many on a page, 1 to 100.
    #[param(value_type = Option<i32>, minimum = 1, maximum = 100, example = 20)]
    limit: Option<String>,
    /// An act, by the `sequence` that it was answered with: the answer knows of it, or there is none yet.
    #[param(value_type = Option<i64>, minimum = 1, example = 1)]
    min_sequence: Option<String>,
}

impl ChangesQuery {
    /// Continues after `Last-Event-ID`: a reconnecting client repeats its first URL only.
    fn after_event(self, last: Option<String>) -> Self {
        match last {
            Some(cursor) => Self { from: None, after: Some(cursor), ..self },
            None => self,
        }
    }
}

/// Lists what changed.
///
/// Without a cursor it begins with a copy of everything that can be read; then come the changes since, in the order of the
/// acts, none missed and none doubled, however long it takes. Go on with `page.next` until a page is empty, and ask
/// again later with the same cursor.
///
/// With `Accept: text/event-stream` the same log comes as server-sent events, and goes on coming as things happen: each
/// event has the cursor as its `id`, the kind as its `event`, and the change as its `data`.
#[utoipa::path(tag = "changes", params(ChangesQuery), responses((status = 200, description = "A page of changes, or changes as they happen.", content((ChangePage = "application/json"), (String = "text/event-stream")))))]
#[get("/changes")]
pub(crate) async fn list_changes(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: Query<ChangesQuery>,
) -> Result<HttpResponse, Problem> {
    let is_told = changes_sse::is_wanted(&request);
    let query = if is_told { query.0.after_event(changes_sse::last_event(&request)) } else { query.0 };
    let epoch = delivery.epoch();
    let (log, min_sequence) = ChangeLogRequest::of(query, epoch)?;
    delivery.must_have_happened(epoch, &log.begin).await?;
    if is_told {
        delivery.changes.require_sequence(min_sequence).await?;
        return changes_sse::tell(&delivery, epoch, log.begin);
    }
    let onwards = log.limited(&request).into_string();
    let asked = LookupRequest { key: log.cache_key(&request), min_sequence };
    delivery
        .respond(&request, asked, async move |source: ReadSource| {
            let (found, next) = source.read(async |conn| log.read(conn).await).await?;
            page_of(epoch, &onwards, found, &next)
        })
        .await
}

/// Where reading begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum LogStart {
    /// With a copy of everything that is live.
    Start,
    /// After the newest act.
    Now,
    /// At the end of a page.
    At(ChangeCursor),
}

/// A position in the log, as encoded in cursors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ChangeCursor {
    /// In the copy of what was live at an act.
    InCopy { act: i64, after: SnapshotPosition },
    /// In the changes since.
    InLog(ChangePosition),
}

/// A parsed request for the log.
pub(super) struct ChangeLogRequest {
    begin: LogStart,
    cursor: Option<String>,
    limit: Limit,
}

impl PublicApi {
    /// Rejects a cursor after an act that does not exist. An instance that has not seen the act syncs first. If the
    /// database does not have it either, the cursor is forged, or from before a restore that is not detected yet. A
    /// cursor proves nothing, so it never begins a new epoch.
    async fn must_have_happened(&self, epoch: Uuid, begin: &LogStart) -> Result<(), Problem> {
        let Some(act) = begin.act().filter(|act| *act > self.changes.last_seen_sequence()) else {
            return Ok(());
        };
        self.sync().await.map_err(|_lost| Problem::unavailable())?;
        if self.epoch() == epoch && act <= self.changes.last_seen_sequence() {
            return Ok(());
        }
        Err(Problem::start_over())
    }
}

/// The path of the log.
pub(crate) const PATH: &str = "/v1/changes";

/// The name that cursors of the log are bound to.
const LOG: &str = "changes";

impl ChangeLogRequest {
    /// Pages of the maximum size.
    pub(super) fn pages_from(begin: LogStart) -> Self {
        Self { begin, cursor: None, limit: Limit::MAX }
    }

    fn of(query: ChangesQuery, epoch: Uuid) -> Result<(Self, Option<i64>), Problem> {
        let ChangesQuery { from, after: cursor, limit, min_sequence } = query;
        let mut errors = ParamErrors::default();
        let both = from.is_some() && cursor.is_some();
        let from = errors.check("from", from.map(begin).transpose()).unwrap_or(LogStart::Start);
        let limit = errors.check("limit", limit.map(parameters::limit).transpose()).unwrap_or_default();
        let min_sequence = item::min_sequence(min_sequence, &mut errors);
        if both {
            let detail = "A cursor says where to go on: give either from or after.";
            errors.check::<()>("from", Err(Invalid::one("exclusive", detail)));
        }
        errors.finish()?;
        let known = Cursor::position(epoch, LOG, cursor.as_deref(), ChangeCursor::read)?;
        Ok((Self { begin: known.map_or(from, LogStart::At), cursor, limit }, min_sequence))
    }

    /// The address of the log, with pages of this size.
    fn limited(&self, request: &HttpRequest) -> CacheKey {
        let limit = (self.limit != Limit::default()).then(|| self.limit.get());
        CacheKey::for_route(request).with("limit", limit)
    }

    fn cache_key(&self, request: &HttpRequest) -> String {
        let from = (self.begin == LogStart::Now).then_some("now");
        self.limited(request).with("from", from).with("after", self.cursor.as_ref()).into_string()
    }

    /// Reads a page: each change with the position after it, and the position where the page ends. If the copy ends
    /// within the page, the changes since follow.
    pub(super) async fn read(
        &self,
        conn: &mut DeliveryConn,
    ) -> Result<(Vec<PositionedChange>, ChangeCursor), store::Error> {
        let (act, copied) = match &self.begin {
            LogStart::At(ChangeCursor::InLog(after)) => {
                return follow(conn, *after, self.limit, Vec::new()).await;
            }
            LogStart::At(ChangeCursor::InCopy { act, after }) => (*act, Some(after)),
            LogStart::Now => {
                let newest = editions::log_position(conn).await?.sequence;
                return Ok((Vec::new(), ChangeCursor::InLog(ChangePosition::after_act(newest))));
            }
            LogStart::Start => (editions::log_position(conn).await?.sequence, None),
        };
        let copied = changes::snapshot(conn, act, copied, self.limit).await?;
        let found: Vec<PositionedChange> =
            copied.into_iter().map(|(change, after)| (change, ChangeCursor::InCopy { act, after })).collect();
        match found.get(self.limit.as_usize() - 1) {
            Some((_, last)) => {
                let last = last.clone();
                Ok((found, last))
            }
            None => follow(conn, ChangePosition::after_act(act), self.limit, found).await,
        }
    }
}

/// A change, and the position after it.
type PositionedChange = (Change, ChangeCursor);

/// Fills a page with the changes after a position.
async fn follow(
    conn: &mut DeliveryConn,
    after: ChangePosition,
    limit: Limit,
    mut page: Vec<PositionedChange>,
) -> Result<(Vec<PositionedChange>, ChangeCursor), store::Error> {
    let found = changes::since(conn, after, limit).await?;
    let room = limit.as_usize() - page.len();
    page.extend(found.into_iter().take(room).map(|change| {
        let place = ChangeCursor::InLog(change.position());
        (change, place)
    }));
    let last = page.last().map(|(_, place)| place).filter(|place| matches!(place, ChangeCursor::InLog(_)));
    let last = last.cloned().unwrap_or(ChangeCursor::InLog(after));
    Ok((page, last))
}

fn page_of(
    epoch: Uuid,
    onwards: &str,
    found: Vec<PositionedChange>,
    next: &ChangeCursor,
) -> Result<Response, Problem> {
    // Tag the page with its articles, so that a takedown evicts it.
    let named: BTreeSet<Uuid> = found.iter().filter_map(|(change, _)| change.article_id).collect();
    let tags = named.into_iter().map(cache_tags::article).chain([cache_tags::LISTS.to_owned()]).collect();
    let data =
        found.into_iter().map(|(change, _)| PublicChange::try_from(change)).collect::<Result<_, _>>()?;
    let cursor = next.cursor(epoch)?;
    let links = Some(pagination::page_link(onwards, "after", &cursor, "next"));
    let page = ChangePage { data, page: NextPage::at(cursor) };
    let answer = Response::live(serde_json::to_string(&page)?, tags);
    Ok(Response { links, vary: Vary::EncodingAndForm, ..answer })
}

fn begin(text: String) -> Result<LogStart, Invalid> {
    match text.as_str() {
        "start" => Ok(LogStart::Start),
        "now" => Ok(LogStart::Now),
        _ => Err(Invalid::one("enum", "A log is read from start or from now.")),
    }
}

impl LogStart {
    /// The act after which reading continues.
    fn act(&self) -> Option<i64> {
        match self {
            Self::Start | Self::Now => None,
            Self::At(
                ChangeCursor::InCopy { act, .. } | ChangeCursor::InLog(ChangePosition { sequence: act, .. }),
            ) => Some(*act),
        }
    }

    /// Whether it is before a place in the order of the changes.
    pub(super) fn is_before(&self, place: ChangePosition) -> bool {
        match self {
            Self::At(ChangeCursor::InLog(after)) => *after < place,
            // A client within the copy reads the changes since from the log.
            Self::Start | Self::Now | Self::At(ChangeCursor::InCopy { .. }) => false,
        }
    }
}

impl ChangeCursor {
    /// The cursor that goes on there.
    pub(super) fn cursor(&self, epoch: Uuid) -> Result<String, Problem> {
        Cursor::encode(epoch, LOG, self.to_key())
    }

    /// As cursors hold it.
    fn to_key(&self) -> String {
        match self {
            Self::InCopy { act, after: SnapshotPosition { article, locale } } => {
                format!("{act} {article} {locale}")
            }
            Self::InLog(ChangePosition { sequence, ordinal }) => format!("{sequence} {ordinal}"),
        }
    }

    /// The place that a cursor holds.
    fn read(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split(' ').collect();
        match parts.as_slice() {
            [act, article, locale] => {
                let after = SnapshotPosition {
                    article: article.parse().ok()?,
                    locale: Locale::try_from((*locale).to_owned()).ok()?,
                };
                Some(Self::InCopy { act: act.parse().ok()?, after })
            }
            [sequence, ordinal] => {
                let after =
                    ChangePosition { sequence: sequence.parse().ok()?, ordinal: ordinal.parse().ok()? };
                Some(Self::InLog(after))
            }
            _ => None,
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
