//! An example of each kind of problem, built by the code that builds responses, for the OpenAPI documents and the pages
//! below `/docs/problems/`.

use chrono::DateTime;
use domain::workflow::PendingKind;
use domain::{Action, ArticleId, Locale, Moment, Refusal, Role};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::problem::{Problem, ProblemDefinition, ProblemError, ProblemKind};

/// The body of the example of a kind.
pub(crate) fn example(row: &ProblemDefinition) -> Value {
    let (instance, problem) = sample(row.kind);
    serde_json::to_value(problem.to_body(instance, "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61"))
        .unwrap_or_default()
}

const DRAFTS: &str = "/editorial/v1/drafts";
const DRAFT: &str = "/editorial/v1/drafts/0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a62";
const PUBLISH: &str = "/editorial/v1/drafts/0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a62/publish";
const SCHEDULE: &str = "/editorial/v1/drafts/0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a62/schedule";
const WITHDRAW: &str = "/editorial/v1/drafts/0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a62/withdraw";
const PREVIOUS: &str = "/editorial/v1/drafts/0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a62/previous-edition";
const TERMS: &str = "/editorial/v1/terms";
const TERM: &str = "/editorial/v1/terms/0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a64";
const MERGE: &str = "/editorial/v1/terms/0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a64/merge";
const REDIRECTS: &str = "/editorial/v1/redirects";
const EXAMPLE_ARTICLE: Uuid = Uuid::from_u128(0x0199_a3c2_5d1e_7c3a_9b1f_4f0d_2c8e_7a61);
const PEOPLE: &str = "/editorial/v1/people";
const PERSON: &str = "/editorial/v1/people/0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a65";
const ARTICLE: &str = "/v1/articles/feature-flag-hygiene";

/// The path of a request and the problem in its response.
fn sample(kind: ProblemKind) -> (&'static str, Problem) {
    let problem = |detail: &str| Problem::new(kind, detail);
    let at = |pointer, rule, detail: &str| vec![ProblemError::at_pointer(pointer, rule, detail)];
    match kind {
        ProblemKind::InvalidParameter => {
            let error = ProblemError::parameter("limit", "range", "A limit is a whole number from 1 to 100.");
            (DRAFTS, Problem::invalid_parameters(vec![error]))
        }
        ProblemKind::MalformedRequest | ProblemKind::HeadersTooLarge | ProblemKind::TooManyConnections => {
            ("", Problem::for_connection(kind))
        }
        ProblemKind::RequestTimeout => (DRAFTS, problem("The request body did not arrive in time.")),
        ProblemKind::InvalidHeader => {
            (DRAFT, problem("`If-Match` names one strong tag here, such as \"7\"."))
        }
        ProblemKind::InvalidBody => {
            (DRAFT, Problem::invalid_body(at("/headlin", "unknown", "There is no such property.")))
        }
        ProblemKind::DryRunUnsupported => {
            ("/editorial/v1/sessions", problem("This operation has no dry run. Nothing was done."))
        }
        ProblemKind::Unauthorized => (DRAFTS, Problem::unauthorized("Sign in, and send the access token.")),
        ProblemKind::SignInFailed => {
            ("/editorial/v1/sessions", problem("The email address or the password is wrong."))
        }
        ProblemKind::NotFound => (DRAFT, Problem::not_found()),
        ProblemKind::MethodNotAllowed => {
            (ARTICLE, Problem::method_not_allowed("GET, HEAD, OPTIONS".to_owned()))
        }
        ProblemKind::JobIsOver => {
            ("/editorial/v1/jobs/0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a63/retry", Refusal::JobDone.into())
        }
        ProblemKind::Gone => (ARTICLE, problem("The article that had this address was withdrawn.")),
        ProblemKind::StartOver => ("/v1/teasers", problem("Read the list again from its first page.")),
        ProblemKind::Stale => (DRAFT, Problem::version_conflict(json!({ "etag": "\"4\"", "revision": 4 }))),
        ProblemKind::TooLarge => (DRAFTS, problem("The body has more than 6 MiB.")),
        ProblemKind::UriTooLong => ("", problem("The address has more than 8 KiB.")),
        ProblemKind::UnsupportedMediaType => {
            (DRAFT, Problem::unsupported_media_type("application/merge-patch+json"))
        }
        ProblemKind::PreconditionRequired => {
            (DRAFT, problem("Send `If-Match` with the `ETag` of the response to a GET of this resource."))
        }
        ProblemKind::TooManyTries => {
            ("/editorial/v1/sessions", problem("Too many attempts. Wait before the next one."))
        }
        ProblemKind::Internal => (DRAFTS, problem("The request could not be carried out.")),
        ProblemKind::Behind => {
            ("/v1/teasers", problem("Here everything up to act 1206 is known, and not yet act 1207."))
        }
        ProblemKind::Unavailable => ("/v1/teasers", problem("The database is unavailable.")),
        ProblemKind::Busy => ("/editorial/v1/sessions", problem("Too many sign-ins are in progress.")),
        _ => publishing_sample(kind),
    }
}

/// The kinds whose errors point into a draft or list several drafts.
fn publishing_sample(kind: ProblemKind) -> (&'static str, Problem) {
    let at = |pointer, rule, detail: &str| vec![ProblemError::at_pointer(pointer, rule, detail)];
    match kind {
        ProblemKind::InvalidContent => {
            let detail = "The headline has 131 characters; 120 are allowed.";
            (
                DRAFT,
                Problem::new(kind, "1 value cannot be accepted.").with_errors(at(
                    "/headline",
                    "max_length",
                    detail,
                )),
            )
        }
        ProblemKind::BulkRefused => bulk_refused(),
        ProblemKind::SlugTaken => slug_taken(),
        ProblemKind::DeadLinks => dead_links(),
        ProblemKind::SchedulePending => schedule_pending(),
        ProblemKind::Incomplete => {
            let detail = "The section is missing.";
            let all = "The draft cannot be published yet. The section is missing.";
            (PUBLISH, Problem::new(kind, all).with_errors(at("/section", "required", detail)))
        }
        ProblemKind::TooManyArticles => too_many_articles(),
        _ => refusal_sample(kind),
    }
}

/// A problem with the text of a refusal of `domain`.
fn refusal_sample(kind: ProblemKind) -> (&'static str, Problem) {
    let (instance, refusal) = match kind {
        ProblemKind::NotAllowed => {
            (PUBLISH, Refusal::NotAllowed { role: Role::Contributor, action: Action::Publish })
        }
        ProblemKind::LocaleTaken => (DRAFTS, Refusal::LocaleTaken),
        ProblemKind::TermExists => (TERMS, Refusal::TermExists),
        ProblemKind::TermInUse => (TERM, Refusal::TermInUse { article_count: 12 }),
        ProblemKind::NotMergeable => (MERGE, Refusal::NotMergeable),
        ProblemKind::PathInUse => (REDIRECTS, Refusal::PathInUse { holder: ArticleId(EXAMPLE_ARTICLE) }),
        ProblemKind::RedirectExists => (REDIRECTS, Refusal::RedirectExists),
        ProblemKind::RedirectLoop => (REDIRECTS, Refusal::RedirectLoop),
        ProblemKind::EmailTaken => (PEOPLE, Refusal::EmailTaken),
        ProblemKind::LastAdmin => (PERSON, Refusal::LastAdmin),
        ProblemKind::TokenSpent => ("/editorial/v1/password-resets", Refusal::TokenSpent),
        ProblemKind::InTrash => (PUBLISH, Refusal::InTrash),
        ProblemKind::StillPublic => (DRAFT, Refusal::StillPublic),
        ProblemKind::NeverPublished => (WITHDRAW, Refusal::NeverPublished),
        ProblemKind::NotScheduled => (SCHEDULE, Refusal::NotScheduled),
        ProblemKind::NoPreviousEdition => (PREVIOUS, Refusal::NoPreviousEdition),
        ProblemKind::RevisionSuperseded => (PUBLISH, Refusal::RevisionSuperseded),
        ProblemKind::SourceSuperseded => (PUBLISH, Refusal::SourceSuperseded),
        ProblemKind::UnknownTerm => (DRAFT, Refusal::UnknownTerm),
        ProblemKind::UnknownLocale => return (DRAFTS, unknown_locale().into()),
        ProblemKind::EmbargoInThePast => (SCHEDULE, Refusal::EmbargoInThePast),
        ProblemKind::DateInTheFuture => {
            (PUBLISH, Refusal::DateInTheFuture(Moment::from_micros_clamped(1_903_507_200_000_000).utc()))
        }
        ProblemKind::KeyInUse => (PUBLISH, Refusal::KeyInUse),
        ProblemKind::KeyReused => (PUBLISH, Refusal::KeyReused),
        _ => return (DRAFTS, Problem::new(kind, kind.definition().advice)),
    };
    (instance, refusal.into())
}

fn unknown_locale() -> Refusal {
    let locale = |tag: &str| Locale::try_from(tag.to_owned()).unwrap_or_else(|_| Locale::none());
    Refusal::UnknownLocale { locale: locale("fr"), configured: vec![locale("en"), locale("de")] }
}

fn bulk_refused() -> (&'static str, Problem) {
    let all = "Some of the drafts cannot be changed; none was changed.";
    let error = ProblemError::at_pointer("/drafts/2", "not_found", "There is no such draft.");
    ("/editorial/v1/bulk/publish", Problem::new(ProblemKind::BulkRefused, all).with_errors(vec![error]))
}

fn dead_links() -> (&'static str, Problem) {
    let detail = "The article 0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61 is not public.";
    let all =
        "The body links to articles that are not public, such as `0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61`.";
    let dead = ProblemError::at_pointer("/body", "dead_link", detail);
    (PUBLISH, Problem::new(ProblemKind::DeadLinks, all).with_errors(vec![dead]))
}

fn schedule_pending() -> (&'static str, Problem) {
    let due_at = DateTime::from_timestamp(1_903_507_200, 0).unwrap_or_default();
    let pending = Refusal::SchedulePending { kind: PendingKind::Publish, due_at, revision: Some(3) };
    (WITHDRAW, pending.into())
}

fn too_many_articles() -> (&'static str, Problem) {
    let detail = "1 to 100 drafts are changed by one request, each once.";
    let error = ProblemError::at_pointer("/drafts", "max_items", detail);
    (
        "/editorial/v1/bulk/publish",
        Problem::new(ProblemKind::TooManyArticles, detail).with_errors(vec![error]),
    )
}

fn slug_taken() -> (&'static str, Problem) {
    let detail = "The slug `feature-flag-hygiene` is in use by another article in the locale `en`.";
    let holder = "The slug belongs to the article 0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61.";
    let held = ProblemError::at_pointer("/slug", "taken", holder);
    (PUBLISH, Problem::new(ProblemKind::SlugTaken, detail).with_errors(vec![held]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::PROBLEM_DEFINITIONS;

    #[test]
    fn every_problem_kind_has_its_own_sample() {
        for row in &PROBLEM_DEFINITIONS {
            let (instance, problem) = sample(row.kind);
            assert_eq!(problem.kind, row.kind);
            // `refusal_sample` falls back to the advice and the path of the drafts for a kind without an example.
            assert!(problem.to_string() != row.advice || instance != DRAFTS, "{} has none", row.name);
            let lists_errors = row.advice.starts_with("Each entry of `errors`");
            assert!(!lists_errors || !problem.errors.is_empty(), "{} names no error", row.name);
        }
    }
}
