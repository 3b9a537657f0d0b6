//! The archive: the number of live articles by month of first publication. The list of articles with `published_on` returns
//! the articles themselves.

use actix_web::{HttpRequest, HttpResponse, get, web};
use serde::{Deserialize, Serialize};
use store::delivery::archive;
use store::delivery::archive::Month;
use store::{DeliveryConn, cache_tags};
use utoipa::ToSchema;

use crate::delivery::PublicApi;
use crate::delivery::parameters::LocaleQuery;
use crate::delivery::read_source::ReadSource;
use crate::http::cache_key;
use crate::http::query_params::Query;
use crate::http::response::Response;
use crate::problem::Problem;
use crate::response_cache::lookup::LookupRequest;

/// Live articles by date of first publication, in the time zone of the publication.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct Archive {
    /// The years with live articles, the newest first.
    years: Vec<ArchiveYear>,
}

/// A year of the archive.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct ArchiveYear {
    /// The year.
    #[schema(example = 2026)]
    year: i32,
    /// The number of articles.
    #[schema(minimum = 1, example = 12)]
    article_count: i64,
    /// The months with live articles, the newest first.
    months: Vec<ArchiveMonth>,
}

/// A month of the archive.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct ArchiveMonth {
    /// The month.
    #[schema(minimum = 1, maximum = 12, example = 4)]
    month: i32,
    /// The number of articles.
    #[schema(minimum = 1, example = 3)]
    article_count: i64,
}

/// Gets the archive.
///
/// The years and months in which live articles were first published, with the number of articles. Years and months are
/// in the site's time zone: `published_on=2026-03` lists the articles that are counted in that month.
#[utoipa::path(tag = "teasers", params(LocaleQuery), responses((status = 200, description = "The archive.", body = Archive)))]
#[get("/archive")]
pub(crate) async fn get_archive(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: Query<LocaleQuery>,
) -> Result<HttpResponse, Problem> {
    let Query(mut query) = query;
    let (locale, min_sequence) = (query.resolve(&delivery.site), query.min_sequence);
    let key = cache_key::for_route(&request, &query);
    delivery
        .respond(&request, LookupRequest { key, min_sequence }, async move |source: ReadSource| {
            let months =
                source.read(async |conn: &mut DeliveryConn| archive::months(conn, &locale).await).await?;
            let archive = serde_json::to_string(&Archive::from_months(&months))?;
            Ok(Response::live(archive, vec![cache_tags::LISTS.to_owned(), cache_tags::TIME_ZONE.to_owned()]))
        })
        .await
}

impl Archive {
    /// From its months in order.
    fn from_months(months: &[Month]) -> Self {
        let years = months.chunk_by(|one, next| one.year == next.year).map(|of_year| ArchiveYear {
            year: of_year.iter().map(|month| month.year).next().unwrap_or_default(),
            article_count: of_year.iter().map(|month| month.article_count).sum(),
            months: of_year
                .iter()
                .map(|Month { year: _, month, article_count }| ArchiveMonth {
                    month: *month,
                    article_count: *article_count,
                })
                .collect(),
        });
        Self { years: years.collect() }
    }
}
