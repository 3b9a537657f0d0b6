//! Renders editions again that are outdated: those that contain an old state of a term, and those that were rendered by
//! older markup rules. Works in batches until none are left.

use std::sync::Arc;

use blocking_pool::BlockingPool;
use domain::{Edition, EditionId, TermId};
use serde::Deserialize;
use store::editorial::drafts;
use store::editorial::drafts::Draft;
use store::editorial::terms;
use store::publishing::{self, StaleCause, StaleEdition};
use store::write;
use store::write::WriteContext;
use store::{EditorialConn, Error};

use crate::jobs::{Job, JobError};

/// How many editions one act replaces. Small, because the act holds the lock on the sequence counter.
const BATCH: i64 = 100;

/// How often a batch is tried: a concurrent change of one of its terms makes it stale again.
const MAX_ATTEMPTS: usize = 5;

#[derive(Deserialize)]
#[serde(untagged)]
enum Payload {
    /// Editions that contain an old state of this term.
    Term { term: TermId },
    /// Editions rendered by markup rules older than this version. A worker with older rules finds nothing to do and
    /// completes the job; newer workers enqueue it again every hour.
    Markup { markup_version: u32 },
}

impl Payload {
    async fn stale(
        &self,
        conn: &mut EditorialConn,
        after: Option<EditionId>,
        limit: i64,
    ) -> Result<Vec<StaleEdition>, Error> {
        match self {
            Self::Term { term } => {
                publishing::stale_editions(conn, StaleCause::Term(*term), after, limit).await
            }
            Self::Markup { markup_version } if *markup_version <= markup::VERSION => {
                publishing::stale_editions(conn, StaleCause::Markup(*markup_version), after, limit).await
            }
            Self::Markup { .. } => Ok(Vec::new()),
        }
    }
}

/// Idempotent: a second run finds nothing stale. A change during the run enqueues the job again.
pub(super) async fn run(renderers: BlockingPool, job: Job) -> Result<(), JobError> {
    let payload: Payload = job.payload()?;
    let total = payload.stale(&mut job.store().editorial().await?, None, i64::MAX).await?.len();
    let (mut done, mut after) = (0, None);
    loop {
        let mut conn = job.store().editorial().await?;
        let stale = payload.stale(&mut conn, after, BATCH).await?;
        drop(conn);
        let Some(last) = stale.last() else { return Ok(()) };
        after = Some(last.edition);
        rerender_batch(&renderers, &job, &stale).await?;
        done += stale.len();
        job.progress(count(done), count(total.max(done))).await?;
    }
}

async fn rerender_batch(renderers: &BlockingPool, job: &Job, stale: &[StaleEdition]) -> Result<(), JobError> {
    let context = WriteContext::for_program("refresh", &format!("job-{}", job.id().0));
    let render_and_write = || async {
        let fresh = render(renderers, job, stale).await?;
        let mut conn = job.store().editorial().await?;
        let rerendered =
            write::once(&mut conn, &context, async |tx| publishing::rerender(tx, &fresh).await).await;
        Ok(rerendered.map(drop))
    };
    let is_superseded = |result: &Result<Result<(), Error>, JobError>| matches!(result, Ok(Err(error)) if publishing::is_superseded(error));
    Ok(publishing::retry_superseded(MAX_ATTEMPTS, render_and_write, is_superseded).await??)
}

/// Renders the same revisions with the current terms. Each result is paired with the edition that it replaces.
async fn render(
    renderers: &BlockingPool,
    job: &Job,
    stale: &[StaleEdition],
) -> Result<Vec<(EditionId, Edition)>, JobError> {
    let mut conn = job.store().editorial().await?;
    let wanted: Vec<_> = stale.iter().map(|one| (one.article, one.locale.clone(), one.revision)).collect();
    let drafts = drafts::load_revisions(&mut conn, &wanted).await?;
    let named: Vec<TermId> = drafts.iter().flat_map(|draft| draft.content.terms()).collect();
    let terms = Arc::new(terms::load(&mut conn, &named).await?);
    drop(conn);
    let mut fresh = Vec::with_capacity(stale.len());
    for StaleEdition { edition, article, locale, revision } in stale {
        let is_of = |draft: &&Draft| {
            draft.article == *article && draft.locale == *locale && draft.revision == *revision
        };
        let Some(draft) = drafts.iter().find(is_of) else { continue };
        let (draft, terms) = (draft.clone(), terms.clone());
        // One body at a time: the pool is shared with requests, which must not wait for the whole batch.
        let rendered = renderers
            .run_job(move || markup::render_edition(draft.new_edition(), &draft.content, &terms))
            .await;
        match rendered.map_err(|error| JobError::Other(error.to_string()))? {
            Ok(rendered) => fresh.push((*edition, rendered)),
            // The rules may be stricter than when it was published. Readers keep the old edition.
            Err(refusal) => tracing::warn!(
                %refusal, article = %article,
                "edition not rendered again, readers keep the old one: fix the draft and publish it"
            ),
        }
    }
    Ok(fresh)
}

fn count(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
