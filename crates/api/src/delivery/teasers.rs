//! Teasers: what list pages show.

use actix_web::{HttpRequest, HttpResponse, get, web};
use domain::Teaser;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::delivery::item;
use crate::delivery::item::LocaleQuery;
use crate::delivery::list::{ListRequest, PageLinks};
use crate::delivery::parameters::TeaserQuery;
use crate::delivery::{PublicApi, list};
use crate::http::query_params::Query;
use crate::problem::Problem;

/// One page of teasers.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct TeaserPage {
    /// The teasers, in the order asked for.
    data: Vec<Teaser>,
    /// Where the list goes on.
    page: PageLinks,
}

/// Lists teasers.
///
/// The newest first, unless `sort` says otherwise. Filters are combined: every one must hold.
#[utoipa::path(tag = "teasers", params(TeaserQuery), responses((status = 200, description = "A page of teasers.", body = TeaserPage)))]
#[get("/teasers")]
pub(crate) async fn list_teasers(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: Query<TeaserQuery>,
) -> Result<HttpResponse, Problem> {
    let listing = ListRequest::of_teasers(query.0, &delivery)?;
    list::answer(&delivery, &request, listing).await
}

/// Gets one teaser.
///
/// `slug` is the article's name in URLs, or `id:` and its identity. An old slug redirects to the one it has now.
#[utoipa::path(tag = "teasers", params(("slug" = String, Path, description = "The slug, or `id:` and the identity.", example = "feature-flag-hygiene"), LocaleQuery),
    responses((status = 200, description = "The teaser.", body = Teaser), (status = 308, description = "The article has another slug now; see `Location`.")))]
#[get("/teasers/{slug}")]
pub(crate) async fn get_teaser(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: Query<LocaleQuery>,
) -> Result<HttpResponse, Problem> {
    item::teaser(&delivery, &request, query.0).await
}
