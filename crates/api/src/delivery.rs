//! The public side: what anybody may read, without credentials.

mod articles;
mod listing;
mod resolve;
mod single;
mod site;
mod teasers;
mod terms;

pub(crate) use listing::{flag, id, limit, live_count};

use actix_web::{HttpMessage, HttpRequest};
use domain::Site;
use store::{DeliveryConn, Store};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use crate::preview::Previewing;
use crate::problem::Problem;

/// What the public side is made of.
#[derive(Clone)]
pub struct Delivery {
    store: Store,
    pub(crate) site: Site,
    epoch: Uuid,
}

impl Delivery {
    /// Reads the epoch, which cursors carry.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn new(store: Store, site: Site) -> Result<Self, store::Error> {
        let epoch = store::editions::epoch(&mut store.delivery().await?).await?;
        Ok(Self { store, site, epoch })
    }

    /// Reads what the request may see: what is public, or what its preview shows.
    pub(crate) async fn read<T>(
        &self,
        request: &HttpRequest,
        read: impl AsyncFnOnce(&mut DeliveryConn) -> Result<T, store::Error>,
    ) -> Result<T, Problem> {
        let previewing = request.extensions().get::<Previewing>().cloned();
        let found = match previewing {
            None => self.store.read(read).await,
            Some(Previewing { editions, at }) => self.store.read_preview(&editions, at, read).await,
        };
        Ok(found?)
    }
}

/// The routes of the public side.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(teasers::list_teasers)
        .service(teasers::get_teaser)
        .service(articles::list_articles)
        .service(articles::get_article)
        .service(resolve::resolve_path)
        .service(terms::list_sections)
        .service(terms::get_section)
        .service(terms::list_tags)
        .service(terms::get_tag)
        .service(terms::list_authors)
        .service(terms::get_author)
        .service(terms::list_series)
        .service(terms::get_series)
        .service(terms::list_kickers)
        .service(site::get_site);
}
