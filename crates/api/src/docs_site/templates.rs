//! How pages are set: one frame for all, and in it what was written in Markdown.

use askama::Template;
use domain::{OutlineEntry, UrlBase};

use actix_web::http::header::{CONTENT_SECURITY_POLICY, HeaderValue};

use crate::docs_site::navigation;
use crate::docs_site::navigation::{NavEntry, NavGroup};
use crate::http::cache_control::Policy;
use crate::http::prepared_response::Finished;

/// What is written on a page.
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
        // Tables are wider than phones: they move in a frame of their own.
        // Relative links of these pages lead to other pages of this server.
        let body = UrlBase::without_marks(&rendering.html).replace("<table>", "<div class=\"wide\"><table>");
        let body = body.replace("</table>", "</table></div>");
        Self { path: path.into(), title, outline, body }
    }

    /// What is written, as HTML.
    pub(super) fn body(&self) -> &str {
        &self.body
    }

    /// With something in the place of what stands there.
    pub(super) fn replace(self, place: &str, thing: &str) -> Self {
        Self { body: self.body.replace(place, thing), ..self }
    }
}

/// A page that is written when it is first asked for, so that nobody who starts a server waits for all of them.
pub(super) struct LazyPage {
    pub(super) path: String,
    pub(super) write: Box<dyn Fn() -> MarkdownPage + Send>,
}

impl LazyPage {
    pub(super) fn new(path: impl Into<String>, write: impl Fn() -> MarkdownPage + Send + 'static) -> Self {
        Self { path: path.into(), write: Box::new(write) }
    }
}

/// What a browser may do with a page: show it, with styles, fonts and pictures of this server.
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
    /// The path that is marked in the list.
    here: &'i str,
    previous: Option<NavEntry>,
    next: Option<NavEntry>,
}

/// Sets a page of the documentation.
pub(super) fn render(page: &MarkdownPage) -> Finished {
    let MarkdownPage { path, title, outline, body } = page;
    let groups = navigation::groups();
    let here = navigation_path(path);
    let all: Vec<NavEntry> = groups.iter().flat_map(|group| group.entries.iter().cloned()).collect();
    let place = all.iter().position(|entry| entry.path == *path);
    let previous = place.and_then(|place| all.get(place.checked_sub(1)?)).cloned();
    let next = place.and_then(|place| all.get(place.checked_add(1)?)).cloned();
    let page = PageTemplate { title, body, outline, groups, here, previous, next };
    html(page.render(), Policy::Document)
        .saying(CONTENT_SECURITY_POLICY, HeaderValue::from_static(PAGE_POLICY))
}

/// The page in the list under which a page is found: what lies below one is found under that.
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
    /// How many articles are live, as far as that could be found out.
    count: Option<&'i str>,
}

/// Sets the front page.
pub(super) fn home(name: &str, count: Option<&str>) -> Finished {
    html(HomeTemplate { name, count }.render(), Policy::Live)
        .saying(CONTENT_SECURITY_POLICY, HeaderValue::from_static(PAGE_POLICY))
}

/// What a browser may do with the reference: run its scripts, which come from here, and ask this server. Swagger UI sets
/// styles on elements.
const REFERENCE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
                                font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; \
                                form-action 'none'; frame-ancestors 'none'";

#[derive(Template)]
#[template(path = "reference.html")]
struct ReferenceTemplate<'i> {
    title: &'i str,
    document: &'i str,
}

/// Sets the reference of a document.
pub(super) fn reference(title: &str, document: &str) -> Finished {
    html(ReferenceTemplate { title, document }.render(), Policy::Document)
        .saying(CONTENT_SECURITY_POLICY, HeaderValue::from_static(REFERENCE_POLICY))
}

/// A page whose parts are all text cannot fail to be set.
fn html(set: askama::Result<String>, policy: Policy) -> Finished {
    Finished::new(set.unwrap_or_default(), HTML, policy)
}
