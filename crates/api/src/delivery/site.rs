//! What is true of the whole publication.

use actix_web::{HttpRequest, HttpResponse, get, web};
use domain::Site;

use crate::delivery::Delivery;
use crate::problem::Problem;
use crate::protocol::answer::Answer;
use crate::protocol::query::{NoQuery, Query};

/// Gets the publication.
///
/// Its name, its address, its locales, and how the addresses of articles are made.
#[utoipa::path(tag = "site", responses((status = 200, description = "The publication.", body = Site)))]
#[get("/site")]
pub(crate) async fn get_site(
    delivery: web::Data<Delivery>,
    request: HttpRequest,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    Ok(Answer::live(serde_json::to_string(&*delivery.site)?, Vec::new()).to(&request).await)
}
