//! The shared state of the delivery API.

use std::sync::Arc;
use std::time::Duration;

use actix_web::{HttpMessage, HttpRequest, HttpResponse, web};
use domain::Site;
use store::Store;
use store::operations::instances::Instance;
use tokio::sync::watch;
use uuid::Uuid;

use crate::config::{DeliveryConfig, FeedText};
use crate::delivery::broadcaster::Broadcaster;
use crate::delivery::read_source::ReadSource;
use crate::delivery::{changes, changes_sse};
use crate::http::response::Response;
use crate::preview::PreviewContext;
use crate::problem::Problem;
use crate::response_cache::change_listener::ChangeListener;
use crate::response_cache::database_health::{DatabaseHealth, Outage};
use crate::response_cache::heartbeat::Heartbeat;
use crate::response_cache::lookup::LookupRequest;
use crate::response_cache::{ResponseCache, ResponseSource, disk_snapshot};

/// How often cached responses are written to disk.
const SNAPSHOT_INTERVAL: Duration = Duration::from_secs(30);

/// The delivery API: the response cache, the listener that keeps it valid, and the health of the database.
#[derive(Clone)]
pub struct PublicApi {
    store: Store,
    pub(super) site: Arc<Site>,
    pub(super) feed_text: FeedText,
    cache: Arc<ResponseCache>,
    pub(super) changes: Arc<ChangeListener>,
    heartbeat: Arc<Heartbeat>,
    pub(super) database_health: Arc<DatabaseHealth>,
    pub(super) broadcaster: Arc<Broadcaster>,
}

impl PublicApi {
    /// Reads the epoch and the last act, and registers this instance. If the snapshot on disk was written after an act that
    /// the database does not have, the database was restored while no instance ran: a new epoch begins, and the snapshot is
    /// discarded.
    ///
    /// # Errors
    /// When the database is unavailable.
    pub async fn new(store: Store, site: Site, config: DeliveryConfig) -> Result<Self, store::Error> {
        let snapshot_path = config.snapshot_path.as_deref();
        let last_act = disk_snapshot::read_last_act(&mut store.operations().await?, snapshot_path).await?;
        let (feed_text, sequence) = (config.feed_text, last_act.sequence);
        let database_health = Arc::new(DatabaseHealth::new(config.timeouts));
        let cache = Arc::new(ResponseCache::new(config, sequence, database_health.clone()));
        let changes = ChangeListener::new(store.clone(), last_act, cache.clone(), database_health.clone());
        let changes = Arc::new(changes);
        let heartbeat = Arc::new(Heartbeat::new(store.clone(), changes.clone()));
        // Register before serving, so that takedowns wait for this instance. If it fails, the next heartbeat registers it.
        let _registered = heartbeat.send(sequence).await;
        let (site, broadcaster) = (Arc::new(site), Arc::default());
        Ok(Self { store, site, feed_text, cache, changes, heartbeat, database_health, broadcaster })
    }

    /// Listens for changes, sends heartbeats and broadcasts changes to event streams, for as long as it is polled.
    pub async fn listen(&self) {
        let (polled, _) = watch::channel(());
        tokio::join!(
            self.changes.listen(&polled),
            self.heartbeat.run(polled.subscribe()),
            changes_sse::broadcast_changes(self, polled.subscribe())
        );
    }

    /// Applies every act that was committed before this call.
    ///
    /// # Errors
    /// When the database does not answer in time.
    pub async fn sync(&self) -> Result<(), Outage> {
        self.changes.sync().await
    }

    /// Writes cached responses to disk at intervals, for as long as it is polled.
    pub async fn save_snapshots(&self) {
        let mut interval =
            tokio::time::interval_at(tokio::time::Instant::now() + SNAPSHOT_INTERVAL, SNAPSHOT_INTERVAL);
        loop {
            interval.tick().await;
            self.save_snapshot().await;
        }
    }

    async fn save_snapshot(&self) {
        if !self.cache.has_snapshot_file() {
            return;
        }
        let api = self.clone();
        let saved =
            tokio::task::spawn_blocking(move || api.cache.save_snapshot(api.changes.last_act(), &api.site));
        if let Ok(Err(error)) = saved.await {
            tracing::warn!(%error, "cached responses could not be written to disk: check space and permissions");
        }
    }

    /// Writes cached responses to disk, and removes this instance from the list of instances.
    pub async fn shut_down(&self) {
        self.save_snapshot().await;
        self.heartbeat.unregister().await;
    }

    /// Closes the streams of all clients that listen for changes, and accepts no new ones.
    pub fn close_event_streams(&self) {
        self.broadcaster.close();
    }

    /// Whether the schema should be checked, because a query failed with an internal error, or because the database is
    /// available again and may be another one. Resets the flag.
    #[must_use]
    pub fn take_schema_doubt(&self) -> bool {
        self.database_health.take_schema_doubt()
    }

    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    pub(crate) fn site(&self) -> &Arc<Site> {
        &self.site
    }

    /// The epoch of the database, which cursors carry. It changes when the database is restored from a backup.
    pub(crate) fn epoch(&self) -> Uuid {
        self.changes.epoch()
    }

    /// Makes sure that this instance serves nothing older than an act that it has made itself.
    pub(crate) async fn ensure_visible(&self, sequence: Option<i64>) {
        self.changes.ensure_visible(sequence).await;
    }

    /// The instances, once all of them have seen an act, or after a short time.
    ///
    /// # Errors
    /// When the database is unavailable.
    pub(crate) async fn confirmed_instances(&self, sequence: i64) -> Result<Vec<Instance>, store::Error> {
        self.heartbeat.confirmed_instances(sequence).await
    }

    /// Where responses come from at the moment.
    pub(crate) fn source(&self) -> ResponseSource {
        match self.database_health.outage() {
            None => ResponseSource::Database,
            Some(outage) => ResponseSource::Stale { has_responses: self.cache.has_stale_responses(outage) },
        }
    }

    /// The cached response to a request, if it can be served without waiting. Called by the middleware for every GET.
    pub(crate) fn try_cached(request: &HttpRequest) -> Option<HttpResponse> {
        let api = request.app_data::<web::Data<Self>>()?;
        // The key of an event stream is the one of a page of changes; a stream is never cached.
        if request.uri().path().starts_with(changes::PATH) && changes_sse::is_requested(request) {
            return None;
        }
        api.cache.try_cached(request)
    }

    /// Responds from the cache, or else by reading. Previews are always read.
    pub(crate) async fn respond<W>(
        &self,
        request: &HttpRequest,
        lookup: LookupRequest,
        read: impl FnOnce(ReadSource) -> W,
    ) -> Result<HttpResponse, Problem>
    where
        W: Future<Output = Result<Response, Problem>> + Send + 'static,
    {
        let LookupRequest { key, min_sequence } = lookup;
        self.changes.require_sequence(min_sequence).await?;
        let preview = request.extensions().get::<PreviewContext>().cloned();
        let is_public = preview.is_none();
        let reading = read(ReadSource { changes: self.changes.clone(), preview });
        if is_public {
            self.cache.respond(&self.changes, request, &key, reading).await
        } else {
            Ok(reading.await?.respond_to(request).await)
        }
    }

    /// Reads what is public, without previews.
    pub(crate) fn public_read_source(&self) -> ReadSource {
        ReadSource { changes: self.changes.clone(), preview: None }
    }
}
