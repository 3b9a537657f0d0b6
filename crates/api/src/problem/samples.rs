//! How a problem of each kind looks: made as answers are, for the API documents and the pages about problems.

use chrono::DateTime;
use domain::workflow::PendingKind;
use domain::{Action, ArticleId, Locale, Moment, Refusal, Role};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::problem::{Kind, Problem, ProblemError, Row};

/// The body of a problem of this kind.
pub(crate) fn example(row: &Row) -> Value {
    let (instance, problem) = sample(row.kind);
    serde_json::to_value(problem.told(instance, "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61")).unwrap_or_default()
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

/// A request, by its path, and what it is answered.
fn sample(kind: Kind) -> (&'static str, Problem) {
    let says = |detail: &str| Problem::new(kind, detail);
    let at = |pointer, rule, detail: &str| vec![ProblemError::at(pointer, rule, detail)];
    match kind {
        Kind::InvalidParameter => {
            let wrong = ProblemError::parameter("limit", "range", "A limit is a whole number from 1 to 100.");
            (DRAFTS, Problem::parameters(vec![wrong]))
        }
        Kind::MalformedRequest | Kind::HeadersTooLarge | Kind::TooManyConnections => {
            ("", Problem::of_connection(kind))
        }
        Kind::RequestTimeout => (DRAFTS, says("The body was not complete in time.")),
        Kind::InvalidHeader => (DRAFT, says("`If-Match` names one strong tag here, such as \"7\".")),
        Kind::InvalidBody => (DRAFT, Problem::body(at("/headlin", "unknown", "There is no such property."))),
        Kind::InvalidContent => {
            let detail = "The headline has 131 characters; 120 are allowed.";
            (DRAFT, says("1 value cannot be accepted.").with(at("/headline", "max_length", detail)))
        }
        Kind::DryRunUnsupported => {
            ("/editorial/v1/sessions", says("This operation has no dry run. Nothing was done."))
        }
        Kind::Unauthorized => (DRAFTS, Problem::unauthorized("Sign in, and send the access token.")),
        Kind::SignInFailed => ("/editorial/v1/sessions", says("The address or the password is wrong.")),
        Kind::NotFound => (DRAFT, Problem::not_found()),
        Kind::MethodNotAllowed => (ARTICLE, Problem::method("GET, HEAD, OPTIONS".to_owned())),
        Kind::BulkRefused => bulk_refused(),
        Kind::JobIsOver => {
            ("/editorial/v1/jobs/0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a63/retry", Refusal::JobDone.into())
        }
        Kind::SlugTaken => slug_taken(),
        Kind::DeadLinks => dead_links(),
        Kind::SchedulePending => schedule_pending(),
        Kind::Incomplete => {
            let detail = "The section is missing.";
            let all = "The draft cannot be published yet. The section is missing.";
            (PUBLISH, says(all).with(at("/section", "required", detail)))
        }
        Kind::Gone => (ARTICLE, says("The article that had this address was withdrawn.")),
        Kind::StartOver => ("/v1/teasers", says("Read the list again from its first page.")),
        Kind::Stale => (DRAFT, Problem::stale(json!({ "etag": "\"4\"", "revision": 4 }))),
        Kind::TooLarge => (DRAFTS, says("The body has more than 6 MiB.")),
        Kind::UriTooLong => ("", says("The address has more than 8 KiB.")),
        Kind::UnsupportedMediaType => (DRAFT, Problem::media_type("application/merge-patch+json")),
        Kind::TooManyArticles => too_many_articles(),
        Kind::PreconditionRequired => (
            DRAFT,
            says("Send `If-Match` with the `ETag` of the state that you have seen: read it with GET."),
        ),
        Kind::TooManyTries => {
            ("/editorial/v1/sessions", says("There were many tries; wait before the next one."))
        }
        Kind::Internal => (DRAFTS, says("The request could not be carried out.")),
        Kind::Behind => {
            ("/v1/teasers", says("Here everything up to act 1206 is known, and not yet act 1207."))
        }
        Kind::Unavailable => ("/v1/teasers", says("The database cannot be asked now.")),
        Kind::Busy => ("/editorial/v1/sessions", says("Many are signing in just now.")),
        _ => refused(kind),
    }
}

/// What a rule refuses, in the words of the rule.
fn refused(kind: Kind) -> (&'static str, Problem) {
    let (instance, refusal) = match kind {
        Kind::NotAllowed => {
            (PUBLISH, Refusal::NotAllowed { role: Role::Contributor, action: Action::Publish })
        }
        Kind::LocaleTaken => (DRAFTS, Refusal::LocaleTaken),
        Kind::TermExists => (TERMS, Refusal::TermExists),
        Kind::TermInUse => (TERM, Refusal::TermInUse { article_count: 12 }),
        Kind::NotMergeable => (MERGE, Refusal::NotMergeable),
        Kind::PathInUse => (REDIRECTS, Refusal::PathInUse { holder: ArticleId(EXAMPLE_ARTICLE) }),
        Kind::RedirectExists => (REDIRECTS, Refusal::RedirectExists),
        Kind::RedirectLoop => (REDIRECTS, Refusal::RedirectLoop),
        Kind::EmailTaken => (PEOPLE, Refusal::EmailTaken),
        Kind::LastAdmin => (PERSON, Refusal::LastAdmin),
        Kind::TokenSpent => ("/editorial/v1/password-resets", Refusal::TokenSpent),
        Kind::InTrash => (PUBLISH, Refusal::InTrash),
        Kind::StillPublic => (DRAFT, Refusal::StillPublic),
        Kind::NeverPublished => (WITHDRAW, Refusal::NeverPublished),
        Kind::NotScheduled => (SCHEDULE, Refusal::NotScheduled),
        Kind::NoPreviousEdition => (PREVIOUS, Refusal::NoPreviousEdition),
        Kind::RevisionSuperseded => (PUBLISH, Refusal::RevisionSuperseded),
        Kind::SourceSuperseded => (PUBLISH, Refusal::SourceSuperseded),
        Kind::UnknownTerm => (DRAFT, Refusal::UnknownTerm),
        Kind::UnknownLocale => return (DRAFTS, unknown_locale().into()),
        Kind::EmbargoInThePast => (SCHEDULE, Refusal::EmbargoInThePast),
        Kind::DateInTheFuture => {
            (PUBLISH, Refusal::DateInTheFuture(Moment::from_micros_clamped(1_903_507_200_000_000).utc()))
        }
        Kind::KeyInUse => (PUBLISH, Refusal::KeyInUse),
        Kind::KeyReused => (PUBLISH, Refusal::KeyReused),
        _ => return (DRAFTS, Problem::new(kind, kind.row().advice)),
    };
    (instance, refusal.into())
}

fn unknown_locale() -> Refusal {
    let locale = |tag: &str| Locale::try_from(tag.to_owned()).unwrap_or_else(|_| Locale::none());
    Refusal::UnknownLocale { locale: locale("fr"), configured: vec![locale("en"), locale("de")] }
}

fn bulk_refused() -> (&'static str, Problem) {
    let all = "Something stands in the way of some of the drafts; none was changed.";
    let one = ProblemError::at("/drafts/2", "not_found", "There is no such draft.");
    ("/editorial/v1/bulk/publish", Problem::new(Kind::BulkRefused, all).with(vec![one]))
}

fn dead_links() -> (&'static str, Problem) {
    let detail = "The article 0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61 is not public.";
    let all =
        "The body links to articles that are not public, such as `0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61`.";
    let dead = ProblemError::at("/body", "dead_link", detail);
    (PUBLISH, Problem::new(Kind::DeadLinks, all).with(vec![dead]))
}

fn schedule_pending() -> (&'static str, Problem) {
    let due_at = DateTime::from_timestamp(1_903_507_200, 0).unwrap_or_default();
    let pending = Refusal::SchedulePending { kind: PendingKind::Publish, due_at, revision: Some(3) };
    (WITHDRAW, pending.into())
}

fn too_many_articles() -> (&'static str, Problem) {
    let detail = "1 to 100 drafts are changed by one request, each once.";
    let wrong = ProblemError::at("/drafts", "max_items", detail);
    ("/editorial/v1/bulk/publish", Problem::new(Kind::TooManyArticles, detail).with(vec![wrong]))
}

fn slug_taken() -> (&'static str, Problem) {
    let detail = "The slug `feature-flag-hygiene` is in use by another article in the locale `en`.";
    let holder = "It is held by the article 0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61.";
    let held = ProblemError::at("/slug", "taken", holder);
    (PUBLISH, Problem::new(Kind::SlugTaken, detail).with(vec![held]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::TABLE;

    #[test]
    fn every_kind_has_an_example_of_its_own() {
        for row in &TABLE {
            let (instance, problem) = sample(row.kind);
            assert_eq!(problem.kind, row.kind);
            // What has none is shown with its advice, at the list of drafts; a refusal may use the same words elsewhere.
            assert!(problem.to_string() != row.advice || instance != DRAFTS, "{} has none", row.name);
            let lists_errors = row.advice.starts_with("Each entry of `errors`");
            assert!(!lists_errors || !problem.errors.is_empty(), "{} names no error", row.name);
        }
    }
}
