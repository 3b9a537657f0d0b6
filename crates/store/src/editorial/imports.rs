//! Imports: creates, updates and publishes many drafts in one transaction, and remembers which sources were imported.

use std::borrow::Cow;
use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::Timestamptz;
use diesel_async::RunQueryDsl;
use domain::workflow::OnPending;
use domain::{ArticleId, Content, DraftId, DraftStatus, Edition, EditionId, Locale, Slug, Term, Update};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::editorial::drafts::Draft;
use crate::editorial::redirects;
use crate::editorial::redirects::NewRedirect;
use crate::editorial::{drafts, terms};
use crate::publishing::{self, ActKind, PublishOptions, PublishOutcome};
use crate::schema::editorial::{drafts as drafts_table, imports, revisions, standings};
use crate::write::{NewAuditEntry, WriteTransaction};
use crate::{EditorialConn, Error};

/// Everything that one import changes, atomically.
#[derive(Debug, Default)]
pub struct Import {
    /// Terms to create.
    pub terms: Vec<Term>,
    /// Drafts to create.
    pub drafts: Vec<Draft>,
    /// Drafts to save.
    pub changes: Vec<DraftUpdate>,
    /// Sources that are imported for the first time.
    pub sources: Vec<ImportSource>,
    /// Sources that were imported before and have changed.
    pub updated_sources: Vec<ImportSource>,
    /// Redirects to create, except from paths that already have one.
    pub redirects: Vec<NewRedirect>,
    /// Editions to publish in one act.
    pub editions: Vec<Edition>,
    /// Editions to schedule.
    pub scheduled: Vec<Scheduled>,
    /// Links from these editions to articles that are not public yet. They are stored, and resolve once their targets
    /// are published.
    pub deferred_links: Vec<(EditionId, ArticleId)>,
}

impl Import {
    /// Whether it publishes or schedules anything, and so needs the counter's lock.
    fn is_public(&self) -> bool {
        !self.editions.is_empty() || !self.scheduled.is_empty() || !self.redirects.is_empty()
    }
}

/// An edition to publish later.
#[derive(Debug)]
pub struct Scheduled {
    pub edition: Edition,
    /// When it becomes public. If that time has passed when the import runs, it is published with the rest.
    pub due_at: DateTime<Utc>,
}

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportOutcome {
    pub published: PublishOutcome,
    pub redirect_count: usize,
}

/// A draft to save as its next revision.
#[derive(Debug)]
pub struct DraftUpdate {
    /// The revision that the change is based on.
    pub seen: Draft,
    /// The new content.
    pub content: Content,
}

/// The source that a draft was imported from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportSource {
    /// The identity of the source: a digest of its text or of its path.
    pub digest: Vec<u8>,
    pub draft: DraftId,
    /// A digest of the last imported content, when `digest` does not identify the content.
    pub content: Option<Vec<u8>>,
}

/// The draft that uses a slug in its newest revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SlugHolder {
    pub draft: DraftId,
    /// Whether it was created by an import.
    pub is_imported: bool,
}

/// The imported sources with these digests, each with whether its draft is in the trash.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn find_sources(
    conn: &mut EditorialConn,
    digests: &[Vec<u8>],
) -> Result<HashMap<Vec<u8>, (ImportSource, bool)>, Error> {
    let drafts = drafts_table::table.on(drafts_table::id.eq(imports::draft_id));
    let query = imports::table.inner_join(drafts).filter(imports::digest.eq_any(digests));
    let is_trashed = drafts_table::trashed_at.is_not_null();
    let columns = (imports::digest, imports::draft_id, imports::content_digest, is_trashed);
    let rows: Vec<SourceRow> = query.select(columns).load(conn.inner()).await?;
    let sources = rows.into_iter().map(|(digest, draft, content, is_trashed)| {
        (digest.clone(), (ImportSource { digest, draft: DraftId(draft), content }, is_trashed))
    });
    Ok(sources.collect())
}

/// The drafts outside the trash whose newest revisions use these slugs.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn find_slug_holders(
    conn: &mut EditorialConn,
    locale: &Locale,
    slugs: &[Slug],
) -> Result<HashMap<Slug, SlugHolder>, Error> {
    let slugs: Vec<&str> = slugs.iter().map(Slug::as_str).collect();
    let newest = revisions::draft_id.eq(drafts_table::id).and(revisions::number.eq(drafts_table::revision));
    let imported = imports::table.filter(imports::draft_id.eq(drafts_table::id));
    let columns = (revisions::slug.assume_not_null(), drafts_table::id, diesel::dsl::exists(imported));
    let query = drafts_table::table.inner_join(revisions::table.on(newest));
    let query = query.filter(drafts_table::locale.eq(locale.as_str())).filter(revisions::slug.eq_any(slugs));
    let query = query.filter(drafts_table::trashed_at.is_null()).select(columns);
    let rows: Vec<(String, Uuid, bool)> = query.load(conn.inner()).await?;
    let holders = rows.into_iter().map(|(slug, draft, is_imported)| {
        Ok((Slug::try_from(slug)?, SlugHolder { draft: DraftId(draft), is_imported }))
    });
    holders.collect()
}

/// The publication status of these drafts.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn load_statuses(
    conn: &mut EditorialConn,
    ids: &[DraftId],
) -> Result<HashMap<DraftId, DraftStatus>, Error> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let query = standings::table.filter(standings::draft_id.eq_any(ids));
    let rows: Vec<(Uuid, String)> =
        query.select((standings::draft_id, standings::status)).load(conn.inner()).await?;
    rows.into_iter().map(|(id, status)| Ok((DraftId(id), DraftStatus::try_from(status)?))).collect()
}

/// An import overrides pending schedules of the articles it publishes.
const OVERRULE: PublishOptions = PublishOptions { update: Update::Visible, on_pending: OnPending::Cancel };

/// Runs an import.
///
/// # Errors
/// [`domain::Refusal::AlreadyImported`] when another import was faster, [`Error::VersionConflict`] when a draft was saved
/// meanwhile, [`domain::Refusal::InTrash`], and what publishing refuses. Nothing was changed then.
pub async fn apply(tx: WriteTransaction<'_>, import: &Import) -> Result<ImportOutcome, Error> {
    let mut conn = tx.conn;
    let Import { terms, drafts, changes, sources, updated_sources, .. } = import;
    // Lock order: the counter before any draft, as in every publishing operation.
    let begun_at = if import.is_public() { Some(publishing::lock_and_activate(conn).await?) } else { None };
    terms::insert(tx, terms).await?;
    drafts::insert(tx, drafts).await?;
    // Lock in id order, as bulk changes do, to avoid deadlocks.
    let mut changes: Vec<&DraftUpdate> = changes.iter().collect();
    changes.sort_by_key(|change| change.seen.id.0);
    for DraftUpdate { seen, content } in changes {
        drafts::replace(tx, seen, content).await?;
    }
    let rows = sources.iter().map(|ImportSource { digest, draft, content }| {
        let content = imports::content_digest.eq(content.as_deref());
        (imports::digest.eq(digest.as_slice()), imports::draft_id.eq(draft.0), content)
    });
    let rows: Vec<_> = rows.collect();
    // A moved file is known by its new path only. Feed items have no content digest and keep their rows.
    let now = sources.iter().map(|source| source.draft.0);
    let moved = imports::table.filter(imports::draft_id.eq_any(now));
    diesel::delete(moved.filter(imports::content_digest.is_not_null())).execute(&mut conn).await?;
    diesel::insert_into(imports::table).values(rows).execute(&mut conn).await?;
    for ImportSource { digest, draft: _, content } in updated_sources {
        let known = diesel::update(imports::table.find(digest));
        known.set(imports::content_digest.eq(content.as_deref())).execute(&mut conn).await?;
    }
    let published = match begun_at {
        Some(now) => publish(tx, import, now).await?,
        None => PublishOutcome { sequence: None, articles: Vec::new() },
    };
    let redirect_count = redirects::insert(tx, &import.redirects).await?;
    if redirect_count > 0 {
        record_redirects(tx, published.sequence, redirect_count).await?;
    }
    Ok(ImportOutcome { published, redirect_count })
}

/// Records the redirects of an import: in the act that published, or as an act of their own.
async fn record_redirects(
    tx: WriteTransaction<'_>,
    sequence: Option<i64>,
    count: usize,
) -> Result<(), Error> {
    let detail = serde_json::json!({ "redirects": count });
    let kind = ActKind::CreateRedirects;
    let entry =
        NewAuditEntry { action: kind.as_str(), subject: None, before: None, after: None, sequence, detail };
    match sequence {
        Some(_) => tx.append_audit_entry(entry).await,
        None => publishing::record_redirects(tx, kind, entry).await.map(|_| ()),
    }
}

/// Publishes the editions that are due in one act, and schedules the rest.
async fn publish(
    tx: WriteTransaction<'_>,
    Import { editions, scheduled, deferred_links, .. }: &Import,
    now: DateTime<Utc>,
) -> Result<PublishOutcome, Error> {
    let (due, ahead): (Vec<&Scheduled>, Vec<&Scheduled>) =
        scheduled.iter().partition(|scheduled| scheduled.due_at <= now);
    let due = due.into_iter().map(|scheduled| &scheduled.edition).cloned().collect::<Vec<_>>();
    let editions = if due.is_empty() {
        Cow::Borrowed(editions)
    } else {
        Cow::Owned(editions.iter().cloned().chain(due).collect())
    };
    let published = if editions.is_empty() {
        PublishOutcome { sequence: None, articles: Vec::new() }
    } else {
        // The imported file takes precedence over what was scheduled for its article.
        publishing::publish(tx, &editions, OVERRULE).await?
    };
    for Scheduled { edition, due_at } in ahead {
        publishing::schedule(tx, edition, *due_at).await?;
    }
    publishing::insert_links(tx.conn, deferred_links).await?;
    Ok(published)
}

/// The current time of the database, which decides what counts as a future date.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn clock(conn: &mut EditorialConn) -> Result<DatabaseClock, Error> {
    let now = diesel::dsl::sql::<Timestamptz>("now()");
    Ok(DatabaseClock(diesel::select(now).get_result(conn.inner()).await?))
}

/// The time of the database at the moment of the query.
#[derive(Debug, Clone, Copy)]
pub struct DatabaseClock(pub DateTime<Utc>);

impl DatabaseClock {
    /// Whether publishing would refuse a date because it is in the future.
    #[must_use]
    pub fn is_ahead(self, date: DateTime<Utc>) -> bool {
        publishing::is_ahead(date, self.0)
    }
}

/// Digest, draft, content digest, and whether the draft is in the trash.
type SourceRow = (Vec<u8>, Uuid, Option<Vec<u8>>, bool);
