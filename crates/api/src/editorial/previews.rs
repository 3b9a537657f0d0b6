//! Preview links: they show drafts, or the site at a future time, to people without an account.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, delete, get, post, web};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::{DraftId, Preview, PreviewId};
use serde::{Deserialize, Serialize};
use store::editorial::previews;
use store::editorial::previews::NewPreview;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::auth::encryption::{Purpose, Secret};
use crate::auth::permissions::{Authorized, Preview as MakePreviews};
use crate::editorial::{EditorialApi, given_time, respond};
use crate::http::cursor::CursorList;
use crate::http::dry_run::NoDryRun;
use crate::http::json_body::Json;
use crate::http::pagination::{NextPage, NextPageQuery};
use crate::http::path_id::PathId;
use crate::http::query_params::{NoQuery, Query};
use crate::problem::{Problem, ProblemError, ProblemKind};

/// A preview to create.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CreatePreview {
    /// The drafts whose newest revisions are shown as if they were published; at most 50.
    #[serde(default)]
    #[schema(max_items = 50)]
    drafts: Vec<DraftId>,
    /// Shows the site as it will be at this time: everything scheduled until then is public. Without an offset, it is
    /// a local time in the site's time zone.
    #[serde(default)]
    #[schema(
        pattern = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$",
        example = "2030-04-27T08:00:00Z"
    )]
    at: Option<String>,
    /// How long the link is valid, in seconds: 60 to 2,592,000 (30 days). Default: 86,400 (one day).
    #[schema(minimum = 60, maximum = 2592000, example = 86400)]
    #[serde(default = "one_day")]
    seconds: i32,
}

/// A preview with its token and link.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct PreviewLink {
    /// The preview.
    preview: Preview,
    /// The token: send it as `Authorization: Bearer …`, or as the query parameter `preview_token`. It is returned only
    /// once.
    #[schema(example = "AZmjwl0efDqbH08NLI56YgAAAAAAAAAAYcXXMNww867ML56_3uxmDHOdTNglnZE")]
    token: String,
    /// The base URL of the preview. Below it are all paths of the delivery API.
    #[schema(
        example = "/preview/v1/teasers?preview_token=AZmjwl0efDqbH08NLI56YgAAAAAAAAAAYcXXMNww867ML56_3uxmDHOdTNglnZE"
    )]
    link: String,
}

/// A page of previews, the newest first.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct PreviewPage {
    /// The valid previews.
    data: Vec<Preview>,
    /// The cursors of the next and the previous page.
    page: NextPage,
}

/// Creates a preview.
///
/// Anyone with the link can read the site with these drafts, or as it will be at a future time, below `/preview/v1`,
/// which has the same paths and formats as `/v1`. A future time includes all scheduled articles, so it requires the
/// permission to read all drafts.
#[utoipa::path(tag = "previews", params(Authorized<MakePreviews>, NoDryRun), responses((status = 201, description = "The preview.", body = PreviewLink)))]
#[post("/previews")]
pub(crate) async fn create_preview(
    editor: Authorized<MakePreviews>,
    editorial: web::Data<EditorialApi>,
    _: NoDryRun,
    _: Query<NoQuery>,
    body: Json<CreatePreview>,
) -> Result<HttpResponse, Problem> {
    let new = new_preview(&editorial, body.value).await?;
    let context = editor.write_context(&body.bytes);
    let created = editorial.write(context, async move |tx| previews::create(tx, &new).await);
    let created = created.await?;
    let id = created.value().id;
    let token =
        preview_token(&editorial.secret, id).ok_or_else(|| Problem::internal("nothing was sealed"))?;
    let link = format!("/preview/v1/teasers?preview_token={token}");
    let location = format!("/editorial/v1/previews/{}", id.0);
    respond::created(&location, created.map(|preview| PreviewLink { preview, token, link }), |_| None)
}

/// Lists valid previews.
///
/// Returns your own previews, or all previews if you may read all drafts.
#[utoipa::path(tag = "previews", params(Authorized<MakePreviews>, NextPageQuery), responses((status = 200, description = "A page of previews.", body = PreviewPage)))]
#[get("/previews")]
pub(crate) async fn list_previews(
    editor: Authorized<MakePreviews>,
    editorial: web::Data<EditorialApi>,
    request: HttpRequest,
    query: Query<NextPageQuery>,
) -> Result<HttpResponse, Problem> {
    let Query(page) = query;
    let list = CursorList::new(editorial.epoch(), "previews", &NoQuery {});
    let (before, limit, owner) = (page.position(&list)?, page.limit.0, editor.only_own());
    let (data, more) =
        editorial.read(async move |conn| previews::list(conn, owner, before, limit).await).await?;
    let page = NextPage::after(&list, &data, more, |preview| preview.id.0);
    respond::page(&request, page, |page| PreviewPage { data, page })
}

/// Gets a preview.
///
/// Returns it without the token, also after it has expired or was revoked.
#[utoipa::path(tag = "previews", params(Authorized<MakePreviews>, ("id" = PreviewId, Path, description = "The preview.")), responses((status = 200, description = "The preview.", body = Preview)))]
#[get("/previews/{id}")]
pub(crate) async fn get_preview(
    editor: Authorized<MakePreviews>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    let preview = editorial.read(async move |conn| previews::find(conn, PreviewId(id.0)).await).await?;
    editor.check_owner(Some(preview.made_by))?;
    respond::resource(StatusCode::OK, &preview, None)
}

/// Revokes a preview.
#[utoipa::path(tag = "previews", params(Authorized<MakePreviews>, ("id" = PreviewId, Path, description = "The preview.")), responses((status = 204, description = "The link does not work any more.")))]
#[delete("/previews/{id}")]
pub(crate) async fn revoke_preview(
    editor: Authorized<MakePreviews>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    let (context, id) = (editor.write_context(&[]), PreviewId(id.0));
    let revoked = editorial.write(context, async move |tx| previews::revoke(tx, id).await);
    Ok(respond::no_content(revoked.await?))
}

/// Validates a preview, and collects all errors.
async fn new_preview(editorial: &EditorialApi, request: CreatePreview) -> Result<NewPreview, Problem> {
    let CreatePreview { drafts, at, seconds } = request;
    let rules = [
        (drafts.len() <= 50, "/drafts", "max_items", "A preview shows at most 50 drafts."),
        (
            !drafts.is_empty() || at.is_some(),
            "/drafts",
            "required",
            "A preview shows drafts, or a moment, or both.",
        ),
        (
            (60..=2_592_000).contains(&seconds),
            "/seconds",
            "range",
            "A preview is good for 60 to 2,592,000 seconds.",
        ),
    ];
    let broken = rules.into_iter().filter(|(holds, ..)| !holds);
    let errors: Vec<ProblemError> =
        broken.map(|(_, pointer, rule, detail)| ProblemError::at_pointer(pointer, rule, detail)).collect();
    if !errors.is_empty() {
        return Err(
            Problem::new(ProblemKind::InvalidContent, "The preview is not valid.").with_errors(errors)
        );
    }
    let at = match at {
        Some(at) => Some(given_time::resolve(editorial, "/at", &at).await?),
        None => None,
    };
    Ok(NewPreview { id: PreviewId(Uuid::now_v7()), draft_ids: drafts, at, seconds })
}

/// The token of a preview: its id, authenticated with the secret of the publication. It is deterministic, so that a
/// repeated request gets the same link.
fn preview_token(secret: &Secret, id: PreviewId) -> Option<String> {
    let mut nonce = [0; 24];
    for (to, from) in nonce.iter_mut().zip(id.0.as_bytes()) {
        *to = *from;
    }
    Some(URL_SAFE_NO_PAD.encode(secret.encrypt(Purpose::Preview, &nonce, b"preview")?))
}

/// Authenticates a token, and returns the preview that it opens.
pub(crate) fn verify_token(secret: &Secret, token: &str) -> Option<PreviewId> {
    let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
    secret.decrypt(Purpose::Preview, &bytes)?;
    let (id, _) = bytes.split_first_chunk::<16>()?;
    Some(PreviewId(Uuid::from_bytes(*id)))
}

fn one_day() -> i32 {
    86_400
}
