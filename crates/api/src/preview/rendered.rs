//! A cache of drafts rendered for previews, by revision and state of the terms. Concurrent requests for one draft share
//! a rendering; if the request that renders is cancelled, another takes over.

use std::sync::Arc;

use domain::{DraftId, EditionId, EditionIdentity, Refusal};
use quick_cache::sync::{Cache, DefaultLifecycle};
use quick_cache::{DefaultHashBuilder, OptionsBuilder, Weighter};
use store::PreviewEdition;
use store::editorial::drafts::Draft;
use store::editorial::previews::PreviewedDraft;
use uuid::Uuid;

use crate::editorial::EditorialApi;
use crate::problem::Problem;

/// The capacity of the cache, in bytes.
const CAPACITY: u64 = 32 << 20;

/// The number of drafts of average length that fit.
const ORDINARY_COUNT: usize = 500;

/// The rendered drafts of this instance.
pub(crate) struct RenderedDrafts(Cache<Key, Arc<PreviewEdition>, Bytes>);

/// The cache key: everything that a rendering depends on besides the version of the code.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Key {
    draft: DraftId,
    revision: i32,
    terms_digest: String,
}

#[derive(Clone)]
struct Bytes;

impl Weighter<Key, Arc<PreviewEdition>> for Bytes {
    fn weight(&self, _: &Key, previewed: &Arc<PreviewEdition>) -> u64 {
        let bytes = previewed.edition.approximate_bytes().saturating_add(1_000);
        u64::try_from(bytes).unwrap_or(u64::MAX)
    }
}

impl RenderedDrafts {
    pub(crate) fn new() -> Self {
        // One shard: a shard admits nothing larger than itself, and a body of 1 MiB is large.
        let options = OptionsBuilder::new()
            .shards(1)
            .estimated_items_capacity(ORDINARY_COUNT)
            .weight_capacity(CAPACITY)
            .build();
        let hasher = DefaultHashBuilder::default();
        Self(match options {
            Ok(options) => Cache::with_options(options, Bytes, hasher, DefaultLifecycle::default()),
            Err(_) => Cache::with(ORDINARY_COUNT, CAPACITY, Bytes, hasher, DefaultLifecycle::default()),
        })
    }

    /// Renders the drafts that are not in the cache. They are rendered one after the other, so that nothing more is rendered once
    /// the request is dropped.
    pub(super) async fn render(
        &self,
        editorial: &EditorialApi,
        shown: &[PreviewedDraft],
    ) -> Result<Vec<Arc<PreviewEdition>>, Problem> {
        let mut editions = Vec::with_capacity(shown.len());
        for draft in shown {
            let key =
                Key { draft: draft.id, revision: draft.revision, terms_digest: draft.terms_digest.clone() };
            let rendering = async {
                match render_draft(editorial, draft).await {
                    Ok(Some(edition)) => Ok(edition),
                    Ok(None) => Err(None),
                    Err(problem) => Err(Some(problem)),
                }
            };
            match self.0.get_or_insert_async(&key, rendering).await {
                Ok(edition) => editions.push(edition),
                // The draft was deleted meanwhile.
                Err(None) => {}
                Err(Some(problem)) => return Err(problem),
            }
        }
        Ok(editions)
    }
}

/// Renders a draft in this revision. `None` if that no longer exists.
async fn render_draft(
    editorial: &EditorialApi,
    shown: &PreviewedDraft,
) -> Result<Option<Arc<PreviewEdition>>, Problem> {
    let wanted = [(shown.article, shown.locale.clone(), shown.revision)];
    let loaded = editorial.read(async |conn| {
        let draft = store::editorial::drafts::load_revisions(conn, &wanted).await?.pop();
        let named = draft.as_ref().map(|draft| draft.content.terms()).unwrap_or_default();
        Ok((draft, store::editorial::terms::load(conn, &named).await?))
    });
    let (Some(draft), terms) = loaded.await? else { return Ok(None) };
    let edition = editorial.renderers.run(move || {
        let Draft { id, article, locale, revision, content } = draft;
        let origin = EditionIdentity { id: EditionId(Uuid::now_v7()), article, locale, revision };
        let fallback_slug = markup::preview_slug(id).ok_or_else(|| Refusal::Incomplete(content.missing()))?;
        let edition = markup::preview_edition(origin, id, content, &terms)?;
        Ok::<_, Refusal>(Arc::new(PreviewEdition { edition, fallback_slug }))
    });
    Ok(Some(edition.await??))
}
