//! Appends to the audit log. Reading it is in `editorial::audit`.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::Error;
use crate::schema::editorial::audit;
use crate::write::transaction::WriteTransaction;

/// The subject of an audit entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AuditSubject {
    /// `draft`, `article`, `term`, `person`, `session`, `preview`, `job` or `redirect`.
    pub kind: &'static str,
    pub id: Uuid,
}

/// An audit entry to append.
pub(crate) struct NewAuditEntry<'a> {
    pub(crate) action: &'a str,
    pub(crate) subject: Option<AuditSubject>,
    pub(crate) before: Option<Vec<u8>>,
    pub(crate) after: Option<Vec<u8>>,
    pub(crate) sequence: Option<i64>,
    pub(crate) detail: Value,
}

impl WriteTransaction<'_> {
    /// Appends an entry to the audit log.
    pub(crate) async fn append_audit_entry(self, entry: NewAuditEntry<'_>) -> Result<(), Error> {
        let NewAuditEntry { action, subject, before, after, sequence, detail } = entry;
        let row = (
            audit::actor.eq(self.context.actor.name()),
            audit::action.eq(action),
            audit::request_id.eq(&self.context.request_id),
            audit::sequence.eq(sequence),
            audit::detail.eq(detail),
            audit::subject_kind.eq(subject.map(|subject| subject.kind)),
            audit::subject_id.eq(subject.map(|subject| subject.id)),
            audit::before_digest.eq(before),
            audit::after_digest.eq(after),
        );
        diesel::insert_into(audit::table).values(row).execute(&mut &*self.conn).await?;
        Ok(())
    }
}

/// A digest of a value, for the audit log.
pub(crate) fn digest(value: &impl Serialize) -> Result<Vec<u8>, Error> {
    Ok(Sha256::digest(serde_json::to_vec(value).map_err(Error::internal)?).to_vec())
}
