//! The front page: what this is, and where to go.

use actix_web::{HttpRequest, HttpResponse, web};

use crate::delivery::{Delivery, live_count};
use crate::docs_site::{require_get, templates};
use crate::problem::Problem;

/// Says what this is. Without the database it says less, and is there all the same.
pub(crate) async fn home(
    delivery: web::Data<Delivery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    require_get(&request)?;
    let count = live_count(&delivery).await.ok();
    Ok(templates::home(&delivery.site.name, count.as_deref()).to(&request))
}
