//! What can go wrong: exactly five things for a caller, and a few more when a store is opened.

use std::error::Error as StdError;

use diesel::result::{DatabaseErrorKind, Error as DieselError};
use domain::{Invalid, Refusal};
use thiserror::Error;

/// Why a store function did not do what it was asked.
#[derive(Debug, Error)]
pub enum Error {
    /// There is no such thing.
    #[error("not found")]
    NotFound,
    /// A rule says no.
    #[error("{0}")]
    Refused(Refusal),
    /// It was changed meanwhile.
    #[error("superseded by revision {current}")]
    Stale {
        /// The number of the revision or version that it has now.
        current: i64,
    },
    /// The database cannot be asked now. The outcome of a write is unknown when this comes while it commits.
    #[error("the database is unavailable: {0}")]
    Unavailable(#[source] Box<dyn StdError + Send + Sync>),
    /// A bug, or data that should not exist.
    #[error("internal: {0}")]
    Internal(#[source] Box<dyn StdError + Send + Sync>),
}

impl Error {
    pub(crate) fn unavailable(source: impl StdError + Send + Sync + 'static) -> Self {
        Self::Unavailable(Box::new(source))
    }

    pub(crate) fn internal(source: impl StdError + Send + Sync + 'static) -> Self {
        Self::Internal(Box::new(source))
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// A stored value that its type refuses.
impl From<Invalid> for Error {
    fn from(invalid: Invalid) -> Self {
        Self::internal(invalid)
    }
}

impl From<DieselError> for Error {
    fn from(error: DieselError) -> Self {
        match &error {
            DieselError::NotFound => Self::NotFound,
            DieselError::DatabaseError(kind, information) => {
                if let Some(refusal) = information.constraint_name().and_then(refusal_for) {
                    return Self::Refused(refusal);
                }
                // Without a SQLSTATE the statement never got a response: diesel-async calls that `UnableToSendCommand`.
                let is_broken = matches!(
                    kind,
                    DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand
                );
                let message = information.message();
                let is_unavailable = is_broken || UNAVAILABLE.iter().any(|known| message.contains(known));
                if is_unavailable { Self::unavailable(error) } else { Self::internal(error) }
            }
            DieselError::BrokenTransactionManager => Self::unavailable(error),
            _ => Self::internal(error),
        }
    }
}

/// What a violated constraint means to whoever asked.
fn refusal_for(constraint: &str) -> Option<Refusal> {
    match constraint {
        "imports_pkey" => Some(Refusal::AlreadyImported),
        "jobs_key_idx" => Some(Refusal::JobWaiting),
        "terms_kind_slug_idx" => Some(Refusal::TermExists),
        "people_email_key" => Some(Refusal::EmailTaken),
        "drafts_article_locale_key" => Some(Refusal::LocaleTaken),
        "redirects_path_locale_key" => Some(Refusal::RedirectExists),
        "revision_terms_term_fkey" => Some(Refusal::UnknownTerm),
        _ => None,
    }
}

/// The messages of the SQLSTATEs 57014, 57P01, 57P03, 55P03, 53300 and 53100. diesel-async drops the SQLSTATE of an error
/// without a kind of its own, so the English message decides. The embedded Postgres has `lc_messages = 'C'`; for any
/// other, `masthead doctor` reports a different setting.
const UNAVAILABLE: [&str; 7] = [
    "canceling statement due to",
    "terminating connection",
    "the database system is",
    "canceling statement due to lock timeout",
    "too many clients",
    "No space left on device",
    "remaining connection slots",
];

/// Why a store cannot be opened. Each is one line that says what to do.
#[derive(Debug, Error)]
pub enum OpenError {
    /// No connection.
    #[error("the database cannot be reached: {0}; check DATABASE_URL and that Postgres runs")]
    Unreachable(String),
    /// No answer, neither good nor bad.
    #[error(
        "the database does not answer; check DATABASE_URL, the network, and that Postgres is not stopped"
    )]
    Timeout,
    /// A connection, but nobody knows to whom.
    #[error(
        "the database's certificate is not trusted: {0}; name the file with its authority in SSL_CERT_FILE, or add \
         sslmode=disable to DATABASE_URL where nobody can listen"
    )]
    Untrusted(String),
    /// The schema holds migrations that this binary does not know.
    #[error(
        "the database was migrated by a newer Masthead (it has {0}, unknown here); start that version or a newer one"
    )]
    NewerSchema(String),
    /// Migrations are missing, and were not to be applied.
    #[error("the database lacks {0} migrations, the first is {1}; run `masthead migrate`")]
    Pending(usize, String),
    /// A migration failed.
    #[error("a migration failed: {0}")]
    Migration(String),
    /// A durability setting is off.
    #[error(
        "the database may lose acknowledged work: {0} is off; turn it on, or set MASTHEAD_UNSAFE_DATABASE=allow for tests"
    )]
    Unsafe(String),
}
