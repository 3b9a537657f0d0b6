//! The configuration of the publication.

use actix_web::{HttpRequest, HttpResponse, get, web};
use domain::Site;
use store::{DeliveryConn, cache_tags, time_zone};

use crate::delivery::PublicApi;
use crate::delivery::read_source::ReadSource;
use crate::http::cache_key;
use crate::http::query_params::{NoQuery, Query};
use crate::http::response::Response;
use crate::problem::Problem;
use crate::response_cache::lookup::LookupRequest;

/// Gets the publication.
///
/// Returns its name, base URL, locales, time zone, and the pattern of article paths.
#[utoipa::path(tag = "site", responses((status = 200, description = "The publication.", body = Site)))]
#[get("/site")]
pub(crate) async fn get_site(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    let site = delivery.site.clone();
    let lookup = LookupRequest { key: cache_key::for_route(&request, &query.0), min_sequence: None };
    delivery
        .respond(&request, lookup, async move |source: ReadSource| {
            // Another server that started later may have set a time zone other than the one configured here.
            let in_force = async |conn: &mut DeliveryConn| time_zone::in_force(conn).await;
            // No draft changes the site, so the drafts of a preview need not be rendered.
            let source = ReadSource { preview: None, ..source };
            let site = Site { time_zone: source.read(in_force).await?, ..(*site).clone() };
            Ok(Response::live(serde_json::to_string(&site)?, vec![cache_tags::TIME_ZONE.to_owned()]))
        })
        .await
}
