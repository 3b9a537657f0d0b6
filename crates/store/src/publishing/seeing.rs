//! What readers see at the moment of an act, or saw last.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, Binary, Bool, Integer, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::Edition;
use uuid::Uuid;

use crate::Error;
use crate::publishing::keeping::{digest, markup_version};
use crate::publishing::{Key, key_of, split};
use crate::schema::delivery::edition_sources;

/// What readers see of articles, or saw last. What they never saw is not in it.
pub(super) type Sight = HashMap<Key, Seen>;

/// What readers see of one article in one locale, or saw last.
#[derive(Debug)]
pub(super) struct Seen {
    /// Whether they see it now.
    pub(super) is_live: bool,
    pub(super) edition: Uuid,
    pub(super) number: Option<i32>,
    pub(super) revision: i32,
    pub(super) slug: String,
    pub(super) first_published_at: DateTime<Utc>,
    pub(super) updated_at: DateTime<Utc>,
    pub(super) digest: Vec<u8>,
    markup_version: i32,
}

impl Seen {
    /// Whether readers see this edition's bytes, address and date already.
    fn shows(&self, edition: &Edition) -> bool {
        self.is_live
            && self.slug == edition.slug.as_str()
            && self.digest == digest(edition)
            && self.markup_version == markup_version(edition)
            && edition.first_published_at.is_none_or(|date| date == self.first_published_at)
    }
}

/// What readers see of these articles.
pub(super) async fn seen(conn: &mut AsyncPgConnection, keys: &[Key]) -> Result<Sight, Error> {
    let (articles, locales) = split(keys);
    let query = sql_query(NEWEST).bind::<Array<SqlUuid>, _>(articles).bind::<Array<Text>, _>(locales);
    let rows: Vec<SeenRow> = query.load(conn).await?;
    Ok(rows.into_iter().map(SeenRow::seen).collect())
}

/// Those of these editions that readers do not see yet as they are.
pub(super) async fn unseen<'a>(
    conn: &mut AsyncPgConnection,
    editions: &[&'a Edition],
    sight: &Sight,
) -> Result<Vec<&'a Edition>, Error> {
    let live: Vec<Uuid> = sight.values().filter(|seen| seen.is_live).map(|seen| seen.edition).collect();
    let shown = edition_sources::table.filter(edition_sources::edition_id.eq_any(live));
    let columns = (edition_sources::edition_id, edition_sources::term_id, edition_sources::part);
    let sources: Vec<(Uuid, Uuid, Option<i32>)> = shown.select(columns).load(conn).await?;
    let mut places: HashMap<Uuid, BTreeSet<(Uuid, Option<i32>)>> = HashMap::new();
    for (edition, term, part) in sources {
        places.entry(edition).or_default().insert((term, part));
    }
    let is_unseen = |edition: &&&Edition| {
        let Some(seen) = sight.get(&key_of(edition)) else { return true };
        let wanted: BTreeSet<_> = edition.placements.iter().map(|place| (place.term.0, place.part)).collect();
        !seen.shows(edition) || places.get(&seen.edition).cloned().unwrap_or_default() != wanted
    };
    Ok(editions.iter().filter(is_unseen).copied().collect())
}

#[derive(QueryableByName)]
struct SeenRow {
    #[diesel(sql_type = SqlUuid)]
    article_id: Uuid,
    #[diesel(sql_type = Text)]
    locale: String,
    #[diesel(sql_type = Bool)]
    is_live: bool,
    #[diesel(sql_type = SqlUuid)]
    edition_id: Uuid,
    #[diesel(sql_type = Nullable<Integer>)]
    number: Option<i32>,
    #[diesel(sql_type = Integer)]
    revision: i32,
    #[diesel(sql_type = Text)]
    slug: String,
    #[diesel(sql_type = Timestamptz)]
    first_published_at: DateTime<Utc>,
    #[diesel(sql_type = Timestamptz)]
    updated_at: DateTime<Utc>,
    #[diesel(sql_type = Binary)]
    digest: Vec<u8>,
    #[diesel(sql_type = Integer)]
    markup_version: i32,
}

impl SeenRow {
    fn seen(self) -> (Key, Seen) {
        let Self {
            article_id,
            locale,
            is_live,
            edition_id: edition,
            number,
            revision,
            slug,
            first_published_at,
            updated_at,
            digest,
            markup_version,
        } = self;
        let seen = Seen {
            is_live,
            edition,
            number,
            revision,
            slug,
            first_published_at,
            updated_at,
            digest,
            markup_version,
        };
        ((article_id, locale), seen)
    }
}

/// The digest is that of `keeping::digest`.
const NEWEST: &str = "
SELECT key.article_id, key.locale, newest.*
FROM (SELECT DISTINCT * FROM unnest($1, $2) AS key (article_id, locale)) AS key
CROSS JOIN LATERAL (
    SELECT spans.closed_sequence IS NULL AS is_live, spans.edition_id, editions.number, editions.revision,
        editions.slug, spans.first_published_at, spans.updated_at,
        sha256(convert_to(editions.head || chr(10) || editions.tail || chr(10), 'UTF8') || editions.rendering_digest)
            AS digest,
        editions.markup_version
    FROM delivery.spans
    JOIN delivery.editions ON editions.id = spans.edition_id
    WHERE spans.article_id = key.article_id AND spans.locale = key.locale
    ORDER BY spans.opened_sequence DESC
    LIMIT 1
) AS newest";
