//! What is true of every operation of the editorial document: who may, how a write is repeated, what is refused.
//! Said once over the whole document, after the conventions that both documents share.

use std::collections::BTreeSet;

use domain::{PERMISSIONS, Reach, Role};
use serde_json::{Map, Value, json};

use crate::auth::may::PERMISSION_PARAMETER;
use crate::problem::{Kind, Row, TABLE};

/// The document with security, permissions, idempotency and refusals stated.
pub(crate) fn apply(mut document: Value) -> Value {
    derive_patch(&mut document);
    let mut stated = BTreeSet::new();
    let paths = document.get_mut("paths").and_then(Value::as_object_mut);
    for item in paths.into_iter().flat_map(|all| all.values_mut()).filter_map(Value::as_object_mut) {
        for (method, operation) in item.iter_mut() {
            if let Some(operation) = operation.as_object_mut() {
                stated.extend(complete(method, operation).into_iter().map(|row| row.name));
            }
        }
    }
    if let Some(components) = document.get_mut("components").and_then(Value::as_object_mut) {
        components.insert("securitySchemes".to_owned(), json!({
            "bearer": { "type": "http", "scheme": "bearer", "bearerFormat": "JWT", "description": "The access token of a session." }
        }));
        components.insert("examples".to_owned(), examples(&stated));
        if let Some(headers) = components.get_mut("headers").and_then(Value::as_object_mut) {
            headers.insert("Idempotency-Replayed".to_owned(), json!({
                "description": "`true` when an earlier request with the same key did it, and this is its answer.",
                "schema": { "type": "string" }, "example": "true"
            }));
        }
        stale(components);
    }
    document
}

/// All of `Content`, of which anything may be absent or `null`: the merge patch.
fn derive_patch(document: &mut Value) {
    let Some(mut patch) = document.pointer("/components/schemas/Content").cloned() else { return };
    if let Some(patch) = patch.as_object_mut() {
        patch.shift_remove("required");
        patch.insert(
            "description".to_owned(),
            "What is to be changed: what is absent stays, `null` empties (RFC 7396).".into(),
        );
        patch.insert("example".to_owned(), json!({
            "slug": "feature-flag-hygiene", "kicker": "Dispatch", "headline": "Feature flags that do not rot",
            "standfirst": "One or two sentences, plain text.", "body": "Flags are **code**."
        }));
    }
    let properties = patch.get_mut("properties").and_then(Value::as_object_mut);
    for property in properties.into_iter().flat_map(|all| all.values_mut()) {
        let is_nullable = property.get("oneOf").is_some()
            || property
                .get("type")
                .and_then(Value::as_array)
                .is_some_and(|types| types.contains(&json!("null")));
        if !is_nullable {
            let description = property.get("description").cloned();
            *property = json!({ "oneOf": [{ "type": "null" }, property.take()] });
            if let (Some(description), Some(property)) = (description, property.as_object_mut()) {
                property.insert("description".to_owned(), description);
            }
        }
    }
    if let Some(schemas) = document.pointer_mut("/components/schemas").and_then(Value::as_object_mut) {
        schemas.insert("ContentPatch".to_owned(), patch);
        for (name, required) in REQUIRED {
            let Some(schema) = schemas.get_mut(name).and_then(Value::as_object_mut) else { continue };
            schema.insert("required".to_owned(), json!(required));
        }
        schemas.sort_keys();
    }
}

/// What requests must have, where it is not all.
const REQUIRED: [(&str, &[&str]); 7] = [
    ("CreateDraft", &[]),
    ("CreatePreview", &[]),
    ("CreateTerm", &["kind", "name"]),
    ("PersonPatch", &[]),
    ("PublishDraft", &[]),
    ("PublishDrafts", &["drafts"]),
    ("TermPatch", &[]),
];

/// Completes an operation, and gives what it refuses.
fn complete(method: &str, operation: &mut Map<String, Value>) -> Vec<&'static Row> {
    let is_open = operation.contains_key("security");
    let parameters = operation.entry("parameters").or_insert_with(|| json!([]));
    let mut permission = None;
    let mut has_path = false;
    let mut is_conditional = false;
    if let Some(parameters) = parameters.as_array_mut() {
        parameters.retain(|parameter| {
            let name = parameter.get("name").and_then(Value::as_str).unwrap_or_default();
            has_path |= parameter.get("in").is_some_and(|place| place == "path");
            is_conditional |= name == "If-Match";
            if name == PERMISSION_PARAMETER {
                permission = parameter.get("description").and_then(Value::as_str).map(str::to_owned);
            }
            name != PERMISSION_PARAMETER
        });
        if method != "get" && !is_open {
            parameters.push(key_parameter());
        }
    }
    if parameters.as_array().is_some_and(Vec::is_empty) {
        operation.shift_remove("parameters");
    }
    if let Some(permission) = permission {
        state_permission(operation, &permission);
    }
    if !is_open {
        operation.insert("security".to_owned(), json!([{ "bearer": [] }]));
    }
    let refusals = refusals(method, operation, is_open, has_path, is_conditional);
    state_refusals(method, operation, &refusals);
    refusals
}

fn key_parameter() -> Value {
    json!({
        "name": "Idempotency-Key", "in": "header", "required": false,
        "description": "A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.",
        "schema": { "type": "string", "pattern": "^\"[^\"\\\\\\x00-\\x1f\\x7f-\\uffff]{1,255}\"$" }, "example": "\"8e03978e-40d5-43dd-bc93-6894a57f9324\""
    })
}

/// Who may, from the table of roles: in words at the end of the description, and for programs.
fn state_permission(operation: &mut Map<String, Value>, permission: &str) {
    let row = PERMISSIONS.iter().find(|(_, name, _)| *name == permission);
    let reaches = row.into_iter().flat_map(|(_, _, reaches)| Role::ALL.iter().zip(reaches));
    let mut who = Map::new();
    let words: Vec<String> = reaches
        .filter_map(|(role, reach)| {
            let (words, told) = match reach {
                Reach::Any => (role.to_string(), "any"),
                Reach::Own => (format!("{role} (own)"), "own"),
                Reach::None => return None,
            };
            who.insert(role.to_string(), told.into());
            Some(words)
        })
        .collect();
    let before = operation
        .get("description")
        .and_then(Value::as_str)
        .map(|text| format!("{text}\n\n"))
        .unwrap_or_default();
    operation.insert("description".to_owned(), format!("{before}Who may: {}.", words.join(", ")).into());
    operation.insert("x-permission".to_owned(), json!({ "action": permission, "roles": who }));
}

/// What an operation refuses: by what every operation of its kind refuses, and by what this one does.
fn refusals(
    method: &str,
    operation: &Map<String, Value>,
    is_open: bool,
    has_path: bool,
    is_conditional: bool,
) -> Vec<&'static Row> {
    let mut kinds = vec![Kind::InvalidParameter, Kind::Unavailable];
    let has_body = operation.contains_key("requestBody");
    if !is_open {
        kinds.extend([Kind::Unauthorized, Kind::NotAllowed]);
    }
    if method != "get" && !is_open {
        kinds.extend([Kind::InvalidHeader, Kind::KeyInUse, Kind::KeyReused]);
    }
    if has_path {
        kinds.push(Kind::NotFound);
    }
    if has_body {
        kinds.extend([Kind::InvalidBody, Kind::InvalidContent, Kind::TooLarge, Kind::UnsupportedMediaType]);
    }
    if is_conditional {
        kinds.extend([Kind::Stale, Kind::PreconditionRequired]);
    }
    let id = operation.get("operationId").and_then(Value::as_str).unwrap_or_default();
    kinds.extend(
        OWN_REFUSALS
            .iter()
            .filter(|(operation, _)| *operation == id)
            .flat_map(|(_, kinds)| kinds.iter().copied()),
    );
    TABLE.iter().filter(|row| kinds.contains(&row.kind)).collect()
}

/// The forms that have a version, and so a tag.
const TAGGED: [&str; 5] = ["/EditorialDraft", "/Person", "/Revision", "/EditorialTerm", "/ChangedTerm"];

/// What only some operations refuse.
const OWN_REFUSALS: [(&str, &[Kind]); 27] = [
    ("signIn", &[Kind::SignInFailed, Kind::TooManyTries, Kind::Busy]),
    ("refreshSession", &[Kind::Unauthorized]),
    ("setForgottenPassword", &[Kind::TokenSpent, Kind::TooManyTries, Kind::Busy]),
    ("changeOwnPassword", &[Kind::TooManyTries, Kind::Busy]),
    ("createPerson", &[Kind::EmailTaken]),
    ("changePerson", &[Kind::EmailTaken, Kind::LastAdmin]),
    ("createDraft", &[Kind::LocaleTaken, Kind::UnknownTerm]),
    ("saveDraft", &[Kind::InTrash, Kind::UnknownTerm]),
    ("restoreRevision", &[Kind::InTrash]),
    ("trashDraft", &[Kind::StillPublic]),
    ("publishDraft", PUBLISHING),
    ("scheduleDraft", SCHEDULING),
    ("cancelSchedule", &[Kind::NotScheduled]),
    ("withdrawDraft", &[Kind::NeverPublished]),
    ("takeDownDraft", &[Kind::NeverPublished]),
    ("showPreviousEdition", &[Kind::NeverPublished, Kind::NoPreviousEdition, Kind::SlugTaken, Kind::InTrash]),
    ("publishDrafts", BULK_PUBLISHING),
    ("withdrawDrafts", &[Kind::NotFound, Kind::NeverPublished, Kind::TooManyArticles]),
    ("moveDrafts", &[Kind::BulkRefused, Kind::TooManyArticles]),
    ("trashDrafts", &[Kind::BulkRefused, Kind::TooManyArticles]),
    ("createTerm", &[Kind::TermExists]),
    ("changeTerm", &[Kind::TermExists]),
    ("mergeTerm", &[Kind::NotMergeable]),
    ("deleteTerm", &[Kind::TermInUse]),
    ("createPreview", &[Kind::NotFound]),
    ("retryJob", &[Kind::JobIsOver]),
    ("cancelJob", &[Kind::JobIsOver]),
];

const PUBLISHING: &[Kind] = &[
    Kind::Incomplete,
    Kind::SlugTaken,
    Kind::DeadLinks,
    Kind::InTrash,
    Kind::RevisionSuperseded,
    Kind::SourceSuperseded,
];

const SCHEDULING: &[Kind] = &[
    Kind::Incomplete,
    Kind::SlugTaken,
    Kind::DeadLinks,
    Kind::InTrash,
    Kind::RevisionSuperseded,
    Kind::SourceSuperseded,
    Kind::EmbargoInThePast,
];

const BULK_PUBLISHING: &[Kind] = &[
    Kind::NotFound,
    Kind::Incomplete,
    Kind::SlugTaken,
    Kind::DeadLinks,
    Kind::InTrash,
    Kind::RevisionSuperseded,
    Kind::SourceSuperseded,
    Kind::Stale,
    Kind::TooManyArticles,
];

/// One response for each status that is refused with, with an example of each kind.
fn state_refusals(method: &str, operation: &mut Map<String, Value>, refusals: &[&'static Row]) {
    let is_open = operation.get("security").is_some_and(|security| *security == json!([{}]));
    let Some(responses) = operation.get_mut("responses").and_then(Value::as_object_mut) else { return };
    // What nobody keeps has no validator to be asked with.
    responses.shift_remove("304");
    for (status, response) in responses.iter_mut().filter(|(status, _)| status.starts_with('2')) {
        let tagged = status != "204";
        let mut headers = json!({
            "Cache-Control": { "$ref": "#/components/headers/Cache-Control" },
            "X-Request-Id": { "$ref": "#/components/headers/X-Request-Id" }
        });
        if method != "get" && tagged && !is_open {
            headers["Idempotency-Replayed"] = json!({ "$ref": "#/components/headers/Idempotency-Replayed" });
        }
        let schema = response.pointer("/content/application~1json/schema/$ref").and_then(Value::as_str);
        if schema.is_some_and(|schema| TAGGED.iter().any(|tagged| schema.ends_with(tagged))) {
            headers["ETag"] = json!({ "$ref": "#/components/headers/ETag" });
        }
        if status == "201" && !is_open {
            headers["Location"] = json!({ "$ref": "#/components/headers/Location" });
        }
        response["headers"] = headers;
    }
    for row in refusals {
        let schema = if row.kind == Kind::Stale { "StaleProblem" } else { "Problem" };
        let response = responses.entry(row.status.to_string()).or_insert_with(|| json!({
            "description": "", "headers": {
                "Cache-Control": { "$ref": "#/components/headers/Cache-Control" },
                "X-Request-Id": { "$ref": "#/components/headers/X-Request-Id" }
            },
            "content": { "application/problem+json": { "schema": { "$ref": format!("#/components/schemas/{schema}") }, "examples": {} } }
        }));
        let before = response.get("description").and_then(Value::as_str).unwrap_or_default();
        let description =
            if before.is_empty() { format!("{}.", row.title) } else { format!("{before} {}.", row.title) };
        response["description"] = description.into();
        response["content"]["application/problem+json"]["examples"][row.name] =
            json!({ "$ref": format!("#/components/examples/{}", row.name) });
    }
    responses.sort_keys();
}

/// A refusal of each kind that is stated.
fn examples(stated: &BTreeSet<&str>) -> Value {
    let example = |row: &Row| {
        let Row { kind, name, status, title, advice } = row;
        let mut value = json!({
            "type": format!("/docs/problems/{name}"), "title": title, "status": status, "detail": advice,
            "instance": "/editorial/v1/drafts", "request_id": "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61", "errors": []
        });
        match kind {
            Kind::Stale => value["current"] = json!({ "etag": "\"4\"", "revision": 4 }),
            Kind::InvalidContent => {
                value["errors"] = json!([{ "pointer": "/headline", "parameter": null, "rule": "max_length",
                    "detail": "The headline has 131 characters; 120 are allowed." }]);
            }
            Kind::InvalidBody => {
                value["errors"] = json!([{ "pointer": "/headlin", "parameter": null, "rule": "unknown", "detail": "There is no such property." }]);
            }
            _ => {}
        }
        ((*name).to_owned(), json!({ "summary": title, "value": value }))
    };
    Value::Object(TABLE.iter().filter(|row| stated.contains(row.name)).map(example).collect())
}

/// A problem that says what there is now.
fn stale(components: &mut Map<String, Value>) {
    let Some(schemas) = components.get_mut("schemas").and_then(Value::as_object_mut) else { return };
    let current = json!({
        "type": "object", "required": ["etag"],
        "description": "What there is now. Of a draft also who saved it when, and what was changed since the state that the request knew.",
        "properties": {
            "etag": { "type": "string", "description": "The tag of the present state.", "example": "\"4\"" },
            "revision": { "type": "integer", "format": "int32", "description": "The number of the present revision.", "example": 4 },
            "saved_at": { "type": "string", "format": "date-time", "description": "When it was saved." },
            "saved_by": { "type": "string", "description": "Who saved it." },
            "changes": { "$ref": "#/components/schemas/Comparison" }
        }
    });
    schemas.insert("CurrentState".to_owned(), current);
    schemas.insert("StaleProblem".to_owned(), json!({
        "description": "A refusal (RFC 9457) that says what there is now.",
        "allOf": [
            { "$ref": "#/components/schemas/Problem" },
            { "type": "object", "required": ["current"], "properties": { "current": { "$ref": "#/components/schemas/CurrentState" } } }
        ]
    }));
    schemas.sort_keys();
}
