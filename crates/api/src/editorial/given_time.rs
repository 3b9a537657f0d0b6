//! Times in request bodies.

use chrono::{DateTime, Utc};
use domain::{Invalid, TimeInput};
use store::time_zone;

use crate::editorial::EditorialApi;
use crate::problem::{Problem, ProblemError, ProblemKind};

/// Parses a time with an offset, or resolves a wall time in the time zone of the publication. `pointer` is its place in the
/// body, for errors.
///
/// # Errors
/// 400 if it is malformed, 422 if it is out of range.
pub(super) async fn resolve(
    editorial: &EditorialApi,
    pointer: &str,
    text: &str,
) -> Result<DateTime<Utc>, Problem> {
    match TimeInput::parse(text).map_err(|invalid| invalid_time(pointer, invalid))? {
        TimeInput::Moment(moment) => Ok(moment.utc()),
        TimeInput::WallTime(wall_time) => {
            let moments =
                editorial.read(async |conn| time_zone::moments_of(conn, &[wall_time]).await).await?;
            let moment = moments.first().ok_or_else(|| Problem::internal("a wall time has no moment"))?;
            Ok(moment.utc())
        }
    }
}

fn invalid_time(pointer: &str, invalid: Invalid) -> Problem {
    let is_out_of_bounds = invalid.0.iter().any(|violation| violation.rule == "range");
    let errors = invalid.0.into_iter();
    let errors =
        errors.map(|violation| ProblemError::at_pointer(pointer, violation.rule, violation.detail)).collect();
    if is_out_of_bounds {
        Problem::new(ProblemKind::InvalidContent, "1 value cannot be accepted.").with_errors(errors)
    } else {
        Problem::invalid_body(errors)
    }
}
