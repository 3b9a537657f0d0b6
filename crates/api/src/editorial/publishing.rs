//! The door to readers: publish, schedule, withdraw, take down, and the previous edition back. Each of them names a
//! draft, and means the article in its locale.

use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::{HttpResponse, delete, get, post, web};
use domain::{DraftId, EditorialDraft, Finding};
use serde::{Deserialize, Serialize};
use store::acting::{Act, Outcome};
use store::publishing::{self, Deed};
use utoipa::ToSchema;

use crate::auth::may::{May, Permission, Publish, ReadDrafts, TakeDown, Withdraw};
use crate::editorial::acts::{ActReport, Asked, Prepared, Told, prepare, prepare_newest};
use crate::editorial::{Editorial, changed, done, given_time, replayed, resource};
use crate::problem::Problem;
use crate::protocol::if_match::{Expected, tag};
use crate::protocol::json::Json;
use crate::protocol::path::Id;
use crate::protocol::prefer::Run;
use crate::protocol::query::{NoQuery, Query};

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

/// What was found before publishing.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct CheckReport {
    /// Whether nothing keeps the draft from being published.
    #[schema(example = true)]
    publishable: bool,
    /// Everything that was found, what keeps it from being published first.
    findings: Vec<Finding>,
}

/// Checks a draft as it would be published.
///
/// Everything that is found is listed at once. Errors keep it from being published; warnings and notes do not.
#[utoipa::path(tag = "publishing", params(May<ReadDrafts>, ("id" = DraftId, Path, description = "The draft.")), responses((status = 200, description = "What was found.", body = CheckReport)))]
#[get("/drafts/{id}/checks")]
pub(crate) async fn check_draft(
    editor: May<ReadDrafts>,
    editorial: web::Data<Editorial>,
    id: Id,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    let draft = editorial.read(async move |conn| store::drafts::find(conn, DraftId(id.0)).await).await?;
    editor.check(draft.entry.owner_id)?;
    let together = [draft.entry.article_id];
    let Prepared { edition, findings } = prepare(&editorial, draft, &together).await?;
    resource(StatusCode::OK, &CheckReport { publishable: edition.is_ok(), findings }, None)
}

/// Publishes a draft.
///
/// Readers see the revision that `If-Match` names. What readers see already changes nothing, and that is said. With
/// `Prefer: dry-run` it is only said what they would see.
#[utoipa::path(tag = "publishing", params(May<Publish>, ("id" = DraftId, Path, description = "The draft."), Expected, Run),
    responses((status = 201, description = "Readers see it.", body = ActReport), (status = 200, description = "They saw it already, or it was a dry run.", body = ActReport)))]
#[post("/drafts/{id}/publish")]
pub(crate) async fn publish_draft(
    editor: May<Publish>,
    editorial: web::Data<Editorial>,
    id: Id,
    (expected, run): (Expected, Run),
    _: Query<NoQuery>,
    body: Json<PublishDraft>,
) -> Result<HttpResponse, Problem> {
    let act = editor.act(&body.bytes);
    let update = if body.value.minor { domain::Update::Minor } else { domain::Update::Visible };
    let asked = Asked::One(DraftId(id.0), expected.revision());
    answer(editorial.publish(&act, &asked, update, run).await?, run)
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
        let entry = store::drafts::find(&mut conn, id).await?.entry;
        publishing::cancel(&mut conn, &act, entry.article_id, &entry.locale).await
    });
    Ok(done(cancelled.await?))
}

/// Withdraws an article.
///
/// Its addresses answer 410. Its past stays, and it can be published again.
#[utoipa::path(tag = "publishing", params(May<Withdraw>, ("id" = DraftId, Path, description = "The draft."), Run), responses((status = 200, description = "Readers do not see it any more.", body = ActReport)))]
#[post("/drafts/{id}/withdraw")]
pub(crate) async fn withdraw_draft(
    editor: May<Withdraw>,
    editorial: web::Data<Editorial>,
    id: Id,
    run: Run,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    end(&editorial, &editor, id, run, End::Withdraw).await
}

/// Takes an article down.
///
/// Whatever readers saw of it is erased, its past too. The draft and its revisions stay with the editors. The answer waits
/// a moment for the servers to say that they do not give it any more, and names those that have.
#[utoipa::path(tag = "publishing", params(May<TakeDown>, ("id" = DraftId, Path, description = "The draft."), Run), responses((status = 200, description = "Nothing of it is left for readers.", body = ActReport)))]
#[post("/drafts/{id}/take-down")]
pub(crate) async fn take_down_draft(
    editor: May<TakeDown>,
    editorial: web::Data<Editorial>,
    id: Id,
    run: Run,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    end(&editorial, &editor, id, run, End::TakeDown).await
}

/// Gives readers the previous edition back.
///
/// The one before what they see now; of a withdrawn article, the last one that they saw.
#[utoipa::path(tag = "publishing", params(May<Publish>, ("id" = DraftId, Path, description = "The draft."), Run), responses((status = 200, description = "Readers see it again.", body = ActReport)))]
#[post("/drafts/{id}/previous-edition")]
pub(crate) async fn show_previous_edition(
    editor: May<Publish>,
    editorial: web::Data<Editorial>,
    id: Id,
    run: Run,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    end(&editorial, &editor, id, run, End::Previous).await
}

/// An act that needs nothing but the article.
#[derive(Debug, Clone, Copy)]
enum End {
    Withdraw,
    TakeDown,
    Previous,
}

async fn end<P: Permission>(
    editorial: &Editorial,
    editor: &May<P>,
    id: Id,
    run: Run,
    end_of: End,
) -> Result<HttpResponse, Problem> {
    let (act, id): (Act, DraftId) = (editor.act(&[]), DraftId(id.0));
    let ended = editorial.write(move |mut conn| async move {
        let entry = store::drafts::find(&mut conn, id).await?.entry;
        let (article, locale) = (entry.article_id, entry.locale);
        let all = [(article, locale.clone())];
        match (run, end_of) {
            (Run::ForReal, End::Withdraw) => publishing::withdraw(&mut conn, &act, &all).await,
            (Run::ForReal, End::TakeDown) => publishing::take_down(&mut conn, &act, &all).await,
            (Run::ForReal, End::Previous) => publishing::previous(&mut conn, &act, article, &locale).await,
            (Run::Rehearsal, end) => {
                let deed = match end {
                    End::Withdraw => Deed::Withdraw(&all),
                    End::TakeDown => Deed::TakeDown(&all),
                    End::Previous => Deed::Previous(article, &locale),
                };
                publishing::rehearse(&mut conn, &act, deed).await.map(Outcome::Done)
            }
        }
    });
    let ended = ended.await?;
    editorial.delivery.has_shown(ended.value().sequence).await;
    let is_replayed = matches!(ended, Outcome::Replayed(_));
    let report = ActReport::of(ended.into_inner(), Vec::new(), run);
    let report = match end_of {
        End::TakeDown => report.confirmed(editorial).await,
        End::Withdraw | End::Previous => report,
    };
    let place = report.place().filter(|_| run == Run::ForReal);
    let answer = placed(resource(StatusCode::OK, &report, None)?, place);
    Ok(run.noted(replayed(answer, is_replayed)))
}

/// 201 with where readers find it, when something became public; otherwise 200.
fn answer(outcome: Outcome<Told>, run: Run) -> Result<HttpResponse, Problem> {
    let is_replayed = matches!(outcome, Outcome::Replayed(_));
    let (done, findings) = outcome.into_inner();
    let report = ActReport::of(done, findings, run);
    let place = report.place().filter(|_| run == Run::ForReal);
    let status = if place.is_some() { StatusCode::CREATED } else { StatusCode::OK };
    Ok(run.noted(replayed(placed(resource(status, &report, None)?, place), is_replayed)))
}

/// With where readers find what became public.
fn placed(mut answer: HttpResponse, place: Option<String>) -> HttpResponse {
    if let Some(place) = place.and_then(|place| place.parse().ok()) {
        answer.headers_mut().insert(LOCATION, place);
    }
    answer
}
