//! Teasers: the list, and one by its slug.

use actix_web::{HttpRequest, HttpResponse, get, web};
use domain::Teaser;
use serde::{Deserialize, Serialize};
use store::delivery::editions::Fields;
use utoipa::ToSchema;

use crate::delivery::list::ArticleFilter;
use crate::delivery::parameters::{BodyQuery, LocaleQuery};
use crate::delivery::{PublicApi, item, list};
use crate::http::pagination::{PageLinks, PageQuery};
use crate::http::query_params::Query;
use crate::problem::Problem;

/// A page of teasers.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct TeaserPage {
    /// The teasers, in the requested order.
    data: Vec<Teaser>,
    /// The cursors of the next and the previous page.
    page: PageLinks,
}

type TeaserListQuery = Query<(ArticleFilter, PageQuery)>;

/// Lists teasers.
///
/// Sorted by date of first publication, the newest first, unless `sort` is given. Filters are combined with AND.
#[utoipa::path(tag = "teasers", params(TeaserListQuery), responses((status = 200, description = "A page of teasers.", body = TeaserPage)))]
#[get("/teasers")]
pub(crate) async fn list_teasers(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: TeaserListQuery,
) -> Result<HttpResponse, Problem> {
    list::respond(&delivery, &request, query.0, BodyQuery::default(), Fields::default()).await
}

/// Gets one teaser.
///
/// `slug` is the slug of the article, or `id:` followed by its ID. A former slug redirects to the current one.
#[utoipa::path(tag = "teasers", params(("slug" = String, Path, description = "The slug, or `id:` followed by the ID.", example = "feature-flag-hygiene"), LocaleQuery),
    responses((status = 200, description = "The teaser.", body = Teaser), (status = 308, description = "The article has another slug now; `Location` is its address.")))]
#[get("/teasers/{slug}")]
pub(crate) async fn get_teaser(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: Query<LocaleQuery>,
) -> Result<HttpResponse, Problem> {
    item::respond(&delivery, &request, (query.0, BodyQuery::default()), Fields::default()).await
}
