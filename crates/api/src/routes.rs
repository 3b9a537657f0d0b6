//! The routes of the server: every operation of the delivery and the editorial API with its path, and the previews and
//! pages beside them. A test compares the paths in the comments with the OpenAPI documents.

use actix_web::middleware::from_fn;
use actix_web::web;
use utoipa_actix_web::scope;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::delivery::{archive, articles, changes, feeds, resolve, search, site, sitemap, teasers};
use crate::editorial::{
    audit, bulk, checks, drafts, jobs, me, people, previews, publishing, redirects, revisions, sessions,
    terms,
};
use crate::http::dry_run::mark_dry_run;
use crate::{delivery, docs_site, health, jwks, preview};

/// What is served without credentials: the delivery API, the public signing keys and the health checks.
pub(crate) fn configure_delivery(config: &mut ServiceConfig<'_>) {
    config
        .service(scope::scope("/v1").configure(delivery_operations))
        // GET /.well-known/jwks.json
        .service(jwks::get_signing_keys)
        // GET /livez
        .service(health::live)
        // GET /readyz
        .service(health::ready);
}

/// The operations below `/v1`, and, for the holder of a preview link, below `/preview/v1`.
pub(crate) fn delivery_operations(config: &mut ServiceConfig<'_>) {
    config
        // GET /v1/teasers
        .service(teasers::list_teasers)
        // GET /v1/teasers/{slug}
        .service(teasers::get_teaser)
        // GET /v1/articles
        .service(articles::list_articles)
        // GET /v1/articles/{slug}
        .service(articles::get_article)
        // GET /v1/resolve
        .service(resolve::resolve_path)
        // GET /v1/sections
        .service(delivery::terms::list_sections)
        // GET /v1/sections/{slug}
        .service(delivery::terms::get_section)
        // GET /v1/tags
        .service(delivery::terms::list_tags)
        // GET /v1/tags/{slug}
        .service(delivery::terms::get_tag)
        // GET /v1/authors
        .service(delivery::terms::list_authors)
        // GET /v1/authors/{slug}
        .service(delivery::terms::get_author)
        // GET /v1/series
        .service(delivery::terms::list_series)
        // GET /v1/series/{slug}
        .service(delivery::terms::get_series)
        // GET /v1/kickers
        .service(delivery::terms::list_kickers)
        // GET /v1/search
        .service(search::search_articles)
        // GET /v1/archive
        .service(archive::get_archive)
        // GET /v1/feeds/rss
        .service(feeds::get_rss_feed)
        // GET /v1/feeds/atom
        .service(feeds::get_atom_feed)
        // GET /v1/feeds/json
        .service(feeds::get_json_feed)
        // GET /v1/sitemap
        .service(sitemap::get_sitemap)
        // GET /v1/sitemaps/{part}
        .service(sitemap::get_sitemap_part)
        // GET /v1/changes
        .service(changes::list_changes)
        // GET /v1/site
        .service(site::get_site);
}

/// The editorial API. Its operations require an access token, except those that a client signs in or resets a password
/// with.
pub(crate) fn configure_editorial(config: &mut ServiceConfig<'_>) {
    let operations = scope::scope("/editorial/v1").configure(editorial_operations);
    config.service(operations.wrap(from_fn(mark_dry_run)));
}

fn editorial_operations(config: &mut ServiceConfig<'_>) {
    account_operations(config);
    draft_operations(config);
    publishing_operations(config);
    site_operations(config);
    log_and_job_operations(config);
}

fn account_operations(config: &mut ServiceConfig<'_>) {
    config
        // POST /editorial/v1/sessions
        .service(sessions::sign_in)
        // POST /editorial/v1/sessions/refresh
        .service(sessions::refresh_session)
        // GET /editorial/v1/sessions
        .service(sessions::list_sessions)
        // DELETE /editorial/v1/sessions/{id}
        .service(sessions::end_session)
        // POST /editorial/v1/password-resets
        .service(sessions::set_forgotten_password)
        // GET /editorial/v1/me
        .service(me::get_me)
        // PUT /editorial/v1/me/password
        .service(me::change_own_password)
        // GET /editorial/v1/people
        .service(people::list_people)
        // POST /editorial/v1/people
        .service(people::create_person)
        // GET /editorial/v1/people/{id}
        .service(people::get_person)
        // PATCH /editorial/v1/people/{id}
        .service(people::change_person)
        // POST /editorial/v1/people/{id}/password-token
        .service(people::issue_password_token);
}

fn draft_operations(config: &mut ServiceConfig<'_>) {
    config
        // GET /editorial/v1/drafts
        .service(drafts::list_drafts)
        // POST /editorial/v1/drafts
        .service(drafts::create_draft)
        // GET /editorial/v1/drafts/{id}
        .service(drafts::get_draft)
        // PATCH /editorial/v1/drafts/{id}
        .service(drafts::save_draft)
        // DELETE /editorial/v1/drafts/{id}
        .service(drafts::trash_draft)
        // POST /editorial/v1/drafts/{id}/restore
        .service(drafts::restore_draft)
        // POST /editorial/v1/drafts/{id}/duplicate
        .service(drafts::duplicate_draft)
        // GET /editorial/v1/drafts/{id}/revisions
        .service(revisions::list_revisions)
        // GET /editorial/v1/drafts/{id}/revisions/{number}
        .service(revisions::get_revision)
        // POST /editorial/v1/drafts/{id}/revisions/{number}/restore
        .service(revisions::restore_revision)
        // GET /editorial/v1/drafts/{id}/comparison
        .service(revisions::compare_revisions)
        // GET /editorial/v1/drafts/{id}/checks
        .service(checks::check_draft);
}

fn publishing_operations(config: &mut ServiceConfig<'_>) {
    config
        // POST /editorial/v1/drafts/{id}/publish
        .service(publishing::publish_draft)
        // POST /editorial/v1/drafts/{id}/schedule
        .service(publishing::schedule_draft)
        // DELETE /editorial/v1/drafts/{id}/schedule
        .service(publishing::cancel_schedule)
        // POST /editorial/v1/drafts/{id}/withdraw
        .service(publishing::withdraw_draft)
        // POST /editorial/v1/drafts/{id}/take-down
        .service(publishing::take_down_draft)
        // POST /editorial/v1/drafts/{id}/previous-edition
        .service(publishing::show_previous_edition)
        // POST /editorial/v1/bulk/publish
        .service(bulk::publish_drafts)
        // POST /editorial/v1/bulk/withdraw
        .service(bulk::withdraw_drafts)
        // POST /editorial/v1/bulk/move
        .service(bulk::move_drafts)
        // POST /editorial/v1/bulk/trash
        .service(bulk::trash_drafts);
}

fn site_operations(config: &mut ServiceConfig<'_>) {
    config
        // GET /editorial/v1/terms
        .service(terms::list_terms)
        // POST /editorial/v1/terms
        .service(terms::create_term)
        // GET /editorial/v1/terms/{id}
        .service(terms::get_term)
        // PATCH /editorial/v1/terms/{id}
        .service(terms::change_term)
        // POST /editorial/v1/terms/{id}/merge
        .service(terms::merge_term)
        // DELETE /editorial/v1/terms/{id}
        .service(terms::delete_term)
        // GET /editorial/v1/redirects
        .service(redirects::list_redirects)
        // POST /editorial/v1/redirects
        .service(redirects::create_redirect)
        // GET /editorial/v1/redirects/{id}
        .service(redirects::get_redirect)
        // DELETE /editorial/v1/redirects/{id}
        .service(redirects::delete_redirect)
        // GET /editorial/v1/previews
        .service(previews::list_previews)
        // POST /editorial/v1/previews
        .service(previews::create_preview)
        // GET /editorial/v1/previews/{id}
        .service(previews::get_preview)
        // DELETE /editorial/v1/previews/{id}
        .service(previews::revoke_preview);
}

fn log_and_job_operations(config: &mut ServiceConfig<'_>) {
    config
        // GET /editorial/v1/jobs
        .service(jobs::list_jobs)
        // GET /editorial/v1/jobs/{id}
        .service(jobs::get_job)
        // POST /editorial/v1/jobs/{id}/retry
        .service(jobs::retry_job)
        // POST /editorial/v1/jobs/{id}/cancel
        .service(jobs::cancel_job)
        // GET /editorial/v1/audit
        .service(audit::list_audit_entries);
}

/// The delivery API once more below `/preview/v1`, for the holder of a preview link.
pub(crate) fn configure_previews(config: &mut web::ServiceConfig) {
    preview::configure(config, delivery_operations);
}

/// The home page, the documentation below `/docs/`, the OpenAPI documents and `/.well-known/security.txt`.
pub(crate) fn configure_docs_site(config: &mut web::ServiceConfig) {
    let lazily_rendered = ["/docs", "/docs/{rest:.*}", "/openapi/{name}", "/demo/figures/{name}"];
    config
        .service(web::resource("/").to(docs_site::home))
        .service(web::resource("/.well-known/security.txt").to(docs_site::security_txt))
        .service(web::resource(lazily_rendered).to(docs_site::resource));
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use crate::openapi;

    /// The operations of a document as `METHOD path function`.
    fn documented(document: &str) -> BTreeSet<String> {
        let document: Value = serde_json::from_str(document).unwrap();
        let paths = document["paths"].as_object().unwrap();
        let operation = |path: &str, method: &str, operation: &Value| {
            let id = operation["operationId"].as_str().unwrap();
            let snake_case = |letter: char| match letter {
                'A'..='Z' => format!("_{}", letter.to_ascii_lowercase()),
                _ => letter.to_string(),
            };
            let function: String = id.chars().map(snake_case).collect();
            format!("{} {path} {function}", method.to_ascii_uppercase())
        };
        let all = paths.iter().flat_map(|(path, item)| {
            item.as_object().unwrap().iter().map(move |(method, value)| operation(path, method, value))
        });
        all.collect()
    }

    /// The comments of this file, each with the function that is registered on the line below it.
    fn commented() -> BTreeSet<String> {
        let lines: Vec<&str> = include_str!("routes.rs").lines().map(str::trim).collect();
        let pairs = lines.iter().zip(lines.iter().skip(1));
        let pair = |(comment, line): (&&str, &&str)| {
            let (_, function) = line.strip_prefix(".service(")?.rsplit_once("::")?;
            let function = function.trim_end_matches([')', ';']);
            Some(format!("{} {function}", comment.strip_prefix("// ")?))
        };
        pairs.filter_map(pair).collect()
    }

    #[test]
    fn comments_match_the_documented_paths_of_the_handlers() {
        let documented: BTreeSet<String> =
            documented(&openapi::delivery()).union(&documented(&openapi::editorial())).cloned().collect();
        assert_eq!(commented(), documented);
    }
}
