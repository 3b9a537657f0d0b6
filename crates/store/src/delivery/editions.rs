//! Queries for live editions: one by its address, or a page of a filtered list. Each result takes one statement.

mod pagination;
pub(super) mod rows;

use chrono::{DateTime, Utc};
use diesel::dsl::{auto_type, exists};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::{Limit, LiveArticle, Locale};
use uuid::Uuid;

use crate::delivery::editions::pagination::{
    PageRequest, PlacementFilter, Probe, StoredPosition, in_order, matching, page_by_placements, placed_in,
    statement_variety,
};
use crate::delivery::editions::rows::fetch;
use crate::delivery::terms;
use crate::moments;
use crate::page;
use crate::schema::delivery::{addresses, live, past, placed, state};
use crate::statement_cache::{StatementVariety, prepared_by_variety};
use crate::{DeliveryConn, Error};

/// Selects live editions. Empty fields do not restrict; terms are given by slug, and an unknown slug matches nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionFilter {
    pub locale: Locale,
    /// Only these articles.
    pub ids: Vec<Uuid>,
    /// Under any of these terms, grouped by kind as spelled in the tables: section, kicker, tag, author, series.
    pub any_of: Vec<(&'static str, Vec<String>)>,
    /// Under all of these tags.
    pub tags_all: Vec<String>,
    /// First published at this time or later.
    pub published_since: Option<DateTime<Utc>>,
    /// First published before this time.
    pub published_before: Option<DateTime<Utc>>,
}

impl EditionFilter {
    /// All live editions of a locale.
    #[must_use]
    pub fn all(locale: Locale) -> Self {
        let (ids, any_of, tags_all) = (Vec::new(), Vec::new(), Vec::new());
        Self { locale, ids, any_of, tags_all, published_since: None, published_before: None }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortKey {
    /// The publication date that readers are shown.
    FirstPublishedAt,
    /// The last change that was shown to readers.
    UpdatedAt,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    pub key: SortKey,
    pub descending: bool,
}

/// The newest first.
impl Default for Sort {
    fn default() -> Self {
        Self { key: SortKey::FirstPublishedAt, descending: true }
    }
}

/// A position in a list of editions, for keyset pagination.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EditionPosition {
    /// The sort key of the row at this position.
    pub at: DateTime<Utc>,
    /// The article of that row; it breaks ties between equal sort keys.
    pub article: Uuid,
    /// Whether to read the page before this position instead of the page after it.
    pub before: bool,
}

/// Which fields to read of each edition. With none set, only the teaser is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Fields {
    /// Everything that an article adds to its teaser.
    pub article: bool,
    /// The body as HTML.
    pub html: bool,
    /// The body as Markdown.
    pub markdown: bool,
    /// The body as plain text.
    pub text: bool,
    /// The body as a tree of typed blocks.
    pub blocks: bool,
}

/// One page of a list, in the requested order.
#[derive(Debug)]
pub struct Page {
    pub entries: Vec<LiveArticle>,
    /// Whether there are more rows in the direction that was read.
    pub more: bool,
}

/// The result of looking up an address.
#[derive(Debug)]
pub enum FoundEdition {
    /// The live edition.
    Live(Box<LiveArticle>),
    /// The article moved; this is its current slug.
    Moved(String),
    /// The article was withdrawn or taken down.
    Gone,
}

/// How to address a live edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditionAddress {
    Slug(String),
    /// By article id.
    Id(Uuid),
}

/// Looks up the live edition at an address in a locale.
///
/// # Errors
/// [`Error::NotFound`] when nothing public ever had this address; [`Error::Unavailable`].
pub async fn find(
    conn: &mut DeliveryConn,
    locale: &Locale,
    address: &EditionAddress,
    fields: Fields,
) -> Result<FoundEdition, Error> {
    let here = live::table.filter(live::locale.eq(locale.as_str())).into_boxed();
    let here = match address {
        // A scalar subquery, not a join: without table statistics the planner would read every live row for a join.
        EditionAddress::Slug(slug) => {
            here.filter(live::article_id.nullable().eq(holder(locale, slug).single_value()))
        }
        EditionAddress::Id(id) => here.filter(live::article_id.eq(id)),
    };
    match fetch(conn, here, 1, fields, StatementVariety::Few).await?.pop() {
        Some(article) => Ok(found(address, article)),
        // An act between the two statements invalidates this response, so the race is harmless.
        None if was_public(conn, locale, address).await? => Ok(FoundEdition::Gone),
        None => Err(Error::NotFound),
    }
}

/// The article that has this slug now or had it earlier.
#[auto_type]
fn holder<'a>(locale: &'a Locale, slug: &'a String) -> _ {
    let locale: &'a str = locale.as_str();
    let named = addresses::table.filter(addresses::locale.eq(locale)).filter(addresses::slug.eq(slug));
    named.select(addresses::article_id)
}

/// Whether this address was ever public.
async fn was_public(
    conn: &mut DeliveryConn,
    locale: &Locale,
    address: &EditionAddress,
) -> Result<bool, Error> {
    let was = match address {
        EditionAddress::Slug(slug) => {
            diesel::select(exists(holder(locale, slug))).get_result(conn.inner()).await?
        }
        EditionAddress::Id(id) => {
            let named = past::table.filter(past::locale.eq(locale.as_str())).filter(past::article_id.eq(id));
            diesel::select(exists(named)).get_result(conn.inner()).await?
        }
    };
    Ok(was)
}

/// One page of the live editions that match a filter.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn list(
    conn: &mut DeliveryConn,
    filter: &EditionFilter,
    sort: Sort,
    position: Option<EditionPosition>,
    limit: Limit,
    fields: Fields,
) -> Result<Page, Error> {
    let backwards = position.is_some_and(|position| position.before);
    // A page before a row of a descending list is read in ascending order and reversed below.
    let descending = sort.descending != backwards;
    let position = match position {
        Some(position) => Some(stored(conn, filter, sort.key, position).await?),
        None => None,
    };
    let request = PageRequest { key: sort.key, position, descending, most: limit.get() + 1 };
    let query = match PlacementFilter::from_filter(filter) {
        Some(places) => page_by_placements(filter, &places, request),
        None => in_order(matching(filter), request),
    };
    let mut entries = fetch(conn, query, request.most, fields, statement_variety(filter)).await?;
    let more = page::truncate(&mut entries, limit);
    if backwards {
        entries.reverse();
    }
    Ok(Page { entries, more })
}

/// Converts a position to the stored date. The stored date is only looked up when the given date is one of the bounds
/// that out-of-range dates are clamped to; otherwise both are equal.
async fn stored(
    conn: &mut DeliveryConn,
    filter: &EditionFilter,
    key: SortKey,
    EditionPosition { at, article, before: _ }: EditionPosition,
) -> Result<StoredPosition, Error> {
    if !moments::is_bound(at) {
        return Ok(StoredPosition { at: moments::raw(at), article });
    }
    let entry = live::table.filter(live::locale.eq(filter.locale.as_str()));
    let entry = entry.filter(live::article_id.eq(article));
    let stored = match key {
        SortKey::FirstPublishedAt => entry.select(live::first_published_at).first(conn.inner()).await,
        SortKey::UpdatedAt => entry.select(live::updated_at).first(conn.inner()).await,
    };
    Ok(StoredPosition { at: stored.optional()?.unwrap_or(moments::raw(at)), article })
}

/// The number of live editions that match a filter, counted up to `most`.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn count(conn: &mut DeliveryConn, filter: &EditionFilter, most: i64) -> Result<i64, Error> {
    let ids: Vec<Uuid> = match PlacementFilter::from_filter(filter) {
        // The acts maintain these counts, so nothing is counted here.
        Some(places) if places.is_whole_list(filter) => {
            return Ok(terms::article_count(conn, places.one, &filter.locale).await?.min(most));
        }
        Some(places) => {
            let ids = placed_in(filter, &places, Probe::PlannerChoice).select(placed::article_id);
            prepared_by_variety(ids.limit(most), statement_variety(filter)).load(conn.inner()).await?
        }
        None if *filter == EditionFilter::all(filter.locale.clone()) => {
            return Ok(terms::article_count_of_all(conn, &filter.locale).await?.min(most));
        }
        None => {
            let ids = matching(filter).select(live::article_id).limit(most);
            prepared_by_variety(ids, statement_variety(filter)).load(conn.inner()).await?
        }
    };
    i64::try_from(ids.len()).map_err(Error::internal)
}

/// How far the database has applied acts: the newest sequence number within an epoch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct LogPosition {
    /// Changes when the database is restored from a backup. Cursors contain it.
    pub epoch: Uuid,
    /// The sequence number of the newest committed act (a publish, withdrawal, takedown and so on) at the time of the read.
    pub sequence: i64,
}

/// The current log position.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn log_position(conn: &mut DeliveryConn) -> Result<LogPosition, Error> {
    Ok(log_position_of(conn.inner()).await?)
}

/// [`log_position`] on a connection outside the pools.
pub(crate) async fn log_position_of(connection: &mut AsyncPgConnection) -> QueryResult<LogPosition> {
    state::table.select((state::epoch, state::sequence)).first(connection).await
}

fn found(address: &EditionAddress, article: LiveArticle) -> FoundEdition {
    match address {
        EditionAddress::Slug(slug) if *slug != article.teaser.slug => {
            FoundEdition::Moved(article.teaser.slug)
        }
        EditionAddress::Slug(_) | EditionAddress::Id(_) => FoundEdition::Live(Box::new(article)),
    }
}
