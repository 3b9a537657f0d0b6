//! What acts have in common: drafts are loaded, rendered before any lock, and handed to the store; what came of it is
//! said in one form.

use domain::{
    ArticleId, DraftId, Edition, EditionId, EditorialDraft, Finding, Locale, Origin, Refusal, Rendering,
    Slug, Update,
};
use serde::{Deserialize, Serialize};
use store::acting::{Act, Outcome};
use store::publishing::{self, Change, Deed, Done, Shown};
use tokio::task::spawn_blocking;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::editorial::{Editorial, drafts};
use crate::problem::{Kind, Problem, ProblemError};
use crate::protocol::prefer::Run;

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

/// Which drafts are to be acted on, by whom.
pub(crate) struct Asked {
    pub(crate) act: Act,
    /// The drafts, and the revisions that were seen.
    pub(crate) drafts: Vec<(DraftId, i32)>,
}

/// A draft as it would be published.
pub(crate) struct Prepared {
    /// The edition, unless something is missing.
    pub(crate) edition: Result<Edition, Refusal>,
    /// What was found.
    pub(crate) findings: Vec<Finding>,
}

/// How often something is rendered again because a term changed meanwhile.
const TRIES: usize = 3;

impl ActReport {
    pub(crate) fn of(done: Done, findings: Vec<Finding>, run: Run) -> Self {
        let Done { sequence, articles } = done;
        let articles = articles.into_iter().map(ArticleReport::from).collect();
        Self { sequence, dry_run: run == Run::Rehearsal, articles, findings }
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
    /// Publishes drafts in one act, or says what that would do.
    pub(super) async fn publish(
        &self,
        asked: Asked,
        update: Update,
        run: Run,
    ) -> Result<(Outcome<Done>, Vec<Finding>), Problem> {
        let mut tries = TRIES;
        loop {
            tries -= 1;
            let (editions, findings) = prepare_all(self, &asked).await?;
            let act = asked.act.clone();
            let done = self.store.write(move |mut conn| async move {
                match run {
                    Run::ForReal => publishing::publish(&mut conn, &act, &editions, update).await,
                    Run::Rehearsal => {
                        let deed = Deed::Publish(&editions, update);
                        publishing::rehearse(&mut conn, &act, deed).await.map(Outcome::Done)
                    }
                }
            });
            match done.await {
                Ok(done) => return Ok((done, findings)),
                Err(store::Error::Refused(Refusal::SourceSuperseded)) if tries > 0 => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

/// The edition of one draft in the revision that was seen.
pub(super) async fn prepare_newest(
    editorial: &Editorial,
    act: &Act,
    id: DraftId,
    seen: i32,
) -> Result<(Edition, Vec<Finding>), Problem> {
    let draft = newest(editorial, act, id, seen).await?;
    let together = [draft.entry.article_id];
    let Prepared { edition, findings } = prepare(editorial, draft, &together).await?;
    Ok((edition?, findings))
}

/// Renders a draft, off the threads that answer. Links to articles that are published together with it lead somewhere.
pub(super) async fn prepare(
    editorial: &Editorial,
    draft: EditorialDraft,
    together: &[ArticleId],
) -> Result<Prepared, Problem> {
    let EditorialDraft { entry, content } = draft;
    let named = content.terms();
    let terms = editorial.read(async |conn| store::terms::load(conn, &named).await).await?;
    let origin = Origin {
        id: EditionId(Uuid::now_v7()),
        article: entry.article_id,
        locale: entry.locale,
        revision: entry.revision,
    };
    let rendering = spawn_blocking(move || {
        let rendering = markup::render(content.body.as_str());
        let edition = markup::prepare(origin, &content, &terms);
        (content, terms, rendering, edition)
    });
    let (content, terms, rendering, edition) =
        rendering.await.map_err(|error| Problem::internal(error.to_string()))?;
    let dead = dead_links(editorial, &rendering, together).await?;
    let findings = markup::checks(&content, &terms, &rendering, &dead);
    Ok(Prepared { edition, findings })
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

/// All editions, or everything that keeps them from being made.
async fn prepare_all(editorial: &Editorial, asked: &Asked) -> Result<(Vec<Edition>, Vec<Finding>), Problem> {
    let (mut editions, mut findings, mut wrong) = (Vec::new(), Vec::new(), Vec::new());
    let only = asked.drafts.len() == 1;
    let mut drafts = Vec::with_capacity(asked.drafts.len());
    for (id, seen) in &asked.drafts {
        drafts.push(newest(editorial, &asked.act, *id, *seen).await?);
    }
    let together: Vec<ArticleId> = drafts.iter().map(|draft| draft.entry.article_id).collect();
    for (place, draft) in drafts.into_iter().enumerate() {
        let prepared = prepare(editorial, draft, &together).await?;
        findings.extend(prepared.findings);
        match prepared.edition {
            Ok(edition) => editions.push(edition),
            Err(refusal) if only => return Err(refusal.into()),
            Err(refusal) => {
                wrong.push(ProblemError::at(&format!("/drafts/{place}"), "incomplete", refusal.to_string()));
            }
        }
    }
    if wrong.is_empty() {
        return Ok((editions, findings));
    }
    Err(Problem::new(Kind::Incomplete, "Some of the drafts cannot be published yet; none was.").with(wrong))
}

/// A draft in the revision that was seen, if that is its newest, or if what is asked was done before: then the store
/// gives the answer of that time.
async fn newest(editorial: &Editorial, act: &Act, id: DraftId, seen: i32) -> Result<EditorialDraft, Problem> {
    let found = editorial.read(async |conn| {
        let draft = store::drafts::find(conn, id).await?;
        let is_known = draft.entry.revision != seen && store::acting::is_known(conn, act).await?;
        Ok((draft, is_known))
    });
    let (draft, is_known) = found.await?;
    if draft.entry.revision == seen || is_known {
        return Ok(draft);
    }
    let stale = store::Error::Stale { current: i64::from(draft.entry.revision) };
    Err(drafts::refused(editorial, id, seen, stale).await)
}
