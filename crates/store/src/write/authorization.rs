//! Permissions, which are read inside the transaction that relies on them, after its locks are taken, so that they are
//! current.

use std::collections::HashMap;

use diesel::dsl::now;
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::{Action, DraftAccess, PersonId, Refusal, Role};
use futures_util::TryFutureExt;
use uuid::Uuid;

use crate::Error;
use crate::schema::editorial::{drafts, people, sessions};
use crate::write::context::{Actor, WriteContext};
use crate::write::transaction::WriteTransaction;

impl WriteTransaction<'_> {
    /// Checks permission for an action on something that belongs to `owner`.
    ///
    /// # Errors
    /// [`Refusal::SignedOut`] when the session is over or the account suspended, [`Refusal::NotAllowed`].
    pub(crate) async fn authorize(self, action: Action, owner: Option<PersonId>) -> Result<(), Error> {
        self.permissions().await?.authorize(action, &[owner])
    }

    /// [`Self::authorize`] for drafts of these owners. A draft that the actor may not see does not exist for them.
    ///
    /// # Errors
    /// Those of [`Self::authorize`]; [`Error::NotFound`].
    pub(crate) async fn authorize_drafts(
        self,
        action: Action,
        owners: &[Option<PersonId>],
    ) -> Result<(), Error> {
        self.permissions().await?.authorize_drafts(action, owners)
    }

    /// [`Self::authorize_drafts`] for articles, each in a locale.
    pub(crate) async fn authorize_articles(
        self,
        action: Action,
        keys: &[(Uuid, String)],
    ) -> Result<(), Error> {
        let mut conn = self.conn;
        if self.context.person().is_none() {
            return Ok(());
        }
        let ids: Vec<Uuid> = keys.iter().map(|(article, _)| *article).collect();
        let drafts = drafts::table.filter(drafts::article_id.eq_any(ids));
        let columns = (drafts::article_id, drafts::locale, drafts::owner_id);
        let owners = drafts.select(columns).load::<(Uuid, String, Option<Uuid>)>(&mut conn);
        let (owners, permissions) =
            tokio::try_join!(biased; owners.map_err(Error::from), self.permissions())?;
        let owners = owners.into_iter().map(|(article, locale, owner)| ((article, locale), owner));
        let owners: HashMap<(Uuid, String), Option<Uuid>> = owners.collect();
        // An article without a draft in the locale has no owner.
        let owners: Vec<Option<PersonId>> =
            keys.iter().map(|key| owners.get(key).copied().flatten().map(PersonId)).collect();
        permissions.authorize_drafts(action, &owners)
    }

    /// Loads the actor's current permissions. Call it after taking the locks.
    ///
    /// # Errors
    /// [`Refusal::SignedOut`] when the session is over or the account suspended.
    pub(crate) async fn permissions(self) -> Result<Permissions, Error> {
        permissions(self.conn, self.context).await
    }
}

/// The permissions of an actor.
pub(crate) enum Permissions {
    /// A program has all permissions.
    All,
    /// Those of a signed-in person.
    Person(PersonId, Role),
}

impl Permissions {
    /// Checks permission for an action on things of these owners.
    ///
    /// # Errors
    /// [`Refusal::NotAllowed`].
    pub(crate) fn authorize(&self, action: Action, owners: &[Option<PersonId>]) -> Result<(), Error> {
        let Self::Person(id, role) = self else { return Ok(()) };
        if owners.iter().all(|owner| role.allows(action, *owner == Some(*id))) {
            return Ok(());
        }
        Err(Refusal::NotAllowed { role: *role, action }.into())
    }

    /// Checks permission for an action on drafts of these owners. A draft that the actor may not see does not exist
    /// for them.
    ///
    /// # Errors
    /// [`Refusal::NotAllowed`], [`Error::NotFound`].
    pub(crate) fn authorize_drafts(&self, action: Action, owners: &[Option<PersonId>]) -> Result<(), Error> {
        let Self::Person(id, role) = self else { return Ok(()) };
        for owner in owners {
            match role.draft_access(action, *owner == Some(*id)) {
                DraftAccess::Allowed => {}
                DraftAccess::Refused => return Err(Refusal::NotAllowed { role: *role, action }.into()),
                DraftAccess::Hidden => return Err(Error::NotFound),
            }
        }
        Ok(())
    }
}

/// Loads the actor's current permissions, in one statement.
///
/// # Errors
/// [`Refusal::SignedOut`] when the session is over or the account suspended.
pub(crate) async fn permissions(
    mut conn: &AsyncPgConnection,
    context: &WriteContext,
) -> Result<Permissions, Error> {
    let Actor::Person { id, session } = &context.actor else { return Ok(Permissions::All) };
    let valid = sessions::id.eq(session.0).and(sessions::person_id.eq(id.0));
    let valid = valid.and(sessions::ended_at.is_null()).and(sessions::expires_at.gt(now));
    let person = people::table.on(people::id.eq(sessions::person_id));
    let valid = sessions::table.inner_join(person).filter(valid).filter(people::suspended_at.is_null());
    let role: Option<String> = valid.select(people::role).first(&mut conn).await.optional()?;
    Ok(Permissions::Person(*id, Role::try_from(role.ok_or(Refusal::SignedOut)?)?))
}
