//! Finds invalid URLs in stored content. They were saved before URLs were validated, and are left out of public
//! responses.

use diesel::QueryableByName;
use diesel::sql_query;
use diesel::sql_types::{Integer, Jsonb, Nullable, Text, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::{Content, Hero, Seo, Violation};
use serde_json::Value;
use uuid::Uuid;

use crate::connection::open;
use crate::editorial::terms;
use crate::{Access, Error, OpenError};

/// The invalid URLs in the newest and the live revision of every draft and in every term, one line of text each.
///
/// # Errors
/// [`OpenError::Unreachable`].
pub async fn invalid(access: &Access) -> Result<Vec<String>, OpenError> {
    let mut connection = open(access).await?;
    let found = invalid_within(&mut connection).await;
    found.map_err(|error| OpenError::Unreachable(error.to_string()))
}

async fn invalid_within(connection: &mut AsyncPgConnection) -> Result<Vec<String>, Error> {
    let mut found = Vec::new();
    for row in sql_query(REVISIONS).load::<RevisionRow>(connection).await? {
        let RevisionRow { draft_id, locale, slug, number, hero, seo } = row;
        let hero: Option<Hero> = hero.map(serde_json::from_value).transpose().map_err(Error::internal)?;
        let seo: Seo = serde_json::from_value(seo).map_err(Error::internal)?;
        let content = Content { hero, seo, ..Content::default() };
        let name = slug.map(|slug| format!(" ({locale}, {slug})")).unwrap_or_default();
        let place = format!("draft {draft_id}{name}, revision {number}");
        found.extend(content.invalid_urls().iter().map(|one| line(&place, one)));
    }
    for term in terms::load_with_urls(connection).await? {
        let place = format!("{} {}", term.kind.as_str(), term.slug);
        found.extend(term.invalid_urls().iter().map(|one| line(&place, one)));
    }
    Ok(found)
}

fn line(place: &str, Violation { pointer, rule: _, detail }: &Violation) -> String {
    format!("{place}: {pointer}: {detail}")
}

#[derive(QueryableByName)]
struct RevisionRow {
    #[diesel(sql_type = SqlUuid)]
    draft_id: Uuid,
    #[diesel(sql_type = Text)]
    locale: String,
    #[diesel(sql_type = Nullable<Text>)]
    slug: Option<String>,
    #[diesel(sql_type = Integer)]
    number: i32,
    #[diesel(sql_type = Nullable<Jsonb>)]
    hero: Option<Value>,
    #[diesel(sql_type = Jsonb)]
    seo: Value,
}

const REVISIONS: &str = "
SELECT revisions.draft_id, drafts.locale, revisions.slug, revisions.number, revisions.hero, revisions.seo
FROM editorial.drafts
JOIN editorial.standings ON standings.draft_id = drafts.id
JOIN editorial.revisions ON revisions.draft_id = drafts.id
    AND revisions.number IN (drafts.revision, standings.live_revision)
WHERE revisions.hero IS NOT NULL OR revisions.seo ->> 'canonical_url' IS NOT NULL OR revisions.seo ->> 'image' IS NOT NULL
ORDER BY revisions.draft_id, revisions.number";
