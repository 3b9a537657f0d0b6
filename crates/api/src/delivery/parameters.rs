//! The parameters that several operations of the delivery API have, and their values.

use chrono::{DateTime, Utc};
use domain::{ArticleId, CalendarPeriod, Invalid, Kicker, Locale, Site, Slug};
use serde_json::json;
use store::delivery::editions::{Fields, Sort, SortKey};

use crate::http::query_params::{
    CommaSeparated, NamedValue, OrDefault, component, param_value, query_params,
};

query_params! {
    /// What articles are sorted under.
    pub(crate) struct TermFilter {
        /// Only in this section; several, separated by commas, mean any of them. An unknown one gives an empty list.
        #[example = ["engineering"]]
        section: CommaSeparated<SlugFilter>,
        /// Only with this kicker, as it is shown or as a slug; several mean any of them.
        #[example = ["Dispatch"]]
        kicker: CommaSeparated<KickerFilter>,
        /// Only with this tag; several mean any of them.
        #[example = ["operations"]]
        tag: CommaSeparated<SlugFilter>,
        /// Only by this author; several mean any of them.
        #[example = ["ines-marchetti"]]
        author: CommaSeparated<SlugFilter>,
    }
}

query_params! {
    /// What only lists of articles may be filtered by, and their order.
    pub(crate) struct ListFilter {
        /// Only with all of these tags.
        #[example = ["operations", "rust"]]
        pub(super) tags_all: CommaSeparated<SlugFilter>,
        /// Only of this series; several mean any of them.
        #[example = ["twelve-practices"]]
        pub(super) series: CommaSeparated<SlugFilter>,
        /// Only these articles, by identity, separated by commas; at most 50.
        #[example = ["0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61"]]
        pub(super) ids: CommaSeparated<ArticleId>,
        /// The order: by `first_published_at` or `updated_at`, with `-` before it the newest first.
        #[example = "-first_published_at"]
        pub(super) sort: OrDefault<Sort>,
    }
}

query_params! {
    /// When articles were first published.
    pub(crate) struct PublishedFilter {
        /// Only what was first published at this moment or later.
        #[example = "2026-01-01T00:00:00Z"]
        pub(super) published_since: Option<DateTime<Utc>>,
        /// Only what was first published before this moment.
        #[example = "2027-01-01T00:00:00Z"]
        pub(super) published_before: Option<DateTime<Utc>>,
        /// Only what was first published in this month, on this day or in this year of the site's time zone: `2026-03`,
        /// `2026-03-05` or `2026`.
        #[example = "2026-03"]
        pub(super) published_on: Option<CalendarPeriod>,
        /// Only what was first published in this year of the site's time zone. It takes the place of `published_on`.
        #[example = 2026]
        year: Option<Year>,
    }
    exclusive(published_on, year)
}

query_params! {
    /// In which locale, and how fresh.
    pub(crate) struct LocaleQuery {
        /// The locale; the site's default when absent.
        locale: Option<Locale>,
        /// An act, by the `sequence` that it was answered with: the answer knows of it, or there is none yet.
        #[example = 1]
        pub(super) min_sequence: Option<i64>,
    }
}

query_params! {
    /// How fresh.
    pub(crate) struct FreshnessQuery {
        /// An act, by the `sequence` that it was answered with: the answer knows of it, or there is none yet.
        #[example = 1]
        pub(super) min_sequence: Option<i64>,
    }
}

query_params! {
    /// Which forms of the body.
    #[derive(Default)]
    pub(crate) struct BodyQuery {
        /// The forms of the body, separated by commas: `html`, `markdown`, `blocks`, `text`, or `none`. When absent, it is `html`
        /// for an article and `none` in a list.
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
    /// The locale to read. A locale that is not configured is read as one in which nothing is written, also where articles were
    /// published in it before the configuration was changed. The canonical query does not name the default locale, and all
    /// that are not configured alike.
    pub(super) fn resolve(&mut self, site: &Site) -> Locale {
        let named = self.locale.take().filter(|locale| *locale != site.default_locale);
        self.locale = named.map(|locale| if site.has_locale(&locale) { locale } else { Locale::none() });
        self.locale.clone().unwrap_or_else(|| site.default_locale.clone())
    }
}

impl BodyQuery {
    /// The fields to read of an article. The canonical query does not name the form that is the default.
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

/// A form of the body.
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

/// A slug. One that is too long to be anybody's is well formed all the same, and finds nothing.
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

/// The slug of a kicker, given as it is shown or as that slug. What can be no kicker has none: a hyphen stands for that,
/// which is no slug, and finds nothing.
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
