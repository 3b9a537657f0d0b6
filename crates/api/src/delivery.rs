//! The public side: what anybody may read, without credentials.

mod articles;
mod listing;
mod single;
mod site;
mod teasers;
mod terms;

pub(crate) use listing::{flag, id, limit};

use domain::Site;
use store::Store;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// What the public side is made of.
#[derive(Clone)]
pub struct Delivery {
    store: Store,
    site: Site,
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
}

/// The routes of the public side.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(teasers::list_teasers)
        .service(teasers::get_teaser)
        .service(articles::list_articles)
        .service(articles::get_article)
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
