//! What a path is now, for whoever got a request for it. The one place where readers' languages are negotiated.

use actix_web::{HttpRequest, HttpResponse, get, web};
use domain::{Invalid, Locale, PathLookup, Resolution, ResolvedPath, Site, SitePath};
use serde::Deserialize;
use store::cache_tags;
use store::delivery::resolve;
use utoipa::IntoParams;

use crate::delivery::read_source::ReadSource;
use crate::delivery::{PublicApi, item};
use crate::http::accept_language::Languages;
use crate::http::cache_key::CacheKey;
use crate::http::query_params::{ParamErrors, Query};
use crate::http::response::{Response, Vary};
use crate::problem::Problem;
use crate::response_cache::lookup::LookupRequest;

/// Which path.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PathQuery {
    /// A path as the site's addresses have it: the part of a URL behind the host, without query and fragment. With or
    /// without the path of the site's own address, with or without a slash at its end, percent-encoded or not.
    #[param(
        required = true,
        max_length = 1024,
        pattern = r"^/([^%?#\u0000-\u001f\u007f\ufffd]|%([2-689A-Fa-f][0-9A-Fa-f]|7[0-9A-Ea-e]))*$",
        example = "/engineering/feature-flag-hygiene"
    )]
    path: Option<String>,
    /// The locale to look in, whatever the path names and `Accept-Language` prefers.
    #[param(value_type = Option<Locale>)]
    locale: Option<String>,
    /// An act, by the `sequence` that it was answered with: the answer knows of it, or there is none yet.
    #[param(value_type = Option<i64>, minimum = 1, example = 1)]
    min_sequence: Option<String>,
}

/// Says what a path is now.
///
/// `live`: an article lives at exactly this path. `moved`: the path leads to `target`, because the slug or section of the
/// article was changed, because of a redirect, or because paths were made in another way before. `gone`: the article was
/// withdrawn or taken down. `unknown`: nothing public ever had this path. Where paths name no locale, one is chosen in
/// which the path is something: what lives there comes before what leads elsewhere, and that before what is gone; then
/// `Accept-Language` decides, by lookup (RFC 4647, 3.4), then the site's default.
#[utoipa::path(tag = "articles", params(PathQuery, Languages), responses((status = 200, description = "What the path is.", body = Resolution)))]
#[get("/resolve")]
pub(crate) async fn resolve_path(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: Query<PathQuery>,
    languages: Languages,
) -> Result<HttpResponse, Problem> {
    let path = query.0.path.clone();
    let (lookup, min_sequence) = lookup(query.0, &delivery)?;
    let (vary, key) = asked(&request, path, &lookup, &languages, &delivery.site);
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

/// What the path that is asked for may be, and the act that the answer must know of.
fn lookup(query: PathQuery, delivery: &PublicApi) -> Result<(PathLookup, Option<i64>), Problem> {
    let mut errors = ParamErrors::default();
    let locale = errors.check("locale", query.locale.map(Locale::try_from).transpose());
    let path = query.path.ok_or_else(|| Invalid::one("required", "The path to look up is missing."));
    let path = errors.check("path", path.and_then(SitePath::try_from).map(Some));
    let min_sequence = item::min_sequence(query.min_sequence, &mut errors);
    errors.finish()?;
    let path = path.ok_or_else(|| Problem::internal("a path that is neither there nor missing"))?;
    Ok((delivery.site.lookup(&path, locale.as_ref()), min_sequence))
}

/// What the answer depends on, and the address that it is cached under.
fn asked(
    request: &HttpRequest,
    path: Option<String>,
    lookup: &PathLookup,
    languages: &Languages,
    site: &Site,
) -> (Vary, String) {
    // All locales that are not configured are one: nothing is found in any of them.
    let only = lookup.locales.first().map(Locale::to_string).unwrap_or_default();
    let locale = (lookup.locales != site.locales).then_some(only);
    let key = CacheKey::for_route(request).with("path", path).with("locale", locale).into_string();
    if lookup.is_negotiated {
        // No request is spelled like that: what readers prefer is in no address.
        (Vary::EncodingAndLanguage, format!("{key}\n{:?}", languages.0))
    } else {
        (Vary::Encoding, key)
    }
}
