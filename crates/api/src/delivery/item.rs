//! One teaser or article, by its address.

use actix_web::{HttpRequest, HttpResponse};
use domain::{ArticleId, Invalid, Locale, Site, Slug};
use serde::Deserialize;
use store::cache_tags;
use store::delivery::editions;
use store::delivery::editions::{EditionAddress, Fields, FoundEdition};
use utoipa::IntoParams;
use uuid::Uuid;

use crate::delivery::read_source::ReadSource;
use crate::delivery::{PublicApi, parameters};
use crate::http::cache_key;
use crate::http::cache_key::CacheKey;
use crate::http::query_params;
use crate::http::query_params::ParamErrors;
use crate::http::response::Response;
use crate::problem::{Problem, ProblemKind};
use crate::response_cache::lookup::LookupRequest;

/// In which locale.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct LocaleQuery {
    /// The locale; the site's default when absent.
    #[param(value_type = Option<Locale>)]
    locale: Option<String>,
    /// An act, by the `sequence` that it was answered with: the answer knows of it, or there is none yet.
    #[param(value_type = Option<i64>, minimum = 1, example = 1)]
    min_sequence: Option<String>,
}

/// In which locale, and with which forms of the body.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct BodyQuery {
    /// The locale; the site's default when absent.
    #[param(value_type = Option<Locale>)]
    locale: Option<String>,
    /// The forms of the body, separated by commas: `html`, `markdown`, `blocks`, `text`, or `none`. `html` when absent.
    #[param(
        pattern = "^(html|markdown|blocks|text|none)(,(html|markdown|blocks|text|none)){0,49}$",
        example = "html,blocks"
    )]
    body: Option<String>,
    /// An act, by the `sequence` that it was answered with: the answer knows of it, or there is none yet.
    #[param(value_type = Option<i64>, minimum = 1, example = 1)]
    min_sequence: Option<String>,
}

pub(crate) async fn teaser(
    delivery: &PublicApi,
    request: &HttpRequest,
    query: LocaleQuery,
) -> Result<HttpResponse, Problem> {
    let mut errors = ParamErrors::default();
    let locale = locale(query.locale, delivery, &mut errors);
    let min_sequence = min_sequence(query.min_sequence, &mut errors);
    errors.finish()?;
    find(delivery, request, locale, Fields::default(), min_sequence).await
}

pub(crate) async fn article(
    delivery: &PublicApi,
    request: &HttpRequest,
    query: BodyQuery,
) -> Result<HttpResponse, Problem> {
    let mut errors = ParamErrors::default();
    let locale = locale(query.locale, delivery, &mut errors);
    let wanted = wanted(query.body.or(Some("html".to_owned())), &mut errors);
    let min_sequence = min_sequence(query.min_sequence, &mut errors);
    errors.finish()?;
    find(delivery, request, locale, wanted, min_sequence).await
}

/// The act that an answer must know of.
pub(crate) fn min_sequence(asked: Option<String>, errors: &mut ParamErrors) -> Option<i64> {
    errors.check("min_sequence", asked.map(parameters::sequence).transpose())
}

/// The locale asked for, or the default. In a locale that is not configured nothing is found, also where articles were
/// published in it before the configuration was changed.
pub(crate) fn locale(asked: Option<String>, delivery: &PublicApi, errors: &mut ParamErrors) -> Locale {
    match errors.check("locale", asked.map(Locale::try_from).transpose()) {
        Some(locale) if delivery.site.has_locale(&locale) => locale,
        Some(_) => Locale::none(),
        None => delivery.site.default_locale.clone(),
    }
}

/// The locale that a query asks for, or the default, and the act that the answer must know of.
pub(crate) fn locale_of(
    query: LocaleQuery,
    delivery: &PublicApi,
    errors: &mut ParamErrors,
) -> (Locale, Option<i64>) {
    (locale(query.locale, delivery, errors), min_sequence(query.min_sequence, errors))
}

/// The forms of the body that were asked for.
pub(crate) fn wanted(body: Option<String>, errors: &mut ParamErrors) -> Fields {
    let forms = errors.check("body", query_params::comma_separated(body.as_ref(), form));
    let has = |form: &str| forms.iter().any(|asked| asked == form);
    Fields {
        article: true,
        html: has("html"),
        markdown: has("markdown"),
        text: has("text"),
        blocks: has("blocks"),
    }
}

fn form(name: String) -> Result<String, Invalid> {
    match name.as_str() {
        "html" | "markdown" | "blocks" | "text" | "none" => Ok(name),
        _ => Err(Invalid::one("enum", "A form of the body is html, markdown, blocks, text or none.")),
    }
}

/// The forms of the body as a parameter names them, in one order.
pub(crate) fn named(wanted: Fields) -> Vec<&'static str> {
    let Fields { article: _, html, markdown, text, blocks } = wanted;
    let forms = [(html, "html"), (markdown, "markdown"), (blocks, "blocks"), (text, "text")];
    forms.into_iter().filter_map(|(is_wanted, name)| is_wanted.then_some(name)).collect()
}

async fn find(
    delivery: &PublicApi,
    request: &HttpRequest,
    locale: Locale,
    wanted: Fields,
    min_sequence: Option<i64>,
) -> Result<HttpResponse, Problem> {
    // What can be no address names nothing: that is the same 404 as for any other unknown one.
    let place = place(request).ok_or_else(Problem::not_found)?;
    let asked = match &place {
        EditionAddress::Slug(slug) => CacheKey::for_item(request, slug),
        EditionAddress::Id(id) => CacheKey::for_item(request, format_args!("id:{id}")),
    };
    let forms = match named(wanted).as_slice() {
        _ if !wanted.article => None,
        ["html"] => None,
        [] => Some("none".to_owned()),
        forms => Some(forms.join(",")),
    };
    let asked = asked.with("body", forms).with("locale", delivery.other_locale(&locale)).into_string();
    let (site, key) = (delivery.site.clone(), asked.clone());
    delivery
        .respond(request, LookupRequest { key: asked, min_sequence }, async move |source: ReadSource| {
            let found = source.read(async |conn| editions::find(conn, &locale, &place, wanted).await).await?;
            answer(&site, &key, found, wanted)
        })
        .await
}

fn answer(site: &Site, asked: &str, found: FoundEdition, wanted: Fields) -> Result<Response, Problem> {
    let live = match found {
        FoundEdition::Live(live) => live,
        FoundEdition::Moved(slug) => {
            return Ok(Response::moved(moved(asked, &slug), vec![cache_tags::LISTS.to_owned()]));
        }
        FoundEdition::Gone => {
            return Err(Problem::new(ProblemKind::Gone, "The article that had this address was withdrawn."));
        }
    };
    let mut body = String::new();
    if wanted.article {
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

fn place(request: &HttpRequest) -> Option<EditionAddress> {
    let asked = request.match_info().query("slug");
    match asked.strip_prefix("id:") {
        Some(id) => id.parse::<Uuid>().ok().map(EditionAddress::Id),
        None => Slug::try_from(asked.to_owned()).ok().map(|slug| EditionAddress::Slug(slug.to_string())),
    }
}

/// The same, of the article under the slug that it has now.
fn moved(asked: &str, slug: &str) -> String {
    let (path, query) = (cache_key::path(asked), cache_key::query(asked));
    let list = path.rsplit_once('/').map_or("", |(before, _)| before);
    let question_mark = if query.is_empty() { "" } else { "?" };
    format!("{list}/{slug}{question_mark}{query}")
}
