//! The setup for measuring writes: a durable cluster with a publication, a signed-in editor and a server. `freshness`
//! uses it too, with more servers.

use std::net::SocketAddr;

use anyhow::{Context, Result};
use cluster::{Durability, SUPERUSER, TemporaryCluster};
use domain::{DraftId, Email, Name, PersonId, Role, SessionId};
use store::editorial::people;
use store::editorial::people::NewPerson;
use store::write;
use store::write::{Actor, WriteContext};
use store::{Access, PoolSizes, Store, roles, testing};
use uuid::Uuid;

use crate::contender::Contender;
use crate::publication;
use crate::writing::Operation;
use crate::writing::writer::WritePath;

/// The number of live articles: more than one round publishes.
const ARTICLES: usize = 480;

pub struct WriteBench {
    pub masthead: Contender,
    /// The pools of writers that call the store directly.
    pub store: Store,
    /// The write context of the editor.
    pub act: WriteContext,
    /// The access token of the editor.
    pub token: String,
    /// The connection strings of the owner and the reader role.
    pub urls: [String; 2],
    cluster: TemporaryCluster,
}

/// A draft to work on, as the client knows it.
#[derive(Clone)]
pub struct WorkingDraft {
    pub id: DraftId,
    /// The current revision.
    pub revision: i32,
    pub slug: String,
}

impl WorkingDraft {
    /// The headline after `REWRITE_DRAFTS`.
    pub fn headline(&self) -> String {
        format!("Round {} of {}", self.revision, self.slug)
    }
}

impl WriteBench {
    /// Starts everything for this many clients.
    pub async fn open(clients: usize) -> Result<Self> {
        let cluster =
            TemporaryCluster::start(Durability::Full, 100, &[roles::OWNER, roles::WRITER, roles::READER])?;
        let host = cluster.socket_directory();
        let access = |user: &str, database: &str| Access {
            url: format!("host='{}' user={user} dbname={database}", host.display()),
            role: None,
        };
        let of = |user: &str| access(user, DATABASE);
        testing::make_template(&access(SUPERUSER, "postgres"), &of(roles::OWNER), DATABASE).await?;
        let pools = PoolSizes { delivery: 1, editorial: clients + 1, operations: 1 };
        let (owner, writer, reader) = (of(roles::OWNER), of(roles::WRITER), of(roles::READER));
        let urls = [owner.url.clone(), reader.url.clone()];
        let store = Store::new(&store::Config { owner, writer, reader, replica: None, pools })?;
        publication::make(&mut store.editorial().await?, ARTICLES).await?;
        testing::execute(&of(roles::OWNER), "CREATE TABLE public.commits (text text NOT NULL)").await?;
        testing::execute(&of(roles::OWNER), "VACUUM ANALYZE").await?;
        let (email, password) = ("bench@example.org", tests::PASSWORD);
        let new = NewPerson {
            id: PersonId(Uuid::now_v7()),
            email: Email::try_from(email.to_owned())?,
            name: Name::try_from("Bench".to_owned())?,
            role: Role::Editor,
            password_hash: Some(masthead::hash_password(password).ok().context("no hash")?),
        };
        write::once(
            &mut store.editorial().await?,
            &WriteContext::for_program("bench", "bench"),
            async |tx| people::create(tx, &new).await,
        )
        .await?;
        let masthead = Contender::start("masthead", &urls)?;
        let editor =
            tests::Editor::sign_in_as(&format!("http://{}", masthead.address), email, password).await;
        let actor = Actor::Person { id: new.id, session: SessionId(editor.session.parse()?) };
        let act =
            WriteContext { actor, request_id: "bench".to_owned(), idempotency_key: None, dry_run: false };
        Ok(Self { masthead, store, act, token: editor.token, urls, cluster })
    }

    /// Adds 4 ms to every flush with `commit_delay`.
    pub async fn slow_down(&self) -> Result<()> {
        let superuser = Access { url: self.access_of(SUPERUSER), role: None };
        testing::execute(&superuser, "ALTER SYSTEM SET commit_siblings = 0").await?;
        testing::execute(&superuser, "ALTER SYSTEM SET commit_delay = 4000").await?;
        Ok(testing::execute(&superuser, "SELECT pg_reload_conf()").await?)
    }

    pub fn address(&self) -> SocketAddr {
        self.masthead.address
    }

    pub fn database_url(&self) -> String {
        self.access().url
    }

    /// The drafts to work on. Before publishes their content is changed, so that every publish has an effect.
    pub async fn working_drafts(
        &self,
        operation: Operation,
        write_path: WritePath,
    ) -> Result<Vec<WorkingDraft>> {
        if matches!(operation, Operation::Publish) && !matches!(write_path, WritePath::Commit) {
            testing::execute(&self.access(), REWRITE_DRAFTS).await?;
        }
        let rows = testing::texts(&self.access(), WORKING_DRAFTS_QUERY).await?;
        let copy = |row: &String| {
            let mut columns = row.splitn(3, ' ');
            let mut next = || columns.next().context("three columns");
            let (id, revision, slug) = (next()?, next()?, next()?);
            Ok(WorkingDraft { id: DraftId(id.parse()?), revision: revision.parse()?, slug: slug.to_owned() })
        };
        rows.iter().map(copy).collect()
    }

    /// The database as owner.
    pub fn access(&self) -> Access {
        Access { url: self.access_of(roles::OWNER), role: None }
    }

    fn access_of(&self, role: &str) -> String {
        let host = self.cluster.socket_directory();
        format!("host='{}' user={role} dbname={DATABASE}", host.display())
    }
}

const DATABASE: &str = "bench";

/// Id, revision and slug of every draft.
const WORKING_DRAFTS_QUERY: &str = "
SELECT drafts.id || ' ' || revision || ' ' || slug AS text
FROM editorial.drafts JOIN editorial.revisions ON draft_id = drafts.id AND number = revision ORDER BY drafts.id";

/// Adds a revision with another headline and body to every draft.
const REWRITE_DRAFTS: &str = "
INSERT INTO editorial.revisions (draft_id, number, slug, kicker, headline, standfirst, body, hero, seo, fields,
    first_published_at, saved_by)
SELECT draft_id, number + 1, slug, kicker, 'Round ' || number + 1 || ' of ' || slug, standfirst,
    body || 'Round ' || number + 1 || '.' || chr(10) || chr(10), hero, seo, fields, first_published_at, saved_by
FROM editorial.revisions JOIN editorial.drafts ON drafts.id = draft_id AND drafts.revision = number;
INSERT INTO editorial.revision_terms (draft_id, number, position, term_id, part)
SELECT draft_id, number + 1, position, term_id, part
FROM editorial.revision_terms JOIN editorial.drafts ON drafts.id = draft_id AND drafts.revision = number;
UPDATE editorial.drafts SET revision = revision + 1";
