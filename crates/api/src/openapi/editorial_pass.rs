//! Completes the editorial document after the conventions of both documents: security, permissions, idempotency, dry runs,
//! body limits and error responses.

use std::collections::BTreeSet;

use domain::{PERMISSIONS, PermissionScope, Role};
use serde_json::{Map, Value, json};

use crate::auth::permissions::PERMISSION_PARAMETER;
use crate::http::body::BodyClass;
use crate::http::dry_run::{DRY_RUN, NO_DRY_RUN_PARAMETER};
use crate::openapi::error_responses::{
    add_error_responses, add_stale_problem, problem_examples, problems_of_operation,
};
use crate::openapi::examples;
use crate::problem::ProblemDefinition;

/// Completes the document.
pub(crate) fn apply(mut document: Value) -> Value {
    derive_content_patch(&mut document);
    let mut documented = BTreeSet::new();
    let paths = document.get_mut("paths").and_then(Value::as_object_mut);
    for item in paths.into_iter().flat_map(|all| all.values_mut()).filter_map(Value::as_object_mut) {
        for (method, operation) in item.iter_mut() {
            if let Some(operation) = operation.as_object_mut() {
                documented.extend(complete_operation(method, operation).into_iter().map(|row| row.name));
            }
        }
    }
    if let Some(components) = document.get_mut("components").and_then(Value::as_object_mut) {
        components.insert("securitySchemes".to_owned(), json!({
            "bearer": { "type": "http", "scheme": "bearer", "bearerFormat": "JWT", "description": "The access token of a session." }
        }));
        components.insert("examples".to_owned(), problem_examples(&documented));
        if let Some(headers) = components.get_mut("headers").and_then(Value::as_object_mut) {
            headers.insert("Location".to_owned(), json!({
                "description": "The address of the created resource; after publishing, the address in the delivery API.", "required": true,
                "schema": { "type": "string" }, "example": "/editorial/v1/drafts/0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a62"
            }));
            headers.insert("StateETag".to_owned(), json!({
                "description": "A strong validator for `If-Match`: the version of the resource after the change. Absent for a dry run.",
                "schema": { "type": "string" }, "example": "\"4\""
            }));
            headers.insert("Preference-Applied".to_owned(), json!({
                "description": "`dry-run` if the request was a dry run: nothing was changed, and there is no `ETag` and no `Location`.",
                "schema": { "type": "string" }, "example": DRY_RUN
            }));
            headers.insert("Idempotency-Replayed".to_owned(), json!({
                "description": "`true` if this is the stored response to an earlier request with the same key.",
                "schema": { "type": "string" }, "example": "true"
            }));
        }
        add_stale_problem(components);
    }
    examples::apply(&mut document);
    append_roles_table(&mut document);
    document
}

/// Appends the table of roles to the description of the document.
fn append_roles_table(document: &mut Value) {
    let Some(Value::String(description)) = document.pointer_mut("/info/description") else { return };
    description.push_str(&format!("\n\n{}", roles_table()));
}

/// The permissions of each role as a Markdown table.
pub(crate) fn roles_table() -> String {
    let roles: Vec<&str> = Role::ALL.iter().map(|role| role.as_str()).collect();
    let mut table =
        format!("| permission | {} |\n| --- {}|\n", roles.join(" | "), "| --- ".repeat(roles.len()));
    for (_, action, reaches) in PERMISSIONS {
        let reaches = reaches.iter().map(|reach| match reach {
            PermissionScope::Any => "yes",
            PermissionScope::Own => "own",
            PermissionScope::None => "–",
        });
        table.push_str(&format!("| {action} | {} |\n", reaches.collect::<Vec<_>>().join(" | ")));
    }
    table
}

/// Derives the schema of the merge patch from `Content`: every property is optional and may be `null`.
fn derive_content_patch(document: &mut Value) {
    let Some(mut patch) = document.pointer("/components/schemas/Content").cloned() else { return };
    if let Some(patch) = patch.as_object_mut() {
        patch.shift_remove("required");
        patch.insert(
            "description".to_owned(),
            "A merge patch (RFC 7396): absent properties stay unchanged, `null` clears a property.".into(),
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
        // A merge patch is recursive, so nested objects are optional in part too.
        if let Some(mut seo) = schemas.get("Seo").cloned() {
            seo.as_object_mut().and_then(|seo| seo.shift_remove("required"));
            schemas.insert("SeoPatch".to_owned(), seo);
            let properties = patch.get_mut("properties").and_then(Value::as_object_mut);
            let description = json!({
                "oneOf": [{ "type": "null" }, { "$ref": "#/components/schemas/SeoPatch" }],
                "description": "Metadata for search engines; absent members stay unchanged."
            });
            properties.and_then(|properties| properties.insert("seo".to_owned(), description));
        }
        schemas.insert("ContentPatch".to_owned(), patch);
        for (name, required) in REQUIRED {
            let Some(schema) = schemas.get_mut(name).and_then(Value::as_object_mut) else { continue };
            schema.insert("required".to_owned(), json!(required));
        }
        schemas.sort_keys();
    }
}

/// The required properties of request bodies, where not all are required.
const REQUIRED: [(&str, &[&str]); 8] = [
    ("CreateDraft", &[]),
    ("CreatePreview", &[]),
    ("CreateRedirect", &["path"]),
    ("CreateTerm", &["kind", "name"]),
    ("PersonPatch", &[]),
    ("PublishDraft", &[]),
    ("PublishDrafts", &["drafts"]),
    ("TermPatch", &[]),
];

/// Completes an operation, and returns the problems that it can respond with.
fn complete_operation(method: &str, operation: &mut Map<String, Value>) -> Vec<&'static ProblemDefinition> {
    let is_anonymous = operation.contains_key("security");
    let parameters = operation.entry("parameters").or_insert_with(|| json!([]));
    let mut permission = None;
    let mut has_path = false;
    let mut is_conditional = false;
    let mut has_dry_run = method != "get";
    if let Some(parameters) = parameters.as_array_mut() {
        parameters.retain(|parameter| {
            let name = parameter.get("name").and_then(Value::as_str).unwrap_or_default();
            has_path |= parameter.get("in").is_some_and(|place| place == "path");
            is_conditional |= name == "If-Match";
            if name == PERMISSION_PARAMETER {
                permission = parameter.get("description").and_then(Value::as_str).map(str::to_owned);
            }
            has_dry_run &= name != NO_DRY_RUN_PARAMETER;
            ![PERMISSION_PARAMETER, NO_DRY_RUN_PARAMETER].contains(&name)
        });
        if has_dry_run {
            parameters.push(dry_run_parameter());
        }
        if method != "get" && !is_anonymous {
            parameters.push(idempotency_key_parameter());
        }
    }
    if parameters.as_array().is_some_and(Vec::is_empty) {
        operation.shift_remove("parameters");
    }
    if method != "get" {
        document_dry_run(operation, has_dry_run);
    }
    if let Some(permission) = permission {
        document_permission(operation, &permission);
    }
    if !is_anonymous {
        operation.insert("security".to_owned(), json!([{ "bearer": [] }]));
    }
    if let Some(body) = operation.get_mut("requestBody").and_then(Value::as_object_mut) {
        document_body_limit(body, if is_anonymous { BodyClass::Anonymous } else { BodyClass::SignedIn });
    }
    let problems = problems_of_operation(method, operation, is_anonymous, has_path, is_conditional);
    add_error_responses(method, operation, &problems);
    problems
}

/// Adds the limit of the request body to its description and as `x-max-bytes`.
fn document_body_limit(body: &mut Map<String, Value>, class: BodyClass) {
    let before =
        body.get("description").and_then(Value::as_str).map(|text| format!("{text} ")).unwrap_or_default();
    body.insert("description".to_owned(), format!("{before}At most {}.", class.max_text()).into());
    body.insert("x-max-bytes".to_owned(), class.max_bytes().into());
}

fn idempotency_key_parameter() -> Value {
    json!({
        "name": "Idempotency-Key", "in": "header", "required": false,
        "description": "A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.",
        "schema": { "type": "string", "pattern": "^\"[^\"\\\\\\x00-\\x1f\\x7f-\\uffff]{1,255}\"$" }, "example": "\"8e03978e-40d5-43dd-bc93-6894a57f9324\""
    })
}

fn dry_run_parameter() -> Value {
    json!({
        "name": "Prefer", "in": "header", "required": false,
        "description": "`dry-run` (RFC 7240): returns what the request would do, and changes nothing. Other preferences that begin with `dry` are refused.",
        "schema": { "type": "string" }, "example": DRY_RUN
    })
}

/// Documents the dry run of an operation: a sentence if it has none, and a 200 response if its success is 201.
fn document_dry_run(operation: &mut Map<String, Value>, has_dry_run: bool) {
    if !has_dry_run {
        append_description(operation, "Dry runs are not supported: `Prefer: dry-run` is refused.");
        return;
    }
    let Some(responses) = operation.get_mut("responses").and_then(Value::as_object_mut) else { return };
    let created = responses.get("201").filter(|_| !responses.contains_key("200")).cloned();
    if let Some(Value::Object(mut created)) = created {
        created.insert("description".to_owned(), "What the request would create (dry run).".into());
        responses.insert("200".to_owned(), Value::Object(created));
    }
}

fn append_description(operation: &mut Map<String, Value>, sentence: &str) {
    let before = operation.get("description").and_then(Value::as_str);
    let before = before.map(|text| format!("{text}\n\n")).unwrap_or_default();
    operation.insert("description".to_owned(), format!("{before}{sentence}").into());
}

/// Adds the roles with the permission to the description and as `x-permission`.
fn document_permission(operation: &mut Map<String, Value>, permission: &str) {
    let row = PERMISSIONS.iter().find(|(_, name, _)| *name == permission);
    let reaches = row.into_iter().flat_map(|(_, _, reaches)| Role::ALL.iter().zip(reaches));
    let mut roles = Map::new();
    let words: Vec<String> = reaches
        .filter_map(|(role, reach)| {
            let (words, reach) = match reach {
                PermissionScope::Any => (role.to_string(), "any"),
                PermissionScope::Own => (format!("{role} (own)"), "own"),
                PermissionScope::None => return None,
            };
            roles.insert(role.to_string(), reach.into());
            Some(words)
        })
        .collect();
    append_description(operation, &format!("Roles: {}.", words.join(", ")));
    operation.insert("x-permission".to_owned(), json!({ "action": permission, "roles": roles }));
}
