//! What readers find: live editions, one by its address or many by a filter. One statement for what is found.

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
use crate::schema::delivery::{addresses, live, past, placed, state};
use crate::statement_cache::{StatementVariety, prepared_by_variety};
use crate::{DeliveryConn, Error};

/// Which live editions are wanted. Empty means any; terms are given by slug, and an unknown one matches nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// In this locale.
    pub locale: Locale,
    /// Of these articles.
    pub ids: Vec<Uuid>,
    /// Under any of these terms, by kind as the tables spell it: section, kicker, tag, author, series.
    pub any_of: Vec<(&'static str, Vec<String>)>,
    /// Under all of these tags.
    pub tags_all: Vec<String>,
    /// First published at this moment or later.
    pub published_since: Option<DateTime<Utc>>,
    /// First published earlier than this.
    pub published_before: Option<DateTime<Utc>>,
}

impl Filter {
    /// Everything in a locale.
    #[must_use]
    pub fn all(locale: Locale) -> Self {
        let (ids, any_of, tags_all) = (Vec::new(), Vec::new(), Vec::new());
        Self { locale, ids, any_of, tags_all, published_since: None, published_before: None }
    }
}

/// What a list is ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortKey {
    /// The date shown.
    FirstPublishedAt,
    /// When readers last saw it change.
    UpdatedAt,
}

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// By what.
    pub key: SortKey,
    /// Newest first.
    pub descending: bool,
}

/// A place between two entries of a list: everything on one side of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EditionPosition {
    /// The entry's sort key.
    pub at: DateTime<Utc>,
    /// The entry's article, which decides between equal keys.
    pub article: Uuid,
    /// Whether what comes before the entry is wanted, instead of what comes after.
    pub before: bool,
}

/// How much of each edition is wanted. Nothing set: the teaser alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Fields {
    /// All that an article adds to its teaser.
    pub article: bool,
    /// With the body as HTML.
    pub html: bool,
    /// With the body as Markdown.
    pub markdown: bool,
    /// With the body as plain text.
    pub text: bool,
    /// With the body as a typed tree.
    pub blocks: bool,
}

/// One page of a list, in the order asked for.
#[derive(Debug)]
pub struct Page {
    /// The entries.
    pub entries: Vec<LiveArticle>,
    /// Whether there is more in the direction that was read.
    pub more: bool,
}

/// What lives at an address.
#[derive(Debug)]
pub enum FoundEdition {
    /// This.
    Live(Box<LiveArticle>),
    /// Nothing any more; the article has this slug now.
    Moved(String),
    /// Nothing any more: it was withdrawn.
    Gone,
}

/// How a live edition is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditionAddress {
    /// By its slug.
    Slug(String),
    /// By its article's identity.
    Id(Uuid),
}

/// What lives at an address in a locale.
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
        // Not as a join: where Postgres knows little of its tables yet, it would read all that is live for one.
        EditionAddress::Slug(slug) => {
            here.filter(live::article_id.nullable().eq(holder(locale, slug).single_value()))
        }
        EditionAddress::Id(id) => here.filter(live::article_id.eq(id)),
    };
    match fetch(conn, here, 1, fields, StatementVariety::Few).await?.pop() {
        Some(article) => Ok(found(address, article)),
        // Whatever happens between the two statements is an act that makes this answer an old one.
        None if was_public(conn, locale, address).await? => Ok(FoundEdition::Gone),
        None => Err(Error::NotFound),
    }
}

/// The article that a slug belongs to, or did.
#[auto_type]
fn holder<'a>(locale: &'a Locale, slug: &'a String) -> _ {
    let locale: &'a str = locale.as_str();
    let named = addresses::table.filter(addresses::locale.eq(locale)).filter(addresses::slug.eq(slug));
    named.select(addresses::article_id)
}

/// Whether anything public ever had this address.
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

/// One page of the live editions that a filter lets through.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn list(
    conn: &mut DeliveryConn,
    filter: &Filter,
    sort: Sort,
    position: Option<EditionPosition>,
    limit: Limit,
    fields: Fields,
) -> Result<Page, Error> {
    let backwards = position.is_some_and(|position| position.before);
    // Before an entry of a descending list is after it in the ascending one; that page is turned round below.
    let descending = sort.descending != backwards;
    let position = match position {
        Some(position) => Some(stored(conn, filter, sort.key, position).await?),
        None => None,
    };
    let page = PageRequest { key: sort.key, position, descending, most: limit.get() + 1 };
    let query = match PlacementFilter::from_filter(filter) {
        Some(places) => page_by_placements(filter, &places, page),
        None => in_order(matching(filter), page),
    };
    let mut entries = fetch(conn, query, page.most, fields, statement_variety(filter)).await?;
    let more = entries.len() > limit.as_usize();
    entries.truncate(limit.as_usize());
    if backwards {
        entries.reverse();
    }
    Ok(Page { entries, more })
}

/// A position by the date that is stored. It is looked up where the answered one is a bound; elsewhere both are the same.
async fn stored(
    conn: &mut DeliveryConn,
    filter: &Filter,
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

/// How many live editions a filter lets through; counts to `most` and no further.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn count(conn: &mut DeliveryConn, filter: &Filter, most: i64) -> Result<i64, Error> {
    let ids: Vec<Uuid> = match PlacementFilter::from_filter(filter) {
        // What the acts count need not be counted here.
        Some(places) if places.is_whole_list(filter) => {
            return Ok(terms::article_count(conn, places.one, &filter.locale).await?.min(most));
        }
        Some(places) => {
            let ids = placed_in(filter, &places, Probe::PlannerChoice).select(placed::article_id);
            prepared_by_variety(ids.limit(most), statement_variety(filter)).load(conn.inner()).await?
        }
        None if *filter == Filter::all(filter.locale.clone()) => {
            return Ok(terms::article_count_of_all(conn, &filter.locale).await?.min(most));
        }
        None => {
            let ids = matching(filter).select(live::article_id).limit(most);
            prepared_by_variety(ids, statement_variety(filter)).load(conn.inner()).await?
        }
    };
    i64::try_from(ids.len()).map_err(Error::internal)
}

/// Where the public side is in the order of acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct LogPosition {
    /// It changes when the database is restored from a backup; cursors carry it.
    pub epoch: Uuid,
    /// The number of the last act.
    pub sequence: i64,
}

/// The state of the public side.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn log_position(conn: &mut DeliveryConn) -> Result<LogPosition, Error> {
    Ok(log_position_of(conn.inner()).await?)
}

/// The same, outside any pool.
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
