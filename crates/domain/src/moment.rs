//! The dates that an article can have, limited to a range that every response format can represent.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use serde::{Deserialize, Deserializer, Serialize};

use crate::Invalid;

/// A moment between [`Moment::EARLIEST`] and [`Moment::LATEST`], to the microsecond.
///
/// In every time zone its year has four digits, as RFC 3339, RSS and the archive require, and
/// Postgres can compute with it. Stored dates outside these bounds are returned as the nearer bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "DateTime<Utc>")]
pub struct Moment(DateTime<Utc>);

impl Moment {
    /// 1000-01-02T00:00:00Z.
    pub const EARLIEST: Self = Self::from_seconds(-30_610_137_600);
    /// 9999-12-30T00:00:00Z.
    pub const LATEST: Self = Self::from_seconds(253_402_128_000);

    const fn from_seconds(seconds: i64) -> Self {
        match DateTime::from_timestamp(seconds, 0) {
            Some(at) => Self(at),
            None => Self(DateTime::UNIX_EPOCH),
        }
    }

    /// Parses an RFC 3339 date and time.
    ///
    /// # Errors
    /// [`Invalid`] with the rule `format`, or with `range` when it is out of bounds.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        Self::try_from(rfc3339(text)?)
    }

    /// Like [`Self::parse`], but a time out of bounds becomes the nearer bound.
    ///
    /// # Errors
    /// [`Invalid`] with the rule `format`.
    pub fn parse_clamped(text: &str) -> Result<Self, Invalid> {
        Ok(Self::clamped(rfc3339(text)?))
    }

    /// The nearest moment within the bounds.
    #[must_use]
    pub fn clamped(at: DateTime<Utc>) -> Self {
        Self::from_micros_clamped(at.timestamp_micros())
    }

    /// Converts microseconds since 1970. A time out of bounds becomes the nearer bound.
    #[must_use]
    pub fn from_micros_clamped(micros: i64) -> Self {
        let within = micros.clamp(Self::EARLIEST.0.timestamp_micros(), Self::LATEST.0.timestamp_micros());
        DateTime::from_timestamp_micros(within).map_or(Self::LATEST, Self)
    }

    /// Converts microseconds since 1970; `None` if the time is out of bounds.
    #[must_use]
    pub fn from_micros(micros: i64) -> Option<Self> {
        let moment = Self::from_micros_clamped(micros);
        (moment.0.timestamp_micros() == micros).then_some(moment)
    }

    /// The time in UTC.
    #[must_use]
    pub const fn utc(self) -> DateTime<Utc> {
        self.0
    }
}

/// A time from user input, with or without a UTC offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeInput {
    /// With an offset from UTC.
    Moment(Moment),
    /// Without an offset: a local time in the time zone of the publication.
    WallTime(NaiveDateTime),
}

impl TimeInput {
    /// Parses an RFC 3339 date and time, or a local time without an offset, whose seconds may be absent.
    ///
    /// # Errors
    /// [`Invalid`] with the rule `format`, or with `range` when it is out of bounds.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let forms = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M"];
        // Require a four-digit year, because chrono accepts other lengths too.
        let is_wall_time = text.find('T') == Some("2026-04-27".len());
        let wall_time = forms.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
        match wall_time.filter(|_| is_wall_time) {
            Some(wall_time) => Self::wall_time(wall_time),
            None => Moment::parse(text).map(Self::Moment),
        }
    }

    /// A local time, truncated to microseconds.
    ///
    /// # Errors
    /// [`Invalid`] with the rule `range` when it may be out of bounds in some time zone.
    pub fn wall_time(wall_time: NaiveDateTime) -> Result<Self, Invalid> {
        let moment = Moment::try_from(wall_time.and_utc())?;
        // The UTC offset of every time zone, past or present, is less than a day.
        let day = TimeDelta::days(1);
        let inside = Moment::EARLIEST.0 + day..=Moment::LATEST.0 - day;
        if inside.contains(&moment.0) {
            Ok(Self::WallTime(moment.0.naive_utc()))
        } else {
            Err(out_of_bounds())
        }
    }
}

fn out_of_bounds() -> Invalid {
    Invalid::one("range", "A date lies between 1000-01-02T00:00:00Z and 9999-12-30T00:00:00Z.")
}

/// Refuses a space between date and time, which chrono accepts and RFC 3339 allows only by agreement.
fn rfc3339(text: &str) -> Result<DateTime<Utc>, Invalid> {
    let parsed = DateTime::parse_from_rfc3339(text).ok().filter(|_| !text.contains(' '));
    let parsed = parsed.map(|at| at.to_utc());
    parsed.ok_or_else(|| Invalid::one("format", "A moment is written as in 2026-04-27T08:00:00Z (RFC 3339)."))
}

impl TryFrom<DateTime<Utc>> for Moment {
    type Error = Invalid;

    fn try_from(at: DateTime<Utc>) -> Result<Self, Invalid> {
        Self::from_micros(at.timestamp_micros()).ok_or_else(out_of_bounds)
    }
}

impl TryFrom<String> for Moment {
    type Error = Invalid;

    fn try_from(text: String) -> Result<Self, Invalid> {
        Self::parse(&text)
    }
}

impl From<Moment> for DateTime<Utc> {
    fn from(moment: Moment) -> Self {
        moment.0
    }
}

/// Deserialises a stored date and clamps it, because it may have been stored before dates were bounded.
pub(crate) fn deserialize_clamped<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Moment>, D::Error> {
    Ok(Option::<DateTime<Utc>>::deserialize(from)?.map(Moment::clamped))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_bounds_of_moments_are_inclusive() {
        for (text, allowed) in [
            ("1000-01-02T00:00:00Z", true),
            ("1000-01-01T23:59:59.999999Z", false),
            ("9999-12-30T00:00:00Z", true),
            ("9999-12-30T00:00:00.000001Z", false),
            ("1000-01-02T12:00:00+14:00", false),
            ("1969-07-20T20:17:00Z", true),
            ("0000-01-01T00:00:00Z", false),
        ] {
            assert_eq!(Moment::parse(text).is_ok(), allowed, "{text}");
        }
        assert_eq!(Moment::EARLIEST.utc().to_rfc3339(), "1000-01-02T00:00:00+00:00");
        assert_eq!(Moment::LATEST.utc().to_rfc3339(), "9999-12-30T00:00:00+00:00");
        assert_eq!(Moment::parse("2026-01-01 00:00:00Z").unwrap_err().0[0].rule, "format");
    }

    #[test]
    fn leap_seconds_roll_over_and_nanoseconds_are_truncated() {
        let written = |text| Moment::parse(text).unwrap().utc().to_rfc3339();
        assert_eq!(written("2016-12-31T23:59:60Z"), "2017-01-01T00:00:00+00:00");
        assert_eq!(written("2016-12-31T00:00:00.123456789Z"), "2016-12-31T00:00:00.123456+00:00");
    }

    #[test]
    fn times_without_an_offset_are_wall_times() {
        let wall_time = |text: &str| match TimeInput::parse(text) {
            Ok(TimeInput::WallTime(wall_time)) => wall_time.to_string(),
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(wall_time("2026-04-27T08:00"), "2026-04-27 08:00:00");
        assert_eq!(wall_time("2026-04-27T08:00:01.5"), "2026-04-27 08:00:01.500");
        let moment = Moment::parse("2026-04-27T06:00:00Z").unwrap();
        assert_eq!(TimeInput::parse("2026-04-27T08:00:00+02:00"), Ok(TimeInput::Moment(moment)));
        let rule = |text: &str| TimeInput::parse(text).unwrap_err().0[0].rule;
        for text in ["2026-04-27", "2026-04-27 08:00:00", "12026-04-27T08:00:00", "T", "2026-04-27T25:00"] {
            assert_eq!(rule(text), "format", "{text}");
        }
        for text in ["1000-01-02T23:00", "9999-12-29T01:00:00", "0000-01-01T00:00"] {
            assert_eq!(rule(text), "range", "{text}");
        }
    }

    proptest! {
        #[test]
        fn clamped_moments_are_valid(micros in any::<i64>()) {
            let moment = Moment::from_micros_clamped(micros);
            prop_assert_eq!(Moment::try_from(moment.utc()), Ok(moment));
            prop_assert!(moment >= Moment::EARLIEST && moment <= Moment::LATEST);
            prop_assert_eq!(Moment::from_micros(micros).is_some(), moment.utc().timestamp_micros() == micros);
        }
    }
}
