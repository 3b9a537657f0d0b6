//! What stands in the way of single drafts among several that were to be changed at once. None of them is changed then,
//! and of each it is said why.

use std::collections::BTreeSet;

use domain::workflow::OnPending;
use domain::{ArticleId, Edition, Locale, Refusal};
use store::Error;
use store::publishing::{self, PublishOptions};
use store::write::Act;

use crate::editorial::EditorialApi;
use crate::problem::{Problem, ProblemError, ProblemKind};

/// By place, why something cannot be changed.
pub(super) type ItemError = (usize, Error);

/// The answer that names them all. What somebody may not do is that first of all.
pub(super) fn bulk_problem(mut item_errors: Vec<ItemError>) -> Problem {
    item_errors.sort_by_key(|(index, _)| *index);
    let mut kind = ProblemKind::BulkRefused;
    let mut errors = Vec::with_capacity(item_errors.len());
    for (index, error) in item_errors {
        let detail = match &error {
            Error::NotFound => "There is no such draft.".to_owned(),
            Error::Stale { current } => format!("It was saved meanwhile; its revision is {current}."),
            Error::Refused(refusal) => refusal.to_string(),
            // What is not about one of them is about the request.
            Error::Unavailable(_) | Error::Internal(_) => return error.into(),
        };
        let problem = Problem::from(error);
        if problem.kind == ProblemKind::NotAllowed {
            kind = ProblemKind::NotAllowed;
        }
        let rule = problem.kind.definition().name.replace('-', "_");
        errors.push(ProblemError::at_pointer(&format!("/drafts/{index}"), &rule, detail));
    }
    Problem::new(kind, "Something stands in the way of some of the drafts; none was changed.")
        .with_all_errors(errors)
}

/// Why several editions were not published.
pub(super) async fn explain_publish(
    editorial: &EditorialApi,
    context: &Act,
    editions: &[Edition],
    options: PublishOptions,
    error: Error,
) -> Problem {
    if !may_concern_one_item(&error) {
        return error.into();
    }
    let found =
        publish_individually(editorial, context, editions.iter().cloned().enumerate().collect(), options)
            .await;
    found.map_or_else(|problem| problem, |found| problem_or(found, error))
}

/// Why several articles were not withdrawn.
pub(super) async fn explain_withdraw(
    editorial: &EditorialApi,
    context: &Act,
    articles: Vec<(usize, (ArticleId, Locale))>,
    on_pending: OnPending,
    error: Error,
) -> Problem {
    if !may_concern_one_item(&error) {
        return error.into();
    }
    let found = withdraw_individually(editorial, context, articles, on_pending).await;
    found.map_or_else(|problem| problem, |found| problem_or(found, error))
}

/// Which articles could not be withdrawn alone.
pub(super) async fn withdraw_individually(
    editorial: &EditorialApi,
    context: &Act,
    articles: Vec<(usize, (ArticleId, Locale))>,
    on_pending: OnPending,
) -> Result<Vec<ItemError>, Problem> {
    let context = context.as_dry_run();
    let dry_run = editorial.write(move |mut conn| async move {
        let mut errors = Vec::new();
        for (index, article) in &articles {
            let one = std::slice::from_ref(article);
            if let Err(error) = publishing::withdraw(&mut conn, &context, one, on_pending).await {
                errors.push((*index, error));
            }
        }
        Ok(errors)
    });
    dry_run.await
}

/// Which editions could not be published alone. What they need of each other is no obstacle.
pub(super) async fn publish_individually(
    editorial: &EditorialApi,
    context: &Act,
    editions: Vec<(usize, Edition)>,
    options: PublishOptions,
) -> Result<Vec<ItemError>, Problem> {
    let context = context.as_dry_run();
    let dry_run = editorial.write(move |mut conn| async move {
        let published_together: BTreeSet<ArticleId> =
            editions.iter().map(|(_, edition)| edition.article).collect();
        let mut errors = Vec::new();
        for (index, edition) in &editions {
            let one = std::slice::from_ref(edition);
            match publishing::publish(&mut conn, &context, one, options).await {
                Err(Error::Refused(Refusal::DeadLinks(dead)))
                    if dead.iter().all(|target| published_together.contains(target)) => {}
                Err(Error::Refused(Refusal::SlugTaken { holder, .. }))
                    if published_together.contains(&holder) => {}
                Err(error) => errors.push((*index, error)),
                Ok(_) => {}
            }
        }
        Ok(errors)
    });
    dry_run.await
}

/// Whether a refusal may be about one of several.
fn may_concern_one_item(error: &Error) -> bool {
    match error {
        Error::NotFound | Error::Stale { .. } => true,
        Error::Refused(refusal) => !matches!(
            refusal,
            Refusal::SignedOut | Refusal::KeyInUse | Refusal::KeyReused | Refusal::SourceSuperseded
        ),
        Error::Unavailable(_) | Error::Internal(_) => false,
    }
}

/// Where each alone could be done, it is all of them together that cannot.
fn problem_or(found: Vec<ItemError>, error: Error) -> Problem {
    if found.is_empty() { error.into() } else { bulk_problem(found) }
}
