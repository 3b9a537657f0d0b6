//! The front page: what this is, and where to go.

use actix_web::{HttpRequest, HttpResponse, web};

use crate::delivery::{Delivery, live_count};
use crate::docs_site::{only_read, templates};
use crate::problem::Problem;

/// Says what this is. Without the database it says less, and is there all the same.
pub(super) async fn front(
    delivery: web::Data<Delivery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    only_read(&request)?;
    let count = live_count(&delivery).await.ok();
    Ok(templates::front(&delivery.site.name, count.as_deref()).to(&request))
}
