//! `/.well-known/security.txt` (RFC 9116): where to report a vulnerability of this installation. There is none unless
//! contacts are configured.

use std::time::{Duration, SystemTime};

use actix_web::{HttpRequest, HttpResponse, web};
use chrono::{DateTime, SecondsFormat, Timelike, Utc};

use crate::delivery::PublicApi;
use crate::docs_site::require_get;
use crate::http::cache_control::Policy;
use crate::http::prepared_response::PreparedResponse;
use crate::problem::Problem;

/// The configured contacts: `mailto:`, `https:` and `tel:` URIs, in order of preference.
#[derive(Debug, Clone, Default)]
pub struct SecurityContacts(pub Vec<String>);

/// How long a copy of the file stays valid. The contacts are valid for as long as the server is configured with
/// them, so each response renews the date (section 2.5.5 recommends less than a year).
const VALID: Duration = Duration::from_secs(90 * 24 * 60 * 60);

pub(crate) async fn security_txt(
    contacts: web::Data<SecurityContacts>,
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    if contacts.0.is_empty() {
        return Err(Problem::not_found());
    }
    require_get(&request)?;
    let expires = DateTime::<Utc>::from(SystemTime::now() + VALID);
    // Round to the hour, so that the validators of the response do not change every second.
    let expires = expires.with_minute(0).and_then(|at| at.with_second(0)).unwrap_or(expires);
    let contacts = contacts.0.iter().map(|contact| format!("Contact: {contact}\n"));
    let languages: Vec<&str> = delivery.site().locales.iter().map(domain::Locale::as_str).collect();
    let text = format!(
        "{}Expires: {}\nPreferred-Languages: {}\n",
        contacts.collect::<String>(),
        expires.to_rfc3339_opts(SecondsFormat::Secs, true),
        languages.join(", "),
    );
    Ok(PreparedResponse::new(text, "text/plain; charset=utf-8", Policy::Document).respond_to(&request))
}
