//! `/preview/v1`: the delivery API for holders of a preview link. The handlers are the same, but they read
//! through [`PreviewContext`]. Creating and revoking previews is in `editorial::previews`, the rendering of their
//! drafts in `preview::rendered`.

mod limits;
mod rendered;

use std::sync::Arc;

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Uri;
use actix_web::http::uri::PathAndQuery;
use actix_web::middleware::{Next, from_fn};
use actix_web::{Error, HttpMessage, web};
use domain::Preview;
use store::editorial::previews::PreviewedDraft;
use store::{DeliveryConn, PreviewEdition, PreviewVersion};
use tokio::sync::{OnceCell, OwnedSemaphorePermit};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::auth::permissions::bearer_token;
use crate::editorial::{EditorialApi, previews};
use crate::http::client_connection::ClientConnection;
pub(crate) use crate::preview::limits::PreviewLimits;
use crate::preview::limits::PreviewSlot;
pub(crate) use crate::preview::rendered::RenderedDrafts;
use crate::problem::{Problem, ProblemKind};

/// The preview of a request. Its drafts are loaded when the handler first reads.
#[derive(Clone)]
pub(crate) struct PreviewContext(Arc<PreviewRequest>);

struct PreviewRequest {
    editorial: web::Data<EditorialApi>,
    preview: Preview,
    client: Option<ClientConnection>,
    drafts: OnceCell<LoadedDrafts>,
}

/// The drafts of a preview, with the slot that the request holds in the preview limits.
struct LoadedDrafts {
    version: PreviewVersion,
    drafts: Vec<PreviewedDraft>,
    place: PreviewSlot,
    rendered: OnceCell<HeldEditions>,
}

/// The rendered drafts of a preview, with the memory that is reserved for them.
struct HeldEditions {
    editions: Vec<Arc<PreviewEdition>>,
    _memory: OwnedSemaphorePermit,
}

impl PreviewContext {
    /// Reads the delivery tables as if the drafts of the preview were published. All reads of one request see the same
    /// revisions. Drafts are rendered only when nothing current is stored for them.
    pub(crate) async fn read<T>(
        &self,
        read: impl AsyncFnOnce(&mut DeliveryConn) -> Result<T, store::Error> + Clone,
    ) -> Result<T, Problem> {
        let PreviewRequest { editorial, preview, client, drafts } = &*self.0;
        let loaded = drafts.get_or_try_init(|| LoadedDrafts::load(editorial, preview)).await?;
        if let Some(found) = editorial.store().read_preview(&loaded.version, read.clone()).await? {
            return Ok(found);
        }
        // Stop rendering when the client disconnects.
        let held = tokio::select! {
            biased;
            held = loaded.rendered.get_or_try_init(|| loaded.render(editorial)) => held?,
            () = disconnected(client.as_ref()) => return Err(Problem::new(ProblemKind::Busy, "The client disconnected.")),
        };
        Ok(editorial.store().compute_preview(&loaded.version, &held.editions, read).await?)
    }
}

impl LoadedDrafts {
    async fn load(editorial: &EditorialApi, preview: &Preview) -> Result<Self, Problem> {
        let place = editorial.preview_limits.enter(preview.id)?;
        let ids = &preview.draft_ids;
        let drafts =
            editorial.read(async |conn| store::editorial::previews::load_drafts(conn, ids).await).await?;
        let version = PreviewVersion::new(preview, &drafts, markup::VERSION);
        Ok(Self { version, drafts, place, rendered: OnceCell::new() })
    }

    async fn render(&self, editorial: &EditorialApi) -> Result<HeldEditions, Problem> {
        let memory = self.place.hold(&self.drafts).await?;
        let editions = editorial.rendered_drafts.render(editorial, &self.drafts).await?;
        Ok(HeldEditions { editions, _memory: memory })
    }
}

/// Serves the operations of the delivery API to holders of a preview link.
pub(crate) fn configure(config: &mut web::ServiceConfig, operations: fn(&mut ServiceConfig<'_>)) {
    let scope = web::scope("/preview/v1").wrap(from_fn(admit));
    config.service(scope.configure(|config| operations(&mut ServiceConfig::new(config))));
}

/// Admits requests with a valid token.
async fn admit(mut request: ServiceRequest, next: Next<BoxBody>) -> Result<ServiceResponse<BoxBody>, Error> {
    match open(&mut request).await {
        Ok(preview) => {
            request.extensions_mut().insert(preview);
            next.call(request).await
        }
        Err(problem) => Ok(request.error_response(problem)),
    }
}

/// The query parameter with the token, for links without headers.
const PARAMETER: &str = "preview_token";

async fn open(request: &mut ServiceRequest) -> Result<PreviewContext, Problem> {
    let parameter = take_token(request);
    let token = bearer_token(request.request()).or(parameter).ok_or_else(no_such_preview)?;
    let editorial = request.app_data::<web::Data<EditorialApi>>().cloned().ok_or_else(no_such_preview)?;
    let id = previews::verify_token(&editorial.secret, &token).ok_or_else(no_such_preview)?;
    let found =
        editorial.read(async move |conn| store::editorial::previews::find_valid(conn, id).await).await;
    let preview = found
        .map_err(|problem| if problem.kind == ProblemKind::NotFound { no_such_preview() } else { problem })?;
    let client = request.request().conn_data::<ClientConnection>().cloned();
    Ok(PreviewContext(Arc::new(PreviewRequest { editorial, preview, client, drafts: OnceCell::new() })))
}

async fn disconnected(client: Option<&ClientConnection>) {
    match client {
        Some(client) => client.closed().await,
        None => std::future::pending().await,
    }
}

/// Removes the token from the query, so that cache keys and links never contain it.
fn take_token(request: &mut ServiceRequest) -> Option<String> {
    let pairs: Vec<(String, String)> =
        form_urlencoded::parse(request.query_string().as_bytes()).into_owned().collect();
    let token = pairs.iter().find(|(name, _)| name == PARAMETER).map(|(_, token)| token.clone())?;
    let kept = pairs.iter().filter(|(name, _)| name != PARAMETER);
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(kept).finish();
    let path = request.uri().path().to_owned();
    let rest = if query.is_empty() { path } else { format!("{path}?{query}") };
    let mut parts = request.uri().clone().into_parts();
    parts.path_and_query = rest.parse::<PathAndQuery>().ok();
    if let Ok(uri) = Uri::from_parts(parts) {
        request.head_mut().uri = uri;
    }
    Some(token)
}

fn no_such_preview() -> Problem {
    Problem::new(ProblemKind::NotFound, "The preview does not exist or has expired.")
}
