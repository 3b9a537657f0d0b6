//! The editors' side: what is written, and how it becomes public. Every route but signing in asks for an access token,
//! and says in its signature what may be done with it.

mod anonymous_json;
mod audit;
mod bulk;
mod bulk_errors;
mod checks;
mod drafts;
mod given_time;
mod jobs;
mod me;
mod people;
pub(crate) mod previews;
mod publish_workflow;
mod publishing;
mod redirects;
mod revisions;
mod sessions;
mod terms;

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_TYPE, ETAG, EntityTag, LINK, LOCATION};
use actix_web::{HttpRequest, HttpResponse};
use blocking_pool::BlockingPool;
use domain::Site;
use serde::Serialize;
use store::operations::signing_keys::Succession;
use store::write::Outcome;
use store::{EditorialConn, Error, OperationsConn, Store};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use crate::auth::encryption::Secret;
use crate::auth::login_throttle::{SignInLimits, Slowing};
use crate::auth::passwords::Passwords;
use crate::auth::signing_keys::{Keys, KeysError};
use crate::delivery::Delivery;
use crate::http::cache_control::Policy;
use crate::http::cursor::NextPage;
use crate::preview::{PreviewLimits, RenderedDrafts};
use crate::problem::Problem;

/// What the editors' side needs to be told.
#[derive(Debug, Clone)]
pub struct EditorialConfig {
    /// The secret of the publication.
    pub secret: Secret,
    /// How often somebody may try to sign in.
    pub sign_in_limits: SignInLimits,
    /// Where bodies are rendered.
    pub renderers: BlockingPool,
}

/// What the editors' side is made of.
#[derive(Clone)]
pub struct Editorial {
    store: Store,
    /// Which gives what is published here.
    delivery: Delivery,
    site: Arc<Site>,
    pub(crate) secret: Secret,
    pub(crate) keys: Keys,
    passwords: Passwords,
    slowing: Arc<Slowing>,
    pub(crate) renderers: BlockingPool,
    pub(crate) rendered_drafts: Arc<RenderedDrafts>,
    pub(crate) preview_limits: Arc<PreviewLimits>,
}

impl Editorial {
    /// Opens the keys, and makes the first where there is none.
    ///
    /// # Errors
    /// [`KeysError`].
    pub async fn new(delivery: Delivery, config: EditorialConfig) -> Result<Self, KeysError> {
        let EditorialConfig { secret, sign_in_limits, renderers } = config;
        let Delivery { store, site, .. } = delivery.clone();
        let keys = Keys::open(&store, &secret, site.base_url.clone()).await?;
        let passwords = Passwords::new();
        Ok(Self {
            store,
            delivery,
            site,
            secret,
            keys,
            passwords,
            slowing: Arc::new(Slowing::new(sign_in_limits)),
            renderers,
            rendered_drafts: Arc::new(RenderedDrafts::new()),
            preview_limits: PreviewLimits::new(),
        })
    }

    /// Reads the signing keys again, and adds one when the present one is old. To be called now and then: others may
    /// have made new ones, or voided some.
    ///
    /// # Errors
    /// [`KeysError`]; the keys known before stay.
    pub async fn keep_keys(&self, conn: &mut OperationsConn) -> Result<(), KeysError> {
        crate::auth::signing_keys::succeed(conn, &self.secret, Succession::Periodic).await?;
        self.keys.reload(conn, &self.secret).await
    }

    /// The epoch, which cursors carry.
    fn epoch(&self) -> Uuid {
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

    async fn write<T, W>(&self, write: impl FnOnce(EditorialConn) -> W + Send + 'static) -> Result<T, Problem>
    where
        T: Send + 'static,
        W: Future<Output = Result<T, Error>> + Send + 'static,
    {
        Ok(self.store.write(write).await?)
    }
}

/// The routes of the editors' side.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(sessions::sign_in)
        .service(sessions::refresh_session)
        .service(sessions::list_sessions)
        .service(sessions::end_session)
        .service(sessions::set_forgotten_password)
        .service(me::get_me)
        .service(me::change_own_password)
        .service(people::list_people)
        .service(people::create_person)
        .service(people::get_person)
        .service(people::change_person)
        .service(people::issue_password_token)
        .service(drafts::list_drafts)
        .service(drafts::create_draft)
        .service(drafts::get_draft)
        .service(drafts::save_draft)
        .service(drafts::trash_draft)
        .service(drafts::restore_draft)
        .service(drafts::duplicate_draft)
        .service(revisions::list_revisions)
        .service(revisions::get_revision)
        .service(revisions::restore_revision)
        .service(revisions::compare_revisions)
        .service(checks::check_draft)
        .service(publishing::publish_draft)
        .service(publishing::schedule_draft)
        .service(publishing::cancel_schedule)
        .service(publishing::withdraw_draft)
        .service(publishing::take_down_draft)
        .service(publishing::show_previous_edition)
        .service(bulk::publish_drafts)
        .service(bulk::withdraw_drafts)
        .service(bulk::move_drafts)
        .service(bulk::trash_drafts)
        .service(terms::list_terms)
        .service(terms::create_term)
        .service(terms::get_term)
        .service(terms::change_term)
        .service(terms::merge_term)
        .service(terms::delete_term)
        .service(redirects::list_redirects)
        .service(redirects::create_redirect)
        .service(redirects::get_redirect)
        .service(redirects::delete_redirect)
        .service(previews::list_previews)
        .service(previews::create_preview)
        .service(previews::get_preview)
        .service(previews::revoke_preview)
        .service(jobs::list_jobs)
        .service(jobs::get_job)
        .service(jobs::retry_job)
        .service(jobs::cancel_job)
        .service(audit::list_audit_entries);
}

/// The answer with a resource: nobody keeps it; its tag says which state it is.
fn resource(
    status: StatusCode,
    value: &impl Serialize,
    tag: Option<EntityTag>,
) -> Result<HttpResponse, Problem> {
    let mut answer = HttpResponse::build(status);
    answer.insert_header(Policy::NoStore.header()).insert_header((CONTENT_TYPE, "application/json"));
    if let Some(tag) = tag {
        answer.insert_header((ETAG, tag));
    }
    Ok(answer.body(serde_json::to_string(value)?))
}

/// The answer with a page of a list, and with a link to the next one.
fn listed<T: Serialize>(
    request: &HttpRequest,
    page: NextPage,
    whole: impl FnOnce(NextPage) -> T,
) -> Result<HttpResponse, Problem> {
    let link = page.link(request).and_then(|link| link.parse().ok());
    let mut answer = resource(StatusCode::OK, &whole(page), None)?;
    if let Some(link) = link {
        answer.headers_mut().insert(LINK, link);
    }
    Ok(answer)
}

/// The answer with something that was made: where it is, and whether it was made by an earlier request with the same key.
fn created<T: Serialize>(
    place: &str,
    outcome: Outcome<T>,
    tag: impl FnOnce(&T) -> Option<EntityTag>,
) -> Result<HttpResponse, Problem> {
    let is_replayed = matches!(outcome, Outcome::Replayed(_));
    let value = outcome.into_inner();
    let mut answer = resource(StatusCode::CREATED, &value, tag(&value))?;
    if let Ok(place) = place.parse() {
        answer.headers_mut().insert(LOCATION, place);
    }
    Ok(replayed(answer, is_replayed))
}

/// The answer with something that was changed.
fn changed<T: Serialize>(
    outcome: Outcome<T>,
    tag: impl FnOnce(&T) -> Option<EntityTag>,
) -> Result<HttpResponse, Problem> {
    let is_replayed = matches!(outcome, Outcome::Replayed(_));
    let value = outcome.into_inner();
    Ok(replayed(resource(StatusCode::OK, &value, tag(&value))?, is_replayed))
}

/// The answer when there is nothing to say.
fn done(outcome: Outcome<()>) -> HttpResponse {
    let is_replayed = matches!(outcome, Outcome::Replayed(()));
    replayed(HttpResponse::NoContent().insert_header(Policy::NoStore.header()).finish(), is_replayed)
}

fn replayed(mut answer: HttpResponse, is_replayed: bool) -> HttpResponse {
    if is_replayed {
        let yes = actix_web::http::header::HeaderValue::from_static("true");
        answer
            .headers_mut()
            .insert(actix_web::http::header::HeaderName::from_static("idempotency-replayed"), yes);
    }
    answer
}
