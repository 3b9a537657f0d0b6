//! Takedown: erases everything that was ever public of an article. That it existed is kept, so that its addresses
//! return `410 Gone`. Drafts and revisions are not affected.

use std::collections::BTreeSet;

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, Binary, Integer, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::workflow::{Decision, Effect, Step};
use domain::{Action, ArticleId, Locale, Refusal};

use crate::publishing::current_state::{LatestEdition, current_state};
use crate::publishing::outcome::{ArticleOutcome, ChangeKind, PublishOutcome};
use crate::publishing::pending::{self, cancel_decided, decide, load_schedules};
use crate::publishing::publish::unchanged;
use crate::publishing::schedule::lock_and_activate;
use crate::publishing::sequence;
use crate::publishing::sequence::{ActRecord, Event, SequenceStamp, digest_of_all};
use crate::publishing::{
    ArticleKey, editions, keys_of, live_spans, redirects, related_index, search_index, split, term_index,
};
use crate::write::WriteTransaction;
use crate::{Error, cache_tags};

/// Takes articles down in one act: erases the content of all their editions, cancels their schedules and deletes
/// redirects to them. Their addresses return `410 Gone`. Articles that are erased already are left alone; when all
/// are, there is no act.
///
/// # Errors
/// [`Refusal::NeverPublished`]; [`Refusal::NotAllowed`]; [`Error::Unavailable`].
pub async fn take_down(
    tx: WriteTransaction<'_>,
    articles: &[(ArticleId, Locale)],
) -> Result<PublishOutcome, Error> {
    lock_and_activate(tx.conn).await?;
    let keys = keys_of(articles);
    tx.authorize_articles(Action::TakeDown, &keys).await?;
    let (current, pending) =
        tokio::try_join!(biased; current_state(tx.conn, &keys), load_schedules(tx.conn, &keys))?;
    let decide =
        |key: &ArticleKey| Ok((key.clone(), decide(current.get(key), pending.get(key), Step::TakeDown)?));
    let decided = keys.iter().map(decide).collect::<Result<Vec<(ArticleKey, Decision)>, Refusal>>()?;
    let (erased, left): (Vec<_>, Vec<_>) =
        decided.into_iter().partition(|(_, decision)| decision.effect == Effect::Erase);
    cancel_decided(tx, &left).await?;
    let erased: Vec<ArticleKey> = erased.into_iter().map(|(key, _)| key).collect();
    let of = |(key, latest): (&ArticleKey, &LatestEdition)| {
        if erased.contains(key) {
            ArticleOutcome::new(key, ChangeKind::TakenDown, &latest.slug)
        } else {
            unchanged(key, latest)
        }
    };
    let all = keys.iter().filter_map(|key| Some((key, current.get(key)?)));
    let articles: Vec<ArticleOutcome> = all.map(of).collect::<Result<_, Error>>()?;
    if erased.is_empty() {
        return Ok(PublishOutcome { sequence: None, articles });
    }
    let stamp = sequence::take_sequence(tx.conn).await?;
    live_spans::close(tx.conn, stamp, &erased).await?;
    let mut tags: BTreeSet<String> =
        erased.iter().map(|(article, _)| cache_tags::article(*article)).collect();
    tags.insert(cache_tags::LISTS.to_owned());
    tags.extend(term_index::remove(tx.conn, &erased).await?);
    let had = search_index::remove(tx.conn, &erased).await?;
    search_index::delete_unused_spellings(tx.conn, &erased, &had).await?;
    related_index::remove(tx.conn, &erased).await?;
    term_index::delete_empty_kickers(tx.conn).await?;
    erase(tx.conn, stamp, &erased).await?;
    let before =
        digest_of_all(erased.iter().map(|key| current.get(key).map(|latest| latest.digest.as_slice())));
    let events = articles.iter().filter_map(Event::from_outcome).collect();
    let sequence =
        sequence::record(tx, stamp, ActRecord { kind: "take_down", tags, events, before, after: None })
            .await?;
    Ok(PublishOutcome { sequence, articles })
}

async fn erase(mut conn: &AsyncPgConnection, stamp: SequenceStamp, keys: &[ArticleKey]) -> Result<(), Error> {
    let (articles, locales) = split(keys);
    pending::delete(conn, keys).await?;
    let links = sql_query(UNLINK).bind::<Array<SqlUuid>, _>(&articles).bind::<Array<Text>, _>(&locales);
    links.execute(&mut conn).await?;
    redirects::delete_to(conn, keys).await?;
    sql_query(EMPTY).execute(&mut conn).await?;
    let query = sql_query(ERASE).bind::<Array<SqlUuid>, _>(&articles).bind::<Array<Text>, _>(&locales);
    let erased: Vec<ErasedRow> = query.bind::<Timestamptz, _>(stamp.at).load(&mut conn).await?;
    let erased = erased
        .into_iter()
        .map(|ErasedRow { rendering_digest, markup_version }| (rendering_digest, markup_version));
    editions::delete_orphaned_renderings(conn, erased.collect()).await
}

#[derive(QueryableByName)]
struct ErasedRow {
    #[diesel(sql_type = Binary)]
    rendering_digest: Vec<u8>,
    #[diesel(sql_type = Integer)]
    markup_version: i32,
}

const UNLINK: &str = "
DELETE FROM edition_links USING editions, unnest($1, $2) AS key (article_id, locale)
WHERE edition_links.edition_id = editions.id AND editions.article_id = key.article_id AND editions.locale = key.locale";

/// The empty rendering of erased editions. Markup version 0 means that it was not rendered.
const EMPTY: &str = "
INSERT INTO renderings (digest, markup_version, html_json, markdown_json, text_json, blocks_json)
VALUES (sha256(''), 0, '\"\"', '\"\"', '\"\"', '[]')
ON CONFLICT DO NOTHING";

const ERASE: &str = "
WITH old AS (
    SELECT editions.id, editions.rendering_digest, editions.markup_version
    FROM unnest($1, $2) AS key (article_id, locale)
    JOIN editions ON editions.article_id = key.article_id AND editions.locale = key.locale
    WHERE editions.taken_down_at IS NULL
), erased AS (
    UPDATE editions
    SET head = '', tail = '', headline = '', kicker = NULL, kicker_name = NULL, rendering_digest = sha256(''),
        markup_version = 0, taken_down_at = $3
    FROM old
    WHERE editions.id = old.id
)
SELECT DISTINCT rendering_digest, markup_version FROM old";
