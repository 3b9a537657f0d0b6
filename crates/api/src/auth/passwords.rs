//! Password hashing with argon2id, on the blocking thread pool, with at most one hash per processor at a time.
//!
//! For an unknown account the typed password is hashed too, so that the response time does not tell whether the account
//! exists.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Argon2, Params};
use domain::{Invalid, Password, Person};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use crate::auth::password_strength::check_password_strength;
use crate::problem::{Problem, ProblemKind};

/// How many requests may wait for a processor. Further ones get 503 with `Retry-After`.
const MAX_QUEUED: usize = 50;

/// Hashes and verifies passwords, and limits how many do so at once.
#[derive(Debug, Clone)]
pub(crate) struct Passwords {
    processors: Arc<Semaphore>,
    waiting: Arc<AtomicUsize>,
}

/// The result of verifying a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PasswordCheck {
    /// The password is wrong, or the account has none.
    Wrong,
    Correct,
    /// The password is correct, but was hashed with weaker parameters than the current ones: hash it again.
    CorrectButOutdated,
}

impl Passwords {
    pub(crate) fn new() -> Self {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        Self { processors: Arc::new(Semaphore::new(processors)), waiting: Arc::default() }
    }

    /// Verifies a typed password against a hash. Without a hash, or with a text that cannot be a password, the result is
    /// [`PasswordCheck::Wrong`] after the same time.
    ///
    /// # Errors
    /// 503 if the queue is full.
    pub(crate) async fn verify(&self, typed: &str, hash: Option<String>) -> Result<PasswordCheck, Problem> {
        let normalized = Password::normalize(typed);
        let hash = hash.filter(|_| normalized.is_some());
        let normalized = normalized.unwrap_or_default();
        let check = move || match hash {
            Some(hash) => verify_hash(&normalized, &hash),
            None => {
                // The hash is ignored on purpose: computing it takes as long as verifying one.
                let _hash = hash_password(&normalized);
                PasswordCheck::Wrong
            }
        };
        self.run_blocking(check).await
    }

    /// Hashes a new password of a person. The inner `Err` says that the password is easy to guess.
    ///
    /// # Errors
    /// 503 if the queue is full.
    pub(crate) async fn hash_new(
        &self,
        password: &Password,
        person: &Person,
    ) -> Result<Result<String, Invalid>, Problem> {
        let (password, email, name) = (password.clone(), person.email.clone(), person.name.clone());
        let checked = self.run_blocking(move || {
            check_password_strength(&password, &email, &name).map(|()| hash_password(password.as_str()))
        });
        match checked.await? {
            Ok(hash) => Ok(Ok(hash.map_err(|error| Problem::internal(error.to_string()))?)),
            Err(invalid) => Ok(Err(invalid)),
        }
    }

    /// Hashes a password that is in use already, without checking its strength.
    ///
    /// # Errors
    /// 503 if the queue is full.
    pub(crate) async fn hash(&self, password: &Password) -> Result<String, Problem> {
        let password = password.clone();
        self.run_blocking(move || hash_password(password.as_str()))
            .await?
            .map_err(|error| Problem::internal(error.to_string()))
    }

    async fn run_blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let slot = QueueSlot::acquire(&self.waiting).ok_or_else(busy)?;
        let permit = self.processors.clone().acquire_owned().await.map_err(|_| busy())?;
        drop(slot);
        // The permit moves into the task: if the client disconnects, the hash continues, and its processor stays in use.
        let done = spawn_blocking(move || {
            let done = work();
            drop(permit);
            done
        });
        done.await.map_err(|error| Problem::internal(error.to_string()))
    }
}

/// Hashes a password with argon2id, 19 MiB and two passes, one of the minimum configurations of OWASP.
///
/// # Errors
/// If the operating system gives no random bytes.
pub fn hash_password(password: &str) -> Result<String, argon2::password_hash::Error> {
    Ok(Argon2::default().hash_password(password.as_bytes())?.to_string())
}

fn verify_hash(typed: &str, hash: &str) -> PasswordCheck {
    let Ok(parsed) = PasswordHash::new(hash) else { return PasswordCheck::Wrong };
    if Argon2::default().verify_password(typed.as_bytes(), &parsed).is_err() {
        return PasswordCheck::Wrong;
    }
    let usual = Params::default();
    let current = Params::try_from(&parsed)
        .is_ok_and(|params| params.m_cost() >= usual.m_cost() && params.t_cost() >= usual.t_cost());
    if current { PasswordCheck::Correct } else { PasswordCheck::CorrectButOutdated }
}

fn busy() -> Problem {
    Problem::new(ProblemKind::Busy, "Too many sign-ins are in progress.").retry_after(2)
}

/// A slot in the queue, freed on drop.
struct QueueSlot(Arc<AtomicUsize>);

impl QueueSlot {
    fn acquire(waiting: &Arc<AtomicUsize>) -> Option<Self> {
        let slot = Self(waiting.clone());
        (waiting.fetch_add(1, Ordering::Relaxed) < MAX_QUEUED).then_some(slot)
    }
}

impl Drop for QueueSlot {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_hashed_in_full_and_weaker_hashes_are_outdated() {
        let long = "p".repeat(72);
        let hash = hash_password(&format!("{long}a")).unwrap();
        assert_eq!(verify_hash(&format!("{long}a"), &hash), PasswordCheck::Correct);
        assert_eq!(verify_hash(&format!("{long}b"), &hash), PasswordCheck::Wrong);
        let weak = Argon2::new(
            argon2::Algorithm::Argon2id,
            argon2::Version::V0x13,
            Params::new(8 << 10, 1, 1, None).unwrap(),
        );
        let weak = weak.hash_password(b"a password").unwrap().to_string();
        assert_eq!(verify_hash("a password", &weak), PasswordCheck::CorrectButOutdated);
        assert_eq!(verify_hash("a password", "no hash"), PasswordCheck::Wrong);
    }

    #[tokio::test]
    async fn a_full_hashing_queue_responds_busy() {
        let passwords = Passwords::new();
        let held = passwords
            .processors
            .clone()
            .acquire_many_owned(u32::try_from(passwords.processors.available_permits()).unwrap())
            .await;
        let slots: Vec<_> = (0..MAX_QUEUED).map(|_| QueueSlot::acquire(&passwords.waiting)).collect();
        assert_eq!(passwords.verify("x", None).await.unwrap_err().kind, ProblemKind::Busy);
        drop((held, slots));
        assert_eq!(passwords.verify("x", None).await.unwrap(), PasswordCheck::Wrong);
    }
}
