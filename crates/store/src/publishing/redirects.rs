//! Redirects and acts: creating or deleting a redirect is an act, and a takedown deletes the redirects to the
//! article.

use std::collections::BTreeSet;

use diesel::sql_query;
use diesel::sql_types::{Array, Text, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use crate::publishing::sequence::ActKind;
use crate::publishing::{ArticleKey, sequence, split};
use crate::write::{NewAuditEntry, WriteTransaction};
use crate::{Error, cache_tags};

/// Records that redirects were created or deleted, and returns the sequence number; `None` for a dry run. Responses
/// about paths carry the `lists` tag. The public change log gets no event, because no article or term changed.
pub(crate) async fn record_redirects(
    tx: WriteTransaction<'_>,
    kind: ActKind,
    entry: NewAuditEntry<'_>,
) -> Result<Option<i64>, Error> {
    let stamp = sequence::take_sequence(tx.conn).await?;
    let entry = NewAuditEntry { action: kind.as_str(), sequence: Some(stamp.sequence), ..entry };
    let tags = BTreeSet::from([cache_tags::LISTS.to_owned()]);
    sequence::record_entry(tx, stamp, kind, (&tags, &[]), entry).await
}

/// Deletes the redirects to these articles, each in its locale.
pub(super) async fn delete_to(mut conn: &AsyncPgConnection, keys: &[ArticleKey]) -> Result<(), Error> {
    let (articles, locales) = split(keys);
    let query = sql_query(DELETE_TO).bind::<Array<SqlUuid>, _>(articles).bind::<Array<Text>, _>(locales);
    query.execute(&mut conn).await?;
    Ok(())
}

const DELETE_TO: &str = "
DELETE FROM redirects USING unnest($1, $2) AS key (article_id, locale)
WHERE redirects.article_id = key.article_id AND redirects.locale = key.locale";
