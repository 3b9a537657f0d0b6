//! The test fixture: a database, its pools, and shortcuts for creating and publishing drafts.

use std::fmt::Debug;
use std::slice;

use chrono::{DateTime, Utc};
use domain::workflow::OnPending;
use domain::{
    ArticleId, Content, DraftId, Edition, Headline, Locale, Markdown, Name, Refusal, Slug, Term, TermId,
    TermKind, Terms, Update,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::delivery::editions;
use store::delivery::editions::{EditionAddress, Fields, FoundEdition};
use store::editorial::drafts;
use store::editorial::drafts::{Draft, DraftEdit};
use store::editorial::terms;
use store::publishing;
use store::write;
use store::write::{Outcome, WriteContext, WriteOperation, WriteTransaction};
use store::{Config, DeliveryConn, EditorialConn, Error, OperationsConn, PoolSizes, Store, roles};
use uuid::Uuid;

use crate::database::Database;

/// A store on a database of its own.
pub(crate) struct TestStore {
    pub(crate) database: Database,
    /// The default section of articles.
    pub(crate) section: TermId,
    pub(crate) store: Store,
}

impl TestStore {
    /// Opens an empty publication with one section.
    pub(crate) async fn open() -> Self {
        Self::on(Database::migrated().await).await
    }

    /// Opens an empty publication with one section in this database.
    pub(crate) async fn on(database: Database) -> Self {
        let config = Config {
            owner: database.access(roles::OWNER),
            writer: database.access(roles::WRITER),
            reader: database.access(roles::READER),
            replica: None,
            pools: PoolSizes { delivery: 4, editorial: 32, operations: 8 },
        };
        let store = Store::new(&config).unwrap();
        let mut fixture = Self { database, section: TermId(Uuid::nil()), store };
        fixture.section = fixture.term(TermKind::Section, "engineering").await;
        fixture
    }

    pub(crate) async fn editorial(&self) -> EditorialConn {
        self.store.editorial().await.unwrap()
    }

    /// Runs an operation as the tests' program, in a transaction of its own.
    pub(crate) async fn write<T, E, F>(&self, operation: F) -> Result<Outcome<T>, E>
    where
        for<'r> F: AsyncFnOnce(WriteTransaction<'r>) -> Result<T, E>
            + WriteOperation<WriteTransaction<'r>, Result<T, E>, Fut: Send>
            + Send,
        T: Serialize + DeserializeOwned + Send,
        E: From<Error> + Send,
    {
        self.write_as(&context(), operation).await
    }

    /// [`Self::write`] in another context.
    pub(crate) async fn write_as<T, E, F>(
        &self,
        context: &WriteContext,
        operation: F,
    ) -> Result<Outcome<T>, E>
    where
        for<'r> F: AsyncFnOnce(WriteTransaction<'r>) -> Result<T, E>
            + WriteOperation<WriteTransaction<'r>, Result<T, E>, Fut: Send>
            + Send,
        T: Serialize + DeserializeOwned + Send,
        E: From<Error> + Send,
    {
        write::once(&mut self.editorial().await, context, operation).await
    }

    pub(crate) async fn delivery(&self) -> DeliveryConn {
        self.store.delivery().await.unwrap()
    }

    pub(crate) async fn operations(&self) -> OperationsConn {
        self.store.operations().await.unwrap()
    }

    /// Creates a term.
    pub(crate) async fn term(&self, kind: TermKind, name: &str) -> TermId {
        let term = new_term(kind, name);
        self.write(async |tx| terms::create(tx, slice::from_ref(&term)).await).await.unwrap();
        term.id
    }

    /// Default content with this slug.
    pub(crate) fn content(&self, name: &str) -> Content {
        Content {
            slug: Some(slug(name)),
            section: Some(self.section),
            headline: Some(Headline::try_from(format!("About {name}")).unwrap()),
            body: markdown(&format!("The body of {name}.")),
            ..Content::default()
        }
    }

    /// Creates a draft of a new article in English.
    pub(crate) async fn draft(&self, content: Content) -> Draft {
        let draft = new_draft(content);
        self.write(async |tx| drafts::create_many(tx, slice::from_ref(&draft)).await).await.unwrap();
        draft
    }

    /// Creates a draft with this slug.
    pub(crate) async fn article(&self, name: &str) -> Draft {
        self.draft(self.content(name)).await
    }

    /// Creates a draft of the same article in another locale.
    pub(crate) async fn translation(&self, of: &Draft, locale: &str, content: Content) -> Draft {
        let locale = Locale::try_from(locale.to_owned()).unwrap();
        let draft = Draft { article: of.article, locale, ..new_draft(content) };
        self.write(async |tx| drafts::create_many(tx, slice::from_ref(&draft)).await).await.unwrap();
        draft
    }

    /// Saves a draft with other content.
    pub(crate) async fn saved(&self, draft: &Draft, content: Content) -> Draft {
        let mut conn = self.editorial().await;
        let context = context();
        let other = DraftEdit::Replace(Box::new(content.clone()));
        let saving = write::once(&mut conn, &context, async |tx| {
            drafts::save(tx, draft.id, draft.revision, &other).await
        });
        let saved = saving.await.unwrap().into_inner();
        Draft { revision: saved.entry.revision, content, ..draft.clone() }
    }

    /// Saves a draft with another body.
    pub(crate) async fn save_body(&self, draft: &Draft, body: &str) -> Draft {
        self.saved(draft, Content { body: markdown(body), ..draft.content.clone() }).await
    }

    /// Saves a draft with another slug.
    pub(crate) async fn save_slug(&self, draft: &Draft, name: &str) -> Draft {
        self.saved(draft, Content { slug: Some(slug(name)), ..draft.content.clone() }).await
    }

    /// Renders a draft as given.
    pub(crate) async fn edition(&self, draft: &Draft) -> Edition {
        let terms = terms::load(&mut self.editorial().await, &draft.content.terms()).await.unwrap();
        rendered(draft, &terms)
    }

    /// Renders drafts as given.
    pub(crate) async fn editions(&self, drafts: &[&Draft]) -> Vec<Edition> {
        let mut editions = Vec::new();
        for draft in drafts {
            editions.push(self.edition(draft).await);
        }
        editions
    }

    /// Publishes editions in one act and returns the sequence number.
    pub(crate) async fn publish_editions(&self, editions: &[Edition]) -> Result<Option<i64>, Error> {
        let mut conn = self.editorial().await;
        let done = write::once(&mut conn, &context(), async |tx| {
            publishing::publish(tx, editions, Update::Visible).await
        })
        .await;
        done.map(|done| done.into_inner().sequence)
    }

    /// Publishes a draft as given and returns the sequence number.
    pub(crate) async fn publish(&self, draft: &Draft) -> Result<Option<i64>, Error> {
        self.publish_editions(&[self.edition(draft).await]).await
    }

    /// Withdraws a draft and returns the sequence number.
    pub(crate) async fn withdraw(&self, draft: &Draft) -> Result<Option<i64>, Error> {
        let mut conn = self.editorial().await;
        let done = write::once(&mut conn, &context(), async |tx| {
            publishing::withdraw(tx, &[named(draft)], OnPending::Refuse).await
        })
        .await;
        done.map(|done| done.into_inner().sequence)
    }

    /// Schedules a draft far in the future.
    pub(crate) async fn schedule(&self, draft: &Draft) -> Result<(), Error> {
        self.schedule_for(draft, day("2100-01-01")).await
    }

    pub(crate) async fn schedule_for(&self, draft: &Draft, due_at: DateTime<Utc>) -> Result<(), Error> {
        let edition = self.edition(draft).await;
        let done = self.write(async |tx| publishing::schedule(tx, &edition, due_at).await).await;
        done.map(Outcome::into_inner)
    }

    /// Moves the due date of a scheduled draft into the past.
    pub(crate) async fn backdate_schedule(&self, draft: &Draft, on: &str) {
        let article = draft.article;
        let due = format!("UPDATE delivery.schedules SET due_at = '{on}' WHERE article_id = '{article}'");
        self.database.execute(&due).await;
    }

    /// Activates what is due, like the timer.
    pub(crate) async fn activate_due(&self) -> usize {
        publishing::activate_due(&mut self.operations().await).await.unwrap()
    }

    /// The public state in English: `live`, `moved to …`, `gone` or `nothing`.
    pub(crate) async fn at(&self, address: &EditionAddress) -> String {
        let mut conn = self.delivery().await;
        match editions::find(&mut conn, &en(), address, Fields::default()).await {
            Ok(FoundEdition::Live(_)) => "live".to_owned(),
            Ok(FoundEdition::Moved(slug)) => format!("moved to {slug}"),
            Ok(FoundEdition::Gone) => "gone".to_owned(),
            Err(Error::NotFound) => "nothing".to_owned(),
            Err(other) => panic!("{other}"),
        }
    }

    pub(crate) async fn at_slug(&self, name: &str) -> String {
        self.at(&EditionAddress::Slug(name.to_owned())).await
    }

    pub(crate) async fn at_id(&self, draft: &Draft) -> String {
        self.at(&EditionAddress::Id(draft.article.0)).await
    }
}

/// The refusal that a test expects.
pub(crate) fn refusal<T: Debug>(result: Result<T, Error>) -> Refusal {
    match result {
        Err(Error::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

/// The refusal of a slug that an article holds in English.
pub(crate) fn slug_taken(name: &str, holder: &Draft) -> Refusal {
    Refusal::SlugTaken { slug: slug(name), locale: en(), holder: holder.article }
}

pub(crate) fn new_draft(content: Content) -> Draft {
    let (id, article) = (DraftId(Uuid::now_v7()), ArticleId(Uuid::now_v7()));
    Draft { id, article, locale: en(), revision: 1, content }
}

/// Renders a draft with these terms.
pub(crate) fn rendered(draft: &Draft, terms: &Terms) -> Edition {
    markup::render_edition(draft.new_edition(), &draft.content, terms).unwrap()
}

pub(crate) fn new_term(kind: TermKind, name: &str) -> Term {
    let (id, slug) = (TermId(Uuid::now_v7()), slug(name));
    let name = Name::try_from(name.to_owned()).unwrap();
    Term { id, kind, slug, name, description: None, url: None, picture: None, version: 1 }
}

/// The article and locale of a draft.
pub(crate) fn named(draft: &Draft) -> (ArticleId, Locale) {
    (draft.article, draft.locale.clone())
}

pub(crate) fn context() -> WriteContext {
    WriteContext::for_program("test", "request-1")
}

pub(crate) fn en() -> Locale {
    Locale::try_from("en".to_owned()).unwrap()
}

pub(crate) fn slug(name: &str) -> Slug {
    Slug::try_from(name.to_owned()).unwrap()
}

pub(crate) fn markdown(text: &str) -> Markdown {
    Markdown::try_from(text.to_owned()).unwrap()
}

/// Midnight UTC of a date.
pub(crate) fn day(date: &str) -> DateTime<Utc> {
    format!("{date}T00:00:00Z").parse().unwrap()
}
