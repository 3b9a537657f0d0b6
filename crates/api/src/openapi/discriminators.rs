//! Rewrites tagged unions, such as blocks with their `type`, into the form that client generators support: each
//! alternative is a schema that contains the tag, and the union is a `oneOf` of references with a `discriminator`.

use serde_json::{Map, Value, json};

/// Rewrites the tagged unions of the document.
pub(crate) fn apply(document: &mut Value) {
    let Some(schemas) = document.pointer_mut("/components/schemas").and_then(Value::as_object_mut) else {
        return;
    };
    let unions: Vec<(String, Vec<Alternative>)> =
        schemas.iter().filter_map(|(name, schema)| Some((name.clone(), alternatives(schema)?))).collect();
    for (name, alternatives) in unions {
        if let Some(union) = schemas.get_mut(&name).and_then(Value::as_object_mut) {
            add_discriminator(union, &alternatives);
        }
        for alternative in alternatives {
            let schema = alternative.reference.rsplit('/').next().and_then(|name| schemas.get_mut(name));
            if let Some(properties) = schema.and_then(|schema| with_properties(schema)) {
                properties.shift_insert(0, alternative.member, alternative.schema);
            }
        }
    }
}

/// One alternative of a union.
struct Alternative {
    /// The reference to the schema of its other members.
    reference: String,
    /// The name of the tag.
    member: String,
    /// The schema of the tag.
    schema: Value,
}

/// The alternatives of a tagged union; `None` for any other schema.
fn alternatives(schema: &Value) -> Option<Vec<Alternative>> {
    let all: Option<Vec<Alternative>> = schema.get("oneOf")?.as_array()?.iter().map(alternative).collect();
    all.filter(|all| !all.is_empty())
}

fn alternative(schema: &Value) -> Option<Alternative> {
    let [reference, tag] = schema.get("allOf")?.as_array()?.as_slice() else { return None };
    let reference = reference.get("$ref")?.as_str()?.to_owned();
    let (member, schema) = tag.get("properties")?.as_object()?.iter().next()?;
    let mut schema = schema.clone();
    schema.as_object_mut()?.insert("description".to_owned(), json!("The type."));
    Some(Alternative { reference, member: member.clone(), schema })
}

fn add_discriminator(union: &mut Map<String, Value>, alternatives: &[Alternative]) {
    let mapping = alternatives.iter().filter_map(|alternative| {
        let value = alternative.schema.pointer("/enum/0")?.as_str()?.to_owned();
        Some((value, json!(alternative.reference)))
    });
    let mapping: Map<String, Value> = mapping.collect();
    let references: Vec<Value> =
        alternatives.iter().map(|alternative| json!({ "$ref": alternative.reference })).collect();
    union.insert("oneOf".to_owned(), json!(references));
    let member = alternatives.first().map(|alternative| alternative.member.as_str());
    union.insert("discriminator".to_owned(), json!({ "propertyName": member, "mapping": mapping }));
}

/// The properties of an object schema, added if it has none.
fn with_properties(schema: &mut Value) -> Option<&mut Map<String, Value>> {
    schema.as_object_mut()?.entry("properties").or_insert_with(|| json!({})).as_object_mut()
}
