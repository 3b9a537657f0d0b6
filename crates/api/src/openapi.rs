//! The OpenAPI documents, generated from the handlers without a server or a database.

mod conventions;
mod discriminators;
mod editorial_pass;
mod error_responses;
mod examples;

use actix_web::App;
use utoipa::OpenApi;
use utoipa_actix_web::AppExt;

pub(crate) use crate::openapi::editorial_pass::roles_table;

use crate::problem::ProblemBody;
use crate::routes;

/// The OpenAPI document of the delivery API, as committed and served: indented JSON with a newline at the end.
#[must_use]
pub fn delivery() -> String {
    let (_, document) = App::new()
        .into_utoipa_app()
        .openapi(DeliveryDocument::openapi())
        .configure(routes::configure_delivery)
        .split_for_parts();
    let document = conventions::apply(document);
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

/// The OpenAPI document of the editorial API, in the same form.
#[must_use]
pub fn editorial() -> String {
    let (_, document) = App::new()
        .into_utoipa_app()
        .openapi(EditorialDocument::openapi())
        .configure(routes::configure_editorial)
        .split_for_parts();
    let document = editorial_pass::apply(conventions::apply(document));
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Masthead editorial API",
        version = "1",
        description = "Write, edit and publish articles. Sign in, and send the access token with every request. Writes \
                       accept an `Idempotency-Key`: repeating a request with the same key within a day returns the \
                       same response and has no second effect. Changes to an existing resource require its `ETag` in \
                       `If-Match`.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
        contact(name = "Masthead")
    ),
    servers((url = "/", description = "This server")),
    components(schemas(ProblemBody)),
    tags(
        (name = "sign-in", description = "Sessions and your own account."),
        (name = "people", description = "Accounts and roles."),
        (name = "drafts", description = "Articles in progress, and their trash."),
        (name = "revisions", description = "The saved revisions of a draft."),
        (name = "publishing", description = "Publish, schedule, withdraw and take down articles."),
        (name = "bulk", description = "Requests that change many drafts at once: all of them or none."),
        (name = "previews", description = "Links with which people without an account can read unpublished content."),
        (name = "terms", description = "Sections, tags, authors and series."),
        (name = "redirects", description = "Redirects from a path to an article or another page of the site."),
        (name = "jobs", description = "Background jobs."),
        (name = "audit", description = "The audit log: who did what, and when.")
    )
)]
struct EditorialDocument;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Masthead delivery API",
        version = "1",
        description = "Read the published content: teasers for lists, articles for pages, and their sections, tags, \
                       authors, series and kickers. No credentials are needed. Every property is always present; one \
                       without a value is `null` or `[]`. Unknown query parameters are refused. Request bodies are \
                       ignored.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
        contact(name = "Masthead")
    ),
    servers((url = "/", description = "This server")),
    components(schemas(ProblemBody)),
    tags(
        (name = "teasers", description = "Summaries of articles, for lists."),
        (name = "articles", description = "Whole articles, for their own pages."),
        (name = "search", description = "Full-text search."),
        (name = "terms", description = "Sections, tags, authors, series and kickers."),
        (name = "feeds", description = "Feeds of the newest articles, and sitemaps."),
        (name = "changes", description = "The log of changes, for search indexes and other copies."),
        (name = "site", description = "The configuration of the publication."),
        (name = "health", description = "Health checks for load balancers and orchestrators.")
    )
)]
struct DeliveryDocument;
