//! What a path is now, for whoever got a request for it. The one place where readers' languages are negotiated.

use actix_web::{HttpRequest, HttpResponse, get, web};
use domain::{Invalid, KnownAddress, Locale, Reading, Resolution, Resolved, SitePath};
use serde::Deserialize;
use store::{editions, tags};
use utoipa::IntoParams;

use crate::delivery::giving::Asked;
use crate::delivery::reader::Reader;
use crate::delivery::{Delivery, single};
use crate::problem::Problem;
use crate::protocol::accept_language::Languages;
use crate::protocol::address::Address;
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
    /// An act, by the `sequence` that it was answered with: the answer knows of it, or there is none yet.
    #[param(value_type = Option<i64>, minimum = 1, example = 1)]
    min_sequence: Option<String>,
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
    let path = query.0.path.clone();
    let (readings, at_least) = readings(query.0, &delivery)?;
    let (vary, address) = asked(&request, path, &readings, &languages);
    let site = delivery.site.clone();
    delivery
        .answer(&request, Asked { address, at_least }, async move |reader: Reader| {
            let known = known(&reader, &readings).await?;
            let resolved = Resolved::of(&site, &readings, &known, &languages.0);
            let mut body = String::new();
            resolved.write(&site, &mut body);
            let language = resolved.article.map(|article| article.locale);
            Ok(Answer { language, vary, ..Answer::live(body, vec![tags::LISTS.to_owned()]) })
        })
        .await
}

/// How the path that is asked for can be read, and the act that the answer must know of.
fn readings(query: PathQuery, delivery: &Delivery) -> Result<(Vec<Reading>, Option<i64>), Problem> {
    let mut mistakes = Mistakes::default();
    let locale = mistakes.sift("locale", query.locale.map(Locale::try_from).transpose());
    let path = query.path.ok_or_else(|| Invalid::one("required", "The path to look up is missing."));
    let readings =
        path.and_then(SitePath::try_from).map(|path| delivery.site.readings(&path, locale.as_ref()));
    let readings = mistakes.sift("path", readings);
    let at_least = single::at_least(query.min_sequence, &mut mistakes);
    mistakes.none()?;
    Ok((readings, at_least))
}

/// What is known of what the path may name. What can be no article's path names nothing, and nobody is asked.
async fn known(reader: &Reader, readings: &[Reading]) -> Result<Vec<KnownAddress>, Problem> {
    if readings.is_empty() {
        return Ok(Vec::new());
    }
    reader.read(async |conn| editions::known(conn, readings).await).await
}

/// What the answer depends on, and the address that it is kept under.
fn asked(
    request: &HttpRequest,
    path: Option<String>,
    readings: &[Reading],
    languages: &Languages,
) -> (Vary, String) {
    let vary = vary(readings);
    // Without readings, whatever the locale, nothing is found.
    let locale = readings.first().map(|reading| &reading.locale).filter(|_| vary == Vary::Encoding);
    let address = Address::of_list(request).with("path", path).with("locale", locale).written();
    match vary {
        Vary::Encoding | Vary::EncodingAndForm => (vary, address),
        // No request is spelled like that: what readers prefer is in no address.
        Vary::EncodingAndLanguage => (vary, format!("{address}\n{:?}", languages.0)),
    }
}

/// Where more than one locale was looked in, the reader's languages may have decided.
fn vary(readings: &[Reading]) -> Vary {
    let first = readings.first().map(|reading| &reading.locale);
    let differ = readings.iter().any(|reading| Some(&reading.locale) != first);
    if differ { Vary::EncodingAndLanguage } else { Vary::Encoding }
}
