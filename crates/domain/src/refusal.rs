//! Every "no" that the rules can say about things that are valid by themselves.

use std::fmt;

use chrono::{DateTime, SecondsFormat, Utc};

use crate::workflow::PendingKind;
use crate::{Action, ArticleId, InputErrors, Locale, Role, Slug, Violation};

/// A rule says no. Each variant is a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The draft lacks what publishing needs; everything that is missing is listed.
    Incomplete(Vec<Violation>),
    /// The slug is live, scheduled or redirecting for another article in this locale.
    SlugTaken {
        /// The slug that was wanted.
        slug: Slug,
        /// Its locale.
        locale: Locale,
        /// Who holds it.
        holder: ArticleId,
    },
    /// The body links to articles that readers cannot see, and that are not published with it.
    DeadLinks(Vec<ArticleId>),
    /// A term was changed after the edition was rendered; render it again.
    SourceSuperseded,
    /// The same input is being imported, or was imported, by another import.
    AlreadyImported,
    /// A term of that kind has that slug already.
    TermExists,
    /// The act needs an article that was published before.
    NeverPublished,
    /// Readers see a newer revision than the one that was to be shown.
    RevisionSuperseded,
    /// There is no edition before the one that readers see, or it was taken down, or a term of it was deleted.
    NoPreviousEdition,
    /// The moment for which something was scheduled has passed already.
    EmbargoInThePast,
    /// The date to show lies ahead of the moment at which the article would become public.
    DateInTheFuture(DateTime<Utc>),
    /// Nothing of the article is scheduled in this locale.
    NotScheduled,
    /// The term is named by articles.
    TermInUse {
        /// By how many.
        article_count: i64,
    },
    /// Terms of two kinds, or a term and itself, were to become one.
    NotMergeable,
    /// The session is over, or the account suspended.
    SignedOut,
    /// The role does not reach that far.
    NotAllowed {
        /// The role that was found.
        role: Role,
        /// What was to be done.
        action: Action,
    },
    /// A request with the same idempotency key is being worked on.
    KeyInUse,
    /// The idempotency key belongs to another request.
    KeyReused,
    /// What was sent cannot be taken; everything that is wrong with it is listed.
    InvalidInput(InputErrors),
    /// The draft is in the trash.
    InTrash,
    /// The article is live: it is withdrawn first.
    StillPublic,
    /// Something is pending that would be overruled, and it was not said what becomes of that.
    SchedulePending {
        /// What is pending.
        kind: PendingKind,
        /// When it has its effect.
        due_at: DateTime<Utc>,
        /// The revision that is to become public, of a publication.
        revision: Option<i32>,
    },
    /// The article has a draft in that locale already.
    LocaleTaken,
    /// A term that does not exist, or is of another kind.
    UnknownTerm,
    /// The publication is not written in that locale.
    UnknownLocale {
        /// The locale.
        locale: Locale,
        /// Those that it is written in.
        configured: Vec<Locale>,
    },
    /// An article lives at the path of the redirect, or lived there and is found elsewhere: the redirect would never be
    /// followed.
    PathInUse {
        /// The article.
        holder: ArticleId,
    },
    /// There is a redirect from that path in that locale.
    RedirectExists,
    /// The redirect would lead back to its own path.
    RedirectLoop,
    /// Somebody else has an account with that address.
    EmailTaken,
    /// It is the last administrator that can sign in.
    LastAdmin,
    /// A one-time token that does not exist, was used, or is too old.
    TokenSpent,
    /// The job is done: there is nothing to try again, and nothing to cancel.
    JobDone,
    /// Another job that does the same waits already.
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
                f.write_str("A section, tag, author or series changed meanwhile; render again.")
            }
            Self::AlreadyImported => f.write_str("Another import made the same articles meanwhile."),
            Self::TermExists => f.write_str("A term of that kind has that slug already."),
            Self::NeverPublished => f.write_str("The article was never published."),
            Self::RevisionSuperseded => f.write_str(
                "Readers see a newer revision than this one. Save it again, or give the previous edition back.",
            ),
            Self::NoPreviousEdition => {
                f.write_str("There is no earlier edition that could be shown again. Restore a revision instead.")
            }
            Self::EmbargoInThePast => f.write_str("The moment of the schedule lies in the past."),
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
            Self::KeyInUse => f.write_str("A request with this idempotency key is being worked on."),
            Self::InvalidInput(InputErrors { shape, values }) => {
                let details: Vec<&str> =
                    shape.iter().chain(values).map(|wrong| wrong.detail.as_str()).collect();
                f.write_str(&details.join(" "))
            }
            Self::InTrash => f.write_str("The draft is in the trash. Take it out first."),
            Self::StillPublic => f.write_str("The article is live. Withdraw it first."),
            Self::SchedulePending { kind, due_at, revision } => {
                f.write_str(&pending_sentence(*kind, *due_at, *revision))
            }
            Self::LocaleTaken => f.write_str("The article has a draft in that locale already."),
            Self::UnknownTerm => f.write_str(
                "A section, tag, author or series that is named does not exist, or is of another kind.",
            ),
            Self::UnknownLocale { locale, configured } => write_unknown_locale(locale, configured, f),
            Self::PathInUse { holder } => write_path_in_use(*holder, f),
            Self::RedirectExists => f.write_str("There is a redirect from that path in that locale already."),
            Self::RedirectLoop => f.write_str("The redirect would lead back to its own path."),
            Self::EmailTaken => f.write_str("Somebody else has an account with that address."),
            Self::LastAdmin => f.write_str("This is the last administrator; make another one first."),
            Self::TokenSpent => f.write_str("The token does not exist, was used, or is too old."),
            Self::KeyReused => f.write_str("This idempotency key belongs to another request."),
            Self::JobDone => f.write_str("The job is done already."),
            Self::JobWaiting => f.write_str("Another job that does the same waits already."),
        }
    }
}

fn write_date_in_the_future(date: DateTime<Utc>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let date = date.to_rfc3339_opts(SecondsFormat::AutoSi, true);
    write!(f, "The date {date} lies in the future. Schedule the article for then, or give it another date.")
}

/// What is pending, as a refusal names it.
fn pending_sentence(kind: PendingKind, due_at: DateTime<Utc>, revision: Option<i32>) -> String {
    let what = match (kind, revision) {
        (PendingKind::Publish, Some(revision)) => format!("Revision {revision} is scheduled to be published"),
        (PendingKind::Publish, None) => "A revision is scheduled to be published".to_owned(),
        (PendingKind::Withdraw, _) => "The article is scheduled to be withdrawn".to_owned(),
    };
    let due_at = due_at.to_rfc3339_opts(SecondsFormat::AutoSi, true);
    format!("{what} at {due_at}. Say with `pending` whether that is cancelled or kept.")
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
    write!(f, "The path leads to the article `{holder}`, so that a redirect would not be followed.")
}
