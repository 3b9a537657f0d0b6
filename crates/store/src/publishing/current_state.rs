//! Loads what readers currently see of the articles of an act.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, Binary, Bool, Integer, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::Edition;
use uuid::Uuid;

use crate::Error;
use crate::moments::StoredMoment;
use crate::publishing::pending_edition::{digest, markup_version};
use crate::publishing::{ArticleKey, key_of, split};
use crate::statement_cache::prepared;

/// The newest public edition per article and locale; articles that were never public are absent.
pub(super) type CurrentState = HashMap<ArticleKey, LatestEdition>;

/// The edition of an article in one locale that readers see now, or saw last.
#[derive(Debug)]
pub(super) struct LatestEdition {
    /// Whether readers see it now.
    pub(super) is_live: bool,
    /// Whether it was erased by a takedown.
    pub(super) is_taken_down: bool,
    pub(super) edition: Uuid,
    pub(super) number: Option<i32>,
    pub(super) revision: i32,
    pub(super) slug: String,
    pub(super) first_published_at: DateTime<Utc>,
    pub(super) updated_at: DateTime<Utc>,
    pub(super) digest: Vec<u8>,
    markup_version: i32,
    /// The terms that the edition is listed under, with the part number for a series.
    places: BTreeSet<(Uuid, Option<i32>)>,
}

impl LatestEdition {
    /// Whether this edition is live already, with the same content, slug, date and terms.
    fn shows(&self, edition: &Edition) -> bool {
        let places = edition.placements.iter().map(|place| (place.term.0, place.part));
        self.is_live
            && self.places == places.collect()
            && self.slug == edition.slug.as_str()
            && self.digest == digest(edition)
            && self.markup_version == markup_version(edition)
            && edition.first_published_at.is_none_or(|date| date == self.first_published_at)
    }
}

/// Loads the newest public editions of these articles.
pub(super) async fn current_state(
    mut conn: &AsyncPgConnection,
    keys: &[ArticleKey],
) -> Result<CurrentState, Error> {
    let (articles, locales) = split(keys);
    let query = sql_query(NEWEST).bind::<Array<SqlUuid>, _>(articles).bind::<Array<Text>, _>(locales);
    let rows: Vec<LatestEditionRow> = prepared(query).load(&mut conn).await?;
    Ok(rows.into_iter().map(LatestEditionRow::into_entry).collect())
}

/// Those of these editions that differ from what is live.
pub(super) fn changed_editions<'a>(editions: &[&'a Edition], current: &CurrentState) -> Vec<&'a Edition> {
    let is_changed =
        |edition: &&&Edition| !current.get(&key_of(edition)).is_some_and(|latest| latest.shows(edition));
    editions.iter().filter(is_changed).copied().collect()
}

#[derive(QueryableByName)]
struct LatestEditionRow {
    #[diesel(sql_type = SqlUuid)]
    article_id: Uuid,
    #[diesel(sql_type = Text)]
    locale: String,
    #[diesel(sql_type = Bool)]
    is_live: bool,
    #[diesel(sql_type = Bool)]
    is_taken_down: bool,
    #[diesel(sql_type = SqlUuid)]
    edition_id: Uuid,
    #[diesel(sql_type = Nullable<Integer>)]
    number: Option<i32>,
    #[diesel(sql_type = Integer)]
    revision: i32,
    #[diesel(sql_type = Text)]
    slug: String,
    #[diesel(sql_type = Timestamptz)]
    first_published_at: StoredMoment,
    #[diesel(sql_type = Timestamptz)]
    updated_at: StoredMoment,
    #[diesel(sql_type = Binary)]
    digest: Vec<u8>,
    #[diesel(sql_type = Integer)]
    markup_version: i32,
    #[diesel(sql_type = Array<SqlUuid>)]
    terms: Vec<Uuid>,
    #[diesel(sql_type = Array<Nullable<Integer>>)]
    parts: Vec<Option<i32>>,
}

impl LatestEditionRow {
    fn into_entry(self) -> (ArticleKey, LatestEdition) {
        let Self {
            article_id,
            locale,
            is_live,
            is_taken_down,
            edition_id: edition,
            number,
            revision,
            slug,
            first_published_at,
            updated_at,
            digest,
            markup_version,
            terms,
            parts,
        } = self;
        let latest = LatestEdition {
            is_live,
            is_taken_down,
            edition,
            number,
            revision,
            slug,
            first_published_at: first_published_at.into(),
            updated_at: updated_at.into(),
            digest,
            markup_version,
            places: terms.into_iter().zip(parts).collect(),
        };
        ((article_id, locale), latest)
    }
}

const NEWEST: &str = include_str!("../sql/current_state.sql");
