//! The response with one teaser or article, found by slug or ID.

use actix_web::{HttpRequest, HttpResponse};
use domain::{ArticleId, Site, Slug};
use store::cache_tags;
use store::delivery::editions;
use store::delivery::editions::{EditionAddress, Fields, FoundEdition};
use uuid::Uuid;

use crate::delivery::PublicApi;
use crate::delivery::parameters::{BodyQuery, LocaleQuery};
use crate::delivery::read_source::ReadSource;
use crate::http::cache_key;
use crate::http::response::Response;
use crate::problem::{Problem, ProblemKind};
use crate::response_cache::lookup::LookupRequest;

/// Responds with the teaser or article at the address in the path.
pub(crate) async fn respond(
    api: &PublicApi,
    request: &HttpRequest,
    mut params: (LocaleQuery, BodyQuery),
    fields: Fields,
) -> Result<HttpResponse, Problem> {
    let (locale, min_sequence) = (params.0.resolve(&api.site), params.0.min_sequence);
    // Text that can be no address gets the same 404 as an unknown address.
    let address = address(request).ok_or_else(Problem::not_found)?;
    let name = match &address {
        EditionAddress::Slug(slug) => slug.clone(),
        EditionAddress::Id(id) => format!("id:{id}"),
    };
    let key = cache_key::for_item(request, "{slug}", name, &params);
    let (site, url) = (api.site.clone(), key.clone());
    api.respond(request, LookupRequest { key, min_sequence }, async move |source: ReadSource| {
        let found = source.read(async |conn| editions::find(conn, &locale, &address, fields).await).await?;
        response(&site, &url, found, fields)
    })
    .await
}

fn response(site: &Site, url: &str, found: FoundEdition, fields: Fields) -> Result<Response, Problem> {
    let live = match found {
        FoundEdition::Live(live) => live,
        FoundEdition::Moved(slug) => {
            return Ok(Response::moved(moved(url, &slug), vec![cache_tags::LISTS.to_owned()]));
        }
        FoundEdition::Gone => {
            return Err(Problem::new(ProblemKind::Gone, "The article that had this address was withdrawn."));
        }
    };
    let mut body = String::new();
    if fields.article {
        live.write(site, &mut body)?
    } else {
        live.teaser.write(site, &mut body)
    }
    let series = live.series.as_ref().map(|series| cache_tags::term("series", series.slug.as_str()));
    let shown = live.dependencies().map(|ArticleId(id)| cache_tags::article(id));
    let tags = shown.chain(series).collect();
    let (last_modified, language) = (Some(live.teaser.updated_at), Some(live.teaser.locale.clone()));
    Ok(Response { last_modified, language, ..Response::live(body, tags) })
}

fn address(request: &HttpRequest) -> Option<EditionAddress> {
    let name = request.match_info().query("slug");
    match name.strip_prefix("id:") {
        Some(id) => id.parse::<Uuid>().ok().map(EditionAddress::Id),
        None => Slug::try_from(name.to_owned()).ok().map(|slug| EditionAddress::Slug(slug.to_string())),
    }
}

/// The same for the article under its current slug.
fn moved(url: &str, slug: &str) -> String {
    let (path, query) = (cache_key::path(url), cache_key::query(url));
    let list = path.rsplit_once('/').map_or("", |(before, _)| before);
    let question_mark = if query.is_empty() { "" } else { "?" };
    format!("{list}/{slug}{question_mark}{query}")
}
