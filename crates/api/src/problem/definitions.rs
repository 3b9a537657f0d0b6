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
    "Something went wrong here",
    "It is not your fault. Report the `request_id`.",
);

/// All kinds, in the order of `/docs/problems/` and of the examples in the API documents.
pub(crate) const PROBLEM_DEFINITIONS: [ProblemDefinition; 56] = [
    define(
        ProblemKind::MalformedRequest,
        "malformed-request",
        400,
        "The request is not valid HTTP",
        "Something between the program and this server writes requests that HTTP/1.1 does not allow. The connection is closed.",
    ),
    define(
        ProblemKind::InvalidParameter,
        "invalid-parameter",
        400,
        "A parameter is not valid",
        "Each entry of `errors` names a parameter and what is wrong with it. Correct them and ask again.",
    ),
    define(
        ProblemKind::InvalidHeader,
        "invalid-header",
        400,
        "A header is not valid",
        "`detail` names the header and its form. Correct it and ask again.",
    ),
    define(
        ProblemKind::InvalidBody,
        "invalid-body",
        400,
        "The body cannot be read",
        "Each entry of `errors` says where the body is not of the documented form: syntax, types, unknown properties.",
    ),
    define(
        ProblemKind::DryRunUnsupported,
        "dry-run-unsupported",
        400,
        "The dry run is not supported",
        "Nothing was done. Operations that have a dry run list the header `Prefer` in the API document; its value is `dry-run`.",
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
        "Check the address and the password. Which of the two is wrong is not said, nor whether the account is suspended.",
    ),
    define(
        ProblemKind::NotAllowed,
        "not-allowed",
        403,
        "You may not do this",
        "Your role does not reach that far, or the article is somebody else's. The table of roles is in the documentation.",
    ),
    define(
        ProblemKind::NotFound,
        "not-found",
        404,
        "There is nothing here",
        "Check the address, and the `locale` it is asked in.",
    ),
    define(
        ProblemKind::MethodNotAllowed,
        "method-not-allowed",
        405,
        "The method is not allowed here",
        "The header `Allow` lists the methods that are.",
    ),
    define(
        ProblemKind::RequestTimeout,
        "request-timeout",
        408,
        "The request took too long",
        "Send the request again, on a new connection. `detail` says what was waited for.",
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
        "There is a draft in that locale",
        "An article has one draft in each locale. Change the one that there is.",
    ),
    define(
        ProblemKind::TermExists,
        "term-exists",
        409,
        "The term exists",
        "A term of that kind has that slug. Use it, or choose another slug.",
    ),
    define(
        ProblemKind::TermInUse,
        "term-in-use",
        409,
        "The term is in use",
        "Articles name it. Merge it into another term, or take it out of them first.",
    ),
    define(
        ProblemKind::PathInUse,
        "path-in-use",
        409,
        "An article is found at that path",
        "A redirect from there would never be followed. Choose another path, or withdraw the article first.",
    ),
    define(
        ProblemKind::RedirectExists,
        "redirect-exists",
        409,
        "There is a redirect from that path",
        "Delete it first, if the path is to lead somewhere else.",
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
        "Somebody has an account with that address.",
    ),
    define(
        ProblemKind::InTrash,
        "in-trash",
        409,
        "The draft is in the trash",
        "Take it out of the trash first.",
    ),
    define(
        ProblemKind::StillPublic,
        "still-public",
        409,
        "The article is live",
        "Withdraw it before it goes to the trash.",
    ),
    define(
        ProblemKind::SchedulePending,
        "schedule-pending",
        409,
        "Something is scheduled",
        "`detail` names what would be overruled. Ask again with `pending=cancel` to cancel it, or with `pending=keep` to have it happen at its moment all the same.",
    ),
    define(
        ProblemKind::NeverPublished,
        "never-published",
        409,
        "The article was never published",
        "There is nothing that readers saw. Publish it first.",
    ),
    define(
        ProblemKind::NotScheduled,
        "not-scheduled",
        409,
        "Nothing is scheduled",
        "There is no schedule to cancel; it may have become public already.",
    ),
    define(
        ProblemKind::NoPreviousEdition,
        "no-previous-edition",
        409,
        "There is no previous edition",
        "Readers saw one edition only, or the one before was taken down.",
    ),
    define(
        ProblemKind::RevisionSuperseded,
        "revision-superseded",
        409,
        "A newer revision is live",
        "To show an older state again, restore it as a new revision, or ask for the previous edition.",
    ),
    define(
        ProblemKind::SourceSuperseded,
        "source-superseded",
        409,
        "A term changed meanwhile",
        "Ask again: the article is rendered with the terms as they are now.",
    ),
    define(
        ProblemKind::LastAdmin,
        "last-admin",
        409,
        "It is the last administrator",
        "Make another administrator first.",
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
        "Some of them cannot be changed",
        "Each entry of `errors` names one by its place and says what stands in the way. None was changed.",
    ),
    define(
        ProblemKind::JobIsOver,
        "job-is-over",
        409,
        "The job cannot be changed any more",
        "It has ended, or is running. Look at its state.",
    ),
    define(
        ProblemKind::KeyInUse,
        "key-in-use",
        409,
        "The same request is being worked on",
        "Wait until the first one is answered, then ask again with the same key: you get its answer.",
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
        "The cursor belongs to an earlier state of the publication",
        "The publication was restored from a backup. Read the list again from its first page.",
    ),
    define(
        ProblemKind::Stale,
        "stale",
        412,
        "It was changed meanwhile",
        "`current` says what there is now. Read it, merge your change, and send that with the new `ETag`.",
    ),
    define(
        ProblemKind::TooLarge,
        "too-large",
        413,
        "The body is too large",
        "The API document says for each operation how much is read. The body of an article may have 1 MiB.",
    ),
    define(
        ProblemKind::UriTooLong,
        "uri-too-long",
        414,
        "The address is too long",
        "At most 8 KiB are read.",
    ),
    define(
        ProblemKind::UnsupportedMediaType,
        "unsupported-media-type",
        415,
        "The media type is not supported",
        "`detail` names the media type that is read here.",
    ),
    define(
        ProblemKind::InvalidContent,
        "invalid-content",
        422,
        "The content is not valid",
        "Each entry of `errors` names a property and the rule that it breaks.",
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
        "A link leads nowhere",
        "The body links to articles that are not live. Publish them first, or together with this one.",
    ),
    define(
        ProblemKind::UnknownTerm,
        "unknown-term",
        422,
        "A term does not exist",
        "A section, tag, author or series that is named does not exist, or is of another kind.",
    ),
    define(
        ProblemKind::UnknownLocale,
        "unknown-locale",
        422,
        "The publication has no such locale",
        "`detail` names the locales that it has. Use one of them, or have the locale added to `MASTHEAD_LOCALES`.",
    ),
    define(
        ProblemKind::EmbargoInThePast,
        "embargo-in-the-past",
        422,
        "The moment lies in the past",
        "Choose a later one, or publish at once.",
    ),
    define(
        ProblemKind::DateInTheFuture,
        "date-in-the-future",
        422,
        "The date lies in the future",
        "Schedule the article for its date, or give it another `first_published_at`. A schedule takes no date later than itself.",
    ),
    define(
        ProblemKind::KeyReused,
        "key-reused",
        422,
        "The idempotency key belongs to another request",
        "A key names one request for a day. Use a new one for another.",
    ),
    define(
        ProblemKind::TokenSpent,
        "token-spent",
        422,
        "The token is not good any more",
        "It does not exist, was used, or is older than half an hour. Ask an administrator for a new one.",
    ),
    define(
        ProblemKind::TooManyArticles,
        "too-many-articles",
        422,
        "Too many at once",
        "At most 100 articles are changed by one request.",
    ),
    define(
        ProblemKind::PreconditionRequired,
        "precondition-required",
        428,
        "It must be said which state is meant",
        "Read the resource, and send its `ETag` as `If-Match`.",
    ),
    define(
        ProblemKind::TooManyTries,
        "too-many-tries",
        429,
        "There were many tries",
        "Wait for the seconds that `Retry-After` says.",
    ),
    define(
        ProblemKind::TooManyConnections,
        "too-many-connections",
        429,
        "There are too many connections",
        "Use connections again instead of opening new ones, and close those that are not used.",
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
        "The content cannot be read at the moment",
        "Ask again after the seconds that `Retry-After` says.",
    ),
    define(
        ProblemKind::Behind,
        "behind",
        503,
        "Not that far yet",
        "The act that `min_sequence` names is not known here. Ask again after the seconds that `Retry-After` says.",
    ),
    define(
        ProblemKind::Busy,
        "busy",
        503,
        "Too much is asked at the moment",
        "Ask again after the seconds that `Retry-After` says.",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_one_row_and_a_name_of_its_own() {
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
