//! Revisions of a draft: list, read, restore and compare.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use domain::{Comparison, DraftId, RestoredDraft, Revision, RevisionEntry};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::auth::permissions::{Authorized, ReadDrafts, SaveDrafts};
use crate::delivery::limit;
use crate::editorial::people::PageQuery;
use crate::editorial::{EditorialApi, drafts, respond};
use crate::http::cursor::{Cursor, NextPage};
use crate::http::etag::{IfMatch, etag};
use crate::http::path_id::{PathId, PathIdAndNumber};
use crate::http::query_params::{NoQuery, ParamErrors, Query};
use crate::problem::Problem;

/// A page of revisions, the newest first.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct RevisionPage {
    /// The revisions.
    data: Vec<RevisionEntry>,
    /// The cursors of the next and the previous page.
    page: NextPage,
}

/// Which two revisions.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ComparisonQuery {
    /// The number of the revision that is changed.
    #[param(value_type = i32, minimum = 1, example = 1)]
    from: Option<String>,
    /// The number of the revision that it is changed to.
    #[param(value_type = i32, minimum = 1, example = 2)]
    to: Option<String>,
}

/// Lists the revisions of a draft.
#[utoipa::path(tag = "revisions", params(Authorized<ReadDrafts>, ("id" = DraftId, Path, description = "The draft."), PageQuery), responses((status = 200, description = "A page of revisions.", body = RevisionPage)))]
#[get("/drafts/{id}/revisions")]
pub(crate) async fn list_revisions(
    editor: Authorized<ReadDrafts>,
    editorial: web::Data<EditorialApi>,
    request: HttpRequest,
    id: PathId,
    query: Query<PageQuery>,
) -> Result<HttpResponse, Problem> {
    let mut errors = ParamErrors::default();
    let limit = errors.check("limit", query.0.limit.map(limit).transpose()).unwrap_or_default();
    errors.finish()?;
    let (id, list) = (DraftId(id.0), format!("revisions {}", id.0));
    let before =
        Cursor::position(editorial.epoch(), &list, query.0.after.as_deref(), |key| key.parse().ok())?;
    let owner = editorial
        .read(async move |conn| Ok(store::editorial::drafts::find(conn, id).await?.entry.owner_id))
        .await?;
    editor.check_owner(owner)?;
    let page = async move |conn: &mut store::EditorialConn| {
        store::editorial::drafts::list_revisions(conn, id, before, limit).await
    };
    let (data, more) = editorial.read(page).await?;
    let last = data.last().filter(|_| more).map(|revision| revision.number.to_string());
    let page = NextPage::after(editorial.epoch(), &list, last)?;
    respond::page(&request, page, |page| RevisionPage { data, page })
}

/// Gets a revision.
///
/// `content` is what was saved, and never changes. `terms` has the current names of the terms in it, and tells which
/// were merged or deleted. `If-None-Match` is ignored, and the response is never 304.
#[utoipa::path(tag = "revisions", params(Authorized<ReadDrafts>, ("id" = DraftId, Path, description = "The draft."), ("number" = i32, Path, minimum = 1, description = "The number of the revision.", example = 1)),
    responses((status = 200, description = "The revision.", body = Revision)))]
#[get("/drafts/{id}/revisions/{number}")]
pub(crate) async fn get_revision(
    editor: Authorized<ReadDrafts>,
    editorial: web::Data<EditorialApi>,
    path: PathIdAndNumber,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    let PathIdAndNumber(id, number) = path;
    let found = editorial.read(async move |conn| {
        let draft = store::editorial::drafts::find(conn, DraftId(id)).await?;
        Ok((draft.entry.owner_id, store::editorial::drafts::find_revision(conn, DraftId(id), number).await?))
    });
    let (owner, revision) = found.await?;
    editor.check_owner(owner)?;
    respond::resource(StatusCode::OK, &revision, Some(etag(number)))
}

/// Restores an earlier revision.
///
/// Creates a new revision with the content of the earlier one, so no revision is lost. Terms that were merged since
/// are replaced with the term they were merged into. Terms that were deleted are left out and listed in `findings`.
#[utoipa::path(tag = "revisions", params(Authorized<SaveDrafts>, ("id" = DraftId, Path, description = "The draft."), ("number" = i32, Path, minimum = 1, description = "The number of the revision to restore.", example = 1), IfMatch),
    responses((status = 200, description = "The draft after the change.", body = RestoredDraft)))]
#[post("/drafts/{id}/revisions/{number}/restore")]
pub(crate) async fn restore_revision(
    editor: Authorized<SaveDrafts>,
    editorial: web::Data<EditorialApi>,
    path: PathIdAndNumber,
    expected: IfMatch,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    let PathIdAndNumber(id, number) = path;
    let (context, id, seen) = (editor.write_context(&[]), DraftId(id), expected.revision());
    let restored = editorial.store.write(context, async move |tx| {
        store::editorial::drafts::restore_revision(tx, id, seen, number).await
    });
    match restored.await {
        Ok(restored) => respond::updated(restored, |restored| Some(etag(restored.draft.entry.revision))),
        Err(error) => Err(drafts::stale_problem(&editorial, id, seen, error).await),
    }
}

/// Compares two revisions of a draft.
///
/// Compares the body word by word and everything else property by property. In both revisions, a merged term counts as
/// the term that it was merged into.
#[utoipa::path(tag = "revisions", params(Authorized<ReadDrafts>, ("id" = DraftId, Path, description = "The draft."), ComparisonQuery), responses((status = 200, description = "The differences.", body = Comparison)))]
#[get("/drafts/{id}/comparison")]
pub(crate) async fn compare_revisions(
    editor: Authorized<ReadDrafts>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    query: Query<ComparisonQuery>,
) -> Result<HttpResponse, Problem> {
    let mut errors = ParamErrors::default();
    let mut number =
        |name: &str, value: Option<String>| errors.check(name, value.map_or_else(missing, revision));
    let (from, to) = (number("from", query.0.from), number("to", query.0.to));
    errors.finish()?;
    let id = DraftId(id.0);
    let both = editorial.read(async move |conn| {
        let owner = store::editorial::drafts::find(conn, id).await?.entry.owner_id;
        let before = store::editorial::drafts::find_revision(conn, id, from).await?.comparable();
        Ok((owner, before, store::editorial::drafts::find_revision(conn, id, to).await?.comparable()))
    });
    let (owner, before, after) = both.await?;
    editor.check_owner(owner)?;
    let comparison = editorial.renderers.run(move || markup::compare(&before, &after)).await?;
    respond::resource(StatusCode::OK, &comparison, None)
}

fn revision(text: String) -> Result<i32, domain::Invalid> {
    let number = text.parse::<i32>().ok().filter(|number| *number >= 1 && number.to_string() == text);
    number.ok_or_else(|| domain::Invalid::one("range", "A revision is a whole number from 1."))
}

fn missing() -> Result<i32, domain::Invalid> {
    Err(domain::Invalid::one("required", "The comparison needs two revisions, `from` and `to`."))
}
