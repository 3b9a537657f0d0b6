//! Redirects as editors manage them. Resolution for readers is in `delivery::resolve`.

mod rows;

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Bool, Nullable, Text, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::{
    Action, ArticleId, Limit, Locale, PathRecords, PathStatus, Redirect, RedirectId, RedirectPath,
    RedirectTarget, Refusal, ResolvedPath, Site, SitePath,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::delivery::resolve;
use crate::editorial::redirects::rows::{RedirectRow, columns_of};
use crate::page;
use crate::publishing::{self, ActKind};
use crate::schema::delivery::redirects;
use crate::schema::editorial::drafts;
use crate::statement_cache::typed;
use crate::write;
use crate::write::{AuditSubject, NewAuditEntry, WriteTransaction};
use crate::{EditorialConn, Error};

/// A redirect to create.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRedirect {
    pub id: RedirectId,
    pub locale: Locale,
    /// The path in the form returned by [`Site::redirect_path`].
    pub path: RedirectPath,
    pub target: RedirectTarget,
}

/// A created redirect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RedirectOutcome {
    pub redirect: Redirect,
    /// The sequence number of the act; `None` for a dry run.
    pub sequence: Option<i64>,
}

/// Selects redirects. Empty fields do not restrict.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RedirectFilter {
    pub locale: Option<Locale>,
    /// Only those to this article.
    pub article: Option<ArticleId>,
    /// Only those whose path starts with this normalised text.
    pub path_prefix: Option<String>,
}

/// What a path already leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathUse {
    /// An article that has this address now, or had it earlier.
    Article(ArticleId),
    /// A redirect to this target.
    Redirect(RedirectTarget),
}

/// A path in a locale.
pub type PathKey = (Locale, RedirectPath);

/// Creates a redirect, as an act.
///
/// # Errors
/// [`Refusal::UnknownLocale`]; [`Refusal::PathInUse`]; [`Refusal::RedirectExists`]; [`Refusal::RedirectLoop`];
/// [`Refusal::NotAllowed`]; [`Error::NotFound`] when the article has no draft in the locale; [`Error::Unavailable`].
pub async fn create(
    tx: WriteTransaction<'_>,
    site: &Site,
    new: &NewRedirect,
) -> Result<RedirectOutcome, Error> {
    let mut conn = tx.conn;
    publishing::lock_and_activate(conn).await?;
    tx.authorize(Action::ManageRedirects, None).await?;
    site.check_locale(&new.locale)?;
    check_target(conn, new).await?;
    if let Some(holder) = articles_at(conn, site, &[(new.locale.clone(), new.path.clone())]).await?.pop() {
        return Err(Refusal::PathInUse { holder: holder.1 }.into());
    }
    let values = columns_of(new, &tx.context.actor.name());
    let created = diesel::insert_into(redirects::table).values(values);
    let row: RedirectRow = created.returning(RedirectRow::as_returning()).get_result(&mut conn).await?;
    let redirect = Redirect::try_from(row)?;
    let after = Some(write::digest(&redirect)?);
    let entry = audit_entry(ActKind::CreateRedirect, &redirect, (None, after));
    let sequence = publishing::record_redirects(tx, ActKind::CreateRedirect, entry).await?;
    Ok(RedirectOutcome { redirect, sequence })
}

/// Deletes a redirect, as an act, and returns its sequence number; `None` for a dry run.
///
/// # Errors
/// [`Error::NotFound`]; [`Refusal::NotAllowed`]; [`Error::Unavailable`].
pub async fn delete(tx: WriteTransaction<'_>, id: RedirectId) -> Result<Option<i64>, Error> {
    let mut conn = tx.conn;
    publishing::lock_and_activate(conn).await?;
    tx.authorize(Action::ManageRedirects, None).await?;
    let deleted = diesel::delete(redirects::table.find(id.0)).returning(RedirectRow::as_returning());
    let row: RedirectRow = deleted.get_result(&mut conn).await?;
    let redirect = Redirect::try_from(row)?;
    let before = Some(write::digest(&redirect)?);
    let entry = audit_entry(ActKind::DeleteRedirect, &redirect, (before, None));
    publishing::record_redirects(tx, ActKind::DeleteRedirect, entry).await
}

/// Finds a redirect by id.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Unavailable`].
pub async fn find(conn: &mut EditorialConn, id: RedirectId) -> Result<Redirect, Error> {
    let row = redirects::table.find(id.0).select(RedirectRow::as_select());
    Redirect::try_from(row.first(conn.inner()).await?)
}

/// [`find`] in a write.
///
/// # Errors
/// As [`find`].
pub async fn find_in(tx: WriteTransaction<'_>, id: RedirectId) -> Result<Redirect, Error> {
    let row = redirects::table.find(id.0).select(RedirectRow::as_select());
    Redirect::try_from(row.first(&mut &*tx.conn).await?)
}

/// One page of redirects by path and locale, after a position; and whether there are more.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn list(
    conn: &mut EditorialConn,
    filter: &RedirectFilter,
    after: Option<&PathKey>,
    limit: Limit,
) -> Result<(Vec<Redirect>, bool), Error> {
    let RedirectFilter { locale, article, path_prefix } = filter;
    let (after_locale, after_path) = after.map(|(locale, path)| (locale.as_str(), path.as_str())).unzip();
    let query = sql_query(LIST)
        .bind::<Nullable<Text>, _>(locale.as_ref().map(Locale::as_str))
        .bind::<Nullable<SqlUuid>, _>(article.map(|article| article.0))
        .bind::<Nullable<Text>, _>(path_prefix.as_deref())
        .bind::<Nullable<Text>, _>(after_path)
        .bind::<Nullable<Text>, _>(after_locale)
        .bind::<BigInt, _>(limit.get() + 1);
    let mut rows: Vec<RedirectRow> = query.load(conn.inner()).await?;
    let more = page::truncate(&mut rows, limit);
    let redirects = rows.into_iter().map(Redirect::try_from);
    Ok((redirects.collect::<Result<_, Error>>()?, more))
}

/// Those of these paths that already lead somewhere, with their targets.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn paths_in_use(
    conn: &mut EditorialConn,
    site: &Site,
    paths: &[PathKey],
) -> Result<HashMap<PathKey, PathUse>, Error> {
    let all: Vec<&str> = paths.iter().map(|(_, path)| path.as_str()).collect();
    let rows = redirects::table.filter(redirects::path.eq_any(all)).select(RedirectRow::as_select());
    let rows: Vec<RedirectRow> = rows.load(conn.inner()).await?;
    let mut taken = HashMap::new();
    for row in rows {
        let Redirect { locale, path, target, .. } = Redirect::try_from(row)?;
        taken.insert((locale, path), PathUse::Redirect(target));
    }
    let articles = articles_at(conn.inner(), site, paths).await?;
    taken.extend(articles.into_iter().map(|(key, article)| (key, PathUse::Article(article))));
    Ok(taken)
}

/// Creates redirects within the transaction of an import, except from paths that already have one, and returns how
/// many were created.
pub(crate) async fn insert(tx: WriteTransaction<'_>, new: &[NewRedirect]) -> Result<usize, Error> {
    let mut conn = tx.conn;
    let (by, mut count) = (tx.context.actor.name(), 0);
    for some in new.chunks(1_000) {
        let rows: Vec<_> = some.iter().map(|new| columns_of(new, &by)).collect();
        let insert = diesel::insert_into(redirects::table).values(rows);
        count +=
            insert.on_conflict((redirects::path, redirects::locale)).do_nothing().execute(&mut conn).await?;
    }
    Ok(count)
}

/// Those of these paths that are current or former addresses of an article.
async fn articles_at(
    conn: &AsyncPgConnection,
    site: &Site,
    paths: &[PathKey],
) -> Result<Vec<(PathKey, ArticleId)>, Error> {
    let mut lookups = Vec::with_capacity(paths.len());
    for (locale, path) in paths {
        let sought = SitePath::try_from(path.as_str().to_owned())?;
        lookups.push(site.lookup(&sought, Some(locale)));
    }
    let matches: Vec<_> = lookups.iter().flat_map(|lookup| lookup.matches.iter().cloned()).collect();
    let addresses = resolve::known_slugs(conn, &matches).await?;
    let known = PathRecords { addresses, redirects: Vec::new() };
    let found = lookups.into_iter().zip(paths).filter_map(|(lookup, key)| {
        let now = ResolvedPath::resolve(
            site,
            &domain::PathLookup { former_matches: Vec::new(), ..lookup },
            &known,
            &[],
        );
        let leads = matches!(now.status, PathStatus::Live | PathStatus::Moved);
        Some((key.clone(), now.article.filter(|_| leads)?.id))
    });
    Ok(found.collect())
}

/// Refuses an article that has no draft in the locale, and a page that leads back to the redirect.
async fn check_target(mut conn: &AsyncPgConnection, new: &NewRedirect) -> Result<(), Error> {
    match &new.target {
        RedirectTarget::Article(article) => {
            let draft = drafts::table.filter(drafts::article_id.eq(article.0));
            let draft = draft.filter(drafts::locale.eq(new.locale.as_str())).select(drafts::id);
            draft.first::<uuid::Uuid>(&mut conn).await?;
            Ok(())
        }
        RedirectTarget::Page(page) => {
            let query = sql_query(LEADS_BACK).bind::<Text, _>(page.path.as_str());
            let query = typed::<Bool, _>(query.bind::<Text, _>(new.path.as_str()));
            if query.get_result(&mut conn).await? { Err(Refusal::RedirectLoop.into()) } else { Ok(()) }
        }
    }
}

fn audit_entry(
    kind: ActKind,
    redirect: &Redirect,
    (before, after): (Option<Vec<u8>>, Option<Vec<u8>>),
) -> NewAuditEntry<'static> {
    let subject = Some(AuditSubject { kind: "redirect", id: redirect.id.0 });
    let target: Value = match &redirect.target {
        RedirectTarget::Article(article) => json!({ "article_id": article }),
        RedirectTarget::Page(page) => json!({ "url": page.address }),
    };
    let detail = json!({ "locale": redirect.locale, "path": redirect.path, "target": target });
    NewAuditEntry { action: kind.as_str(), subject, before, after, sequence: None, detail }
}

/// Whether following redirects from a page reaches a path, in any locale: page targets carry no locale.
const LEADS_BACK: &str = "
WITH RECURSIVE followed (path) AS (
    SELECT $1 COLLATE \"C\"
    UNION
    SELECT redirects.page_path FROM followed
    JOIN delivery.redirects ON redirects.path = followed.path AND redirects.page_path IS NOT NULL
)
SELECT EXISTS (SELECT FROM followed WHERE path = $2) AS leads_back";

const LIST: &str = "
SELECT id, locale, path, article_id, page, page_path, created_at, created_by
FROM delivery.redirects
WHERE ($1 IS NULL OR locale = $1) AND ($2 IS NULL OR article_id = $2)
    AND ($3 IS NULL OR path >= $3 AND starts_with(path, $3))
    AND ($4 IS NULL OR (path, locale) > ($4, $5))
ORDER BY path, locale
LIMIT $6";
