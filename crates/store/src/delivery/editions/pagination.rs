//! Filters and keyset pagination for lists of live editions. The columns that are read are in `rows`.

use diesel::dsl::{array, exists};
use diesel::pg::Pg;
use diesel::pg::data_types::PgTimestamp;
use diesel::prelude::*;
use diesel::sql_types::Uuid as SqlUuid;
use uuid::Uuid;

use crate::delivery::editions::{EditionFilter, SortKey};
use crate::schema::delivery::{live, placed};
use crate::statement_cache::StatementVariety;

/// A boxed query over the live view.
pub(super) type Live<'a> = live::BoxedQuery<'a, Pg>;

/// The unordered query for a filter.
pub(super) fn matching(filter: &EditionFilter) -> Live<'_> {
    let EditionFilter { locale, ids, any_of, tags_all, published_since, published_before } = filter;
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
    if let Some(moment) = published_since {
        query = query.filter(live::first_published_at.ge(moment));
    }
    if let Some(moment) = published_before {
        query = query.filter(live::first_published_at.lt(moment));
    }
    query
}

/// Orders a query by a date and the article, and starts it at a position. A macro, because the four pairs of columns
/// have types of their own. The position condition is stated twice. The first, a plain bound on the indexed column, is
/// where the index scan starts, so that a deep page costs as much as the first one.
macro_rules! keyset {
    ($query:expr, $at:expr, $id:expr, $position:expr, $descending:expr) => {{
        let (query, at, id) = ($query, $at, $id);
        let query = match $position {
            Some(StoredPosition { at: date, article }) if $descending => {
                query.filter(at.le(date)).filter(at.lt(date).or(id.lt(article)))
            }
            Some(StoredPosition { at: date, article }) => {
                query.filter(at.ge(date)).filter(at.gt(date).or(id.gt(article)))
            }
            None => query,
        };
        if $descending { query.order((at.desc(), id.desc())) } else { query.order((at.asc(), id.asc())) }
    }};
}

/// One page of editions under several terms at once, for example a section and a tag. The placement indexes contain
/// each term's list in both orders. The list that is usually the shortest is scanned in order, and each article is
/// probed in the other lists until the page is full, so no list is read further than the page requires.
pub(super) fn page_by_placements<'a>(
    filter: &'a EditionFilter,
    places: &PlacementFilter<'a>,
    PageRequest { key, position, descending, most }: PageRequest,
) -> Live<'a> {
    let locale = filter.locale.as_str();
    // When the scanned list is long too, few of its articles may match the other terms, and reading both lists in
    // full is cheaper. The planner decides then.
    let probe = if LARGE_KINDS.contains(&places.one.0) { Probe::PlannerChoice } else { Probe::EachRow };
    let placed = placed_in(filter, places, probe);
    let placed = match key {
        SortKey::FirstPublishedAt => {
            keyset!(placed, placed::first_published_at, placed::article_id, position, descending)
        }
        SortKey::UpdatedAt => keyset!(placed, placed::updated_at, placed::article_id, position, descending),
    };
    // An array, which is known before the articles are looked up: with a subquery, a planner without statistics, such as
    // that of a preview, would compare every article with it.
    let page = live::article_id.eq_any(array::<SqlUuid, _>(placed.select(placed::article_id).limit(most)));
    let query = live::table.filter(live::locale.eq(locale)).filter(page).into_boxed();
    in_order(query, PageRequest { key, position: None, descending, most })
}

/// How many different SQL texts filters like this one produce. Values are bound, but every additional required tag
/// adds a condition, and clients may send any number of tags.
pub(super) fn statement_variety(filter: &EditionFilter) -> StatementVariety {
    let EditionFilter { locale: _, ids, any_of, tags_all, published_since, published_before } = filter;
    let named = any_of.iter().filter(|(_, slugs)| !slugs.is_empty()).count() + tags_all.len();
    let conditions = [!ids.is_empty(), published_since.is_some(), published_before.is_some()];
    match named + conditions.into_iter().filter(|is_there| *is_there).count() {
        0..=2 => StatementVariety::Few,
        _ => StatementVariety::Many,
    }
}

/// Which page of a list to read.
#[derive(Clone, Copy)]
pub(super) struct PageRequest {
    pub(super) key: SortKey,
    /// Where the page starts; `None` starts at the beginning of the list.
    pub(super) position: Option<StoredPosition>,
    pub(super) descending: bool,
    /// The maximum number of rows.
    pub(super) most: i64,
}

/// A [`super::EditionPosition`] with the stored date, by which rows are sorted. The stored date differs from the
/// public one for rows that were written before dates were bounded.
#[derive(Clone, Copy)]
pub(super) struct StoredPosition {
    pub(super) at: PgTimestamp,
    pub(super) article: Uuid,
}

/// The form of the SQL condition that keeps only those articles of the scanned list that another filter also selects.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Probe {
    /// Probe the other list for each row. Cheap when the page fills quickly.
    EachRow,
    /// Leave the choice to the planner, which usually reads both lists in full.
    PlannerChoice,
}

/// The placements that match a filter, found without reading the articles themselves.
pub(super) fn placed_in<'a>(
    filter: &'a EditionFilter,
    PlacementFilter { one, others }: &PlacementFilter<'a>,
    probe: Probe,
) -> Placed<'a> {
    let EditionFilter { locale, published_since, published_before, .. } = filter;
    let (kind, slug) = *one;
    let here = placed::locale.eq(locale.as_str()).and(placed::kind.eq(kind)).and(placed::slug.eq(slug));
    let mut query = placed::table.filter(here).into_boxed();
    for (kind, slugs) in others {
        let there = other.filter(other.field(placed::article_id).eq(placed::article_id));
        let there = there.filter(other.field(placed::locale).eq(locale.as_str()));
        let there = there.filter(other.field(placed::kind).eq(*kind));
        let there = there.filter(other.field(placed::slug).eq_any(slugs.clone()));
        query = if probe == Probe::EachRow && LARGE_KINDS.contains(kind) {
            // `OFFSET 0` is an optimisation fence: it keeps Postgres from reading the whole long list first.
            query.filter(exists(there.offset(0)))
        } else {
            query.filter(exists(there))
        };
    }
    if let Some(moment) = published_since {
        query = query.filter(placed::first_published_at.ge(moment));
    }
    if let Some(moment) = published_before {
        query = query.filter(placed::first_published_at.lt(moment));
    }
    query
}

diesel::alias!(placed as other: Other);

/// A boxed query over placements.
pub(super) type Placed<'a> = placed::BoxedQuery<'a, Pg>;

/// The terms of a filter, when the filter consists of terms and dates only.
pub(super) struct PlacementFilter<'a> {
    /// The term whose list is scanned.
    pub(super) one: (&'static str, &'a str),
    /// The other conditions: the article must be under one of the slugs of each.
    others: Vec<(&'static str, Vec<&'a str>)>,
}

impl<'a> PlacementFilter<'a> {
    /// `None` when no condition names exactly one term, or when the filter contains article ids.
    pub(super) fn from_filter(filter: &'a EditionFilter) -> Option<Self> {
        let EditionFilter { locale: _, ids, any_of, tags_all, published_since: _, published_before: _ } =
            filter;
        if !ids.is_empty() {
            return None;
        }
        let named = any_of.iter().filter(|(_, slugs)| !slugs.is_empty());
        let named = named.map(|(kind, slugs)| (*kind, slugs.iter().map(String::as_str).collect()));
        let all_tags = tags_all.iter().map(|tag| ("tag", vec![tag.as_str()]));
        let mut others: Vec<(&'static str, Vec<&str>)> = named.chain(all_tags).collect();
        let lists = others.iter().enumerate().filter(|(_, (_, slugs))| slugs.len() == 1);
        let fewest = lists.min_by_key(|(_, (kind, _))| KINDS_BY_SIZE.iter().position(|known| known == kind));
        let (place, _) = fewest?;
        let (kind, slugs) = others.remove(place);
        Some(Self { one: (kind, slugs.first()?), others })
    }

    /// Whether the filter matches the scanned list in full.
    pub(super) fn is_whole_list(&self, filter: &EditionFilter) -> bool {
        self.others.is_empty() && filter.published_since.or(filter.published_before).is_none()
    }
}

/// The kinds of terms that cover a large part of all articles.
const LARGE_KINDS: [&str; 2] = ["kicker", "section"];

/// The kinds of terms, those with usually the shortest lists first.
const KINDS_BY_SIZE: [&str; 5] = ["series", "tag", "author", "kicker", "section"];

/// Orders a query and starts it at the position of the page.
pub(super) fn in_order(query: Live<'_>, page: PageRequest) -> Live<'_> {
    let PageRequest { key, position, descending, most: _ } = page;
    match key {
        SortKey::FirstPublishedAt => {
            keyset!(query, live::first_published_at, live::article_id, position, descending)
        }
        SortKey::UpdatedAt => keyset!(query, live::updated_at, live::article_id, position, descending),
    }
}
