//! Feeds: the newest articles of the publication, or of a section, a tag or an author, in the forms that feed readers know.
//! What a feed says is gathered in `channel`, and written in each form by a module of its own.

mod atom;
mod channel;
mod json_feed;
mod rss;
pub(super) mod xml;

use actix_web::{HttpRequest, HttpResponse, get, web};
use domain::{Invalid, Limit, LiveArticle, Locale};
use serde::Deserialize;
use store::delivery::editions;
use store::delivery::editions::{EditionFilter, Fields};
use store::delivery::terms;
use store::{DeliveryConn, cache_tags, time_zone};
use utoipa::IntoParams;

use crate::config::FeedText;
use crate::delivery::feeds::channel::{Channel, Dates, TermDetails};
use crate::delivery::list::NEWEST_FIRST;
use crate::delivery::parameters::{limit, slug};
use crate::delivery::read_source::ReadSource;
use crate::delivery::{PublicApi, item};
use crate::http::cache_key::CacheKey;
use crate::http::query_params::{ParamErrors, Query};
use crate::http::response::Response;
use crate::problem::Problem;
use crate::response_cache::lookup::LookupRequest;

/// Of what, and how much.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct FeedQuery {
    /// The feed of a section.
    #[param(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$", example = "engineering")]
    section: Option<String>,
    /// The feed of a tag.
    #[param(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$", example = "operations")]
    tag: Option<String>,
    /// The feed of an author.
    #[param(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$", example = "ines-marchetti")]
    author: Option<String>,
    /// The locale; the site's default when absent.
    #[param(value_type = Option<Locale>)]
    locale: Option<String>,
    /// How many articles, 1 to 100.
    #[param(value_type = Option<i32>, minimum = 1, maximum = 100, example = 20)]
    limit: Option<String>,
    /// An act, by the `sequence` that it was answered with: the answer knows of it, or there is none yet.
    #[param(value_type = Option<i64>, minimum = 1, example = 1)]
    min_sequence: Option<String>,
}

/// Gets the RSS feed.
///
/// The newest articles of the publication, or of one section, tag or author, as RSS 2.0.
#[utoipa::path(tag = "feeds", params(FeedQuery), responses((status = 200, description = "The feed.", body = String, content_type = "application/rss+xml")))]
#[get("/feeds/rss")]
pub(crate) async fn get_rss_feed(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: Query<FeedQuery>,
) -> Result<HttpResponse, Problem> {
    let form = FeedFormat { media_type: "application/rss+xml", write: rss::write };
    answer(&delivery, &request, query.0, form).await
}

/// Gets the Atom feed.
///
/// The newest articles of the publication, or of one section, tag or author, as Atom (RFC 4287).
#[utoipa::path(tag = "feeds", params(FeedQuery), responses((status = 200, description = "The feed.", body = String, content_type = "application/atom+xml")))]
#[get("/feeds/atom")]
pub(crate) async fn get_atom_feed(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: Query<FeedQuery>,
) -> Result<HttpResponse, Problem> {
    let form = FeedFormat { media_type: "application/atom+xml", write: atom::write };
    answer(&delivery, &request, query.0, form).await
}

/// Gets the JSON feed.
///
/// The newest articles of the publication, or of one section, tag or author, as JSON Feed 1.1.
#[utoipa::path(tag = "feeds", params(FeedQuery), responses((status = 200, description = "The feed.", body = Object, content_type = "application/feed+json")))]
#[get("/feeds/json")]
pub(crate) async fn get_json_feed(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: Query<FeedQuery>,
) -> Result<HttpResponse, Problem> {
    let form = FeedFormat { media_type: "application/feed+json", write: json_feed::write };
    answer(&delivery, &request, query.0, form).await
}

/// A form that feeds have.
struct FeedFormat {
    media_type: &'static str,
    write: fn(&Channel) -> Result<String, Problem>,
}

async fn answer(
    delivery: &PublicApi,
    request: &HttpRequest,
    query: FeedQuery,
    form: FeedFormat,
) -> Result<HttpResponse, Problem> {
    let FeedRequest { of, locale, limit, min_sequence } = FeedRequest::of(query, delivery)?;
    let key = CacheKey::for_route(request);
    let key = of.iter().fold(key, |key, FeedTerm { kind, slug }| key.with(kind, Some(slug)));
    let key = key
        .with("locale", delivery.other_locale(&locale))
        .with("limit", (limit != Limit::default()).then(|| limit.get()))
        .into_string();
    let feeding = delivery.clone();
    delivery
        .respond(request, LookupRequest { key, min_sequence }, async move |source: ReadSource| {
            let text = feeding.feed_text;
            let read = async |conn: &mut DeliveryConn| read(conn, of.as_ref(), &locale, limit, text).await;
            let FeedData { named, articles, dates } = source.read(read).await?;
            let dated = articles.iter().zip(dates).collect();
            let channel = Channel::of(&feeding.site, &locale, named, dated, text)?;
            let place = match &of {
                Some(FeedTerm { kind, slug }) => cache_tags::term(kind, slug),
                None => cache_tags::LISTS.to_owned(),
            };
            let shown = articles.iter().flat_map(LiveArticle::dependencies);
            let tags = shown
                .map(|id| cache_tags::article(id.0))
                .chain([place, cache_tags::TIME_ZONE.to_owned()])
                .collect();
            let body = (form.write)(&channel)?;
            Ok(Response { media_type: form.media_type, ..Response::live(body, tags) })
        })
        .await
}

/// What a feed is of, and its articles with the two dates of each as clocks of the publication show them.
struct FeedData {
    named: Option<TermDetails>,
    articles: Vec<LiveArticle>,
    dates: Vec<Dates>,
}

async fn read(
    conn: &mut DeliveryConn,
    of: Option<&FeedTerm>,
    locale: &Locale,
    limit: Limit,
    text: FeedText,
) -> Result<FeedData, store::Error> {
    let mut filter = EditionFilter::all(locale.clone());
    let mut named = None;
    if let Some(FeedTerm { kind, slug }) = of {
        let term = terms::find(conn, kind, locale, slug).await?;
        named =
            Some(TermDetails { kind, slug: slug.clone(), name: term.name, description: term.description });
        filter.any_of = vec![(*kind, vec![slug.clone()])];
    }
    let full = text == FeedText::Full;
    let wanted = Fields { article: full, html: full, ..Fields::default() };
    let articles = editions::list(conn, &filter, NEWEST_FIRST, None, limit, wanted).await?.entries;
    let moments = articles.iter().map(|article| article.teaser.first_published_at);
    let moments = moments.chain(articles.iter().map(|article| article.teaser.updated_at));
    let mut published = time_zone::local(conn, &moments.collect::<Vec<_>>()).await?;
    let updated = published.split_off(articles.len().min(published.len()));
    let dates = published.into_iter().zip(updated);
    let dates = dates.map(|(published_at, updated_at)| Dates { published_at, updated_at }).collect();
    Ok(FeedData { named, articles, dates })
}

/// The term that a feed is of.
struct FeedTerm {
    kind: &'static str,
    slug: String,
}

/// A feed that was asked for, in typed form.
struct FeedRequest {
    of: Option<FeedTerm>,
    locale: Locale,
    limit: Limit,
    min_sequence: Option<i64>,
}

impl FeedRequest {
    fn of(query: FeedQuery, delivery: &PublicApi) -> Result<Self, Problem> {
        let mut errors = ParamErrors::default();
        let asked = [("section", query.section), ("tag", query.tag), ("author", query.author)];
        let asked = asked.into_iter().filter_map(|(kind, value)| Some((kind, value?)));
        let mut places = asked
            .map(|(kind, value)| FeedTerm { kind, slug: errors.check(kind, slug(value)) })
            .collect::<Vec<_>>();
        if let [_, second, ..] = places.as_slice() {
            let one = Invalid::one("exclusive", "A feed is of one section, one tag or one author.");
            errors.check(second.kind, Err::<(), _>(one));
        }
        let locale = item::locale(query.locale, delivery, &mut errors);
        let limit = errors.check("limit", query.limit.map(limit).transpose()).unwrap_or_default();
        let min_sequence = item::min_sequence(query.min_sequence, &mut errors);
        errors.finish()?;
        // A feed names its language: there is none to name.
        if !delivery.site.has_locale(&locale) {
            return Err(Problem::not_found());
        }
        Ok(Self { of: places.pop(), locale, limit, min_sequence })
    }
}
