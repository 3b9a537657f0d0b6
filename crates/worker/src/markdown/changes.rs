//! What differs between a draft and the file it comes from, field by field.

use std::fmt;

use domain::{Content, Terms};
use serde_json::Value;

/// A field that a file changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// Its name.
    pub field: String,
    /// What it held, shortened; nothing where it was empty.
    pub before: String,
    /// What it holds now.
    pub after: String,
}

impl fmt::Display for FieldChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { field, before, after } = self;
        write!(f, "{field}: {} → {}", or_nothing(before), or_nothing(after))
    }
}

fn or_nothing(text: &str) -> &str {
    if text.is_empty() { "(nothing)" } else { text }
}

/// What differs. `terms` are those that either names.
///
/// # Errors
/// When content cannot be written as JSON.
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

/// Bodies are too long to be shown.
fn bodies(before: &Value, after: &Value) -> FieldChange {
    let size = |value: &Value| format!("{} bytes", value.as_str().map_or(0, str::len));
    FieldChange { field: "body".to_owned(), before: size(before), after: size(after) }
}

/// How much of a value is shown, in characters.
const LONGEST: usize = 60;

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
    if text.chars().count() <= LONGEST {
        return text;
    }
    let cut: String = text.chars().take(LONGEST).collect();
    format!("{cut}…")
}

/// A term by its slug, and any other text as it is.
fn named(text: &str, terms: &Terms) -> String {
    let term = terms.values().find(|term| term.id.0.to_string() == text);
    term.map_or_else(|| text.to_owned(), |term| term.slug.to_string())
}
