//! What the store's errors and the rules' refusals are to clients: the one place where each gets a kind.

use blocking_pool::BlockingPoolError;
use domain::{ArticleId, Refusal, Unacceptable, Violation};

use crate::problem::{Kind, Problem, ProblemError};

impl From<store::Error> for Problem {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::NotFound => Self::not_found(),
            store::Error::Refused(refusal) => Self::from(refusal),
            store::Error::Stale { current } => {
                Self::stale(serde_json::json!({ "etag": format!("\"{current}\"") }))
            }
            store::Error::Unavailable(_) => Self {
                retry_after_seconds: Some(1),
                source: Some(Box::new(error)),
                ..Self::new(Kind::Unavailable, "The database cannot be asked now.")
            },
            store::Error::Internal(_) => Self::internal(error),
        }
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let detail = refusal.to_string();
        let kind = match &refusal {
            Refusal::Unacceptable(unacceptable) => return Self::unacceptable(unacceptable),
            Refusal::Incomplete(missing) => return Self::new(Kind::Incomplete, detail).with(errors(missing)),
            Refusal::SlugTaken { holder, .. } => {
                let held = format!("It is held by the article {holder}.");
                return Self::new(Kind::SlugTaken, detail)
                    .with(vec![ProblemError::at("/slug", "taken", held)]);
            }
            Refusal::DeadLinks(targets) => {
                let dead = |target: &ArticleId| {
                    ProblemError::at("/body", "dead_link", format!("The article {target} is not public."))
                };
                return Self::new(Kind::DeadLinks, detail).with(targets.iter().map(dead).collect());
            }
            Refusal::SchedulePending { .. } => {
                let choice = "Send `pending=cancel` or `pending=keep`.";
                let missing = ProblemError::parameter("pending", "required", choice);
                return Self::new(Kind::SchedulePending, detail).with(vec![missing]);
            }
            Refusal::DateInTheFuture(_) => {
                let error = ProblemError::at("/first_published_at", "in_the_future", detail.clone());
                return Self::new(Kind::DateInTheFuture, detail).with(vec![error]);
            }
            Refusal::SignedOut => return Self::unauthorized(&detail),
            Refusal::SourceSuperseded => Kind::SourceSuperseded,
            Refusal::AlreadyImported => Kind::KeyInUse,
            Refusal::TermExists => Kind::TermExists,
            Refusal::NeverPublished => Kind::NeverPublished,
            Refusal::EmbargoInThePast => Kind::EmbargoInThePast,
            Refusal::NotAllowed { .. } => Kind::NotAllowed,
            Refusal::KeyInUse => Kind::KeyInUse,
            Refusal::KeyReused => Kind::KeyReused,
            Refusal::InTrash => Kind::InTrash,
            Refusal::StillPublic => Kind::StillPublic,
            Refusal::LocaleTaken => Kind::LocaleTaken,
            Refusal::UnknownTerm => Kind::UnknownTerm,
            Refusal::UnknownLocale { .. } => {
                let error = ProblemError::at("/locale", "unknown_locale", detail.clone());
                return Self::new(Kind::UnknownLocale, detail).with(vec![error]);
            }
            Refusal::PathInUse { .. } => Kind::PathInUse,
            Refusal::RedirectExists => Kind::RedirectExists,
            Refusal::RedirectLoop => Kind::RedirectLoop,
            Refusal::EmailTaken => Kind::EmailTaken,
            Refusal::LastAdmin => Kind::LastAdmin,
            Refusal::TokenSpent => Kind::TokenSpent,
            Refusal::JobDone | Refusal::JobWaiting => Kind::JobIsOver,
            Refusal::RevisionSuperseded => Kind::RevisionSuperseded,
            Refusal::NoPreviousEdition => Kind::NoPreviousEdition,
            Refusal::NotScheduled => Kind::NotScheduled,
            Refusal::TermInUse { .. } => Kind::TermInUse,
            Refusal::NotMergeable => Kind::NotMergeable,
        };
        Self::new(kind, detail)
    }
}

impl From<BlockingPoolError> for Problem {
    fn from(error: BlockingPoolError) -> Self {
        match error {
            BlockingPoolError::QueueFull => {
                Self::new(Kind::Busy, "Too many bodies wait to be rendered.").retry_after(1)
            }
            BlockingPoolError::Failed(_) => Self::internal(error),
        }
    }
}

impl Problem {
    /// What was sent cannot be taken. What is not of the right form comes first: it is about what was meant at all.
    pub(crate) fn unacceptable(unacceptable: &Unacceptable) -> Self {
        let Unacceptable { shape, values } = unacceptable;
        if !shape.is_empty() {
            return Self::body(errors(shape));
        }
        let detail = match values.len() {
            1 => "1 value cannot be accepted.".to_owned(),
            count => format!("{count} values cannot be accepted."),
        };
        Self::new(Kind::InvalidContent, detail).with(errors(values))
    }
}

fn errors(violations: &[Violation]) -> Vec<ProblemError> {
    let error = |violation: &Violation| {
        let Violation { pointer, rule, detail } = violation;
        ProblemError::at(pointer, rule, detail.clone())
    };
    violations.iter().map(error).collect()
}
