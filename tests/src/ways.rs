//! A way to make every request of the editorial API, so that it would be answered with success: what has to be there
//! before is seeded, and is there for this one request.

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
use store::write::{Act, Actor};
use store::{roles, testing};
use uuid::Uuid;

use crate::editor::{Editor, PASSWORD};
use crate::newsroom::Newsroom;

/// Whose the thing is that a request is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// It belongs to whoever asks.
    Own,
    /// It belongs to somebody else.
    Others,
    /// It belongs to nobody: it was imported.
    Nobodys,
}

/// A request that may be made.
#[derive(Debug, Clone)]
pub struct Way {
    /// The path below `/editorial/v1`, with its query.
    pub path: String,
    /// The body and its media type.
    pub body: Option<(&'static str, Value)>,
    /// The state that was seen.
    pub seen: Option<i64>,
    /// Whether it is about something that belongs to somebody.
    pub is_owned: bool,
    /// What it takes besides, and on whose things.
    pub also: Option<(Action, Whose)>,
}

/// What makes them.
pub struct Ways<'a> {
    newsroom: &'a Newsroom,
    section: TermId,
    other: PersonId,
}

/// How far a draft has come.
enum Stage {
    Saved,
    Live,
    LiveTwice,
    Scheduled,
    Trashed,
}

impl Whose {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Own, Self::Others, Self::Nobodys];
}

impl<'a> Ways<'a> {
    /// In a newsroom.
    pub async fn open(newsroom: &'a Newsroom) -> Self {
        let section = newsroom.seeded_section(&unique("section")).await;
        let ways = Self { newsroom, section, other: PersonId(Uuid::nil()) };
        let other = ways.person().await;
        Self { other, ..ways }
    }

    /// How an operation is asked for by somebody; nothing when it is not known.
    pub async fn of(&self, operation: &str, editor: &Editor, whose: Whose) -> Option<Way> {
        if let Some(path) = list(operation) {
            return Some(Way::to(path));
        }
        match self.of_people(operation, editor, whose).await {
            Some(way) => Some(way),
            None => match self.of_terms(operation).await {
                Some(way) => Some(way),
                None => self.of_drafts(operation, editor, whose).await,
            },
        }
    }

    async fn of_people(&self, operation: &str, editor: &Editor, whose: Whose) -> Option<Way> {
        let owner = if whose == Whose::Own { self.own(editor) } else { self.other };
        Some(match operation {
            "createPerson" => {
                let body = json!({ "email": format!("{}@example.org", unique("new")), "name": "New", "role": "author" });
                Way::to("/people").with(body)
            }
            "getPerson" => Way::to(format!("/people/{}", self.person().await.0)),
            "changePerson" => Way::to(format!("/people/{}", self.person().await.0))
                .patch(json!({ "name": "Renamed" }))
                .seen(1),
            "issuePasswordToken" => Way::to(format!("/people/{}/password-token", self.person().await.0)),
            "changeOwnPassword" => {
                // The same, so that one can sign in again.
                Way::to("/me/password")
                    .with(json!({ "current_password": PASSWORD, "new_password": PASSWORD }))
            }
            "endSession" => {
                let way = Way::to(format!("/sessions/{}", self.session(owner).await)).owned();
                // Whose it is decides: administrators end anybody's.
                if whose == Whose::Own { way } else { way.also(Action::ManagePeople, whose) }
            }
            "getPreview" => Way::to(format!("/previews/{}", self.preview(owner).await)).owned(),
            "revokePreview" => Way::to(format!("/previews/{}", self.preview(owner).await)).owned(),
            "getJob" => Way::to(format!("/jobs/{}", self.job().await)),
            "cancelJob" => Way::to(format!("/jobs/{}/cancel", self.job().await)),
            "retryJob" => Way::to(format!("/jobs/{}/retry", self.job().await)),
            _ => return None,
        })
    }

    async fn of_terms(&self, operation: &str) -> Option<Way> {
        Some(match operation {
            "createTerm" => {
                let slug = unique("term");
                Way::to("/terms").with(json!({ "kind": "tag", "slug": slug, "name": slug }))
            }
            "getTerm" => Way::to(format!("/terms/{}", self.term().await.0)),
            "changeTerm" => {
                Way::to(format!("/terms/{}", self.term().await.0)).patch(json!({ "name": "Renamed" })).seen(1)
            }
            "mergeTerm" => {
                let (from, into) = (self.term().await.0, self.term().await.0);
                Way::to(format!("/terms/{from}/merge")).with(json!({ "into": into }))
            }
            "createRedirect" => {
                Way::to("/redirects").with(json!({ "path": format!("/{}", unique("old")), "url": "/about" }))
            }
            "getRedirect" => Way::to(format!("/redirects/{}", self.redirect().await.0)),
            "deleteRedirect" => Way::to(format!("/redirects/{}", self.redirect().await.0)).seen(1),
            "deleteTerm" => Way::to(format!("/terms/{}", self.term().await.0)),
            _ => return None,
        })
    }

    async fn of_drafts(&self, operation: &str, editor: &Editor, whose: Whose) -> Option<Way> {
        let stage = match operation {
            "withdrawDraft" | "takeDownDraft" | "withdrawDrafts" => Stage::Live,
            "showPreviousEdition" => Stage::LiveTwice,
            "cancelSchedule" => Stage::Scheduled,
            "restoreDraft" => Stage::Trashed,
            _ => Stage::Saved,
        };
        let draft = match operation {
            "createDraft" => self.german(editor, whose).await,
            _ => self.draft(editor, whose, stage).await,
        };
        let (id, revision) = (draft.id, draft.revision);
        let below = |rest: &str| Way::to(format!("/drafts/{id}{rest}"));
        let seen = json!([{ "id": id, "revision": revision }]);
        let way = match operation {
            "createDraft" => {
                let body =
                    json!({ "article_id": draft.article, "locale": "en", "content": { "body": "Text." } });
                Way::to("/drafts").with(body).also(Action::SaveDrafts, whose)
            }
            "duplicateDraft" => below("/duplicate").also(Action::ReadDrafts, whose),
            "getDraft" => below(""),
            "saveDraft" => below("").patch(json!({ "body": unique("body") })).seen(revision),
            "trashDraft" => below("").seen(revision),
            "restoreDraft" => below("/restore"),
            "checkDraft" => below("/checks"),
            "listRevisions" => below("/revisions"),
            "getRevision" => below("/revisions/1"),
            "compareRevisions" => below("/comparison?from=1&to=2"),
            "restoreRevision" => below("/revisions/1/restore").seen(revision),
            "publishDraft" => below("/publish").with(json!({})).seen(revision),
            "scheduleDraft" => {
                below("/schedule").with(json!({ "due_at": "2099-01-01T00:00:00Z" })).seen(revision)
            }
            "cancelSchedule" => below("/schedule"),
            "withdrawDraft" => below("/withdraw"),
            "takeDownDraft" => below("/take-down"),
            "showPreviousEdition" => below("/previous-edition"),
            "publishDrafts" => Way::to("/bulk/publish").with(json!({ "drafts": seen })),
            "withdrawDrafts" => Way::to("/bulk/withdraw").with(json!({ "drafts": seen })),
            "moveDrafts" => {
                let section = self.newsroom.seeded_section(&unique("section")).await;
                Way::to("/bulk/move").with(json!({ "drafts": seen, "section": section }))
            }
            "trashDrafts" => Way::to("/bulk/trash").with(json!({ "drafts": seen })),
            "createPreview" => Way::to("/previews").with(json!({ "drafts": [id] })),
            _ => return None,
        };
        Some(way.owned())
    }

    /// A draft with two revisions.
    fn act(&self, editor: &Editor, whose: Whose) -> Act {
        match whose {
            Whose::Own => act_of(self.own(editor)),
            Whose::Others => act_of(self.other),
            Whose::Nobodys => program(),
        }
    }

    /// A draft of an article that has none in English yet.
    async fn german(&self, editor: &Editor, whose: Whose) -> Draft {
        let (locale, act) = ("de".to_owned().try_into().unwrap(), self.act(editor, whose));
        self.newsroom.seeded_draft_in(&locale, &act, self.section, (&unique("slug"), "First.")).await
    }

    async fn draft(&self, editor: &Editor, whose: Whose, stage: Stage) -> Draft {
        let act = self.act(editor, whose);
        let mut draft = self.newsroom.seeded_draft_of(&act, self.section, &unique("slug"), "First.").await;
        if matches!(stage, Stage::LiveTwice) {
            self.newsroom.publish(&draft).await.unwrap();
        }
        draft.content.body = "Second.".to_owned().try_into().unwrap();
        self.newsroom.seeded_save(&mut draft).await;
        match stage {
            Stage::Saved => {}
            Stage::Live | Stage::LiveTwice => {
                self.newsroom.publish(&draft).await.unwrap();
            }
            Stage::Scheduled => self.newsroom.schedule(&draft, 86_400).await.unwrap(),
            Stage::Trashed => self.trash(draft.id).await,
        }
        draft
    }

    async fn trash(&self, id: DraftId) {
        let mut conn = self.newsroom.store().editorial().await.unwrap();
        drafts::trash(&mut conn, &program(), id, None).await.unwrap();
    }

    async fn term(&self) -> TermId {
        let (id, text) = (TermId(Uuid::now_v7()), unique("term"));
        let (slug, name) = (Slug::try_from(text.clone()).unwrap(), Name::try_from(text).unwrap());
        let kind = TermKind::Tag;
        let term = Term { id, kind, slug, name, description: None, url: None, picture: None, version: 1 };
        let mut conn = self.newsroom.store().editorial().await.unwrap();
        terms::create(&mut conn, &program(), &[term]).await.unwrap();
        id
    }

    async fn redirect(&self) -> RedirectId {
        let site = crate::site();
        let path = RedirectPath::try_from(format!("/{}", unique("old"))).unwrap();
        let target = RedirectTarget::Page(SitePage::parse("/about", &site).unwrap());
        let (id, locale) = (RedirectId(Uuid::now_v7()), site.default_locale.clone());
        let mut conn = self.newsroom.store().editorial().await.unwrap();
        let new = NewRedirect { id, locale, path, target };
        redirects::create(&mut conn, &program(), &site, &new).await.unwrap();
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
        let mut conn = self.newsroom.store().editorial().await.unwrap();
        people::create(&mut conn, &program(), &new).await.unwrap();
        new.id
    }

    async fn session(&self, person: PersonId) -> Uuid {
        let mut conn = self.newsroom.store().editorial().await.unwrap();
        let hash = people::password_hash(&mut conn, person).await.unwrap().unwrap();
        let id = SessionId(Uuid::now_v7());
        sessions::begin(&mut conn, id, person, &hash, "tests", "test").await.unwrap();
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

    /// A job that nobody does before the test is over.
    async fn job(&self) -> Uuid {
        let id = Uuid::now_v7();
        let values = format!("'{id}', 'of_a_newer_version', '{{}}', 9, now() + interval '1 day'");
        self.insert(&format!("operations.jobs (id, kind, payload, priority, run_at) VALUES ({values})"))
            .await;
        id
    }

    async fn insert(&self, what: &str) {
        let owner = self.newsroom.database.access(roles::OWNER);
        testing::execute(&owner, &format!("INSERT INTO {what}")).await.unwrap();
    }

    fn own(&self, editor: &Editor) -> PersonId {
        PersonId(editor.id.parse().unwrap())
    }
}

impl Way {
    fn to(path: impl Into<String>) -> Self {
        Self { path: path.into(), body: None, seen: None, is_owned: false, also: None }
    }

    fn with(self, body: Value) -> Self {
        Self { body: Some(("application/json", body)), ..self }
    }

    fn patch(self, body: Value) -> Self {
        Self { body: Some(("application/merge-patch+json", body)), ..self }
    }

    fn seen(self, number: impl Into<i64>) -> Self {
        Self { seen: Some(number.into()), ..self }
    }

    fn owned(self) -> Self {
        Self { is_owned: true, ..self }
    }

    fn also(self, action: Action, whose: Whose) -> Self {
        Self { also: Some((action, whose)), ..self }
    }
}

fn list(operation: &str) -> Option<&'static str> {
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

fn act_of(person: PersonId) -> Act {
    let actor = Actor::Person { id: person, session: SessionId(Uuid::nil()) };
    Act { actor, request_id: "test".to_owned(), once: None, dry_run: false }
}

fn program() -> Act {
    Act::of_program("test", "test")
}

fn unique(word: &str) -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    format!("{word}-{}", NUMBER.fetch_add(1, Ordering::Relaxed))
}
