//! Maps the errors of `store`, the refusals of `domain` and the errors of the render pool to problems.

use blocking_pool::BlockingPoolError;
use domain::{ArticleId, InputErrors, Refusal, Violation};

use crate::problem::{Problem, ProblemError, ProblemKind};

impl From<store::Error> for Problem {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::NotFound => Self::not_found(),
            store::Error::Refused(refusal) => Self::from(refusal),
            store::Error::VersionConflict { current } => {
                Self::version_conflict(serde_json::json!({ "etag": format!("\"{current}\"") }))
            }
            store::Error::Unavailable(_) => Self {
                retry_after_seconds: Some(1),
                source: Some(Box::new(error)),
                ..Self::new(ProblemKind::Unavailable, "The database is unavailable.")
            },
            store::Error::Internal(_) => Self::internal(error),
        }
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let detail = refusal.to_string();
        let kind = match &refusal {
            Refusal::InvalidInput(unacceptable) => return Self::unacceptable(unacceptable),
            Refusal::Incomplete(missing) => {
                return Self::new(ProblemKind::Incomplete, detail).with_errors(errors(missing));
            }
            Refusal::SlugTaken { holder, .. } => {
                let held = format!("The slug belongs to the article {holder}.");
                return Self::new(ProblemKind::SlugTaken, detail)
                    .with_errors(vec![ProblemError::at_pointer("/slug", "taken", held)]);
            }
            Refusal::DeadLinks(targets) => {
                return Self::new(ProblemKind::DeadLinks, detail)
                    .with_errors(targets.iter().map(dead_link).collect());
            }
            Refusal::SchedulePending { .. } => {
                let choice = "Send `pending=cancel` or `pending=keep`.";
                let missing = ProblemError::parameter("pending", "required", choice);
                return Self::new(ProblemKind::SchedulePending, detail).with_errors(vec![missing]);
            }
            Refusal::DateInTheFuture(_) => {
                let error = ProblemError::at_pointer("/first_published_at", "in_the_future", detail.clone());
                return Self::new(ProblemKind::DateInTheFuture, detail).with_errors(vec![error]);
            }
            Refusal::SignedOut => return Self::unauthorized(&detail),
            Refusal::SourceSuperseded => ProblemKind::SourceSuperseded,
            Refusal::AlreadyImported => ProblemKind::KeyInUse,
            Refusal::TermExists => ProblemKind::TermExists,
            Refusal::NeverPublished => ProblemKind::NeverPublished,
            Refusal::EmbargoInThePast => ProblemKind::EmbargoInThePast,
            Refusal::NotAllowed { .. } => ProblemKind::NotAllowed,
            Refusal::KeyInUse => ProblemKind::KeyInUse,
            Refusal::KeyReused => ProblemKind::KeyReused,
            Refusal::InTrash => ProblemKind::InTrash,
            Refusal::StillPublic => ProblemKind::StillPublic,
            Refusal::LocaleTaken => ProblemKind::LocaleTaken,
            Refusal::UnknownTerm => ProblemKind::UnknownTerm,
            Refusal::UnknownLocale { .. } => {
                let error = ProblemError::at_pointer("/locale", "unknown_locale", detail.clone());
                return Self::new(ProblemKind::UnknownLocale, detail).with_errors(vec![error]);
            }
            Refusal::PathInUse { .. } => ProblemKind::PathInUse,
            Refusal::RedirectExists => ProblemKind::RedirectExists,
            Refusal::RedirectLoop => ProblemKind::RedirectLoop,
            Refusal::EmailTaken => ProblemKind::EmailTaken,
            Refusal::LastAdmin => ProblemKind::LastAdmin,
            Refusal::TokenSpent => ProblemKind::TokenSpent,
            Refusal::JobDone | Refusal::JobWaiting => ProblemKind::JobIsOver,
            Refusal::RevisionSuperseded => ProblemKind::RevisionSuperseded,
            Refusal::NoPreviousEdition => ProblemKind::NoPreviousEdition,
            Refusal::NotScheduled => ProblemKind::NotScheduled,
            Refusal::TermInUse { .. } => ProblemKind::TermInUse,
            Refusal::NotMergeable => ProblemKind::NotMergeable,
        };
        Self::new(kind, detail)
    }
}

fn dead_link(target: &ArticleId) -> ProblemError {
    ProblemError::at_pointer("/body", "dead_link", format!("The article {target} is not public."))
}

impl From<BlockingPoolError> for Problem {
    fn from(error: BlockingPoolError) -> Self {
        match error {
            BlockingPoolError::QueueFull => {
                Self::new(ProblemKind::Busy, "Too many bodies wait to be rendered.").retry_after(1)
            }
            BlockingPoolError::Failed(_) => Self::internal(error),
        }
    }
}

impl Problem {
    /// Maps validation errors: 400 for wrong types and unknown properties, otherwise 422 for invalid values.
    pub(crate) fn unacceptable(unacceptable: &InputErrors) -> Self {
        let InputErrors { shape, values } = unacceptable;
        if !shape.is_empty() {
            return Self::invalid_body(errors(shape));
        }
        let detail = match values.len() {
            1 => "1 value cannot be accepted.".to_owned(),
            count => format!("{count} values cannot be accepted."),
        };
        Self::new(ProblemKind::InvalidContent, detail).with_errors(errors(values))
    }
}

fn errors(violations: &[Violation]) -> Vec<ProblemError> {
    let error = |violation: &Violation| {
        let Violation { pointer, rule, detail } = violation;
        ProblemError::at_pointer(pointer, rule, detail.clone())
    };
    violations.iter().map(error).collect()
}
