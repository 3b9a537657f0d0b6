//! Checks: the problems that publishing a draft would have now, and warnings about its content.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, get, web};
use domain::{DraftId, Finding, Refusal, Severity};
use serde::{Deserialize, Serialize};
use store::editorial::drafts;
use store::publishing::{self, PublishCandidate};
use store::write::WriteContext;
use utoipa::ToSchema;

use crate::auth::permissions::{Authorized, ReadDrafts};
use crate::editorial::publish_workflow::{MAX_RENDER_ATTEMPTS, PreparedDraft, prepare_draft};
use crate::editorial::{EditorialApi, respond};
use crate::http::path_id::PathId;
use crate::http::query_params::{NoQuery, Query};
use crate::problem::{Obstacle, Problem};

/// The result of checking a draft.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct CheckReport {
    /// Whether you could publish the draft now: `true` exactly if `obstacles` is empty.
    #[schema(example = true)]
    publishable: bool,
    /// Every problem for which publishing would fail now.
    obstacles: Vec<Obstacle>,
    /// All findings, errors first. Each obstacle has an error.
    findings: Vec<Finding>,
}

/// Checks whether a draft can be published.
///
/// Applies the rules of publishing with your permissions. Each reason for which publishing would fail now is listed in
/// `obstacles`, with the same problem type. Findings of severity `error` prevent publishing; warnings and notes do
/// not. Nothing is changed.
#[utoipa::path(tag = "publishing", params(Authorized<ReadDrafts>, ("id" = DraftId, Path, description = "The draft.")), responses((status = 200, description = "The result of the checks.", body = CheckReport)))]
#[get("/drafts/{id}/checks")]
pub(crate) async fn check_draft(
    editor: Authorized<ReadDrafts>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    let id = DraftId(id.0);
    let owner = editorial.read(async move |conn| drafts::find(conn, id).await).await?.entry.owner_id;
    editor.check_owner(owner)?;
    let checked = check(&editorial, &editor.write_context(&[]), id).await?;
    // A person who may only see their own drafts must not learn which article holds a slug.
    let names_holder = editor.only_own().is_none();
    respond::resource(StatusCode::OK, &checked.report(names_holder), None)
}

/// The refusals that publishing would have, and the findings about the content.
struct CheckOutcome {
    refusals: Vec<Refusal>,
    findings: Vec<Finding>,
}

/// Checks the newest revision of a draft. As in publishing, it is rendered again if a term changed in the meantime.
async fn check(
    editorial: &EditorialApi,
    context: &WriteContext,
    id: DraftId,
) -> Result<CheckOutcome, Problem> {
    let is_superseded = |checked: &Result<CheckOutcome, Problem>| {
        checked.as_ref().is_ok_and(|checked| checked.refusals.contains(&Refusal::SourceSuperseded))
    };
    let attempt = || check_once(editorial, context, id);
    publishing::retry_superseded(MAX_RENDER_ATTEMPTS, attempt, is_superseded).await
}

async fn check_once(
    editorial: &EditorialApi,
    context: &WriteContext,
    id: DraftId,
) -> Result<CheckOutcome, Problem> {
    let draft = editorial.read(async move |conn| drafts::find(conn, id).await).await?;
    let (entry, slug) = (draft.entry.clone(), draft.content.slug.clone());
    let PreparedDraft { edition, findings, dead_links } =
        prepare_draft(editorial, draft, &[entry.article_id]).await?;
    let (edition, mut refusals) = match edition {
        Ok(edition) => (Some(edition), Vec::new()),
        Err(refusal) => (None, vec![refusal]),
    };
    if edition.is_none() && !dead_links.is_empty() {
        refusals.push(Refusal::DeadLinks(dead_links));
    }
    let context = context.clone();
    let found = editorial.store.run_detached(move |mut conn| async move {
        let candidate = PublishCandidate {
            article: entry.article_id,
            locale: &entry.locale,
            revision: entry.revision,
            slug: slug.as_ref(),
            edition: edition.as_ref(),
        };
        publishing::obstacles(&mut conn, &context, candidate).await
    });
    refusals.extend(found.await?);
    Ok(CheckOutcome { refusals, findings })
}

impl CheckOutcome {
    fn report(self, names_holder: bool) -> CheckReport {
        let Self { refusals, mut findings } = self;
        let publishable = refusals.is_empty();
        if publishable {
            // Publishing a revision that is live already changes nothing and always succeeds, so errors such as dead
            // links are only warnings.
            findings
                .iter_mut()
                .for_each(|finding| finding.severity = finding.severity.max(Severity::Warning));
        }
        findings.extend(refusals.iter().filter_map(finding));
        findings.sort_by_key(|finding| finding.severity);
        let obstacle = |refusal: Refusal| {
            let is_named = names_holder || !matches!(refusal, Refusal::SlugTaken { .. });
            let problem = Problem::from(refusal);
            Obstacle::from(if is_named { problem } else { problem.with_errors(Vec::new()) })
        };
        CheckReport { publishable, obstacles: refusals.into_iter().map(obstacle).collect(), findings }
    }
}

/// The finding for a refusal; `None` if the findings about the content name each of its causes already.
fn finding(refusal: &Refusal) -> Option<Finding> {
    let pointer = match refusal {
        Refusal::Incomplete(_) | Refusal::DeadLinks(_) | Refusal::UnknownLocale { .. } => return None,
        Refusal::SlugTaken { .. } => "/slug",
        _ => "",
    };
    let rule = Problem::from(refusal.clone()).kind.definition().name.replace('-', "_");
    let (pointer, detail) = (pointer.to_owned(), refusal.to_string());
    Some(Finding { severity: Severity::Error, pointer, rule, detail })
}
