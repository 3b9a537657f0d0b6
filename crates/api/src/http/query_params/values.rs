//! The values that parameters of several operations have.

use chrono::{DateTime, SecondsFormat, Utc};
use domain::{
    ArticleId, CalendarPeriod, DraftStatus, Invalid, Limit, Locale, Moment, PersonId, SitePath, TermId,
    TermKind,
};
use serde_json::{Value, json};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::http::query_params::ParamValue;

/// Implements [`ParamValue`] for a type: its JSON schema, how it is parsed, and its canonical text.
macro_rules! param_value {
    ($type:ty, $schema:expr, $parse:expr, $text:expr) => {
        impl $crate::http::query_params::ParamValue for $type {
            fn schema() -> serde_json::Value {
                $schema
            }

            fn parse(text: String) -> Result<Self, domain::Invalid> {
                let parse: fn(String) -> Result<Self, domain::Invalid> = $parse;
                parse(text)
            }

            fn text(&self) -> String {
                let text: fn(&Self) -> String = $text;
                text(self)
            }
        }
    };
}
pub(crate) use param_value;

/// A reference to the schema of a type.
pub(crate) fn component<T: ToSchema>() -> Value {
    json!({ "$ref": format!("#/components/schemas/{}", T::name()) })
}

param_value!(Locale, component::<Self>(), Self::try_from, Self::to_string);
param_value!(DraftStatus, component::<Self>(), Self::try_from, |status| status.as_str().to_owned());
param_value!(TermKind, component::<Self>(), Self::try_from, |kind| kind.as_str().to_owned());
param_value!(ArticleId, component::<Self>(), |text| Uuid::parse(text).map(Self), |id| id.0.to_string());
param_value!(PersonId, component::<Self>(), |text| Uuid::parse(text).map(Self), |id| id.0.to_string());
param_value!(TermId, component::<Self>(), |text| Uuid::parse(text).map(Self), |id| id.0.to_string());

// An id in the one form that responses have it in.
param_value!(
    Uuid,
    json!({ "type": "string", "format": "uuid" }),
    |text| {
        let parsed = text.parse::<Self>().ok().filter(|id| id.hyphenated().to_string() == text);
        parsed.ok_or_else(|| Invalid::one("format", "An identity is a UUID with hyphens, in lower case."))
    },
    Self::to_string
);

// The number of something that is counted from 1.
param_value!(
    i32,
    json!({ "type": "integer", "format": "int32", "minimum": 1 }),
    |text| i64::parse(text).and_then(|number| Self::try_from(number).map_err(|_| not_counted())),
    Self::to_string
);
param_value!(
    i64,
    json!({ "type": "integer", "format": "int64", "minimum": 1 }),
    |text| whole_number(&text).filter(|number| *number > 0).ok_or_else(not_counted),
    Self::to_string
);

// No limit is 0, so text that is no number is refused like it.
param_value!(
    Limit,
    json!({ "type": "integer", "format": "int32", "minimum": 1, "maximum": 100 }),
    |text| Self::try_from(whole_number(&text).unwrap_or_default()),
    |limit| limit.get().to_string()
);
param_value!(
    bool,
    json!({ "type": "boolean" }),
    |text| text.parse().map_err(|_| Invalid::one("enum", "This is true or false.")),
    Self::to_string
);

// A moment to filter by. No article has a date out of bounds, so the nearer bound lets through the same.
param_value!(
    DateTime<Utc>,
    json!({ "type": "string", "format": "date-time" }),
    |text| Moment::parse_clamped(&text).map(Self::from),
    |at| at.to_rfc3339_opts(SecondsFormat::AutoSi, true)
);
param_value!(
    CalendarPeriod,
    json!({
        "type": "string",
        "pattern": "^[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
    }),
    |text| Self::parse(&text),
    Self::to_string
);
param_value!(
    SitePath,
    json!({
        "type": "string",
        "maxLength": Self::MAX_CHARS,
        "pattern": r"^/([^%?#\u0000-\u001f\u007f\ufffd]|%([2-689A-Fa-f][0-9A-Fa-f]|7[0-9A-Ea-e]))*$"
    }),
    Self::try_from,
    |path| path.as_given().to_owned()
);

/// A number without leading zeros or a plus sign.
fn whole_number(text: &str) -> Option<i64> {
    text.parse::<i64>().ok().filter(|number| number.to_string() == text)
}

fn not_counted() -> Invalid {
    Invalid::one("range", "This is a whole number, 1 or more.")
}

/// A text of `MIN` to `MAX` characters.
#[derive(Debug, Clone)]
pub(crate) struct Text<const MIN: usize, const MAX: usize>(pub(crate) String);

impl<const MIN: usize, const MAX: usize> ParamValue for Text<MIN, MAX> {
    fn schema() -> Value {
        json!({ "type": "string", "minLength": MIN, "maxLength": MAX })
    }

    fn parse(text: String) -> Result<Self, Invalid> {
        let detail = format!("A text has {MIN} to {MAX} characters.");
        match text.chars().count() {
            count if count < MIN => Err(Invalid::one("min_length", detail)),
            count if count > MAX => Err(Invalid::one("max_length", detail)),
            _ => Ok(Self(text)),
        }
    }

    fn text(&self) -> String {
        self.0.clone()
    }
}
