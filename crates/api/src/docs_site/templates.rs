//! The HTML templates (`crates/api/templates/`), and rendering Markdown into them.

use actix_web::http::header::{CONTENT_SECURITY_POLICY, HeaderValue};
use askama::Template;
use domain::{OutlineEntry, UrlBase};

use crate::http::cache_control::Policy;
use crate::http::prepared_response::PreparedResponse;

/// A group of pages in the navigation.
pub(super) struct NavGroup {
    pub(super) title: &'static str,
    pub(super) entries: Vec<NavEntry>,
}

#[derive(Clone)]
pub(super) struct NavEntry {
    pub(super) path: String,
    pub(super) title: String,
}

/// A page of the documentation, rendered from Markdown.
pub(super) struct MarkdownPage {
    pub(super) path: String,
    title: String,
    outline: Vec<OutlineEntry>,
    /// HTML.
    body: String,
}

impl MarkdownPage {
    /// Renders Markdown whose first heading is the title of the page.
    pub(super) fn new(path: impl Into<String>, markdown: &str) -> Self {
        let rendering = markup::render(markdown);
        let title = rendering.outline.first().map(|heading| heading.text.clone()).unwrap_or_default();
        let outline = rendering.outline.into_iter().filter(|entry| entry.level == 2).collect();
        // `strip_markers` keeps relative links relative: they lead to other pages of this server.
        let body = UrlBase::strip_markers(&rendering.html).replace("<table>", "<div class=\"wide\"><table>");
        // Tables can be wider than a phone, so each scrolls in a container of its own.
        let body = body.replace("</table>", "</table></div>");
        Self { path: path.into(), title, outline, body }
    }

    /// The HTML of the Markdown.
    pub(super) fn body(&self) -> &str {
        &self.body
    }

    /// Replaces a part of the HTML.
    pub(super) fn replace(self, from: &str, to: &str) -> Self {
        Self { body: self.body.replace(from, to), ..self }
    }
}

/// A page that is rendered on its first request, so that the server starts without rendering all of them.
pub(super) struct LazyPage {
    pub(super) path: String,
    pub(super) write: Box<dyn Fn() -> MarkdownPage + Send>,
}

impl LazyPage {
    pub(super) fn new(path: impl Into<String>, write: impl Fn() -> MarkdownPage + Send + 'static) -> Self {
        Self { path: path.into(), write: Box::new(write) }
    }
}

/// The content security policy of pages: styles, fonts and images of this server, and no scripts.
const PAGE_POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; \
                           form-action 'none'; frame-ancestors 'none'";

const HTML: &str = "text/html; charset=utf-8";

#[derive(Template)]
#[template(path = "page.html")]
struct PageTemplate<'i> {
    title: &'i str,
    body: &'i str,
    outline: &'i [OutlineEntry],
    groups: Vec<NavGroup>,
    /// The path of the current entry in the navigation.
    here: &'i str,
    previous: Option<NavEntry>,
    next: Option<NavEntry>,
}

/// Renders a page of the documentation with the navigation.
pub(super) fn render(page: &MarkdownPage, groups: Vec<NavGroup>) -> PreparedResponse {
    let MarkdownPage { path, title, outline, body } = page;
    let here = navigation_path(path);
    let all: Vec<NavEntry> = groups.iter().flat_map(|group| group.entries.iter().cloned()).collect();
    let position = all.iter().position(|entry| entry.path == *path);
    let previous = position.and_then(|position| all.get(position.checked_sub(1)?)).cloned();
    let next = position.and_then(|position| all.get(position.checked_add(1)?)).cloned();
    let page = PageTemplate { title, body, outline, groups, here, previous, next };
    html(page.render(), Policy::Document)
        .with_header(CONTENT_SECURITY_POLICY, HeaderValue::from_static(PAGE_POLICY))
}

/// The navigation entry of a page: the pages below `/docs/problems/` and `/docs/reference/` belong to those entries.
fn navigation_path(path: &str) -> &str {
    match path.rsplit_once('/') {
        Some((above @ ("/docs/problems" | "/docs/reference"), _)) => {
            path.get(..above.len() + 1).unwrap_or(path)
        }
        _ => path,
    }
}

#[derive(Template)]
#[template(path = "home.html")]
struct HomeTemplate<'i> {
    name: &'i str,
    /// How many articles are live; `None` if the database is unavailable.
    count: Option<&'i str>,
}

/// Renders the home page.
pub(super) fn home(name: &str, count: Option<&str>) -> PreparedResponse {
    html(HomeTemplate { name, count }.render(), Policy::Live)
        .with_header(CONTENT_SECURITY_POLICY, HeaderValue::from_static(PAGE_POLICY))
}

/// The content security policy of Swagger UI: scripts of this server, requests to this server, and inline styles.
const REFERENCE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
                                font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; \
                                form-action 'none'; frame-ancestors 'none'";

#[derive(Template)]
#[template(path = "reference.html")]
struct ReferenceTemplate<'i> {
    title: &'i str,
    document: &'i str,
}

/// Renders the page with Swagger UI for a document.
pub(super) fn reference(title: &str, document: &str) -> PreparedResponse {
    html(ReferenceTemplate { title, document }.render(), Policy::Document)
        .with_header(CONTENT_SECURITY_POLICY, HeaderValue::from_static(REFERENCE_POLICY))
}

/// These templates only insert text, so rendering cannot fail.
fn html(rendered: askama::Result<String>, policy: Policy) -> PreparedResponse {
    PreparedResponse::new(rendered.unwrap_or_default(), HTML, policy)
}
