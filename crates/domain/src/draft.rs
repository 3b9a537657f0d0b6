//! Drafts as editors see them: what was saved last, and where it stands with readers.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::workflow::PendingKind;
use crate::{
    ArticleId, Content, DraftId, Finding, Headline, Invalid, Kicker, Locale, NamedTerm, PersonId, Slug,
    TermId, Violation,
};

/// A draft, whole: an article in one locale, as it was saved last.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct EditorialDraft {
    /// All that lists say of it.
    #[serde(flatten)]
    pub entry: DraftEntry,
    /// What its newest revision holds, as it was saved: terms by their identities then.
    pub content: Content,
    /// The terms that the content names, as they are now. They change without a new revision.
    #[serde(default)]
    pub terms: Vec<NamedTerm>,
}

/// A draft after an earlier revision of it was restored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct RestoredDraft {
    /// The draft as it is now.
    #[serde(flatten)]
    pub draft: EditorialDraft,
    /// What the earlier revision held and could not be restored, because a term was deleted meanwhile.
    #[serde(default)]
    pub findings: Vec<Finding>,
}

impl EditorialDraft {
    /// What publishing needs and its content lacks, all of it; also the terms that it names and that were deleted.
    #[must_use]
    pub fn missing(&self) -> Vec<Violation> {
        [self.content.missing(), self.content.deleted_terms(&self.terms)].concat()
    }
}

/// A draft in short, for lists.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DraftEntry {
    /// Its identity.
    pub id: DraftId,
    /// The article it is of, the same in all locales.
    pub article_id: ArticleId,
    /// The locale it is written in.
    pub locale: Locale,
    /// The number of its newest revision. Its `ETag` is made of it, and serves `If-Match` alone.
    #[schema(minimum = 1, example = 3)]
    pub revision: i32,
    /// Where it stands.
    pub status: DraftStatus,
    /// Whether it holds something else than what readers see of it, or than what is scheduled to become public.
    #[schema(example = false)]
    pub has_unpublished_changes: bool,
    /// What readers see of it.
    pub live: Option<LiveState>,
    /// What is pending, and when it has its effect.
    pub scheduled: Option<ScheduledState>,
    /// Whose it is. What was imported is nobody's.
    pub owner_id: Option<PersonId>,
    /// Since when it is in the trash.
    pub trashed_at: Option<DateTime<Utc>>,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// When it was saved last.
    pub saved_at: DateTime<Utc>,
    /// Who saved it last: the identity of a person, or the name of a program.
    #[schema(example = "0199a3c2-5d1e-7c3a-9b1f-000000000001")]
    pub saved_by: String,
    /// The headline.
    pub headline: Option<Headline>,
    /// The kicker.
    pub kicker: Option<Kicker>,
    /// The slug that the next publish uses.
    pub slug: Option<Slug>,
    /// The section as it is now: the one that the content names, or the one that was merged into. `null` when it was
    /// deleted.
    pub section: Option<TermId>,
}

/// Where a draft stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(example = "live")]
pub enum DraftStatus {
    /// Never published, and not scheduled.
    Draft,
    /// Not live, and will be.
    Scheduled,
    /// Readers see it.
    Live,
    /// Readers saw it once.
    Withdrawn,
    /// In the trash.
    Trashed,
}

/// What readers see of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LiveState {
    /// The revision they see.
    #[schema(minimum = 1, example = 2)]
    pub revision: i32,
    /// The slug it has with them.
    pub slug: Slug,
    /// The act that made it so.
    #[schema(minimum = 1, example = 1207)]
    pub sequence: i64,
}

/// What is pending for a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ScheduledState {
    /// What happens: a revision becomes public, or the article is withdrawn.
    pub kind: PendingKind,
    /// The revision that was frozen to become public; `null` for a withdrawal.
    #[schema(minimum = 1, example = 3)]
    pub revision: Option<i32>,
    /// When it happens.
    pub due_at: DateTime<Utc>,
}

/// One saved state of a draft, in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RevisionEntry {
    /// Its number, from 1.
    #[schema(minimum = 1, example = 3)]
    pub number: i32,
    /// When it was saved.
    pub saved_at: DateTime<Utc>,
    /// Who saved it: the identity of a person, or the name of a program.
    #[schema(example = "0199a3c2-5d1e-7c3a-9b1f-000000000001")]
    pub saved_by: String,
    /// The headline it had.
    pub headline: Option<Headline>,
}

/// One saved state of a draft, whole. It never changes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Revision {
    /// All that lists say of it.
    #[serde(flatten)]
    pub entry: RevisionEntry,
    /// What it holds, as it was saved: terms by their identities then.
    pub content: Content,
    /// The terms that the content names, as they are now. They change, and the revision does not.
    #[serde(default)]
    pub terms: Vec<NamedTerm>,
}

impl Revision {
    /// What it holds, for comparisons: a term that was merged is the one it became.
    #[must_use]
    pub fn comparable(&self) -> Content {
        self.content.with_merged_terms(&self.terms)
    }
}

impl DraftStatus {
    /// Every status.
    pub const ALL: [Self; 5] = [Self::Draft, Self::Scheduled, Self::Live, Self::Withdrawn, Self::Trashed];

    /// The status as tables and JSON spell it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Scheduled => "scheduled",
            Self::Live => "live",
            Self::Withdrawn => "withdrawn",
            Self::Trashed => "trashed",
        }
    }
}

impl TryFrom<String> for DraftStatus {
    type Error = Invalid;

    fn try_from(value: String) -> Result<Self, Invalid> {
        let status = Self::ALL.into_iter().find(|status| status.as_str() == value);
        status
            .ok_or_else(|| Invalid::one("enum", "A status is draft, scheduled, live, withdrawn or trashed."))
    }
}
