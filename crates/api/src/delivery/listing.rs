//! Lists of teasers and articles: what may be asked, and how it is answered.

use std::iter;

use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, Datelike, Utc};
use domain::{ArticleId, Invalid, Kicker, Limit, LiveArticle, Locale, Slug};
use serde::{Deserialize, Serialize};
use store::DeliveryConn;
use store::editions::{self, Filter, Page, Position, Sort, SortKey, Wanted};
use utoipa::openapi::path::{Parameter, ParameterIn};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::delivery::{Delivery, single};
use crate::problem::{Problem, ProblemError};
use crate::protocol::answer::Answer;
use crate::protocol::cursor::Cursor;
use crate::protocol::link;
use crate::protocol::query::{self, Mistakes};

/// Where a list goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct PageLinks {
    /// The cursor of the next page, for `after`.
    #[schema(example = json!(null))]
    pub(crate) next: Option<String>,
    /// The cursor of the page before, for `before`.
    #[schema(example = json!(null))]
    pub(crate) previous: Option<String>,
    /// How many there are in all, as text: beyond 10,000 it is `10,000+`. Only with `total=true`.
    #[schema(example = "12")]
    pub(crate) total: Option<String>,
}

/// Which teasers.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct TeaserQuery {
    /// Only in this section; several, separated by commas, mean any of them. An unknown one gives an empty list.
    #[param(pattern = "^[a-z0-9]+(-[a-z0-9]+)*(,[a-z0-9]+(-[a-z0-9]+)*){0,49}$", example = "engineering")]
    section: Option<String>,
    /// Only with this kicker, as it is shown or as a slug; several mean any of them.
    #[param(pattern = r"^[^,\u0000\ufffd]+(,[^,\u0000\ufffd]+){0,49}$", example = "Dispatch")]
    kicker: Option<String>,
    /// Only with this tag; several mean any of them.
    #[param(pattern = "^[a-z0-9]+(-[a-z0-9]+)*(,[a-z0-9]+(-[a-z0-9]+)*){0,49}$", example = "operations")]
    tag: Option<String>,
    /// Only with all of these tags.
    #[param(
        pattern = "^[a-z0-9]+(-[a-z0-9]+)*(,[a-z0-9]+(-[a-z0-9]+)*){0,49}$",
        example = "operations,rust"
    )]
    tags_all: Option<String>,
    /// Only by this author; several mean any of them.
    #[param(pattern = "^[a-z0-9]+(-[a-z0-9]+)*(,[a-z0-9]+(-[a-z0-9]+)*){0,49}$", example = "vera")]
    author: Option<String>,
    /// Only of this series; several mean any of them.
    #[param(
        pattern = "^[a-z0-9]+(-[a-z0-9]+)*(,[a-z0-9]+(-[a-z0-9]+)*){0,49}$",
        example = "twelve-practices"
    )]
    series: Option<String>,
    /// Only these articles, by identity, separated by commas; at most 50.
    #[param(
        pattern = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(,[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}){0,49}$",
        example = "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61"
    )]
    ids: Option<String>,
    /// The locale; the site's default when absent.
    #[param(value_type = Option<Locale>)]
    locale: Option<String>,
    /// Only what was first published later than this moment.
    #[param(value_type = Option<DateTime<Utc>>, example = "2026-01-01T00:00:00Z")]
    published_after: Option<String>,
    /// Only what was first published earlier than this moment.
    #[param(value_type = Option<DateTime<Utc>>, example = "2027-01-01T00:00:00Z")]
    published_before: Option<String>,
    /// The order: by `first_published_at` or `updated_at`, with `-` before it the newest first.
    #[param(pattern = "^-?(first_published_at|updated_at)$", example = "-first_published_at")]
    sort: Option<String>,
    /// How many on a page, 1 to 100.
    #[param(value_type = Option<i32>, minimum = 1, maximum = 100, example = 20)]
    limit: Option<String>,
    /// The page after this cursor, from `page.next`.
    after: Option<String>,
    /// The page before this cursor, from `page.previous`.
    before: Option<String>,
    /// Whether to count all that the filters let through.
    #[param(value_type = Option<bool>, example = false)]
    total: Option<String>,
}

/// Which articles, and with which forms of their bodies.
#[derive(Debug, Deserialize)]
pub(crate) struct ArticleQuery {
    #[serde(flatten)]
    teasers: TeaserQuery,
    #[serde(flatten)]
    bodies: BodiesQuery,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct BodiesQuery {
    /// The forms of the body, separated by commas: `html`, `markdown`, `blocks`, `text`, or `none`. `none` when absent.
    #[param(
        pattern = "^(html|markdown|blocks|text|none)(,(html|markdown|blocks|text|none)){0,49}$",
        example = "text"
    )]
    body: Option<String>,
}

impl IntoParams for ArticleQuery {
    fn into_params(parameter_in: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        [TeaserQuery::into_params(&parameter_in), BodiesQuery::into_params(&parameter_in)].concat()
    }
}

/// A list that was asked for, in typed form.
pub(crate) struct Listing {
    filter: Filter,
    sort: Sort,
    position: Option<Position>,
    limit: Limit,
    wanted: Wanted,
    total: bool,
    /// What cursors of this list are bound to.
    identity: String,
}

impl Listing {
    pub(crate) fn of_teasers(query: TeaserQuery, delivery: &Delivery) -> Result<Self, Problem> {
        Self::of(query, Wanted::default(), Mistakes::default(), delivery)
    }

    pub(crate) fn of_articles(query: ArticleQuery, delivery: &Delivery) -> Result<Self, Problem> {
        let mut mistakes = Mistakes::default();
        let wanted = single::wanted(query.bodies.body, &mut mistakes);
        Self::of(query.teasers, wanted, mistakes, delivery)
    }

    fn of(
        query: TeaserQuery,
        wanted: Wanted,
        mut found: Mistakes,
        delivery: &Delivery,
    ) -> Result<Self, Problem> {
        let mistakes = &mut found;
        let mut slugs = |name: &'static str, value: Option<&String>| {
            (name, mistakes.sift(name, query::list(value, slug)))
        };
        let any_of = vec![
            slugs("section", query.section.as_ref()),
            slugs("tag", query.tag.as_ref()),
            slugs("author", query.author.as_ref()),
            slugs("series", query.series.as_ref()),
        ];
        let (_, tags_all) = slugs("tags_all", query.tags_all.as_ref());
        let kickers = mistakes.sift("kicker", query::list(query.kicker.as_ref(), kicker));
        let filter = Filter {
            locale: single::locale(query.locale, delivery, mistakes),
            ids: mistakes.sift("ids", query::list(query.ids.as_ref(), id)),
            any_of: any_of.into_iter().chain([("kicker", kickers)]).collect(),
            tags_all,
            published_after: mistakes.sift("published_after", query.published_after.map(moment).transpose()),
            published_before: mistakes
                .sift("published_before", query.published_before.map(moment).transpose()),
        };
        let sort = mistakes.sift("sort", query.sort.map(sort).transpose()).unwrap_or(NEWEST_FIRST);
        let limit = mistakes.sift("limit", query.limit.map(limit).transpose()).unwrap_or_default();
        let total = mistakes.sift("total", query.total.map(flag).transpose()).unwrap_or_default();
        check_one_direction(query.after.as_ref(), query.before.as_ref(), mistakes);
        found.none()?;
        let identity = format!("{filter:?} {sort:?}");
        let position = match (query.after, query.before) {
            (Some(after), _) => Some(position(delivery, &identity, "after", &after, false)?),
            (None, Some(before)) => Some(position(delivery, &identity, "before", &before, true)?),
            (None, None) => None,
        };
        Ok(Self { filter, sort, position, limit, wanted, total, identity })
    }

    async fn read(&self, conn: &mut DeliveryConn) -> Result<(Page, Option<i64>), store::Error> {
        let Self { filter, sort, position, limit, wanted, total, identity: _ } = self;
        let page = editions::list(conn, filter, *sort, *position, *limit, *wanted).await?;
        let total = if *total { Some(editions::count(conn, filter, MOST_COUNTED + 1).await?) } else { None };
        Ok((page, total))
    }

    fn cursor(&self, delivery: &Delivery, entry: &LiveArticle) -> Result<String, Problem> {
        let at = match self.sort.key {
            SortKey::FirstPublishedAt => entry.teaser.first_published_at,
            SortKey::UpdatedAt => entry.teaser.updated_at,
        };
        let ArticleId(article) = entry.teaser.id;
        Cursor::encode(delivery.epoch, &self.identity, format!("{} {article}", at.timestamp_micros()))
    }
}

/// Reads a page and answers it.
pub(crate) async fn answer(
    delivery: &Delivery,
    request: &HttpRequest,
    listing: &Listing,
) -> Result<HttpResponse, Problem> {
    let (page, total) = delivery.read(request, async |conn| listing.read(conn).await).await?;
    let links = PageLinks { total: total.map(counted), ..neighbours(delivery, listing, &page)? };
    let mut body = String::from("{\"data\":[");
    for (entry, separator) in page.entries.iter().zip(iter::once("").chain(iter::repeat(","))) {
        body.push_str(separator);
        if listing.wanted.article {
            entry.write(&delivery.site, &mut body)?;
        } else {
            entry.teaser.write(&delivery.site, &mut body);
        }
    }
    body.push_str(&format!("],\"page\":{}}}", serde_json::to_string(&links)?));
    Ok(Answer { links: link_header(request, &links), ..Answer::live(body) }.to(request))
}

/// Refuses a page that is asked for from both sides.
pub(crate) fn check_one_direction(after: Option<&String>, before: Option<&String>, mistakes: &mut Mistakes) {
    if after.is_some() && before.is_some() {
        let both = Invalid::one("exclusive", "A page lies after one cursor or before one, not both.");
        mistakes.sift("before", Err::<(), _>(both));
    }
}

/// `Link` with the pages beside this one (RFC 8288).
pub(crate) fn link_header(request: &HttpRequest, links: &PageLinks) -> Option<String> {
    let next = links.next.iter().map(|cursor| link::to_page(request, "after", cursor, "next"));
    let previous = links.previous.iter().map(|cursor| link::to_page(request, "before", cursor, "prev"));
    let all: Vec<String> = next.chain(previous).collect();
    if all.is_empty() { None } else { Some(all.join(", ")) }
}

/// How many articles are live in the default locale, as text.
pub(crate) async fn live_count(delivery: &Delivery, request: &HttpRequest) -> Result<String, Problem> {
    let filter = Filter::all(delivery.site.default_locale.clone());
    let count = delivery.read(request, async |conn| editions::count(conn, &filter, MOST_COUNTED + 1).await);
    Ok(counted(count.await?))
}

const NEWEST_FIRST: Sort = Sort { key: SortKey::FirstPublishedAt, descending: true };
const MOST_COUNTED: i64 = 10_000;

fn neighbours(delivery: &Delivery, listing: &Listing, page: &Page) -> Result<PageLinks, Problem> {
    let backwards = listing.position.is_some_and(|position| position.before);
    let cursor = |entry: Option<&LiveArticle>| entry.map(|entry| listing.cursor(delivery, entry)).transpose();
    let (more_after, more_before) =
        if backwards { (true, page.more) } else { (page.more, listing.position.is_some()) };
    let next = if more_after { cursor(page.entries.last())? } else { None };
    let previous = if more_before { cursor(page.entries.first())? } else { None };
    Ok(PageLinks { next, previous, total: None })
}

pub(crate) fn counted(count: i64) -> String {
    if count > MOST_COUNTED { "10,000+".to_owned() } else { count.to_string() }
}

fn position(
    delivery: &Delivery,
    identity: &str,
    parameter: &str,
    cursor: &str,
    before: bool,
) -> Result<Position, Problem> {
    let key = Cursor::decode(delivery.epoch, identity, parameter, cursor)?;
    let parsed = key.split_once(' ').and_then(|(micros, article)| {
        let at = DateTime::from_timestamp_micros(micros.parse().ok()?)?;
        // Whoever makes a cursor of his own may name a year that Postgres does not have.
        let at = Some(at).filter(|at| at.year() > -4_000)?;
        Some(Position { at, article: article.parse().ok()?, before })
    });
    let refused = ProblemError::parameter(parameter, "cursor", "This is not a cursor that a list gave.");
    parsed.ok_or_else(|| Problem::parameters(vec![refused]))
}

/// A slug. One that is too long to be anybody's is well formed all the same, and finds nothing.
fn slug(text: String) -> Result<String, Invalid> {
    match Slug::try_from(text.clone()) {
        Ok(_) => Ok(text),
        Err(invalid) if invalid.0.iter().all(|violation| violation.rule == "max_length") => Ok(text),
        Err(invalid) => Err(invalid),
    }
}

/// The slug of a kicker, given as it is shown or as that slug. What can be no kicker has none, and finds nothing.
fn kicker(text: String) -> Result<String, Invalid> {
    if text.is_empty() {
        return Err(Invalid::one("min_length", "A kicker has at least one character."));
    }
    let slug = Kicker::try_from(text).ok().and_then(|kicker| kicker.slug());
    Ok(slug.map(String::from).unwrap_or_default())
}

/// An identity in the one form that answers give it in.
pub(crate) fn id(text: String) -> Result<Uuid, Invalid> {
    let parsed = text.parse::<Uuid>().ok().filter(|id| id.hyphenated().to_string() == text);
    parsed.ok_or_else(|| Invalid::one("format", "An identity is a UUID with hyphens, in lower case."))
}

/// A timestamp of Postgres reaches further, in both directions, than the four digits that RFC 3339 has for a year.
fn moment(text: String) -> Result<DateTime<Utc>, Invalid> {
    // chrono takes a space between date and time, too.
    let parsed = DateTime::parse_from_rfc3339(&text).ok().filter(|_| !text.contains(' '));
    let moment = parsed.map(DateTime::<Utc>::from);
    moment.ok_or_else(|| Invalid::one("format", "A moment is written as in 2026-04-27T08:00:00Z (RFC 3339)."))
}

fn sort(text: String) -> Result<Sort, Invalid> {
    let (descending, name) = text.strip_prefix('-').map_or((false, text.as_str()), |name| (true, name));
    match name {
        "first_published_at" => Ok(Sort { key: SortKey::FirstPublishedAt, descending }),
        "updated_at" => Ok(Sort { key: SortKey::UpdatedAt, descending }),
        _ => Err(Invalid::one(
            "enum",
            "A list is sorted by first_published_at or updated_at, with - before it the newest first.",
        )),
    }
}

pub(crate) fn limit(text: String) -> Result<Limit, Invalid> {
    let number = text.parse::<i64>().ok().filter(|number| number.to_string() == text);
    Limit::try_from(number.ok_or_else(|| Invalid::one("range", "A limit is a whole number from 1 to 100."))?)
}

pub(crate) fn flag(text: String) -> Result<bool, Invalid> {
    text.parse().map_err(|_| Invalid::one("enum", "This is true or false."))
}
