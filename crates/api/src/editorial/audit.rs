//! The audit log.

use actix_web::{HttpRequest, HttpResponse, get, web};
use chrono::{DateTime, Utc};
use domain::AuditEntry;
use serde::{Deserialize, Serialize};
use store::editorial::audit::AuditFilter;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::auth::permissions::{Authorized, ReadAudit};
use crate::delivery::{id, limit};
use crate::editorial::{EditorialApi, drafts, respond};
use crate::http::cursor::{Cursor, NextPage};
use crate::http::query_params::{ParamErrors, Query, short_name};
use crate::problem::Problem;

/// A page of the audit log, the newest entries first.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct AuditPage {
    /// The entries.
    data: Vec<AuditEntry>,
    /// The cursors of the next and the previous page.
    page: NextPage,
}

/// Which entries.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct AuditQuery {
    /// Only by this actor: the identity of a person, or the name of a program.
    #[param(max_length = 100, example = "masthead import")]
    actor: Option<String>,
    /// Only what was done to this draft, article, term, person, session, preview, job or redirect.
    #[param(value_type = Option<Uuid>, example = "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61")]
    subject: Option<String>,
    /// Only this.
    #[param(max_length = 100, example = "publish")]
    action: Option<String>,
    /// How many on a page, 1 to 100.
    #[param(value_type = Option<i32>, minimum = 1, maximum = 100, example = 20)]
    limit: Option<String>,
    /// The page after this cursor, from `page.next`.
    after: Option<String>,
}

/// Lists audit log entries.
///
/// Returns every write, the newest first: who did what to which resource, when, and by which request. Entries cannot
/// be changed.
#[utoipa::path(tag = "audit", params(Authorized<ReadAudit>, AuditQuery), responses((status = 200, description = "A page of audit log entries.", body = AuditPage)))]
#[get("/audit")]
pub(crate) async fn list_audit_entries(
    _: Authorized<ReadAudit>,
    editorial: web::Data<EditorialApi>,
    request: HttpRequest,
    query: Query<AuditQuery>,
) -> Result<HttpResponse, Problem> {
    let AuditQuery { actor, subject, action, limit: page_size, after } = query.0;
    let mut errors = ParamErrors::default();
    let limit = errors.check("limit", page_size.map(limit).transpose()).unwrap_or_default();
    let subject = errors.check("subject", subject.map(id).transpose());
    let actor = errors.check("actor", actor.map(short_name).transpose());
    let action = errors.check("action", action.map(short_name).transpose());
    errors.finish()?;
    let filter = AuditFilter { actor, subject, action };
    let list = format!("audit {filter:?}");
    let before: Option<(DateTime<Utc>, Uuid)> =
        Cursor::position(editorial.epoch(), &list, after.as_deref(), drafts::parse_position)?;
    let (data, more) = editorial
        .read(async |conn| store::editorial::audit::list(conn, &filter, before, limit).await)
        .await?;
    let last = data.last().filter(|_| more);
    let last = last.map(|entry| format!("{} {}", entry.at.timestamp_micros(), entry.id));
    let page = NextPage::after(editorial.epoch(), &list, last)?;
    respond::page(&request, page, |page| AuditPage { data, page })
}
