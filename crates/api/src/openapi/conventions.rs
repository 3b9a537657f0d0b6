//! Conventions of both OpenAPI documents, applied to all operations and schemas after `utoipa` has generated them.

use serde_json::{Map, Value, json};
use utoipa::openapi::OpenApi;

use crate::openapi::discriminators;
use crate::problem::PROBLEM_DEFINITIONS;

/// Applies the conventions: operation ids in camelCase, a default error response, response headers, discriminators, and
/// every property required.
pub(crate) fn apply(document: OpenApi) -> Value {
    let mut document = serde_json::to_value(document).unwrap_or_default();
    for item in objects(&mut document, "/paths") {
        for operation in item.values_mut().filter_map(Value::as_object_mut) {
            complete_operation(operation);
        }
    }
    if let Some(components) = document.get_mut("components").and_then(Value::as_object_mut) {
        components.insert("headers".to_owned(), headers());
    }
    discriminators::apply(&mut document);
    list_problem_types(&mut document);
    for schema in objects(&mut document, "/components/schemas") {
        require_all(schema);
    }
    document
}

/// Lists the type URIs of all problems as examples of `Problem.type`.
fn list_problem_types(document: &mut Value) {
    let kind =
        document.pointer_mut("/components/schemas/Problem/properties/type").and_then(Value::as_object_mut);
    if let Some(kind) = kind {
        let all: Vec<String> =
            PROBLEM_DEFINITIONS.iter().map(|row| format!("/docs/problems/{}", row.name)).collect();
        kind.shift_remove("example");
        kind.insert("examples".to_owned(), json!(all));
    }
}

fn objects<'a>(document: &'a mut Value, pointer: &str) -> impl Iterator<Item = &'a mut Map<String, Value>> {
    let all = document.pointer_mut(pointer).and_then(Value::as_object_mut);
    all.into_iter().flat_map(|all| all.values_mut().filter_map(Value::as_object_mut))
}

fn complete_operation(operation: &mut Map<String, Value>) {
    if let Some(Value::String(id)) = operation.get_mut("operationId") {
        *id = camel_case(id);
    }
    let problem = json!({
        "description": "An error, as problem details (RFC 9457).",
        "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } }
    });
    let is_health = operation.get("tags").is_some_and(|tags| *tags == json!(["health"]));
    let Some(responses) = operation.get_mut("responses").and_then(Value::as_object_mut) else { return };
    responses.entry("default").or_insert(problem);
    if !is_health {
        responses.insert(
            "304".to_owned(),
            json!({ "description": "The response has not changed since the version in `If-None-Match` or `If-Modified-Since`." }),
        );
    }
    for (status, response) in responses.iter_mut() {
        let named = match status.as_str() {
            "200" | "304" if !is_health => ["Cache-Control", "ETag", "X-Request-Id"].as_slice(),
            "308" => &["Cache-Control", "Location", "X-Request-Id"],
            _ => &["Cache-Control", "X-Request-Id"],
        };
        let named =
            named.iter().map(|name| (*name, json!({ "$ref": format!("#/components/headers/{name}") })));
        response["headers"] = named.collect();
    }
    responses.sort_keys();
}

/// The response headers.
fn headers() -> Value {
    let header = |description: &str, example: &str| json!({ "description": description, "required": true, "schema": { "type": "string" }, "example": example });
    json!({
        "Cache-Control": header("Which caches may store the response, and for how long.", "public, max-age=0, s-maxage=60"),
        "ETag": header("A strong validator for `If-None-Match`: a hash of the body.", "\"b5Vq2Y0mJxGkGm1hHc2w\""),
        "Location": header("The current address of the article.", "/v1/articles/feature-flag-hygiene"),
        "X-Request-Id": header("The ID of the request in the logs.", "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61"),
    })
}

/// Marks every property as required. Properties without a value are `null` in responses, never missing.
fn require_all(schema: &mut Map<String, Value>) {
    for part in schema.get_mut("allOf").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(part) = part.as_object_mut() {
            require_all(part);
        }
    }
    let properties = schema.get_mut("properties").and_then(Value::as_object_mut);
    for property in properties.into_iter().flat_map(|all| all.values_mut()).filter_map(Value::as_object_mut) {
        lift_description(property);
    }
    if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
        let names: Vec<&String> = properties.keys().collect();
        let required = json!(names);
        schema.insert("required".to_owned(), required);
    }
}

/// Moves the description of a nullable property from its non-null alternative to the property itself.
fn lift_description(property: &mut Map<String, Value>) {
    let alternatives = property.get_mut("oneOf").and_then(Value::as_array_mut);
    let description = alternatives
        .into_iter()
        .flatten()
        .find_map(|alternative| alternative.as_object_mut()?.shift_remove("description"));
    if let Some(description) = description {
        property.insert("description".to_owned(), description);
    }
}

fn camel_case(snake: &str) -> String {
    let mut words = snake.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |mut name, word| {
        let mut letters = word.chars();
        name.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
        name.push_str(letters.as_str());
        name
    })
}
