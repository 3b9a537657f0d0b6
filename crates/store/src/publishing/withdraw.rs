//! Withdrawal: ends the public visibility of articles. Their editions are kept.

use domain::workflow::{Effect, OnPending, Step};
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

/// Withdraws articles in one act. Their addresses return `410 Gone`. Articles that are withdrawn already are left
/// alone; when all are, there is no act. A pending scheduled withdrawal is fulfilled by it.
///
/// # Errors
/// [`domain::Refusal::NeverPublished`]; [`domain::Refusal::SchedulePending`] when a publication is pending and `on_pending` is
/// `Refuse`; [`domain::Refusal::NotAllowed`]; [`Error::Unavailable`].
pub async fn withdraw(
    tx: WriteTransaction<'_>,
    articles: &[(ArticleId, Locale)],
    on_pending: OnPending,
) -> Result<PublishOutcome, Error> {
    lock_and_activate(tx.conn).await?;
    let keys = keys_of(articles);
    tx.authorize_articles(Action::Withdraw, &keys).await?;
    let (current, pending) =
        tokio::try_join!(biased; current_state(tx.conn, &keys), load_schedules(tx.conn, &keys))?;
    let decided = decide_all(&keys, &current, &pending, Step::Withdraw(on_pending))?;
    cancel_decided(tx, &decided).await?;
    let ended = decided.into_iter().filter(|(_, decision)| decision.effect == Effect::Withdraw);
    let ended: Vec<_> = ended.map(|(key, _)| key).collect();
    end_live(tx, ActKind::Withdraw, &keys, &ended, &current).await
}
