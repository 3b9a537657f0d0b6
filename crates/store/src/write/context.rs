//! The context of a write: who acts, in which request, under which idempotency key.

use domain::{PersonId, SessionId};

/// The context of a write request: actor, request id, idempotency key, dry run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WriteContext {
    pub actor: Actor,
    /// The id of the request or run, for the audit log.
    pub request_id: String,
    /// The key of an idempotent request. A dry run has none: it neither replays nor stores an outcome.
    pub idempotency_key: Option<IdempotencyKey>,
    /// Whether to roll the transaction back after computing the outcome.
    pub dry_run: bool,
}

/// Who performs the write. There is no anonymous actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// A signed-in person. Permissions are looked up at the time of the write.
    Person { id: PersonId, session: SessionId },
    /// An operator's command or job, such as `masthead import`. Not subject to permissions.
    Program(String),
}

/// Identifies retries of a request (draft-ietf-httpapi-idempotency-key-header-07).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdempotencyKey {
    /// The key that the client sent.
    pub key: String,
    /// A digest of the whole request.
    pub fingerprint: Vec<u8>,
}

impl Actor {
    /// The actor as stored in tables: a person id, or the name of a program.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Person { id, .. } => id.0.to_string(),
            Self::Program(name) => name.clone(),
        }
    }
}

impl WriteContext {
    /// A context without an idempotency key.
    #[must_use]
    pub fn new(actor: Actor, request_id: &str) -> Self {
        Self { actor, request_id: request_id.to_owned(), idempotency_key: None, dry_run: false }
    }

    /// The context of a program.
    #[must_use]
    pub fn for_program(name: &str, request_id: &str) -> Self {
        Self::new(Actor::Program(name.to_owned()), request_id)
    }

    /// The same context as a dry run.
    #[must_use]
    pub fn as_dry_run(&self) -> Self {
        Self { idempotency_key: None, dry_run: true, ..self.clone() }
    }

    /// The acting person, if it is one.
    #[must_use]
    pub fn person(&self) -> Option<PersonId> {
        match &self.actor {
            Actor::Person { id, .. } => Some(*id),
            Actor::Program(_) => None,
        }
    }
}
