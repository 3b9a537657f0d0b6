//! What readers find: live editions, one by its address or many by a filter. One statement for what is found.

use chrono::{DateTime, Utc};
use diesel::dsl::{AsExprOf, AsSelect, auto_type, case_when};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use diesel_async::RunQueryDsl;
use domain::{ArticleId, Limit, LiveArticle, LiveTeaser, Locale, StoredBody};
use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;

use crate::schema::delivery::{addresses, live, past, placed, state};
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
    /// First published later than this.
    pub published_after: Option<DateTime<Utc>>,
    /// First published earlier than this.
    pub published_before: Option<DateTime<Utc>>,
}

impl Filter {
    /// The one term or kicker that is filtered by, where nothing else is.
    fn only_place(&self) -> Option<(&'static str, &str)> {
        let Self { locale: _, ids, any_of, tags_all, published_after, published_before } = self;
        let mut places =
            any_of.iter().flat_map(|(kind, slugs)| slugs.iter().map(|slug| (*kind, slug.as_str())));
        let (only, other) = (places.next(), places.next());
        let alone = ids.is_empty() && tags_all.is_empty() && published_after.or(*published_before).is_none();
        only.filter(|_| alone && other.is_none())
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
pub struct Position {
    /// The entry's sort key.
    pub at: DateTime<Utc>,
    /// The entry's article, which decides between equal keys.
    pub article: Uuid,
    /// Whether what comes before the entry is wanted, instead of what comes after.
    pub before: bool,
}

/// How much of each edition is wanted. Nothing set: the teaser alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wanted {
    /// All that an article adds to its teaser.
    pub article: bool,
    /// With the body as HTML.
    pub html: bool,
    /// With the body as Markdown.
    pub markdown: bool,
    /// With the body as plain text.
    pub text: bool,
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
pub enum Found {
    /// This.
    Live(Box<LiveArticle>),
    /// Nothing any more; the article has this slug now.
    Moved(String),
    /// Nothing any more: it was withdrawn.
    Gone,
}

/// How a live edition is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
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
    address: &Address,
    wanted: Wanted,
) -> Result<Found, Error> {
    let row: Option<MaybeLiveRow> = match address {
        Address::Slug(slug) => {
            let named = addresses::locale.eq(locale.as_str()).and(addresses::slug.eq(slug));
            let here = live::article_id.eq(addresses::article_id).and(live::locale.eq(addresses::locale));
            let known = addresses::table.left_join(live::table.on(here)).filter(named);
            known.select(maybe_live(wanted)).first(conn.inner()).await.optional()?
        }
        Address::Id(id) => {
            let named = past::locale.eq(locale.as_str()).and(past::article_id.eq(id));
            let here = live::article_id.eq(past::article_id).and(live::locale.eq(past::locale));
            let known = past::table.left_join(live::table.on(here)).filter(named);
            known.select(maybe_live(wanted)).first(conn.inner()).await.optional()?
        }
    };
    // An address that was ever public is known; whether something lives there now is the other half of the row.
    match row.ok_or(Error::NotFound)?.live()? {
        Some(article) => Ok(found(address, article)),
        None => Ok(Found::Gone),
    }
}

/// One page of the live editions that a filter lets through.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn list(
    conn: &mut DeliveryConn,
    filter: &Filter,
    sort: Sort,
    position: Option<Position>,
    limit: Limit,
    wanted: Wanted,
) -> Result<Page, Error> {
    let backwards = position.is_some_and(|position| position.before);
    // Before an entry of a descending list is after it in the ascending one; that page is turned round below.
    let descending = sort.descending != backwards;
    let one_more = limit.get() + 1;
    let query = match (sort.key, filter.only_place()) {
        (SortKey::FirstPublishedAt, Some((kind, slug))) => {
            let here = page_of_place(&filter.locale, kind, slug, position, descending, one_more);
            by_first_published(here, None, descending)
        }
        (SortKey::FirstPublishedAt, None) => by_first_published(matching(filter), position, descending),
        (SortKey::UpdatedAt, _) => by_updated(matching(filter), position, descending),
    };
    let mut entries = fetch(conn, query.limit(one_more), wanted).await?;
    let more = entries.len() > limit.as_usize();
    entries.truncate(limit.as_usize());
    if backwards {
        entries.reverse();
    }
    Ok(Page { entries, more })
}

/// How many live editions a filter lets through; counts to `most` and no further.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn count(conn: &mut DeliveryConn, filter: &Filter, most: i64) -> Result<i64, Error> {
    let some = matching(filter).select(live::article_id).limit(most);
    let ids: Vec<Uuid> = some.load(conn.inner()).await?;
    i64::try_from(ids.len()).map_err(Error::internal)
}

/// The epoch of the public side. It changes when the database is restored from a backup; cursors carry it.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn epoch(conn: &mut DeliveryConn) -> Result<Uuid, Error> {
    Ok(state::table.select(state::epoch).first(conn.inner()).await?)
}

type Live<'a> = live::BoxedQuery<'a, Pg>;

fn matching(filter: &Filter) -> Live<'_> {
    let Filter { locale, ids, any_of, tags_all, published_after, published_before } = filter;
    let mut query = live::table.filter(live::locale.eq(locale.as_str())).into_boxed();
    if !ids.is_empty() {
        query = query.filter(live::article_id.eq_any(ids));
    }
    for (kind, slugs) in any_of.iter().filter(|(_, slugs)| !slugs.is_empty()) {
        let placed = placed::table.filter(placed::locale.eq(locale.as_str())).filter(placed::kind.eq(*kind));
        let placed = placed.filter(placed::slug.eq_any(slugs)).select(placed::article_id);
        query = query.filter(live::article_id.eq_any(placed));
    }
    for tag in tags_all {
        let placed = placed::table.filter(placed::locale.eq(locale.as_str())).filter(placed::kind.eq("tag"));
        let placed = placed.filter(placed::slug.eq(tag)).select(placed::article_id);
        query = query.filter(live::article_id.eq_any(placed));
    }
    if let Some(moment) = published_after {
        query = query.filter(live::first_published_at.gt(moment));
    }
    if let Some(moment) = published_before {
        query = query.filter(live::first_published_at.lt(moment));
    }
    query
}

/// One page of one list, such as that of a section. The index of placements holds it in order, so that no more than
/// the page is read, however many there are in all.
fn page_of_place<'a>(
    locale: &'a Locale,
    kind: &'a str,
    slug: &'a str,
    position: Option<Position>,
    descending: bool,
    most: i64,
) -> Live<'a> {
    let (at, id) = (placed::first_published_at, placed::article_id);
    let here = placed::locale.eq(locale.as_str()).and(placed::kind.eq(kind)).and(placed::slug.eq(slug));
    let placed = placed::table.filter(here).into_boxed();
    let placed = match position {
        Some(p) if descending => placed.filter(at.le(p.at)).filter(at.lt(p.at).or(id.lt(p.article))),
        Some(p) => placed.filter(at.ge(p.at)).filter(at.gt(p.at).or(id.gt(p.article))),
        None => placed,
    };
    let placed =
        if descending { placed.order((at.desc(), id.desc())) } else { placed.order((at.asc(), id.asc())) };
    let page = live::article_id.eq_any(placed.select(id).limit(most));
    live::table.filter(live::locale.eq(locale.as_str())).filter(page).into_boxed()
}

// A position is said twice, once as a plain bound on the indexed column: that bound is where the index scan begins,
// so that a deep page costs what the first one does.

fn by_first_published<'a>(query: Live<'a>, position: Option<Position>, descending: bool) -> Live<'a> {
    let (at, id) = (live::first_published_at, live::article_id);
    let query = match position {
        Some(p) if descending => query.filter(at.le(p.at)).filter(at.lt(p.at).or(id.lt(p.article))),
        Some(p) => query.filter(at.ge(p.at)).filter(at.gt(p.at).or(id.gt(p.article))),
        None => query,
    };
    if descending { query.order((at.desc(), id.desc())) } else { query.order((at.asc(), id.asc())) }
}

fn by_updated<'a>(query: Live<'a>, position: Option<Position>, descending: bool) -> Live<'a> {
    let (at, id) = (live::updated_at, live::article_id);
    let query = match position {
        Some(p) if descending => query.filter(at.le(p.at)).filter(at.lt(p.at).or(id.lt(p.article))),
        Some(p) => query.filter(at.ge(p.at)).filter(at.gt(p.at).or(id.gt(p.article))),
        None => query,
    };
    if descending { query.order((at.desc(), id.desc())) } else { query.order((at.asc(), id.asc())) }
}

fn found(address: &Address, article: LiveArticle) -> Found {
    match address {
        Address::Slug(slug) if *slug != article.teaser.slug => Found::Moved(article.teaser.slug),
        Address::Slug(_) | Address::Id(_) => Found::Live(Box::new(article)),
    }
}

async fn fetch(conn: &mut DeliveryConn, query: Live<'_>, wanted: Wanted) -> Result<Vec<LiveArticle>, Error> {
    if !wanted.article {
        let rows = query.select(TeaserRow::as_select()).load(conn.inner()).await?;
        return Ok(rows.into_iter().map(LiveArticle::from).collect());
    }
    let forms = forms(flag(wanted.html), flag(wanted.markdown), flag(wanted.text));
    let columns = (TeaserRow::as_select(), live::tail, forms, live::series, live::alternates);
    let rows: Vec<ArticleRow> = query.select(columns).load(conn.inner()).await?;
    rows.into_iter().map(LiveArticle::try_from).collect()
}

type Flag = AsExprOf<bool, Bool>;

fn flag(wanted: bool) -> Flag {
    wanted.into_sql::<Bool>()
}

/// A form that is not wanted is not read: it lies in pages of its own.
#[auto_type]
fn forms(html: Flag, markdown: Flag, text: Flag) -> _ {
    (
        case_when(html, live::html_json.nullable()),
        case_when(markdown, live::markdown_json.nullable()),
        case_when(text, live::text_json.nullable()),
    )
}

/// The columns of [`MaybeLiveRow`], where `live` may have no row. What a teaser lacks is not read for one.
#[auto_type]
fn maybe_live(wanted: Wanted) -> _ {
    let teaser: AsSelect<Option<TeaserRow>, Pg> = Option::<TeaserRow>::as_select();
    let tail_wanted: Flag = flag(wanted.article);
    let series_wanted: Flag = flag(wanted.article);
    let alternates_wanted: Flag = flag(wanted.article);
    let forms: forms = forms(flag(wanted.html), flag(wanted.markdown), flag(wanted.text));
    (
        teaser,
        case_when(tail_wanted, live::tail.nullable()),
        forms,
        case_when(series_wanted, live::series.nullable()),
        case_when(alternates_wanted, live::alternates.nullable()),
    )
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = live, check_for_backend(Pg))]
struct TeaserRow {
    article_id: Uuid,
    slug: String,
    locale: String,
    section: String,
    head: String,
    first_published_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    sequence: i64,
}

type FormsRow = (Option<String>, Option<String>, Option<String>);

#[derive(Queryable)]
struct ArticleRow {
    teaser: TeaserRow,
    tail: String,
    forms: FormsRow,
    series: Option<Value>,
    alternates: Option<Value>,
}

/// What lives at a known address, if anything does.
#[derive(Queryable)]
struct MaybeLiveRow {
    teaser: Option<TeaserRow>,
    tail: Option<String>,
    forms: FormsRow,
    series: Option<Value>,
    alternates: Option<Value>,
}

impl MaybeLiveRow {
    fn live(self) -> Result<Option<LiveArticle>, Error> {
        let Self { teaser, tail, forms, series, alternates } = self;
        let Some(teaser) = teaser else { return Ok(None) };
        let tail = tail.unwrap_or_default();
        LiveArticle::try_from(ArticleRow { teaser, tail, forms, series, alternates }).map(Some)
    }
}

impl From<TeaserRow> for LiveArticle {
    fn from(row: TeaserRow) -> Self {
        let TeaserRow { article_id, slug, locale, section, head, first_published_at, updated_at, sequence } =
            row;
        let id = ArticleId(article_id);
        let teaser = LiveTeaser { id, slug, locale, section, head, first_published_at, updated_at, sequence };
        Self {
            teaser,
            body: StoredBody::default(),
            tail: String::new(),
            series: None,
            alternates: Vec::new(),
        }
    }
}

impl TryFrom<ArticleRow> for LiveArticle {
    type Error = Error;

    fn try_from(row: ArticleRow) -> Result<Self, Error> {
        let ArticleRow { teaser, tail, forms: (html, markdown, text), series, alternates } = row;
        let body = StoredBody { html, markdown, text };
        let (series, alternates) = (parsed(series)?, parsed(alternates)?.unwrap_or_default());
        Ok(Self { tail, body, series, alternates, ..Self::from(teaser) })
    }
}

fn parsed<T: DeserializeOwned>(value: Option<Value>) -> Result<Option<T>, Error> {
    value.map(|value| serde_json::from_value(value).map_err(Error::internal)).transpose()
}
