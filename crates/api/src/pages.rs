//! The API document and pages for people. They need nothing from outside.

use actix_web::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use actix_web::middleware::from_fn;
use actix_web::{HttpRequest, HttpResponse, web};
use utoipa_swagger_ui::{Config, SwaggerUi, Url};

use crate::openapi;
use crate::problem::{Problem, Row, TABLE};
use crate::protocol::answer::Answer;
use crate::protocol::cache_control::Policy;

/// Where the documents are served.
const DELIVERY: &str = "/openapi/delivery.v1.json";
const EDITORIAL: &str = "/openapi/editorial.v1.json";

pub(crate) fn configure(config: &mut web::ServiceConfig) {
    let documents = [DELIVERY, EDITORIAL].map(Url::from);
    let pages = SwaggerUi::new("/docs/{_:.*}").config(Config::new(documents));
    let served = |path: &str, text: String| web::resource(path).app_data(web::Data::new(text)).to(document);
    config
        .service(served(DELIVERY, openapi::delivery()))
        .service(served(EDITORIAL, openapi::editorial()))
        .service(web::resource("/docs/problems/{name}").to(problem_page))
        .service(web::resource("/docs").to(to_docs))
        .service(
            web::scope("").wrap(from_fn(allow_own_scripts)).service(pages).default_service(web::to(nothing)),
        );
}

async fn document(request: HttpRequest, document: web::Data<String>) -> HttpResponse {
    let answer = Answer::live(document.to_string());
    Answer { policy: Policy::Document, ..answer }.to(&request)
}

async fn to_docs() -> HttpResponse {
    HttpResponse::PermanentRedirect()
        .insert_header(Policy::Document.header())
        .insert_header(("Location", "/docs/"))
        .finish()
}

async fn problem_page(request: HttpRequest) -> Result<HttpResponse, Problem> {
    let name = request.match_info().query("name");
    let row = TABLE.iter().find(|row| row.name == name).ok_or_else(Problem::not_found)?;
    let Row { kind: _, name, status, title, advice } = row;
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>{title}</title>\
         <h1>{title}</h1><p><code>{name}</code>, status {status}</p><p>{advice}</p></html>\n"
    );
    let mut answer = HttpResponse::Ok();
    answer.insert_header((CONTENT_TYPE, "text/html; charset=utf-8")).insert_header(Policy::Document.header());
    Ok(answer.body(page))
}

/// What no route answers. A path that exists for GET says so to other methods.
pub(crate) async fn nothing(
    request: HttpRequest,
    known: web::Data<crate::server::KnownPaths>,
) -> Result<HttpResponse, Problem> {
    match known.methods(request.path()) {
        Some(methods) => Err(Problem::method(methods)),
        None => Err(Problem::not_found()),
    }
}

/// The documentation page brings its own scripts and styles, and talks to this server.
async fn allow_own_scripts(
    request: actix_web::dev::ServiceRequest,
    next: actix_web::middleware::Next<actix_web::body::BoxBody>,
) -> Result<actix_web::dev::ServiceResponse, actix_web::Error> {
    let is_page = request.path().starts_with("/docs/");
    let mut response = next.call(request).await?;
    if is_page {
        let policy = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; \
                      script-src 'self' 'unsafe-inline'; frame-ancestors 'none'";
        let headers = response.headers_mut();
        headers.insert(CONTENT_SECURITY_POLICY, actix_web::http::header::HeaderValue::from_static(policy));
        let (name, value) = Policy::Document.header();
        headers.insert(name, actix_web::http::header::HeaderValue::from_static(value));
    }
    Ok(response)
}
