//! Editions as they are kept, with their renderings and sources. Not here: who sees them when.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::{Edition, EditionId};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::Error;
use crate::publishing::showing::Showing;
use crate::schema::delivery::{edition_sources, editions, renderings};

/// Keeps editions, with their renderings and sources. They are shown by nothing yet, and have no number.
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
    Ok(())
}

/// An edition that was kept before.
pub(super) async fn kept(conn: &mut AsyncPgConnection, id: EditionId) -> Result<Showing, Error> {
    let columns = (editions::article_id, editions::locale, editions::slug, editions::first_published_at);
    let row = editions::table.find(id.0).select(columns).first(conn).await?;
    let (article, locale, slug, first_published_at) = row;
    Ok(Showing { edition: id.0, article, locale, slug, first_published_at })
}

pub(super) fn digest(edition: &Edition) -> Vec<u8> {
    Sha256::digest(edition.rendering.markdown.as_bytes()).to_vec()
}

pub(super) fn markup_version(edition: &Edition) -> i32 {
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
