//! What lists may be asked: their parameters as the API document describes them, and how the values are read.

use chrono::{DateTime, Utc};
use domain::{CalendarPeriod, Invalid, Kicker, Limit, Locale, Moment, Slug};
use serde::Deserialize;
use store::delivery::editions::{Sort, SortKey};
use utoipa::IntoParams;
use utoipa::openapi::path::{Parameter, ParameterIn};
use uuid::Uuid;

use crate::http::query_params::ParamErrors;

/// Which teasers.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct TeaserQuery {
    /// Only in this section; several, separated by commas, mean any of them. An unknown one gives an empty list.
    #[param(pattern = "^[a-z0-9]+(-[a-z0-9]+)*(,[a-z0-9]+(-[a-z0-9]+)*){0,49}$", example = "engineering")]
    pub(super) section: Option<String>,
    /// Only with this kicker, as it is shown or as a slug; several mean any of them.
    #[param(pattern = r"^[^,\u0000\ufffd]+(,[^,\u0000\ufffd]+){0,49}$", example = "Dispatch")]
    pub(super) kicker: Option<String>,
    /// Only with this tag; several mean any of them.
    #[param(pattern = "^[a-z0-9]+(-[a-z0-9]+)*(,[a-z0-9]+(-[a-z0-9]+)*){0,49}$", example = "operations")]
    pub(super) tag: Option<String>,
    /// Only with all of these tags.
    #[param(
        pattern = "^[a-z0-9]+(-[a-z0-9]+)*(,[a-z0-9]+(-[a-z0-9]+)*){0,49}$",
        example = "operations,rust"
    )]
    pub(super) tags_all: Option<String>,
    /// Only by this author; several mean any of them.
    #[param(pattern = "^[a-z0-9]+(-[a-z0-9]+)*(,[a-z0-9]+(-[a-z0-9]+)*){0,49}$", example = "vera")]
    pub(super) author: Option<String>,
    /// Only of this series; several mean any of them.
    #[param(
        pattern = "^[a-z0-9]+(-[a-z0-9]+)*(,[a-z0-9]+(-[a-z0-9]+)*){0,49}$",
        example = "twelve-practices"
    )]
    pub(super) series: Option<String>,
    /// Only these articles, by identity, separated by commas; at most 50.
    #[param(
        pattern = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(,[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}){0,49}$",
        example = "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61"
    )]
    pub(super) ids: Option<String>,
    /// The locale; the site's default when absent.
    #[param(value_type = Option<Locale>)]
    pub(super) locale: Option<String>,
    /// Only what was first published at this moment or later.
    #[param(value_type = Option<DateTime<Utc>>, example = "2026-01-01T00:00:00Z")]
    pub(super) published_since: Option<String>,
    /// Only what was first published before this moment.
    #[param(value_type = Option<DateTime<Utc>>, example = "2027-01-01T00:00:00Z")]
    pub(super) published_before: Option<String>,
    /// Only what was first published in this month, on this day or in this year of the site's time zone: `2026-03`,
    /// `2026-03-05` or `2026`.
    #[param(pattern = "^[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$", example = "2026-03")]
    pub(super) published_on: Option<String>,
    /// Only what was first published in this year of the site's time zone. It takes the place of `published_on`.
    #[param(value_type = Option<i32>, minimum = 1000, maximum = 9999, example = 2026)]
    pub(super) year: Option<String>,
    /// The order: by `first_published_at` or `updated_at`, with `-` before it the newest first.
    #[param(pattern = "^-?(first_published_at|updated_at)$", example = "-first_published_at")]
    pub(super) sort: Option<String>,
    /// How many on a page, 1 to 100.
    #[param(value_type = Option<i32>, minimum = 1, maximum = 100, example = 20)]
    pub(super) limit: Option<String>,
    /// The page after this cursor, from `page.next`.
    pub(super) after: Option<String>,
    /// The page before this cursor, from `page.previous`.
    pub(super) before: Option<String>,
    /// Whether to count all that the filters let through.
    #[param(value_type = Option<bool>, example = false)]
    pub(super) total: Option<String>,
    /// An act, by the `sequence` that it was answered with: the answer knows of it, or there is none yet.
    #[param(value_type = Option<i64>, minimum = 1, example = 1)]
    pub(super) min_sequence: Option<String>,
}

/// Which articles, and with which forms of their bodies.
#[derive(Debug, Deserialize)]
pub(crate) struct ArticleQuery {
    #[serde(flatten)]
    pub(super) teasers: TeaserQuery,
    #[serde(flatten)]
    pub(super) bodies: BodiesQuery,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct BodiesQuery {
    /// The forms of the body, separated by commas: `html`, `markdown`, `blocks`, `text`, or `none`. `none` when absent.
    #[param(
        pattern = "^(html|markdown|blocks|text|none)(,(html|markdown|blocks|text|none)){0,49}$",
        example = "text"
    )]
    pub(super) body: Option<String>,
}

impl IntoParams for ArticleQuery {
    fn into_params(parameter_in: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        [TeaserQuery::into_params(&parameter_in), BodiesQuery::into_params(&parameter_in)].concat()
    }
}

/// A slug. One that is too long to be anybody's is well formed all the same, and finds nothing.
pub(super) fn slug(text: String) -> Result<String, Invalid> {
    match Slug::try_from(text.clone()) {
        Ok(_) => Ok(text),
        Err(invalid) if invalid.0.iter().all(|violation| violation.rule == "max_length") => Ok(text),
        Err(invalid) => Err(invalid),
    }
}

/// The slug of a kicker, given as it is shown or as that slug. What can be no kicker has none: a hyphen stands for that,
/// which is no slug, and finds nothing.
pub(super) fn kicker(text: String) -> Result<String, Invalid> {
    if text.is_empty() {
        return Err(Invalid::one("min_length", "A kicker has at least one character."));
    }
    let slug = Kicker::try_from(text).ok().and_then(|kicker| kicker.slug());
    Ok(slug.map_or_else(|| "-".to_owned(), String::from))
}

/// An identity in the one form that answers give it in.
pub(crate) fn id(text: String) -> Result<Uuid, Invalid> {
    let parsed = text.parse::<Uuid>().ok().filter(|id| id.hyphenated().to_string() == text);
    parsed.ok_or_else(|| Invalid::one("format", "An id is a UUID with hyphens, in lower case."))
}

/// A moment to filter by. No article has a date out of bounds, so the nearer bound lets through the same.
pub(super) fn moment(text: String) -> Result<DateTime<Utc>, Invalid> {
    Moment::parse_clamped(&text).map(DateTime::from)
}

/// The period that `published_on` or `year` names.
pub(super) fn period(
    published_on: Option<String>,
    year: Option<String>,
    errors: &mut ParamErrors,
) -> Option<CalendarPeriod> {
    if published_on.is_some() && year.is_some() {
        let both = Invalid::one("exclusive", "A year is part of `published_on`: give either that or `year`.");
        errors.check("year", Err::<(), _>(both));
    }
    let of_year = |text: String| {
        let year = Some(text.as_str()).filter(|text| text.len() == 4);
        let year =
            year.ok_or_else(|| Invalid::one("range", "A year is a whole number from 1000 to 9999."))?;
        CalendarPeriod::parse(year)
    };
    let year = errors.check("year", year.map(of_year).transpose());
    let period = published_on.map(|text| CalendarPeriod::parse(&text));
    errors.check("published_on", period.transpose()).or(year)
}

pub(super) fn sort(text: String) -> Result<Sort, Invalid> {
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

/// The number of an act.
pub(crate) fn sequence(text: String) -> Result<i64, Invalid> {
    let number = text.parse::<i64>().ok().filter(|number| *number > 0 && number.to_string() == text);
    number.ok_or_else(|| Invalid::one("range", "An act has a whole number, 1 or more."))
}

pub(crate) fn flag(text: String) -> Result<bool, Invalid> {
    text.parse().map_err(|_| Invalid::one("enum", "This is true or false."))
}
