//! The errors of bulk operations. A bulk write fails as a whole with its first error; to list the error of each item, the
//! items are tried one by one in dry runs.

use std::collections::BTreeSet;

use domain::workflow::OnPending;
use domain::{ArticleId, Edition, Locale, Refusal};
use store::Error;
use store::publishing::{self, PublishOptions};
use store::write::{WriteContext, WriteTransaction};

use crate::editorial::EditorialApi;
use crate::problem::{Problem, ProblemError, ProblemKind};

/// The index of an item in the request, and why it cannot be changed.
pub(super) type ItemError = (usize, Error);

/// A problem with an error for each item: 403 if any of them is forbidden, otherwise 409.
pub(super) fn bulk_problem(mut item_errors: Vec<ItemError>) -> Problem {
    item_errors.sort_by_key(|(index, _)| *index);
    let mut kind = ProblemKind::BulkRefused;
    let mut errors = Vec::with_capacity(item_errors.len());
    for (index, error) in item_errors {
        let detail = match &error {
            Error::NotFound => "There is no such draft.".to_owned(),
            Error::VersionConflict { current } => {
                format!("The draft was saved meanwhile; its current revision is {current}.")
            }
            Error::Refused(refusal) => refusal.to_string(),
            // These concern the whole request, not one item.
            Error::Unavailable(_) | Error::Internal(_) => return error.into(),
        };
        let problem = Problem::from(error);
        if problem.kind == ProblemKind::NotAllowed {
            kind = ProblemKind::NotAllowed;
        }
        let rule = problem.kind.definition().name.replace('-', "_");
        errors.push(ProblemError::at_pointer(&format!("/drafts/{index}"), &rule, detail));
    }
    Problem::new(kind, "Some of the drafts cannot be changed; none was changed.").with_all_errors(errors)
}

/// The problem of a bulk publish that failed with `error`.
pub(super) async fn explain_publish(
    editorial: &EditorialApi,
    context: &WriteContext,
    editions: &[Edition],
    options: PublishOptions,
    error: Error,
) -> Problem {
    if !may_concern_one_item(&error) {
        return error.into();
    }
    let editions = editions.iter().cloned().enumerate().collect();
    problem_or(publish_individually(editorial, context, editions, options).await, error)
}

/// The problem of a bulk withdrawal that failed with `error`.
pub(super) async fn explain_withdraw(
    editorial: &EditorialApi,
    context: &WriteContext,
    articles: Vec<(usize, (ArticleId, Locale))>,
    on_pending: OnPending,
    error: Error,
) -> Problem {
    if !may_concern_one_item(&error) {
        return error.into();
    }
    problem_or(withdraw_individually(editorial, context, articles, on_pending).await, error)
}

/// Tries in dry runs to withdraw each article by itself, and returns the errors.
pub(super) async fn withdraw_individually(
    editorial: &EditorialApi,
    context: &WriteContext,
    articles: Vec<(usize, (ArticleId, Locale))>,
    on_pending: OnPending,
) -> Vec<ItemError> {
    let mut errors = Vec::new();
    for (index, article) in articles {
        let withdraw =
            async move |tx: WriteTransaction<'_>| publishing::withdraw(tx, &[article], on_pending).await;
        if let Err(error) = editorial.store.write(context.as_dry_run(), withdraw).await {
            errors.push((index, error));
        }
    }
    errors
}

/// Tries in dry runs to publish each edition by itself, and returns the errors, except those that publishing all of them
/// together avoids: links to each other, and slugs that one of them frees for another.
pub(super) async fn publish_individually(
    editorial: &EditorialApi,
    context: &WriteContext,
    editions: Vec<(usize, Edition)>,
    options: PublishOptions,
) -> Vec<ItemError> {
    let published_together: BTreeSet<ArticleId> =
        editions.iter().map(|(_, edition)| edition.article).collect();
    let mut errors = Vec::new();
    for (index, edition) in editions {
        let publish =
            async move |tx: WriteTransaction<'_>| publishing::publish(tx, &[edition], options).await;
        match editorial.store.write(context.as_dry_run(), publish).await {
            Err(Error::Refused(Refusal::DeadLinks(dead)))
                if dead.iter().all(|target| published_together.contains(target)) => {}
            Err(Error::Refused(Refusal::SlugTaken { holder, .. }))
                if published_together.contains(&holder) => {}
            Err(error) => errors.push((index, error)),
            Ok(_) => {}
        }
    }
    errors
}

/// Whether an error may concern a single item, and not the request or the server.
fn may_concern_one_item(error: &Error) -> bool {
    match error {
        Error::NotFound | Error::VersionConflict { .. } => true,
        Error::Refused(refusal) => !matches!(
            refusal,
            Refusal::SignedOut | Refusal::KeyInUse | Refusal::KeyReused | Refusal::SourceSuperseded
        ),
        Error::Unavailable(_) | Error::Internal(_) => false,
    }
}

/// If every item succeeds by itself, they fail in combination: then the error of the whole write is the problem.
fn problem_or(found: Vec<ItemError>, error: Error) -> Problem {
    if found.is_empty() { error.into() } else { bulk_problem(found) }
}
