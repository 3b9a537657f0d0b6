//! The reasons for which a valid request is refused, because of the current state or the permissions of the actor.

use std::fmt;

use chrono::{DateTime, SecondsFormat, Utc};

use crate::workflow::PendingKind;
use crate::{Action, ArticleId, InputErrors, Locale, Role, Slug, Violation};

/// Why a valid request is refused. The text is shown to the client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The draft lacks fields that publishing requires; all of them are listed.
    Incomplete(Vec<Violation>),
    /// The slug is live, scheduled or redirecting for another article in this locale.
    SlugTaken {
        /// The requested slug.
        slug: Slug,
        /// Its locale.
        locale: Locale,
        /// The article that has it.
        holder: ArticleId,
    },
    /// The body links to articles that readers cannot see, and that are not published with it.
    DeadLinks(Vec<ArticleId>),
    /// A term of the edition was changed after rendering; the edition must be rendered again.
    SourceSuperseded,
    /// The same input is being imported, or was imported, by another import.
    AlreadyImported,
    /// A term of that kind has this slug already.
    TermExists,
    /// The operation requires an article that was published before.
    NeverPublished,
    /// A newer revision than the requested one is live.
    RevisionSuperseded,
    /// There is no edition before the live one, or it was taken down, or one of its terms was deleted.
    NoPreviousEdition,
    /// The time of a schedule is in the past.
    EmbargoInThePast,
    /// The publication date is later than the time at which the article would become public.
    DateInTheFuture(DateTime<Utc>),
    /// Nothing of the article is scheduled in this locale.
    NotScheduled,
    /// Articles use the term.
    TermInUse {
        /// The number of articles.
        article_count: i64,
    },
    /// A merge of terms of different kinds, or of a term with itself.
    NotMergeable,
    /// The session is over, or the account suspended.
    SignedOut,
    /// The role does not have the permission.
    NotAllowed {
        /// The role of the actor.
        role: Role,
        /// The action that was attempted.
        action: Action,
    },
    /// A request with the same idempotency key is in progress.
    KeyInUse,
    /// The idempotency key belongs to another request.
    KeyReused,
    /// The input is not valid; all errors are listed.
    InvalidInput(InputErrors),
    /// The draft is in the trash.
    InTrash,
    /// The article is live and must be withdrawn first.
    StillPublic,
    /// The operation would override a pending schedule, and the request does not say whether to cancel or keep it.
    SchedulePending {
        /// What is scheduled.
        kind: PendingKind,
        /// When the schedule takes effect.
        due_at: DateTime<Utc>,
        /// The revision that will be published; `None` for a withdrawal.
        revision: Option<i32>,
    },
    /// The article has a draft in that locale already.
    LocaleTaken,
    /// A term that does not exist, or is of another kind.
    UnknownTerm,
    /// The locale is not configured.
    UnknownLocale {
        /// The locale.
        locale: Locale,
        /// The configured locales.
        configured: Vec<Locale>,
    },
    /// An article has the path of the redirect, or had it and redirects from it: the new redirect would never be
    /// followed.
    PathInUse {
        /// The article.
        holder: ArticleId,
    },
    /// The redirect exists in that locale.
    RedirectExists,
    /// The redirect would lead back to its own path.
    RedirectLoop,
    /// Another account has this email address.
    EmailTaken,
    /// The account is the last administrator that can sign in.
    LastAdmin,
    /// A one-time token that is unknown, used or expired.
    TokenSpent,
    /// The job is done, so it cannot be retried or cancelled.
    JobDone,
    /// An equal job is queued already.
    JobWaiting,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Incomplete(missing) => {
                let details: Vec<&str> = missing.iter().map(|violation| violation.detail.as_str()).collect();
                write!(f, "The draft cannot be published yet. {}", details.join(" "))
            }
            Self::SlugTaken { slug, locale, .. } => {
                write!(f, "The slug `{slug}` is in use by another article in the locale `{locale}`.")
            }
            Self::DeadLinks(targets) => write_dead_links(targets, f),
            Self::SourceSuperseded => {
                f.write_str("A section, tag, author or series was changed meanwhile. Send the request again.")
            }
            Self::AlreadyImported => f.write_str("Another import created the same articles meanwhile."),
            Self::TermExists => f.write_str("A term of that kind has this slug already."),
            Self::NeverPublished => f.write_str("The article was never published."),
            Self::RevisionSuperseded => f.write_str(
                "A newer revision is live. Save this one again as a new revision, or roll back to the previous edition.",
            ),
            Self::NoPreviousEdition => {
                f.write_str("There is no earlier edition that can be published again. Restore a revision instead.")
            }
            Self::EmbargoInThePast => f.write_str("The time of the schedule is in the past."),
            Self::DateInTheFuture(date) => write_date_in_the_future(*date, f),
            Self::NotScheduled => f.write_str("Nothing of the article is scheduled in this locale."),
            Self::TermInUse { article_count } => {
                write!(f, "The term is in use by {article_count} articles. Merge it into another instead.")
            }
            Self::NotMergeable => f.write_str("Only two different terms of one kind can be merged."),
            Self::SignedOut => f.write_str("The session is over. Sign in again."),
            Self::NotAllowed { role, action } => {
                write!(f, "The role `{role}` may not do this here: {}.", action.name())
            }
            Self::KeyInUse => f.write_str("A request with this idempotency key is in progress."),
            Self::InvalidInput(InputErrors { shape, values }) => {
                let details: Vec<&str> =
                    shape.iter().chain(values).map(|wrong| wrong.detail.as_str()).collect();
                f.write_str(&details.join(" "))
            }
            Self::InTrash => f.write_str("The draft is in the trash. Restore it first."),
            Self::StillPublic => f.write_str("The article is live. Withdraw it first."),
            Self::SchedulePending { kind, due_at, revision } => {
                f.write_str(&pending_sentence(*kind, *due_at, *revision))
            }
            Self::LocaleTaken => f.write_str("The article has a draft in that locale already."),
            Self::UnknownTerm => f.write_str(
                "A section, tag, author or series in the content does not exist, or is of another kind.",
            ),
            Self::UnknownLocale { locale, configured } => write_unknown_locale(locale, configured, f),
            Self::PathInUse { holder } => write_path_in_use(*holder, f),
            Self::RedirectExists => f.write_str("The redirect exists in that locale already."),
            Self::RedirectLoop => f.write_str("The redirect would lead back to its own path."),
            Self::EmailTaken => f.write_str("Another account has this email address."),
            Self::LastAdmin => f.write_str("This is the last administrator. Create another one first."),
            Self::TokenSpent => f.write_str("The token is unknown, was used, or has expired."),
            Self::KeyReused => f.write_str("This idempotency key belongs to another request."),
            Self::JobDone => f.write_str("The job is done already."),
            Self::JobWaiting => f.write_str("An equal job is queued already."),
        }
    }
}

fn write_date_in_the_future(date: DateTime<Utc>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let date = date.to_rfc3339_opts(SecondsFormat::AutoSi, true);
    write!(f, "The date {date} is in the future. Schedule the article for then, or change the date.")
}

/// Describes the pending schedule.
fn pending_sentence(kind: PendingKind, due_at: DateTime<Utc>, revision: Option<i32>) -> String {
    let what = match (kind, revision) {
        (PendingKind::Publish, Some(revision)) => format!("Revision {revision} is scheduled to be published"),
        (PendingKind::Publish, None) => "A revision is scheduled to be published".to_owned(),
        (PendingKind::Withdraw, _) => "The article is scheduled to be withdrawn".to_owned(),
    };
    let due_at = due_at.to_rfc3339_opts(SecondsFormat::AutoSi, true);
    format!("{what} at {due_at}. Set `pending` to `cancel` or `keep`.")
}

fn write_dead_links(targets: &[ArticleId], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str("The body links to articles that are not public")?;
    targets.first().map_or(Ok(()), |first| write!(f, ", such as `{first}`"))?;
    f.write_str(".")
}

fn write_unknown_locale(locale: &Locale, configured: &[Locale], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let configured: Vec<String> = configured.iter().map(|known| format!("`{known}`")).collect();
    let configured = configured.join(", ");
    write!(f, "The publication has no locale `{locale}`. MASTHEAD_LOCALES configures {configured}.")
}

fn write_path_in_use(holder: ArticleId, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "The article `{holder}` has this path, so a redirect would never be followed.")
}
