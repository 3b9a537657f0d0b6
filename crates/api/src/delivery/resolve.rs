//! What a path is now, for whoever got a request for it. The one place where readers' languages are negotiated.

use actix_web::{HttpRequest, HttpResponse, get, web};
use domain::{Invalid, KnownAddress, Locale, Reading, Resolution, Resolved, SitePath};
use serde::Deserialize;
use store::editions;
use utoipa::IntoParams;

use crate::delivery::Delivery;
use crate::problem::Problem;
use crate::protocol::accept_language::Languages;
use crate::protocol::answer::{Answer, Vary};
use crate::protocol::query::{Mistakes, Query};

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
}

/// Says what a path is now.
///
/// `live`: an article lives at exactly this path. `moved`: the article lives at `target`, because its slug or section
/// was changed. `gone`: it was withdrawn or taken down. `unknown`: nothing public ever had this path. Where paths name no
/// locale, one is chosen in which the path is something: what lives there comes before what moved away; then
/// `Accept-Language` decides, by lookup (RFC 4647, 3.4), then the site's default.
#[utoipa::path(tag = "articles", params(PathQuery, Languages), responses((status = 200, description = "What the path is.", body = Resolution)))]
#[get("/resolve")]
pub(crate) async fn resolve_path(
    delivery: web::Data<Delivery>,
    request: HttpRequest,
    query: Query<PathQuery>,
    languages: Languages,
) -> Result<HttpResponse, Problem> {
    let readings = readings(query.0, &delivery)?;
    let known = known(&delivery, &request, &readings).await?;
    let resolved = Resolved::of(&delivery.site, &readings, &known, &languages.0);
    let mut body = String::new();
    resolved.write(&delivery.site, &mut body);
    let language = resolved.article.map(|article| article.locale);
    Ok(Answer { language, vary: vary(&readings), ..Answer::live(body) }.to(&request))
}

/// How the path that is asked for can be read.
fn readings(query: PathQuery, delivery: &Delivery) -> Result<Vec<Reading>, Problem> {
    let mut mistakes = Mistakes::default();
    let locale = mistakes.sift("locale", query.locale.map(Locale::try_from).transpose());
    let path = query.path.ok_or_else(|| Invalid::one("required", "The path to look up is missing."));
    let readings =
        path.and_then(SitePath::try_from).map(|path| delivery.site.readings(&path, locale.as_ref()));
    let readings = mistakes.sift("path", readings);
    mistakes.none()?;
    Ok(readings)
}

/// What is known of what the path may name. What can be no article's path names nothing, and nobody is asked.
async fn known(
    delivery: &Delivery,
    request: &HttpRequest,
    readings: &[Reading],
) -> Result<Vec<KnownAddress>, Problem> {
    if readings.is_empty() {
        return Ok(Vec::new());
    }
    delivery.read(request, async |conn| editions::known(conn, readings).await).await
}

/// Where more than one locale was looked in, the reader's languages may have decided.
fn vary(readings: &[Reading]) -> Vary {
    let first = readings.first().map(|reading| &reading.locale);
    let differ = readings.iter().any(|reading| Some(&reading.locale) != first);
    if differ { Vary::EncodingAndLanguage } else { Vary::Encoding }
}
