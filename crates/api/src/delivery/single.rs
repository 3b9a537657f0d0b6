//! One teaser or article, by its address.

use actix_web::http::header::LOCATION;
use actix_web::{HttpRequest, HttpResponse};
use domain::{Invalid, LiveArticle, Locale, Slug};
use serde::Deserialize;
use store::editions::{self, Address, Found, Wanted};
use utoipa::IntoParams;
use uuid::Uuid;

use crate::delivery::Delivery;
use crate::problem::{Kind, Problem};
use crate::protocol::answer::Answer;
use crate::protocol::cache_control::Policy;
use crate::protocol::query::{self, Mistakes};

/// In which locale.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct LocaleQuery {
    /// The locale; the site's default when absent.
    #[param(value_type = Option<Locale>)]
    locale: Option<String>,
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
}

pub(crate) async fn teaser(
    delivery: &Delivery,
    request: &HttpRequest,
    query: LocaleQuery,
) -> Result<HttpResponse, Problem> {
    let mut mistakes = Mistakes::default();
    let locale = locale(query.locale, delivery, &mut mistakes);
    mistakes.none()?;
    find(delivery, request, &locale, Wanted::default(), |live, out| {
        live.teaser.write(&delivery.site, out);
        Ok(())
    })
    .await
}

pub(crate) async fn article(
    delivery: &Delivery,
    request: &HttpRequest,
    query: BodyQuery,
) -> Result<HttpResponse, Problem> {
    let mut mistakes = Mistakes::default();
    let locale = locale(query.locale, delivery, &mut mistakes);
    let wanted = wanted(query.body.or(Some("html".to_owned())), &mut mistakes);
    mistakes.none()?;
    find(delivery, request, &locale, wanted, |live, out| Ok(live.write(&delivery.site, out)?)).await
}

/// The locale asked for, or the default.
pub(crate) fn locale(asked: Option<String>, delivery: &Delivery, mistakes: &mut Mistakes) -> Locale {
    let asked = mistakes.sift("locale", asked.map(Locale::try_from).transpose());
    asked.unwrap_or_else(|| delivery.site.default_locale.clone())
}

/// The locale that a query asks for, or the default.
pub(crate) fn locale_of(query: LocaleQuery, delivery: &Delivery, mistakes: &mut Mistakes) -> Locale {
    locale(query.locale, delivery, mistakes)
}

/// The forms of the body that were asked for.
pub(crate) fn wanted(body: Option<String>, mistakes: &mut Mistakes) -> Wanted {
    let forms = mistakes.sift("body", query::list(body.as_ref(), form));
    let has = |form: &str| forms.iter().any(|asked| asked == form);
    Wanted {
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

async fn find(
    delivery: &Delivery,
    request: &HttpRequest,
    locale: &Locale,
    wanted: Wanted,
    write: impl Fn(&LiveArticle, &mut String) -> Result<(), Problem>,
) -> Result<HttpResponse, Problem> {
    // What can be no address names nothing: that is the same 404 as for any other unknown one.
    let address = address(request).ok_or_else(Problem::not_found)?;
    let found =
        delivery.read(request, async |conn| editions::find(conn, locale, &address, wanted).await).await?;
    match found {
        Found::Live(live) => {
            let mut body = String::new();
            write(&live, &mut body)?;
            let teaser = &live.teaser;
            let (last_modified, language) = (Some(teaser.updated_at), Some(teaser.locale.clone()));
            Ok(Answer { last_modified, language, ..Answer::live(body) }.to(request))
        }
        Found::Moved(slug) => Ok(moved(request, &slug)),
        Found::Gone => Err(Problem::new(Kind::Gone, "The article that had this address was withdrawn.")),
    }
}

fn address(request: &HttpRequest) -> Option<Address> {
    let asked = request.match_info().query("slug");
    match asked.strip_prefix("id:") {
        Some(id) => id.parse::<Uuid>().ok().map(Address::Id),
        None => Slug::try_from(asked.to_owned()).ok().map(|slug| Address::Slug(slug.to_string())),
    }
}

fn moved(request: &HttpRequest, slug: &str) -> HttpResponse {
    let place = request.path().rsplit_once('/').map_or("", |(before, _)| before);
    let query = request.query_string();
    let question_mark = if query.is_empty() { "" } else { "?" };
    HttpResponse::PermanentRedirect()
        .insert_header(Policy::Moved.header())
        .insert_header((LOCATION, format!("{place}/{slug}{question_mark}{query}")))
        .finish()
}
