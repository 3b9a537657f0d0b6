//! Revisions of a draft: list, read, restore and compare.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use domain::{Comparison, DraftId, RestoredDraft, Revision, RevisionEntry};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::auth::permissions::{Authorized, ReadDrafts, SaveDrafts};
use crate::editorial::{EditorialApi, drafts, respond};
use crate::http::cursor::CursorList;
use crate::http::etag::{IfMatch, etag};
use crate::http::pagination::{NextPage, NextPageQuery};
use crate::http::path_id::{PathId, PathIdAndNumber};
use crate::http::query_params::{NoQuery, Query, query_params};
use crate::problem::Problem;

/// A page of revisions, the newest first.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct RevisionPage {
    /// The revisions.
    data: Vec<RevisionEntry>,
    /// The cursors of the next and the previous page.
    page: NextPage,
}

query_params! {
    /// Which two revisions.
    pub(crate) struct ComparisonQuery {
        /// The number of the older revision.
        #[example = 1]
        from: i32,
        /// The number of the newer revision.
        #[example = 2]
        to: i32,
    }
}

/// Lists the revisions of a draft.
#[utoipa::path(tag = "revisions", params(Authorized<ReadDrafts>, ("id" = DraftId, Path, description = "The draft."), NextPageQuery), responses((status = 200, description = "A page of revisions.", body = RevisionPage)))]
#[get("/drafts/{id}/revisions")]
pub(crate) async fn list_revisions(
    editor: Authorized<ReadDrafts>,
    editorial: web::Data<EditorialApi>,
    request: HttpRequest,
    id: PathId,
    query: Query<NextPageQuery>,
) -> Result<HttpResponse, Problem> {
    let (Query(page), id) = (query, DraftId(id.0));
    let list = CursorList::new(editorial.epoch(), &format!("revisions {id}"), &NoQuery {});
    let (before, limit) = (page.position(&list)?, page.limit.0);
    let owner = editorial
        .read(async move |conn| Ok(store::editorial::drafts::find(conn, id).await?.entry.owner_id))
        .await?;
    editor.check_owner(owner)?;
    let read = async move |conn: &mut store::EditorialConn| {
        store::editorial::drafts::list_revisions(conn, id, before, limit).await
    };
    let (data, more) = editorial.read(read).await?;
    let page = NextPage::after(&list, &data, more, |revision| revision.number);
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
        Err(error) => Err(drafts::version_conflict_problem(&editorial, id, seen, error).await),
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
    let ComparisonQuery { from, to } = query.0;
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
