//! Errors: five kinds for store functions, and those of opening a store.

use std::error::Error as StdError;

use diesel::result::{DatabaseErrorKind, Error as DieselError};
use domain::{Invalid, Refusal};
use thiserror::Error;

/// The error of a store function.
#[derive(Debug, Error)]
pub enum Error {
    #[error("not found")]
    NotFound,
    /// A business rule refused the operation.
    #[error("{0}")]
    Refused(Refusal),
    /// A concurrent change: the expected revision or version is not the newest any more.
    #[error("superseded by revision {current}")]
    VersionConflict {
        /// The newest revision or version.
        current: i64,
    },
    /// The database is unreachable or timed out. When this happens during a commit, the outcome of the write is
    /// unknown.
    #[error("the database is unavailable: {0}")]
    Unavailable(#[source] Box<dyn StdError + Send + Sync>),
    /// A bug, or invalid stored data.
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

/// A stored value that its domain type rejects.
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
                let is_any_of =
                    |texts: &[&str]| texts.iter().any(|text| information.message().contains(text));
                let is_unavailable = match kind {
                    DatabaseErrorKind::ClosedConnection => true,
                    // Every error without a SQLSTATE, and so also values that cannot be encoded, which are bugs.
                    DatabaseErrorKind::UnableToSendCommand => is_any_of(&BROKEN_CONNECTION),
                    DatabaseErrorKind::Unknown => is_any_of(&UNAVAILABLE),
                    _ => false,
                };
                if is_unavailable { Self::unavailable(error) } else { Self::internal(error) }
            }
            DieselError::BrokenTransactionManager => Self::unavailable(error),
            _ => Self::internal(error),
        }
    }
}

/// The refusal that a violated constraint stands for.
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

/// The messages of the SQLSTATEs 57014 and 55P03 (a timeout), 57P01 (a shutdown), and 53100 (a full disk).
///
/// diesel has no kind for them, and diesel-async's error, which has the SQLSTATE, is a private type behind a trait without a
/// method for it, so only the message is left. It is in English: the embedded Postgres has `lc_messages = 'C'`, and
/// on any other every connection sets it (`connection`), unless no superuser has granted that. Then `masthead doctor`
/// reports the language. Errors of opening a connection do not come here: all of them count as unavailable.
const UNAVAILABLE: [&str; 3] =
    ["canceling statement due to", "terminating connection", "No space left on device"];

/// The messages of tokio-postgres when the connection breaks. They are constants of the library in every locale.
const BROKEN_CONNECTION: [&str; 2] = ["connection closed", "error communicating with the server"];

/// Why a store cannot be opened. Each message is one line that names the remedy.
#[derive(Debug, Error)]
pub enum OpenError {
    #[error("the database cannot be reached: {0}; check DATABASE_URL and that Postgres runs")]
    Unreachable(String),
    /// The connection attempt timed out.
    #[error(
        "the database does not answer; check DATABASE_URL, the network, and that Postgres is not stopped"
    )]
    Timeout,
    /// TLS verification failed.
    #[error(
        "the database's certificate is not trusted: {0}; name the file with its authority in SSL_CERT_FILE, or add \
         sslmode=disable to DATABASE_URL if the network is trusted"
    )]
    Untrusted(String),
    /// The schema contains migrations that this binary does not know.
    #[error(
        "the database was migrated by a newer Masthead (it has {0}, unknown here); start that version or a newer one"
    )]
    NewerSchema(String),
    /// Migrations are missing, and the caller did not ask to apply them.
    #[error("the database lacks {0} migrations, the first is {1}; run `masthead migrate`")]
    Pending(usize, String),
    #[error("a migration failed: {0}")]
    Migration(String),
    /// A durability setting is off.
    #[error(
        "the database may lose acknowledged work: {0} is off; turn it on, or set MASTHEAD_UNSAFE_DATABASE=allow for tests"
    )]
    Unsafe(String),
}

/// An error of a statement on a connection that was just opened.
impl From<DieselError> for OpenError {
    fn from(error: DieselError) -> Self {
        Self::Unreachable(error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_unavailable(kind: DatabaseErrorKind, message: &str) -> bool {
        let error = DieselError::DatabaseError(kind, Box::new(message.to_owned()));
        matches!(Error::from(error), Error::Unavailable(_))
    }

    #[test]
    fn broken_connections_are_outages_and_encoding_errors_are_internal() {
        let without_sqlstate = |message| is_unavailable(DatabaseErrorKind::UnableToSendCommand, message);
        assert!(without_sqlstate("connection closed"));
        assert!(without_sqlstate("error communicating with the server: Broken pipe (os error 32)"));
        assert!(!without_sqlstate("error serializing parameter 0"));
        assert!(!without_sqlstate("expected 2 parameters but got 1"));
        assert!(is_unavailable(DatabaseErrorKind::Unknown, "canceling statement due to lock timeout"));
        assert!(!is_unavailable(DatabaseErrorKind::Unknown, "relation does not exist"));
    }
}
