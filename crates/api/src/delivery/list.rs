//! Lists of teasers and articles: parses a request, reads a page and builds the response. The parameters are in
//! `parameters`.

use std::collections::BTreeSet;
use std::iter;

use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, SecondsFormat, Utc};
use domain::{ArticleId, CalendarPeriod, Invalid, Limit, LiveArticle, Moment};
use serde::{Deserialize, Serialize};
use store::delivery::editions;
use store::delivery::editions::{EditionFilter, EditionPosition, Fields, Page, Sort, SortKey};
use store::{DeliveryConn, cache_tags, time_zone};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::delivery::parameters::{
    ArticleQuery, TeaserQuery, flag, id, kicker, limit, moment, period, slug, sort,
};
use crate::delivery::read_source::ReadSource;
use crate::delivery::{PublicApi, item};
use crate::http::cache_key::CacheKey;
use crate::http::cursor::Cursor;
use crate::http::pagination;
use crate::http::query_params;
use crate::http::query_params::ParamErrors;
use crate::http::response::Response;
use crate::problem::{Problem, ProblemError};
use crate::response_cache::lookup::LookupRequest;

/// Where a list goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct PageLinks {
    /// The cursor of the next page, for `after`.
    #[schema(example = json!(null))]
    pub(crate) next: Option<String>,
    /// The cursor of the page before, for `before`.
    #[schema(example = json!(null))]
    pub(crate) previous: Option<String>,
    /// How many there are in all, as text: beyond 10,000 it is `10,000+`. Only with `total=true`.
    #[schema(example = "12")]
    pub(crate) total: Option<String>,
}

/// A parsed request for a list.
pub(crate) struct ListRequest {
    filter: EditionFilter,
    /// A calendar period to filter by. It is resolved at read time, in the time zone of the site.
    published_on: Option<CalendarPeriod>,
    sort: Sort,
    position: Option<EditionPosition>,
    /// The cursors that say so.
    after: Option<String>,
    before: Option<String>,
    limit: Limit,
    wanted: Fields,
    total: bool,
    /// The act that the answer must know of.
    min_sequence: Option<i64>,
    /// The filter and order that cursors of this list are bound to.
    identity: String,
}

impl ListRequest {
    pub(crate) fn of_teasers(query: TeaserQuery, delivery: &PublicApi) -> Result<Self, Problem> {
        Self::of(query, Fields::default(), ParamErrors::default(), delivery)
    }

    pub(crate) fn of_articles(query: ArticleQuery, delivery: &PublicApi) -> Result<Self, Problem> {
        let mut errors = ParamErrors::default();
        let wanted = item::wanted(query.bodies.body, &mut errors);
        Self::of(query.teasers, wanted, errors, delivery)
    }

    fn of(
        query: TeaserQuery,
        wanted: Fields,
        mut found: ParamErrors,
        delivery: &PublicApi,
    ) -> Result<Self, Problem> {
        let errors = &mut found;
        let mut slugs = |name: &'static str, value: Option<&String>| {
            (name, in_order(errors.check(name, query_params::comma_separated(value, slug))))
        };
        let any_of = vec![
            slugs("section", query.section.as_ref()),
            slugs("tag", query.tag.as_ref()),
            slugs("author", query.author.as_ref()),
            slugs("series", query.series.as_ref()),
        ];
        let (_, tags_all) = slugs("tags_all", query.tags_all.as_ref());
        let kickers =
            in_order(errors.check("kicker", query_params::comma_separated(query.kicker.as_ref(), kicker)));
        let filter = EditionFilter {
            locale: item::locale(query.locale, delivery, errors),
            ids: in_order(errors.check("ids", query_params::comma_separated(query.ids.as_ref(), id))),
            any_of: any_of.into_iter().chain([("kicker", kickers)]).collect(),
            tags_all,
            published_since: errors.check("published_since", query.published_since.map(moment).transpose()),
            published_before: errors
                .check("published_before", query.published_before.map(moment).transpose()),
        };
        let published_on = period(query.published_on, query.year, errors);
        let sort = errors.check("sort", query.sort.map(sort).transpose()).unwrap_or(NEWEST_FIRST);
        let limit = errors.check("limit", query.limit.map(limit).transpose()).unwrap_or_default();
        let total = errors.check("total", query.total.map(flag).transpose()).unwrap_or_default();
        let min_sequence = item::min_sequence(query.min_sequence, errors);
        check_one_direction(query.after.as_ref(), query.before.as_ref(), errors);
        found.finish()?;
        let identity = format!("{filter:?} {published_on:?} {sort:?}");
        let (after, before) = (query.after, query.before);
        let position = match (&after, &before) {
            (Some(after), _) => Some(position(delivery, &identity, "after", after, false)?),
            (None, Some(before)) => Some(position(delivery, &identity, "before", before, true)?),
            (None, None) => None,
        };
        Ok(Self {
            filter,
            published_on,
            sort,
            position,
            after,
            before,
            limit,
            wanted,
            total,
            min_sequence,
            identity,
        })
    }

    /// Where it is asked for, in one spelling.
    fn cache_key(&self, delivery: &PublicApi, request: &HttpRequest) -> String {
        let Self { filter, published_on, sort, after, before, limit, wanted, total, .. } = self;
        let EditionFilter { locale, ids, any_of, tags_all, published_since, published_before } = filter;
        let ids: Vec<String> = ids.iter().map(Uuid::to_string).collect();
        let key = CacheKey::for_route(request).with_all("body", &item::named(*wanted));
        let key = any_of.iter().fold(key, |key, (kind, slugs)| key.with_all(kind, slugs));
        key.with_all("tags_all", tags_all)
            .with_all("ids", &ids)
            .with("locale", delivery.other_locale(locale))
            .with("published_since", published_since.map(written))
            .with("published_before", published_before.map(written))
            .with("published_on", *published_on)
            .with("sort", (*sort != NEWEST_FIRST).then(|| sort_name(*sort)))
            .with("limit", (*limit != Limit::default()).then(|| limit.get()))
            .with("total", total.then_some(true))
            .with("after", after.as_ref())
            .with("before", before.as_ref())
            .into_string()
    }

    /// The cache tags of a page: those of a filter that every entry matches, and those of its articles.
    fn tags(&self, page: &Page) -> Vec<String> {
        let EditionFilter { any_of, tags_all, ids, .. } = &self.filter;
        let places = any_of.iter().find(|(_, slugs)| !slugs.is_empty());
        let places = match (places, tags_all.first()) {
            (Some((kind, slugs)), _) => slugs.iter().map(|slug| cache_tags::term(kind, slug)).collect(),
            (None, Some(tag)) => vec![cache_tags::term("tag", tag)],
            (None, None) if !ids.is_empty() => ids.iter().map(|id| cache_tags::article(*id)).collect(),
            (None, None) => vec![cache_tags::LISTS.to_owned()],
        };
        let shown = page.entries.iter().flat_map(LiveArticle::dependencies);
        let series = page.entries.iter().filter_map(|entry| entry.series.as_ref());
        let series = series.map(|series| cache_tags::term("series", series.slug.as_str()));
        let zone = self.published_on.map(|_| cache_tags::TIME_ZONE.to_owned());
        let all: BTreeSet<String> = places
            .into_iter()
            .chain(zone)
            .chain(shown.map(|ArticleId(id)| cache_tags::article(id)))
            .chain(series)
            .collect();
        all.into_iter().collect()
    }

    async fn read(&self, conn: &mut DeliveryConn) -> Result<(Page, Option<i64>), store::Error> {
        let Self { sort, position, limit, wanted, total, .. } = self;
        let filter = &time_zone::within(conn, &self.filter, self.published_on).await?;
        let page = editions::list(conn, filter, *sort, *position, *limit, *wanted).await?;
        let total = if *total { Some(editions::count(conn, filter, MOST_COUNTED + 1).await?) } else { None };
        Ok((page, total))
    }

    fn cursor(&self, delivery: &PublicApi, entry: &LiveArticle) -> Result<String, Problem> {
        let at = match self.sort.key {
            SortKey::FirstPublishedAt => entry.teaser.first_published_at,
            SortKey::UpdatedAt => entry.teaser.updated_at,
        };
        let ArticleId(article) = entry.teaser.id;
        Cursor::encode(delivery.epoch(), &self.identity, format!("{} {article}", at.timestamp_micros()))
    }
}

/// Answers a page.
pub(crate) async fn answer(
    delivery: &PublicApi,
    request: &HttpRequest,
    listing: ListRequest,
) -> Result<HttpResponse, Problem> {
    let asked = listing.cache_key(delivery, request);
    let (listed, key) = (delivery.clone(), asked.clone());
    let asked = LookupRequest { key: asked, min_sequence: listing.min_sequence };
    delivery
        .respond(request, asked, async move |source: ReadSource| {
            let (page, total) = source.read(async |conn| listing.read(conn).await).await?;
            page_of(&listed, &key, &listing, &page, total)
        })
        .await
}

fn page_of(
    delivery: &PublicApi,
    asked: &str,
    listing: &ListRequest,
    page: &Page,
    total: Option<i64>,
) -> Result<Response, Problem> {
    let links = PageLinks { total: total.map(counted), ..neighbours(delivery, listing, page)? };
    let mut body = String::from("{\"data\":[");
    for (entry, separator) in page.entries.iter().zip(iter::once("").chain(iter::repeat(","))) {
        body.push_str(separator);
        if listing.wanted.article {
            entry.write(&delivery.site, &mut body)?;
        } else {
            entry.teaser.write(&delivery.site, &mut body);
        }
    }
    body.push_str(&format!("],\"page\":{}}}", serde_json::to_string(&links)?));
    Ok(Response { links: link_header(asked, &links), ..Response::live(body, listing.tags(page)) })
}

/// Rejects a request with both `after` and `before`.
pub(crate) fn check_one_direction(after: Option<&String>, before: Option<&String>, errors: &mut ParamErrors) {
    if after.is_some() && before.is_some() {
        let both = Invalid::one("exclusive", "A page lies after one cursor or before one, not both.");
        errors.check("before", Err::<(), _>(both));
    }
}

/// `Link` with the pages beside this one (RFC 8288).
pub(crate) fn link_header(asked: &str, links: &PageLinks) -> Option<String> {
    let next = links.next.iter().map(|cursor| pagination::page_link(asked, "after", cursor, "next"));
    let previous = links.previous.iter().map(|cursor| pagination::page_link(asked, "before", cursor, "prev"));
    let all: Vec<String> = next.chain(previous).collect();
    if all.is_empty() { None } else { Some(all.join(", ")) }
}

/// How many articles are live in the default locale, as text.
pub(crate) async fn live_count(delivery: &PublicApi) -> Result<String, Problem> {
    if delivery.database_health.outage().is_some() {
        return Err(Problem::unavailable());
    }
    let filter = EditionFilter::all(delivery.site.default_locale.clone());
    let source = delivery.public_source();
    let count = source.read(async |conn| editions::count(conn, &filter, MOST_COUNTED + 1).await);
    Ok(counted(delivery.changes.with_outage_detection(count).await?))
}

/// The default order.
pub(super) const NEWEST_FIRST: Sort = Sort { key: SortKey::FirstPublishedAt, descending: true };
const MOST_COUNTED: i64 = 10_000;

fn neighbours(delivery: &PublicApi, listing: &ListRequest, page: &Page) -> Result<PageLinks, Problem> {
    let backwards = listing.position.is_some_and(|position| position.before);
    let cursor = |entry: Option<&LiveArticle>| entry.map(|entry| listing.cursor(delivery, entry)).transpose();
    let (more_after, more_before) =
        if backwards { (true, page.more) } else { (page.more, listing.position.is_some()) };
    let next = if more_after { cursor(page.entries.last())? } else { None };
    let previous = if more_before { cursor(page.entries.first())? } else { None };
    Ok(PageLinks { next, previous, total: None })
}

pub(crate) fn counted(count: i64) -> String {
    if count > MOST_COUNTED { "10,000+".to_owned() } else { count.to_string() }
}

/// A moment in a cursor, in microseconds. A cursor is not signed, so anybody can make one with any number in it.
pub(super) fn moment_of(micros: &str) -> Option<DateTime<Utc>> {
    Moment::from_micros(micros.parse().ok()?).map(DateTime::from)
}

fn position(
    delivery: &PublicApi,
    identity: &str,
    parameter: &str,
    cursor: &str,
    before: bool,
) -> Result<EditionPosition, Problem> {
    let key = Cursor::decode(delivery.epoch(), identity, parameter, cursor)?;
    let parsed = key.split_once(' ').and_then(|(micros, article)| {
        Some(EditionPosition { at: moment_of(micros)?, article: article.parse().ok()?, before })
    });
    let refused = ProblemError::parameter(parameter, "cursor", "This is not a cursor that a list gave.");
    parsed.ok_or_else(|| Problem::invalid_parameters(vec![refused]))
}

pub(super) fn in_order<T: Ord>(mut values: Vec<T>) -> Vec<T> {
    values.sort();
    values.dedup();
    values
}

/// A moment as a request may write it.
pub(super) fn written(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

fn sort_name(sort: Sort) -> &'static str {
    match (sort.key, sort.descending) {
        (SortKey::FirstPublishedAt, true) => "-first_published_at",
        (SortKey::FirstPublishedAt, false) => "first_published_at",
        (SortKey::UpdatedAt, true) => "-updated_at",
        (SortKey::UpdatedAt, false) => "updated_at",
    }
}
