//! Publishing operations: publish, schedule, withdraw, take down, and roll back to the previous edition. The path names a
//! draft; the operation applies to its article in the locale of the draft.

use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::{HttpResponse, delete, post, web};
use domain::workflow::OnPending;
use domain::{DraftId, EditorialDraft};
use serde::Deserialize;
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

/// How a draft is published.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct PublishDraft {
    /// Whether it is a small change, of which readers are not told: `updated_at` stays.
    #[schema(example = false)]
    minor: bool,
}

/// When a draft becomes public.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScheduleDraft {
    /// The moment. It lies ahead. Without an offset it is a wall time in the site's time zone: one that the clocks skip is
    /// moved forward by what they skip, and of one that they show twice it is the first.
    #[schema(
        pattern = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$",
        example = "2030-04-27T08:00:00Z"
    )]
    due_at: String,
}

/// Publishes a draft.
///
/// Readers see the revision that `If-Match` names. What readers see already changes nothing, and that is said. Publishing the
/// revision that is scheduled fulfils its schedule; with another one scheduled, say by `pending` what becomes of that.
#[utoipa::path(tag = "publishing", params(Authorized<Publish>, ("id" = DraftId, Path, description = "The draft."), IfMatch, PendingQuery),
    responses((status = 201, description = "Readers see it.", body = ActReport), (status = 200, description = "They saw it already.", body = ActReport)))]
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
    let options = PublishOptions { update, on_pending: query.0.on_pending()? };
    respond_with_report(editorial.publish(&context, &request, options).await?, context.dry_run)
}

/// Schedules a draft.
///
/// The revision that `If-Match` names is frozen, and becomes public at the moment, whatever is saved until then. It
/// replaces what was scheduled of the article in this locale.
#[utoipa::path(tag = "publishing", params(Authorized<Publish>, ("id" = DraftId, Path, description = "The draft."), IfMatch), responses((status = 200, description = "It is scheduled.", body = EditorialDraft)))]
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
        store::editorial::drafts::find_in(tx, id).await
    });
    respond::updated(scheduled.await?, |draft| Some(etag(draft.entry.revision)))
}

/// Cancels what is scheduled.
#[utoipa::path(tag = "publishing", params(Authorized<Publish>, ("id" = DraftId, Path, description = "The draft.")), responses((status = 204, description = "Nothing is scheduled any more.")))]
#[delete("/drafts/{id}/schedule")]
pub(crate) async fn cancel_schedule(
    editor: Authorized<Publish>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    let (context, id) = (editor.write_context(&[]), DraftId(id.0));
    let cancelled = editorial.write(context, async move |tx| {
        let entry = store::editorial::drafts::find_in(tx, id).await?.entry;
        publishing::cancel(tx, entry.article_id, &entry.locale).await
    });
    Ok(respond::no_content(cancelled.await?))
}

/// Withdraws an article.
///
/// Its addresses answer 410. Its past stays, and it can be published again. With something scheduled, say by `pending` what
/// becomes of that.
#[utoipa::path(tag = "publishing", params(Authorized<Withdraw>, ("id" = DraftId, Path, description = "The draft."), PendingQuery), responses((status = 200, description = "Readers do not see it any more.", body = ActReport)))]
#[post("/drafts/{id}/withdraw")]
pub(crate) async fn withdraw_draft(
    editor: Authorized<Withdraw>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    query: Query<PendingQuery>,
) -> Result<HttpResponse, Problem> {
    run_action(&editorial, &editor, id, ArticleAction::Withdraw(query.0.on_pending()?)).await
}

/// Takes an article down.
///
/// Whatever readers saw of it is erased, its past too, and what is scheduled is cancelled. The draft and its revisions stay
/// with the editors. The answer waits a moment for the servers to say that they do not give it any more, and names those
/// that have.
#[utoipa::path(tag = "publishing", params(Authorized<TakeDown>, ("id" = DraftId, Path, description = "The draft.")), responses((status = 200, description = "Nothing of it is left for readers.", body = ActReport)))]
#[post("/drafts/{id}/take-down")]
pub(crate) async fn take_down_draft(
    editor: Authorized<TakeDown>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    run_action(&editorial, &editor, id, ArticleAction::TakeDown).await
}

/// Gives readers the previous edition back.
///
/// The one before what they see now; of a withdrawn article, the last one that they saw. With something scheduled, say by
/// `pending` what becomes of that.
#[utoipa::path(tag = "publishing", params(Authorized<Publish>, ("id" = DraftId, Path, description = "The draft."), PendingQuery), responses((status = 200, description = "Readers see it again.", body = ActReport)))]
#[post("/drafts/{id}/previous-edition")]
pub(crate) async fn show_previous_edition(
    editor: Authorized<Publish>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    query: Query<PendingQuery>,
) -> Result<HttpResponse, Problem> {
    run_action(&editorial, &editor, id, ArticleAction::Rollback(query.0.on_pending()?)).await
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
        let entry = store::editorial::drafts::find_in(tx, id).await?.entry;
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
    let (done, findings) = outcome.into_inner();
    let report = ActReport::new(done, findings, dry_run);
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
