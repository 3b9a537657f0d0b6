//! What each operation of the editorial document refuses, and how a refusal of each kind looks.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::problem::{Kind, Row, TABLE, example};

/// What an operation refuses: by what every operation of its kind refuses, and by what this one does.
pub(super) fn refusals(
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
    if method != "get" {
        kinds.push(Kind::DryRunUnsupported);
    }
    if method != "get" && !is_open {
        kinds.extend([Kind::InvalidHeader, Kind::KeyInUse, Kind::KeyReused]);
    }
    if has_path {
        kinds.push(Kind::NotFound);
    }
    if has_body {
        kinds.extend([
            Kind::InvalidBody,
            Kind::InvalidContent,
            Kind::RequestTimeout,
            Kind::TooLarge,
            Kind::UnsupportedMediaType,
            Kind::Busy,
        ]);
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
const TAGGED: [&str; 8] = [
    "/EditorialDraft",
    "/RestoredDraft",
    "/Person",
    "/Revision",
    "/EditorialTerm",
    "/ChangedTerm",
    "/EditorialRedirect",
    "/CreatedRedirect",
];

/// What only some operations refuse.
const OWN_REFUSALS: [(&str, &[Kind]); 31] = [
    ("signIn", &[Kind::SignInFailed, Kind::TooManyTries]),
    ("refreshSession", &[Kind::Unauthorized, Kind::TooManyTries]),
    ("setForgottenPassword", &[Kind::TokenSpent, Kind::TooManyTries]),
    ("changeOwnPassword", &[Kind::TooManyTries]),
    ("createPerson", &[Kind::EmailTaken]),
    ("changePerson", &[Kind::EmailTaken, Kind::LastAdmin]),
    ("createDraft", &[Kind::LocaleTaken, Kind::UnknownLocale, Kind::UnknownTerm]),
    ("duplicateDraft", &[Kind::UnknownLocale]),
    ("saveDraft", &[Kind::InTrash, Kind::UnknownTerm]),
    ("compareRevisions", &[Kind::Busy]),
    ("restoreRevision", &[Kind::InTrash, Kind::UnknownTerm, Kind::Busy]),
    ("trashDraft", &[Kind::StillPublic]),
    ("checkDraft", &[Kind::Busy]),
    ("publishDraft", PUBLISHING),
    ("scheduleDraft", SCHEDULING),
    ("cancelSchedule", &[Kind::NotScheduled]),
    ("withdrawDraft", &[Kind::NeverPublished, Kind::SchedulePending]),
    ("takeDownDraft", &[Kind::NeverPublished]),
    ("showPreviousEdition", GOING_BACK),
    ("publishDrafts", BULK_PUBLISHING),
    ("withdrawDrafts", &[Kind::BulkRefused, Kind::TooManyArticles]),
    ("moveDrafts", &[Kind::BulkRefused, Kind::TooManyArticles]),
    ("trashDrafts", &[Kind::BulkRefused, Kind::TooManyArticles]),
    ("createTerm", &[Kind::TermExists]),
    ("changeTerm", &[Kind::TermExists]),
    ("mergeTerm", &[Kind::NotMergeable]),
    ("deleteTerm", &[Kind::TermInUse]),
    (
        "createRedirect",
        &[Kind::NotFound, Kind::PathInUse, Kind::RedirectExists, Kind::RedirectLoop, Kind::UnknownLocale],
    ),
    ("createPreview", &[Kind::NotFound]),
    ("retryJob", &[Kind::JobIsOver]),
    ("cancelJob", &[Kind::JobIsOver]),
];

const PUBLISHING: &[Kind] = &[
    Kind::SchedulePending,
    Kind::Incomplete,
    Kind::SlugTaken,
    Kind::DeadLinks,
    Kind::InTrash,
    Kind::RevisionSuperseded,
    Kind::SourceSuperseded,
    Kind::UnknownLocale,
    Kind::DateInTheFuture,
    Kind::Busy,
];

const GOING_BACK: &[Kind] = &[
    Kind::NeverPublished,
    Kind::NoPreviousEdition,
    Kind::SlugTaken,
    Kind::InTrash,
    Kind::SchedulePending,
    Kind::UnknownLocale,
];

const SCHEDULING: &[Kind] = &[
    Kind::Incomplete,
    Kind::SlugTaken,
    Kind::DeadLinks,
    Kind::InTrash,
    Kind::RevisionSuperseded,
    Kind::SourceSuperseded,
    Kind::EmbargoInThePast,
    Kind::UnknownLocale,
    Kind::DateInTheFuture,
    Kind::Busy,
];

const BULK_PUBLISHING: &[Kind] = &[
    Kind::BulkRefused,
    Kind::SlugTaken,
    Kind::DeadLinks,
    Kind::SourceSuperseded,
    Kind::TooManyArticles,
    Kind::Busy,
];

/// One response for each status that is refused with, with an example of each kind.
pub(super) fn state_refusals(method: &str, operation: &mut Map<String, Value>, refusals: &[&'static Row]) {
    let is_open = operation.get("security").is_some_and(|security| *security == json!([{}]));
    let is_read_again = operation.get("operationId").is_some_and(|id| id != "issuePasswordToken");
    let parameters = operation.get("parameters").and_then(Value::as_array);
    let has_dry_run = parameters.is_some_and(|all| all.iter().any(|one| one["name"] == "Prefer"));
    let Some(responses) = operation.get_mut("responses").and_then(Value::as_object_mut) else { return };
    // What nobody keeps has no validator to be asked with.
    responses.shift_remove("304");
    for (status, response) in responses.iter_mut().filter(|(status, _)| status.starts_with('2')) {
        let tagged = status != "204";
        let mut headers = vec!["Cache-Control", "X-Request-Id"];
        if method != "get" && tagged && !is_open {
            headers.push("Idempotency-Replayed");
        }
        let schema = response.pointer("/content/application~1json/schema/$ref").and_then(Value::as_str);
        if schema.is_some_and(|schema| TAGGED.iter().any(|tagged| schema.ends_with(tagged))) {
            headers.push("ETag");
        }
        if has_dry_run {
            headers.push("Preference-Applied");
        }
        if status == "201" && !is_open && is_read_again {
            headers.push("Location");
        }
        if let Some(response) = response.as_object_mut() {
            let mut named = references("headers", &headers);
            if let Some(tag) = named.get_mut("ETag").filter(|_| has_dry_run) {
                *tag = json!({ "$ref": "#/components/headers/StateETag" });
            }
            response.insert("headers".to_owned(), named);
        }
    }
    let mut by_status: BTreeMap<u16, Vec<&Row>> = BTreeMap::new();
    for row in refusals {
        by_status.entry(row.status).or_default().push(row);
    }
    responses.extend(by_status.into_iter().map(|(status, rows)| (status.to_string(), refusal(&rows))));
    responses.sort_keys();
}

/// The response for one status, with an example of each kind that has it.
fn refusal(rows: &[&Row]) -> Value {
    let titles: Vec<String> = rows.iter().map(|row| format!("{}.", row.title)).collect();
    let names: Vec<&str> = rows.iter().map(|row| row.name).collect();
    let schema = if rows.iter().any(|row| row.kind == Kind::Stale) { "StaleProblem" } else { "Problem" };
    json!({
        "description": titles.join(" "),
        "headers": references("headers", &["Cache-Control", "X-Request-Id"]),
        "content": {
            "application/problem+json": {
                "schema": { "$ref": format!("#/components/schemas/{schema}") },
                "examples": references("examples", &names)
            }
        }
    })
}

/// References to components, each under its own name.
fn references(group: &str, names: &[&str]) -> Value {
    let reference =
        |name: &&str| ((*name).to_owned(), json!({ "$ref": format!("#/components/{group}/{name}") }));
    Value::Object(names.iter().map(reference).collect())
}

/// A refusal of each kind that is stated.
pub(super) fn examples(stated: &BTreeSet<&str>) -> Value {
    let named = |row: &Row| (row.name.to_owned(), json!({ "summary": row.title, "value": example(row) }));
    Value::Object(TABLE.iter().filter(|row| stated.contains(row.name)).map(named).collect())
}

/// A problem that says what there is now.
pub(super) fn stale(components: &mut Map<String, Value>) {
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
