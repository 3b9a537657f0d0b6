//! JSON request bodies (RFC 8259), parsed strictly. Duplicate keys, deep nesting and NUL are errors, because parsers
//! differ in what they make of them.

use std::cell::Cell;
use std::fmt;

use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::{FromRequest, HttpRequest, web};
use domain::StrictJson;
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;
use serde::de::{DeserializeOwned, DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Number, Value};

use crate::http::body::{BodyClass, BodyLimits, Reserved};
use crate::problem::{Problem, ProblemError};

/// The maximum nesting depth of objects and arrays.
const DEEPEST: usize = 32;

/// The maximum number of values in a body, nested ones included. A parsed value takes about a hundred bytes of memory,
/// however short its text is.
const MAX_VALUES: u32 = 50_000;

/// The largest integer that every parser represents exactly (RFC 7493, 2.2).
const LARGEST_INTEGER: u64 = 1 << 53;
const INTEGERS: &str = "whole numbers lie within 2^53 of zero";

/// A JSON body.
pub(crate) struct Json<T> {
    /// The parsed body.
    pub(crate) value: T,
    /// The bytes, for the fingerprint of the request.
    pub(crate) bytes: Vec<u8>,
    /// The memory that it has reserved, until the handler is done with it.
    _reserved: Reserved,
}

/// A merge patch (RFC 7396), with its media type.
pub(crate) struct MergePatch {
    /// The parsed body.
    pub(crate) value: Value,
    /// The bytes, for the fingerprint of the request.
    pub(crate) bytes: Vec<u8>,
    /// The memory that it has reserved, until the handler is done with it.
    _reserved: Reserved,
}

impl<T: DeserializeOwned + Send + 'static> FromRequest for Json<T> {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        async move { read(&request, payload, BodyClass::SignedIn).await }.boxed_local()
    }
}

impl FromRequest for MergePatch {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        let read = async move {
            let limits = check(&request, "application/merge-patch+json")?;
            let (bytes, _reserved) = limits.read(&request, payload, BodyClass::SignedIn).await?;
            let (value, bytes) = limits.parse(bytes, parse).await?;
            Ok(Self { value, bytes, _reserved })
        };
        read.boxed_local()
    }
}

/// Reads and deserializes a JSON body.
///
/// # Errors
/// 415 for another media type, those of [`BodyLimits::read`], and 400 with a pointer to a value of another type.
pub(crate) async fn read<T: DeserializeOwned + Send + 'static>(
    request: &HttpRequest,
    payload: Payload,
    class: BodyClass,
) -> Result<Json<T>, Problem> {
    let limits = check(request, "application/json")?;
    let (bytes, _reserved) = limits.read(request, payload, class).await?;
    let (value, bytes) = limits.parse(bytes, |bytes| read_as(parse(bytes)?)).await?;
    Ok(Json { value, bytes, _reserved })
}

/// Deserializes a parsed body.
///
/// # Errors
/// 400 with a pointer to a value of another type.
pub(crate) fn read_as<T: DeserializeOwned>(value: Value) -> Result<T, Problem> {
    serde_path_to_error::deserialize(StrictJson(value)).map_err(|error| {
        let pointer = pointer(error.path());
        let detail = sentence(&error.into_inner().to_string());
        Problem::invalid_body(vec![ProblemError::at_pointer(&pointer, "type", detail)])
    })
}

/// The limits of bodies, if the body has this media type.
fn check<'a>(request: &'a HttpRequest, media_type: &'static str) -> Result<&'a BodyLimits, Problem> {
    let sent = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let sent = sent.split(';').next().unwrap_or_default().trim();
    if !sent.eq_ignore_ascii_case(media_type) {
        return Err(Problem::unsupported_media_type(media_type));
    }
    let limits = request.app_data::<web::Data<BodyLimits>>();
    limits.map(|limits| limits.get_ref()).ok_or_else(|| Problem::internal("there are no limits of bodies"))
}

fn parse(bytes: &[u8]) -> Result<Value, Problem> {
    let refused = |error: serde_json::Error| {
        Problem::invalid_body(vec![ProblemError::at_pointer("", "syntax", sentence(&error.to_string()))])
    };
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let left = Cell::new(MAX_VALUES);
    let value = Strict { depth: 0, left: &left }.deserialize(&mut reader).map_err(refused)?;
    reader.end().map_err(refused)?;
    if !value.is_object() {
        return Err(Problem::invalid_body(vec![ProblemError::at_pointer(
            "",
            "type",
            "An object is expected.",
        )]));
    }
    Ok(value)
}

fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;

    let segments = path.iter().map(|segment| match segment {
        Segment::Seq { index } => format!("/{index}"),
        Segment::Map { key } => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
        Segment::Enum { variant } => format!("/{variant}"),
        Segment::Unknown => String::new(),
    });
    segments.collect()
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}

/// A deserializer seed that enforces the strict rules.
#[derive(Clone, Copy)]
struct Strict<'a> {
    depth: usize,
    /// How many more values are allowed.
    left: &'a Cell<u32>,
}

impl Strict<'_> {
    fn below<E: Error>(self) -> Result<Self, E> {
        let depth = self.depth.saturating_add(1);
        if depth > DEEPEST {
            Err(E::custom("objects and lists are nested deeper than 32 levels"))
        } else {
            Ok(Self { depth, left: self.left })
        }
    }
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        let left = self.left.get().checked_sub(1);
        self.left.set(left.ok_or_else(|| D::Error::custom("there are more than 50,000 values"))?);
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        if value.unsigned_abs() > LARGEST_INTEGER { Err(E::custom(INTEGERS)) } else { Ok(value.into()) }
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        if value > LARGEST_INTEGER { Err(E::custom(INTEGERS)) } else { Ok(value.into()) }
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value).map(Value::Number).ok_or_else(|| E::custom("a number is too large"))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        if value.contains('\0') {
            Err(E::custom("text must not contain the character NUL"))
        } else {
            Ok(value.into())
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let (inside, mut values) = (self.below()?, Vec::new());
        while let Some(value) = list.next_element_seed(inside)? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let (inside, mut members) = (self.below()?, Map::new());
        while let Some(Key(key)) = object.next_key()? {
            let value = object.next_value_seed(inside)?;
            if key.contains('\0') {
                return Err(A::Error::custom("text must not contain the character NUL"));
            }
            if members.contains_key(&key) {
                return Err(A::Error::custom(format!("the property `{key}` is there twice")));
            }
            members.insert(key, value);
        }
        Ok(Value::Object(members))
    }
}

#[derive(Deserialize)]
struct Key(String);

#[cfg(test)]
mod tests {
    use super::*;

    fn parse_strict(text: &str) -> Result<Value, String> {
        let mut reader = serde_json::Deserializer::from_str(text);
        let left = Cell::new(MAX_VALUES);
        let value =
            Strict { depth: 0, left: &left }.deserialize(&mut reader).map_err(|error| error.to_string())?;
        reader.end().map_err(|error| error.to_string())?;
        Ok(value)
    }

    #[test]
    fn valid_json_is_parsed_unchanged() {
        let text = r#"{"a":[1,-2,3.5,true,null,"ü\n"],"b":{"c":{}}}"#;
        assert_eq!(parse_strict(text).unwrap().to_string(), text);
    }

    #[test]
    fn json_that_parsers_interpret_differently_is_refused() {
        for (text, why) in [
            (r#"{"a":1,"a":2}"#, "twice"),
            (r#"{"b":{"a":1,"a":1}}"#, "twice"),
            (r#"{"a":"\u0000"}"#, "NUL"),
            (r#"{"\u0000":1}"#, "NUL"),
            ("[1] 2", "trailing"),
            ("{\"a\":NaN}", "expected"),
            ("1e999", "out of range"),
            ("9007199254740993", "2^53"),
            ("-9007199254740993", "2^53"),
        ] {
            let said = parse_strict(text).unwrap_err();
            assert!(said.contains(why), "{text}: {said}");
        }
        let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        assert!(parse_strict(&nested(32)).is_ok());
        assert!(parse_strict(&nested(33)).unwrap_err().contains("nested"));
        assert!(parse_strict(&"[".repeat(100_000)).is_err());
        let many = |count: usize| {
            let members: Vec<String> = (0..count).map(|n| format!("\"{n}\":0")).collect();
            parse_strict(&format!("{{{}}}", members.join(",")))
        };
        assert!(many(49_999).is_ok());
        assert!(many(50_000).unwrap_err().contains("more than 50,000 values"));
    }
}
