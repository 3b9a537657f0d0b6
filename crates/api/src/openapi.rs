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
        description = "How a publication is written and published. Sign in, and send the access token with every \
                       request. Writes honour `Idempotency-Key`: the same key again gets the same answer and has no \
                       second effect, for a day. What is changed is named by its `ETag` in `If-Match`.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
        contact(name = "Masthead")
    ),
    servers((url = "/", description = "This server")),
    components(schemas(ProblemBody)),
    tags(
        (name = "sign-in", description = "Sessions and one's own account."),
        (name = "people", description = "Who has an account, and what they may do."),
        (name = "drafts", description = "Articles as editors work on them."),
        (name = "revisions", description = "Every saved state of a draft."),
        (name = "publishing", description = "What readers see: publish, schedule, withdraw, take down."),
        (name = "bulk", description = "Many drafts at once: all of them or none."),
        (name = "previews", description = "Links that show what is not public yet."),
        (name = "terms", description = "Sections, tags, authors and series."),
        (name = "redirects", description = "Paths that lead to an article, or to another page of the site."),
        (name = "jobs", description = "What happens after the answer."),
        (name = "audit", description = "What was done, by whom.")
    )
)]
struct EditorialDocument;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Masthead delivery API",
        version = "1",
        description = "What anybody may read of a publication: teasers for lists, articles for pages, and the sections, \
                       tags, authors, series and kickers they are sorted under. No credentials. Every property is \
                       always there; what is absent is `null` or `[]`. Unknown parameters are refused. Requests have no \
                       body; none is read.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
        contact(name = "Masthead")
    ),
    servers((url = "/", description = "This server")),
    components(schemas(ProblemBody)),
    tags(
        (name = "teasers", description = "Articles in short, for lists."),
        (name = "articles", description = "Articles whole, for their own pages."),
        (name = "search", description = "Articles by the words in them."),
        (name = "terms", description = "What articles are sorted under."),
        (name = "feeds", description = "The newest articles for feed readers, and all of them for search engines."),
        (name = "changes", description = "What changed, in order, for copies elsewhere."),
        (name = "site", description = "What is true of the whole publication."),
        (name = "health", description = "For those who run the server.")
    )
)]
struct DeliveryDocument;
