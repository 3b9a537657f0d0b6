//! Pages for people: the front page, the documentation, a page for each kind of problem, and the reference, with the API
//! documents that it shows. They load nothing from other hosts, and but for the front page each is made once, when it is
//! first asked for.
//!
//! `guides` are the Markdown files of `docs/`, `problems` and `roles` are made from their tables, `reference` from the API
//! documents; `contents` lists them all, and `layout` sets them. `demo` has the figures of the demo publication.

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
use actix_web::{HttpRequest, HttpResponse, web};

pub use crate::docs_site::security_txt::SecurityContacts;

use crate::docs_site::templates::Leaf;
use crate::http::cache_control::Policy;
use crate::http::prepared_response::Finished;
use crate::problem::Problem;

pub(crate) fn configure(config: &mut web::ServiceConfig) {
    let pages = ["/docs", "/docs/{rest:.*}", "/openapi/{name}", "/demo/figures/{name}"];
    config
        .service(web::resource("/").to(crate::docs_site::home::front))
        .service(web::resource("/.well-known/security.txt").to(security_txt::security_txt))
        .service(web::resource(pages).to(page));
}

/// What makes a page when it is first asked for.
type Make = Box<dyn FnOnce() -> Finished + Send>;

/// What stands at a path.
enum Kept {
    This(Box<LazyLock<Finished, Make>>),
    /// It stands with a slash at the end.
    Moved(&'static str),
}

/// Everything that is the same for every request, by its path.
static SHELF: LazyLock<BTreeMap<String, Kept>> = LazyLock::new(|| {
    let leaves = guides::leaves().chain(problems::leaves()).chain([roles::leaf(), reference::index()]);
    let set =
        leaves.map(|Leaf { path, write }| (path, kept(move || crate::docs_site::templates::set(&write()))));
    let documents = reference::documents().map(|(path, write)| {
        (path.to_owned(), kept(move || Finished::new(write(), "application/json", Policy::Document)))
    });
    let files = reference::files().chain(assets::assets()).chain(demo::figures());
    let files = files.map(|(path, file)| (path, kept(move || file)));
    let moved = ["/docs/", "/docs/problems/", "/docs/reference/"];
    let moved = moved.map(|path| (path.trim_end_matches('/').to_owned(), Kept::Moved(path)));
    set.chain(documents).chain(files).chain(moved).collect()
});

fn kept(make: impl FnOnce() -> Finished + Send + 'static) -> Kept {
    Kept::This(Box::new(LazyLock::new(Box::new(make))))
}

async fn page(request: HttpRequest) -> Result<HttpResponse, Problem> {
    let kept = SHELF.get(request.match_info().as_str()).ok_or_else(Problem::not_found)?;
    only_read(&request)?;
    Ok(match kept {
        Kept::This(page) => page.to(&request),
        Kept::Moved(path) => HttpResponse::PermanentRedirect()
            .insert_header(Policy::Document.header())
            .insert_header((LOCATION, *path))
            .finish(),
    })
}

/// Refuses every method but those that read.
fn only_read(request: &HttpRequest) -> Result<(), Problem> {
    if *request.method() == Method::GET {
        return Ok(());
    }
    Err(Problem::method("GET, HEAD, OPTIONS".to_owned()))
}
