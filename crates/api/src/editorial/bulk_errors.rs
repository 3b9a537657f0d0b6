//! What stands in the way of single drafts among several that were to be changed at once. None of them is changed then,
//! and of each it is said why.

use std::collections::BTreeSet;

use domain::workflow::OnPending;
use domain::{ArticleId, Edition, Locale, Refusal};
use store::Error;
use store::publishing::{self, PublishOptions};
use store::write::Act;

use crate::editorial::Editorial;
use crate::problem::{Kind, Problem, ProblemError};

/// By place, why something cannot be changed.
pub(super) type Obstacle = (usize, Error);

/// The answer that names them all. What somebody may not do is that first of all.
pub(super) fn refused(mut wrong: Vec<Obstacle>) -> Problem {
    wrong.sort_by_key(|(place, _)| *place);
    let mut kind = Kind::BulkRefused;
    let mut errors = Vec::with_capacity(wrong.len());
    for (place, error) in wrong {
        let detail = match &error {
            Error::NotFound => "There is no such draft.".to_owned(),
            Error::Stale { current } => format!("It was saved meanwhile; its revision is {current}."),
            Error::Refused(refusal) => refusal.to_string(),
            // What is not about one of them is about the request.
            Error::Unavailable(_) | Error::Internal(_) => return error.into(),
        };
        let problem = Problem::from(error);
        if problem.kind == Kind::NotAllowed {
            kind = Kind::NotAllowed;
        }
        let rule = problem.kind.row().name.replace('-', "_");
        errors.push(ProblemError::at(&format!("/drafts/{place}"), &rule, detail));
    }
    Problem::new(kind, "Something stands in the way of some of the drafts; none was changed.")
        .with_each(errors)
}

/// Why several editions were not published.
pub(super) async fn of_publishing(
    editorial: &Editorial,
    act: &Act,
    editions: &[Edition],
    options: PublishOptions,
    error: Error,
) -> Problem {
    if !is_about_one(&error) {
        return error.into();
    }
    let found = alone(editorial, act, editions.iter().cloned().enumerate().collect(), options).await;
    found.map_or_else(|problem| problem, |found| or_else(found, error))
}

/// Why several articles were not withdrawn.
pub(super) async fn of_withdrawing(
    editorial: &Editorial,
    act: &Act,
    articles: Vec<(usize, (ArticleId, Locale))>,
    on_pending: OnPending,
    error: Error,
) -> Problem {
    if !is_about_one(&error) {
        return error.into();
    }
    let found = each_withdrawn(editorial, act, articles, on_pending).await;
    found.map_or_else(|problem| problem, |found| or_else(found, error))
}

/// Which articles could not be withdrawn alone.
pub(super) async fn each_withdrawn(
    editorial: &Editorial,
    act: &Act,
    articles: Vec<(usize, (ArticleId, Locale))>,
    on_pending: OnPending,
) -> Result<Vec<Obstacle>, Problem> {
    let act = act.as_dry_run();
    let rehearsed = editorial.write(move |mut conn| async move {
        let mut wrong = Vec::new();
        for (place, article) in &articles {
            let one = std::slice::from_ref(article);
            if let Err(error) = publishing::withdraw(&mut conn, &act, one, on_pending).await {
                wrong.push((*place, error));
            }
        }
        Ok(wrong)
    });
    rehearsed.await
}

/// Which editions could not be published alone. What they need of each other is no obstacle.
pub(super) async fn alone(
    editorial: &Editorial,
    act: &Act,
    editions: Vec<(usize, Edition)>,
    options: PublishOptions,
) -> Result<Vec<Obstacle>, Problem> {
    let act = act.as_dry_run();
    let rehearsed = editorial.write(move |mut conn| async move {
        let together: BTreeSet<ArticleId> = editions.iter().map(|(_, edition)| edition.article).collect();
        let mut wrong = Vec::new();
        for (place, edition) in &editions {
            let one = std::slice::from_ref(edition);
            match publishing::publish(&mut conn, &act, one, options).await {
                Err(Error::Refused(Refusal::DeadLinks(dead)))
                    if dead.iter().all(|target| together.contains(target)) => {}
                Err(Error::Refused(Refusal::SlugTaken { holder, .. })) if together.contains(&holder) => {}
                Err(error) => wrong.push((*place, error)),
                Ok(_) => {}
            }
        }
        Ok(wrong)
    });
    rehearsed.await
}

/// Whether a refusal may be about one of several.
fn is_about_one(error: &Error) -> bool {
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
fn or_else(found: Vec<Obstacle>, error: Error) -> Problem {
    if found.is_empty() { error.into() } else { refused(found) }
}
