//! Background jobs: list, read, retry and cancel.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use chrono::{DateTime, Utc};
use domain::JobId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::operations::jobs;
use store::operations::jobs::{Job, JobFilter, JobState, Progress};
use store::write::Outcome;
use utoipa::ToSchema;

use crate::auth::permissions::{Authorized, ManageJobs, ReadJobs};
use crate::editorial::{EditorialApi, respond};
use crate::http::cursor::CursorList;
use crate::http::pagination::{NextPage, NextPageQuery};
use crate::http::path_id::PathId;
use crate::http::query_params::{NoQuery, Query, Text, param_value, query_params};
use crate::problem::Problem;

/// A background job.
#[derive(Serialize, Deserialize, ToSchema)]
#[schema(as = Job)]
pub(crate) struct JobResource {
    /// The ID.
    id: JobId,
    /// The kind of job.
    #[schema(example = "refresh_editions")]
    kind: String,
    /// The arguments of the job.
    payload: Value,
    /// The state: `ready`, `running`, `done`, `parked` (it failed too often and needs attention) or `cancelled`.
    #[schema(example = "running")]
    state: String,
    /// The earliest time at which it may start.
    run_at: DateTime<Utc>,
    /// How many times it was started.
    #[schema(minimum = 0, example = 1)]
    attempt: i32,
    /// How many times it failed.
    #[schema(minimum = 0, example = 0)]
    failures: i32,
    /// How many times its worker crashed or lost contact.
    #[schema(minimum = 0, example = 0)]
    crashes: i32,
    /// The error of the last failed attempt.
    last_error: Option<String>,
    /// The progress, if the job reports it.
    progress: Option<JobProgress>,
    /// When it was enqueued.
    created_at: DateTime<Utc>,
    /// When it finished.
    finished_at: Option<DateTime<Utc>>,
}

/// The progress of a job.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct JobProgress {
    /// The number of items done.
    #[schema(minimum = 0, example = 300)]
    done: i32,
    /// The total number of items.
    #[schema(minimum = 0, example = 1000)]
    total: i32,
}

/// A page of jobs, the newest first.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct JobPage {
    /// The jobs.
    data: Vec<JobResource>,
    /// The cursors of the next and the previous page.
    page: NextPage,
}

query_params! {
    /// Which jobs.
    pub(crate) struct JobParams {
        /// Filters by state.
        #[example = "parked"]
        state: Option<JobState>,
        /// Filters by kind.
        #[example = "refresh_editions"]
        kind: Option<Text<0, 100>>,
    }
}

param_value!(
    JobState,
    json!({ "type": "string", "enum": Self::ALL.map(Self::as_str) }),
    Self::try_from,
    |state| state.as_str().to_owned()
);

type JobQuery = Query<(JobParams, NextPageQuery)>;

/// Lists jobs.
#[utoipa::path(tag = "jobs", params(Authorized<ReadJobs>, JobQuery), responses((status = 200, description = "A page of jobs.", body = JobPage)))]
#[get("/jobs")]
pub(crate) async fn list_jobs(
    _: Authorized<ReadJobs>,
    editorial: web::Data<EditorialApi>,
    request: HttpRequest,
    query: JobQuery,
) -> Result<HttpResponse, Problem> {
    let (params, page) = query.0;
    let list = CursorList::new(editorial.epoch(), "jobs", &params);
    let after = page.position(&list)?.map(JobId);
    let filter = JobFilter { state: params.state, kind: params.kind.map(|Text(kind)| kind) };
    let (jobs, more) =
        editorial.read(async |conn| jobs::list(conn, &filter, after, page.limit.0).await).await?;
    let page = NextPage::after(&list, &jobs, more, |job| job.id.0);
    respond::page(&request, page, |page| JobPage {
        data: jobs.into_iter().map(JobResource::from).collect(),
        page,
    })
}

/// Gets a job.
#[utoipa::path(tag = "jobs", params(Authorized<ReadJobs>, ("id" = JobId, Path, description = "The ID of the job.")), responses((status = 200, description = "The ID of the job.", body = JobResource)))]
#[get("/jobs/{id}")]
pub(crate) async fn get_job(
    _: Authorized<ReadJobs>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    let job = editorial.read(async move |conn| jobs::find(conn, JobId(id.0)).await).await?;
    respond::resource(StatusCode::OK, &JobResource::from(job), None)
}

/// Retries a job immediately.
#[utoipa::path(tag = "jobs", params(Authorized<ManageJobs>, ("id" = JobId, Path, description = "The ID of the job.")), responses((status = 200, description = "The ID of the job.", body = JobResource)))]
#[post("/jobs/{id}/retry")]
pub(crate) async fn retry_job(
    editor: Authorized<ManageJobs>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    let (context, id) = (editor.write_context(&[]), JobId(id.0));
    let job = editorial.write(context, async move |tx| jobs::retry(tx, id).await);
    respond_with_job(job.await?)
}

/// Cancels a job.
///
/// A running job can no longer write its result.
#[utoipa::path(tag = "jobs", params(Authorized<ManageJobs>, ("id" = JobId, Path, description = "The ID of the job.")), responses((status = 200, description = "The ID of the job.", body = JobResource)))]
#[post("/jobs/{id}/cancel")]
pub(crate) async fn cancel_job(
    editor: Authorized<ManageJobs>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    let (context, id) = (editor.write_context(&[]), JobId(id.0));
    let job = editorial.write(context, async move |tx| jobs::cancel(tx, id).await);
    respond_with_job(job.await?)
}

fn respond_with_job(job: Outcome<Job>) -> Result<HttpResponse, Problem> {
    respond::updated(job.map(JobResource::from), |_| None)
}

impl From<Job> for JobResource {
    fn from(job: Job) -> Self {
        let Job {
            id,
            kind,
            payload,
            state,
            run_at,
            attempt,
            failures,
            crashes,
            last_error,
            progress,
            created_at,
            finished_at,
        } = job;
        let state = state.as_str().to_owned();
        let progress = progress.map(|Progress { done, total }| JobProgress { done, total });
        Self {
            id,
            kind,
            payload,
            state,
            run_at,
            attempt,
            failures,
            crashes,
            last_error,
            progress,
            created_at,
            finished_at,
        }
    }
}
