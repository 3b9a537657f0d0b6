//! The audit log.

use actix_web::{HttpRequest, HttpResponse, get, web};
use domain::{AuditEntry, Moment};
use serde::{Deserialize, Serialize};
use store::editorial::audit;
use store::editorial::audit::AuditFilter;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::auth::permissions::{Authorized, ReadAudit};
use crate::editorial::{EditorialApi, respond};
use crate::http::cursor::CursorList;
use crate::http::pagination::{NextPage, NextPageQuery};
use crate::http::query_params::{Query, Text, query_params};
use crate::problem::Problem;

/// A page of the audit log, the newest entries first.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct AuditPage {
    /// The entries.
    data: Vec<AuditEntry>,
    /// The cursors of the next and the previous page.
    page: NextPage,
}

query_params! {
    /// Which entries.
    pub(crate) struct AuditParams {
        /// Filters by actor: the ID of a person, or the name of a program.
        #[example = "masthead import"]
        actor: Option<Text<0, 100>>,
        /// Filters by resource: the ID of a draft, article, term, person, session, preview, job or redirect.
        #[example = "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61"]
        subject: Option<Uuid>,
        /// Filters by action.
        #[example = "publish"]
        action: Option<Text<0, 100>>,
    }
}

type AuditQuery = Query<(AuditParams, NextPageQuery)>;

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
    query: AuditQuery,
) -> Result<HttpResponse, Problem> {
    let (params, page) = query.0;
    let list = CursorList::new(editorial.epoch(), "audit", &params);
    let before = page.position(&list)?.map(|(at, id): (Moment, Uuid)| (at.utc(), id));
    let AuditParams { actor, subject, action } = params;
    let filter = AuditFilter {
        actor: actor.map(|Text(actor)| actor),
        subject,
        action: action.map(|Text(action)| action),
    };
    let (data, more) =
        editorial.read(async |conn| audit::list(conn, &filter, before, page.limit.0).await).await?;
    let page = NextPage::after(&list, &data, more, |entry| (entry.at, entry.id));
    respond::page(&request, page, |page| AuditPage { data, page })
}
