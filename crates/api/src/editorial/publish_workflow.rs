//! The publishing workflow that single and bulk operations share: load drafts, render them into editions before any lock
//! is taken, hand them to the store, and report the result.

use chrono::SecondsFormat;
use domain::workflow::{OnPending, PendingKind};
use domain::{
    Action, ArticleId, DraftId, Edition, EditionId, EditionIdentity, EditorialDraft, Finding, Locale,
    Refusal, Rendering, Severity, Slug,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use store::editorial::terms;
use store::operations::instances::Instance;
use store::publishing::{self, ArticleOutcome, ChangeKind, PublishOptions, PublishOutcome};
use store::write::{Outcome, WriteContext};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::editorial::{EditorialApi, bulk_errors, drafts};
use crate::http::query_params::{NamedValue, OrDefault, query_params};
use crate::problem::Problem;

/// The outcome of a publishing request, or of its dry run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct ActReport {
    /// The sequence number of the change. `null` for a dry run, and if nothing changed.
    #[schema(example = 1207)]
    sequence: Option<i64>,
    /// Whether this was a dry run: nothing was changed.
    #[schema(example = false)]
    dry_run: bool,
    /// The outcome for each article.
    articles: Vec<ArticleReport>,
    /// Warnings and notes that do not prevent publishing.
    findings: Vec<Finding>,
    /// For a takedown, the servers, and whether each has confirmed that it no longer serves the article; otherwise
    /// `null`. A server without a connection to the database may serve cached responses for 15 minutes. To check
    /// again, repeat the request with the same idempotency key.
    #[schema(example = json!(null))]
    pub(crate) instances: Option<Vec<InstanceReport>>,
}

/// A server that serves readers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct InstanceReport {
    /// The ID. It changes at every start.
    #[schema(example = "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a68")]
    id: Uuid,
    /// Whether it has confirmed the change.
    #[schema(example = true)]
    confirmed: bool,
}

/// The outcome for an article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct ArticleReport {
    /// The article.
    article_id: ArticleId,
    /// The locale.
    locale: Locale,
    /// The change.
    change: ArticleChange,
    /// The current slug, or the last one.
    slug: Slug,
    /// The former slug, which now redirects.
    moved_from: Option<Slug>,
    /// The number of the live edition.
    #[schema(example = 3)]
    edition_number: Option<i32>,
}

/// How the article changes for readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(example = "published")]
pub(crate) enum ArticleChange {
    /// The article became public.
    Published,
    /// A new edition replaced the live one.
    Changed,
    /// The article is withdrawn.
    Withdrawn,
    /// The article is taken down, and its editions are erased.
    TakenDown,
    /// Nothing changed.
    Unchanged,
}

query_params! {
    /// What becomes of schedules that an act would overrule.
    pub(crate) struct PendingQuery {
        /// What happens to a schedule that conflicts with this request: `cancel` cancels it, `keep` leaves it to take
        /// effect when it is due. Without this parameter, a conflict returns 409 `schedule-pending`.
        #[example = "cancel"]
        pub(super) pending: OrDefault<OnPending>,
    }
}

/// To refuse is the default and has no name.
impl NamedValue for OnPending {
    const NAMES: &'static [(&'static str, Self)] = &[("cancel", Self::Cancel), ("keep", Self::Keep)];
}

/// The drafts to publish, each with the revision that the client has seen.
pub(super) enum PublishRequest {
    /// One draft: its error is the problem of the response.
    Single(DraftId, i32),
    /// Several drafts: the problem lists an error for each.
    Bulk(Vec<(DraftId, i32)>),
}

/// The outcome of publishing, and the findings about the drafts. It is stored for idempotent replay.
pub(super) type PublishResult = (PublishOutcome, Vec<Finding>);

/// A draft, rendered and checked for publishing.
pub(crate) struct PreparedDraft {
    /// The edition, or why there is none, such as missing content.
    pub(crate) edition: Result<Edition, Refusal>,
    /// The findings about the content.
    pub(crate) findings: Vec<Finding>,
    /// The targets of links to articles that are not public.
    pub(crate) dead_links: Vec<ArticleId>,
}

/// How often drafts are rendered when their terms keep changing between rendering and storing.
pub(super) const MAX_RENDER_ATTEMPTS: usize = 3;

impl ActReport {
    pub(crate) fn new(outcome: PublishOutcome, findings: Vec<Finding>, dry_run: bool) -> Self {
        let PublishOutcome { sequence, articles } = outcome;
        let articles = articles.into_iter().map(ArticleReport::from).collect();
        Self { sequence, dry_run, articles, findings, instances: None }
    }

    /// Adds the instances, and whether each has confirmed the act. The list is empty if they cannot be read: the act itself
    /// has succeeded.
    pub(crate) async fn with_instances(self, editorial: &EditorialApi) -> Self {
        let Some(sequence) = self.sequence else { return self };
        let all = editorial.delivery.confirmed_instances(sequence).await.unwrap_or_default().into_iter();
        let reports =
            all.map(|Instance { id, applied, .. }| InstanceReport { id, confirmed: applied >= sequence });
        Self { instances: Some(reports.collect()), ..self }
    }

    /// The path of the first article that was published or changed.
    pub(crate) fn location(&self) -> Option<String> {
        let public = |article: &&ArticleReport| {
            matches!(article.change, ArticleChange::Published | ArticleChange::Changed)
        };
        self.articles.iter().find(public).map(|article| format!("/v1/articles/{}", article.slug))
    }
}

impl From<ArticleOutcome> for ArticleReport {
    fn from(shown: ArticleOutcome) -> Self {
        let ArticleOutcome { article, locale, change, slug, moved_from, edition_number } = shown;
        let change = match change {
            ChangeKind::Published => ArticleChange::Published,
            ChangeKind::Changed => ArticleChange::Changed,
            ChangeKind::Withdrawn => ArticleChange::Withdrawn,
            ChangeKind::TakenDown => ArticleChange::TakenDown,
            ChangeKind::Unchanged => ArticleChange::Unchanged,
        };
        Self { article_id: article, locale, change, slug, moved_from, edition_number }
    }
}

impl EditorialApi {
    /// Publishes drafts as one act, and waits until this instance serves the change.
    ///
    /// The drafts are rendered again if the store finds that a term changed after they were rendered.
    pub(super) async fn publish(
        &self,
        context: &WriteContext,
        request: &PublishRequest,
        options: PublishOptions,
    ) -> Result<Outcome<PublishResult>, Problem> {
        if let Some(result) = self.replay::<PublishResult>(context).await? {
            self.delivery.ensure_visible(result.0.sequence).await;
            return Ok(Outcome::Replayed(result));
        }
        let attempt = || self.render_and_store(context, request, options);
        let is_superseded = |result: &Result<_, (Vec<Edition>, store::Error)>| matches!(result, Err((_, error)) if publishing::is_superseded(error));
        let is_superseded = |attempt: &Result<_, Problem>| attempt.as_ref().is_ok_and(is_superseded);
        let stored = publishing::retry_superseded(MAX_RENDER_ATTEMPTS, attempt, is_superseded).await?;
        match (stored, request) {
            (Ok(result), _) => {
                self.delivery.ensure_visible(result.value().0.sequence).await;
                Ok(result)
            }
            (Err((_, error)), PublishRequest::Single(..)) => Err(error.into()),
            (Err((editions, error)), PublishRequest::Bulk(_)) => {
                Err(bulk_errors::explain_publish(self, context, &editions, options, error).await)
            }
        }
    }

    /// Renders drafts and publishes the editions, which are returned with the store's error.
    async fn render_and_store(
        &self,
        context: &WriteContext,
        request: &PublishRequest,
        options: PublishOptions,
    ) -> Result<Result<Outcome<PublishResult>, (Vec<Edition>, store::Error)>, Problem> {
        let (editions, findings) = match request {
            PublishRequest::Single(id, seen) => {
                let (edition, findings) = prepare_revision(self, context, *id, *seen).await?;
                (vec![edition], findings)
            }
            PublishRequest::Bulk(drafts) => prepare_drafts(self, context, drafts, options).await?,
        };
        let rendered = editions.clone();
        let stored = self.store.write(context.clone(), async move |tx| {
            Ok((publishing::publish(tx, &rendered, options).await?, findings))
        });
        Ok(stored.await.map_err(|error| (editions, error)))
    }

    /// Finds the stored outcome of an earlier request with the same idempotency key. Handlers call this before they read
    /// anything that the first request may have changed.
    pub(super) async fn replay<T: DeserializeOwned>(
        &self,
        context: &WriteContext,
    ) -> Result<Option<T>, Problem> {
        self.read(async |conn| store::write::replay(conn, context).await).await
    }
}

/// Loads a draft, checks that its revision is the one that the client has seen, and renders it.
pub(super) async fn prepare_revision(
    editorial: &EditorialApi,
    context: &WriteContext,
    id: DraftId,
    seen: i32,
) -> Result<(Edition, Vec<Finding>), Problem> {
    let found =
        async |conn: &mut _| store::editorial::drafts::find_for(conn, context, Action::Publish, id).await;
    let draft = editorial.read(found).await?;
    let current = draft.entry.revision;
    if current != seen {
        let stale = store::Error::VersionConflict { current: i64::from(current) };
        return Err(drafts::version_conflict_problem(editorial, id, seen, stale).await);
    }
    let published_together = [draft.entry.article_id];
    let PreparedDraft { edition, findings, dead_links: _ } =
        prepare_draft(editorial, draft, &published_together).await?;
    Ok((edition?, findings))
}

/// Renders and checks a draft on the render pool. Links to the articles in `published_together` are not dead links.
pub(super) async fn prepare_draft(
    editorial: &EditorialApi,
    draft: EditorialDraft,
    published_together: &[ArticleId],
) -> Result<PreparedDraft, Problem> {
    let late = saved_after_scheduling(editorial, &draft).await?;
    let missing = draft.missing();
    let EditorialDraft { entry, content, terms: named } = draft;
    let content = content.with_current_terms(&named);
    let named = content.terms();
    let terms = editorial.read(async |conn| terms::load(conn, &named).await).await?;
    let locale = editorial.site.check_locale(&entry.locale);
    let origin = EditionIdentity {
        id: EditionId(Uuid::now_v7()),
        article: entry.article_id,
        locale: entry.locale,
        revision: entry.revision,
    };
    let rendering = editorial.renderers.run(move || {
        let rendering = markup::render(content.body.as_str());
        let edition = match missing.as_slice() {
            [] => markup::build_edition(origin, &content, &terms, rendering.clone()),
            missing => Err(Refusal::Incomplete(missing.to_vec())),
        };
        (content, missing, terms, rendering, edition)
    });
    let (content, missing, terms, rendering, edition) = rendering.await?;
    let dead_links = dead_links(editorial, &rendering, published_together).await?;
    let checks = editorial.renderers.run(move || {
        let findings = markup::check_draft(&content, &missing, &terms, &rendering, &dead_links);
        (findings, dead_links)
    });
    let (mut findings, dead_links) = checks.await?;
    let Err(refusal) = locale else {
        findings.extend(late);
        findings.sort_by_key(|finding| finding.severity);
        return Ok(PreparedDraft { edition, findings, dead_links });
    };
    let detail = refusal.to_string();
    let (pointer, rule) = (String::new(), "unknown_locale".to_owned());
    findings.insert(0, Finding { severity: Severity::Error, pointer, rule, detail });
    Ok(PreparedDraft { edition: Err(refusal), findings, dead_links })
}

/// A warning if the draft was changed after the scheduled revision was frozen.
async fn saved_after_scheduling(
    editorial: &EditorialApi,
    draft: &EditorialDraft,
) -> Result<Option<Finding>, Problem> {
    let EditorialDraft { entry, content, terms } = draft;
    let pending = entry.scheduled.as_ref().filter(|pending| pending.kind == PendingKind::Publish);
    let Some((pending, revision)) = pending.and_then(|pending| Some((pending, pending.revision?))) else {
        return Ok(None);
    };
    if revision == entry.revision {
        return Ok(None);
    }
    let id = entry.id;
    let frozen =
        editorial.read(async move |conn| store::editorial::drafts::find_revision(conn, id, revision).await);
    let due_at = pending.due_at.to_rfc3339_opts(SecondsFormat::AutoSi, true);
    let finding = || Finding {
        severity: Severity::Warning,
        pointer: String::new(),
        rule: "saved_after_scheduling".to_owned(),
        detail: format!(
            "Revision {revision} is scheduled for {due_at}; what was saved after it is not in it. Schedule again to \
             have it published then."
        ),
    };
    // Merged terms are followed, so that a merge does not count as a change of the draft.
    Ok((frozen.await?.comparable() != content.with_merged_terms(terms)).then(finding))
}

async fn dead_links(
    editorial: &EditorialApi,
    rendering: &Rendering,
    published_together: &[ArticleId],
) -> Result<Vec<ArticleId>, Problem> {
    let targets = rendering.links.iter().copied().filter(|target| !published_together.contains(target));
    let targets: Vec<ArticleId> = targets.collect();
    if targets.is_empty() {
        return Ok(Vec::new());
    }
    editorial.read(async |conn| publishing::dead_links(conn, &targets).await).await
}

/// Renders all drafts of a bulk request.
///
/// # Errors
/// A problem with the error of each draft that cannot be loaded, rendered or published.
async fn prepare_drafts(
    editorial: &EditorialApi,
    context: &WriteContext,
    drafts: &[(DraftId, i32)],
    options: PublishOptions,
) -> Result<(Vec<Edition>, Vec<Finding>), Problem> {
    let (mut editions, mut findings, mut errors) = (Vec::new(), Vec::new(), Vec::new());
    let mut found = Vec::with_capacity(drafts.len());
    for (index, (id, seen)) in drafts.iter().enumerate() {
        let find = async |conn: &mut _| {
            store::editorial::drafts::find_for(conn, context, Action::Publish, *id).await
        };
        match editorial.store.read_editorial(find).await {
            Ok(draft) => found.push((index, *seen, draft)),
            Err(error) => errors.push((index, error)),
        }
    }
    let published_together: Vec<ArticleId> =
        found.iter().map(|(_, _, draft)| draft.entry.article_id).collect();
    for (index, seen, draft) in found {
        let current = draft.entry.revision;
        if current != seen {
            errors.push((index, store::Error::VersionConflict { current: i64::from(current) }));
            continue;
        }
        let prepared = prepare_draft(editorial, draft, &published_together).await?;
        findings.extend(prepared.findings);
        match prepared.edition {
            Ok(edition) => editions.push((index, edition)),
            Err(refusal) => errors.push((index, refusal.into())),
        }
    }
    if errors.is_empty() {
        return Ok((editions.into_iter().map(|(_, edition)| edition).collect(), findings));
    }
    errors.extend(bulk_errors::publish_individually(editorial, context, editions, options).await);
    Err(bulk_errors::bulk_problem(errors))
}
