//! Generated types from OpenAPI specification
//!
//! This file contains all the generated types for the API.
//! Do not edit manually - regenerate using the appropriate script.
#![allow(clippy::large_enum_variant)]
#![allow(clippy::format_in_format_args)]
#![allow(clippy::let_unit_value)]
#![allow(unreachable_patterns)]
use serde::{Deserialize, Serialize};
/// Serde normally maps both a missing `Option<T>` field and an
/// explicit JSON null to `None`. Wrapping the decoded value in
/// `Some` retains the field-presence bit for `Option<Option<T>>`.
mod tri_state_serde {
    use serde::{Deserialize, Deserializer};
    pub fn deserialize<'de, D, T>(de: D) -> Result<Option<T>, D::Error>
    where
        D: Deserializer<'de>,
        T: Deserialize<'de>,
    {
        T::deserialize(de).map(Some)
    }
}
///What somebody who signed in works with.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Tokens {
    ///Sent with every request as `Authorization: Bearer …`.
    pub access_token: String,
    ///For how many seconds the access token is good.
    pub expires_in: i64,
    pub person: Person,
    ///Exchanged for new tokens, once.
    pub refresh_token: String,
    pub session: Session,
    ///How the access token is sent: `Bearer`.
    pub token_type: String,
}
///What may be changed of a term: what is absent stays.
#[derive(Debug, Clone, Deserialize, Serialize, Default)]
pub struct TermPatch {
    ///A sentence or two about it; of an author, the biography.
    ///Constraint: maxLength=2000
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub description: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Name>,
    ///A picture; of an author, the portrait.
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub picture: Option<Option<Hero>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slug: Option<Slug>,
    /**Where more about it can be read; of an author, the home page: `http`, `https` or `mailto`. It may be given from the
site's root (`/about`); readers get it absolute.*/
    ///Constraint: maxLength=2000
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub url: Option<Option<String>>,
}
///A refusal (RFC 9457) that says what there is now.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct StaleProblem {
    pub current: CurrentState,
    ///What is wrong this time.
    pub detail: String,
    ///Everything that is wrong with the request.
    pub errors: Vec<ProblemError>,
    ///The path that was asked for.
    pub instance: String,
    ///Identifies the request in the logs. `null` where the answer may be stored and given to others.
    pub request_id: Option<String>,
    ///The status, as in the status line.
    ///Constraint: minimum=400, maximum=599
    pub status: i32,
    ///The kind in words, the same for all of a kind.
    pub title: String,
    ///Which kind of problem, as an address that leads to its page.
    pub r#type: String,
}
///Sessions of one's own.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct SessionList {
    ///Those that have not ended, the newest first.
    pub data: Vec<Session>,
}
///What began with a sign-in and has not ended.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Session {
    ///What the client called itself when it signed in (`User-Agent`).
    pub client: String,
    ///When it began.
    pub created_at: chrono::DateTime<chrono::Utc>,
    ///When it ends at the latest, however much it is used.
    pub expires_at: chrono::DateTime<chrono::Utc>,
    pub id: SessionId,
    ///When its refresh token was last exchanged.
    pub refreshed_at: chrono::DateTime<chrono::Utc>,
}
///The identity of a session: what begins with a sign-in and ends with a sign-out.
pub type SessionId = uuid::Uuid;
///Drafts that are to be acted on.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct SeenDrafts {
    ///Which: at most 100.
    ///Constraint: minItems=1, maxItems=100
    pub drafts: Vec<SeenDraft>,
}
///One page of revisions, the newest first.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct RevisionPage {
    ///The revisions, in short.
    pub data: Vec<RevisionEntry>,
    pub page: NextPage,
}
///One saved state of a draft, whole. It never changes.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Revision {
    pub content: Content,
    ///The headline it had.
    pub headline: Option<Headline>,
    ///Its number, from 1.
    ///Constraint: minimum=1
    pub number: i32,
    ///When it was saved.
    pub saved_at: chrono::DateTime<chrono::Utc>,
    ///Who saved it: the identity of a person, or the name of a program.
    pub saved_by: String,
    ///The terms that the content names, as they are now. They change, and the revision does not.
    pub terms: Vec<NamedTerm>,
}
///One saved state of a draft, in short.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct RevisionEntry {
    ///The headline it had.
    pub headline: Option<Headline>,
    ///Its number, from 1.
    ///Constraint: minimum=1
    pub number: i32,
    ///When it was saved.
    pub saved_at: chrono::DateTime<chrono::Utc>,
    ///Who saved it: the identity of a person, or the name of a program.
    pub saved_by: String,
}
///A draft after an earlier revision of it was restored.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct RestoredDraft {
    pub article_id: ArticleId,
    pub content: Content,
    ///When it was begun.
    pub created_at: chrono::DateTime<chrono::Utc>,
    ///What the earlier revision held and could not be restored, because a term was deleted meanwhile.
    pub findings: Vec<Finding>,
    ///Whether it holds something else than what readers see of it, or than what is scheduled to become public.
    pub has_unpublished_changes: bool,
    ///The headline.
    pub headline: Option<Headline>,
    pub id: DraftId,
    ///The kicker.
    pub kicker: Option<Kicker>,
    ///What readers see of it.
    pub live: Option<LiveState>,
    pub locale: Locale,
    ///Whose it is. What was imported is nobody's.
    pub owner_id: Option<PersonId>,
    ///The number of its newest revision. Its `ETag` is made of it, and serves `If-Match` alone.
    ///Constraint: minimum=1
    pub revision: i32,
    ///When it was saved last.
    pub saved_at: chrono::DateTime<chrono::Utc>,
    ///Who saved it last: the identity of a person, or the name of a program.
    pub saved_by: String,
    ///What is pending, and when it has its effect.
    pub scheduled: Option<ScheduledState>,
    /**The section as it is now: the one that the content names, or the one that was merged into. `null` when it was
deleted.*/
    pub section: Option<TermId>,
    ///The slug that the next publish uses.
    pub slug: Option<Slug>,
    pub status: DraftStatus,
    ///The terms that the content names, as they are now. They change without a new revision.
    pub terms: Vec<NamedTerm>,
    ///Since when it is in the trash.
    pub trashed_at: Option<chrono::DateTime<chrono::Utc>>,
}
///One page of redirects, by path.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct RedirectPage {
    ///The redirects.
    pub data: Vec<EditorialRedirect>,
    pub page: NextPage,
}
///Drafts that are to be published.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct PublishDrafts {
    ///Which: at most 100.
    ///Constraint: minItems=1, maxItems=100
    pub drafts: Vec<SeenDraft>,
    ///Whether it is a small change, of which readers are not told: `updated_at` stays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minor: Option<bool>,
}
impl PublishDrafts {
    /// Construct this request with every required wire field.
    pub fn new(drafts: Vec<SeenDraft>) -> Self {
        Self { drafts, minor: None }
    }
    /// Start a dependency-free builder with every required wire field.
    pub fn builder(drafts: Vec<SeenDraft>) -> PublishDraftsBuilder {
        PublishDraftsBuilder::new(drafts)
    }
}
/// Dependency-free builder for [`#struct_name`].
#[derive(Debug, Clone)]
#[must_use]
pub struct PublishDraftsBuilder {
    value: PublishDrafts,
}
impl PublishDraftsBuilder {
    /// Start a builder with every required wire field.
    pub fn new(drafts: Vec<SeenDraft>) -> Self {
        Self {
            value: PublishDrafts::new(drafts),
        }
    }
    #[doc = concat!("Set the optional `", "minor", "` request field.")]
    #[must_use]
    pub fn minor(mut self, minor: bool) -> Self {
        self.value.minor = Some(minor);
        self
    }
    /// Finish building the request model.
    pub fn build(self) -> PublishDrafts {
        self.value
    }
}
///The body of a refusal (RFC 9457).
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Problem {
    ///What is wrong this time.
    pub detail: String,
    ///Everything that is wrong with the request.
    pub errors: Vec<ProblemError>,
    ///The path that was asked for.
    pub instance: String,
    ///Identifies the request in the logs. `null` where the answer may be stored and given to others.
    pub request_id: Option<String>,
    ///The status, as in the status line.
    ///Constraint: minimum=400, maximum=599
    pub status: i32,
    ///The kind in words, the same for all of a kind.
    pub title: String,
    ///Which kind of problem, as an address that leads to its page.
    pub r#type: String,
}
///One page of previews, the newest first.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct PreviewPage {
    ///The previews that are good.
    pub data: Vec<Preview>,
    pub page: NextPage,
}
///A preview, and what opens it.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct PreviewLink {
    ///The link itself: below it, the delivery API in all its forms and paths.
    pub link: String,
    pub preview: Preview,
    ///Opens it: as `Authorization: Bearer …`, or as `preview_token` in the query. Shown once.
    pub token: String,
}
/**What somebody without an account may see for a while: the site with some drafts in their newest state, or as it will
be at a moment, or both.*/
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Preview {
    ///The moment that is shown: what is scheduled until then is public.
    pub at: Option<chrono::DateTime<chrono::Utc>>,
    ///When it was made.
    pub created_at: chrono::DateTime<chrono::Utc>,
    ///The drafts that are shown as if they were published.
    pub draft_ids: Vec<DraftId>,
    ///When it ends.
    pub expires_at: chrono::DateTime<chrono::Utc>,
    pub id: PreviewId,
    pub made_by: PersonId,
    ///When it was ended before that.
    pub revoked_at: Option<chrono::DateTime<chrono::Utc>>,
}
///The identity of a preview.
pub type PreviewId = uuid::Uuid;
///What may be changed of an account.
#[derive(Debug, Clone, Deserialize, Serialize, Default)]
pub struct PersonPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Name>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    ///Whether the account is suspended, which ends all sessions of the person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suspended: Option<bool>,
}
///One page of people, by when their accounts were made.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct PersonPage {
    ///The people.
    pub data: Vec<Person>,
    pub page: NextPage,
}
///An account that signs in.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Person {
    ///When the account was made.
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub email: Email,
    pub id: PersonId,
    pub name: Name,
    pub role: Role,
    ///Since when the account is suspended; `null` while it is not.
    pub suspended_at: Option<chrono::DateTime<chrono::Utc>>,
    ///Counts the changes of the account, from 1. Its `ETag` is made of it.
    ///Constraint: minimum=1
    pub version: i64,
}
///Drafts that are to be in another section.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct MoveDrafts {
    ///Which: at most 100.
    ///Constraint: minItems=1, maxItems=100
    pub drafts: Vec<SeenDraft>,
    pub section: TermId,
}
///A draft, and the state of it that was seen.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct SeenDraft {
    pub id: DraftId,
    ///The number of the revision that was seen.
    ///Constraint: minimum=1
    pub revision: i32,
}
///Into which term another is merged.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct MergeTerm {
    pub into: TermId,
}
///One page of jobs, the newest first.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct JobPage {
    ///The jobs.
    pub data: Vec<Job>,
    pub page: NextPage,
}
///A job.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Job {
    ///How often it was begun.
    ///Constraint: minimum=0
    pub attempt: i32,
    ///How often its worker was not heard of again.
    ///Constraint: minimum=0
    pub crashes: i32,
    ///When it was enqueued.
    pub created_at: chrono::DateTime<chrono::Utc>,
    ///How often it failed.
    ///Constraint: minimum=0
    pub failures: i32,
    ///When it ended.
    pub finished_at: Option<chrono::DateTime<chrono::Utc>>,
    pub id: JobId,
    ///What it does.
    pub kind: String,
    ///Why it failed the last time.
    pub last_error: Option<String>,
    ///To what.
    pub payload: serde_json::Value,
    ///How far it is, where it says so.
    pub progress: Option<JobProgress>,
    ///The moment before which nobody begins it.
    pub run_at: chrono::DateTime<chrono::Utc>,
    ///Where it stands: `ready`, `running`, `done`, `parked` (it failed too often; somebody must look) or `cancelled`.
    pub state: String,
}
///How far a job is.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct JobProgress {
    ///How much is done.
    ///Constraint: minimum=0
    pub done: i32,
    ///Of how much.
    ///Constraint: minimum=0
    pub total: i32,
}
///The identity of a job.
pub type JobId = uuid::Uuid;
///One page of terms, by slug.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct EditorialTermPage {
    ///The terms.
    pub data: Vec<EditorialTerm>,
    pub page: NextPage,
}
///A term, and how it is used.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct EditorialTerm {
    ///A sentence or two about it; of an author, the biography.
    pub description: Option<String>,
    ///How many drafts name it in their newest revision.
    ///Constraint: minimum=0
    pub draft_count: i64,
    pub id: TermId,
    ///Whether readers see it: something is live under it.
    pub is_public: bool,
    pub kind: TermKind,
    pub name: Name,
    ///A picture, of an author the portrait.
    pub picture: Option<Hero>,
    pub slug: Slug,
    /**Where more about it can be read; of an author, the home page: `http`, `https` or `mailto`. It may be given from the
site's root (`/about`); readers get it absolute.*/
    pub url: Option<String>,
    ///Counts its changes, from 1. Editions remember which one they copied.
    pub version: i64,
}
///A draft, whole: an article in one locale, as it was saved last.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct EditorialDraft {
    pub article_id: ArticleId,
    pub content: Content,
    ///When it was begun.
    pub created_at: chrono::DateTime<chrono::Utc>,
    ///Whether it holds something else than what readers see of it, or than what is scheduled to become public.
    pub has_unpublished_changes: bool,
    ///The headline.
    pub headline: Option<Headline>,
    pub id: DraftId,
    ///The kicker.
    pub kicker: Option<Kicker>,
    ///What readers see of it.
    pub live: Option<LiveState>,
    pub locale: Locale,
    ///Whose it is. What was imported is nobody's.
    pub owner_id: Option<PersonId>,
    ///The number of its newest revision. Its `ETag` is made of it, and serves `If-Match` alone.
    ///Constraint: minimum=1
    pub revision: i32,
    ///When it was saved last.
    pub saved_at: chrono::DateTime<chrono::Utc>,
    ///Who saved it last: the identity of a person, or the name of a program.
    pub saved_by: String,
    ///What is pending, and when it has its effect.
    pub scheduled: Option<ScheduledState>,
    /**The section as it is now: the one that the content names, or the one that was merged into. `null` when it was
deleted.*/
    pub section: Option<TermId>,
    ///The slug that the next publish uses.
    pub slug: Option<Slug>,
    pub status: DraftStatus,
    ///The terms that the content names, as they are now. They change without a new revision.
    pub terms: Vec<NamedTerm>,
    ///Since when it is in the trash.
    pub trashed_at: Option<chrono::DateTime<chrono::Utc>>,
}
///A term that content names, as it is now.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct NamedTerm {
    ///When it was merged or deleted. A term that has ended and was not merged was deleted.
    pub ended_at: Option<chrono::DateTime<chrono::Utc>>,
    pub id: TermId,
    pub kind: TermKind,
    ///The term that it was merged into.
    pub merged_into: Option<TermId>,
    pub name: Name,
    pub slug: Slug,
}
///What became of drafts, or would.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct DraftsReport {
    ///Each draft as it is then.
    pub drafts: Vec<DraftEntry>,
    ///Whether it was only said, and not done.
    pub dry_run: bool,
}
///One page of drafts, the last saved first.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct DraftPage {
    ///The drafts, in short.
    pub data: Vec<DraftEntry>,
    pub page: NextPage,
}
///A draft in short, for lists.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct DraftEntry {
    pub article_id: ArticleId,
    ///When it was begun.
    pub created_at: chrono::DateTime<chrono::Utc>,
    ///Whether it holds something else than what readers see of it, or than what is scheduled to become public.
    pub has_unpublished_changes: bool,
    ///The headline.
    pub headline: Option<Headline>,
    pub id: DraftId,
    ///The kicker.
    pub kicker: Option<Kicker>,
    ///What readers see of it.
    pub live: Option<LiveState>,
    pub locale: Locale,
    ///Whose it is. What was imported is nobody's.
    pub owner_id: Option<PersonId>,
    ///The number of its newest revision. Its `ETag` is made of it, and serves `If-Match` alone.
    ///Constraint: minimum=1
    pub revision: i32,
    ///When it was saved last.
    pub saved_at: chrono::DateTime<chrono::Utc>,
    ///Who saved it last: the identity of a person, or the name of a program.
    pub saved_by: String,
    ///What is pending, and when it has its effect.
    pub scheduled: Option<ScheduledState>,
    /**The section as it is now: the one that the content names, or the one that was merged into. `null` when it was
deleted.*/
    pub section: Option<TermId>,
    ///The slug that the next publish uses.
    pub slug: Option<Slug>,
    pub status: DraftStatus,
    ///Since when it is in the trash.
    pub trashed_at: Option<chrono::DateTime<chrono::Utc>>,
}
///What is pending for a draft.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct ScheduledState {
    ///When it happens.
    pub due_at: chrono::DateTime<chrono::Utc>,
    pub kind: PendingKind,
    ///The revision that was frozen to become public; `null` for a withdrawal.
    ///Constraint: minimum=1
    pub revision: Option<i32>,
}
///What is to happen at the moment of a schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PendingKind {
    Publish,
    Withdraw,
    /// Custom or unknown model identifier
    Custom(String),
}
impl<'de> serde::Deserialize<'de> for PendingKind {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let value = String::deserialize(deserializer)?;
        match value.as_str() {
            "publish" => Ok(PendingKind::Publish),
            "withdraw" => Ok(PendingKind::Withdraw),
            _ => Ok(PendingKind::Custom(value)),
        }
    }
}
impl serde::Serialize for PendingKind {
    fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        serializer.serialize_str(self.as_str())
    }
}
impl PendingKind {
    pub fn as_str(&self) -> &str {
        match self {
            PendingKind::Publish => "publish",
            PendingKind::Withdraw => "withdraw",
            PendingKind::Custom(s) => s.as_str(),
        }
    }
}
impl ::std::fmt::Display for PendingKind {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for PendingKind {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///The identity of a person with an account.
pub type PersonId = uuid::Uuid;
///What readers see of a draft.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct LiveState {
    ///The revision they see.
    ///Constraint: minimum=1
    pub revision: i32,
    ///The act that made it so.
    ///Constraint: minimum=1
    pub sequence: i64,
    pub slug: Slug,
}
///Where a draft stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DraftStatus {
    Draft,
    Scheduled,
    Live,
    Withdrawn,
    Trashed,
    /// Custom or unknown model identifier
    Custom(String),
}
impl<'de> serde::Deserialize<'de> for DraftStatus {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let value = String::deserialize(deserializer)?;
        match value.as_str() {
            "draft" => Ok(DraftStatus::Draft),
            "scheduled" => Ok(DraftStatus::Scheduled),
            "live" => Ok(DraftStatus::Live),
            "withdrawn" => Ok(DraftStatus::Withdrawn),
            "trashed" => Ok(DraftStatus::Trashed),
            _ => Ok(DraftStatus::Custom(value)),
        }
    }
}
impl serde::Serialize for DraftStatus {
    fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        serializer.serialize_str(self.as_str())
    }
}
impl DraftStatus {
    pub fn as_str(&self) -> &str {
        match self {
            DraftStatus::Draft => "draft",
            DraftStatus::Scheduled => "scheduled",
            DraftStatus::Live => "live",
            DraftStatus::Withdrawn => "withdrawn",
            DraftStatus::Trashed => "trashed",
            DraftStatus::Custom(s) => s.as_str(),
        }
    }
}
impl ::std::fmt::Display for DraftStatus {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for DraftStatus {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///What there is now. Of a draft also who saved it when, and what was changed since the state that the request knew.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct CurrentState {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changes: Option<Comparison>,
    ///The tag of the present state.
    pub etag: String,
    ///The number of the present revision.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revision: Option<i32>,
    ///When it was saved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub saved_at: Option<chrono::DateTime<chrono::Utc>>,
    ///Who saved it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub saved_by: Option<String>,
}
///A redirect that was created.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct CreatedRedirect {
    ///The article that the path leads to.
    pub article_id: Option<ArticleId>,
    ///When it was created.
    pub created_at: chrono::DateTime<chrono::Utc>,
    ///Who created it: the identity of a person, or the name of a program.
    pub created_by: String,
    pub id: RedirectId,
    pub locale: Locale,
    pub path: RedirectPath,
    ///The number of the act; `null` for a dry run.
    pub sequence: Option<i64>,
    ///The absolute URL of the page that the path leads to.
    pub url: Option<String>,
}
///A redirect. It leads to an article or to a page, one of the two.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct EditorialRedirect {
    ///The article that the path leads to.
    pub article_id: Option<ArticleId>,
    ///When it was created.
    pub created_at: chrono::DateTime<chrono::Utc>,
    ///Who created it: the identity of a person, or the name of a program.
    pub created_by: String,
    pub id: RedirectId,
    pub locale: Locale,
    pub path: RedirectPath,
    ///The absolute URL of the page that the path leads to.
    pub url: Option<String>,
}
///The identity of a redirect.
pub type RedirectId = uuid::Uuid;
///A section, tag, author or series that is to be made.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct CreateTerm {
    ///A sentence or two about it; of an author, the biography.
    ///Constraint: maxLength=2000
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub description: Option<Option<String>>,
    pub kind: TermKind,
    pub name: Name,
    ///A picture; of an author, the portrait.
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub picture: Option<Option<Hero>>,
    ///Its name in URLs; made from the name when absent.
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub slug: Option<Option<Slug>>,
    /**Where more about it can be read; of an author, the home page: `http`, `https` or `mailto`. It may be given from the
site's root (`/about`); readers get it absolute.*/
    ///Constraint: maxLength=2000
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub url: Option<Option<String>>,
}
impl CreateTerm {
    /// Construct this request with every required wire field.
    pub fn new(kind: TermKind, name: Name) -> Self {
        Self {
            kind,
            name,
            description: None,
            picture: None,
            slug: None,
            url: None,
        }
    }
    /// Start a dependency-free builder with every required wire field.
    pub fn builder(kind: TermKind, name: Name) -> CreateTermBuilder {
        CreateTermBuilder::new(kind, name)
    }
}
/// Dependency-free builder for [`#struct_name`].
#[derive(Debug, Clone)]
#[must_use]
pub struct CreateTermBuilder {
    value: CreateTerm,
}
impl CreateTermBuilder {
    /// Start a builder with every required wire field.
    pub fn new(kind: TermKind, name: Name) -> Self {
        Self {
            value: CreateTerm::new(kind, name),
        }
    }
    #[doc = concat!(
        "Set the optional nullable `", "description", "` request field to a value."
    )]
    #[must_use]
    pub fn description(mut self, description: String) -> Self {
        self.value.description = Some(Some(description));
        self
    }
    #[doc = concat!(
        "Set the optional nullable `", "description", "` request field to JSON null."
    )]
    #[must_use]
    pub fn description_null(mut self) -> Self {
        self.value.description = Some(None);
        self
    }
    #[doc = concat!("Omit the optional nullable `", "description", "` request field.")]
    #[must_use]
    pub fn description_absent(mut self) -> Self {
        self.value.description = None;
        self
    }
    #[doc = concat!(
        "Set the optional nullable `", "picture", "` request field to a value."
    )]
    #[must_use]
    pub fn picture(mut self, picture: Hero) -> Self {
        self.value.picture = Some(Some(picture));
        self
    }
    #[doc = concat!(
        "Set the optional nullable `", "picture", "` request field to JSON null."
    )]
    #[must_use]
    pub fn picture_null(mut self) -> Self {
        self.value.picture = Some(None);
        self
    }
    #[doc = concat!("Omit the optional nullable `", "picture", "` request field.")]
    #[must_use]
    pub fn picture_absent(mut self) -> Self {
        self.value.picture = None;
        self
    }
    #[doc = concat!(
        "Set the optional nullable `", "slug", "` request field to a value."
    )]
    #[must_use]
    pub fn slug(mut self, slug: Slug) -> Self {
        self.value.slug = Some(Some(slug));
        self
    }
    #[doc = concat!(
        "Set the optional nullable `", "slug", "` request field to JSON null."
    )]
    #[must_use]
    pub fn slug_null(mut self) -> Self {
        self.value.slug = Some(None);
        self
    }
    #[doc = concat!("Omit the optional nullable `", "slug", "` request field.")]
    #[must_use]
    pub fn slug_absent(mut self) -> Self {
        self.value.slug = None;
        self
    }
    #[doc = concat!("Set the optional nullable `", "url", "` request field to a value.")]
    #[must_use]
    pub fn url(mut self, url: String) -> Self {
        self.value.url = Some(Some(url));
        self
    }
    #[doc = concat!(
        "Set the optional nullable `", "url", "` request field to JSON null."
    )]
    #[must_use]
    pub fn url_null(mut self) -> Self {
        self.value.url = Some(None);
        self
    }
    #[doc = concat!("Omit the optional nullable `", "url", "` request field.")]
    #[must_use]
    pub fn url_absent(mut self) -> Self {
        self.value.url = None;
        self
    }
    /// Finish building the request model.
    pub fn build(self) -> CreateTerm {
        self.value
    }
}
///A redirect that is to be created: to an article or to a page, one of the two.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct CreateRedirect {
    ///The article that the path leads to, wherever that lives. One without a draft in the locale is a 404.
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub article_id: Option<Option<ArticleId>>,
    ///The locale; the site's default when absent. An article is read in it.
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub locale: Option<Option<Locale>>,
    pub path: RedirectPath,
    ///The page that the path leads to: an absolute URL of the site, or the part of one behind the host.
    ///Constraint: maxLength=2000
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub url: Option<Option<String>>,
}
impl CreateRedirect {
    /// Construct this request with every required wire field.
    pub fn new(path: RedirectPath) -> Self {
        Self {
            path,
            article_id: None,
            locale: None,
            url: None,
        }
    }
    /// Start a dependency-free builder with every required wire field.
    pub fn builder(path: RedirectPath) -> CreateRedirectBuilder {
        CreateRedirectBuilder::new(path)
    }
}
/// Dependency-free builder for [`#struct_name`].
#[derive(Debug, Clone)]
#[must_use]
pub struct CreateRedirectBuilder {
    value: CreateRedirect,
}
impl CreateRedirectBuilder {
    /// Start a builder with every required wire field.
    pub fn new(path: RedirectPath) -> Self {
        Self {
            value: CreateRedirect::new(path),
        }
    }
    #[doc = concat!(
        "Set the optional nullable `", "article_id", "` request field to a value."
    )]
    #[must_use]
    pub fn article_id(mut self, article_id: ArticleId) -> Self {
        self.value.article_id = Some(Some(article_id));
        self
    }
    #[doc = concat!(
        "Set the optional nullable `", "article_id", "` request field to JSON null."
    )]
    #[must_use]
    pub fn article_id_null(mut self) -> Self {
        self.value.article_id = Some(None);
        self
    }
    #[doc = concat!("Omit the optional nullable `", "article_id", "` request field.")]
    #[must_use]
    pub fn article_id_absent(mut self) -> Self {
        self.value.article_id = None;
        self
    }
    #[doc = concat!(
        "Set the optional nullable `", "locale", "` request field to a value."
    )]
    #[must_use]
    pub fn locale(mut self, locale: Locale) -> Self {
        self.value.locale = Some(Some(locale));
        self
    }
    #[doc = concat!(
        "Set the optional nullable `", "locale", "` request field to JSON null."
    )]
    #[must_use]
    pub fn locale_null(mut self) -> Self {
        self.value.locale = Some(None);
        self
    }
    #[doc = concat!("Omit the optional nullable `", "locale", "` request field.")]
    #[must_use]
    pub fn locale_absent(mut self) -> Self {
        self.value.locale = None;
        self
    }
    #[doc = concat!("Set the optional nullable `", "url", "` request field to a value.")]
    #[must_use]
    pub fn url(mut self, url: String) -> Self {
        self.value.url = Some(Some(url));
        self
    }
    #[doc = concat!(
        "Set the optional nullable `", "url", "` request field to JSON null."
    )]
    #[must_use]
    pub fn url_null(mut self) -> Self {
        self.value.url = Some(None);
        self
    }
    #[doc = concat!("Omit the optional nullable `", "url", "` request field.")]
    #[must_use]
    pub fn url_absent(mut self) -> Self {
        self.value.url = None;
        self
    }
    /// Finish building the request model.
    pub fn build(self) -> CreateRedirect {
        self.value
    }
}
/**A normalised path. Two spellings of one path are equal: percent-encoded or not, composed or decomposed characters,
with `.` and `..`, with doubled slashes, with a slash at the end. Upper and lower case differ, as they do in URLs.*/
pub type RedirectPath = String;
///What is to be shown, and for how long.
#[derive(Debug, Clone, Deserialize, Serialize, Default)]
pub struct CreatePreview {
    /**The moment that is shown: what is scheduled until then is public. Without an offset it is a wall time in the site's
time zone.*/
    ///Constraint: pattern=`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$`
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub at: Option<Option<String>>,
    ///The drafts that are shown in their newest state, as if they were published: at most 50.
    ///Constraint: maxItems=50
    #[serde(skip_serializing_if = "Option::is_none")]
    pub drafts: Option<Vec<DraftId>>,
    ///For how many seconds the link is good: 60 to 2,592,000 (thirty days); a day when absent.
    ///Constraint: minimum=60, maximum=2592000
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconds: Option<i32>,
}
///The identity of a draft: an article in one locale, as editors see it.
pub type DraftId = uuid::Uuid;
///Whoever is to have an account. Without a password: issue a token that lets the person set one.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct CreatePerson {
    pub email: Email,
    pub name: Name,
    pub role: Role,
}
///What somebody is to the publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    Admin,
    Editor,
    Author,
    Contributor,
    Viewer,
    /// Custom or unknown model identifier
    Custom(String),
}
impl<'de> serde::Deserialize<'de> for Role {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let value = String::deserialize(deserializer)?;
        match value.as_str() {
            "admin" => Ok(Role::Admin),
            "editor" => Ok(Role::Editor),
            "author" => Ok(Role::Author),
            "contributor" => Ok(Role::Contributor),
            "viewer" => Ok(Role::Viewer),
            _ => Ok(Role::Custom(value)),
        }
    }
}
impl serde::Serialize for Role {
    fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        serializer.serialize_str(self.as_str())
    }
}
impl Role {
    pub fn as_str(&self) -> &str {
        match self {
            Role::Admin => "admin",
            Role::Editor => "editor",
            Role::Author => "author",
            Role::Contributor => "contributor",
            Role::Viewer => "viewer",
            Role::Custom(s) => s.as_str(),
        }
    }
}
impl ::std::fmt::Display for Role {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for Role {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///A mail address in its one canonical form: lower-case ASCII, one `@`, no white space.
pub type Email = String;
///A draft that is to be begun.
#[derive(Debug, Clone, Deserialize, Serialize, Default)]
pub struct CreateDraft {
    /**The article that it is of in another locale; a new one when absent. One that does not exist, or may not be seen,
is a 404.*/
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub article_id: Option<Option<ArticleId>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<ContentPatch>,
    ///The locale; the site's default when absent.
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub locale: Option<Option<Locale>>,
}
///What is to be changed: what is absent stays, `null` empties (RFC 7396).
#[derive(Debug, Clone, Deserialize, Serialize, Default)]
pub struct ContentPatch {
    ///The body.
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub body: Option<Option<Markdown>>,
    ///The authors, in the order shown.
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub byline: Option<Option<Vec<TermId>>>,
    ///The publication's own fields.
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub fields: Option<Option<ContentPatchFields>>,
    /**The date to show, for imports; when absent, the moment of the first publish. It lies between 1000-01-02 and
9999-12-30 (UTC).*/
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub first_published_at: Option<Option<chrono::DateTime<chrono::Utc>>>,
    ///The headline.
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub headline: Option<Option<Headline>>,
    ///The leading picture.
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub hero: Option<Option<Hero>>,
    ///The kicker.
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub kicker: Option<Option<Kicker>>,
    ///The section.
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub section: Option<Option<TermId>>,
    ///What pages tell search engines; what is absent stays.
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub seo: Option<Option<SeoPatch>>,
    ///The place in a series.
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub series: Option<Option<SeriesPart>>,
    ///The name in URLs that the next publish uses.
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub slug: Option<Option<Slug>>,
    ///The standfirst; when absent, publishing derives it from the body.
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub standfirst: Option<Option<Standfirst>>,
    ///The topics.
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub tags: Option<Option<Vec<TermId>>>,
}
///What pages tell search engines, where it differs from the article itself.
#[derive(Debug, Clone, Deserialize, Serialize, Default)]
pub struct SeoPatch {
    /**The address of the original, when this is a copy: `http` or `https`. It may be given from the site's root
(`/original`); readers get it absolute.*/
    ///Constraint: maxLength=2000
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub canonical_url: Option<Option<String>>,
    ///The page description.
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub description: Option<Option<String>>,
    ///The address of the picture for previews in other places, likewise.
    ///Constraint: maxLength=2000
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub image: Option<Option<String>>,
    ///Whether search engines are asked not to list the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub noindex: Option<bool>,
    ///The page title.
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "tri_state_serde::deserialize"
    )]
    pub title: Option<Option<String>>,
}
///The publication's own fields.
#[derive(Debug, Clone, Deserialize, Serialize, Default)]
pub struct ContentPatchFields {
    /// Additional properties not explicitly defined in the schema
    #[serde(flatten)]
    pub additional_properties: std::collections::BTreeMap<String, serde_json::Value>,
}
///What a revision holds. A draft may be incomplete, so all but the body may be absent.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Content {
    pub body: Markdown,
    ///The authors, in the order shown.
    pub byline: Vec<TermId>,
    ///The publication's own fields.
    pub fields: ContentFields,
    /**The date to show, for imports; when absent, the moment of the first publish. It lies between 1000-01-02 and
9999-12-30 (UTC).*/
    pub first_published_at: Option<chrono::DateTime<chrono::Utc>>,
    ///The headline.
    pub headline: Option<Headline>,
    ///The leading picture.
    pub hero: Option<Hero>,
    ///The kicker.
    pub kicker: Option<Kicker>,
    ///The section.
    pub section: Option<TermId>,
    pub seo: Seo,
    ///The place in a series.
    pub series: Option<SeriesPart>,
    ///The name in URLs that the next publish uses.
    pub slug: Option<Slug>,
    ///The standfirst; when absent, publishing derives it from the body.
    pub standfirst: Option<Standfirst>,
    ///The topics.
    pub tags: Vec<TermId>,
}
///A standfirst: one line of at most 400 characters. It is never normalised and comes back byte for byte.
pub type Standfirst = String;
///A place in a series.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct SeriesPart {
    ///Which part, from 1.
    ///Constraint: minimum=1
    pub part: i32,
    pub series: TermId,
}
///What pages tell search engines, where it differs from the article itself.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Seo {
    /**The address of the original, when this is a copy: `http` or `https`. It may be given from the site's root
(`/original`); readers get it absolute.*/
    ///Constraint: maxLength=2000
    pub canonical_url: Option<String>,
    ///The page description.
    pub description: Option<String>,
    ///The address of the picture for previews in other places, likewise.
    ///Constraint: maxLength=2000
    pub image: Option<String>,
    ///Whether search engines are asked not to list the page.
    #[serde(default)]
    pub noindex: bool,
    ///The page title.
    pub title: Option<String>,
}
///A kicker, such as Dispatch, Review or Opinion: at most 40 characters, with at least one letter or digit.
pub type Kicker = String;
///A title: one line of at most 120 characters, without white space at either end.
pub type Headline = String;
///The publication's own fields.
#[derive(Debug, Clone, Deserialize, Serialize, Default)]
pub struct ContentFields {
    /// Additional properties not explicitly defined in the schema
    #[serde(flatten)]
    pub additional_properties: std::collections::BTreeMap<String, serde_json::Value>,
}
///A body as it is written: Markdown of at most 1 MiB, without NUL.
pub type Markdown = String;
///The difference between two states of content.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Comparison {
    /**The Markdown of the body, in runs of words. Those that are `equal` or `delete` make up the body as it was, those that
are `equal` or `insert` the body as it is.*/
    pub body: Vec<Run>,
    ///Every other property that differs; of `seo` and `fields`, every member that does.
    pub fields: Vec<FieldChange>,
}
///Some words of the body, and what became of them.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Run {
    pub op: Op,
    ///The words as they are written in Markdown, with what stands between them.
    pub text: String,
}
///What became of some words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Op {
    Equal,
    Insert,
    Delete,
    /// Custom or unknown model identifier
    Custom(String),
}
impl<'de> serde::Deserialize<'de> for Op {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let value = String::deserialize(deserializer)?;
        match value.as_str() {
            "equal" => Ok(Op::Equal),
            "insert" => Ok(Op::Insert),
            "delete" => Ok(Op::Delete),
            _ => Ok(Op::Custom(value)),
        }
    }
}
impl serde::Serialize for Op {
    fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        serializer.serialize_str(self.as_str())
    }
}
impl Op {
    pub fn as_str(&self) -> &str {
        match self {
            Op::Equal => "equal",
            Op::Insert => "insert",
            Op::Delete => "delete",
            Op::Custom(s) => s.as_str(),
        }
    }
}
impl ::std::fmt::Display for Op {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for Op {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///A property that differs.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct FieldChange {
    ///What it is; `null` when it is not there any more.
    pub after: serde_json::Value,
    ///What it was; `null` when it was not there.
    pub before: serde_json::Value,
    ///Which, as a JSON pointer (RFC 6901) into the content.
    pub pointer: String,
}
///What was found before publishing.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct CheckReport {
    ///Everything that was found, errors first. There is an error for each obstacle.
    pub findings: Vec<Finding>,
    ///Every problem for which publishing would be refused now.
    pub obstacles: Vec<Obstacle>,
    ///Whether you could publish the draft now. It is `true` exactly when `obstacles` is empty.
    pub publishable: bool,
}
///Something that keeps a draft from being published, as the problem that publishing it would be refused with.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Obstacle {
    ///What is wrong this time.
    pub detail: String,
    ///Everything of this kind that is wrong with the draft.
    pub errors: Vec<ProblemError>,
    ///The status that publishing would be answered with.
    ///Constraint: minimum=400, maximum=499
    pub status: i32,
    ///The kind in words, the same for all of a kind.
    pub title: String,
    ///Which kind of problem, as an address that leads to its page.
    pub r#type: String,
}
///One thing that is wrong with a request.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct ProblemError {
    ///In words.
    pub detail: String,
    ///Which query parameter.
    pub parameter: Option<String>,
    ///Where in the body, as a JSON pointer.
    pub pointer: Option<String>,
    ///Which rule, in snake case.
    pub rule: String,
}
///A term after a change.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct ChangedTerm {
    ///A sentence or two about it; of an author, the biography.
    pub description: Option<String>,
    pub id: TermId,
    pub kind: TermKind,
    pub name: Name,
    ///A picture, of an author the portrait.
    pub picture: Option<Hero>,
    ///The number of the act, where readers saw the term. Then its articles are refreshed by a job.
    pub sequence: Option<i64>,
    pub slug: Slug,
    /**Where more about it can be read; of an author, the home page: `http`, `https` or `mailto`. It may be given from the
site's root (`/about`); readers get it absolute.*/
    pub url: Option<String>,
    ///Counts its changes, from 1. Editions remember which one they copied.
    pub version: i64,
}
///A section, tag, author or series.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Term {
    ///A sentence or two about it; of an author, the biography.
    pub description: Option<String>,
    pub id: TermId,
    pub kind: TermKind,
    pub name: Name,
    ///A picture, of an author the portrait.
    pub picture: Option<Hero>,
    pub slug: Slug,
    /**Where more about it can be read; of an author, the home page: `http`, `https` or `mailto`. It may be given from the
site's root (`/about`); readers get it absolute.*/
    pub url: Option<String>,
    ///Counts its changes, from 1. Editions remember which one they copied.
    pub version: i64,
}
///Which kind of term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TermKind {
    Section,
    Tag,
    Author,
    Series,
    /// Custom or unknown model identifier
    Custom(String),
}
impl<'de> serde::Deserialize<'de> for TermKind {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let value = String::deserialize(deserializer)?;
        match value.as_str() {
            "section" => Ok(TermKind::Section),
            "tag" => Ok(TermKind::Tag),
            "author" => Ok(TermKind::Author),
            "series" => Ok(TermKind::Series),
            _ => Ok(TermKind::Custom(value)),
        }
    }
}
impl serde::Serialize for TermKind {
    fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        serializer.serialize_str(self.as_str())
    }
}
impl TermKind {
    pub fn as_str(&self) -> &str {
        match self {
            TermKind::Section => "section",
            TermKind::Tag => "tag",
            TermKind::Author => "author",
            TermKind::Series => "series",
            TermKind::Custom(s) => s.as_str(),
        }
    }
}
impl ::std::fmt::Display for TermKind {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for TermKind {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///The identity of a section, tag, author or series.
pub type TermId = uuid::Uuid;
///What a term is called in print: one line of at most 80 characters.
pub type Name = String;
///A picture with all that is needed to show it.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Hero {
    ///What it shows, for those who do not see it.
    pub alt: String,
    ///The line under it.
    pub caption: Option<String>,
    ///Who made it.
    pub credit: Option<String>,
    ///Height in pixels.
    ///Constraint: minimum=1
    pub height: i32,
    ///A tiny stand-in to show while it loads, as a data URL: AVIF, GIF, JPEG, PNG or WebP in Base64.
    ///Constraint: maxLength=10000
    pub placeholder: Option<String>,
    ///The addresses of other sizes of the same picture.
    ///Constraint: maxItems=20
    pub sources: Vec<String>,
    /**The address of the picture: `http` or `https`. It may be given from the site's root (`/hero.jpg`); readers get it
absolute.*/
    ///Constraint: maxLength=2000
    pub src: String,
    ///Width in pixels.
    ///Constraint: minimum=1
    pub width: i32,
}
///One page of the log, the newest first.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct AuditPage {
    ///The entries.
    pub data: Vec<AuditEntry>,
    pub page: NextPage,
}
///Where a list goes on that is read forwards only.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct NextPage {
    ///The cursor of the next page, for `after`.
    pub next: Option<String>,
    ///Always `null`: this list is read forwards.
    pub previous: Option<String>,
}
///Something that was done. Entries are never changed.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct AuditEntry {
    ///What was done.
    pub action: String,
    ///By whom: the identity of a person, or the name of a program.
    pub actor: String,
    ///A digest of the thing after.
    pub after_digest: Option<String>,
    ///When it was done, by the clock of the database.
    pub at: chrono::DateTime<chrono::Utc>,
    ///A digest of the thing before (SHA-256, hexadecimal).
    pub before_digest: Option<String>,
    ///More about it.
    pub detail: serde_json::Value,
    ///Its identity.
    pub id: uuid::Uuid,
    ///The request it was done for.
    pub request_id: String,
    ///The number of the act, where it changed what readers see.
    pub sequence: Option<i64>,
    ///What it was done to.
    pub subject_id: Option<uuid::Uuid>,
    /**What kind of thing it was done to: `draft`, `article`, `term`, `person`, `session`, `preview`, `job`,
`redirect`.*/
    pub subject_kind: Option<String>,
}
///What an act did, or would do.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct ActReport {
    ///What became of each article.
    pub articles: Vec<ArticleReport>,
    ///Whether it was only said, and not done.
    pub dry_run: bool,
    ///What was found that did not keep it from being published.
    pub findings: Vec<Finding>,
    /**The servers, and whether each is known not to give what was taken down any more. `null` for other acts. One that
is cut off gives what it has for a quarter of an hour at most; repeat the request with its key to look again.*/
    pub instances: Option<Vec<InstanceReport>>,
    ///The number of the act. `null` when readers saw all of it already, and for a dry run.
    pub sequence: Option<i64>,
}
///A server that gives answers to readers.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct InstanceReport {
    ///Whether it has said that it knows of the act.
    pub confirmed: bool,
    ///It has another one after every start.
    pub id: uuid::Uuid,
}
///Something about a draft that whoever publishes it should know.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Finding {
    ///In words, for a person.
    pub detail: String,
    ///Where it is, as a JSON pointer (RFC 6901) into the content.
    pub pointer: String,
    ///Which rule found it, in snake case, stable.
    pub rule: String,
    pub severity: Severity,
}
///How much a finding matters, the gravest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Severity {
    Error,
    Warning,
    Note,
    /// Custom or unknown model identifier
    Custom(String),
}
impl<'de> serde::Deserialize<'de> for Severity {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let value = String::deserialize(deserializer)?;
        match value.as_str() {
            "error" => Ok(Severity::Error),
            "warning" => Ok(Severity::Warning),
            "note" => Ok(Severity::Note),
            _ => Ok(Severity::Custom(value)),
        }
    }
}
impl serde::Serialize for Severity {
    fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        serializer.serialize_str(self.as_str())
    }
}
impl Severity {
    pub fn as_str(&self) -> &str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
            Severity::Custom(s) => s.as_str(),
        }
    }
}
impl ::std::fmt::Display for Severity {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for Severity {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///What readers see happen to an article.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct ArticleReport {
    pub article_id: ArticleId,
    pub change: ArticleChange,
    ///The number of the edition that readers see.
    pub edition_number: Option<i32>,
    pub locale: Locale,
    ///The slug that it had before, which redirects now.
    pub moved_from: Option<Slug>,
    pub slug: Slug,
}
/**The name of an article or term in URLs: lower-case ASCII letters and digits in groups joined by single hyphens,
at most 96 characters.*/
pub type Slug = String;
/**A language tag (BCP 47) in its canonical case: language, optional script, optional region, as in `en`, `de-AT`,
`zh-Hant-TW`.*/
pub type Locale = String;
///The identity of an article, the same in all its locales.
pub type ArticleId = uuid::Uuid;
///What readers see happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArticleChange {
    Published,
    Changed,
    Withdrawn,
    TakenDown,
    Unchanged,
    /// Custom or unknown model identifier
    Custom(String),
}
impl<'de> serde::Deserialize<'de> for ArticleChange {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let value = String::deserialize(deserializer)?;
        match value.as_str() {
            "published" => Ok(ArticleChange::Published),
            "changed" => Ok(ArticleChange::Changed),
            "withdrawn" => Ok(ArticleChange::Withdrawn),
            "taken_down" => Ok(ArticleChange::TakenDown),
            "unchanged" => Ok(ArticleChange::Unchanged),
            _ => Ok(ArticleChange::Custom(value)),
        }
    }
}
impl serde::Serialize for ArticleChange {
    fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        serializer.serialize_str(self.as_str())
    }
}
impl ArticleChange {
    pub fn as_str(&self) -> &str {
        match self {
            ArticleChange::Published => "published",
            ArticleChange::Changed => "changed",
            ArticleChange::Withdrawn => "withdrawn",
            ArticleChange::TakenDown => "taken_down",
            ArticleChange::Unchanged => "unchanged",
            ArticleChange::Custom(s) => s.as_str(),
        }
    }
}
impl ::std::fmt::Display for ArticleChange {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for ArticleChange {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///A new password of one's own.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct ChangePassword {
    ///The password as it is.
    ///Constraint: maxLength=10000
    pub current_password: String,
    ///The password as it is to be: 15 to 256 characters.
    ///Constraint: maxLength=10000
    pub new_password: String,
}
///A new password, and the one-time token that allows it.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct ForgottenPassword {
    ///The new password: 15 to 256 characters.
    ///Constraint: maxLength=10000
    pub password: String,
    ///The one-time token that an administrator gave.
    ///Constraint: maxLength=1000
    pub token: String,
}
///A one-time token. It is shown once.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct PasswordToken {
    ///Until when it is good.
    pub expires_at: chrono::DateTime<chrono::Utc>,
    ///The token, for `POST /editorial/v1/password-resets`.
    pub token: String,
}
///How a draft is published.
#[derive(Debug, Clone, Deserialize, Serialize, Default)]
pub struct PublishDraft {
    ///Whether it is a small change, of which readers are not told: `updated_at` stays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minor: Option<bool>,
}
///The token that keeps a session going.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Refresh {
    ///The refresh token of the last answer.
    ///Constraint: maxLength=1000
    pub refresh_token: String,
}
///When a draft becomes public.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct ScheduleDraft {
    /**The moment. It lies ahead. Without an offset it is a wall time in the site's time zone: one that the clocks skip is
moved forward by what they skip, and of one that they show twice it is the first.*/
    ///Constraint: pattern=`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$`
    pub due_at: String,
}
///What somebody signs in with.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct SignIn {
    ///The address of the account.
    ///Constraint: maxLength=1000
    pub email: String,
    ///The password.
    ///Constraint: maxLength=10000
    pub password: String,
}
