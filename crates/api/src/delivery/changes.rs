//! The pages of the change log: first a snapshot of everything that is live, then every change since. A client that reads
//! to the end and continues with its cursor misses nothing. The event stream is in `changes_sse`.

use std::collections::BTreeSet;

use actix_web::{HttpRequest, HttpResponse, get, web};
use domain::{Invalid, Limit};
use serde::{Deserialize, Serialize};
use store::cache_tags;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::delivery::change_log::{
    ChangeCursor, ChangeLogRequest, LOG, LogStart, PositionedChange, PublicChange,
};
use crate::delivery::read_source::ReadSource;
use crate::delivery::{PublicApi, changes_sse, item, parameters};
use crate::http::cache_key::CacheKey;
use crate::http::cursor::{Cursor, NextPage};
use crate::http::pagination;
use crate::http::query_params::{ParamErrors, Query};
use crate::http::response::{Response, Vary};
use crate::problem::Problem;
use crate::response_cache::lookup::LookupRequest;

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
    let is_stream = changes_sse::is_requested(&request);
    let query = if is_stream { query.0.after_event(changes_sse::last_event(&request)) } else { query.0 };
    let epoch = delivery.epoch();
    let (log, min_sequence) = ChangeLogRequest::of(query, epoch)?;
    delivery.must_have_happened(epoch, &log.begin).await?;
    if is_stream {
        delivery.changes.require_sequence(min_sequence).await?;
        return changes_sse::stream_changes(&delivery, epoch, log.begin);
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

impl ChangeLogRequest {
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
