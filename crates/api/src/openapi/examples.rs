//! Adds an example to every request body, assembled from the examples of its properties, so that it always matches the
//! schema. The OpenAPI linter validates it.

use serde_json::{Map, Value, json};

/// How deep nested schemas are followed.
const MAX_DEPTH: usize = 8;

/// Adds the examples.
pub(super) fn apply(document: &mut Value) {
    let schemas =
        document.pointer("/components/schemas").and_then(Value::as_object).cloned().unwrap_or_default();
    let paths = document.get_mut("paths").and_then(Value::as_object_mut);
    let operations = paths.into_iter().flat_map(|paths| paths.values_mut()).filter_map(Value::as_object_mut);
    for operation in operations.flat_map(|item| item.values_mut()) {
        let content = operation.pointer_mut("/requestBody/content").and_then(Value::as_object_mut);
        for body in
            content.into_iter().flat_map(|content| content.values_mut()).filter_map(Value::as_object_mut)
        {
            let example = body.get("schema").and_then(|schema| example_of(schema, &schemas, MAX_DEPTH));
            if let Some(example) = example {
                body.insert("example".to_owned(), example);
            }
        }
    }
}

/// An example of a value that matches the schema.
fn example_of(schema: &Value, schemas: &Map<String, Value>, depth: usize) -> Option<Value> {
    if let Some(example) = schema.get("example") {
        return Some(example.clone());
    }
    let depth = depth.checked_sub(1)?;
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        return example_of(schemas.get(name.rsplit('/').next()?)?, schemas, depth);
    }
    if let Some(alternatives) = schema.get("oneOf").and_then(Value::as_array) {
        let is_null = |alternative: &&Value| alternative.get("type").is_some_and(|kind| kind == "null");
        return example_of(alternatives.iter().find(|alternative| !is_null(alternative))?, schemas, depth);
    }
    if let Some(values) = schema.get("enum").and_then(Value::as_array) {
        return values.first().cloned();
    }
    let properties = schema.get("properties").and_then(Value::as_object);
    if let Some(properties) = properties {
        let members = properties
            .iter()
            .filter_map(|(name, property)| Some((name.clone(), example_of(property, schemas, depth)?)));
        return Some(Value::Object(members.collect()));
    }
    if let Some(items) = schema.get("items") {
        return Some(Value::Array(example_of(items, schemas, depth).into_iter().collect()));
    }
    match schema.get("format").and_then(Value::as_str) {
        Some("date-time") => Some(json!("2030-04-27T08:00:00Z")),
        _ if allows_null(schema) => Some(Value::Null),
        _ => None,
    }
}

fn allows_null(schema: &Value) -> bool {
    schema.get("type").and_then(Value::as_array).is_some_and(|kinds| kinds.contains(&json!("null")))
}
