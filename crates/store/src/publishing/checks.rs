//! What is looked at under the lock before anything is shown: trash, revisions, sources and slugs.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, Bool, Text, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::{ArticleId, Edition, Locale, Refusal, Slug};
use uuid::Uuid;

use crate::Error;
use crate::publishing::Key;
use crate::publishing::seeing::Sight;
use crate::publishing::showing::Showing;
use crate::schema::editorial::{drafts, terms};

/// Refuses drafts in the trash. Until the transaction ends none of these can be put there.
pub(super) async fn check_trash(conn: &mut AsyncPgConnection, keys: &[Key]) -> Result<(), Error> {
    let ids = keys.iter().map(|(article, _)| *article);
    let mine = drafts::table.filter(drafts::article_id.eq_any(ids));
    let columns = (drafts::article_id, drafts::locale, drafts::trashed_at.is_not_null());
    // In the order in which many are put there at once.
    let locked = mine.order(drafts::id).select(columns).for_share();
    let drafts: Vec<(Uuid, String, bool)> = locked.load(conn).await?;
    let keys: HashSet<&Key> = keys.iter().collect();
    let in_trash = drafts.into_iter().filter(|(_, _, trashed)| *trashed);
    let mut in_trash = in_trash.map(|(article, locale, _)| (article, locale));
    if in_trash.any(|key| keys.contains(&key)) { Err(Refusal::InTrash.into()) } else { Ok(()) }
}

/// Refuses revisions older than those that readers see.
pub(super) fn check_revisions(wanted: &[Showing], sight: &Sight) -> Result<(), Refusal> {
    let older = |one: &Showing| {
        sight.get(&one.key()).is_some_and(|seen| seen.is_live && seen.revision > one.revision)
    };
    if wanted.iter().any(older) { Err(Refusal::RevisionSuperseded) } else { Ok(()) }
}

/// Refuses editions that copied a term which was changed since.
pub(super) async fn check_sources(conn: &mut AsyncPgConnection, wanted: &[&Edition]) -> Result<(), Error> {
    let ids: HashSet<Uuid> =
        wanted.iter().flat_map(|e| &e.placements).map(|placement| placement.term.0).collect();
    let current = terms::table.filter(terms::id.eq_any(ids)).select((terms::id, terms::version)).for_share();
    let current: HashMap<Uuid, i64> = current.load(conn).await?.into_iter().collect();
    let stale = |e: &&Edition| e.placements.iter().any(|p| current.get(&p.term.0) != Some(&p.version));
    if wanted.iter().any(stale) { Err(Refusal::SourceSuperseded.into()) } else { Ok(()) }
}

/// Refuses slugs that another article holds: live, scheduled, or redirecting to where it lives now. One that its holder
/// lives at, and leaves in the same act, is free.
pub(super) async fn check_slugs(
    conn: &mut AsyncPgConnection,
    wanted: &[Showing],
    sight: &Sight,
) -> Result<(), Error> {
    let leaves = |holder: &HolderRow| {
        let key = (holder.article_id, holder.locale.clone());
        let lives_here = sight.get(&key).is_some_and(|seen| seen.is_live && seen.slug == holder.slug);
        !holder.scheduled
            && lives_here
            && wanted.iter().any(|one| one.key() == key && one.slug != holder.slug)
    };
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
    match holders.iter().filter(foreign).find(|holder| !leaves(holder)) {
        Some(HolderRow { locale, slug, article_id, scheduled: _ }) => Err(taken(slug, locale, *article_id)),
        None => Ok(()),
    }
}

fn taken(slug: &str, locale: &str, holder: Uuid) -> Error {
    match (Slug::try_from(slug.to_owned()), Locale::try_from(locale.to_owned())) {
        (Ok(slug), Ok(locale)) => Refusal::SlugTaken { slug, locale, holder: ArticleId(holder) }.into(),
        (Err(invalid), _) | (_, Err(invalid)) => invalid.into(),
    }
}

#[derive(QueryableByName)]
struct HolderRow {
    #[diesel(sql_type = Text)]
    locale: String,
    #[diesel(sql_type = Text)]
    slug: String,
    #[diesel(sql_type = SqlUuid)]
    article_id: Uuid,
    #[diesel(sql_type = Bool)]
    scheduled: bool,
}

/// The spans are looked up one by one (a limit keeps the planner from joining them first): during a large import it
/// knows too little of how many are open, and would walk through them all for every slug.
const HOLDERS: &str = "
SELECT slugs.locale, slugs.slug, slugs.article_id, false AS scheduled
FROM unnest($1, $2) AS wanted (locale, slug)
JOIN delivery.slugs ON slugs.locale = wanted.locale AND slugs.slug = wanted.slug
CROSS JOIN LATERAL (
    SELECT FROM delivery.spans
    WHERE spans.article_id = slugs.article_id AND spans.locale = slugs.locale AND spans.closed_sequence IS NULL
    LIMIT 1
) AS open_span
UNION ALL
SELECT schedules.locale, schedules.slug, schedules.article_id, true AS scheduled
FROM unnest($1, $2) AS wanted (locale, slug)
JOIN delivery.schedules ON schedules.locale = wanted.locale AND schedules.slug = wanted.slug";
