//! The time zone of the publication and calendar periods, as plain data: Postgres converts them to times.

use std::fmt;

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Invalid;

/// A name in the form of the IANA time zone database. Postgres decides whether the zone exists.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String, example = "UTC")]
pub struct TimeZone(String);

impl TimeZone {
    /// How long it may be, in bytes.
    pub const MAX_BYTES: usize = 64;

    /// Coordinated Universal Time.
    #[must_use]
    pub fn utc() -> Self {
        Self("UTC".to_owned())
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for TimeZone {
    type Error = Invalid;

    fn try_from(value: String) -> Result<Self, Invalid> {
        let is_part = |part: &str| {
            part.starts_with(|c: char| c.is_ascii_alphabetic())
                && part.chars().all(|c| c.is_ascii_alphanumeric() || "_+-".contains(c))
        };
        if value.len() <= Self::MAX_BYTES && value.split('/').all(is_part) {
            return Ok(Self(value));
        }
        Err(Invalid::one("pattern", "A time zone has a name of the IANA database, such as Europe/Berlin."))
    }
}

impl From<TimeZone> for String {
    fn from(value: TimeZone) -> Self {
        value.0
    }
}

impl fmt::Display for TimeZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A calendar year, month or day, as a range of days whose end is exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CalendarPeriod {
    first: NaiveDate,
    next: NaiveDate,
}

impl CalendarPeriod {
    /// Parses a period such as `2026`, `2026-03` or `2026-03-05`.
    ///
    /// # Errors
    /// [`Invalid`] with the rule `format`, or with `range` when there is no such day, or none that an article can have.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let parts: Vec<&str> = text.split('-').collect();
        let is_number = |(part, length): (&&str, usize)| {
            part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        if parts.len() > 3 || !parts.iter().zip([4, 2, 2]).all(is_number) {
            return Err(Invalid::one(
                "format",
                "A period is a year, a month or a day, such as 2026, 2026-03 or 2026-03-05.",
            ));
        }
        let mut numbers = parts.iter().map(|part| part.parse::<u32>().ok());
        let (year, month, day) =
            (numbers.next().flatten(), numbers.next().flatten(), numbers.next().flatten());
        let first = year.and_then(|year| i32::try_from(year).ok()).filter(|year| *year >= 1_000);
        let first =
            first.and_then(|year| NaiveDate::from_ymd_opt(year, month.unwrap_or(1), day.unwrap_or(1)));
        let next = first.and_then(|first| match (month, day) {
            (_, Some(_)) => first.succ_opt(),
            (Some(_), None) => first.checked_add_months(Months::new(1)),
            (None, None) => first.checked_add_months(Months::new(12)),
        });
        let none = || Invalid::one("range", "There is no such day between the years 1000 and 9999.");
        first.zip(next).map(|(first, next)| Self { first, next }).ok_or_else(none)
    }

    /// Its first day.
    #[must_use]
    pub fn first(self) -> NaiveDate {
        self.first
    }

    /// The first day after it.
    #[must_use]
    pub fn next(self) -> NaiveDate {
        self.next
    }
}

impl fmt::Display for CalendarPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { first, next } = self;
        if first.succ_opt() == Some(*next) {
            return write!(f, "{first}");
        }
        match first.checked_add_months(Months::new(1)) == Some(*next) {
            true => write!(f, "{:04}-{:02}", first.year(), first.month()),
            false => write!(f, "{:04}", first.year()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_a_year_a_month_or_a_day() {
        for (text, first, next) in [
            ("2026", "2026-01-01", "2027-01-01"),
            ("2026-12", "2026-12-01", "2027-01-01"),
            ("2024-02-29", "2024-02-29", "2024-03-01"),
            ("9999", "9999-01-01", "+10000-01-01"),
        ] {
            let period = CalendarPeriod::parse(text).unwrap();
            assert_eq!(
                (period.first().to_string(), period.next().to_string()),
                (first.to_owned(), next.to_owned())
            );
            assert_eq!(period.to_string(), text);
        }
        let rule = |text: &str| CalendarPeriod::parse(text).unwrap_err().0[0].rule;
        for text in ["", "26", "2026-3", "2026-03-5", "2026-03-05-01", "+2026", "2026-", "march", "２０２６"]
        {
            assert_eq!(rule(text), "format", "{text}");
        }
        for text in ["0999", "2026-13", "2026-02-29", "0000", "2026-00"] {
            assert_eq!(rule(text), "range", "{text}");
        }
    }

    #[test]
    fn only_iana_time_zone_names_are_accepted() {
        let is_name = |text: &str| TimeZone::try_from(text.to_owned()).is_ok();
        for name in
            ["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "America/Port-au-Prince"]
        {
            assert!(is_name(name), "{name}");
        }
        for other in ["", "+02:00", "Europe/", "/etc/passwd", "Europe/../x", "a b", "UTC0;", &"a".repeat(65)]
        {
            assert!(!is_name(other), "{other}");
        }
    }
}
