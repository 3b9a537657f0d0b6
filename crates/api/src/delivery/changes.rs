//! The pages of the change log: first a snapshot of everything that is live, then every change since. A client that reads
//! to the end and continues with its cursor misses nothing. The event stream is in `changes_sse`.

use std::collections::BTreeSet;

use actix_web::{HttpRequest, HttpResponse, get, web};
use serde::{Deserialize, Serialize};
use store::cache_tags;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::delivery::change_log::{
    ChangeCursor, ChangeLogRequest, LogStart, PositionedChange, PublicChange, cursor_list,
};
use crate::delivery::parameters::FreshnessQuery;
use crate::delivery::read_source::ReadSource;
use crate::delivery::{PublicApi, changes_sse};
use crate::http::cache_key;
use crate::http::cursor::CursorList;
use crate::http::pagination::{NextPage, NextPageQuery, link_header};
use crate::http::query_params::{NamedValue, OrDefault, Query, query_params};
use crate::http::response::{Response, Vary};
use crate::problem::Problem;
use crate::response_cache::lookup::LookupRequest;

/// A page of the change log.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct ChangePage {
    /// The changes, in order. Empty if nothing has changed since.
    data: Vec<PublicChange>,
    /// The cursor to continue with. `next` is never `null`.
    page: NextPage,
}

query_params! {
    /// Where the change log is read from.
    pub(crate) struct OriginQuery {
        /// Where to start: `start` returns everything that is live, each article as `published`, and then the changes
        /// since; `now` returns only changes from now on. Default: `start`. Cannot be combined with `after`.
        #[example = "start"]
        from: OrDefault<LogOrigin>,
    }
    exclusive(after, from)
}

/// Where a log without a cursor starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum LogOrigin {
    #[default]
    Start,
    Now,
}

impl NamedValue for LogOrigin {
    const NAMES: &'static [(&'static str, Self)] = &[("start", Self::Start), ("now", Self::Now)];
}

type ChangesQuery = Query<(OriginQuery, NextPageQuery, FreshnessQuery)>;

/// Lists changes.
///
/// Without a cursor, the log starts with a snapshot of everything that is live, followed by all changes since, in
/// order, each exactly once. Continue with `page.next` until a page is empty, and poll again later with the same
/// cursor.
///
/// With `Accept: text/event-stream`, the same log is a stream of server-sent events that continues with new changes as
/// they happen. Each event has the cursor as its `id`, the kind of change as its `event`, and the change as its
/// `data`.
#[utoipa::path(tag = "changes", params(ChangesQuery), responses((status = 200, description = "A page of changes, or a stream of events.", content((ChangePage = "application/json"), (String = "text/event-stream")))))]
#[get("/changes")]
pub(crate) async fn list_changes(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: ChangesQuery,
) -> Result<HttpResponse, Problem> {
    let (mut origin, mut page, FreshnessQuery { min_sequence }) = query.0;
    let is_stream = changes_sse::is_requested(&request);
    // A reconnecting client repeats its first URL, so its last event takes the place of `from` and `after`.
    if let Some(last) = changes_sse::last_event(&request).filter(|_| is_stream) {
        (origin.from, page.after) = (OrDefault::default(), Some(last?));
    }
    let list = cursor_list(delivery.epoch());
    let begin = match page.position(&list)? {
        Some(position) => LogStart::At(position),
        None if origin.from.0 == LogOrigin::Now => LogStart::Now,
        None => LogStart::Start,
    };
    delivery.check_act_exists(list.epoch, &begin).await?;
    if is_stream {
        delivery.changes.require_sequence(min_sequence).await?;
        return changes_sse::stream_changes(&delivery, list.epoch, begin);
    }
    let log = ChangeLogRequest { begin, limit: page.limit.0 };
    let url = cache_key::for_route(&request, &NextPageQuery { after: None, limit: page.limit });
    let key = cache_key::for_route(&request, &(origin, page));
    delivery
        .respond(&request, LookupRequest { key, min_sequence }, async move |source: ReadSource| {
            let (found, next) = source.read(async |conn| log.read(conn).await).await?;
            response(&list, &url, found, &next)
        })
        .await
}

impl PublicApi {
    /// Rejects a cursor after an act that does not exist. An instance that has not seen the act syncs first. If the
    /// database does not have it either, the cursor is forged, or from before a restore that is not detected yet. A
    /// cursor proves nothing, so it never begins a new epoch.
    async fn check_act_exists(&self, epoch: Uuid, begin: &LogStart) -> Result<(), Problem> {
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

fn response(
    list: &CursorList,
    url: &str,
    found: Vec<PositionedChange>,
    next: &ChangeCursor,
) -> Result<Response, Problem> {
    // Tag the page with its articles, so that a takedown evicts it.
    let named: BTreeSet<Uuid> = found.iter().filter_map(|(change, _)| change.article_id).collect();
    let tags = named.into_iter().map(cache_tags::article).chain([cache_tags::LISTS.to_owned()]).collect();
    let data =
        found.into_iter().map(|(change, _)| PublicChange::try_from(change)).collect::<Result<_, _>>()?;
    let cursor = list.cursor(next);
    let links = link_header(url, Some(&cursor), None);
    let page = ChangePage { data, page: NextPage::at(cursor) };
    let answer = Response::live(serde_json::to_string(&page)?, tags);
    Ok(Response { links, vary: Vary::EncodingAndForm, ..answer })
}
