//! Bulk operations: publish, withdraw, move and trash up to 100 drafts in one transaction. If any draft cannot be changed,
//! none is, and the response lists the error of each (`bulk_errors`).

use actix_web::{HttpResponse, post, web};
use domain::workflow::OnPending;
use domain::{Action, ArticleId, DraftEntry, DraftId, Locale, TermId, Update};
use serde::{Deserialize, Serialize};
use store::Error;
use store::editorial::drafts;
use store::editorial::drafts::{BulkChange, BulkError};
use store::publishing::{self, PublishOptions, PublishOutcome};
use store::write::{Outcome, WriteContext};
use utoipa::ToSchema;

use crate::auth::permissions::{Authorized, Publish, SaveDrafts, TrashDrafts, Withdraw};
use crate::editorial::publish_workflow::{ActReport, PendingQuery, PublishRequest};
use crate::editorial::{EditorialApi, bulk_errors, respond};
use crate::http::json_body::Json;
use crate::http::query_params::{NoQuery, Query};
use crate::problem::{Problem, ProblemError, ProblemKind};

/// How many drafts one request may change, as documented in the schemas.
const MAX_DRAFTS: usize = 100;

/// A draft, with the revision that you have read.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SeenDraft {
    /// The draft.
    id: DraftId,
    /// The number of the revision that you have read.
    #[schema(minimum = 1, example = 3)]
    revision: i32,
}

/// Drafts to publish.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PublishDrafts {
    /// The drafts; at most 100.
    #[schema(min_items = 1, max_items = 100)]
    drafts: Vec<SeenDraft>,
    /// Whether this is a minor change that leaves `updated_at` unchanged.
    #[serde(default)]
    #[schema(example = false)]
    minor: bool,
}

/// The drafts of a bulk request.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SeenDrafts {
    /// The drafts; at most 100.
    #[schema(min_items = 1, max_items = 100)]
    drafts: Vec<SeenDraft>,
}

/// Drafts to move to another section.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MoveDrafts {
    /// The drafts; at most 100.
    #[schema(min_items = 1, max_items = 100)]
    drafts: Vec<SeenDraft>,
    /// The section.
    section: TermId,
}

/// The outcome of a bulk request, or of its dry run.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct DraftsReport {
    /// Whether this was a dry run: nothing was changed.
    #[schema(example = false)]
    dry_run: bool,
    /// The drafts after the change.
    drafts: Vec<DraftEntry>,
}

/// Publishes drafts in one transaction.
///
/// Either all drafts are published or none. `pending` applies to all of them: it decides what happens to schedules
/// that conflict.
#[utoipa::path(tag = "bulk", params(Authorized<Publish>, PendingQuery), responses((status = 200, description = "The outcome for each article.", body = ActReport)))]
#[post("/bulk/publish")]
pub(crate) async fn publish_drafts(
    editor: Authorized<Publish>,
    editorial: web::Data<EditorialApi>,
    query: Query<PendingQuery>,
    body: Json<PublishDrafts>,
) -> Result<HttpResponse, Problem> {
    let (context, request) =
        (editor.write_context(&body.bytes), PublishRequest::Bulk(seen_revisions(&body.value.drafts)?));
    let update = if body.value.minor { Update::Minor } else { Update::Visible };
    let options = PublishOptions { update, on_pending: query.0.pending.0 };
    let published = editorial.publish(&context, &request, options).await?;
    respond::updated(
        published.map(|(outcome, findings)| ActReport::new(outcome, findings, context.dry_run)),
        |_| None,
    )
}

/// Withdraws articles in one transaction.
///
/// Either all articles are withdrawn or none. The request fails if any of the drafts was saved after the revision that
/// you name. `pending` applies to all of them: it decides what happens to schedules that conflict.
#[utoipa::path(tag = "bulk", params(Authorized<Withdraw>, PendingQuery), responses((status = 200, description = "The outcome for each article.", body = ActReport)))]
#[post("/bulk/withdraw")]
pub(crate) async fn withdraw_drafts(
    editor: Authorized<Withdraw>,
    editorial: web::Data<EditorialApi>,
    query: Query<PendingQuery>,
    body: Json<SeenDrafts>,
) -> Result<HttpResponse, Problem> {
    let (context, drafts) = (editor.write_context(&body.bytes), seen_revisions(&body.value.drafts)?);
    let withdrawn = withdraw_all(&editorial, &context, &drafts, query.0.pending.0).await?;
    respond::updated(withdrawn.map(|outcome| ActReport::new(outcome, Vec::new(), context.dry_run)), |_| None)
}

/// Moves drafts into another section.
///
/// Each draft gets a new revision. Readers see the change when you publish it.
#[utoipa::path(tag = "bulk", params(Authorized<SaveDrafts>), responses((status = 200, description = "The changed drafts.", body = DraftsReport)))]
#[post("/bulk/move")]
pub(crate) async fn move_drafts(
    editor: Authorized<SaveDrafts>,
    editorial: web::Data<EditorialApi>,
    _: Query<NoQuery>,
    body: Json<MoveDrafts>,
) -> Result<HttpResponse, Problem> {
    let (context, drafts) = (editor.write_context(&body.bytes), seen_revisions(&body.value.drafts)?);
    change_drafts(&editorial, context, drafts, BulkChange::Move(body.value.section)).await
}

/// Moves drafts to the trash.
///
/// Their schedules are cancelled.
#[utoipa::path(tag = "bulk", params(Authorized<TrashDrafts>), responses((status = 200, description = "The changed drafts.", body = DraftsReport)))]
#[post("/bulk/trash")]
pub(crate) async fn trash_drafts(
    editor: Authorized<TrashDrafts>,
    editorial: web::Data<EditorialApi>,
    _: Query<NoQuery>,
    body: Json<SeenDrafts>,
) -> Result<HttpResponse, Problem> {
    let (context, drafts) = (editor.write_context(&body.bytes), seen_revisions(&body.value.drafts)?);
    change_drafts(&editorial, context, drafts, BulkChange::Trash).await
}

async fn withdraw_all(
    editorial: &EditorialApi,
    context: &WriteContext,
    drafts: &[(DraftId, i32)],
    on_pending: OnPending,
) -> Result<Outcome<PublishOutcome>, Problem> {
    if let Some(outcome) = editorial.replay::<PublishOutcome>(context).await? {
        editorial.delivery.ensure_visible(outcome.sequence).await;
        return Ok(Outcome::Replayed(outcome));
    }
    let (mut all, mut errors) = (Vec::with_capacity(drafts.len()), Vec::new());
    for (index, (id, seen)) in drafts.iter().enumerate() {
        let find = async |conn: &mut _| drafts::find_for(conn, context, Action::Withdraw, *id).await;
        match editorial.store.read_editorial(find).await {
            Ok(draft) if draft.entry.revision == *seen => {
                all.push((index, (draft.entry.article_id, draft.entry.locale)));
            }
            Ok(draft) => {
                errors.push((index, Error::VersionConflict { current: draft.entry.revision.into() }))
            }
            Err(error) => errors.push((index, error)),
        }
    }
    if !errors.is_empty() {
        errors.extend(bulk_errors::withdraw_individually(editorial, context, all, on_pending).await);
        return Err(bulk_errors::bulk_problem(errors));
    }
    let articles: Vec<(ArticleId, Locale)> = all.iter().map(|(_, article)| article.clone()).collect();
    let outcome = editorial
        .store
        .write(context.clone(), async move |tx| publishing::withdraw(tx, &articles, on_pending).await);
    match outcome.await {
        Ok(outcome) => {
            editorial.delivery.ensure_visible(outcome.value().sequence).await;
            Ok(outcome)
        }
        Err(error) => Err(bulk_errors::explain_withdraw(editorial, context, all, on_pending, error).await),
    }
}

async fn change_drafts(
    editorial: &EditorialApi,
    context: WriteContext,
    drafts: Vec<(DraftId, i32)>,
    change: BulkChange,
) -> Result<HttpResponse, Problem> {
    let dry_run = context.dry_run;
    let changed =
        editorial.store.write(context, async move |tx| drafts::change_all(tx, &drafts, change).await);
    let outcome = changed.await.map_err(|error| match error {
        BulkError::Drafts(errors) => bulk_errors::bulk_problem(errors),
        BulkError::Request(error) => error.into(),
    })?;
    respond::updated(outcome.map(|drafts| DraftsReport { dry_run, drafts }), |_| None)
}

fn seen_revisions(drafts: &[SeenDraft]) -> Result<Vec<(DraftId, i32)>, Problem> {
    let mut ids = std::collections::BTreeSet::new();
    if drafts.is_empty() || drafts.len() > MAX_DRAFTS || !drafts.iter().all(|draft| ids.insert(draft.id)) {
        let detail = "1 to 100 drafts are changed by one request, each once.";
        let errors = vec![ProblemError::at_pointer("/drafts", "max_items", detail)];
        return Err(Problem::new(ProblemKind::TooManyArticles, detail).with_errors(errors));
    }
    Ok(drafts.iter().map(|SeenDraft { id, revision }| (*id, *revision)).collect())
}
