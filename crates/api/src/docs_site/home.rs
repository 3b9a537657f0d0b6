//! The home page: what this server is, and links to the API and the documentation.

use actix_web::{HttpRequest, HttpResponse, web};

use crate::delivery::{PublicApi, live_count};
use crate::docs_site::{require_get, templates};
use crate::problem::Problem;

/// Serves the home page, without the number of live articles if the database is unavailable.
pub(crate) async fn home(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    require_get(&request)?;
    let count = live_count(&delivery).await.ok();
    Ok(templates::home(&delivery.site().name, count.as_deref()).respond_to(&request))
}
