//! Whole articles: the list, and one by its slug.

use actix_web::{HttpRequest, HttpResponse, get, web};
use domain::PublicArticle;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::delivery::list::ArticleFilter;
use crate::delivery::parameters::{BodyForm, BodyQuery, LocaleQuery};
use crate::delivery::{PublicApi, item, list};
use crate::http::pagination::{PageLinks, PageQuery};
use crate::http::query_params::Query;
use crate::problem::Problem;

/// A page of articles.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct ArticlePage {
    /// The articles, in the requested order.
    data: Vec<PublicArticle>,
    /// The cursors of the next and the previous page.
    page: PageLinks,
}

type ArticleListQuery = Query<(ArticleFilter, PageQuery, BodyQuery)>;
type ArticleQuery = Query<(LocaleQuery, BodyQuery)>;

/// Lists articles.
///
/// Takes the same filters as the list of teasers, and returns whole articles. Bodies are included in the formats that
/// `body` names; by default, none are.
#[utoipa::path(tag = "articles", params(ArticleListQuery), responses((status = 200, description = "A page of articles.", body = ArticlePage)))]
#[get("/articles")]
pub(crate) async fn list_articles(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: ArticleListQuery,
) -> Result<HttpResponse, Problem> {
    let (filter, page, mut body) = query.0;
    let fields = body.resolve(BodyForm::None);
    list::respond(&delivery, &request, (filter, page), body, fields).await
}

/// Gets one article.
///
/// `slug` is the slug of the article, or `id:` followed by its ID. A former slug redirects to the current one.
#[utoipa::path(tag = "articles", params(("slug" = String, Path, description = "The slug, or `id:` followed by the ID.", example = "feature-flag-hygiene"), ArticleQuery),
    responses((status = 200, description = "The article.", body = PublicArticle), (status = 308, description = "The article has another slug now; `Location` is its address.")))]
#[get("/articles/{slug}")]
pub(crate) async fn get_article(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: ArticleQuery,
) -> Result<HttpResponse, Problem> {
    let (locale, mut body) = query.0;
    let fields = body.resolve(BodyForm::Html);
    item::respond(&delivery, &request, (locale, body), fields).await
}
