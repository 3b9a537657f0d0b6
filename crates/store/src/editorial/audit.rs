//! Reads the audit log. Every write appends to it; the writer role may insert and nothing else.

use chrono::{DateTime, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::{AuditEntry, Limit};
use serde_json::Value;
use uuid::Uuid;

use crate::page;
use crate::schema::editorial::audit;
use crate::{EditorialConn, Error};

/// Selects audit entries. Empty fields do not restrict.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AuditFilter {
    /// A person id, or the name of a program.
    pub actor: Option<String>,
    /// The id of the subject.
    pub subject: Option<Uuid>,
    pub action: Option<String>,
}

/// One page of the log, newest first, before a position; and whether there are more.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn list(
    conn: &mut EditorialConn,
    filter: &AuditFilter,
    before: Option<(DateTime<Utc>, Uuid)>,
    limit: Limit,
) -> Result<(Vec<AuditEntry>, bool), Error> {
    let AuditFilter { actor, subject, action } = filter;
    let mut query = audit::table.select(AuditRow::as_select()).into_boxed();
    if let Some(actor) = actor {
        query = query.filter(audit::actor.eq(actor));
    }
    if let Some(subject) = subject {
        query = query.filter(audit::subject_id.eq(subject));
    }
    if let Some(action) = action {
        query = query.filter(audit::action.eq(action));
    }
    if let Some((at, id)) = before {
        query = query.filter(audit::at.le(at)).filter(audit::at.lt(at).or(audit::id.lt(id)));
    }
    let page = query.order((audit::at.desc(), audit::id.desc())).limit(limit.get() + 1);
    let mut rows: Vec<AuditRow> = page.load(conn.inner()).await?;
    let more = page::truncate(&mut rows, limit);
    Ok((rows.into_iter().map(AuditEntry::from).collect(), more))
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = audit, check_for_backend(Pg))]
struct AuditRow {
    id: Uuid,
    at: DateTime<Utc>,
    actor: String,
    action: String,
    request_id: String,
    sequence: Option<i64>,
    detail: Value,
    subject_kind: Option<String>,
    subject_id: Option<Uuid>,
    before_digest: Option<Vec<u8>>,
    after_digest: Option<Vec<u8>>,
}

impl From<AuditRow> for AuditEntry {
    fn from(row: AuditRow) -> Self {
        let hex = |digest: Vec<u8>| digest.iter().map(|byte| format!("{byte:02x}")).collect();
        Self {
            id: row.id,
            at: row.at,
            actor: row.actor,
            action: row.action,
            request_id: row.request_id,
            sequence: row.sequence,
            detail: row.detail,
            subject_kind: row.subject_kind,
            subject_id: row.subject_id,
            before_digest: row.before_digest.map(hex),
            after_digest: row.after_digest.map(hex),
        }
    }
}
