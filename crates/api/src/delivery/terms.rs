//! Sections, tags, authors, series and kickers that have live articles.

use actix_web::{HttpRequest, HttpResponse, get, web};
use domain::{Hero, Site, Slug};
use serde::{Deserialize, Serialize};
use store::delivery::terms;
use store::delivery::terms::{ListedTerm, TermPosition};
use store::{DeliveryConn, cache_tags};
use utoipa::ToSchema;

use crate::delivery::PublicApi;
use crate::delivery::parameters::LocaleQuery;
use crate::delivery::read_source::ReadSource;
use crate::http::cache_key;
use crate::http::cursor::CursorList;
use crate::http::pagination::{PageLinks, PageQuery};
use crate::http::query_params::Query;
use crate::http::response::Response;
use crate::problem::Problem;
use crate::response_cache::lookup::LookupRequest;

/// A section, tag, series or kicker, with the number of live articles.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct PublicTerm {
    /// The slug, for URLs and filters.
    #[schema(example = "engineering")]
    slug: String,
    /// The display name.
    #[schema(example = "Engineering")]
    name: String,
    /// A short description.
    description: Option<String>,
    /// The number of live articles in the requested locale.
    #[schema(minimum = 1, example = 12)]
    article_count: i64,
}

/// An author, with the number of live articles.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct PublicAuthor {
    /// The slug of the author, for URLs and filters.
    #[schema(example = "vera")]
    slug: String,
    /// The display name of the author.
    #[schema(example = "Vera")]
    name: String,
    /// The biography, as plain text.
    bio: Option<String>,
    /// The home page or mail address of the author: `http`, `https` or `mailto`.
    url: Option<String>,
    /// The portrait.
    picture: Option<Hero>,
    /// The number of live articles in the requested locale.
    #[schema(minimum = 1, example = 12)]
    article_count: i64,
}

/// A page of terms, sorted by slug.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct TermPage {
    /// The terms.
    data: Vec<PublicTerm>,
    /// The cursors of the next and the previous page.
    page: PageLinks,
}

/// A page of authors, sorted by slug.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct AuthorPage {
    /// The authors.
    data: Vec<PublicAuthor>,
    /// The cursors of the next and the previous page.
    page: PageLinks,
}

type TermListQuery = Query<(LocaleQuery, PageQuery)>;

/// Lists sections.
///
/// Returns those with at least one live article, sorted by slug.
#[utoipa::path(tag = "terms", params(TermListQuery), responses((status = 200, description = "A page of sections.", body = TermPage)))]
#[get("/sections")]
pub(crate) async fn list_sections(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: TermListQuery,
) -> Result<HttpResponse, Problem> {
    list::<PublicTerm>(&delivery, &request, "section", query.0).await
}

/// Gets one section.
#[utoipa::path(tag = "terms", params(("slug" = Slug, Path, description = "The slug."), LocaleQuery), responses((status = 200, description = "The section.", body = PublicTerm)))]
#[get("/sections/{slug}")]
pub(crate) async fn get_section(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: Query<LocaleQuery>,
) -> Result<HttpResponse, Problem> {
    find::<PublicTerm>(&delivery, &request, "section", query.0).await
}

/// Lists tags.
///
/// Returns those with at least one live article, sorted by slug.
#[utoipa::path(tag = "terms", params(TermListQuery), responses((status = 200, description = "A page of tags.", body = TermPage)))]
#[get("/tags")]
pub(crate) async fn list_tags(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: TermListQuery,
) -> Result<HttpResponse, Problem> {
    list::<PublicTerm>(&delivery, &request, "tag", query.0).await
}

/// Gets one tag.
#[utoipa::path(tag = "terms", params(("slug" = Slug, Path, description = "The slug."), LocaleQuery), responses((status = 200, description = "The tag.", body = PublicTerm)))]
#[get("/tags/{slug}")]
pub(crate) async fn get_tag(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: Query<LocaleQuery>,
) -> Result<HttpResponse, Problem> {
    find::<PublicTerm>(&delivery, &request, "tag", query.0).await
}

/// Lists authors.
///
/// Returns those with at least one live article, sorted by slug.
#[utoipa::path(tag = "terms", params(TermListQuery), responses((status = 200, description = "A page of authors.", body = AuthorPage)))]
#[get("/authors")]
pub(crate) async fn list_authors(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: TermListQuery,
) -> Result<HttpResponse, Problem> {
    list::<PublicAuthor>(&delivery, &request, "author", query.0).await
}

/// Gets one author.
#[utoipa::path(tag = "terms", params(("slug" = Slug, Path, description = "The slug."), LocaleQuery), responses((status = 200, description = "The author.", body = PublicAuthor)))]
#[get("/authors/{slug}")]
pub(crate) async fn get_author(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: Query<LocaleQuery>,
) -> Result<HttpResponse, Problem> {
    find::<PublicAuthor>(&delivery, &request, "author", query.0).await
}

/// Lists series.
///
/// Returns those with at least one live article, sorted by slug.
#[utoipa::path(tag = "terms", params(TermListQuery), responses((status = 200, description = "A page of series.", body = TermPage)))]
#[get("/series")]
pub(crate) async fn list_series(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: TermListQuery,
) -> Result<HttpResponse, Problem> {
    list::<PublicTerm>(&delivery, &request, "series", query.0).await
}

/// Gets one series.
#[utoipa::path(tag = "terms", params(("slug" = Slug, Path, description = "The slug."), LocaleQuery), responses((status = 200, description = "The series.", body = PublicTerm)))]
#[get("/series/{slug}")]
pub(crate) async fn get_series(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: Query<LocaleQuery>,
) -> Result<HttpResponse, Problem> {
    find::<PublicTerm>(&delivery, &request, "series", query.0).await
}

/// Lists kickers.
///
/// Returns those with at least one live article, sorted by slug.
#[utoipa::path(tag = "terms", params(TermListQuery), responses((status = 200, description = "A page of kickers.", body = TermPage)))]
#[get("/kickers")]
pub(crate) async fn list_kickers(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: TermListQuery,
) -> Result<HttpResponse, Problem> {
    list::<PublicTerm>(&delivery, &request, "kicker", query.0).await
}

async fn list<T: FromListed>(
    api: &PublicApi,
    request: &HttpRequest,
    kind: &'static str,
    mut params: (LocaleQuery, PageQuery),
) -> Result<HttpResponse, Problem> {
    let (locale, min_sequence) = (params.0.resolve(&api.site), params.0.min_sequence);
    let key = cache_key::for_route(request, &params);
    let (locale_query, page) = params;
    let list = CursorList::new(api.epoch(), kind, &locale_query);
    let position = page.position(&list)?;
    let position = position.map(|(slug, before): (Slug, bool)| TermPosition { slug: slug.into(), before });
    let (url, site) = (key.clone(), api.site.clone());
    api.respond(request, LookupRequest { key, min_sequence }, async move |source: ReadSource| {
        let read = async |conn: &mut DeliveryConn| {
            let terms = terms::list(conn, kind, &locale, position.as_ref(), page.limit.0).await?;
            Ok((terms, if page.total.0 { Some(terms::count(conn, kind, &locale).await?) } else { None }))
        };
        let ((terms, more), total) = source.read(read).await?;
        let links = page.links(&list, (&terms, more), total, |term| term.slug.clone());
        let data: Vec<T> = terms.into_iter().map(|term| T::from_listed(term, &site)).collect();
        let (data, page) = (serde_json::to_string(&data)?, serde_json::to_string(&links)?);
        let body = format!("{{\"data\":{data},\"page\":{page}}}");
        Ok(Response { links: links.header(&url), ..Response::live(body, vec![cache_tags::LISTS.to_owned()]) })
    })
    .await
}

async fn find<T: FromListed>(
    api: &PublicApi,
    request: &HttpRequest,
    kind: &'static str,
    mut query: LocaleQuery,
) -> Result<HttpResponse, Problem> {
    let (locale, min_sequence) = (query.resolve(&api.site), query.min_sequence);
    let slug =
        Slug::try_from(request.match_info().query("slug").to_owned()).map_err(|_| Problem::not_found())?;
    let key = cache_key::for_item(request, "{slug}", &slug, &query);
    let site = api.site.clone();
    api.respond(request, LookupRequest { key, min_sequence }, async move |source: ReadSource| {
        let read = async |conn: &mut DeliveryConn| terms::find(conn, kind, &locale, slug.as_str()).await;
        let term = T::from_listed(source.read(read).await?, &site);
        Ok(Response::live(serde_json::to_string(&term)?, vec![cache_tags::term(kind, slug.as_str())]))
    })
    .await
}

/// A term in the public form.
trait FromListed: Serialize {
    fn from_listed(listed: ListedTerm, site: &Site) -> Self;
}

impl FromListed for PublicTerm {
    fn from_listed(listed: ListedTerm, _: &Site) -> Self {
        let ListedTerm { slug, name, description, url: _, picture: _, article_count } = listed;
        Self { slug, name, description, article_count }
    }
}

impl FromListed for PublicAuthor {
    fn from_listed(listed: ListedTerm, site: &Site) -> Self {
        let ListedTerm { slug, name, description, url, picture, article_count } = listed;
        let url = url.and_then(|url| site.contact_url(&url));
        let picture = picture.and_then(|picture| picture.for_readers(site));
        Self { slug, name, bio: description, url, picture, article_count }
    }
}
