//! Editions and the spans in which readers see them.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, BigInt, Text, Timestamptz, Uuid as SqlUuid};
use diesel::upsert::excluded;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::{ArticleId, Edition, EditionId, Locale, Refusal, Slug};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::Error;
use crate::publishing::act::{Change, Event, Stamp};
use crate::publishing::links;
use crate::schema::delivery::{edition_sources, editions, renderings, slugs, spans};
use crate::schema::editorial::terms;

/// An edition that is to be shown, as far as showing needs to know it.
#[derive(Debug, Clone)]
pub(super) struct Showing {
    pub(super) edition: Uuid,
    pub(super) article: Uuid,
    pub(super) locale: String,
    pub(super) slug: String,
    first_published_at: Option<DateTime<Utc>>,
}

impl Showing {
    pub(super) fn of(edition: &Edition) -> Self {
        Self {
            edition: edition.id.0,
            article: edition.article.0,
            locale: edition.locale.to_string(),
            slug: edition.slug.to_string(),
            first_published_at: edition.first_published_at,
        }
    }
}

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

/// Keeps editions, with their renderings, sources and links. They are shown by nothing yet, and have no number.
pub(super) async fn keep(conn: &mut AsyncPgConnection, wanted: &[Edition]) -> Result<(), Error> {
    for some in wanted.chunks(500) {
        let rows = some.iter().map(rendering_row).collect::<Result<Vec<_>, Error>>()?;
        diesel::insert_into(renderings::table).values(rows).on_conflict_do_nothing().execute(conn).await?;
        let rows: Vec<EditionRow> = some.iter().map(edition_row).collect();
        diesel::insert_into(editions::table).values(rows).execute(conn).await?;
        let sources: Vec<_> = some.iter().flat_map(sources_of).collect();
        diesel::insert_into(edition_sources::table)
            .values(sources)
            .on_conflict_do_nothing()
            .execute(conn)
            .await?;
    }
    links::keep(conn, wanted).await
}

/// An edition that was kept before.
pub(super) async fn kept(conn: &mut AsyncPgConnection, id: EditionId) -> Result<Showing, Error> {
    let columns = (editions::article_id, editions::locale, editions::slug, editions::first_published_at);
    let row = editions::table.find(id.0).select(columns).first(conn).await?;
    let (article, locale, slug, first_published_at) = row;
    Ok(Showing { edition: id.0, article, locale, slug, first_published_at })
}

/// Opens a span for each edition, closes those they replace, and moves the addresses.
pub(super) async fn open(
    conn: &mut AsyncPgConnection,
    stamp: Stamp,
    wanted: &[Showing],
) -> Result<Vec<Event>, Error> {
    let keys: Vec<(Uuid, String)> = wanted.iter().map(|one| (one.article, one.locale.clone())).collect();
    let before = dates_before(conn, &keys).await?;
    let replaced = close(conn, stamp, &keys).await?;
    number(conn, wanted).await?;
    let mut events = Vec::with_capacity(wanted.len());
    let mut rows = Vec::with_capacity(wanted.len());
    for one in wanted {
        let key = (one.article, one.locale.clone());
        let first = one.first_published_at.or(before.get(&key).copied()).unwrap_or(stamp.at);
        let change = if replaced.contains(&key) { Change::Changed } else { Change::Published };
        // The first time, nothing changed yet: both dates are the one shown, also where that lies in the past.
        let updated = if before.contains_key(&key) { stamp.at } else { first };
        rows.push((
            spans::edition_id.eq(one.edition),
            spans::article_id.eq(one.article),
            spans::locale.eq(one.locale.clone()),
            spans::first_published_at.eq(first),
            spans::updated_at.eq(updated),
            spans::opened_sequence.eq(stamp.sequence),
            spans::opened_at.eq(stamp.at),
        ));
        events.push(Event {
            change,
            article: one.article,
            locale: one.locale.clone(),
            slug: one.slug.clone(),
        });
    }
    for some in rows.chunks(1_000) {
        diesel::insert_into(spans::table).values(some.to_vec()).execute(conn).await?;
    }
    address(conn, wanted).await?;
    Ok(events)
}

/// Closes the open spans of these articles, and says of which there was one.
pub(super) async fn close(
    conn: &mut AsyncPgConnection,
    stamp: Stamp,
    keys: &[(Uuid, String)],
) -> Result<HashSet<(Uuid, String)>, Error> {
    let (articles, locales): (Vec<Uuid>, Vec<&str>) = keys.iter().map(|(a, l)| (*a, l.as_str())).unzip();
    let query = sql_query(CLOSE).bind::<Array<SqlUuid>, _>(articles).bind::<Array<Text>, _>(locales);
    let query = query.bind::<BigInt, _>(stamp.sequence).bind::<Timestamptz, _>(stamp.at);
    let closed: Vec<KeyRow> = query.load(conn).await?;
    Ok(closed.into_iter().map(|KeyRow { article_id, locale }| (article_id, locale)).collect())
}

async fn dates_before(
    conn: &mut AsyncPgConnection,
    keys: &[(Uuid, String)],
) -> Result<HashMap<(Uuid, String), DateTime<Utc>>, Error> {
    let ids: Vec<Uuid> = keys.iter().map(|(article, _)| *article).collect();
    let mine = spans::table.filter(spans::article_id.eq_any(ids)).order(spans::opened_sequence);
    let rows: Vec<(Uuid, String, DateTime<Utc>)> =
        mine.select((spans::article_id, spans::locale, spans::first_published_at)).load(conn).await?;
    // The newest comes last, and so is the one that stays.
    Ok(rows.into_iter().map(|(article, locale, first)| ((article, locale), first)).collect())
}

async fn number(conn: &mut AsyncPgConnection, wanted: &[Showing]) -> Result<(), Error> {
    let ids: Vec<Uuid> = wanted.iter().map(|one| one.edition).collect();
    sql_query(NUMBER).bind::<Array<SqlUuid>, _>(ids).execute(conn).await?;
    Ok(())
}

async fn address(conn: &mut AsyncPgConnection, wanted: &[Showing]) -> Result<(), Error> {
    let rows = wanted.iter().map(|one| {
        (slugs::locale.eq(&one.locale), slugs::slug.eq(&one.slug), slugs::article_id.eq(one.article))
    });
    for some in rows.collect::<Vec<_>>().chunks(5_000) {
        // Whoever held the slug is not live: that was checked under the lock.
        diesel::insert_into(slugs::table)
            .values(some.to_vec())
            .on_conflict((slugs::locale, slugs::slug))
            .do_update()
            .set(slugs::article_id.eq(excluded(slugs::article_id)))
            .execute(conn)
            .await?;
    }
    Ok(())
}

fn taken(slug: &str, locale: &str, holder: Uuid) -> Error {
    match (Slug::try_from(slug.to_owned()), Locale::try_from(locale.to_owned())) {
        (Ok(slug), Ok(locale)) => Refusal::SlugTaken { slug, locale, holder: ArticleId(holder) }.into(),
        (Err(invalid), _) | (_, Err(invalid)) => invalid.into(),
    }
}

fn digest(edition: &Edition) -> Vec<u8> {
    Sha256::digest(edition.rendering.markdown.as_bytes()).to_vec()
}

fn markup_version(edition: &Edition) -> i32 {
    i32::try_from(edition.rendering.markup_version).unwrap_or(i32::MAX)
}

fn rendering_row(edition: &Edition) -> Result<RenderingRow, Error> {
    let json = |text: &str| serde_json::to_string(text).map_err(Error::internal);
    let rendering = &edition.rendering;
    Ok(RenderingRow {
        digest: digest(edition),
        markup_version: markup_version(edition),
        html_json: json(&rendering.html)?,
        markdown_json: json(&rendering.markdown)?,
        text_json: json(&rendering.text)?,
    })
}

fn edition_row(edition: &Edition) -> EditionRow {
    let kicker = edition.kicker.clone();
    EditionRow {
        id: edition.id.0,
        article_id: edition.article.0,
        locale: edition.locale.to_string(),
        revision: edition.revision,
        slug: edition.slug.to_string(),
        section: edition.section.to_string(),
        kicker: kicker.as_ref().map(|(slug, _)| slug.to_string()),
        kicker_name: kicker.map(|(_, name)| name),
        headline: edition.headline.clone(),
        head: edition.head.clone(),
        tail: edition.tail.clone(),
        first_published_at: edition.first_published_at,
        rendering_digest: digest(edition),
        markup_version: markup_version(edition),
    }
}

fn sources_of(edition: &Edition) -> Vec<SourceRow> {
    let source = |placement: &domain::Placement| SourceRow {
        edition_id: edition.id.0,
        term_id: placement.term.0,
        term_version: placement.version,
        part: placement.part,
    };
    edition.placements.iter().map(source).collect()
}

#[derive(Insertable)]
#[diesel(table_name = renderings)]
struct RenderingRow {
    digest: Vec<u8>,
    markup_version: i32,
    html_json: String,
    markdown_json: String,
    text_json: String,
}

#[derive(Insertable)]
#[diesel(table_name = editions)]
struct EditionRow {
    id: Uuid,
    article_id: Uuid,
    locale: String,
    revision: i32,
    slug: String,
    section: String,
    kicker: Option<String>,
    kicker_name: Option<String>,
    headline: String,
    head: String,
    tail: String,
    first_published_at: Option<DateTime<Utc>>,
    rendering_digest: Vec<u8>,
    markup_version: i32,
}

#[derive(Insertable)]
#[diesel(table_name = edition_sources)]
struct SourceRow {
    edition_id: Uuid,
    term_id: Uuid,
    term_version: i64,
    part: Option<i32>,
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

#[derive(QueryableByName)]
struct KeyRow {
    #[diesel(sql_type = SqlUuid)]
    article_id: Uuid,
    #[diesel(sql_type = Text)]
    locale: String,
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

const CLOSE: &str = "
UPDATE delivery.spans SET closed_sequence = $3, closed_at = $4
FROM unnest($1, $2) AS key (article_id, locale)
WHERE spans.article_id = key.article_id AND spans.locale = key.locale AND spans.closed_sequence IS NULL
RETURNING spans.article_id, spans.locale";

const NUMBER: &str = "
UPDATE delivery.editions SET number = 1 + coalesce((
    SELECT max(numbered.number) FROM delivery.editions AS numbered
    WHERE numbered.article_id = editions.article_id AND numbered.locale = editions.locale
), 0)
WHERE editions.id = ANY ($1)";
