//! Terms (sections, tags, authors and series): list, create, read, change, merge and delete.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, delete, get, patch, post, web};
use domain::{Hero, Invalid, Name, PublicUrl, Slug, Term, TermContent, TermId, TermKind};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::delivery::terms::TermPosition;
use store::editorial::terms;
use store::editorial::terms::{TermOutcome, TermUsage};
use store::write::Outcome;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::auth::permissions::{Authorized, ManageTerms, ReadTerms};
use crate::editorial::people::check_field;
use crate::editorial::{EditorialApi, respond};
use crate::http::cursor::CursorList;
use crate::http::etag::{IfMatch, etag};
use crate::http::json_body::{Json, MergePatch, read_as};
use crate::http::pagination::{NextPage, NextPageQuery};
use crate::http::path_id::PathId;
use crate::http::query_params::{NoQuery, Query, Text, query_params};
use crate::problem::{Problem, ProblemKind};

/// A section, tag, author or series to create.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CreateTerm {
    /// The kind of term.
    kind: TermKind,
    /// The slug. Default: derived from the name.
    #[schema(value_type = Option<Slug>)]
    #[serde(default)]
    slug: Option<String>,
    /// The display name.
    #[schema(value_type = Name)]
    name: String,
    /// A short description; for an author, the biography.
    #[schema(max_length = 2000, example = "What keeps the site up.")]
    #[serde(default)]
    description: Option<String>,
    /// A page about it; for an author, the home page: `http`, `https` or `mailto`. You may send a path from the site's
    /// root (`/about`); the delivery API returns it as an absolute URL.
    #[schema(max_length = 2000, example = "https://vera.example")]
    #[serde(default)]
    url: Option<String>,
    /// A picture; for an author, the portrait.
    #[serde(default)]
    picture: Option<Hero>,
}

/// Changes to a term. Absent properties stay unchanged.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TermPatch {
    /// The slug.
    #[schema(value_type = Slug)]
    slug: String,
    /// The display name.
    #[schema(value_type = Name)]
    name: String,
    /// A short description; for an author, the biography.
    #[schema(max_length = 2000, example = "What keeps the site up.")]
    description: Option<String>,
    /// A page about it; for an author, the home page: `http`, `https` or `mailto`. You may send a path from the site's
    /// root (`/about`); the delivery API returns it as an absolute URL.
    #[schema(max_length = 2000, example = "https://vera.example")]
    url: Option<String>,
    /// A picture; for an author, the portrait.
    picture: Option<Hero>,
}

/// The target of a merge.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MergeTerm {
    /// The remaining term.
    into: TermId,
}

/// A term, with its use.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct EditorialTerm {
    #[serde(flatten)]
    term: Term,
    /// The number of drafts whose newest revision uses it.
    #[schema(minimum = 0, example = 12)]
    draft_count: i64,
    /// Whether it is public: at least one live article uses it.
    #[schema(example = true)]
    is_public: bool,
}

/// A term after a change.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct ChangedTerm {
    #[serde(flatten)]
    term: Term,
    /// The sequence number of the change, if the term is public; its articles are then refreshed by a background job.
    #[schema(example = 1208)]
    sequence: Option<i64>,
}

/// A page of terms, sorted by slug.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct EditorialTermPage {
    /// The terms.
    data: Vec<EditorialTerm>,
    /// The cursors of the next and the previous page.
    page: NextPage,
}

query_params! {
    /// Which terms.
    pub(crate) struct TermFilter {
        /// The kind of terms.
        kind: TermKind,
        /// Filters by text in the name or the slug.
        #[example = "eng"]
        text: Option<Text<1, 80>>,
    }
}

type TermQuery = Query<(TermFilter, NextPageQuery)>;

/// Lists the terms of a kind.
#[utoipa::path(tag = "terms", operation_id = "list_terms", params(Authorized<ReadTerms>, TermQuery), responses((status = 200, description = "A page of terms.", body = EditorialTermPage)))]
#[get("/terms")]
pub(crate) async fn list_terms(
    _: Authorized<ReadTerms>,
    editorial: web::Data<EditorialApi>,
    request: HttpRequest,
    query: TermQuery,
) -> Result<HttpResponse, Problem> {
    let (filter, page) = query.0;
    let list = CursorList::new(editorial.epoch(), "terms", &filter);
    let position = page.position(&list)?;
    let position = position.map(|slug: Slug| TermPosition { slug: slug.into(), before: false });
    let TermFilter { kind, text } = filter;
    let text = text.map(|Text(text)| text);
    let read = async |conn: &mut store::EditorialConn| {
        terms::list(conn, kind, text.as_deref(), position.as_ref(), page.limit.0).await
    };
    let (terms, more) = editorial.read(read).await?;
    let page = NextPage::after(&list, &terms, more, |used| used.term.slug.clone());
    let data = terms.into_iter().map(EditorialTerm::from).collect();
    respond::page(&request, page, |page| EditorialTermPage { data, page })
}

/// Creates a term.
#[utoipa::path(tag = "terms", params(Authorized<ManageTerms>), responses((status = 201, description = "The term.", body = ChangedTerm)))]
#[post("/terms")]
pub(crate) async fn create_term(
    editor: Authorized<ManageTerms>,
    editorial: web::Data<EditorialApi>,
    _: Query<NoQuery>,
    body: Json<CreateTerm>,
) -> Result<HttpResponse, Problem> {
    let CreateTerm { kind, slug, name, description, url, picture } = body.value;
    let slug = slug.or_else(|| Slug::from_text(&name).map(String::from)).unwrap_or_default();
    let TermContent { slug, name, description, url, picture } =
        parse_content(TermPatch { slug, name, description, url, picture })?;
    let id = TermId(Uuid::now_v7());
    let (term, context) = (
        Term { id, kind, slug, name, description, url, picture, version: 1 },
        editor.write_context(&body.bytes),
    );
    let created = editorial.write(context, async move |tx| {
        terms::create(tx, std::slice::from_ref(&term)).await?;
        Ok([term])
    });
    let created = created.await?.map(|[term]| ChangedTerm { term, sequence: None });
    let location = format!("/editorial/v1/terms/{}", created.value().term.id.0);
    respond::created(&location, created, |changed| Some(etag(changed.term.version)))
}

/// Gets a term.
///
/// Accepts the ID of the term, or the ID of a term that was merged into it.
#[utoipa::path(tag = "terms", params(Authorized<ReadTerms>, ("id" = TermId, Path, description = "The term.")), responses((status = 200, description = "The term.", body = EditorialTerm)))]
#[get("/terms/{id}")]
pub(crate) async fn get_term(
    _: Authorized<ReadTerms>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    let used = editorial.read(async move |conn| terms::find(conn, TermId(id.0)).await).await?;
    let version = used.term.version;
    respond::resource(StatusCode::OK, &EditorialTerm::from(used), Some(etag(version)))
}

/// Changes a term.
///
/// Applies a merge patch. The term changes for readers at once; its articles are refreshed by a background job with
/// progress, and their `updated_at` stays unchanged.
#[utoipa::path(tag = "terms", params(Authorized<ManageTerms>, ("id" = TermId, Path, description = "The term."), IfMatch),
    request_body(content = TermPatch, content_type = "application/merge-patch+json"), responses((status = 200, description = "The term after the change.", body = ChangedTerm)))]
#[patch("/terms/{id}")]
pub(crate) async fn change_term(
    editor: Authorized<ManageTerms>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    expected: IfMatch,
    _: Query<NoQuery>,
    body: MergePatch,
) -> Result<HttpResponse, Problem> {
    let (context, id) = (editor.write_context(&body.bytes), TermId(id.0));
    // Replay before the term is read: it may have been merged or deleted after the first request.
    if let Some(before) = editorial.replay::<TermOutcome>(&context).await? {
        return term_changed(&editorial, Outcome::Replayed(before)).await;
    }
    let before = editorial.read(async move |conn| terms::find(conn, id).await).await?;
    let content = apply_patch(before.term.content(), &body.value)?;
    let outcome = editorial.write(context, async move |tx| terms::change(tx, id, expected.0, &content).await);
    term_changed(&editorial, outcome.await?).await
}

/// Merges a term into another of its kind.
///
/// Everything that uses the term refers to the other one from then on, and its slug stays reserved. No drafts or
/// revisions are written: their `terms` show the merge. If the term is public, its articles are refreshed by a
/// background job.
#[utoipa::path(tag = "terms", params(Authorized<ManageTerms>, ("id" = TermId, Path, description = "The ID of the term to merge. It ends.")), responses((status = 200, description = "The remaining term.", body = ChangedTerm)))]
#[post("/terms/{id}/merge")]
pub(crate) async fn merge_term(
    editor: Authorized<ManageTerms>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    _: Query<NoQuery>,
    body: Json<MergeTerm>,
) -> Result<HttpResponse, Problem> {
    let (context, from, into) = (editor.write_context(&body.bytes), TermId(id.0), body.value.into);
    let outcome = editorial.write(context, async move |tx| terms::merge(tx, from, into).await);
    term_changed(&editorial, outcome.await?).await
}

/// Deletes an unused term.
///
/// Fails while the newest revision of a draft, or something live or scheduled, uses the term. Older revisions keep its
/// ID, and their `terms` tell when it was deleted. Its slug and those of the terms merged into it become available.
#[utoipa::path(tag = "terms", params(Authorized<ManageTerms>, ("id" = TermId, Path, description = "The term.")), responses((status = 204, description = "The term is deleted.")))]
#[delete("/terms/{id}")]
pub(crate) async fn delete_term(
    editor: Authorized<ManageTerms>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    let (context, id) = (editor.write_context(&[]), TermId(id.0));
    let deleted = editorial.write(context, async move |tx| terms::delete(tx, id).await);
    Ok(respond::no_content(deleted.await?))
}

impl From<TermUsage> for EditorialTerm {
    fn from(used: TermUsage) -> Self {
        let TermUsage { term, draft_count, is_public } = used;
        Self { term, draft_count, is_public }
    }
}

impl From<TermOutcome> for ChangedTerm {
    fn from(changed: TermOutcome) -> Self {
        let TermOutcome { term, sequence } = changed;
        Self { term, sequence }
    }
}

async fn term_changed(
    editorial: &EditorialApi,
    outcome: Outcome<TermOutcome>,
) -> Result<HttpResponse, Problem> {
    editorial.delivery.ensure_visible(outcome.value().sequence).await;
    respond::updated(outcome.map(ChangedTerm::from), |changed| Some(etag(changed.term.version)))
}

fn apply_patch(before: TermContent, patch: &Value) -> Result<TermContent, Problem> {
    let TermContent { slug, name, description, url, picture } = before;
    let (slug, name) = (slug.to_string(), name.to_string());
    let mut whole = serde_json::to_value(TermPatch { slug, name, description, url, picture })?;
    json_patch::merge(&mut whole, patch);
    parse_content(read_as(whole)?)
}

/// Validates the content of a term, and collects all errors.
fn parse_content(patch: TermPatch) -> Result<TermContent, Problem> {
    let TermPatch { slug, name, description, url, picture } = patch;
    let mut errors = Vec::new();
    let slug = check_field(&mut errors, "/slug", Slug::try_from(slug));
    let name = check_field(&mut errors, "/name", Name::try_from(name));
    let description = check_field(&mut errors, "/description", brief(description));
    check_field(
        &mut errors,
        "/url",
        url.as_deref().map_or(Ok(()), |url| PublicUrl::parse_contact(url).map(drop)),
    );
    check_field(&mut errors, "/picture", picture.as_ref().map_or(Ok(()), Hero::check));
    match (slug, name, description) {
        (Some(slug), Some(name), Some(description)) if errors.is_empty() => {
            Ok(TermContent { slug, name, description, url, picture })
        }
        _ => Err(Problem::new(ProblemKind::InvalidContent, "The term is not valid.").with_errors(errors)),
    }
}

fn brief(text: Option<String>) -> Result<Option<String>, Invalid> {
    match text {
        Some(text) if text.chars().count() > 2_000 => {
            Err(Invalid::one("max_length", "A text about a term has at most 2,000 characters."))
        }
        text => Ok(text),
    }
}
