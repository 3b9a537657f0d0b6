//! Moments in the bodies of requests.

use chrono::{DateTime, Utc};
use domain::{GivenTime, Invalid};
use store::time_zone;

use crate::editorial::Editorial;
use crate::problem::{Kind, Problem, ProblemError};

/// The moment that was given at `pointer`: with an offset, or as a wall time in the time zone of the publication.
///
/// # Errors
/// 400 when it is not written as one, 422 when it is out of bounds.
pub(super) async fn moment(
    editorial: &Editorial,
    pointer: &str,
    text: &str,
) -> Result<DateTime<Utc>, Problem> {
    match GivenTime::parse(text).map_err(|invalid| refused(pointer, invalid))? {
        GivenTime::Moment(moment) => Ok(moment.utc()),
        GivenTime::WallTime(wall_time) => {
            let moments =
                editorial.read(async |conn| time_zone::moments_of(conn, &[wall_time]).await).await?;
            let moment = moments.first().ok_or_else(|| Problem::internal("a wall time has no moment"))?;
            Ok(moment.utc())
        }
    }
}

fn refused(pointer: &str, invalid: Invalid) -> Problem {
    let is_out_of_bounds = invalid.0.iter().any(|violation| violation.rule == "range");
    let errors = invalid.0.into_iter();
    let errors =
        errors.map(|violation| ProblemError::at(pointer, violation.rule, violation.detail)).collect();
    if is_out_of_bounds {
        Problem::new(Kind::InvalidContent, "1 value cannot be accepted.").with(errors)
    } else {
        Problem::body(errors)
    }
}
