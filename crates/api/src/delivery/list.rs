//! Lists of teasers and articles: parses a request, reads a page and builds the response. The parameters are in
//! `parameters`.

use std::collections::BTreeSet;
use std::iter;

use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, Utc};
use domain::{ArticleId, CalendarPeriod, LiveArticle, Locale, Moment};
use store::delivery::editions;
use store::delivery::editions::{EditionFilter, EditionPosition, Fields, Page, Sort, SortKey};
use store::{DeliveryConn, cache_tags, time_zone};
use uuid::Uuid;

use crate::delivery::PublicApi;
use crate::delivery::parameters::{BodyQuery, ListFilter, LocaleQuery, PublishedFilter, TermFilter};
use crate::delivery::read_source::ReadSource;
use crate::http::cache_key;
use crate::http::cursor::CursorList;
use crate::http::pagination::{MAX_TOTAL, PageQuery, format_total};
use crate::http::response::Response;
use crate::problem::Problem;
use crate::response_cache::lookup::LookupRequest;

/// What cursors of a list of articles are bound to: the same for teasers and articles, which are in the same order.
pub(crate) type ArticleFilter = (TermFilter, ListFilter, PublishedFilter, LocaleQuery);

/// A request for a list of articles.
struct ListRequest {
    filter: EditionFilter,
    /// A calendar period to filter by. It is resolved at read time, in the time zone of the site.
    published_on: Option<CalendarPeriod>,
    sort: Sort,
    page: PageQuery,
    position: Option<EditionPosition>,
    fields: Fields,
    /// The list that cursors are bound to.
    list: CursorList,
}

/// Responds with a page.
pub(crate) async fn respond(
    api: &PublicApi,
    request: &HttpRequest,
    (mut filter, page): (ArticleFilter, PageQuery),
    body: BodyQuery,
    fields: Fields,
) -> Result<HttpResponse, Problem> {
    let (_, _, published, locale_query) = &mut filter;
    published.normalize();
    let (locale, min_sequence) = (locale_query.resolve(&api.site), locale_query.min_sequence);
    let params = (filter, page, body);
    let key = cache_key::for_route(request, &params);
    let (filter, page, _) = params;
    let listing = ListRequest::new(api, locale, filter, page, fields)?;
    let (responding, url) = (api.clone(), key.clone());
    api.respond(request, LookupRequest { key, min_sequence }, async move |source: ReadSource| {
        let (page, total) = source.read(async |conn| listing.read(conn).await).await?;
        listing.response(&responding, &url, &page, total)
    })
    .await
}

impl ListRequest {
    fn new(
        api: &PublicApi,
        locale: Locale,
        params: ArticleFilter,
        page: PageQuery,
        fields: Fields,
    ) -> Result<Self, Problem> {
        let list = CursorList::new(api.epoch(), "articles", &params);
        let (terms, ListFilter { tags_all, series, ids, sort }, published, _) = params;
        let mut any_of = terms.any_of();
        any_of.push(("series", series.texts()));
        let filter = EditionFilter {
            locale,
            ids: ids.0.into_iter().map(|ArticleId(id)| id).collect(),
            any_of,
            tags_all: tags_all.texts(),
            published_since: published.published_since,
            published_before: published.published_before,
        };
        let position = page.position(&list)?.map(|((at, article), before): ((Moment, Uuid), bool)| {
            EditionPosition { at: at.utc(), article, before }
        });
        Ok(Self { filter, published_on: published.published_on, sort: sort.0, page, position, fields, list })
    }

    async fn read(&self, conn: &mut DeliveryConn) -> Result<(Page, Option<i64>), store::Error> {
        let Self { sort, page, position, fields, .. } = self;
        let filter = &time_zone::restrict_to_period(conn, &self.filter, self.published_on).await?;
        let entries = editions::list(conn, filter, *sort, *position, page.limit.0, *fields).await?;
        let total =
            if page.total.0 { Some(editions::count(conn, filter, MAX_TOTAL + 1).await?) } else { None };
        Ok((entries, total))
    }

    fn response(
        &self,
        api: &PublicApi,
        url: &str,
        page: &Page,
        total: Option<i64>,
    ) -> Result<Response, Problem> {
        let links = self.page.links(&self.list, (&page.entries, page.more), total, |entry| self.key(entry));
        let mut body = String::from("{\"data\":[");
        for (entry, separator) in page.entries.iter().zip(iter::once("").chain(iter::repeat(","))) {
            body.push_str(separator);
            if self.fields.article {
                entry.write(&api.site, &mut body)?;
            } else {
                entry.teaser.write(&api.site, &mut body);
            }
        }
        body.push_str(&format!("],\"page\":{}}}", serde_json::to_string(&links)?));
        Ok(Response { links: links.header(url), ..Response::live(body, self.tags(page)) })
    }

    /// The position of an entry in the order of the list.
    fn key(&self, entry: &LiveArticle) -> (DateTime<Utc>, Uuid) {
        let at = match self.sort.key {
            SortKey::FirstPublishedAt => entry.teaser.first_published_at,
            SortKey::UpdatedAt => entry.teaser.updated_at,
        };
        (at, entry.teaser.id.0)
    }

    /// The cache tags of a page: those of a filter that every entry matches, and those of its articles.
    fn tags(&self, page: &Page) -> Vec<String> {
        let EditionFilter { any_of, tags_all, ids, .. } = &self.filter;
        let tags = any_of.iter().find(|(_, slugs)| !slugs.is_empty());
        let tags = match (tags, tags_all.first()) {
            (Some((kind, slugs)), _) => slugs.iter().map(|slug| cache_tags::term(kind, slug)).collect(),
            (None, Some(tag)) => vec![cache_tags::term("tag", tag)],
            (None, None) if !ids.is_empty() => ids.iter().map(|id| cache_tags::article(*id)).collect(),
            (None, None) => vec![cache_tags::LISTS.to_owned()],
        };
        let shown = page.entries.iter().flat_map(LiveArticle::dependencies);
        let series = page.entries.iter().filter_map(|entry| entry.series.as_ref());
        let series = series.map(|series| cache_tags::term("series", series.slug.as_str()));
        let zone = self.published_on.map(|_| cache_tags::TIME_ZONE.to_owned());
        let all: BTreeSet<String> = tags
            .into_iter()
            .chain(zone)
            .chain(shown.map(|ArticleId(id)| cache_tags::article(id)))
            .chain(series)
            .collect();
        all.into_iter().collect()
    }
}

/// How many articles are live in the default locale, as text.
pub(crate) async fn live_count(delivery: &PublicApi) -> Result<String, Problem> {
    if delivery.database_health.outage().is_some() {
        return Err(Problem::unavailable());
    }
    let filter = EditionFilter::all(delivery.site.default_locale.clone());
    let source = delivery.public_read_source();
    let count = source.read(async |conn| editions::count(conn, &filter, MAX_TOTAL + 1).await);
    Ok(format_total(delivery.changes.with_outage_detection(count).await?))
}
