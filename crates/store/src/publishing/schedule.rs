//! Schedules publications, and cancels schedules.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::workflow::{PendingEffect, PendingKind, Step};
use domain::{Action, ArticleId, Edition, Locale, Refusal};
use serde_json::json;

use crate::Error;
use crate::publishing::activation::lock_and_activate;
use crate::publishing::pending::{self, cancel_decided, decide, load_schedules};
use crate::publishing::pending_edition::{PendingEdition, digest};
use crate::publishing::{editions, key_of, preconditions};
use crate::schema::delivery::schedules;
use crate::write::{AuditSubject, NewAuditEntry, WriteTransaction};

/// Schedules an edition, and replaces a pending schedule of the article in this locale. The edition is frozen, and
/// nothing of it is public before `due_at`. Permissions are checked now and not again at activation.
///
/// # Errors
/// [`Refusal::EmbargoInThePast`]; [`Refusal::SlugTaken`]; [`Refusal::SourceSuperseded`];
/// [`Refusal::RevisionSuperseded`]; [`Refusal::InTrash`]; [`Refusal::DateInTheFuture`], when the date to show is later than
/// the moment; [`Refusal::NotAllowed`]; [`Error::Unavailable`].
pub async fn schedule(
    tx: WriteTransaction<'_>,
    edition: &Edition,
    due_at: DateTime<Utc>,
) -> Result<(), Error> {
    let mut conn = tx.conn;
    let now = lock_and_activate(conn).await?;
    let pending_editions = [PendingEdition::from_edition(edition)];
    let preconditions = preconditions::load_authorized(tx, &[edition], &pending_editions).await?;
    if due_at <= now {
        return Err(Refusal::EmbargoInThePast.into());
    }
    preconditions.check(&[edition], &pending_editions)?;
    preconditions::check_dates(&[edition], due_at)?;
    let key = key_of(edition);
    let decision = decide(preconditions.current.get(&key), preconditions.pending.get(&key), Step::Schedule)?;
    let before = match decision.pending {
        PendingEffect::Replace | PendingEffect::Cancel => {
            pending::delete_with_edition(conn, &key).await?.flatten()
        }
        PendingEffect::Keep => None,
    };
    editions::insert(conn, &[edition]).await?;
    let row = (
        schedules::edition_id.eq(edition.id.0),
        schedules::article_id.eq(edition.article.0),
        schedules::locale.eq(edition.locale.as_str()),
        schedules::slug.eq(edition.slug.as_str()),
        schedules::kind.eq(PendingKind::Publish.as_str()),
        schedules::due_at.eq(due_at),
        schedules::scheduled_by.eq(tx.context.actor.name()),
    );
    diesel::insert_into(schedules::table).values(row).execute(&mut conn).await?;
    let subject = Some(AuditSubject { kind: "article", id: edition.article.0 });
    let after = Some(digest(edition));
    let detail = json!({ "locale": edition.locale, "revision": edition.revision, "due_at": due_at });
    let entry = NewAuditEntry { action: "schedule", subject, before, after, sequence: None, detail };
    tx.append_audit_entry(entry).await
}

/// Cancels the pending schedule of an article in a locale.
///
/// # Errors
/// [`Refusal::NotScheduled`], also when its moment has come; [`Refusal::NotAllowed`]; [`Error::Unavailable`].
pub async fn cancel(tx: WriteTransaction<'_>, article: ArticleId, locale: &Locale) -> Result<(), Error> {
    lock_and_activate(tx.conn).await?;
    let key = (article.0, locale.to_string());
    tx.authorize_articles(Action::Publish, std::slice::from_ref(&key)).await?;
    let pending = load_schedules(tx.conn, std::slice::from_ref(&key)).await?;
    let decision = decide(None, pending.get(&key), Step::Cancel)?;
    cancel_decided(tx, &[(key, decision)]).await?;
    Ok(())
}
