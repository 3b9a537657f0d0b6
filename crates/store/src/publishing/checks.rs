//! What is looked at under the lock before anything is shown: what readers see already, sources and slugs.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, Text, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::{ArticleId, Edition, Locale, Refusal, Slug};
use uuid::Uuid;

use crate::Error;
use crate::publishing::keeping::{digest, markup_version};
use crate::publishing::showing::Showing;
use crate::schema::delivery::{edition_sources, editions, spans};
use crate::schema::editorial::terms;

/// What readers see now, of some articles.
pub(super) struct Seen {
    editions: HashMap<(Uuid, String), SeenRow>,
    /// Under which terms each edition stands, and as which part.
    places: HashMap<Uuid, BTreeSet<(Uuid, Option<i32>)>>,
}

impl Seen {
    /// Whether readers see all of this edition already.
    pub(super) fn shows(&self, edition: &Edition) -> bool {
        let seen = self.editions.get(&(edition.article.0, edition.locale.to_string()));
        seen.is_some_and(|seen| {
            let wanted = edition.placements.iter().map(|place| (place.term.0, place.part)).collect();
            self.places.get(&seen.edition_id).map_or(wanted == BTreeSet::new(), |places| *places == wanted)
                && seen.slug == edition.slug.as_str()
                && seen.head == edition.head
                && seen.tail == edition.tail
                && seen.rendering_digest == digest(edition)
                && seen.markup_version == markup_version(edition)
                && edition.first_published_at.is_none_or(|date| date == seen.first_published_at)
        })
    }
}

/// What readers see now of the articles that these editions are of.
pub(super) async fn seen(conn: &mut AsyncPgConnection, wanted: &[Edition]) -> Result<Seen, Error> {
    let ids: Vec<Uuid> = wanted.iter().map(|edition| edition.article.0).collect();
    let open = spans::table.inner_join(editions::table.on(editions::id.eq(spans::edition_id)));
    let open = open.filter(spans::closed_sequence.is_null()).filter(spans::article_id.eq_any(ids));
    let rows: Vec<SeenRow> = open.select(SeenRow::as_select()).load(conn).await?;
    let shown = edition_sources::edition_id.eq_any(rows.iter().map(|row| row.edition_id).collect::<Vec<_>>());
    let columns = (edition_sources::edition_id, edition_sources::term_id, edition_sources::part);
    let sources: Vec<(Uuid, Uuid, Option<i32>)> =
        edition_sources::table.filter(shown).select(columns).load(conn).await?;
    let mut places: HashMap<Uuid, BTreeSet<(Uuid, Option<i32>)>> = HashMap::new();
    for (edition, term, part) in sources {
        places.entry(edition).or_default().insert((term, part));
    }
    let editions = rows.into_iter().map(|row| ((row.article_id, row.locale.clone()), row)).collect();
    Ok(Seen { editions, places })
}

/// Refuses editions that copied a term which was changed since.
pub(super) async fn check_sources(conn: &mut AsyncPgConnection, wanted: &[Edition]) -> Result<(), Error> {
    let ids: HashSet<Uuid> =
        wanted.iter().flat_map(|e| &e.placements).map(|placement| placement.term.0).collect();
    let current = terms::table.filter(terms::id.eq_any(ids)).select((terms::id, terms::version)).for_share();
    let current: HashMap<Uuid, i64> = current.load(conn).await?.into_iter().collect();
    let stale = |e: &Edition| e.placements.iter().any(|p| current.get(&p.term.0) != Some(&p.version));
    if wanted.iter().any(stale) { Err(Refusal::SourceSuperseded.into()) } else { Ok(()) }
}

/// Refuses slugs that another article holds: live, scheduled, or redirecting to where it lives now.
pub(super) async fn check_slugs(conn: &mut AsyncPgConnection, wanted: &[Showing]) -> Result<(), Error> {
    let mut names: HashMap<(&str, &str), Uuid> = HashMap::new();
    for one in wanted {
        let other = names.insert((&one.locale, &one.slug), one.article);
        if let Some(holder) = other.filter(|holder| *holder != one.article) {
            return Err(taken(&one.slug, &one.locale, holder));
        }
    }
    let (locales, slugs): (Vec<&str>, Vec<&str>) = names.keys().copied().unzip();
    let query = sql_query(HOLDERS).bind::<Array<Text>, _>(locales).bind::<Array<Text>, _>(slugs);
    let holders: Vec<HolderRow> = query.load(conn).await?;
    let foreign = |row: &&HolderRow| names.get(&(&*row.locale, &*row.slug)) != Some(&row.article_id);
    match holders.iter().find(foreign) {
        Some(HolderRow { locale, slug, article_id }) => Err(taken(slug, locale, *article_id)),
        None => Ok(()),
    }
}

fn taken(slug: &str, locale: &str, holder: Uuid) -> Error {
    match (Slug::try_from(slug.to_owned()), Locale::try_from(locale.to_owned())) {
        (Ok(slug), Ok(locale)) => Refusal::SlugTaken { slug, locale, holder: ArticleId(holder) }.into(),
        (Err(invalid), _) | (_, Err(invalid)) => invalid.into(),
    }
}

#[derive(Queryable, Selectable)]
#[diesel(check_for_backend(diesel::pg::Pg))]
struct SeenRow {
    #[diesel(select_expression = editions::id)]
    edition_id: Uuid,
    #[diesel(select_expression = spans::article_id)]
    article_id: Uuid,
    #[diesel(select_expression = spans::locale)]
    locale: String,
    #[diesel(select_expression = spans::first_published_at)]
    first_published_at: DateTime<Utc>,
    #[diesel(select_expression = editions::slug)]
    slug: String,
    #[diesel(select_expression = editions::head)]
    head: String,
    #[diesel(select_expression = editions::tail)]
    tail: String,
    #[diesel(select_expression = editions::rendering_digest)]
    rendering_digest: Vec<u8>,
    #[diesel(select_expression = editions::markup_version)]
    markup_version: i32,
}

#[derive(QueryableByName)]
struct HolderRow {
    #[diesel(sql_type = Text)]
    locale: String,
    #[diesel(sql_type = Text)]
    slug: String,
    #[diesel(sql_type = SqlUuid)]
    article_id: Uuid,
}

/// The spans are looked up one by one (a limit keeps the planner from joining them first): during a large import it
/// knows too little of how many are open, and would walk through them all for every slug.
const HOLDERS: &str = "
SELECT slugs.locale, slugs.slug, slugs.article_id
FROM unnest($1, $2) AS wanted (locale, slug)
JOIN delivery.slugs ON slugs.locale = wanted.locale AND slugs.slug = wanted.slug
CROSS JOIN LATERAL (
    SELECT FROM delivery.spans
    WHERE spans.article_id = slugs.article_id AND spans.locale = slugs.locale AND spans.closed_sequence IS NULL
    LIMIT 1
) AS open_span
UNION ALL
SELECT schedules.locale, schedules.slug, schedules.article_id
FROM unnest($1, $2) AS wanted (locale, slug)
JOIN delivery.schedules ON schedules.locale = wanted.locale AND schedules.slug = wanted.slug";
