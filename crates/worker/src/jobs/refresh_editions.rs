//! Renders again what copied a term as it is no more, or was rendered by older markup rules, in batches, until nothing of it
//! is left.

use std::sync::Arc;

use blocking_pool::BlockingPool;
use domain::{Edition, EditionId, Origin, Refusal, TermId};
use serde::Deserialize;
use store::editorial::drafts;
use store::editorial::drafts::Draft;
use store::editorial::terms;
use store::publishing::{self, Stale};
use store::write::Act;
use store::{EditorialConn, Error};
use uuid::Uuid;

use crate::jobs::{Failure, Job};

/// How many editions are replaced in one act: the counter is not held for long.
const BATCH: i64 = 100;

/// How often a batch is rendered again because a term of it changed meanwhile.
const TRIES: usize = 5;

/// What is to be rendered again.
#[derive(Deserialize)]
#[serde(untagged)]
enum Payload {
    /// What copied this term as it is no more.
    Term { term: TermId },
    /// What was rendered by markup rules older than this version. A worker of an older version leaves it: it would find the
    /// same again for ever.
    Markup { markup_version: u32 },
}

impl Payload {
    async fn stale(
        &self,
        conn: &mut EditorialConn,
        after: Option<EditionId>,
        limit: i64,
    ) -> Result<Vec<Stale>, Error> {
        match self {
            Self::Term { term } => publishing::stale_of(conn, *term, after, limit).await,
            Self::Markup { markup_version } if *markup_version <= markup::VERSION => {
                publishing::outdated(conn, *markup_version, after, limit).await
            }
            Self::Markup { .. } => Ok(Vec::new()),
        }
    }
}

/// Doing it again finds nothing more to refresh. What becomes stale while it runs has the job run once more.
pub(super) async fn perform(renderers: BlockingPool, job: Job) -> Result<(), Failure> {
    let payload: Payload = job.payload()?;
    let total = payload.stale(&mut job.store().editorial().await?, None, i64::MAX).await?.len();
    let (mut done, mut after) = (0, None);
    loop {
        let mut conn = job.store().editorial().await?;
        let stale = payload.stale(&mut conn, after, BATCH).await?;
        drop(conn);
        let Some(last) = stale.last() else { return Ok(()) };
        after = Some(last.edition);
        refresh(&renderers, &job, &stale).await?;
        done += stale.len();
        job.progress(count(done), count(total.max(done))).await?;
    }
}

async fn refresh(renderers: &BlockingPool, job: &Job, stale: &[Stale]) -> Result<(), Failure> {
    let act = Act::of_program("refresh", &format!("job-{}", job.id().0));
    for _ in 1..TRIES {
        let fresh = render(renderers, job, stale).await?;
        match publishing::refresh(&mut job.store().editorial().await?, &act, &fresh).await {
            Err(Error::Refused(Refusal::SourceSuperseded)) => {}
            done => return Ok(done.map(drop)?),
        }
    }
    Err(Error::Refused(Refusal::SourceSuperseded).into())
}

/// The same revisions rendered with the terms as they are now, each beside the edition it is to replace.
async fn render(
    renderers: &BlockingPool,
    job: &Job,
    stale: &[Stale],
) -> Result<Vec<(EditionId, Edition)>, Failure> {
    let mut conn = job.store().editorial().await?;
    let wanted: Vec<_> = stale.iter().map(|one| (one.article, one.locale.clone(), one.revision)).collect();
    let drafts = drafts::load_revisions(&mut conn, &wanted).await?;
    let named: Vec<TermId> = drafts.iter().flat_map(|draft| draft.content.terms()).collect();
    let terms = Arc::new(terms::load(&mut conn, &named).await?);
    drop(conn);
    let mut fresh = Vec::with_capacity(stale.len());
    for Stale { edition, article, locale, revision } in stale {
        let is_of = |draft: &&Draft| {
            draft.article == *article && draft.locale == *locale && draft.revision == *revision
        };
        let Some(draft) = drafts.iter().find(is_of) else { continue };
        let id = EditionId(Uuid::now_v7());
        let origin = Origin { id, article: *article, locale: locale.clone(), revision: *revision };
        let (content, terms) = (draft.content.clone(), terms.clone());
        // One body at a time, so that requests get their turns in between.
        let rendered = renderers.run_job(move || markup::prepare(origin, &content, &terms)).await;
        match rendered.map_err(|error| Failure::Other(error.to_string()))? {
            Ok(rendered) => fresh.push((*edition, rendered)),
            // Rules may have become stricter since it was published. Readers keep what they have.
            Err(refusal) => tracing::warn!(%refusal, article = %article, "an edition was not refreshed"),
        }
    }
    Ok(fresh)
}

fn count(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
