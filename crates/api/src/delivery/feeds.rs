//! Feeds: the newest articles of the publication, or of a section, a tag or an author, in the formats of feed readers.
//! `channel` collects the content of a feed; each format has a module that writes it.

mod atom;
mod channel;
mod json_feed;
mod rss;
pub(super) mod xml;

use actix_web::{HttpRequest, HttpResponse, get, web};
use domain::{Limit, LiveArticle, Locale};
use store::delivery::editions;
use store::delivery::editions::{EditionFilter, Fields, Sort};
use store::delivery::terms;
use store::{DeliveryConn, cache_tags, time_zone};

use crate::config::FeedText;
use crate::delivery::PublicApi;
use crate::delivery::feeds::channel::{Channel, Dates, TermDetails};
use crate::delivery::parameters::{LocaleQuery, SlugFilter};
use crate::delivery::read_source::ReadSource;
use crate::http::cache_key;
use crate::http::query_params::{OrDefault, Query, query_params};
use crate::http::response::Response;
use crate::problem::Problem;
use crate::response_cache::lookup::LookupRequest;

query_params! {
    /// The parameters of a feed.
    pub(crate) struct FeedFilter {
        /// Returns the feed of this section.
        #[example = "engineering"]
        section: Option<SlugFilter>,
        /// Returns the feed of this tag.
        #[example = "operations"]
        tag: Option<SlugFilter>,
        /// Returns the feed of this author.
        #[example = "ines-marchetti"]
        author: Option<SlugFilter>,
        /// The number of articles, 1 to 100.
        #[example = 20]
        limit: OrDefault<Limit>,
    }
    exclusive(section, tag, author)
}

type FeedQuery = Query<(FeedFilter, LocaleQuery)>;

/// Gets the RSS feed.
///
/// The newest articles of the publication, or of one section, tag or author, as RSS 2.0.
#[utoipa::path(tag = "feeds", params(FeedQuery), responses((status = 200, description = "The feed.", body = String, content_type = "application/rss+xml")))]
#[get("/feeds/rss")]
pub(crate) async fn get_rss_feed(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: FeedQuery,
) -> Result<HttpResponse, Problem> {
    let form = FeedFormat { media_type: "application/rss+xml", write: rss::write };
    respond(&delivery, &request, query.0, form).await
}

/// Gets the Atom feed.
///
/// The newest articles of the publication, or of one section, tag or author, as Atom (RFC 4287).
#[utoipa::path(tag = "feeds", params(FeedQuery), responses((status = 200, description = "The feed.", body = String, content_type = "application/atom+xml")))]
#[get("/feeds/atom")]
pub(crate) async fn get_atom_feed(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: FeedQuery,
) -> Result<HttpResponse, Problem> {
    let form = FeedFormat { media_type: "application/atom+xml", write: atom::write };
    respond(&delivery, &request, query.0, form).await
}

/// Gets the JSON feed.
///
/// The newest articles of the publication, or of one section, tag or author, as JSON Feed 1.1.
#[utoipa::path(tag = "feeds", params(FeedQuery), responses((status = 200, description = "The feed.", body = Object, content_type = "application/feed+json")))]
#[get("/feeds/json")]
pub(crate) async fn get_json_feed(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: FeedQuery,
) -> Result<HttpResponse, Problem> {
    let form = FeedFormat { media_type: "application/feed+json", write: json_feed::write };
    respond(&delivery, &request, query.0, form).await
}

/// The format of a feed.
struct FeedFormat {
    media_type: &'static str,
    write: fn(&Channel) -> Result<String, Problem>,
}

async fn respond(
    delivery: &PublicApi,
    request: &HttpRequest,
    mut params: (FeedFilter, LocaleQuery),
    form: FeedFormat,
) -> Result<HttpResponse, Problem> {
    let (locale, min_sequence) = (params.1.resolve(&delivery.site), params.1.min_sequence);
    // A feed must name its language, and a locale that is not configured has none.
    if !delivery.site.has_locale(&locale) {
        return Err(Problem::not_found());
    }
    let key = cache_key::for_route(request, &params);
    let FeedFilter { section, tag, author, limit: OrDefault(limit) } = params.0;
    let terms = [("section", section), ("tag", tag), ("author", author)].into_iter();
    let of = terms.filter_map(|(kind, slug)| slug.map(|SlugFilter(slug)| FeedTerm { kind, slug })).next();
    let feeding = delivery.clone();
    delivery
        .respond(request, LookupRequest { key, min_sequence }, async move |source: ReadSource| {
            let text = feeding.feed_text;
            let read = async |conn: &mut DeliveryConn| read(conn, of.as_ref(), &locale, limit, text).await;
            let FeedData { named, articles, dates } = source.read(read).await?;
            let dated = articles.iter().zip(dates).collect();
            let channel = Channel::new(&feeding.site, &locale, named, dated, text)?;
            let term_tag = match &of {
                Some(FeedTerm { kind, slug }) => cache_tags::term(kind, slug),
                None => cache_tags::LISTS.to_owned(),
            };
            let shown = articles.iter().flat_map(LiveArticle::dependencies);
            let tags = shown
                .map(|id| cache_tags::article(id.0))
                .chain([term_tag, cache_tags::TIME_ZONE.to_owned()])
                .collect();
            let body = (form.write)(&channel)?;
            Ok(Response { media_type: form.media_type, ..Response::live(body, tags) })
        })
        .await
}

/// The term of a feed, and its articles with their dates in the time zone of the publication.
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
    let articles = editions::list(conn, &filter, Sort::default(), None, limit, wanted).await?.entries;
    let moments = articles.iter().map(|article| article.teaser.first_published_at);
    let moments = moments.chain(articles.iter().map(|article| article.teaser.updated_at));
    let mut published = time_zone::local(conn, &moments.collect::<Vec<_>>()).await?;
    let updated = published.split_off(articles.len().min(published.len()));
    let dates = published.into_iter().zip(updated);
    let dates = dates.map(|(published_at, updated_at)| Dates { published_at, updated_at }).collect();
    Ok(FeedData { named, articles, dates })
}

/// The term of a feed.
struct FeedTerm {
    kind: &'static str,
    slug: String,
}
