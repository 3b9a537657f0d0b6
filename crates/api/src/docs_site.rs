//! The documentation site: the home page, the guides of `docs/`, a page for each kind of problem, the table of roles, and
//! the API reference with its OpenAPI documents.
//!
//! Pages load nothing from other hosts. All of them except the home page are the same for every request: each is rendered
//! on its first request and then kept in memory.

mod assets;
mod demo;
mod guides;
mod home;
mod navigation;
mod problems;
mod reference;
mod roles;
mod security_txt;
mod templates;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use actix_web::http::Method;
use actix_web::http::header::LOCATION;
use actix_web::{HttpRequest, HttpResponse};

pub(crate) use crate::docs_site::home::home;
pub use crate::docs_site::security_txt::SecurityContacts;
pub(crate) use crate::docs_site::security_txt::security_txt;

use crate::docs_site::templates::LazyPage;
use crate::http::cache_control::Policy;
use crate::http::prepared_response::PreparedResponse;
use crate::problem::Problem;

type BuildResponse = Box<dyn FnOnce() -> PreparedResponse + Send>;

enum Resource {
    /// A response that is built on its first request.
    Content(Box<LazyLock<PreparedResponse, BuildResponse>>),
    /// A redirect to the path with a trailing slash.
    Redirect(&'static str),
}

/// All resources that are the same for every request, by path.
static RESOURCES: LazyLock<BTreeMap<String, Resource>> = LazyLock::new(|| {
    let pages = guides::pages().chain(problems::pages()).chain([roles::page(), reference::index()]);
    let pages = pages.map(|LazyPage { path, write }| {
        (path, lazy_content(move || templates::render(&write(), navigation::groups())))
    });
    let documents = reference::documents().map(|(path, write)| {
        (
            path.to_owned(),
            lazy_content(move || PreparedResponse::new(write(), "application/json", Policy::Document)),
        )
    });
    let files = reference::files().chain(assets::assets()).chain(demo::figures());
    let files = files.map(|(path, file)| (path, lazy_content(move || file)));
    let redirects = ["/docs/", "/docs/problems/", "/docs/reference/"];
    let redirects = redirects.map(|path| (path.trim_end_matches('/').to_owned(), Resource::Redirect(path)));
    pages.chain(documents).chain(files).chain(redirects).collect()
});

fn lazy_content(build: impl FnOnce() -> PreparedResponse + Send + 'static) -> Resource {
    Resource::Content(Box::new(LazyLock::new(Box::new(build))))
}

/// Serves a page, a file or an OpenAPI document.
pub(crate) async fn resource(request: HttpRequest) -> Result<HttpResponse, Problem> {
    let resource = RESOURCES.get(request.match_info().as_str()).ok_or_else(Problem::not_found)?;
    require_get(&request)?;
    Ok(match resource {
        Resource::Content(content) => content.respond_to(&request),
        Resource::Redirect(path) => HttpResponse::PermanentRedirect()
            .insert_header(Policy::Document.header())
            .insert_header((LOCATION, *path))
            .finish(),
    })
}

/// Responds 405 to methods that write. The middleware turns HEAD into GET, and responds to OPTIONS.
fn require_get(request: &HttpRequest) -> Result<(), Problem> {
    if *request.method() == Method::GET {
        return Ok(());
    }
    Err(Problem::method_not_allowed("GET, HEAD, OPTIONS".to_owned()))
}
