//! The shared state of the editorial API: configuration, store, keys, throttle and caches.

use std::sync::Arc;

use blocking_pool::BlockingPool;
use domain::Site;
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::operations::signing_keys::KeyRotation;
use store::write::{Outcome, WriteContext, WriteOperation, WriteTransaction};
use store::{EditorialConn, Error, OperationsConn, Store};
use uuid::Uuid;

use crate::auth::encryption::Secret;
use crate::auth::login_throttle::{LoginThrottle, SignInLimits};
use crate::auth::passwords::Passwords;
use crate::auth::signing_keys::{self, SigningKeys, SigningKeysError};
use crate::delivery::PublicApi;
use crate::preview::{PreviewLimits, RenderedDrafts};
use crate::problem::Problem;

/// Configuration of the editorial API.
#[derive(Debug, Clone)]
pub struct EditorialConfig {
    /// The secret that tokens and stored signing keys are encrypted with (`MASTHEAD_SECRET`).
    pub secret: Secret,
    /// The rate limits of sign-in, token refresh and password reset.
    pub sign_in_limits: SignInLimits,
    /// The thread pool that renders article bodies.
    pub renderers: BlockingPool,
}

/// The state that all editorial handlers share. Cloning is cheap.
#[derive(Clone)]
pub struct EditorialApi {
    pub(super) store: Store,
    /// The public side of this instance: after a write, handlers wait until it serves the change.
    pub(super) delivery: PublicApi,
    pub(super) site: Arc<Site>,
    pub(crate) secret: Secret,
    pub(crate) signing_keys: SigningKeys,
    pub(super) passwords: Passwords,
    pub(super) login_throttle: Arc<LoginThrottle>,
    pub(crate) renderers: BlockingPool,
    pub(crate) rendered_drafts: Arc<RenderedDrafts>,
    pub(crate) preview_limits: Arc<PreviewLimits>,
}

impl EditorialApi {
    /// Loads the signing keys, and creates the first one if the database has none.
    ///
    /// # Errors
    /// [`SigningKeysError`].
    pub async fn new(delivery: PublicApi, config: EditorialConfig) -> Result<Self, SigningKeysError> {
        let EditorialConfig { secret, sign_in_limits, renderers } = config;
        let (store, site) = (delivery.store().clone(), delivery.site().clone());
        let signing_keys = SigningKeys::load_or_create(&store, &secret, site.base_url.clone()).await?;
        Ok(Self {
            store,
            delivery,
            site,
            secret,
            signing_keys,
            passwords: Passwords::new(),
            login_throttle: Arc::new(LoginThrottle::new(sign_in_limits)),
            renderers,
            rendered_drafts: Arc::new(RenderedDrafts::new()),
            preview_limits: PreviewLimits::new(),
        })
    }

    /// Adds a signing key if the current one is old enough to be replaced, then reloads all keys. Call it periodically,
    /// because other instances and `masthead keys rotate` add and revoke keys too.
    ///
    /// # Errors
    /// [`SigningKeysError`]; the keys that were loaded before stay in use.
    pub async fn rotate_signing_keys(&self, conn: &mut OperationsConn) -> Result<(), SigningKeysError> {
        signing_keys::rotate(conn, &self.secret, KeyRotation::Periodic).await?;
        self.signing_keys.reload(conn, &self.secret).await
    }

    /// The epoch of the publication, which cursors are bound to: a cursor from before a restore is refused.
    pub(super) fn epoch(&self) -> Uuid {
        self.delivery.epoch()
    }

    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    pub(crate) async fn read<T>(
        &self,
        read: impl AsyncFnOnce(&mut EditorialConn) -> Result<T, Error>,
    ) -> Result<T, Problem> {
        Ok(self.store.read_editorial(read).await?)
    }

    pub(super) async fn write<T, F>(&self, context: WriteContext, operation: F) -> Result<Outcome<T>, Problem>
    where
        for<'r> F: AsyncFnOnce(WriteTransaction<'r>) -> Result<T, Error>
            + WriteOperation<WriteTransaction<'r>, Result<T, Error>, Fut: Send>
            + Send
            + 'static,
        T: Serialize + DeserializeOwned + Send + 'static,
    {
        Ok(self.store.write(context, operation).await?)
    }
}
