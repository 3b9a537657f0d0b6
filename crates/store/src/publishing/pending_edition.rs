//! An edition that is to become public, and the digests by which editions are compared.

use chrono::{DateTime, Utc};
use domain::{ArticleId, Edition, Locale, Slug};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::publishing::ArticleKey;

/// The data of an edition that publishing it requires.
#[derive(Debug, Clone)]
pub(super) struct PendingEdition {
    pub(super) edition: Uuid,
    pub(super) article: Uuid,
    pub(super) locale: String,
    pub(super) slug: String,
    pub(super) revision: i32,
    pub(super) first_published_at: Option<DateTime<Utc>>,
    pub(super) digest: Vec<u8>,
}

impl PendingEdition {
    pub(super) fn from_edition(edition: &Edition) -> Self {
        Self {
            edition: edition.id.0,
            article: edition.article.0,
            locale: edition.locale.to_string(),
            slug: edition.slug.to_string(),
            revision: edition.revision,
            first_published_at: edition.first_published_at,
            digest: digest(edition),
        }
    }

    /// From a draft that may have no edition yet; `None` when it has no slug.
    pub(super) fn from_candidate(candidate: &PublishCandidate<'_>) -> Option<Self> {
        if let Some(edition) = candidate.edition {
            return Some(Self::from_edition(edition));
        }
        Some(Self {
            edition: Uuid::nil(),
            article: candidate.article.0,
            locale: candidate.locale.to_string(),
            slug: candidate.slug?.to_string(),
            revision: candidate.revision,
            first_published_at: None,
            digest: Vec::new(),
        })
    }

    pub(super) fn key(&self) -> ArticleKey {
        (self.article, self.locale.clone())
    }
}

/// A draft whose publication is examined.
#[derive(Debug, Clone, Copy)]
pub struct PublishCandidate<'a> {
    pub article: ArticleId,
    pub locale: &'a Locale,
    /// The revision to publish.
    pub revision: i32,
    /// Its slug, if it has one yet.
    pub slug: Option<&'a Slug>,
    /// The rendered edition; `None` when required content is missing. The other preconditions are evaluated all the
    /// same.
    pub edition: Option<&'a Edition>,
}

/// A digest of the edition's own public content.
pub(super) fn digest(edition: &Edition) -> Vec<u8> {
    let mut hasher = Sha256::new();
    for part in [edition.teaser_json.as_str(), "\n", edition.article_json.as_str(), "\n"] {
        hasher.update(part);
    }
    hasher.update(rendering_digest(edition));
    hasher.finalize().to_vec()
}

pub(super) fn rendering_digest(edition: &Edition) -> Vec<u8> {
    Sha256::digest(edition.rendering.markdown.as_bytes()).to_vec()
}

pub(super) fn markup_version(edition: &Edition) -> i32 {
    i32::try_from(edition.rendering.markup_version).unwrap_or(i32::MAX)
}
