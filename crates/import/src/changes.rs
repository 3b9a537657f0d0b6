//! The differences between a draft and the file that it was imported from, field by field.

use std::fmt;

use domain::{Content, Terms};
use serde_json::Value;

/// A change of one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// The name of the field.
    pub field: String,
    /// The old value, truncated; empty if there was none.
    pub before: String,
    /// The new value, truncated.
    pub after: String,
}

impl fmt::Display for FieldChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { field, before, after } = self;
        write!(f, "{field}: {} → {}", or_nothing(before), or_nothing(after))
    }
}

fn or_nothing(text: &str) -> &str {
    if text.is_empty() { "(none)" } else { text }
}

/// Lists the changed fields. `terms` must contain the terms of both contents; they are shown by their slugs.
///
/// # Errors
/// When the content cannot be serialized.
pub(crate) fn changes(
    before: &Content,
    after: &Content,
    terms: &Terms,
) -> Result<Vec<FieldChange>, serde_json::Error> {
    let (before, after) = (serde_json::to_value(before)?, serde_json::to_value(after)?);
    let members = after.as_object().into_iter().flatten();
    let different = members.filter_map(|(field, after)| {
        let before = before.get(field).unwrap_or(&Value::Null);
        (before != after).then(|| match field.as_str() {
            "body" => bodies(before, after),
            _ => {
                FieldChange { field: field.clone(), before: shown(before, terms), after: shown(after, terms) }
            }
        })
    });
    Ok(different.collect())
}

/// Bodies are too long to show, so their sizes are.
fn bodies(before: &Value, after: &Value) -> FieldChange {
    let size = |value: &Value| format!("{} bytes", value.as_str().map_or(0, str::len));
    FieldChange { field: "body".to_owned(), before: size(before), after: size(after) }
}

/// The maximum number of characters of a value that are shown.
const MAX_CHARACTERS: usize = 60;

fn shown(value: &Value, terms: &Terms) -> String {
    let text = match value {
        Value::Null => String::new(),
        Value::String(text) => named(text, terms),
        Value::Array(all) => all.iter().map(|value| shown(value, terms)).collect::<Vec<_>>().join(", "),
        Value::Object(members) => match (members.get("series"), members.get("part")) {
            (Some(series), Some(part)) if members.len() == 2 => {
                format!("{}, part {part}", shown(series, terms))
            }
            _ if members.is_empty() => String::new(),
            _ => value.to_string(),
        },
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    };
    if text.chars().count() <= MAX_CHARACTERS {
        return text;
    }
    let cut: String = text.chars().take(MAX_CHARACTERS).collect();
    format!("{cut}…")
}

/// Replaces the id of a term by its slug.
fn named(text: &str, terms: &Terms) -> String {
    let term = terms.values().find(|term| term.id.0.to_string() == text);
    term.map_or_else(|| text.to_owned(), |term| term.slug.to_string())
}
