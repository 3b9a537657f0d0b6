//! Which live editions a list holds, and where on it a page begins. Not here: what is read of each (`rows`).

use diesel::pg::Pg;
use diesel::prelude::*;
use domain::Locale;

use crate::delivery::editions::{Filter, Position};
use crate::schema::delivery::{live, placed};

/// A query over what is live.
pub(super) type Live<'a> = live::BoxedQuery<'a, Pg>;

/// What a filter lets through, in no order.
pub(super) fn matching(filter: &Filter) -> Live<'_> {
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
pub(super) fn page_of_place<'a>(
    locale: &'a Locale,
    (kind, slug): (&'a str, &'a str),
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

pub(super) fn by_first_published<'a>(
    query: Live<'a>,
    position: Option<Position>,
    descending: bool,
) -> Live<'a> {
    let (at, id) = (live::first_published_at, live::article_id);
    let query = match position {
        Some(p) if descending => query.filter(at.le(p.at)).filter(at.lt(p.at).or(id.lt(p.article))),
        Some(p) => query.filter(at.ge(p.at)).filter(at.gt(p.at).or(id.gt(p.article))),
        None => query,
    };
    if descending { query.order((at.desc(), id.desc())) } else { query.order((at.asc(), id.asc())) }
}

pub(super) fn by_updated<'a>(query: Live<'a>, position: Option<Position>, descending: bool) -> Live<'a> {
    let (at, id) = (live::updated_at, live::article_id);
    let query = match position {
        Some(p) if descending => query.filter(at.le(p.at)).filter(at.lt(p.at).or(id.lt(p.article))),
        Some(p) => query.filter(at.ge(p.at)).filter(at.gt(p.at).or(id.gt(p.article))),
        None => query,
    };
    if descending { query.order((at.desc(), id.desc())) } else { query.order((at.asc(), id.asc())) }
}
