//! `Prefer: dry-run` (RFC 7240) on unsafe requests runs the write and rolls it back. Ignoring a dry run would carry out
//! the write, so a preference that cannot be honoured is refused.

use std::future::{Ready, ready};

use actix_web::body::BoxBody;
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::header::{ETAG, HeaderName, HeaderValue, LOCATION};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::{Error, FromRequest, HttpMessage, HttpRequest};
use utoipa::IntoParams;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};

use crate::problem::{Problem, ProblemKind};

/// The preference.
pub(crate) const DRY_RUN: &str = "dry-run";

/// The response header that names the preference that was honoured.
const APPLIED: HeaderName = HeaderName::from_static("preference-applied");

/// Whether an unsafe request is a dry run. Marks the request, so that [`mark_dry_run`] marks its response. Safe requests
/// change nothing and have no dry run.
///
/// # Errors
/// 400 for a preference that resembles `dry-run`.
pub(crate) fn is_dry_run(request: &HttpRequest) -> Result<bool, Problem> {
    if [Method::GET, Method::HEAD].contains(request.method()) {
        return Ok(false);
    }
    let mut is_dry_run = false;
    for value in request.headers().get_all("prefer") {
        is_dry_run |= requests_dry_run(value)?;
    }
    if is_dry_run {
        request.extensions_mut().insert(DryRun);
    }
    Ok(is_dry_run)
}

/// Marks the response to a dry run. The resource was not changed, so the response has neither `Location` nor `ETag`: a later
/// version may get the number that this one would have had.
///
/// # Errors
/// Those of the service.
pub(crate) async fn mark_dry_run(
    request: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let mut response = next.call(request).await?;
    let is_dry_run = response.request().extensions().get::<DryRun>().is_some();
    if is_dry_run && response.status().is_success() {
        let headers = response.headers_mut();
        headers.insert(APPLIED, HeaderValue::from_static(DRY_RUN));
        headers.remove(LOCATION);
        headers.remove(ETAG);
        if response.status() == StatusCode::CREATED {
            *response.response_mut().status_mut() = StatusCode::OK;
        }
    }
    Ok(response)
}

/// A request extension that marks a dry run: the transaction is rolled back.
#[derive(Debug, Clone, Copy)]
struct DryRun;

/// An operation that does not support dry runs: it returns a secret, which would be invalid, or changes the session of the
/// request itself. Extracting it refuses `Prefer: dry-run`; the document states it by [`NO_DRY_RUN_PARAMETER`].
pub(crate) struct NoDryRun;

/// Placeholder parameter of operations without a dry run; `openapi::editorial_pass` replaces it by a sentence.
pub(crate) const NO_DRY_RUN_PARAMETER: &str = "masthead-no-dry-run";

impl FromRequest for NoDryRun {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(match is_dry_run(request) {
            Ok(false) => Ok(Self),
            Ok(true) => Err(refusal("This operation has no dry run. Nothing was done.")),
            Err(problem) => Err(problem),
        })
    }
}

impl IntoParams for NoDryRun {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        vec![ParameterBuilder::new().name(NO_DRY_RUN_PARAMETER).parameter_in(ParameterIn::Header).build()]
    }
}

/// Whether a header field requests a dry run (RFC 7240, section 2): preferences separated by commas, each a name, a value and
/// parameters. Names are case-insensitive. Unknown preferences are ignored, as the standard requires, unless their name
/// begins with `dry`: that is rejected as a misspelled dry run.
fn requests_dry_run(value: &HeaderValue) -> Result<bool, Problem> {
    let text = String::from_utf8_lossy(value.as_bytes()).to_ascii_lowercase();
    if !text.contains("dry") {
        return Ok(false);
    }
    if split(&text, ',').any(has_open_quote) {
        return Err(refusal("`Prefer` has a quotation mark that is not closed. Nothing was done."));
    }
    let mut is_dry_run = false;
    for preference in split(&text, ',') {
        let preference = split(preference, ';').next().unwrap_or_default();
        let (name, value) = preference.split_once('=').unwrap_or((preference, ""));
        let (name, value) = (name.trim(), value.trim());
        match (name, value) {
            (DRY_RUN, "" | "\"\"") => is_dry_run = true,
            (DRY_RUN, _) => return Err(refusal("`Prefer: dry-run` takes no value. Nothing was done.")),
            _ if name.starts_with("dry") => {
                return Err(refusal(
                    "`Prefer` names a preference that is not known here; send `dry-run`. Nothing was done.",
                ));
            }
            _ => {}
        }
    }
    Ok(is_dry_run)
}

fn refusal(detail: &str) -> Problem {
    Problem::new(ProblemKind::DryRunUnsupported, detail)
}

/// The parts of a text between separators that are not in a quoted string (RFC 9110, 5.6.4).
fn split(text: &str, separator: char) -> impl Iterator<Item = &str> {
    let mut quotes = Quotes::default();
    text.split(move |character| !quotes.hold(character) && character == separator)
}

fn has_open_quote(text: &str) -> bool {
    let mut quotes = Quotes::default();
    text.chars().for_each(|character| {
        quotes.hold(character);
    });
    quotes.is_open
}

/// Tracks whether the position in a text is inside a quoted string.
#[derive(Default)]
struct Quotes {
    is_open: bool,
    is_escaped: bool,
}

impl Quotes {
    /// Reads the next character, and returns whether it belongs to a quoted string.
    fn hold(&mut self, character: char) -> bool {
        if !self.is_open {
            self.is_open = character == '"';
            return self.is_open;
        }
        match character {
            _ if self.is_escaped => self.is_escaped = false,
            '\\' => self.is_escaped = true,
            '"' => self.is_open = false,
            _ => {}
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse_header(text: &str) -> Option<bool> {
        requests_dry_run(&HeaderValue::from_bytes(text.as_bytes()).ok()?).ok()
    }

    #[test]
    fn dry_run_is_found_among_other_preferences() {
        for text in [
            "dry-run",
            "Dry-Run",
            " dry-run ",
            "dry-run=\"\"",
            "dry-run ; a=1",
            "respond-async, wait=100, dry-run",
            "note=\"a, b; \\\" c\", dry-run;x",
            ",, dry-run",
        ] {
            assert_eq!(parse_header(text), Some(true), "{text}");
        }
    }

    #[test]
    fn other_preferences_are_ignored() {
        for text in [
            "",
            "return=minimal",
            "handling=lenient; dry-run",
            "note=\"dry-run\"",
            "note=\"a, dry-run, b\"",
            "note=\"\\\", dry-run\"",
            "laundry-run",
            "un\"closed",
        ] {
            assert_eq!(parse_header(text), Some(false), "{text}");
        }
    }

    #[test]
    fn misspelled_dry_runs_are_refused() {
        for text in [
            "dry",
            "dryrun",
            "dry_run",
            "DRY-RUNS",
            "return=minimal, dry",
            "dry-run=true",
            "dry-run=no",
            "a=\"b, dry-run",
        ] {
            assert_eq!(parse_header(text), None, "{text}");
        }
    }
}
