//! Drafts as editors see them: the newest revision and the publication status.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::workflow::PendingKind;
use crate::{
    ArticleId, Content, DraftId, Finding, Headline, Invalid, Kicker, Locale, NamedTerm, PersonId, Slug,
    TermId, Violation,
};

/// A draft with its content: an article in one locale, in its newest revision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct EditorialDraft {
    /// The properties that lists contain.
    #[serde(flatten)]
    pub entry: DraftEntry,
    /// The content of the newest revision as it was saved; terms have the IDs that they had then.
    pub content: Content,
    /// The current state of the terms that the content names. It can change without a new revision.
    #[serde(default)]
    pub terms: Vec<NamedTerm>,
}

/// A draft after a revision was restored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct RestoredDraft {
    /// The draft after the change.
    #[serde(flatten)]
    pub draft: EditorialDraft,
    /// The parts of the earlier revision that could not be restored because a term was deleted since.
    #[serde(default)]
    pub findings: Vec<Finding>,
}

impl EditorialDraft {
    /// What publishing requires and the content lacks, including the terms that it names and that were deleted.
    #[must_use]
    pub fn missing(&self) -> Vec<Violation> {
        [self.content.missing(), self.content.deleted_terms(&self.terms)].concat()
    }
}

/// A draft without its content, for lists.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DraftEntry {
    /// The ID of the draft.
    pub id: DraftId,
    /// The article, the same in all locales.
    pub article_id: ArticleId,
    /// The locale of the draft.
    pub locale: Locale,
    /// The number of the newest revision. It is the `ETag` of the draft, which is used for `If-Match` only.
    #[schema(minimum = 1, example = 3)]
    pub revision: i32,
    /// The publication status.
    pub status: DraftStatus,
    /// Whether the content differs from what is live or scheduled.
    #[schema(example = false)]
    pub has_unpublished_changes: bool,
    /// The live edition.
    pub live: Option<LiveState>,
    /// The pending schedule.
    pub scheduled: Option<ScheduledState>,
    /// The owner of the draft; `null` for imported drafts, which belong to nobody.
    pub owner_id: Option<PersonId>,
    /// When it was moved to the trash.
    pub trashed_at: Option<DateTime<Utc>>,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it was last saved.
    pub saved_at: DateTime<Utc>,
    /// Who last saved it: the ID of a person, or the name of a program.
    #[schema(example = "0199a3c2-5d1e-7c3a-9b1f-000000000001")]
    pub saved_by: String,
    /// The headline.
    pub headline: Option<Headline>,
    /// The kicker.
    pub kicker: Option<Kicker>,
    /// The slug that the next publish uses.
    pub slug: Option<Slug>,
    /// The current section: the one in the content, or the one that it was merged into. `null` if it was deleted.
    pub section: Option<TermId>,
}

/// The publication status of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(example = "live")]
pub enum DraftStatus {
    /// Never published, and not scheduled.
    Draft,
    /// Not live, and will be.
    Scheduled,
    /// An edition is live.
    Live,
    /// Readers saw it once.
    Withdrawn,
    /// In the trash.
    Trashed,
}

/// The live state of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LiveState {
    /// The live revision.
    #[schema(minimum = 1, example = 2)]
    pub revision: i32,
    /// The live slug.
    pub slug: Slug,
    /// The sequence number of the act that published it.
    #[schema(minimum = 1, example = 1207)]
    pub sequence: i64,
}

/// A pending schedule of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ScheduledState {
    /// What will happen: a revision is published, or the article is withdrawn.
    pub kind: PendingKind,
    /// The revision to be published; `null` for a withdrawal.
    #[schema(minimum = 1, example = 3)]
    pub revision: Option<i32>,
    /// When it will happen.
    pub due_at: DateTime<Utc>,
}

/// A revision of a draft without its content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RevisionEntry {
    /// The number, counted from 1.
    #[schema(minimum = 1, example = 3)]
    pub number: i32,
    /// When it was saved.
    pub saved_at: DateTime<Utc>,
    /// Who saved it: the ID of a person, or the name of a program.
    #[schema(example = "0199a3c2-5d1e-7c3a-9b1f-000000000001")]
    pub saved_by: String,
    /// The headline.
    pub headline: Option<Headline>,
}

/// A revision of a draft with its content. It is immutable.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Revision {
    /// The properties that lists contain.
    #[serde(flatten)]
    pub entry: RevisionEntry,
    /// The content as it was saved; terms have the IDs that they had then.
    pub content: Content,
    /// The current state of the terms that the content names. It can change although the revision does not.
    #[serde(default)]
    pub terms: Vec<NamedTerm>,
}

impl Revision {
    /// The content for comparisons, with merged terms replaced by the terms they were merged into.
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
