//! Computes preview sets: what a preview changes of what readers see. The statements of publishing run with
//! `preview_staging` as their search path, so that they write there, and the result is moved to `preview_sets`.
//!
//! No lock that publishers wait for is taken, and no row of the public side is written. Permissions and links are not
//! checked, because nothing becomes public.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::TimeDelta;
use diesel::sql_query;
use diesel::sql_types::{Array, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::workflow::Effect;
use domain::{Edition, EditionId, Refusal, Update};
use uuid::Uuid;

use crate::publishing::activation::{BATCH, Due, find_due_at, find_trashed};
use crate::publishing::current_state::{CurrentState, current_state};
use crate::publishing::pending_edition::PendingEdition;
use crate::publishing::preconditions::HolderRow;
use crate::publishing::public_index::SearchText;
use crate::publishing::sequence::SequenceStamp;
use crate::publishing::{ArticleKey, editions, live_spans, preconditions, public_index, sequence, split};
use crate::statement_cache::prepared;
use crate::{Error, PreviewEdition, PreviewVersion};

/// Computes the set of a preview and stores it under `id`, which the setting `masthead.preview_set` already names.
pub(crate) async fn compute(
    conn: &AsyncPgConnection,
    id: Uuid,
    version: &PreviewVersion,
    previewed: &[Arc<PreviewEdition>],
) -> Result<(), Error> {
    let editions: Vec<&Edition> = previewed.iter().map(|one| &one.edition).collect();
    let search_texts = public_index::search_texts(conn, &editions).await?;
    let stamp = sequence::next_stamp(conn).await?;
    let until = version.at.map_or(stamp.at, |at| at.max(stamp.at));
    let due = find_due_at(conn, until, i64::MAX).await?;
    let wanted: Vec<PendingEdition> =
        editions.iter().map(|edition| PendingEdition::from_edition(edition)).collect();
    let keys: Vec<ArticleKey> =
        due.iter().map(|one| one.key.clone()).chain(wanted.iter().map(PendingEdition::key)).collect();
    let (_inserted, current, trashed, holders) = tokio::try_join!(
        biased;
        insert_set(conn, id, version, (&keys, previewed)),
        current_state(conn, &keys),
        find_trashed(conn, &keys),
        preconditions::holders(conn, &wanted)
    )?;
    set_search_path(conn, "preview_staging").await?;
    let (shown, ended) = (Vec::new(), HashSet::new());
    let mut staging = Staging { conn, stamp, current, shown, ended };
    staging.activate(&due, &trashed).await?;
    if !previewed.is_empty() {
        let holders = staging.holders_after_activation(holders);
        staging.publish(previewed, wanted, &search_texts, &holders).await?;
    }
    staging.store().await
}

/// A computation in progress. The search path is `preview_staging`, so the tables that publishing reads contain only
/// what this transaction has written to them.
struct Staging<'a> {
    conn: &'a AsyncPgConnection,
    /// The number and time of the next act, as if it happened now.
    stamp: SequenceStamp,
    /// What readers would see after the acts so far.
    current: CurrentState,
    shown: Vec<PendingEdition>,
    ended: HashSet<ArticleKey>,
}

impl Staging<'_> {
    /// Activates what is due, in acts of the same size as real ones.
    async fn activate(&mut self, due: &[Due], trashed: &HashSet<ArticleKey>) -> Result<(), Error> {
        let batch = usize::try_from(BATCH).map_err(Error::internal)?;
        let batches = due.chunk_by(|one, next| one.kind == next.kind).flat_map(|some| some.chunks(batch));
        for some in batches {
            let (mut to_show, mut to_end) = (Vec::new(), Vec::new());
            for one in some {
                match one.effect(&self.current, trashed) {
                    Effect::MakePublic => to_show.extend(one.edition),
                    Effect::Withdraw => to_end.push(one.key.clone()),
                    _ => {}
                }
            }
            if !to_end.is_empty() {
                self.end(to_end);
            }
            if !to_show.is_empty() {
                for copy in COPY_SCHEDULED {
                    let query = sql_query(copy).bind::<Array<SqlUuid>, _>(&to_show);
                    prepared(query).execute(&mut { self.conn }).await?;
                }
                let scheduled = editions::load(self.conn, &to_show).await?;
                self.show(scheduled, &[]).await?;
            }
        }
        Ok(())
    }

    fn end(&mut self, keys: Vec<ArticleKey>) {
        for key in &keys {
            if let Some(latest) = self.current.get_mut(key) {
                latest.is_live = false;
            }
        }
        self.ended.extend(keys);
        self.stamp = self.stamp.next();
    }

    /// Publishes the drafts of the preview. Those whose slugs are taken use their fallback slugs.
    async fn publish(
        &mut self,
        previewed: &[Arc<PreviewEdition>],
        mut wanted: Vec<PendingEdition>,
        search_texts: &[SearchText],
        holders: &[HolderRow],
    ) -> Result<(), Error> {
        let moved = move_from_taken_slugs(&mut wanted, previewed, |wanted| {
            preconditions::check_slugs(wanted, &self.current, holders)
        })?;
        let editions = previewed.iter().map(|one| moved.get(&one.edition.id).unwrap_or(&one.edition));
        editions::insert(self.conn, &editions.collect::<Vec<_>>()).await?;
        self.show(wanted, search_texts).await
    }

    /// Makes editions live that are in the staging tables.
    async fn show(&mut self, wanted: Vec<PendingEdition>, search_texts: &[SearchText]) -> Result<(), Error> {
        let (conn, stamp) = (self.conn, self.stamp);
        let keys: Vec<ArticleKey> = wanted.iter().map(PendingEdition::key).collect();
        let (_opened, _tags) = tokio::try_join!(
            biased;
            live_spans::open(conn, stamp, &wanted, &self.current, Update::Visible),
            public_index::insert(conn, &keys, search_texts)
        )?;
        self.current.extend(current_state(conn, &keys).await?);
        self.shown.retain(|one| !keys.contains(&one.key()));
        self.shown.extend(wanted);
        self.stamp = self.stamp.next();
        Ok(())
    }

    /// The holders of slugs after the activation of what is due: withdrawn articles hold none, and activated ones hold
    /// theirs as live articles.
    fn holders_after_activation(&self, mut holders: Vec<HolderRow>) -> Vec<HolderRow> {
        let activated: HashSet<ArticleKey> = self.shown.iter().map(PendingEdition::key).collect();
        holders.retain(|holder| {
            let key = holder.key();
            let is_withdrawn = self.ended.contains(&key);
            let is_now_live = holder.scheduled && activated.contains(&key);
            !is_withdrawn && !is_now_live
        });
        holders.extend(self.shown.iter().map(HolderRow::live));
        holders
    }

    /// Moves the set to `preview_sets`, and computes which live articles are related to those of the set.
    async fn store(self) -> Result<(), Error> {
        let Self { mut conn, shown, ended, .. } = self;
        let shown: Vec<ArticleKey> = shown.iter().map(PendingEdition::key).collect();
        let hidden: Vec<ArticleKey> = shown.iter().cloned().chain(ended).collect();
        let (articles, locales) = split(&hidden);
        let mask = sql_query(MASK).bind::<Array<SqlUuid>, _>(articles).bind::<Array<Text>, _>(locales);
        prepared(mask).execute(&mut conn).await?;
        prepared(sql_query(STORE)).execute(&mut conn).await?;
        for discard in DISCARD {
            prepared(sql_query(discard)).execute(&mut conn).await?;
        }
        set_search_path(conn, "preview").await?;
        public_index::insert_related(conn, &shown).await
    }
}

/// Inserts the set with its basis: the articles and slugs that it depends on, and their present state.
async fn insert_set(
    mut conn: &AsyncPgConnection,
    id: Uuid,
    version: &PreviewVersion,
    (keys, previewed): (&[ArticleKey], &[Arc<PreviewEdition>]),
) -> Result<(), Error> {
    let articles: Vec<Uuid> = keys.iter().map(|(article, _)| *article).collect();
    let slugs = previewed.iter().flat_map(|previewed| {
        let PreviewEdition { edition, fallback_slug } = &**previewed;
        let locale = edition.locale.as_str();
        [(locale, edition.slug.as_str()), (locale, fallback_slug.as_str())]
    });
    let (locales, slugs): (Vec<&str>, Vec<&str>) = slugs.unzip();
    let query = sql_query(INSERT_SET).bind::<SqlUuid, _>(id).bind::<SqlUuid, _>(version.preview.0);
    let query = query.bind::<Text, _>(&version.inputs).bind::<Array<SqlUuid>, _>(articles);
    let query = query.bind::<Array<Text>, _>(locales).bind::<Array<Text>, _>(slugs);
    prepared(query.bind::<Nullable<Timestamptz>, _>(version.at)).execute(&mut conn).await?;
    Ok(())
}

/// Sets the search path until the end of the transaction.
async fn set_search_path(mut conn: &AsyncPgConnection, path: &'static str) -> Result<(), Error> {
    let set = sql_query("SELECT set_config('search_path', $1, true)").bind::<Text, _>(path);
    prepared(set).execute(&mut conn).await?;
    Ok(())
}

/// Gives drafts whose slug another article holds their fallback slugs, and returns the changed editions. One
/// conflicting draft must not prevent the others from being shown. Of two drafts with the same slug, the first keeps
/// it.
fn move_from_taken_slugs(
    wanted: &mut [PendingEdition],
    previewed: &[Arc<PreviewEdition>],
    check: impl Fn(&[PendingEdition]) -> Result<(), Error>,
) -> Result<HashMap<EditionId, Edition>, Error> {
    let mut moved = HashMap::new();
    for _ in previewed {
        let Err(Error::Refused(Refusal::SlugTaken { slug, locale, holder })) = check(wanted) else { break };
        let is_in_the_way = |one: &PendingEdition| {
            one.slug == slug.as_str() && one.locale == locale.as_str() && one.article != holder.0
        };
        for (one, draft) in wanted.iter_mut().zip(previewed).filter(|(one, _)| is_in_the_way(one)) {
            let slug = draft.fallback_slug.clone();
            one.slug = slug.to_string();
            moved.insert(draft.edition.id, Edition { slug, ..draft.edition.clone() });
        }
    }
    check(wanted)?;
    Ok(moved)
}

impl SequenceStamp {
    fn next(self) -> Self {
        Self { sequence: self.sequence.saturating_add(1), at: self.at + TimeDelta::microseconds(1) }
    }
}

const INSERT_SET: &str = "
INSERT INTO preview_sets.sets (id, preview_id, inputs, article_ids, locales, slugs, basis)
VALUES ($1, $2, $3, $4, $5, $6, preview.basis($4, $5, $6, $7))";

/// Scheduled editions are stored already. The set comes first in the tables of `preview_staging`.
const COPY_SCHEDULED: [&str; 4] = [
    "INSERT INTO preview_staging.editions
        SELECT preview.current_set(), editions.* FROM delivery.editions WHERE editions.id = ANY ($1)",
    "INSERT INTO preview_staging.renderings
        SELECT DISTINCT ON (renderings.digest, renderings.markup_version) preview.current_set(), renderings.*
        FROM delivery.renderings JOIN delivery.editions ON editions.rendering_digest = renderings.digest
            AND editions.markup_version = renderings.markup_version
        WHERE editions.id = ANY ($1)
        ON CONFLICT DO NOTHING",
    "INSERT INTO preview_staging.edition_sources
        SELECT preview.current_set(), edition_sources.* FROM delivery.edition_sources WHERE edition_id = ANY ($1)",
    "INSERT INTO preview_staging.edition_links
        SELECT preview.current_set(), edition_links.* FROM delivery.edition_links WHERE edition_id = ANY ($1)",
];

const MASK: &str = "
INSERT INTO preview_sets.masks (article_id, locale)
SELECT spans.article_id, spans.locale FROM unnest($1, $2) AS key (article_id, locale)
JOIN delivery.spans ON spans.article_id = key.article_id AND spans.locale = key.locale AND spans.closed_sequence IS NULL
ON CONFLICT DO NOTHING";

const STORE: &str = include_str!("../sql/preview_set_store.sql");

/// The tables of `preview_staging` from which nothing is moved. Counts are computed when they are read, and related
/// articles once more, from live articles too.
const DISCARD: [&str; 4] = [
    "DELETE FROM preview_staging.related",
    "DELETE FROM preview_staging.edition_sources",
    "DELETE FROM preview_staging.counts",
    "DELETE FROM preview_staging.months",
];
