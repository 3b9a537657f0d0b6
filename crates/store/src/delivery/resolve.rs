//! Path resolution: loads the slugs and redirects that a path may refer to, in one statement.

use diesel::sql_types::{Array, Nullable, Text};
use diesel::{QueryableByName, sql_query};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::{
    LiveTeaser, Locale, PathLookup, PathMatch, PathRecords, RedirectDestination, RedirectRecord, SlugRecord,
};

use crate::delivery::editions::rows::TeaserRow;
use crate::statement_cache::prepared;
use crate::{DeliveryConn, Error};

/// Loads everything known about the possible readings of a path.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn find(conn: &mut DeliveryConn, lookup: &PathLookup) -> Result<PathRecords, Error> {
    if lookup.matches.is_empty() && lookup.former_matches.is_empty() && lookup.redirect.is_none() {
        return Ok(PathRecords::default());
    }
    let matches: Vec<&PathMatch> = lookup.matches.iter().chain(&lookup.former_matches).collect();
    let path = lookup.redirect.as_ref().map(|path| path.as_str());
    load(conn.inner(), &matches, path, &lookup.locales).await
}

/// Loads what is known about slugs, each in its locale, over an editorial connection.
pub(crate) async fn known_slugs(
    conn: &AsyncPgConnection,
    matches: &[PathMatch],
) -> Result<Vec<SlugRecord>, Error> {
    let matches: Vec<&PathMatch> = matches.iter().collect();
    Ok(load(conn, &matches, None, &[]).await?.addresses)
}

async fn load(
    mut conn: &AsyncPgConnection,
    matches: &[&PathMatch],
    path: Option<&str>,
    locales: &[Locale],
) -> Result<PathRecords, Error> {
    let sought = matches.iter().map(|reading| (reading.locale.as_str(), reading.parts.slug.as_str()));
    let (slug_locales, slugs): (Vec<&str>, Vec<&str>) = sought.unzip();
    let locales: Vec<&str> = locales.iter().map(Locale::as_str).collect();
    let query = sql_query(KNOWN).bind::<Array<Text>, _>(slug_locales).bind::<Array<Text>, _>(slugs);
    let query = query.bind::<Nullable<Text>, _>(path).bind::<Array<Text>, _>(locales);
    let rows: Vec<KnownRow> = prepared(query).load(&mut conn).await?;
    let mut known = PathRecords::default();
    for row in rows {
        let KnownRow { locale, known_slug, page, live } = row;
        let (live, locale) = (live.map(LiveTeaser::from), Locale::try_from(locale)?);
        match (known_slug, page) {
            (Some(slug), _) => {
                known.addresses.push(SlugRecord { locale, slug: slug.try_into()?, live });
            }
            (None, Some(page)) => {
                known.redirects.push(RedirectRecord { locale, target: RedirectDestination::Page(page) });
            }
            (None, None) => {
                known.redirects.push(RedirectRecord { locale, target: RedirectDestination::Article(live) });
            }
        }
    }
    Ok(known)
}

/// Either an article slug or a redirect, with the live edition of the article when there is one.
#[derive(QueryableByName)]
struct KnownRow {
    #[diesel(sql_type = Text)]
    locale: String,
    #[diesel(sql_type = Nullable<Text>)]
    known_slug: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    page: Option<String>,
    #[diesel(embed)]
    live: Option<TeaserRow>,
}

const KNOWN: &str = "
WITH named AS (
    SELECT addresses.locale, addresses.slug AS known_slug, addresses.article_id, NULL::text AS page
    FROM addresses
    WHERE addresses.locale = ANY ($1) AND addresses.slug = ANY ($2)
    UNION ALL
    SELECT redirected.locale, NULL, redirected.article_id, redirected.page
    FROM redirected
    WHERE redirected.path = $3 AND redirected.locale = ANY ($4)
)
SELECT named.locale, named.known_slug, named.page, live.article_id, live.slug, live.section, live.head,
    live.first_published_at, live.updated_at, live.sequence
FROM named
LEFT JOIN live ON live.article_id = named.article_id AND live.locale = named.locale";
