//! Withdrawing: the end of what readers see. What they saw is kept.

use std::collections::BTreeSet;

use diesel::prelude::*;
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl};
use domain::{ArticleId, Locale, Refusal};

use crate::acting::{self, Act, Outcome};
use crate::publishing::act::{self, Change, Done, Event};
use crate::publishing::schedule::{ALL, activate_within};
use crate::publishing::{placing, showing};
use crate::schema::delivery::{editions, spans};
use crate::{EditorialConn, Error};

/// Ends what readers see of an article in a locale. Its addresses answer 410 from then on.
///
/// # Errors
/// [`Refusal::NeverPublished`]; [`Error::Unavailable`].
pub async fn withdraw(
    conn: &mut EditorialConn,
    act: &Act,
    article: ArticleId,
    locale: &Locale,
) -> Result<Outcome<Done>, Error> {
    let withdrawing = async |conn: &mut AsyncPgConnection| {
        if let Some(before) = acting::recall(conn, act).await? {
            return Ok(before);
        }
        activate_within(conn, ALL).await?;
        let mine = spans::article_id.eq(article.0).and(spans::locale.eq(locale.as_str()));
        let newest =
            spans::table.inner_join(editions::table.on(editions::id.eq(spans::edition_id))).filter(mine);
        let newest = newest.order(spans::opened_sequence.desc());
        let columns = (editions::slug, spans::closed_sequence.is_null());
        let newest: Option<(String, bool)> = newest.select(columns).first(conn).await.optional()?;
        let (slug, open) = newest.ok_or(Refusal::NeverPublished)?;
        if !open {
            return acting::remember(conn, act, Done::Unchanged).await;
        }
        let stamp = act::take_sequence(conn).await?;
        showing::close(conn, stamp, &[(article.0, locale.to_string())]).await?;
        let mut tags = BTreeSet::from([act::article_tag(article.0), act::LISTS.to_owned()]);
        tags.extend(placing::remove(conn, &[(article.0, locale.to_string())]).await?);
        let event = Event { change: Change::Withdrawn, article: article.0, locale: locale.to_string(), slug };
        act::record(conn, act, "withdraw", stamp, &tags, &[event]).await?;
        acting::remember(conn, act, Done::At(stamp.sequence)).await
    };
    conn.inner().transaction(withdrawing).await
}
