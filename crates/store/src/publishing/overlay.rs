//! What a preview sees: editions are shown, and what is due by a moment, in a transaction of the caller's that is taken
//! back. Nobody is asked whether they may, and links are not looked at: nothing comes of it.

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use domain::{Edition, Update};

use crate::Error;
use crate::acting::Act;
use crate::publishing::publish::{ToShow, show};
use crate::publishing::schedule::{activate_until, begin};
use crate::publishing::seeing::seen;
use crate::publishing::showing::Showing;
use crate::publishing::{Key, act, checks, keeping, key_of, searching};

/// Shows editions, and all that is due until a moment.
pub(crate) async fn overlay(
    conn: &mut AsyncPgConnection,
    editions: &[Edition],
    until: Option<DateTime<Utc>>,
) -> Result<(), Error> {
    let editions: Vec<&Edition> = editions.iter().collect();
    let words = searching::read(conn, &editions).await?;
    begin(conn).await?;
    if let Some(until) = until {
        activate_until(conn, until).await?;
    }
    if editions.is_empty() {
        return Ok(());
    }
    let keys: Vec<Key> = editions.iter().map(|edition| key_of(edition)).collect();
    let wanted: Vec<Showing> = editions.iter().map(|edition| Showing::of(edition)).collect();
    let (sight, holders) = tokio::try_join!(biased; seen(conn, &keys), checks::holders(conn, &wanted))?;
    checks::check_slugs(&wanted, &sight, &holders)?;
    let (_kept, stamp) = tokio::try_join!(biased; keeping::keep(conn, &editions), act::take_sequence(conn))?;
    let to_show =
        ToShow { kind: "preview", wanted: &wanted, words: &words, sight: &sight, update: Update::Visible };
    show(conn, &Act::of_program("preview", "preview"), stamp, to_show).await?;
    Ok(())
}
