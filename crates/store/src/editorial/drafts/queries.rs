//! Queries for drafts and their revisions.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::dsl::{AsSelect, auto_type, exists};
use diesel::expression::SqlLiteral;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::workflow::PendingKind;
use domain::{
    Action, ArticleId, Content, DraftEntry, DraftId, DraftStatus, EditorialDraft, Headline, Kicker, Limit,
    LiveState, Locale, PersonId, Revision, RevisionEntry, ScheduledState, Slug, TermId, TermKind,
};
use futures_util::TryFutureExt;
use uuid::Uuid;

use super::rows::{NamedPart, RevisionRow, content_of, named_in, named_in_each, terms_of_parts};
use crate::editorial::drafts::unpublished_changes::differs;
use crate::moments::StoredMoment;
use crate::page;
use crate::schema::editorial::{drafts, revision_terms, revisions, standings, terms};
use crate::statement_cache::prepared;
use crate::write;
use crate::write::{WriteContext, WriteTransaction};
use crate::{EditorialConn, Error};

/// Selects drafts. Empty fields do not restrict, except that drafts in the trash are found only by that status.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DraftFilter {
    /// In any of these states. `Scheduled` also includes live drafts with a pending schedule.
    pub status: Vec<DraftStatus>,
    pub locale: Option<Locale>,
    pub article: Option<ArticleId>,
    /// Whose newest revision names all of these terms.
    pub terms: Vec<TermId>,
    pub owner: Option<PersonId>,
    /// Whose headline, standfirst or body contains this text, ignoring case.
    pub text: Option<String>,
    /// Whether the content differs from what is live or scheduled.
    pub has_unpublished_changes: Option<bool>,
}

/// Loads the newest revision of a draft.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Unavailable`].
pub async fn find(conn: &mut EditorialConn, id: DraftId) -> Result<EditorialDraft, Error> {
    load_draft(conn.inner(), id).await
}

/// [`find`] in a write.
///
/// # Errors
/// As [`find`].
pub async fn find_in(tx: WriteTransaction<'_>, id: DraftId) -> Result<EditorialDraft, Error> {
    load_draft(tx.conn, id).await
}

/// Loads the newest revision of a draft and checks that the actor may perform an action on it.
///
/// # Errors
/// [`Error::NotFound`], also when they may not see it; [`domain::Refusal::NotAllowed`], [`domain::Refusal::SignedOut`];
/// [`Error::Unavailable`].
pub async fn find_for(
    conn: &mut EditorialConn,
    context: &WriteContext,
    action: Action,
    id: DraftId,
) -> Result<EditorialDraft, Error> {
    let conn: &AsyncPgConnection = conn.inner();
    let (draft, permissions) =
        tokio::try_join!(biased; load_draft(conn, id), write::permissions(conn, context))?;
    permissions.authorize_drafts(action, &[draft.entry.owner_id])?;
    Ok(draft)
}

async fn load_draft(mut conn: &AsyncPgConnection, id: DraftId) -> Result<EditorialDraft, Error> {
    let query = prepared(newest().filter(drafts::id.eq(id.0)));
    let (entry, revision): (EntryRow, RevisionRow) = query.get_result(&mut conn).await?;
    let named = named_in(conn, id, revision.number).await?;
    draft_of(entry, revision, named)
}

/// [`find`] for a known newest revision number, which allows both statements to be pipelined.
pub(super) async fn find_saved(
    mut conn: &AsyncPgConnection,
    id: DraftId,
    number: i32,
) -> Result<EditorialDraft, Error> {
    let query = newest().filter(drafts::id.eq(id.0)).filter(revisions::number.eq(number));
    let query = prepared(query);
    let query = query.get_result::<(EntryRow, RevisionRow)>(&mut conn).map_err(Error::from);
    let ((entry, revision), named) = tokio::try_join!(biased; query, named_in(conn, id, number))?;
    draft_of(entry, revision, named)
}

fn draft_of(entry: EntryRow, revision: RevisionRow, named: Vec<NamedPart>) -> Result<EditorialDraft, Error> {
    let content = content_of(revision, &named)?;
    Ok(EditorialDraft { entry: entry.entry(&named)?, content, terms: terms_of_parts(named) })
}

/// Drafts joined with their newest revisions.
#[auto_type]
fn newest() -> _ {
    let newest = revisions::draft_id.eq(drafts::id).and(revisions::number.eq(drafts::revision));
    let columns: (AsSelect<EntryRow, Pg>, AsSelect<RevisionRow, Pg>) =
        (EntryRow::as_select(), RevisionRow::as_select());
    drafts::table
        .inner_join(revisions::table.on(newest))
        .inner_join(standings::table.on(standings::draft_id.eq(drafts::id)))
        .select(columns)
}

/// One page of the drafts that match a filter, last saved first, after a position; and whether there are more.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn list(
    conn: &mut EditorialConn,
    filter: &DraftFilter,
    after: Option<(DateTime<Utc>, Uuid)>,
    limit: Limit,
) -> Result<(Vec<DraftEntry>, bool), Error> {
    let newest = revisions::draft_id.eq(drafts::id).and(revisions::number.eq(drafts::revision));
    let standing = standings::table.on(standings::draft_id.eq(drafts::id));
    let all = drafts::table.inner_join(revisions::table.on(newest)).inner_join(standing);
    let mut query = all.select(EntryRow::as_select()).into_boxed();
    let DraftFilter { status, locale, article, terms, owner, text, has_unpublished_changes } = filter;
    let named = standings::status.eq_any(status.iter().map(|status| status.as_str()));
    query = if status.is_empty() {
        query.filter(drafts::trashed_at.is_null())
    } else if status.contains(&DraftStatus::Scheduled) {
        // A live draft with a pending schedule keeps its status, so it has to match both filters.
        query.filter(named.or(standings::due_at.is_not_null()))
    } else {
        query.filter(named)
    };
    if let Some(locale) = locale {
        query = query.filter(drafts::locale.eq(locale.as_str()));
    }
    if let Some(article) = article {
        query = query.filter(drafts::article_id.eq(article.0));
    }
    for term in current_terms(conn, terms).await? {
        query = query.filter(names(term));
    }
    if let Some(owner) = owner {
        query = query.filter(drafts::owner_id.eq(owner.0));
    }
    if let Some(text) = text {
        let pattern = format!("%{}%", text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
        let holds = revisions::headline.ilike(pattern.clone()).assume_not_null();
        let holds = holds.or(revisions::standfirst.ilike(pattern.clone()).assume_not_null());
        query = query.filter(holds.or(revisions::body.ilike(pattern)));
    }
    if let Some(wanted) = has_unpublished_changes {
        query = query.filter(differs().eq(*wanted));
    }
    if let Some((saved_at, id)) = after {
        let later = drafts::saved_at.lt(saved_at).or(drafts::id.lt(id));
        query = query.filter(drafts::saved_at.le(saved_at)).filter(later);
    }
    let page = query.order((drafts::saved_at.desc(), drafts::id.desc())).limit(limit.get() + 1);
    let mut rows: Vec<EntryRow> = page.load(conn.inner()).await?;
    let more = page::truncate(&mut rows, limit);
    let newest = rows.iter().map(|row| (row.id, row.revision)).unzip();
    let mut named = named_in_each(conn.inner(), newest).await?;
    let entries = rows.into_iter().map(|row| {
        let named = named.remove(&row.id).unwrap_or_default();
        row.entry(&named)
    });
    Ok((entries.collect::<Result<_, _>>()?, more))
}

/// Replaces merged terms by the terms they were merged into.
async fn current_terms(conn: &mut EditorialConn, wanted: &[TermId]) -> Result<Vec<Uuid>, Error> {
    let wanted: Vec<Uuid> = wanted.iter().map(|term| term.0).collect();
    if wanted.is_empty() {
        return Ok(wanted);
    }
    let merged = terms::table.filter(terms::id.eq_any(&wanted)).filter(terms::merged_into.is_not_null());
    let merged = merged.select((terms::id, terms::merged_into.assume_not_null()));
    let merged: BTreeMap<Uuid, Uuid> = merged.load::<(Uuid, Uuid)>(conn.inner()).await?.into_iter().collect();
    Ok(wanted.into_iter().map(|id| merged.get(&id).copied().unwrap_or(id)).collect())
}

/// Whether the newest revision of a draft names a term, or one that was merged into it.
#[auto_type]
fn names(term: Uuid) -> _ {
    let same = terms::id.eq(term).or(terms::merged_into.assume_not_null().eq(term));
    let same = terms::table.filter(same).select(terms::id);
    let named = revision_terms::table.filter(revision_terms::term_id.eq_any(same));
    let newest = revision_terms::draft_id.eq(drafts::id).and(revision_terms::number.eq(drafts::revision));
    exists(named.filter(newest))
}

/// The revisions of a draft, newest first, before a revision number; and whether there are more.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn list_revisions(
    conn: &mut EditorialConn,
    id: DraftId,
    before: Option<i32>,
    limit: Limit,
) -> Result<(Vec<RevisionEntry>, bool), Error> {
    let query = revisions::table
        .filter(revisions::draft_id.eq(id.0))
        .filter(revisions::number.lt(before.unwrap_or(i32::MAX)));
    let columns = (revisions::number, revisions::saved_at, revisions::saved_by, revisions::headline);
    let page = query.order(revisions::number.desc()).limit(limit.get() + 1).select(columns);
    let mut rows: Vec<(i32, DateTime<Utc>, String, Option<String>)> = page.load(conn.inner()).await?;
    let more = page::truncate(&mut rows, limit);
    let entries = rows.into_iter().map(|(number, saved_at, saved_by, headline)| {
        let headline = headline.map(Headline::try_from).transpose()?;
        Ok::<_, Error>(RevisionEntry { number, saved_at, saved_by, headline })
    });
    Ok((entries.collect::<Result<_, _>>()?, more))
}

/// Loads one revision of a draft.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Unavailable`].
pub async fn find_revision(conn: &mut EditorialConn, id: DraftId, number: i32) -> Result<Revision, Error> {
    load_revision(conn.inner(), id, number).await
}

pub(super) async fn load_revision(
    mut conn: &AsyncPgConnection,
    id: DraftId,
    number: i32,
) -> Result<Revision, Error> {
    let query = revisions::table.find((id.0, number));
    let query = query.select((RevisionRow::as_select(), revisions::saved_at, revisions::saved_by));
    let query = query.first::<(RevisionRow, DateTime<Utc>, String)>(&mut conn).map_err(Error::from);
    let ((row, saved_at, saved_by), named) = tokio::try_join!(biased; query, named_in(conn, id, number))?;
    let content: Content = content_of(row, &named)?;
    let entry = RevisionEntry { number, saved_at, saved_by, headline: content.headline.clone() };
    Ok(Revision { entry, content, terms: terms_of_parts(named) })
}

#[derive(Queryable, Selectable)]
#[diesel(check_for_backend(Pg))]
struct EntryRow {
    #[diesel(select_expression = drafts::id)]
    id: Uuid,
    #[diesel(select_expression = drafts::article_id)]
    article_id: Uuid,
    #[diesel(select_expression = drafts::locale)]
    locale: String,
    #[diesel(select_expression = drafts::revision)]
    revision: i32,
    #[diesel(select_expression = drafts::owner_id)]
    owner_id: Option<Uuid>,
    #[diesel(select_expression = drafts::trashed_at)]
    trashed_at: Option<DateTime<Utc>>,
    #[diesel(select_expression = drafts::created_at)]
    created_at: DateTime<Utc>,
    #[diesel(select_expression = drafts::saved_at)]
    saved_at: DateTime<Utc>,
    #[diesel(select_expression = revisions::saved_by)]
    saved_by: String,
    #[diesel(select_expression = revisions::headline)]
    headline: Option<String>,
    #[diesel(select_expression = revisions::kicker)]
    kicker: Option<String>,
    #[diesel(select_expression = revisions::slug)]
    slug: Option<String>,
    #[diesel(select_expression = (standings::status, standings::live_revision, standings::live_slug, standings::live_sequence))]
    live: (String, Option<i32>, Option<String>, Option<i64>),
    #[diesel(select_expression = (standings::due_at, standings::scheduled_kind, standings::scheduled_revision))]
    scheduled: (Option<StoredMoment>, Option<String>, Option<i32>),
    #[diesel(select_expression = differs(), select_expression_type = SqlLiteral<Bool>)]
    differs: bool,
}

impl EntryRow {
    fn entry(self, named: &[NamedPart]) -> Result<DraftEntry, Error> {
        let (status, live_revision, live_slug, live_sequence) = self.live;
        let (due_at, scheduled_kind, scheduled_revision) = self.scheduled;
        let live = match (live_revision, live_slug, live_sequence) {
            (Some(revision), Some(slug), Some(sequence)) => {
                Some(LiveState { revision, slug: Slug::try_from(slug)?, sequence })
            }
            _ => None,
        };
        let scheduled = due_at.zip(scheduled_kind).map(|(due_at, kind)| {
            let kind = PendingKind::try_from(kind)?;
            Ok::<_, Error>(ScheduledState { kind, revision: scheduled_revision, due_at: due_at.into() })
        });
        let section = named.iter().find(|named| named.term.kind == TermKind::Section);
        let section = section.and_then(|named| named.term.current());
        Ok(DraftEntry {
            id: DraftId(self.id),
            article_id: ArticleId(self.article_id),
            locale: Locale::try_from(self.locale)?,
            revision: self.revision,
            status: DraftStatus::try_from(status)?,
            has_unpublished_changes: self.differs,
            live,
            scheduled: scheduled.transpose()?,
            owner_id: self.owner_id.map(PersonId),
            trashed_at: self.trashed_at,
            created_at: self.created_at,
            saved_at: self.saved_at,
            saved_by: self.saved_by,
            headline: self.headline.map(Headline::try_from).transpose()?,
            kicker: self.kicker.map(Kicker::try_from).transpose()?,
            slug: self.slug.map(Slug::try_from).transpose()?,
            section,
        })
    }
}
