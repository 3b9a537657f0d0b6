//! Validates requests and responses against the committed OpenAPI documents.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use jsonschema::Validator;
use serde_json::{Value, json};

/// Both documents. Parsed once per process, because most tests validate every response.
#[derive(Clone, Copy)]
pub struct Contract {
    documents: &'static [Value; 2],
}

static DOCUMENTS: LazyLock<[Value; 2]> = LazyLock::new(|| {
    let read = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../openapi/{name}.v1.json"));
        serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
    };
    ["delivery", "editorial"].map(read)
});

/// The parts of a request that the documents describe.
pub struct ContractRequest<'a> {
    /// In upper case.
    pub method: &'a str,
    /// Without the query.
    pub path: &'a str,
    /// Without the question mark.
    pub query: &'a str,
    /// The media type and the body.
    pub body: Option<(&'a str, &'a Value)>,
}

impl Contract {
    /// Reads `openapi/delivery.v1.json` and `openapi/editorial.v1.json`.
    pub fn load() -> Self {
        Self { documents: &DOCUMENTS }
    }

    pub fn delivery(&self) -> &'static Value {
        &self.documents[0]
    }

    pub fn editorial(&self) -> &'static Value {
        &self.documents[1]
    }

    /// Panics unless the documents describe the path, the query parameters and the body of a request.
    pub fn validate_request(&self, request: &ContractRequest<'_>) {
        let ContractRequest { method, path, query, body } = request;
        let (document, operation) =
            self.operation(method, path).unwrap_or_else(|| panic!("the documents have no {method} {path}"));
        let known = operation.pointer("/parameters").and_then(Value::as_array).cloned().unwrap_or_default();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let name = pair.split('=').next().unwrap();
            let described = known.iter().any(|p| p["in"] == "query" && p["name"] == name);
            assert!(described, "the document does not describe the parameter {name} of {path}");
        }
        match body {
            Some((media_type, body)) => {
                let schema = &operation["requestBody"]["content"][media_type]["schema"];
                assert!(!schema.is_null(), "{method} {path} takes no {media_type}");
                check(document, schema, body, &format!("the request {method} {path}"));
            }
            None => assert!(operation["requestBody"].is_null(), "{method} {path} takes a body"),
        }
    }

    /// Panics unless the documents describe the status, the media type and every property of a response.
    pub fn validate_response(&self, method: &str, path: &str, status: u16, media_type: &str, body: &[u8]) {
        if [204, 304, 308].contains(&status) {
            assert!(body.is_empty(), "{status} with a body");
            return;
        }
        let unknown = json!({ "responses": { "default": self.delivery()["paths"]["/v1/site"]["get"]["responses"]["default"] } });
        let (document, operation) = self.operation(method, path).unwrap_or((self.delivery(), &unknown));
        let responses = &operation["responses"];
        let response = responses.get(status.to_string()).unwrap_or(&responses["default"]);
        let schema = &response["content"][media_type]["schema"];
        assert!(!schema.is_null(), "{method} {path}: {status} with {media_type} is not in the document");
        if !media_type.ends_with("json") {
            return;
        }
        let instance: Value = serde_json::from_slice(body).unwrap();
        check(document, schema, &instance, &format!("{method} {path}: {status}"));
    }

    /// Whether the documents declare a header of a response.
    pub fn documents_header(&self, method: &str, path: &str, status: u16, header: &str) -> bool {
        let operation = self.operation(method, path);
        let pointer = format!("/responses/{status}/headers/{header}");
        operation.is_some_and(|(_, operation)| operation.pointer(&pointer).is_some())
    }

    /// The path template, the method in upper case and the definition of every editorial operation.
    pub fn editorial_operations(&self) -> Vec<(String, String, &'static Value)> {
        let paths = self.editorial()["paths"].as_object().unwrap();
        let operations = paths.iter().flat_map(|(path, item)| {
            let operations = item.as_object().unwrap().iter();
            operations.map(|(method, operation)| (path.clone(), method.to_uppercase(), operation))
        });
        operations.collect()
    }

    fn operation(&self, method: &str, path: &str) -> Option<(&'static Value, &'static Value)> {
        // Previews have the schemas and paths of the delivery API.
        let path = path.replacen("/preview/v1/", "/v1/", 1);
        let segments: Vec<&str> = path.split('/').collect();
        let matches = |template: &str| {
            let parts: Vec<&str> = template.split('/').collect();
            parts.len() == segments.len()
                && parts.iter().zip(&segments).all(|(part, segment)| part.starts_with('{') || part == segment)
        };
        self.documents.iter().find_map(|document| {
            let paths = document["paths"].as_object().unwrap();
            let exact = paths.get(&path);
            let item = exact
                .or_else(|| paths.iter().find(|(template, _)| matches(template)).map(|(_, item)| item))?;
            let operation = item.get(method.to_lowercase())?;
            Some((document, operation))
        })
    }
}

fn check(document: &Value, schema: &Value, instance: &Value, what: &str) {
    let errors: Vec<String> = validator(document, schema)
        .iter_errors(instance)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{what} is not as documented: {errors:#?}\n{instance:#}");
}

/// The compiled schema. Cached, because compiling one takes far longer than validating with it.
fn validator(document: &Value, schema: &Value) -> Arc<Validator> {
    static COMPILED: LazyLock<Mutex<HashMap<String, Arc<Validator>>>> = LazyLock::new(Mutex::default);
    let key = format!("{} {schema}", document["info"]["title"]);
    let mut compiled = COMPILED.lock().unwrap_or_else(PoisonError::into_inner);
    let compile = || {
        let mut whole = schema.clone();
        whole["components"] = document["components"].clone();
        Arc::new(jsonschema::validator_for(&whole).unwrap())
    };
    compiled.entry(key).or_insert_with(compile).clone()
}
