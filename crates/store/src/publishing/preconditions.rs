//! Preconditions of publishing, evaluated under the lock: permissions, trash, revisions, term versions, slugs and
//! links.
//!
//! Publishing stops at the first refusal, and `obstacles` lists all of them. Both evaluate the same
//! [`Preconditions`], so a draft has no obstacles exactly when publishing it would succeed.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, Bool, Text, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::workflow::Step;
use domain::{Action, ArticleId, Edition, Locale, Refusal, Slug};
use uuid::Uuid;

use crate::Error;
use crate::publishing::current_state::{CurrentState, current_state};
use crate::publishing::pending::{self, PendingSchedules, load_schedules};
use crate::publishing::pending_edition::PendingEdition;
use crate::publishing::{ArticleKey, links};
use crate::schema::editorial::{drafts, terms};
use crate::statement_cache::{force_generic_plans, prepared};
use crate::write::WriteTransaction;

/// The data that the preconditions are evaluated on.
pub(super) struct Preconditions {
    pub(super) current: CurrentState,
    pub(super) pending: PendingSchedules,
    /// Refusals that apply whatever the editions contain: missing permission, or the trash.
    pub(super) denials: Vec<Refusal>,
    versions: Versions,
    holders: Vec<HolderRow>,
    dead_links: Vec<ArticleId>,
}

/// Loads the preconditions of publishing editions, and refuses missing permission and drafts in the trash.
pub(super) async fn load_authorized(
    tx: WriteTransaction<'_>,
    editions: &[&Edition],
    pending_editions: &[PendingEdition],
) -> Result<Preconditions, Error> {
    let keys: Vec<ArticleKey> = pending_editions.iter().map(PendingEdition::key).collect();
    let preconditions = load(tx, &keys, (editions, pending_editions)).await?;
    match preconditions.denials.as_slice() {
        [] => Ok(preconditions),
        [refusal, ..] => Err(refusal.clone().into()),
    }
}

pub(super) async fn load(
    tx: WriteTransaction<'_>,
    keys: &[ArticleKey],
    (editions, pending_editions): (&[&Edition], &[PendingEdition]),
) -> Result<Preconditions, Error> {
    let (_planned, denied, trashed, current, pending, versions, holders, dead_links) = tokio::try_join!(
        biased;
        force_generic_plans(tx.conn, editions.len()),
        async { refusal_of(tx.authorize_articles(Action::Publish, keys).await) },
        async { refusal_of(check_trash(tx.conn, keys).await) },
        current_state(tx.conn, keys),
        load_schedules(tx.conn, keys),
        versions(tx.conn, editions),
        holders(tx.conn, pending_editions),
        links::find_dead(tx.conn, editions)
    )?;
    Ok(Preconditions {
        current,
        pending,
        denials: denied.into_iter().chain(trashed).collect(),
        versions,
        holders,
        dead_links,
    })
}

impl Preconditions {
    /// Decides what happens to pending schedules, and cancels those that the steps override. The slugs that they
    /// reserved become free.
    ///
    /// # Errors
    /// [`Refusal::SchedulePending`]; [`Error::Unavailable`].
    pub(super) async fn cancel_overruled(
        &mut self,
        tx: WriteTransaction<'_>,
        steps: &[(ArticleKey, Step)],
        pending_editions: &[PendingEdition],
    ) -> Result<(), Error> {
        let decide = |(key, step): &(ArticleKey, Step)| {
            Ok((key.clone(), pending::decide(self.current.get(key), self.pending.get(key), *step)?))
        };
        let decided = steps.iter().map(decide).collect::<Result<Vec<_>, Refusal>>()?;
        if pending::cancel_decided(tx, &decided).await? {
            self.holders = holders(tx.conn, pending_editions).await?;
        }
        Ok(())
    }

    /// Returns the first refusal, if any.
    pub(super) fn check(
        &self,
        editions: &[&Edition],
        pending_editions: &[PendingEdition],
    ) -> Result<(), Error> {
        match self.refusals(editions, pending_editions)?.into_iter().next() {
            Some(refusal) => Err(refusal.into()),
            None => Ok(()),
        }
    }

    /// All refusals for these editions.
    pub(super) fn refusals(
        &self,
        editions: &[&Edition],
        pending_editions: &[PendingEdition],
    ) -> Result<Vec<Refusal>, Error> {
        let slugs = refusal_of(check_slugs(pending_editions, &self.current, &self.holders))?;
        let refusals = [
            check_revisions(pending_editions, &self.current).err(),
            check_sources(editions, &self.versions).err(),
            slugs,
            links::check(editions, &self.dead_links).err(),
        ];
        Ok(refusals.into_iter().flatten().collect())
    }
}

/// Separates a refusal from other errors, which are passed on.
fn refusal_of(result: Result<(), Error>) -> Result<Option<Refusal>, Error> {
    match result {
        Ok(()) => Ok(None),
        // A signed-out actor must not learn anything about the draft.
        Err(Error::Refused(refusal)) if refusal != Refusal::SignedOut => Ok(Some(refusal)),
        Err(error) => Err(error),
    }
}

/// How far a publication date may be ahead of the database's clock, because clients' clocks may be slightly fast.
const CLOCK_TOLERANCE: TimeDelta = TimeDelta::seconds(60);

/// Whether a date is later than the time at which the article would become public.
pub(crate) fn is_ahead(date: DateTime<Utc>, public_from: DateTime<Utc>) -> bool {
    date - public_from > CLOCK_TOLERANCE
}

/// Refuses dates later than the time at which the editions become public. Such an article would stay on top of every
/// list until that date, and its `Last-Modified` would be in the future, which HTTP forbids.
pub(super) fn check_dates(wanted: &[&Edition], public_from: DateTime<Utc>) -> Result<(), Refusal> {
    let mut dates = wanted.iter().filter_map(|edition| edition.first_published_at);
    dates.find(|date| is_ahead(*date, public_from)).map_or(Ok(()), |date| Err(Refusal::DateInTheFuture(date)))
}

/// Refuses drafts in the trash. The row locks keep them out of it until the transaction ends.
pub(super) async fn check_trash(mut conn: &AsyncPgConnection, keys: &[ArticleKey]) -> Result<(), Error> {
    let ids = keys.iter().map(|(article, _)| *article);
    let query = drafts::table.filter(drafts::article_id.eq_any(ids));
    let columns = (drafts::article_id, drafts::locale, drafts::trashed_at.is_not_null());
    // The same lock order as that of bulk changes.
    let locked = query.order(drafts::id).select(columns).for_share();
    let drafts: Vec<(Uuid, String, bool)> = locked.load(&mut conn).await?;
    let keys: HashSet<&ArticleKey> = keys.iter().collect();
    let in_trash = drafts.into_iter().filter(|(_, _, trashed)| *trashed);
    let mut in_trash = in_trash.map(|(article, locale, _)| (article, locale));
    if in_trash.any(|key| keys.contains(&key)) { Err(Refusal::InTrash.into()) } else { Ok(()) }
}

/// Refuses revisions older than the live ones.
fn check_revisions(wanted: &[PendingEdition], current: &CurrentState) -> Result<(), Refusal> {
    let older = |one: &PendingEdition| {
        current.get(&one.key()).is_some_and(|latest| latest.is_live && latest.revision > one.revision)
    };
    if wanted.iter().any(older) { Err(Refusal::RevisionSuperseded) } else { Ok(()) }
}

/// Term versions by term id.
pub(super) type Versions = HashMap<Uuid, i64>;

/// Loads the versions of the terms that editions copied, and locks the terms until the transaction ends.
pub(super) async fn versions(mut conn: &AsyncPgConnection, editions: &[&Edition]) -> Result<Versions, Error> {
    let ids: HashSet<Uuid> =
        editions.iter().flat_map(|e| &e.placements).map(|placement| placement.term.0).collect();
    let current = terms::table.filter(terms::id.eq_any(ids)).select((terms::id, terms::version)).for_share();
    Ok(current.load(&mut conn).await?.into_iter().collect())
}

/// Refuses editions that copied an outdated version of a term.
pub(super) fn check_sources(wanted: &[&Edition], current: &Versions) -> Result<(), Refusal> {
    let stale = |e: &&Edition| e.placements.iter().any(|p| current.get(&p.term.0) != Some(&p.version));
    if wanted.iter().any(stale) { Err(Refusal::SourceSuperseded) } else { Ok(()) }
}

/// Finds the holders of the slugs that editions will use.
pub(super) async fn holders(
    mut conn: &AsyncPgConnection,
    wanted: &[PendingEdition],
) -> Result<Vec<HolderRow>, Error> {
    let (locales, slugs): (Vec<&str>, Vec<&str>) =
        wanted.iter().map(|one| (one.locale.as_str(), one.slug.as_str())).unzip();
    let query = sql_query(HOLDERS).bind::<Array<Text>, _>(locales).bind::<Array<Text>, _>(slugs);
    Ok(prepared(query).load(&mut conn).await?)
}

/// Refuses slugs that another article holds: live, scheduled, or as a former slug of a live article. A slug that its
/// holder gives up in the same act is free.
pub(super) fn check_slugs(
    wanted: &[PendingEdition],
    current: &CurrentState,
    holders: &[HolderRow],
) -> Result<(), Error> {
    let leaves = |holder: &HolderRow| {
        let key = holder.key();
        let lives_here = current.get(&key).is_some_and(|latest| latest.is_live && latest.slug == holder.slug);
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
    let foreign = |row: &&HolderRow| {
        names.get(&(&*row.locale, &*row.slug)).is_some_and(|wanting| *wanting != row.article_id)
    };
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

/// The holder of a slug.
#[derive(QueryableByName)]
pub(super) struct HolderRow {
    #[diesel(sql_type = Text)]
    locale: String,
    #[diesel(sql_type = Text)]
    slug: String,
    #[diesel(sql_type = SqlUuid)]
    article_id: Uuid,
    #[diesel(sql_type = Bool)]
    pub(super) scheduled: bool,
}

impl HolderRow {
    /// The slug of an edition that becomes live.
    pub(super) fn live(one: &PendingEdition) -> Self {
        Self { locale: one.locale.clone(), slug: one.slug.clone(), article_id: one.article, scheduled: false }
    }

    pub(super) fn key(&self) -> ArticleKey {
        (self.article_id, self.locale.clone())
    }
}

/// The lateral subquery with `LIMIT` keeps the planner from joining all spans first: during a large import it lacks
/// statistics on open spans and would scan all of them for every slug.
const HOLDERS: &str = "
SELECT slugs.locale, slugs.slug, slugs.article_id, false AS scheduled
FROM unnest($1, $2) AS wanted (locale, slug)
JOIN slugs ON slugs.locale = wanted.locale AND slugs.slug = wanted.slug
CROSS JOIN LATERAL (
    SELECT FROM spans
    WHERE spans.article_id = slugs.article_id AND spans.locale = slugs.locale AND spans.closed_sequence IS NULL
    LIMIT 1
) AS open_span
UNION ALL
SELECT schedules.locale, schedules.slug, schedules.article_id, true AS scheduled
FROM unnest($1, $2) AS wanted (locale, slug)
JOIN schedules ON schedules.locale = wanted.locale AND schedules.slug = wanted.slug";
