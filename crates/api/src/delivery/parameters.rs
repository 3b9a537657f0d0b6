//! The parameters that several operations of the delivery API have, and their values.

use chrono::{DateTime, Utc};
use domain::{ArticleId, CalendarPeriod, Invalid, Kicker, Locale, Site, Slug};
use serde_json::json;
use store::delivery::editions::{Fields, Sort, SortKey};

use crate::http::query_params::{
    CommaSeparated, NamedValue, OrDefault, component, param_value, query_params,
};

query_params! {
    /// Filters by term.
    pub(crate) struct TermFilter {
        /// Filters by section. Several slugs, separated by commas, match any of them. An unknown slug matches nothing.
        #[example = ["engineering"]]
        section: CommaSeparated<SlugFilter>,
        /// Filters by kicker, by name or by slug. Several, separated by commas, match any of them.
        #[example = ["Dispatch"]]
        kicker: CommaSeparated<KickerFilter>,
        /// Filters by tag. Several, separated by commas, match any of them.
        #[example = ["operations"]]
        tag: CommaSeparated<SlugFilter>,
        /// Filters by author. Several, separated by commas, match any of them.
        #[example = ["ines-marchetti"]]
        author: CommaSeparated<SlugFilter>,
    }
}

query_params! {
    /// Filters and order that only lists of articles have.
    pub(crate) struct ListFilter {
        /// Filters by tags, separated by commas. An article must have all of them.
        #[example = ["operations", "rust"]]
        pub(super) tags_all: CommaSeparated<SlugFilter>,
        /// Filters by series. Several, separated by commas, match any of them.
        #[example = ["twelve-practices"]]
        pub(super) series: CommaSeparated<SlugFilter>,
        /// Filters by article ID. At most 50, separated by commas.
        #[example = ["0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61"]]
        pub(super) ids: CommaSeparated<ArticleId>,
        /// The order: by `first_published_at` or `updated_at`. A leading `-` puts the newest first.
        #[example = "-first_published_at"]
        pub(super) sort: OrDefault<Sort>,
    }
}

query_params! {
    /// Filters by date of first publication.
    pub(crate) struct PublishedFilter {
        /// Filters by date of first publication: at this time or later.
        #[example = "2026-01-01T00:00:00Z"]
        pub(super) published_since: Option<DateTime<Utc>>,
        /// Filters by date of first publication: before this time.
        #[example = "2027-01-01T00:00:00Z"]
        pub(super) published_before: Option<DateTime<Utc>>,
        /// Filters by date of first publication, in the site's time zone: a month, a day or a year, such as `2026-03`,
        /// `2026-03-05` or `2026`.
        #[example = "2026-03"]
        pub(super) published_on: Option<CalendarPeriod>,
        /// Filters by year of first publication, in the site's time zone. An alternative to `published_on`.
        #[example = 2026]
        year: Option<Year>,
    }
    exclusive(published_on, year)
}

query_params! {
    /// The locale, and how fresh the response must be.
    pub(crate) struct LocaleQuery {
        /// The locale. Default: the site's default locale.
        locale: Option<Locale>,
        /// The `sequence` that a write returned. The response includes that change; if this server has not seen it
        /// after one second, it returns 503 `behind`.
        #[example = 1]
        pub(super) min_sequence: Option<i64>,
    }
}

query_params! {
    /// How fresh the response must be.
    pub(crate) struct FreshnessQuery {
        /// The `sequence` that a write returned. The response includes that change; if this server has not seen it
        /// after one second, it returns 503 `behind`.
        #[example = 1]
        pub(super) min_sequence: Option<i64>,
    }
}

query_params! {
    /// The formats of the body.
    #[derive(Default)]
    pub(crate) struct BodyQuery {
        /// The formats of the body, separated by commas: `html`, `markdown`, `blocks`, `text`, or `none`. Default:
        /// `html` for an article, `none` in a list.
        #[example = ["html", "blocks"]]
        body: CommaSeparated<BodyForm>,
    }
}

impl TermFilter {
    /// The slugs of each kind.
    pub(super) fn any_of(&self) -> Vec<(&'static str, Vec<String>)> {
        let Self { section, kicker, tag, author } = self;
        let slugs = [("section", section), ("tag", tag), ("author", author)];
        let slugs = slugs.into_iter().map(|(kind, slugs)| (kind, slugs.texts()));
        slugs.chain([("kicker", kicker.texts())]).collect()
    }
}

impl PublishedFilter {
    /// Replaces `year` by the same period in `published_on`, so that both have one canonical query.
    pub(super) fn normalize(&mut self) {
        self.published_on = self.published_on.or(self.year.take().map(|Year(period)| period));
    }
}

impl LocaleQuery {
    /// The locale to read. A locale that is not configured has no articles, even if some were published in it before
    /// the configuration changed. The canonical query leaves out the default locale, and has one spelling for all
    /// locales that are not configured.
    pub(super) fn resolve(&mut self, site: &Site) -> Locale {
        let named = self.locale.take().filter(|locale| *locale != site.default_locale);
        self.locale = named.map(|locale| if site.has_locale(&locale) { locale } else { Locale::none() });
        self.locale.clone().unwrap_or_else(|| site.default_locale.clone())
    }
}

impl BodyQuery {
    /// The fields of an article to read. The canonical query leaves out the default format.
    pub(super) fn resolve(&mut self, default: BodyForm) -> Fields {
        let forms = &mut self.body.0;
        if forms.len() > 1 {
            forms.retain(|form| *form != BodyForm::None);
        }
        if *forms == [default] {
            forms.clear();
        }
        let has = |form: BodyForm| forms.contains(&form) || (forms.is_empty() && form == default);
        Fields {
            article: true,
            html: has(BodyForm::Html),
            markdown: has(BodyForm::Markdown),
            text: has(BodyForm::Text),
            blocks: has(BodyForm::Blocks),
        }
    }
}

/// A format of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum BodyForm {
    Html,
    Markdown,
    Blocks,
    Text,
    None,
}

impl NamedValue for BodyForm {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("html", Self::Html),
        ("markdown", Self::Markdown),
        ("blocks", Self::Blocks),
        ("text", Self::Text),
        ("none", Self::None),
    ];
}

impl NamedValue for Sort {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("-first_published_at", Self { key: SortKey::FirstPublishedAt, descending: true }),
        ("first_published_at", Self { key: SortKey::FirstPublishedAt, descending: false }),
        ("-updated_at", Self { key: SortKey::UpdatedAt, descending: true }),
        ("updated_at", Self { key: SortKey::UpdatedAt, descending: false }),
    ];
}

/// A slug. A longer one than any slug can be is accepted too, and matches nothing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SlugFilter(pub(super) String);

param_value!(
    SlugFilter,
    component::<Slug>(),
    |text| match Slug::try_from(text.clone()) {
        Err(invalid) if invalid.0.iter().any(|violation| violation.rule != "max_length") => Err(invalid),
        Ok(_) | Err(_) => Ok(Self(text)),
    },
    |slug| slug.0.clone()
);

/// The slug of a kicker, given by name or by slug. A text that cannot be a kicker becomes a hyphen, which is not a
/// slug and matches nothing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct KickerFilter(String);

param_value!(
    KickerFilter,
    json!({ "type": "string", "pattern": r"^[^,\u0000\ufffd]+$" }),
    |text| {
        if text.is_empty() {
            return Err(Invalid::one("min_length", "A kicker has at least one character."));
        }
        let slug = Kicker::try_from(text).ok().and_then(|kicker| kicker.slug());
        Ok(Self(slug.map_or_else(|| "-".to_owned(), String::from)))
    },
    |slug| slug.0.clone()
);

/// A year of the calendar.
#[derive(Debug)]
struct Year(CalendarPeriod);

param_value!(
    Year,
    json!({ "type": "integer", "format": "int32", "minimum": 1000, "maximum": 9999 }),
    |text| {
        let year = Some(text).filter(|text| text.len() == 4);
        let year =
            year.ok_or_else(|| Invalid::one("range", "A year is a whole number from 1000 to 9999."))?;
        CalendarPeriod::parse(&year).map(Self)
    },
    |year| year.0.to_string()
);
