//! Sections, tags, authors, series and kickers: those under which something is live.

use actix_web::{HttpRequest, HttpResponse, get, web};
use domain::{Hero, Limit, Locale, Site, Slug};
use serde::{Deserialize, Serialize};
use store::delivery::terms;
use store::delivery::terms::{ListedTerm, TermPosition};
use store::{DeliveryConn, cache_tags};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::delivery::item;
use crate::delivery::item::LocaleQuery;
use crate::delivery::list;
use crate::delivery::list::PageLinks;
use crate::delivery::read_source::ReadSource;
use crate::delivery::{PublicApi, parameters};
use crate::http::cache_key::CacheKey;
use crate::http::cursor::Cursor;
use crate::http::query_params::{ParamErrors, Query};
use crate::http::response::Response;
use crate::problem::{Problem, ProblemError};
use crate::response_cache::lookup::LookupRequest;

/// A section, tag, series or kicker, with how much is live under it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct PublicTerm {
    /// Its name in URLs and filters.
    #[schema(example = "engineering")]
    slug: String,
    /// Its name in print.
    #[schema(example = "Engineering")]
    name: String,
    /// A sentence or two about it.
    description: Option<String>,
    /// How many articles are live under it, in the locale asked for.
    #[schema(minimum = 1, example = 12)]
    article_count: i64,
}

/// An author, with how much of theirs is live.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct PublicAuthor {
    /// The author's name in URLs and filters.
    #[schema(example = "vera")]
    slug: String,
    /// The author's name in print.
    #[schema(example = "Vera")]
    name: String,
    /// The biography, plain text.
    bio: Option<String>,
    /// The author's home page, or how to write to the author: `http`, `https` or `mailto`.
    url: Option<String>,
    /// The portrait.
    picture: Option<Hero>,
    /// How many of the author's articles are live, in the locale asked for.
    #[schema(minimum = 1, example = 12)]
    article_count: i64,
}

/// One page of terms, by slug.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct TermPage {
    /// The terms.
    data: Vec<PublicTerm>,
    /// Where the list goes on.
    page: PageLinks,
}

/// One page of authors, by slug.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct AuthorPage {
    /// The authors.
    data: Vec<PublicAuthor>,
    /// Where the list goes on.
    page: PageLinks,
}

/// Which terms.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct TermQuery {
    /// The locale; the site's default when absent.
    #[param(value_type = Option<Locale>)]
    locale: Option<String>,
    /// How many on a page, 1 to 100.
    #[param(value_type = Option<i32>, minimum = 1, maximum = 100, example = 20)]
    limit: Option<String>,
    /// The page after this cursor, from `page.next`.
    after: Option<String>,
    /// The page before this cursor, from `page.previous`.
    before: Option<String>,
    /// Whether to count all there are.
    #[param(value_type = Option<bool>, example = false)]
    total: Option<String>,
    /// An act, by the `sequence` that it was answered with: the answer knows of it, or there is none yet.
    #[param(value_type = Option<i64>, minimum = 1, example = 1)]
    min_sequence: Option<String>,
}

/// Lists sections.
///
/// Those under which something is live, by slug.
#[utoipa::path(tag = "terms", params(TermQuery), responses((status = 200, description = "A page of sections.", body = TermPage)))]
#[get("/sections")]
pub(crate) async fn list_sections(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: Query<TermQuery>,
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
/// Those under which something is live, by slug.
#[utoipa::path(tag = "terms", params(TermQuery), responses((status = 200, description = "A page of tags.", body = TermPage)))]
#[get("/tags")]
pub(crate) async fn list_tags(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: Query<TermQuery>,
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
/// Those under which something is live, by slug.
#[utoipa::path(tag = "terms", params(TermQuery), responses((status = 200, description = "A page of authors.", body = AuthorPage)))]
#[get("/authors")]
pub(crate) async fn list_authors(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: Query<TermQuery>,
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
/// Those under which something is live, by slug.
#[utoipa::path(tag = "terms", params(TermQuery), responses((status = 200, description = "A page of series.", body = TermPage)))]
#[get("/series")]
pub(crate) async fn list_series(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: Query<TermQuery>,
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
/// Those under which something is live, by slug.
#[utoipa::path(tag = "terms", params(TermQuery), responses((status = 200, description = "A page of kickers.", body = TermPage)))]
#[get("/kickers")]
pub(crate) async fn list_kickers(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: Query<TermQuery>,
) -> Result<HttpResponse, Problem> {
    list::<PublicTerm>(&delivery, &request, "kicker", query.0).await
}

async fn list<T: FromListed>(
    delivery: &PublicApi,
    request: &HttpRequest,
    kind: &'static str,
    query: TermQuery,
) -> Result<HttpResponse, Problem> {
    let mut errors = ParamErrors::default();
    let locale = item::locale(query.locale, delivery, &mut errors);
    let limit = errors.check("limit", query.limit.map(parameters::limit).transpose()).unwrap_or_default();
    let total = errors.check("total", query.total.map(parameters::flag).transpose()).unwrap_or_default();
    let min_sequence = item::min_sequence(query.min_sequence.clone(), &mut errors);
    list::check_one_direction(query.after.as_ref(), query.before.as_ref(), &mut errors);
    errors.finish()?;
    let identity = format!("{kind} {locale}");
    let TermQuery { after, before, .. } = query;
    let position = match (&after, &before) {
        (Some(after), _) => Some(position(delivery, &identity, "after", after, false)?),
        (None, Some(before)) => Some(position(delivery, &identity, "before", before, true)?),
        (None, None) => None,
    };
    let asked = CacheKey::for_route(request)
        .with("locale", delivery.other_locale(&locale))
        .with("limit", (limit != Limit::default()).then(|| limit.get()))
        .with("total", total.then_some(true))
        .with("after", after)
        .with("before", before)
        .into_string();
    let (epoch, key, site) = (delivery.epoch(), asked.clone(), delivery.site.clone());
    delivery
        .respond(request, LookupRequest { key: asked, min_sequence }, async move |source: ReadSource| {
            let read = async |conn: &mut DeliveryConn| {
                let page = terms::list(conn, kind, &locale, position.as_ref(), limit).await?;
                Ok((page, if total { Some(terms::count(conn, kind, &locale).await?) } else { None }))
            };
            let ((terms, more), total) = source.read(read).await?;
            let links = neighbours(epoch, &identity, &terms, position.as_ref(), more)?;
            let links = PageLinks { total: total.map(list::counted), ..links };
            let data: Vec<T> = terms.into_iter().map(|term| T::from_listed(term, &site)).collect();
            let (data, page) = (serde_json::to_string(&data)?, serde_json::to_string(&links)?);
            let body = format!("{{\"data\":{data},\"page\":{page}}}");
            let links = list::link_header(&key, &links);
            Ok(Response { links, ..Response::live(body, vec![cache_tags::LISTS.to_owned()]) })
        })
        .await
}

async fn find<T: FromListed>(
    delivery: &PublicApi,
    request: &HttpRequest,
    kind: &'static str,
    query: LocaleQuery,
) -> Result<HttpResponse, Problem> {
    let mut errors = ParamErrors::default();
    let (locale, min_sequence) = item::locale_of(query, delivery, &mut errors);
    errors.finish()?;
    let slug =
        Slug::try_from(request.match_info().query("slug").to_owned()).map_err(|_| Problem::not_found())?;
    let asked =
        CacheKey::for_item(request, &slug).with("locale", delivery.other_locale(&locale)).into_string();
    let site = delivery.site.clone();
    delivery
        .respond(request, LookupRequest { key: asked, min_sequence }, async move |source: ReadSource| {
            let read = async |conn: &mut DeliveryConn| terms::find(conn, kind, &locale, slug.as_str()).await;
            let term = T::from_listed(source.read(read).await?, &site);
            Ok(Response::live(serde_json::to_string(&term)?, vec![cache_tags::term(kind, slug.as_str())]))
        })
        .await
}

fn position(
    delivery: &PublicApi,
    list: &str,
    name: &str,
    cursor: &str,
    before: bool,
) -> Result<TermPosition, Problem> {
    let slug = Slug::try_from(Cursor::decode(delivery.epoch(), list, name, cursor)?);
    let refused = ProblemError::parameter(name, "cursor", "This is not a cursor that a list gave.");
    let slug = slug.map_err(|_| Problem::invalid_parameters(vec![refused]))?;
    Ok(TermPosition { slug: slug.to_string(), before })
}

fn neighbours(
    epoch: Uuid,
    identity: &str,
    terms: &[ListedTerm],
    position: Option<&TermPosition>,
    more: bool,
) -> Result<PageLinks, Problem> {
    let backwards = position.is_some_and(|position| position.before);
    let (more_after, more_before) = if backwards { (true, more) } else { (more, position.is_some()) };
    let cursor = |term: Option<&ListedTerm>| {
        term.map(|term| Cursor::encode(epoch, identity, term.slug.clone())).transpose()
    };
    let next = if more_after { cursor(terms.last())? } else { None };
    let previous = if more_before { cursor(terms.first())? } else { None };
    Ok(PageLinks { next, previous, total: None })
}

/// A term as readers get it.
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
