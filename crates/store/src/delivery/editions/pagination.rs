//! Which live editions a list holds, and where on it a page begins. Not here: what is read of each (`rows`).

use diesel::dsl::exists;
use diesel::pg::Pg;
use diesel::pg::data_types::PgTimestamp;
use diesel::prelude::*;
use uuid::Uuid;

use crate::delivery::editions::{Filter, SortKey};
use crate::schema::delivery::{live, placed};
use crate::statement_cache::StatementVariety;

/// A query over what is live.
pub(super) type Live<'a> = live::BoxedQuery<'a, Pg>;

/// What a filter lets through, in no order.
pub(super) fn matching(filter: &Filter) -> Live<'_> {
    let Filter { locale, ids, any_of, tags_all, published_since, published_before } = filter;
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

/// One page of the lists of several places at once, such as a section and a tag. The indexes of placements hold each of
/// them in either order: the one that holds fewest, as a rule, is gone down, and of each article it is looked up whether it
/// is in the others too, until the page is full. However many there are in all, of one list no more is read than the page.
pub(super) fn page_by_placements<'a>(
    filter: &'a Filter,
    places: &PlacementFilter<'a>,
    PageRequest { key, position, descending, most }: PageRequest,
) -> Live<'a> {
    let locale = filter.locale.as_str();
    // Where that one is long too, few of it may be in the others: then Postgres had better read all of both.
    let probe = if LARGE_KINDS.contains(&places.one.0) { Probe::PlannerChoice } else { Probe::EachRow };
    let placed = placed_in(filter, places, probe);
    let placed = match key {
        SortKey::FirstPublishedAt => placed_by_first_published(placed, position, descending),
        SortKey::UpdatedAt => placed_by_updated(placed, position, descending),
    };
    let page = live::article_id.eq_any(placed.select(placed::article_id).limit(most));
    let query = live::table.filter(live::locale.eq(locale)).filter(page).into_boxed();
    in_order(query, PageRequest { key, position: None, descending, most })
}

/// How many texts there are of statements for filters like this one: whatever is named by value is bound, but each tag
/// that must be there too adds a condition, and anybody may name any number of them.
pub(super) fn statement_variety(filter: &Filter) -> StatementVariety {
    let Filter { locale: _, ids, any_of, tags_all, published_since, published_before } = filter;
    let named = any_of.iter().filter(|(_, slugs)| !slugs.is_empty()).count() + tags_all.len();
    let conditions = [!ids.is_empty(), published_since.is_some(), published_before.is_some()];
    match named + conditions.into_iter().filter(|is_there| *is_there).count() {
        0..=2 => StatementVariety::Few,
        _ => StatementVariety::Many,
    }
}

/// Which page of a list is asked for.
#[derive(Clone, Copy)]
pub(super) struct PageRequest {
    /// What the list is ordered by.
    pub(super) key: SortKey,
    /// Where the page begins; the list itself begins with it where nothing is said.
    pub(super) position: Option<StoredPosition>,
    /// Whether the newest come first.
    pub(super) descending: bool,
    /// How many entries it has at most.
    pub(super) most: i64,
}

/// A [`super::EditionPosition`] as the rows are sorted: by the date that is stored, which for an entry from before dates were bounded is
/// not the one that it was answered with.
#[derive(Clone, Copy)]
pub(super) struct StoredPosition {
    pub(super) at: PgTimestamp,
    pub(super) article: Uuid,
}

/// How it is found out whether an article is in other places too.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Probe {
    /// One article after the other, of what is in a long list: right where the page is full soon.
    EachRow,
    /// As Postgres thinks best, which is to read all of the lists.
    PlannerChoice,
}

/// Which articles a filter that names places lets through: without looking at the articles.
pub(super) fn placed_in<'a>(
    filter: &'a Filter,
    PlacementFilter { one, others }: &PlacementFilter<'a>,
    probe: Probe,
) -> Placed<'a> {
    let Filter { locale, published_since, published_before, .. } = filter;
    let (kind, slug) = *one;
    let here = placed::locale.eq(locale.as_str()).and(placed::kind.eq(kind)).and(placed::slug.eq(slug));
    let mut query = placed::table.filter(here).into_boxed();
    for (kind, slugs) in others {
        let there = other.filter(other.field(placed::article_id).eq(placed::article_id));
        let there = there.filter(other.field(placed::locale).eq(locale.as_str()));
        let there = there.filter(other.field(placed::kind).eq(*kind));
        let there = there.filter(other.field(placed::slug).eq_any(slugs.clone()));
        query = if probe == Probe::EachRow && LARGE_KINDS.contains(kind) {
            // An offset of nothing keeps Postgres from reading all of the long list first.
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

/// A query over what is placed somewhere.
pub(super) type Placed<'a> = placed::BoxedQuery<'a, Pg>;

/// The places that a filter names, in which each article is that it lets through.
pub(super) struct PlacementFilter<'a> {
    /// One that is a list by itself.
    pub(super) one: (&'static str, &'a str),
    /// The rest: in any of these, each.
    others: Vec<(&'static str, Vec<&'a str>)>,
}

impl<'a> PlacementFilter<'a> {
    /// Those of a filter; `None` where it names none that is a list by itself, or something else than places and dates.
    pub(super) fn from_filter(filter: &'a Filter) -> Option<Self> {
        let Filter { locale: _, ids, any_of, tags_all, published_since: _, published_before: _ } = filter;
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

    /// Whether all of the one list is let through.
    pub(super) fn is_whole_list(&self, filter: &Filter) -> bool {
        self.others.is_empty() && filter.published_since.or(filter.published_before).is_none()
    }
}

/// The kinds of places that a large part of all articles is in.
const LARGE_KINDS: [&str; 2] = ["kicker", "section"];

/// The kinds of places, the one first whose lists are the shortest, as a rule.
const KINDS_BY_SIZE: [&str; 5] = ["series", "tag", "author", "kicker", "section"];

// A position is said twice, once as a plain bound on the indexed column: that bound is where the index scan begins,
// so that a deep page costs what the first one does.

/// What a query lets through from where the page begins on, in order.
pub(super) fn in_order(query: Live<'_>, page: PageRequest) -> Live<'_> {
    let PageRequest { key, position, descending, most: _ } = page;
    match key {
        SortKey::FirstPublishedAt => by_first_published(query, position, descending),
        SortKey::UpdatedAt => by_updated(query, position, descending),
    }
}

fn by_first_published(query: Live<'_>, position: Option<StoredPosition>, descending: bool) -> Live<'_> {
    let (at, id) = (live::first_published_at, live::article_id);
    let query = match position {
        Some(p) if descending => query.filter(at.le(p.at)).filter(at.lt(p.at).or(id.lt(p.article))),
        Some(p) => query.filter(at.ge(p.at)).filter(at.gt(p.at).or(id.gt(p.article))),
        None => query,
    };
    if descending { query.order((at.desc(), id.desc())) } else { query.order((at.asc(), id.asc())) }
}

fn by_updated(query: Live<'_>, position: Option<StoredPosition>, descending: bool) -> Live<'_> {
    let (at, id) = (live::updated_at, live::article_id);
    let query = match position {
        Some(p) if descending => query.filter(at.le(p.at)).filter(at.lt(p.at).or(id.lt(p.article))),
        Some(p) => query.filter(at.ge(p.at)).filter(at.gt(p.at).or(id.gt(p.article))),
        None => query,
    };
    if descending { query.order((at.desc(), id.desc())) } else { query.order((at.asc(), id.asc())) }
}

fn placed_by_first_published(
    query: Placed<'_>,
    position: Option<StoredPosition>,
    descending: bool,
) -> Placed<'_> {
    let (at, id) = (placed::first_published_at, placed::article_id);
    let query = match position {
        Some(p) if descending => query.filter(at.le(p.at)).filter(at.lt(p.at).or(id.lt(p.article))),
        Some(p) => query.filter(at.ge(p.at)).filter(at.gt(p.at).or(id.gt(p.article))),
        None => query,
    };
    if descending { query.order((at.desc(), id.desc())) } else { query.order((at.asc(), id.asc())) }
}

fn placed_by_updated(query: Placed<'_>, position: Option<StoredPosition>, descending: bool) -> Placed<'_> {
    let (at, id) = (placed::updated_at, placed::article_id);
    let query = match position {
        Some(p) if descending => query.filter(at.le(p.at)).filter(at.lt(p.at).or(id.lt(p.article))),
        Some(p) => query.filter(at.ge(p.at)).filter(at.gt(p.at).or(id.gt(p.article))),
        None => query,
    };
    if descending { query.order((at.desc(), id.desc())) } else { query.order((at.asc(), id.asc())) }
}
