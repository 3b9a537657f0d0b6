//! Resolves a path to its status and target. This is the only operation that negotiates languages.

use actix_web::{HttpRequest, HttpResponse, get, web};
use domain::{Locale, PathLookup, Resolution, ResolvedPath, Site, SitePath};
use store::cache_tags;
use store::delivery::resolve;

use crate::delivery::PublicApi;
use crate::delivery::parameters::FreshnessQuery;
use crate::delivery::read_source::ReadSource;
use crate::http::accept_language::Languages;
use crate::http::cache_key;
use crate::http::query_params::{Query, query_params};
use crate::http::response::{Response, Vary};
use crate::problem::Problem;
use crate::response_cache::lookup::LookupRequest;

query_params! {
    /// The path to resolve.
    pub(crate) struct PathQuery {
        /// The path of a URL of the site, without query and fragment. The path of the site's base URL may be included
        /// or not, a trailing slash too, and the path may be percent-encoded or not.
        #[example = "/engineering/feature-flag-hygiene"]
        path: SitePath,
        /// The locale to search. Overrides the locale in the path and `Accept-Language`.
        locale: Option<Locale>,
    }
}

type ResolveQuery = Query<(PathQuery, FreshnessQuery)>;

/// Resolves a path.
///
/// `live`: an article has exactly this path. `moved`: the path redirects to `target`, because the slug or section of
/// the article changed, because of a redirect, or because of a former path pattern. `gone`: the article was withdrawn
/// or taken down. `unknown`: nothing public ever had this path. If paths contain no locale, the locale with the best
/// status is chosen: `live` before `moved` before `gone`. Among equals, `Accept-Language` decides (lookup, RFC 4647,
/// section 3.4), then the site's default locale.
#[utoipa::path(tag = "articles", params(ResolveQuery, Languages), responses((status = 200, description = "The status of the path.", body = Resolution)))]
#[get("/resolve")]
pub(crate) async fn resolve_path(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: ResolveQuery,
    languages: Languages,
) -> Result<HttpResponse, Problem> {
    let (path, FreshnessQuery { min_sequence }) = query.0;
    let lookup = delivery.site.lookup(&path.path, path.locale.as_ref());
    let (vary, key) = vary_and_key(&request, path, &lookup, &languages, &delivery.site);
    let site = delivery.site.clone();
    delivery
        .respond(&request, LookupRequest { key, min_sequence }, async move |source: ReadSource| {
            let known = source.read(async |conn| resolve::find(conn, &lookup).await).await?;
            let resolved = ResolvedPath::resolve(&site, &lookup, &known, &languages.0);
            let mut body = String::new();
            resolved.write(&site, &mut body);
            let language = resolved.article.map(|article| article.locale);
            Ok(Response { language, vary, ..Response::live(body, vec![cache_tags::LISTS.to_owned()]) })
        })
        .await
}

/// The headers that the response depends on, and its cache key.
fn vary_and_key(
    request: &HttpRequest,
    query: PathQuery,
    lookup: &PathLookup,
    languages: &Languages,
    site: &Site,
) -> (Vary, String) {
    // All locales that are not configured share a key: nothing is found in any of them.
    let only = || lookup.locales.first().cloned().unwrap_or_else(Locale::none);
    let query = PathQuery { locale: (lookup.locales != site.locales).then(only), ..query };
    let key = cache_key::for_route(request, &query);
    if lookup.is_negotiated {
        // No request is spelled like this key, because no URI contains the languages that a client prefers.
        (Vary::EncodingAndLanguage, format!("{key}\n{:?}", languages.0))
    } else {
        (Vary::Encoding, key)
    }
}
