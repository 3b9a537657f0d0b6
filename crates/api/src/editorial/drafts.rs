//! Drafts: list, create, read, save, trash, restore and duplicate.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, delete, get, patch, post, web};
use domain::{
    ArticleId, Content, ContentMergePatch, DraftEntry, DraftId, DraftStatus, EditorialDraft, Locale, Moment,
    PersonId, TermId,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::editorial::drafts;
use store::editorial::drafts::{DraftArticle, DraftEdit, DraftFilter, NewDraft};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::auth::permissions::{Authorized, CreateDrafts, ReadDrafts, SaveDrafts, TrashDrafts};
use crate::editorial::{EditorialApi, respond};
use crate::http::cursor::CursorList;
use crate::http::etag::{IfMatch, etag};
use crate::http::json_body::{Json, MergePatch};
use crate::http::pagination::{NextPage, NextPageQuery};
use crate::http::path_id::PathId;
use crate::http::query_params::{CommaSeparated, NoQuery, Query, Text, query_params};
use crate::problem::Problem;

/// A draft to create.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CreateDraft {
    /// The locale. Default: the site's default locale.
    #[schema(value_type = Option<Locale>)]
    #[serde(default)]
    locale: Option<String>,
    /// An existing article, to create its draft in another locale. Default: a new article. If it does not exist or you
    /// may not read it, the request returns 404.
    #[serde(default)]
    article_id: Option<ArticleId>,
    /// The initial content. Everything is optional.
    #[schema(value_type = ContentPatch)]
    #[serde(default)]
    content: Value,
}

/// What may be changed of a draft. The document derives it from `Content`, of which anything may be absent.
#[derive(ToSchema)]
pub(crate) struct ContentPatch {}

/// A page of drafts, the last saved first.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct DraftPage {
    /// The changed drafts.
    data: Vec<DraftEntry>,
    /// The cursors of the next and the previous page.
    page: NextPage,
}

query_params! {
    /// Which drafts.
    pub(crate) struct DraftParams {
        /// Filters by status. Several, separated by commas, match any of them. `scheduled` matches every draft with a
        /// pending schedule, including live ones. Drafts in the trash match only `trashed`.
        #[example = ["draft", "live"]]
        status: CommaSeparated<DraftStatus>,
        /// Filters by locale.
        locale: Option<Locale>,
        /// Filters by article.
        article: Option<ArticleId>,
        /// Filters by section.
        section: Option<TermId>,
        /// Filters by author in the byline.
        author: Option<TermId>,
        /// Filters by tag.
        tag: Option<TermId>,
        /// Filters by owner.
        owner: Option<PersonId>,
        /// Filters by text in the headline, the standfirst or the body, ignoring case.
        #[example = "feature flags"]
        text: Option<Text<1, 200>>,
        /// Filters by unpublished changes: `true` matches drafts that differ from what is live or scheduled, `false`
        /// the others.
        #[example = true]
        has_unpublished_changes: Option<bool>,
    }
}

type DraftQuery = Query<(DraftParams, NextPageQuery)>;

/// Lists drafts.
///
/// Sorted by time of the last save, the newest first. Filters are combined with AND.
#[utoipa::path(tag = "drafts", params(Authorized<ReadDrafts>, DraftQuery), responses((status = 200, description = "A page of drafts.", body = DraftPage)))]
#[get("/drafts")]
pub(crate) async fn list_drafts(
    editor: Authorized<ReadDrafts>,
    editorial: web::Data<EditorialApi>,
    request: HttpRequest,
    query: DraftQuery,
) -> Result<HttpResponse, Problem> {
    let (mut params, page) = query.0;
    params.owner = editor.only_own().or(params.owner);
    let list = CursorList::new(editorial.epoch(), "drafts", &params);
    let after = page.position(&list)?.map(|(at, id): (Moment, Uuid)| (at.utc(), id));
    let filter = DraftFilter {
        status: params.status.0,
        locale: params.locale,
        article: params.article,
        terms: [params.section, params.author, params.tag].into_iter().flatten().collect(),
        owner: params.owner,
        text: params.text.map(|Text(text)| text),
        has_unpublished_changes: params.has_unpublished_changes,
    };
    let (data, more) =
        editorial.read(async |conn| drafts::list(conn, &filter, after, page.limit.0).await).await?;
    let page = NextPage::after(&list, &data, more, |draft| (draft.saved_at, draft.id.0));
    respond::page(&request, page, |page| DraftPage { data, page })
}

/// Creates a draft.
///
/// Creates a draft of a new article, or of an existing article in another locale. You become its owner.
#[utoipa::path(tag = "drafts", params(Authorized<CreateDrafts>), responses((status = 201, description = "The draft.", body = EditorialDraft)))]
#[post("/drafts")]
pub(crate) async fn create_draft(
    editor: Authorized<CreateDrafts>,
    editorial: web::Data<EditorialApi>,
    _: Query<NoQuery>,
    body: Json<CreateDraft>,
) -> Result<HttpResponse, Problem> {
    let CreateDraft { locale, article_id, content } = body.value;
    let locale = locale.map(Locale::try_from).transpose();
    let locale = locale.map_err(|invalid| {
        Problem::unacceptable(&domain::InputErrors { shape: Vec::new(), values: invalid.at("/locale").0 })
    })?;
    let locale = locale.unwrap_or_else(|| editorial.site.default_locale.clone());
    editorial.site.check_locale(&locale)?;
    let content = if content.is_null() { json!({}) } else { content };
    let content = ContentMergePatch::parse(content)
        .map_err(|invalid| Problem::unacceptable(&invalid.at("/content")))?;
    let of = article_id.map_or_else(|| DraftArticle::New(ArticleId(Uuid::now_v7())), DraftArticle::Existing);
    let (id, context) = (DraftId(Uuid::now_v7()), editor.write_context(&body.bytes));
    let new = NewDraft { id, article: of, locale, content };
    let created = editorial.write(context, async move |tx| drafts::create(tx, &new).await);
    draft_created(created.await?)
}

/// Gets a draft.
///
/// `content` is what was saved. `terms` has the current names of the terms in it, and tells which were merged or
/// deleted. Terms and the status of the draft change without a new revision, so the `ETag` is only for `If-Match`:
/// `If-None-Match` is ignored, and the response is never 304.
#[utoipa::path(tag = "drafts", params(Authorized<ReadDrafts>, ("id" = DraftId, Path, description = "The draft.")), responses((status = 200, description = "The draft.", body = EditorialDraft)))]
#[get("/drafts/{id}")]
pub(crate) async fn get_draft(
    editor: Authorized<ReadDrafts>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    let draft = editorial.read(async move |conn| drafts::find(conn, DraftId(id.0)).await).await?;
    editor.check_owner(draft.entry.owner_id)?;
    respond::resource(StatusCode::OK, &draft, Some(etag(draft.entry.revision)))
}

/// Saves a draft.
///
/// Applies a merge patch (RFC 7396) to `content`: absent properties stay unchanged, `null` clears a property. Each
/// save creates a revision, unless nothing changes. If the draft was saved since the revision in `If-Match`, the
/// request returns 412 with the properties that changed.
#[utoipa::path(tag = "drafts", params(Authorized<SaveDrafts>, ("id" = DraftId, Path, description = "The draft."), IfMatch),
    request_body(content = ContentPatch, content_type = "application/merge-patch+json"), responses((status = 200, description = "The draft after the change.", body = EditorialDraft)))]
#[patch("/drafts/{id}")]
pub(crate) async fn save_draft(
    editor: Authorized<SaveDrafts>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    expected: IfMatch,
    _: Query<NoQuery>,
    body: MergePatch,
) -> Result<HttpResponse, Problem> {
    let patch = ContentMergePatch::parse(body.value).map_err(|invalid| Problem::unacceptable(&invalid))?;
    let context = editor.write_context(&body.bytes);
    save(&editorial, context, DraftId(id.0), &expected, DraftEdit::Patch(patch)).await
}

/// Moves a draft to the trash.
///
/// You can restore it later. A live article has to be withdrawn first. A pending schedule is cancelled, which requires
/// the permission to publish.
#[utoipa::path(tag = "drafts", params(Authorized<TrashDrafts>, ("id" = DraftId, Path, description = "The draft."), IfMatch), responses((status = 200, description = "The draft in the trash.", body = EditorialDraft)))]
#[delete("/drafts/{id}")]
pub(crate) async fn trash_draft(
    editor: Authorized<TrashDrafts>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    expected: IfMatch,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    let (context, id, revision) = (editor.write_context(&[]), DraftId(id.0), expected.revision());
    let outcome = editorial.store.write(context, async move |tx| drafts::trash(tx, id, Some(revision)).await);
    match outcome.await {
        Ok(draft) => respond::updated(draft, |draft| Some(etag(draft.entry.revision))),
        Err(error) => Err(version_conflict_problem(&editorial, id, revision, error).await),
    }
}

/// Restores a draft from the trash.
#[utoipa::path(tag = "drafts", params(Authorized<TrashDrafts>, ("id" = DraftId, Path, description = "The draft.")), responses((status = 200, description = "The draft.", body = EditorialDraft)))]
#[post("/drafts/{id}/restore")]
pub(crate) async fn restore_draft(
    editor: Authorized<TrashDrafts>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    let (context, id) = (editor.write_context(&[]), DraftId(id.0));
    let outcome = editorial.write(context, async move |tx| drafts::restore(tx, id).await);
    respond::updated(outcome.await?, |draft| Some(etag(draft.entry.revision)))
}

/// Duplicates a draft as a new article.
///
/// Copies everything except the slug and the dates. You become the owner of the new draft.
#[utoipa::path(tag = "drafts", params(Authorized<CreateDrafts>, ("id" = DraftId, Path, description = "The ID of the draft to copy.")), responses((status = 201, description = "The new draft.", body = EditorialDraft)))]
#[post("/drafts/{id}/duplicate")]
pub(crate) async fn duplicate_draft(
    editor: Authorized<CreateDrafts>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    let (context, of) = (editor.write_context(&[]), DraftId(id.0));
    let new = (DraftId(Uuid::now_v7()), ArticleId(Uuid::now_v7()));
    let site = editorial.site.clone();
    let created = editorial.write(context, async move |tx| drafts::duplicate(tx, &site, of, new).await);
    draft_created(created.await?)
}

/// Saves a draft, and responds with its new state.
async fn save(
    editorial: &EditorialApi,
    context: store::write::WriteContext,
    id: DraftId,
    expected: &IfMatch,
    saving: DraftEdit,
) -> Result<HttpResponse, Problem> {
    let revision = expected.revision();
    let saved = editorial.store.write(context, async move |tx| drafts::save(tx, id, revision, &saving).await);
    match saved.await {
        Ok(draft) => respond::updated(draft, |draft| Some(etag(draft.entry.revision))),
        Err(error) => Err(version_conflict_problem(editorial, id, revision, error).await),
    }
}

/// Turns a store error into a problem. For an outdated revision, the problem contains the changes between the revision
/// that the client has seen and the current one; if there is no such revision, all of the current content counts as new.
pub(super) async fn version_conflict_problem(
    editorial: &EditorialApi,
    id: DraftId,
    seen: i32,
    error: store::Error,
) -> Problem {
    if !matches!(error, store::Error::VersionConflict { .. }) {
        return error.into();
    }
    let both = editorial.read(async move |conn| {
        let now = drafts::find(conn, id).await?;
        let before = match drafts::find_revision(conn, id, seen).await {
            Ok(revision) => revision.comparable(),
            Err(store::Error::NotFound) => Content::default(),
            Err(error) => return Err(error),
        };
        Ok((before, now))
    });
    let (before, now) = match both.await {
        Ok(both) => both,
        Err(problem) => return problem,
    };
    let EditorialDraft { entry, content, terms } = now;
    let compared = move || markup::compare(&before, &content.with_merged_terms(&terms));
    match editorial.renderers.run(compared).await {
        Ok(changes) => Problem::version_conflict(json!({
            "etag": etag(entry.revision).to_string(),
            "revision": entry.revision,
            "saved_at": entry.saved_at,
            "saved_by": entry.saved_by,
            "changes": changes,
        })),
        Err(error) => error.into(),
    }
}

fn draft_created(created: store::write::Outcome<EditorialDraft>) -> Result<HttpResponse, Problem> {
    let (store::write::Outcome::Done(draft) | store::write::Outcome::Replayed(draft)) = &created;
    let location = format!("/editorial/v1/drafts/{}", draft.entry.id);
    respond::created(&location, created, |draft| Some(etag(draft.entry.revision)))
}
