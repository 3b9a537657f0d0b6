//! The index of what is live, in three parts that always change together: lists and counts of terms (`term_index`),
//! full-text search with the archive and suggestions (`search_index`), and related articles (`related_index`).

mod related_index;
mod search_index;
mod term_index;

use diesel_async::AsyncPgConnection;
use domain::Term;

pub(super) use related_index::insert as insert_related;
pub(super) use search_index::{SearchText, parse as search_texts};
pub(super) use term_index::delete_empty_kickers;

use crate::Error;
use crate::publishing::ArticleKey;

/// Indexes these live articles anew, and returns the cache tags of the lists that they enter or leave.
pub(super) async fn insert(
    conn: &AsyncPgConnection,
    keys: &[ArticleKey],
    search_texts: &[SearchText],
) -> Result<Vec<String>, Error> {
    let (left, entered, spellings, ()) = tokio::try_join!(
        biased;
        term_index::remove(conn, keys),
        term_index::insert(conn, keys),
        search_index::remove(conn, keys),
        search_index::insert(conn, keys, search_texts)
    )?;
    tokio::try_join!(
        biased;
        search_index::delete_unused_spellings(conn, keys, &spellings),
        related_index::insert(conn, keys)
    )?;
    Ok([left, entered].concat())
}

/// Removes these articles, and returns the cache tags of the lists that they leave.
pub(super) async fn remove(conn: &AsyncPgConnection, keys: &[ArticleKey]) -> Result<Vec<String>, Error> {
    let (tags, spellings, ()) = tokio::try_join!(
        biased;
        term_index::remove(conn, keys),
        search_index::remove(conn, keys),
        related_index::remove(conn, keys)
    )?;
    search_index::delete_unused_spellings(conn, keys, &spellings).await?;
    Ok(tags)
}

/// Applies a changed term, and returns whether articles are live under it. The articles' search texts are replaced when
/// their editions are rerendered.
pub(super) async fn rename_term(
    conn: &AsyncPgConnection,
    before: &Term,
    after: &Term,
) -> Result<bool, Error> {
    term_index::rename(conn, before, after).await
}

/// Moves what is live under a merged term to its successor, and returns whether there was anything.
pub(super) async fn merge_terms(conn: &AsyncPgConnection, from: &Term, into: &Term) -> Result<bool, Error> {
    let is_live = term_index::merge(conn, from, into).await?;
    if is_live {
        search_index::merge(conn, from.id.0, into.id.0).await?;
    }
    Ok(is_live)
}
