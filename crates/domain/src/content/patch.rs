//! Content changes sent by clients: a JSON merge patch (RFC 7396) over [`Content`]. It is parsed property by property, so
//! that all violations are reported at once. There is no patch struct: the editable properties are those of `Content`.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::{Content, Invalid, Moment, StrictJson, Violation};

/// A JSON merge patch of content.
#[derive(Debug, Clone, PartialEq)]
pub struct ContentMergePatch(Map<String, Value>);

/// The violations found in request input. At least one of the two lists is not empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InputErrors {
    /// Errors of structure: unknown properties and values of the wrong type.
    pub shape: Vec<Violation>,
    /// Values of the right type that are not allowed.
    pub values: Vec<Violation>,
}

impl ContentMergePatch {
    /// Parses a patch from request JSON.
    ///
    /// # Errors
    /// [`InputErrors`] when the JSON is not an object: such a patch would replace the whole content.
    pub fn parse(value: Value) -> Result<Self, InputErrors> {
        match value {
            Value::Object(members) => Ok(Self(members)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
                let errors = violation("", "type", "An object is expected, with the properties to change.");
                Err(InputErrors { shape: vec![errors], values: Vec::new() })
            }
        }
    }

    /// Applies the patch to content.
    ///
    /// # Errors
    /// [`InputErrors`] with all violations of the patched content.
    pub fn apply(&self, content: &Content) -> Result<Content, InputErrors> {
        let mut merged = serde_json::to_value(content).map_err(|error| {
            let errors = violation("", "type", &error.to_string());
            InputErrors { shape: vec![errors], values: Vec::new() }
        })?;
        json_patch::merge(&mut merged, &Value::Object(self.0.clone()));
        match merged {
            Value::Object(members) => parse_content(members),
            _ => Ok(content.clone()),
        }
    }
}

impl InputErrors {
    /// The same errors, with `pointer` in front of their pointers.
    #[must_use]
    pub fn at(self, pointer: &str) -> Self {
        let below = |violations: Vec<Violation>| Invalid(violations).at(pointer).0;
        Self { shape: below(self.shape), values: below(self.values) }
    }

    fn is_empty(&self) -> bool {
        self.shape.is_empty() && self.values.is_empty()
    }
}

/// Parses content from JSON. Absent and null properties are empty.
fn parse_content(members: Map<String, Value>) -> Result<Content, InputErrors> {
    let mut reader = PropertyReader { members, errors: InputErrors::default() };
    let content = Content {
        slug: reader.text("slug"),
        section: reader.value("section", "the identity of a section, or null"),
        kicker: reader.text("kicker"),
        headline: reader.text("headline"),
        standfirst: reader.text("standfirst"),
        byline: reader.value("byline", "a list of identities of authors").unwrap_or_default(),
        tags: reader.value("tags", "a list of identities of tags").unwrap_or_default(),
        series: reader.value("series", "an object with series and part, or null"),
        hero: reader.value("hero", "an object with src, alt, width and height, or null"),
        body: reader.text("body").unwrap_or_default(),
        seo: reader.value("seo", "an object").unwrap_or_default(),
        first_published_at: reader.moment("first_published_at"),
        fields: reader.value("fields", "an object").unwrap_or_default(),
    };
    let PropertyReader { members: unknown, mut errors } = reader;
    let unknown = unknown.keys().map(|name| violation(name, "unknown", "There is no such property."));
    errors.shape.extend(unknown);
    errors.values.extend(content.violations());
    if errors.is_empty() { Ok(content) } else { Err(errors) }
}

struct PropertyReader {
    members: Map<String, Value>,
    errors: InputErrors,
}

impl PropertyReader {
    /// Takes a text property, which its type validates.
    fn text<T: TryFrom<String, Error = Invalid>>(&mut self, name: &str) -> Option<T> {
        match self.members.shift_remove(name)? {
            Value::Null => None,
            Value::String(text) => match T::try_from(text) {
                Ok(value) => Some(value),
                Err(invalid) => {
                    self.errors.values.extend(invalid.at(&pointer(name)).0);
                    None
                }
            },
            Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
                self.errors.shape.push(violation(name, "type", "Text is expected, or null."));
                None
            }
        }
    }

    /// Takes a date. One that is out of bounds has the right type, but its value is not allowed.
    fn moment(&mut self, name: &str) -> Option<Moment> {
        let value = self.members.shift_remove(name).filter(|value| !value.is_null())?;
        let invalid = match value.as_str().map(Moment::parse) {
            Some(Ok(moment)) => return Some(moment),
            Some(Err(invalid)) => invalid,
            None => Invalid::one("type", ""),
        };
        if invalid.0.iter().any(|violation| violation.rule == "range") {
            self.errors.values.extend(invalid.at(&pointer(name)).0);
        } else {
            let detail = "This is not a moment such as 2026-04-27T08:00:00Z, or null.";
            self.errors.shape.push(violation(name, "type", detail));
        }
        None
    }

    /// Deserialises a property that is not plain text. `expected` describes its form for the error message.
    fn value<T: DeserializeOwned>(&mut self, name: &str, expected: &str) -> Option<T> {
        let value = self.members.shift_remove(name).filter(|value| !value.is_null())?;
        match T::deserialize(StrictJson(value)) {
            Ok(value) => Some(value),
            Err(error) => {
                let detail = format!("This is not {expected}: {error}.");
                self.errors.shape.push(violation(name, "type", &detail));
                None
            }
        }
    }
}

fn pointer(name: &str) -> String {
    format!("/{}", name.replace('~', "~0").replace('/', "~1"))
}

fn violation(name: &str, rule: &'static str, detail: &str) -> Violation {
    let pointer = if name.is_empty() { String::new() } else { pointer(name) };
    Violation { pointer, rule, detail: detail.to_owned() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn apply(content: &Content, patch: Value) -> Result<Content, InputErrors> {
        ContentMergePatch::parse(patch)?.apply(content)
    }

    #[test]
    fn all_errors_of_a_patch_are_reported_together() {
        let patch = json!({ "headline": "x".repeat(121), "slug": "No Slug", "status": "live", "tags": "one", "kicker": 7 });
        let errors = apply(&Content::default(), patch).unwrap_err();
        let pointers = |all: &[Violation]| all.iter().map(|v| v.pointer.clone()).collect::<Vec<_>>();
        assert_eq!(pointers(&errors.shape), ["/kicker", "/tags", "/status"]);
        assert_eq!(pointers(&errors.values), ["/slug", "/headline"]);
    }

    #[test]
    fn a_patch_keeps_absent_properties_clears_null_and_validates_empty() {
        let before = apply(&Content::default(), json!({ "headline": "A title", "body": "Text" })).unwrap();
        assert_eq!(apply(&before, json!({})).unwrap(), before);
        let without = apply(&before, json!({ "headline": null, "body": "" })).unwrap();
        assert_eq!((without.headline, without.body.as_str()), (None, ""));
        assert!(apply(&before, json!({ "headline": "" })).is_err());
        assert!(ContentMergePatch::parse(json!([])).is_err());
    }

    proptest! {
        #[test]
        fn a_patch_changes_only_the_named_properties(headline in "[a-z]{1,40}", body in "\\PC{0,80}", key in "[a-z]{1,5}") {
            let before = apply(&Content::default(), json!({ "kicker": "Dispatch", "body": body, "fields": { "a": 1 } })).unwrap();
            let after = apply(&before, json!({ "headline": headline, "fields": { (key.clone()): { "b": [2] } } })).unwrap();
            prop_assert_eq!(after.headline.as_ref().map(|h| h.as_str()), Some(headline.as_str()));
            prop_assert_eq!(&after.fields[&key], &json!({ "b": [2] }));
            let back = Content { headline: None, fields: before.fields.clone(), ..after };
            prop_assert_eq!(back, before);
        }
    }
}
