//! Unions that are told apart by a member, such as blocks by their `type`: each alternative becomes a schema of its own
//! that has the member, and the union a list of references with a discriminator. Generators of clients understand that.

use serde_json::{Map, Value, json};

/// Applies to every schema of the document.
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
    /// The schema of its other members.
    reference: String,
    /// The member that tells it apart.
    member: String,
    /// What that member is.
    schema: Value,
}

/// The alternatives of a schema, if all are a reference and a member with one value.
fn alternatives(schema: &Value) -> Option<Vec<Alternative>> {
    let all: Option<Vec<Alternative>> = schema.get("oneOf")?.as_array()?.iter().map(alternative).collect();
    all.filter(|all| !all.is_empty())
}

fn alternative(one: &Value) -> Option<Alternative> {
    let [reference, tag] = one.get("allOf")?.as_array()?.as_slice() else { return None };
    let reference = reference.get("$ref")?.as_str()?.to_owned();
    let (member, schema) = tag.get("properties")?.as_object()?.iter().next()?;
    let mut schema = schema.clone();
    schema.as_object_mut()?.insert("description".to_owned(), json!("What this is."));
    Some(Alternative { reference, member: member.clone(), schema })
}

fn add_discriminator(union: &mut Map<String, Value>, alternatives: &[Alternative]) {
    let mapping = alternatives.iter().filter_map(|alternative| {
        let value = alternative.schema.pointer("/enum/0")?.as_str()?.to_owned();
        Some((value, json!(alternative.reference)))
    });
    let mapping: Map<String, Value> = mapping.collect();
    let references: Vec<Value> = alternatives.iter().map(|one| json!({ "$ref": one.reference })).collect();
    union.insert("oneOf".to_owned(), json!(references));
    let member = alternatives.first().map(|one| one.member.as_str());
    union.insert("discriminator".to_owned(), json!({ "propertyName": member, "mapping": mapping }));
}

/// The properties of an object, which may have none yet.
fn with_properties(schema: &mut Value) -> Option<&mut Map<String, Value>> {
    schema.as_object_mut()?.entry("properties").or_insert_with(|| json!({})).as_object_mut()
}
