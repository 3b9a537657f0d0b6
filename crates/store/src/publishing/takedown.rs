//! Takedown: erases everything that was ever public of an article. That it existed is kept, so that its addresses
//! return `410 Gone`. Drafts and revisions are not affected.

use domain::workflow::{Effect, Step};
use domain::{Action, ArticleId, Locale};

use crate::Error;
use crate::publishing::activation::lock_and_activate;
use crate::publishing::current_state::current_state;
use crate::publishing::keys_of;
use crate::publishing::live_change::end_live;
use crate::publishing::outcome::PublishOutcome;
use crate::publishing::pending::{cancel_decided, decide_all, load_schedules};
use crate::publishing::sequence::ActKind;
use crate::write::WriteTransaction;

/// Takes articles down in one act: erases the content of all their editions, cancels their schedules and deletes
/// redirects to them. Their addresses return `410 Gone`. Articles that are erased already are left alone; when all
/// are, there is no act.
///
/// # Errors
/// [`domain::Refusal::NeverPublished`]; [`domain::Refusal::NotAllowed`]; [`Error::Unavailable`].
pub async fn take_down(
    tx: WriteTransaction<'_>,
    articles: &[(ArticleId, Locale)],
) -> Result<PublishOutcome, Error> {
    lock_and_activate(tx.conn).await?;
    let keys = keys_of(articles);
    tx.authorize_articles(Action::TakeDown, &keys).await?;
    let (current, pending) =
        tokio::try_join!(biased; current_state(tx.conn, &keys), load_schedules(tx.conn, &keys))?;
    let decided = decide_all(&keys, &current, &pending, Step::TakeDown)?;
    let (erased, unchanged): (Vec<_>, Vec<_>) =
        decided.into_iter().partition(|(_, decision)| decision.effect == Effect::Erase);
    cancel_decided(tx, &unchanged).await?;
    let erased: Vec<_> = erased.into_iter().map(|(key, _)| key).collect();
    end_live(tx, ActKind::TakeDown, &keys, &erased, &current).await
}
