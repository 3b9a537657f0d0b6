//! Stores editions with their renderings, sources and links. Their visibility is in `live_spans`.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, Binary, Integer, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::Edition;
use uuid::Uuid;

use crate::Error;
use crate::moments::StoredMoment;
use crate::publishing::pending_edition::{PendingEdition, markup_version, rendering_digest};
use crate::publishing::{batches, links};
use crate::schema::delivery::{edition_links, edition_sources, editions, renderings};
use crate::statement_cache::{prepared, prepared_if_few};

/// Inserts editions with their renderings, sources and links. They are not visible yet and have no number.
pub(super) async fn insert(conn: &AsyncPgConnection, wanted: &[&Edition]) -> Result<(), Error> {
    for some in batches(wanted, 500) {
        insert_batch(conn, some).await?;
    }
    links::insert(conn, wanted).await
}

async fn insert_batch(mut conn: &AsyncPgConnection, some: &[&Edition]) -> Result<(), Error> {
    let rows = some.iter().map(|edition| rendering_row(edition)).collect::<Result<Vec<_>, Error>>()?;
    let rows = diesel::insert_into(renderings::table).values(rows).on_conflict_do_nothing();
    let rendered = prepared_if_few(rows, some.len()).execute(&mut conn);
    let rows: Vec<EditionRow> = some.iter().map(|edition| edition_row(edition)).collect();
    let rows = diesel::insert_into(editions::table).values(rows);
    let kept = prepared_if_few(rows, some.len()).execute(&mut conn);
    let rows: Vec<_> = some.iter().flat_map(|edition| sources_of(edition)).collect();
    let count = rows.len();
    let rows = diesel::insert_into(edition_sources::table).values(rows).on_conflict_do_nothing();
    let named = prepared_if_few(rows, count).execute(&mut conn);
    tokio::try_join!(biased; rendered, kept, named)?;
    Ok(())
}

/// Loads stored editions, in the order of `ids`.
pub(super) async fn load(mut conn: &AsyncPgConnection, ids: &[Uuid]) -> Result<Vec<PendingEdition>, Error> {
    let query = prepared(sql_query(LOAD).bind::<Array<SqlUuid>, _>(ids));
    let rows: Vec<PendingEditionRow> = query.load(&mut conn).await?;
    Ok(rows.into_iter().map(PendingEditionRow::pending_edition).collect())
}

/// Deletes editions that were never public.
pub(super) async fn delete_unpublished(mut conn: &AsyncPgConnection, ids: &[Uuid]) -> Result<(), Error> {
    let sources = edition_sources::table.filter(edition_sources::edition_id.eq_any(ids));
    let sources = diesel::delete(sources).execute(&mut conn);
    let targets = edition_links::table.filter(edition_links::edition_id.eq_any(ids));
    let targets = diesel::delete(targets).execute(&mut conn);
    let unpublished = editions::table.filter(editions::id.eq_any(ids)).filter(editions::number.is_null());
    let columns = (editions::rendering_digest, editions::markup_version);
    let gone = diesel::delete(unpublished).returning(columns).get_results::<(Vec<u8>, i32)>(&mut conn);
    let (_sources, _targets, gone) = tokio::try_join!(biased; sources, targets, gone)?;
    delete_orphaned_renderings(conn, gone).await
}

/// Deletes those of these renderings that no edition refers to any more.
pub(super) async fn delete_orphaned_renderings(
    mut conn: &AsyncPgConnection,
    left: Vec<(Vec<u8>, i32)>,
) -> Result<(), Error> {
    let (digests, versions): (Vec<Vec<u8>>, Vec<i32>) = left.into_iter().unzip();
    let sweep = sql_query(DELETE_ORPHANED_RENDERINGS)
        .bind::<Array<Binary>, _>(digests)
        .bind::<Array<Integer>, _>(versions);
    prepared(sweep).execute(&mut conn).await?;
    Ok(())
}

/// Marks an unchanged edition as current with the present versions of its terms.
pub(super) async fn update_term_versions(
    mut conn: &AsyncPgConnection,
    id: Uuid,
    fresh: &Edition,
) -> Result<(), Error> {
    for place in &fresh.placements {
        let source = edition_sources::table.find((id, place.term.0));
        let version = edition_sources::term_version.eq(place.version);
        diesel::update(source).set(version).execute(&mut conn).await?;
    }
    Ok(())
}

fn rendering_row(edition: &Edition) -> Result<RenderingRow, Error> {
    let json = |text: &str| serde_json::to_string(text).map_err(Error::internal);
    let rendering = &edition.rendering;
    Ok(RenderingRow {
        digest: rendering_digest(edition),
        markup_version: markup_version(edition),
        html_json: json(&rendering.html)?,
        markdown_json: json(&rendering.markdown)?,
        text_json: json(&rendering.text)?,
        blocks_json: serde_json::to_string(&rendering.blocks).map_err(Error::internal)?,
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
        head: edition.teaser_json.clone(),
        tail: edition.article_json.clone(),
        first_published_at: edition.first_published_at,
        rendering_digest: rendering_digest(edition),
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

#[derive(QueryableByName)]
struct PendingEditionRow {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = SqlUuid)]
    article_id: Uuid,
    #[diesel(sql_type = Text)]
    locale: String,
    #[diesel(sql_type = Text)]
    slug: String,
    #[diesel(sql_type = Integer)]
    revision: i32,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    first_published_at: Option<StoredMoment>,
    #[diesel(sql_type = Binary)]
    digest: Vec<u8>,
}

impl PendingEditionRow {
    fn pending_edition(self) -> PendingEdition {
        let Self { id: edition, article_id: article, locale, slug, revision, first_published_at, digest } =
            self;
        let first_published_at = first_published_at.map(DateTime::from);
        PendingEdition { edition, article, locale, slug, revision, first_published_at, digest }
    }
}

#[derive(Insertable)]
#[diesel(table_name = renderings)]
struct RenderingRow {
    digest: Vec<u8>,
    markup_version: i32,
    html_json: String,
    markdown_json: String,
    text_json: String,
    blocks_json: String,
}

#[derive(Insertable)]
#[diesel(table_name = editions, treat_none_as_default_value = false)]
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
#[diesel(table_name = edition_sources, treat_none_as_default_value = false)]
struct SourceRow {
    edition_id: Uuid,
    term_id: Uuid,
    term_version: i64,
    part: Option<i32>,
}

/// The digest is computed as in `pending_edition::digest`.
const LOAD: &str = "
SELECT editions.id, editions.article_id, editions.locale, editions.slug, editions.revision, editions.first_published_at,
    sha256(convert_to(editions.head || chr(10) || editions.tail || chr(10), 'UTF8') || editions.rendering_digest)
        AS digest
FROM unnest($1) WITH ORDINALITY AS named (id, place)
JOIN editions ON editions.id = named.id
ORDER BY named.place";

const DELETE_ORPHANED_RENDERINGS: &str = "
DELETE FROM renderings USING unnest($1, $2) AS old (digest, markup_version)
WHERE renderings.digest = old.digest AND renderings.markup_version = old.markup_version AND NOT EXISTS (
    SELECT FROM editions
    WHERE editions.rendering_digest = renderings.digest AND editions.markup_version = renderings.markup_version
)";
