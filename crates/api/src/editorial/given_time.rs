//! Moments in the bodies of requests.

use domain::Moment;

use crate::problem::{Kind, Problem, ProblemError};

/// A moment that was given at `pointer`.
///
/// # Errors
/// 400 when it is not written as one, 422 when it is out of bounds.
pub(super) fn moment(pointer: &str, text: &str) -> Result<Moment, Problem> {
    Moment::parse(text).map_err(|invalid| {
        let is_out_of_bounds = invalid.0.iter().any(|violation| violation.rule == "range");
        let errors = invalid
            .0
            .into_iter()
            .map(|violation| ProblemError::at(pointer, violation.rule, violation.detail));
        let errors = errors.collect();
        if is_out_of_bounds {
            Problem::new(Kind::InvalidContent, "1 value cannot be accepted.").with(errors)
        } else {
            Problem::body(errors)
        }
    })
}
