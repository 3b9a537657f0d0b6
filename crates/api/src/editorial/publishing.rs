//! Publishing operations: publish, schedule, withdraw, take down, and roll back to the previous edition. The path names a
//! draft; the operation applies to its article in the locale of the draft.

use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::{HttpResponse, delete, post, web};
use domain::workflow::OnPending;
use domain::{DraftId, EditorialDraft};
use serde::Deserialize;
use store::editorial::drafts;
use store::publishing::{self, PublishOptions};
use store::write::{Outcome, WriteContext};
use utoipa::ToSchema;

use crate::auth::permissions::{Authorized, Permission, Publish, TakeDown, Withdraw};
use crate::editorial::publish_workflow::{
    ActReport, PendingQuery, PublishRequest, PublishResult, prepare_revision,
};
use crate::editorial::{EditorialApi, given_time, respond};
use crate::http::etag::{IfMatch, etag};
use crate::http::json_body::Json;
use crate::http::path_id::PathId;
use crate::http::query_params::{NoQuery, Query};
use crate::problem::Problem;

/// Options of publishing a draft.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct PublishDraft {
    /// Whether this is a minor change that leaves `updated_at` unchanged.
    #[schema(example = false)]
    minor: bool,
}

/// The time at which a draft is published.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScheduleDraft {
    /// A time in the future. Without an offset, it is a local time in the site's time zone: a time that is skipped by
    /// a clock change is moved forward, and of a time that occurs twice, the first is used.
    #[schema(
        pattern = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$",
        example = "2030-04-27T08:00:00Z"
    )]
    due_at: String,
}

/// Publishes a draft.
///
/// Publishes the revision in `If-Match`. If this revision is live already, nothing changes and the response is 200.
/// Publishing the scheduled revision completes its schedule; if another revision is scheduled, `pending` decides what
/// happens to it.
#[utoipa::path(tag = "publishing", params(Authorized<Publish>, ("id" = DraftId, Path, description = "The draft."), IfMatch, PendingQuery),
    responses((status = 201, description = "The revision is live.", body = ActReport), (status = 200, description = "The revision was live already.", body = ActReport)))]
#[post("/drafts/{id}/publish")]
pub(crate) async fn publish_draft(
    editor: Authorized<Publish>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    expected: IfMatch,
    query: Query<PendingQuery>,
    body: Json<PublishDraft>,
) -> Result<HttpResponse, Problem> {
    let context = editor.write_context(&body.bytes);
    let update = if body.value.minor { domain::Update::Minor } else { domain::Update::Visible };
    let request = PublishRequest::Single(DraftId(id.0), expected.revision());
    let options = PublishOptions { update, on_pending: query.0.pending.0 };
    respond_with_report(editorial.publish(&context, &request, options).await?, context.dry_run)
}

/// Schedules a draft.
///
/// Schedules the revision in `If-Match`: it is published at `due_at`, even if newer revisions are saved until then.
/// This replaces an existing schedule of the article in this locale.
#[utoipa::path(tag = "publishing", params(Authorized<Publish>, ("id" = DraftId, Path, description = "The draft."), IfMatch), responses((status = 200, description = "The revision is scheduled.", body = EditorialDraft)))]
#[post("/drafts/{id}/schedule")]
pub(crate) async fn schedule_draft(
    editor: Authorized<Publish>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    expected: IfMatch,
    _: Query<NoQuery>,
    body: Json<ScheduleDraft>,
) -> Result<HttpResponse, Problem> {
    let (context, id) = (editor.write_context(&body.bytes), DraftId(id.0));
    let due_at = given_time::resolve(&editorial, "/due_at", &body.value.due_at).await?;
    if let Some(draft) = editorial.replay::<EditorialDraft>(&context).await? {
        return respond::updated(Outcome::Replayed(draft), |draft| Some(etag(draft.entry.revision)));
    }
    let (edition, _) = prepare_revision(&editorial, &context, id, expected.revision()).await?;
    let scheduled = editorial.write(context, async move |tx| {
        publishing::schedule(tx, &edition, due_at).await?;
        drafts::find_in(tx, id).await
    });
    respond::updated(scheduled.await?, |draft| Some(etag(draft.entry.revision)))
}

/// Cancels a schedule.
#[utoipa::path(tag = "publishing", params(Authorized<Publish>, ("id" = DraftId, Path, description = "The draft.")), responses((status = 204, description = "The schedule is cancelled.")))]
#[delete("/drafts/{id}/schedule")]
pub(crate) async fn cancel_schedule(
    editor: Authorized<Publish>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    let (context, id) = (editor.write_context(&[]), DraftId(id.0));
    let cancelled = editorial.write(context, async move |tx| {
        let entry = drafts::find_in(tx, id).await?.entry;
        publishing::cancel(tx, entry.article_id, &entry.locale).await
    });
    Ok(respond::no_content(cancelled.await?))
}

/// Withdraws an article.
///
/// The URLs of the article return 410. Its editions are kept, and you can publish it again. If something is scheduled,
/// `pending` decides what happens to it.
#[utoipa::path(tag = "publishing", params(Authorized<Withdraw>, ("id" = DraftId, Path, description = "The draft."), PendingQuery), responses((status = 200, description = "The article is withdrawn.", body = ActReport)))]
#[post("/drafts/{id}/withdraw")]
pub(crate) async fn withdraw_draft(
    editor: Authorized<Withdraw>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    query: Query<PendingQuery>,
) -> Result<HttpResponse, Problem> {
    run_action(&editorial, &editor, id, ArticleAction::Withdraw(query.0.pending.0)).await
}

/// Takes an article down.
///
/// Erases all editions of the article, including former ones, and cancels a pending schedule. The draft and its
/// revisions are kept. The request waits up to one second until all servers have confirmed that they no longer serve
/// the article, and returns which of them have.
#[utoipa::path(tag = "publishing", params(Authorized<TakeDown>, ("id" = DraftId, Path, description = "The draft.")), responses((status = 200, description = "The article is taken down.", body = ActReport)))]
#[post("/drafts/{id}/take-down")]
pub(crate) async fn take_down_draft(
    editor: Authorized<TakeDown>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    run_action(&editorial, &editor, id, ArticleAction::TakeDown).await
}

/// Republishes the previous edition.
///
/// The previous edition is the one before the live edition or, for a withdrawn article, the last live edition. If
/// something is scheduled, `pending` decides what happens to it.
#[utoipa::path(tag = "publishing", params(Authorized<Publish>, ("id" = DraftId, Path, description = "The draft."), PendingQuery), responses((status = 200, description = "The previous edition is live again.", body = ActReport)))]
#[post("/drafts/{id}/previous-edition")]
pub(crate) async fn show_previous_edition(
    editor: Authorized<Publish>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    query: Query<PendingQuery>,
) -> Result<HttpResponse, Problem> {
    run_action(&editorial, &editor, id, ArticleAction::Rollback(query.0.pending.0)).await
}

/// An operation that needs no rendered edition.
#[derive(Debug, Clone, Copy)]
enum ArticleAction {
    Withdraw(OnPending),
    TakeDown,
    Rollback(OnPending),
}

async fn run_action<P: Permission>(
    editorial: &EditorialApi,
    editor: &Authorized<P>,
    id: PathId,
    action: ArticleAction,
) -> Result<HttpResponse, Problem> {
    let (context, id): (WriteContext, DraftId) = (editor.write_context(&[]), DraftId(id.0));
    let (dry_run, site) = (context.dry_run, editorial.site.clone());
    let outcome = editorial.write(context, async move |tx| {
        let entry = drafts::find_in(tx, id).await?.entry;
        let (article, locale) = (entry.article_id, entry.locale);
        if matches!(action, ArticleAction::Rollback(_)) {
            site.check_locale(&locale)?;
        }
        let all = [(article, locale.clone())];
        match action {
            ArticleAction::Withdraw(on_pending) => publishing::withdraw(tx, &all, on_pending).await,
            ArticleAction::TakeDown => publishing::take_down(tx, &all).await,
            ArticleAction::Rollback(on_pending) => {
                publishing::rollback(tx, article, &locale, on_pending).await
            }
        }
    });
    let outcome = outcome.await?;
    editorial.delivery.ensure_visible(outcome.value().sequence).await;
    let is_replayed = matches!(outcome, Outcome::Replayed(_));
    let report = ActReport::new(outcome.into_inner(), Vec::new(), dry_run);
    let report = match action {
        ArticleAction::TakeDown => report.with_instances(editorial).await,
        ArticleAction::Withdraw(_) | ArticleAction::Rollback(_) => report,
    };
    let location = report.location();
    Ok(respond::mark_replayed(
        with_location(respond::resource(StatusCode::OK, &report, None)?, location),
        is_replayed,
    ))
}

/// 201 with the `Location` of the article if readers see a change, otherwise 200.
fn respond_with_report(outcome: Outcome<PublishResult>, dry_run: bool) -> Result<HttpResponse, Problem> {
    let is_replayed = matches!(outcome, Outcome::Replayed(_));
    let (outcome, findings) = outcome.into_inner();
    let report = ActReport::new(outcome, findings, dry_run);
    let location = report.location();
    let status = if location.is_some() { StatusCode::CREATED } else { StatusCode::OK };
    Ok(respond::mark_replayed(
        with_location(respond::resource(status, &report, None)?, location),
        is_replayed,
    ))
}

/// Sets `Location`.
fn with_location(mut response: HttpResponse, location: Option<String>) -> HttpResponse {
    if let Some(location) = location.and_then(|location| location.parse().ok()) {
        response.headers_mut().insert(LOCATION, location);
    }
    response
}
