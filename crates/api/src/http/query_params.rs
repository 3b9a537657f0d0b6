//! Query parameters. Unknown and repeated parameters are errors: a parameter that is silently ignored looks like a
//! filter that works.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use domain::Invalid;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use utoipa::IntoParams;

use crate::problem::{Problem, ProblemError};

/// The parameters of a request, as text. `T` is what the API document describes, each an optional `String`.
pub(crate) struct Query<T>(pub(crate) T);

/// The query of what takes no parameters.
#[derive(Debug, Deserialize, IntoParams)]
pub(crate) struct NoQuery {}

impl<T: DeserializeOwned + IntoParams> FromRequest for Query<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read(request.query_string()).map(Query))
    }
}

/// Collects the errors of all parameters, to report them together.
#[derive(Default)]
pub(crate) struct ParamErrors(Vec<ProblemError>);

impl ParamErrors {
    /// The value; if it is invalid, records the error and returns the default.
    pub(crate) fn check<T: Default>(&mut self, parameter: &str, value: Result<T, Invalid>) -> T {
        value.unwrap_or_else(|invalid| {
            self.0
                .extend(invalid.0.iter().map(|violation| ProblemError::from_violation(parameter, violation)));
            T::default()
        })
    }

    /// Fails if any error was recorded.
    pub(crate) fn finish(self) -> Result<(), Problem> {
        if self.0.is_empty() { Ok(()) } else { Err(Problem::invalid_parameters(self.0)) }
    }
}

/// The parts of a list separated by commas, at most 50, each parsed.
pub(crate) fn comma_separated<T>(
    value: Option<&String>,
    parse: impl Fn(String) -> Result<T, Invalid>,
) -> Result<Vec<T>, Invalid> {
    let parts: Vec<&str> = value.iter().flat_map(|value| value.split(',')).collect();
    if parts.len() > MOST_PARTS {
        return Err(Invalid::one("max_items", "A list has at most 50 parts."));
    }
    parts.into_iter().map(|part| parse(part.to_owned())).collect()
}

const MOST_PARTS: usize = 50;

/// A name to filter a list by: at most 100 characters.
pub(crate) fn short_name(name: String) -> Result<String, Invalid> {
    if name.chars().count() <= 100 {
        return Ok(name);
    }
    Err(Invalid::one("max_length", "A name has at most 100 characters."))
}

/// The maximum number of parameters. No operation has half as many.
const MOST_PARAMETERS: usize = 64;

/// Longer names get no suggestion, because the edit distance takes time in the length of both names.
const LONGEST_COMPARED: usize = 64;

fn read<T: DeserializeOwned + IntoParams>(query: &str) -> Result<T, Problem> {
    let count = query.split('&').count();
    if count > MOST_PARAMETERS {
        let detail = format!("A query has at most {MOST_PARAMETERS} parameters; this one has {count}.");
        return Err(Problem::invalid_parameters(vec![ProblemError::general("max_items", detail)]));
    }
    let known: Vec<String> = T::into_params(|| None).into_iter().map(|parameter| parameter.name).collect();
    let mut found = Map::new();
    let mut errors = Vec::new();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        if !known.iter().any(|known| *known == name) {
            errors.push(ProblemError::parameter(&name, "unknown", did_you_mean(&name, &known)));
        } else if value.contains('\0') || value.contains('\u{fffd}') {
            errors.push(ProblemError::parameter(&name, "encoding", "The value is not valid UTF-8 text."));
        } else if found.insert(name.to_string(), Value::from(value.into_owned())).is_some() {
            let detail = "The parameter may be given once; a comma separates several values.";
            errors.push(ProblemError::parameter(&name, "repeated", detail));
        }
    }
    if !errors.is_empty() {
        return Err(Problem::invalid_parameters(errors));
    }
    Ok(serde_json::from_value(Value::Object(found))?)
}

fn did_you_mean(name: &str, known: &[String]) -> String {
    let compared = if name.len() > LONGEST_COMPARED { &[] } else { known };
    let near = compared.iter().map(|known| (strsim::damerau_levenshtein(name, known), known));
    let near = near.min().filter(|(distance, known)| *distance <= 2.max(known.len() / 3));
    match near {
        Some((_, near)) => format!("There is no such parameter; did you mean `{near}`?"),
        None => format!("There is no such parameter. Known are: {}.", known.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_with_too_many_parameters_are_refused_before_parsing() {
        let many = |count: usize| vec!["a"; count].join("&");
        let refused = |query: &str| read::<NoQuery>(query).unwrap_err().to_json("", "");
        let listed = refused(&many(MOST_PARAMETERS));
        assert!(listed.contains("64 parameters cannot") && listed.contains("And 44 more."), "{listed}");
        let refused = refused(&many(4_051));
        assert!(refused.contains("at most 64 parameters; this one has 4051"), "{refused}");
        assert!(refused.len() < 1_000, "{refused}");
    }

    #[test]
    fn long_parameter_names_get_no_suggestion_and_are_truncated() {
        let name = "a".repeat(8_000);
        let refused = read::<NoQuery>(&name).unwrap_err().to_json("", "");
        assert!(refused.contains("There is no such parameter.") && refused.len() < 1_000, "{refused}");
    }
}
