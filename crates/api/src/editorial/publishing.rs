//! The door to readers: publish, schedule, withdraw, take down, and the previous edition back. Each of them names a
//! draft, and means the article in its locale.

use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::{HttpResponse, delete, post, web};
use domain::workflow::OnPending;
use domain::{DraftId, EditorialDraft};
use serde::Deserialize;
use store::publishing::{self, PublishOptions};
use store::write::{Act, Outcome};
use utoipa::ToSchema;

use crate::auth::permissions::{May, Permission, Publish, TakeDown, Withdraw};
use crate::editorial::publish_workflow::{ActReport, Asked, PendingQuery, Told, prepare_newest};
use crate::editorial::{Editorial, changed, done, given_time, replayed, resource};
use crate::http::etag::{Expected, tag};
use crate::http::json_body::Json;
use crate::http::path_id::Id;
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
#[utoipa::path(tag = "publishing", params(May<Publish>, ("id" = DraftId, Path, description = "The draft."), Expected, PendingQuery),
    responses((status = 201, description = "Readers see it.", body = ActReport), (status = 200, description = "They saw it already.", body = ActReport)))]
#[post("/drafts/{id}/publish")]
pub(crate) async fn publish_draft(
    editor: May<Publish>,
    editorial: web::Data<Editorial>,
    id: Id,
    expected: Expected,
    query: Query<PendingQuery>,
    body: Json<PublishDraft>,
) -> Result<HttpResponse, Problem> {
    let act = editor.act(&body.bytes);
    let update = if body.value.minor { domain::Update::Minor } else { domain::Update::Visible };
    let asked = Asked::One(DraftId(id.0), expected.revision());
    let options = PublishOptions { update, on_pending: query.0.choice()? };
    answer(editorial.publish(&act, &asked, options).await?, act.dry_run)
}

/// Schedules a draft.
///
/// The revision that `If-Match` names is frozen, and becomes public at the moment, whatever is saved until then. It
/// replaces what was scheduled of the article in this locale.
#[utoipa::path(tag = "publishing", params(May<Publish>, ("id" = DraftId, Path, description = "The draft."), Expected), responses((status = 200, description = "It is scheduled.", body = EditorialDraft)))]
#[post("/drafts/{id}/schedule")]
pub(crate) async fn schedule_draft(
    editor: May<Publish>,
    editorial: web::Data<Editorial>,
    id: Id,
    expected: Expected,
    _: Query<NoQuery>,
    body: Json<ScheduleDraft>,
) -> Result<HttpResponse, Problem> {
    let (act, id) = (editor.act(&body.bytes), DraftId(id.0));
    let due_at = given_time::moment(&editorial, "/due_at", &body.value.due_at).await?;
    if let Some(draft) = editorial.replay::<EditorialDraft>(&act).await? {
        return changed(Outcome::Replayed(draft), |draft| Some(tag(draft.entry.revision)));
    }
    let (edition, _) = prepare_newest(&editorial, &act, id, expected.revision()).await?;
    let scheduled = editorial.write(move |mut conn| async move {
        publishing::schedule_draft(&mut conn, &act, id, &edition, due_at).await
    });
    changed(scheduled.await?, |draft| Some(tag(draft.entry.revision)))
}

/// Cancels what is scheduled.
#[utoipa::path(tag = "publishing", params(May<Publish>, ("id" = DraftId, Path, description = "The draft.")), responses((status = 204, description = "Nothing is scheduled any more.")))]
#[delete("/drafts/{id}/schedule")]
pub(crate) async fn cancel_schedule(
    editor: May<Publish>,
    editorial: web::Data<Editorial>,
    id: Id,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    let (act, id) = (editor.act(&[]), DraftId(id.0));
    let cancelled = editorial.write(move |mut conn| async move {
        let entry = store::editorial::drafts::find(&mut conn, id).await?.entry;
        publishing::cancel(&mut conn, &act, entry.article_id, &entry.locale).await
    });
    Ok(done(cancelled.await?))
}

/// Withdraws an article.
///
/// Its addresses answer 410. Its past stays, and it can be published again. With something scheduled, say by `pending` what
/// becomes of that.
#[utoipa::path(tag = "publishing", params(May<Withdraw>, ("id" = DraftId, Path, description = "The draft."), PendingQuery), responses((status = 200, description = "Readers do not see it any more.", body = ActReport)))]
#[post("/drafts/{id}/withdraw")]
pub(crate) async fn withdraw_draft(
    editor: May<Withdraw>,
    editorial: web::Data<Editorial>,
    id: Id,
    query: Query<PendingQuery>,
) -> Result<HttpResponse, Problem> {
    end(&editorial, &editor, id, End::Withdraw(query.0.choice()?)).await
}

/// Takes an article down.
///
/// Whatever readers saw of it is erased, its past too, and what is scheduled is cancelled. The draft and its revisions stay
/// with the editors. The answer waits a moment for the servers to say that they do not give it any more, and names those
/// that have.
#[utoipa::path(tag = "publishing", params(May<TakeDown>, ("id" = DraftId, Path, description = "The draft.")), responses((status = 200, description = "Nothing of it is left for readers.", body = ActReport)))]
#[post("/drafts/{id}/take-down")]
pub(crate) async fn take_down_draft(
    editor: May<TakeDown>,
    editorial: web::Data<Editorial>,
    id: Id,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    end(&editorial, &editor, id, End::TakeDown).await
}

/// Gives readers the previous edition back.
///
/// The one before what they see now; of a withdrawn article, the last one that they saw. With something scheduled, say by
/// `pending` what becomes of that.
#[utoipa::path(tag = "publishing", params(May<Publish>, ("id" = DraftId, Path, description = "The draft."), PendingQuery), responses((status = 200, description = "Readers see it again.", body = ActReport)))]
#[post("/drafts/{id}/previous-edition")]
pub(crate) async fn show_previous_edition(
    editor: May<Publish>,
    editorial: web::Data<Editorial>,
    id: Id,
    query: Query<PendingQuery>,
) -> Result<HttpResponse, Problem> {
    end(&editorial, &editor, id, End::Previous(query.0.choice()?)).await
}

/// An act that needs nothing but the article.
#[derive(Debug, Clone, Copy)]
enum End {
    Withdraw(OnPending),
    TakeDown,
    Previous(OnPending),
}

async fn end<P: Permission>(
    editorial: &Editorial,
    editor: &May<P>,
    id: Id,
    end_of: End,
) -> Result<HttpResponse, Problem> {
    let (act, id): (Act, DraftId) = (editor.act(&[]), DraftId(id.0));
    let (dry_run, site) = (act.dry_run, editorial.site.clone());
    let ended = editorial.write(move |mut conn| async move {
        let entry = store::editorial::drafts::find(&mut conn, id).await?.entry;
        let (article, locale) = (entry.article_id, entry.locale);
        if matches!(end_of, End::Previous(_)) {
            site.check_locale(&locale)?;
        }
        let all = [(article, locale.clone())];
        match end_of {
            End::Withdraw(on_pending) => publishing::withdraw(&mut conn, &act, &all, on_pending).await,
            End::TakeDown => publishing::take_down(&mut conn, &act, &all).await,
            End::Previous(on_pending) => {
                publishing::previous(&mut conn, &act, article, &locale, on_pending).await
            }
        }
    });
    let ended = ended.await?;
    editorial.delivery.has_shown(ended.value().sequence).await;
    let is_replayed = matches!(ended, Outcome::Replayed(_));
    let report = ActReport::of(ended.into_inner(), Vec::new(), dry_run);
    let report = match end_of {
        End::TakeDown => report.confirmed(editorial).await,
        End::Withdraw(_) | End::Previous(_) => report,
    };
    let place = report.place();
    Ok(replayed(placed(resource(StatusCode::OK, &report, None)?, place), is_replayed))
}

/// 201 with where readers find it, when something became public; otherwise 200.
fn answer(outcome: Outcome<Told>, dry_run: bool) -> Result<HttpResponse, Problem> {
    let is_replayed = matches!(outcome, Outcome::Replayed(_));
    let (done, findings) = outcome.into_inner();
    let report = ActReport::of(done, findings, dry_run);
    let place = report.place();
    let status = if place.is_some() { StatusCode::CREATED } else { StatusCode::OK };
    Ok(replayed(placed(resource(status, &report, None)?, place), is_replayed))
}

/// With where readers find what became public.
fn placed(mut answer: HttpResponse, place: Option<String>) -> HttpResponse {
    if let Some(place) = place.and_then(|place| place.parse().ok()) {
        answer.headers_mut().insert(LOCATION, place);
    }
    answer
}
