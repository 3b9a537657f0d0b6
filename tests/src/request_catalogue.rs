//! A valid request for every operation of the editorial API. What the request needs, such as a draft or a term, is
//! seeded for that one request, so that it succeeds for a caller who has the permission.

use std::sync::atomic::{AtomicU32, Ordering};

use domain::{
    Action, DraftId, Email, Name, PersonId, RedirectId, RedirectPath, RedirectTarget, Role, SessionId,
    SitePage, Slug, Term, TermId, TermKind,
};
use serde_json::{Value, json};
use store::editorial::drafts;
use store::editorial::drafts::Draft;
use store::editorial::people::NewPerson;
use store::editorial::redirects::NewRedirect;
use store::editorial::{people, redirects, sessions, terms};
use store::write;
use store::write::{Actor, WriteContext, WriteTransaction};
use store::{roles, testing};
use uuid::Uuid;

use crate::editor::{Editor, PASSWORD};
use crate::test_app::TestApp;

/// Who owns the resource that a request names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResourceOwner {
    Caller,
    OtherPerson,
    /// It was imported, and so has no owner.
    Nobody,
}

/// A request of one operation.
#[derive(Debug, Clone)]
pub struct CatalogueRequest {
    /// The path below `/editorial/v1`, with its query.
    pub path: String,
    /// The body and its media type.
    pub body: Option<(&'static str, Value)>,
    /// The revision or version to send in `If-Match`.
    pub if_match: Option<i64>,
    /// Whether the resource has an owner, so that permissions of reach `own` matter.
    pub is_owned: bool,
    /// A second permission that the operation requires, and the owner of the resource it applies to.
    pub also_requires: Option<(Action, ResourceOwner)>,
}

/// Makes the requests, and seeds what they need.
pub struct RequestCatalogue<'a> {
    app: &'a TestApp,
    section: TermId,
    other: PersonId,
}

/// The state of the workflow that a seeded draft is brought to.
enum DraftState {
    Saved,
    Live,
    LiveTwice,
    Scheduled,
    Trashed,
}

impl ResourceOwner {
    pub const ALL: [Self; 3] = [Self::Caller, Self::OtherPerson, Self::Nobody];
}

impl<'a> RequestCatalogue<'a> {
    /// Seeds a section and a second person.
    pub async fn new(app: &'a TestApp) -> Self {
        let section = app.seed_section(&unique("section")).await;
        let catalogue = Self { app, section, other: PersonId(Uuid::nil()) };
        let other = catalogue.person().await;
        Self { other, ..catalogue }
    }

    /// The request for an operation, by its operation id, as `editor` would send it; `None` for an unknown operation.
    pub async fn request(
        &self,
        operation: &str,
        editor: &Editor,
        owner: ResourceOwner,
    ) -> Option<CatalogueRequest> {
        if let Some(path) = list_path(operation) {
            return Some(CatalogueRequest::new(path));
        }
        match self.people_request(operation, editor, owner).await {
            Some(request) => Some(request),
            None => match self.term_request(operation).await {
                Some(request) => Some(request),
                None => self.draft_request(operation, editor, owner).await,
            },
        }
    }

    async fn people_request(
        &self,
        operation: &str,
        editor: &Editor,
        owner: ResourceOwner,
    ) -> Option<CatalogueRequest> {
        let person = if owner == ResourceOwner::Caller { own_id(editor) } else { self.other };
        Some(match operation {
            "createPerson" => {
                let body = json!({ "email": format!("{}@example.org", unique("new")), "name": "New", "role": "author" });
                CatalogueRequest::new("/people").json(body)
            }
            "getPerson" => CatalogueRequest::new(format!("/people/{}", self.person().await.0)),
            "changePerson" => CatalogueRequest::new(format!("/people/{}", self.person().await.0))
                .merge_patch(json!({ "name": "Renamed" }))
                .if_match(1),
            "issuePasswordToken" => {
                CatalogueRequest::new(format!("/people/{}/password-token", self.person().await.0))
            }
            "changeOwnPassword" => {
                // The password stays the same, so that the test can sign in again.
                CatalogueRequest::new("/me/password")
                    .json(json!({ "current_password": PASSWORD, "new_password": PASSWORD }))
            }
            "endSession" => {
                let request =
                    CatalogueRequest::new(format!("/sessions/{}", self.session(person).await)).owned();
                // Only administrators may end the session of another person.
                if owner == ResourceOwner::Caller {
                    request
                } else {
                    request.also_requires(Action::ManagePeople, owner)
                }
            }
            "getPreview" => {
                CatalogueRequest::new(format!("/previews/{}", self.preview(person).await)).owned()
            }
            "revokePreview" => {
                CatalogueRequest::new(format!("/previews/{}", self.preview(person).await)).owned()
            }
            "getJob" => CatalogueRequest::new(format!("/jobs/{}", self.job().await)),
            "cancelJob" => CatalogueRequest::new(format!("/jobs/{}/cancel", self.job().await)),
            "retryJob" => CatalogueRequest::new(format!("/jobs/{}/retry", self.job().await)),
            _ => return None,
        })
    }

    async fn term_request(&self, operation: &str) -> Option<CatalogueRequest> {
        Some(match operation {
            "createTerm" => {
                let slug = unique("term");
                CatalogueRequest::new("/terms").json(json!({ "kind": "tag", "slug": slug, "name": slug }))
            }
            "getTerm" => CatalogueRequest::new(format!("/terms/{}", self.term().await.0)),
            "changeTerm" => CatalogueRequest::new(format!("/terms/{}", self.term().await.0))
                .merge_patch(json!({ "name": "Renamed" }))
                .if_match(1),
            "mergeTerm" => {
                let (from, into) = (self.term().await.0, self.term().await.0);
                CatalogueRequest::new(format!("/terms/{from}/merge")).json(json!({ "into": into }))
            }
            "createRedirect" => CatalogueRequest::new("/redirects")
                .json(json!({ "path": format!("/{}", unique("old")), "url": "/about" })),
            "getRedirect" => CatalogueRequest::new(format!("/redirects/{}", self.redirect().await.0)),
            "deleteRedirect" => {
                CatalogueRequest::new(format!("/redirects/{}", self.redirect().await.0)).if_match(1)
            }
            "deleteTerm" => CatalogueRequest::new(format!("/terms/{}", self.term().await.0)),
            _ => return None,
        })
    }

    async fn draft_request(
        &self,
        operation: &str,
        editor: &Editor,
        owner: ResourceOwner,
    ) -> Option<CatalogueRequest> {
        let state = match operation {
            "withdrawDraft" | "takeDownDraft" | "withdrawDrafts" => DraftState::Live,
            "showPreviousEdition" => DraftState::LiveTwice,
            "cancelSchedule" => DraftState::Scheduled,
            "restoreDraft" => DraftState::Trashed,
            _ => DraftState::Saved,
        };
        let draft = match operation {
            "createDraft" => self.german_draft(editor, owner).await,
            _ => self.draft(editor, owner, state).await,
        };
        let (id, revision) = (draft.id, draft.revision);
        let below = |rest: &str| CatalogueRequest::new(format!("/drafts/{id}{rest}"));
        let drafts = json!([{ "id": id, "revision": revision }]);
        let request = match operation {
            "createDraft" => {
                let body =
                    json!({ "article_id": draft.article, "locale": "en", "content": { "body": "Text." } });
                CatalogueRequest::new("/drafts").json(body).also_requires(Action::SaveDrafts, owner)
            }
            "duplicateDraft" => below("/duplicate").also_requires(Action::ReadDrafts, owner),
            "getDraft" => below(""),
            "saveDraft" => below("").merge_patch(json!({ "body": unique("body") })).if_match(revision),
            "trashDraft" => below("").if_match(revision),
            "restoreDraft" => below("/restore"),
            "checkDraft" => below("/checks"),
            "listRevisions" => below("/revisions"),
            "getRevision" => below("/revisions/1"),
            "compareRevisions" => below("/comparison?from=1&to=2"),
            "restoreRevision" => below("/revisions/1/restore").if_match(revision),
            "publishDraft" => below("/publish").json(json!({})).if_match(revision),
            "scheduleDraft" => {
                below("/schedule").json(json!({ "due_at": "2099-01-01T00:00:00Z" })).if_match(revision)
            }
            "cancelSchedule" => below("/schedule"),
            "withdrawDraft" => below("/withdraw"),
            "takeDownDraft" => below("/take-down"),
            "showPreviousEdition" => below("/previous-edition"),
            "publishDrafts" => CatalogueRequest::new("/bulk/publish").json(json!({ "drafts": drafts })),
            "withdrawDrafts" => CatalogueRequest::new("/bulk/withdraw").json(json!({ "drafts": drafts })),
            "moveDrafts" => {
                let section = self.app.seed_section(&unique("section")).await;
                CatalogueRequest::new("/bulk/move").json(json!({ "drafts": drafts, "section": section }))
            }
            "trashDrafts" => CatalogueRequest::new("/bulk/trash").json(json!({ "drafts": drafts })),
            "createPreview" => CatalogueRequest::new("/previews").json(json!({ "drafts": [id] })),
            _ => return None,
        };
        Some(request.owned())
    }

    fn context(&self, editor: &Editor, owner: ResourceOwner) -> WriteContext {
        match owner {
            ResourceOwner::Caller => context_of(own_id(editor)),
            ResourceOwner::OtherPerson => context_of(self.other),
            ResourceOwner::Nobody => program_context(),
        }
    }

    /// A draft of an article that has no draft in English yet.
    async fn german_draft(&self, editor: &Editor, owner: ResourceOwner) -> Draft {
        let (locale, context) = ("de".to_owned().try_into().unwrap(), self.context(editor, owner));
        self.app.seed_draft_in(&locale, &context, self.section, (&unique("slug"), "First.")).await
    }

    /// A draft with two revisions, brought to this state.
    async fn draft(&self, editor: &Editor, owner: ResourceOwner, state: DraftState) -> Draft {
        let context = self.context(editor, owner);
        let mut draft = self.app.seed_draft_as(&context, self.section, &unique("slug"), "First.").await;
        if matches!(state, DraftState::LiveTwice) {
            self.app.publish(&draft).await.unwrap();
        }
        draft.content.body = "Second.".to_owned().try_into().unwrap();
        self.app.seed_save(&mut draft).await;
        match state {
            DraftState::Saved => {}
            DraftState::Live | DraftState::LiveTwice => {
                self.app.publish(&draft).await.unwrap();
            }
            DraftState::Scheduled => self.app.schedule(&draft, 86_400).await.unwrap(),
            DraftState::Trashed => self.trash(draft.id).await,
        }
        draft
    }

    async fn trash(&self, id: DraftId) {
        let mut conn = self.app.store().editorial().await.unwrap();
        write::once(&mut conn, &program_context(), async |tx| drafts::trash(tx, id, None).await)
            .await
            .unwrap();
    }

    async fn term(&self) -> TermId {
        let (id, text) = (TermId(Uuid::now_v7()), unique("term"));
        let (slug, name) = (Slug::try_from(text.clone()).unwrap(), Name::try_from(text).unwrap());
        let kind = TermKind::Tag;
        let term = Term { id, kind, slug, name, description: None, url: None, picture: None, version: 1 };
        let mut conn = self.app.store().editorial().await.unwrap();
        write::once(&mut conn, &program_context(), async |tx| terms::create(tx, &[term]).await)
            .await
            .unwrap();
        id
    }

    async fn redirect(&self) -> RedirectId {
        let site = crate::site();
        let path = RedirectPath::try_from(format!("/{}", unique("old"))).unwrap();
        let target = RedirectTarget::Page(SitePage::parse("/about", &site).unwrap());
        let (id, locale) = (RedirectId(Uuid::now_v7()), site.default_locale.clone());
        let mut conn = self.app.store().editorial().await.unwrap();
        let new = NewRedirect { id, locale, path, target };
        write::once(&mut conn, &program_context(), async |tx| redirects::create(tx, &site, &new).await)
            .await
            .unwrap();
        id
    }

    async fn person(&self) -> PersonId {
        let new = NewPerson {
            id: PersonId(Uuid::now_v7()),
            email: Email::try_from(format!("{}@example.org", unique("person"))).unwrap(),
            name: Name::try_from("Somebody".to_owned()).unwrap(),
            role: Role::Editor,
            password_hash: Some("none".to_owned()),
        };
        let mut conn = self.app.store().editorial().await.unwrap();
        write::once(&mut conn, &program_context(), async |tx| people::create(tx, &new).await).await.unwrap();
        new.id
    }

    async fn session(&self, person: PersonId) -> Uuid {
        let mut conn = self.app.store().editorial().await.unwrap();
        let hash = people::password_hash(&mut conn, person).await.unwrap().unwrap();
        let id = SessionId(Uuid::now_v7());
        let create = async |tx: WriteTransaction<'_>| sessions::create(tx, id, person, &hash, "tests").await;
        write::once(&mut conn, &program_context(), create).await.unwrap();
        id.0
    }

    async fn preview(&self, person: PersonId) -> Uuid {
        let id = Uuid::now_v7();
        let values = format!("'{id}', '{}', '{{}}', now(), now() + interval '1 day'", person.0);
        self.insert(&format!(
            "editorial.previews (id, made_by, draft_ids, at, expires_at) VALUES ({values})"
        ))
        .await;
        id
    }

    /// A job that no worker runs before the test ends: its kind is unknown and it is due tomorrow.
    async fn job(&self) -> Uuid {
        let id = Uuid::now_v7();
        let values = format!("'{id}', 'of_a_newer_version', '{{}}', 9, now() + interval '1 day'");
        self.insert(&format!("operations.jobs (id, kind, payload, priority, run_at) VALUES ({values})"))
            .await;
        id
    }

    async fn insert(&self, what: &str) {
        let owner = self.app.database.access(roles::OWNER);
        testing::execute(&owner, &format!("INSERT INTO {what}")).await.unwrap();
    }
}

impl CatalogueRequest {
    fn new(path: impl Into<String>) -> Self {
        Self { path: path.into(), body: None, if_match: None, is_owned: false, also_requires: None }
    }

    fn json(self, body: Value) -> Self {
        Self { body: Some(("application/json", body)), ..self }
    }

    fn merge_patch(self, body: Value) -> Self {
        Self { body: Some(("application/merge-patch+json", body)), ..self }
    }

    fn if_match(self, number: impl Into<i64>) -> Self {
        Self { if_match: Some(number.into()), ..self }
    }

    fn owned(self) -> Self {
        Self { is_owned: true, ..self }
    }

    fn also_requires(self, action: Action, owner: ResourceOwner) -> Self {
        Self { also_requires: Some((action, owner)), ..self }
    }
}

fn list_path(operation: &str) -> Option<&'static str> {
    Some(match operation {
        "listAuditEntries" => "/audit",
        "listDrafts" => "/drafts",
        "listJobs" => "/jobs",
        "listPeople" => "/people",
        "listPreviews" => "/previews",
        "listRedirects" => "/redirects",
        "listSessions" => "/sessions",
        "listTerms" => "/terms?kind=tag",
        "getMe" => "/me",
        _ => return None,
    })
}

fn own_id(editor: &Editor) -> PersonId {
    PersonId(editor.id.parse().unwrap())
}

fn context_of(person: PersonId) -> WriteContext {
    let actor = Actor::Person { id: person, session: SessionId(Uuid::nil()) };
    WriteContext { actor, request_id: "test".to_owned(), idempotency_key: None, dry_run: false }
}

fn program_context() -> WriteContext {
    WriteContext::for_program("test", "test")
}

fn unique(word: &str) -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    format!("{word}-{}", NUMBER.fetch_add(1, Ordering::Relaxed))
}
