//! Drafts, the working copies of articles. Every save appends an immutable, numbered revision.
//!
//! `queries` and `contents` load drafts, `rows` maps their content to tables, `unpublished_changes` compares it with
//! what is live, `bulk` changes many at once. What readers see is written by `publishing`.

mod bulk;
mod contents;
mod queries;
mod rows;
mod unpublished_changes;

use std::collections::BTreeMap;

use diesel::dsl::now;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, Text, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::workflow::{Effect, PendingEffect, Step};
use domain::{
    Action, ArticleId, Content, ContentMergePatch, DraftId, EditionId, EditionIdentity, EditorialDraft,
    Locale, PersonId, Refusal, RestoredDraft, Revision, Site, Slug, TermId, TermKind,
};
use futures_util::TryFutureExt;
use serde_json::json;
use uuid::Uuid;

pub(crate) use bulk::replace;
pub use bulk::{BulkChange, BulkError, change_all};
pub use contents::{load, load_revisions};
pub use queries::{DraftFilter, find, find_for, find_in, find_revision, list, list_revisions};

use crate::editorial::drafts::queries::{find_saved, load_revision};
use crate::editorial::drafts::rows::insert_revisions;
use crate::schema::editorial::{articles, drafts, revisions};
use crate::statement_cache::prepared;
use crate::write;
use crate::write::{AuditSubject, NewAuditEntry, WriteTransaction};
use crate::{EditorialConn, Error, publishing};

/// One revision of a draft, with the fields that publishing needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    pub id: DraftId,
    pub article: ArticleId,
    pub locale: Locale,
    pub revision: i32,
    pub content: Content,
}

impl Draft {
    /// The identity of a new edition of this revision.
    #[must_use]
    pub fn new_edition(&self) -> EditionIdentity {
        let Self { id: _, article, locale, revision, content: _ } = self;
        let (id, locale) = (EditionId(Uuid::now_v7()), locale.clone());
        EditionIdentity { id, article: *article, locale, revision: *revision }
    }
}

/// A draft to create.
#[derive(Debug, Clone, PartialEq)]
pub struct NewDraft {
    pub id: DraftId,
    pub article: DraftArticle,
    pub locale: Locale,
    /// The initial content, as a patch of empty content.
    pub content: ContentMergePatch,
}

/// The article of a new draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftArticle {
    /// A new article with this id.
    New(ArticleId),
    /// An existing article, which has drafts in other locales.
    Existing(ArticleId),
}

/// How a save changes the content.
#[derive(Debug, Clone, PartialEq)]
pub enum DraftEdit {
    /// Changes some fields.
    Patch(ContentMergePatch),
    /// Replaces all of the content.
    Replace(Box<Content>),
}

/// Creates a draft. The person who creates it owns it.
///
/// # Errors
/// [`Refusal::LocaleTaken`], [`Refusal::InvalidInput`], [`Refusal::UnknownTerm`], [`Refusal::NotAllowed`] (also when
/// the article is another's), [`Error::NotFound`] when there is no such article, or it may not be seen;
/// [`Error::Unavailable`].
pub async fn create(tx: WriteTransaction<'_>, new: &NewDraft) -> Result<EditorialDraft, Error> {
    tx.authorize(Action::CreateDrafts, tx.context.person()).await?;
    let article = match new.article {
        DraftArticle::New(article) => article,
        DraftArticle::Existing(article) => {
            authorize_article(tx, article).await?;
            article
        }
    };
    let content = new.content.apply(&Content::default());
    let content = content.map_err(|wrong| Refusal::InvalidInput(wrong.at("/content")))?;
    let draft = Draft { id: new.id, article, locale: new.locale.clone(), revision: 1, content };
    insert_audited(tx, &draft).await
}

/// Creates a draft of a new article with the content of another draft, without its slug and dates.
///
/// # Errors
/// [`Error::NotFound`], [`Refusal::NotAllowed`]; [`Refusal::UnknownLocale`] when the site is not written in the locale of
/// the draft; [`Error::Unavailable`].
pub async fn duplicate(
    tx: WriteTransaction<'_>,
    site: &Site,
    original: DraftId,
    (id, article): (DraftId, ArticleId),
) -> Result<EditorialDraft, Error> {
    let original = find_in(tx, original).await?;
    tx.authorize_drafts(Action::ReadDrafts, &[original.entry.owner_id]).await?;
    tx.authorize(Action::CreateDrafts, tx.context.person()).await?;
    site.check_locale(&original.entry.locale)?;
    let content = original.content.with_current_terms(&original.terms);
    let content = Content { slug: None, first_published_at: None, ..content };
    let draft = Draft { id, article, locale: original.entry.locale, revision: 1, content };
    insert_audited(tx, &draft).await
}

/// Saves the next revision of a draft if `expected` is still its newest one. A save that changes nothing creates no
/// revision. In the new revision, merged terms are replaced by the terms they were merged into; older revisions are
/// not changed.
///
/// # Errors
/// [`Error::VersionConflict`] when it was saved meanwhile; [`Refusal::InTrash`], [`Refusal::InvalidInput`],
/// [`Refusal::UnknownTerm`], [`Refusal::NotAllowed`]; [`Error::NotFound`]; [`Error::Unavailable`].
pub async fn save(
    tx: WriteTransaction<'_>,
    id: DraftId,
    expected: i32,
    edit: &DraftEdit,
) -> Result<EditorialDraft, Error> {
    let before = lock_for_save(tx, id, expected).await?;
    let after = match edit {
        DraftEdit::Patch(patch) => patch.apply(&before.content).map_err(Refusal::InvalidInput)?,
        DraftEdit::Replace(content) => (**content).clone(),
    };
    save_locked(tx, id, &before, after).await
}

/// Saves the content of an earlier revision as the next one if `expected` is still the newest. Merged terms are
/// replaced by the terms they were merged into; deleted terms are left out, each with a finding.
///
/// # Errors
/// As [`save`]; [`Error::NotFound`] also when there is no such revision.
pub async fn restore_revision(
    tx: WriteTransaction<'_>,
    id: DraftId,
    expected: i32,
    number: i32,
) -> Result<RestoredDraft, Error> {
    let before = lock_for_save(tx, id, expected).await?;
    let Revision { entry: _, content, terms } = load_revision(tx.conn, id, number).await?;
    let after = content.with_current_terms(&terms);
    let draft = save_locked(tx, id, &before, after).await?;
    let findings = content.deleted_term_findings(&terms);
    Ok(RestoredDraft { draft, findings })
}

/// Locks a draft for saving, and returns its newest revision.
async fn lock_for_save(tx: WriteTransaction<'_>, id: DraftId, expected: i32) -> Result<Revision, Error> {
    let locked = lock_draft(tx, Action::SaveDrafts, id, Some(expected));
    let (locked, before) = tokio::try_join!(biased; locked, load_revision(tx.conn, id, expected))?;
    if locked.trashed { Err(Refusal::InTrash.into()) } else { Ok(before) }
}

/// Saves content as the next revision of a locked draft unless it is equivalent to the newest one, and returns the
/// draft.
async fn save_locked(
    tx: WriteTransaction<'_>,
    id: DraftId,
    before: &Revision,
    after: Content,
) -> Result<EditorialDraft, Error> {
    let after = if after.terms() == before.content.terms() {
        after.with_merged_terms(&before.terms)
    } else {
        with_resolved_terms(tx.conn, after).await?
    };
    if after == before.comparable() {
        return find_in(tx, id).await;
    }
    let number = before.entry.number.saturating_add(1);
    let inserted = insert_revision(tx, id, (&before.content, &after), number);
    let (_inserted, draft) = tokio::try_join!(biased; inserted, find_saved(tx.conn, id, number))?;
    Ok(draft)
}

/// Moves a draft to the trash and cancels its schedule. It can be restored.
///
/// # Errors
/// [`Refusal::StillPublic`] while it is live; [`Error::VersionConflict`], [`Refusal::NotAllowed`], also when the actor may not publish
/// what is scheduled; [`Error::NotFound`]; [`Error::Unavailable`].
pub async fn trash(
    tx: WriteTransaction<'_>,
    id: DraftId,
    expected: Option<i32>,
) -> Result<EditorialDraft, Error> {
    // Lock order: the counter before any draft. Cancelling a schedule requires the counter's lock.
    publishing::lock_and_activate(tx.conn).await?;
    move_to_trash(tx, id, expected).await?;
    find_in(tx, id).await
}

/// Moves a draft to the trash within the caller's transaction, which holds the counter's lock.
async fn move_to_trash(tx: WriteTransaction<'_>, id: DraftId, expected: Option<i32>) -> Result<(), Error> {
    let mut conn = tx.conn;
    let locked = lock_draft(tx, Action::TrashDrafts, id, expected).await?;
    let entry = find_in(tx, id).await?.entry;
    let key = (entry.article_id.0, entry.locale.to_string());
    let decision = publishing::decide_for_draft(conn, &key, locked.trashed, Step::Trash).await?;
    if decision.pending == PendingEffect::Cancel {
        tx.authorize_drafts(Action::Publish, &[entry.owner_id]).await?;
        publishing::cancel_logged(tx, &key).await?;
    }
    if decision.effect == Effect::Trash {
        diesel::update(drafts::table.find(id.0)).set(drafts::trashed_at.eq(now)).execute(&mut conn).await?;
        append_audit_entry(tx, "trash draft", id, (None, None), locked.revision).await?;
    }
    Ok(())
}

/// Restores a draft from the trash.
///
/// # Errors
/// [`Refusal::NotAllowed`], [`Error::NotFound`]; [`Error::Unavailable`].
pub async fn restore(tx: WriteTransaction<'_>, id: DraftId) -> Result<EditorialDraft, Error> {
    let mut conn = tx.conn;
    let locked = lock_draft(tx, Action::TrashDrafts, id, None).await?;
    if locked.trashed {
        let nothing = drafts::trashed_at.eq(None::<chrono::DateTime<chrono::Utc>>);
        diesel::update(drafts::table.find(id.0)).set(nothing).execute(&mut conn).await?;
        append_audit_entry(tx, "restore draft", id, (None, None), locked.revision).await?;
    }
    find_in(tx, id).await
}

/// Whether there is any article.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn any_exist(conn: &mut EditorialConn) -> Result<bool, Error> {
    let any: Option<Uuid> = articles::table.select(articles::id).first(conn.inner()).await.optional()?;
    Ok(any.is_some())
}

/// Creates drafts with their content as revision 1, and their articles where those do not exist yet. Does not check
/// permissions.
///
/// # Errors
/// [`Error::Unavailable`]; nothing is made then.
pub async fn create_many(tx: WriteTransaction<'_>, new: &[Draft]) -> Result<(), Error> {
    insert(tx, new).await
}

/// Those of these slugs that the newest revision of a draft in this locale uses, or that were ever public.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn slugs_in_use(
    conn: &mut EditorialConn,
    locale: &Locale,
    slugs: &[Slug],
) -> Result<Vec<Slug>, Error> {
    use crate::schema::delivery::slugs as public;

    let slugs: Vec<&str> = slugs.iter().map(Slug::as_str).collect();
    let newest = revisions::draft_id.eq(drafts::id).and(revisions::number.eq(drafts::revision));
    let drafted =
        drafts::table.inner_join(revisions::table.on(newest)).filter(drafts::locale.eq(locale.as_str()));
    let drafted = drafted.filter(revisions::slug.eq_any(&slugs)).select(revisions::slug.assume_not_null());
    let mut used: Vec<String> = drafted.load(conn.inner()).await?;
    let public = public::table.filter(public::locale.eq(locale.as_str())).filter(public::slug.eq_any(&slugs));
    used.extend(public.select(public::slug).load::<String>(conn.inner()).await?);
    used.into_iter().map(|slug| Ok(Slug::try_from(slug)?)).collect()
}

pub(crate) async fn insert(tx: WriteTransaction<'_>, new: &[Draft]) -> Result<(), Error> {
    let mut conn = tx.conn;
    let owner = tx.context.person().map(|person| person.0);
    for some in new.chunks(1_000) {
        let ids: Vec<_> = some.iter().map(|draft| articles::id.eq(draft.article.0)).collect();
        diesel::insert_into(articles::table).values(ids).on_conflict_do_nothing().execute(&mut conn).await?;
        let rows = some.iter().map(|draft| {
            (
                drafts::id.eq(draft.id.0),
                drafts::article_id.eq(draft.article.0),
                drafts::locale.eq(draft.locale.as_str()),
                drafts::revision.eq(draft.revision),
                drafts::owner_id.eq(owner),
            )
        });
        diesel::insert_into(drafts::table).values(rows.collect::<Vec<_>>()).execute(&mut conn).await?;
        let first: Vec<_> = some.iter().map(|draft| (draft.id.0, draft.revision, &draft.content)).collect();
        insert_revisions(conn, &tx.context.actor.name(), &first).await?;
    }
    Ok(())
}

async fn insert_audited(tx: WriteTransaction<'_>, draft: &Draft) -> Result<EditorialDraft, Error> {
    let draft =
        &Draft { content: with_resolved_terms(tx.conn, draft.content.clone()).await?, ..draft.clone() };
    insert(tx, std::slice::from_ref(draft)).await?;
    append_audit_entry(tx, "create draft", draft.id, (None, Some(write::digest(&draft.content)?)), 1).await?;
    find_in(tx, draft.id).await
}

/// Requires permission to write every draft of an article. An article without drafts does not exist.
async fn authorize_article(tx: WriteTransaction<'_>, article: ArticleId) -> Result<(), Error> {
    let mut conn = tx.conn;
    let owners = drafts::table.filter(drafts::article_id.eq(article.0)).select(drafts::owner_id);
    let owners: Vec<Option<Uuid>> = owners.load(&mut conn).await?;
    if owners.is_empty() {
        return Err(Error::NotFound);
    }
    let owners: Vec<Option<PersonId>> = owners.into_iter().map(|owner| owner.map(PersonId)).collect();
    tx.authorize_drafts(Action::SaveDrafts, &owners).await
}

/// Inserts content as the newest revision of a locked draft.
async fn insert_revision(
    tx: WriteTransaction<'_>,
    id: DraftId,
    (before, after): (&Content, &Content),
    number: i32,
) -> Result<(), Error> {
    let mut conn = tx.conn;
    let values = (drafts::revision.eq(number), drafts::saved_at.eq(now));
    let newest = prepared(diesel::update(drafts::table.find(id.0)).set(values));
    let newest = newest.execute(&mut conn).map_err(Error::from);
    let (by, rows) = (tx.context.actor.name(), [(id.0, number, after)]);
    let revision = insert_revisions(conn, &by, &rows);
    let digests = (Some(write::digest(before)?), Some(write::digest(after)?));
    let logged = append_audit_entry(tx, "save draft", id, digests, number);
    tokio::try_join!(biased; newest, revision, logged)?;
    Ok(())
}

/// A draft whose row this transaction has locked.
struct LockedDraft {
    revision: i32,
    trashed: bool,
}

/// Locks the row of a draft, then checks permission and the expected revision.
async fn lock_draft(
    tx: WriteTransaction<'_>,
    action: Action,
    id: DraftId,
    expected: Option<i32>,
) -> Result<LockedDraft, Error> {
    let mut conn = tx.conn;
    let columns = (drafts::revision, drafts::owner_id, drafts::trashed_at.is_not_null());
    let locked = drafts::table.find(id.0).select(columns).for_update();
    let locked = locked.first::<(i32, Option<Uuid>, bool)>(&mut conn).map_err(Error::from);
    let permissions = tx.permissions();
    let ((revision, owner, trashed), permissions) = tokio::try_join!(biased; locked, permissions)?;
    permissions.authorize_drafts(action, &[owner.map(PersonId)])?;
    match expected {
        Some(expected) if expected != revision => {
            Err(Error::VersionConflict { current: i64::from(revision) })
        }
        Some(_) | None => Ok(LockedDraft { revision, trashed }),
    }
}

/// Replaces merged terms by the terms they were merged into. Refuses unknown, deleted and wrongly typed terms. The
/// terms are locked against merge and deletion until the transaction ends.
async fn with_resolved_terms(mut conn: &AsyncPgConnection, content: Content) -> Result<Content, Error> {
    let named = content.terms();
    if named.is_empty() {
        return Ok(content);
    }
    let ids: Vec<Uuid> = named.iter().map(|term| term.0).collect();
    let rows: Vec<ResolvedTermRow> = sql_query(KNOWN).bind::<Array<SqlUuid>, _>(ids).load(&mut conn).await?;
    let known: BTreeMap<TermId, ResolvedTermRow> =
        rows.into_iter().map(|row| (TermId(row.id), row)).collect();
    let is = |id: &TermId, kind: TermKind| known.get(id).is_some_and(|term| term.kind == kind.as_str());
    let sound = content.section.iter().all(|id| is(id, TermKind::Section))
        && content.byline.iter().all(|id| is(id, TermKind::Author))
        && content.tags.iter().all(|id| is(id, TermKind::Tag))
        && content.series.iter().all(|at| is(&at.series, TermKind::Series));
    if !sound {
        return Err(Refusal::UnknownTerm.into());
    }
    Ok(content.map_terms(|id| known.get(&id).map(|term| TermId(term.current_id))))
}

#[derive(QueryableByName)]
struct ResolvedTermRow {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = SqlUuid)]
    current_id: Uuid,
}

/// `FOR KEY SHARE` keeps a term from being merged or deleted until the save commits. A concurrent merge or deletion
/// waits, and then finds the new revision.
const KNOWN: &str = "
SELECT named.id, named.kind, current.id AS current_id
FROM editorial.terms AS named
JOIN editorial.terms AS current ON current.id = coalesce(named.merged_into, named.id)
WHERE named.id = ANY ($1) AND current.ended_at IS NULL
FOR KEY SHARE OF current";

async fn append_audit_entry(
    tx: WriteTransaction<'_>,
    action: &str,
    id: DraftId,
    (before, after): (Option<Vec<u8>>, Option<Vec<u8>>),
    revision: i32,
) -> Result<(), Error> {
    let subject = Some(AuditSubject { kind: "draft", id: id.0 });
    let entry = NewAuditEntry {
        action,
        subject,
        before,
        after,
        sequence: None,
        detail: json!({ "revision": revision }),
    };
    tx.append_audit_entry(entry).await
}
