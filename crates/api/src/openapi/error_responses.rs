//! The error responses of the editorial document: which problems each operation can respond with, and their examples.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::problem::{PROBLEM_DEFINITIONS, ProblemDefinition, ProblemKind, example};

/// The problems of an operation: those that follow from its method, parameters and body, and its own ones.
pub(super) fn problems_of_operation(
    method: &str,
    operation: &Map<String, Value>,
    is_anonymous: bool,
    has_path: bool,
    is_conditional: bool,
) -> Vec<&'static ProblemDefinition> {
    let mut kinds = vec![ProblemKind::InvalidParameter, ProblemKind::Unavailable];
    let has_body = operation.contains_key("requestBody");
    if !is_anonymous {
        kinds.extend([ProblemKind::Unauthorized, ProblemKind::NotAllowed]);
    }
    if method != "get" {
        kinds.push(ProblemKind::DryRunUnsupported);
    }
    if method != "get" && !is_anonymous {
        kinds.extend([ProblemKind::InvalidHeader, ProblemKind::KeyInUse, ProblemKind::KeyReused]);
    }
    if has_path {
        kinds.push(ProblemKind::NotFound);
    }
    if has_body {
        kinds.extend([
            ProblemKind::InvalidBody,
            ProblemKind::InvalidContent,
            ProblemKind::RequestTimeout,
            ProblemKind::TooLarge,
            ProblemKind::UnsupportedMediaType,
            ProblemKind::Busy,
        ]);
    }
    if is_conditional {
        kinds.extend([ProblemKind::Stale, ProblemKind::PreconditionRequired]);
    }
    let id = operation.get("operationId").and_then(Value::as_str).unwrap_or_default();
    kinds.extend(
        OPERATION_PROBLEMS
            .iter()
            .filter(|(operation, _)| *operation == id)
            .flat_map(|(_, kinds)| kinds.iter().copied()),
    );
    PROBLEM_DEFINITIONS.iter().filter(|row| kinds.contains(&row.kind)).collect()
}

/// The schemas whose responses have an `ETag`, because the resource has a version.
const SCHEMAS_WITH_ETAG: [&str; 8] = [
    "/EditorialDraft",
    "/RestoredDraft",
    "/Person",
    "/Revision",
    "/EditorialTerm",
    "/ChangedTerm",
    "/EditorialRedirect",
    "/CreatedRedirect",
];

/// The problems of single operations, by operation id.
const OPERATION_PROBLEMS: [(&str, &[ProblemKind]); 31] = [
    ("signIn", &[ProblemKind::SignInFailed, ProblemKind::TooManyTries]),
    ("refreshSession", &[ProblemKind::Unauthorized, ProblemKind::TooManyTries]),
    ("setForgottenPassword", &[ProblemKind::TokenSpent, ProblemKind::TooManyTries]),
    ("changeOwnPassword", &[ProblemKind::TooManyTries]),
    ("createPerson", &[ProblemKind::EmailTaken]),
    ("changePerson", &[ProblemKind::EmailTaken, ProblemKind::LastAdmin]),
    ("createDraft", &[ProblemKind::LocaleTaken, ProblemKind::UnknownLocale, ProblemKind::UnknownTerm]),
    ("duplicateDraft", &[ProblemKind::UnknownLocale]),
    ("saveDraft", &[ProblemKind::InTrash, ProblemKind::UnknownTerm]),
    ("compareRevisions", &[ProblemKind::Busy]),
    ("restoreRevision", &[ProblemKind::InTrash, ProblemKind::UnknownTerm, ProblemKind::Busy]),
    ("trashDraft", &[ProblemKind::StillPublic]),
    ("checkDraft", &[ProblemKind::Busy]),
    ("publishDraft", PUBLISHING),
    ("scheduleDraft", SCHEDULING),
    ("cancelSchedule", &[ProblemKind::NotScheduled]),
    ("withdrawDraft", &[ProblemKind::NeverPublished, ProblemKind::SchedulePending]),
    ("takeDownDraft", &[ProblemKind::NeverPublished]),
    ("showPreviousEdition", ROLLBACK),
    ("publishDrafts", BULK_PUBLISHING),
    ("withdrawDrafts", &[ProblemKind::BulkRefused, ProblemKind::TooManyArticles]),
    ("moveDrafts", &[ProblemKind::BulkRefused, ProblemKind::TooManyArticles]),
    ("trashDrafts", &[ProblemKind::BulkRefused, ProblemKind::TooManyArticles]),
    ("createTerm", &[ProblemKind::TermExists]),
    ("changeTerm", &[ProblemKind::TermExists]),
    ("mergeTerm", &[ProblemKind::NotMergeable]),
    ("deleteTerm", &[ProblemKind::TermInUse]),
    (
        "createRedirect",
        &[
            ProblemKind::NotFound,
            ProblemKind::PathInUse,
            ProblemKind::RedirectExists,
            ProblemKind::RedirectLoop,
            ProblemKind::UnknownLocale,
        ],
    ),
    ("createPreview", &[ProblemKind::NotFound]),
    ("retryJob", &[ProblemKind::JobIsOver]),
    ("cancelJob", &[ProblemKind::JobIsOver]),
];

const PUBLISHING: &[ProblemKind] = &[
    ProblemKind::SchedulePending,
    ProblemKind::Incomplete,
    ProblemKind::SlugTaken,
    ProblemKind::DeadLinks,
    ProblemKind::InTrash,
    ProblemKind::RevisionSuperseded,
    ProblemKind::SourceSuperseded,
    ProblemKind::UnknownLocale,
    ProblemKind::DateInTheFuture,
    ProblemKind::Busy,
];

const ROLLBACK: &[ProblemKind] = &[
    ProblemKind::NeverPublished,
    ProblemKind::NoPreviousEdition,
    ProblemKind::SlugTaken,
    ProblemKind::InTrash,
    ProblemKind::SchedulePending,
    ProblemKind::UnknownLocale,
];

const SCHEDULING: &[ProblemKind] = &[
    ProblemKind::Incomplete,
    ProblemKind::SlugTaken,
    ProblemKind::DeadLinks,
    ProblemKind::InTrash,
    ProblemKind::RevisionSuperseded,
    ProblemKind::SourceSuperseded,
    ProblemKind::EmbargoInThePast,
    ProblemKind::UnknownLocale,
    ProblemKind::DateInTheFuture,
    ProblemKind::Busy,
];

const BULK_PUBLISHING: &[ProblemKind] = &[
    ProblemKind::BulkRefused,
    ProblemKind::SlugTaken,
    ProblemKind::DeadLinks,
    ProblemKind::SourceSuperseded,
    ProblemKind::TooManyArticles,
    ProblemKind::Busy,
];

/// Adds a response for each error status, and the headers of the successful ones.
pub(super) fn add_error_responses(
    method: &str,
    operation: &mut Map<String, Value>,
    problems: &[&'static ProblemDefinition],
) {
    let is_anonymous = operation.get("security").is_some_and(|security| *security == json!([{}]));
    let is_read_again = operation.get("operationId").is_some_and(|id| id != "issuePasswordToken");
    let parameters = operation.get("parameters").and_then(Value::as_array);
    let has_dry_run = parameters.is_some_and(|all| all.iter().any(|one| one["name"] == "Prefer"));
    let Some(responses) = operation.get_mut("responses").and_then(Value::as_object_mut) else { return };
    // Editorial responses are `no-store`, so there are no conditional GET requests.
    responses.shift_remove("304");
    for (status, response) in responses.iter_mut().filter(|(status, _)| status.starts_with('2')) {
        let tagged = status != "204";
        let mut headers = vec!["Cache-Control", "X-Request-Id"];
        if method != "get" && tagged && !is_anonymous {
            headers.push("Idempotency-Replayed");
        }
        let schema = response.pointer("/content/application~1json/schema/$ref").and_then(Value::as_str);
        if schema.is_some_and(|schema| SCHEMAS_WITH_ETAG.iter().any(|tagged| schema.ends_with(tagged))) {
            headers.push("ETag");
        }
        if has_dry_run {
            headers.push("Preference-Applied");
        }
        if status == "201" && !is_anonymous && is_read_again {
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
    let mut by_status: BTreeMap<u16, Vec<&ProblemDefinition>> = BTreeMap::new();
    for row in problems {
        by_status.entry(row.status).or_default().push(row);
    }
    responses.extend(by_status.into_iter().map(|(status, rows)| (status.to_string(), error_response(&rows))));
    responses.sort_keys();
}

/// The response for one status, with an example of each of its problems.
fn error_response(rows: &[&ProblemDefinition]) -> Value {
    let titles: Vec<String> = rows.iter().map(|row| format!("{}.", row.title)).collect();
    let names: Vec<&str> = rows.iter().map(|row| row.name).collect();
    let schema =
        if rows.iter().any(|row| row.kind == ProblemKind::Stale) { "StaleProblem" } else { "Problem" };
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

/// References to components, by name.
fn references(group: &str, names: &[&str]) -> Value {
    let reference =
        |name: &&str| ((*name).to_owned(), json!({ "$ref": format!("#/components/{group}/{name}") }));
    Value::Object(names.iter().map(reference).collect())
}

/// The examples of all problems that some operation documents.
pub(super) fn problem_examples(documented: &BTreeSet<&str>) -> Value {
    let named = |row: &ProblemDefinition| {
        (row.name.to_owned(), json!({ "summary": row.title, "value": example(row) }))
    };
    Value::Object(PROBLEM_DEFINITIONS.iter().filter(|row| documented.contains(row.name)).map(named).collect())
}

/// Adds the schema of 412 responses, which contain the current state.
pub(super) fn add_stale_problem(components: &mut Map<String, Value>) {
    let Some(schemas) = components.get_mut("schemas").and_then(Value::as_object_mut) else { return };
    let current = json!({
        "type": "object", "required": ["etag"],
        "description": "The current state. For a draft, also who saved it and when, and what changed since the revision in `If-Match`.",
        "properties": {
            "etag": { "type": "string", "description": "The `ETag` of the current state.", "example": "\"4\"" },
            "revision": { "type": "integer", "format": "int32", "description": "The number of the current revision.", "example": 4 },
            "saved_at": { "type": "string", "format": "date-time", "description": "When it was saved." },
            "saved_by": { "type": "string", "description": "Who saved it." },
            "changes": { "$ref": "#/components/schemas/Comparison" }
        }
    });
    schemas.insert("CurrentState".to_owned(), current);
    schemas.insert("StaleProblem".to_owned(), json!({
        "description": "An error response (RFC 9457) with the current state of the resource.",
        "allOf": [
            { "$ref": "#/components/schemas/Problem" },
            { "type": "object", "required": ["current"], "properties": { "current": { "$ref": "#/components/schemas/CurrentState" } } }
        ]
    }));
    schemas.sort_keys();
}
