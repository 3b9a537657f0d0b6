//! The table of problems: each kind is a type URI, a status, a title, and a page under `/docs/problems/`.

use crate::problem::kinds::ProblemKind;

/// The constant part of a problem: its type URI is `/docs/problems/{name}`.
pub(crate) struct ProblemDefinition {
    pub(crate) kind: ProblemKind,
    pub(crate) name: &'static str,
    pub(crate) status: u16,
    pub(crate) title: &'static str,
    /// What the client should do, for the documentation.
    pub(crate) advice: &'static str,
}

impl ProblemKind {
    pub(crate) fn definition(self) -> &'static ProblemDefinition {
        PROBLEM_DEFINITIONS.iter().find(|row| row.kind == self).unwrap_or(&INTERNAL)
    }
}

const fn define(
    kind: ProblemKind,
    name: &'static str,
    status: u16,
    title: &'static str,
    advice: &'static str,
) -> ProblemDefinition {
    ProblemDefinition { kind, name, status, title, advice }
}

const INTERNAL: ProblemDefinition = define(
    ProblemKind::Internal,
    "internal",
    500,
    "Internal error",
    "This is a fault of the server. Report it with the `request_id`.",
);

/// All kinds, in the order of `/docs/problems/` and of the examples in the API documents.
pub(crate) const PROBLEM_DEFINITIONS: [ProblemDefinition; 56] = [
    define(
        ProblemKind::MalformedRequest,
        "malformed-request",
        400,
        "The request is not valid HTTP",
        "The client or a proxy sent a request that HTTP/1.1 does not allow. The connection is closed.",
    ),
    define(
        ProblemKind::InvalidParameter,
        "invalid-parameter",
        400,
        "A parameter is not valid",
        "Each entry of `errors` names a parameter and what is wrong with it. Correct them and send the request again.",
    ),
    define(
        ProblemKind::InvalidHeader,
        "invalid-header",
        400,
        "A header is not valid",
        "`detail` names the header and its format. Correct it and send the request again.",
    ),
    define(
        ProblemKind::InvalidBody,
        "invalid-body",
        400,
        "The body cannot be read",
        "Each entry of `errors` names a place where the body differs from its schema: syntax, types, unknown properties.",
    ),
    define(
        ProblemKind::DryRunUnsupported,
        "dry-run-unsupported",
        400,
        "The dry run is not supported",
        "Nothing was changed. Operations that support dry runs list the header `Prefer` in the API document; its value is `dry-run`.",
    ),
    define(
        ProblemKind::Unauthorized,
        "unauthorized",
        401,
        "You are not signed in",
        "Send a valid access token as `Authorization: Bearer …`. When it has expired, refresh it; when that fails, sign in.",
    ),
    define(
        ProblemKind::SignInFailed,
        "sign-in-failed",
        401,
        "Signing in failed",
        "Check the email address and the password. The response does not tell which of them is wrong, or whether the account is suspended.",
    ),
    define(
        ProblemKind::NotAllowed,
        "not-allowed",
        403,
        "You may not do this",
        "Your role does not have this permission, or only for your own articles. The documentation has a table of roles.",
    ),
    define(ProblemKind::NotFound, "not-found", 404, "Not found", "Check the URL and the parameter `locale`."),
    define(
        ProblemKind::MethodNotAllowed,
        "method-not-allowed",
        405,
        "The method is not allowed here",
        "The header `Allow` lists the methods that are allowed.",
    ),
    define(
        ProblemKind::RequestTimeout,
        "request-timeout",
        408,
        "The request took too long",
        "Send the request again on a new connection. `detail` names the part that was late.",
    ),
    define(
        ProblemKind::SlugTaken,
        "slug-taken",
        409,
        "The slug is in use",
        "Another article is live, scheduled or redirecting under this slug. Choose another, or withdraw that article first.",
    ),
    define(
        ProblemKind::LocaleTaken,
        "locale-taken",
        409,
        "The article has a draft in that locale",
        "An article has one draft per locale. Change the existing one.",
    ),
    define(
        ProblemKind::TermExists,
        "term-exists",
        409,
        "The term exists",
        "A term of that kind has this slug. Use that term, or choose another slug.",
    ),
    define(
        ProblemKind::TermInUse,
        "term-in-use",
        409,
        "The term is in use",
        "Articles use it. Merge it into another term, or remove it from those articles first.",
    ),
    define(
        ProblemKind::PathInUse,
        "path-in-use",
        409,
        "An article has that path",
        "A redirect from there would never be followed. Choose another path, or withdraw the article first.",
    ),
    define(
        ProblemKind::RedirectExists,
        "redirect-exists",
        409,
        "The redirect exists",
        "To change the target of the path, delete the existing redirect first.",
    ),
    define(
        ProblemKind::RedirectLoop,
        "redirect-loop",
        422,
        "The redirect would lead back to itself",
        "Choose a target that does not redirect to this path.",
    ),
    define(
        ProblemKind::EmailTaken,
        "email-taken",
        409,
        "The address is in use",
        "Another account has this email address.",
    ),
    define(
        ProblemKind::InTrash,
        "in-trash",
        409,
        "The draft is in the trash",
        "Restore it from the trash first.",
    ),
    define(
        ProblemKind::StillPublic,
        "still-public",
        409,
        "The article is live",
        "Withdraw it before you move it to the trash.",
    ),
    define(
        ProblemKind::SchedulePending,
        "schedule-pending",
        409,
        "Something is scheduled",
        "`detail` names the schedule that this request would override. Send the request again with `pending=cancel` to cancel the schedule, or with `pending=keep` to keep it.",
    ),
    define(
        ProblemKind::NeverPublished,
        "never-published",
        409,
        "The article was never published",
        "The operation needs an article that was published before. Publish it first.",
    ),
    define(
        ProblemKind::NotScheduled,
        "not-scheduled",
        409,
        "Nothing is scheduled",
        "There is no schedule to cancel. It may have taken effect already.",
    ),
    define(
        ProblemKind::NoPreviousEdition,
        "no-previous-edition",
        409,
        "There is no previous edition",
        "Only one edition was published, or the one before it was taken down.",
    ),
    define(
        ProblemKind::RevisionSuperseded,
        "revision-superseded",
        409,
        "A newer revision is live",
        "To publish an older state again, restore it as a new revision, or roll back to the previous edition.",
    ),
    define(
        ProblemKind::SourceSuperseded,
        "source-superseded",
        409,
        "A term was changed meanwhile",
        "Send the request again: the article is then rendered with the current terms.",
    ),
    define(
        ProblemKind::LastAdmin,
        "last-admin",
        409,
        "The account is the last administrator",
        "Create another administrator first.",
    ),
    define(
        ProblemKind::NotMergeable,
        "not-mergeable",
        409,
        "The terms cannot be merged",
        "Only two different terms of one kind can be merged.",
    ),
    define(
        ProblemKind::BulkRefused,
        "bulk-refused",
        409,
        "Some items cannot be changed",
        "Each entry of `errors` names an item by its index and the reason. None was changed.",
    ),
    define(
        ProblemKind::JobIsOver,
        "job-is-over",
        409,
        "The job cannot be changed any more",
        "It has ended or is running. Read its `state`.",
    ),
    define(
        ProblemKind::KeyInUse,
        "key-in-use",
        409,
        "The same request is in progress",
        "Wait until the first request has finished, then send it again with the same key: you get its response.",
    ),
    define(
        ProblemKind::Gone,
        "gone",
        410,
        "The article was withdrawn",
        "Remove links to it. It may be published again later.",
    ),
    define(
        ProblemKind::StartOver,
        "start-over",
        410,
        "The cursor is from before a restore",
        "The publication was restored from a backup. Read the list again from its first page.",
    ),
    define(
        ProblemKind::Stale,
        "stale",
        412,
        "The resource was changed meanwhile",
        "`current` holds the current state. Merge your change into it, and send the result with the new `ETag`.",
    ),
    define(
        ProblemKind::TooLarge,
        "too-large",
        413,
        "The body is too large",
        "The API document gives the limit of each operation. The body of an article may have 1 MiB.",
    ),
    define(ProblemKind::UriTooLong, "uri-too-long", 414, "The URL is too long", "A URL has at most 8 KiB."),
    define(
        ProblemKind::UnsupportedMediaType,
        "unsupported-media-type",
        415,
        "The media type is not supported",
        "`detail` names the supported media type.",
    ),
    define(
        ProblemKind::InvalidContent,
        "invalid-content",
        422,
        "The content is not valid",
        "Each entry of `errors` names a property and the rule that it violates.",
    ),
    define(
        ProblemKind::Incomplete,
        "incomplete",
        422,
        "The draft cannot be published yet",
        "Each entry of `errors` names what is missing.",
    ),
    define(
        ProblemKind::DeadLinks,
        "dead-links",
        422,
        "A link points to an article that is not public",
        "The body links to articles that are not public. Publish them first, or together with this one.",
    ),
    define(
        ProblemKind::UnknownTerm,
        "unknown-term",
        422,
        "A term does not exist",
        "A section, tag, author or series in the content does not exist, or is of another kind.",
    ),
    define(
        ProblemKind::UnknownLocale,
        "unknown-locale",
        422,
        "The publication has no such locale",
        "`detail` lists the configured locales. Use one of them, or have the locale added to `MASTHEAD_LOCALES`.",
    ),
    define(
        ProblemKind::EmbargoInThePast,
        "embargo-in-the-past",
        422,
        "The time is in the past",
        "Choose a later time, or publish now.",
    ),
    define(
        ProblemKind::DateInTheFuture,
        "date-in-the-future",
        422,
        "The date is in the future",
        "Schedule the article for that date, or change `first_published_at`. It cannot be later than the time of the schedule.",
    ),
    define(
        ProblemKind::KeyReused,
        "key-reused",
        422,
        "The idempotency key belongs to another request",
        "A key identifies one request for 24 hours. Use a new key for another request.",
    ),
    define(
        ProblemKind::TokenSpent,
        "token-spent",
        422,
        "The token is not valid",
        "The token is unknown, was used, or is older than 30 minutes. Ask an administrator for a new one.",
    ),
    define(
        ProblemKind::TooManyArticles,
        "too-many-articles",
        422,
        "Too many articles",
        "One request changes at most 100 articles.",
    ),
    define(
        ProblemKind::PreconditionRequired,
        "precondition-required",
        428,
        "`If-Match` is required",
        "Read the resource, and send its `ETag` as `If-Match`.",
    ),
    define(
        ProblemKind::TooManyTries,
        "too-many-tries",
        429,
        "Too many attempts",
        "Wait for the number of seconds in `Retry-After`.",
    ),
    define(
        ProblemKind::TooManyConnections,
        "too-many-connections",
        429,
        "Too many connections",
        "Reuse connections instead of opening new ones, and close those that you do not use.",
    ),
    define(
        ProblemKind::HeadersTooLarge,
        "headers-too-large",
        431,
        "The headers are too large",
        "Send fewer or shorter headers. Cookies of other applications at the same address are a common reason.",
    ),
    INTERNAL,
    define(
        ProblemKind::Unavailable,
        "unavailable",
        503,
        "The database is unavailable",
        "Send the request again after the number of seconds in `Retry-After`.",
    ),
    define(
        ProblemKind::Behind,
        "behind",
        503,
        "The server is behind `min_sequence`",
        "This server has not seen the act with this sequence number yet. Send the request again after the number of seconds in `Retry-After`.",
    ),
    define(
        ProblemKind::Busy,
        "busy",
        503,
        "The server is busy",
        "Send the request again after the number of seconds in `Retry-After`.",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_kind_has_one_row_and_a_unique_name() {
        for row in &PROBLEM_DEFINITIONS {
            assert_eq!(
                PROBLEM_DEFINITIONS.iter().filter(|other| other.name == row.name).count(),
                1,
                "{}",
                row.name
            );
            assert_eq!(row.kind.definition().name, row.name);
        }
    }
}
