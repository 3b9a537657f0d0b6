//! Previews: created, listed, revoked, and looked up when one is opened. Their contents are read by [`crate::Store`].

use chrono::{DateTime, Utc};
use diesel::dsl::now;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, Integer, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use domain::{
    Action, ArticleId, DraftId, Limit, Locale, PermissionScope, PersonId, Preview, PreviewId, Refusal,
};
use serde_json::json;
use uuid::Uuid;

use crate::moments::StoredMoment;
use crate::schema::editorial::{drafts, people, previews};
use crate::statement_cache::prepared;
use crate::write::{AuditSubject, NewAuditEntry, WriteTransaction};
use crate::{EditorialConn, Error};

/// A preview to create.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPreview {
    pub id: PreviewId,
    /// The drafts to show as if they were published.
    pub draft_ids: Vec<DraftId>,
    /// A future time to show.
    pub at: Option<DateTime<Utc>>,
    /// Lifetime in seconds.
    pub seconds: i32,
}

/// Creates a preview. A preview of a future time shows everybody's schedules, so it requires permission for
/// everybody's drafts.
///
/// # Errors
/// [`Error::NotFound`] when a draft does not exist or may not be seen, [`Refusal::NotAllowed`],
/// [`Refusal::SignedOut`] when the actor is not a person; [`Error::Unavailable`].
pub async fn create(tx: WriteTransaction<'_>, new: &NewPreview) -> Result<Preview, Error> {
    let mut conn = tx.conn;
    let ids: Vec<Uuid> = new.draft_ids.iter().map(|id| id.0).collect();
    let owners = drafts::table.filter(drafts::id.eq_any(&ids)).select((drafts::id, drafts::owner_id));
    let owners: Vec<(Uuid, Option<Uuid>)> = owners.load(&mut conn).await?;
    if ids.iter().any(|id| !owners.iter().any(|(known, _)| known == id)) {
        return Err(Error::NotFound);
    }
    let whose: Vec<Option<PersonId>> = owners.into_iter().map(|(_, owner)| owner.map(PersonId)).collect();
    let permissions = tx.permissions().await?;
    permissions.authorize_drafts(Action::Preview, &whose)?;
    if new.at.is_some() {
        permissions.authorize(Action::Preview, &[None])?;
    }
    let creator = tx.context.person().ok_or(Refusal::SignedOut)?;
    let row = sql_query(CREATE).bind::<SqlUuid, _>(new.id.0).bind::<SqlUuid, _>(creator.0);
    let row = row.bind::<Array<SqlUuid>, _>(ids).bind::<Nullable<Timestamptz>, _>(new.at);
    row.bind::<Integer, _>(new.seconds).execute(&mut conn).await?;
    append_audit_entry(tx, "create preview", new.id).await?;
    let made = previews::table.find(new.id.0).select(PreviewRow::as_select()).first(&mut conn).await?;
    Ok(Preview::from(made))
}

/// Finds a preview, valid or not.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Unavailable`].
pub async fn find(conn: &mut EditorialConn, id: PreviewId) -> Result<Preview, Error> {
    let row = previews::table.find(id.0).select(PreviewRow::as_select()).first(conn.inner()).await?;
    Ok(Preview::from(row))
}

/// One page of the valid previews of one person or of everybody, newest first, before a position; and whether there
/// are more.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn list(
    conn: &mut EditorialConn,
    made_by: Option<PersonId>,
    before: Option<Uuid>,
    limit: Limit,
) -> Result<(Vec<Preview>, bool), Error> {
    let good = previews::revoked_at.is_null().and(previews::expires_at.gt(now));
    let mut query = previews::table.filter(good).select(PreviewRow::as_select()).into_boxed();
    if let Some(person) = made_by {
        query = query.filter(previews::made_by.eq(person.0));
    }
    if let Some(before) = before {
        query = query.filter(previews::id.lt(before));
    }
    let rows: Vec<PreviewRow> =
        query.order(previews::id.desc()).limit(limit.get() + 1).load(conn.inner()).await?;
    let more = rows.len() > limit.as_usize();
    Ok((rows.into_iter().take(limit.as_usize()).map(Preview::from).collect(), more))
}

/// Revokes a preview. Does nothing when it is already revoked or expired.
///
/// # Errors
/// [`Error::NotFound`], [`Refusal::NotAllowed`]; [`Error::Unavailable`].
pub async fn revoke(tx: WriteTransaction<'_>, id: PreviewId) -> Result<(), Error> {
    let mut conn = tx.conn;
    let creator: Uuid =
        previews::table.find(id.0).select(previews::made_by).for_update().first(&mut conn).await?;
    match tx.authorize(Action::Preview, Some(PersonId(creator))).await {
        // A person who may only see their own previews must not learn that others exist.
        Err(Error::Refused(Refusal::NotAllowed { role, action }))
            if role.permission_scope(action) == PermissionScope::Own =>
        {
            return Err(Error::NotFound);
        }
        confirmed => confirmed?,
    }
    let open = previews::table.find(id.0).filter(previews::revoked_at.is_null());
    if diesel::update(open).set(previews::revoked_at.eq(now)).execute(&mut conn).await? > 0 {
        append_audit_entry(tx, "revoke preview", id).await?;
        sql_query(DELETE_SETS).bind::<SqlUuid, _>(id.0).execute(&mut conn).await?;
    }
    Ok(())
}

/// Finds a valid preview: not revoked or expired, and its creator still has an account with permission for it.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Unavailable`].
pub async fn find_valid(conn: &mut EditorialConn, id: PreviewId) -> Result<Preview, Error> {
    let good =
        previews::revoked_at.is_null().and(previews::expires_at.gt(now)).and(people::suspended_at.is_null());
    let creator = people::table.on(people::id.eq(previews::made_by));
    let good = previews::table.find(id.0).inner_join(creator).filter(good);
    let (row, role): (PreviewRow, String) =
        good.select((PreviewRow::as_select(), people::role)).first(conn.inner()).await?;
    let role = domain::Role::try_from(role)?;
    let preview = Preview::from(row);
    let drafts = drafts::table.filter(drafts::id.eq_any(preview.draft_ids.iter().map(|id| id.0)));
    let owners: Vec<Option<Uuid>> = drafts.select(drafts::owner_id).load(conn.inner()).await?;
    let mut is_own = owners.into_iter().map(|owner| owner == Some(preview.made_by.0));
    // Permissions are evaluated now, not when the preview was created.
    let reaches = is_own.all(|is_own| role.allows(Action::Preview, is_own))
        && role.allows(Action::Preview, preview.at.is_none());
    if reaches { Ok(preview) } else { Err(Error::NotFound) }
}

/// The newest revision of a previewed draft without its content: enough to decide whether a cached rendering is
/// current.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewedDraft {
    pub id: DraftId,
    pub article: ArticleId,
    pub locale: Locale,
    pub revision: i32,
    pub body_bytes: i32,
    /// A digest of the terms that the revision names. It changes when one of them is renamed, merged or deleted.
    pub terms_digest: String,
}

/// The drafts of a preview that exist and are not in the trash.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn load_drafts(conn: &mut EditorialConn, ids: &[DraftId]) -> Result<Vec<PreviewedDraft>, Error> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let query = prepared(sql_query(LOAD_DRAFTS).bind::<Array<SqlUuid>, _>(ids));
    let rows: Vec<PreviewedRow> = query.load(conn.inner()).await?;
    rows.into_iter().map(PreviewedDraft::try_from).collect()
}

/// The digest covers whole rows of terms, so that it includes every column that rendering may read.
const LOAD_DRAFTS: &str = "
SELECT drafts.id, drafts.article_id, drafts.locale, drafts.revision, octet_length(revisions.body) AS body_bytes,
    coalesce(named.digest, '') AS terms_digest
FROM editorial.drafts
JOIN editorial.revisions ON revisions.draft_id = drafts.id AND revisions.number = drafts.revision
CROSS JOIN LATERAL (
    SELECT md5(string_agg(concat(terms, successors), ' ' ORDER BY revision_terms.position, terms.id)) AS digest
    FROM editorial.revision_terms
    JOIN editorial.terms ON terms.id = revision_terms.term_id
    LEFT JOIN editorial.terms AS successors ON successors.id = terms.merged_into
    WHERE revision_terms.draft_id = drafts.id AND revision_terms.number = drafts.revision
) AS named
WHERE drafts.id = ANY ($1) AND drafts.trashed_at IS NULL
ORDER BY drafts.id";

#[derive(QueryableByName)]
struct PreviewedRow {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = SqlUuid)]
    article_id: Uuid,
    #[diesel(sql_type = Text)]
    locale: String,
    #[diesel(sql_type = Integer)]
    revision: i32,
    #[diesel(sql_type = Integer)]
    body_bytes: i32,
    #[diesel(sql_type = Text)]
    terms_digest: String,
}

impl TryFrom<PreviewedRow> for PreviewedDraft {
    type Error = Error;

    fn try_from(row: PreviewedRow) -> Result<Self, Error> {
        let PreviewedRow { id, article_id, locale, revision, body_bytes, terms_digest } = row;
        let (id, article, locale) = (DraftId(id), ArticleId(article_id), Locale::try_from(locale)?);
        Ok(Self { id, article, locale, revision, body_bytes, terms_digest })
    }
}

async fn append_audit_entry(tx: WriteTransaction<'_>, action: &str, id: PreviewId) -> Result<(), Error> {
    let subject = Some(AuditSubject { kind: "preview", id: id.0 });
    let entry =
        NewAuditEntry { action, subject, before: None, after: None, sequence: None, detail: json!({}) };
    tx.append_audit_entry(entry).await
}

const DELETE_SETS: &str = "DELETE FROM preview_sets.sets WHERE preview_id = $1";

const CREATE: &str = "INSERT INTO editorial.previews (id, made_by, draft_ids, at, expires_at) \
    VALUES ($1, $2, $3, $4, now() + make_interval(secs => $5))";

#[derive(Queryable, Selectable)]
#[diesel(table_name = previews, check_for_backend(Pg))]
struct PreviewRow {
    id: Uuid,
    made_by: Uuid,
    draft_ids: Vec<Uuid>,
    at: Option<StoredMoment>,
    created_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    revoked_at: Option<DateTime<Utc>>,
}

impl From<PreviewRow> for Preview {
    fn from(row: PreviewRow) -> Self {
        let PreviewRow { id, made_by, draft_ids, at, created_at, expires_at, revoked_at } = row;
        let draft_ids = draft_ids.into_iter().map(DraftId).collect();
        Self {
            id: PreviewId(id),
            made_by: PersonId(made_by),
            draft_ids,
            at: at.map(DateTime::from),
            created_at,
            expires_at,
            revoked_at,
        }
    }
}
