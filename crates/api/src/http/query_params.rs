//! Query parameters, each stated once. A struct declared with `query_params!` gives the parsing of a query with all its
//! errors, the parameters of the OpenAPI document, and the canonical query string of cache keys and cursors.
//!
//! Unknown and repeated parameters are errors: a parameter that is silently ignored looks like a filter that works.

mod values;

use std::collections::HashMap;
use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use domain::Invalid;
use serde_json::{Value, json};
use utoipa::IntoParams;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn, ParameterStyle};
use utoipa::openapi::{RefOr, Required, Schema};

pub(crate) use crate::http::query_params::values::{Text, component, param_value};

use crate::problem::{Problem, ProblemError};

/// The parameters of a request.
pub(crate) struct Query<T>(pub(crate) T);

/// A struct declared with `query_params!`, or a tuple of such structs.
pub(crate) trait QueryParams: Sized {
    /// The parameters as the OpenAPI document describes them.
    fn describe() -> Vec<Parameter>;

    /// Parses the values. `None` if one is invalid: the errors are in `raw`.
    fn parse(raw: &mut RawQuery) -> Option<Self>;

    /// The parameters in their order, with the text of those that are not absent and not at their default.
    fn texts(&self) -> Vec<(&'static str, Option<String>)>;

    /// The query in one spelling: equivalent queries have the same. `min_sequence` is left out, because it selects no
    /// other response.
    fn canonical(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let texts = self.texts().into_iter().filter(|(name, _)| *name != "min_sequence");
        query.extend_pairs(texts.filter_map(|(name, text)| Some((name, text?))));
        // A comma needs no escape in a query (RFC 3986, section 3.4), and clients do not escape it.
        query.finish().replace("%2C", ",")
    }
}

/// The type of a parameter: a [`ParamValue`] where it is required, otherwise an `Option`, [`OrDefault`] or
/// [`CommaSeparated`] of one.
pub(crate) trait Param: Sized {
    type Value: ParamValue;
    const IS_REQUIRED: bool = false;
    const IS_LIST: bool = false;
    fn from_text(text: Option<String>) -> Result<Self, Invalid>;
    /// The canonical text; `None` if the parameter is absent or has its default value.
    fn to_text(&self) -> Option<String>;
}

/// A value that is written as text.
pub(crate) trait ParamValue: Sized {
    /// The JSON schema.
    fn schema() -> Value;
    fn parse(text: String) -> Result<Self, Invalid>;
    /// The canonical text, which `parse` accepts.
    fn text(&self) -> String;
}

/// A value out of a fixed set of names.
pub(crate) trait NamedValue: Copy + PartialEq + 'static {
    const NAMES: &'static [(&'static str, Self)];
}

/// A value, or the default if the parameter is absent.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct OrDefault<T>(pub(crate) T);

/// A list separated by commas, at most 50 values, sorted and without duplicates.
#[derive(Debug, Clone)]
pub(crate) struct CommaSeparated<T>(pub(crate) Vec<T>);

/// The maximum length of a list.
const MAX_LIST_ITEMS: usize = 50;

/// Declares a struct of query parameters. Each field is a parameter with its description, an example and a type that implements
/// [`Param`]. Of the parameters listed behind `exclusive`, a request may give one.
macro_rules! query_params {
    (
        $(#[$attribute:meta])*
        $vis:vis struct $name:ident {
            $($(#[doc = $doc:literal])* $(#[example = $example:expr])? $field_vis:vis $field:ident: $type:ty,)*
        }
        $(exclusive($($exclusive:ident),+))?
    ) => {
        $(#[$attribute])*
        #[derive(Debug)]
        $vis struct $name { $($field_vis $field: $type,)* }

        impl $crate::http::query_params::QueryParams for $name {
            fn describe() -> Vec<utoipa::openapi::path::Parameter> {
                vec![$($crate::http::query_params::describe::<$type>(
                    stringify!($field),
                    &[$($doc),*],
                    [$(serde_json::json!($example))?].into_iter().next(),
                )),*]
            }

            fn parse(raw: &mut $crate::http::query_params::RawQuery) -> Option<Self> {
                raw.check_exclusive(&[$($(stringify!($exclusive)),+)?]);
                $(let $field = raw.take(stringify!($field));)*
                Some(Self { $($field: $field?,)* })
            }

            fn texts(&self) -> Vec<(&'static str, Option<String>)> {
                vec![$((stringify!($field), $crate::http::query_params::Param::to_text(&self.$field))),*]
            }
        }

        impl utoipa::IntoParams for $name {
            fn into_params(
                _: impl Fn() -> Option<utoipa::openapi::path::ParameterIn>,
            ) -> Vec<utoipa::openapi::path::Parameter> {
                <Self as $crate::http::query_params::QueryParams>::describe()
            }
        }
    };
}
pub(crate) use query_params;

query_params! {
    /// The query of operations without parameters.
    pub(crate) struct NoQuery {}
}

macro_rules! tuples {
    ($(($($part:ident $value:ident),+))+) => {$(
        impl<$($part: QueryParams),+> QueryParams for ($($part,)+) {
            fn describe() -> Vec<Parameter> {
                [$($part::describe()),+].concat()
            }

            fn parse(raw: &mut RawQuery) -> Option<Self> {
                $(let $value = $part::parse(raw);)+
                Some(($($value?,)+))
            }

            fn texts(&self) -> Vec<(&'static str, Option<String>)> {
                let ($($value,)+) = self;
                [$($value.texts()),+].concat()
            }
        }
    )+};
}
tuples! { (A a, B b) (A a, B b, C c) (A a, B b, C c, D d) }

impl<T: QueryParams> FromRequest for Query<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(parse(request.query_string()).map(Query))
    }
}

impl<T: QueryParams> IntoParams for Query<T> {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        T::describe()
    }
}

/// A parameter in the OpenAPI document.
pub(crate) fn describe<T: Param>(name: &str, doc: &[&str], example: Option<Value>) -> Parameter {
    let mut schema = T::Value::schema();
    if T::IS_LIST {
        schema = json!({ "type": "array", "items": schema, "maxItems": MAX_LIST_ITEMS });
    }
    let description: Vec<&str> = doc.iter().map(|line| line.trim()).collect();
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Query)
        .description(Some(description.join("\n")))
        .required(if T::IS_REQUIRED { Required::True } else { Required::False })
        .schema(serde_json::from_value::<RefOr<Schema>>(schema).ok())
        .style(T::IS_LIST.then_some(ParameterStyle::Form))
        .explode(T::IS_LIST.then_some(false))
        .example(example)
        .build()
}

impl<T: ParamValue> Param for T {
    type Value = T;
    const IS_REQUIRED: bool = true;

    fn from_text(text: Option<String>) -> Result<Self, Invalid> {
        T::parse(text.ok_or_else(|| Invalid::one("required", "The parameter is required."))?)
    }

    fn to_text(&self) -> Option<String> {
        Some(self.text())
    }
}

impl<T: ParamValue> Param for Option<T> {
    type Value = T;

    fn from_text(text: Option<String>) -> Result<Self, Invalid> {
        text.map(T::parse).transpose()
    }

    fn to_text(&self) -> Option<String> {
        self.as_ref().map(T::text)
    }
}

impl<T: ParamValue + Default + PartialEq> Param for OrDefault<T> {
    type Value = T;

    fn from_text(text: Option<String>) -> Result<Self, Invalid> {
        text.map_or_else(|| Ok(T::default()), T::parse).map(Self)
    }

    fn to_text(&self) -> Option<String> {
        (self.0 != T::default()).then(|| self.0.text())
    }
}

impl<T: ParamValue + Ord> Param for CommaSeparated<T> {
    type Value = T;
    const IS_LIST: bool = true;

    fn from_text(text: Option<String>) -> Result<Self, Invalid> {
        let Some(text) = text else { return Ok(Self::default()) };
        if text.split(',').count() > MAX_LIST_ITEMS {
            return Err(Invalid::one("max_items", format!("A list has at most {MAX_LIST_ITEMS} parts.")));
        }
        let mut values =
            text.split(',').map(|part| T::parse(part.to_owned())).collect::<Result<Vec<_>, _>>()?;
        values.sort();
        values.dedup();
        Ok(Self(values))
    }

    fn to_text(&self) -> Option<String> {
        (!self.0.is_empty()).then(|| self.texts().join(","))
    }
}

impl<T: ParamValue> CommaSeparated<T> {
    /// The values as text.
    pub(crate) fn texts(&self) -> Vec<String> {
        self.0.iter().map(T::text).collect()
    }
}

impl<T> Default for CommaSeparated<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: NamedValue> ParamValue for T {
    fn schema() -> Value {
        json!({ "type": "string", "enum": T::NAMES.iter().map(|(name, _)| *name).collect::<Vec<_>>() })
    }

    fn parse(text: String) -> Result<Self, Invalid> {
        let named = T::NAMES.iter().find(|(name, _)| *name == text);
        named.map(|(_, value)| *value).ok_or_else(|| {
            let names: Vec<&str> = T::NAMES.iter().map(|(name, _)| *name).collect();
            Invalid::one("enum", format!("The value is one of: {}.", names.join(", ")))
        })
    }

    fn text(&self) -> String {
        let named = T::NAMES.iter().find(|(_, value)| value == self);
        named.map(|(name, _)| (*name).to_owned()).unwrap_or_default()
    }
}

/// The maximum number of parameters. No operation has half as many.
const MAX_PARAMETERS: usize = 64;

/// Longer names get no suggestion, because the edit distance takes time in the length of both names.
const MAX_COMPARED_BYTES: usize = 64;

/// A query whose values are not parsed yet, and the errors found in it so far.
pub(crate) struct RawQuery {
    values: HashMap<String, String>,
    errors: Vec<ProblemError>,
}

impl RawQuery {
    fn new(query: &str, known: &[String]) -> Self {
        let (mut values, mut errors) = (HashMap::new(), Vec::new());
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            if !known.iter().any(|known| *known == name) {
                errors.push(ProblemError::parameter(&name, "unknown", did_you_mean(&name, known)));
            } else if value.contains(['\0', '\u{fffd}']) {
                errors.push(ProblemError::parameter(&name, "encoding", "The value is not valid UTF-8 text."));
            } else if values.insert(name.to_string(), value.into_owned()).is_some() {
                let detail = "The parameter may be given once; a comma separates several values.";
                errors.push(ProblemError::parameter(&name, "repeated", detail));
            }
        }
        Self { values, errors }
    }

    /// Parses a parameter, unless an error of it was found already.
    pub(crate) fn take<T: Param>(&mut self, name: &str) -> Option<T> {
        if self.errors.iter().any(|error| error.parameter.as_deref() == Some(name)) {
            return None;
        }
        let parsed = T::from_text(self.values.remove(name));
        let parsed = parsed.map_err(|invalid| self.errors.extend(ProblemError::from_invalid(name, &invalid)));
        parsed.ok()
    }

    /// Rejects the second of parameters that exclude each other.
    pub(crate) fn check_exclusive(&mut self, names: &[&str]) {
        if let Some(second) = names.iter().filter(|name| self.values.contains_key(**name)).nth(1) {
            let detail = format!("Give only one of: {}.", names.join(", "));
            self.errors.push(ProblemError::parameter(second, "exclusive", detail));
        }
    }
}

fn parse<T: QueryParams>(query: &str) -> Result<T, Problem> {
    let count = query.split('&').count();
    if count > MAX_PARAMETERS {
        let detail = format!("A query has at most {MAX_PARAMETERS} parameters; this one has {count}.");
        return Err(Problem::invalid_parameters(vec![ProblemError::general("max_items", detail)]));
    }
    let known: Vec<String> = T::describe().into_iter().map(|parameter| parameter.name).collect();
    let mut raw = RawQuery::new(query, &known);
    match T::parse(&mut raw) {
        Some(parsed) if raw.errors.is_empty() => Ok(parsed),
        _ => Err(Problem::invalid_parameters(raw.errors)),
    }
}

fn did_you_mean(name: &str, known: &[String]) -> String {
    let compared = if name.len() > MAX_COMPARED_BYTES { &[] } else { known };
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

    query_params! {
        struct Sample {
            words: Text<1, 3>,
            states: CommaSeparated<bool>,
            limit: OrDefault<domain::Limit>,
            one: Option<bool>,
            other: Option<bool>,
        }
        exclusive(one, other)
    }

    #[test]
    fn equivalent_queries_have_one_canonical_form() {
        let canonical = |query: &str| parse::<Sample>(query).unwrap().canonical();
        assert_eq!(canonical("limit=20&words=a"), "words=a");
        assert_eq!(
            canonical("states=true,false,true&limit=7&words=a%20b"),
            "words=a+b&states=false,true&limit=7"
        );
    }

    #[test]
    fn all_errors_are_reported_at_once() {
        let Err(problem) = parse::<Sample>("states=x&limit=0&lmit=1&one=true&other=true&one=true") else {
            panic!()
        };
        let problem: Value = serde_json::from_str(&problem.to_json("", "")).unwrap();
        let errors: Vec<String> = problem["errors"]
            .as_array()
            .unwrap()
            .iter()
            .map(|error| format!("{} {}", error["parameter"], error["rule"]))
            .collect();
        assert_eq!(
            errors,
            [
                r#""lmit" "unknown""#,
                r#""one" "repeated""#,
                r#""other" "exclusive""#,
                r#""words" "required""#,
                r#""states" "enum""#,
                r#""limit" "range""#,
            ]
        );
    }

    #[test]
    fn queries_with_too_many_parameters_are_refused_before_parsing() {
        let many = |count: usize| vec!["a"; count].join("&");
        let refused = |query: &str| parse::<NoQuery>(query).unwrap_err().to_json("", "");
        let listed = refused(&many(MAX_PARAMETERS));
        assert!(listed.contains("64 parameters cannot") && listed.contains("And 44 more."), "{listed}");
        let refused = refused(&many(4_051));
        assert!(refused.contains("at most 64 parameters; this one has 4051"), "{refused}");
        assert!(refused.len() < 1_000, "{refused}");
    }

    #[test]
    fn long_parameter_names_get_no_suggestion_and_are_truncated() {
        let name = "a".repeat(8_000);
        let refused = parse::<NoQuery>(&name).unwrap_err().to_json("", "");
        assert!(refused.contains("There is no such parameter.") && refused.len() < 1_000, "{refused}");
    }
}
