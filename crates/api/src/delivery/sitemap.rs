//! The sitemap (<https://www.sitemaps.org/protocol.html>): all live articles in every locale, for search engines.

use std::io;

use actix_web::{HttpRequest, HttpResponse, get, web};
use domain::Site;
use store::delivery::sitemap;
use store::delivery::sitemap::SitemapEntry;
use store::{DeliveryConn, cache_tags};
use uuid::Uuid;

use crate::delivery::PublicApi;
use crate::delivery::feeds::xml::{self, Xml, element};
use crate::delivery::parameters::FreshnessQuery;
use crate::delivery::read_source::ReadSource;
use crate::http::cache_key;
use crate::http::query_params::Query;
use crate::http::response::Response;
use crate::problem::Problem;
use crate::response_cache::lookup::LookupRequest;

/// Gets the sitemap.
///
/// Lists the URL of every article in every locale, with its alternates in the other locales. If there are more than
/// fit into one file, the response is an index of parts. The index expects each part at `sitemaps/{part}.xml` below
/// the site's base URL: serve `/v1/sitemaps/{part}` there.
#[utoipa::path(tag = "feeds", params(FreshnessQuery), responses((status = 200, description = "The sitemap, or an index of its parts.", body = String, content_type = "application/xml")))]
#[get("/sitemap")]
pub(crate) async fn get_sitemap(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: Query<FreshnessQuery>,
) -> Result<HttpResponse, Problem> {
    let min_sequence = query.0.min_sequence;
    let lookup = LookupRequest { key: cache_key::for_route(&request, &query.0), min_sequence };
    let site = delivery.site.clone();
    delivery
        .respond(&request, lookup, async move |source: ReadSource| {
            let size = size(&site);
            let locales = &site.locales;
            let parts = async |conn: &mut DeliveryConn| sitemap::parts(conn, locales, size).await;
            let parts = source.read(parts).await?;
            match parts.as_slice() {
                [] => urls(&site, &[]),
                [all] => urls(&site, &part(&source, &site, *all).await?),
                several => index(&site, several),
            }
        })
        .await
}

/// Gets a part of the sitemap.
///
/// `part` is the ID of the part in the index.
#[utoipa::path(tag = "feeds", params(("part" = Uuid, Path, description = "The ID of the part.", example = "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61"), FreshnessQuery),
    responses((status = 200, description = "The part.", body = String, content_type = "application/xml")))]
#[get("/sitemaps/{part}")]
pub(crate) async fn get_sitemap_part(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: Query<FreshnessQuery>,
) -> Result<HttpResponse, Problem> {
    let name = request.match_info().query("part");
    let first: Uuid = name.parse().map_err(|_| Problem::not_found())?;
    let min_sequence = query.0.min_sequence;
    let lookup =
        LookupRequest { key: cache_key::for_item(&request, "{part}", first, &query.0), min_sequence };
    let site = delivery.site.clone();
    delivery
        .respond(&request, lookup, async move |source: ReadSource| {
            urls(&site, &part(&source, &site, first).await?)
        })
        .await
}

async fn part(source: &ReadSource, site: &Site, first: Uuid) -> Result<Vec<SitemapEntry>, Problem> {
    let read = async |conn: &mut DeliveryConn| sitemap::part(conn, &site.locales, first, size(site)).await;
    source.read(read).await
}

/// Any act may change the sitemap, and a takedown of one of these articles must evict it.
fn response(body: String, articles: impl Iterator<Item = Uuid>) -> Response {
    let tags = [cache_tags::LISTS.to_owned()].into_iter().chain(articles.map(cache_tags::article)).collect();
    Response { media_type: "application/xml", ..Response::live(body, tags) }
}

/// The number of URLs in a file. The protocol allows 50,000 and 50 MiB; with many locales, each URL lists all of its
/// alternates.
fn size(site: &Site) -> i64 {
    let locales = i64::try_from(site.locales.len()).unwrap_or(i64::MAX);
    50_000.min(200_000 / locales.max(1)).max(1)
}

const SITEMAP: (&str, &str) = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");

fn index(site: &Site, parts: &[Uuid]) -> Result<Response, Problem> {
    let body = xml::document(|xml| {
        xml.create_element("sitemapindex").with_attribute(SITEMAP).write_inner_content(|xml| {
            for part in parts {
                let location = format!("{}/sitemaps/{part}.xml", site.base_url);
                xml.create_element("sitemap").write_inner_content(|xml| element(xml, "loc", &location))?;
            }
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(response(body, parts.iter().copied()))
}

fn urls(site: &Site, entries: &[SitemapEntry]) -> Result<Response, Problem> {
    let body = xml::document(|xml| {
        let all = xml.create_element("urlset").with_attribute(SITEMAP);
        let all = all.with_attribute(("xmlns:xhtml", "http://www.w3.org/1999/xhtml"));
        all.write_inner_content(|xml| {
            for article in entries.chunk_by(|one, other| one.article_id == other.article_id) {
                article.iter().try_for_each(|entry| url(site, entry, article, xml))?;
            }
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(response(body, entries.iter().map(|entry| entry.article_id)))
}

fn url(site: &Site, entry: &SitemapEntry, article: &[SitemapEntry], xml: &mut Xml) -> io::Result<()> {
    let address = |entry: &SitemapEntry| site.url(&entry.locale, &entry.section, &entry.slug);
    xml.create_element("url").write_inner_content(|xml| {
        element(xml, "loc", &address(entry))?;
        element(xml, "lastmod", &entry.updated_at.format("%Y-%m-%dT%H:%M:%SZ").to_string())?;
        // Each URL of an article in several locales lists all of them as alternates, itself included.
        for other in article.iter().filter(|_| article.len() > 1) {
            xml.create_element("xhtml:link")
                .with_attribute(("rel", "alternate"))
                .with_attribute(("hreflang", other.locale.as_str()))
                .with_attribute(("href", address(other).as_str()))
                .write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}
