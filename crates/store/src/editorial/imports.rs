//! Imports: many drafts and their publishing in one transaction, and the memory of what was imported before.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl};
use domain::workflow::OnPending;
use domain::{Content, DraftId, DraftStatus, Edition, Locale, Slug, Term, Update};
use uuid::Uuid;

use crate::acting::{self, Act, Entry};
use crate::drafts::Draft;
use crate::publishing::{self, Done, PublishOptions};
use crate::redirects::{self, NewRedirect};
use crate::schema::editorial::{drafts as drafts_table, imports, revisions, standings};
use crate::{EditorialConn, Error, drafts, terms};

/// All that one import changes. Either all of it happens or nothing.
#[derive(Debug, Default)]
pub struct Import {
    /// Terms to make.
    pub terms: Vec<Term>,
    /// Drafts to make.
    pub drafts: Vec<Draft>,
    /// Drafts to save.
    pub changes: Vec<Change>,
    /// What is imported for the first time.
    pub sources: Vec<Source>,
    /// What was imported before, and holds something else now.
    pub renewed: Vec<Source>,
    /// Redirects to create, but for those from paths that there are redirects from.
    pub redirects: Vec<NewRedirect>,
    /// Editions to publish, as one act.
    pub editions: Vec<Edition>,
}

/// What came of an import.
#[derive(Debug, PartialEq, Eq)]
pub struct Applied {
    /// What was published.
    pub published: Done,
    /// How many redirects were created.
    pub redirect_count: usize,
}

/// A draft to save as its next revision.
#[derive(Debug)]
pub struct Change {
    /// The draft as it was seen.
    pub seen: Draft,
    /// What it is to hold.
    pub content: Content,
}

/// What a draft was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// What it is known by: a digest of its text or of its path.
    pub digest: Vec<u8>,
    /// The draft.
    pub draft: DraftId,
    /// A digest of what it held last, where it is not known by that.
    pub content: Option<Vec<u8>>,
}

/// A draft that has a slug in its newest revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holder {
    /// The draft.
    pub draft: DraftId,
    /// Whether an import made it.
    pub is_imported: bool,
}

/// The drafts that were made from inputs with these digests.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn known(
    conn: &mut EditorialConn,
    digests: &[Vec<u8>],
) -> Result<HashMap<Vec<u8>, DraftId>, Error> {
    let query =
        imports::table.filter(imports::digest.eq_any(digests)).select((imports::digest, imports::draft_id));
    let rows: Vec<(Vec<u8>, Uuid)> = query.load(conn.inner()).await?;
    Ok(rows.into_iter().map(|(digest, draft)| (digest, DraftId(draft))).collect())
}

/// What is known of the sources with these digests, and whether their drafts are in the trash.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn sources(
    conn: &mut EditorialConn,
    digests: &[Vec<u8>],
) -> Result<HashMap<Vec<u8>, (Source, bool)>, Error> {
    let drafts = drafts_table::table.on(drafts_table::id.eq(imports::draft_id));
    let mine = imports::table.inner_join(drafts).filter(imports::digest.eq_any(digests));
    let is_trashed = drafts_table::trashed_at.is_not_null();
    let columns = (imports::digest, imports::draft_id, imports::content_digest, is_trashed);
    let rows: Vec<SourceRow> = mine.select(columns).load(conn.inner()).await?;
    let sources = rows.into_iter().map(|(digest, draft, content, is_trashed)| {
        (digest.clone(), (Source { digest, draft: DraftId(draft), content }, is_trashed))
    });
    Ok(sources.collect())
}

/// The drafts outside the trash that have these slugs in their newest revisions.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn holders(
    conn: &mut EditorialConn,
    locale: &Locale,
    slugs: &[Slug],
) -> Result<HashMap<Slug, Holder>, Error> {
    let slugs: Vec<&str> = slugs.iter().map(Slug::as_str).collect();
    let newest = revisions::draft_id.eq(drafts_table::id).and(revisions::number.eq(drafts_table::revision));
    let imported = imports::table.filter(imports::draft_id.eq(drafts_table::id));
    let columns = (revisions::slug.assume_not_null(), drafts_table::id, diesel::dsl::exists(imported));
    let mine = drafts_table::table.inner_join(revisions::table.on(newest));
    let mine = mine.filter(drafts_table::locale.eq(locale.as_str())).filter(revisions::slug.eq_any(slugs));
    let mine = mine.filter(drafts_table::trashed_at.is_null()).select(columns);
    let rows: Vec<(String, Uuid, bool)> = mine.load(conn.inner()).await?;
    let holders = rows.into_iter().map(|(slug, draft, is_imported)| {
        Ok((Slug::try_from(slug)?, Holder { draft: DraftId(draft), is_imported }))
    });
    holders.collect()
}

/// Where these drafts stand with readers.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn statuses(
    conn: &mut EditorialConn,
    ids: &[DraftId],
) -> Result<HashMap<DraftId, DraftStatus>, Error> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let mine = standings::table.filter(standings::draft_id.eq_any(ids));
    let rows: Vec<(Uuid, String)> =
        mine.select((standings::draft_id, standings::status)).load(conn.inner()).await?;
    rows.into_iter().map(|(id, status)| Ok((DraftId(id), DraftStatus::try_from(status)?))).collect()
}

/// How an import publishes.
const OVERRULE: PublishOptions =
    PublishOptions { update: Update::Visible, on_pending: OnPending::Cancel };

/// Carries an import out.
///
/// # Errors
/// [`domain::Refusal::AlreadyImported`] when another import was faster, [`Error::Stale`] when a draft was saved
/// meanwhile, [`domain::Refusal::InTrash`], and what publishing refuses. Nothing was changed then.
pub async fn apply(conn: &mut EditorialConn, act: &Act, import: &Import) -> Result<Applied, Error> {
    let applying = async |conn: &mut AsyncPgConnection| {
        let Import { terms, drafts, changes, sources, renewed, redirects: new_redirects, editions } = import;
        if !editions.is_empty() || !new_redirects.is_empty() {
            // An act locks the counter before any draft.
            publishing::begin(conn).await?;
        }
        terms::insert(conn, act, terms).await?;
        drafts::insert(conn, act, drafts).await?;
        // In the order in which many are changed at once.
        let mut changes: Vec<&Change> = changes.iter().collect();
        changes.sort_by_key(|change| change.seen.id.0);
        for Change { seen, content } in changes {
            drafts::replace(conn, act, seen, content).await?;
        }
        let rows = sources.iter().map(|Source { digest, draft, content }| {
            let content = imports::content_digest.eq(content.as_deref());
            (imports::digest.eq(digest.as_slice()), imports::draft_id.eq(draft.0), content)
        });
        let rows: Vec<_> = rows.collect();
        // A file that was moved is known by its new path alone; feeds have no digest of what they held last.
        let now = sources.iter().map(|source| source.draft.0);
        let moved = imports::table.filter(imports::draft_id.eq_any(now));
        diesel::delete(moved.filter(imports::content_digest.is_not_null())).execute(conn).await?;
        diesel::insert_into(imports::table).values(rows).execute(conn).await?;
        for Source { digest, draft: _, content } in renewed {
            let known = diesel::update(imports::table.find(digest));
            known.set(imports::content_digest.eq(content.as_deref())).execute(conn).await?;
        }
        let redirect_count = redirects::insert(conn, act, new_redirects).await?;
        let published = match editions.is_empty() {
            true => Done { sequence: None, articles: Vec::new() },
            // What a file holds now overrules what was scheduled of its article before.
            false => publishing::publish_within(conn, act, editions, OVERRULE).await?,
        };
        if redirect_count > 0 {
            record_redirects(conn, act, published.sequence, redirect_count).await?;
        }
        Ok(Applied { published, redirect_count })
    };
    conn.inner().transaction(applying).await
}

/// Records the redirects of an import: as part of the act that published, else as an act of their own.
async fn record_redirects(
    conn: &AsyncPgConnection,
    act: &Act,
    sequence: Option<i64>,
    count: usize,
) -> Result<(), Error> {
    let detail = serde_json::json!({ "redirects": count });
    let action = "create redirects";
    let entry = Entry { action, subject: None, before: None, after: None, sequence, detail };
    match sequence {
        Some(_) => acting::log(conn, act, entry).await,
        None => publishing::record_redirects(conn, act, entry).await.map(|_| ()),
    }
}

/// By what a source is known, its draft, what it held last, and whether the draft is in the trash.
type SourceRow = (Vec<u8>, Uuid, Option<Vec<u8>>, bool);
