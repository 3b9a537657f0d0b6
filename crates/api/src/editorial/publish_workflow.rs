//! What acts have in common: drafts are loaded, rendered before any lock, and handed to the store; what came of it is
//! said in one form.

use chrono::SecondsFormat;
use domain::workflow::{OnPending, PendingKind};
use domain::{
    Action, ArticleId, DraftId, Edition, EditionId, EditorialDraft, Finding, Locale, Origin, Refusal,
    Rendering, Severity, Slug,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use store::operations::instances::Instance;
use store::publishing::{self, Change, Done, PublishOptions, Shown};
use store::write::{Act, Outcome};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::editorial::{Editorial, bulk_errors, drafts};
use crate::problem::{Problem, ProblemError};

/// What an act did, or would do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct ActReport {
    /// The number of the act. `null` when readers saw all of it already, and for a dry run.
    #[schema(example = 1207)]
    sequence: Option<i64>,
    /// Whether it was only said, and not done.
    #[schema(example = false)]
    dry_run: bool,
    /// What became of each article.
    articles: Vec<ArticleReport>,
    /// What was found that did not keep it from being published.
    findings: Vec<Finding>,
    /// The servers, and whether each is known not to give what was taken down any more. `null` for other acts. One that
    /// is cut off gives what it has for a quarter of an hour at most; repeat the request with its key to look again.
    #[schema(example = json!(null))]
    pub(crate) instances: Option<Vec<InstanceReport>>,
}

/// A server that gives answers to readers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct InstanceReport {
    /// It has another one after every start.
    #[schema(example = "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a68")]
    id: Uuid,
    /// Whether it has said that it knows of the act.
    #[schema(example = true)]
    confirmed: bool,
}

/// What readers see happen to an article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct ArticleReport {
    /// The article.
    article_id: ArticleId,
    /// The locale.
    locale: Locale,
    /// What happens.
    change: ArticleChange,
    /// The slug that it has now, or had last.
    slug: Slug,
    /// The slug that it had before, which redirects now.
    moved_from: Option<Slug>,
    /// The number of the edition that readers see.
    #[schema(example = 3)]
    edition_number: Option<i32>,
}

/// What readers see happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(example = "published")]
pub(crate) enum ArticleChange {
    /// It is there, and was not before.
    Published,
    /// It is another edition.
    Changed,
    /// It is there no more.
    Withdrawn,
    /// It is there no more, and nothing of it is kept.
    TakenDown,
    /// Nothing.
    Unchanged,
}

/// What becomes of schedules that an act would overrule.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PendingQuery {
    /// What becomes of something that is scheduled and that this would overrule: `cancel` cancels it, `keep` leaves it to
    /// have its effect at its moment. Without it the answer is 409 `schedule-pending` then.
    #[param(pattern = "^(cancel|keep)$", example = "cancel")]
    pending: Option<String>,
}

impl PendingQuery {
    /// The choice.
    ///
    /// # Errors
    /// 400 for another word.
    pub(super) fn choice(self) -> Result<OnPending, Problem> {
        match self.pending.as_deref() {
            None => Ok(OnPending::Refuse),
            Some("cancel") => Ok(OnPending::Cancel),
            Some("keep") => Ok(OnPending::Keep),
            Some(_) => {
                let wrong =
                    ProblemError::parameter("pending", "enum", "What is pending is `cancel` or `keep`.");
                Err(Problem::parameters(vec![wrong]))
            }
        }
    }
}

/// Which drafts are to be published, and the revisions that were seen.
pub(super) enum Asked {
    /// One: what stands in its way is the answer.
    One(DraftId, i32),
    /// Several: of each it is said what stands in its way.
    Several(Vec<(DraftId, i32)>),
}

/// What came of publishing, and what was found about the drafts.
pub(super) type Told = (Done, Vec<Finding>);

/// A draft as it would be published.
pub(crate) struct Prepared {
    /// The edition, unless something is missing.
    pub(crate) edition: Result<Edition, Refusal>,
    /// What was found.
    pub(crate) findings: Vec<Finding>,
    /// The articles that it links to and that are not public.
    pub(crate) dead: Vec<ArticleId>,
}

/// How often something is rendered again because a term changed meanwhile.
pub(super) const TRIES: usize = 3;

impl ActReport {
    pub(crate) fn of(done: Done, findings: Vec<Finding>, dry_run: bool) -> Self {
        let Done { sequence, articles } = done;
        let articles = articles.into_iter().map(ArticleReport::from).collect();
        Self { sequence, dry_run, articles, findings, instances: None }
    }

    /// With the servers that know of it; with none where that cannot be found out any more: it was done all the same.
    pub(crate) async fn confirmed(self, editorial: &Editorial) -> Self {
        let Some(sequence) = self.sequence else { return self };
        let all = editorial.delivery.who_knows(sequence).await.unwrap_or_default().into_iter();
        let reports =
            all.map(|Instance { id, applied, .. }| InstanceReport { id, confirmed: applied >= sequence });
        Self { instances: Some(reports.collect()), ..self }
    }

    /// Where readers find what became public.
    pub(crate) fn place(&self) -> Option<String> {
        let public = |article: &&ArticleReport| {
            matches!(article.change, ArticleChange::Published | ArticleChange::Changed)
        };
        self.articles.iter().find(public).map(|article| format!("/v1/articles/{}", article.slug))
    }
}

impl From<Shown> for ArticleReport {
    fn from(shown: Shown) -> Self {
        let Shown { article, locale, change, slug, moved_from, edition_number } = shown;
        let change = match change {
            Change::Published => ArticleChange::Published,
            Change::Changed => ArticleChange::Changed,
            Change::Withdrawn => ArticleChange::Withdrawn,
            Change::TakenDown => ArticleChange::TakenDown,
            Change::Unchanged => ArticleChange::Unchanged,
        };
        Self { article_id: article, locale, change, slug, moved_from, edition_number }
    }
}

impl Editorial {
    /// Publishes drafts in one act.
    pub(super) async fn publish(
        &self,
        act: &Act,
        asked: &Asked,
        options: PublishOptions,
    ) -> Result<Outcome<Told>, Problem> {
        if let Some(told) = self.replay::<Told>(act).await? {
            self.delivery.has_shown(told.0.sequence).await;
            return Ok(Outcome::Replayed(told));
        }
        let mut tries = TRIES;
        loop {
            tries -= 1;
            let (editions, findings) = match asked {
                Asked::One(id, seen) => {
                    let (edition, findings) = prepare_newest(self, act, *id, *seen).await?;
                    (vec![edition], findings)
                }
                Asked::Several(drafts) => prepare_all(self, act, drafts, options).await?,
            };
            match (self.hand_over(act, &editions, findings, options).await, asked) {
                (Ok(told), _) => {
                    self.delivery.has_shown(told.value().0.sequence).await;
                    return Ok(told);
                }
                (Err(store::Error::Refused(Refusal::SourceSuperseded)), _) if tries > 0 => {}
                (Err(error), Asked::One(..)) => return Err(error.into()),
                (Err(error), Asked::Several(_)) => {
                    return Err(bulk_errors::of_publishing(self, act, &editions, options, error).await);
                }
            }
        }
    }

    async fn hand_over(
        &self,
        act: &Act,
        editions: &[Edition],
        findings: Vec<Finding>,
        options: PublishOptions,
    ) -> Result<Outcome<Told>, store::Error> {
        let (act, editions) = (act.clone(), editions.to_vec());
        let done = self.store.write(move |mut conn| async move {
            publishing::publish_telling(&mut conn, &act, &editions, options, findings).await
        });
        done.await
    }

    /// What came of a request that was answered before: what it was about may be different by now.
    pub(super) async fn replay<T: DeserializeOwned>(&self, act: &Act) -> Result<Option<T>, Problem> {
        self.read(async |conn| store::write::replay(conn, act).await).await
    }
}

/// The edition of one draft in the revision that was seen.
pub(super) async fn prepare_newest(
    editorial: &Editorial,
    act: &Act,
    id: DraftId,
    seen: i32,
) -> Result<(Edition, Vec<Finding>), Problem> {
    let found = async |conn: &mut _| store::editorial::drafts::find_for(conn, act, Action::Publish, id).await;
    let draft = editorial.read(found).await?;
    let current = draft.entry.revision;
    if current != seen {
        let stale = store::Error::Stale { current: i64::from(current) };
        return Err(drafts::refused(editorial, id, seen, stale).await);
    }
    let together = [draft.entry.article_id];
    let Prepared { edition, findings, dead: _ } = prepare(editorial, draft, &together).await?;
    Ok((edition?, findings))
}

/// Renders a draft, in the render pool. Links to articles that are published together with it lead somewhere.
pub(super) async fn prepare(
    editorial: &Editorial,
    draft: EditorialDraft,
    together: &[ArticleId],
) -> Result<Prepared, Problem> {
    let late = saved_after_scheduling(editorial, &draft).await?;
    let lacking = draft.missing();
    let EditorialDraft { entry, content, terms: named } = draft;
    let content = content.with_current_terms(&named);
    let named = content.terms();
    let terms = editorial.read(async |conn| store::editorial::terms::load(conn, &named).await).await?;
    let locale = editorial.site.check_locale(&entry.locale);
    let origin = Origin {
        id: EditionId(Uuid::now_v7()),
        article: entry.article_id,
        locale: entry.locale,
        revision: entry.revision,
    };
    let rendering = editorial.renderers.run(move || {
        let rendering = markup::render(content.body.as_str());
        let edition = match lacking.as_slice() {
            [] => markup::edition_of(origin, &content, &terms, rendering.clone()),
            lacking => Err(Refusal::Incomplete(lacking.to_vec())),
        };
        (content, lacking, terms, rendering, edition)
    });
    let (content, lacking, terms, rendering, edition) = rendering.await?;
    let dead = dead_links(editorial, &rendering, together).await?;
    let checks = editorial.renderers.run(move || {
        let findings = markup::checks(&content, &lacking, &terms, &rendering, &dead);
        (findings, dead)
    });
    let (mut findings, dead) = checks.await?;
    let Err(refusal) = locale else {
        findings.extend(late);
        findings.sort_by_key(|finding| finding.severity);
        return Ok(Prepared { edition, findings, dead });
    };
    let detail = refusal.to_string();
    let (pointer, rule) = (String::new(), "unknown_locale".to_owned());
    findings.insert(0, Finding { severity: Severity::Error, pointer, rule, detail });
    Ok(Prepared { edition: Err(refusal), findings, dead })
}

/// That what is scheduled to become public is not what was saved last.
async fn saved_after_scheduling(
    editorial: &Editorial,
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
    // A term that was merged meanwhile is no change of the draft.
    Ok((frozen.await?.comparable() != content.with_merges_followed(terms)).then(finding))
}

async fn dead_links(
    editorial: &Editorial,
    rendering: &Rendering,
    together: &[ArticleId],
) -> Result<Vec<ArticleId>, Problem> {
    let targets = rendering.links.iter().copied().filter(|target| !together.contains(target));
    let targets: Vec<ArticleId> = targets.collect();
    if targets.is_empty() {
        return Ok(Vec::new());
    }
    editorial.read(async |conn| publishing::dead_links(conn, &targets).await).await
}

/// All editions, or everything that keeps any of them from being made or shown.
async fn prepare_all(
    editorial: &Editorial,
    act: &Act,
    drafts: &[(DraftId, i32)],
    options: PublishOptions,
) -> Result<(Vec<Edition>, Vec<Finding>), Problem> {
    let (mut editions, mut findings, mut wrong) = (Vec::new(), Vec::new(), Vec::new());
    let mut found = Vec::with_capacity(drafts.len());
    for (place, (id, seen)) in drafts.iter().enumerate() {
        let one =
            async |conn: &mut _| store::editorial::drafts::find_for(conn, act, Action::Publish, *id).await;
        match editorial.store.read_editorial(one).await {
            Ok(draft) => found.push((place, *seen, draft)),
            Err(error) => wrong.push((place, error)),
        }
    }
    let together: Vec<ArticleId> = found.iter().map(|(_, _, draft)| draft.entry.article_id).collect();
    for (place, seen, draft) in found {
        let current = draft.entry.revision;
        if current != seen {
            wrong.push((place, store::Error::Stale { current: i64::from(current) }));
            continue;
        }
        let prepared = prepare(editorial, draft, &together).await?;
        findings.extend(prepared.findings);
        match prepared.edition {
            Ok(edition) => editions.push((place, edition)),
            Err(refusal) => wrong.push((place, refusal.into())),
        }
    }
    if wrong.is_empty() {
        return Ok((editions.into_iter().map(|(_, edition)| edition).collect(), findings));
    }
    wrong.extend(bulk_errors::alone(editorial, act, editions, options).await?);
    Err(bulk_errors::refused(wrong))
}
