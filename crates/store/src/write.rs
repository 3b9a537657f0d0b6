//! The common part of all writes. [`once`] runs an operation in one transaction, and the operations take that
//! transaction ([`WriteTransaction`]), so that several of them can share one.

mod audit_log;
mod authorization;
mod context;
mod idempotency;
mod transaction;

pub use audit_log::AuditSubject;
pub(crate) use audit_log::{NewAuditEntry, digest};
pub(crate) use authorization::permissions;
pub use context::{Actor, IdempotencyKey, WriteContext};
pub use idempotency::{Outcome, replay};
pub(crate) use transaction::dry_run;
pub use transaction::{WriteOperation, WriteTransaction, once};
