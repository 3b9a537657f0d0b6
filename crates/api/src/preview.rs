//! `/preview/v1`: the delivery API once more, for whoever has the link of a preview. The handlers are the same; what they
//! read is looked at through [`Previewing`]. Not here: making and ending previews (`editorial::previews`).

use std::sync::Arc;

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Uri;
use actix_web::http::uri::PathAndQuery;
use actix_web::middleware::{Next, from_fn};
use actix_web::{Error, HttpMessage, web};
use chrono::{DateTime, Utc};
use domain::{Content, Edition, EditionId, Headline, Origin, Preview, Refusal, Slug};
use store::drafts::Draft;
use tokio::task::spawn_blocking;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use crate::auth::may::bearer;
use crate::delivery;
use crate::editorial::{Editorial, previews};
use crate::problem::{Kind, Problem};

/// What a request sees besides what is public.
#[derive(Clone)]
pub(crate) struct Previewing {
    /// Drafts, as they would be published.
    pub(crate) editions: Arc<Vec<Edition>>,
    /// The moment that is shown.
    pub(crate) at: Option<DateTime<Utc>>,
}

pub(crate) fn configure(config: &mut web::ServiceConfig) {
    let scope = web::scope("/preview/v1").wrap(from_fn(admit));
    config.service(scope.configure(|config| delivery::configure(&mut ServiceConfig::new(config))));
}

/// Lets in whoever has a good token.
async fn admit(mut request: ServiceRequest, next: Next<BoxBody>) -> Result<ServiceResponse<BoxBody>, Error> {
    match open(&mut request).await {
        Ok(previewing) => {
            request.extensions_mut().insert(previewing);
            next.call(request).await
        }
        Err(problem) => Ok(request.error_response(problem)),
    }
}

/// The parameter that carries the token where a link is all there is.
const PARAMETER: &str = "preview_token";

async fn open(request: &mut ServiceRequest) -> Result<Previewing, Problem> {
    let given = taken_out(request);
    let token = bearer(request.request()).or(given).ok_or_else(nothing)?;
    let editorial = request.app_data::<web::Data<Editorial>>().cloned().ok_or_else(nothing)?;
    let id = previews::opened(&editorial.secret, &token).ok_or_else(nothing)?;
    let found = editorial.read(async move |conn| {
        let Preview { draft_ids, at, .. } = store::previews::find_good(conn, id).await?;
        let drafts = store::drafts::load(conn, &draft_ids).await?;
        let named: Vec<_> = drafts.iter().flat_map(|draft| draft.content.terms()).collect();
        Ok((at, drafts, store::terms::load(conn, &named).await?))
    });
    let (at, drafts, terms) =
        found.await.map_err(|problem| if problem.kind == Kind::NotFound { nothing() } else { problem })?;
    let rendered = spawn_blocking(move || {
        let editions = drafts.into_iter().map(|Draft { id, article, locale, revision, content }| {
            let origin = Origin { id: EditionId(Uuid::now_v7()), article, locale, revision };
            markup::prepare(origin, &complete(id.0, content), &terms)
        });
        editions.collect::<Result<Vec<Edition>, Refusal>>()
    });
    let editions = rendered.await.map_err(|error| Problem::internal(error.to_string()))??;
    Ok(Previewing { editions: Arc::new(editions), at })
}

/// A draft that has no name yet is shown all the same.
fn complete(id: Uuid, content: Content) -> Content {
    let slug = content.slug.or_else(|| Slug::derived_from(&format!("draft {id}")));
    let headline = content.headline.or_else(|| Headline::try_from("Untitled".to_owned()).ok());
    Content { slug, headline, ..content }
}

/// Takes the token out of the query: what follows knows nothing of it, nor does any link that is made.
fn taken_out(request: &mut ServiceRequest) -> Option<String> {
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

fn nothing() -> Problem {
    Problem::new(Kind::NotFound, "There is no such preview, or it has ended.")
}
